#include "syntax/parse.h"

#include "base/common.h"
#include "object/decimal.h"

#include <string.h>

/* CPython's limit for turning decimal digits into an int, also in source text. */
enum { MAX_DECIMAL_DIGITS = 4300 };

static AstNode *name_atom(Parser *p) {
    AstNode *node = parse_node(p, AST_NAME, p->pos);
    if (!node) return NULL;
    node->name.id = parse_name(p);
    return parse_finish(p, node);
}

static AstNode *constant_atom(Parser *p, AstConstantKind kind) {
    AstNode *node = parse_node(p, AST_CONSTANT, p->pos++);
    if (!node) return NULL;
    node->constant.kind = kind;
    return parse_finish(p, node);
}

/* The token's characters without underscores, terminated. */
static char *clean_digits(Parser *p, const Token *token) {
    const char *text = p->lexer.text + token->start;
    size_t length = token->end - token->start, used = 0;
    char *clean = parse_alloc(p, length + 1);
    if (!clean) return NULL;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '_') clean[used++] = text[i];
    }
    return clean;
}

static uint8_t number_base(const char *digits) {
    if (digits[0] != '0') return 10;
    switch (digits[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 10;
    }
}

static int64_t digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return (c | 0x20) - 'a' + 10;
}

static void set_integer(AstConstant *c) {
    c->fits = true;
    for (size_t i = 0; i < c->length; i++) {
        int64_t digit = digit_value(c->text[i]);
        if (c->integer > (INT64_MAX - digit) / c->base) {
            c->fits = false;
            c->integer = 0;
            return;
        }
        c->integer = c->integer * c->base + digit;
    }
}

static bool set_int(Parser *p, AstConstant *c, const Token *token, const char *digits) {
    c->kind = AST_CONST_INT;
    c->base = number_base(digits);
    if (c->base != 10) digits += 2;
    while (digits[0] == '0' && digits[1] != '\0') digits++;
    c->text = digits;
    c->length = strlen(digits);
    if (c->base == 10 && c->length > MAX_DECIMAL_DIGITS) {
        parse_fail(p, (ParseSpan){token->line, token->column, token->line, token->column},
                   "Exceeds the limit (%d digits) for integer string conversion: value has %lu "
                   "digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                   "hexadecimal for huge integer literals to avoid decimal conversion limits.",
                   MAX_DECIMAL_DIGITS, (unsigned long)c->length);
        return false;
    }
    set_integer(c);
    return true;
}

static bool set_number(Parser *p, AstConstant *c, const Token *token, const char *digits) {
    size_t length = strlen(digits);
    bool plain = number_base(digits) == 10;
    if (plain && (digits[length - 1] | 0x20) == 'j') {
        c->kind = AST_CONST_COMPLEX;
        return decimal_read(digits, length - 1, &c->number);
    }
    if (!plain || !strpbrk(digits, ".eE")) return set_int(p, c, token, digits);
    c->kind = AST_CONST_FLOAT;
    return decimal_read(digits, length, &c->number);
}

AstNode *parse_number(Parser *p) {
    const Token token = *parse_token(p);
    AstNode *node = parse_node(p, AST_CONSTANT, p->pos++);
    char *digits = node ? clean_digits(p, &token) : NULL;
    if (!digits || !set_number(p, &node->constant, &token, digits)) return NULL;
    return parse_finish(p, node);
}

AstNode *parse_atom(Parser *p) {
    switch (parse_peek(p)) {
    case TOKEN_NAME: return name_atom(p);
    case TOKEN_NUMBER: return parse_number(p);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START: return parse_strings(p);
    case KW_NONE: return constant_atom(p, AST_CONST_NONE);
    case KW_TRUE: return constant_atom(p, AST_CONST_TRUE);
    case KW_FALSE: return constant_atom(p, AST_CONST_FALSE);
    case OP_ELLIPSIS: return constant_atom(p, AST_CONST_ELLIPSIS);
    case OP_LPAREN: return parse_group(p);
    case OP_LBRACKET: return parse_bracket(p);
    case OP_LBRACE: return parse_brace(p);
    default: return NULL;
    }
}

/* '.' NAME */
static AstNode *attribute_of(Parser *p, int start, AstNode *value) {
    ParseMark mark = parse_mark(p);
    p->pos++;
    const Token token = *parse_token(p);
    if (token.kind != TOKEN_NAME) return parse_reset(p, mark);
    AstNode *node = parse_node(p, AST_ATTRIBUTE, start);
    if (!node) return NULL;
    p->pos++;
    node->attribute.value = value;
    node->attribute.attr = token.name;
    node->attribute.attr_line = token.line;
    node->attribute.attr_column = token.column;
    return parse_finish(p, node);
}

static AstNode *call_of(Parser *p, int start, AstNode *func) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_CALL, start);
    if (!node) return NULL;
    int open = p->pos++;
    node->call.func = func;
    if (parse_call_args(p, open, &node->call.args, &node->call.keywords)) {
        return parse_finish(p, node);
    }
    if (p->explain) parse_explain_args(p, open + 1);
    return parse_reset(p, mark);
}

/* [lower] ':' [upper] [':' [step]], the lower bound being read already. */
static AstNode *slice_from(Parser *p, int start, AstNode *lower) {
    AstNode *node = parse_node(p, AST_SLICE, start);
    if (!node) return NULL;
    p->pos++;
    node->slice.lower = lower;
    node->slice.upper = parse_expr(p);
    if (parse_accept(p, OP_COLON)) node->slice.step = parse_expr(p);
    return parse_finish(p, node);
}

static AstNode *slice_item(Parser *p) {
    int start = p->pos;
    if (parse_at(p, OP_STAR)) return parse_starred(p);
    if (parse_at(p, OP_COLON)) return slice_from(p, start, NULL);
    bool walrus = parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1) == OP_WALRUS;
    AstNode *node = parse_named(p);
    if (!node || !parse_at(p, OP_COLON) || walrus) return node;
    return slice_from(p, start, node);
}

/* What stands between the brackets of a subscript. */
static AstNode *slices(Parser *p) {
    int start = p->pos;
    AstNode *first = slice_item(p);
    if (!first) return NULL;
    if (!parse_at(p, OP_COMMA) && first->kind != AST_STARRED) return first;
    return parse_tuple_rest(p, start, first, slice_item);
}

static AstNode *subscript_of(Parser *p, int start, AstNode *value) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_SUBSCRIPT, start);
    if (!node) return NULL;
    p->pos++;
    node->subscript.value = value;
    node->subscript.slice = slices(p);
    if (!node->subscript.slice || !parse_accept(p, OP_RBRACKET)) return parse_reset(p, mark);
    return parse_finish(p, node);
}

AstNode *parse_primary(Parser *p) {
    int start = p->pos;
    AstNode *node = parse_atom(p);
    while (node) {
        AstNode *longer;
        switch (parse_peek(p)) {
        case OP_DOT: longer = attribute_of(p, start, node); break;
        case OP_LPAREN: longer = call_of(p, start, node); break;
        case OP_LBRACKET: longer = subscript_of(p, start, node); break;
        default: return node;
        }
        if (!longer) return node;
        node = longer;
    }
    return NULL;
}
