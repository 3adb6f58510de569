#include "vm/gen.h"

#include "object/error.h"
#include "object/exceptions.h"
#include "object/function.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/ops_error.h"
#include "vm/stack.h"
#include "vm/vm.h"

Obj *gen_new(Engine *e, PFrame *frame) {
    uint32_t flags = frame->code->flags;
    Type *type = flags & CODE_COROUTINE         ? TYPE(e, coroutine)
                 : flags & CODE_ASYNC_GENERATOR ? TYPE(e, async_generator)
                                                : TYPE(e, generator);
    Gen *g = (Gen *)obj_new(e, type, sizeof(Gen));
    if (!g) {
        decref(e, frame);
        return NULL;
    }
    Function *fn = FUNCTION(frame->function);
    g->frame = frame;
    g->code = frame->code;
    g->name = (Str *)incref(fn->name);
    g->qualname = (Str *)incref(fn->qualname);
    frame->gen = g;
    if (e->vm->origin_depth && (flags & CODE_COROUTINE)) {
        g->origin = OBJ(stack_origin(e));
        if (!g->origin) clear_ref(e, g);
    }
    return OBJ(g);
}

const char *gen_kind(const Gen *g) {
    if (g->code->flags & CODE_COROUTINE) return "coroutine";
    return g->code->flags & CODE_ASYNC_GENERATOR ? "async generator" : "generator";
}

/* A frame that is suspended after YIELD 1 has its delegate on top of the stack. */
Obj *gen_delegate(const Gen *g) {
    const PFrame *f = g->frame;
    if (g->state != GEN_SUSPENDED || !f || f->ip == 0 || f->sp == 0) return NULL;
    if (f->code->instrs[f->ip - 1] != INSTR(OPCODE_YIELD, 1)) return NULL;
    return f->stack[f->sp - 1];
}

/* Too deep: a generator that could not go on is at its end, and no coroutine that nobody awaited.
 */
static void close_unentered(Engine *e, Gen *g) {
    if (!err_matches(e, T_RecursionError)) return;
    g->state = GEN_CLOSED;
    g->ag_running = 0;
    g->frame->gen = NULL;
    g->frame->done = 1;
    clear_ref(e, g->frame);
    drop_ref(e, g->exc.handled);
}

/* Puts the frame on the VM's stack and makes its handled exceptions the innermost ones. A generator
 * that runs owns itself: f().__next__() has nobody else who holds it. */
static bool enter(Engine *e, Gen *g) {
    if (!vm_push(e, FRAME(incref(g->frame)))) {
        close_unentered(e, g);
        return false;
    }
    incref(g);
    g->state = GEN_RUNNING;
    g->exc.below = e->vm->exc;
    e->vm->exc = &g->exc;
    return true;
}

static void leave_exc(Engine *e, Gen *g) {
    ASSERT(e->vm->exc == &g->exc, "generators leave in the order in which they entered");
    e->vm->exc = g->exc.below;
    g->exc.below = NULL;
}

static void tell(Engine *e, const Gen *g, GenTalk kind, const Obj *value) {
    if (!e->hooks.talk || (g->code->flags & CODE_UNTOLD)) return;
    e->hooks.talk(e, g, kind, value);
}

void gen_suspended(Engine *e, Gen *g, const Obj *value, bool awaits) {
    tell(e, g, awaits ? GEN_AWAIT : GEN_YIELD, awaits ? NULL : value);
    leave_exc(e, g);
    g->state = GEN_SUSPENDED;
}

void gen_finished(Engine *e, Gen *g) {
    tell(e, g, GEN_END, NULL);
    leave_exc(e, g);
    g->state = GEN_CLOSED;
    g->ag_running = 0;
    if (g->frame) {
        g->frame->gen = NULL;
        g->frame->done = 1;
        clear_ref(e, g->frame);
    }
    drop_ref(e, g->exc.handled);
}

static Res refuse_running(Engine *e, const Gen *g) {
    return err_res(e, T_ValueError, "%s already executing", gen_kind(g));
}

static Res refuse_closed(Engine *e, const Gen *g, Obj **out) {
    if (IS(e, g, coroutine)) {
        return err_res(e, T_RuntimeError, "cannot reuse already awaited coroutine");
    }
    if (IS(e, g, async_generator)) return err_res(e, T_StopAsyncIteration, NULL);
    *out = NULL;
    return R_STOP;
}

/* An async generator that awaits is driven by the loop, through what it awaits. */
static GenTalk drive_kind(Engine *e, const Gen *g, const Obj *value) {
    if ((g->code->flags & CODE_ASYNC_GENERATOR) && gen_delegate(g)) return GEN_WAKE;
    return value == e->none ? GEN_NEXT : GEN_SEND;
}

Res gen_resume(Engine *e, Gen *g, Obj *value, Obj **out) {
    if (g->state == GEN_RUNNING) return refuse_running(e, g);
    if (g->state == GEN_CLOSED) return refuse_closed(e, g, out);
    if (g->state == GEN_CREATED && value != e->none) {
        return err_res(e, T_TypeError, "can't send non-None value to a just-started %s",
                       gen_kind(g));
    }
    bool first = g->state == GEN_CREATED;
    GenTalk kind = drive_kind(e, g, value);
    if (!enter(e, g)) return R_ERR;
    tell(e, g, kind, kind == GEN_SEND ? value : NULL);
    if (!first) g->frame->stack[g->frame->sp++] = incref(value);
    return R_PUSH;
}

/* An exception that is thrown in gets as context what the generator itself handles, even where it
 * has a context already; what its callers handle is not looked at. */
static void link_handled(Engine *e, const Gen *g) {
    Obj *handled = g->exc.handled, *raised = e->vm->raised;
    if (handled && handled != e->none && raised && handled != raised) {
        exc_link_context(e, raised, handled);
    }
}

void gen_delegate_left(Engine *e, Gen *g, Res res) {
    if (!g->thrown) return;
    g->thrown = 0;
    g->exc.aside = false;
    if (res == R_ERR && !e->vm->aborting) link_handled(e, g);
}

/* delegate.throw(exc), for delegates that are no generators; one without `throw` counts as if it
 * had raised the exception. A StopIteration is the delegate's end. Slots: delegate, exception or
 * the tuple of the arguments that throw() was called with. */
static Res throw_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!type_lookup(e, f->slot[0]->type, N(e, throw_))) {
        err_restore(e, incref(f->slot[1]));
        return ops_stop_from_error(e, out);
    }
    if (HAS_LAYOUT(f->slot[1], TUPLE)) {
        STEP_TRY(1, op_call_method(e, f->slot[0], N(e, throw_), TUPLE(f->slot[1])->items,
                                   (int)TUPLE(f->slot[1])->size, STEP_OUT));
    } else {
        STEP_TRY(2, op_call_method(e, f->slot[0], N(e, throw_), &f->slot[1], 1, STEP_OUT));
    }
    if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
    *out = in_take(f);
    return f->in_res;
    STEPS_END;
}

static const NativeDef throw_def = {"throw", NULL, NULL, throw_step, 0, NATIVE_CATCHES, NULL};

/* Closes the delegate, then raises the exception in the frame below. Slots: delegate, exception. */
static Res close_step(Engine *e, NFrame *f, Obj **out) {
    (void)out;
    STEPS(f);
    if (gen_is(e, f->slot[0])) {
        STEP(1, gen_close(e, GEN(f->slot[0]), STEP_OUT));
    } else if (type_lookup(e, f->slot[0]->type, N(e, close))) {
        STEP(2, op_call_method(e, f->slot[0], N(e, close), NULL, 0, STEP_OUT));
    }
    err_restore(e, incref(f->slot[1]));
    return R_ERR;
    STEPS_END;
}

static const NativeDef close_delegate_def = {"close", NULL, NULL, close_step, 0, 0, NULL};

static bool is_generator_exit(Engine *e, const Obj *exception) {
    return obj_is(exception, TYPE(e, GeneratorExit));
}

/* The frame was suspended by YIELD after SEND; the outcome of its delegate belongs to the SEND. */
static bool enter_at_send(Engine *e, Gen *g) {
    if (!enter(e, g)) return false;
    g->frame->ip--;
    g->thrown = THROWN_IN;
    g->exc.aside = true;
    return true;
}

/* The exception stays in flight where `outer`, if any, delegated to what cannot take it. */
static Res refuse_thrown(Engine *e, Gen *outer) {
    if (outer) gen_delegate_left(e, outer, R_ERR);
    return outer ? R_PUSH : R_ERR;
}

static bool is_driven(Engine *e, const Obj *delegate) {
    return gen_is(e, delegate) && !IS(e, delegate, async_generator);
}

bool gen_throws_elsewhere(Engine *e, const Gen *g) {
    Obj *delegate = gen_delegate(g);
    while (delegate && is_driven(e, delegate)) delegate = gen_delegate(GEN(delegate));
    return delegate && !is_driven(e, delegate) && type_lookup(e, delegate->type, N(e, throw_));
}

Res gen_throw_refused(Engine *e, Gen *g) {
    Obj *error = err_take(e);
    Gen *outer = NULL;
    for (Obj *delegate; (delegate = gen_delegate(g)) != NULL; g = GEN(delegate)) {
        bool driven = is_driven(e, delegate);
        if (!driven && !type_lookup(e, delegate->type, N(e, throw_))) break;
        if (!enter_at_send(e, g)) return xdecref(e, error), refuse_thrown(e, outer);
        outer = g;
        if (!driven) break;
    }
    if (error) err_restore(e, error);
    return refuse_thrown(e, outer);
}

Res gen_throw(Engine *e, Gen *g, Obj *exception, Obj **out) {
    if (g->state == GEN_RUNNING) return refuse_running(e, g);
    if (g->state == GEN_CLOSED && IS(e, g, coroutine)) return refuse_closed(e, g, out);
    for (Gen *outer = NULL;;) {
        if (g->state == GEN_RUNNING) return refuse_running(e, g), refuse_thrown(e, outer);
        Obj *delegate = gen_delegate(g);
        if (g->state == GEN_CLOSED || !delegate) {
            bool entered = g->state != GEN_CLOSED && enter(e, g);
            if (entered) tell(e, g, GEN_THROW, exception);
            if (!entered && err_occurred(e)) return refuse_thrown(e, outer);
            err_restore(e, incref(exception));
            if (!entered) return refuse_thrown(e, outer);
            link_handled(e, g);
            return R_PUSH;
        }
        if (!enter_at_send(e, g)) return refuse_thrown(e, outer);
        Obj *both[2] = {delegate, exception};
        bool drives = is_driven(e, delegate);
        if (is_generator_exit(e, exception) || !drives) g->thrown = THROWN_FROM_OUTSIDE;
        if (is_generator_exit(e, exception)) {
            return native_push(e, &close_delegate_def, both, 2), R_PUSH;
        }
        if (!drives) { return native_push(e, &throw_def, both, 2), R_PUSH; }
        outer = g;
        g = GEN(delegate);
    }
}

/* Slot 0: the generator; slot 1: the GeneratorExit. */
static Res gen_close_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, gen_throw(e, GEN(f->slot[0]), f->slot[1], STEP_OUT));
    /* to an async generator what it yields looks like an end */
    bool yields = f->in_res == R_OK || GEN(f->slot[0])->state == GEN_SUSPENDED;
    if (yields && f->in_res != R_ERR) {
        return err_res(e, T_RuntimeError, "%s ignored GeneratorExit", gen_kind(GEN(f->slot[0])));
    }
    if (f->in_res == R_ERR) {
        if (!err_matches(e, T_GeneratorExit) && !err_matches(e, T_StopIteration)) return R_ERR;
        err_clear(e);
        *out = incref(e->none);
        return R_OK;
    }
    *out = f->in ? in_take(f) : incref(e->none);
    return R_OK;
    STEPS_END;
}

static const NativeDef gen_close_def = {"close", NULL,           NULL, gen_close_step,
                                        0,       NATIVE_CATCHES, NULL};

Res gen_close(Engine *e, Gen *g, Obj **out) {
    if (g->state == GEN_RUNNING) return refuse_running(e, g);
    if (g->state == GEN_CREATED && g->frame) {
        g->state = GEN_CLOSED;
        g->frame->gen = NULL;
        g->frame->done = 1;
        g->unused = OBJ(g->frame);
        g->frame = NULL;
    }
    if (g->state == GEN_CLOSED) {
        *out = incref(e->none);
        return R_OK;
    }
    err_null(e, T_GeneratorExit, NULL); /* for its context: what the caller handles */
    Obj *both[2] = {OBJ(g), err_take(e)};
    if (!both[1] || !obj_is(both[1], TYPE(e, GeneratorExit))) {
        err_restore(e, both[1]);
        return R_ERR;
    }
    Res res = native_push(e, &gen_close_def, both, 2);
    decref(e, both[1]);
    return res;
}

/* Replaces the exception in flight by RuntimeError, which has it as cause and context. */
static void replace_stop(Engine *e, const Gen *g, const char *what) {
    Obj *stop = err_take(e);
    err_null(e, T_RuntimeError, "%s raised %s", gen_kind(g), what);
    Exc *raised = EXC(err_get(e));
    set_ref(e, raised->cause, incref(stop));
    set_ref(e, raised->context, incref(stop));
    raised->suppress_context = 1;
    decref(e, stop);
}

void gen_check_stop(Engine *e, Gen *g) {
    if (err_matches(e, T_StopIteration)) {
        replace_stop(e, g, "StopIteration");
    } else if ((g->code->flags & CODE_ASYNC_GENERATOR) && err_matches(e, T_StopAsyncIteration)) {
        replace_stop(e, g, "StopAsyncIteration");
    }
}
