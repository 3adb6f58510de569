#include "syntax/parse.h"

/* The subject of a match statement: expression, or items of a tuple. */
static AstNode *subject(Parser *p) {
    int start = p->pos;
    AstNode *first = parse_star_named(p);
    if (!first) return NULL;
    if (parse_at(p, OP_COMMA)) return parse_tuple_rest(p, start, first, parse_star_named);
    return first->kind == AST_STARRED ? NULL : first;
}

/* "case" patterns ['if' condition] ':' block */
static AstNode *match_case(Parser *p) {
    ParseMark mark = parse_mark(p);
    if (!parse_at_word(p, "case")) return NULL;
    uint32_t line = parse_token(p)->line;
    AstNode *node = parse_node(p, AST_MATCH_CASE, p->pos++);
    if (!node) return NULL;
    AstMatchCase *c = &node->match_case;
    c->pattern = parse_patterns(p);
    if (!c->pattern) return parse_reset(p, mark);
    ParseMark before = parse_mark(p);
    if (parse_accept(p, KW_IF)) {
        c->guard = parse_named(p);
        if (!c->guard) parse_reset(p, before);
    }
    bool ok = parse_colon(p) && parse_block(p, "'case' statement", line, &c->body);
    return ok ? parse_finish(p, node) : parse_reset(p, mark);
}

/* NEWLINE INDENT cases DEDENT */
static bool cases(Parser *p, uint32_t line, AstList *list) {
    ParseMark mark = parse_mark(p);
    if (!parse_accept(p, TOKEN_NEWLINE)) return false;
    if (!parse_accept(p, TOKEN_INDENT)) {
        if (p->explain && !p->failed) {
            parse_fail_last(p, DIAG_INDENTATION,
                            "expected an indented block after 'match' statement on line %u",
                            (unsigned)line);
        }
        return false;
    }
    for (;;) {
        AstNode *node = match_case(p);
        if (!node) break;
        if (!parse_push(p, node)) return false;
    }
    if (p->scratch_count == mark.scratch || !parse_accept(p, TOKEN_DEDENT)) return false;
    return parse_list(p, mark, list);
}

static bool may_start_subject(TokenKind kind) {
    switch (kind) {
    case TOKEN_NEWLINE:
    case TOKEN_END:
    case OP_ASSIGN:
    case OP_DOT:
    case OP_COMMA:
    case OP_COLON:
    case OP_RPAREN: return false;
    default: return true;
    }
}

/* NULL where the word is a name like any other. */
AstNode *parse_match(Parser *p) {
    ParseMark mark = parse_mark(p);
    uint32_t line = parse_token(p)->line;
    if (!may_start_subject(parse_peek_at(p, 1)) || !parse_enter(p)) return NULL;
    AstNode *node = parse_node(p, AST_MATCH, p->pos++);
    AstNode *value = node ? subject(p) : NULL;
    bool ok = value && parse_colon(p) && cases(p, line, &node->match.cases);
    parse_leave(p);
    if (!ok) return parse_reset(p, mark);
    node->match.subject = value;
    return parse_finish(p, node);
}
