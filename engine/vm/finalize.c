#include "vm/finalize.h"

#include "object/error.h"
#include "object/list.h"
#include "object/weakref.h"
#include "vm/gen.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/unraisable.h"
#include "vm/vm.h"

/* What only tells, or leaves it to the loop: runs no Python code here. */
static bool finalize_plainly(Engine *e, Obj *o) {
    if (agen_is_await(e, o)) return agen_await_dropped(e, o), true;
    return gen_is(e, o) && gen_dropped(e, GEN(o));
}

static bool has_more(const NFrame *f) {
    return f->number[0] < LIST(f->slot[0])->size;
}

/* The next object into slot 1; false: only a reference to it waited, see obj_drop(). */
static bool take_next(Engine *e, NFrame *f) {
    Obj **place = &LIST(f->slot[0])->items[f->number[0]++];
    bool reference = *place == e->not_implemented;
    if (reference) place = &LIST(f->slot[0])->items[f->number[0]++];
    f->slot[1] = *place;
    *place = e->none;
    return !reference;
}

/* Slots: 0 the List of what waited together, 1 the object whose finalizer runs, 2 the exception
 * that was in flight, or NULL. Each object is freed before the next one's turn; what dies meanwhile
 * goes first, in a frame of its own. An error is reported and goes no further: whoever runs next
 * knows nothing of it. */
static Res finalize_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    while (has_more(f)) {
        if (!take_next(e, f) || finalize_plainly(e, f->slot[1])) {
            f->in_res = R_OK;
        } else if (gen_is(e, f->slot[1]) && gen_is_the_programs(e, GEN(f->slot[1]))) {
            STEP_TRY(6, op_call1(e, GEN(f->slot[1])->finalizer, f->slot[1], STEP_OUT));
        } else if (gen_is(e, f->slot[1])) {
            STEP_TRY(1, gen_close(e, GEN(f->slot[1]), STEP_OUT));
        } else if (f->slot[1]->type->layout == LAYOUT_FUTURE) {
            STEP_TRY(3, e->hooks.future_dropped(e, f->slot[1]));
        } else if (obj_is(f->slot[1], TYPE(e, weakref))) {
            STEP_TRY(4, op_call1(e, WEAKREF(f->slot[1])->callback, f->slot[1], STEP_OUT));
        } else {
            STEP_TRY(2, op_call_special(e, f->slot[1], N(e, __del__), NULL, 0, STEP_OUT));
        }
        if (f->in_res == R_ERR) unraisable_in_finalizer(e, f->slot[1]);
        clear_ref(e, f->in);
        clear_ref(e, f->slot[1]);
        if (has_more(f)) { STEP_TRY(5, finalize_now(e, STEP_OUT)); }
    }
    if (f->slot[2]) {
        err_restore(e, incref(f->slot[2]));
        return R_ERR;
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef finalize_def = {
    "finalizer", NULL, NULL, finalize_step, 3, NATIVE_CATCHES | NATIVE_SILENT, NULL};

bool vm_queue_finalizer(Engine *e, Obj *o) {
    VmState *vm = e->vm;
    if (vm->aborting) return false;
    if (!vm->pending) vm->pending = OBJ(list_new(e, 4));
    return vm->pending && list_append(e, LIST(vm->pending), o);
}

Res finalize_now(Engine *e, Obj **out) {
    *out = e->none;
    if (!e->vm->pending || e->vm->aborting) return R_OK;
    finalize_next(e);
    return R_PUSH;
}

void finalize_next(Engine *e) {
    Obj *given[] = {e->vm->pending, NULL, err_take(e)};
    e->vm->pending = NULL;
    native_push(e, &finalize_def, given, 3);
    decref(e, given[0]);
    xdecref(e, given[2]);
}
