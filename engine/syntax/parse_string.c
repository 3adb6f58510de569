#include "syntax/parse.h"

#include <string.h>

/* What the adjacent literals of one expression are. */
typedef struct {
    bool has_f, has_bytes, has_str;
} Sorts;

typedef struct {
    bool raw, bytes, u;
    uint32_t quotes; /* of each end */
    uint32_t prefix;
} Shape;

static Shape literal_shape(const char *text) {
    Shape shape = {false, false, false, 1, 0};
    for (; text[shape.prefix] != '\'' && text[shape.prefix] != '"'; shape.prefix++) {
        char c = text[shape.prefix];
        if (c == 'r' || c == 'R') shape.raw = true;
        if (c == 'b' || c == 'B') shape.bytes = true;
        if (c == 'u') shape.u = true; /* CPython marks only the small letter */
    }
    const char *quote = text + shape.prefix;
    if (quote[1] == quote[0] && quote[2] == quote[0]) shape.quotes = 3;
    return shape;
}

/* One STRING token. */
static AstNode *literal(Parser *p) {
    const Token token = *parse_token(p);
    AstNode *node = parse_node(p, AST_CONSTANT, p->pos++);
    if (!node) return NULL;
    const char *text = p->lexer.text + token.start;
    Shape shape = literal_shape(text);
    size_t length = token.end - token.start - shape.prefix - 2 * (size_t)shape.quotes;
    text += shape.prefix + shape.quotes;
    bool ok = shape.bytes ? parse_decode_bytes(p, text, length, shape.raw, &token, &node->constant)
                          : parse_decode_str(p, text, length, shape.raw, &token, &node->constant);
    node->constant.u_prefix = shape.u;
    return ok ? parse_finish(p, node) : NULL;
}

static bool push_literal(Parser *p, Sorts *sorts) {
    AstNode *node = literal(p);
    if (!node) return false;
    if (node->constant.kind == AST_CONST_BYTES) {
        sorts->has_bytes = true;
    } else {
        sorts->has_str = true;
    }
    return parse_push(p, node);
}

/* The constants from item `first` up to `end` as one. */
static AstNode *join(Parser *p, int first, int end) {
    AstNode **items = p->scratch + first;
    int count = end - first;
    if (count == 1) return items[0];
    size_t length = 0;
    for (int i = 0; i < count; i++) length += items[i]->constant.length;
    char *text = parse_alloc(p, length + 1), *at = text;
    AstNode *node = text ? parse_alloc(p, sizeof *node) : NULL;
    if (!node) return NULL;
    *node = *items[0];
    for (int i = 0; i < count; i++) {
        memcpy(at, items[i]->constant.text, items[i]->constant.length);
        at += items[i]->constant.length;
    }
    node->constant.text = text;
    node->constant.length = length;
    node->end_line = items[count - 1]->end_line;
    node->end_column = items[count - 1]->end_column;
    return node;
}

/* Neighbouring constants become one, empty ones go. */
static bool join_parts(Parser *p, ParseMark mark) {
    int kept = mark.scratch, count = p->scratch_count;
    for (int i = mark.scratch; i < count;) {
        int end = i;
        while (end < count && p->scratch[end]->kind == AST_CONSTANT) end++;
        if (end == i) {
            p->scratch[kept++] = p->scratch[i++];
            continue;
        }
        AstNode *node = join(p, i, end);
        if (!node) return false;
        if (node->constant.length > 0) p->scratch[kept++] = node;
        i = end;
    }
    p->scratch_count = kept;
    return true;
}

static AstNode *plain_string(Parser *p, ParseMark mark) {
    AstNode *node = join(p, mark.scratch, p->scratch_count);
    p->scratch_count = mark.scratch;
    return node;
}

AstNode *parse_strings(Parser *p) {
    ParseMark mark = parse_mark(p);
    Sorts sorts = {false, false, false};
    for (;;) {
        bool ok;
        if (parse_at(p, TOKEN_STRING)) {
            ok = push_literal(p, &sorts);
        } else if (parse_at(p, TOKEN_FSTRING_START)) {
            sorts.has_f = true;
            ok = parse_fstring(p);
        } else {
            break;
        }
        if (!ok) return parse_reset(p, mark);
    }
    if (sorts.has_bytes && (sorts.has_str || sorts.has_f)) {
        return parse_fail_last(p, DIAG_SYNTAX, "cannot mix bytes and nonbytes literals");
    }
    if (!sorts.has_f) return plain_string(p, mark);
    AstNode *node = parse_node(p, AST_JOINED_STR, mark.pos);
    if (!node || !join_parts(p, mark)) return NULL;
    if (!parse_list(p, mark, &node->sequence.elts)) return NULL;
    return parse_finish(p, node);
}
