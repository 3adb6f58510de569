/* Worker threads: outside the loop, so without the loop's amber unless this step changed them. */
#include "scene/scene.h"

#include <stdio.h>

void scene_threads(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    const char *none = text_get(words, TEXT_THREADS_NONE);
    if (item->style == STYLE_FULL) {
        scene_panel(s, r);
        float x =
            scene_heading(s, r.x + 14, r.y + 26, t->text2, text_get(words, TEXT_WORKER_THREADS));
        char number[16], more[64];
        const char *arg[] = {number};
        float right = r.x + r.w - 14;
        snprintf(number, sizeof number, "%d", (int)item->value);
        text_format(more, sizeof more, text_get(words, TEXT_MORE_N), arg, 1);
        if (item->value > 0)
            right = scene_text_right(s, FONT_UI_REGULAR, 16, right, r.y + 26, t->text2, more) - 12;
        scene_text_fit(s, FONT_UI_REGULAR, 16, x + 16, r.y + 26, right - x - 16, t->text2,
                       s->model->threads_note);
    }
    if (s->model->thread_count == 0)
        scene_text(s, FONT_UI_REGULAR, 16, r.x + 14,
                   r.y + (item->style == STYLE_FULL ? 58 : r.h / 2 + 6), t->text2, none);
}

void scene_thread(Scene *s, const LayoutItem *item) {
    const ModelThread *thread = &s->model->threads[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    bool over = thread->state == STATE_DONE || thread->state == STATE_FAILED;
    DrawStroke stroke = {.width = thread->fresh ? 2 : 1.4F};
    if (over && !thread->fresh) stroke = (DrawStroke){.width = 2, .on = 2, .off = 3};
    draw_box(s->list, r, 12, scene_dark(s) ? t->bg2 : t->bg1, thread->fresh ? t->runline : t->line2,
             stroke);
    float pad = 12, cy = r.y + 22, x = r.x + pad + 36, right = r.x + r.w - pad - 9;
    scene_badge(s, thread->badge, r.x + pad + 15, cy, 26);
    /* A thread that works is no business of the loop: not amber, and it has no glyph of a task. */
    if (over)
        draw_icon(s->list, scene_state_icon(thread->state), right, cy, 20,
                  scene_state_colour(s, thread->state));
    scene_text_fit(s, FONT_MONO_REGULAR, 16, x, cy + 6, right - 16 - x, t->text, thread->call);
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text, 22, 0, 1};
    float baseline = item->style == STYLE_SHORT ? r.y + r.h - 12 : cy + 33;
    scene_sentence(s, &thread->doing, &style, r.x + pad, baseline, r.w - 2 * pad);
    if (item->style == STYLE_FULL)
        scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + pad, cy + 55, r.w - 2 * pad, t->text2,
                       thread->then);
}
