#include "scene/scene.h"

#include <stdio.h>

enum { TIMER_LABEL = 160 };

void scene_timers(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    if (item->style == STYLE_SHORT) {
        if (s->model->timer_count == 0)
            scene_empty_tab(s, r, text_get(words, TEXT_TIMERS_NONE),
                            text_get(words, TEXT_TIMERS_HINT));
        return;
    }
    scene_panel(s, r);
    float x = scene_heading(s, r.x + 14, r.y + 26, t->text2, text_get(words, TEXT_TIMERS));
    float room = r.x + r.w - x - 24;
    char number[16], more[64];
    const char *arg[] = {number};
    more[0] = 0;
    snprintf(number, sizeof number, "%d", (int)item->value);
    if (item->value > 0) text_format(more, sizeof more, text_get(words, TEXT_MORE_N), arg, 1);
    if (*more) {
        scene_text_right(s, FONT_UI_REGULAR, 16, r.x + r.w - 14, r.y + 26, t->text2, more);
        room -= scene_measure(s, FONT_UI_REGULAR, 16, more) + 12;
    }
    /* A time that is cut is another time. */
    if (scene_measure(s, FONT_UI_REGULAR, 16, s->model->timers_fired) <= room + 8)
        scene_text(s, FONT_UI_REGULAR, 16, x + 12, r.y + 26, t->text2, s->model->timers_fired);
    if (s->model->timer_count == 0)
        scene_empty_box(s, r, text_get(words, TEXT_TIMERS_NONE), text_get(words, TEXT_TIMERS_HINT));
}

/* While a handle blocks the loop the clock runs past deadlines: what a timer says goes with it. */
static ModelTimer timer_now(Scene *s, const LayoutItem *item, char *left, size_t size) {
    ModelTimer timer = s->model->timers[item->index];
    if (!scene_blocks(s)) return timer;
    char number[32];
    const char *arg[] = {number};
    int64_t over = s->view->layout->time_ns - timer.when_ns, size_ns = over < 0 ? -over : over;
    timer.late = over > 0;
    snprintf(number, sizeof number, "%.1f", (double)(size_ns / 100000000) / 10);
    text_format(left, size,
                text_get(s->model->words, timer.late ? TEXT_TIMER_LATE : TEXT_IN_SECONDS), arg, 1);
    timer.left = left;
    return timer;
}

void scene_timer(Scene *s, const LayoutItem *item) {
    char left[64];
    const ModelTimer now = timer_now(s, item, left, sizeof left), *timer = &now;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    float cy = r.y + r.h / 2, size = r.h >= 44 ? 38 : r.h - 5, baseline = cy + 6;
    float share = item->value < 1 ? item->value : 1;
    if (item->value > 1) size *= item->value; /* it fires */
    if (timer->late)
        glyph_timer(s->list, r.x + 33, cy, size, 1, t->failed, t->fail_tint);
    else
        glyph_timer(s->list, r.x + 33, cy, size, share, t->text2, t->bg3);
    /* The next one comes to the place of a timer that fires: two texts would stand there. */
    if (item->value > 1) return;
    float x =
        scene_text(s, FONT_MONO_SEMIBOLD, s->type->code, r.x + 62, baseline, t->text, timer->when);
    float right = r.x + r.w - 4;
    if (r.w >= 300 || timer->late)
        right = scene_text_right(s, timer->late ? FONT_UI_SEMIBOLD : FONT_UI_REGULAR, 16,
                                 r.x + r.w - 14, baseline, timer->late ? t->failed : t->text2,
                                 timer->left);
    char label[TIMER_LABEL];
    scene_shorten(s, FONT_MONO_REGULAR, 16, timer->label, right - 10 - x - 10, label, sizeof label);
    scene_text(s, FONT_MONO_REGULAR, 16, x + 10, baseline, t->text, label);
}
