#include "vm/vm.h"

#include <string.h>

#include "object/error.h"
#include "object/list.h"
#include "vm/finalize.h"
#include "vm/interp.h"
#include "vm/native.h"
#include "vm/ops.h"

enum { NESTED_MAX = 100 };

/* Stands on the stack below a nested run and keeps its outcome; never stepped. */
static Res barrier_step(Engine *e, NFrame *f, Obj **out) {
    (void)e, (void)f, (void)out;
    ASSERT(false, "a barrier is no frame to run");
    return R_ERR;
}

static const NativeDef barrier_def = {"barrier", NULL, NULL, barrier_step, 0, NATIVE_CATCHES, NULL};

static bool is_barrier(Engine *e, const Frame *f) {
    return IS(e, f, native_frame) && ((const NFrame *)f)->def == &barrier_def;
}

/* One entry of a native frame. An error that it does not want to see ends it unseen. */
static Res run_native(Engine *e, NFrame *f, Obj **out) {
    e->vm->instructions++;
    bool failed = f->state != 0 && f->in_res == R_ERR;
    if (failed && (!(f->def->flags & NATIVE_CATCHES) || e->vm->aborting)) return R_ERR;
    return f->def->step(e, f, out);
}

/* A Python frame with an exception in flight drops its values first: what dies then, waits too. */
static bool unwinds(Engine *e, const Frame *f) {
    return e->vm->raised && IS(e, f, frame);
}

/* Runs until the last stack is empty or a barrier is on top; false: the run pauses. */
static bool run_frames(Engine *e) {
    VmState *vm = e->vm;
    while (vm->top ? !is_barrier(e, vm->top) : thread_left(e)) {
        if (vm->pending && !vm->aborting && !unwinds(e, vm->top)) finalize_next(e);
        if (vm->instructions >= e->pause_at && !vm->aborting) return false;
        if (IS(e, vm->top, frame)) {
            if (interp_run(e) && !vm->pending) return false;
            continue;
        }
        Obj *out = NULL;
        Res res = run_native(e, NFRAME(vm->top), &out);
        if (res != R_PUSH) vm_leave(e, res, out);
    }
    return true;
}

bool vm_charge(Engine *e, uint64_t instructions) {
    e->vm->instructions += instructions;
    if (e->vm->instructions < e->max_instructions || e->vm->aborting) return true;
    vm_abort(e, ABORT_INSTRUCTIONS);
    return false;
}

static uint64_t min_u64(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

RunResult vm_run(Engine *e, uint64_t slice) {
    VmState *vm = e->vm;
    uint64_t end = vm->instructions + slice;
    e->pause_at = min_u64(min_u64(e->stop.instructions, e->max_instructions), end);
    if (run_frames(e)) return RUN_ENDED;
    if (vm->instructions >= e->max_instructions) {
        vm_abort(e, ABORT_INSTRUCTIONS);
        return RUN_BUDGET;
    }
    return e->pause_at < end || vm->instructions < end ? RUN_STOPPED : RUN_BUDGET;
}

void vm_abort(Engine *e, AbortReason reason) {
    if (e->vm->aborting) return;
    e->vm->aborting = (uint8_t)reason;
    if (!e->vm->raised) err_null(e, T_SystemExit, NULL);
}

/* Pauses wait until the nested run is over: it is one indivisible step. */
static Res run_nested(Engine *e, NFrame *barrier, Obj **out) {
    uint64_t pause_at = e->pause_at;
    e->pause_at = e->max_instructions;
    while (!run_frames(e)) {
        if (e->pause_at != 0) {
            vm_abort(e, ABORT_INSTRUCTIONS);
            continue;
        }
        pause_at = 0; /* the event to stop at came in here */
        e->pause_at = e->max_instructions;
    }
    if (e->pause_at != 0) e->pause_at = pause_at;
    ASSERT(FRAME(barrier) == e->vm->top, "a nested run ends at its own barrier");
    *out = barrier->in;
    barrier->in = NULL;
    return barrier->in_res;
}

/* A barrier on top of the stack, counted as one more nested run; NULL: an error is set. */
static NFrame *begin_nested(Engine *e) {
    VmState *vm = e->vm;
    if (vm->nested >= NESTED_MAX) {
        err_null(e, T_RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    if (native_push(e, &barrier_def, NULL, 0) != R_PUSH) return NULL;
    vm->nested++;
    return NFRAME(vm->top);
}

/* Runs what was pushed, if anything was, and takes the barrier away. */
static Obj *end_nested(Engine *e, NFrame *barrier, Res res, Obj *out) {
    VmState *vm = e->vm;
    if (res == R_PUSH) res = run_nested(e, barrier, &out);
    vm->nested--;
    vm->top = barrier->f.back;
    barrier->f.back = NULL;
    decref(e, barrier);
    if (res == R_STOP) {
        err_raise_with(e, T_StopIteration, out);
        xdecref(e, out);
    }
    return res == R_OK ? out : NULL;
}

/* Calls `callable`, or where it is NULL the special method `name` of `o`. */
static Obj *call_nested(Engine *e, Obj *callable, Obj *o, Str *name, Obj *const *args, int nargs) {
    NFrame *barrier = begin_nested(e);
    if (!barrier) return NULL;
    Obj *out = NULL;
    Res res = callable ? op_call(e, callable, args, nargs, NULL, &out)
                       : op_call_special(e, o, name, args, nargs, &out);
    return end_nested(e, barrier, res, out);
}

Obj *vm_frame_nested(Engine *e, PFrame *f) {
    NFrame *barrier = begin_nested(e);
    if (!barrier) {
        decref(e, f);
        return NULL;
    }
    return end_nested(e, barrier, vm_push(e, FRAME(f)) ? R_PUSH : R_ERR, NULL);
}

Obj *vm_call_nested(Engine *e, Obj *callable, Obj *const *args, int nargs) {
    return call_nested(e, callable, NULL, NULL, args, nargs);
}

Obj *vm_special_nested(Engine *e, Obj *o, Str *name, Obj *const *args, int nargs, bool *found) {
    *found = type_lookup(e, o->type, name) != NULL;
    return *found ? call_nested(e, NULL, o, name, args, nargs) : NULL;
}
