/* The loop's track with its pills and token, the running slot and the seats. */
#include "layout/layout.h"

#include <stdio.h>
#include <string.h>

enum { PILL_HEIGHT = 36, MOST_PIPS = 9, MOST_FRAMES = 4, INDENT = 38 };
enum {
    ROOMY = 2, /* frames of these sizes are not pressed together */
    MOST_CODE_LINES = 3
};

/* ---- Track --------------------------------------------------------------------------------- */

static float pill_width(const Model *model, const LayoutView *view, int number) {
    static const TextKey keys[] = {TEXT_PHASE_RUN, TEXT_PHASE_WAIT, TEXT_PHASE_TIMERS};
    TextKey key = keys[number - 1];
    if (number == 2 && model->graph.node_count) key = TEXT_PHASE_WAIT_EVER;
    float text = fonts_measure_z(view->fonts, FONT_UI_SEMIBOLD, view->type->text,
                                 text_get(model->words, key));
    int pips =
        number == 1 && model->phase == PHASE_RUN ? model->ran_count + model->iteration_left : 0;
    if (pips > MOST_PIPS) {
        char most[48]; /* the last count is the widest */
        snprintf(most, sizeof most, "%d / %d", pips, pips);
        return 42 + text + 28 + fonts_measure_z(view->fonts, FONT_MONO_SEMIBOLD, 16, most);
    }
    return (number == 1 ? 42 : 44) + text + (pips ? 20 + 22 * (float)pips : 16);
}

static void add_pill(StageLayout *layout, const Model *model, const LayoutView *view, int number) {
    DrawRect t = layout->grid.track;
    bool compact = layout->compact;
    float w = pill_width(model, view, number), x = t.x + (compact ? 58 : 74), y = t.y;
    if (number == 2) x = t.x + (compact ? 75 : 114);
    if (number == 3) x = t.x + t.w - (compact ? 94 : 185) - w;
    float room = number == 1 ? t.w - (x - t.x) - 46 : (t.w - (compact ? 193 : 323)) / 2;
    if (w > room) {
        if (number == 3) x += w - room;
        w = room;
    }
    if (number > 1) y += t.h;
    DrawRect r = {x, y - PILL_HEIGHT / 2, w, PILL_HEIGHT};
    layout_add(layout, PART_PILL, (uint32_t)number, number, r);
}

/* While the loop waits the token stands behind the words of the second pill, not on them. */
static float waiting_place(const StageLayout *layout) {
    DrawRect t = layout->grid.track;
    const LayoutItem *pill = layout_find(layout, PART_PILL, 2, 0);
    float usual = t.x + t.w * 0.28F, free = pill ? pill->rect.x + pill->rect.w + 24 : usual;
    return free > usual ? free : usual;
}

/* Where the token stands in each phase: left, bottom, right. */
static DrawPoint token_place(const StageLayout *layout, const Model *model) {
    DrawRect t = layout->grid.track;
    switch (model->phase) {
    case PHASE_WAIT: return (DrawPoint){waiting_place(layout), t.y + t.h};
    case PHASE_TIMERS: return (DrawPoint){t.x + t.w, t.y + t.h * 0.5F};
    case PHASE_PROGRAM:
    case PHASE_RUN: break;
    }
    return (DrawPoint){t.x, t.y + t.h * 0.364F};
}

void layout_track(StageLayout *layout, const Model *model, const LayoutView *view) {
    DrawRect t = layout->grid.track;
    if (t.w <= 0) return;
    layout_add(layout, PART_TRACK, 0, 0, t);
    if (model->no_loop) return;
    for (int number = 1; number <= 3; number++) add_pill(layout, model, view, number);
    if (model->phase == PHASE_PROGRAM) return;
    DrawPoint p = token_place(layout, model);
    LayoutItem *token =
        layout_add(layout, PART_TOKEN, 0, 0, (DrawRect){p.x - 14, p.y - 14, 28, 28});
    static const float places[] = {0, 0, 1, 2};
    token->value = places[model->phase];
}

/* ---- Running slot -------------------------------------------------------------------------- */

/* Heights of an outer and of the last frame, and the room between; the first that fits is taken. */
static const struct {
    float outer, last, gap;
} frame_sizes[] = {{64, 64, 20}, {54, 60, 18}, {44, 64, 20}, {38, 60, 20},
                   {34, 56, 18}, {30, 50, 6},  {26, 30, 4}};

static float frame_height(const ModelFrame *frame, float most) {
    if (frame->blocks) return most;
    return frame->local_count == 0 && !frame->note && most > 44 ? 44 : most;
}

static float stack_height(const Model *model, const int *shown, int count, int size) {
    float height = 0;
    for (int i = 0; i < count; i++) {
        bool last = i == count - 1;
        float most = last ? frame_sizes[size].last : frame_sizes[size].outer;
        height += shown[i] < 0 ? 24 : frame_height(&model->running.frames[shown[i]], most);
        if (!last) height += frame_sizes[size].gap;
    }
    return height;
}

/* The frames that are shown, outermost first; -1 stands for those folded away. */
static int choose_frames(const StageLayout *layout, const Model *model, int *shown) {
    int count = model->running.frame_count;
    int most = layout->compact ? 2 : MOST_FRAMES, n = 0;
    if (count <= most) {
        for (int i = 0; i < count; i++) shown[n++] = i;
        return n;
    }
    shown[n++] = 0;
    shown[n++] = -1;
    if (!layout->compact) shown[n++] = count - 2;
    shown[n++] = count - 1;
    return n;
}

/* Where a value that a call returned flies to. */
static void add_capsule(StageLayout *layout, const ModelFrame *frame, int index, DrawRect r) {
    bool changed = false;
    for (int i = 0; i < frame->local_count; i++) changed = changed || frame->locals[i].changed;
    if (!changed || frame->blocks) return;
    DrawRect at = {r.x + 14, r.y + r.h - 30, 120, 26};
    layout_add(layout, PART_CAPSULE, frame->id, index, at)->value = 1;
}

const char *layout_code_alone(const Model *model, int line, size_t *length) {
    const SourceText *text = model->source.text;
    *length = 0;
    if (!text || line < 1 || line > text->line_count) return "";
    const SourceLine *source = &text->lines[line - 1];
    uint32_t indent = 0;
    while (indent < source->length && source->text[indent] == ' ') indent++;
    *length = source->length - indent;
    return source->text + indent;
}

/* Behind the last of these in the second half of what fits, not between two brackets; 0: there is
   none. */
static size_t behind_last(const char *text, size_t fits, const char *signs) {
    for (size_t end = fits; end > fits / 2; end--)
        if (strchr(signs, text[end - 1]) && !strchr(")]}", text[end])) return end;
    return 0;
}

size_t layout_code_break(Fonts *fonts, const TypeScale *type, const char *text, size_t length,
                         float room, size_t *next) {
    size_t fits = fonts_fit(fonts, FONT_MONO_REGULAR, type->code, text, length, room), end = fits;
    if (fits < length) end = behind_last(text, fits, " ,([{");
    if (end == 0) end = behind_last(text, fits, ".=");
    if (end == 0) end = fits;
    if (end == 0) fonts_decode(text, length, &end);
    for (*next = end; *next < length && text[*next] == ' ';) ++*next;
    return end;
}

float layout_code_height(const Model *model, Fonts *fonts, const TypeScale *type, int line,
                         float room) {
    size_t length, at = 0;
    const char *text = layout_code_alone(model, line, &length);
    int lines = 0;
    for (size_t next; at < length && lines <= MOST_CODE_LINES; at += next, lines++) {
        layout_code_break(fonts, type, text + at, length - at, room, &next);
    }
    if (lines == 0 || lines > MOST_CODE_LINES) return 0;
    return NEXT_CODE + (float)(lines - 1) * type->code_line;
}

int layout_locals_in_line(const ModelFrame *frame, Fonts *fonts, float room) {
    float width = 0;
    int count = 0;
    for (; count < frame->local_count; count++) {
        const ModelLocal *local = &frame->locals[count];
        width += fonts_measure_z(fonts, FONT_MONO_REGULAR, 16, local->name) +
                 fonts_measure_z(fonts, FONT_MONO_REGULAR, 16, " = ") +
                 fonts_measure_z(fonts, FONT_MONO_REGULAR, 16, local->value);
        if (width > room) break;
        width += LOCALS_GAP;
    }
    return count > 0 || frame->local_count == 0 ? count : 1;
}

/* The style of the frame with so much more at its foot. */
static LayoutStyle tall_style(bool code, bool two) {
    if (code) return two ? STYLE_TALL_CODE : STYLE_CODE;
    return two ? STYLE_TALL : STYLE_FULL;
}

void layout_running(StageLayout *layout, const Model *model, const LayoutView *view) {
    DrawRect slot = layout->grid.running;
    if (slot.w <= 0) return;
    const ModelRunning *running = &model->running;
    layout_add(layout, PART_RUNNING, running->id, 0, slot);
    if (running->frame_count == 0) return;
    int shown[MOST_FRAMES + 1], count = choose_frames(layout, model, shown), size = 0;
    float pad = layout->compact ? 14 : 18, top = layout->compact ? 46 : 52;
    float room = slot.h - top - 14;
    int sizes = (int)(sizeof frame_sizes / sizeof *frame_sizes);
    while (size < sizes - 1 && stack_height(model, shown, count, size) > room) size++;
    float y = slot.y + top, bottom = slot.y + slot.h - 8;
    for (int i = 0; i < count; i++) {
        bool last = i == count - 1;
        float most = last ? frame_sizes[size].last : frame_sizes[size].outer;
        const ModelFrame *frame = shown[i] < 0 ? NULL : &running->frames[shown[i]];
        float h = frame ? frame_height(frame, most) : 24;
        bool holds = frame && frame->current && running->holds.count > 0;
        bool held = holds && y + h + HOLDS_LINE <= bottom;
        if (held) h += HOLDS_LINE;
        float x = slot.x + pad + INDENT * (float)i, wide = slot.x + slot.w - pad - x - 28;
        bool told = frame && frame->current && size < ROOMY && held == holds;
        float code =
            told ? layout_code_height(model, view->fonts, view->type, frame->line, wide) : 0;
        if (y + h + code > bottom) code = 0;
        bool two = told && !frame->note && h >= 50 && y + h + code + LOCALS_LINE <= bottom &&
                   layout_locals_in_line(frame, view->fonts, wide) < frame->local_count;
        h += code + (two ? LOCALS_LINE : 0);
        if (y + h > bottom) h = bottom - y;
        DrawRect r = {x, y, slot.x + slot.w - pad - x, h};
        if (h > 12) {
            LayoutItem *item = layout_add(layout, frame ? PART_FRAME : PART_FRAMES_MORE,
                                          frame ? frame->id : 0, shown[i], r);
            item->style = frame && h < 50 && frame->local_count ? STYLE_SHORT : STYLE_FULL;
            item->value = i > 0 ? frame_sizes[size].gap : 0;
            if (code > 0 || two) item->style = (uint8_t)tall_style(code > 0, two);
        }
        if (last && frame && h > 12) add_capsule(layout, frame, shown[i], r);
        y += h + frame_sizes[size].gap;
    }
}

/* ---- Seats --------------------------------------------------------------------------------- */

/* Of those that share a cell the followed task is shown, else the liveliest, of equals the first.
 */
static bool is_liveliest(const Model *model, int index, int each) {
    static const uint8_t lively[STATE_COUNT] = {
        [STATE_RUNNING] = 7, [STATE_FAILED] = 6,  [STATE_READY] = 5,    [STATE_CANCELLING] = 4,
        [STATE_CREATED] = 3, [STATE_WAITING] = 2, [STATE_CANCELLED] = 1};
    const ModelSeat *seat = &model->seats[index];
    int cell = seat->place / each, mine = lively[seat->state];
    const ModelSeat *followed = model->followed ? model_seat(model, model->followed) : NULL;
    if (followed && followed->place / each == cell) return followed == seat;
    for (int i = index - 1; i >= 0 && model->seats[i].place / each == cell; i--)
        if (lively[model->seats[i].state] >= mine) return false;
    for (int i = index + 1; i < model->seat_count && model->seats[i].place / each == cell; i++)
        if (lively[model->seats[i].state] > mine) return false;
    return true;
}

/* Where a mark flies to when a cancellation is asked for: the glyph of each seat. */
static void add_slashes(StageLayout *layout, const Model *model) {
    for (int i = 0; i < model->seat_count; i++) {
        if (model->seats[i].state != STATE_CANCELLING) continue;
        const LayoutItem *seat = layout_find(layout, PART_SEAT, model->seats[i].id, 0);
        if (!seat || seat->style > STYLE_CHIP) continue;
        DrawRect r = {seat->rect.x + seat->rect.w - 34, seat->rect.y + 12, 22, 22};
        layout_add(layout, PART_SLASH, model->seats[i].id, i, r)->value = 1;
    }
}

void layout_seats(StageLayout *layout, const Model *model) {
    const LayoutGrid *g = &layout->grid;
    if (g->seats.w <= 0) return;
    layout_add(layout, PART_SEATS, 0, 0, g->seats);
    for (int i = 0; i < model->seat_count; i++) {
        int place = model->seats[i].place / g->seats_in_cell;
        if (g->seats_in_cell > 1 && !is_liveliest(model, i, g->seats_in_cell)) continue;
        int column = place % g->seat_columns, row = place / g->seat_columns;
        DrawRect r = {g->seats.x + (float)column * (g->seat_width + g->seat_gap),
                      g->seats.y + (float)row * (g->seat_height + g->seat_gap), g->seat_width,
                      g->seat_height};
        LayoutItem *item = layout_add(layout, PART_SEAT, model->seats[i].id, i, r);
        item->style = (uint8_t)g->seat_style;
    }
    add_slashes(layout, model);
}
