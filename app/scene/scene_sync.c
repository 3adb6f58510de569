/* Queues, locks and events: slots with a line of tasks on each side. */
#include "scene/scene.h"

#include <stdio.h>

/* ---- The box ------------------------------------------------------------------------------- */

static const LayoutItem *slot_at(Scene *s, uint32_t id, int index) {
    return layout_find(s->view->layout, PART_SLOT, id, (uint32_t)index);
}

/* A word, under it "none" or the badges, and an arrow towards the slots or away from them. */
static void put_line(Scene *s, const ModelSync *sync, bool left, float x, float arrow, float cy) {
    const char *name = left ? sync->left_name : sync->right_name;
    int count = left ? sync->left_count : sync->right_count;
    const Theme *t = s->theme;
    if (!*name) return;
    scene_text(s, FONT_UI_REGULAR, 16, x, cy - 3, t->text2, name);
    if (count == 0)
        scene_text(s, FONT_UI_REGULAR, 16, x, cy + 19, t->text2,
                   text_get(s->model->words, TEXT_NONE));
    draw_icon(s->list, ICON_LEFT, arrow, cy, 22, t->text2);
}

/* The last slot that is drawn: of many not all are. */
static const LayoutItem *last_slot(Scene *s, const ModelSync *sync) {
    const LayoutItem *last = NULL;
    for (int i = sync->slot_count; !last && i-- > 0;) last = slot_at(s, sync->id, i);
    return last;
}

static void put_lines(Scene *s, const ModelSync *sync, DrawRect r) {
    const LayoutItem *first = slot_at(s, sync->id, 0), *last = last_slot(s, sync);
    if (!first || !last) return;
    float cy = first->rect.y + first->rect.h / 2, end = last->rect.x + last->rect.w;
    bool narrow = r.w < 300;
    if (!narrow || sync->left_count > 0) put_line(s, sync, true, r.x + 14, first->rect.x - 18, cy);
    if (!narrow || sync->right_count > 0) put_line(s, sync, false, end + 34, end + 16, cy);
}

static void put_tab_facts(Scene *s, const ModelSync *sync, DrawRect r) {
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    float x = r.x + r.w * (r.w < 640 ? 0.82F : 0.635F), cy = r.y + r.h / 2;
    if (sync->kind != SYNC_QUEUE) {
        scene_text_fit(s, FONT_UI_REGULAR, 16, x, cy + 6, r.x + r.w - x - 12, t->text2, sync->foot);
        return;
    }
    scene_text(s, FONT_UI_REGULAR, 16, x, cy - 8, t->text2, text_get(words, TEXT_UNFINISHED_WORD));
    scene_text(s, FONT_MONO_REGULAR, 16, x, cy + 16, t->text, sync->unfinished);
    if (s->model->timer_count == 0 || r.w < 640) return;
    const ModelTimer *timer = &s->model->timers[0];
    x += r.w * 0.165F;
    scene_text(s, FONT_UI_REGULAR, 16, x, cy - 8, t->text2, text_get(words, TEXT_NEXT_TIMER));
    float end = scene_text(s, FONT_MONO_REGULAR, 16, x, cy + 16, t->text, timer->when);
    scene_text_fit(s, FONT_MONO_REGULAR, 16, end + 8, cy + 16, r.x + r.w - end - 16, t->text,
                   timer->label);
}

void scene_sync(Scene *s, const LayoutItem *item) {
    const ModelSync *sync = &s->model->syncs[item->index];
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    if (item->style == STYLE_SHORT) {
        put_lines(s, sync, r);
        put_tab_facts(s, sync, r);
        return;
    }
    scene_panel(s, r);
    float x = scene_heading(s, r.x + 14, r.y + 26, t->text2, sync->type);
    x = scene_text_fit(s, FONT_MONO_BOLD, 17, x + 6, r.y + 26, r.x + r.w - x - 20, t->text,
                       sync->name);
    scene_text_fit(s, FONT_UI_REGULAR, 16, x + 12, r.y + 26, r.x + r.w - x - 24, t->text2,
                   sync->note);
    put_lines(s, sync, r);
    if (*sync->foot && r.h >= 108)
        scene_text_centre(s, FONT_UI_REGULAR, 16, r.x + r.w / 2, r.y + r.h - 11, t->text2,
                          sync->foot);
}

/* ---- Slots --------------------------------------------------------------------------------- */

void scene_slot(Scene *s, const LayoutItem *item) {
    const ModelSync *sync = &s->model->syncs[item->index];
    if ((int)item->sub >= sync->slot_count) return;
    const ModelSlot *slot = &sync->slots[item->sub];
    char more[24];
    snprintf(more, sizeof more, "+%d", (int)item->value);
    const char *label = item->value > 0 ? more : slot->text;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    float cx = r.x + r.w / 2, cy = r.y + r.h / 2;
    bool real = slot->kind == SLOT_FULL || slot->kind == SLOT_HELD || slot->kind == SLOT_MORE;
    DrawStroke stroke = {.width = 2};
    if (!real) stroke.on = 7, stroke.off = 4;
    DrawColour line = slot->changed ? t->runline : real ? t->text2 : t->line2;
    DrawColour fill = real ? (slot->changed ? t->run_tint : t->bg3) : DRAW_NONE;
    DrawColour ink = slot->changed ? t->runtext : real ? t->text : t->text2;
    draw_box(s->list, r, 9, fill, line, stroke);
    float room = r.w - 12, text = scene_measure(s, FONT_MONO_REGULAR, 16, label);
    bool badge = slot->badge.who == WHO_TASK;
    if (badge) {
        float both = text + 30 < room ? text + 30 : 24;
        scene_badge(s, slot->badge, cx - both / 2 + 12, cy, 24);
        if (both > 24)
            scene_text(s, FONT_MONO_REGULAR, 16, cx - both / 2 + 30, cy + 5.5F, ink, label);
        return;
    }
    if (text > room) text = room;
    scene_text_fit(s, FONT_MONO_REGULAR, 16, cx - text / 2, cy + 5.5F, text + 0.5F, ink, label);
}

void scene_liner(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    for (int i = 0; i < s->model->sync_count; i++) {
        const ModelSync *sync = &s->model->syncs[i];
        if (sync->id != item->sub) continue;
        bool left = item->style == 1;
        int count = left ? sync->left_count : sync->right_count;
        if (item->index >= count) return;
        if (item->value > 0) {
            char more[24];
            snprintf(more, sizeof more, "+%d", (int)item->value);
            scene_text(s, FONT_UI_REGULAR, 16, r.x, r.y + r.h / 2 + 6, s->theme->text2, more);
            return;
        }
        scene_badge(s, (left ? sync->left : sync->right)[item->index], r.x + r.w / 2, r.y + r.h / 2,
                    r.h);
        return;
    }
}
