/* property. */
#include "object/engine.h"

#include "object/construct.h"
#include "object/error.h"
#include "object/function.h"
#include "object/native.h"
#include "object/str.h"
#include "object/wrapper.h"
#include "vm/class_slots.h"
#include "vm/native.h"
#include "vm/ops.h"

typedef struct {
    Obj h;
    Dict *dict;
    Obj *get, *set, *del; /* NULL = none */
    Obj *doc;             /* NULL = none */
    Obj *name;            /* what __set_name__ told; NULL = not known */
    bool getter_doc;      /* doc is the getter's */
} Property;

#define PROPERTY(o) ((Property *)(o))

static Obj *or_null(Engine *e, Obj *o) {
    return o && o != e->none ? incref(o) : NULL;
}

static Obj *doc_of(Obj *getter) {
    return getter && HAS_LAYOUT(getter, FUNCTION) ? FUNCTION(getter)->doc : NULL;
}

static Obj *make(Engine *e, Type *type, Obj *get, Obj *set, Obj *del, Obj *doc) {
    Property *p = (Property *)obj_new(e, type, sizeof(Property));
    if (!p) return NULL;
    p->get = or_null(e, get);
    p->set = or_null(e, set);
    p->del = or_null(e, del);
    p->doc = or_null(e, doc);
    if (!p->doc && p->get) {
        p->doc = or_null(e, doc_of(p->get));
        p->getter_doc = true;
    }
    return OBJ(p);
}

static Res property_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                              Obj **out) {
    static const char *const keywords[] = {"fget", "fset", "fdel", "doc"};
    static const ConstructorArgs parameters = {"property", keywords, 4, 0, false};
    Obj *a[4];
    if (!construct_bind(e, &parameters, args, nargs, kwnames, a)) return R_ERR;
    *out = make(e, type, a[0], a[1], a[2], a[3]);
    return *out ? R_OK : R_ERR;
}

static void property_release(Engine *e, Obj *o) {
    Property *p = PROPERTY(o);
    clear_ref(e, p->dict);
    clear_ref(e, p->get);
    clear_ref(e, p->set);
    clear_ref(e, p->del);
    clear_ref(e, p->doc);
    clear_ref(e, p->name);
}

/* Borrowed or NULL: the name it was assigned to, else the getter's. */
static const Str *name_of(const Property *p) {
    if (p->name && HAS_LAYOUT(p->name, STR)) return STR(p->name);
    return p->get && HAS_LAYOUT(p->get, FUNCTION) ? FUNCTION(p->get)->name : NULL;
}

static Res refuse(Engine *e, const Property *p, Obj *instance, const char *what) {
    const Str *name = name_of(p);
    if (!name) {
        return err_res(e, T_AttributeError, "property of '%s' object has no %s",
                       instance->type->qualname->text, what);
    }
    return err_res(e, T_AttributeError, "property '%s' of '%s' object has no %s", name->text,
                   instance->type->qualname->text, what);
}

static Res property_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    (void)owner;
    Property *p = PROPERTY(o);
    if (!instance) {
        *out = incref(o);
        return R_OK;
    }
    return p->get ? op_call1(e, p->get, instance, out) : refuse(e, p, instance, "getter");
}

static Res property_set(Engine *e, Obj *o, Obj *instance, Obj *value) {
    Property *p = PROPERTY(o);
    Obj *out = NULL;
    if (value && !p->set) return refuse(e, p, instance, "setter");
    if (!value && !p->del) return refuse(e, p, instance, "deleter");
    Res res =
        value ? op_call2(e, p->set, instance, value, &out) : op_call1(e, p->del, instance, &out);
    if (res == R_OK) decref(e, out);
    return res;
}

/* A copy with one function replaced. */
static Obj *copy_with(Engine *e, Obj *o, Obj *get, Obj *set, Obj *del) {
    Property *p = PROPERTY(o);
    Obj *doc = p->getter_doc ? NULL : p->doc;
    Obj *copy = make(e, o->type, get ? get : p->get, set ? set : p->set, del ? del : p->del, doc);
    if (copy) PROPERTY(copy)->name = xincref(p->name);
    return copy;
}

static Obj *method_getter(Engine *e, Obj *const *a) {
    return copy_with(e, a[0], a[1], NULL, NULL);
}
static Obj *method_setter(Engine *e, Obj *const *a) {
    return copy_with(e, a[0], NULL, a[1], NULL);
}
static Obj *method_deleter(Engine *e, Obj *const *a) {
    return copy_with(e, a[0], NULL, NULL, a[1]);
}

static Obj *method_set_name(Engine *e, Obj *const *a) {
    set_ref(e, PROPERTY(a[0])->name, incref(a[2]));
    return e->none;
}

/* For subclasses with an __init__ of their own: super().__init__(fget, ...). */
static Obj *method_init(Engine *e, Obj *const *a) {
    Property *p = PROPERTY(a[0]);
    set_ref(e, p->get, or_null(e, a[1]));
    set_ref(e, p->set, or_null(e, a[2]));
    set_ref(e, p->del, or_null(e, a[3]));
    p->getter_doc = (!a[4] || a[4] == e->none) && p->get;
    set_ref(e, p->doc, or_null(e, p->getter_doc ? doc_of(p->get) : a[4]));
    return e->none;
}

static Obj *or_none(Engine *e, Obj *o) {
    return o ? incref(o) : e->none;
}
static Obj *get_fget(Engine *e, Obj *o) {
    return or_none(e, PROPERTY(o)->get);
}
static Obj *get_fset(Engine *e, Obj *o) {
    return or_none(e, PROPERTY(o)->set);
}
static Obj *get_fdel(Engine *e, Obj *o) {
    return or_none(e, PROPERTY(o)->del);
}
static Obj *get_doc(Engine *e, Obj *o) {
    return or_none(e, PROPERTY(o)->doc);
}

static bool set_doc(Engine *e, Obj *o, Obj *value) {
    set_ref(e, PROPERTY(o)->doc, xincref(value));
    PROPERTY(o)->getter_doc = false;
    return true;
}

static Obj *get_name(Engine *e, Obj *o) {
    const Str *name = name_of(PROPERTY(o));
    if (name) return incref((Str *)(uintptr_t)name);
    err_attribute(e, o, N(e, __name__));
    return NULL;
}

static bool set_name(Engine *e, Obj *o, Obj *value) {
    set_ref(e, PROPERTY(o)->name, xincref(value));
    return true;
}

bool class_is_abstract(const Engine *e, const Obj *function) {
    if (!function || !HAS_LAYOUT(function, FUNCTION) || !FUNCTION(function)->dict) return false;
    return dict_get_str(FUNCTION(function)->dict, e->names.__isabstractmethod__) == e->true_;
}

static Obj *get_abstract(Engine *e, Obj *o) {
    const Property *p = PROPERTY(o);
    return obj_bool(e, class_is_abstract(e, p->get) || class_is_abstract(e, p->set) ||
                           class_is_abstract(e, p->del));
}

static const NativeDef property_methods[] = {
    {"__init__", "self, fget=None, fset=None, fdel=None, doc=None", .fn = method_init},
    {"getter", "self, fget, /", .fn = method_getter,
     .doc = "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", "self, fset, /", .fn = method_setter,
     .doc = "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", "self, fdel, /", .fn = method_deleter,
     .doc = "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", "self, owner, name, /", .fn = method_set_name},
    {0}};

static const GetSetDef property_getset[] = {{"fget", get_fget, getset_readonly},
                                            {"fset", get_fset, getset_readonly},
                                            {"fdel", get_fdel, getset_readonly},
                                            {"__doc__", get_doc, set_doc},
                                            {"__name__", get_name, set_name},
                                            {"__isabstractmethod__", get_abstract, NULL},
                                            {0}};

const TypeSpec property_spec = {
    .name = "property",
    .layout = LAYOUT_PROPERTY,
    .size = sizeof(Property),
    .flags = TYPE_BASE,
    .dict_offset = offsetof(Property, dict),
    .slots = {.release = property_release,
              .descr_get = property_get,
              .descr_set = property_set,
              .construct = property_construct},
    .methods = property_methods,
    .getset = property_getset,
    .doc = "Property attribute.",
};
