#include "syntax/parse.h"

/* What may still come: CPython's order is positional, then keywords and *iterables, and after the
   first **mapping no *iterable any more. */
typedef enum { ANY_ARG, AFTER_KEYWORD, AFTER_MAPPING } ArgState;

static AstNode *keyword_node(Parser *p, int start, const AstIdent *name, AstNode *value) {
    AstNode *node = value ? parse_node(p, AST_KEYWORD, start) : NULL;
    if (!node) return NULL;
    node->keyword.arg = name;
    node->keyword.value = value;
    return parse_finish(p, node);
}

/* f(*a=1), f(**a=1) */
static void explain_starred(Parser *p, int start, const char *what) {
    ParseMark mark = parse_mark(p);
    AstNode *value = parse_accept(p, OP_ASSIGN) ? parse_expr(p) : NULL;
    if (value && !p->failed) {
        parse_fail(p, parse_join(parse_token_span(&p->tokens[start]), parse_span(value)),
                   "cannot assign to %s argument unpacking", what);
    }
    parse_reset(p, mark);
}

/* '*' expression */
AstNode *parse_starred(Parser *p) {
    AstNode *node = parse_star_of(p, parse_expr);
    if (!node && !p->failed) parse_fail_last(p, DIAG_SYNTAX, "Invalid star expression");
    return node;
}

static AstNode *starred_arg(Parser *p, ArgState state) {
    if (state == AFTER_MAPPING) return NULL;
    int start = p->pos;
    AstNode *node = parse_starred(p);
    if (p->explain) explain_starred(p, start, "iterable");
    return node;
}

static AstNode *mapping_arg(Parser *p, ArgState *state) {
    int start = p->pos++;
    AstNode *node = keyword_node(p, start, NULL, parse_expr(p));
    *state = AFTER_MAPPING;
    if (node && p->explain) explain_starred(p, start, "keyword");
    return node;
}

/* f(a=b for b in c) */
static void explain_keyword(Parser *p, int start) {
    AstList clauses;
    if (!parse_at_for(p) || !parse_for_clauses(p, &clauses)) return;
    parse_fail(
        p, parse_join(parse_token_span(&p->tokens[start]), parse_token_span(&p->tokens[start + 1])),
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

static AstNode *keyword_arg(Parser *p, ArgState *state) {
    int start = p->pos;
    const AstIdent *name = parse_name(p);
    p->pos++;
    AstNode *node = keyword_node(p, start, name, parse_expr(p));
    if (*state == ANY_ARG) *state = AFTER_KEYWORD;
    if (node && p->explain) explain_keyword(p, start);
    return node;
}

/* f(True=1), f(a.b=1) */
static void explain_assignment(Parser *p, int start, const AstNode *target) {
    const Token *first = &p->tokens[start], *equals = parse_token(p);
    if (equals->kind != OP_ASSIGN || p->failed) return;
    if (first->kind == KW_TRUE || first->kind == KW_FALSE || first->kind == KW_NONE) {
        if (p->pos != start + 1) return;
        parse_fail(p, parse_join(parse_token_span(first), parse_token_span(equals)),
                   "cannot assign to %s", token_text((TokenKind)first->kind));
        return;
    }
    parse_fail(p, parse_join(parse_span(target), parse_token_span(equals)),
               "expression cannot contain assignment, perhaps you meant \"==\"?");
}

static AstNode *positional_arg(Parser *p, ArgState state) {
    if (state != ANY_ARG && !p->explain) return NULL;
    int start = p->pos;
    AstNode *node = parse_assignment_or_expr(p);
    if (!node) return NULL;
    if (p->explain && parse_peek_at(p, start + 1 - p->pos) != OP_WALRUS) {
        explain_assignment(p, start, node);
    }
    return state == ANY_ARG && !parse_at(p, OP_ASSIGN) ? node : NULL;
}

static AstNode *argument(Parser *p, ArgState *state) {
    if (parse_at(p, OP_STAR)) return starred_arg(p, *state);
    if (parse_at(p, OP_POWER)) return mapping_arg(p, state);
    if (parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1) == OP_ASSIGN) return keyword_arg(p, state);
    return positional_arg(p, *state);
}

/* Divides what has been pushed into positional arguments and keywords. */
static bool split(Parser *p, ParseMark mark, AstList *args, AstList *keywords) {
    ParseMark top = parse_mark(p);
    for (int i = mark.scratch; i < top.scratch; i++) {
        if (p->scratch[i]->kind == AST_KEYWORD && !parse_push(p, p->scratch[i])) return false;
    }
    if (!parse_list(p, top, keywords)) return false;
    int kept = mark.scratch;
    for (int i = mark.scratch; i < top.scratch; i++) {
        if (p->scratch[i]->kind != AST_KEYWORD) p->scratch[kept++] = p->scratch[i];
    }
    p->scratch_count = kept;
    return parse_list(p, mark, args);
}

bool parse_arg_list(Parser *p, AstList *args, AstList *keywords) {
    ParseMark mark = parse_mark(p), item = mark;
    ArgState state = ANY_ARG;
    do {
        AstNode *node = argument(p, &state);
        if (!node) {
            p->pos = item.pos;
            break;
        }
        if (!parse_push(p, node)) return false;
        item = parse_mark(p);
    } while (parse_accept(p, OP_COMMA));
    return split(p, mark, args, keywords);
}

/* f(x for x in y), f(*x for x in y) */
static bool lone_generator(Parser *p, int open, AstList *args) {
    ParseMark mark = parse_mark(p);
    AstNode *first = args->items[0];
    if (first->kind == AST_STARRED) {
        if (p->explain) parse_explain_comprehension(p, OP_LPAREN, first);
        return false;
    }
    AstNode *node = parse_comprehension(p, AST_GENERATOR_EXP, open, first, NULL, OP_RPAREN);
    if (!node) {
        parse_reset(p, mark);
        return false;
    }
    args->items[0] = node;
    return true;
}

bool parse_call_args(Parser *p, int open, AstList *args, AstList *keywords) {
    if (!parse_arg_list(p, args, keywords)) return false;
    bool alone = open >= 0 && args->count == 1 && keywords->count == 0;
    if (alone && parse_at_for(p)) return lone_generator(p, open, args);
    if (args->count + keywords->count > 0) parse_accept(p, OP_COMMA);
    return parse_accept(p, OP_RPAREN);
}
