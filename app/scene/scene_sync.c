/* Queues, locks, events and the like: slots with a line of tasks beside them. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

static const LayoutItem *slot_at(Scene *s, uint32_t id, int index) {
    return layout_find(s->view->layout, PART_SLOT, id, (uint32_t)index);
}

/* The last slot that is drawn: of many not all are. */
static const LayoutItem *last_slot(Scene *s, const ModelSync *sync) {
    const StageLayout *layout = s->view->layout;
    const LayoutItem *last = NULL;
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *item = &layout->items[i];
        bool own = item->part == PART_SLOT && item->id == sync->id && !item->ghost;
        if (!own || item->sub >= (uint32_t)sync->slot_count) continue;
        if (!last || item->sub > last->sub) last = item;
    }
    return last;
}

/* The first that stands in the line; NULL where nobody does. */
static const LayoutItem *first_liner(Scene *s, const ModelSync *sync, bool left) {
    const StageLayout *layout = s->view->layout;
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *item = &layout->items[i];
        bool own = item->part == PART_LINER && item->sub == sync->id && !item->ghost;
        if (own && (item->style == 1) == left && item->index == 0) return item;
    }
    return NULL;
}

/* ---- Queues -------------------------------------------------------------------------------- */

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

static void put_queue(Scene *s, const ModelSync *sync, DrawRect r, bool bare) {
    const LayoutItem *first = slot_at(s, sync->id, 0), *last = last_slot(s, sync);
    if (!first || !last) return;
    float cy = first->rect.y + first->rect.h / 2, end = last->rect.x + last->rect.w;
    if (!bare || sync->left_count > 0) put_line(s, sync, true, r.x + 14, first->rect.x - 18, cy);
    if (!bare || sync->right_count > 0) put_line(s, sync, false, end + 34, end + 16, cy);
}

/* ---- Holders and their line ---------------------------------------------------------------- */

/* From those who wait to the slots; away from them where the thing let all go. */
static void put_arrow(Scene *s, DrawRect slot, const LayoutItem *liner, bool go) {
    float from = slot.x + slot.w + 6, to = liner->rect.x - 6, cy = slot.y + slot.h / 2;
    DrawColour colour = go ? s->theme->ready : s->theme->text2;
    DrawStroke stroke = {.width = 2, .arrow = 9};
    if (to - from < 12) return;
    if (go)
        draw_line(s->list, from, cy, to, cy, colour, stroke);
    else
        draw_line(s->list, to, cy, from, cy, colour, stroke);
}

/* Words over the slots and over the line; they end where the box does. A low box has no room for
   them below its heading. */
static void put_names(Scene *s, const ModelSync *sync, DrawRect r, const LayoutItem *first,
                      const LayoutItem *liner) {
    float baseline = first->rect.y - 9, end = r.x + r.w - 12;
    DrawColour ink = s->theme->text2;
    const LayoutItem *box = layout_find(s->view->layout, PART_SYNC, sync->id, 0);
    if (first->rect.y - r.y < (box && box->style == STYLE_FULL ? 50 : 26)) return;
    float most = end - first->rect.x;
    scene_text_fit(s, FONT_UI_REGULAR, 16, first->rect.x, baseline, most, ink, sync->slots_name);
    if (!liner) return;
    float x = liner->rect.x, width = scene_measure(s, FONT_UI_REGULAR, 16, sync->right_name);
    float taken = first->rect.x + scene_measure(s, FONT_UI_REGULAR, 16, sync->slots_name) + 12;
    if (x + width > end) x = end - width > taken ? end - width : taken;
    scene_text_fit(s, FONT_UI_REGULAR, 16, x, baseline, end - x, ink, sync->right_name);
}

static void put_condition(Scene *s, const ModelSync *sync, DrawRect r, const LayoutItem *first) {
    DrawRect slot = first->rect;
    const LayoutItem *lock = first_liner(s, sync, true), *wait = first_liner(s, sync, false);
    float upper = slot.y + slot.h / 2 + 5.5F, lower = upper + slot.h + 6;
    scene_text(s, FONT_UI_REGULAR, 16, r.x + 14, upper, s->theme->text2, sync->slots_name);
    scene_text(s, FONT_MONO_REGULAR, 16, r.x + 14, lower, s->theme->text2, sync->right_name);
    if (lock) put_arrow(s, slot, lock, false);
    if (!wait)
        scene_text(s, FONT_UI_REGULAR, 16, slot.x, lower, s->theme->text2,
                   text_get(s->model->words, TEXT_NONE));
}

static void put_holders(Scene *s, const ModelSync *sync, DrawRect r) {
    const LayoutItem *first = slot_at(s, sync->id, 0), *last = last_slot(s, sync);
    if (!first || !last) return;
    if (sync->kind == SYNC_CONDITION) {
        put_condition(s, sync, r, first);
        return;
    }
    const LayoutItem *liner = first_liner(s, sync, false);
    put_names(s, sync, r, first, liner);
    if (liner) put_arrow(s, last->rect, liner, sync->right[0].woken);
}

/* ---- The box ------------------------------------------------------------------------------- */

/* "print(…)" where its arguments have no room. */
static void put_call(Scene *s, const char *call, float x, float baseline, float room) {
    char brief[64];
    size_t name = strcspn(call, "(");
    bool fits = scene_measure(s, FONT_MONO_REGULAR, 16, call) <= room;
    if (!fits && call[name]) {
        snprintf(brief, sizeof brief, "%.*s(\u2026)", name < 48 ? (int)name : 48, call);
        call = brief;
    }
    scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, room, s->theme->text, call);
}

/* What stands at the right of a queue's slots in a small window. */
static void put_queue_facts(Scene *s, const ModelSync *sync, DrawRect r) {
    const Theme *t = s->theme;
    const TextTable *words = s->model->words;
    float x = r.x + r.w * (r.w < 640 ? 0.82F : 0.635F), cy = r.y + r.h / 2;
    scene_text(s, FONT_UI_REGULAR, 16, x, cy - 8, t->text2, text_get(words, TEXT_UNFINISHED_WORD));
    scene_text(s, FONT_MONO_REGULAR, 16, x, cy + 16, t->text, sync->unfinished);
    if (s->model->timer_count == 0 || r.w < 640) return;
    const ModelTimer *timer = &s->model->timers[0];
    x += r.w * 0.165F;
    scene_text(s, FONT_UI_REGULAR, 16, x, cy - 8, t->text2, text_get(words, TEXT_NEXT_TIMER));
    float end = scene_text(s, FONT_MONO_REGULAR, 16, x, cy + 16, t->text, timer->when);
    put_call(s, timer->label, end + 8, cy + 16, r.x + r.w - end - 16);
}

static ModelText plain(ModelSpan *span, const char *text) {
    *span = (ModelSpan){.kind = SPAN_QUIET, .text = text};
    return (ModelText){span, 1};
}

/* Count and rule at the right, on as many lines as they need. */
static void put_facts(Scene *s, const ModelSync *sync, DrawRect r) {
    float x = r.x + r.w * 0.64F, width = r.x + r.w - 12 - x;
    ModelSpan span;
    ModelText rule = plain(&span, sync->foot);
    SentenceStyle style = {FONT_UI_REGULAR, 16, s->theme->text2, 20, 20, 2};
    scene_text_fit(s, FONT_UI_MEDIUM, 16, x, r.y + 22, width, s->theme->text, sync->note);
    scene_sentence(s, &rule, &style, x, r.y + 46, width);
}

static void put_heading(Scene *s, const ModelSync *sync, DrawRect r) {
    const Theme *t = s->theme;
    float x = scene_heading(s, r.x + 14, r.y + 26, t->text2, sync->type);
    x = scene_text_fit(s, FONT_MONO_BOLD, 17, x + 6, r.y + 26, r.x + r.w - x - 20, t->text,
                       sync->name);
    scene_text_fit(s, FONT_UI_REGULAR, 16, x + 12, r.y + 26, r.x + r.w - x - 24, t->text2,
                   sync->note);
}

static void put_foot(Scene *s, const ModelSync *sync, DrawRect r, bool queue) {
    const LayoutItem *last = last_slot(s, sync);
    float baseline = r.y + r.h - 11, room = r.w - 28;
    float least = queue ? 108 : 120;
    if (!*sync->foot || r.h < least || !last) return;
    if (queue && scene_measure(s, FONT_UI_REGULAR, 16, sync->foot) < room)
        scene_text_centre(s, FONT_UI_REGULAR, 16, r.x + r.w / 2, baseline, s->theme->text2,
                          sync->foot);
    else
        scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 14, baseline, room, s->theme->text2,
                       sync->foot);
}

void scene_sync(Scene *s, const LayoutItem *item) {
    const ModelSync *sync = &s->model->syncs[item->index];
    bool queue = sync->kind == SYNC_QUEUE, tab = item->style == STYLE_SHORT;
    DrawRect r = item->rect, body = r;
    if (tab && !queue) body.w *= 0.62F;
    if (!tab) {
        scene_panel(s, r);
        put_heading(s, sync, r);
    }
    if (queue)
        put_queue(s, sync, r, item->value > 0);
    else
        put_holders(s, sync, body);
    if (!tab) {
        put_foot(s, sync, r, queue);
        return;
    }
    if (queue)
        put_queue_facts(s, sync, r);
    else
        put_facts(s, sync, r);
}

/* ---- Slots --------------------------------------------------------------------------------- */

/* A small seat: who, and its state below. */
static void put_child(Scene *s, const ModelSlot *slot, DrawRect r) {
    const Theme *t = s->theme;
    ModelState state = (ModelState)slot->state;
    bool over = state >= STATE_DONE;
    DrawStroke stroke = {.width = state == STATE_READY || state == STATE_RUNNING ? 2 : 1.4F};
    if (over) stroke = (DrawStroke){.width = 2, .on = 2, .off = 3};
    DrawColour line = state == STATE_RUNNING ? t->runline
                      : state == STATE_READY ? t->ready
                                             : t->line2;
    draw_box(s->list, r, 9, t->bg2, line, stroke);
    float cx = r.x + r.w / 2, size = r.h >= 46 ? 22 : r.h * 0.46F;
    scene_badge(s, slot->badge, cx, r.y + 3 + size / 2, size);
    draw_icon(s->list, scene_state_icon(state), cx, r.y + r.h - 3 - size * 0.36F, size * 0.75F,
              scene_state_colour(s, state));
}

/* The event's flag: a ring that is down, a disc with a check that is up. */
static void put_flag(Scene *s, const ModelSlot *slot, DrawRect r, DrawColour ink) {
    bool up = slot->kind == SLOT_FULL;
    float cy = r.y + r.h / 2;
    draw_icon(s->list, up ? ICON_DONE : ICON_PENDING, r.x + 23, cy, 19,
              up ? s->theme->done : s->theme->text2);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, r.x + 40, cy + 5.5F, r.w - 48, ink, slot->text);
}

/* Badge, then name and note where they have room: a name that is cut tells no more than the badge.
 */
static void put_holder(Scene *s, const ModelSlot *slot, DrawRect r, DrawColour ink) {
    float cy = r.y + r.h / 2, size = r.h < 34 ? 22 : 26, end = r.x + r.w - 8;
    float name = scene_measure(s, FONT_UI_SEMIBOLD, 16, slot->text);
    float x = r.x + 10 + size + 8;
    if (x + name > end || r.w < 70) {
        scene_badge(s, slot->badge, r.x + r.w / 2, cy, size);
        return;
    }
    scene_badge(s, slot->badge, r.x + 10 + size / 2, cy, size);
    x = scene_text(s, FONT_UI_SEMIBOLD, 16, x, cy + 5.5F, ink, slot->text);
    if (x + 8 + scene_measure(s, FONT_UI_REGULAR, 16, slot->note) > end + 4) return;
    scene_text(s, FONT_UI_REGULAR, 16, x + 8, cy + 5.5F,
               slot->changed ? s->theme->runtext : s->theme->text2, slot->note);
}

/* In the middle, on as many lines as the slot has room for. */
static void put_label(Scene *s, FontId font, const char *label, DrawRect r, DrawColour ink) {
    int room = (int)((r.h - SLOT_EDGE) / SLOT_LINE), lines = 0;
    size_t length = strlen(label), at = 0;
    for (size_t next; at < length && lines < room; at += next, lines++)
        fonts_break(s->fonts, font, 16, label + at, length - at, r.w + 0.5F, &next);
    float baseline = r.y + r.h / 2 + 5.5F - SLOT_LINE * (float)(lines - 1) / 2;
    for (at = 0; lines > 1; lines--, baseline += SLOT_LINE) {
        size_t next, fits = fonts_break(s->fonts, font, 16, label + at, length - at, r.w, &next);
        float width = fonts_measure(s->fonts, font, 16, label + at, fits);
        draw_text(s->list, font, 16, r.x + (r.w - width) / 2, baseline, ink, label + at, fits);
        at += next;
    }
    float width = scene_measure(s, font, 16, label + at);
    if (width > r.w) width = r.w;
    scene_text_fit(s, font, 16, r.x + (r.w - width) / 2, baseline, width + 0.5F, ink, label + at);
}

void scene_slot(Scene *s, const LayoutItem *item) {
    const ModelSync *sync = &s->model->syncs[item->index];
    if ((int)item->sub >= sync->slot_count) return;
    const ModelSlot *slot = &sync->slots[item->sub];
    char more[24];
    snprintf(more, sizeof more, "+%d", (int)item->value);
    const char *label = item->value > 0 ? more : slot->text;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    if (slot->kind == SLOT_CHILD && item->value <= 0) {
        put_child(s, slot, r);
        return;
    }
    bool real = slot->kind != SLOT_FREE && !slot->promised;
    DrawStroke stroke = {.width = 2};
    if (!real) stroke.on = 7, stroke.off = 4;
    DrawColour line = slot->changed ? t->runline : real ? t->text2 : t->line2;
    DrawColour fill = real ? (slot->changed ? t->run_tint : t->bg3) : DRAW_NONE;
    DrawColour ink = slot->changed ? t->runtext : real ? t->text : t->text2;
    if (slot->badge.who == WHO_TASK && real) ink = t->text;
    bool flag = sync->kind == SYNC_EVENT;
    if (flag) stroke = (DrawStroke){.width = 2}, line = slot->changed ? t->runline : t->text2;
    if (flag) fill = slot->changed ? t->run_tint : t->bg3, ink = t->text;
    draw_box(s->list, r, 9, fill, line, stroke);
    if (flag) {
        put_flag(s, slot, r, ink);
        return;
    }
    if (slot->badge.who == WHO_TASK && item->value <= 0) {
        put_holder(s, slot, r, ink);
        return;
    }
    float cx = r.x + r.w / 2, room = r.w - (item->value > 0 ? 4 : SLOT_INSET);
    FontId font = sync->kind == SYNC_QUEUE ? FONT_MONO_REGULAR : FONT_UI_REGULAR;
    put_label(s, font, label, (DrawRect){cx - room / 2, r.y, room, r.h}, ink);
    bool opens = sync->kind == SYNC_QUEUE && slot->kind == SLOT_FULL && item->value <= 0;
    if (opens) scene_value(s, (SceneValue){r, sync->id, "", (int)item->sub, 0});
}

/* ---- In line ------------------------------------------------------------------------------- */

static const ModelSync *sync_of(const Model *model, uint32_t id) {
    for (int i = 0; i < model->sync_count; i++)
        if (model->syncs[i].id == id) return &model->syncs[i];
    return NULL;
}

/* A card: grey while it waits, in the hue of ready once it was let go. */
static void put_liner(Scene *s, const ModelLiner *liner, DrawRect r) {
    const Theme *t = s->theme;
    float cy = r.y + r.h / 2, size = r.h < 32 ? 22 : 24;
    DrawStroke stroke = {.width = liner->woken ? 2 : 1.4F};
    draw_box(s->list, r, 9, liner->woken ? t->ready_tint : t->bg2,
             liner->woken ? t->ready : t->line2, stroke);
    if (r.w < 60) {
        scene_badge(s, liner->badge, r.x + r.w / 2, cy, size);
        return;
    }
    scene_badge(s, liner->badge, r.x + 10 + size / 2, cy, size);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, r.x + 10 + size + 8, cy + 5.5F, r.w - size - 26,
                   t->text, liner->name);
}

void scene_liner(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const ModelSync *sync = sync_of(s->model, item->sub);
    if (!sync) return;
    bool left = item->style == 1;
    if (item->index >= (left ? sync->left_count : sync->right_count)) return;
    if (item->value > 0) {
        char more[24];
        snprintf(more, sizeof more, "+%d", (int)item->value);
        scene_text(s, FONT_UI_REGULAR, 16, r.x, r.y + r.h / 2 + 6, s->theme->text2, more);
        return;
    }
    const ModelLiner *liner = &(left ? sync->left : sync->right)[item->index];
    if (r.h < 26)
        scene_badge(s, liner->badge, r.x + r.w / 2, r.y + r.h / 2, r.h);
    else
        put_liner(s, liner, r);
}
