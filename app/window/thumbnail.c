#include "window/thumbnail.h"

static const float FUTURE = 0.38F, CAP = 26, LANE = 26;

typedef struct {
    Scene *s;
    const Timeline *timeline;
    TimelineFit fit;
    float left, scale; /* scale: of a run that does not fit */
    float top, lane;
    int lanes;
} View;

static float x_of(const View *v, TimelineAt at) {
    return v->left + timeline_x(v->timeline, &v->fit, at) * v->scale;
}

static void put_bands(const View *v) {
    for (size_t i = 0; i < v->timeline->instant_count; i++) {
        TimelineAt end = {(int)i, (float)v->timeline->instants[i].cells, 0};
        float from = v->left + v->fit.x[i] * v->scale;
        float to = x_of(v, end) + v->fit.tail * v->scale;
        DrawRect band = {from, v->top - 3, to - from, v->lane * (float)v->lanes + 6};
        draw_fill(v->s->list, band, 5, v->s->theme->band);
    }
}

static void put_block(const View *v, const TimelineBlock *block, float cy) {
    const Theme *t = v->s->theme;
    DrawList *list = v->s->list;
    float from = x_of(v, block->from), to = x_of(v, block->to);
    float tall = v->lane * 0.6F, low = v->lane * 0.3F;
    if (to - from < 0.25F) return;
    float wide = to - from < 2 ? 2 : to - from;
    DrawRect high = {from, cy - tall / 2, wide, tall}, flat = {from, cy - low / 2, wide, low};
    bool light = t->id == THEME_LIGHT;
    DrawStroke thin = {.width = 1.5F};
    switch ((BlockKind)block->kind) {
    case BLOCK_READY: draw_box(list, high, 3, t->ready_tint, t->ready, thin); break;
    case BLOCK_RUNNING:
        draw_box(list, high, 2, t->running, light ? t->runline : DRAW_NONE, thin);
        break;
    case BLOCK_WAITING: glyph_hatch_bar(list, flat, t->waiting, v->left); break;
    case BLOCK_CANCELLING: glyph_cross_bar(list, flat, t->cancelled, v->left); break;
    case BLOCK_CREATED:
        draw_line(list, from, cy, to, cy, t->created,
                  (DrawStroke){.width = 1.5F, .on = 3, .off = 3});
        break;
    }
}

static void put_cap(const View *v, const TimelineLane *lane, float cy) {
    static const ModelState states[] = {STATE_DONE, STATE_DONE, STATE_FAILED, STATE_CANCELLED};
    if (lane->end == LANE_OPEN) return;
    ModelState state = states[lane->end];
    float size = v->lane * 0.62F < 17 ? v->lane * 0.62F : 17;
    draw_icon(v->s->list, scene_state_icon(state), x_of(v, lane->ended) + size * 0.75F, cy, size,
              scene_state_colour(v->s, state));
}

static void put_all(const View *v) {
    put_bands(v);
    for (int i = 0; i < v->lanes; i++) {
        const TimelineLane *lane = &v->timeline->lanes[i];
        float cy = v->top + ((float)i + 0.5F) * v->lane;
        for (size_t k = 0; k < lane->count; k++) put_block(v, &lane->blocks[k], cy);
        put_cap(v, lane, cy);
    }
}

static void put_halves(const View *v, DrawRect r, float x) {
    DrawList *list = v->s->list;
    draw_clip_push(list, (DrawRect){r.x, r.y, x - r.x, r.h});
    put_all(v);
    draw_clip_pop(list);
    draw_clip_push(list, (DrawRect){x, r.y, r.x + r.w - x, r.h});
    draw_alpha_push(list, FUTURE);
    put_all(v);
    draw_alpha_pop(list);
    draw_clip_pop(list);
    draw_line(list, x, v->top - 8, x, v->top + v->lane * (float)v->lanes + 8, v->s->theme->runline,
              (DrawStroke){.width = 2.5F});
}

void thumbnail_draw(Scene *s, const Timeline *timeline, DrawRect r, const TimelineAt *playhead) {
    float width = r.w - CAP;
    View v = {.s = s, .timeline = timeline, .left = r.x, .scale = 1};
    if (timeline->instant_count == 0 || timeline->lane_count == 0 || width <= 0) return;
    if (!timeline_fit(timeline, width, 1, &v.fit)) return;
    if (v.fit.width > 0) v.scale = width / v.fit.width;
    if (v.scale > 1.6F) v.scale = 1.6F;
    v.left += (width - v.fit.width * v.scale) / 2;
    v.lane = r.h / (float)timeline->lane_count;
    v.lane = v.lane > LANE ? LANE : v.lane < 9 ? 9 : v.lane;
    int room = (int)(r.h / v.lane);
    v.lanes = (int)timeline->lane_count < room ? (int)timeline->lane_count : room;
    v.top = r.y + (r.h - v.lane * (float)v.lanes) / 2;
    if (playhead) {
        put_halves(&v, r, x_of(&v, *playhead));
    } else {
        put_all(&v);
    }
    timeline_fit_clear(&v.fit);
}
