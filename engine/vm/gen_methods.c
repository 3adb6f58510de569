#include "vm/gen.h"

#include "object/error.h"
#include "object/exceptions.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"
#include "vm/warn.h"

/* The types generator, coroutine and coroutine_wrapper; async_generator is in agen.c. */

typedef struct {
    Obj h;
    Gen *gen; /* owned */
} Awaiter;

void gen_release(Engine *e, Obj *o) {
    Gen *g = GEN(o);
    if (g->home && e->hooks.agen_forget) e->hooks.agen_forget(e, o);
    if (g->frame) g->frame->gen = NULL;
    drop_ref(e, g->frame);
    drop_ref(e, g->unused);
    drop_ref(e, g->name);
    drop_ref(e, g->qualname);
    drop_ref(e, g->exc.handled);
    drop_ref(e, g->origin);
    drop_ref(e, g->finalizer);
    drop_ref(e, g->home);
}

static bool is_finalized(Engine *e, const Gen *g) {
    return IS(e, g, async_generator) && !g->ag_closed && g->finalizer;
}

static bool is_the_loops(Engine *e, const Gen *g) {
    return is_finalized(e, g) && g->finalizer->type->layout == LAYOUT_LOOP;
}

bool gen_is_the_programs(Engine *e, const Gen *g) {
    return is_finalized(e, g) && g->finalizer->type->layout != LAYOUT_LOOP;
}

bool gen_dropped(Engine *e, Gen *g) {
    if (gen_is_the_programs(e, g)) return false;
    if (is_the_loops(e, g)) {
        /* Even one that did not start: the loop's task closes it; a closed loop does nothing. */
        if (e->hooks.agen_finalize) e->hooks.agen_finalize(e, OBJ(g));
        return true;
    }
    if (g->state != GEN_CREATED) return false;
    if (IS(e, g, coroutine)) warn_never_awaited(e, g, true);
    return true;
}

/* A coroutine that never ran says so; one that is suspended inside try or with is closed. All in
 * the order of the deaths. */
bool gen_finalize(Engine *e, Obj *o) {
    Gen *g = GEN(o);
    if (g->finalized || g->state == GEN_CLOSED || e->vm->aborting) return false;
    g->finalized = 1;
    if (gen_is_the_programs(e, g)) return vm_queue_finalizer(e, o);
    bool plain = is_the_loops(e, g) || g->state == GEN_CREATED;
    if (plain && !e->vm->pending) return gen_dropped(e, g), false;
    return (plain || gen_needs_closing(g)) && vm_queue_finalizer(e, o);
}

/* Closing runs code only where a handler covers the place at which the frame is suspended. */
bool gen_needs_closing(const Gen *g) {
    if (gen_delegate(g)) return true;
    const PFrame *f = g->frame;
    for (uint32_t i = 0; i < f->code->handler_count; i++) {
        const Handler *h = &f->code->handlers[i];
        if (f->ip > h->start && f->ip <= h->end) return true;
    }
    return false;
}

Obj *gen_repr(Engine *e, Obj *o) {
    Gen *g = GEN(o);
    return OBJ(str_format(e, "<%s object %s at 0x%llx>", o->type->name->text, g->qualname->text,
                          obj_address(o)));
}

static Res gen_iter(Engine *e, Obj *o, Obj **out) {
    (void)e;
    *out = incref(o);
    return R_OK;
}

static Res gen_next(Engine *e, Obj *o, Obj **out) {
    return gen_resume(e, GEN(o), e->none, out);
}

static Res gen_send_slot(Engine *e, Obj *o, Obj *value, Obj **out) {
    return gen_resume(e, GEN(o), value, out);
}

/* send(value). Slots: self, value. A step function only because resuming pushes a frame. */
static Res send_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_NEXT(1, gen_resume(e, GEN(f->slot[0]), f->slot[1], STEP_OUT));
    if (f->in_res == R_STOP) {
        *out = in_take(f);
        return R_STOP;
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

void gen_refuse_made(Engine *e, Obj *cls, const char *made) {
    Str *text = obj_repr(e, cls);
    if (!text) return;
    err_null(e, T_TypeError, "calling %s should have returned an instance of BaseException, not %s",
             text->text, made);
    decref(e, text);
}

bool gen_check_made(Engine *e, NFrame *f, Obj *cls) {
    if (HAS_LAYOUT(f->in, EXC)) return true;
    gen_refuse_made(e, cls, type_name(f->in));
    Obj *error = err_take(e);
    if (!error) return false;
    decref(e, f->in);
    f->in = error;
    return true;
}

bool gen_check_thrown(Engine *e, Obj *type, const Obj *value, const Obj *traceback) {
    if (traceback && traceback != e->none && !IS(e, traceback, traceback)) {
        return err_false(e, T_TypeError, "throw() third argument must be a traceback object");
    }
    if (HAS_LAYOUT(type, EXC)) {
        return !value || value == e->none ||
               err_false(e, T_TypeError, "instance exception may not have a separate value");
    }
    if (HAS_LAYOUT(type, TYPE) && type_is_subtype((Type *)type, TYPE(e, BaseException))) {
        return true;
    }
    return err_false(e, T_TypeError,
                     "exceptions must be classes or instances deriving from "
                     "BaseException, not %s",
                     type_name(type));
}

/* Makes the exception as `raise` does; a value that is one of this class already is it. */
Res gen_make_exception(Engine *e, Obj *type, Obj *value, Obj **out) {
    if (!gen_check_thrown(e, type, value, NULL)) return R_ERR;
    if (HAS_LAYOUT(type, EXC)) {
        *out = incref(type);
        return R_OK;
    }
    if (value && HAS_LAYOUT(value, EXC) && type_is_subtype(value->type, (Type *)type)) {
        *out = incref(value);
        return R_OK;
    }
    if (!value || value == e->none) return op_call0(e, type, out);
    if (HAS_LAYOUT(value, TUPLE)) {
        return op_call(e, type, TUPLE(value)->items, (int)TUPLE(value)->size, NULL, out);
    }
    return op_call1(e, type, value, out);
}

static bool means_generator_exit(Engine *e, const Obj *type) {
    if (HAS_LAYOUT(type, TYPE)) return type_is_subtype((const Type *)type, TYPE(e, GeneratorExit));
    return obj_is(type, TYPE(e, GeneratorExit));
}

/* What goes wrong while the exception is made is thrown in its place. */
static bool take_made(Engine *e, NFrame *f) {
    if (f->in_res == R_OK) return gen_check_made(e, f, f->slot[1]);
    set_ref(e, f->in, err_take(e));
    return f->in != NULL;
}

static Obj *raw_arguments(Engine *e, const NFrame *f) {
    return OBJ(tuple_of(e, &f->slot[1], f->slot[3] ? 3 : f->slot[2] ? 2 : 1));
}

/* Nothing keeps the exception but who handles it: with it go the frames of its traceback. */
static Res throw_taken(Engine *e, NFrame *f, Obj **out) {
    Obj *thrown = f->slot[4];
    f->slot[4] = NULL;
    Res res = gen_throw(e, GEN(f->slot[0]), thrown, out);
    decref(e, thrown);
    return res;
}

/* throw(type or instance, value, traceback). Slots: self, typ, val, tb, what is thrown. */
static Res throw_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!warn_old_throw(e, "throw", f->slot[2])) return R_ERR;
    if (!means_generator_exit(e, f->slot[1]) && gen_throws_elsewhere(e, GEN(f->slot[0]))) {
        set_ref(e, f->slot[4], raw_arguments(e, f));
        if (!f->slot[4]) return R_ERR;
    } else if (gen_check_thrown(e, f->slot[1], f->slot[2], f->slot[3])) {
        STEP_TRY(1, gen_make_exception(e, f->slot[1], f->slot[2], STEP_OUT));
        if (!take_made(e, f)) return R_ERR;
        slot_take(e, f, 4);
    } else {
        STEP_TRY(2, gen_throw_refused(e, GEN(f->slot[0])));
        Res refused = f->in_res;
        *out = in_take(f);
        return refused;
    }
    STEP_TRY(3, throw_taken(e, f, STEP_OUT));
    Res res = f->in_res;
    *out = in_take(f);
    return res;
    STEPS_END;
}

static Res close_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, gen_close(e, GEN(f->slot[0]), STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef gen_methods[] = {
    {"send", "self, arg, /", NULL, send_step, 0, 0, NULL},
    {"throw", "self, typ, val=, tb=, /", NULL, throw_step, 1, NATIVE_CATCHES, NULL},
    {"close", "self, /", NULL, close_step, 0, 0, NULL},
    {0},
};

static Obj *get_name(Engine *e, Obj *o) {
    return (void)e, incref(GEN(o)->name);
}
static Obj *get_qualname(Engine *e, Obj *o) {
    return (void)e, incref(GEN(o)->qualname);
}
static Obj *get_code(Engine *e, Obj *o) {
    return (void)e, incref(GEN(o)->code);
}

static bool set_name(Engine *e, Obj *o, Obj *value) {
    if (!value || !HAS_LAYOUT(value, STR)) {
        return err_false(e, T_TypeError, "__name__ must be set to a string object");
    }
    set_ref(e, GEN(o)->name, (Str *)incref(value));
    return true;
}

static bool set_qualname(Engine *e, Obj *o, Obj *value) {
    if (!value || !HAS_LAYOUT(value, STR)) {
        return err_false(e, T_TypeError, "__qualname__ must be set to a string object");
    }
    set_ref(e, GEN(o)->qualname, (Str *)incref(value));
    return true;
}

static Obj *get_frame(Engine *e, Obj *o) {
    return GEN(o)->frame ? incref(GEN(o)->frame) : e->none;
}
static Obj *get_running(Engine *e, Obj *o) {
    return obj_bool(e, GEN(o)->state == GEN_RUNNING);
}
static Obj *get_suspended(Engine *e, Obj *o) {
    return obj_bool(e, GEN(o)->state == GEN_SUSPENDED);
}
static Obj *get_origin(Engine *e, Obj *o) {
    return GEN(o)->origin ? incref(GEN(o)->origin) : e->none;
}
static Obj *get_delegate(Engine *e, Obj *o) {
    Obj *delegate = gen_delegate(GEN(o));
    return delegate ? incref(delegate) : e->none;
}

static const GetSetDef generator_getset[] = {
    {"__name__", get_name, set_name},     {"__qualname__", get_qualname, set_qualname},
    {"gi_code", get_code, NULL},          {"gi_frame", get_frame, NULL},
    {"gi_running", get_running, NULL},    {"gi_suspended", get_suspended, NULL},
    {"gi_yieldfrom", get_delegate, NULL}, {0},
};

static const GetSetDef coroutine_getset[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"cr_code", get_code, NULL},
    {"cr_frame", get_frame, NULL},
    {"cr_running", get_running, NULL},
    {"cr_suspended", get_suspended, NULL},
    {"cr_await", get_delegate, NULL},
    {"cr_origin", get_origin, NULL},
    {0},
};

/* Also while it is suspended in an await of its own. */
static Obj *get_driven(Engine *e, Obj *o) {
    return obj_bool(e, GEN(o)->ag_running);
}

const GetSetDef agen_getset[] = {
    {"__name__", get_name, set_name}, {"__qualname__", get_qualname, set_qualname},
    {"ag_code", get_code, NULL},      {"ag_frame", get_frame, NULL},
    {"ag_running", get_driven, NULL}, {"ag_suspended", get_suspended, NULL},
    {"ag_await", get_delegate, NULL}, {0},
};

const TypeSpec generator_spec = {
    .name = "generator",
    .layout = LAYOUT_GEN,
    .size = sizeof(Gen),
    .flags = TYPE_NO_NEW | TYPE_HAS_WEAK,
    .weak_offset = offsetof(Gen, weakrefs),
    .slots = {.release = gen_release,
              .finalize = gen_finalize,
              .repr = gen_repr,
              .iter = gen_iter,
              .next = gen_next,
              .send = gen_send_slot},
    .methods = gen_methods,
    .getset = generator_getset,
};

/* coroutine.__await__() */
static Res coroutine_await(Engine *e, Obj *o, Obj **out) {
    Awaiter *w = (Awaiter *)obj_new(e, TYPE(e, coroutine_wrapper), sizeof(Awaiter));
    if (!w) return R_ERR;
    w->gen = (Gen *)incref(o);
    *out = OBJ(w);
    return R_OK;
}

const TypeSpec coroutine_spec = {
    .name = "coroutine",
    .layout = LAYOUT_GEN,
    .size = sizeof(Gen),
    .flags = TYPE_NO_NEW | TYPE_HAS_WEAK,
    .weak_offset = offsetof(Gen, weakrefs),
    .slots = {.release = gen_release,
              .finalize = gen_finalize,
              .repr = gen_repr,
              .send = gen_send_slot,
              .await_ = coroutine_await},
    .methods = gen_methods,
    .getset = coroutine_getset,
};

static void wrapper_release(Engine *e, Obj *o) {
    drop_ref(e, ((Awaiter *)o)->gen);
}

static Res wrapper_next(Engine *e, Obj *o, Obj **out) {
    return gen_resume(e, ((Awaiter *)o)->gen, e->none, out);
}

static Res wrapper_send(Engine *e, Obj *o, Obj *value, Obj **out) {
    return gen_resume(e, ((Awaiter *)o)->gen, value, out);
}

static Obj *wrapped(Obj *o) {
    return OBJ(((Awaiter *)o)->gen);
}

static Res wrapper_send_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0) slot_set(e, f, 0, wrapped(f->slot[0]));
    return send_step(e, f, out);
}

static Res wrapper_throw_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0) slot_set(e, f, 0, wrapped(f->slot[0]));
    return throw_step(e, f, out);
}

static Res wrapper_close_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0) slot_set(e, f, 0, wrapped(f->slot[0]));
    return close_step(e, f, out);
}

static const NativeDef wrapper_methods[] = {
    {"send", "self, arg, /", NULL, wrapper_send_step, 0, 0, NULL},
    {"throw", "self, typ, val=, tb=, /", NULL, wrapper_throw_step, 1, NATIVE_CATCHES, NULL},
    {"close", "self, /", NULL, wrapper_close_step, 0, 0, NULL},
    {0},
};

const TypeSpec coroutine_wrapper_spec = {
    .name = "coroutine_wrapper",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Awaiter),
    .flags = TYPE_NO_NEW,
    .slots = {.release = wrapper_release,
              .iter = gen_iter,
              .next = wrapper_next,
              .send = wrapper_send},
    .methods = wrapper_methods,
};

Gen *gen_behind(Engine *e, Obj *awaitable) {
    if (gen_is(e, awaitable)) return GEN(awaitable);
    if (IS(e, awaitable, coroutine_wrapper)) return ((Awaiter *)awaitable)->gen;
    bool agen = IS(e, awaitable, async_generator_asend) || IS(e, awaitable, async_generator_athrow);
    return agen ? agen_behind(awaitable) : NULL;
}
