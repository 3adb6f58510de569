#include "vm/ops.h"

#include "object/error.h"
#include "object/exceptions.h"
#include "object/int.h"
#include "object/native.h"
#include "object/str.h"
#include "vm/ops_error.h"
#include "vm/ops_sequence.h"
#include "vm/slots.h"
#include "vm/vm.h"
#include "vm/warn.h"

const char *const binary_op_symbols[BINARY_OP_COUNT] = {
    [OP_ADD] = "+",       [OP_SUB] = "-", [OP_MUL] = "*",  [OP_MATMUL] = "@",  [OP_TRUEDIV] = "/",
    [OP_FLOORDIV] = "//", [OP_MOD] = "%", [OP_POW] = "**", [OP_LSHIFT] = "<<", [OP_RSHIFT] = ">>",
    [OP_AND] = "&",       [OP_OR] = "|",  [OP_XOR] = "^"};

Res ops_binary_error(Engine *e, BinaryOp op, Obj *a, Obj *b, bool inplace) {
    bool print = op == OP_RSHIFT && IS(e, a, builtin_function_or_method) &&
                 str_equal_text(NATIVE(a)->name, "print");
    if (print && !inplace) {
        return err_res(e, T_TypeError,
                       "unsupported operand type(s) for >>: '%s' and '%s'. Did you mean "
                       "\"print(<message>, file=<output_stream>)\"?",
                       type_name(a), type_name(b));
    }
    const char *symbol = !inplace && op == OP_POW ? "** or pow()" : binary_op_symbols[op];
    return err_res(e, T_TypeError, "unsupported operand type(s) for %s%s: '%s' and '%s'", symbol,
                   inplace ? "=" : "", type_name(a), type_name(b));
}

static Res try_binary(Engine *e, BinaryOp op, const Obj *who, Obj *a, Obj *b, Obj **out) {
    return who->type->slots.binary ? who->type->slots.binary(e, op, a, b, out) : R_NOTIMPL;
}

/* Both operands' slots are C functions. */
static Res binary_native(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (a->type->slots.binary == b->type->slots.binary) return try_binary(e, op, a, a, b, out);
    bool right_first = a->type != b->type && type_is_subtype(b->type, a->type);
    Res res = try_binary(e, op, right_first ? b : a, a, b, out);
    return res == R_NOTIMPL ? try_binary(e, op, right_first ? a : b, a, b, out) : res;
}

Res op_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (slots_binary_is_python(a->type) || slots_binary_is_python(b->type)) {
        return steps_binary(e, op, a, b, false);
    }
    Res res = binary_native(e, op, a, b, out);
    return res == R_NOTIMPL ? ops_binary_error(e, op, a, b, false) : res;
}

Res op_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (slots_inplace_is_python(a->type) || slots_binary_is_python(a->type) ||
        slots_binary_is_python(b->type)) {
        return steps_binary(e, op, a, b, true);
    }
    Res res = a->type->slots.inplace ? a->type->slots.inplace(e, op, a, b, out) : R_NOTIMPL;
    if (sequence_keeps_out(e, op, a, b)) return ops_binary_error(e, op, a, b, true);
    if (res == R_NOTIMPL) res = binary_native(e, op, a, b, out);
    return res == R_NOTIMPL ? ops_binary_error(e, op, a, b, true) : res;
}

static bool warn_inverted_bool(Engine *e) {
    return warn(e, T_DeprecationWarning, 0,
                "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. "
                "This returns the bitwise inversion of the underlying int object and is usually "
                "not what you expect from negating a bool. Use the 'not' operator for boolean "
                "negation or ~int(x) if you really want the bitwise inversion of the underlying "
                "int.");
}

Res op_unary(Engine *e, UnaryOp op, Obj *a, Obj **out) {
    if (op == OP_INVERT && IS(e, a, bool) && !warn_inverted_bool(e)) return R_ERR;
    static const char *const symbols[UNARY_OP_COUNT] = {
        [OP_NEG] = "-", [OP_POS] = "+", [OP_INVERT] = "~"};
    Res res = a->type->slots.unary ? a->type->slots.unary(e, op, a, out) : R_NOTIMPL;
    if (res != R_NOTIMPL) return res;
    return err_res(e, T_TypeError, "bad operand type for unary %s: '%s'", symbols[op],
                   type_name(a));
}

Res op_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((a->type->flags | b->type->flags) & TYPE_PY_COMPARE) return steps_compare(e, op, a, b);
    return obj_compare_native(e, op, a, b, out);
}

static bool warn_truth_of_not_implemented(Engine *e) {
    return warn(e, T_DeprecationWarning, 0,
                "NotImplemented should not be used in a boolean context");
}

Res op_truth(Engine *e, Obj *o, Obj **out) {
    const TypeSlots *slots = &o->type->slots;
    if (o == e->true_ || o == e->false_ || o == e->none) {
        *out = obj_bool(e, o == e->true_);
        return R_OK;
    }
    if (slots->truth) return slots->truth(e, o, out);
    if (!slots->length) {
        *out = e->true_;
        return o == e->not_implemented && !warn_truth_of_not_implemented(e) ? R_ERR : R_OK;
    }
    if (o->type->flags & TYPE_PY_TRUTH) return steps_truth_of_length(e, o);
    Obj *length = NULL;
    Res res = slots->length(e, o, &length);
    if (res != R_OK) return res;
    *out = obj_bool(e, int_value(length) != 0);
    decref(e, length);
    return R_OK;
}

Res op_length(Engine *e, Obj *o, Obj **out) {
    if (o->type->slots.length) return o->type->slots.length(e, o, out);
    return err_res(e, T_TypeError, "object of type '%s' has no len()", type_name(o));
}

Res ops_stop_from_error(Engine *e, Obj **out) {
    if (!err_matches(e, T_StopIteration)) return R_ERR;
    const Frame *back = e->vm->top->back;
    bool native = back && IS(e, back, native_frame);
    if (native && (NFRAME(back)->def->flags & NATIVE_TAKES_STOP)) return R_ERR;
    Obj *stop = err_take(e);
    Obj *value = EXC(stop)->extra[0];
    *out = value && value != e->none ? incref(value) : NULL;
    decref(e, stop);
    return R_STOP;
}
