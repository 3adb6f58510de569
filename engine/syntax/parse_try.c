#include "syntax/parse.h"

/* "except a, b:" */
static void explain_several_types(Parser *p, const AstNode *type) {
    ParseMark mark = parse_mark(p);
    bool fits = false;
    while (parse_accept(p, OP_COMMA)) {
        fits = parse_expr(p) != NULL;
        if (!fits) break;
    }
    if (fits && parse_accept(p, KW_AS)) fits = parse_name(p) != NULL;
    if (fits && parse_at(p, OP_COLON) && !p->failed) {
        parse_fail(p, parse_span_on(p, parse_span(type)),
                   "multiple exception types must be parenthesized");
    }
    parse_reset(p, mark);
}

/* [type ['as' NAME]] ':' */
static bool handler_header(Parser *p, AstNode *node, bool star) {
    AstExceptHandler *handler = &node->except_handler;
    bool ends = parse_at(p, TOKEN_NEWLINE) || parse_at(p, OP_COLON);
    if (star && ends) {
        if (p->explain && !p->failed) {
            parse_fail_last(p, DIAG_SYNTAX, "expected one or more exception types");
        }
        return false;
    }
    if (ends) return parse_colon(p);
    handler->type = parse_expr(p);
    if (!handler->type) return false;
    if (p->explain && parse_at(p, OP_COMMA)) explain_several_types(p, handler->type);
    ParseMark mark = parse_mark(p);
    if (parse_accept(p, KW_AS)) {
        handler->name = parse_name(p);
        if (!handler->name) parse_reset(p, mark);
    }
    return parse_colon(p);
}

static AstNode *handler(Parser *p, bool star) {
    ParseMark mark = parse_mark(p);
    uint32_t line = parse_token(p)->line;
    AstNode *node = parse_node(p, AST_EXCEPT_HANDLER, p->pos);
    if (!node) return NULL;
    p->pos += star ? 2 : 1;
    bool ok = handler_header(p, node, star) &&
              parse_block(p, star ? "'except*' statement" : "'except' statement", line,
                          &node->except_handler.body);
    return ok ? parse_finish(p, node) : parse_reset(p, mark);
}

static bool at_star_handler(Parser *p) {
    return parse_at(p, KW_EXCEPT) && parse_peek_at(p, 1) == OP_STAR;
}

/* A handler of the other sort after at least one: its header must fit. */
static void explain_mixed(Parser *p, bool star) {
    ParseMark mark = parse_mark(p);
    if (!parse_at(p, KW_EXCEPT) || at_star_handler(p) == star) return;
    ParseSpan span = parse_token_span(parse_token(p));
    if (!star) span = parse_join(span, parse_token_span(&p->tokens[p->pos + 1]));
    AstNode *node = parse_node(p, AST_EXCEPT_HANDLER, p->pos);
    p->pos += star ? 1 : 2;
    if (node && handler_header(p, node, !star) && !p->failed) {
        parse_fail(p, span, "cannot have both 'except' and 'except*' on the same 'try'");
    }
    parse_reset(p, mark);
}

static bool handlers(Parser *p, bool star, AstList *list) {
    ParseMark mark = parse_mark(p);
    while (parse_at(p, KW_EXCEPT) && at_star_handler(p) == star) {
        AstNode *node = handler(p, star);
        if (!node) break;
        if (!parse_push(p, node)) return false;
    }
    if (p->explain && p->scratch_count > mark.scratch) explain_mixed(p, star);
    return p->scratch_count > mark.scratch && parse_list(p, mark, list);
}

static bool finally_block(Parser *p, AstList *body) {
    if (!parse_at(p, KW_FINALLY)) return false;
    uint32_t line = parse_token(p)->line;
    p->pos++;
    return parse_force(p, OP_COLON) && parse_block(p, "'finally' statement", line, body);
}

/* Handlers with else and finally, or finally alone. */
static bool try_rest(Parser *p, AstNode *node) {
    bool star = at_star_handler(p);
    if (star) node->kind = AST_TRY_STAR;
    if (!parse_at(p, KW_EXCEPT)) return finally_block(p, &node->try_.finalbody);
    if (!handlers(p, star, &node->try_.handlers)) return false;
    if (!parse_else(p, &node->try_.orelse)) return false;
    ParseMark mark = parse_mark(p);
    if (!finally_block(p, &node->try_.finalbody)) parse_reset(p, mark);
    return !p->failed;
}

AstNode *parse_try(Parser *p) {
    ParseMark mark = parse_mark(p);
    uint32_t line = parse_token(p)->line;
    AstNode *node = parse_node(p, AST_TRY, p->pos++);
    if (!node || !parse_force(p, OP_COLON)) return parse_reset(p, mark);
    if (!parse_block(p, "'try' statement", line, &node->try_.body)) return parse_reset(p, mark);
    if (!parse_at(p, KW_EXCEPT) && !parse_at(p, KW_FINALLY)) {
        if (p->explain && !p->failed) {
            parse_fail_last(p, DIAG_SYNTAX, "expected 'except' or 'finally' block");
        }
        return parse_reset(p, mark);
    }
    return try_rest(p, node) ? parse_finish(p, node) : parse_reset(p, mark);
}
