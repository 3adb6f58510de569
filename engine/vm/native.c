#include "vm/native.h"

#include "object/error.h"
#include "object/native.h"
#include "vm/call.h"
#include "vm/signature.h"
#include "vm/vm.h"

static NFrame *frame_new(Engine *e, const NativeDef *def, uint32_t slots) {
    NFrame *f = (NFrame *)obj_new(e, TYPE(e, native_frame), sizeof(NFrame) + slots * sizeof(Obj *));
    if (!f) return NULL;
    f->def = def;
    f->slot_count = slots;
    return f;
}

Res native_push(Engine *e, const NativeDef *def, Obj *const *args, int count) {
    uint32_t slots = def->locals > count ? def->locals : (uint32_t)count;
    NFrame *f = frame_new(e, def, slots);
    if (!f) return R_ERR;
    for (int i = 0; i < count; i++) f->slot[i] = xincref(args[i]);
    return vm_push(e, FRAME(f)) ? R_PUSH : R_ERR;
}

bool native_tick(Engine *e) {
    if (++e->vm->instructions < e->max_instructions || e->vm->aborting) return true;
    vm_abort(e, ABORT_INSTRUCTIONS);
    return false;
}

void native_stop_error(Engine *e, NFrame *f) {
    err_raise_with(e, T_StopIteration, f->in == e->none ? NULL : f->in);
    clear_ref(e, f->in);
    f->in_res = R_ERR;
}

static Res call_fn(Engine *e, Native *n, Obj *first, Obj *const *args, int nargs, Tuple *kwnames,
                   Obj **out) {
    Obj *bound[SIGNATURE_MAX] = {0};
    if (!signature_bind(e, n, first, args, nargs, kwnames, bound)) return R_ERR;
    *out = n->def->fn(e, bound);
    for (uint32_t i = 0; i < n->sig->count; i++) xdecref(e, bound[i]);
    return *out ? R_OK : R_ERR;
}

static Res push_step(Engine *e, Native *n, Obj *first, Obj *const *args, int nargs,
                     Tuple *kwnames) {
    NFrame *f = frame_new(e, n->def, (uint32_t)n->sig->count + n->def->locals);
    if (!f) return R_ERR;
    if (!signature_bind(e, n, first, args, nargs, kwnames, f->slot)) {
        decref(e, f);
        return R_ERR;
    }
    f->callable = incref(n);
    return vm_push(e, FRAME(f)) ? R_PUSH : R_ERR;
}

Res native_invoke(Engine *e, Obj *native, Obj *first, Obj *const *args, int nargs, Tuple *kwnames,
                  Obj **out) {
    Native *n = NATIVE(native);
    if (n->def->step) return push_step(e, n, first, args, nargs, kwnames);
    return call_fn(e, n, first, args, nargs, kwnames, out);
}

Res native_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Native *n = NATIVE(callable);
    return native_invoke(e, callable, n->owner ? n->self : NULL, args, nargs, kwnames, out);
}
