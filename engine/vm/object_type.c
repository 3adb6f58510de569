/* The type `object`. */
#include "vm/instance.h"

#include "object/dict.h"
#include "object/module.h"
#include "vm/import.h"
#include "object/int.h"
#include "object/error.h"
#include "object/format.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "object/wrapper.h"
#include "vm/attr.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/slot_calls.h"
#include "vm/slots.h"

static Obj *object_repr(Engine *e, Obj *o) {
    const Type *t = o->type;
    const Str *module = type_module_text(t);
    if (!module || str_equal_text(module, "builtins")) {
        return OBJ(str_format(e, "<%s object at 0x%llx>", t->qualname->text, obj_address(o)));
    }
    return OBJ(
        str_format(e, "<%s.%s object at 0x%llx>", module->text, t->qualname->text, obj_address(o)));
}

static Obj *object_str(Engine *e, Obj *o) {
    return slots_repr_is_python(o->type) ? slot_str_by_repr(e, o) : OBJ(obj_repr(e, o));
}

static bool object_hash(Engine *e, Obj *o, uint32_t *hash) {
    (void)e;
    *hash = o->id;
    return true;
}

static Res object_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (op == CMP_EQ && a == b) {
        *out = e->true_;
        return R_OK;
    }
    if (op != CMP_NE) return R_NOTIMPL;
    Res (*compare)(Engine *, CompareOp, Obj *, Obj *, Obj **) = a->type->slots.compare;
    if (!compare || compare == object_compare) {
        if (a != b) return R_NOTIMPL;
        *out = e->false_;
        return R_OK;
    }
    return slots_not_equal(e, a, b, out);
}

static Res get_attribute_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[1], STR)) {
        return err_res(e, T_TypeError, "attribute name must be string, not '%s'",
                       type_name(f->slot[1]));
    }
    STEP(1, op_generic_getattr(e, f->slot[0], STR(f->slot[1]), STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res set_attribute_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[1], STR)) {
        return err_res(e, T_TypeError, "attribute name must be string, not '%s'",
                       type_name(f->slot[1]));
    }
    STEP(1, op_generic_setattr(e, f->slot[0], STR(f->slot[1]), f->slot[2]));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Res delete_attribute_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[1], STR)) {
        return err_res(e, T_TypeError, "attribute name must be string, not '%s'",
                       type_name(f->slot[1]));
    }
    STEP(1, op_generic_setattr(e, f->slot[0], STR(f->slot[1]), NULL));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Obj *init_subclass(Engine *e, Obj *const *a) {
    const char *name = TYPE_OF(a[0])->qualname->text;
    if (DICT(a[2])->used) {
        return err_null(e, T_TypeError, "%s.__init_subclass__() takes no keyword arguments", name);
    }
    if (TUPLE(a[1])->size) {
        return err_null(e, T_TypeError, "%s.__init_subclass__() takes no arguments (%u given)",
                        name, TUPLE(a[1])->size);
    }
    return e->none;
}

static Obj *subclass_hook(Engine *e, Obj *const *a) {
    (void)a;
    return e->not_implemented;
}

static Res format_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[1], STR)) {
        return err_res(e, T_TypeError, "__format__() argument must be str, not %s",
                       f->slot[1] == e->none ? "None" : type_name(f->slot[1]));
    }
    if (STR(f->slot[1])->size) {
        return err_res(e, T_TypeError, "unsupported format string passed to %s.__format__",
                       type_name(f->slot[0]));
    }
    STEP(1, op_str(e, f->slot[0], STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res import_copyreg(Engine *e, Obj **out) {
    Obj *level = int_new(e, 0);
    Str *name = level ? str_from(e, "copyreg") : NULL;
    Res res = R_ERR;
    if (name && !dict_get_str(e->module_codes, name)) {
        err_res(e, T_RuntimeError,
                "Coroscope offers __reduce__() only to programs that write this name");
    } else if (name) {
        res = import_name(e, name, level, e->none, out);
    }
    xdecref(e, name);
    xdecref(e, level);
    return res;
}

/* copyreg, in Python, knows what an object is made of. Slots: object, protocol. */
static Res reduce_by(Engine *e, NFrame *f, const char *function, Obj **out) {
    STEPS(f);
    STEP(1, import_copyreg(e, STEP_OUT));
    Str *name = str_from(e, function);
    Obj *found = name ? dict_get_str(MODULE(f->in)->dict, name) : NULL;
    xdecref(e, name);
    if (!found) return err_res(e, T_AttributeError, "copyreg has no %s()", function);
    STEP(2, op_call(e, found, f->slot, 2, NULL, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res reduce_ex_step(Engine *e, NFrame *f, Obj **out) {
    return reduce_by(e, f, "_reduce_ex", out);
}

static Res reduce_step(Engine *e, NFrame *f, Obj **out) {
    if (!f->slot[1]) f->slot[1] = int_new(e, 0);
    return f->slot[1] ? reduce_by(e, f, "_reduce", out) : R_ERR;
}

/* Names of a dict, each once. */
static bool add_names(Engine *e, Dict *names, Dict *from) {
    Obj *key, *value;
    for (uint32_t i = 0; from && dict_next(from, &i, &key, &value);) {
        if (HAS_LAYOUT(key, STR) && !dict_set_str(e, names, STR(key), e->none)) return false;
    }
    return true;
}

Obj *object_names(Engine *e, Dict *own, const Type *type) {
    Dict *names = dict_new(e);
    List *list = list_new(e, 16);
    bool ok = names && list && add_names(e, names, own);
    for (uint32_t i = 0; ok && type && i < type->mro->size; i++) {
        ok = add_names(e, names, TYPE_OF(type->mro->items[i])->dict);
    }
    Obj *key, *value;
    for (uint32_t i = 0; ok && dict_next(names, &i, &key, &value);) ok = list_append(e, list, key);
    xdecref(e, names);
    if (ok) return OBJ(list);
    xdecref(e, list);
    return NULL;
}

static Obj *object_dir(Engine *e, Obj *const *a) {
    Dict **dict = obj_dict_slot(a[0]);
    return object_names(e, dict ? *dict : NULL, a[0]->type);
}

static Obj *object_sizeof(Engine *e, Obj *const *a) {
    (void)a;
    return incref(e->small_ints[16 - SMALL_INT_MIN]);
}

/* The values of its __slots__ by name; owned. */
static Dict *slot_values(Engine *e, Obj *o) {
    Dict *values = dict_new(e);
    for (const Type *t = o->type; values && (t->flags & TYPE_HEAP); t = t->base) {
        uint32_t i = 0;
        Obj *name, *member;
        while (dict_next(t->dict, &i, &name, &member)) {
            if (!member || !IS(e, member, member_descriptor)) continue;
            Obj *value = *(Obj **)obj_place(o, MEMBER(member)->offset);
            if (value && !dict_set_str(e, values, STR(name), value)) {
                decref(e, values);
                return NULL;
            }
        }
    }
    return values;
}

/* What the instance keeps: its __dict__ or None, with the values of its __slots__ beside it. */
static Obj *object_getstate(Engine *e, Obj *const *a) {
    Dict **dict = obj_dict_slot(a[0]);
    Obj *own = dict && *dict && (*dict)->used ? OBJ(*dict) : e->none;
    Dict *slots = slot_values(e, a[0]);
    if (!slots) return NULL;
    Obj *state = slots->used ? OBJ(tuple_pack(e, 2, own, slots)) : incref(own);
    decref(e, slots);
    return state;
}

static Obj *get_class(Engine *e, Obj *o) {
    (void)e;
    return incref(o->type);
}

/* A class of the program lies in memory as its base does. */
static bool adds_nothing(const Type *t) {
    return (t->flags & TYPE_HEAP) && t->base && !t->member_count &&
           !t->dict_offset == !t->base->dict_offset && !t->weak_offset == !t->base->weak_offset;
}

/* The same names in __slots__, at the same places. */
static bool same_members(Engine *e, const Type *a, const Type *b) {
    if (a->member_count != b->member_count) return false;
    Obj *name, *member;
    for (uint32_t i = 0; a->member_count && dict_next(a->dict, &i, &name, &member);) {
        if (!IS(e, member, member_descriptor)) continue;
        Obj *other = dict_get_str(b->dict, STR(name));
        if (!other || !IS(e, other, member_descriptor)) return false;
    }
    return true;
}

/* Both are classes of the program whose instances lie in memory alike, by the same way. */
static bool same_shape(Engine *e, const Type *a, const Type *b) {
    if (!(a->flags & b->flags & TYPE_HEAP) || a->size != b->size || a->layout != b->layout ||
        a->dict_offset != b->dict_offset || a->weak_offset != b->weak_offset ||
        a->tail_size != b->tail_size) {
        return false;
    }
    while (adds_nothing(a)) a = a->base;
    while (adds_nothing(b)) b = b->base;
    return a == b || (a->base == b->base && same_members(e, a, b));
}

static bool set_class(Engine *e, Obj *o, Obj *value) {
    if (!value) return err_false(e, T_TypeError, "can't delete __class__ attribute");
    if (!HAS_LAYOUT(value, TYPE)) {
        return err_false(e, T_TypeError, "__class__ must be set to a class, not '%s' object",
                         type_name(value));
    }
    Type *to = TYPE_OF(value);
    if (!(to->flags & o->type->flags & TYPE_HEAP)) {
        return err_false(e, T_TypeError,
                         "__class__ assignment only supported for mutable types or ModuleType "
                         "subclasses");
    }
    if (!same_shape(e, o->type, to)) {
        return err_false(e, T_TypeError,
                         "__class__ assignment: '%s' object layout differs from '%s'",
                         to->name->text, o->type->name->text);
    }
    set_ref(e, o->type, (Type *)incref(to));
    return true;
}

static const NativeDef object_methods[] = {
    {"__init__", "self, /, *args, **kwargs", .fn = instance_object_init,
     .doc = "Initialize self.  See help(type(self)) for accurate signature."},
    {"__getattribute__", "self, name, /", .step = get_attribute_step,
     .doc = "Return getattr(self, name)."},
    {"__setattr__", "self, name, value, /", .step = set_attribute_step,
     .doc = "Implement setattr(self, name, value)."},
    {"__delattr__", "self, name, /", .step = delete_attribute_step,
     .doc = "Implement delattr(self, name)."},
    {"__init_subclass__", "cls, /, *args, **kwargs", .fn = init_subclass, .flags = NATIVE_CLASS,
     .doc = "This method is called when a class is subclassed."},
    {"__subclasshook__", "cls, object, /", .fn = subclass_hook, .flags = NATIVE_CLASS},
    {"__format__", "self, format_spec, /", .step = format_step, .doc = "Default object formatter."},
    {"__dir__", "self, /", .fn = object_dir, .doc = "Default dir() implementation."},
    {"__sizeof__", "self, /", .fn = object_sizeof},
    {"__getstate__", "self, /", .fn = object_getstate, .doc = "Helper for pickle."},
    {"__reduce__", "self, /", .step = reduce_step, .locals = 1, .doc = "Helper for pickle."},
    {"__reduce_ex__", "self, protocol, /", .step = reduce_ex_step, .doc = "Helper for pickle."},
    {0}};

static const GetSetDef object_getset[] = {{"__class__", get_class, set_class}, {0}};

const TypeSpec object_spec = {
    .name = "object",
    .layout = LAYOUT_OBJECT,
    .size = sizeof(Obj),
    .flags = TYPE_BASE,
    .slots = {.repr = object_repr,
              .str = object_str,
              .hash = object_hash,
              .compare = object_compare,
              .construct = instance_object_construct},
    .methods = object_methods,
    .getset = object_getset,
    .doc = "The base class of the class hierarchy.",
};
