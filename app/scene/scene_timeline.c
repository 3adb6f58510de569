/* The timeline: legend, bands of instants, lanes of blocks, and the line to scrub on. */
#include "scene/scene.h"

#include <inttypes.h>
#include <stdio.h>

static const float FUTURE = 0.38F;

typedef struct {
    Scene *s;
    const StageLayout *layout;
    const Timeline *timeline;
    DrawRect panel;
    float top, bottom; /* of the lanes */
    float scroll, playhead;
    const TimelineLane *only; /* the one lane that stands alone */
} View;

static float x_of(const View *v, TimelineAt at) {
    return v->layout->lanes_x + timeline_x(v->timeline, &v->layout->fit, at) - v->scroll;
}

static float right_edge(const View *v) {
    return v->layout->lanes_x + v->layout->lanes_width + 20;
}

static bool is_seen(const View *v, float from, float to) {
    return to >= v->layout->lanes_x - 20 && from <= right_edge(v);
}

/* ---- Legend -------------------------------------------------------------------------------- */

/* A low bar of stripes with a soft rule above and below: a task that waits. */
static void put_hatch(Scene *s, DrawRect r, float origin) {
    DrawColour colour = s->theme->waiting, rule = draw_fade(colour, 0.55F);
    draw_fill(s->list, (DrawRect){r.x, r.y, r.w, 2}, 0, rule);
    draw_fill(s->list, (DrawRect){r.x, r.y + r.h - 2, r.w, 2}, 0, rule);
    draw_hatch(s->list, (DrawRect){r.x, r.y + 1, r.w, r.h - 2}, 0, colour, 7, 2, origin, false);
}

static float put_sample(Scene *s, ModelState state, float x, float cy) {
    const Theme *t = s->theme;
    DrawRect r = {x, cy - 8, 24, 16};
    if (state == STATE_READY)
        draw_box(s->list, r, 4, t->ready_tint, t->ready, (DrawStroke){.width = 2});
    else if (state == STATE_RUNNING)
        draw_box(s->list, r, 4, t->running, scene_dark(s) ? DRAW_NONE : t->runline,
                 (DrawStroke){.width = 1.4F});
    else if (state == STATE_WAITING)
        put_hatch(s, (DrawRect){x, cy - 5.5F, 24, 11}, x);
    else
        return x;
    return x + 24 + 7;
}

/* What only some runs have: a loop that was blocked, worker threads. */
static void put_rare(Scene *s, float x, float cy, float end) {
    const Timeline *t = s->model->timeline;
    const Theme *theme = s->theme;
    const char *blocked = text_get(s->model->words, TEXT_LEGEND_BLOCKED);
    const char *thread = text_get(s->model->words, TEXT_LEGEND_THREAD);
    float wide = scene_measure(s, FONT_UI_REGULAR, 16, blocked);
    if (t && t->blocked && x + 31 + wide < end) {
        glyph_hazard(s->list, (DrawRect){x, cy - 8, 24, 16}, 4, theme->running, theme->running_ink,
                     x);
        x = scene_text(s, FONT_UI_REGULAR, 16, x + 31, cy + 6, theme->text2, blocked) + 23;
    }
    wide = scene_measure(s, FONT_UI_REGULAR, 16, thread);
    if (!t || t->threads == 0 || x + 31 + wide > end) return;
    draw_box(s->list, (DrawRect){x, cy - 6, 24, 12}, 3, theme->line2, theme->text2,
             (DrawStroke){.width = 1.6F});
    scene_text(s, FONT_UI_REGULAR, 16, x + 31, cy + 6, theme->text2, thread);
}

static void put_legend(Scene *s, DrawRect panel) {
    static const struct {
        ModelState state;
        TextKey key;
    } entries[] = {
        {STATE_CREATED, TEXT_LEGEND_CREATED},     {STATE_READY, TEXT_LEGEND_READY},
        {STATE_RUNNING, TEXT_LEGEND_RUNNING},     {STATE_WAITING, TEXT_LEGEND_WAITING},
        {STATE_DONE, TEXT_LEGEND_DONE},           {STATE_FAILED, TEXT_LEGEND_FAILED},
        {STATE_CANCELLED, TEXT_LEGEND_CANCELLED},
    };
    const Theme *t = s->theme;
    float x = panel.x + 16, cy = panel.y + 20;
    const char *clock = text_get(s->model->words, TEXT_LEGEND_CLOCK);
    float right =
        scene_text_right(s, FONT_UI_REGULAR, 16, panel.x + panel.w - 16, cy + 6, t->text2, clock);
    draw_fill(s->list, (DrawRect){right - 31, cy - 8, 24, 16}, 4, t->band);
    const Timeline *timeline = s->model->timeline;
    bool rare = timeline && (timeline->blocked || timeline->threads);
    size_t count = rare ? 4 : sizeof entries / sizeof *entries;
    for (size_t i = rare ? 1 : 0; i < count; i++) {
        const char *word = text_get(s->model->words, entries[i].key);
        if (x + 70 + scene_measure(s, FONT_UI_REGULAR, 16, word) > right - 40) return;
        draw_icon(s->list, scene_state_icon(entries[i].state), x + 9, cy, 19,
                  scene_state_colour(s, entries[i].state));
        x = put_sample(s, entries[i].state, x + 26, cy);
        x = scene_text(s, FONT_UI_REGULAR, 16, x, cy + 6, t->text2, word) + 23;
    }
    if (rare) put_rare(s, x, cy, right - 40);
}

/* ---- Lanes --------------------------------------------------------------------------------- */

/* Long runs have a million of these, of which a hundred are in sight: both are in order. */
static size_t first_band(const View *v) {
    const TimelineFit *fit = &v->layout->fit;
    float left = v->scroll - 20;
    size_t low = 0, high = fit->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fit->x[middle] < left)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0; /* the one before may reach into sight */
}

static size_t first_block(const View *v, const TimelineLane *lane) {
    float left = v->layout->lanes_x - 20;
    size_t low = 0, high = lane->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x_of(v, lane->blocks[middle].to) < left)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void put_bands(const View *v) {
    const TimelineFit *fit = &v->layout->fit;
    for (size_t i = first_band(v), next; i < fit->count; i = next) {
        TimelineAt end = {(int)i, (float)v->timeline->instants[i].cells, 0};
        float from = v->layout->lanes_x + fit->x[i] - v->scroll, to = x_of(v, end) + fit->tail;
        if (from > right_edge(v)) return;
        float wide = to - from;
        draw_fill(v->s->list, (DrawRect){from, v->top, wide, v->bottom - v->top},
                  wide < 12 ? wide / 2 : 6, v->s->theme->band);
        /* Thin ones that would lie on each other are one. */
        next = i + 1;
        if (wide < 2) next = timeline_instant_at_x(fit, fit->x[i] + 2);
        if (next <= i) next = i + 1;
    }
}

static void put_created(const View *v, float from, float to, float cy) {
    DrawList *list = v->s->list;
    DrawColour colour = v->s->theme->created;
    DrawStroke dashed = {.width = 2, .on = 4, .off = 3};
    if (to - from < 3) return;
    draw_line(list, from + 1, cy - 6, from + 1, cy + 6, colour, (DrawStroke){.width = 2});
    draw_line(list, from, cy, to, cy, colour, dashed);
}

/* Running while time passes: the name of the call on a plain patch in the middle of the stripes. */
static void put_hazard(const View *v, const TimelineBlock *block, DrawRect r, float origin) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    glyph_hazard(s->list, r, 3, t->running, t->running_ink, origin);
    if (block->slept_ms == 0 || r.h < 13) return;
    char text[64];
    snprintf(text, sizeof text, "time.sleep(%g)", (double)block->slept_ms / 1000);
    float w = scene_measure(s, FONT_MONO_SEMIBOLD, 15, text);
    if (w + 40 > r.w) return;
    /* Left of the playhead, where there is room, so that it is not cut into two shades. */
    float over = v->playhead - r.x;
    float cx = r.x + (over > w + 40 && over < r.w ? over : r.w) / 2;
    draw_fill(s->list, (DrawRect){cx - w / 2 - 8, r.y, w + 16, r.h}, 0, t->running);
    scene_text_centre(s, FONT_MONO_SEMIBOLD, 15, cx, r.y + r.h / 2 + 5, t->running_ink, text);
}

static void put_block(const View *v, const TimelineBlock *block, float cy, float tall) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    float from = x_of(v, block->from), to = x_of(v, block->to), low = tall > 15 ? 11 : 9;
    if (to - from < 0.25F || !is_seen(v, from, to)) return;
    DrawRect high = {from + 0.5F, cy - tall / 2, to - from - 1, tall};
    if (high.w < 2) high.x = from, high.w = to - from > 2 ? to - from : 2;
    DrawRect flat = {from, cy - low / 2, to - from, low};
    bool hazard = block->kind == BLOCK_RUNNING && block->from.instant != block->to.instant;
    float origin = v->layout->lanes_x - v->scroll;
    switch ((BlockKind)block->kind) {
    case BLOCK_READY:
        draw_box(s->list, high, 4, t->ready_tint, t->ready,
                 (DrawStroke){.width = high.w < 7 ? 1.4F : 2});
        break;
    case BLOCK_RUNNING:
        if (hazard)
            put_hazard(v, block, high, origin);
        else
            draw_box(s->list, high, 3, t->running, scene_dark(s) ? DRAW_NONE : t->runline,
                     (DrawStroke){.width = 1.4F});
        break;
    case BLOCK_WAITING: put_hatch(s, flat, origin); break;
    case BLOCK_CANCELLING: glyph_cross_bar(s->list, flat, t->cancelled, origin); break;
    case BLOCK_CREATED: put_created(v, from, to, cy); break;
    }
}

static void put_cap(const View *v, const TimelineLane *lane, float cy) {
    const LayoutItem *item = layout_find(v->layout, PART_LANE, lane->task, 0);
    float size = item && item->value > 0 && item->value < 1 ? 0.6F + 0.4F * item->value : 1;
    static const ModelState states[] = {STATE_DONE, STATE_DONE, STATE_FAILED, STATE_CANCELLED};
    if (lane->end == LANE_OPEN) return;
    float x = x_of(v, lane->ended) + 12;
    if (!is_seen(v, x, x)) return;
    ModelState state = states[lane->end];
    draw_icon(v->s->list, scene_state_icon(state), x, cy, 17 * size,
              scene_state_colour(v->s, state));
}

static void put_blocks(const View *v, const TimelineLane *lane, float cy, float tall) {
    SceneLane thin = {v->s, lane, v->layout->lanes_x - v->scroll, cy, tall};
    for (size_t k = first_block(v, lane); k < lane->count;) {
        if (x_of(v, lane->blocks[k].from) > right_edge(v)) break;
        size_t next = scene_lane_bucket(&thin, k);
        if (next == k) put_block(v, &lane->blocks[next++], cy, tall);
        k = next;
    }
    put_cap(v, lane, cy);
}

static void put_only_lane(const View *v) {
    put_blocks(v, v->only, (v->top + v->bottom) / 2, 21);
}

/* What a worker thread does, and how each piece of work ended. The loop does not run it. */
static void put_jobs(const View *v, int number, float cy) {
    const Theme *t = v->s->theme;
    for (size_t i = 0; i < v->timeline->job_count; i++) {
        const TimelineJob *job = &v->timeline->jobs[i];
        if (job->number != number) continue;
        float from = x_of(v, job->from), to = x_of(v, job->to);
        if (!is_seen(v, from, to)) continue;
        DrawRect r = {from, cy - 6, to - from > 3 ? to - from : 3, 12};
        draw_box(v->s->list, r, 3, t->line2, t->text2, (DrawStroke){.width = 1.6F});
        if (!job->event_end) continue;
        ModelState state = job->failed ? STATE_FAILED : STATE_DONE;
        draw_icon(v->s->list, scene_state_icon(state), to + 11, cy, 15,
                  scene_state_colour(v->s, state));
    }
}

/* Nothing is to come: what waits now waits to the window's edge and beyond. */
static void put_for_ever(const View *v) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    const ModelGraph *g = &s->model->graph;
    float x = v->playhead + 2, right = v->panel.x + v->panel.w - 16;
    if (g->node_count == 0 || right - x < 20) return;
    for (size_t i = 0; i < v->layout->count; i++) {
        const LayoutItem *item = &v->layout->items[i];
        if (item->part != PART_LANE || item->ghost || item->sub == 1) continue;
        if (v->timeline->lanes[item->index].end != LANE_OPEN) continue;
        float cy = item->rect.y + item->rect.h / 2;
        DrawColour rule = draw_fade(t->failed, 0.55F);
        draw_fill(s->list, (DrawRect){x, cy - 5.5F, right - x, 2}, 0, rule);
        draw_fill(s->list, (DrawRect){x, cy + 3.5F, right - x, 2}, 0, rule);
        draw_hatch(s->list, (DrawRect){x, cy - 4.5F, right - x, 9}, 0, t->failed, 7, 2, x, false);
    }
    float w = scene_measure(s, FONT_UI_SEMIBOLD, 16, g->lanes) + 40;
    if (w + 30 > right - x) return;
    float cx = (x + right) / 2, cy = (v->top + v->bottom) / 2;
    DrawRect box = {cx - w / 2, cy - 17, w, 34};
    draw_box(s->list, box, 8, t->bg1, t->failed, (DrawStroke){.width = 2});
    scene_text_centre(s, FONT_UI_SEMIBOLD, 16, cx, cy + 6, t->text, g->lanes);
}

static void put_lane_blocks(const View *v) {
    float tall = v->layout->grid.lane >= 25 ? 17 : 14;
    for (size_t i = 0; i < v->layout->count; i++) {
        const LayoutItem *item = &v->layout->items[i];
        if (item->part != PART_LANE || item->ghost) continue;
        float cy = item->rect.y + item->rect.h / 2;
        if (item->sub == 1) {
            put_jobs(v, item->index, cy);
            continue;
        }
        const TimelineLane *lane = &v->timeline->lanes[item->index];
        if (v->s->model->hidden_task && lane->task == v->s->model->hidden_task) continue;
        put_blocks(v, lane, cy, tall);
    }
}

/* What has been is drawn fully, what is to come faintly, each in its half of the lanes. */
static void put_halves(const View *v, void (*put)(const View *v)) {
    DrawList *list = v->s->list;
    float left = v->layout->lanes_x - 4, right = right_edge(v), h = v->bottom - v->top + 8;
    float x = v->playhead < left ? left : v->playhead > right ? right : v->playhead;
    draw_clip_push(list, (DrawRect){left, v->top - 4, x - left, h});
    put(v);
    draw_clip_pop(list);
    if (right - x < 1 || v->s->model->view == VIEW_PREDICT) return;
    draw_clip_push(list, (DrawRect){x, v->top - 4, right - x, h});
    draw_alpha_push(list, FUTURE);
    put(v);
    draw_alpha_pop(list);
    draw_clip_pop(list);
}

/* Nobody is told what is to come, nor what the task does whose state is asked for. */
static void put_unknown(const View *v) {
    Scene *s = v->s;
    float left = v->layout->lanes_x, right = right_edge(v);
    float x = v->playhead < left ? left : v->playhead > right ? right : v->playhead;
    DrawColour colour = draw_fade(s->theme->line2, 0.5F);
    DrawRect rest = {x + 2, v->top, right - x - 2, v->bottom - v->top};
    if (rest.w > 2) draw_fill(s->list, rest, 0, s->theme->bg1); /* over the chart of many */
    if (rest.w > 2) draw_hatch(s->list, rest, 0, colour, 22, 1.6F, left, false);
    for (size_t i = 0; s->model->hidden_task && i < v->layout->count; i++) {
        const LayoutItem *item = &v->layout->items[i];
        if (item->part != PART_LANE || item->id != s->model->hidden_task) continue;
        DrawRect r = {left, item->rect.y + 3, x - left - 2, item->rect.h - 6};
        draw_hatch(s->list, r, 0, colour, 22, 1.6F, left, false);
    }
}

/* ---- Times and the scrub line -------------------------------------------------------------- */

static void seconds(char *out, size_t size, int64_t ns) {
    int length = snprintf(out, size, "%" PRId64 ".%09" PRId64, ns / 1000000000, ns % 1000000000);
    while (length > 0 && out[length - 1] == '0') out[--length] = 0;
    if (length > 0 && out[length - 1] == '.') out[length - 1] = 0;
}

static float instant_middle(const View *v, size_t i) {
    const TimelineFit *fit = &v->layout->fit;
    TimelineAt end = {(int)i, (float)v->timeline->instants[i].cells, 0};
    float from = v->layout->lanes_x + fit->x[i] - v->scroll;
    return (from + x_of(v, end) + fit->tail) / 2;
}

/* A number under its instant. */
typedef struct {
    char text[40];
    float x, half;
    FontId font;
} Label;

static Label label_of(const View *v, size_t i, bool now) {
    Label l = {.font = now ? FONT_MONO_BOLD : FONT_MONO_REGULAR};
    seconds(l.text, sizeof l.text, v->timeline->instants[i].time_ns);
    l.half = scene_measure(v->s, l.font, 16, l.text) / 2;
    l.x = instant_middle(v, i);
    /* The playhead's line does not go through the present time. */
    if (now && l.x - l.half - 6 < v->playhead && l.x + l.half + 6 > v->playhead)
        l.x = v->playhead - l.half - 8;
    return l;
}

/* The last instant that is not in the future. */
static size_t instant_now(const View *v) {
    size_t low = 0, high = v->layout->fit.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (v->timeline->instants[middle].time_ns <= v->s->model->time_ns)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

/* The present time is always shown; others where they do not touch their neighbour. */
static void put_times(const View *v, float baseline) {
    size_t count = v->layout->fit.count, now = 0;
    const Theme *t = v->s->theme;
    now = instant_now(v);
    Label here = label_of(v, now, true);
    float most = v->panel.x + v->panel.w - 8 - here.half;
    if (here.x > most) here.x = most;
    scene_text_centre(v->s, here.font, 16, here.x, baseline, t->runtext, here.text);
    float left = v->layout->lanes_x - 6;
    if (v->s->model->view == VIEW_PREDICT) count = now + 1;
    for (size_t i = first_band(v); i < count; i++) {
        if (instant_middle(v, i) > right_edge(v) + 12) break;
        /* Of a crowd only those that have room are looked at. */
        size_t next =
            timeline_instant_at_x(&v->layout->fit, left - v->layout->lanes_x + v->scroll - 40);
        if (next > i && (i > now || next <= now)) i = next < count ? next : count - 1;
        if (i == now) {
            left = here.x + here.half + 10;
            continue;
        }
        float right = i < now ? here.x - here.half - 10 : v->panel.x + v->panel.w - 8;
        float middle = instant_middle(v, i);
        if (middle < left || middle > right) continue;
        Label l = label_of(v, i, false);
        if (l.x - l.half < left || l.x + l.half > right) continue;
        scene_text_centre(v->s, l.font, 16, l.x, baseline, t->text2, l.text);
        left = l.x + l.half + 10;
    }
}

static void put_diamond(Scene *s, float x, float y, float radius) {
    const Theme *t = s->theme;
    draw_icon(s->list, ICON_DIAMOND, x, y, radius * 2 + 3, t->text);
    draw_icon(s->list, ICON_DIAMOND, x, y, radius * 2 - 3, t->bg0);
}

/* From when on a deadlock was certain, and in words behind the playhead. */
static void put_certain(const View *v, float playhead, float y) {
    Scene *s = v->s;
    const ModelGraph *g = &s->model->graph;
    if (g->node_count == 0 || !g->dated) return;
    float x = x_of(v, g->certain);
    if (is_seen(v, x, x)) put_diamond(s, x < playhead - 14 ? x : playhead - 14, y, 8);
    float left = playhead + 22, right = v->panel.x + v->panel.w - 16;
    if (right - left > 200)
        scene_text_fit(s, FONT_UI_REGULAR, 16, left, y + 5.5F, right - left, s->theme->text2,
                       g->certain_text);
}

static void put_scrub(const View *v, float y) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    float left = v->layout->lanes_x + 4,
          right = v->layout->lanes_x + v->layout->fit.width - v->scroll;
    if (right > right_edge(v)) right = right_edge(v);
    if (right < left + 10) right = left + 10;
    float x = v->playhead < left ? left : v->playhead > right ? right : v->playhead;
    draw_line(s->list, x, y, right, y, t->line, (DrawStroke){.width = 6, .cap = DRAW_CAP_ROUND});
    draw_line(s->list, left, y, x, y, t->runline, (DrawStroke){.width = 6, .cap = DRAW_CAP_ROUND});
    if (s->model->view == VIEW_PREDICT) right = x;
    put_certain(v, x, y);
    SceneMarkers markers = {s, v->layout->lanes_x - v->scroll, left, right, y};
    scene_markers(&markers);
}

/* In a question the lanes of tasks to come are not counted: they would tell of them. */
static bool is_counted(const View *v, const TimelineLane *lane) {
    const Model *m = v->s->model;
    return lane->row >= 0 && (m->view != VIEW_PREDICT || model_seat(m, lane->task));
}

/* Lanes that are scrolled out of sight: how many above, how many below. */
static bool put_more_lanes(const View *v, float x, float baseline) {
    Scene *s = v->s;
    struct {
        int count;
        TextKey key;
        DrawIcon icon;
        char words[64], number[16];
    } sides[] = {{0, TEXT_LANES_ABOVE, ICON_CHEVRON_UP, "", ""},
                 {0, TEXT_LANES_BELOW, ICON_CHEVRON_DOWN, "", ""}};
    int first = v->layout->first_lane, shown = v->layout->grid.lanes_shown;
    float wide = 0, room = v->layout->lanes_x - 8 - x;
    if (v->layout->grid.lanes_as != LANES_BARS) return false;
    for (size_t i = 0; i < v->timeline->lane_count; i++) {
        const TimelineLane *lane = &v->timeline->lanes[i];
        if (!is_counted(v, lane)) continue;
        sides[0].count += lane->row < first;
        sides[1].count += lane->row >= first + shown;
    }
    for (int i = 0; i < 2; i++) {
        snprintf(sides[i].number, sizeof sides[i].number, "%d", sides[i].count);
        text_format(sides[i].words, sizeof sides[i].words, text_get(s->model->words, sides[i].key),
                    (const char *const[]){sides[i].number}, 1);
        if (sides[i].count) wide += 32 + scene_measure(s, FONT_UI_REGULAR, 16, sides[i].words);
    }
    for (int i = 0; i < 2; i++) {
        if (!sides[i].count) continue;
        const char *said = wide - 14 <= room ? sides[i].words : sides[i].number;
        draw_icon(s->list, sides[i].icon, x + 6, baseline - 5.5F, 15, s->theme->text);
        x = scene_text(s, FONT_UI_REGULAR, 16, x + 18, baseline, s->theme->text, said) + 14;
    }
    return sides[0].count || sides[1].count;
}

static void put_words(const View *v, float times, float scrub) {
    Scene *s = v->s;
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    float x = v->panel.x + (s->compact ? 12 : 16);
    if (!put_more_lanes(v, x, times))
        scene_text(s, FONT_UI_REGULAR, 16, x, times, t->text2, text_get(words, TEXT_TIME_IN_S));
    if (s->compact) return;
    float room = v->layout->lanes_x - 8;
    draw_line(s->list, x - 2, scrub - 8, x - 2, scrub + 6, t->text2, (DrawStroke){.width = 3});
    x = scene_text(s, FONT_UI_REGULAR, 16, x + 6, scrub + 5, t->text2, text_get(words, TEXT_PRINT));
    if (x + 30 + scene_measure(s, FONT_UI_REGULAR, 16, text_get(words, TEXT_MOMENT)) > room) return;
    put_diamond(s, x + 16, scrub, 8);
    scene_text(s, FONT_UI_REGULAR, 16, x + 29, scrub + 5, t->text2, text_get(words, TEXT_MOMENT));
}

void scene_timeline(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const StageLayout *layout = s->view->layout;
    scene_panel(s, r);
    if (!s->compact && layout->grid.lanes_as == LANES_BARS) put_legend(s, r);
    if (!s->model->timeline || layout->fit.count == 0) return;
    const LayoutItem *head = layout_part(layout, PART_PLAYHEAD);
    View v = {s, layout, s->model->timeline, r, 0, 0, item->value, head ? head->rect.x : 0, NULL};
    v.top = r.y + (s->compact ? 8 : LEGEND_HEIGHT);
    v.bottom = v.top + layout->grid.lane * (float)layout->grid.lanes_shown;
    if (layout->grid.threads_shown)
        v.bottom += THREADS_GAP + layout->grid.lane * (float)layout->grid.threads_shown;
    float times = r.y + r.h - (s->compact ? 25 : 34), scrub = r.y + r.h - (s->compact ? 12 : 17);
    if (layout->grid.lanes_as == LANES_CHART) {
        scene_chart(s, r);
    } else {
        put_halves(&v, put_bands);
        put_halves(&v, put_lane_blocks);
        put_for_ever(&v);
    }
    if (s->model->view == VIEW_PREDICT) put_unknown(&v);
    put_times(&v, times);
    put_words(&v, times, scrub);
    put_scrub(&v, scrub);
}

void scene_own_lane(Scene *s, const StageLayout *own, uint32_t task, DrawRect r) {
    const Timeline *timeline = s->model->timeline;
    View v = {.s = s, .layout = own, .timeline = timeline, .panel = r, .scroll = own->scroll};
    const SceneView *kept = s->view, alone = {.model = s->model, .layout = own, .fonts = s->fonts};
    v.only = timeline_lane(timeline, task);
    if (!v.only || own->fit.count == 0) return;
    v.top = r.y;
    v.bottom = r.y + r.h;
    v.playhead = x_of(&v, s->model->playhead);
    s->view = &alone; /* lanes from far away look there for the width of the run */
    put_halves(&v, put_bands);
    put_halves(&v, put_only_lane);
    draw_line(s->list, v.playhead, v.top - 5, v.playhead, v.bottom + 4, s->theme->runline,
              (DrawStroke){.width = 2.5F});
    put_times(&v, v.bottom + 22);
    s->view = kept;
}

static void put_rows(const View *v) {
    float lane = v->layout->grid.lane, tall = lane >= 25 ? lane * 0.62F : 14;
    for (size_t i = 0; i < v->timeline->lane_count; i++) {
        const TimelineLane *its = &v->timeline->lanes[i];
        if (its->row < 0 || its->row >= v->layout->grid.lanes_shown) continue;
        put_blocks(v, its, v->top + ((float)its->row + 0.5F) * lane, tall);
    }
    float threads = v->top + (float)v->layout->grid.lanes_shown * lane + THREADS_GAP;
    for (int i = 0; i < v->layout->grid.threads_shown; i++)
        put_jobs(v, i + 1, threads + ((float)i + 0.5F) * lane);
}

void scene_run_lanes(Scene *s, const StageLayout *own, DrawRect r, float playhead) {
    View v = {.s = s, .layout = own, .timeline = s->model->timeline, .panel = r};
    const SceneView *kept = s->view, alone = {.model = s->model, .layout = own, .fonts = s->fonts};
    v.top = r.y;
    v.bottom = r.y + own->grid.lane * (float)own->grid.lanes_shown;
    if (own->grid.threads_shown)
        v.bottom += THREADS_GAP + own->grid.lane * (float)own->grid.threads_shown;
    v.playhead = playhead;
    s->view = &alone;
    put_halves(&v, put_bands);
    put_halves(&v, put_rows);
    put_times(&v, v.bottom + 21);
    s->view = kept;
}

/* Before a lane's name; in low lanes as wide as there is room, so that its number can be read. */
static void put_lane_badge(Scene *s, ModelBadge badge, DrawRect lane) {
    float cy = lane.y + lane.h / 2, x = lane.x + (s->compact ? 2 : 5);
    if (lane.h >= 25)
        scene_badge(s, badge, lane.x + (s->compact ? 16 : 19), cy,
                    badge.who == WHO_THREAD ? 22 : 23);
    else
        scene_low_badge(s, badge, (DrawRect){x, cy - 8.5F, s->compact ? 26 : 28, 17});
}

/* The lane of a worker thread: its octagon and its number in words. */
static void put_thread_lane(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    float cy = r.y + r.h / 2, left = s->view->layout->lanes_x;
    ModelBadge badge = {.who = WHO_THREAD, .number = item->index};
    char number[16], name[64];
    const char *arg[] = {number};
    snprintf(number, sizeof number, "%d", item->index);
    text_format(name, sizeof name, text_get(s->model->words, TEXT_THREAD_N), arg, 1);
    if (item->index == 1)
        draw_line(s->list, r.x + 8, r.y - 4, r.x + r.w - 8, r.y - 4, s->theme->line,
                  (DrawStroke){.width = 1});
    put_lane_badge(s, badge, r);
    float x = r.x + (s->compact ? 38 : 46);
    scene_text_fit(s, FONT_MONO_REGULAR, 16, x, cy + 5.5F, left - 8 - x, s->theme->text2, name);
}

void scene_lane(Scene *s, const LayoutItem *item) {
    if (item->sub == 1) {
        put_thread_lane(s, item);
        return;
    }
    const TimelineLane *lane = &s->model->timeline->lanes[item->index];
    DrawRect r = item->rect;
    const ModelSeat *seat = model_seat(s->model, lane->task);
    ModelBadge badge = {.who = WHO_TASK, .number = lane->number, .id = lane->task};
    float cy = r.y + r.h / 2;
    if (!seat && s->model->view == VIEW_PREDICT) return;
    if (!seat) draw_alpha_push(s->list, FUTURE);
    put_lane_badge(s, badge, r);
    if (!seat) draw_alpha_pop(s->list);
    if (!seat) return;
    float name = r.x + (s->compact ? 32 : 40);
    float room = s->view->layout->lanes_x - 8 - name;
    bool fits = scene_measure(s, FONT_MONO_REGULAR, 16, seat->label) <= room;
    scene_text_fit(s, FONT_MONO_REGULAR, 16, name, cy + 5.5F, room, s->theme->text,
                   fits ? seat->label : seat->short_label);
}

void scene_playhead(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const StageLayout *layout = s->view->layout;
    float scrub = r.y + r.h - (s->compact ? 8 : 7);
    if (r.x < layout->lanes_x - 4 || r.x > layout->lanes_x + layout->lanes_width + 20) return;
    draw_line(s->list, r.x, r.y, r.x, scrub, s->theme->runline, (DrawStroke){.width = 2.5F});
    draw_disc(s->list, r.x, scrub, 9, s->theme->runline);
}
