#include "syntax/parse.h"

#include <string.h>

/* CPython 3.13 takes any beginning of a soft keyword for one here: "x[c d]" is plainly invalid,
   while "x[a d]" may lack a comma. */
static bool begins_soft_keyword(const AstIdent *name) {
    static const char *const WORDS[] = {"_", "case", "match", "type"};
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (strncmp(WORDS[i], name->text, name->length) == 0) return true;
    }
    return false;
}

static bool is_legacy(const AstIdent *name) {
    return strcmp(name->text, "print") == 0 || strcmp(name->text, "exec") == 0;
}

/* "(a b)": two expressions side by side within brackets. */
static void missing_comma(Parser *p, int start, const AstNode *first) {
    const Token token = p->tokens[start];
    if (token.kind == TOKEN_NAME) {
        bool prefix = p->pos == start + 1 ? parse_at(p, TOKEN_STRING)
                                          : p->tokens[start + 1].kind == TOKEN_STRING;
        if (prefix || begins_soft_keyword(token.name)) return;
    }
    p->explain = false;
    const AstNode *second = parse_expr(p);
    p->explain = true;
    if (!second || p->failed) return;
    if (first->kind == AST_NAME && is_legacy(first->name.id)) return;
    if (p->tokens[p->pos - 1].open == 0) return;
    parse_fail(p, parse_join(parse_span(first), parse_span(second)),
               "invalid syntax. Perhaps you forgot a comma?");
}

/* "print a". What follows any other name is read, too: it may report something itself. */
static void legacy_statement(Parser *p, int start) {
    const Token token = p->tokens[start];
    if (token.kind != TOKEN_NAME || p->depth > PARSE_MAX_DEPTH / 2) return;
    p->pos = start + 1;
    if (parse_at(p, OP_LPAREN)) return;
    AstNode *rest = parse_star_expressions(p);
    if (!rest || p->failed || !is_legacy(token.name)) return;
    parse_fail(p, parse_join(parse_token_span(&token), parse_span(rest)),
               "Missing parentheses in call to '%s'. Did you mean %s(...)?", token.name->text,
               token.name->text);
}

/* `body if test`, the body ending here. */
static void missing_else(Parser *p, const AstNode *body) {
    ParseMark mark = parse_mark(p);
    p->pos++;
    const AstNode *test = parse_or(p);
    if (test && !parse_at(p, KW_ELSE) && !parse_at(p, OP_COLON) && !p->failed) {
        parse_fail(p, parse_join(parse_span(body), parse_span(test)),
                   "expected 'else' after 'if' expression");
        return;
    }
    parse_reset(p, mark);
}

bool parse_explain_expr(Parser *p, int start, AstNode *expr) {
    ParseMark mark = parse_mark(p);
    if (!parse_once(p, EXPLAIN_EXPR, start)) return !p->failed;
    missing_comma(p, start, expr);
    if (!p->failed) parse_reset(p, mark);
    if (!p->failed && parse_at(p, KW_IF)) missing_else(p, expr);
    if (!p->failed) legacy_statement(p, start);
    parse_reset(p, mark);
    return !p->failed;
}

/* "[a] = b" and the like are for other rules, but not "[x for x in y] = b". */
static bool starts_with_display(Parser *p, int start) {
    ParseMark mark = parse_mark(p);
    TokenKind kind = (TokenKind)p->tokens[start].kind;
    if (kind == KW_TRUE || kind == KW_FALSE || kind == KW_NONE) return true;
    if (kind != OP_LPAREN && kind != OP_LBRACKET) return false;
    p->pos = start;
    AstNode *atom = parse_atom(p);
    bool displays =
        atom && p->tokens[p->pos - 1].kind == (kind == OP_LPAREN ? OP_RPAREN : OP_RBRACKET);
    displays =
        displays && atom->column == p->tokens[start].column &&
        atom->line == p->tokens[start].line &&
        (atom->kind == AST_LIST || atom->kind == AST_TUPLE || atom->kind == AST_GENERATOR_EXP);
    parse_reset(p, mark);
    return displays;
}

/* Whether the tokens from `start` to the current one are an operand, nothing looser. */
static bool is_bitor(Parser *p, int start) {
    ParseMark mark = parse_mark(p);
    p->pos = start;
    p->explain = false;
    bool same = parse_bitor(p) && p->pos == mark.pos;
    p->explain = true;
    parse_reset(p, mark);
    return same;
}

/* After `expr`, which starts at `start`, comes '='. */
static void assignment_in_expr(Parser *p, int start, const AstNode *expr) {
    bool is_name = p->pos == start + 1 && p->tokens[start].kind == TOKEN_NAME;
    if (!is_name && (starts_with_display(p, start) || !is_bitor(p, start))) return;
    p->pos++;
    const AstNode *value = parse_bitor(p);
    if (!value || parse_at(p, OP_ASSIGN) || parse_at(p, OP_WALRUS) || p->failed) return;
    if (is_name) {
        parse_fail(p, parse_join(parse_span(expr), parse_span(value)),
                   "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        return;
    }
    parse_fail(p, parse_span(expr),
               "cannot assign to %s here. Maybe you meant '==' instead of '='?",
               parse_expr_name(expr));
}

bool parse_explain_named(Parser *p, int start, AstNode *expr) {
    ParseMark mark = parse_mark(p);
    bool walrus = parse_at(p, OP_WALRUS);
    if (!walrus && !parse_at(p, OP_ASSIGN)) return true;
    if (!parse_once(p, EXPLAIN_NAMED, start)) return !p->failed;
    if (walrus) {
        p->pos++;
        if (parse_expr(p) && !p->failed) {
            parse_fail(p, parse_span(expr), "cannot use assignment expressions with %s",
                       parse_expr_name(expr));
        }
    } else {
        assignment_in_expr(p, start, expr);
    }
    parse_reset(p, mark);
    return !p->failed;
}

/* After the first element of a display: `for` where there is no comprehension. */
void parse_explain_comprehension(Parser *p, TokenKind open, const AstNode *first) {
    AstList clauses;
    if (!parse_once(p, EXPLAIN_COMPREHENSION, p->pos)) return;
    if (first->kind == AST_STARRED && parse_for_clauses(p, &clauses)) {
        parse_fail(p, parse_span(first), "iterable unpacking cannot be used in comprehension");
        return;
    }
    ParseSpan last = parse_token_span(parse_token(p));
    if (open == OP_LPAREN || !parse_accept(p, OP_COMMA)) return;
    do {
        AstNode *next = parse_star_named(p);
        if (!next) break;
        last = parse_span(next);
    } while (parse_accept(p, OP_COMMA));
    if (!parse_at_for(p) || !parse_for_clauses(p, &clauses)) return;
    parse_fail(p, parse_join(parse_span(first), last),
               "did you forget parentheses around the comprehension target?");
}

/* "a, b: int": the first element is what CPython marks. */
static void explain_annotation(Parser *p, const AstNode *target, bool in_parens) {
    p->pos++;
    AstKind kind = (AstKind)target->kind;
    bool open_tuple = kind == AST_TUPLE && !in_parens;
    if (kind == AST_LIST || (kind == AST_TUPLE && in_parens)) {
        parse_fail(p, parse_span(target), "only single target (not %s) can be annotated",
                   parse_expr_name(target));
        return;
    }
    if (kind == AST_STARRED || !parse_expr(p) || p->failed) return;
    if (open_tuple) {
        parse_fail(p, parse_span(target->sequence.elts.items[0]),
                   "only single target (not tuple) can be annotated");
        return;
    }
    parse_fail(p, parse_span(target), "illegal target for annotation");
}

/* The elements before the first '=' are read as those of a display would be: "f() = 1". */
static void explain_elements(Parser *p, int start) {
    p->pos = start;
    if (!parse_star_named(p) || !parse_accept(p, OP_COMMA)) return;
    /* CPython does not even ask for commas between the others. */
    while (parse_star_named(p)) parse_accept(p, OP_COMMA);
}

/* Each target of "a = b = c" in turn. */
static void explain_targets(Parser *p, int start) {
    p->pos = start;
    for (;;) {
        bool yields = parse_at(p, KW_YIELD);
        AstNode *target = yields ? parse_yield(p) : parse_star_expressions(p);
        if (!target || !parse_accept(p, OP_ASSIGN) || p->failed) return;
        if (yields) {
            parse_fail(p, parse_span(target), "assignment to yield expression not possible");
        } else {
            parse_fail_target(p, target, AST_STORE, false);
        }
        if (p->failed) return;
    }
}

static bool at_augmented(Parser *p) {
    TokenKind kind = parse_peek(p);
    return (kind >= OP_ADD_ASSIGN && kind <= OP_AT_ASSIGN) ||
           (kind >= OP_POWER_ASSIGN && kind <= OP_RSHIFT_ASSIGN);
}

static void explain_augmented(Parser *p, int start) {
    p->pos = start;
    AstNode *target = parse_star_expressions(p);
    if (!target || !at_augmented(p)) return;
    p->pos++;
    if (!parse_yield_or_star(p) || p->failed) return;
    parse_fail(p, parse_span(target), "'%s' is an illegal expression for augmented assignment",
               parse_expr_name(target));
}

void parse_explain_assignment(Parser *p, int start) {
    ParseMark mark = parse_mark(p);
    p->pos = start;
    AstNode *target = parse_at(p, KW_YIELD) ? NULL : parse_star_expressions(p);
    if (target && parse_at(p, OP_COLON)) {
        explain_annotation(p, target, p->tokens[start].kind == OP_LPAREN);
    } else {
        explain_elements(p, start);
    }
    if (!p->failed) explain_targets(p, start);
    if (target && !p->failed) explain_augmented(p, start);
    parse_reset(p, mark);
}
