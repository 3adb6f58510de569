#include "syntax/parse.h"

bool parse_at_for(Parser *p) {
    return parse_at(p, KW_FOR) || (parse_at(p, KW_ASYNC) && parse_peek_at(p, 1) == KW_FOR);
}

static bool for_conditions(Parser *p, AstList *ifs) {
    ParseMark mark = parse_mark(p);
    while (parse_at(p, KW_IF)) {
        ParseMark item = parse_mark(p);
        p->pos++;
        AstNode *test = parse_or(p);
        if (!test) {
            parse_reset(p, item);
            break;
        }
        if (!parse_push(p, test)) return false;
    }
    return parse_list(p, mark, ifs);
}

/* "[x for x y]": the targets are there but no `in`. */
static void explain_missing_in(Parser *p) {
    AstNode *item = parse_bitor(p);
    if (!item || p->failed) return;
    while (parse_accept(p, OP_COMMA) && parse_bitor(p)) {}
    if (!parse_at(p, KW_IN) && !p->failed) {
        parse_fail_last(p, DIAG_SYNTAX, "'in' expected after for-loop variables");
    }
}

/* Why `for` ... did not fit; `start` is the token after `for`. */
static void explain_for(Parser *p, int start) {
    if (!parse_once(p, EXPLAIN_FOR, start)) return;
    p->pos = start;
    explain_missing_in(p);
    if (p->failed) return;
    p->pos = start;
    AstNode *targets = parse_star_expressions(p);
    if (targets && !p->failed) parse_fail_target(p, targets, AST_STORE, true);
}

/* [async] for targets in iterable (if condition)* */
static AstNode *for_clause(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_COMPREHENSION, p->pos);
    if (!node) return NULL;
    node->comprehension.is_async = parse_accept(p, KW_ASYNC);
    p->pos++;
    int start = p->pos;
    node->comprehension.target = parse_star_targets(p);
    if (!node->comprehension.target || !parse_accept(p, KW_IN)) {
        if (p->explain && !p->failed) explain_for(p, start);
        return parse_reset(p, mark);
    }
    node->comprehension.iter = parse_or(p);
    if (!node->comprehension.iter) return parse_reset(p, mark);
    if (!for_conditions(p, &node->comprehension.ifs)) return NULL;
    return parse_finish(p, node);
}

bool parse_for_clauses(Parser *p, AstList *clauses) {
    ParseMark mark = parse_mark(p);
    while (parse_at_for(p)) {
        AstNode *clause = for_clause(p);
        if (!clause) break;
        if (!parse_push(p, clause)) return false;
    }
    return p->scratch_count > mark.scratch && parse_list(p, mark, clauses);
}

AstNode *parse_comprehension(Parser *p, AstKind kind, int start, AstNode *element, AstNode *value,
                             TokenKind close) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, kind, start);
    if (!node) return NULL;
    node->comp.element = element;
    node->comp.value = value;
    bool ok = parse_for_clauses(p, &node->comp.generators) && parse_accept(p, close);
    return ok ? parse_finish(p, node) : parse_reset(p, mark);
}

/* A list, set or tuple whose first item has been read, up to and with the closing bracket. */
static AstNode *sequence(Parser *p, AstKind kind, int start, AstNode *first, TokenKind close) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, kind, start);
    if (!node || (first && !parse_push(p, first))) return NULL;
    while (first && parse_accept(p, OP_COMMA)) {
        AstNode *next = parse_star_named(p);
        if (!next) break;
        if (!parse_push(p, next)) return NULL;
    }
    if (!parse_accept(p, close)) return parse_reset(p, mark);
    if (!parse_list(p, mark, &node->sequence.elts)) return NULL;
    return parse_finish(p, node);
}

/* "[*]": at what should be the first element. */
static void explain_star(Parser *p) {
    if (p->explain && parse_at(p, OP_STAR)) parse_starred(p);
}

/* "(*a)" and "(**a)". */
static void explain_group(Parser *p, int start, const AstNode *first) {
    if (p->failed) return;
    if (!parse_once(p, EXPLAIN_GROUP, start)) return;
    p->pos = start + 1;
    if (parse_at(p, OP_STAR)) first = parse_starred(p);
    if (first && first->kind == AST_STARRED && parse_at(p, OP_RPAREN) && !p->failed) {
        parse_fail(p, parse_span(first), "cannot use starred expression here");
    }
    if (first || p->failed) return;
    ParseSpan stars = parse_token_span(parse_token(p));
    if (parse_accept(p, OP_POWER) && parse_expr(p) && parse_at(p, OP_RPAREN)) {
        parse_fail(p, stars, "cannot use double starred expression here");
    }
}

static AstNode *group_rest(Parser *p, int start, AstNode *first) {
    bool starred = first->kind == AST_STARRED;
    if (!starred && parse_accept(p, OP_RPAREN)) return first;
    if (p->tokens[start + 1].kind == KW_YIELD) return NULL;
    if (parse_at(p, OP_COMMA)) return sequence(p, AST_TUPLE, start, first, OP_RPAREN);
    if (starred || !parse_at_for(p)) return NULL;
    return parse_comprehension(p, AST_GENERATOR_EXP, start, first, NULL, OP_RPAREN);
}

/* A tuple, an expression in parentheses (its own node keeps its own place) or a generator. */
AstNode *parse_group(Parser *p) {
    ParseMark mark = parse_mark(p);
    int start = p->pos++;
    if (parse_at(p, OP_RPAREN)) return sequence(p, AST_TUPLE, start, NULL, OP_RPAREN);
    AstNode *first = parse_at(p, KW_YIELD) ? parse_yield(p) : parse_star_named(p);
    int after = p->pos;
    AstNode *node = first ? group_rest(p, start, first) : NULL;
    if (node) return node;
    if (p->explain) {
        p->pos = after;
        explain_group(p, start, first);
        if (first) parse_explain_comprehension(p, OP_LPAREN, first);
    }
    return parse_reset(p, mark);
}

AstNode *parse_bracket(Parser *p) {
    ParseMark mark = parse_mark(p);
    int start = p->pos++;
    if (parse_at(p, OP_RBRACKET)) return sequence(p, AST_LIST, start, NULL, OP_RBRACKET);
    AstNode *first = parse_star_named(p);
    if (!first) explain_star(p);
    if (!first) return parse_reset(p, mark);
    int after = p->pos;
    bool is_comp = first->kind != AST_STARRED && parse_at_for(p);
    AstNode *node = is_comp ? parse_comprehension(p, AST_LIST_COMP, start, first, NULL, OP_RBRACKET)
                            : sequence(p, AST_LIST, start, first, OP_RBRACKET);
    if (node) return node;
    p->pos = after;
    if (p->explain) parse_explain_comprehension(p, OP_LBRACKET, first);
    return parse_reset(p, mark);
}

/* After a key: what is wrong with the rest of a pair. CPython says so in the first reading. */
static void explain_pair(Parser *p, const AstNode *key, bool is_first) {
    if (p->failed) return;
    const Token colon = *parse_token(p);
    if (colon.kind != OP_COLON) {
        ParseSpan end = {key->end_line, key->end_column ? key->end_column - 1 : 0, key->end_line,
                         0};
        if (!is_first) parse_fail(p, end, "':' expected after dictionary key");
        return;
    }
    p->pos++;
    const Token value = *parse_token(p);
    if (value.kind == OP_STAR && parse_star_of(p, parse_bitor) && !p->failed) {
        parse_fail(p, parse_span_on(p, parse_token_span(&value)),
                   "cannot use a starred expression in a dictionary value");
    }
    if (value.kind == OP_RBRACE || value.kind == OP_COMMA) {
        parse_fail(p, parse_token_span(&colon), "expression expected after dictionary key and ':'");
    }
}

/* The rest of `key: value`; pushes both. */
static bool pair_rest(Parser *p, AstNode *key, bool is_first) {
    ParseMark mark = parse_mark(p);
    AstNode *value = parse_accept(p, OP_COLON) ? parse_expr(p) : NULL;
    if (value) return parse_push(p, key) && parse_push(p, value);
    parse_reset(p, mark);
    explain_pair(p, key, is_first);
    return false;
}

/* `key: value` or `**mapping`: pushes the key (or NULL) and the value. */
static bool dict_item(Parser *p, bool is_first) {
    ParseMark mark = parse_mark(p);
    bool ok;
    if (parse_accept(p, OP_POWER)) {
        AstNode *mapping = parse_bitor(p);
        ok = mapping && parse_push(p, NULL) && parse_push(p, mapping);
    } else {
        AstNode *key = parse_expr(p);
        ok = key && pair_rest(p, key, is_first);
    }
    if (!ok) parse_reset(p, mark);
    return ok;
}

/* Splits the pushed pairs. */
static bool take_pairs(Parser *p, ParseMark mark, AstDict *pairs) {
    AstList both;
    if (!parse_list(p, mark, &both)) return false;
    int count = both.count / 2;
    AstNode **values = parse_alloc(p, sizeof *values * (size_t)(count + 1));
    if (!values) return false;
    for (int i = 0; i < count; i++) {
        values[i] = both.items[2 * i + 1];
        both.items[i] = both.items[2 * i];
    }
    pairs->keys = (AstList){both.items, count};
    pairs->values = (AstList){values, count};
    return true;
}

/* The pair has been pushed. */
static AstNode *dict_comprehension(Parser *p, ParseMark mark) {
    AstNode *value = p->scratch[--p->scratch_count], *key = p->scratch[--p->scratch_count];
    if (key) {
        AstNode *node = parse_comprehension(p, AST_DICT_COMP, mark.pos, key, value, OP_RBRACE);
        return node ? node : parse_reset(p, mark);
    }
    AstList clauses;
    if (p->explain && parse_for_clauses(p, &clauses) && parse_at(p, OP_RBRACE)) {
        parse_fail(p, parse_token_span(&p->tokens[mark.pos + 1]),
                   "dict unpacking cannot be used in dict comprehension");
    }
    return parse_reset(p, mark);
}

/* A dict or a dict comprehension after its first pair, if it has one. */
static AstNode *dict_rest(Parser *p, ParseMark mark) {
    bool empty = p->scratch_count == mark.scratch;
    if (!empty && parse_at_for(p)) return dict_comprehension(p, mark);
    AstNode *node = parse_node(p, AST_DICT, mark.pos);
    if (!node) return NULL;
    while (!empty && parse_accept(p, OP_COMMA) && dict_item(p, false)) {}
    if (!parse_accept(p, OP_RBRACE)) return parse_reset(p, mark);
    return take_pairs(p, mark, &node->dict) ? parse_finish(p, node) : NULL;
}

/* A set or a set comprehension after its first item. */
static AstNode *set_rest(Parser *p, ParseMark mark, AstNode *first) {
    int after = p->pos;
    bool is_comp = first->kind != AST_STARRED && parse_at_for(p);
    AstNode *node = is_comp ? parse_comprehension(p, AST_SET_COMP, mark.pos, first, NULL, OP_RBRACE)
                            : sequence(p, AST_SET, mark.pos, first, OP_RBRACE);
    if (node) return node;
    p->pos = after;
    if (p->explain) parse_explain_comprehension(p, OP_LBRACE, first);
    return parse_reset(p, mark);
}

AstNode *parse_brace(Parser *p) {
    ParseMark mark = parse_mark(p);
    p->pos++;
    if (parse_at(p, OP_RBRACE)) return dict_rest(p, mark);
    if (parse_at(p, OP_POWER)) {
        return dict_item(p, true) ? dict_rest(p, mark) : parse_reset(p, mark);
    }
    bool walrus = parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1) == OP_WALRUS;
    AstNode *first = parse_star_named(p);
    if (!first) explain_star(p);
    if (!first) return parse_reset(p, mark);
    if (parse_at(p, OP_COLON) && first->kind != AST_STARRED && !walrus) {
        return pair_rest(p, first, true) ? dict_rest(p, mark) : parse_reset(p, mark);
    }
    return set_rest(p, mark, first);
}
