#include "vm/gen.h"

#include "object/error.h"
#include "object/exceptions.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/unraisable.h"
#include "vm/vm.h"
#include "vm/warn.h"

/* The awaitables that drive an async generator. What it awaits passes through them to the loop
 * (R_OK); what it yields is their result (R_STOP). */

typedef enum { AWAIT_INIT, AWAIT_ITER, AWAIT_CLOSED } AwaitState;
typedef enum { DRIVE_SEND, DRIVE_THROW, DRIVE_CLOSE } Drive;

typedef struct {
    Obj h;
    Gen *gen;         /* owned */
    Obj *value;       /* asend: the value; athrow: the exception or class; aclose: NULL */
    Obj *throw_value; /* athrow(type, value) */
    uint8_t state;    /* AwaitState */
    uint8_t drive;    /* Drive */
} AgenAwait;

#define AGEN_AWAIT(o) ((AgenAwait *)(o))

/* The first use of an async generator tells the loop, which closes it in the end. */
static bool init_hooks(Engine *e, Gen *g) {
    if (g->hooks_inited) return true;
    g->hooks_inited = 1;
    return !e->hooks.agen_first_iteration || e->hooks.agen_first_iteration(e, OBJ(g));
}

static Obj *await_new(Engine *e, int type_id, Gen *g, Drive drive, Obj *value) {
    if (!init_hooks(e, g)) return NULL;
    AgenAwait *a = (AgenAwait *)obj_new(e, e->types[type_id], sizeof(AgenAwait));
    if (!a) return NULL;
    a->gen = (Gen *)incref(g);
    a->value = xincref(value);
    a->drive = (uint8_t)drive;
    return OBJ(a);
}

Obj *agen_asend(Engine *e, Gen *g, Obj *value) {
    return await_new(e, T_async_generator_asend, g, DRIVE_SEND, value);
}

Obj *agen_athrow(Engine *e, Gen *g, Obj *exception) {
    return await_new(e, T_async_generator_athrow, g, exception ? DRIVE_THROW : DRIVE_CLOSE,
                     exception);
}

Gen *agen_behind(Obj *awaitable) {
    return AGEN_AWAIT(awaitable)->gen;
}

static const char *drive_name(const AgenAwait *a) {
    static const char *const names[] = {"anext", "athrow", "aclose"};
    return names[a->drive];
}

/* An asend that was superseded (its generator yielded and runs for another) is used up as well. */
static bool is_used_up(const AgenAwait *a) {
    if (a->state == AWAIT_CLOSED) return true;
    return a->state == AWAIT_ITER && (!a->gen->ag_running || a->gen->ag_owner != a->h.id);
}

static Res refuse_used_up(Engine *e, const AgenAwait *a) {
    return err_res(e, T_RuntimeError, "cannot reuse already awaited %s",
                   a->drive == DRIVE_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
}

static bool check_idle(Engine *e, AgenAwait *a) {
    if (!a->gen->ag_running) return true;
    a->state = AWAIT_CLOSED;
    return err_false(e, T_RuntimeError, "%s(): asynchronous generator is already running",
                     drive_name(a));
}

static void claim(AgenAwait *a) {
    a->state = AWAIT_ITER;
    a->gen->ag_running = 1;
    a->gen->ag_owner = a->h.id;
}

/* Slots: awaitable, exception to throw or NULL, value to send. Drives the generator once. */
static Res drive_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (f->slot[1]) {
        STEP_TRY(1, gen_throw(e, AGEN_AWAIT(f->slot[0])->gen, f->slot[1], STEP_OUT));
    } else {
        STEP_TRY(2, gen_resume(e, AGEN_AWAIT(f->slot[0])->gen, f->slot[2], STEP_OUT));
    }
    AgenAwait *a = AGEN_AWAIT(f->slot[0]);
    if (f->in_res == R_OK) {
        *out = in_take(f);
        return R_OK;
    }
    a->state = AWAIT_CLOSED;
    a->gen->ag_running = 0;
    if (f->in_res == R_STOP) {
        if (a->drive == DRIVE_CLOSE) {
            return err_res(e, T_RuntimeError, "async generator ignored GeneratorExit");
        }
        *out = in_take(f);
        return R_STOP;
    }
    if (a->drive != DRIVE_CLOSE) return R_ERR;
    if (!err_matches(e, T_StopAsyncIteration) && !err_matches(e, T_GeneratorExit)) return R_ERR;
    err_clear(e);
    *out = incref(e->none);
    return R_STOP;
    STEPS_END;
}

static const NativeDef drive_def = {"drive", NULL, NULL, drive_step, 3, NATIVE_CATCHES, NULL};

static Res drive(Engine *e, AgenAwait *a, Obj *exception, Obj *value) {
    return native_push(e, &drive_def, (Obj *[]){OBJ(a), exception, value}, 3);
}

/* Who awaits gets what the generator yields as it is: it needs no frame between. Once the generator
 * has yielded or ended, is_used_up() knows. */
static Res asend_send(Engine *e, Obj *o, Obj *value, Obj **out) {
    AgenAwait *a = AGEN_AWAIT(o);
    if (is_used_up(a)) return refuse_used_up(e, a);
    if (a->state == AWAIT_INIT) {
        if (value == e->none && a->value) value = a->value;
        if (!check_idle(e, a)) return R_ERR;
        claim(a);
    }
    Res res = gen_resume(e, a->gen, value, out);
    if (res == R_PUSH) return res;
    a->state = AWAIT_CLOSED;
    a->gen->ag_running = 0;
    return res;
}

/* Slots of the first step of athrow: awaitable, made exception. */
static Res athrow_start_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    AgenAwait *a = AGEN_AWAIT(f->slot[0]);
    if (a->drive == DRIVE_CLOSE) {
        STEP(1, op_call0(e, OBJ(TYPE(e, GeneratorExit)), STEP_OUT));
    } else {
        STEP(2, gen_make_exception(e, AGEN_AWAIT(f->slot[0])->value,
                                   AGEN_AWAIT(f->slot[0])->throw_value, STEP_OUT));
        if (!gen_check_made(e, f, AGEN_AWAIT(f->slot[0])->value)) return R_ERR;
    }
    slot_take(e, f, 1);
    STEP_NEXT(3, drive(e, AGEN_AWAIT(f->slot[0]), f->slot[1], NULL));
    Res res = f->in_res;
    *out = in_take(f);
    return res;
    STEPS_END;
}

static const NativeDef athrow_start_def = {"athrow", NULL, NULL, athrow_start_step, 2, 0, NULL};

static Res athrow_start(Engine *e, AgenAwait *a, Obj *value) {
    if (!check_idle(e, a)) return R_ERR;
    if (a->gen->ag_closed) {
        a->state = AWAIT_CLOSED;
        return err_res(e, T_StopAsyncIteration, NULL);
    }
    if (value != e->none) {
        return err_res(e, T_RuntimeError, "can't send non-None value to a just-started coroutine");
    }
    claim(a);
    if (a->drive == DRIVE_CLOSE) a->gen->ag_closed = 1;
    return native_push(e, &athrow_start_def, (Obj *[]){OBJ(a)}, 1);
}

static Res athrow_send(Engine *e, Obj *o, Obj *value, Obj **out) {
    AgenAwait *a = AGEN_AWAIT(o);
    if (a->state == AWAIT_CLOSED) return refuse_used_up(e, a);
    if (a->gen->state == GEN_CLOSED) {
        a->state = AWAIT_CLOSED;
        *out = NULL;
        return R_STOP;
    }
    if (a->state == AWAIT_INIT) return athrow_start(e, a, value);
    if (is_used_up(a)) return refuse_used_up(e, a);
    return drive(e, a, NULL, value);
}

static Res await_next(Engine *e, Obj *o, Obj **out) {
    return o->type->slots.send(e, o, e->none, out);
}

static Res await_self(Engine *e, Obj *o, Obj **out) {
    (void)e;
    *out = incref(o);
    return R_OK;
}

static void await_release(Engine *e, Obj *o) {
    drop_ref(e, AGEN_AWAIT(o)->gen);
    drop_ref(e, AGEN_AWAIT(o)->value);
    drop_ref(e, AGEN_AWAIT(o)->throw_value);
}

bool agen_is_await(Engine *e, const Obj *o) {
    return IS(e, o, async_generator_asend) || IS(e, o, async_generator_athrow);
}

void agen_await_dropped(Engine *e, Obj *o) {
    const AgenAwait *a = AGEN_AWAIT(o);
    Obj *in_flight = err_take(e);
    Str *text =
        str_format(e, "coroutine method '%s' of '%s' was never awaited",
                   a->drive == DRIVE_SEND ? "asend" : drive_name(a), a->gen->qualname->text);
    bool ok = text && warn_at(e, TYPE(e, RuntimeWarning), text, vm_current_frame(e), OBJ(a->gen));
    if (!ok && err_occurred(e)) unraisable_in_finalizer(e, o);
    xdecref(e, text);
    err_clear(e);
    err_restore(e, in_flight);
}

/* The warning waits for the finalizers of what died before. */
static bool await_finalize(Engine *e, Obj *o) {
    AgenAwait *a = AGEN_AWAIT(o);
    if (a->state != AWAIT_INIT || e->vm->aborting) return false;
    a->state = AWAIT_CLOSED;
    if (e->vm->pending) return vm_queue_finalizer(e, o);
    agen_await_dropped(e, o);
    return false;
}

/* Slots: self, value. */
static Res send_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_NEXT(1, f->slot[0]->type->slots.send(e, f->slot[0], f->slot[1], STEP_OUT));
    Res res = f->in_res;
    *out = in_take(f);
    return res;
    STEPS_END;
}

/* The first throw() into an awaitable starts it, as send() does. */
static bool start_by_throw(Engine *e, AgenAwait *a) {
    if (is_used_up(a)) return refuse_used_up(e, a) == R_OK;
    if (a->state != AWAIT_INIT) return true;
    if (!check_idle(e, a)) return false;
    claim(a);
    return true;
}

/* Slots: self, typ, val, tb, exception. */
static Res throw_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!warn_old_throw(e, "throw", f->slot[2])) return R_ERR;
    if (!start_by_throw(e, AGEN_AWAIT(f->slot[0]))) return R_ERR;
    STEP(1, gen_make_exception(e, f->slot[1], f->slot[2], STEP_OUT));
    if (!gen_check_made(e, f, f->slot[1])) return R_ERR;
    slot_take(e, f, 4);
    STEP_NEXT(2, drive(e, AGEN_AWAIT(f->slot[0]), f->slot[4], NULL));
    Res res = f->in_res;
    *out = in_take(f);
    return res;
    STEPS_END;
}

/* Slots: self, exception. */
static Res close_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    *out = incref(e->none);
    if (is_used_up(AGEN_AWAIT(f->slot[0]))) return R_OK;
    if (!start_by_throw(e, AGEN_AWAIT(f->slot[0]))) return R_ERR;
    STEP(1, op_call0(e, OBJ(TYPE(e, GeneratorExit)), STEP_OUT));
    slot_take(e, f, 1);
    STEP_TRY(2, drive(e, AGEN_AWAIT(f->slot[0]), f->slot[1], NULL));
    if (f->in_res == R_OK) return err_res(e, T_RuntimeError, "coroutine ignored GeneratorExit");
    if (f->in_res == R_ERR) {
        if (!err_matches(e, T_StopAsyncIteration) && !err_matches(e, T_GeneratorExit)) return R_ERR;
        err_clear(e);
    }
    *out = incref(e->none);
    return R_OK;
    STEPS_END;
}

static const NativeDef await_methods[] = {
    {"send", "self, arg, /", NULL, send_step, 0, 0, NULL},
    {"throw", "self, typ, val=, tb=, /", NULL, throw_step, 1, 0, NULL},
    {"close", "self, /", NULL, close_step, 1, NATIVE_CATCHES, NULL},
    {0},
};

const TypeSpec async_generator_asend_spec = {
    .name = "async_generator_asend",
    .layout = LAYOUT_OTHER,
    .size = sizeof(AgenAwait),
    .flags = TYPE_NO_NEW,
    .slots = {.release = await_release,
              .finalize = await_finalize,
              .iter = await_self,
              .await_ = await_self,
              .next = await_next,
              .send = asend_send},
    .methods = await_methods,
};

const TypeSpec async_generator_athrow_spec = {
    .name = "async_generator_athrow",
    .layout = LAYOUT_OTHER,
    .size = sizeof(AgenAwait),
    .flags = TYPE_NO_NEW,
    .slots = {.release = await_release,
              .finalize = await_finalize,
              .iter = await_self,
              .await_ = await_self,
              .next = await_next,
              .send = athrow_send},
    .methods = await_methods,
};

static Res agen_aiter(Engine *e, Obj *o, Obj **out) {
    init_hooks(e, GEN(o));
    return await_self(e, o, out);
}

static Res agen_anext(Engine *e, Obj *o, Obj **out) {
    *out = agen_asend(e, GEN(o), NULL);
    return *out ? R_OK : R_ERR;
}

static Obj *agen_method_asend(Engine *e, Obj *const *a) {
    return agen_asend(e, GEN(a[0]), a[1]);
}

static Obj *agen_method_athrow(Engine *e, Obj *const *a) {
    if (!warn_old_throw(e, "athrow", a[2])) return NULL;
    Obj *made = agen_athrow(e, GEN(a[0]), a[1]);
    if (made && a[2]) AGEN_AWAIT(made)->throw_value = incref(a[2]);
    return made;
}

static Obj *agen_method_aclose(Engine *e, Obj *const *a) {
    return agen_athrow(e, GEN(a[0]), NULL);
}

static const NativeDef agen_methods[] = {
    {"asend", "self, value, /", agen_method_asend, NULL, 0, 0, NULL},
    {"athrow", "self, typ, val=, tb=, /", agen_method_athrow, NULL, 0, 0, NULL},
    {"aclose", "self, /", agen_method_aclose, NULL, 0, 0, NULL},
    {0},
};

const TypeSpec async_generator_spec = {
    .name = "async_generator",
    .layout = LAYOUT_GEN,
    .size = sizeof(Gen),
    .flags = TYPE_NO_NEW | TYPE_HAS_WEAK,
    .weak_offset = offsetof(Gen, weakrefs),
    .slots = {.release = gen_release,
              .finalize = gen_finalize,
              .repr = gen_repr,
              .aiter = agen_aiter,
              .anext = agen_anext},
    .methods = agen_methods,
    .getset = agen_getset,
};
