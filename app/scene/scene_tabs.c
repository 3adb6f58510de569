/* Futures, queues and timers of a small window: one box with three tabs at its left. */
#include "scene/scene.h"

#include <stdio.h>

void scene_tabs(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    scene_panel(s, r);
    float x = r.x + 166;
    draw_line(s->list, x, r.y + 10, x, r.y + r.h - 10, s->theme->line, (DrawStroke){.width = 2});
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
        snprintf(name, sizeof name, "%s",
                 text_get(m->words, futures ? TEXT_FUTURES : TEXT_TIMERS_SHORT));
        snprintf(amount, sizeof amount, "%d", futures ? m->future_count : m->timer_count);
    }
    DrawRect r = item->rect;
    float baseline = r.y + r.h / 2 + 5.5F;
    if (open) draw_fill(s->list, r, 6, t->bg3);
    float right = scene_text_right(s, FONT_MONO_REGULAR, 16, r.x + r.w - 10, baseline,
                                   open ? t->text : t->text2, amounts);
    /* "gate" rather than "Semaphor…". */
    FontId font = open ? FONT_UI_SEMIBOLD : FONT_UI_REGULAR;
    float room = right - 8 - r.x - 10;
    bool fits = item->id != 1 || scene_measure(s, font, 16, name) <= room;
    scene_text_fit(s, font, 16, r.x + 10, baseline, room, open ? t->text : t->text2,
                   fits ? name : m->syncs[item->index].name);
}
