/* The line in hand when stepping by expression: its parts, their values below, and what is next. */
#include "scene/scene.h"

enum { MOST_VALUES = 24 };

static const float GAP = 14, LEAST = 28;

/* A value below its part. */
typedef struct {
    float x, part_x;
    const ModelPart *part;
} Value;

typedef struct {
    Scene *s;
    const SourceLine *line;
    float x, right, baseline;      /* of the code */
    float top;                     /* of the line */
    float newest_alpha, newest_dy; /* of the newest value, while it comes */
} Row;

static size_t bytes_of(const SourceLine *line, int columns) {
    size_t at = 0;
    for (; at < line->length && columns > 0; columns--) {
        at++;
        while (at < line->length && ((unsigned char)line->text[at] & 0xC0) == 0x80) at++;
    }
    return at;
}

static float column_x(const Row *row, int column) {
    size_t bytes = bytes_of(row->line, column);
    return row->x + fonts_measure(row->s->fonts, FONT_MONO_REGULAR, row->s->type->code,
                                  row->line->text, bytes);
}

/* Where a part stands, within what is seen of the line; no width: out of sight. */
static DrawRect part_rect(const Row *row, const ModelPart *part) {
    float from = column_x(row, part->column), to = column_x(row, part->end);
    if (to > row->right) to = row->right;
    if (from > to) from = to;
    float h = row->s->view->layout->code_line;
    return (DrawRect){from, row->top, to - from, h};
}

/* ---- The parts ------------------------------------------------------------------------------ */

static void put_newest(const Row *row, const ModelPart *part) {
    Scene *s = row->s;
    DrawRect r = part_rect(row, part);
    if (r.w <= 0) return;
    draw_fill(s->list, (DrawRect){r.x - 2, r.y + 1, r.w + 4, r.h - 1}, 4, s->theme->running);
    size_t from = bytes_of(row->line, part->column), to = bytes_of(row->line, part->end);
    const char *text = row->line->text + from;
    size_t length = fonts_fit(s->fonts, FONT_MONO_BOLD, s->type->code, text, to - from, r.w + 0.5F);
    draw_text(s->list, FONT_MONO_BOLD, s->type->code, r.x, row->baseline, s->theme->running_ink,
              text, length);
}

static void put_older(const Row *row, const ModelPart *part) {
    DrawRect r = part_rect(row, part);
    float y = row->baseline + 4.5F;
    if (r.w <= 0) return;
    draw_line(row->s->list, r.x, y, r.x + r.w, y, row->s->theme->text2, (DrawStroke){.width = 2});
}

static void put_next(const Row *row, const ModelPart *part) {
    DrawRect r = part_rect(row, part);
    if (part->end == 0 || r.w <= 0) return;
    DrawRect box = {r.x - 4, r.y - 1, r.w + 8, r.h + 3};
    draw_outline(row->s->list, box, 6, row->s->theme->runline,
                 (DrawStroke){.width = 1.6F, .on = 4, .off = 3});
}

/* ---- Their values --------------------------------------------------------------------------- */

static FontId value_font(const ModelPart *part) {
    return part->newest ? FONT_MONO_BOLD : FONT_MONO_REGULAR;
}

static float value_width(const Row *row, const ModelPart *part) {
    return scene_measure(row->s, value_font(part), row->s->type->code, part->value);
}

/* By column; the newest stands under its part, the others keep clear of it. */
static int sort_values(const Row *row, const ModelSource *source, Value *out) {
    int count = 0;
    for (int i = 0; i < source->part_count; i++) {
        const ModelPart *part = &source->parts[i];
        DrawRect r = part_rect(row, part);
        if (count == MOST_VALUES || (r.w <= 0 && !part->newest)) continue;
        int at = count++;
        for (; at > 0 && out[at - 1].part->column > part->column; at--) out[at] = out[at - 1];
        out[at] = (Value){r.x, r.x, part};
    }
    return count;
}

static float newest_x(const Row *row, const Value *values, int count, float right) {
    for (int i = 0; i < count; i++) {
        if (!values[i].part->newest) continue;
        float w = value_width(row, values[i].part), x = values[i].part_x;
        if (x + w > right) x = right - w;
        return x < row->x ? row->x : x;
    }
    return right + GAP;
}

/* Returns where the last one ends. */
static float put_values(const Row *row, const ModelSource *source, float right) {
    Value values[MOST_VALUES];
    Scene *s = row->s;
    int count = sort_values(row, source, values);
    float newest = newest_x(row, values, count, right), end = row->x - GAP;
    float baseline = row->baseline + s->view->layout->code_line;
    bool passed = false;
    for (int i = 0; i < count; i++) {
        const ModelPart *part = values[i].part;
        float x = part->newest ? newest : values[i].part_x;
        if (!part->newest && x < end + GAP) x = end + GAP;
        float limit = part->newest || passed ? right : newest - GAP;
        passed |= part->newest;
        if (limit - x < LEAST && limit - x < value_width(row, part)) continue;
        if (part->newest) draw_alpha_push(s->list, row->newest_alpha);
        end = scene_text_fit(s, value_font(part), s->type->code, x,
                             baseline + (part->newest ? row->newest_dy : 0), limit - x,
                             part->newest ? s->theme->runtext : s->theme->text2, part->value);
        if (part->newest) draw_alpha_pop(s->list);
    }
    return end;
}

/* ---- The line ------------------------------------------------------------------------------- */

/* "part 3 of 5" stands beside the code, or beside the values where the code is long; returns what
   it leaves to the values. */
static float put_count(const Row *row, const ModelSource *source, DrawRect box) {
    Scene *s = row->s;
    float right = box.x + box.w - 10,
          width = row->line->length ? fonts_measure(s->fonts, FONT_MONO_REGULAR, s->type->code,
                                                    row->line->text, row->line->length)
                                    : 0;
    float words = scene_measure(s, FONT_UI_SEMIBOLD, s->type->text, source->part_text);
    bool beside = row->x + width + 20 <= right - words;
    float baseline = row->baseline + (beside ? 0 : s->view->layout->code_line);
    float x = scene_text_right(s, FONT_UI_SEMIBOLD, s->type->text, right, baseline,
                               s->theme->runtext, source->part_text);
    return beside ? right : x - GAP;
}

void scene_open_line(Scene *s, const LayoutItem *code, float top) {
    const ModelSource *source = &s->model->source;
    const StageLayout *layout = s->view->layout;
    Row row = {
        .s = s,
        .line = &source->text->lines[source->open_line - 1],
        .x = code->rect.x - 6 + layout_code_left(layout),
        .right = code->rect.x + code->rect.w - 8,
        .baseline = scene_code_baseline(s, source->open_line, top),
        .top = top + 3,
        .newest_alpha = 1,
    };
    const LayoutItem *newest = layout_part(layout, PART_NEWEST);
    if (newest) {
        row.newest_alpha = newest->alpha;
        row.newest_dy = newest->rect.y - code->rect.y;
    }
    if (row.x + fonts_measure(s->fonts, FONT_MONO_REGULAR, s->type->code, row.line->text,
                              row.line->length) >
        code->rect.x + code->rect.w)
        row.right -= 14; /* the line ends with an ellipsis */
    DrawRect box = {code->rect.x, top, code->rect.w, layout->code_line + layout->open_extra};
    for (int i = 0; i < source->part_count; i++) {
        if (!source->parts[i].newest) put_older(&row, &source->parts[i]);
    }
    for (int i = 0; i < source->part_count; i++) {
        if (!source->parts[i].newest) continue;
        draw_alpha_push(s->list, row.newest_alpha);
        put_newest(&row, &source->parts[i]);
        draw_alpha_pop(s->list);
    }
    put_next(&row, &source->next);
    float right = put_count(&row, source, box), end = put_values(&row, source, right);
    const char *hint = text_get(s->model->words, TEXT_PART_NEXT);
    float width = scene_measure(s, FONT_UI_REGULAR, s->type->text, hint);
    if (source->next.end == 0 || end + 2 * GAP > right - width) return;
    scene_text_right(s, FONT_UI_REGULAR, s->type->text, right, row.baseline + layout->code_line,
                     s->theme->text2, hint);
}

/* ---- Breakpoints and the chosen line -------------------------------------------------------- */

/* A filled pill behind the number stops always; a dashed one only where its condition holds. */
static const ModelBreak *break_of(const Scene *s, int line) {
    const ModelSource *source = &s->model->source;
    for (int i = 0; i < source->break_count; i++)
        if (source->breaks[i].line == line) return &source->breaks[i];
    return NULL;
}

DrawColour scene_break(Scene *s, int line, float right, float top, float width,
                       DrawColour otherwise) {
    const ModelBreak *b = break_of(s, line);
    const Theme *t = s->theme;
    if (!b) return otherwise;
    DrawRect r = {right - width - 6, top + 1, width + 12, s->view->layout->code_line - 2};
    if (b->conditional) {
        draw_box(s->list, r, 7, t->fail_tint, t->failed,
                 (DrawStroke){.width = 1.8F, .on = 3, .off = 2});
        return t->text;
    }
    draw_fill(s->list, r, 7, t->failed);
    return t->bg0;
}

void scene_chosen_line(Scene *s, const LayoutItem *code) {
    const StageLayout *layout = s->view->layout;
    int line = s->model->source.chosen;
    float top = layout_line_top(layout, line, code->value > 0 ? code->value : 0);
    float h = layout->code_line + (line == layout->open_line ? layout->open_extra : 0);
    if (line < 1 || top < -1 || top + h > code->rect.h + 1) return;
    DrawRect r = {code->rect.x + 1, code->rect.y + top, code->rect.w - 2, h};
    draw_outline(s->list, r, 7, s->theme->text, (DrawStroke){.width = 2});
}
