#include "vm/anext.h"

#include "object/error.h"
#include "object/exceptions.h"
#include "vm/gen.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* anext(aiterator, default): drives the awaitable and turns the end into the default. */
typedef struct {
    Obj h;
    Obj *awaitable; /* owned */
    Obj *fallback;  /* owned */
    Obj *iterator;  /* what is driven; NULL before the first send */
} AnextAwait;

#define ANEXT(o) ((AnextAwait *)(o))

Obj *anext_with_default(Engine *e, Obj *awaitable, Obj *fallback) {
    AnextAwait *a = (AnextAwait *)obj_new(e, TYPE(e, anext_awaitable), sizeof(AnextAwait));
    if (!a) return NULL;
    a->awaitable = incref(awaitable);
    a->fallback = incref(fallback);
    return OBJ(a);
}

static Res or_default(Engine *e, NFrame *f, Obj **out) {
    if (f->in_res == R_ERR) {
        if (!err_matches(e, T_StopAsyncIteration)) return R_ERR;
        err_clear(e);
        *out = incref(ANEXT(f->slot[0])->fallback);
        return R_STOP;
    }
    Res res = f->in_res;
    *out = in_take(f);
    return res;
}

/* Slots: self, value. */
static Res send_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!ANEXT(f->slot[0])->iterator) {
        STEP_TRY(1, op_await_iter(e, ANEXT(f->slot[0])->awaitable, 0, STEP_OUT));
        if (f->in_res != R_OK) return R_ERR;
        ANEXT(f->slot[0])->iterator = in_take(f);
    }
    STEP_TRY(2, op_send(e, ANEXT(f->slot[0])->iterator, f->slot[1], STEP_OUT));
    return or_default(e, f, out);
    STEPS_END;
}

/* Slots: self, typ, val, tb. */
static Res throw_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!ANEXT(f->slot[0])->iterator) {
        STEP_TRY(1, op_await_iter(e, ANEXT(f->slot[0])->awaitable, 0, STEP_OUT));
        if (f->in_res != R_OK) return R_ERR;
        ANEXT(f->slot[0])->iterator = in_take(f);
    }
    STEP_TRY(2, op_call_method(e, ANEXT(f->slot[0])->iterator, N(e, throw_), &f->slot[1],
                               f->slot[3]   ? 3
                               : f->slot[2] ? 2
                                            : 1,
                               STEP_OUT));
    return or_default(e, f, out);
    STEPS_END;
}

/* Slots: self. */
static Res close_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (ANEXT(f->slot[0])->iterator) {
        STEP(1, op_call_method(e, ANEXT(f->slot[0])->iterator, N(e, close), NULL, 0, STEP_OUT));
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef methods[] = {
    {"send", "self, arg, /", NULL, send_step, 0, NATIVE_CATCHES, NULL},
    {"throw", "self, typ, val=, tb=, /", NULL, throw_step, 0, NATIVE_CATCHES, NULL},
    {"close", "self, /", NULL, close_step, 0, 0, NULL},
    {0},
};

static const NativeDef send_def = {"send", NULL, NULL, send_step, 2, NATIVE_CATCHES, NULL};

static Res anext_send(Engine *e, Obj *o, Obj *value, Obj **out) {
    (void)out;
    return native_push(e, &send_def, (Obj *[]){o, value}, 2);
}

static Res anext_next(Engine *e, Obj *o, Obj **out) {
    return anext_send(e, o, e->none, out);
}

static Res anext_self(Engine *e, Obj *o, Obj **out) {
    (void)e;
    *out = incref(o);
    return R_OK;
}

static void anext_release(Engine *e, Obj *o) {
    drop_ref(e, ANEXT(o)->awaitable);
    drop_ref(e, ANEXT(o)->fallback);
    drop_ref(e, ANEXT(o)->iterator);
}

const TypeSpec anext_awaitable_spec = {
    .name = "anext_awaitable",
    .layout = LAYOUT_OTHER,
    .size = sizeof(AnextAwait),
    .flags = TYPE_NO_NEW,
    .slots = {.release = anext_release,
              .iter = anext_self,
              .await_ = anext_self,
              .next = anext_next,
              .send = anext_send},
    .methods = methods,
};

/* What its __await__ raised is the cause. */
static Res refuse_awaitable(Engine *e, const Obj *awaitable) {
    Obj *cause = err_take(e);
    err_res(e, T_TypeError, "'async for' received an invalid object from __anext__: %s",
            type_name(awaitable));
    Exc *raised = EXC(err_get(e));
    set_ref(e, raised->cause, incref(cause));
    set_ref(e, raised->context, incref(cause));
    raised->suppress_context = 1;
    decref(e, cause);
    return R_ERR;
}

/* Slots: the asynchronous iterator. */
static Res anext_iter_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, f->slot[0]->type->slots.anext(e, f->slot[0], STEP_OUT));
    if (IS(e, f->in, coroutine)) {
        *out = in_take(f);
        return R_OK;
    }
    slot_take(e, f, 1);
    if (!f->slot[1]->type->slots.await_ && !type_lookup(e, f->slot[1]->type, N(e, __await__))) {
        return err_res(e, T_TypeError, "'async for' received an invalid object from __anext__: %s",
                       type_name(f->slot[1]));
    }
    STEP_TRY(2, op_await_iter(e, f->slot[1], 0, STEP_OUT));
    if (f->in_res == R_ERR) return refuse_awaitable(e, f->slot[1]);
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef anext_iter_def = {"anext", NULL,           NULL, anext_iter_step,
                                         2,       NATIVE_CATCHES, NULL};

Res op_anext_iter(Engine *e, Obj *async_iterator, Obj **out) {
    if (IS(e, async_iterator, async_generator)) {
        *out = agen_asend(e, GEN(async_iterator), NULL);
        return *out ? R_OK : R_ERR;
    }
    if (!async_iterator->type->slots.anext) {
        return err_res(e, T_TypeError,
                       "'async for' requires an iterator with __anext__ method, got %s",
                       type_name(async_iterator));
    }
    return native_push(e, &anext_iter_def, &async_iterator, 1);
}
