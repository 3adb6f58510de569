#include "vm/native.h"

#include "object/error.h"
#include "object/native.h"
#include "vm/call.h"
#include "vm/ops.h"
#include "vm/signature.h"
#include "vm/vm.h"

enum { NATIVE_DEPTH = 16 };

static NFrame *frame_new(Engine *e, const NativeDef *def, uint32_t slots) {
    NFrame *f = (NFrame *)obj_new(e, TYPE(e, native_frame), sizeof(NFrame) + slots * sizeof(Obj *));
    if (!f) return NULL;
    f->def = def;
    f->slot_count = slots;
    return f;
}

static NFrame *frame_with(Engine *e, const NativeDef *def, Obj *const *args, int count) {
    uint32_t slots = def->locals > count ? def->locals : (uint32_t)count;
    NFrame *f = frame_new(e, def, slots);
    for (int i = 0; f && i < count; i++) f->slot[i] = xincref(args[i]);
    return f;
}

Res native_push(Engine *e, const NativeDef *def, Obj *const *args, int count) {
    NFrame *f = frame_with(e, def, args, count);
    return f && vm_push(e, FRAME(f)) ? R_PUSH : R_ERR;
}

bool native_tick(Engine *e) {
    return vm_charge(e, 1);
}

/* Ticks may come in pairs: the exact multiple may be missed. It is the count of the run that
 * decides, not the clock, so that a run that is repeated pauses at the same places. */
enum { PAUSE_DISTANCE = 1 << 14, PAUSE_TICKS = 4 };

bool native_pause_due(const Engine *e) {
    return e->vm->instructions % PAUSE_DISTANCE < PAUSE_TICKS;
}

uint64_t native_until_pause(const Engine *e) {
    return PAUSE_DISTANCE - e->vm->instructions % PAUSE_DISTANCE;
}

void native_stop_error(Engine *e, NFrame *f) {
    err_raise_with(e, T_StopIteration, f->in == e->none ? NULL : f->in);
    clear_ref(e, f->in);
    f->in_res = R_ERR;
}

Res native_fail(Engine *e, NFrame *f) {
    if (f->in_res == R_STOP) native_stop_error(e, f);
    return R_ERR;
}

static Res call_fn(Engine *e, Native *n, Obj *first, Obj *const *args, int nargs, Tuple *kwnames,
                   Obj **out) {
    if (!first && nargs == n->sig->count && signature_is_simple(n, args, nargs, kwnames, NULL)) {
        *out = n->def->fn(e, args); /* the caller holds them */
        return *out ? R_OK : R_ERR;
    }
    Obj *bound[SIGNATURE_MAX] = {0};
    if (!signature_bind(e, n, first, args, nargs, kwnames, bound)) return R_ERR;
    *out = n->def->fn(e, bound);
    for (uint32_t i = 0; i < n->sig->count; i++) xdecref(e, bound[i]);
    return *out ? R_OK : R_ERR;
}

void native_pop(Engine *e, NFrame *f) {
    ASSERT(e->vm->top == FRAME(f), "a native that ends is on top");
    e->vm->top = f->f.back;
    f->f.back = NULL;
    decref(e, f);
}

/* Most natives need no call and end in their first step; where many are within each other they take
 * their turn in the VM's loop. Where the run pauses must make no difference here. */
static Res run_at_once(Engine *e, NFrame *f, Obj **out) {
    VmState *vm = e->vm;
    if (!vm_push(e, FRAME(f))) return R_ERR;
    if (e->native_depth >= NATIVE_DEPTH || vm->pending) return R_PUSH;
    vm->instructions++;
    e->native_depth++;
    Res res = f->def->step(e, f, out);
    e->native_depth--;
    if (res == R_PUSH) return R_PUSH;
    native_pop(e, f);
    return res;
}

Res native_run(Engine *e, const NativeDef *def, Obj *const *args, int count, Obj **out) {
    NFrame *f = frame_with(e, def, args, count);
    return f ? run_at_once(e, f, out) : R_ERR;
}

static Res push_step(Engine *e, Native *n, Obj *first, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    NFrame *f = frame_new(e, n->def, (uint32_t)n->sig->count + n->def->locals);
    if (!f) return R_ERR;
    if (!signature_bind(e, n, first, args, nargs, kwnames, f->slot)) {
        decref(e, f);
        return R_ERR;
    }
    f->callable = incref(n);
    return run_at_once(e, f, out);
}

/* What needs no frame: for arguments as the function wants them, if it can. */
static bool try_fn(Engine *e, Native *n, Obj *first, Obj *const *args, int nargs, Tuple *kwnames,
                   Obj **out) {
    if (!n->def->fn || first || nargs != n->sig->count) return false;
    if (!signature_is_simple(n, args, nargs, kwnames, NULL)) return false;
    *out = n->def->fn(e, args);
    return *out || err_occurred(e);
}

/* Text and numbers from each other: no method of the program has a part in it. */
static bool converts_plainly(Engine *e, const Obj *callable, const Obj *argument) {
    bool target = callable == OBJ(TYPE(e, str)) || callable == OBJ(TYPE(e, int)) ||
                  callable == OBJ(TYPE(e, float));
    return target && (IS(e, argument, int) || IS(e, argument, str) || IS(e, argument, float));
}

Res native_try1(Engine *e, Obj *callable, Obj *argument, Obj **out) {
    if (converts_plainly(e, callable, argument)) return op_call1(e, callable, argument, out);
    if (!IS(e, callable, builtin_function_or_method)) return R_NOTIMPL;
    Native *n = NATIVE(callable);
    if (!try_fn(e, n, n->owner ? n->self : NULL, &argument, 1, NULL, out)) return R_NOTIMPL;
    return *out ? R_OK : R_ERR;
}

Res native_invoke(Engine *e, Obj *native, Obj *first, Obj *const *args, int nargs, Tuple *kwnames,
                  Obj **out) {
    Native *n = NATIVE(native);
    if (!n->def->step) return call_fn(e, n, first, args, nargs, kwnames, out);
    if (try_fn(e, n, first, args, nargs, kwnames, out)) return *out ? R_OK : R_ERR;
    return push_step(e, n, first, args, nargs, kwnames, out);
}

Res native_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Native *n = NATIVE(callable);
    return native_invoke(e, callable, n->owner ? n->self : NULL, args, nargs, kwnames, out);
}
