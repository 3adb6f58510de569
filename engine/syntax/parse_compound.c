#include "syntax/parse.h"

bool parse_colon(Parser *p) {
    if (parse_accept(p, OP_COLON)) return true;
    if (p->explain && parse_at(p, TOKEN_NEWLINE) && !p->failed) {
        parse_fail_last(p, DIAG_SYNTAX, "expected ':'");
    }
    return false;
}

static bool indented_block(Parser *p) {
    if (!parse_enter(p)) return false;
    bool ok = parse_statements(p);
    parse_leave(p);
    return ok && parse_accept(p, TOKEN_DEDENT);
}

bool parse_block(Parser *p, const char *owner, uint32_t line, AstList *body) {
    ParseMark mark = parse_mark(p);
    bool ok;
    if (parse_accept(p, TOKEN_NEWLINE)) {
        ok = parse_accept(p, TOKEN_INDENT);
        if (!ok && p->explain && !p->failed) {
            parse_fail_last(p, DIAG_INDENTATION, "expected an indented block after %s on line %u",
                            owner, (unsigned)line);
        }
        ok = ok && indented_block(p);
    } else {
        ok = parse_simple_statements(p);
    }
    if (ok) return parse_list(p, mark, body);
    parse_reset(p, mark);
    return false;
}

/* ['else' ':' block]; false where it is begun wrongly. */
bool parse_else(Parser *p, AstList *body) {
    if (!parse_at(p, KW_ELSE)) return true;
    uint32_t line = parse_token(p)->line;
    ParseMark mark = parse_mark(p);
    p->pos++;
    if (!parse_force(p, OP_COLON)) return false;
    if (parse_block(p, "'else' statement", line, body)) return true;
    parse_reset(p, mark);
    return !p->failed;
}

/* One branch of an if statement without its else. */
static AstNode *branch(Parser *p, const char *owner) {
    ParseMark mark = parse_mark(p);
    uint32_t line = parse_token(p)->line;
    AstNode *node = parse_node(p, AST_IF, p->pos++);
    if (!node) return NULL;
    node->test.test = parse_named(p);
    bool ok = node->test.test && parse_colon(p) && parse_block(p, owner, line, &node->test.body);
    return ok ? node : parse_reset(p, mark);
}

/* Every elif is an if statement alone in the orelse of the one before. All end where the last
   one does. */
static AstNode *if_statement(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *first = branch(p, "'if' statement"), *last = first;
    if (!first || !parse_push(p, first)) return NULL;
    while (parse_at(p, KW_ELIF)) {
        AstNode *next = branch(p, "'elif' statement");
        if (!next) break;
        if (!parse_push(p, next)) return NULL;
        last = next;
    }
    if (!parse_else(p, &last->test.orelse)) return parse_reset(p, mark);
    for (int i = p->scratch_count - 1; i > mark.scratch; i--) {
        ParseMark item = {p->pos, i};
        AstNode *outer = p->scratch[i - 1];
        if (!parse_finish(p, p->scratch[i])) return NULL;
        if (!parse_list(p, item, &outer->test.orelse)) return NULL;
    }
    p->scratch_count = mark.scratch;
    return parse_finish(p, first);
}

static AstNode *while_statement(Parser *p) {
    ParseMark mark = parse_mark(p);
    uint32_t line = parse_token(p)->line;
    AstNode *node = parse_node(p, AST_WHILE, p->pos++);
    if (!node) return NULL;
    node->test.test = parse_named(p);
    bool ok = node->test.test && parse_colon(p) &&
              parse_block(p, "'while' statement", line, &node->test.body) &&
              parse_else(p, &node->test.orelse);
    return ok ? parse_finish(p, node) : parse_reset(p, mark);
}

/* "for f() in x": `start` is the token after `for`. */
static void explain_for(Parser *p, int start) {
    if (p->failed) return;
    p->pos = start;
    AstNode *targets = parse_star_expressions(p);
    if (targets && !p->failed) parse_fail_target(p, targets, AST_STORE, true);
}

static AstNode *for_statement(Parser *p, bool is_async) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, is_async ? AST_ASYNC_FOR : AST_FOR, p->pos);
    if (!node) return NULL;
    p->pos += is_async ? 2 : 1;
    int start = p->pos;
    uint32_t line = p->tokens[start - 1].line;
    node->for_.target = parse_star_targets(p);
    if (!node->for_.target || !parse_accept(p, KW_IN)) {
        if (p->explain) explain_for(p, start);
        return parse_reset(p, mark);
    }
    node->for_.iter = parse_star_expressions(p);
    bool ok = node->for_.iter && parse_colon(p) &&
              parse_block(p, "'for' statement", line, &node->for_.body) &&
              parse_else(p, &node->for_.orelse);
    return ok ? parse_finish(p, node) : parse_reset(p, mark);
}

/* What may follow the target of `as`; while explaining, also the end of a line without ':'. */
static bool with_target_ends(Parser *p) {
    return parse_at(p, OP_COMMA) || parse_at(p, OP_RPAREN) || parse_at(p, OP_COLON) ||
           (p->explain && parse_at(p, TOKEN_NEWLINE));
}

/* "with a as f():" */
static void explain_with_target(Parser *p) {
    if (p->failed) return;
    AstNode *target = parse_expr(p);
    if (target && with_target_ends(p) && !p->failed) parse_fail_target(p, target, AST_STORE, false);
}

/* expression ['as' target] */
static AstNode *with_item(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_WITH_ITEM, p->pos);
    AstNode *context = node ? parse_expr(p) : NULL;
    if (!context) return parse_reset(p, mark);
    node->with_item.context_expr = context;
    ParseMark before = parse_mark(p);
    if (parse_accept(p, KW_AS)) {
        AstNode *target = parse_star_target(p);
        if (target && with_target_ends(p)) {
            node->with_item.optional_vars = target;
        } else {
            p->pos = before.pos + 1;
            if (p->explain) explain_with_target(p);
            parse_reset(p, before);
        }
    }
    return parse_finish(p, node);
}

static bool with_items(Parser *p, AstList *items, bool in_parens) {
    ParseMark mark = parse_mark(p);
    do {
        if (in_parens && p->scratch_count > mark.scratch && parse_at(p, OP_RPAREN)) break;
        AstNode *item = with_item(p);
        if (!item || !parse_push(p, item)) {
            parse_reset(p, mark);
            return false;
        }
    } while (parse_accept(p, OP_COMMA));
    return parse_list(p, mark, items);
}

/* '(' items ')' ':' where that is what the parentheses are for; else the position is reset. */
static bool parenthesized_items(Parser *p, AstList *items) {
    ParseMark mark = parse_mark(p);
    if (!parse_accept(p, OP_LPAREN)) return false;
    bool ok = with_items(p, items, true) && parse_accept(p, OP_RPAREN) && parse_colon(p);
    if (!ok) parse_reset(p, mark);
    return ok;
}

static AstNode *with_statement(Parser *p, bool is_async) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, is_async ? AST_ASYNC_WITH : AST_WITH, p->pos);
    if (!node) return NULL;
    p->pos += is_async ? 2 : 1;
    uint32_t line = p->tokens[p->pos - 1].line;
    AstList *items = &node->with.items;
    bool ok = parenthesized_items(p, items);
    ok = ok || (!p->failed && with_items(p, items, false) && parse_colon(p));
    ok = ok && parse_block(p, "'with' statement", line, &node->with.body);
    return ok ? parse_finish(p, node) : parse_reset(p, mark);
}

static AstNode *async_statement(Parser *p) {
    switch (parse_peek_at(p, 1)) {
    case KW_DEF: return parse_definition(p);
    case KW_FOR: return for_statement(p, true);
    case KW_WITH: return with_statement(p, true);
    default: return NULL;
    }
}

AstNode *parse_compound(Parser *p) {
    switch (parse_peek(p)) {
    case KW_IF: return if_statement(p);
    case KW_WHILE: return while_statement(p);
    case KW_FOR: return for_statement(p, false);
    case KW_WITH: return with_statement(p, false);
    case KW_TRY: return parse_try(p);
    case KW_ASYNC: return async_statement(p);
    case KW_DEF:
    case KW_CLASS:
    case OP_AT: return parse_definition(p);
    case TOKEN_NAME: return parse_at_word(p, "match") ? parse_match(p) : NULL;
    default: return NULL;
    }
}
