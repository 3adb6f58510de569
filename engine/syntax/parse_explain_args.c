#include "syntax/parse.h"

typedef struct {
    AstList args, keywords;
} Args;

static const char GENERATOR[] = "Generator expression must be parenthesized";

static bool read_args(Parser *p, int start, Args *args) {
    p->pos = start;
    return parse_arg_list(p, &args->args, &args->keywords) && p->pos > start;
}

static ParseSpan last_clause(const AstList *clauses) {
    return parse_span(clauses->items[clauses->count - 1]);
}

/* f(**a, *b) */
static void iterable_after_mapping(Parser *p, int start) {
    Args args;
    if (!read_args(p, start, &args) || args.keywords.count == 0) return;
    int comma = p->pos;
    if (!parse_accept(p, OP_COMMA) || !parse_at(p, OP_STAR)) return;
    while (parse_at(p, OP_STAR) && parse_star_of(p, parse_expr)) {
        if (!parse_at(p, OP_COMMA) || parse_peek_at(p, 1) != OP_STAR) break;
        p->pos++;
    }
    if (p->failed || p->pos == comma + 1) return;
    parse_fail(p, parse_span_on(p, parse_token_span(&p->tokens[comma])),
               "iterable argument unpacking follows keyword argument unpacking");
}

/* f(x for x in y, 1) */
static void generator_first(Parser *p, int start) {
    p->pos = start;
    AstNode *element = parse_expr(p);
    AstList clauses;
    if (!element || !parse_for_clauses(p, &clauses) || !parse_accept(p, OP_COMMA)) return;
    parse_fail(p, parse_join(parse_span(element), last_clause(&clauses)), "%s", GENERATOR);
}

/* f(a, b=) */
static void missing_value(Parser *p, int start) {
    Args args;
    if (read_args(p, start, &args)) {
        if (!parse_accept(p, OP_COMMA)) return;
    } else {
        p->pos = start;
    }
    int name = p->pos;
    if (!parse_name(p) || !parse_accept(p, OP_ASSIGN)) return;
    if (!parse_at(p, OP_COMMA) && !parse_at(p, OP_RPAREN)) return;
    parse_fail(
        p, parse_join(parse_token_span(&p->tokens[name]), parse_token_span(&p->tokens[name + 1])),
        "expected argument value expression");
}

/* f(a, x for x in y) */
static void generator_last(Parser *p, int start) {
    Args args;
    AstList clauses;
    if (!read_args(p, start, &args)) return;
    if (parse_at_for(p)) {
        if (args.args.count < 2 || !parse_for_clauses(p, &clauses)) return;
        const AstNode *element = args.args.items[args.args.count - 1];
        parse_fail(p, parse_join(parse_span(element), last_clause(&clauses)), "%s", GENERATOR);
        return;
    }
    if (!parse_accept(p, OP_COMMA)) return;
    AstNode *element = parse_expr(p);
    if (!element || !parse_for_clauses(p, &clauses)) return;
    parse_fail(p, parse_join(parse_span(element), last_clause(&clauses)), "%s", GENERATOR);
}

/* f(a=1, b) */
static void positional_after_keyword(Parser *p, int start) {
    Args args, more;
    if (!read_args(p, start, &args) || !parse_accept(p, OP_COMMA)) return;
    if (!read_args(p, p->pos, &more)) return;
    bool unpacks = false;
    for (int i = 0; i < args.keywords.count; i++) {
        if (!args.keywords.items[i]->keyword.arg) unpacks = true;
    }
    parse_fail_last(p, DIAG_SYNTAX, "positional argument follows keyword argument%s",
                    unpacks ? " unpacking" : "");
}

void parse_explain_args(Parser *p, int start) {
    static void (*const RULES[])(Parser *, int) = {iterable_after_mapping, generator_first,
                                                   missing_value, generator_last,
                                                   positional_after_keyword};
    if (!parse_once(p, EXPLAIN_ARGS, start)) return;
    for (size_t i = 0; i < sizeof RULES / sizeof RULES[0] && !p->failed; i++) RULES[i](p, start);
}
