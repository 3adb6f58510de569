/* The line in hand when stepping by expression, the breakpoints and the chosen line. */
#include <stdio.h>
#include <string.h>

#include "model/caption.h"

enum { CODE_SHOWN = 48 }; /* characters of a part in a sentence */

static const CsPart *newest_of(const ModelStatement *st) {
    return st->done > 0 ? &st->parts->items[st->done - 1] : NULL;
}

static const CsPart *next_of(const ModelStatement *st) {
    return st->done < st->parts->count ? &st->parts->items[st->done] : NULL;
}

/* ---- Where parts lie ------------------------------------------------------------------------ */

static bool is_before(int line, int column, int other_line, int other_column) {
    return line < other_line || (line == other_line && column <= other_column);
}

static bool overlap(const CsPart *a, const CsPart *b) {
    return !is_before(a->end_line, a->end_column, b->line, b->column) &&
           !is_before(b->end_line, b->end_column, a->line, a->column);
}

static int characters(const SourceLine *line) {
    int count = 0;
    for (uint32_t i = 0; i < line->length; i++)
        count += ((unsigned char)line->text[i] & 0xC0) != 0x80;
    return count;
}

/* A part over several lines is shown on its first one, to that line's end. */
static ModelPart on_line(const SourceText *text, const CsPart *part, const char *value) {
    ModelPart out = {.column = part->column, .end = part->end_column, .value = value};
    if (part->end_line > part->line && text && part->line <= text->line_count)
        out.end = characters(&text->lines[part->line - 1]);
    return out;
}

static size_t bytes_of(const SourceLine *line, int columns) {
    size_t at = 0;
    for (; at < line->length && columns > 0; columns--) {
        at++;
        while (at < line->length && ((unsigned char)line->text[at] & 0xC0) == 0x80) at++;
    }
    return at;
}

/* The part's text in the source, cut where it is long. */
static const char *code_of(Model *model, const CsPart *part) {
    const SourceText *text = model->source.text;
    if (!text || part->line < 1 || part->line > text->line_count) return "";
    const SourceLine *line = &text->lines[part->line - 1];
    ModelPart at = on_line(text, part, "");
    bool cut = at.end - at.column > CODE_SHOWN;
    size_t from = bytes_of(line, at.column);
    size_t to = bytes_of(line, cut ? at.column + CODE_SHOWN : at.end);
    const char *code = model_copy(&model->pool, line->text + from, to - from);
    return cut || part->end_line > part->line ? model_print(&model->pool, "%s\u2026", code) : code;
}

/* A function's name, whose value is that name, says nothing below it. */
static bool says_itself(Model *model, const CsPart *part) {
    const char *code = code_of(model, part), *dot = strrchr(code, '.');
    const char *value = strrchr(part->value, '.');
    return strcmp(dot ? dot + 1 : code, value ? value + 1 : part->value) == 0 &&
           strspn(code, "0123456789") == 0;
}

/* What a part has become a piece of is shown by the whole; in a loop by what came last. */
static bool is_covered(const ModelStatement *st, int at) {
    for (int i = at + 1; i < st->done; i++)
        if (overlap(&st->parts->items[i], &st->parts->items[at])) return true;
    return false;
}

static void add_parts(Model *model, const ModelStatement *st) {
    enum { LOOKED_AT = 200 }; /* from the newest back: more are not seen on a line */
    ModelSource *source = &model->source;
    int first = st->done > LOOKED_AT ? st->done - LOOKED_AT : 0;
    source->parts = model_array(&model->pool, (size_t)(st->done - first), sizeof *source->parts);
    for (int i = first; i < st->done; i++) {
        const CsPart *part = &st->parts->items[i];
        bool newest = i == st->done - 1;
        if (part->line != source->open_line || is_covered(st, i)) continue;
        if (!newest && says_itself(model, part)) continue;
        const char *value = model_copy_z(&model->pool, part->value);
        ModelPart *out = &source->parts[source->part_count++];
        *out = on_line(source->text, part, value);
        out->newest = newest;
    }
}

static const char *count_text(Model *model, const ModelStatement *st) {
    char done[16], all[16];
    snprintf(done, sizeof done, "%d", st->done);
    snprintf(all, sizeof all, "%d", st->parts->count);
    TextKey key = st->parts->more ? TEXT_PART_N : TEXT_PART_N_OF;
    return model_fill(&model->pool, text_get(model->words, key), done, all);
}

static void open_line(Model *model, const ModelStatement *st) {
    ModelSource *source = &model->source;
    const CsPart *newest = newest_of(st), *next = next_of(st);
    source->inside = st->at_part;
    source->line_next = st->parts->line;
    source->line_before = st->line_before;
    if (!newest && !next) return;
    source->open_line = newest ? newest->line : next->line;
    if (source->open_line != source->line_next) source->line_next = source->open_line;
    add_parts(model, st);
    if (next && next->line == source->open_line) source->next = on_line(source->text, next, "");
    source->part_text = count_text(model, st);
}

void model_parts(Model *model, const ModelFacts *facts) {
    ModelSource *source = &model->source;
    const ModelStatement *st = &facts->statement;
    source->by_part = st->on;
    source->chosen = facts->chosen_line;
    source->break_count = (int)facts->break_count;
    source->breaks = model_array(&model->pool, facts->break_count, sizeof *source->breaks);
    if (facts->break_count)
        memcpy(source->breaks, facts->breaks, facts->break_count * sizeof *source->breaks);
    if (st->on && st->parts) open_line(model, st);
}

/* ---- The caption ---------------------------------------------------------------------------- */

bool caption_part(Caption *c) {
    const ModelStatement *st = &c->facts->statement;
    const CsPart *newest = st->parts && st->at_part ? newest_of(st) : NULL;
    if (!newest) return false;
    const CsPart *next = next_of(st);
    ModelText code = sentence_piece(c->pool, SPAN_CODE, code_of(c->model, newest));
    ModelText value = sentence_piece(c->pool, SPAN_CODE, model_copy_z(c->pool, newest->value));
    caption_say2(c, TEXT_SAY_PART, code, value);
    if (next)
        caption_say1(c, TEXT_SAY_PART_NEXT,
                     sentence_piece(c->pool, SPAN_CODE, code_of(c->model, next)));
    else if (!st->parts->more)
        caption_say1(c, TEXT_SAY_PART_LAST, (ModelText){0});
    return true;
}
