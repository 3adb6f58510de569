/* bool: the two ints that have names. */
#include "object/int.h"

#include "object/construct.h"
#include "object/error.h"
#include "object/str.h"

static Obj *repr(Engine *e, Obj *o) {
    return OBJ(str_from(e, int_value(o) ? "True" : "False"));
}

/* &, | and ^ of two bools are bools; everything else is done by int. */
static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    bool logical = op == OP_AND || op == OP_OR || op == OP_XOR;
    if (!logical || !IS(e, a, bool) || !IS(e, b, bool)) {
        return int_spec.slots.binary(e, op, a, b, out);
    }
    int64_t x = int_value(a), y = int_value(b);
    *out = obj_bool(e, op == OP_AND ? x & y : op == OP_OR ? x | y : x ^ y);
    return R_OK;
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    static const ConstructorArgs parameters = {"bool", NULL, 1, 1, true};
    (void)type;
    Obj *value;
    bool truth = false;
    if (!construct_bind(e, &parameters, args, nargs, kwnames, &value)) return R_ERR;
    if (value && !obj_truth(e, value, &truth)) return R_ERR;
    *out = obj_bool(e, truth);
    return R_OK;
}

const TypeSpec bool_spec = {
    .name = "bool",
    .base = T_int,
    .layout = LAYOUT_INT,
    .size = sizeof(Int),
    .slots = {.repr = repr, .binary = binary, .construct = construct},
    .doc = "True or False.",
};
