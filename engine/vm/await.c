/* What `await` drives: the iterator behind an awaitable. */
#include "vm/ops.h"

#include "object/error.h"
#include "vm/gen.h"

static Res refuse(Engine *e, const Obj *o, int where) {
    if (where == 0) {
        return err_res(e, T_TypeError, "object %s can't be used in 'await' expression",
                       type_name(o));
    }
    return err_res(e, T_TypeError,
                   "'async with' received an object from %s that does not implement __await__: %s",
                   where == 1 ? "__aenter__" : "__aexit__", type_name(o));
}

/* Generators marked by types.coroutine are awaitable as they are. */
static bool is_iterable_coroutine(Engine *e, const Obj *o) {
    return IS(e, o, generator) && (((const Gen *)o)->code->flags & CODE_ITERABLE_COROUTINE);
}

Res op_await_iter(Engine *e, Obj *awaitable, int where, Obj **out) {
    if (IS(e, awaitable, coroutine)) {
        if (gen_delegate(GEN(awaitable))) {
            return err_res(e, T_RuntimeError, "coroutine is being awaited already");
        }
        *out = incref(awaitable);
        return R_OK;
    }
    if (is_iterable_coroutine(e, awaitable)) {
        *out = incref(awaitable);
        return R_OK;
    }
    if (awaitable->type->slots.await_) return awaitable->type->slots.await_(e, awaitable, out);
    return refuse(e, awaitable, where);
}
