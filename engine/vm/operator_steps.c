/* Operators with an operand whose class defines them in Python: who is asked, and in which order.
 */
#include "vm/slots.h"

#include "object/error.h"
#include "object/int.h"
#include "object/wrapper.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/ops_error.h"
#include "vm/ops_sequence.h"
#include "vm/vm.h"

/* Slots of both frames: 0 left operand, 1 right operand. number[0]: the operation (and INPLACE),
 * number[1]: how many operands have been asked. */
enum { INPLACE = 256 };

static const CompareOp swapped[COMPARE_OP_COUNT] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};

/* True when the frame has an answer in f->in. */
static bool answered(Engine *e, const NFrame *f) {
    return f->in_res == R_OK && f->in != e->not_implemented;
}

/* The right operand goes first when its class is a subclass that redefines the reflected method. */
static bool right_goes_first(Engine *e, BinaryOp op, const Obj *a, const Obj *b) {
    if (a->type == b->type) return false;
    Str *name = slots_binary_name(e, op, true);
    Obj *theirs = type_lookup(e, b->type, name);
    if (!type_is_subtype(b->type, a->type)) return false;
    return theirs && theirs != type_lookup(e, a->type, name);
}

static Res ask_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, bool right, Obj **out) {
    Obj *self = right ? b : a, *other = right ? a : b;
    bool sequence = sequence_op(e, op, self->type);
    if (sequence && !sequence_asked_as_number(e, op, self->type)) return R_NOTIMPL;
    if (!slots_binary_is_python(self->type)) {
        return self->type->slots.binary ? self->type->slots.binary(e, op, a, b, out) : R_NOTIMPL;
    }
    Str *name = slots_binary_name(e, op, right);
    Obj *found = type_lookup(e, self->type, name);
    if (!found) return R_NOTIMPL;
    if (IS(e, found, wrapper_descriptor) && !sequence) {
        return WRAPPER(found)->owner->slots.binary(e, op, a, b, out);
    }
    return op_call_special(e, self, name, &other, 1, out);
}

static Res ask_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    bool sequence = sequence_op(e, op, a->type);
    /* A subclass of list takes += for a number's operator, list itself does not. */
    if (sequence && (op == OP_MUL || !(a->type->flags & TYPE_HEAP)) &&
        !slots_inplace_is_python(a->type)) {
        return R_NOTIMPL;
    }
    if (!slots_inplace_is_python(a->type)) {
        return a->type->slots.inplace ? a->type->slots.inplace(e, op, a, b, out) : R_NOTIMPL;
    }
    Str *name = slots_inplace_name(e, op);
    Obj *found = type_lookup(e, a->type, name);
    if (!found) return R_NOTIMPL;
    if (IS(e, found, wrapper_descriptor)) {
        return sequence && op == OP_MUL ? R_NOTIMPL
                                        : WRAPPER(found)->owner->slots.inplace(e, op, a, b, out);
    }
    return op_call_special(e, a, name, &b, 1, out);
}

static Res binary_step(Engine *e, NFrame *f, Obj **out) {
    BinaryOp op = (BinaryOp)(f->number[0] & (INPLACE - 1));
    bool inplace = (f->number[0] & INPLACE) != 0;
    STEPS(f);
    if (inplace) {
        STEP_TRY(1, ask_inplace(e, op, f->slot[0], f->slot[1], STEP_OUT));
        if (f->in_res == R_ERR) return R_ERR;
        if (answered(e, f)) goto done;
    }
    if (right_goes_first(e, op, f->slot[0], f->slot[1])) f->number[0] |= INPLACE << 1;
    for (; f->number[1] < (f->slot[0]->type == f->slot[1]->type ? 1 : 2); f->number[1]++) {
        STEP_TRY(2, ask_binary(e, op, f->slot[0], f->slot[1],
                               f->number[1] != ((f->number[0] & INPLACE << 1) ? 1 : 0), STEP_OUT));
        if (f->in_res == R_ERR) return R_ERR;
        if (answered(e, f)) goto done;
    }
    STEP_TRY(3, sequence_binary(e, op, f->slot[0], f->slot[1], inplace, STEP_OUT));
    if (f->in_res == R_ERR) return R_ERR;
    if (answered(e, f)) goto done;
    return ops_binary_error(e, op, f->slot[0], f->slot[1], inplace);
done:
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res ask_compare(Engine *e, CompareOp op, Obj *a, Obj *b, bool right, Obj **out) {
    Obj *self = right ? b : a, *other = right ? a : b;
    if (right) op = swapped[op];
    if (!(self->type->flags & TYPE_PY_COMPARE)) {
        return self->type->slots.compare ? self->type->slots.compare(e, op, self, other, out)
                                         : R_NOTIMPL;
    }
    Str *name = slots_compare_name(e, op);
    Obj *found = type_lookup(e, self->type, name);
    if (!found) return R_NOTIMPL;
    if (IS(e, found, wrapper_descriptor)) {
        return WRAPPER(found)->owner->slots.compare(e, op, self, other, out);
    }
    return op_call_special(e, self, name, &other, 1, out);
}

static Res compare_step(Engine *e, NFrame *f, Obj **out) {
    CompareOp op = (CompareOp)(f->number[0] & (INPLACE - 1));
    STEPS(f);
    if (f->slot[0]->type != f->slot[1]->type &&
        type_is_subtype(f->slot[1]->type, f->slot[0]->type)) {
        f->number[0] |= INPLACE;
    }
    for (; f->number[1] < 2; f->number[1]++) {
        STEP_TRY(1, ask_compare(e, op, f->slot[0], f->slot[1],
                                f->number[1] != ((f->number[0] & INPLACE) ? 1 : 0), STEP_OUT));
        if (f->in_res == R_ERR) return R_ERR;
        if (!answered(e, f)) continue;
        *out = in_take(f);
        return R_OK;
    }
    return obj_compare_default(e, op, f->slot[0], f->slot[1], out);
    STEPS_END;
}

static Res not_equal_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, ask_compare(e, CMP_EQ, f->slot[0], f->slot[1], false, STEP_OUT));
    if (f->in_res == R_ERR) return R_ERR;
    if (!answered(e, f)) {
        *out = e->not_implemented;
        return R_OK;
    }
    slot_take(e, f, 0);
    STEP(2, op_truth(e, f->slot[0], STEP_OUT));
    *out = obj_bool(e, f->in == e->false_);
    return R_OK;
    STEPS_END;
}

/* bool(o) by a __len__ that is written in Python. */
static Res truth_of_length_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_length(e, f->slot[0], STEP_OUT));
    *out = obj_bool(e, int_value(f->in) != 0);
    return R_OK;
    STEPS_END;
}

static const NativeDef binary_def = {"operator", NULL, NULL, binary_step, 2, 0, NULL};
static const NativeDef compare_def = {"comparison", NULL, NULL, compare_step, 2, 0, NULL};
static const NativeDef not_equal_def = {"__ne__", NULL, NULL, not_equal_step, 2, 0, NULL};

static const NativeDef truth_def = {"__bool__", NULL, NULL, truth_of_length_step, 1, 0, NULL};

static Res push(Engine *e, const NativeDef *def, int64_t op, Obj *a, Obj *b) {
    Res res = native_push(e, def, (Obj *[]){a, b}, 2);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = op;
    return res;
}

Res steps_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, bool inplace) {
    return push(e, &binary_def, (int64_t)op | (inplace ? INPLACE : 0), a, b);
}

Res steps_compare(Engine *e, CompareOp op, Obj *a, Obj *b) {
    return push(e, &compare_def, (int64_t)op, a, b);
}

Res slots_not_equal(Engine *e, Obj *a, Obj *b, Obj **out) {
    (void)out;
    return push(e, &not_equal_def, 0, a, b);
}

Res steps_truth_of_length(Engine *e, Obj *o) {
    return native_push(e, &truth_def, &o, 1);
}
