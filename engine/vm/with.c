#include "vm/with.h"

#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* A special method bound to the object; a missing one fails with the message of the statement. */
static Res bind_special(Engine *e, Obj *o, Str *name, Obj **out) {
    Obj *found = type_lookup(e, o->type, name);
    if (!found->type->slots.descr_get) {
        *out = incref(found);
        return R_OK;
    }
    return found->type->slots.descr_get(e, found, o, OBJ(o->type), out);
}

static bool check_protocol(Engine *e, Obj *o, Str *enter, Str *leave, const char *what) {
    bool enters = type_lookup(e, o->type, enter) != NULL;
    if (enters && type_lookup(e, o->type, leave)) return true;
    if (!enters) {
        return err_false(e, T_TypeError, "'%s' object does not support the %s protocol",
                         type_name(o), what);
    }
    return err_false(e, T_TypeError,
                     "'%s' object does not support the %s protocol (missed %s method)",
                     type_name(o), what, leave->text);
}

/* Slots: manager, bound exit, result. number[0]: 1 = async. */
static Res enter_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, bind_special(e, f->slot[0], f->number[0] ? N(e, __aexit__) : N(e, __exit__), STEP_OUT));
    slot_take(e, f, 1);
    STEP(2, op_call_special(e, f->slot[0], f->number[0] ? N(e, __aenter__) : N(e, __enter__), NULL,
                            0, STEP_OUT));
    *out = OBJ(tuple_pack(e, 2, f->in, f->slot[1]));
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

static const NativeDef enter_def = {"with", NULL, NULL, enter_step, 3, 0, NULL};

static Res push_enter(Engine *e, Obj *manager, int64_t is_async) {
    Res res = native_push(e, &enter_def, &manager, 1);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = is_async;
    return res;
}

Res with_enter(Engine *e, Obj *manager) {
    if (!check_protocol(e, manager, N(e, __enter__), N(e, __exit__), "context manager")) {
        return R_ERR;
    }
    return push_enter(e, manager, 0);
}

Res with_async_enter(Engine *e, Obj *manager) {
    if (!check_protocol(e, manager, N(e, __aenter__), N(e, __aexit__),
                        "asynchronous context manager")) {
        return R_ERR;
    }
    return push_enter(e, manager, 1);
}
