#include "aio/aio.h"

#include "object/error.h"
#include "vm/gen.h"
#include "vm/native.h"
#include "vm/warn.h"

/* What `await future` drives. */

typedef struct {
    Obj h;
    AioFuture *future; /* owned; NULL when used up */
} FutureIter;

#define FUTURE_ITER(o) ((FutureIter *)(o))

Res aio_future_await(Engine *e, Obj *o, Obj **out) {
    if (!FUTURE(o)->loop) {
        return err_res(e, T_RuntimeError, "Future object is not initialized.");
    }
    FutureIter *it = (FutureIter *)obj_new(e, TYPE(e, FutureIter), sizeof(FutureIter));
    if (!it) return R_ERR;
    it->future = (AioFuture *)incref(o);
    *out = OBJ(it);
    return R_OK;
}

/* First it hands the future to the task that awaits it; then the future must be done. */
static Res iter_next(Engine *e, Obj *o, Obj **out) {
    AioFuture *f = FUTURE_ITER(o)->future;
    *out = NULL;
    if (!f) return R_STOP;
    if (f->state == FUTURE_PENDING) {
        if (f->blocking) return err_res(e, T_RuntimeError, "await wasn't used with future");
        f->blocking = 1;
        *out = incref(f);
        return R_OK;
    }
    FUTURE_ITER(o)->future = NULL;
    Res res = aio_future_outcome(e, f, out);
    decref(e, f);
    return res == R_OK ? R_STOP : res;
}

static Res iter_send(Engine *e, Obj *o, Obj *value, Obj **out) {
    (void)value;
    return iter_next(e, o, out);
}

static Res iter_self(Engine *e, Obj *o, Obj **out) {
    (void)e;
    *out = incref(o);
    return R_OK;
}

static void iter_release(Engine *e, Obj *o) {
    drop_ref(e, FUTURE_ITER(o)->future);
}

/* Slots: self, value. */
static Res iter_send_step(Engine *e, NFrame *f, Obj **out) {
    return iter_next(e, f->slot[0], out);
}

/* Slots: self, typ, val, tb. */
static Res iter_throw_step(Engine *e, NFrame *f, Obj **out) {
    (void)out;
    STEPS(f);
    if (!warn_old_throw(e, "throw", f->slot[2])) return R_ERR;
    if (f->slot[3] && f->slot[3] != e->none && !IS(e, f->slot[3], traceback)) {
        return err_res(e, T_TypeError, "throw() third argument must be a traceback");
    }
    STEP(1, gen_make_exception(e, f->slot[1], f->slot[2], STEP_OUT));
    if (!gen_check_made(e, f, f->slot[1])) return R_ERR;
    clear_ref(e, FUTURE_ITER(f->slot[0])->future);
    err_restore(e, in_take(f));
    return R_ERR;
    STEPS_END;
}

static Obj *iter_close(Engine *e, Obj *const *a) {
    clear_ref(e, FUTURE_ITER(a[0])->future);
    return e->none;
}

static const NativeDef iter_methods[] = {
    {"send", "self, arg, /", NULL, iter_send_step, 0, 0, NULL},
    {"throw", "self, typ, val=, tb=, /", NULL, iter_throw_step, 0, 0, NULL},
    {"close", "self, /", iter_close, NULL, 0, 0, NULL},
    {0},
};

const TypeSpec future_iter_spec = {
    .name = "FutureIter",
    .module = "_asyncio",
    .layout = LAYOUT_OTHER,
    .size = sizeof(FutureIter),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.release = iter_release, .iter = iter_self, .next = iter_next, .send = iter_send},
    .methods = iter_methods,
};
