/* staticmethod and classmethod. */
#include "vm/class_slots.h"

#include "object/error.h"
#include "object/function.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/attr.h"
#include "vm/ops.h"

typedef struct {
    Obj h;
    Dict *dict;
    Obj *callable;
} Wrapped;

#define WRAPPED(o) ((Wrapped *)(o))

static Obj *wrap(Engine *e, Type *type, Obj *callable) {
    Wrapped *w = (Wrapped *)obj_new(e, type, sizeof(Wrapped));
    if (!w) return NULL;
    w->callable = incref(callable);
    return OBJ(w);
}

Obj *class_wrap(Engine *e, int type_id, Obj *function) {
    return wrap(e, e->types[type_id], function);
}

static Res wrapped_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                             Obj **out) {
    const Type *base = type;
    while (base->flags & TYPE_HEAP) base = base->base;
    if (kwnames && kwnames->size) {
        return err_res(e, T_TypeError, "%s() takes no keyword arguments", type->name->text);
    }
    if (nargs != 1) {
        return err_res(e, T_TypeError, "%s expected 1 argument, got %d", base->name->text, nargs);
    }
    *out = wrap(e, type, args[0]);
    return *out ? R_OK : R_ERR;
}

static void wrapped_release(Engine *e, Obj *o) {
    drop_ref(e, WRAPPED(o)->dict);
    drop_ref(e, WRAPPED(o)->callable);
}

static Obj *wrapped_repr(Engine *e, Obj *o) {
    if (!nest_enter(e, " while getting the repr of an object")) return NULL;
    Str *inner = obj_repr(e, WRAPPED(o)->callable);
    nest_leave(e);
    if (!inner) return NULL;
    Str *text = str_format(e, "<%s(%s)>", o->type->name->text, inner->text);
    decref(e, inner);
    return OBJ(text);
}

static Res static_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    (void)e, (void)instance, (void)owner;
    *out = incref(WRAPPED(o)->callable);
    return R_OK;
}

static Res static_call(Engine *e, Obj *o, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    if (!nest_enter(e, " while calling a Python object")) return R_ERR;
    Res res = op_call(e, WRAPPED(o)->callable, args, nargs, kwnames, out);
    nest_leave(e);
    return res;
}

static Res class_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    *out = method_new(e, WRAPPED(o)->callable, owner ? owner : OBJ(instance->type));
    return *out ? R_OK : R_ERR;
}

static bool comes_from_function(Engine *e, const Str *name) {
    const Str *names[] = {N(e, __doc__), N(e, __module__), N(e, __name__), N(e, __qualname__),
                          N(e, __annotations__)};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (str_equal(name, names[i])) return true;
    }
    return false;
}

/* What describes the function shows through; what the program has set on it does not. */
static Res wrapped_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    bool own = str_equal(name, N(e, __doc__)) || str_equal(name, N(e, __module__));
    Res res = own ? R_NOTIMPL : attr_try(e, o, name, out);
    if (res != R_NOTIMPL) return res;
    if (!comes_from_function(e, name)) {
        err_attribute(e, o, name);
        return R_ERR;
    }
    if (!nest_enter(e, "")) return R_ERR;
    res = op_getattr(e, WRAPPED(o)->callable, name, out);
    nest_leave(e);
    if (res == R_ERR && err_matches(e, T_AttributeError)) {
        err_clear(e);
        err_attribute(e, o, name);
    }
    return res;
}

static Obj *get_function(Engine *e, Obj *o) {
    (void)e;
    return incref(WRAPPED(o)->callable);
}

/* A property or another wrapped function inside counts, too. */
static Obj *get_abstract(Engine *e, Obj *o) {
    const Obj *inner = WRAPPED(o)->callable;
    while (inner->type->slots.release == wrapped_release) inner = WRAPPED(inner)->callable;
    return obj_bool(e, class_is_abstract(e, inner));
}

static const GetSetDef wrapped_getset[] = {{"__func__", get_function, NULL},
                                           {"__wrapped__", get_function, NULL},
                                           {"__isabstractmethod__", get_abstract, NULL},
                                           {0}};

const TypeSpec staticmethod_spec = {
    .name = "staticmethod",
    .layout = LAYOUT_STATICMETHOD,
    .size = sizeof(Wrapped),
    .flags = TYPE_BASE | TYPE_HAS_DICT,
    .dict_offset = offsetof(Wrapped, dict),
    .slots = {.release = wrapped_release,
              .repr = wrapped_repr,
              .call = static_call,
              .getattr = wrapped_getattr,
              .descr_get = static_get,
              .construct = wrapped_construct},
    .getset = wrapped_getset,
    .doc = "Convert a function to be a static method.",
};

const TypeSpec classmethod_spec = {
    .name = "classmethod",
    .layout = LAYOUT_CLASSMETHOD,
    .size = sizeof(Wrapped),
    .flags = TYPE_BASE | TYPE_HAS_DICT,
    .dict_offset = offsetof(Wrapped, dict),
    .slots = {.release = wrapped_release,
              .repr = wrapped_repr,
              .getattr = wrapped_getattr,
              .descr_get = class_get,
              .construct = wrapped_construct},
    .getset = wrapped_getset,
    .doc = "Convert a function to be a class method.",
};
