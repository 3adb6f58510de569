#include "window/picker.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "window/thumbnail.h"

static const float TOP = 76, MARGIN = 16, GAP = 18, CARD_LEAST = 340, CARD_MOST = 420,
                   CARD_HEIGHT = 262, HEADING = 54, CHAPTER_ROW = 76, CONTINUE_HEIGHT = 204;

typedef struct {
    Scene *s;
    const ScreenView *view;
    ScreenSpots *spots;
    Picker *picker;
    const Shelf *shelf;
    const PickerContinue *open;
    DrawRect body; /* where the cards are */
    float card;    /* their width */
    int columns;
} Pen;

/* ---- Where cards lie ------------------------------------------------------------------------ */

typedef struct {
    int row, column; /* row -1: the card to continue with */
    int headings;    /* rows with headings, down to its own */
    bool begins;     /* its chapter begins here */
    bool headed;     /* its row has headings */
} Place;

static int chapter_size(const Shelf *shelf, int first) {
    int i = first;
    while (i < shelf->count && shelf->lessons[i].chapter == shelf->lessons[first].chapter) i++;
    return i - first;
}

/* Chapters follow each other in one row while they fit there as a whole. */
static Place next_place(const Shelf *shelf, int index, Place before, int columns) {
    const ShelfLesson *lesson = &shelf->lessons[index];
    Place p = before;
    p.begins = index == 0 || lesson->chapter != lesson[-1].chapter;
    int wanted = p.begins ? chapter_size(shelf, index) : 1;
    bool same_row = index > 0 && p.column + 1 + wanted <= columns && (!p.begins || p.headed);
    p.column = same_row ? p.column + 1 : 0;
    if (same_row) return p;
    p.row++;
    p.headed = p.begins;
    p.headings += p.headed;
    return p;
}

static Place place_of(const Shelf *shelf, int index, int columns) {
    Place p = {.row = -1};
    for (int i = 0; i <= index && i < shelf->count; i++) p = next_place(shelf, i, p, columns);
    return p;
}

/* The card in a row that is nearest to the column; -2: there is no such row. */
static int card_at(const Shelf *shelf, int row, int column, int columns) {
    int found = -2;
    for (int i = 0; i < shelf->count; i++) {
        Place p = place_of(shelf, i, columns);
        if (p.row == row && (found < 0 || p.column <= column)) found = i;
    }
    return found;
}

static int first_of_chapter(const Shelf *shelf, int from, int by) {
    int chapter = from >= 0 && from < shelf->count ? shelf->lessons[from].chapter : 0;
    int most = (int)shelf->index.chapters.count;
    for (int c = chapter + by; c >= 0 && c < most; c += by) {
        for (int i = 0; i < shelf->count; i++) {
            if (shelf->lessons[i].chapter == c) return i;
        }
    }
    return -2;
}

bool picker_move(Picker *picker, const Shelf *shelf, Action action, bool can_continue) {
    int columns = picker->columns > 0 ? picker->columns : 1, from = picker->selected, to = -2;
    Place p = place_of(shelf, from, columns);
    if (action == ACTION_RIGHT && from + 1 < shelf->count) to = from + 1;
    if (action == ACTION_LEFT) to = from - 1;
    if (action == ACTION_DOWN) to = card_at(shelf, p.row + 1, p.column, columns);
    if (action == ACTION_UP) to = p.row > 0 ? card_at(shelf, p.row - 1, p.column, columns) : -1;
    if (action == ACTION_FIRST) to = 0;
    if (action == ACTION_LAST) to = shelf->count - 1;
    if (action == ACTION_GROUP_NEXT) to = first_of_chapter(shelf, from, 1);
    if (action == ACTION_GROUP_PREVIOUS) to = first_of_chapter(shelf, from, -1);
    if (to < -1 || to >= shelf->count || (to == -1 && !can_continue) || to == from) return false;
    picker->selected = to;
    picker->follow = true;
    return true;
}

/* ---- Top bar -------------------------------------------------------------------------------- */

static void put_hint(const Pen *p, float *x, Action action, const char *cap, TextKey word) {
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
static void put_legend(const Pen *p, float right, float baseline) {
    static const TextKey words[] = {TEXT_WAITS_WORD, TEXT_LEGEND_READY, TEXT_RUNS};
    const Theme *t = p->s->theme;
    float cy = baseline - 5.5F, x = right;
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
    scene_text_right(p->s, FONT_UI_REGULAR, 16, x + 8, baseline, t->text2,
                     screen_word(p->view, TEXT_PICTURES_ARE));
}

static void put_top(const Pen *p) {
    const Theme *t = p->s->theme;
    draw_fill(p->s->list, (DrawRect){0, 0, p->view->width, TOP}, 0, t->bg1);
    glyph_mark(p->s->list, 40, TOP / 2, 38, t->runline, t->line2);
    scene_text(p->s, FONT_UI_SEMIBOLD, 27, 74, TOP / 2 + 9.5F, t->text, "coroscope");
    float x = p->view->width - 24;
    put_hint(p, &x, ACTION_HELP, "?", TEXT_KEY_DOES_HELP);
    put_hint(p, &x, ACTION_FULLSCREEN, "F", TEXT_KEY_DOES_FULLSCREEN);
    put_hint(p, &x, ACTION_THEME, "T", TEXT_KEY_DOES_THEME);
    if (x > 1000) put_legend(p, x - 40, TOP / 2 + 5.5F);
}

/* ---- Chapters ------------------------------------------------------------------------------- */

static const char *chapter_title(const Pen *p, const LessonChapter *chapter) {
    return lesson_text(&chapter->title, p->shelf->context.language);
}

static void put_chapter(const Pen *p, int index, DrawRect r, bool current) {
    const Theme *t = p->s->theme;
    const LessonChapter *chapter = &p->shelf->index.chapters.items[index];
    bool hover = draw_rect_has(r, p->view->pointer_x, p->view->pointer_y);
    if (current || hover) draw_fill(p->s->list, r, 10, current ? t->bg3 : t->bg2);
    if (current) draw_fill(p->s->list, (DrawRect){r.x, r.y + 14, 4, r.h - 28}, 2, t->runline);
    char number[24];
    snprintf(number, sizeof number, "%" PRId64, chapter->number);
    float y = r.y + 30;
    scene_text_right(p->s, FONT_MONO_REGULAR, 18, r.x + 46, y, current ? t->runtext : t->text2,
                     number);
    scene_text_fit(p->s, FONT_UI_MEDIUM, 18, r.x + 62, y, r.w - 70, t->text,
                   chapter_title(p, chapter));
    float x = r.x + 62;
    for (size_t i = 0; i < chapter->lessons.count && x + 20 < r.x + r.w; i++) {
        draw_outline(p->s->list, (DrawRect){x, r.y + 45, 20, 11}, 3, t->line2,
                     (DrawStroke){.width = 1.5F});
        x += 26;
    }
    screen_spot(p->spots, r, ACTION_SELECT, index);
}

static void put_drop(const Pen *p, DrawRect panel) {
    const Theme *t = p->s->theme;
    DrawRect r = {panel.x + 20, panel.y + panel.h - 76, panel.w - 40, 52};
    draw_outline(p->s->list, r, 10, t->line2, (DrawStroke){.width = 1.5F, .on = 6, .off = 5});
    const char *text = screen_word(p->view, TEXT_DROP_HERE);
    float wide = scene_measure(p->s, FONT_UI_REGULAR, 16, text);
    float x = wide < r.w - 24 ? r.x + (r.w - wide) / 2 : r.x + 12;
    scene_text_fit(p->s, FONT_UI_REGULAR, 16, x, r.y + 31.5F, r.w - 24, t->text2, text);
}

static void put_chapters(const Pen *p, float width) {
    const Theme *t = p->s->theme;
    DrawRect panel = {MARGIN, TOP + MARGIN, width, p->view->height - TOP - 2 * MARGIN};
    scene_panel(p->s, panel);
    scene_heading(p->s, panel.x + 22, panel.y + 36, t->text2, screen_word(p->view, TEXT_CHAPTERS));
    int count = (int)p->shelf->index.chapters.count, selected = p->picker->selected;
    int current =
        selected >= 0 && selected < p->shelf->count ? p->shelf->lessons[selected].chapter : -1;
    float y = panel.y + 54, room = panel.h - 54 - 92;
    float row = count && room / (float)count < CHAPTER_ROW ? room / (float)count : CHAPTER_ROW;
    for (int i = 0; i < count; i++) {
        put_chapter(p, i, (DrawRect){panel.x + 8, y, panel.w - 16, row - 6}, i == current);
        y += row;
    }
    put_drop(p, panel);
}

/* ---- Cards ---------------------------------------------------------------------------------- */

static void put_level(const Pen *p, const Lesson *lesson, float x, float cy, float right) {
    static const TextKey words[] = {TEXT_LEVEL_BEGINNER, TEXT_LEVEL_INTERMEDIATE,
                                    TEXT_LEVEL_ADVANCED};
    const Theme *t = p->s->theme;
    for (int i = 0; i < 3; i++) {
        float cx = x + 6 + (float)i * 18;
        if (i <= lesson->level) {
            draw_disc(p->s->list, cx, cy, 5, t->text);
        } else {
            draw_ring(p->s->list, cx, cy, 4.5F, t->text2, (DrawStroke){.width = 1.5F});
        }
    }
    scene_text(p->s, FONT_UI_REGULAR, 16, x + 60, cy + 5.5F, t->text2,
               screen_word(p->view, words[lesson->level]));
    if (lesson->minutes <= 0) return;
    char number[24], text[64];
    snprintf(number, sizeof number, "%" PRId64, lesson->minutes);
    screen_fill(p->view, TEXT_MINUTES_N, text, sizeof text, number, NULL, NULL);
    scene_text_right(p->s, FONT_UI_REGULAR, 16, right, cy + 5.5F, t->text2, text);
}

static void put_card(const Pen *p, int index, DrawRect r) {
    const Theme *t = p->s->theme;
    const ShelfLesson *lesson = &p->shelf->lessons[index];
    bool hover = draw_rect_has(r, p->view->pointer_x, p->view->pointer_y);
    if (index == p->picker->selected)
        draw_outline(p->s->list, draw_grow(r, 3), 16, t->text, (DrawStroke){.width = 3});
    draw_fill(p->s->list, r, 14, hover ? t->bg2 : t->bg1);
    DrawRect picture = {r.x + 10, r.y + 10, r.w - 20, 156};
    draw_fill(p->s->list, picture, 10, t->stage);
    thumbnail_draw(p->s, &lesson->timeline,
                   (DrawRect){picture.x + 18, picture.y + 16, picture.w - 36, picture.h - 32},
                   NULL);
    float x = r.x + 20, width = r.w - 40;
    const char *title = lesson->broken
                            ? lesson->path
                            : lesson_text(&lesson->lesson.title, p->shelf->context.language);
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, 20, x, r.y + 204, width, t->text, title);
    if (lesson->broken) {
        draw_icon(p->s->list, ICON_FAILED, x + 9, r.y + 234, 19, t->failed);
        scene_text_fit(p->s, FONT_UI_REGULAR, 16, x + 28, r.y + 239.5F, width - 28, t->failed,
                       screen_word(p->view, TEXT_LESSON_BROKEN));
    } else {
        put_level(p, &lesson->lesson, x, r.y + 234, x + width);
    }
    screen_spot(p->spots, r, ACTION_OPEN, index);
}

static void put_heading(const Pen *p, const ShelfLesson *lesson, float left, float y, float width) {
    const Theme *t = p->s->theme;
    const LessonChapter *chapter = &p->shelf->index.chapters.items[lesson->chapter];
    char number[24];
    snprintf(number, sizeof number, "%" PRId64, chapter->number);
    float x = scene_text(p->s, FONT_MONO_REGULAR, 20, left + 4, y + 34, t->text2, number) + 14;
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, 22, x, y + 34, left + width - x, t->text,
                   chapter_title(p, chapter));
}

static void put_continue(const Pen *p, DrawRect r) {
    const Theme *t = p->s->theme;
    const PickerContinue *open = p->open;
    if (p->picker->selected == -1)
        draw_outline(p->s->list, draw_grow(r, 3), 16, t->text, (DrawStroke){.width = 3});
    draw_fill(p->s->list, r, 14, t->bg1);
    draw_fill(p->s->list, (DrawRect){r.x, r.y, 6, r.h}, 3, t->runline);
    float x = r.x + 34, half = r.w * 0.42F;
    scene_heading(p->s, x, r.y + 40, t->text2, screen_word(p->view, TEXT_CONTINUE));
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, 27, x, r.y + 80, half - 40, t->text, open->title);
    char step[24], steps[24], text[160];
    snprintf(step, sizeof step, "%" PRIu64, open->step);
    snprintf(steps, sizeof steps, "%" PRIu64, open->steps);
    screen_fill(p->view, TEXT_STOPPED_AT, text, sizeof text, open->clock, step, steps);
    scene_text_fit(p->s, FONT_UI_REGULAR, 17, x, r.y + 114, half - 40, t->text2, text);
    DrawRect button = {x, r.y + 134, 0, 46};
    const char *word = screen_word(p->view, TEXT_CONTINUE);
    const char *cap = screen_word(p->view, TEXT_KEY_ENTER_NAME);
    float wide = scene_measure(p->s, FONT_UI_SEMIBOLD, 16, word);
    button.w = 48 + wide + 12 + screen_cap_width(p->s, cap) + 14;
    draw_fill(p->s->list, button, 10, t->running);
    draw_icon(p->s->list, ICON_PLAY, x + 26, button.y + 23, 17, t->running_ink);
    scene_text(p->s, FONT_UI_SEMIBOLD, 16, x + 48, button.y + 29, t->running_ink, word);
    screen_cap(p->s, x + 48 + wide + 12, button.y + 23, t->running_ink, cap);
    DrawRect picture = {r.x + half, r.y + 20, r.w - half - 28, r.h - 40};
    if (open->timeline) thumbnail_draw(p->s, open->timeline, picture, &open->playhead);
    screen_spot(p->spots, r, ACTION_OPEN, -1);
}

/* ---- The whole ------------------------------------------------------------------------------ */

static float card_y(const Pen *p, Place place) {
    float above = p->open->title ? CONTINUE_HEIGHT + 12 : 0;
    if (place.row < 0) return 0;
    return above + (float)place.headings * HEADING + (float)place.row * (CARD_HEIGHT + GAP);
}

static void scroll_to_selected(const Pen *p) {
    Picker *picker = p->picker;
    Place last = place_of(p->shelf, p->shelf->count - 1, p->columns);
    float height = card_y(p, last) + CARD_HEIGHT + 8, most = height - p->body.h;
    if (picker->follow) {
        Place place = place_of(p->shelf, picker->selected, p->columns);
        float y = card_y(p, place), foot = y + CARD_HEIGHT + 8;
        if (y - HEADING < picker->scroll) picker->scroll = y - HEADING;
        if (foot - picker->scroll > p->body.h) picker->scroll = foot - p->body.h;
        picker->follow = false;
    }
    if (picker->scroll > most) picker->scroll = most;
    if (picker->scroll < 0) picker->scroll = 0;
}

static void put_cards(const Pen *p) {
    float top = p->body.y - p->picker->scroll;
    Place place = {.row = -1};
    if (p->open->title) put_continue(p, (DrawRect){p->body.x, top, p->body.w, CONTINUE_HEIGHT});
    for (int i = 0; i < p->shelf->count; i++) {
        place = next_place(p->shelf, i, place, p->columns);
        float x = p->body.x + (float)place.column * (p->card + GAP), y = top + card_y(p, place);
        if (y > p->view->height || y + CARD_HEIGHT < p->body.y - HEADING) continue;
        int cards = chapter_size(p->shelf, i);
        if (cards > p->columns - place.column) cards = p->columns - place.column;
        float width = (float)cards * (p->card + GAP) - GAP;
        if (place.begins) put_heading(p, &p->shelf->lessons[i], x, y - HEADING, width);
        put_card(p, i, (DrawRect){x, y, p->card, CARD_HEIGHT});
    }
}

static void put_nothing(const Pen *p) {
    const Theme *t = p->s->theme;
    float x = p->body.x + 24, y = p->body.y + 48;
    scene_text(p->s, FONT_UI_SEMIBOLD, 27, x, y, t->text, screen_word(p->view, TEXT_NO_LESSONS));
    float width = p->body.w - 48 < 720 ? p->body.w - 48 : 720;
    screen_paragraph(p->s, FONT_UI_REGULAR, 17, x, y + 40, width, t->text2,
                     screen_word(p->view, TEXT_NO_LESSONS_HINT), 4);
}

void picker_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Picker *picker,
                 const Shelf *shelf, const PickerContinue *open) {
    Scene s = screen_scene(view, list);
    float left = view->width >= 1700 ? 360 : view->width >= 1100 ? 300 : 0;
    float x = left > 0 ? MARGIN + left + 20 : MARGIN;
    Pen p = {.s = &s, .view = view, .spots = spots, .picker = picker, .shelf = shelf, .open = open};
    p.body = (DrawRect){x, TOP + MARGIN, view->width - x - MARGIN, view->height - TOP - MARGIN};
    p.columns = (int)((p.body.w + GAP) / (CARD_LEAST + GAP));
    if (p.columns < 1) p.columns = 1;
    p.card = (p.body.w - GAP * (float)(p.columns - 1)) / (float)p.columns;
    if (p.card > CARD_MOST) p.card = CARD_MOST;
    picker->columns = p.columns;
    if (picker->selected < 0 && !open->title) picker->selected = 0;
    scroll_to_selected(&p);
    draw_clip_push(list, (DrawRect){p.body.x - 8, TOP + 1, p.body.w + 16, view->height - TOP});
    if (shelf->count) {
        put_cards(&p);
    } else {
        if (open->title) put_continue(&p, (DrawRect){x, p.body.y, p.body.w, CONTINUE_HEIGHT});
        p.body.y += open->title ? CONTINUE_HEIGHT + 12 : 0;
        put_nothing(&p);
    }
    draw_clip_pop(list);
    put_top(&p);
    if (left > 0) put_chapters(&p, left);
}
