/* The top bar with the search, and the list of cards. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "window/picker.h"

static const float TOP = 76, MARGIN = 16, GAP = 18, CARD_LEAST = 340, CARD_MOST = 420, HEADING = 54,
                   CONTINUE_HEIGHT = 216;

/* ---- Top bar -------------------------------------------------------------------------------- */

static void put_hint(const PickerPen *p, float *x, Action action, const char *cap, TextKey word) {
    const Theme *t = p->s->theme;
    const char *text = screen_word(p->view, word);
    float wide = scene_measure(p->s, FONT_UI_REGULAR, 16, text);
    float key = screen_cap_width(p->s, cap);
    *x -= wide + key + 8;
    screen_cap(p->s, *x, TOP / 2, t->text2, cap);
    scene_text(p->s, FONT_UI_REGULAR, 16, *x + key + 8, TOP / 2 + 5.5F, t->text2, text);
    screen_spot(p->spots, (DrawRect){*x, TOP / 2 - 16, wide + key + 8, 32}, action, 0);
    *x -= 24;
}

/* "each picture is the lesson's own timeline:" and its three signs, ending at `right`. */
static void put_legend(const PickerPen *p, float left, float right, float baseline) {
    static const TextKey words[] = {TEXT_WAITS_WORD, TEXT_LEGEND_READY, TEXT_RUNS};
    const Theme *t = p->s->theme;
    float cy = baseline - 5.5F, x = right, width = 0;
    for (int i = 0; i < 3; i++)
        width += scene_measure(p->s, FONT_UI_REGULAR, 16, screen_word(p->view, words[i])) + 52;
    const char *about = screen_word(p->view, TEXT_PICTURES_ARE);
    float told = scene_measure(p->s, FONT_UI_REGULAR, 16, about);
    if (right - width < left) return;
    for (int i = 0; i < 3; i++) {
        x = scene_text_right(p->s, FONT_UI_REGULAR, 16, x, baseline, t->text2,
                             screen_word(p->view, words[i]));
        DrawRect sign = {x - 32, cy - 8, 24, 16};
        if (i == 0) glyph_hatch_bar(p->s->list, (DrawRect){sign.x, cy - 4, 24, 8}, t->waiting, x);
        if (i == 1)
            draw_box(p->s->list, sign, 4, t->ready_tint, t->ready, (DrawStroke){.width = 2});
        if (i == 2) draw_fill(p->s->list, sign, 4, t->running);
        x -= 32 + 20;
    }
    if (x + 8 - told < left) return;
    scene_text_right(p->s, FONT_UI_REGULAR, 16, x + 8, baseline, t->text2, about);
}

static void put_glass(const PickerPen *p, float cx, float cy, DrawColour colour) {
    DrawStroke stroke = {.width = 2.4F, .cap = DRAW_CAP_ROUND};
    draw_ring(p->s->list, cx - 2, cy - 2, 7, colour, stroke);
    draw_line(p->s->list, cx + 3.5F, cy + 3.5F, cx + 9, cy + 9, colour, stroke);
}

static void put_search_text(const PickerPen *p, DrawRect r) {
    const Theme *t = p->s->theme;
    float x = r.x + 54, base = r.y + r.h / 2 + 6.5F, width = r.x + r.w - x - 52;
    if (*p->picker->query || p->picker->searching) {
        /* What is typed last stays in sight. */
        const char *text = p->picker->query;
        while (scene_measure(p->s, FONT_UI_REGULAR, 18, text) > width && *text) {
            do text++;
            while (((unsigned char)*text & 0xC0) == 0x80);
        }
        float end = scene_text(p->s, FONT_UI_REGULAR, 18, x, base, t->text, text);
        if (p->picker->searching)
            draw_line(p->s->list, end + 2, base - 17, end + 2, base + 4, t->text,
                      (DrawStroke){.width = 2});
        return;
    }
    char text[160], number[24];
    snprintf(number, sizeof number, "%d", p->shelf->count);
    screen_fill(p->view, TEXT_SEARCH_HINT, text, sizeof text, number, NULL, NULL);
    scene_text_fit(p->s, FONT_UI_REGULAR, 18, x, base, width, t->text2, text);
}

static void put_search(const PickerPen *p, DrawRect r) {
    const Theme *t = p->s->theme;
    bool on = p->picker->searching;
    draw_box(p->s->list, r, 10, t->bg2, on ? t->text : t->line2, (DrawStroke){.width = on ? 3 : 2});
    put_glass(p, r.x + 28, r.y + r.h / 2, t->text2);
    put_search_text(p, r);
    const char *cap = on ? screen_word(p->view, TEXT_KEY_ESCAPE_NAME) : "/";
    screen_cap(p->s, r.x + r.w - screen_cap_width(p->s, cap) - 12, r.y + r.h / 2, t->text2, cap);
    screen_spot(p->spots, r, ACTION_SEARCH, 0);
}

static void put_top(const PickerPen *p) {
    const Theme *t = p->s->theme;
    draw_fill(p->s->list, (DrawRect){0, 0, p->view->width, TOP}, 0, t->bg1);
    glyph_mark(p->s->list, 40, TOP / 2, 38, t->runline, t->line2);
    scene_text(p->s, FONT_UI_SEMIBOLD, 27, 74, TOP / 2 + 9.5F, t->text, "coroscope");
    float x = p->view->width - 24, left = p->view->width >= 1700 ? 400 : 260;
    put_hint(p, &x, ACTION_HELP, "?", TEXT_KEY_DOES_HELP);
    put_hint(p, &x, ACTION_FULLSCREEN, "F", TEXT_KEY_DOES_FULLSCREEN);
    put_hint(p, &x, ACTION_THEME, "T", TEXT_KEY_DOES_THEME);
    float width = x - left < 580 ? x - left : 580;
    if (width < 160) return;
    put_search(p, (DrawRect){left, TOP / 2 - 23, width, 46});
    put_legend(p, left + width + 24, x - 20, TOP / 2 + 5.5F);
}

/* ---- Cards ---------------------------------------------------------------------------------- */

static bool shows_continue(const PickerPen *p) {
    return p->open->title && !*p->picker->query;
}

/* How much room the words above the cards take when nothing was found. */
static float told_above(const PickerPen *p) {
    return p->picker->no_hits ? 88 : shows_continue(p) ? CONTINUE_HEIGHT + 12 : 0;
}

static void put_heading(const PickerPen *p, const ShelfLesson *lesson, float left, float y,
                        float width) {
    const Theme *t = p->s->theme;
    float x = left + 4;
    if (!shelf_is_own(p->shelf, lesson)) {
        const LessonChapter *chapter = &p->shelf->index.chapters.items[lesson->chapter];
        char number[24];
        snprintf(number, sizeof number, "%" PRId64, chapter->number);
        x = scene_text(p->s, FONT_MONO_REGULAR, 20, x, y + 34, t->text2, number) + 14;
    }
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, 22, x, y + 34, left + width - x, t->text,
                   picker_chapter_title(p, lesson->chapter));
}

static float card_y(const PickerPen *p, PickerPlace place) {
    if (place.row < 0) return 0;
    return told_above(p) + (float)place.headings * HEADING +
           (float)place.row * (PICKER_CARD_HEIGHT + GAP);
}

static void scroll_to_selected(const PickerPen *p) {
    Picker *picker = p->picker;
    PickerPlace last = picker_place_of(picker, p->shelf, picker->shown_count - 1);
    float height = card_y(p, last) + PICKER_CARD_HEIGHT + 8, most = height - p->body.h;
    if (picker->follow) {
        int at = picker_position(picker, picker->selected);
        PickerPlace place = picker_place_of(picker, p->shelf, at);
        float y = card_y(p, place), foot = y + PICKER_CARD_HEIGHT + 8;
        if (y - HEADING < picker->scroll) picker->scroll = y - HEADING;
        if (foot - picker->scroll > p->body.h) picker->scroll = foot - p->body.h;
        picker->follow = false;
    }
    if (picker->scroll > most) picker->scroll = most;
    if (picker->scroll < 0) picker->scroll = 0;
}

static void put_no_hits(const PickerPen *p, float top) {
    const Theme *t = p->s->theme;
    char text[PICKER_QUERY + 160];
    screen_fill(p->view, TEXT_NO_HITS, text, sizeof text, p->picker->query, NULL, NULL);
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, 27, p->body.x + 4, top + 40, p->body.w - 8, t->text,
                   text);
    scene_text_fit(p->s, FONT_UI_REGULAR, 17, p->body.x + 4, top + 74, p->body.w - 8, t->text2,
                   screen_word(p->view, TEXT_NEAREST_TITLES));
}

static void put_cards(const PickerPen *p) {
    Picker *picker = p->picker;
    float top = p->body.y - picker->scroll;
    PickerPlace place = {.row = -1};
    if (shows_continue(p))
        picker_continue(p, (DrawRect){p->body.x, top, p->body.w, CONTINUE_HEIGHT});
    if (picker->no_hits) put_no_hits(p, top);
    for (int i = 0; i < picker->shown_count; i++) {
        place = picker_next_place(picker, p->shelf, i, place);
        const ShelfLesson *lesson = &p->shelf->lessons[picker->shown[i]];
        float x = p->body.x + (float)place.column * (p->card + GAP), y = top + card_y(p, place);
        if (y > p->view->height || y + PICKER_CARD_HEIGHT < p->body.y - HEADING) continue;
        int cards = picker_chapter_size(picker, p->shelf, i);
        if (cards > picker->columns - place.column) cards = picker->columns - place.column;
        float width = (float)cards * (p->card + GAP) - GAP;
        if (place.begins) put_heading(p, lesson, x, y - HEADING, width);
        picker_card(p, picker->shown[i], (DrawRect){x, y, p->card, PICKER_CARD_HEIGHT});
    }
}

static void put_nothing(const PickerPen *p) {
    const Theme *t = p->s->theme;
    float x = p->body.x + 24, y = p->body.y + 48;
    if (shows_continue(p)) {
        picker_continue(p, (DrawRect){p->body.x, p->body.y, p->body.w, CONTINUE_HEIGHT});
        y += CONTINUE_HEIGHT + 12;
    }
    scene_text(p->s, FONT_UI_SEMIBOLD, 27, x, y, t->text, screen_word(p->view, TEXT_NO_LESSONS));
    float width = p->body.w - 48 < 720 ? p->body.w - 48 : 720;
    screen_paragraph(p->s, FONT_UI_REGULAR, 17, x, y + 40, width, t->text2,
                     screen_word(p->view, TEXT_NO_LESSONS_HINT), 4);
}

/* ---- The whole ------------------------------------------------------------------------------ */

static void place_body(PickerPen *p, float left) {
    const ScreenView *view = p->view;
    float x = left > 0 ? MARGIN + left + 20 : MARGIN;
    p->body = (DrawRect){x, TOP + MARGIN, view->width - x - MARGIN, view->height - TOP - MARGIN};
    int columns = (int)((p->body.w + GAP) / (CARD_LEAST + GAP));
    if (columns < 1) columns = 1;
    p->card = (p->body.w - GAP * (float)(columns - 1)) / (float)columns;
    if (p->card > CARD_MOST) p->card = CARD_MOST;
    p->picker->columns = columns;
}

void picker_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Picker *picker,
                 const PickerFacts *facts) {
    Scene s = screen_scene(view, list);
    float left = view->width >= 1700 ? 360 : view->width >= 1100 ? 312 : 0;
    PickerPen p = {.s = &s,
                   .view = view,
                   .spots = spots,
                   .picker = picker,
                   .shelf = facts->shelf,
                   .progress = facts->progress,
                   .open = facts->open};
    place_body(&p, left);
    picker_filter(picker, facts->shelf);
    if (picker->selected < 0 && !shows_continue(&p))
        picker->selected = picker->shown_count ? picker->shown[0] : 0;
    scroll_to_selected(&p);
    draw_clip_push(list, (DrawRect){p.body.x - 8, TOP + 1, p.body.w + 16, view->height - TOP});
    if (facts->shelf->count) {
        put_cards(&p);
    } else {
        put_nothing(&p);
    }
    draw_clip_pop(list);
    put_top(&p);
    if (left > 0) picker_chapters(&p, left);
}
