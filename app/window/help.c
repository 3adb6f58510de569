#include "window/help.h"

#include <stdio.h>
#include <string.h>

#include "window/help_signs.h"

enum { MOST_ROWS = 96, CAPS_A_ROW = 4, MOST_COLUMNS = 3 };

static const float ROW = 32, HEADING = 46, COLUMN = 436, WIDE_COLUMN = 480, COLUMN_GAP = 28,
                   EDGE = 32, TITLE = 78;

typedef enum { ROW_HEADING, ROW_KEYS, ROW_STATE, ROW_SIGN, ROW_TEXT } RowKind;

typedef struct {
    RowKind kind;
    TextKey text, word; /* word: of a state */
    int state;          /* of ROW_SIGN: which one */
    const KeyBinding *keys[CAPS_A_ROW];
    int key_count;
} Row;

typedef struct {
    Row items[MOST_ROWS];
    int count;
} Rows;

static const struct {
    TextKey word, about;
} states[STATE_COUNT] = {
    [STATE_CREATED] = {TEXT_STATE_CREATED, TEXT_STATE_IS_CREATED},
    [STATE_READY] = {TEXT_STATE_READY, TEXT_STATE_IS_READY},
    [STATE_RUNNING] = {TEXT_STATE_RUNNING, TEXT_STATE_IS_RUNNING},
    [STATE_WAITING] = {TEXT_STATE_WAITING, TEXT_STATE_IS_WAITING},
    [STATE_CANCELLING] = {TEXT_STATE_CANCELLING, TEXT_STATE_IS_CANCELLING},
    [STATE_DONE] = {TEXT_STATE_DONE, TEXT_STATE_IS_DONE},
    [STATE_FAILED] = {TEXT_STATE_FAILED, TEXT_STATE_IS_FAILED},
    [STATE_CANCELLED] = {TEXT_STATE_CANCELLED, TEXT_STATE_IS_CANCELLED},
};

static const TextKey pointer[] = {
    TEXT_HELP_MOUSE_LANES, TEXT_HELP_MOUSE_THING, TEXT_HELP_MOUSE_TWICE,
    TEXT_HELP_MOUSE_WHEEL, TEXT_HELP_MOUSE_DROP,  TEXT_HELP_MOUSE_NUMBER,
    TEXT_HELP_MOUSE_RIGHT, TEXT_HELP_MOUSE_LINE,  TEXT_HELP_MOUSE_NAME};

/* ---- Rows ----------------------------------------------------------------------------------- */

static void add(Rows *rows, Row row) {
    if (rows->count < MOST_ROWS) rows->items[rows->count++] = row;
}

/* Neighbours in the table that do the same or the opposite share a row. */
static void add_keys(Rows *rows, unsigned where) {
    size_t count;
    const KeyBinding *table = keys_table(&count);
    add(rows, (Row){.kind = ROW_HEADING, .text = TEXT_HELP_KEYS});
    for (size_t i = 0; i < count; i++) {
        if (!(table[i].where & where)) continue;
        Row *last = &rows->items[rows->count - 1];
        bool shared = last->kind == ROW_KEYS && last->text == table[i].about;
        if (shared && last->key_count < CAPS_A_ROW) {
            last->keys[last->key_count++] = &table[i];
        } else {
            Row row = {.kind = ROW_KEYS, .text = table[i].about, .key_count = 1};
            row.keys[0] = &table[i];
            add(rows, row);
        }
    }
}

static void add_states(Rows *rows) {
    add(rows, (Row){.kind = ROW_HEADING, .text = TEXT_HELP_STATES});
    for (int i = 0; i < STATE_COUNT; i++) {
        add(rows, (Row){ROW_STATE, states[i].about, states[i].word, i, {0}, 0});
    }
}

static void add_signs(Rows *rows) {
    add(rows, (Row){.kind = ROW_HEADING, .text = TEXT_HELP_SIGNS});
    for (int i = 0; i < HELP_SIGNS; i++) add(rows, (Row){.kind = ROW_SIGN, .state = i});
}

static void add_pointer(Rows *rows) {
    add(rows, (Row){.kind = ROW_HEADING, .text = TEXT_HELP_POINTER});
    for (size_t i = 0; i < sizeof pointer / sizeof *pointer; i++) {
        add(rows, (Row){.kind = ROW_TEXT, .text = pointer[i]});
    }
}

/* ---- Drawing -------------------------------------------------------------------------------- */

typedef struct {
    Scene *s;
    const ScreenView *view;
    float width; /* of a column */
    DrawRect card, body;
} Pen;

static float row_height(const Row *row) {
    return row->kind == ROW_HEADING ? HEADING : ROW;
}

static float caps_width(const Pen *p, const Row *row) {
    float width = 0;
    char cap[40];
    for (int i = 0; i < row->key_count; i++) {
        width +=
            screen_cap_width(p->s, keys_cap(row->keys[i], p->view->words, cap, sizeof cap)) + 6;
    }
    return width;
}

static void put_keys(const Pen *p, const Row *row, float x, float cy, float caps) {
    const Theme *t = p->s->theme;
    char cap[40];
    float at = x;
    for (int i = 0; i < row->key_count; i++) {
        keys_cap(row->keys[i], p->view->words, cap, sizeof cap);
        at = screen_cap(p->s, at, cy, t->text2, cap) + 6;
    }
    float from = x + (at - x > caps ? at - x : caps) + 10;
    scene_text_fit(p->s, FONT_UI_REGULAR, 16, from, cy + 5.5F, x + p->width - from, t->text,
                   screen_word(p->view, row->text));
}

/* Where what states mean begins: right of the longest of their names. */
static float after_words(const Pen *p) {
    float widest = 0;
    for (int i = 0; i < STATE_COUNT; i++) {
        float width =
            scene_measure(p->s, FONT_UI_SEMIBOLD, 16, screen_word(p->view, states[i].word));
        if (width > widest) widest = width;
    }
    return 32 + widest + 14;
}

static void put_state(const Pen *p, const Row *row, float x, float cy) {
    ModelState state = (ModelState)row->state;
    DrawColour colour = scene_state_colour(p->s, state);
    if (state == STATE_RUNNING) colour = p->s->theme->runtext;
    draw_icon(p->s->list, scene_state_icon(state), x + 11, cy, 20, colour);
    scene_text(p->s, FONT_UI_SEMIBOLD, 16, x + 32, cy + 5.5F, colour,
               screen_word(p->view, row->word));
    float from = after_words(p);
    scene_text_fit(p->s, FONT_UI_REGULAR, 16, x + from, cy + 5.5F, p->width - from,
                   p->s->theme->text, screen_word(p->view, row->text));
}

/* Beside their heading the states as they are without colours. */
static void put_grey(const Pen *p, float x, float cy, float right) {
    enum { STEP = 19 };
    DrawColour colour = p->s->theme->text;
    for (int i = 0; i < STATE_COUNT && x + STEP < right; i++, x += STEP)
        draw_icon(p->s->list, scene_state_icon((ModelState)i), x + 9, cy, 16, colour);
    const char *words = screen_word(p->view, TEXT_SIGN_GREY);
    if (x + 8 + scene_measure(p->s, FONT_UI_REGULAR, 16, words) <= right)
        scene_text(p->s, FONT_UI_REGULAR, 16, x + 8, cy + 5.5F, p->s->theme->text2, words);
}

static void put_row(const Pen *p, const Row *row, float x, float y, float caps) {
    const Theme *t = p->s->theme;
    float cy = y + row_height(row) / 2, end;
    switch (row->kind) {
    case ROW_HEADING:
        end = scene_heading(p->s, x, y + HEADING - 16, t->text2, screen_word(p->view, row->text));
        if (row->text == TEXT_HELP_STATES) put_grey(p, end + 18, y + HEADING - 21, x + p->width);
        break;
    case ROW_KEYS: put_keys(p, row, x, cy, caps); break;
    case ROW_STATE: put_state(p, row, x, cy); break;
    case ROW_SIGN: help_sign(p->s, p->view, row->state, x, cy, p->width); break;
    case ROW_TEXT:
        draw_disc(p->s->list, x + 5, cy, 2.5F, t->text3);
        scene_text_fit(p->s, FONT_UI_REGULAR, 16, x + 18, cy + 5.5F, p->width - 18, t->text,
                       screen_word(p->view, row->text));
        break;
    }
}

/* Where each column ends: the keys fill all but the last one evenly, the signs have that. */
static void split(const Rows *rows, int keys, int columns, int *ends) {
    int key_columns = columns > 1 ? columns - 1 : 1;
    for (int i = 0; i < key_columns; i++)
        ends[i + 1] = (keys * (i + 1) + key_columns - 1) / key_columns;
    ends[columns] = rows->count;
}

static float column_height(const Rows *rows, int from, int to) {
    float height = 0;
    for (int i = from; i < to; i++) height += row_height(&rows->items[i]);
    if (from < to && rows->items[from].kind != ROW_HEADING) height += HEADING;
    return height;
}

/* A column that does not begin with a heading leaves its place free. Rows that are only half in
   sight are not shown; how many are below. */
static int put_column(const Pen *p, const Rows *rows, int from, int to, float x, float y) {
    float caps = 0;
    for (int i = from; i < to; i++) {
        float width = caps_width(p, &rows->items[i]);
        if (width > caps && width < p->width * 0.5F) caps = width;
    }
    if (from < to && rows->items[from].kind != ROW_HEADING) y += HEADING;
    float top = p->body.y - 0.5F, bottom = p->body.y + p->body.h + 0.5F;
    int below = 0;
    for (int i = from; i < to; i++) {
        float h = row_height(&rows->items[i]);
        bool over = y + h > bottom;
        if (y >= top && !over) put_row(p, &rows->items[i], x, y, caps);
        below += over;
        y += h;
    }
    return below;
}

/* In the foot, for the column that has most of them. */
static void put_below(const Pen *p, int below) {
    char number[16], text[64];
    if (below <= 0) return;
    snprintf(number, sizeof number, "%d", below);
    screen_fill(p->view, below == 1 ? TEXT_LINE_BELOW : TEXT_LINES_BELOW, text, sizeof text, number,
                NULL, NULL);
    float y = p->card.y + p->card.h - 13, x = p->card.x + EDGE;
    draw_icon(p->s->list, ICON_CHEVRON_DOWN, x + 8, y, 18, p->s->theme->text2);
    scene_text(p->s, FONT_UI_REGULAR, 16, x + 24, y + 5.5F, p->s->theme->text2, text);
}

static float clamp_scroll(float scroll, float height, float room) {
    float most = height > room ? height - room : 0;
    return scroll < 0 ? 0 : scroll > most ? most : scroll;
}

static void put_title(Scene *s, const ScreenView *view, ScreenSpots *spots, DrawRect card) {
    static const ScreenButton close = {TEXT_HELP_CLOSE_BUTTON, NULL, ACTION_CLOSE, false};
    const Theme *t = s->theme;
    ScreenButton button = close;
    button.cap = screen_word(view, TEXT_KEY_ESCAPE_NAME);
    scene_text(s, FONT_UI_SEMIBOLD, 27, card.x + EDGE, card.y + 50, t->text,
               screen_word(view, TEXT_HELP_TITLE));
    float width = screen_button_width(s, view, &button);
    screen_button(s, view, spots, &button, card.x + card.w - 24 - width, card.y + 18);
}

/* Rows cut into columns, and the card around them. */
typedef struct {
    int columns, ends[MOST_COLUMNS + 1];
    float height, column; /* of the highest one; width of each */
    DrawRect card, body;  /* body: where rows are seen */
} Plan;

static Plan plan_of(const ScreenView *view, const Rows *rows, int keys) {
    Plan p = {0};
    p.columns = (int)((view->width - 32 - 2 * EDGE + COLUMN_GAP) / (COLUMN + COLUMN_GAP));
    p.columns = p.columns < 1 ? 1 : p.columns > MOST_COLUMNS ? MOST_COLUMNS : p.columns;
    split(rows, keys, p.columns, p.ends);
    for (int i = 0; i < p.columns; i++) {
        float high = column_height(rows, p.ends[i], p.ends[i + 1]);
        if (high > p.height) p.height = high;
    }
    float n = (float)p.columns, around = (n - 1) * COLUMN_GAP + 2 * EDGE;
    float width = n * (view->width > 1600 ? WIDE_COLUMN : COLUMN) + around;
    if (width > view->width - 16) width = view->width - 16;
    float tall = TITLE + p.height + EDGE;
    if (tall > view->height - 16) tall = view->height - 16;
    p.column = (width - around) / n;
    p.card = (DrawRect){(view->width - width) / 2, (view->height - tall) / 2, width, tall};
    p.body = (DrawRect){p.card.x + 8, p.card.y + TITLE, width - 16, tall - TITLE - EDGE + 8};
    return p;
}

void help_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, unsigned where,
               float *scroll) {
    Scene s = screen_scene(view, list);
    Rows rows = {0};
    add_keys(&rows, where);
    int keys = rows.count;
    add_states(&rows);
    if (where == IN_STAGE) {
        add_signs(&rows);
        add_pointer(&rows);
    }
    Plan plan = plan_of(view, &rows, keys);
    screen_dim(&s, view, 0.62F);
    screen_card(&s, plan.card, s.theme->line2, 1.5F);
    put_title(&s, view, spots, plan.card);
    *scroll = clamp_scroll(*scroll, plan.height, plan.body.h);
    Pen pen = {&s, view, plan.column, plan.card, plan.body};
    int below = 0;
    draw_clip_push(list, plan.body);
    for (int i = 0; i < plan.columns; i++) {
        float x = plan.card.x + EDGE + (float)i * (plan.column + COLUMN_GAP);
        int more =
            put_column(&pen, &rows, plan.ends[i], plan.ends[i + 1], x, plan.body.y - *scroll);
        if (more > below) below = more;
    }
    draw_clip_pop(list);
    put_below(&pen, below);
}
