#include "vm/interp.h"

#include "object/error.h"
#include "vm/attr.h"

static Res binary(Engine *e, PFrame *f, uint32_t op) {
    Obj *out = NULL;
    Res res = op_binary(e, (BinaryOp)op, PEEK(f, 2), PEEK(f, 1), &out);
    return interp_value(e, f, 2, res, out);
}

static Res inplace(Engine *e, PFrame *f, uint32_t op) {
    Obj *out = NULL;
    Res res = op_inplace(e, (BinaryOp)op, PEEK(f, 2), PEEK(f, 1), &out);
    return interp_value(e, f, 2, res, out);
}

static Res unary(Engine *e, PFrame *f, uint32_t op) {
    Obj *out = NULL;
    Res res = op_unary(e, (UnaryOp)op, PEEK(f, 1), &out);
    return interp_value(e, f, 1, res, out);
}

static Res compare(Engine *e, PFrame *f, uint32_t op) {
    Obj *out = NULL;
    Res res = op_compare(e, (CompareOp)op, PEEK(f, 2), PEEK(f, 1), &out);
    return interp_value(e, f, 2, res, out);
}

static Res contains(Engine *e, PFrame *f, uint32_t inverted) {
    (void)inverted; /* interp_arrive() looks at it */
    Obj *out = NULL;
    Res res = op_contains(e, PEEK(f, 1), PEEK(f, 2), &out);
    return interp_result(e, f, 2, res, out);
}

static Res to_bool(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *top = PEEK(f, 1), *out = NULL;
    if (top == e->true_ || top == e->false_) return R_OK;
    Res res = op_truth(e, top, &out);
    return interp_value(e, f, 1, res, out);
}

static Res get_item(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *out = NULL;
    Res res = op_getitem(e, PEEK(f, 2), PEEK(f, 1), &out);
    return interp_value(e, f, 2, res, out);
}

static Res set_item(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Res res = op_setitem(e, PEEK(f, 2), PEEK(f, 1), PEEK(f, 3));
    interp_drop(e, f, 3);
    return res;
}

static Res delete_item(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Res res = op_setitem(e, PEEK(f, 2), PEEK(f, 1), NULL);
    interp_drop(e, f, 2);
    return res;
}

static Res load_attr(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = NULL;
    Res res = op_getattr(e, PEEK(f, 1), f->code->names[n], &out);
    return interp_result(e, f, 1, res, out);
}

/* super().method(): the same, from a class behind that of the method that is running. */
static bool load_super_method(Engine *e, PFrame *f, Str *name) {
    Obj *top = PEEK(f, 1), *self;
    Obj *function = super_find_method(e, top, name, &self);
    if (!function) return false;
    PEEK(f, 1) = incref(function);
    PUSH(f, incref(self));
    decref(e, top);
    return true;
}

/* A plain method of the type needs no bound method object: the function and the receiver do. */
static Res load_method(Engine *e, PFrame *f, uint32_t n) {
    Obj *function;
    if (IS(e, PEEK(f, 1), super) && load_super_method(e, f, f->code->names[n])) return R_OK;
    bool plain = attr_find_method(e, PEEK(f, 1), f->code->names[n], &function);
    if (!plain) return load_attr(e, f, n); /* interp_arrive() pushes the NULL */
    Obj *self = PEEK(f, 1);
    PEEK(f, 1) = incref(function);
    PUSH(f, self);
    return R_OK;
}

static Res store_attr(Engine *e, PFrame *f, uint32_t n) {
    Res res = op_setattr(e, PEEK(f, 1), f->code->names[n], PEEK(f, 2));
    interp_drop(e, f, 2);
    return res;
}

static Res delete_attr(Engine *e, PFrame *f, uint32_t n) {
    Res res = op_setattr(e, PEEK(f, 1), f->code->names[n], NULL);
    interp_drop(e, f, 1);
    return res;
}

static Res jump_when(Engine *e, PFrame *f, uint32_t target, bool condition) {
    interp_drop(e, f, 1);
    if (condition) f->ip = target;
    return R_OK;
}

static Res jump_if_none(Engine *e, PFrame *f, uint32_t target) {
    return jump_when(e, f, target, PEEK(f, 1) == e->none);
}

static Res jump_if_not_none(Engine *e, PFrame *f, uint32_t target) {
    return jump_when(e, f, target, PEEK(f, 1) != e->none);
}

static Res get_len(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *out = NULL;
    Res res = op_length(e, PEEK(f, 1), &out);
    return interp_result(e, f, 0, res, out);
}

const OpEntry interp_operator_ops[] = {
    {OPCODE_BINARY, binary},
    {OPCODE_INPLACE, inplace},
    {OPCODE_UNARY, unary},
    {OPCODE_COMPARE, compare},
    {OPCODE_CONTAINS, contains},
    {OPCODE_TO_BOOL, to_bool},
    {OPCODE_GET_ITEM, get_item},
    {OPCODE_SET_ITEM, set_item},
    {OPCODE_DELETE_ITEM, delete_item},
    {OPCODE_LOAD_ATTR, load_attr},
    {OPCODE_LOAD_METHOD, load_method},
    {OPCODE_STORE_ATTR, store_attr},
    {OPCODE_DELETE_ATTR, delete_attr},
    {OPCODE_JUMP_IF_NONE, jump_if_none},
    {OPCODE_JUMP_IF_NOT_NONE, jump_if_not_none},
    {OPCODE_GET_LEN, get_len},
    {0, NULL},
};
