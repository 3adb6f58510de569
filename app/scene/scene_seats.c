/* Tasks in their seats: three lines, two, a chip or a cell, by what room there is. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

/* The state's word and the space behind it, with which a seat's sentence begins. */
enum { STATE_SPANS = 2 };

/* Less wide than this there is no room for a name beside badge and glyph. */
static const float NARROW_SEAT = 150, SLIM_SEAT = 100;

typedef struct {
    DrawColour fill, line;
    DrawStroke stroke;
} Card;

static Card card_of(Scene *s, ModelState state) {
    const Theme *t = s->theme;
    bool dark = scene_dark(s);
    DrawColour plain = dark ? t->bg2 : t->bg1;
    switch (state) {
    case STATE_CREATED: return (Card){plain, t->created, {.width = 2, .on = 4, .off = 4}};
    case STATE_READY: return (Card){plain, t->ready, {.width = 2}};
    case STATE_RUNNING: return (Card){plain, t->runline, {.width = 2}};
    case STATE_WAITING: return (Card){plain, t->line2, {.width = 1.4F}};
    case STATE_CANCELLING:
        return (Card){t->canc_tint, t->cancelled, {.width = 2, .on = 7, .off = 5}};
    case STATE_DONE:
        return (Card){dark ? t->bg2 : t->bg1, t->line2, {.width = 2, .on = 2, .off = 3}};
    case STATE_FAILED: return (Card){t->fail_tint, t->failed, {.width = 2.4F}};
    default: return (Card){plain, t->cancelled, {.width = 2, .on = 2, .off = 5}};
    }
}

static void put_box(Scene *s, DrawRect r, float radius, ModelState state) {
    Card card = card_of(s, state);
    draw_box(s->list, r, radius, card.fill, card.line, card.stroke);
}

static void put_text(Scene *s, const ModelText *text, float x, float baseline, float width) {
    SentenceStyle style = {FONT_UI_REGULAR, 16, s->theme->text, 22, 0, 1};
    scene_sentence(s, text, &style, x, baseline, width);
}

/* The shorter words where the whole would be cut. */
static void put_why(Scene *s, const ModelSeat *seat, bool full, float x, float baseline,
                    float width) {
    SentenceStyle style = {FONT_UI_REGULAR, 16, s->theme->text, 22, 0, 1};
    bool fits = full && scene_sentence_width(s, &seat->why, &style) <= width;
    const ModelText *text = fits ? &seat->why : &seat->why_short;
    bool gave = seat->state == STATE_DONE || seat->state == STATE_FAILED;
    bool more = text->count > STATE_SPANS;
    /* Where they have no room together the glyph alone tells the state. */
    ModelText rest = {text->spans + STATE_SPANS, more ? text->count - STATE_SPANS : 0};
    bool alone = more && scene_sentence_width(s, text, &style) > width;
    if (alone) text = &rest;
    put_text(s, text, x, baseline, width);
    if (!gave || !more) return;
    ModelText word = {text->spans, alone ? 0 : STATE_SPANS};
    float left = scene_sentence_width(s, &word, &style);
    float end = scene_sentence_width(s, text, &style);
    if (end > width) end = width;
    DrawRect r = {x + left - 4, baseline - 17, end - left + 8, 23};
    scene_value(s, (SceneValue){r, seat->id, "", VALUE_WHOLE, 0});
}

/* "main › gather"; of one that is too long the innermost calls, which say where it stands. */
static void put_chain(Scene *s, const char *chain, float x, float baseline, float width) {
    static const char SIGN[] = " \u203A ", MORE[] = "\u2026";
    const char *end = strstr(chain, SIGN), *dot = strrchr(chain, '.');
    bool whole = scene_measure(s, FONT_MONO_REGULAR, 16, chain) <= width;
    if (!end && !whole && dot) chain = dot + 1; /* its class is no news: "readline" */
    if (!end || whole) {
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, width, s->theme->text2, chain);
        return;
    }
    float mark = scene_measure(s, FONT_MONO_REGULAR, 16, MORE);
    for (; end; end = strstr(chain, SIGN)) {
        chain = end + 1;
        if (mark + 4 + scene_measure(s, FONT_MONO_REGULAR, 16, chain) <= width) break;
        chain = end + sizeof SIGN - 1;
    }
    if (!end && dot && scene_measure(s, FONT_MONO_REGULAR, 16, chain) > width) chain = dot + 1;
    if (end) {
        scene_text(s, FONT_MONO_REGULAR, 16, x, baseline, s->theme->text2, MORE);
        x += mark + 4, width -= mark + 4;
    }
    scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, width, s->theme->text2, chain);
}

/* What follows the state's word, for which the glyph stands; where that has no room, the word, and
   where that has none nothing. */
static void put_rest(Scene *s, const ModelSeat *seat, float x, float baseline, float width) {
    SentenceStyle style = {FONT_UI_REGULAR, 16, s->theme->text, 22, 0, 1};
    ModelText why = seat->why_short, word = {why.spans, why.count ? 1 : 0};
    if (why.count > STATE_SPANS) why.spans += STATE_SPANS, why.count -= STATE_SPANS;
    /* The beginning of a value tells something, and badges say how many more there are. */
    bool cut = seat->state >= STATE_DONE;
    for (int i = 0; i < why.count; i++) cut = cut || why.spans[i].kind == SPAN_BADGE;
    if (!cut && scene_sentence_width(s, &why, &style) > width) why = word;
    if (cut || scene_sentence_width(s, &why, &style) <= width)
        put_text(s, &why, x, baseline, width);
}

/* A very narrow one: badge and glyph, and below them the name. */
static void put_slim(Scene *s, const ModelSeat *seat, DrawRect r) {
    float pad = 9, badge = 24, cy = r.y + 20;
    float room = r.w - 2 * pad + 4, width;
    put_box(s, r, 12, seat->state);
    scene_badge(s, seat->badge, r.x + pad + badge / 2, cy, badge);
    draw_icon(s->list, scene_state_icon(seat->state), r.x + r.w - pad - 9, cy, 20,
              scene_state_colour(s, seat->state));
    width = scene_measure(s, FONT_MONO_REGULAR, 16, seat->label);
    scene_text_fit(s, FONT_MONO_REGULAR, 16, r.x + pad, cy + (r.h > 72 ? 35 : 31), room,
                   s->theme->text, width <= room ? seat->label : seat->short_label);
}

/* A narrow seat: the glyph stands before the second line in place of the state's word, so that the
   name has the first for itself. */
static void put_narrow(Scene *s, const ModelSeat *seat, DrawRect r) {
    float pad = 9, badge = 24, cy = r.y + 20, name = r.x + pad + badge + 8;
    float room = r.x + r.w - 6 - name, second = cy + (r.h > 72 ? 35 : 31);
    put_box(s, r, 12, seat->state);
    scene_badge(s, seat->badge, r.x + pad + badge / 2, cy, badge);
    bool fits = scene_measure(s, FONT_MONO_REGULAR, s->type->code, seat->label) <= room;
    scene_text_fit(s, FONT_MONO_REGULAR, s->type->code, name, cy + 6, room, s->theme->text,
                   fits ? seat->label : seat->short_label);
    draw_icon(s->list, scene_state_icon(seat->state), r.x + pad + 9, second - 6, 18,
              scene_state_colour(s, seat->state));
    put_rest(s, seat, r.x + pad + 24, second, r.w - 2 * pad - 22);
    if (seat->holds.count && r.h > 90)
        put_text(s, &seat->holds, r.x + pad, second + 25, r.w - 2 * pad);
}

static void put_local(Scene *s, const ModelSeat *seat, int i, float x, float baseline,
                      float right) {
    const ModelLocal *local = &seat->locals[i];
    float left = x;
    x = scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, right - x, s->theme->text2,
                       local->name);
    x = scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, right - x, s->theme->text2, " = ");
    const char *value =
        scene_value_words(s, FONT_MONO_REGULAR, local->value, local->thing, right - x);
    x = scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, right - x, s->theme->text, value);
    DrawRect place = {left - 4, baseline - 17, x - left + 8, 23};
    scene_value(s, (SceneValue){place, seat->frame, local->name, VALUE_WHOLE, local->thing});
}

/* At a tall seat's foot: the line at which it stands, and values that it has there. */
static void put_place(Scene *s, const ModelSeat *seat, DrawRect r, float pad) {
    char number[16], words[64];
    const char *arg[] = {number};
    if (!seat->line || r.h < SEAT_WITH_VALUES) return;
    float x = r.x + pad, right = r.x + r.w - pad, y = r.y + r.h - 82;
    draw_line(s->list, x, y, right, y, s->theme->line, (DrawStroke){.width = 1.4F});
    snprintf(number, sizeof number, "%d", seat->line);
    text_format(words, sizeof words, text_get(s->model->words, TEXT_LINE_N), arg, 1);
    scene_text_fit(s, FONT_UI_REGULAR, 16, x, y + 23, right - x, s->theme->text2, words);
    for (int i = 0; i < seat->local_count; i++)
        put_local(s, seat, i, x, y + 47 + 23 * (float)i, right);
}

static void put_wide(Scene *s, const ModelSeat *seat, const LayoutItem *item) {
    DrawRect r = item->rect;
    bool full = item->style == STYLE_FULL;
    if (!full && r.w < NARROW_SEAT && !(scene_projected(s) && r.h > 96)) {
        if (r.w < SLIM_SEAT)
            put_slim(s, seat, r);
        else
            put_narrow(s, seat, r);
        return;
    }
    float pad = full ? 12 : 9, badge = full ? 26 : 24, cy = r.y + (full ? 23 : 20);
    DrawColour glyph = scene_state_colour(s, seat->state);
    put_box(s, r, 12, seat->state);
    if (scene_projected(s) && r.h > 96) {
        scene_projector_seat(s, seat, r);
        return;
    }
    scene_badge(s, seat->badge, r.x + pad + badge / 2, cy, badge);
    float name = r.x + pad + badge + 9, right = r.x + r.w - pad - (full ? 2 : 0);
    draw_icon(s->list, scene_state_icon(seat->state), right - 9, cy, full ? 23 : 21, glyph);
    /* "Ann" rather than "swimmer…" where the whole does not fit. */
    float room = right - 26 - name;
    bool fits = scene_measure(s, FONT_MONO_REGULAR, s->type->code, seat->label) <= room;
    scene_text_fit(s, FONT_MONO_REGULAR, s->type->code, name, cy + 6, room, s->theme->text,
                   fits ? seat->label : seat->short_label);
    float width = r.w - 2 * pad + (full ? 4 : 2);
    put_why(s, seat, full, r.x + pad, cy + (full ? 38 : r.h > 72 ? 35 : 31), width);
    if (seat->holds.count && (full || r.h > 90))
        put_text(s, &seat->holds, r.x + pad, cy + (full ? 63 : 58), width);
    else if (full)
        put_chain(s, seat->chain, r.x + pad, cy + 63, width);
    if (full) put_place(s, seat, r, pad);
}

static void put_chip(Scene *s, const ModelSeat *seat, DrawRect r) {
    float cy = r.y + r.h / 2;
    put_box(s, r, 8, seat->state);
    if (seat->fresh && seat->state == STATE_READY)
        draw_outline(s->list, draw_grow(r, 3), 11, s->theme->runline, (DrawStroke){.width = 2});
    scene_badge(s, seat->badge, r.x + 22, cy, 26);
    draw_icon(s->list, scene_state_icon(seat->state), r.x + r.w - 19, cy, 18,
              scene_state_colour(s, seat->state));
}

static void put_cell(Scene *s, const ModelSeat *seat, DrawRect r) {
    if (seat->fresh && seat->state == STATE_READY)
        draw_outline(s->list, draw_grow(r, 1), 4, s->theme->runline, (DrawStroke){.width = 1.5F});
    float cx = r.x + r.w / 2, cy = r.y + r.h / 2;
    DrawColour colour = scene_state_colour(s, seat->state);
    switch (seat->state) {
    case STATE_DONE: draw_disc(s->list, cx, cy, 2, colour); break;
    case STATE_CANCELLED: /* hollow: in grey it is no dot */
        draw_ring(s->list, cx, cy, 3.4F, colour, (DrawStroke){.width = 1.6F});
        break;
    case STATE_RUNNING:
        draw_fill(s->list, (DrawRect){cx - 5, cy - 5, 10, 10}, 2, s->theme->running);
        break;
    default: draw_icon(s->list, scene_state_icon(seat->state), cx, cy, 11, colour); break;
    }
}

/* The first seat before there is a task. */
static void put_free_seat(Scene *s, DrawRect r) {
    const LayoutGrid *g = &s->view->layout->grid;
    DrawRect seat = {r.x, r.y, g->seat_width, g->seat_height};
    const char *text = text_get(s->model->words, TEXT_SEATS_NONE);
    if (scene_measure(s, FONT_UI_REGULAR, 16, text) + 16 > seat.w) return;
    draw_outline(s->list, seat, 12, s->theme->line2,
                 (DrawStroke){.width = 1.5F, .on = 7, .off = 6});
    scene_text_centre(s, FONT_UI_REGULAR, 16, seat.x + seat.w / 2, seat.y + seat.h / 2 + 6,
                      s->theme->text2, text);
}

/* Where chips leave room in their last row, it says what they are for. */
void scene_seats(Scene *s, const LayoutItem *item) {
    const LayoutGrid *g = &s->view->layout->grid;
    bool free_seat =
        s->model->seat_count == 0 && !s->model->no_loop && g->seat_style <= STYLE_SHORT;
    if (free_seat) put_free_seat(s, item->rect);
    int rows = s->model->timeline ? s->model->timeline->rows : s->model->seat_count;
    if (g->seat_style != STYLE_CHIP || rows % g->seat_columns == 0) return;
    float step = g->seat_width + g->seat_gap,
          x = item->rect.x + step * (float)(rows % g->seat_columns);
    const char *text = text_get(s->model->words, TEXT_POINT_AT_CHIP);
    if (x + 12 + scene_measure(s, FONT_UI_REGULAR, 16, text) > item->rect.x + item->rect.w) return;
    float baseline = item->rect.y + item->rect.h - g->seat_height / 2 + 6;
    scene_text(s, FONT_UI_REGULAR, 16, x + 8, baseline, s->theme->text2, text);
}

void scene_seat(Scene *s, const LayoutItem *item) {
    const ModelSeat *seat = &s->model->seats[item->index];
    if (item->style == STYLE_CELL)
        put_cell(s, seat, item->rect);
    else if (item->style == STYLE_CHIP)
        put_chip(s, seat, item->rect);
    else
        put_wide(s, seat, item);
}
