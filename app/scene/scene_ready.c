/* The ready queue: headings, cards on their belt, divider and stack. */
#include "scene/scene.h"

#include <stdio.h>

/* Where the first card begins; far down where there is none. */
static float cards_top(const StageLayout *layout) {
    const LayoutItem *card = layout_part(layout, PART_CARD);
    return card ? card->rect.y : 1e6F;
}

/* Of the line below the heading. */
static float words_baseline(Scene *s, DrawRect r) {
    return r.y + (scene_projected(s) ? 54 : s->compact ? 37 : r.h < 180 ? 36 : 47);
}

/* Where the words for the two iterations stand: over the first card of each. */
static void put_iterations(Scene *s, const LayoutItem *item) {
    const StageLayout *layout = s->view->layout;
    const ModelReady *ready = &s->model->ready;
    const LayoutItem *divider = layout_part(layout, PART_DIVIDER);
    float baseline = words_baseline(s, item->rect);
    float x = item->rect.x, right = x + item->rect.w;
    bool now = ready->count > 0 && !ready->cards[0].next_iteration;
    if (item->rect.h < 100 || (scene_projected(s) && cards_top(layout) < baseline + 8)) return;
    if (now)
        scene_text_fit(s, FONT_UI_REGULAR, 16, x, baseline,
                       (divider ? divider->rect.x - 8 : right) - x, s->theme->text2,
                       ready->iteration_now);
    if (divider)
        scene_text_fit(s, FONT_UI_REGULAR, 16, divider->rect.x + 16, baseline,
                       right - divider->rect.x - 16, s->theme->text2, ready->iteration_next);
}

static void put_belt(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    float y = item->value, step = s->compact ? 108 : 128;
    draw_line(s->list, r.x, y, r.x + r.w, y, s->theme->line2, (DrawStroke){.width = 3});
    for (float x = r.x + (s->compact ? 52 : 57); x < r.x + r.w; x += step)
        draw_icon(s->list, ICON_CHEVRON_LEFT, x, y, 18, s->theme->line2);
}

static void put_queue(Scene *s, const LayoutItem *item) {
    const ModelReady *ready = &s->model->ready;
    DrawRect r = item->rect;
    put_belt(s, item);
    put_iterations(s, item);
    if (ready->count > 0 || s->model->ended) return;
    /* Low above the timers' box the words stand right below the heading. */
    bool low = item->value < r.y + 110;
    float baseline = low ? item->value - 22 : words_baseline(s, r);
    if (low && r.h < 100) baseline = (r.y + 40 + item->value) / 2 + 6;
    if (baseline > r.y + r.h - 4) return;
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x, baseline, r.w, s->theme->text2, ready->empty);
}

void scene_ready(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    const ModelReady *ready = &s->model->ready;
    if (scene_projected(s)) {
        scene_projector_ready(s, r);
        put_queue(s, item);
        return;
    }
    float baseline = r.y + (s->compact || r.h < 180 ? 13 : 18), end, room;
    end = scene_heading(s, r.x, baseline, s->theme->text2,
                        text_get(s->model->words, TEXT_READY_QUEUE)) +
          24;
    room = r.x + r.w - end;
    if (*ready->stuck)
        scene_text_fit(s, FONT_UI_SEMIBOLD, 16, end, baseline, room, s->theme->failed,
                       ready->stuck);
    else if (ready->count > 3)
        scene_text_fit(s, FONT_UI_REGULAR, 16, end, baseline, room, s->theme->text2,
                       ready->count_text);
    put_queue(s, item);
}

void scene_divider(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    draw_line(s->list, r.x, r.y, r.x, r.y + r.h, s->theme->line2,
              (DrawStroke){.width = 2, .on = 6, .off = 5});
}

/* ---- Cards --------------------------------------------------------------------------------- */

static void put_place(Scene *s, const ModelCard *card, float x, float cy, float width) {
    const Theme *t = s->theme;
    DrawColour colour = card->throws ? t->cancelled : t->ready;
    bool fresh = card->fresh && s->compact &&
                 scene_measure(s, FONT_UI_SEMIBOLD, 16, card->place_fresh) <= width - 24;
    draw_icon(s->list, ICON_READY, x + 8, cy, 16, colour);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 16, x + 24, cy + 6, width - 24, colour,
                   fresh ? card->place_fresh : card->place);
}

/* Badge and what made it ready; place. */
static void put_short(Scene *s, const ModelCard *card, DrawRect r) {
    float pad = 10, width = r.w - 2 * pad;
    bool place = r.h >= 50, tight = place && r.h < 66;
    float top = r.y + (tight ? 17 : 21), badge = tight ? 22 : 26;
    scene_badge(s, card->badge, r.x + pad + badge / 2, top, badge);
    float room = width - badge - 8;
    bool whole = scene_measure(s, FONT_UI_REGULAR, 16, card->because) <= room;
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + pad + badge + 8, top + 6, room, s->theme->text,
                   whole ? card->because : card->because_short);
    if (place) put_place(s, card, r.x + pad + 1, r.y + r.h - (tight ? 14 : 18), width);
}

/* The handle's name, else that of its task: all cards of the queue are to wake somebody. */
static const char *name_that_fits(Scene *s, const ModelCard *card, float room) {
    bool fits = scene_measure(s, FONT_UI_SEMIBOLD, s->type->card, card->name) <= room;
    const ModelSeat *seat =
        card->badge.who == WHO_TASK ? model_seat(s->model, card->badge.id) : NULL;
    return fits || !seat ? card->name : seat->short_label;
}

static void put_full(Scene *s, const ModelCard *card, DrawRect r) {
    const Theme *t = s->theme;
    float pad = 12, width = r.w - 2 * pad, step = (r.h - 18) / 5.0F, top = r.y + 26;
    if (step > 22.8F) step = 22.8F;
    scene_badge(s, card->badge, r.x + pad + 14, top, 28);
    scene_text_fit(s, FONT_UI_SEMIBOLD, s->type->card, r.x + pad + 37, top + 6, width - 37, t->text,
                   name_that_fits(s, card, width - 37));
    float baseline = top + 6 + step * 1.5F;
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + pad, baseline, width, t->text, card->because);
    baseline += step;
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + pad, baseline, width, t->text2,
                   s->compact ? card->by_short : card->by);
    put_place(s, card, r.x + pad + 1, baseline + step * 0.94F, width);
}

void scene_card(Scene *s, const LayoutItem *item) {
    const ModelCard *card = &s->model->ready.cards[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    /* An amber ring marks the newest where no arrow can: in short cards and small windows. */
    bool ring = card->fresh && (s->compact || item->style == STYLE_SHORT);
    if (ring) draw_outline(s->list, draw_grow(r, 5), 16, t->runline, (DrawStroke){.width = 2});
    DrawStroke stroke = {.width = 2};
    if (card->throws) stroke.on = 7, stroke.off = 5;
    draw_box(s->list, r, 12, card->throws ? t->canc_tint : t->ready_tint,
             card->throws ? t->cancelled : t->ready, stroke);
    if (item->style == STYLE_SHORT)
        put_short(s, card, r);
    else if (scene_projected(s) && r.h > 96)
        scene_projector_card(s, card, r);
    else
        put_full(s, card, r);
}

void scene_stack(Scene *s, const LayoutItem *item) {
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    char count[16];
    for (int i = 2; i >= 0; i--) {
        DrawRect sheet = {r.x + 4 * (float)i, r.y + 3 * (float)i, r.w, r.h - 6 * (float)i};
        draw_box(s->list, sheet, 12, t->ready_tint, t->ready, (DrawStroke){.width = 1.4F});
    }
    snprintf(count, sizeof count, "+%d", (int)item->value);
    bool tall = r.h >= 84;
    float cx = r.x + r.w / 2, cy = r.y + r.h / 2;
    scene_text_centre(s, FONT_UI_SEMIBOLD, 18, cx, tall ? cy - 10 : cy + 6, t->text, count);
    if (tall) scene_badge(s, s->model->ready.cards[item->index].badge, cx, cy + 20, 24);
}
