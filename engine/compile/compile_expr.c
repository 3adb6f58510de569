#include "compile/compile_parts.h"

#include <string.h>

#include "object/str.h"

typedef void (*Visitor)(Unit *u, const AstNode *n);

/* ---- constants ---- */

static Obj *int_constant(Unit *u, const AstConstant *k, bool negative) {
    if (k->fits) return const_int(u->c, negative ? -k->integer : k->integer);
    return const_digits(u->c, k->text, k->length, k->base, negative);
}

static Obj *plain_constant(Unit *u, const AstNode *n) {
    const AstConstant *k = &n->constant;
    Engine *e = u->c->e;
    switch (k->kind) {
    case AST_CONST_NONE: return e->none;
    case AST_CONST_TRUE: return e->true_;
    case AST_CONST_FALSE: return e->false_;
    case AST_CONST_ELLIPSIS: return e->ellipsis;
    case AST_CONST_INT: return int_constant(u, k, false);
    case AST_CONST_FLOAT: return const_float(u->c, k->number);
    case AST_CONST_COMPLEX: return const_imaginary(u->c, k->number);
    case AST_CONST_STR: return const_str(u->c, k->text, k->length);
    case AST_CONST_BYTES: return const_bytes(u->c, k->text, k->length);
    }
    ASSERT(false, "every kind of constant is listed");
    return e->none;
}

static Obj *negative_constant(Unit *u, const AstNode *operand) {
    if (operand->kind != AST_CONSTANT) return NULL;
    const AstConstant *k = &operand->constant;
    if (k->kind == AST_CONST_FLOAT) return const_float(u->c, -k->number);
    if (k->kind != AST_CONST_INT) return NULL;
    return int_constant(u, k, true);
}

/* True, False or NULL: of constants and what &, | and ^ make of them. */
static const Obj *bool_constant(Unit *u, const AstNode *n) {
    const Engine *e = u->c->e;
    if (n->kind != AST_BIN_OP) {
        const Obj *value = compile_constant(u, n);
        return value == e->true_ || value == e->false_ ? value : NULL;
    }
    const Obj *left = bool_constant(u, n->bin_op.left), *right = bool_constant(u, n->bin_op.right);
    if (!left || !right) return NULL;
    bool a = left == e->true_, b = right == e->true_;
    switch (n->bin_op.op) {
    case AST_BIT_AND: return a && b ? e->true_ : e->false_;
    case AST_BIT_OR: return a || b ? e->true_ : e->false_;
    case AST_BIT_XOR: return a != b ? e->true_ : e->false_;
    default: return NULL;
    }
}

/* ~True is computed here so that it runs without the warning that inverting a variable gives. */
static Obj *inverted_bool(Unit *u, const AstNode *operand) {
    const Obj *value = bool_constant(u, operand);
    if (!value) return NULL;
    return const_int(u->c, value == u->c->e->true_ ? -2 : -1);
}

static Obj *not_constant(Unit *u, const AstNode *operand) {
    Engine *e = u->c->e;
    Obj *value = compile_constant(u, operand);
    bool truth;
    if (!value || !obj_truth(e, value, &truth)) return NULL;
    return truth ? e->false_ : e->true_;
}

static Obj *tuple_constant(Unit *u, const AstList *items) {
    Obj **values = unit_alloc(u, (size_t)items->count * sizeof *values + 1);
    for (int i = 0; values && i < items->count; i++) {
        values[i] = compile_constant(u, items->items[i]);
        if (!values[i]) return NULL;
    }
    return values ? const_tuple(u->c, values, (size_t)items->count) : NULL;
}

static bool is_debug(const AstNode *n) {
    return strcmp(n->name.id->text, "__debug__") == 0;
}

Obj *compile_constant(Unit *u, const AstNode *n) {
    switch (n->kind) {
    case AST_CONSTANT: return plain_constant(u, n);
    case AST_TUPLE: return tuple_constant(u, &n->sequence.elts);
    case AST_NAME: return is_debug(n) ? u->c->e->true_ : NULL;
    case AST_UNARY_OP:
        if (n->unary_op.op == AST_INVERT) return inverted_bool(u, n->unary_op.operand);
        if (n->unary_op.op == AST_NOT) return not_constant(u, n->unary_op.operand);
        return n->unary_op.op == AST_USUB ? negative_constant(u, n->unary_op.operand) : NULL;
    default: return NULL;
    }
}

static void visit_constant(Unit *u, const AstNode *n) {
    unit_load_const(u, plain_constant(u, n), unit_position(n));
}

/* ---- variables ---- */

typedef enum { PLACE_SLOT, PLACE_CELL, PLACE_CLASS_FREE, PLACE_NAMESPACE, PLACE_GLOBAL } Place;

static const uint8_t name_ops[][3] = {
    [PLACE_SLOT] = {OPCODE_LOAD_FAST, OPCODE_STORE_FAST, OPCODE_DELETE_FAST},
    [PLACE_CELL] = {OPCODE_LOAD_DEREF, OPCODE_STORE_DEREF, OPCODE_DELETE_DEREF},
    [PLACE_CLASS_FREE] = {OPCODE_LOAD_CLASS_DEREF, OPCODE_STORE_DEREF, OPCODE_DELETE_DEREF},
    [PLACE_NAMESPACE] = {OPCODE_LOAD_NAME, OPCODE_STORE_NAME, OPCODE_DELETE_NAME},
    [PLACE_GLOBAL] = {OPCODE_LOAD_GLOBAL, OPCODE_STORE_GLOBAL, OPCODE_DELETE_GLOBAL},
};

static bool is_namespace(const SymScope *scope) {
    return scope->kind == SYM_MODULE || scope->kind == SYM_CLASS;
}

static Place place_of_local(const Unit *u, const SymName *sym) {
    if (!is_namespace(sym->owner)) return PLACE_SLOT;
    return sym->owner == u->host ? PLACE_NAMESPACE : PLACE_GLOBAL;
}

static Place place_of(const Unit *u, const SymName *sym) {
    switch (sym->kind) {
    case SYM_LOCAL: return place_of_local(u, sym);
    case SYM_CELL: return PLACE_CELL;
    case SYM_FREE: return u->scope->kind == SYM_CLASS ? PLACE_CLASS_FREE : PLACE_CELL;
    case SYM_GLOBAL_EXPLICIT: return PLACE_GLOBAL;
    case SYM_GLOBAL_IMPLICIT: break;
    }
    /* A comprehension in a class does not see the class's names. */
    return is_namespace(u->scope) || u->host->kind == SYM_MODULE ? PLACE_NAMESPACE : PLACE_GLOBAL;
}

void compile_name(Unit *u, const AstIdent *name, AstContext ctx, Position position) {
    const SymName *sym = symtable_find(u->scope, name);
    ASSERT(sym, "the symbol table knows every name of the program");
    Place place = place_of(u, sym);
    if (u->scope->sees_class && place == PLACE_GLOBAL && sym->kind == SYM_GLOBAL_IMPLICIT) {
        compile_class_or_global(u, sym->name, position);
    } else if (place == PLACE_NAMESPACE || place == PLACE_GLOBAL) {
        unit_emit_ident(u, (Opcode)name_ops[place][ctx], name, position);
    } else {
        unit_emit(u, name_ops[place][ctx], unit_slot(u, sym->owner, sym->name), position);
    }
}

static void visit_name(Unit *u, const AstNode *n) {
    if (is_debug(n)) {
        unit_load_const(u, u->c->e->true_, unit_position(n));
    } else {
        compile_name(u, n->name.id, AST_LOAD, unit_position(n));
    }
}

static void visit_named_expr(Unit *u, const AstNode *n) {
    compile_expr(u, n->named_expr.value);
    EMIT(u, COPY, 1, unit_position(n));
    compile_store(u, n->named_expr.target);
}

/* ---- operators ---- */

BinaryOp compile_operator(AstOperator op) {
    static const uint8_t ops[] = {
        [AST_ADD] = OP_ADD,
        [AST_SUB] = OP_SUB,
        [AST_MULT] = OP_MUL,
        [AST_MAT_MULT] = OP_MATMUL,
        [AST_DIV] = OP_TRUEDIV,
        [AST_MOD] = OP_MOD,
        [AST_POW] = OP_POW,
        [AST_LSHIFT] = OP_LSHIFT,
        [AST_RSHIFT] = OP_RSHIFT,
        [AST_BIT_OR] = OP_OR,
        [AST_BIT_XOR] = OP_XOR,
        [AST_BIT_AND] = OP_AND,
        [AST_FLOOR_DIV] = OP_FLOORDIV,
    };
    return (BinaryOp)ops[op];
}

static void visit_bin_op(Unit *u, const AstNode *n) {
    compile_expr(u, n->bin_op.left);
    compile_expr(u, n->bin_op.right);
    EMIT(u, BINARY, compile_operator(n->bin_op.op), unit_position(n));
}

static void emit_comparison(Unit *u, AstCompareOp op, Position position) {
    static const struct {
        uint8_t opcode, arg;
    } ops[] = {
        [AST_EQ] = {OPCODE_COMPARE, CMP_EQ}, [AST_NOT_EQ] = {OPCODE_COMPARE, CMP_NE},
        [AST_LT] = {OPCODE_COMPARE, CMP_LT}, [AST_LT_E] = {OPCODE_COMPARE, CMP_LE},
        [AST_GT] = {OPCODE_COMPARE, CMP_GT}, [AST_GT_E] = {OPCODE_COMPARE, CMP_GE},
        [AST_IS] = {OPCODE_IS, 0},           [AST_IS_NOT] = {OPCODE_IS, 1},
        [AST_IN] = {OPCODE_CONTAINS, 0},     [AST_NOT_IN] = {OPCODE_CONTAINS, 1},
    };
    unit_emit(u, ops[op].opcode, ops[op].arg, position);
}

static bool comparison_gives_bool(AstCompareOp op) {
    return op >= AST_IS;
}

static bool gives_bool(const AstNode *n) {
    if (n->kind == AST_UNARY_OP) return n->unary_op.op == AST_NOT;
    return n->kind == AST_COMPARE && n->compare.comparators.count == 1 &&
           comparison_gives_bool(n->compare.ops[0]);
}

static void visit_unary_op(Unit *u, const AstNode *n) {
    static const uint8_t ops[] = {
        [AST_INVERT] = OP_INVERT, [AST_UADD] = OP_POS, [AST_USUB] = OP_NEG};
    const AstNode *operand = n->unary_op.operand;
    Position position = unit_position(n);
    Obj *constant = compile_constant(u, n);
    if (constant) {
        unit_load_const(u, constant, position);
        return;
    }
    compile_expr(u, operand);
    if (n->unary_op.op != AST_NOT) {
        EMIT(u, UNARY, ops[n->unary_op.op], position);
        return;
    }
    if (!gives_bool(operand)) EMIT0(u, TO_BOOL, position);
    EMIT0(u, NOT, position);
}

static void visit_bool_op(Unit *u, const AstNode *n) {
    const AstList *values = &n->bool_op.values;
    Position position = unit_position(n);
    Label end = unit_label(u);
    for (int i = 0; i < values->count - 1; i++) {
        compile_expr(u, values->items[i]);
        EMIT(u, COPY, 1, position);
        EMIT0(u, TO_BOOL, position);
        if (n->bool_op.op == AST_AND) {
            EMIT_JUMP(u, JUMP_IF_FALSE, end, position);
        } else {
            EMIT_JUMP(u, JUMP_IF_TRUE, end, position);
        }
        EMIT0(u, POP, position);
    }
    compile_expr(u, values->items[values->count - 1]);
    unit_place(u, end);
}

/* left -> right result: compares with the next operand, which is kept for the comparison after. */
static void chain_link(Unit *u, const AstNode *n, int i) {
    Position position = unit_position(n);
    compile_expr(u, n->compare.comparators.items[i]);
    EMIT(u, SWAP, 2, position);
    EMIT(u, COPY, 2, position);
    emit_comparison(u, n->compare.ops[i], position);
}

static void to_bool_after(Unit *u, AstCompareOp op, Position position) {
    if (!comparison_gives_bool(op)) EMIT0(u, TO_BOOL, position);
}

static void visit_compare(Unit *u, const AstNode *n) {
    int last = n->compare.comparators.count - 1;
    Position position = unit_position(n);
    Label stop = unit_label(u), end = unit_label(u);
    compile_expr(u, n->compare.left);
    for (int i = 0; i < last; i++) {
        chain_link(u, n, i);
        EMIT(u, COPY, 1, position);
        to_bool_after(u, n->compare.ops[i], position);
        EMIT_JUMP(u, JUMP_IF_FALSE, stop, position);
        EMIT0(u, POP, position);
    }
    compile_expr(u, n->compare.comparators.items[last]);
    emit_comparison(u, n->compare.ops[last], position);
    if (last > 0) {
        EMIT_JUMP(u, JUMP, end, position);
        unit_place(u, stop);
        EMIT(u, SWAP, 2, position);
        EMIT0(u, POP, position);
        unit_place(u, end);
    }
}

static void visit_if_exp(Unit *u, const AstNode *n) {
    Label otherwise = unit_label(u), end = unit_label(u);
    compile_jump_if(u, n->if_exp.test, otherwise, false);
    compile_expr(u, n->if_exp.body);
    EMIT_JUMP(u, JUMP, end, unit_position(n));
    unit_place(u, otherwise);
    compile_expr(u, n->if_exp.orelse);
    unit_place(u, end);
}

/* ---- conditions ---- */

static void jump_on_bool(Unit *u, Label target, bool when, Position position) {
    if (when) {
        EMIT_JUMP(u, JUMP_IF_TRUE, target, position);
    } else {
        EMIT_JUMP(u, JUMP_IF_FALSE, target, position);
    }
}

static void jump_if_bool_op(Unit *u, const AstNode *n, Label target, bool when) {
    const AstList *values = &n->bool_op.values;
    bool decides = n->bool_op.op == AST_OR; /* the truth of one value that decides the whole */
    Label end = unit_label(u);
    for (int i = 0; i < values->count - 1; i++) {
        compile_jump_if(u, values->items[i], decides == when ? target : end, decides);
    }
    compile_jump_if(u, values->items[values->count - 1], target, when);
    unit_place(u, end);
}

static void jump_if_chain(Unit *u, const AstNode *n, Label target, bool when) {
    int last = n->compare.comparators.count - 1;
    Position position = unit_position(n);
    Label stop = unit_label(u), end = unit_label(u);
    compile_expr(u, n->compare.left);
    for (int i = 0; i < last; i++) {
        chain_link(u, n, i);
        to_bool_after(u, n->compare.ops[i], position);
        EMIT_JUMP(u, JUMP_IF_FALSE, stop, position);
    }
    compile_expr(u, n->compare.comparators.items[last]);
    emit_comparison(u, n->compare.ops[last], position);
    to_bool_after(u, n->compare.ops[last], position);
    jump_on_bool(u, target, when, position);
    EMIT_JUMP(u, JUMP, end, position);
    unit_place(u, stop);
    EMIT0(u, POP, position);
    if (!when) EMIT_JUMP(u, JUMP, target, position);
    unit_place(u, end);
}

static void jump_if_exp(Unit *u, const AstNode *n, Label target, bool when) {
    Label otherwise = unit_label(u), end = unit_label(u);
    compile_jump_if(u, n->if_exp.test, otherwise, false);
    compile_jump_if(u, n->if_exp.body, target, when);
    EMIT_JUMP(u, JUMP, end, unit_position(n));
    unit_place(u, otherwise);
    compile_jump_if(u, n->if_exp.orelse, target, when);
    unit_place(u, end);
}

/* Whether a condition is a constant, as in `while True`: 1, 0, or -1 when it has to be computed. */
static int constant_truth(const AstNode *n) {
    if (n->kind == AST_NAME) return is_debug(n) ? 1 : -1;
    if (n->kind != AST_CONSTANT) return -1;
    switch (n->constant.kind) {
    case AST_CONST_TRUE:
    case AST_CONST_ELLIPSIS: return 1;
    case AST_CONST_NONE:
    case AST_CONST_FALSE: return 0;
    case AST_CONST_INT: return !n->constant.fits || n->constant.integer != 0;
    case AST_CONST_COMPLEX:
    case AST_CONST_FLOAT: return !(n->constant.number == 0.0);
    default: return n->constant.length > 0;
    }
}

void compile_jump_if(Unit *u, const AstNode *n, Label target, bool when) {
    int truth = constant_truth(n);
    if (truth >= 0) {
        if ((truth == 1) == when) EMIT_JUMP(u, JUMP, target, unit_position(n));
    } else if (n->kind == AST_UNARY_OP && n->unary_op.op == AST_NOT) {
        compile_jump_if(u, n->unary_op.operand, target, !when);
    } else if (n->kind == AST_BOOL_OP) {
        jump_if_bool_op(u, n, target, when);
    } else if (n->kind == AST_IF_EXP) {
        jump_if_exp(u, n, target, when);
    } else if (n->kind == AST_COMPARE && n->compare.comparators.count > 1) {
        jump_if_chain(u, n, target, when);
    } else {
        compile_expr(u, n);
        if (!gives_bool(n)) EMIT0(u, TO_BOOL, unit_position(n));
        jump_on_bool(u, target, when, unit_position(n));
    }
}

/* ---- attributes, items ---- */

static void visit_attribute(Unit *u, const AstNode *n) {
    compile_expr(u, n->attribute.value);
    unit_emit_ident(u, OPCODE_LOAD_ATTR, n->attribute.attr, unit_attribute_position(n, n));
}

static void visit_subscript(Unit *u, const AstNode *n) {
    compile_expr(u, n->subscript.value);
    compile_expr(u, n->subscript.slice);
    EMIT0(u, GET_ITEM, unit_position(n));
}

static void visit_slice(Unit *u, const AstNode *n) {
    const AstNode *parts[] = {n->slice.lower, n->slice.upper, n->slice.step};
    uint32_t count = n->slice.step ? 3 : 2;
    for (uint32_t i = 0; i < count; i++) {
        if (parts[i]) {
            compile_expr(u, parts[i]);
        } else {
            unit_load_none(u, unit_position(n));
        }
    }
    EMIT(u, BUILD_SLICE, count, unit_position(n));
}

static void visit_starred(Unit *u, const AstNode *n) {
    unit_syntax_error(u, n, "can't use starred expression here");
}

/* ---- await and yield ---- */

void compile_await_loop(Unit *u, Position position) {
    Label again = unit_label(u), done = unit_label(u);
    unit_load_none(u, position);
    unit_place(u, again);
    EMIT_JUMP(u, SEND, done, position);
    EMIT(u, YIELD, 1, position);
    EMIT_JUMP(u, JUMP, again, position);
    unit_place(u, done);
}

static void visit_await(Unit *u, const AstNode *n) {
    compile_expr(u, n->value.value);
    EMIT(u, GET_AWAITABLE, 0, unit_position(n));
    compile_await_loop(u, unit_position(n));
}

static void visit_yield(Unit *u, const AstNode *n) {
    Position position = unit_position(n);
    if (n->value.value) {
        compile_expr(u, n->value.value);
    } else {
        unit_load_none(u, position);
    }
    if (u->flags & CODE_ASYNC_GENERATOR) {
        EMIT0(u, ASYNC_YIELD, position);
    } else {
        EMIT(u, YIELD, 0, position);
    }
}

static void visit_yield_from(Unit *u, const AstNode *n) {
    compile_expr(u, n->value.value);
    EMIT0(u, GET_YIELD_FROM, unit_position(n));
    compile_await_loop(u, unit_position(n));
}

void compile_expr(Unit *u, const AstNode *n) {
    static const Visitor visitors[AST_KIND_COUNT] = {
        [AST_BOOL_OP] = visit_bool_op,
        [AST_NAMED_EXPR] = visit_named_expr,
        [AST_BIN_OP] = visit_bin_op,
        [AST_UNARY_OP] = visit_unary_op,
        [AST_LAMBDA] = compile_lambda,
        [AST_IF_EXP] = visit_if_exp,
        [AST_DICT] = compile_dict_display,
        [AST_SET] = compile_sequence_display,
        [AST_LIST_COMP] = compile_comprehension,
        [AST_SET_COMP] = compile_comprehension,
        [AST_DICT_COMP] = compile_comprehension,
        [AST_GENERATOR_EXP] = compile_generator_exp,
        [AST_AWAIT] = visit_await,
        [AST_YIELD] = visit_yield,
        [AST_YIELD_FROM] = visit_yield_from,
        [AST_COMPARE] = visit_compare,
        [AST_CALL] = compile_call,
        [AST_FORMATTED_VALUE] = compile_formatted_value,
        [AST_JOINED_STR] = compile_joined_str,
        [AST_CONSTANT] = visit_constant,
        [AST_ATTRIBUTE] = visit_attribute,
        [AST_SUBSCRIPT] = visit_subscript,
        [AST_STARRED] = visit_starred,
        [AST_NAME] = visit_name,
        [AST_LIST] = compile_sequence_display,
        [AST_TUPLE] = compile_sequence_display,
        [AST_SLICE] = visit_slice,
    };
    ASSERT(visitors[n->kind], "an expression stands here");
    if (!u->c->failed) visitors[n->kind](u, n);
}
