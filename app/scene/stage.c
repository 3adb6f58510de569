#include "scene/stage.h"

#include <stdlib.h>
#include <string.h>

#include "model/timeline_build.h"

/* One moment's picture. */
typedef struct {
    Model model;
    StageLayout layout;
    bool known;
} Picture;

struct Stage {
    Fonts *fonts;
    StageView view;
    const Theme *theme;
    const TypeScale *type;
    Picture pictures[2];
    int now; /* which of them is shown */
    StageLayout moving;
    Anim anim;
    SceneValues values; /* of the picture that was drawn last */
    bool shown;         /* another was shown since: the next one would take their model */
    Timeline timeline;
    SceneChart chart;
    SourceText *source;
    float zoom;             /* of the timeline; 0 as 1 */
    float scroll;           /* of the timeline; below 0: it follows the playhead */
    bool held;              /* it is being dragged: it does not follow */
    bool by_hand;           /* its lanes were chosen by hand */
    uint64_t spot_since_ns; /* when the spotlight came on; 0 = it is off or on for long */
};

static const float COVER = 0.5F;
static const float PAPER_COVER = 0.2F;
static const uint64_t COVER_NS = 160000000;

static Picture *shown(Stage *stage) {
    return &stage->pictures[stage->now];
}

static Picture *spare(Stage *stage) {
    return &stage->pictures[1 - stage->now];
}

Stage *stage_create(Fonts *fonts) {
    Stage *stage = calloc(1, sizeof *stage);
    if (!stage) return NULL;
    stage->fonts = fonts;
    stage->view = (StageView){.width = 1920, .height = 1080, .zoom = 1, .speed = 1};
    stage->theme = theme_get(THEME_DARK);
    stage->type = theme_type(false);
    stage->scroll = -1;
    return stage;
}

void stage_destroy(Stage *stage) {
    if (!stage) return;
    for (int i = 0; i < 2; i++) {
        model_clear(&stage->pictures[i].model);
        layout_clear(&stage->pictures[i].layout);
    }
    layout_clear(&stage->moving);
    anim_clear(&stage->anim);
    timeline_clear(&stage->timeline);
    source_text_destroy(stage->source);
    free(stage);
}

float stage_scale(const Stage *stage) {
    float zoom = stage->view.zoom * (stage->view.projector ? PROJECTOR_SCALE : 1);
    return layout_scale(stage->view.width, stage->view.height, zoom);
}

DrawColour stage_background(const Stage *stage) {
    return stage->theme->bg0;
}

static bool lay_out(Stage *stage, Picture *picture, const StageLayout *before) {
    float scale = stage_scale(stage);
    LayoutView view = {
        .width = (float)stage->view.width / scale,
        .height = (float)stage->view.height / scale,
        .fonts = stage->fonts,
        .type = stage->type,
        .first_lane = stage->view.first_lane,
        .by_hand = stage->by_hand,
        .projector = stage->view.projector,
        .only_source = stage->view.only_source,
        .source_side = stage->view.source_side,
        .timeline_zoom = stage->zoom,
        .timeline_scroll = stage->scroll,
        .before = before,
    };
    return layout_make(&picture->layout, &picture->model, &view);
}

static bool same_size(const StageView *a, const StageView *b) {
    return a->first_lane == b->first_lane && a->projector == b->projector &&
           a->source_side == b->source_side && a->only_source == b->only_source &&
           a->width == b->width && a->height == b->height && !(a->zoom < b->zoom) &&
           !(a->zoom > b->zoom);
}

void stage_set_view(Stage *stage, const StageView *view) {
    bool same = same_size(&stage->view, view);
    bool lit = view->spotlight && !stage->view.spotlight;
    int first_lane = stage->view.first_lane;
    stage->view = *view;
    if (view->first_lane == 0) stage->view.first_lane = first_lane;
    stage->theme = theme_get(view->theme);
    stage->type = theme_type(view->projector);
    if (lit) stage->spot_since_ns = 1;
    if (!view->spotlight) stage->spot_since_ns = 0;
    if (same || !shown(stage)->known) return;
    anim_stop(&stage->anim);
    lay_out(stage, shown(stage), &shown(stage)->layout);
}

static void forget_timeline(Stage *stage) {
    timeline_clear(&stage->timeline);
    stage->chart.key.timeline = NULL;
}

void stage_forget(Stage *stage) {
    anim_stop(&stage->anim);
    stage->values.count = 0;
    forget_timeline(stage);
    source_text_destroy(stage->source);
    stage->source = NULL;
    stage->zoom = 1;
    stage->scroll = -1;
    stage->held = stage->by_hand = false;
    stage->view.first_lane = 0;
    for (int i = 0; i < 2; i++) {
        stage->pictures[i].known = false;
        model_reset(&stage->pictures[i].model);
    }
}

/* The timeline grows with the record; the source is coloured once. */
static bool prepare(Stage *stage, const ModelFacts *facts) {
    const Lesson *lesson = facts->lesson;
    if (!stage->source && lesson && lesson->program.text) {
        stage->source = source_text_create(lesson->program.text, lesson->program.length);
        if (!stage->source) return false;
    }
    if (facts->event_count < stage->timeline.events) forget_timeline(stage);
    return timeline_extend(&stage->timeline, facts->events, facts->event_count);
}

/* A timeline that was moved by hand follows again when the playhead leaves it. */
static void follow_playhead(Stage *stage, Picture *picture) {
    const LayoutItem *head = layout_part(&picture->layout, PART_PLAYHEAD);
    const StageLayout *layout = &picture->layout;
    if (!head || stage->scroll < 0 || stage->held) return;
    float x = head->rect.x - layout->lanes_x;
    if (x >= 0 && x <= layout->lanes_width) return;
    stage->scroll = -1;
    lay_out(stage, picture, layout);
}

bool stage_show(Stage *stage, const ModelFacts *facts, AnimChange change, uint64_t now_ns) {
    Picture *old = shown(stage), *next = spare(stage);
    anim_stop(&stage->anim);
    if (stage->shown) stage->values.count = 0;
    stage->shown = true;
    if (!prepare(stage, facts)) return false;
    ModelFacts own = *facts;
    own.timeline = &stage->timeline;
    own.source = stage->source;
    model_reset(&next->model);
    model_build(&next->model, &own);
    bool before = old->known && change != CHANGE_CUT;
    if (!lay_out(stage, next, old->known ? &old->layout : NULL)) return false;
    next->known = true;
    follow_playhead(stage, next);
    if (next->model.spotlight != old->model.spotlight && stage->view.spotlight)
        stage->spot_since_ns = now_ns ? now_ns : 1;
    stage->now = 1 - stage->now;
    AnimOptions options = {change, stage->view.reduced_motion, stage->view.speed};
    if (!before) return true;
    if (anim_start(&stage->anim, (AnimPicture){&old->model, &old->layout},
                   (AnimPicture){&next->model, &next->layout}, &options, now_ns))
        return layout_copy(&stage->moving, &next->layout);
    return true;
}

/* How dark the spotlight's cover is: it comes within 160 ms. */
static float cover_of(Stage *stage, uint64_t now_ns, bool *moving) {
    if (!stage->view.spotlight) return 0;
    if (stage->spot_since_ns == 1) stage->spot_since_ns = now_ns;
    uint64_t since = stage->spot_since_ns;
    if (stage->view.on_paper) return PAPER_COVER;
    if (since == 0 || stage->view.reduced_motion || now_ns >= since + COVER_NS) return COVER;
    *moving = true;
    float t = now_ns > since ? (float)(now_ns - since) / (float)COVER_NS : 0;
    return COVER * anim_ease(EASE_OUT, t);
}

static void draw_picture(Stage *stage, DrawList *list, const Picture *picture,
                         const StageLayout *layout, const Model *before, float cover) {
    SceneView view = {
        .model = &picture->model,
        .before = before,
        .layout = layout,
        .theme = stage->theme,
        .type = stage->type,
        .fonts = stage->fonts,
        .chart = &stage->chart,
        .spotlight = cover,
        .corners = stage->view.marks_changes,
        .values = &stage->values,
    };
    scene_draw(list, &view);
}

bool stage_draw(Stage *stage, DrawList *list, uint64_t now_ns) {
    Picture *now = shown(stage), *old = spare(stage);
    bool lighting = false;
    float share = 1, cover = cover_of(stage, now_ns, &lighting);
    stage->values.count = 0;
    stage->shown = false;
    if (!now->known) return false;
    bool moving = anim_frame(&stage->anim, now_ns, &stage->moving, &share);
    if (!moving) {
        draw_picture(stage, list, now, &now->layout, NULL, cover);
    } else if (share < 1) {
        draw_picture(stage, list, old, &old->layout, NULL, cover);
        draw_alpha_push(list, share);
        DrawRect all = {0, 0, now->layout.width, now->layout.height};
        draw_fill(list, all, 0, stage->theme->bg0);
        stage->values.count = 0; /* what fades away is over */
        draw_picture(stage, list, now, &now->layout, NULL, cover);
        draw_alpha_pop(list);
    } else {
        draw_picture(stage, list, now, &stage->moving, &old->model, cover);
    }
    return moving || lighting;
}

void stage_finish(Stage *stage) {
    anim_stop(&stage->anim);
}

/* ---- The timeline's own view ----------------------------------------------------------------- */

static const float MOST_ZOOM = 32, LEAST_ZOOM = 1.0F / 4096;

static bool lay_out_again(Stage *stage) {
    Picture *now = shown(stage);
    anim_stop(&stage->anim);
    return now->known && lay_out(stage, now, &now->layout);
}

static bool has_lanes(Stage *stage) {
    const StageLayout *layout = &shown(stage)->layout;
    return shown(stage)->known && layout->grid.timeline.w > 0 && layout->fit.count > 0;
}

/* What lies under x stays there. */
bool stage_timeline_zoom(Stage *stage, float factor, float x) {
    if (!has_lanes(stage)) return false;
    StageLayout *layout = &shown(stage)->layout;
    const LayoutItem *head = layout_part(layout, PART_PLAYHEAD);
    bool inside = x >= layout->lanes_x && x <= layout->lanes_x + layout->lanes_width;
    if (!inside && head) x = head->rect.x;
    float zoom = (stage->zoom > 0 ? stage->zoom : 1) * factor;
    bool whole = layout->fit.width <= layout->lanes_width + 1;
    if (zoom > MOST_ZOOM || zoom < LEAST_ZOOM || (factor < 1 && whole)) return false;
    TimelineAt at = timeline_at_x(&shown(stage)->model.timeline[0], &layout->fit,
                                  x - layout->lanes_x + layout->scroll);
    stage->zoom = zoom;
    if (!lay_out_again(stage)) return false;
    float there = timeline_x(shown(stage)->model.timeline, &layout->fit, at);
    float scroll = there - (x - layout->lanes_x);
    stage->scroll = layout->fit.width > layout->lanes_width ? (scroll > 0 ? scroll : 0) : -1;
    return lay_out_again(stage);
}

bool stage_timeline_pan(Stage *stage, float by) {
    if (!has_lanes(stage)) return false;
    StageLayout *layout = &shown(stage)->layout;
    float most = layout->fit.width - layout->lanes_width, scroll = layout->scroll + by;
    if (scroll > most) scroll = most;
    if (scroll < 0) scroll = 0;
    if (scroll >= layout->scroll && scroll <= layout->scroll) return false;
    stage->scroll = scroll;
    return lay_out_again(stage);
}

bool stage_timeline_lanes(Stage *stage, int by) {
    if (!has_lanes(stage)) return false;
    const StageLayout *layout = &shown(stage)->layout;
    int before = layout->first_lane;
    bool by_hand = stage->by_hand;
    stage->view.first_lane = before + by < 0 ? 0 : before + by;
    stage->by_hand = true;
    lay_out_again(stage);
    stage->view.first_lane = layout->first_lane;
    stage->by_hand = by_hand || layout->first_lane != before;
    return layout->first_lane != before;
}

void stage_timeline_hold(Stage *stage, bool hold) {
    if (hold && has_lanes(stage)) stage->scroll = shown(stage)->layout.scroll;
    stage->held = hold;
}

LayoutHit stage_hit(const Stage *stage, float x, float y) {
    const Picture *now = &stage->pictures[stage->now];
    if (!now->known) return (LayoutHit){.part = PART_COUNT};
    return layout_hit(&now->layout, &now->model, x, y);
}

uint64_t stage_scrub(const Stage *stage, float x) {
    const Picture *now = &stage->pictures[stage->now];
    return now->known ? layout_scrub(&now->layout, &now->model, x) : 0;
}

const SceneValues *stage_values(const Stage *stage) {
    return &stage->values;
}

const Model *stage_model(const Stage *stage) {
    return &stage->pictures[stage->now].model;
}

const StageLayout *stage_layout(const Stage *stage) {
    return &stage->pictures[stage->now].layout;
}
