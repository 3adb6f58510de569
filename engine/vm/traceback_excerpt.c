#include <string.h>

#include "object/unicode_width.h"
#include "vm/source.h"
#include "vm/traceback_parts.h"

enum { REGION_LIMIT = 64 << 20 };

/* ---- the lines ---- */

/* The indentation that two lines have in common. */
static uint32_t common_indent(const ExcerptLine *a, uint32_t size, const ExcerptLine *b) {
    uint32_t i = 0;
    while (i < size && i < b->size && a->text[i] == b->text[i]) i++;
    return i;
}

static uint32_t indent_of(const ExcerptLine *line) {
    uint32_t i = 0;
    while (i < line->size && (line->text[i] == ' ' || line->text[i] == '\t')) i++;
    return i;
}

/* Takes off what all lines that are not empty begin with; returns how much. */
static uint32_t dedent(Excerpt *x) {
    const ExcerptLine *first = NULL;
    uint32_t margin = 0;
    for (uint32_t i = 0; i < x->count; i++) {
        const ExcerptLine *line = &x->lines[i];
        if (line->size == 0) continue;
        margin = first ? common_indent(first, margin, line) : indent_of(line);
        if (!first) first = line;
    }
    for (uint32_t i = 0; i < x->count; i++) {
        ExcerptLine *line = &x->lines[i];
        if (line->size == 0) continue;
        line->text += margin;
        line->size -= margin;
        line->length -= margin;
    }
    return margin;
}

static uint32_t minus(uint32_t a, uint32_t b) {
    return a > b ? a - b : 0;
}

static uint32_t at_most(uint32_t a, uint32_t limit) {
    return a < limit ? a : limit;
}

/* False: there is no source to show. */
static bool load(const Engine *e, Region *r, const Code *code, Position p, Excerpt *x) {
    x->count = p.end_line >= p.line ? p.end_line - p.line + 1 : 1;
    x->lines = region_alloc(r, x->count * sizeof *x->lines);
    if (!x->lines) return false;
    bool any = false;
    for (uint32_t i = 0; i < x->count; i++) {
        SourceLine line;
        if (!source_line(e, code, p.line + i, &line)) {
            x->count = i;
            break;
        }
        x->lines[i] =
            (ExcerptLine){line.text, line.size, (uint32_t)utf8_count(line.text, line.size)};
        any = any || line.size > 0;
    }
    if (!any) return false;
    uint32_t margin = dedent(x);
    x->start = at_most(minus(p.column, margin), x->lines[0].length);
    x->end = at_most(minus(p.end_column, margin), x->lines[x->count - 1].length);
    return true;
}

/* ---- carets ---- */

/* Where the marks go: places in columns of a terminal. */
typedef struct {
    bool shown, anchored;
    uint32_t start, end;
    Anchors anchors;
} Marks;

/* Columns that the first `length` code points take. */
static uint32_t width(const ExcerptLine *line, uint32_t length) {
    if (line->size == line->length) return length;
    uint32_t columns = 0;
    const char *at = line->text;
    for (uint32_t i = 0; i < length && at < line->text + line->size; i++) {
        columns += unicode_is_wide(utf8_next(&at)) ? 2u : 1u;
    }
    return columns;
}

static bool is_blank_between(const ExcerptLine *line, uint32_t from, uint32_t to) {
    const char *at = utf8_skip(line->text, line->text + line->size, from);
    const char *end = utf8_skip(line->text, line->text + line->size, to);
    while (at < end && source_is_blank(*at)) at++;
    return at == end;
}

/* Something stands on the lines beside what failed. */
static bool is_only_part(const Excerpt *x) {
    const ExcerptLine *last = &x->lines[x->count - 1];
    return !is_blank_between(&x->lines[0], 0, x->start) ||
           !is_blank_between(last, x->end, last->length);
}

static uint32_t anchor_column(const Excerpt *x, uint32_t line, uint32_t place) {
    if (line == 0) place += x->start;
    return width(&x->lines[line], place);
}

static Marks find_marks(Region *r, const Excerpt *x) {
    Marks m = {.start = width(&x->lines[0], x->start),
               .end = width(&x->lines[x->count - 1], x->end)};
    m.anchored = traceback_find_anchors(r, x, &m.anchors);
    m.shown = !traceback_is_plain_call(r, x) && (m.anchored || is_only_part(x));
    if (m.anchored) {
        m.anchors.left = anchor_column(x, m.anchors.left_line, m.anchors.left);
        m.anchors.right = anchor_column(x, m.anchors.right_line, m.anchors.right);
    }
    return m;
}

static bool is_between_anchors(const Anchors *a, uint32_t line, uint32_t column) {
    bool after_left = line > a->left_line || (line == a->left_line && column >= a->left);
    bool before_right = line < a->right_line || (line == a->right_line && column < a->right);
    return after_left && before_right;
}

static uint32_t leading_blanks(const ExcerptLine *line) {
    uint32_t i = 0;
    while (i < line->size && source_is_blank(line->text[i])) i++;
    return i;
}

static void put_carets(StrBuf *b, const Excerpt *x, const Marks *m, uint32_t number) {
    const ExcerptLine *line = &x->lines[number];
    uint32_t end = number == x->count - 1 ? m->end : width(line, line->length);
    uint32_t start = leading_blanks(line);
    if (number == 0 && m->start > start) start = m->start;
    strbuf_text(b, "    ");
    if (start < end) strbuf_fill(b, ' ', start);
    for (uint32_t column = start; column < end; column++) {
        bool weak = m->anchored && !is_between_anchors(&m->anchors, number, column);
        strbuf_char(b, weak ? '~' : '^');
    }
    strbuf_char(b, '\n');
}

static void put_line(StrBuf *b, const Excerpt *x, const Marks *m, uint32_t number) {
    strbuf_text(b, "    ");
    strbuf_put(b, x->lines[number].text, x->lines[number].size);
    strbuf_char(b, '\n');
    if (m->shown) put_carets(b, x, m, number);
}

/* The first and the last line, and those around the anchors. */
static bool is_significant(const Excerpt *x, const Marks *m, uint32_t number) {
    if (number == 0 || number == x->count - 1) return true;
    if (!m->anchored) return false;
    const Anchors *a = &m->anchors;
    return (number + 1 >= a->left_line && number <= a->left_line + 1) ||
           (number + 1 >= a->right_line && number <= a->right_line + 1);
}

/* One line that is left out is shown after all; several become one that counts them. */
static void put_lines(StrBuf *b, const Excerpt *x, const Marks *m) {
    uint32_t skipped = 0;
    for (uint32_t i = 0; i < x->count; i++) {
        if (!is_significant(x, m, i)) {
            skipped++;
            continue;
        }
        if (skipped == 1) put_line(b, x, m, i - 1);
        if (skipped > 1) strbuf_printf(b, "    ...<%u lines>...\n", skipped);
        skipped = 0;
        put_line(b, x, m, i);
    }
}

void traceback_put_excerpt(StrBuf *b, const Code *code, Position p) {
    Region r;
    region_init(&r, REGION_LIMIT);
    Excerpt x;
    bool has_range = p.end_line > p.line || p.end_column > p.column;
    if (!has_range) p.end_line = p.line;
    if (load(b->e, &r, code, p, &x)) {
        Marks m = has_range ? find_marks(&r, &x) : (Marks){.shown = false};
        put_lines(b, &x, &m);
    }
    region_release(b->e, &r);
}
