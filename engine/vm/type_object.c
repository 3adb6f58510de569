/* Classes as objects: attributes of classes, the type `type`. */
#include "vm/class.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/list.h"
#include "object/mappingproxy.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "object/weakref.h"
#include "vm/attr.h"
#include "vm/instance.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/slots.h"
#include "vm/union.h"

const Str *type_module_text(const Type *type) {
    Obj *module = type->module;
    return module && HAS_LAYOUT(module, STR) ? STR(module) : NULL;
}

static Obj *type_repr(Engine *e, Obj *o) {
    const Type *t = TYPE_OF(o);
    const Str *module = type_module_text(t);
    if (!module || str_equal_text(module, "builtins")) {
        return OBJ(str_format(e, "<class '%s'>", t->qualname->text));
    }
    return OBJ(str_format(e, "<class '%s.%s'>", module->text, t->qualname->text));
}

static bool type_hash(Engine *e, Obj *o, uint32_t *hash) {
    (void)e;
    *hash = o->id;
    return true;
}

/* int | None */
static Res type_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    return op == OP_OR ? union_or(e, a, b, out) : R_NOTIMPL;
}

/* The metaclass's data descriptors, the MRO, then the metaclass's other attributes. */
static Res type_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    Obj *meta = type_lookup(e, o->type, name);
    if (meta && attr_is_data_descriptor(meta)) return attr_bind(e, meta, o, OBJ(o->type), out);
    Obj *found = type_lookup(e, TYPE_OF(o), name);
    if (found) return attr_bind(e, found, NULL, o, out);
    if (meta) return attr_bind(e, meta, o, OBJ(o->type), out);
    err_attribute(e, o, name);
    return R_ERR;
}

static bool check_mutable(Engine *e, const Type *t, const char *name) {
    if (t->flags & TYPE_HEAP) return true;
    return err_false(e, T_TypeError, "cannot set '%s' attribute of immutable type '%s'", name,
                     t->full_name->text);
}

static Res type_setattr(Engine *e, Obj *o, Str *name, Obj *value) {
    Type *t = TYPE_OF(o);
    if (!check_mutable(e, t, name->text)) return R_ERR;
    Obj *meta = type_lookup(e, o->type, name);
    if (meta && meta->type->slots.descr_set) {
        return meta->type->slots.descr_set(e, meta, o, value);
    }
    if (value) {
        if (!dict_set_str(e, t->dict, name, value)) return R_ERR;
    } else if (!dict_del_str(e, t->dict, name)) {
        err_attribute(e, o, name);
        return R_ERR;
    }
    slots_refresh(e, t, name);
    return R_OK;
}

static void type_release(Engine *e, Obj *o) {
    Type *t = TYPE_OF(o);
    class_unlink(e, t);
    lookups_forget_classes(&e->lookups);
    clear_ref(e, t->dict);
    clear_ref(e, t->bases);
    clear_ref(e, t->mro);
    clear_ref(e, t->base);
    clear_ref(e, t->name);
    clear_ref(e, t->qualname);
    clear_ref(e, t->full_name);
    clear_ref(e, t->module);
}

/* ---- attributes of classes ---- */

static bool set_text(Engine *e, Obj *o, Obj *value, const char *which, Str **field) {
    Type *t = TYPE_OF(o);
    if (!check_mutable(e, t, which)) return false;
    if (!value) {
        return err_false(e, T_TypeError, "cannot delete '%s' attribute of immutable type '%s'",
                         which, t->name->text);
    }
    if (!HAS_LAYOUT(value, STR)) {
        return err_false(e, T_TypeError, "can only assign string to %s.%s, not '%s'", t->name->text,
                         which, type_name(value));
    }
    set_ref(e, *field, STR(incref(value)));
    return true;
}

static Obj *get_name(Engine *e, Obj *o) {
    (void)e;
    return incref(TYPE_OF(o)->name);
}

static bool set_name(Engine *e, Obj *o, Obj *value) {
    if (!set_text(e, o, value, "__name__", &TYPE_OF(o)->name)) return false;
    set_ref(e, TYPE_OF(o)->full_name, STR(incref(value)));
    return true;
}

static Obj *get_qualname(Engine *e, Obj *o) {
    (void)e;
    return incref(TYPE_OF(o)->qualname);
}

static bool set_qualname(Engine *e, Obj *o, Obj *value) {
    return set_text(e, o, value, "__qualname__", &TYPE_OF(o)->qualname);
}

static Obj *get_module(Engine *e, Obj *o) {
    Type *t = TYPE_OF(o);
    return t->module ? incref(t->module) : OBJ(str_from(e, "builtins"));
}

static bool set_module(Engine *e, Obj *o, Obj *value) {
    Type *t = TYPE_OF(o);
    if (!check_mutable(e, t, "__module__")) return false;
    if (!value) return err_false(e, T_TypeError, "cannot delete '__module__' attribute");
    set_ref(e, t->module, incref(value));
    return dict_set_str(e, t->dict, N(e, __module__), value);
}

static Obj *get_mro(Engine *e, Obj *o) {
    (void)e;
    return incref(TYPE_OF(o)->mro);
}

static Obj *get_bases(Engine *e, Obj *o) {
    (void)e;
    return incref(TYPE_OF(o)->bases);
}

static Obj *get_base(Engine *e, Obj *o) {
    Type *base = TYPE_OF(o)->base;
    return base ? incref(base) : e->none;
}

static Obj *get_dict(Engine *e, Obj *o) {
    return mappingproxy_new(e, OBJ(TYPE_OF(o)->dict));
}

/* The docstring belongs to the class itself, not to its bases. */
static Obj *get_doc(Engine *e, Obj *o) {
    Obj *doc = dict_get_str(TYPE_OF(o)->dict, N(e, __doc__));
    return doc ? incref(doc) : e->none;
}

static bool set_in_dict(Engine *e, Obj *o, Str *name, Obj *value) {
    Type *t = TYPE_OF(o);
    if (!check_mutable(e, t, name->text)) return false;
    if (value) return dict_set_str(e, t->dict, name, value);
    if (dict_del_str(e, t->dict, name)) return true;
    err_attribute(e, o, name);
    return false;
}

static bool set_doc(Engine *e, Obj *o, Obj *value) {
    return set_in_dict(e, o, N(e, __doc__), value);
}

static Obj *get_annotations(Engine *e, Obj *o) {
    Type *t = TYPE_OF(o);
    Obj *found = dict_get_str(t->dict, N(e, __annotations__));
    if (found) return incref(found);
    if (!(t->flags & TYPE_HEAP)) {
        err_attribute(e, o, N(e, __annotations__));
        return NULL;
    }
    Dict *fresh = dict_new(e);
    if (!fresh || dict_set_str(e, t->dict, N(e, __annotations__), OBJ(fresh))) return OBJ(fresh);
    decref(e, fresh);
    return NULL;
}

static bool set_annotations(Engine *e, Obj *o, Obj *value) {
    return set_in_dict(e, o, N(e, __annotations__), value);
}

static Obj *get_type_params(Engine *e, Obj *o) {
    Obj *found = dict_get_str(TYPE_OF(o)->dict, N(e, __type_params__));
    return found ? incref(found) : incref(e->empty_tuple);
}

static bool set_type_params(Engine *e, Obj *o, Obj *value) {
    return set_in_dict(e, o, N(e, __type_params__), value);
}

static Obj *get_abstract(Engine *e, Obj *o) {
    Obj *found =
        o == OBJ(TYPE(e, type)) ? NULL : dict_get_str(TYPE_OF(o)->dict, N(e, __abstractmethods__));
    if (found) return incref(found);
    err_attribute(e, o, N(e, __abstractmethods__));
    return NULL;
}

static bool set_abstract(Engine *e, Obj *o, Obj *value) {
    bool abstract = false;
    if (value && !obj_truth(e, value, &abstract)) return false;
    if (!set_in_dict(e, o, N(e, __abstractmethods__), value)) return false;
    Type *t = TYPE_OF(o);
    t->flags = abstract ? t->flags | TYPE_ABSTRACT : t->flags & ~(uint32_t)TYPE_ABSTRACT;
    return true;
}

static Obj *method_mro(Engine *e, Obj *const *a) {
    Tuple *mro = TYPE_OF(a[0])->mro;
    return OBJ(list_of(e, mro->items, mro->size));
}

static bool is_direct_subclass(const Type *t, const Obj *base) {
    for (uint32_t i = 0; i < t->bases->size; i++) {
        if (t->bases->items[i] == base) return true;
    }
    return false;
}

/* In the order in which they were made. */
static Obj *method_subclasses(Engine *e, Obj *const *a) {
    List *found = list_new(e, 0);
    for (int id = 0; found && id < TYPE_COUNT; id++) {
        if (!is_direct_subclass(e->types[id], a[0])) continue;
        if (!list_append(e, found, OBJ(e->types[id]))) clear_ref(e, found);
    }
    Type *t = *e->newest_class;
    while (t && t->older) t = t->older;
    for (; found && t; t = t->newer) {
        if (!is_direct_subclass(t, a[0])) continue;
        if (!list_append(e, found, OBJ(t))) clear_ref(e, found);
    }
    return OBJ(found);
}

static Obj *method_instancecheck(Engine *e, Obj *const *a) {
    return obj_bool(e, obj_is(a[1], TYPE_OF(a[0])));
}

static Obj *method_subclasscheck(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[1], TYPE)) {
        return err_null(e, T_TypeError, "issubclass() arg 1 must be a class");
    }
    return obj_bool(e, type_is_subtype(TYPE_OF(a[1]), TYPE_OF(a[0])));
}

static Obj *method_dir(Engine *e, Obj *const *a) {
    return object_names(e, NULL, TYPE_OF(a[0]));
}

static Obj *method_prepare(Engine *e, Obj *const *a) {
    (void)a;
    return OBJ(dict_new(e));
}

static Obj *method_init(Engine *e, Obj *const *a) {
    (void)a;
    return e->none;
}

static const NativeDef type_methods[] = {
    {"__init__", "self, /, *args, **kwargs", .fn = method_init},
    {"mro", "self, /", .fn = method_mro, .doc = "Return a type's method resolution order."},
    {"__subclasses__", "self, /", .fn = method_subclasses,
     .doc = "Return a list of immediate subclasses."},
    {"__instancecheck__", "self, instance, /", .fn = method_instancecheck,
     .doc = "Check if an object is an instance."},
    {"__subclasscheck__", "self, subclass, /", .fn = method_subclasscheck,
     .doc = "Check if a class is a subclass."},
    {"__dir__", "self, /", .fn = method_dir},
    {"__prepare__", "cls, /, *args, **kwargs", .fn = method_prepare, .flags = NATIVE_CLASS,
     .doc = "Create the namespace for the class statement"},
    {0}};

static const GetSetDef type_getset[] = {{"__name__", get_name, set_name},
                                        {"__qualname__", get_qualname, set_qualname},
                                        {"__module__", get_module, set_module},
                                        {"__mro__", get_mro, NULL},
                                        {"__bases__", get_bases, NULL},
                                        {"__base__", get_base, NULL},
                                        {"__dict__", get_dict, NULL},
                                        {"__doc__", get_doc, set_doc},
                                        {"__annotations__", get_annotations, set_annotations},
                                        {"__type_params__", get_type_params, set_type_params},
                                        {"__abstractmethods__", get_abstract, set_abstract},
                                        {0}};

const TypeSpec type_spec = {
    .name = "type",
    .base = T_object,
    .layout = LAYOUT_TYPE,
    .size = sizeof(Type),
    .flags = TYPE_BASE,
    .weak_offset = offsetof(Type, weakrefs),
    .slots = {.release = type_release,
              .repr = type_repr,
              .hash = type_hash,
              .binary = type_binary,
              .call = instance_call,
              .getattr = type_getattr,
              .setattr = type_setattr,
              .construct = class_construct},
    .methods = type_methods,
    .getset = type_getset,
};
