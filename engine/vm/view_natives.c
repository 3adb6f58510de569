/* Set operators and isdisjoint() of dict views with iterables that may run Python code. */
#include "vm/container_natives.h"

#include "object/dict_views.h"
#include "object/iter.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

static Res as_container(Engine *e, Obj *o, Obj **out) {
    if (!iter_is_native_iterable(e, o)) return op_list(e, o, out);
    *out = incref(o);
    return R_OK;
}

/* Slots: both operands. number[0] = the operator. */
static Res operate_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, as_container(e, f->slot[0], STEP_OUT));
    slot_take(e, f, 0);
    STEP(2, as_container(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    return dict_view_binary(e, (BinaryOp)f->number[0], f->slot[0], f->slot[1], out);
    STEPS_END;
}

static const NativeDef operate_def = {"set operator", NULL, NULL, operate_step, 2, 0, NULL};

Res view_natives_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    bool is_set_operator = op == OP_AND || op == OP_OR || op == OP_SUB || op == OP_XOR;
    if (!is_set_operator) return R_NOTIMPL;
    if (iter_is_native_iterable(e, a) && iter_is_native_iterable(e, b)) {
        return dict_view_binary(e, op, a, b, out);
    }
    Res res = native_push(e, &operate_def, (Obj *[]){a, b}, 2);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = op;
    return res;
}

/* Slots: view, iterable, iterator. Stops at the first common item. */
static Res isdisjoint_step(Engine *e, NFrame *f, Obj **out) {
    bool answer, needs_call;
    STEPS(f);
    if (dict_view_is_disjoint(e, f->slot[0], f->slot[1], &answer, &needs_call)) {
        *out = obj_bool(e, answer);
        return R_OK;
    }
    if (!needs_call) return R_ERR;
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 2);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[2], STEP_OUT));
        if (f->in_res == R_STOP) break;
        Obj *found;
        if (op_contains(e, f->slot[0], f->in, &found) != R_OK) return R_ERR;
        if (found == e->false_) continue;
        *out = e->false_;
        return R_OK;
    }
    *out = e->true_;
    return R_OK;
    STEPS_END;
}

const NativeDef view_native_defs[] = {
    {.name = "isdisjoint", .signature = "self, other, /", .step = isdisjoint_step, .locals = 1},
    {0},
};
