#include "window/error_card.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "window/json_colours.h"

/* ---- What is wrong -------------------------------------------------------------------------- */

void error_card_clear(ErrorCard *card) {
    lesson_problems_clear(&card->problems);
    memset(card, 0, sizeof *card);
}

void error_card_take(ErrorCard *card, LessonProblems *problems, TextKey title) {
    error_card_clear(card);
    card->problems = *problems;
    card->title = title;
    memset(problems, 0, sizeof *problems);
}

/* A program's mistake in the words that Python has for it. */
static void take_diag(ErrorCard *card, const Session *session, const TextTable *words) {
    static const TextKey kinds[] = {
        [DIAG_NONE] = TEXT_PROGRAM_LIMIT,
        [DIAG_SYNTAX] = TEXT_SYNTAX_ERROR,
        [DIAG_INDENTATION] = TEXT_INDENTATION_ERROR,
        [DIAG_TAB] = TEXT_TAB_ERROR,
        [DIAG_UNSUPPORTED] = TEXT_NOT_SUPPORTED,
        [DIAG_LIMIT] = TEXT_PROGRAM_LIMIT,
    };
    const Diag *d = &session->diag;
    const LessonProgram *program = &session->lesson.program;
    const char *file = program->path ? program->path : session->lesson.path;
    const char *args[] = {d->text};
    char text[DIAG_TEXT + 64];
    text_format(text, sizeof text, text_get(words, kinds[d->kind]), args, 1);
    int end = d->end_line == d->line && d->end_column > d->column ? d->end_column : d->column + 1;
    LessonPlace place = {.line = d->line, .column = d->column, .end_column = end, .path = ""};
    lesson_problems_start(&card->problems, file, program->text, program->length);
    LessonProblem *problem = lesson_problem_add(&card->problems, &place, "%s", text);
    if (problem && *d->hint) lesson_problem_hint(&card->problems, problem, "%s", d->hint);
    card->title = TEXT_WRONG_PROGRAM;
}

void error_card_take_session(ErrorCard *card, Session *session, const TextTable *words) {
    if (session->problems.count) {
        error_card_take(card, &session->problems, TEXT_COUNT);
        return;
    }
    error_card_clear(card);
    if (session->diag.kind != DIAG_NONE) take_diag(card, session, words);
}

bool error_card_is_open(const ErrorCard *card) {
    return card->problems.count > 0;
}

void error_card_move(ErrorCard *card, int by) {
    size_t count = card->problems.count;
    if (count) card->current = (card->current + count + (size_t)(by + (int)count)) % count;
}

char *error_card_text(const ErrorCard *card) {
    const LessonProblem *p = &card->problems.items[card->current];
    const char *file = card->problems.file ? card->problems.file : "";
    int size = snprintf(NULL, 0, "%s:%d:%d: %s\n%s\n", file, p->line, p->column, p->text, p->hint);
    char *text = size > 0 ? malloc((size_t)size + 1) : NULL;
    if (!text) return NULL;
    snprintf(text, (size_t)size + 1, "%s:%d:%d: %s\n%s\n", file, p->line, p->column, p->text,
             p->hint);
    return text;
}

/* ---- Drawing -------------------------------------------------------------------------------- */

enum { LINES_BEFORE = 3, LINES_AFTER = 2, MOST_OTHERS = 4, LONGEST_LINE = 400 };

static const float WIDEST = 1240, EDGE = 36, CODE_ROW = 32, REASON_ROW = 28, LABEL = 164,
                   CODE_LEFT = 76, CODE_RIGHT = 20;

typedef struct {
    Scene *s;
    const ScreenView *view;
    ScreenSpots *spots;
    const ErrorCard *card;
    const LessonProblem *problem;
    float x, width; /* of the content */
    bool brief;     /* the window is too low for all of it */
} Pen;

static void put_head(const Pen *p, float y) {
    const Theme *t = p->s->theme;
    const LessonProblems *problems = &p->card->problems;
    char text[96], a[24], b[24];
    snprintf(a, sizeof a, "%zu", problems->count);
    draw_icon(p->s->list, ICON_FAILED, p->x + 18, y, 38, t->failed);
    TextKey key = p->card->title;
    if (key == TEXT_COUNT) key = problems->count == 1 ? TEXT_WRONG_LESSON_1 : TEXT_WRONG_LESSON_N;
    screen_fill(p->view, key, text, sizeof text, a, NULL, NULL);
    scene_text(p->s, FONT_UI_SEMIBOLD, 27, p->x + 52, y + 9.5F, t->text, text);
    if (problems->count < 2) return;
    snprintf(b, sizeof b, "%zu", p->card->current + 1);
    screen_fill(p->view, TEXT_N_OF_N, text, sizeof text, b, a, NULL);
    scene_text_right(p->s, FONT_MONO_REGULAR, 17, p->x + p->width, y + 6, t->text2, text);
}

static void put_place(const Pen *p, float baseline) {
    const Theme *t = p->s->theme;
    const char *file = p->card->problems.file ? p->card->problems.file : "";
    char place[96], line[24], column[24];
    float x = p->x, half = p->width * 0.6F;
    /* A long path loses its beginning. */
    while (*file && scene_measure(p->s, FONT_MONO_REGULAR, 17, file) > half) {
        const char *slash = strchr(file + 1, '/');
        if (!slash) break;
        file = slash;
    }
    float wide = scene_measure(p->s, FONT_MONO_REGULAR, 17, file);
    scene_text_fit(p->s, FONT_MONO_REGULAR, 17, x, baseline, half, t->text, file);
    x += (wide < half ? wide : half) + 16;
    if (p->problem->line > 0) {
        snprintf(line, sizeof line, "%d", p->problem->line);
        snprintf(column, sizeof column, "%d", p->problem->column);
        screen_fill(p->view, TEXT_LINE_COLUMN, place, sizeof place, line, column, NULL);
        x = scene_text(p->s, FONT_UI_SEMIBOLD, 17, x, baseline, t->failed, place) + 16;
    }
    scene_text_fit(p->s, FONT_MONO_REGULAR, 17, x, baseline, p->x + p->width - x, t->text2,
                   p->problem->path);
}

/* ---- The lines of the file ------------------------------------------------------------------ */

/* Line `number` of the file, from 1; NULL beyond the end. */
static const char *line_of(const LessonProblems *problems, int number, size_t *length) {
    const char *at = problems->text, *end = at ? at + problems->length : NULL;
    for (int n = 1; at && n < number; n++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline && newline + 1 < end ? newline + 1 : NULL;
    }
    if (!at) return NULL;
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((newline ? newline : end) - at);
    return at;
}

/* Copies the line with blanks for what cannot be seen. */
static size_t plain_line(char *out, const char *line, size_t length) {
    if (length > LONGEST_LINE) length = LONGEST_LINE;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)line[i];
        out[i] = c < 0x20 || c == 0x7F ? ' ' : (char)c;
    }
    out[length] = 0;
    return length;
}

/* Bytes before the column, which counts characters from 1. */
static size_t bytes_before(const char *text, size_t length, int column) {
    size_t at = 0;
    for (int i = 1; i < column && at < length; i++) fonts_decode(text, length, &at);
    return at;
}

/* How far the lines are moved to the left so that the mistake is in sight. */
static float shift_of(const Pen *p, const char *line, size_t length, float room) {
    size_t end = bytes_before(line, length, p->problem->end_column);
    float wide = fonts_measure(p->s->fonts, FONT_MONO_REGULAR, 17, line, end);
    return wide > room * 0.8F ? wide - room * 0.8F : 0;
}

static void put_zigzag(const Pen *p, const char *line, size_t length, float x, float baseline) {
    Fonts *fonts = p->s->fonts;
    size_t from = bytes_before(line, length, p->problem->column);
    size_t to = bytes_before(line, length, p->problem->end_column);
    float x0 = x + fonts_measure(fonts, FONT_MONO_REGULAR, 17, line, from);
    float x1 = x + fonts_measure(fonts, FONT_MONO_REGULAR, 17, line, to);
    if (x1 < x0 + 10) x1 = x0 + 10;
    glyph_zigzag(p->s->list, x0, x1, baseline + 7, p->s->theme->failed);
    float wide = scene_measure(p->s, FONT_UI_SEMIBOLD, 17, p->problem->text);
    float right = p->x + p->width - 20, at = x0 + 6;
    if (at + wide > right) at = right - wide;
    float least = p->x + 16;
    if (at < least) at = least;
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, 17, at, baseline + 32, right - at, p->s->theme->failed,
                   p->problem->text);
}

/* The lines around the mistake, as far as the file has them. */
typedef struct {
    int first, last;
    float shift;
} Excerpt;

static Excerpt excerpt_of(const Pen *p) {
    const LessonProblem *bad = p->problem;
    char text[LONGEST_LINE + 1];
    size_t length;
    const char *line = line_of(&p->card->problems, bad->line, &length);
    length = plain_line(text, line, length);
    int before = p->brief ? 1 : LINES_BEFORE, after = p->brief ? 1 : LINES_AFTER;
    Excerpt e = {.first = bad->line > before ? bad->line - before : 1,
                 .last = bad->line,
                 .shift = shift_of(p, text, length, p->width - CODE_LEFT - CODE_RIGHT)};
    while (e.last < bad->line + after && line_of(&p->card->problems, e.last + 1, &length)) e.last++;
    return e;
}

/* One line with its number; returns where the next one begins. */
static float put_line(const Pen *p, int number, float shift, float top) {
    const Theme *t = p->s->theme;
    bool wrong = number == p->problem->line;
    float high = wrong ? CODE_ROW + REASON_ROW : CODE_ROW, code = p->x + CODE_LEFT;
    char text[LONGEST_LINE + 1], label[16];
    size_t length;
    const char *line = line_of(&p->card->problems, number, &length);
    length = plain_line(text, line, length);
    if (wrong)
        draw_fill(p->s->list, (DrawRect){p->x + 6, top, p->width - 12, high}, 8, t->fail_tint);
    snprintf(label, sizeof label, "%d", number);
    scene_text_right(p->s, wrong ? FONT_MONO_BOLD : FONT_MONO_REGULAR, 16, p->x + 52, top + 22,
                     wrong ? t->failed : t->text3, label);
    DrawRect room = {code - 4, top, p->width - CODE_LEFT - CODE_RIGHT + 12, high};
    draw_clip_push(p->s->list, room);
    json_colours(p->s, text, length, code - shift, top + 22);
    draw_clip_pop(p->s->list);
    if (wrong) put_zigzag(p, text, length, code - shift, top + 20);
    return top + high;
}

static float put_lines(const Pen *p, float y) {
    const Theme *t = p->s->theme;
    const LessonProblem *bad = p->problem;
    size_t length;
    if (bad->line <= 0 || !line_of(&p->card->problems, bad->line, &length)) {
        return screen_paragraph(p->s, FONT_UI_MEDIUM, 17, p->x, y + 20, p->width, t->text,
                                bad->text, 3);
    }
    Excerpt e = excerpt_of(p);
    float high = (float)(e.last - e.first + 1) * CODE_ROW + REASON_ROW + 24, top = y + 12;
    DrawRect box = {p->x, y, p->width, high};
    draw_fill(p->s->list, box, 10, t->bg0);
    draw_clip_push(p->s->list, box);
    for (int n = e.first; n <= e.last; n++) top = put_line(p, n, e.shift, top);
    draw_clip_pop(p->s->list);
    return y + high;
}

/* ---- What to do about it -------------------------------------------------------------------- */

static const TextKey slips[] = {
    [SLIP_NONE] = TEXT_COUNT,           [SLIP_SWAPPED] = TEXT_SLIP_SWAPPED,
    [SLIP_MISSING] = TEXT_SLIP_MISSING, [SLIP_ADDED] = TEXT_SLIP_ADDED,
    [SLIP_CHANGED] = TEXT_SLIP_CHANGED, [SLIP_CAPITALS] = TEXT_SLIP_CAPITALS,
};

static float put_nearest(const Pen *p, float y) {
    if (!p->problem->nearest[0]) return y;
    const Theme *t = p->s->theme;
    char text[160];
    snprintf(text, sizeof text, "\"%s\"", p->problem->nearest);
    float wide = scene_measure(p->s, FONT_MONO_SEMIBOLD, 17, text) + 32;
    scene_text(p->s, FONT_UI_REGULAR, 17, p->x, y + 26, t->text2,
               screen_word(p->view, TEXT_DID_YOU_MEAN));
    DrawRect box = {p->x + LABEL, y, wide, 40};
    draw_box(p->s->list, box, 8, t->done_tint, t->done, (DrawStroke){.width = 2});
    scene_text(p->s, FONT_MONO_SEMIBOLD, 17, box.x + 16, y + 26, t->text, text);
    float x = box.x + box.w + 14;
    if (slips[p->problem->slip] != TEXT_COUNT)
        scene_text_fit(p->s, FONT_UI_REGULAR, 17, x, y + 26, p->x + p->width - x, t->text2,
                       screen_word(p->view, slips[p->problem->slip]));
    return y + 52;
}

static float put_expected(const Pen *p, float y) {
    const LessonProblem *bad = p->problem;
    if (!bad->expected_count) return y;
    const Theme *t = p->s->theme;
    scene_text(p->s, FONT_UI_REGULAR, 17, p->x, y + 22, t->text2,
               screen_word(p->view, TEXT_EXPECTED));
    float x = p->x + LABEL, right = p->x + p->width;
    int row = 0;
    for (size_t i = 0; i < bad->expected_count; i++) {
        const char *name = bad->expected[i];
        float wide = scene_measure(p->s, FONT_MONO_REGULAR, 16, name) + 24;
        if (x + wide > right - (row == 1 ? 30 : 0)) {
            if (row++ == 1) {
                scene_text(p->s, FONT_UI_REGULAR, 16, x, y + 22, t->text2, "\u2026");
                break;
            }
            x = p->x + LABEL;
            y += 42;
        }
        bool near = strcmp(name, bad->nearest) == 0;
        DrawRect box = {x, y, wide, 34};
        draw_box(p->s->list, box, 8, DRAW_NONE, near ? t->done : t->line2,
                 (DrawStroke){.width = 1.5F});
        scene_text(p->s, FONT_MONO_REGULAR, 16, x + 12, y + 22, t->text, name);
        x += wide + 10;
    }
    return y + 46;
}

static float put_hint(const Pen *p, float y) {
    const char *hint = p->problem->hint;
    if (!*hint) return y;
    const Theme *t = p->s->theme;
    scene_text(p->s, FONT_UI_REGULAR, 17, p->x, y + 20, t->text2,
               screen_word(p->view, TEXT_WHAT_TO_DO));
    float width = p->width - LABEL;
    return screen_paragraph(p->s, FONT_UI_REGULAR, 17, p->x + LABEL, y + 20, width, t->text, hint,
                            4) -
           6;
}

/* "line 14:33" */
static const char *place_of(const Pen *p, const LessonProblem *other, char *text, size_t size) {
    char line[24], column[24];
    snprintf(line, sizeof line, "%d", other->line);
    snprintf(column, sizeof column, "%d", other->column);
    screen_fill(p->view, TEXT_LINE_PLACE, text, size, line, column, NULL);
    return text;
}

/* Room for the places of all that are listed. */
static float places_width(const Pen *p) {
    float widest = 74;
    char text[96];
    for (size_t i = 0; i < p->card->problems.count; i++) {
        const char *place = place_of(p, &p->card->problems.items[i], text, sizeof text);
        float wide = scene_measure(p->s, FONT_MONO_REGULAR, 16, place);
        if (wide > widest) widest = wide;
    }
    return widest;
}

static void put_other(const Pen *p, const LessonProblem *other, size_t index, float y) {
    const Theme *t = p->s->theme;
    char text[160];
    DrawRect row = {p->x - 8, y, p->width + 16, 36};
    if (draw_rect_has(row, p->view->pointer_x, p->view->pointer_y))
        draw_fill(p->s->list, row, 8, t->bg2);
    screen_spot(p->spots, row, ACTION_SELECT, (int)index);
    draw_icon(p->s->list, ICON_FAILED, p->x + 10, y + 18, 20, t->failed);
    scene_text(p->s, FONT_MONO_REGULAR, 16, p->x + 34, y + 24, t->text2,
               place_of(p, other, text, sizeof text));
    float right = p->x + p->width;
    if (other->nearest[0]) {
        snprintf(text, sizeof text, "\"%s\"", other->nearest);
        right = scene_text_right(p->s, FONT_MONO_REGULAR, 16, right, y + 24, t->done, text) - 12;
        right = scene_text_right(p->s, FONT_UI_REGULAR, 16, right, y + 24, t->text2,
                                 screen_word(p->view, TEXT_NEAREST)) -
                16;
    }
    float x = p->x + 34 + places_width(p) + 24;
    scene_text_fit(p->s, FONT_UI_REGULAR, 16, x, y + 24, right - x, t->text, other->text);
}

static float put_others(const Pen *p, float y) {
    const LessonProblems *problems = &p->card->problems;
    const Theme *t = p->s->theme;
    if (problems->count < 2 || p->brief) return y;
    draw_line(p->s->list, p->x, y, p->x + p->width, y, t->line, (DrawStroke){.width = 1});
    scene_heading(p->s, p->x, y + 32, t->text2, screen_word(p->view, TEXT_ALSO_IN_FILE));
    y += 46;
    size_t shown = 0;
    for (size_t i = 1; i < problems->count && shown < MOST_OTHERS; i++, shown++) {
        size_t index = (p->card->current + i) % problems->count;
        put_other(p, &problems->items[index], index, y);
        y += 38;
    }
    if (shown + 1 < problems->count) {
        char text[64], n[24];
        snprintf(n, sizeof n, "%zu", problems->count - 1 - shown);
        screen_fill(p->view, TEXT_ALSO_MORE, text, sizeof text, n, NULL, NULL);
        scene_text(p->s, FONT_UI_REGULAR, 16, p->x + 34, y + 22, t->text2, text);
        y += 34;
    }
    return y;
}

static float put_buttons(const Pen *p, float y, ErrorBehind behind) {
    char copy[40], next[8] = "\u2193";
    snprintf(copy, sizeof copy, "%s C", screen_word(p->view, TEXT_KEY_CTRL_NAME));
    ScreenButton reload = {TEXT_RELOAD, "R", ACTION_RELOAD, true};
    ScreenButton other = {TEXT_NEXT_MISTAKE, next, ACTION_DOWN, false};
    ScreenButton copies = {TEXT_COPY_MESSAGE, copy, ACTION_COPY, false};
    static const TextKey closes[] = {TEXT_BACK_TO_LESSONS, TEXT_KEEP_LESSON, TEXT_SHOW_ANYWAY};
    ScreenButton close = {closes[behind], screen_word(p->view, TEXT_KEY_ESCAPE_NAME), ACTION_CLOSE,
                          false};
    float x = screen_button(p->s, p->view, p->spots, &reload, p->x, y) + 12;
    if (p->card->problems.count > 1) x = screen_button(p->s, p->view, p->spots, &other, x, y) + 12;
    x = screen_button(p->s, p->view, p->spots, &copies, x, y);
    float wide = screen_button_width(p->s, p->view, &close), right = p->x + p->width;
    bool fits = x + 12 + wide <= right;
    if (!fits) y += 54;
    screen_button(p->s, p->view, p->spots, &close, right - wide, y);
    return y + 46;
}

/* Returns where the content ends. */
static float put_content(const Pen *p, float y, ErrorBehind behind) {
    put_head(p, y + 48);
    put_place(p, y + 106);
    float at = put_lines(p, y + 130) + 22;
    at = put_nearest(p, at);
    at = put_expected(p, at);
    at = put_hint(p, at);
    at = put_others(p, at + 6);
    return put_buttons(p, at + 16, behind) + 28;
}

static void put_watched(const Pen *p, float y, ErrorBehind behind) {
    TextKey key = behind == BEHIND_LAST_GOOD ? TEXT_FILE_WATCHED_BEHIND : TEXT_FILE_WATCHED;
    const char *text = screen_word(p->view, key);
    const Theme *t = p->s->theme;
    float wide = scene_measure(p->s, FONT_UI_REGULAR, 16, text) + 60;
    DrawRect r = {(p->view->width - wide) / 2, y, wide, 40};
    if (r.y + r.h > p->view->height - 4) return;
    draw_fill(p->s->list, r, 8, t->bg0);
    draw_icon(p->s->list, ICON_LOOP, r.x + 22, r.y + 20, 20, t->text2);
    scene_text(p->s, FONT_UI_REGULAR, 16, r.x + 42, r.y + 25.5F, t->text, text);
}

/* The height is found by drawing once aside. */
static float measure(Pen pen, ErrorBehind behind) {
    DrawList aside;
    ScreenSpots spots = {.count = 0};
    Scene scene = *pen.s;
    draw_list_init(&aside);
    scene.list = &aside;
    pen.s = &scene;
    pen.spots = &spots;
    float height = put_content(&pen, 0, behind);
    draw_list_clear(&aside);
    return height;
}

void error_card_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots,
                     const ErrorCard *card, ErrorBehind behind) {
    if (!error_card_is_open(card)) return;
    Scene s = screen_scene(view, list);
    float width = view->width - 32 < WIDEST ? view->width - 32 : WIDEST;
    float x = (view->width - width) / 2;
    Pen pen = {.s = &s,
               .view = view,
               .spots = spots,
               .card = card,
               .problem = &card->problems.items[card->current],
               .x = x + EDGE,
               .width = width - 2 * EDGE};
    float height = measure(pen, behind);
    pen.brief = height > view->height - 16;
    if (pen.brief) height = measure(pen, behind);
    float y = (view->height - height - 52) / 2;
    if (y < 8) y = 8;
    screen_dim(&s, view, 0.62F);
    screen_card(&s, (DrawRect){x, y, width, height}, s.theme->failed, 2);
    put_content(&pen, y, behind);
    put_watched(&pen, y + height + 12, behind);
}
