/* Futures, queues and timers of a small window: one box with three tabs at its left. */
#include "scene/scene.h"

#include <stdio.h>

void scene_tabs(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    scene_panel(s, r);
    float x = r.x + 166;
    draw_line(s->list, x, r.y + 10, x, r.y + r.h - 10, s->theme->line, (DrawStroke){.width = 2});
}

static int pending_futures(const Model *model) {
    int count = 0;
    for (int i = 0; i < model->future_count; i++)
        count += model->futures[i].result == RESULT_PENDING;
    return count;
}

void scene_tab(Scene *s, const LayoutItem *item) {
    const Theme *t = s->theme;
    const Model *m = s->model;
    bool open = item->value > 0;
    char name[64], amount[24];
    const char *amounts = amount;
    if (item->id == 1) {
        const ModelSync *sync = &m->syncs[item->index];
        snprintf(name, sizeof name, "%s %s", sync->type, sync->name);
        amounts = sync->amount;
    } else if (item->id == 4) {
        snprintf(name, sizeof name, "%s", text_get(m->words, TEXT_THREADS_SHORT));
        snprintf(amount, sizeof amount, "%d", m->thread_count);
    } else {
        bool futures = item->id == 2;
        snprintf(name, sizeof name, "%s", text_get(m->words, futures ? TEXT_FUTURES : TEXT_TIMERS));
        snprintf(amount, sizeof amount, "%d", futures ? pending_futures(m) : m->timer_count);
    }
    DrawRect r = item->rect;
    float baseline = r.y + r.h / 2 + 5.5F;
    if (open) draw_fill(s->list, r, 6, t->bg3);
    float right = scene_text_right(s, FONT_MONO_REGULAR, 16, r.x + r.w - 10, baseline,
                                   open ? t->text : t->text2, amounts);
    scene_text_fit(s, open ? FONT_UI_SEMIBOLD : FONT_UI_REGULAR, 16, r.x + 10, baseline,
                   right - 8 - r.x - 10, open ? t->text : t->text2, name);
}
