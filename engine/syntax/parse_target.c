#include "syntax/parse.h"

static bool is_target(const AstNode *node, AstContext ctx);

static bool all_targets(const AstList *list, AstContext ctx) {
    for (int i = 0; i < list->count; i++) {
        if (!is_target(list->items[i], ctx)) return false;
    }
    return true;
}

static bool is_target(const AstNode *node, AstContext ctx) {
    switch (node->kind) {
    case AST_NAME:
    case AST_ATTRIBUTE:
    case AST_SUBSCRIPT: return true;
    case AST_LIST:
    case AST_TUPLE: return all_targets(&node->sequence.elts, ctx);
    case AST_STARRED:
        return ctx == AST_STORE && node->starred.value->kind != AST_STARRED &&
               is_target(node->starred.value, ctx);
    default: return false;
    }
}

static void set_context(AstNode *node, AstContext ctx) {
    switch (node->kind) {
    case AST_NAME: node->name.ctx = ctx; break;
    case AST_ATTRIBUTE: node->attribute.ctx = ctx; break;
    case AST_SUBSCRIPT: node->subscript.ctx = ctx; break;
    case AST_STARRED:
        node->starred.ctx = ctx;
        set_context(node->starred.value, ctx);
        break;
    case AST_LIST:
    case AST_TUPLE:
        node->sequence.ctx = ctx;
        for (int i = 0; i < node->sequence.elts.count; i++) {
            set_context(node->sequence.elts.items[i], ctx);
        }
        break;
    default: break;
    }
}

bool parse_set_target(AstNode *node, AstContext ctx) {
    if (!is_target(node, ctx)) return false;
    set_context(node, ctx);
    return true;
}

AstNode *parse_star_target(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_at(p, OP_STAR) ? parse_star_of(p, parse_primary) : parse_primary(p);
    if (!node || !parse_set_target(node, AST_STORE)) return parse_reset(p, mark);
    return node;
}

AstNode *parse_star_targets(Parser *p) {
    int start = p->pos;
    AstNode *first = parse_star_target(p);
    if (!first || !parse_at(p, OP_COMMA)) return first;
    AstNode *node = parse_tuple_rest(p, start, first, parse_star_target);
    if (node) node->sequence.ctx = AST_STORE;
    return node;
}

static const AstNode *invalid_target(const AstNode *node, AstContext ctx, bool for_loop);

static const AstNode *invalid_item(const AstList *list, AstContext ctx, bool for_loop) {
    for (int i = 0; i < list->count; i++) {
        const AstNode *bad = invalid_target(list->items[i], ctx, for_loop);
        if (bad) return bad;
    }
    return NULL;
}

static const AstNode *invalid_target(const AstNode *node, AstContext ctx, bool for_loop) {
    switch (node->kind) {
    case AST_NAME:
    case AST_ATTRIBUTE:
    case AST_SUBSCRIPT: return NULL;
    case AST_LIST:
    case AST_TUPLE: return invalid_item(&node->sequence.elts, ctx, for_loop);
    case AST_STARRED:
        if (ctx == AST_DEL) return node;
        return invalid_target(node->starred.value, ctx, for_loop);
    case AST_COMPARE:
        if (!for_loop) return node;
        if (node->compare.ops[0] != AST_IN) return NULL;
        return invalid_target(node->compare.left, ctx, for_loop);
    default: return node;
    }
}

static const char *constant_name(AstConstantKind kind) {
    switch (kind) {
    case AST_CONST_NONE: return "None";
    case AST_CONST_TRUE: return "True";
    case AST_CONST_FALSE: return "False";
    case AST_CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

const char *parse_expr_name(const AstNode *node) {
    switch (node->kind) {
    case AST_ATTRIBUTE: return "attribute";
    case AST_SUBSCRIPT: return "subscript";
    case AST_STARRED: return "starred";
    case AST_NAME: return "name";
    case AST_LIST: return "list";
    case AST_TUPLE: return "tuple";
    case AST_LAMBDA: return "lambda";
    case AST_CALL: return "function call";
    case AST_GENERATOR_EXP: return "generator expression";
    case AST_YIELD:
    case AST_YIELD_FROM: return "yield expression";
    case AST_AWAIT: return "await expression";
    case AST_LIST_COMP: return "list comprehension";
    case AST_SET_COMP: return "set comprehension";
    case AST_DICT_COMP: return "dict comprehension";
    case AST_DICT: return "dict literal";
    case AST_SET: return "set display";
    case AST_JOINED_STR:
    case AST_FORMATTED_VALUE: return "f-string expression";
    case AST_CONSTANT: return constant_name(node->constant.kind);
    case AST_COMPARE: return "comparison";
    case AST_IF_EXP: return "conditional expression";
    case AST_NAMED_EXPR: return "named expression";
    default: return "expression";
    }
}

void *parse_fail_target(Parser *p, const AstNode *node, AstContext ctx, bool for_loop) {
    const AstNode *bad = invalid_target(node, ctx, for_loop);
    if (!bad) return NULL;
    return parse_fail(p, parse_span(bad), "cannot %s %s", ctx == AST_DEL ? "delete" : "assign to",
                      parse_expr_name(bad));
}
