#include "compile/compile_parts.h"

#include <string.h>

enum { TAB = 8 };

/* A line of a docstring, without its end. */
typedef struct {
    const char *start;
    size_t size, indent; /* indent: spaces that it begins with */
} DocLine;

static bool is_continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Tabs become spaces up to the next column that is a multiple of eight. */
static char *expand_tabs(Unit *u, const char *text, size_t length, size_t *size) {
    char *out = unit_alloc(u, length * TAB + 1);
    size_t n = 0, column = 0;
    for (size_t i = 0; out && i < length; i++) {
        if (text[i] == '\t') {
            size_t width = TAB - column % TAB;
            memset(out + n, ' ', width);
            n += width;
            column += width;
            continue;
        }
        out[n++] = text[i];
        if (text[i] == '\n' || text[i] == '\r') {
            column = 0;
        } else if (!is_continuation(text[i])) {
            column++;
        }
    }
    *size = n;
    return out;
}

/* The line at `at`; `*next` is where the following one begins, NULL after the last. */
static DocLine read_line(const char *at, const char *end, const char **next) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    DocLine line = {at, (size_t)((stop ? stop : end) - at), 0};
    while (line.indent < line.size && at[line.indent] == ' ') line.indent++;
    *next = stop ? stop + 1 : NULL;
    return line;
}

/* The least indentation of the lines after the first, blank ones apart. */
static size_t margin_of(const char *text, const char *end) {
    const char *next;
    size_t margin = SIZE_MAX;
    read_line(text, end, &next);
    while (next) {
        DocLine line = read_line(next, end, &next);
        if (line.indent < line.size && line.indent < margin) margin = line.indent;
    }
    return margin;
}

/* As CPython 3.13 keeps docstrings: the first line without leading spaces, the others without the
 * indentation that they share. */
static Obj *clean(Unit *u, const char *text, size_t length) {
    size_t size, n = 0;
    char *source = expand_tabs(u, text, length, &size);
    char *out = unit_alloc(u, size + 1);
    if (!source || !out) return const_text(u->c, "");
    size_t margin = margin_of(source, source + size);
    const char *next = source;
    for (bool first = true; next; first = false) {
        DocLine line = read_line(next, source + size, &next);
        size_t skip = first || line.indent < margin ? line.indent : margin;
        memcpy(out + n, line.start + skip, line.size - skip);
        n += line.size - skip;
        if (next) out[n++] = '\n';
    }
    return const_str(u->c, out, n);
}

Str *compile_docstring(Unit *u, const AstList *body) {
    if (body->count == 0 || body->items[0]->kind != AST_EXPR) return NULL;
    const AstNode *value = body->items[0]->value.value;
    if (value->kind != AST_CONSTANT || value->constant.kind != AST_CONST_STR) return NULL;
    return (Str *)clean(u, value->constant.text, value->constant.length);
}
