#include "syntax/parse.h"

#include "base/common.h"

typedef struct {
    uint8_t token; /* TokenKind */
    uint8_t op;    /* AstOperator */
    uint8_t level; /* binds tighter the higher it is */
} BinaryOperator;

enum { LEVEL_BIT_OR = 1, LEVEL_TERM = 6 };

static const BinaryOperator BINARY[] = {
    {OP_PIPE, AST_BIT_OR, LEVEL_BIT_OR},
    {OP_CARET, AST_BIT_XOR, 2},
    {OP_AMPERSAND, AST_BIT_AND, 3},
    {OP_LSHIFT, AST_LSHIFT, 4},
    {OP_RSHIFT, AST_RSHIFT, 4},
    {OP_PLUS, AST_ADD, 5},
    {OP_MINUS, AST_SUB, 5},
    {OP_STAR, AST_MULT, LEVEL_TERM},
    {OP_SLASH, AST_DIV, LEVEL_TERM},
    {OP_FLOOR_DIV, AST_FLOOR_DIV, LEVEL_TERM},
    {OP_PERCENT, AST_MOD, LEVEL_TERM},
    {OP_AT, AST_MAT_MULT, LEVEL_TERM},
};

typedef struct {
    uint8_t first, second; /* TokenKind; second is TOKEN_END where one token is enough */
    uint8_t op;            /* AstCompareOp */
} CompareOperator;

/* Those of two words first. */
static const CompareOperator COMPARE[] = {
    {KW_NOT, KW_IN, AST_NOT_IN},     {KW_IS, KW_NOT, AST_IS_NOT},
    {KW_IN, TOKEN_END, AST_IN},      {KW_IS, TOKEN_END, AST_IS},
    {OP_EQ, TOKEN_END, AST_EQ},      {OP_NOT_EQ, TOKEN_END, AST_NOT_EQ},
    {OP_LESS, TOKEN_END, AST_LT},    {OP_LESS_EQ, TOKEN_END, AST_LT_E},
    {OP_GREATER, TOKEN_END, AST_GT}, {OP_GREATER_EQ, TOKEN_END, AST_GT_E},
};

static AstNode *unary_node(Parser *p, AstUnaryOp op, AstNode *(*operand)(Parser *)) {
    ParseMark mark = parse_mark(p);
    if (!parse_enter(p)) return NULL;
    AstNode *node = parse_node(p, AST_UNARY_OP, p->pos++);
    AstNode *value = node ? operand(p) : NULL;
    parse_leave(p);
    if (!value) return parse_reset(p, mark);
    node->unary_op.op = op;
    node->unary_op.operand = value;
    return parse_finish(p, node);
}

static AstNode *await_primary(Parser *p) {
    if (!parse_at(p, KW_AWAIT)) return parse_primary(p);
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_AWAIT, p->pos++);
    AstNode *value = node ? parse_primary(p) : NULL;
    if (!value) return parse_reset(p, mark);
    node->value.value = value;
    return parse_finish(p, node);
}

static AstNode *binary_node(Parser *p, int start, AstNode *left, AstOperator op, AstNode *right) {
    AstNode *node = parse_node(p, AST_BIN_OP, start);
    if (!node) return NULL;
    node->bin_op.left = left;
    node->bin_op.op = op;
    node->bin_op.right = right;
    return parse_finish(p, node);
}

static AstNode *unary(Parser *p);

static AstNode *power(Parser *p) {
    int start = p->pos;
    AstNode *base = await_primary(p);
    if (!base || !parse_at(p, OP_POWER)) return base;
    ParseMark mark = parse_mark(p);
    p->pos++;
    if (!parse_enter(p)) return NULL;
    AstNode *exponent = unary(p);
    parse_leave(p);
    if (!exponent) {
        parse_reset(p, mark);
        return base;
    }
    return binary_node(p, start, base, AST_POW, exponent);
}

static AstNode *unary(Parser *p) {
    switch (parse_peek(p)) {
    case OP_PLUS: return unary_node(p, AST_UADD, unary);
    case OP_MINUS: return unary_node(p, AST_USUB, unary);
    case OP_TILDE: return unary_node(p, AST_INVERT, unary);
    default: return power(p);
    }
}

static const BinaryOperator *binary_operator(Parser *p, int level) {
    TokenKind kind = parse_peek(p);
    for (size_t i = 0; i < COUNT_OF(BINARY); i++) {
        if (BINARY[i].token == kind) return BINARY[i].level >= level ? &BINARY[i] : NULL;
    }
    return NULL;
}

/* Precedence climbing: operators of `level` and tighter. */
static AstNode *binary(Parser *p, int level) {
    int start = p->pos;
    AstNode *left = unary(p);
    const BinaryOperator *op;
    while (left && (op = binary_operator(p, level)) != NULL) {
        ParseMark mark = parse_mark(p);
        p->pos++;
        AstNode *right = op->level == LEVEL_TERM ? unary(p) : binary(p, op->level + 1);
        if (!right) {
            parse_reset(p, mark);
            return left;
        }
        left = binary_node(p, start, left, (AstOperator)op->op, right);
    }
    return left;
}

AstNode *parse_bitor(Parser *p) {
    return binary(p, LEVEL_BIT_OR);
}

/* Takes a comparison operator. */
static const CompareOperator *compare_operator(Parser *p) {
    TokenKind kind = parse_peek(p);
    for (size_t i = 0; i < COUNT_OF(COMPARE); i++) {
        if (COMPARE[i].first != kind) continue;
        if (COMPARE[i].second == TOKEN_END) {
            p->pos++;
            return &COMPARE[i];
        }
        if (COMPARE[i].second != parse_peek_at(p, 1)) continue;
        p->pos += 2;
        return &COMPARE[i];
    }
    return NULL;
}

typedef struct {
    AstCompareOp *items;
    int count;
} OpList;

/* Room doubles at every power of two. */
static bool add_op(Parser *p, OpList *list, AstCompareOp op) {
    if ((list->count & (list->count - 1)) == 0) {
        size_t room = list->count ? (size_t)list->count * 2 : 1;
        AstCompareOp *items = parse_alloc(p, sizeof *items * room);
        if (!items) return false;
        for (int i = 0; i < list->count; i++) items[i] = list->items[i];
        list->items = items;
    }
    list->items[list->count++] = op;
    return true;
}

/* One operator and its right side. */
static bool comparison_tail(Parser *p, OpList *ops) {
    ParseMark mark = parse_mark(p);
    const CompareOperator *op = compare_operator(p);
    AstNode *right = op ? parse_bitor(p) : NULL;
    if (!right) {
        parse_reset(p, mark);
        return false;
    }
    return parse_push(p, right) && add_op(p, ops, (AstCompareOp)op->op);
}

static AstNode *comparison(Parser *p) {
    int start = p->pos;
    AstNode *left = parse_bitor(p);
    if (!left) return NULL;
    ParseMark mark = parse_mark(p);
    OpList ops = {NULL, 0};
    while (comparison_tail(p, &ops)) {}
    if (ops.count == 0) return left;
    AstNode *node = parse_node(p, AST_COMPARE, start);
    if (!node || !parse_list(p, mark, &node->compare.comparators)) return NULL;
    node->compare.left = left;
    node->compare.ops = ops.items;
    return parse_finish(p, node);
}

static AstNode *inversion(Parser *p) {
    return parse_at(p, KW_NOT) ? unary_node(p, AST_NOT, inversion) : comparison(p);
}

static AstNode *bool_op(Parser *p, AstBoolOp op, TokenKind word, AstNode *(*operand)(Parser *)) {
    int start = p->pos;
    AstNode *first = operand(p);
    if (!first || !parse_at(p, word)) return first;
    ParseMark mark = parse_mark(p);
    if (!parse_push(p, first)) return NULL;
    while (parse_at(p, word)) {
        ParseMark item = parse_mark(p);
        p->pos++;
        AstNode *next = operand(p);
        if (!next) {
            parse_reset(p, item);
            break;
        }
        if (!parse_push(p, next)) return NULL;
    }
    if (p->scratch_count == mark.scratch + 1) {
        p->scratch_count = mark.scratch;
        return first;
    }
    AstNode *node = parse_node(p, AST_BOOL_OP, start);
    if (!node || !parse_list(p, mark, &node->bool_op.values)) return NULL;
    node->bool_op.op = op;
    return parse_finish(p, node);
}

static AstNode *conjunction(Parser *p) {
    return bool_op(p, AST_AND, KW_AND, inversion);
}

AstNode *parse_or(Parser *p) {
    return bool_op(p, AST_OR, KW_OR, conjunction);
}

/* `body if test else orelse`; without its end it is just the body. */
static AstNode *conditional(Parser *p, int start, AstNode *body) {
    ParseMark mark = parse_mark(p);
    p->pos++;
    AstNode *test = parse_or(p);
    AstNode *orelse = test && parse_accept(p, KW_ELSE) ? parse_expr(p) : NULL;
    if (!orelse) {
        parse_reset(p, mark);
        return body;
    }
    AstNode *node = parse_node(p, AST_IF_EXP, start);
    if (!node) return NULL;
    node->if_exp.test = test;
    node->if_exp.body = body;
    node->if_exp.orelse = orelse;
    return parse_finish(p, node);
}

static AstNode *expression(Parser *p) {
    if (parse_at(p, KW_LAMBDA)) return parse_lambda(p);
    int start = p->pos;
    AstNode *body = parse_or(p);
    if (!body) return NULL;
    if (p->explain && !parse_explain_expr(p, start, body)) return NULL;
    return parse_at(p, KW_IF) ? conditional(p, start, body) : body;
}

AstNode *parse_expr(Parser *p) {
    if (!parse_enter(p)) return NULL;
    AstNode *node = expression(p);
    parse_leave(p);
    return node;
}

/* NAME ':=' expression */
static AstNode *assignment_expression(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_NAMED_EXPR, p->pos);
    AstNode *target = node ? parse_atom(p) : NULL;
    if (!target) return NULL;
    target->name.ctx = AST_STORE;
    p->pos++;
    AstNode *value = parse_expr(p);
    if (!value) return parse_reset(p, mark);
    node->named_expr.target = target;
    node->named_expr.value = value;
    return parse_finish(p, node);
}

AstNode *parse_assignment_or_expr(Parser *p) {
    if (parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1) == OP_WALRUS) {
        return assignment_expression(p);
    }
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_expr(p);
    return node && parse_at(p, OP_WALRUS) ? parse_reset(p, mark) : node;
}

AstNode *parse_named(Parser *p) {
    if (parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1) == OP_WALRUS) {
        return assignment_expression(p);
    }
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_expr(p);
    if (!node) return NULL;
    if (p->explain && !parse_explain_named(p, mark.pos, node)) return NULL;
    return parse_at(p, OP_WALRUS) ? parse_reset(p, mark) : node;
}

AstNode *parse_star_of(Parser *p, AstNode *(*rule)(Parser *)) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_STARRED, p->pos++);
    AstNode *value = node ? rule(p) : NULL;
    if (!value) return parse_reset(p, mark);
    node->starred.value = value;
    return parse_finish(p, node);
}

AstNode *parse_star_named(Parser *p) {
    return parse_at(p, OP_STAR) ? parse_star_of(p, parse_bitor) : parse_named(p);
}

static AstNode *star_expression(Parser *p) {
    return parse_at(p, OP_STAR) ? parse_star_of(p, parse_bitor) : parse_expr(p);
}

AstNode *parse_tuple_rest(Parser *p, int start, AstNode *first, AstNode *(*item)(Parser *)) {
    ParseMark mark = parse_mark(p);
    if (!parse_push(p, first)) return NULL;
    while (parse_accept(p, OP_COMMA)) {
        AstNode *next = item(p);
        if (!next) break;
        if (!parse_push(p, next)) return NULL;
    }
    AstNode *node = parse_node(p, AST_TUPLE, start);
    if (!node || !parse_list(p, mark, &node->sequence.elts)) return NULL;
    return parse_finish(p, node);
}

AstNode *parse_star_expressions(Parser *p) {
    int start = p->pos;
    AstNode *first = star_expression(p);
    if (!first || !parse_at(p, OP_COMMA)) return first;
    return parse_tuple_rest(p, start, first, star_expression);
}

AstNode *parse_yield(Parser *p) {
    ParseMark mark = parse_mark(p);
    bool from = parse_peek_at(p, 1) == KW_FROM;
    AstNode *node = parse_node(p, from ? AST_YIELD_FROM : AST_YIELD, p->pos);
    if (!node) return NULL;
    p->pos += from ? 2 : 1;
    AstNode *value = from ? parse_expr(p) : parse_star_expressions(p);
    if (!value && (from || p->failed)) return parse_reset(p, mark);
    node->value.value = value;
    return parse_finish(p, node);
}

AstNode *parse_yield_or_star(Parser *p) {
    return parse_at(p, KW_YIELD) ? parse_yield(p) : parse_star_expressions(p);
}
