#include <string.h>

#include "syntax/ast.h"
#include "syntax/parser.h"
#include "vm/source.h"
#include "vm/traceback_parts.h"

/* ---- the text of an excerpt ---- */

typedef struct {
    const char *text;
    size_t size;
} Segment;

static const char *line_place(const ExcerptLine *line, uint32_t place) {
    return utf8_skip(line->text, line->text + line->size, place);
}

static char *put_text(char *to, const char *text, size_t size) {
    memcpy(to, text, size);
    return to + size;
}

/* The lines joined, between `before` and `after`; cut to what the instruction covers if `cut`. */
static Segment join(Region *r, const Excerpt *x, bool cut, const char *before, const char *after) {
    size_t room = strlen(before) + strlen(after);
    for (uint32_t i = 0; i < x->count; i++) room += x->lines[i].size + 1;
    char *text = region_alloc(r, room + 1), *to = text;
    if (!text) return (Segment){NULL, 0};
    to = put_text(to, before, strlen(before));
    for (uint32_t i = 0; i < x->count; i++) {
        const ExcerptLine *line = &x->lines[i];
        const char *from = cut && i == 0 ? line_place(line, x->start) : line->text;
        const char *end = line->text + line->size;
        if (cut && i == x->count - 1) end = line_place(line, x->end);
        if (i > 0) *to++ = '\n';
        if (end < from) end = from;
        to = put_text(to, from, (size_t)(end - from));
    }
    to = put_text(to, after, strlen(after));
    return (Segment){text, (size_t)(to - text)}; /* zeroed behind, so NUL-terminated */
}

/* The first statement if there is no other; NULL: it cannot be read on its own. */
static const AstNode *parse_first(Region *r, Segment s, bool alone) {
    AstNode *module;
    Diag d = {0};
    if (!s.text || !parse_module(r, s.text, s.size, &module, &d)) return NULL;
    const AstList *body = &module->module.body;
    if (body->count == 0 || (alone && body->count != 1)) return NULL;
    return body->items[0];
}

/* ---- a place in the parenthesised segment ---- */

typedef struct {
    const char *at, *end;
    uint32_t line, column;
} Cursor;

static void advance(Cursor *c) {
    if (utf8_next(&c->at) == '\n') {
        c->line++;
        c->column = 0;
    } else {
        c->column++;
    }
}

/* Lines count from 1, as in the tree. */
static Cursor cursor_at(Segment s, uint32_t line, uint32_t column) {
    Cursor c = {s.text, s.text + s.size, 1, 0};
    while (c.at < c.end && (c.line < line || (c.line == line && c.column < column))) advance(&c);
    return c;
}

/* Over blanks, comments, line joins and brackets that close the left operand. */
static void skip_to_sign(Cursor *c) {
    while (c->at < c->end) {
        if (*c->at == '#') {
            while (c->at < c->end && *c->at != '\n') advance(c);
        } else if (!source_is_blank(*c->at) && *c->at != ')' && *c->at != '\\') {
            return;
        } else {
            advance(c);
        }
    }
}

/* An operator is one or two characters long; the second is no part of the right operand. */
static uint32_t operator_length(const Cursor *c, const AstNode *right) {
    if (c->at + 1 >= c->end) return 1;
    char next = c->at[1];
    bool before_right = right->line > c->line || right->column > c->column + 1;
    return before_right && !source_is_blank(next) && next != '\\' && next != '#' ? 2 : 1;
}

/* The tree's lines begin with that of the added parenthesis. */
static void set_left(Anchors *a, const Cursor *c) {
    a->left_line = c->line - 2;
    a->left = c->column;
}

bool traceback_find_anchors(Region *r, const Excerpt *x, Anchors *anchors) {
    Segment s = join(r, x, true, "(\n", "\n)");
    const AstNode *statement = parse_first(r, s, true);
    if (!statement || statement->kind != AST_EXPR) return false;
    const AstNode *n = statement->value.value, *left;
    switch (n->kind) {
    case AST_BIN_OP: left = n->bin_op.left; break;
    case AST_SUBSCRIPT: left = n->subscript.value; break;
    case AST_CALL: left = n->call.func; break;
    default: return false;
    }
    Cursor c = cursor_at(s, left->end_line, left->end_column);
    skip_to_sign(&c);
    set_left(anchors, &c);
    if (n->kind == AST_BIN_OP) {
        anchors->right_line = anchors->left_line;
        anchors->right = anchors->left + operator_length(&c, n->bin_op.right);
    } else {
        anchors->right_line = n->end_line - 2;
        anchors->right = n->end_column;
    }
    return anchors->left_line < x->count && anchors->right_line < x->count;
}

/* ---- calls that need no carets ---- */

/* CPython compares columns of the tree, which are bytes, with code points. */
static bool spans_all(const AstNode *call, const Excerpt *x) {
    const ExcerptLine *first = &x->lines[0], *last = &x->lines[x->count - 1];
    return call->line == 1 && call->end_line == x->count && call->column == x->start &&
           call->end_column == x->end &&
           line_place(first, x->start) - first->text == (ptrdiff_t)x->start &&
           line_place(last, x->end) - last->text == (ptrdiff_t)x->end;
}

/* The call of `return name(...)` or `name = anything(...)`. */
static const AstNode *plain_call(const AstNode *n) {
    if (n->kind == AST_RETURN) {
        const AstNode *value = n->value.value;
        bool named = value && value->kind == AST_CALL && value->call.func->kind == AST_NAME;
        return named ? value : NULL;
    }
    if (n->kind != AST_ASSIGN || n->assign.value->kind != AST_CALL) return NULL;
    const AstList *targets = &n->assign.targets;
    return targets->count == 1 && targets->items[0]->kind == AST_NAME ? n->assign.value : NULL;
}

bool traceback_is_plain_call(Region *r, const Excerpt *x) {
    const AstNode *n = parse_first(r, join(r, x, false, "", "\n"), false);
    const AstNode *call = n ? plain_call(n) : NULL;
    return call && spans_all(call, x);
}
