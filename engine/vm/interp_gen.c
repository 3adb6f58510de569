#include "vm/interp.h"

#include "object/error.h"
#include "object/str.h"
#include "vm/gen.h"

static Res get_iter(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *out = NULL;
    Res res = op_iter(e, PEEK(f, 1), &out);
    return interp_result(e, f, 1, res, out);
}

static Res for_iter(Engine *e, PFrame *f, uint32_t target) {
    Obj *out = NULL;
    Res res = op_next(e, PEEK(f, 1), &out);
    if (res == R_OK) PUSH(f, out);
    if (res != R_STOP) return res;
    xdecref(e, out);
    interp_drop(e, f, 1);
    f->ip = target;
    return R_OK;
}

static Res send(Engine *e, PFrame *f, uint32_t target) {
    Obj *out = NULL, *value = POP(f);
    f->stack[f->sp] = NULL;
    Res res = op_send(e, PEEK(f, 1), value, &out);
    decref(e, value);
    if (res == R_OK) PUSH(f, out);
    if (res != R_STOP) return res;
    interp_drop(e, f, 1);
    PUSH(f, out ? out : incref(e->none));
    f->ip = target;
    return R_OK;
}

static Res get_yield_from(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *source = PEEK(f, 1);
    if (IS(e, source, coroutine)) {
        if (f->code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) return R_OK;
        return err_res(e, T_TypeError,
                       "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (IS(e, source, generator)) return R_OK;
    return get_iter(e, f, arg);
}

static Res get_awaitable(Engine *e, PFrame *f, uint32_t where) {
    Obj *source = PEEK(f, 1), *out = NULL;
    if (IS(e, source, coroutine)) {
        if (!gen_delegate(GEN(source))) return R_OK;
        return err_res(e, T_RuntimeError, "coroutine is being awaited already");
    }
    Res res = op_await_iter(e, source, (int)where, &out);
    return interp_result(e, f, 1, res, out);
}

static Res get_aiter(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *o = PEEK(f, 1), *out = NULL;
    if (!o->type->slots.aiter) {
        return err_res(e, T_TypeError,
                       "'async for' requires an object with __aiter__ method, got %s",
                       type_name(o));
    }
    Res res = o->type->slots.aiter(e, o, &out);
    return interp_result(e, f, 1, res, out);
}

/* aiter -> aiter, what await drives. */
static Res get_anext(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *out = NULL;
    Res res = op_anext_iter(e, PEEK(f, 1), &out);
    return interp_result(e, f, 0, res, out);
}

/* The value goes to the frame below; this frame stays with its generator. */
static Res yield_value(Engine *e, PFrame *f, Res outcome, bool awaits) {
    Obj *value = POP(f);
    f->stack[f->sp] = NULL;
    Gen *g = f->gen;
    gen_suspended(e, g, value, awaits);
    vm_leave(e, outcome, value);
    decref(e, g); /* what it held of itself while it ran */
    return R_STOP;
}

/* YIELD 1 passes on what a delegate yields. */
static Res yield(Engine *e, PFrame *f, uint32_t arg) {
    return yield_value(e, f, R_OK, arg && (f->code->flags & CODE_ASYNC_GENERATOR));
}

/* For whoever awaits asend() the value is a result, not something to pass on to the loop. */
static Res async_yield(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    f->gen->ag_running = 0;
    return yield_value(e, f, R_STOP, false);
}

static Res end_async_for(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *exc = PEEK(f, 1);
    bool over = obj_is(exc, TYPE(e, StopAsyncIteration));
    if (!over) {
        set_ref(e, e->vm->raised, incref(exc));
        f->no_traceback = 1; /* it goes on, with the entry it has */
    }
    interp_drop(e, f, 2);
    return over ? R_OK : R_ERR;
}

const OpEntry interp_gen_ops[] = {
    {OPCODE_GET_ITER, get_iter},
    {OPCODE_FOR_ITER, for_iter},
    {OPCODE_SEND, send},
    {OPCODE_GET_YIELD_FROM, get_yield_from},
    {OPCODE_GET_AWAITABLE, get_awaitable},
    {OPCODE_GET_AITER, get_aiter},
    {OPCODE_GET_ANEXT, get_anext},
    {OPCODE_YIELD, yield},
    {OPCODE_ASYNC_YIELD, async_yield},
    {OPCODE_END_ASYNC_FOR, end_async_for},
    {0, NULL},
};
