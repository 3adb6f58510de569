#include "syntax/parse.h"

#include "base/common.h"

typedef struct {
    uint8_t token; /* TokenKind */
    uint8_t op;    /* AstOperator */
} AugmentedOperator;

static const AugmentedOperator AUGMENTED[] = {
    {OP_ADD_ASSIGN, AST_ADD},
    {OP_SUB_ASSIGN, AST_SUB},
    {OP_MULT_ASSIGN, AST_MULT},
    {OP_AT_ASSIGN, AST_MAT_MULT},
    {OP_DIV_ASSIGN, AST_DIV},
    {OP_MOD_ASSIGN, AST_MOD},
    {OP_AND_ASSIGN, AST_BIT_AND},
    {OP_OR_ASSIGN, AST_BIT_OR},
    {OP_XOR_ASSIGN, AST_BIT_XOR},
    {OP_LSHIFT_ASSIGN, AST_LSHIFT},
    {OP_RSHIFT_ASSIGN, AST_RSHIFT},
    {OP_POWER_ASSIGN, AST_POW},
    {OP_FLOOR_DIV_ASSIGN, AST_FLOOR_DIV},
};

static const AugmentedOperator *augmented_operator(Parser *p) {
    TokenKind kind = parse_peek(p);
    for (size_t i = 0; i < COUNT_OF(AUGMENTED); i++) {
        if (AUGMENTED[i].token == kind) return &AUGMENTED[i];
    }
    return NULL;
}

static bool is_single_target(const AstNode *node) {
    return node->kind == AST_NAME || node->kind == AST_ATTRIBUTE || node->kind == AST_SUBSCRIPT;
}

/* target ':' annotation ['=' value] */
static AstNode *annotated(Parser *p, int start, AstNode *target) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_ANN_ASSIGN, start);
    if (!node || !parse_accept(p, OP_COLON)) return NULL;
    node->ann_assign.target = target;
    node->ann_assign.simple = target->kind == AST_NAME && p->tokens[start].kind != OP_LPAREN;
    node->ann_assign.annotation = parse_expr(p);
    if (!node->ann_assign.annotation) return parse_reset(p, mark);
    ParseMark before = parse_mark(p);
    if (parse_accept(p, OP_ASSIGN)) {
        node->ann_assign.value = parse_yield_or_star(p);
        if (!node->ann_assign.value) parse_reset(p, before);
    }
    parse_set_target(target, AST_STORE);
    return parse_finish(p, node);
}

static AstNode *augmented(Parser *p, int start, AstNode *target, AstOperator op) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_AUG_ASSIGN, start);
    if (!node) return NULL;
    p->pos++;
    node->aug_assign.target = target;
    node->aug_assign.op = op;
    node->aug_assign.value = parse_yield_or_star(p);
    if (!node->aug_assign.value) return parse_reset(p, mark);
    parse_set_target(target, AST_STORE);
    return parse_finish(p, node);
}

/* The targets that are followed by '=' are pushed; the value comes last. */
static AstNode *chained(Parser *p, int start, AstNode *first) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_ASSIGN, start), *value = first;
    if (!node) return NULL;
    while (parse_at(p, OP_ASSIGN)) {
        bool yields = value->kind == AST_YIELD || value->kind == AST_YIELD_FROM;
        if (yields || !parse_set_target(value, AST_STORE)) return parse_reset(p, mark);
        if (!parse_push(p, value)) return NULL;
        p->pos++;
        value = parse_yield_or_star(p);
        if (!value) return parse_reset(p, mark);
    }
    node->assign.value = value;
    if (!parse_list(p, mark, &node->assign.targets)) return NULL;
    return parse_finish(p, node);
}

static AstNode *expression_statement(Parser *p, int start, AstNode *value) {
    AstNode *node = parse_node(p, AST_EXPR, start);
    if (!node) return NULL;
    node->value.value = value;
    return parse_finish(p, node);
}

/* The assignment that `first` begins; NULL where it begins none, or a faulty one. */
static AstNode *assignment_from(Parser *p, int start, AstNode *first) {
    if (parse_at(p, OP_ASSIGN)) return chained(p, start, first);
    if (!is_single_target(first)) return NULL;
    if (parse_at(p, OP_COLON)) return annotated(p, start, first);
    const AugmentedOperator *op = augmented_operator(p);
    return op ? augmented(p, start, first, (AstOperator)op->op) : NULL;
}

AstNode *parse_assignment(Parser *p) {
    int start = p->pos;
    AstNode *first = parse_yield_or_star(p);
    if (!first) return NULL;
    AstNode *node = assignment_from(p, start, first);
    if (node || p->failed) return node;
    if (p->explain) {
        parse_explain_assignment(p, start);
        if (p->failed) return NULL;
    }
    return expression_statement(p, start, first);
}
