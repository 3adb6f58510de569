#include "vm/slot_calls.h"

#include "object/error.h"
#include "object/function.h"
#include "object/int.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/attr.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/ops_error.h"
#include "vm/slots.h"
#include "vm/vm.h"

/* ---- those that must not push: reprs inside containers, keys of dicts ---- */

/* Calls `name`; a result that is no str is blamed on `blamed`. */
static Obj *nested_text(Engine *e, Obj *o, Str *name, const Str *blamed) {
    bool found;
    Obj *text = vm_special_nested(e, o, name, NULL, 0, &found);
    if (!text || HAS_LAYOUT(text, STR)) return text;
    err_null(e, T_TypeError, "%s returned non-string (type %s)", blamed->text, type_name(text));
    decref(e, text);
    return NULL;
}

Obj *slot_repr(Engine *e, Obj *o) {
    return nested_text(e, o, N(e, __repr__), N(e, __repr__));
}

Obj *slot_str(Engine *e, Obj *o) {
    return nested_text(e, o, N(e, __str__), N(e, __str__));
}

Obj *slot_str_by_repr(Engine *e, Obj *o) {
    return nested_text(e, o, N(e, __repr__), N(e, __str__));
}

static bool slot_hash(Engine *e, Obj *o, uint32_t *hash) {
    bool found;
    *hash = 0;
    Obj *value = vm_special_nested(e, o, N(e, __hash__), NULL, 0, &found);
    if (!value) return false;
    bool ok = obj_is(value, TYPE(e, int)) && TYPE(e, int)->slots.hash(e, value, hash);
    if (!ok && !err_occurred(e)) {
        err_null(e, T_TypeError, "__hash__ method should return an integer");
    }
    decref(e, value);
    return ok;
}

/* ---- results that are checked ---- */

/* Calls `name`; a result that is no str is blamed on `blamed`. */
static Res text_step(Engine *e, NFrame *f, Str *name, const char *blamed, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], name, NULL, 0, STEP_OUT));
    if (!HAS_LAYOUT(f->in, STR)) {
        return err_res(e, T_TypeError, "%s returned non-string (type %s)", blamed,
                       type_name(f->in));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res repr_step(Engine *e, NFrame *f, Obj **out) {
    return text_step(e, f, N(e, __repr__), "__repr__", out);
}

static Res str_step(Engine *e, NFrame *f, Obj **out) {
    return text_step(e, f, N(e, __str__), "__str__", out);
}

/* str() of a class that has only a __repr__. */
static Res str_by_repr_step(Engine *e, NFrame *f, Obj **out) {
    return text_step(e, f, N(e, __repr__), "__str__", out);
}

static Res format_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], N(e, __format__), &f->slot[1], 1, STEP_OUT));
    if (!HAS_LAYOUT(f->in, STR)) {
        return err_res(e, T_TypeError, "__format__ must return a str, not %s", type_name(f->in));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res truth_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], N(e, __bool__), NULL, 0, STEP_OUT));
    if (!IS(e, f->in, bool)) {
        return err_res(e, T_TypeError, "__bool__ should return bool, returned %s",
                       type_name(f->in));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res length_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], N(e, __len__), NULL, 0, STEP_OUT));
    set_ref(e, f->in, int_from_index(e, f->in));
    int64_t length;
    if (!f->in || !int_clamp(e, f->in, &length)) return R_ERR;
    if (length < 0) return err_res(e, T_ValueError, "__len__() should return >= 0");
    if (!int_position(e, f->in, T_OverflowError, &length)) return R_ERR;
    *out = int_new(e, length);
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

static Res contains_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], N(e, __contains__), &f->slot[1], 1, STEP_OUT));
    slot_take(e, f, 1);
    STEP(2, op_truth(e, f->slot[1], STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res iter_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], N(e, __iter__), NULL, 0, STEP_OUT));
    if (!f->in->type->slots.next) {
        return err_res(e, T_TypeError, "iter() returned non-iterator of type '%s'",
                       type_name(f->in));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res await_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], N(e, __await__), NULL, 0, STEP_OUT));
    if (IS(e, f->in, coroutine)) {
        return err_res(e, T_TypeError, "__await__() returned a coroutine");
    }
    if (!f->in->type->slots.next) {
        return err_res(e, T_TypeError, "__await__() returned non-iterator of type '%s'",
                       type_name(f->in));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res aiter_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_call_special(e, f->slot[0], N(e, __aiter__), NULL, 0, STEP_OUT));
    if (!f->in->type->slots.anext) {
        return err_res(e, T_TypeError,
                       "'async for' received an object from __aiter__ that does not implement "
                       "__anext__: %s",
                       type_name(f->in));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* StopIteration that leaves __next__ is the end of the iteration. */
static Res next_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_call_special(e, f->slot[0], N(e, __next__), NULL, 0, STEP_OUT));
    if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
    *out = in_take(f);
    return f->in_res;
    STEPS_END;
}

static const NativeDef repr_def = {"__repr__", NULL, NULL, repr_step, 1, 0, NULL};
static const NativeDef str_def = {"__str__", NULL, NULL, str_step, 1, 0, NULL};
static const NativeDef str_by_repr_def = {"__str__", NULL, NULL, str_by_repr_step, 1, 0, NULL};
static const NativeDef format_def = {"__format__", NULL, NULL, format_step, 2, 0, NULL};
static const NativeDef truth_def = {"__bool__", NULL, NULL, truth_step, 1, 0, NULL};
static const NativeDef length_def = {"__len__", NULL, NULL, length_step, 1, 0, NULL};
static const NativeDef contains_def = {"__contains__", NULL, NULL, contains_step, 2, 0, NULL};
static const NativeDef iter_def = {"__iter__", NULL, NULL, iter_step, 1, 0, NULL};
static const NativeDef aiter_def = {"__aiter__", NULL, NULL, aiter_step, 1, 0, NULL};
static const NativeDef await_def = {"__await__", NULL, NULL, await_step, 1, 0, NULL};
static const NativeDef next_def = {"__next__", NULL, NULL, next_step, 1, NATIVE_CATCHES, NULL};

Res slot_push_repr(Engine *e, Obj *o) {
    return native_push(e, &repr_def, &o, 1);
}

Res slot_push_str(Engine *e, Obj *o) {
    return native_push(e, &str_def, &o, 1);
}

Res slot_push_str_by_repr(Engine *e, Obj *o) {
    return native_push(e, &str_by_repr_def, &o, 1);
}

Res slot_push_format(Engine *e, Obj *o, Obj *spec) {
    return native_push(e, &format_def, (Obj *[]){o, spec}, 2);
}

Res slot_truth(Engine *e, Obj *o, Obj **out) {
    (void)out;
    return native_push(e, &truth_def, &o, 1);
}

Res slot_length(Engine *e, Obj *o, Obj **out) {
    (void)out;
    return native_push(e, &length_def, &o, 1);
}

static Res slot_contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    (void)out;
    if (type_lookup(e, o->type, N(e, __contains__)) == e->none) {
        return err_res(e, T_TypeError, "'%s' object is not a container", type_name(o));
    }
    return native_push(e, &contains_def, (Obj *[]){o, item}, 2);
}

static Res slot_iter(Engine *e, Obj *o, Obj **out) {
    (void)out;
    if (type_lookup(e, o->type, N(e, __iter__)) == e->none) {
        return err_res(e, T_TypeError, "'%s' object is not iterable", type_name(o));
    }
    return native_push(e, &iter_def, &o, 1);
}

static Res slot_next(Engine *e, Obj *o, Obj **out) {
    (void)out;
    return native_push(e, &next_def, &o, 1);
}

static Res slot_await(Engine *e, Obj *o, Obj **out) {
    (void)out;
    return native_push(e, &await_def, &o, 1);
}

/* ---- results that are passed on ---- */

Res slot_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    (void)out;
    return steps_binary(e, op, a, b, false);
}

Res slot_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    (void)out;
    return steps_binary(e, op, a, b, true);
}

Res slot_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    (void)out;
    return steps_compare(e, op, a, b);
}

static Res slot_unary(Engine *e, UnaryOp op, Obj *a, Obj **out) {
    return op_call_special(e, a, slots_unary_name(e, op), NULL, 0, out);
}

static Res slot_getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    return op_call_special(e, o, N(e, __getitem__), &key, 1, out);
}

/* The result of a call whose value nobody wants. */
static Res drop_result(Engine *e, Res res, Obj *out) {
    if (res == R_OK) xdecref(e, out);
    return res;
}

static Res slot_setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    Obj *out = NULL, *args[] = {key, value};
    Str *name = value ? N(e, __setitem__) : N(e, __delitem__);
    return drop_result(e, op_call_special(e, o, name, args, value ? 2 : 1, &out), out);
}

static Res slot_aiter(Engine *e, Obj *o, Obj **out) {
    (void)out;
    return native_push(e, &aiter_def, &o, 1);
}

static Res slot_anext(Engine *e, Obj *o, Obj **out) {
    return op_call_special(e, o, N(e, __anext__), NULL, 0, out);
}

static Res slot_call(Engine *e, Obj *o, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    Obj *found = type_lookup(e, o->type, N(e, __call__)), *bound = NULL;
    if (IS(e, found, function)) {
        bound = method_new(e, found, o);
        if (!bound) return R_ERR;
    } else {
        Res res = attr_bind(e, found, o, OBJ(o->type), &bound);
        if (res == R_PUSH) return err_res(e, T_TypeError, "__call__ may not be a property");
        if (res != R_OK) return res;
    }
    Res res = R_ERR;
    if (nest_enter(e, " while calling a Python object")) {
        res = op_call(e, bound, args, nargs, kwnames, out);
        nest_leave(e);
    }
    decref(e, bound);
    return res;
}

/* ---- attributes ---- */

/* What the lookup is without __getattribute__ and __getattr__: the nearest built-in type's. */
static Res base_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    const Type *base = o->type;
    while (base->flags & TYPE_HEAP) base = base->base;
    if (base->slots.getattr) return base->slots.getattr(e, o, name, out);
    return op_generic_getattr(e, o, name, out);
}

static bool has_own_getattribute(Engine *e, const Obj *o) {
    Obj *found = type_lookup(e, o->type, N(e, __getattribute__));
    return !IS(e, found, method_descriptor) && !IS(e, found, wrapper_descriptor);
}

static Res first_lookup(Engine *e, Obj *o, Obj *name, Obj **out) {
    if (!has_own_getattribute(e, o)) return base_getattr(e, o, STR(name), out);
    return op_call_special(e, o, N(e, __getattribute__), &name, 1, out);
}

static Res getattr_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, first_lookup(e, f->slot[0], f->slot[1], STEP_OUT));
    if (f->in_res == R_ERR) {
        if (!err_matches(e, T_AttributeError)) return R_ERR;
        if (!type_lookup(e, f->slot[0]->type, N(e, __getattr__))) return R_ERR;
        err_clear(e);
        STEP_TRY(2, op_call_special(e, f->slot[0], N(e, __getattr__), &f->slot[1], 1, STEP_OUT));
        if (f->in_res != R_OK) return R_ERR;
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef getattr_def = {"__getattr__",  NULL, NULL, getattr_step, 2,
                                      NATIVE_CATCHES, NULL};

/* Without Python code in the first lookup no frame is needed to catch its AttributeError. */
Res slot_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    Obj *args[] = {o, OBJ(name)};
    bool has_getattr = type_lookup(e, o->type, N(e, __getattr__)) != NULL;
    if (has_own_getattribute(e, o)) {
        if (has_getattr) return native_push(e, &getattr_def, args, 2);
        return op_call_special(e, o, N(e, __getattribute__), &args[1], 1, out);
    }
    if (attr_may_push(e, type_lookup(e, o->type, name))) {
        return native_push(e, &getattr_def, args, 2);
    }
    Res res = base_getattr(e, o, name, out);
    if (res != R_ERR || !has_getattr || !err_matches(e, T_AttributeError)) return res;
    err_clear(e);
    return op_call_special(e, o, N(e, __getattr__), &args[1], 1, out);
}

static Res slot_setattr(Engine *e, Obj *o, Str *name, Obj *value) {
    Obj *out = NULL, *args[] = {OBJ(name), value};
    Str *method = value ? N(e, __setattr__) : N(e, __delattr__);
    return drop_result(e, op_call_special(e, o, method, args, value ? 2 : 1, &out), out);
}

static Res slot_descr_get(Engine *e, Obj *descr, Obj *instance, Obj *owner, Obj **out) {
    Obj *args[] = {instance ? instance : e->none, owner ? owner : e->none};
    if (!nest_enter(e, "")) return R_ERR;
    Res res = op_call_special(e, descr, N(e, __get__), args, 2, out);
    nest_leave(e);
    return res;
}

static Res slot_descr_set(Engine *e, Obj *descr, Obj *instance, Obj *value) {
    Obj *out = NULL, *args[] = {instance, value};
    Str *name = value ? N(e, __set__) : N(e, __delete__);
    Res res = op_call_special(e, descr, name, args, value ? 2 : 1, &out);
    if (res != R_NOTIMPL) return drop_result(e, res, out);
    return err_res(e, T_AttributeError, "%s", name->text);
}

/* ---- __del__ ---- */

bool slot_finalize(Engine *e, Obj *o) {
    uint32_t *done = obj_place(o, o->type->final_offset);
    if (!*done) {
        *done = 1;
        return vm_queue_finalizer(e, o);
    }
    const Type *base = o->type;
    while (base->flags & TYPE_HEAP) base = base->base;
    return base->slots.finalize && base->slots.finalize(e, o);
}

const TypeSlots slot_calls = {
    .repr = slot_repr,
    .str = slot_str,
    .hash = slot_hash,
    .truth = slot_truth,
    .length = slot_length,
    .binary = slot_binary,
    .inplace = slot_inplace,
    .unary = slot_unary,
    .compare = slot_compare,
    .getitem = slot_getitem,
    .setitem = slot_setitem,
    .contains = slot_contains,
    .iter = slot_iter,
    .next = slot_next,
    .await_ = slot_await,
    .aiter = slot_aiter,
    .anext = slot_anext,
    .call = slot_call,
    .getattr = slot_getattr,
    .setattr = slot_setattr,
    .descr_get = slot_descr_get,
    .descr_set = slot_descr_set,
};
