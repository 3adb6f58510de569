/* The inspector: a thing's fields, its frames with their values, and its history. */
#include "window/mode.h"

#include <stdio.h>
#include <string.h>

static const float HEADER = 55, HEADING = 38, ROW = 28, LANE = 73, PAD = 20;
static const float REPR_ROW = 26, REPR_LINE = 22, LOCAL = 24, FRAME_HEAD = 38;

typedef struct {
    Scene *s;
    const ScreenView *view;
    ScreenSpots *spots;
    Mode *mode;
    const Inspect *thing;
} Card;

enum { ROW_SPOT = 10000 }; /* a spot's index is column * ROW_SPOT + row */

static const char *word(const Card *c, TextKey key) {
    return screen_word(c->view, key);
}

static float measure_text(Scene *s, const ModelText *text, float badge) {
    float width = 0;
    for (int i = 0; i < text->count; i++) {
        const ModelSpan *span = &text->spans[i];
        bool beside = i > 0 && text->spans[i - 1].kind == SPAN_BADGE;
        FontId font = span->kind == SPAN_CODE ? FONT_MONO_REGULAR : FONT_UI_REGULAR;
        if (span->kind == SPAN_BADGE)
            width += badge + (beside ? 4 : 0);
        else
            width += scene_measure(s, font, 16, span->text);
    }
    return width;
}

/* The chosen row stays in sight; returns the first shown one. */
static int scroll_to(Card *c, int column, int shown, int count) {
    int *first = &c->mode->scroll[column], row = c->mode->rows[column];
    if (row < *first) *first = row;
    if (row >= *first + shown) *first = row - shown + 1;
    if (*first > count - shown) *first = count - shown;
    if (*first < 0) *first = 0;
    return *first;
}

static void put_row_frame(Card *c, int column, int row, DrawRect r) {
    bool chosen = c->mode->column == column && c->mode->rows[column] == row;
    bool hover = draw_rect_has(r, c->view->pointer_x, c->view->pointer_y);
    if (hover) draw_fill(c->s->list, r, 6, draw_fade(c->s->theme->line2, 0.25F));
    if (chosen) draw_outline(c->s->list, r, 6, c->s->theme->text, (DrawStroke){.width = 2.5F});
    screen_spot(c->spots, r, ACTION_ROW, column * ROW_SPOT + row);
}

static float put_heading(Card *c, int column, DrawRect r, const char *text) {
    bool active = c->mode->column == column;
    DrawColour colour = active ? c->s->theme->text : c->s->theme->text2;
    return scene_heading(c->s, r.x, r.y + 20, colour, text);
}

/* Of the word beside a mark: letters need more contrast than shapes. */
static DrawColour word_colour(Scene *s, const ModelMark *mark) {
    const Theme *t = s->theme;
    if (mark->kind == MARK_RESULT)
        return mark->result == RESULT_PENDING ? t->text2
                                              : scene_result_colour(s, (ModelResult)mark->result);
    if (mark->kind != MARK_STATE || mark->state == STATE_WAITING) return t->text2;
    if (mark->state == STATE_RUNNING) return t->runtext;
    return scene_state_colour(s, (ModelState)mark->state);
}

/* ---- Fields --------------------------------------------------------------------------------- */

/* A short value leaves its room to the name. */
static void put_field(Card *c, const InspectField *f, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    float base = r.y + r.h / 2 + 5.5F, left = r.x + 8, right = r.x + r.w - 8;
    float width = measure_text(s, &f->value, 22), most = right - left - width - 12;
    float half = (right - left) * 0.55F;
    float end = scene_text_fit(s, f->code ? FONT_MONO_REGULAR : FONT_UI_REGULAR, 16, left, base,
                               most > half ? most : half, t->text2, f->name);
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text, 22, 22, 1};
    float room = right - end - 12;
    if (width > room) width = room;
    scene_sentence(s, &f->value, &style, right - width, base, width + 0.5F);
}

static bool has_repr(const Card *c) {
    return !c->thing->is_value && *c->thing->repr && c->thing->field_count > 0;
}

static void put_fields(Card *c, DrawRect r, bool repr_apart) {
    const Inspect *thing = c->thing;
    const char *kind = thing->kind == TEXT_COUNT ? thing->type : word(c, thing->kind);
    put_heading(c, COLUMN_FIELDS, (DrawRect){r.x + 8, r.y, r.w, r.h}, kind);
    int shown = (int)((r.h - HEADING) / ROW), count = thing->field_count - repr_apart;
    int first = scroll_to(c, COLUMN_FIELDS, shown, count);
    for (int i = 0; i < shown && first + i < count; i++) {
        DrawRect row = {r.x, r.y + HEADING + ROW * (float)i, r.w, ROW};
        put_row_frame(c, COLUMN_FIELDS, first + i, row);
        put_field(c, &thing->fields[first + i], row);
    }
}

/* ---- Items of a value ----------------------------------------------------------------------- */

static void put_more(Card *c, int more, float right, float baseline) {
    char number[16], text[64];
    if (more <= 0) return;
    snprintf(number, sizeof number, "%d", more);
    screen_fill(c->view, TEXT_MORE_N, text, sizeof text, number, NULL, NULL);
    scene_text_right(c->s, FONT_UI_REGULAR, 16, right, baseline, c->s->theme->text2, text);
}

static void put_item(Card *c, const InspectItem *item, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    float base = r.y + r.h / 2 + 5.5F, x = r.x + 8, right = r.x + r.w - 8;
    if (*item->name) {
        x = scene_text_fit(s, FONT_MONO_REGULAR, 16, x, base, (right - x) * 0.5F, t->text2,
                           item->name);
        x = scene_text(s, FONT_MONO_REGULAR, 16, x, base, t->text2, " = ");
    }
    scene_text_fit(s, FONT_MONO_REGULAR, 16, x, base, right - x, t->text, item->value);
}

/* In place of the items before or after those that are told of. */
static void put_page(Card *c, int items, DrawRect r) {
    const Inspect *thing = c->thing;
    char number[16], text[64];
    bool after = items == ITEMS_AFTER;
    int count =
        after ? thing->item_total - thing->item_first - thing->item_count : thing->item_first;
    snprintf(number, sizeof number, "%d", count);
    screen_fill(c->view, after ? TEXT_VALUE_AFTER : TEXT_VALUE_BEFORE, text, sizeof text, number,
                NULL, NULL);
    scene_text_fit(c->s, FONT_UI_REGULAR, 16, r.x + 8, r.y + r.h / 2 + 5.5F, r.w - 16,
                   c->s->theme->text2, text);
}

static void put_items(Card *c, DrawRect r) {
    const Inspect *thing = c->thing;
    int shown = (int)((r.h - HEADING) / ROW), rows = inspect_item_rows(thing);
    int first = scroll_to(c, COLUMN_FRAMES, shown, rows), told = thing->item_first;
    put_heading(c, COLUMN_FRAMES, (DrawRect){r.x + 8, r.y, r.w, r.h}, word(c, TEXT_VALUE_ITEMS));
    for (int i = 0; i < shown && first + i < rows; i++) {
        DrawRect row = {r.x, r.y + HEADING + ROW * (float)i, r.w, ROW};
        int item = inspect_item_row(thing, first + i);
        put_row_frame(c, COLUMN_FRAMES, first + i, row);
        if (item < 0)
            put_page(c, item, row);
        else
            put_item(c, &thing->items[item], row);
        if (item >= 0) told = thing->item_first + item + 1;
        if (item == ITEMS_AFTER) told = thing->item_total; /* its row says how many */
    }
    put_more(c, thing->item_total - told, r.x + r.w - 8, r.y + 20);
}

/* ---- Its repr ------------------------------------------------------------------------------- */

/* How many bytes stand in a line: up to a blank in its last third, else as many as have room. */
static size_t line_length(const char *text, int columns) {
    size_t at = 0, blank = 0;
    for (int used = 0; text[at] && text[at] != '\n';) {
        used += (unsigned char)text[at] < 0xE1 ? 1 : 2; /* from there on writing is wider */
        if (used > columns) return blank ? blank : at;
        bool late = used > columns * 2 / 3;
        bool ends = text[at] == ' ' && late;
        do at++;
        while (((unsigned char)text[at] & 0xC0) == 0x80);
        if (ends) blank = at;
    }
    return text[at] ? at + 1 : at;
}

static int count_lines(const char *text, int columns) {
    int lines = 0;
    for (; *text; lines++) text += line_length(text, columns);
    return lines ? lines : 1;
}

static void put_line(Card *c, const char *text, size_t length, DrawRect r) {
    char line[512];
    if (length >= sizeof line) length = sizeof line - 1;
    memcpy(line, text, length);
    line[length] = 0;
    if (length && line[length - 1] == '\n') line[length - 1] = 0;
    scene_text_fit(c->s, FONT_MONO_REGULAR, 16, r.x + 8, r.y + r.h / 2 + 5.5F, r.w - 12,
                   c->s->theme->text, line);
}

static void put_repr(Card *c, DrawRect r) {
    Inspect *thing = &c->mode->inspect;
    int *chosen = &c->mode->rows[COLUMN_HISTORY];
    int columns = (int)((r.w - 16) / scene_measure(c->s, FONT_MONO_REGULAR, 16, "0"));
    if (columns < 8) columns = 8;
    if (columns > 240) columns = 240;
    put_heading(c, COLUMN_HISTORY, (DrawRect){r.x + 8, r.y, r.w, r.h}, word(c, TEXT_VALUE_REPR));
    thing->lines = count_lines(thing->repr, columns);
    if (*chosen >= thing->lines) *chosen = thing->lines - 1;
    int shown = (int)((r.h - HEADING) / REPR_ROW);
    int first = scroll_to(c, COLUMN_HISTORY, shown, thing->lines);
    const char *text = thing->repr;
    for (int i = 0; *text && i < first + shown; i++) {
        size_t length = line_length(text, columns);
        DrawRect row = {r.x, r.y + HEADING + REPR_ROW * (float)(i - first), r.w, REPR_ROW};
        if (i >= first) {
            put_row_frame(c, COLUMN_HISTORY, i, row);
            put_line(c, text, length, row);
        }
        text += length;
    }
    put_more(c, thing->lines - first - shown, r.x + r.w - 8, r.y + 20);
}

/* ---- The repr of a thing, below its columns -------------------------------------------------- */

static int band_columns(const Card *c, float width) {
    float name = scene_measure(c->s, FONT_MONO_REGULAR, 16, "repr()") + 28;
    return (int)((width - name) / scene_measure(c->s, FONT_MONO_REGULAR, 16, "0"));
}

/* It is the last field: in a low card only while it is chosen. */
static float band_height(const Card *c, float width, float room) {
    const Mode *m = c->mode;
    bool chosen = m->column == COLUMN_FIELDS && m->rows[COLUMN_FIELDS] == c->thing->field_count - 1;
    if (!has_repr(c) || (room < 230 && !chosen)) return 0;
    int lines = count_lines(c->thing->repr, band_columns(c, width));
    int most = (int)((room * (chosen ? 0.7F : 0.3F)) / REPR_LINE);
    return REPR_LINE * (float)(lines < most ? lines : most < 1 ? 1 : most) + 8;
}

static void put_band(Card *c, DrawRect r) {
    Scene *s = c->s;
    const char *text = c->thing->repr;
    int columns = band_columns(c, r.w), lines = (int)((r.h - 8) / REPR_LINE + 0.5F);
    float base = r.y + 4 + REPR_LINE / 2 + 5.5F;
    float x = r.x + 8 + scene_measure(s, FONT_MONO_REGULAR, 16, "repr()") + 16;
    put_row_frame(c, COLUMN_FIELDS, c->thing->field_count - 1, r);
    scene_text(s, FONT_MONO_REGULAR, 16, r.x + 8, base, s->theme->text2, "repr()");
    for (; lines > 1 && *text; lines--, base += REPR_LINE) {
        size_t length = line_length(text, columns);
        draw_text(s->list, FONT_MONO_REGULAR, 16, x, base, s->theme->text, text, length);
        text += length;
    }
    scene_text_fit(s, FONT_MONO_REGULAR, 16, x, base, r.x + r.w - 8 - x, s->theme->text, text);
}

/* ---- Frames --------------------------------------------------------------------------------- */

/* Whether it has the half of a row; else it has a whole one. */
static bool is_short(const Card *c, const ModelLocal *local, float half) {
    Scene *s = c->s;
    return scene_measure(s, FONT_MONO_REGULAR, 16, local->name) +
               scene_measure(s, FONT_MONO_BOLD, 16, local->value) + 38 <=
           half;
}

/* Two short ones side by side: how many stand in the row that the local begins. */
static int locals_in_row(const Card *c, const InspectFrame *f, int local, float half) {
    bool two = local + 1 < f->local_count && is_short(c, &f->locals[local], half) &&
               is_short(c, &f->locals[local + 1], half);
    return two ? 2 : 1;
}

static float frame_height(const Card *c, const InspectFrame *f, float width) {
    float half = (width - 24) / 2, height = FRAME_HEAD;
    for (int i = 0; i < f->local_count; i += locals_in_row(c, f, i, half)) height += LOCAL;
    return height;
}

static void put_local(Card *c, const ModelLocal *local, float x, float base, float width) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    float end =
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x, base, width * 0.6F, t->text2, local->name);
    end = scene_text_fit(s, FONT_MONO_REGULAR, 16, end, base, x + width - end, t->text2, " = ");
    FontId font = local->changed ? FONT_MONO_BOLD : FONT_MONO_REGULAR;
    const char *value = scene_value_words(s, font, local->value, local->thing, x + width - end);
    scene_text_fit(s, font, 16, end, base, x + width - end, local->changed ? t->runtext : t->text,
                   value);
}

/* A value has a card of its own: it can be chosen. `row` is that of its frame. */
static void put_local_row(Card *c, const InspectFrame *f, int local, int row, DrawRect r) {
    if (local < f->value_count) put_row_frame(c, COLUMN_FRAMES, row + 1 + local, r);
    put_local(c, &f->locals[local], r.x + 4, r.y + 18, r.w - 8);
}

/* The one to be seen in a frame that has no room for all: the chosen one, else what changed. */
static int wanted_local(const Card *c, const InspectFrame *f, int row) {
    int chosen = c->mode->rows[COLUMN_FRAMES] - row - 1;
    if (chosen >= 0 && chosen < f->value_count) return chosen;
    int last = f->value_count - 1;
    while (last > 0 && !f->locals[last].changed) last--;
    return last;
}

/* The first of the locals that are shown. */
static int first_local(const Card *c, const InspectFrame *f, int row, DrawRect r) {
    float half = (r.w - 24) / 2;
    int chosen = wanted_local(c, f, row), first = 0, rows = 0;
    int shown = (int)((r.h - FRAME_HEAD) / LOCAL);
    if (shown < 1) shown = 1;
    for (int i = 0; i <= chosen && i < f->value_count; i += locals_in_row(c, f, i, half)) rows++;
    for (; rows > shown; rows--) first += locals_in_row(c, f, first, half);
    return first;
}

static void put_frame(Card *c, const InspectFrame *f, int first_row, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    DrawColour fill = f->current ? t->frame_tint : f->library ? DRAW_NONE : t->bg2;
    float width = f->current ? 2.4F : 1.5F, right = r.x + r.w - 12;
    char text[64], number[16];
    draw_box(s->list, r, 10, fill, f->current ? t->runline : t->line2,
             (DrawStroke){.width = width});
    if (f->line) {
        snprintf(number, sizeof number, "%d", f->line);
        screen_fill(c->view, TEXT_AT_LINE, text, sizeof text, number, NULL, NULL);
        right = scene_text_right(s, FONT_UI_REGULAR, 16, right, r.y + 24,
                                 f->current ? t->runtext : t->text2, text);
    }
    scene_text_fit(s, FONT_MONO_SEMIBOLD, 16, r.x + 12, r.y + 24, right - r.x - 20,
                   f->library ? t->text2 : t->text, f->name);
    float half = (r.w - 24) / 2;
    float y = r.y + 32;
    for (int i = first_local(c, f, first_row, r); i < f->local_count && y + 24 <= r.y + r.h;
         y += LOCAL) {
        int row = locals_in_row(c, f, i, half);
        for (int k = 0; k < row; k++, i++) {
            DrawRect place = {r.x + 8 + half * (float)k, y, row == 1 ? 2 * half : half, LOCAL};
            put_local_row(c, f, i, first_row, place);
        }
    }
}

/* How high the frames are: where not all have room, those around the one that is meant lose rows,
   so that its own are seen: the chosen one, else the innermost of the program. */
enum { CARD_FRAMES = 64 };

typedef struct {
    float heights[CARD_FRAMES];
    int first, count; /* from the first one that has room on */
} FrameRoom;

static int meant_frame(const Card *c) {
    const Inspect *thing = c->thing;
    int frame, local, last = thing->frame_count - 1;
    bool known = inspect_frame_row(thing, c->mode->rows[COLUMN_FRAMES], &frame, &local);
    if (c->mode->column == COLUMN_FRAMES && known) return frame;
    for (frame = last; frame > 0 && thing->frames[frame].library;) frame--;
    return frame;
}

static float cut_rows(float *height, float excess) {
    for (; excess > 0 && *height - LOCAL > FRAME_HEAD - 1; excess -= LOCAL) *height -= LOCAL;
    return excess;
}

static void share_frames(const Card *c, float room, float width, FrameRoom *out) {
    static const float GAP = 12, LOW = 120; /* lower than that there is room for one only */
    int meant = meant_frame(c);
    float excess = -room - GAP, left = 0;
    out->count = c->thing->frame_count < CARD_FRAMES ? c->thing->frame_count : CARD_FRAMES;
    out->first = 0;
    for (int i = 0; i < out->count; i++) {
        out->heights[i] = frame_height(c, &c->thing->frames[i], width - left);
        if (i <= meant) excess += out->heights[i] + GAP;
        if (left < 84) left += 28;
    }
    for (int i = 0; i < out->count && i < meant; i++) excess = cut_rows(&out->heights[i], excess);
    int most = room < LOW ? meant : meant - 1;
    while (out->first < most && out->first < out->count - 1 && excess > 0)
        excess -= out->heights[out->first++] + GAP;
}

static void put_frames(Card *c, DrawRect r) {
    Scene *s = c->s;
    const Inspect *thing = c->thing;
    put_heading(c, COLUMN_FRAMES, r, word(c, TEXT_INSPECT_FRAMES));
    float y = r.y + HEADING - 4, bottom = r.y + r.h, left = r.x;
    if (thing->frame_count == 0)
        scene_text_fit(s, FONT_UI_REGULAR, 16, r.x, y + 22, r.w, s->theme->text2,
                       word(c, TEXT_INSPECT_NO_FRAMES));
    FrameRoom room;
    int frame_row = 0;
    share_frames(c, bottom - y, r.w, &room);
    for (int i = 0; i < room.first; i++) frame_row += 1 + thing->frames[i].value_count;
    for (int i = room.first; i < room.count; i++) {
        const InspectFrame *f = &thing->frames[i];
        DrawRect box = {left, y, r.x + r.w - left, room.heights[i]};
        if (box.y + 38 > bottom) return;
        if (box.y + box.h > bottom) box.h = bottom - box.y;
        screen_spot(c->spots, box, ACTION_ROW, COLUMN_FRAMES * ROW_SPOT + frame_row);
        put_frame(c, f, frame_row, box);
        bool chosen = c->mode->column == COLUMN_FRAMES && c->mode->rows[COLUMN_FRAMES] == frame_row;
        if (chosen)
            draw_outline(s->list, draw_grow(box, 3), 12, s->theme->text,
                         (DrawStroke){.width = 2.5F});
        frame_row += 1 + f->value_count;
        DrawPoint elbow[] = {{left + 14, box.y + box.h},
                             {left + 14, box.y + box.h + 12 + 19},
                             {left + 28, box.y + box.h + 12 + 19}};
        if (i + 1 < thing->frame_count && box.y + box.h + 50 < bottom)
            draw_polyline(s->list, elbow, 3, s->theme->text2,
                          (DrawStroke){.width = 1.6F, .arrow = 8, .bend = 6});
        y += box.h + 12;
        if (left < r.x + 84) left += 28;
    }
}

/* ---- History -------------------------------------------------------------------------------- */

static const float HISTORY_LINE = 21;
enum { HISTORY_LINES = 2 };

/* Where a row's sentence begins: behind time, sign and the state's word. */
static float history_left(Card *c, const InspectRow *h) {
    float x = 8 + scene_measure(c->s, FONT_MONO_REGULAR, 16, "000.000") + 38;
    if (!*h->word) return x;
    float end = scene_measure(c->s, FONT_UI_SEMIBOLD, 16, h->word) + 10;
    return x + (end > 86 ? end : 86);
}

static const char *history_step(Card *c, const InspectRow *h, char *text, size_t size) {
    char number[16];
    if (h->now) return word(c, TEXT_INSPECT_NOW);
    snprintf(number, sizeof number, "%u", (unsigned)h->step);
    screen_fill(c->view, TEXT_INSPECT_STEP, text, size, number, NULL, NULL);
    return text;
}

/* What the step takes at the right. */
static float history_right(Card *c, const InspectRow *h) {
    char text[48];
    FontId font = h->now ? FONT_UI_SEMIBOLD : FONT_MONO_REGULAR;
    return 10 + scene_measure(c->s, font, 16, history_step(c, h, text, sizeof text));
}

static void put_history_row(Card *c, const InspectRow *h, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    float base = r.y + ROW / 2 + 5.5F, x = r.x + history_left(c, h);
    float right = r.x + r.w - history_right(c, h);
    float time = r.x + 8 + scene_measure(s, FONT_MONO_REGULAR, 16, "000.000");
    char text[48];
    scene_text_right(s, FONT_MONO_REGULAR, 16, time, base, t->text2, h->time);
    scene_text_right(s, h->now ? FONT_UI_SEMIBOLD : FONT_MONO_REGULAR, 16, r.x + r.w - 10, base,
                     h->now ? t->runtext : t->text2, history_step(c, h, text, sizeof text));
    mode_put_mark(s, &h->mark, time + 20, r.y + ROW / 2, 19);
    if (*h->word)
        scene_text(s, FONT_UI_SEMIBOLD, 16, time + 38, base, word_colour(s, &h->mark), h->word);
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text, 21, HISTORY_LINE, HISTORY_LINES};
    if (right - x > 40) scene_sentence(s, &h->cause, &style, x, base, right - x - 10);
}

/* A long sentence stands on two lines. */
static float history_height(Card *c, const InspectRow *h, float width) {
    SentenceStyle style = {FONT_UI_REGULAR, 16, c->s->theme->text, 21, HISTORY_LINE, 1};
    float room = width - history_left(c, h) - history_right(c, h) - 10;
    bool more = room > 40 && scene_sentence_width(c->s, &h->cause, &style) > room;
    return more ? ROW + HISTORY_LINE : ROW;
}

/* The first row from which on the chosen one is seen whole, as near to the one before as can be. */
static int first_in_history(Card *c, DrawRect r) {
    const Inspect *thing = c->thing;
    int *first = &c->mode->scroll[COLUMN_HISTORY], chosen = c->mode->rows[COLUMN_HISTORY];
    float room = r.h - HEADING, sum = 0;
    int last = thing->row_count; /* the first of those that fill the column's end */
    while (last > 0 && sum <= room) sum += history_height(c, &thing->rows[--last], r.w);
    if (sum > room) last++;
    int least = chosen < thing->row_count ? chosen : last;
    for (sum = 0; least >= 0 && least < thing->row_count; least--) {
        sum += history_height(c, &thing->rows[least], r.w);
        if (sum > room) break;
    }
    if (least + 1 > *first) *first = least + 1 <= chosen ? least + 1 : chosen;
    if (chosen < *first) *first = chosen;
    if (*first > last) *first = last;
    return *first < 0 ? (*first = 0) : *first;
}

static void put_history(Card *c, DrawRect r) {
    Scene *s = c->s;
    const Inspect *thing = c->thing;
    char number[16], text[96];
    DrawRect heading = {r.x + 8, r.y, r.w, r.h};
    float x = put_heading(c, COLUMN_HISTORY, heading, word(c, TEXT_INSPECT_HISTORY)) + 18;
    snprintf(number, sizeof number, "%d", thing->row_count);
    screen_fill(c->view, TEXT_INSPECT_CHANGES, text, sizeof text, number, NULL, NULL);
    scene_text_fit(s, FONT_UI_REGULAR, 16, x, r.y + 20, r.x + r.w - x, s->theme->text2, text);
    DrawRect row = {r.x, r.y + HEADING, r.w, 0};
    for (int i = first_in_history(c, r); i < thing->row_count; i++, row.y += row.h) {
        row.h = history_height(c, &thing->rows[i], r.w);
        if (row.y + row.h > r.y + r.h + 0.5F) break;
        put_row_frame(c, COLUMN_HISTORY, i, row);
        put_history_row(c, &thing->rows[i], row);
    }
}

/* ---- Its own lane --------------------------------------------------------------------------- */

/* The block of the lane in which the moment lies, or NULL. */
static const TimelineBlock *block_at(const TimelineLane *lane, TimelineAt at) {
    for (size_t i = 0; lane && i < lane->count; i++) {
        bool after = timeline_before(at, lane->blocks[i].to);
        if (after && !timeline_before(at, lane->blocks[i].from)) return &lane->blocks[i];
    }
    return NULL;
}

static void put_chosen_block(Card *c, const StageLayout *own, DrawRect r) {
    const Model *model = c->s->model;
    const Inspect *thing = c->thing;
    if (!thing->row_count) return;
    const InspectRow *row = &thing->rows[c->mode->rows[COLUMN_HISTORY]];
    if (row->now) return;
    TimelineAt at = timeline_at(model->timeline, row->event, row->step, 0);
    const TimelineLane *lane = timeline_lane(model->timeline, thing->task);
    const TimelineBlock *block = block_at(lane, at);
    float from = own->lanes_x - own->scroll + timeline_x(model->timeline, &own->fit, at), to = from;
    if (block) {
        from = own->lanes_x - own->scroll + timeline_x(model->timeline, &own->fit, block->from);
        to = own->lanes_x - own->scroll + timeline_x(model->timeline, &own->fit, block->to);
        draw_outline(c->s->list, (DrawRect){from - 2, r.y - 1, to - from + 4, r.h + 2}, 5,
                     c->s->theme->text, (DrawStroke){.width = 2.5F});
    }
    draw_icon(c->s->list, ICON_HEAD_DOWN, (from + to) / 2, r.y - 10, 14, c->s->theme->text);
}

static void put_lane(Card *c, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    const Model *model = s->model;
    const char *name = word(c, TEXT_INSPECT_LANE);
    float label = scene_measure(s, FONT_UI_REGULAR, 16, name) + 26;
    StageLayout own = {.lanes_x = r.x + label, .lanes_width = r.w - label - 30};
    draw_line(s->list, r.x, r.y, r.x + r.w, r.y, t->line2, (DrawStroke){.width = 1});
    scene_text(s, FONT_UI_REGULAR, 16, r.x, r.y + 34, t->text2, name);
    if (!model->timeline || model->timeline->instant_count == 0) return;
    if (!timeline_fit(model->timeline, own.lanes_width, 0, &own.fit)) return;
    float x = timeline_x(model->timeline, &own.fit, model->playhead);
    float most = own.fit.width - own.lanes_width;
    own.scroll = x - own.lanes_width * 2 / 3;
    if (own.scroll > most) own.scroll = most;
    if (own.scroll < 0) own.scroll = 0;
    DrawRect lane = {own.lanes_x, r.y + 16, own.lanes_width, 27};
    scene_own_lane(s, &own, c->thing->task, lane);
    put_chosen_block(c, &own, lane);
    timeline_fit_clear(&own.fit);
}

/* ---- The card ------------------------------------------------------------------------------- */

/* Whether Enter opens a card, rather than going somewhere. */
static bool opens_row(const Card *c) {
    int column = c->mode->column, row = c->mode->rows[column], frame, local;
    if (c->thing->is_value) return column == COLUMN_FRAMES;
    if (column == COLUMN_FIELDS)
        return row < c->thing->field_count && c->thing->fields[row].opens != 0;
    return column == COLUMN_FRAMES && inspect_frame_row(c->thing, row, &frame, &local) &&
           local >= 0;
}

/* Escape, which the pointer can press too. */
static float put_back(Card *c, float right, float cy, const char *escape) {
    TextKey key = c->mode->under_count ? TEXT_INSPECT_BACK : TEXT_INSPECT_CLOSE;
    float left = mode_put_hint(c->s, c->view, right, cy, escape, key);
    screen_spot(c->spots, (DrawRect){left, cy - 18, right - left, 36}, ACTION_CLOSE, 0);
    return left;
}

static void put_header(Card *c, DrawRect r) {
    Scene *s = c->s;
    const Theme *t = s->theme;
    const Inspect *thing = c->thing;
    float cy = r.y + 30, x = r.x + PAD, right = r.x + r.w - 18;
    const char *escape = word(c, TEXT_KEY_ESCAPE_NAME), *enter = word(c, TEXT_KEY_ENTER_NAME);
    right = put_back(c, right, cy, escape) - 16;
    bool opens = opens_row(c);
    TextKey does = opens ? TEXT_INSPECT_OPEN : TEXT_INSPECT_JUMP;
    if (opens || !thing->is_value) right = mode_put_hint(s, c->view, right, cy, enter, does) - 16;
    right = mode_put_hint(s, c->view, right, cy, "\u2191 \u2193", TEXT_INSPECT_ROW) - 16;
    const char *tab = word(c, TEXT_KEY_TAB_NAME);
    if (r.w > 760) right = mode_put_hint(s, c->view, right, cy, tab, TEXT_INSPECT_COLUMN) - 16;
    if (thing->mark.kind != MARK_NOTHING) {
        mode_put_mark(s, &thing->mark, x + 15, cy, 30);
        x += 42;
    }
    float state =
        *thing->status_word ? 44 + scene_measure(s, FONT_UI_SEMIBOLD, 16, thing->status_word) : 0;
    x = scene_text_fit(s, FONT_MONO_SEMIBOLD, 20, x, cy + 7, right - x - state, t->text,
                       thing->name);
    if (*thing->status_word) {
        DrawColour colour = word_colour(s, &thing->status);
        mode_put_mark(s, &thing->status, x + 24, cy, 22);
        scene_text(s, FONT_UI_SEMIBOLD, 16, x + 40, cy + 6, colour, thing->status_word);
    }
}

/* The place below the seats, or in the middle of a window that has none. */
static DrawRect place(const Card *c, const StageLayout *layout) {
    DrawRect r = layout->grid.popover;
    if (r.h >= 220 && r.w >= 640) return r;
    float w = c->view->width - 40, h = c->view->height - 120;
    if (w > 1240) w = 1240;
    if (h > 500) h = 500;
    return (DrawRect){(c->view->width - w) / 2, (c->view->height - h) / 2, w, h};
}

static void put_rule(Card *c, float x, DrawRect r) {
    draw_line(c->s->list, x, r.y, x, r.y + r.h, c->s->theme->line2, (DrawStroke){.width = 1});
}

static void put_value(Card *c, DrawRect body) {
    bool items = c->thing->item_count > 0;
    float fields = body.w * 0.3F, middle = items ? body.w * 0.31F : 0, x = body.x + fields + 20;
    put_fields(c, (DrawRect){body.x, body.y, fields, body.h}, false);
    put_rule(c, body.x + fields + 10, body);
    if (items) {
        put_items(c, (DrawRect){x, body.y, middle, body.h});
        put_rule(c, x + middle + 8, body);
        x += middle + 16;
    }
    put_repr(c, (DrawRect){x, body.y, body.x + body.w - x, body.h});
}

void inspect_card_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, Mode *mode,
                       const StageLayout *layout) {
    Card c = {s, view, spots, mode, &mode->inspect};
    DrawRect r = place(&c, layout);
    const LayoutItem *seat = layout_find(layout, PART_SEAT, mode->inspect.task, 0);
    bool below = seat && seat->rect.y + seat->rect.h < r.y;
    mode_put_popover(s, r, below ? seat->rect.x + seat->rect.w / 2 : -1, false);
    put_header(&c, r);
    bool lane = mode->inspect.task != 0 && r.h > 330, frames = mode->inspect.has_frames;
    DrawRect body = {r.x + PAD - 8, r.y + HEADER, r.w - 2 * PAD + 16,
                     r.h - HEADER - 12 - (lane ? LANE : 0)};
    if (mode->inspect.is_value) {
        put_value(&c, body);
        return;
    }
    bool narrow = r.w < 1100; /* sentences need the room most */
    float fields = body.w * (!frames ? 0.36F : narrow ? 0.22F : 0.25F);
    float middle = !frames ? 0 : body.w * (narrow ? 0.27F : 0.33F);
    float band = band_height(&c, body.w, body.h);
    body.h -= band;
    if (band > 0) put_band(&c, (DrawRect){body.x, body.y + body.h, body.w, band});
    put_fields(&c, (DrawRect){body.x, body.y, fields, body.h}, band > 0);
    put_rule(&c, body.x + fields + 10, body);
    float x = body.x + fields + 20;
    if (frames) {
        put_frames(&c, (DrawRect){x + 6, body.y, middle - 12, body.h});
        put_rule(&c, x + middle + 6, body);
        x += middle + 14;
    }
    put_history(&c, (DrawRect){x, body.y, body.x + body.w - x, body.h});
    if (lane) put_lane(&c, (DrawRect){r.x + PAD, r.y + r.h - LANE, r.w - 2 * PAD, LANE});
}
