/* The loop as a track, its three pills and the token. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

static const float CORNER = 46;

/* While the clock runs in a motion, the loop waits, whatever comes after it; unless a handle keeps
 * it from that. */
static ModelPhase phase_of(const Scene *s) {
    bool waits = s->view->layout->time_runs && !scene_blocks(s);
    return waits ? PHASE_WAIT : s->model->phase;
}

/* The part of the track that the loop is in, in its direction: anticlockwise. */
static void put_live(Scene *s, DrawRect t, const LayoutItem *token) {
    DrawStroke stroke = {.width = 4, .bend = CORNER};
    DrawColour live = s->theme->runline;
    float right = t.x + t.w, bottom = t.y + t.h;
    ModelPhase phase = phase_of(s);
    if (phase == PHASE_WAIT) {
        draw_line(s->list, t.x + CORNER, bottom, right - CORNER, bottom, live, stroke);
    } else if (phase == PHASE_TIMERS) {
        draw_line(s->list, right, bottom - CORNER, right, t.y + CORNER, live, stroke);
    } else {
        float end = token ? token->rect.y + token->rect.h / 2 : t.y + t.h * 0.364F;
        if (end < t.y + CORNER) end = t.y + CORNER;
        if (end > bottom - CORNER) end = bottom - CORNER;
        DrawPoint points[] = {{right - CORNER, t.y}, {t.x, t.y}, {t.x, end}};
        draw_polyline(s->list, points, 3, live, stroke);
    }
}

static void put_heads(Scene *s, DrawRect t) {
    const Theme *theme = s->theme;
    DrawColour rest = theme->line2, live = theme->runline;
    ModelPhase phase = phase_of(s);
    float top = t.x + t.w * 0.528F, bottom = t.x + t.w * 0.435F, side = t.y + t.h * 0.57F;
    draw_icon(s->list, ICON_HEAD_LEFT, top, t.y, 20, phase == PHASE_RUN ? live : rest);
    draw_icon(s->list, ICON_HEAD_DOWN, t.x, t.y + t.h * 0.61F, 20, rest);
    draw_icon(s->list, ICON_HEAD_RIGHT, bottom, t.y + t.h, 20, phase == PHASE_WAIT ? live : rest);
    draw_icon(s->list, ICON_HEAD_UP, t.x + t.w, side, 20, phase == PHASE_TIMERS ? live : rest);
}

/* The program has no loop: a frame that leads nowhere, and the words that say so. */
static void put_no_loop(Scene *s, DrawRect t) {
    const Theme *theme = s->theme;
    const char *words = text_get(s->model->words, TEXT_TRACK_NO_LOOP);
    float most = t.w - 200, w = scene_measure(s, FONT_UI_SEMIBOLD, 16, words);
    draw_box(s->list, draw_grow(t, 1.5F), CORNER + 1.5F, theme->stage, theme->line2,
             (DrawStroke){.width = 2, .on = 3, .off = 9});
    if (w > most) w = most;
    DrawRect pill = {t.x + 74, t.y - 18, w + 32, 36};
    draw_box(s->list, pill, 18, scene_dark(s) ? theme->stage : theme->bg1, theme->line2,
             (DrawStroke){.width = 2});
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, pill.x + 16, t.y + 6, w + 1, theme->text2, words);
}

void scene_track(Scene *s, const LayoutItem *item) {
    DrawRect t = item->rect, box = draw_grow(t, 1.5F);
    if (s->model->no_loop) {
        put_no_loop(s, t);
        return;
    }
    draw_box(s->list, box, CORNER + 1.5F, s->theme->stage, s->theme->line2,
             (DrawStroke){.width = 3});
    if (s->model->phase != PHASE_PROGRAM && !s->model->ended)
        put_live(s, t, layout_part(s->view->layout, PART_TOKEN));
    put_heads(s, t);
}

/* ---- Pills --------------------------------------------------------------------------------- */

/* One pip for each handle of the iteration: ran, running now, to come. */
static void put_pips(Scene *s, float x, float cy, DrawColour ink) {
    int ran = s->model->ran_count, left = s->model->iteration_left;
    if (phase_of(s) != PHASE_RUN) return;
    if (ran + left > 9) {
        char text[48];
        snprintf(text, sizeof text, "%d / %d", ran, ran + left);
        scene_text(s, FONT_MONO_SEMIBOLD, 16, x + 4, cy + 6, ink, text);
        return;
    }
    bool running = s->model->running.id != 0;
    for (int i = 0; i < ran + left; i++) {
        float cx = x + 11 + 22 * (float)i;
        bool now = running && i == ran - 1;
        if (i < ran && !now) {
            draw_disc(s->list, cx, cy, 6, ink);
            continue;
        }
        draw_ring(s->list, cx, cy, 5, ink, (DrawStroke){.width = 2});
        if (now) draw_disc(s->list, cx, cy, 2.6F, ink);
    }
}

/* With the air around them; as layout_track.c reserves it. */
static float pips_width(Scene *s) {
    int pips = phase_of(s) == PHASE_RUN ? s->model->ran_count + s->model->iteration_left : 0;
    if (pips > 9) {
        char most[48];
        snprintf(most, sizeof most, "%d / %d", pips, pips);
        return 28 + scene_measure(s, FONT_MONO_SEMIBOLD, 16, most);
    }
    return pips ? 18 + 22 * (float)pips : 12;
}

static bool is_live(const Scene *s, int number) {
    static const ModelPhase phases[] = {PHASE_RUN, PHASE_WAIT, PHASE_TIMERS};
    return !s->model->ended && phase_of(s) == phases[number - 1];
}

/* The token of a deadlock stands at the wait for ever. */
static void put_stop(Scene *s, DrawRect pill) {
    const Theme *t = s->theme;
    float cx = pill.x + pill.w + 12, cy = pill.y + pill.h / 2;
    draw_disc(s->list, cx, cy, 18, t->bg0);
    draw_ring(s->list, cx, cy, 17, t->failed, (DrawStroke){.width = 2});
    draw_icon(s->list, ICON_FAILED, cx, cy, 24, t->failed);
}

void scene_pill(Scene *s, const LayoutItem *item) {
    static const TextKey keys[] = {TEXT_PHASE_RUN, TEXT_PHASE_WAIT, TEXT_PHASE_TIMERS};
    const Theme *t = s->theme;
    int number = (int)item->id;
    bool live = is_live(s, number);
    DrawRect r = item->rect;
    float cy = r.y + r.h / 2;
    char digit[2] = {(char)('0' + number), 0};
    bool ever = number == 2 && s->model->graph.node_count > 0;
    const char *text = text_get(s->model->words, ever ? TEXT_PHASE_WAIT_EVER : keys[number - 1]);
    DrawColour ink = live ? t->running_ink : ever ? t->text : t->text2;
    if (ever)
        draw_box(s->list, r, r.h / 2, t->fail_tint, t->failed, (DrawStroke){.width = 2});
    else if (live)
        draw_fill(s->list, r, r.h / 2, t->running);
    else
        draw_box(s->list, r, r.h / 2, scene_dark(s) ? t->stage : t->bg1, t->line2,
                 (DrawStroke){.width = 2});
    float in = number == 1 ? 0 : 2; /* the outline's width */
    DrawColour disc = ever ? t->failed : live ? t->running_ink : t->bg3;
    draw_disc(s->list, r.x + 19 + in, cy, 13, disc);
    scene_text_centre(s, FONT_MONO_BOLD, 17, r.x + 19 + in, cy + 6,
                      ever   ? t->bg0
                      : live ? t->running
                             : t->text,
                      digit);
    bool pips = number == 1 && live;
    float room = r.w - 42 - in - (pips ? pips_width(s) : 12);
    float end = scene_text_fit(s, FONT_UI_SEMIBOLD, 16, r.x + 42 + in, cy + 6, room, ink, text);
    if (pips) put_pips(s, end + 8, cy, ink);
    if (ever) put_stop(s, r);
}

void scene_token(Scene *s, const LayoutItem *item) {
    float cx = item->rect.x + item->rect.w / 2, cy = item->rect.y + item->rect.h / 2;
    const Theme *t = s->theme;
    if (s->model->graph.node_count) return; /* see put_stop */
    draw_disc(s->list, cx, cy, 15, t->bg0);
    draw_ring(s->list, cx, cy, 14, t->runline, (DrawStroke){.width = 2});
    draw_disc(s->list, cx, cy, 9.5F, s->model->ended ? t->waiting : t->runline);
}
