#include "syntax/parse.h"

#include <string.h>

static AstNode *as_pattern(Parser *p);

static AstNode *value_pattern(Parser *p, int start, AstNode *value) {
    AstNode *node = value ? parse_node(p, AST_MATCH_VALUE, start) : NULL;
    if (!node) return NULL;
    node->value.value = value;
    return parse_finish(p, node);
}

static AstNode *singleton(Parser *p, AstConstantKind kind) {
    AstNode *node = parse_node(p, AST_MATCH_SINGLETON, p->pos++);
    if (!node) return NULL;
    node->match_singleton.value = kind;
    return parse_finish(p, node);
}

/* ['-'] NUMBER */
static AstNode *signed_number(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = NULL;
    if (parse_at(p, OP_MINUS)) {
        node = parse_node(p, AST_UNARY_OP, p->pos++);
        if (!node || !parse_at(p, TOKEN_NUMBER)) return parse_reset(p, mark);
    }
    AstNode *number = parse_number(p);
    if (!number || !node) return number;
    node->unary_op.op = AST_USUB;
    node->unary_op.operand = number;
    return parse_finish(p, node);
}

static bool is_imaginary(const AstNode *n) {
    if (n->kind == AST_UNARY_OP) n = n->unary_op.operand;
    return n->constant.kind == AST_CONST_COMPLEX;
}

/* The sum of a real number, which has been read, and an imaginary one. */
static AstNode *complex_value(Parser *p, int start, AstNode *real) {
    AstNode *node = parse_node(p, AST_BIN_OP, start);
    if (!node) return NULL;
    node->bin_op.op = parse_at(p, OP_PLUS) ? AST_ADD : AST_SUB;
    p->pos++;
    ParseSpan span = parse_token_span(parse_token(p));
    AstNode *imag = parse_number(p);
    if (!imag) return NULL;
    if (is_imaginary(real)) {
        return parse_fail(p, parse_span(real), "real number required in complex literal");
    }
    if (!is_imaginary(imag)) {
        return parse_fail(p, span, "imaginary number required in complex literal");
    }
    node->bin_op.left = real;
    node->bin_op.right = imag;
    return parse_finish(p, node);
}

static AstNode *number_value(Parser *p) {
    int start = p->pos;
    AstNode *number = signed_number(p);
    bool sum = parse_at(p, OP_PLUS) || parse_at(p, OP_MINUS);
    if (number && sum && parse_peek_at(p, 1) == TOKEN_NUMBER) {
        return complex_value(p, start, number);
    }
    return number;
}

/* NAME ('.' NAME)* */
static AstNode *name_or_attribute(Parser *p) {
    int start = p->pos;
    AstNode *node = parse_atom(p);
    while (node && parse_at(p, OP_DOT) && parse_peek_at(p, 1) == TOKEN_NAME) {
        AstNode *longer = parse_node(p, AST_ATTRIBUTE, start);
        if (!longer) return NULL;
        const Token token = p->tokens[p->pos + 1];
        p->pos += 2;
        longer->attribute.value = node;
        longer->attribute.attr = token.name;
        longer->attribute.attr_line = token.line;
        longer->attribute.attr_column = token.column;
        node = parse_finish(p, longer);
    }
    return node;
}

static bool is_wildcard(const AstIdent *name) {
    return strcmp(name->text, "_") == 0;
}

static AstNode *capture(Parser *p) {
    AstNode *node = parse_node(p, AST_MATCH_AS, p->pos);
    if (!node) return NULL;
    const AstIdent *name = parse_name(p);
    if (!name) return NULL;
    node->match_as.name = is_wildcard(name) ? NULL : name;
    return parse_finish(p, node);
}

/* One argument of a class pattern. */
static bool class_argument(Parser *p, AstMatchClass *c, bool *keyword) {
    if (parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1) == OP_ASSIGN) {
        const AstIdent *name = parse_name(p);
        p->pos++;
        AstNode *pattern = as_pattern(p);
        *keyword = true;
        return pattern && parse_add_ident(p, &c->kwd_attrs, name) && parse_push(p, pattern);
    }
    if (*keyword) return false;
    AstNode *pattern = as_pattern(p);
    return pattern && parse_push(p, pattern);
}

/* "A(b=1, c)": every positional pattern that follows directly is marked. */
static void explain_class(Parser *p) {
    if (p->failed) return;
    AstNode *first = as_pattern(p);
    if (!first) return;
    ParseSpan last = parse_span(first);
    while (parse_at(p, OP_COMMA)) {
        p->pos++;
        if (parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1) == OP_ASSIGN) break;
        AstNode *next = as_pattern(p);
        if (!next) break;
        last = parse_span(next);
    }
    if (p->failed) return;
    parse_fail(p, parse_join(parse_span(first), last),
               "positional patterns follow keyword patterns");
}

static bool class_arguments(Parser *p, AstNode *node) {
    ParseMark mark = parse_mark(p), keywords = mark;
    AstMatchClass *c = &node->match_class;
    bool keyword = false;
    while (!parse_at(p, OP_RPAREN)) {
        int start = p->pos;
        if (!keyword) keywords = parse_mark(p);
        if (!class_argument(p, c, &keyword)) {
            p->pos = start;
            if (keyword && p->explain) explain_class(p);
            return false;
        }
        if (!parse_accept(p, OP_COMMA)) break;
    }
    if (!keyword) keywords = parse_mark(p);
    return parse_accept(p, OP_RPAREN) && parse_list(p, keywords, &c->kwd_patterns) &&
           parse_list(p, mark, &c->patterns);
}

static AstNode *class_pattern(Parser *p, int start, AstNode *cls) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_MATCH_CLASS, start);
    if (!node) return NULL;
    p->pos++;
    node->match_class.cls = cls;
    return class_arguments(p, node) ? parse_finish(p, node) : parse_reset(p, mark);
}

/* A capture, a dotted value or a class. */
static AstNode *name_pattern(Parser *p) {
    int start = p->pos;
    TokenKind next = parse_peek_at(p, 1);
    if (next != OP_DOT && next != OP_LPAREN && next != OP_ASSIGN) return capture(p);
    AstNode *name = name_or_attribute(p);
    if (!name) return NULL;
    if (parse_at(p, OP_LPAREN)) return class_pattern(p, start, name);
    return name->kind == AST_ATTRIBUTE ? value_pattern(p, start, name) : NULL;
}

/* '*' NAME, or a pattern. */
static AstNode *maybe_star(Parser *p) {
    if (!parse_at(p, OP_STAR)) return as_pattern(p);
    if (parse_peek_at(p, 1) != TOKEN_NAME) return NULL;
    AstNode *node = parse_node(p, AST_MATCH_STAR, p->pos++);
    if (!node) return NULL;
    const AstIdent *name = parse_name(p);
    node->match_as.name = is_wildcard(name) ? NULL : name;
    return parse_finish(p, node);
}

/* Items after the first (which may be NULL) into a sequence that starts at token `start`. */
static AstNode *sequence(Parser *p, int start, AstNode *first, TokenKind close) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_MATCH_SEQUENCE, start);
    if (!node || (first && !parse_push(p, first))) return NULL;
    while (first && parse_accept(p, OP_COMMA)) {
        AstNode *next = maybe_star(p);
        if (!next) break;
        if (!parse_push(p, next)) return NULL;
    }
    if (close != TOKEN_END && !parse_accept(p, close)) return parse_reset(p, mark);
    if (!parse_list(p, mark, &node->sequence.elts)) return NULL;
    return parse_finish(p, node);
}

/* '(' ... ')': a sequence, or one pattern in parentheses. */
static AstNode *group_pattern(Parser *p) {
    int start = p->pos++;
    if (parse_at(p, OP_RPAREN)) return sequence(p, start, NULL, OP_RPAREN);
    AstNode *first = maybe_star(p);
    if (!first) return NULL;
    if (parse_at(p, OP_COMMA)) return sequence(p, start, first, OP_RPAREN);
    if (first->kind == AST_MATCH_STAR) return NULL;
    return parse_accept(p, OP_RPAREN) ? first : NULL;
}

static AstNode *list_pattern(Parser *p) {
    int start = p->pos++;
    if (parse_at(p, OP_RBRACKET)) return sequence(p, start, NULL, OP_RBRACKET);
    AstNode *first = maybe_star(p);
    return first ? sequence(p, start, first, OP_RBRACKET) : NULL;
}

static AstNode *mapping_key(Parser *p) {
    switch (parse_peek(p)) {
    case OP_MINUS:
    case TOKEN_NUMBER: return number_value(p);
    case TOKEN_NAME: {
        AstNode *name = name_or_attribute(p);
        return name && name->kind == AST_ATTRIBUTE ? name : NULL;
    }
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case KW_NONE:
    case KW_TRUE:
    case KW_FALSE: return parse_atom(p);
    default: return NULL;
    }
}

/* key ':' pattern: pushes both. */
static bool mapping_item(Parser *p) {
    AstNode *key = mapping_key(p);
    AstNode *pattern = key && parse_accept(p, OP_COLON) ? as_pattern(p) : NULL;
    return pattern && parse_push(p, key) && parse_push(p, pattern);
}

static bool take_items(Parser *p, ParseMark mark, AstMatchMapping *mapping) {
    AstList both;
    if (!parse_list(p, mark, &both)) return false;
    int count = both.count / 2;
    AstNode **patterns = parse_alloc(p, sizeof *patterns * (size_t)(count + 1));
    if (!patterns) return false;
    for (int i = 0; i < count; i++) {
        patterns[i] = both.items[2 * i + 1];
        both.items[i] = both.items[2 * i];
    }
    mapping->keys = (AstList){both.items, count};
    mapping->patterns = (AstList){patterns, count};
    return true;
}

static AstNode *mapping_pattern(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_MATCH_MAPPING, p->pos++);
    if (!node) return NULL;
    while (!parse_at(p, OP_RBRACE)) {
        if (parse_accept(p, OP_POWER)) {
            node->match_mapping.rest = parse_name(p);
            if (!node->match_mapping.rest || is_wildcard(node->match_mapping.rest)) return NULL;
            parse_accept(p, OP_COMMA);
            break;
        }
        if (!mapping_item(p)) return NULL;
        if (!parse_accept(p, OP_COMMA)) break;
    }
    if (!parse_accept(p, OP_RBRACE)) return NULL;
    return take_items(p, mark, &node->match_mapping) ? parse_finish(p, node) : NULL;
}

static AstNode *closed_pattern(Parser *p) {
    int start = p->pos;
    switch (parse_peek(p)) {
    case OP_MINUS:
    case TOKEN_NUMBER: return value_pattern(p, start, number_value(p));
    case TOKEN_STRING:
    case TOKEN_FSTRING_START: return value_pattern(p, start, parse_strings(p));
    case KW_NONE: return singleton(p, AST_CONST_NONE);
    case KW_TRUE: return singleton(p, AST_CONST_TRUE);
    case KW_FALSE: return singleton(p, AST_CONST_FALSE);
    case TOKEN_NAME: return name_pattern(p);
    case OP_LPAREN: return group_pattern(p);
    case OP_LBRACKET: return list_pattern(p);
    case OP_LBRACE: return mapping_pattern(p);
    default: return NULL;
    }
}

static AstNode *or_pattern(Parser *p) {
    int start = p->pos;
    AstNode *first = closed_pattern(p);
    if (!first || !parse_at(p, OP_PIPE)) return first;
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_MATCH_OR, start);
    if (!node || !parse_push(p, first)) return NULL;
    while (parse_accept(p, OP_PIPE)) {
        AstNode *next = closed_pattern(p);
        if (!next || !parse_push(p, next)) return NULL;
    }
    if (!parse_list(p, mark, &node->sequence.elts)) return NULL;
    return parse_finish(p, node);
}

/* "x as _", "x as 1": what follows `as` is no name. */
static void explain_as(Parser *p) {
    if (p->failed) return;
    if (parse_at_word(p, "_")) {
        parse_fail(p, parse_token_span(parse_token(p)), "cannot use '_' as a target");
        return;
    }
    if (parse_at(p, TOKEN_NAME)) return;
    AstNode *target = parse_expr(p);
    if (target && !p->failed) parse_fail(p, parse_span(target), "invalid pattern target");
}

static AstNode *as_pattern_inner(Parser *p) {
    int start = p->pos;
    AstNode *pattern = or_pattern(p);
    if (!pattern || !parse_accept(p, KW_AS)) return pattern;
    bool fits = parse_at(p, TOKEN_NAME) && !parse_at_word(p, "_");
    AstNode *node = parse_node(p, AST_MATCH_AS, start);
    if (!node) return NULL;
    if (!fits) {
        if (p->explain) explain_as(p);
        return NULL;
    }
    node->match_as.pattern = pattern;
    node->match_as.name = parse_name(p);
    return parse_finish(p, node);
}

static AstNode *as_pattern(Parser *p) {
    ParseMark mark = parse_mark(p);
    if (!parse_enter(p)) return NULL;
    AstNode *node = as_pattern_inner(p);
    parse_leave(p);
    return node ? node : parse_reset(p, mark);
}

AstNode *parse_patterns(Parser *p) {
    int start = p->pos;
    AstNode *first = maybe_star(p);
    if (!first) return NULL;
    if (parse_at(p, OP_COMMA)) return sequence(p, start, first, TOKEN_END);
    return first->kind == AST_MATCH_STAR ? NULL : first;
}
