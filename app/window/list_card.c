#include "window/list_card.h"

#include <string.h>

#include "window/mode.h"

static const float WIDTH = 760, PAD = 18, HEAD = 54, FIELD = 46, ROW = 36, MESSAGE = 34;

bool list_type(ListField *field, const char *text) {
    size_t used = strlen(field->text), more = strlen(text);
    if (!more || (unsigned char)*text < ' ' || used + more >= sizeof field->text) return false;
    memcpy(field->text + used, text, more + 1);
    return true;
}

bool list_erase(ListField *field) {
    size_t used = strlen(field->text);
    if (!used) return false;
    do used--;
    while (used && ((unsigned char)field->text[used] & 0xC0) == 0x80);
    field->text[used] = 0;
    return true;
}

/* ---- Drawing -------------------------------------------------------------------------------- */

static void put_head(Scene *s, const ScreenView *view, const ListCard *card, DrawRect r) {
    const Theme *t = s->theme;
    float cy = r.y + 30, right = r.x + r.w - PAD;
    right = mode_put_hint(s, view, right, cy, screen_word(view, TEXT_KEY_ESCAPE_NAME),
                          TEXT_INSPECT_CLOSE) -
            16;
    right =
        mode_put_hint(s, view, right, cy, screen_word(view, TEXT_KEY_ENTER_NAME), card->does) - 20;
    float x = scene_text_fit(s, FONT_UI_SEMIBOLD, 20, r.x + PAD, cy + 7, right - r.x - PAD, t->text,
                             screen_word(view, card->title));
    if (right - x > 80)
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x + 14, cy + 6, right - x - 14, t->text2,
                       card->about);
}

static void put_field(Scene *s, const ListCard *card, DrawRect r) {
    screen_field(s, r, card->field);
    if (*card->field) return;
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 22, r.y + r.h / 2 + 5.5F, r.w - 34,
                   s->theme->text2, card->hint);
}

static void put_row(Scene *s, const ScreenView *view, const ListRow *row, DrawRect r, bool chosen) {
    const Theme *t = s->theme;
    float x = r.x + 14, cy = r.y + r.h / 2, right = r.x + r.w - 14;
    if (chosen) {
        draw_box(s->list, r, 8, t->bg3, t->text, (DrawStroke){.width = 3});
    } else if (draw_rect_has(r, view->pointer_x, view->pointer_y)) {
        draw_fill(s->list, r, 8, t->bg2);
    }
    if (row->badge.who != WHO_NOBODY) {
        scene_badge(s, row->badge, x + 13, cy, 26);
        x += 38;
    }
    float room = (right - x) * 0.5F, wide = scene_measure(s, FONT_UI_REGULAR, 16, row->note);
    if (wide > room) wide = room;
    if (*row->note)
        scene_text_fit(s, FONT_UI_REGULAR, 16, right - wide, cy + 5.5F, wide + 1, t->text2,
                       row->note);
    scene_text_fit(s, row->strong ? FONT_MONO_SEMIBOLD : FONT_MONO_REGULAR, 17, x, cy + 6,
                   right - wide - 16 - x, t->text, row->name);
}

/* The chosen row is always in sight. */
static void scroll(const ListCard *card, int rows) {
    int first = *card->first, most = card->count - rows;
    if (first > card->selected) first = card->selected;
    if (first + rows <= card->selected) first = card->selected - rows + 1;
    if (first > most) first = most;
    *card->first = first > 0 ? first : 0;
    *card->rows = rows;
}

static void put_bar(Scene *s, const ListCard *card, DrawRect r, int rows) {
    if (card->count <= rows) return;
    float share = (float)rows / (float)card->count;
    float at = (float)*card->first / (float)card->count;
    draw_fill(s->list, (DrawRect){r.x + r.w + 5, r.y + at * r.h, 5, share * r.h}, 2.5F,
              s->theme->line2);
}

void list_card_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots,
                    const ListCard *card) {
    Scene s = screen_scene(view, list);
    const Theme *t = view->theme;
    float told = *card->message ? MESSAGE : 0, fixed = HEAD + FIELD + 12 + told + 14;
    float width = view->width - 24 < WIDTH ? view->width - 24 : WIDTH;
    int most = (int)((view->height - 60 - fixed) / ROW);
    int rows = card->count < most ? card->count : most;
    if (rows > 14) rows = 14;
    if (rows < 0) rows = 0;
    float height = fixed + ROW * (float)rows;
    float top = (view->height - fixed - 14 * ROW) / 2;
    DrawRect r = {(view->width - width) / 2, top > 30 ? top : 30, width, height};
    screen_dim(&s, view, 0.4F);
    screen_spot(spots, (DrawRect){0, 0, view->width, view->height}, ACTION_CLOSE, 0);
    screen_card(&s, r, t->text2, 1.5F);
    screen_spot(spots, r, ACTION_NONE, 0);
    put_head(&s, view, card, r);
    put_field(&s, card, (DrawRect){r.x + PAD, r.y + HEAD, r.w - 2 * PAD, FIELD});
    float y = r.y + HEAD + FIELD + 12;
    if (told > 0)
        scene_text_fit(&s, FONT_UI_REGULAR, 16, r.x + PAD, y + 18, r.w - 2 * PAD,
                       card->failed ? t->failed : t->text2, card->message);
    y += told;
    scroll(card, rows);
    DrawRect all = {r.x + PAD, y, r.w - 2 * PAD, ROW * (float)rows};
    for (int i = 0; i < rows; i++) {
        int index = *card->first + i;
        ListRow row = card->row(card->of, index);
        DrawRect place = {all.x, y + ROW * (float)i, all.w, ROW - 2};
        put_row(&s, view, &row, place, index == card->selected);
        screen_spot(spots, place, ACTION_SELECT, index);
    }
    put_bar(&s, card, all, rows);
}
