/* Natives as objects: functions, bound and unbound methods written in C. */
#include "object/native.h"

#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/call.h"
#include "vm/signature.h"

Obj *native_new(Engine *e, int type_id, const NativeDef *def, Type *owner, const char *module) {
    Native *n = (Native *)obj_new(e, e->types[type_id], sizeof(Native));
    if (!n) return NULL;
    n->def = def;
    n->owner = owner;
    n->sig = signature_parse(e, def->signature);
    n->name = str_from(e, def->name);
    if (!n->sig || !n->name) return NULL;
    n->qualname =
        owner ? str_format(e, "%s.%s", owner->qualname->text, def->name) : (Str *)incref(n->name);
    n->module = module ? OBJ(str_from(e, module)) : NULL;
    return n->qualname && (!module || n->module) ? OBJ(n) : NULL;
}

Obj *native_bind(Engine *e, Native *unbound, Obj *self) {
    Native *n = (Native *)obj_new(e, TYPE(e, builtin_function_or_method), sizeof(Native));
    if (!n) return NULL;
    n->def = unbound->def;
    n->sig = unbound->sig;
    n->owner = unbound->owner;
    n->self = incref(self);
    n->name = (Str *)incref(unbound->name);
    n->qualname = (Str *)incref(unbound->qualname);
    n->module = xincref(unbound->module);
    return OBJ(n);
}

/* The loop's methods are Python code in CPython: they keep the name of the class that has them. */
static const Type *named_after(const Native *n) {
    if (!n->self || !n->owner || n->self->type->layout == LAYOUT_LOOP) return NULL;
    const Type *type = HAS_LAYOUT(n->self, TYPE) ? (const Type *)n->self : n->self->type;
    return type == n->owner || !(type->flags & TYPE_HEAP) ? NULL : type;
}

const Str *native_own_qualname(Engine *e, Native *n) {
    const Type *type = named_after(n);
    if (type && !n->named) {
        Str *name = str_format(e, "%s.%s", type->qualname->text, n->name->text);
        if (!name) return NULL;
        set_ref(e, n->qualname, name);
        n->named = true;
    }
    return n->qualname;
}

static void native_release(Engine *e, Obj *o) {
    Native *n = NATIVE(o);
    drop_ref(e, n->self);
    drop_ref(e, n->name);
    drop_ref(e, n->qualname);
    drop_ref(e, n->module);
}

static Res method_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    (void)owner;
    Native *n = NATIVE(o);
    if (!instance) {
        *out = incref(o);
        return R_OK;
    }
    if (!obj_is(instance, n->owner)) {
        return err_res(e, T_TypeError,
                       "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                       n->name->text, n->owner->full_name->text, type_name(instance));
    }
    *out = native_bind(e, n, instance);
    return *out ? R_OK : R_ERR;
}

static Res classmethod_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    *out = native_bind(e, NATIVE(o), owner ? owner : OBJ(instance->type));
    return *out ? R_OK : R_ERR;
}

static Res classmethod_call(Engine *e, Obj *o, Obj *const *args, int nargs, Tuple *kwnames,
                            Obj **out) {
    const Native *n = NATIVE(o);
    int given = nargs - (kwnames ? (int)kwnames->size : 0);
    if (given == 0) {
        return err_res(e, T_TypeError, "descriptor '%s' of '%s' object needs an argument",
                       n->name->text, n->owner->full_name->text);
    }
    if (!HAS_LAYOUT(args[0], TYPE) || !type_is_subtype((Type *)args[0], n->owner)) {
        return err_res(e, T_TypeError, "descriptor '%s' requires a subtype of '%s'", n->name->text,
                       n->owner->full_name->text);
    }
    return native_invoke(e, o, args[0], args + 1, nargs - 1, kwnames, out);
}

static bool python_like(const Native *n) {
    return (n->def->flags & NATIVE_PYTHON) != 0;
}

static Obj *function_repr(Engine *e, Obj *o) {
    const Native *n = NATIVE(o);
    if (python_like(n) && !n->self) {
        return OBJ(str_format(e, "<function %s at 0x%llx>", n->qualname->text, obj_address(o)));
    }
    if (!n->self || HAS_LAYOUT(n->self, MODULE)) {
        return OBJ(str_format(e, "<built-in function %s>", n->name->text));
    }
    if (!python_like(n)) {
        return OBJ(str_format(e, "<built-in method %s of %s object at 0x%llx>", n->name->text,
                              type_name(n->self), obj_address(n->self)));
    }
    Str *self = obj_repr(e, n->self);
    if (!self) return NULL;
    Str *text = str_format(e, "<bound method %s of %s>", n->qualname->text, self->text);
    decref(e, self);
    return OBJ(text);
}

static Obj *method_repr(Engine *e, Obj *o) {
    const Native *n = NATIVE(o);
    if (python_like(n)) {
        return OBJ(str_format(e, "<function %s at 0x%llx>", n->qualname->text, obj_address(o)));
    }
    return OBJ(
        str_format(e, "<method '%s' of '%s' objects>", n->name->text, n->owner->full_name->text));
}

static bool function_hash(Engine *e, Obj *o, uint32_t *hash) {
    (void)e;
    const Native *n = NATIVE(o);
    *hash = (n->self ? n->self->id * 31u : o->id) + (n->owner ? n->owner->h.id : 0);
    return true;
}

/* Two bindings of the same method to the same object are equal. */
static Res function_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != b->type) return R_NOTIMPL;
    bool same = a == b || (NATIVE(a)->self && NATIVE(a)->self == NATIVE(b)->self &&
                           NATIVE(a)->def == NATIVE(b)->def);
    *out = obj_bool(e, same == (op == CMP_EQ));
    return R_OK;
}

static Obj *get_name(Engine *e, Obj *o) {
    (void)e;
    return incref(NATIVE(o)->name);
}

static Obj *get_qualname(Engine *e, Obj *o) {
    const Str *name = native_own_qualname(e, NATIVE(o));
    return name ? incref(OBJ((uintptr_t)name)) : NULL;
}

static Obj *get_module(Engine *e, Obj *o) {
    return NATIVE(o)->module ? incref(NATIVE(o)->module) : e->none;
}

static Obj *get_self(Engine *e, Obj *o) {
    return NATIVE(o)->self ? incref(NATIVE(o)->self) : e->none;
}

static Obj *get_owner(Engine *e, Obj *o) {
    (void)e;
    return incref(NATIVE(o)->owner);
}

static Obj *get_doc(Engine *e, Obj *o) {
    const char *doc = NATIVE(o)->def->doc;
    return doc ? OBJ(str_from(e, doc)) : e->none;
}

static Obj *get_text_signature(Engine *e, Obj *o) {
    return OBJ(signature_text(e, NATIVE(o)->sig));
}

static const GetSetDef function_getset[] = {{"__name__", get_name, NULL},
                                            {"__qualname__", get_qualname, NULL},
                                            {"__module__", get_module, NULL},
                                            {"__self__", get_self, NULL},
                                            {"__doc__", get_doc, NULL},
                                            {"__text_signature__", get_text_signature, NULL},
                                            {0}};

static const GetSetDef method_getset[] = {{"__name__", get_name, NULL},
                                          {"__qualname__", get_qualname, NULL},
                                          {"__objclass__", get_owner, NULL},
                                          {"__doc__", get_doc, NULL},
                                          {"__text_signature__", get_text_signature, NULL},
                                          {0}};

const TypeSpec native_spec = {
    .name = "builtin_function_or_method",
    .layout = LAYOUT_NATIVE,
    .size = sizeof(Native),
    .flags = TYPE_NO_NEW,
    .slots = {.release = native_release,
              .repr = function_repr,
              .hash = function_hash,
              .compare = function_compare,
              .call = native_call},
    .getset = function_getset,
};

const TypeSpec method_descriptor_spec = {
    .name = "method_descriptor",
    .layout = LAYOUT_NATIVE,
    .size = sizeof(Native),
    .flags = TYPE_NO_NEW,
    .slots = {.release = native_release,
              .repr = method_repr,
              .call = native_call,
              .descr_get = method_get},
    .getset = method_getset,
};

const TypeSpec classmethod_descriptor_spec = {
    .name = "classmethod_descriptor",
    .layout = LAYOUT_NATIVE,
    .size = sizeof(Native),
    .flags = TYPE_NO_NEW,
    .slots = {.release = native_release,
              .repr = method_repr,
              .call = classmethod_call,
              .descr_get = classmethod_get},
    .getset = method_getset,
};
