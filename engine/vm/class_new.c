/* Making a class: bases, layout, __slots__, dict, slots; nothing here runs Python code. */
#include "vm/class.h"

#include "object/cell.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/exceptions.h"
#include "object/function.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "object/wrapper.h"
#include "vm/class_slots.h"
#include "vm/slots.h"
#include "vm/vm.h"

/* ---- bases ---- */

Type *class_metaclass(Engine *e, Type *meta, const Tuple *bases) {
    for (uint32_t i = 0; i < bases->size; i++) {
        Type *other = bases->items[i]->type;
        if (type_is_subtype(meta, other)) continue;
        if (type_is_subtype(other, meta)) {
            meta = other;
            continue;
        }
        return err_null(e, T_TypeError,
                        "metaclass conflict: the metaclass of a derived class must be a "
                        "(non-strict) subclass of the metaclasses of all its bases");
    }
    return meta;
}

/* The type that last added something to the instance's struct (__dict__ does not count). */
static const Type *solid_base(const Type *t) {
    while (t->base) {
        bool adds = t->flags & TYPE_HEAP ? t->member_count > 0
                                         : t->size > t->base->size || t->layout != t->base->layout;
        if (adds) return t;
        t = t->base;
    }
    return t;
}

/* The base whose layout the class continues; borrowed. */
static Type *best_base(Engine *e, const Tuple *bases) {
    Type *best = NULL;
    const Type *solid = NULL;
    for (uint32_t i = 0; i < bases->size; i++) {
        if (!HAS_LAYOUT(bases->items[i], TYPE)) {
            return err_null(e, T_TypeError, "bases must be types");
        }
        Type *base = TYPE_OF(bases->items[i]);
        if (!(base->flags & TYPE_BASE)) {
            return err_null(e, T_TypeError, "type '%s' is not an acceptable base type",
                            base->full_name->text);
        }
        const Type *candidate = solid_base(base);
        if (!best || type_is_subtype(candidate, solid)) {
            if (!best || candidate != solid) {
                best = base;
                solid = candidate;
            }
        } else if (!type_is_subtype(solid, candidate)) {
            return err_null(e, T_TypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

/* ---- layout ---- */

static bool has_tail(const Type *t) {
    return t->layout == LAYOUT_STR || t->layout == LAYOUT_TUPLE || t->layout == LAYOUT_BYTES;
}

/* A further pointer in the instance; str, tuple and bytes keep theirs behind the variable part. */
static uint32_t add_word(Type *t) {
    uint32_t *end = has_tail(t) ? &t->tail_size : &t->size;
    uint32_t offset = (*end + 7u) / 8u * 8u;
    *end = offset + 8u;
    return offset;
}

static bool add_getset(Engine *e, Type *t, const GetSetDef *def) {
    Obj *descriptor = getset_new(e, def, t);
    Str *name = str_from(e, def->name);
    bool ok = descriptor && name && dict_set_str(e, t->dict, name, descriptor);
    xdecref(e, descriptor);
    xdecref(e, name);
    return ok;
}

static bool add_dict(Engine *e, Type *t, const ClassSlots *slots) {
    if ((t->flags & TYPE_HAS_DICT) || t->layout == LAYOUT_TYPE) return true;
    if (slots->given && !slots->dict) return true;
    if (!t->dict_offset) t->dict_offset = add_word(t);
    t->flags |= TYPE_HAS_DICT;
    return add_getset(e, t, &getset_dict);
}

static bool add_weak(Engine *e, Type *t, const ClassSlots *slots) {
    if (t->weak_offset || t->layout == LAYOUT_TUPLE || t->layout == LAYOUT_BYTES ||
        t->layout == LAYOUT_INT) {
        return true;
    }
    if (slots->given && !slots->weakref) return true;
    t->weak_offset = add_word(t);
    return add_getset(e, t, &getset_weakref);
}

/* What an exception keeps beside its args: the first base that keeps something decides. */
static uint8_t exc_extra_of(const Type *t) {
    uint8_t extra = t->base->exc_extra;
    for (uint32_t i = 0; extra == EXC_PLAIN && i < t->bases->size; i++) {
        extra = TYPE_OF(t->bases->items[i])->exc_extra;
    }
    return extra;
}

static bool lay_out(Engine *e, Type *t, const ClassSlots *slots) {
    const Type *base = t->base;
    t->layout = base->layout;
    t->size = base->size;
    bool behind = has_tail(t) && !(base->flags & TYPE_HEAP); /* its dict lies in the tail too */
    t->dict_offset = behind ? 0 : base->dict_offset;
    t->weak_offset = base->weak_offset;
    t->final_offset = base->final_offset;
    t->tail_size = base->tail_size;
    t->exc_extra = exc_extra_of(t);
    t->flags |= base->flags & (TYPE_HAS_DICT | TYPE_IS_EXC);
    if (!t->final_offset) t->final_offset = add_word(t) + 4u;
    if (!add_dict(e, t, slots) || !add_weak(e, t, slots)) return false;
    return class_slots_place(e, t, slots);
}

/* ---- the dict ---- */

static bool set_default(Engine *e, Dict *d, Str *name, Obj *borrowed) {
    return dict_get_str(d, name) || dict_set_str(e, d, name, borrowed);
}

/* __new__ is a static method, __init_subclass__ and __class_getitem__ are class methods. */
static bool wrap_function(Engine *e, Dict *d, Str *name, int type_id) {
    Obj *function = dict_get_str(d, name);
    if (!function || !IS(e, function, function)) return true;
    Obj *wrapped = class_wrap(e, type_id, function);
    bool ok = wrapped && dict_set_str(e, d, name, wrapped);
    xdecref(e, wrapped);
    return ok;
}

static bool set_qualname(Engine *e, Type *t) {
    Obj *given = dict_get_str(t->dict, N(e, __qualname__));
    if (given && !HAS_LAYOUT(given, STR)) {
        return err_false(e, T_TypeError, "type __qualname__ must be a str, not %s",
                         type_name(given));
    }
    t->qualname = (Str *)incref(given ? STR(given) : t->name);
    if (given) dict_del_str(e, t->dict, N(e, __qualname__));
    return true;
}

static bool set_module(Engine *e, Type *t) {
    Obj *module = dict_get_str(t->dict, N(e, __module__));
    PFrame *frame = module ? NULL : vm_current_frame(e);
    if (frame) module = dict_get_str(frame->globals, N(e, __name__));
    if (!module) return true;
    t->module = incref(module);
    return set_default(e, t->dict, N(e, __module__), module);
}

/* The cell that super() and __class__ read inside the methods. */
static bool fill_class_cell(Engine *e, Type *t) {
    Obj *cell = dict_get_str(t->dict, N(e, __classcell__));
    if (!cell) return true;
    if (!IS(e, cell, cell)) {
        return err_false(e, T_TypeError,
                         "type.__new__(): __classcell__ must be a nonlocal cell, not <class '%s'>",
                         type_name(cell));
    }
    set_ref(e, CELL(cell)->value, incref(t));
    dict_del_str(e, t->dict, N(e, __classcell__));
    return true;
}

static bool prepare_dict(Engine *e, Type *t) {
    Dict *d = t->dict;
    if (!set_qualname(e, t) || !set_module(e, t)) return false;
    return wrap_function(e, d, N(e, __new__), T_staticmethod) &&
           wrap_function(e, d, N(e, __init_subclass__), T_classmethod) &&
           wrap_function(e, d, N(e, __class_getitem__), T_classmethod);
}

/* They come last in vars(), after __dict__ and __weakref__. */
static bool add_defaults(Engine *e, Type *t) {
    Dict *d = t->dict;
    if (!set_default(e, d, N(e, __doc__), e->none)) return false;
    return !dict_get_str(d, N(e, __eq__)) || set_default(e, d, N(e, __hash__), e->none);
}

static void inherit_flags(Type *t) {
    for (uint32_t i = 0; i < t->bases->size; i++) {
        t->flags |=
            TYPE_OF(t->bases->items[i])->flags & (TYPE_SEQUENCE | TYPE_MAPPING | TYPE_ORDERED);
    }
}

static void link_class(Engine *e, Type *t) {
    t->older = *e->newest_class;
    if (t->older) t->older->newer = t;
    *e->newest_class = t;
}

void class_unlink(Engine *e, Type *t) {
    if (t->newer) t->newer->older = t->older;
    if (t->older) t->older->newer = t->newer;
    if (*e->newest_class == t) *e->newest_class = t->older;
    t->older = t->newer = NULL;
}

static bool complete(Engine *e, Type *t, Tuple *bases, const ClassSlots *slots) {
    Type *base = best_base(e, bases);
    if (!base) return false;
    t->base = (Type *)incref(base);
    t->bases = (Tuple *)incref(bases);
    t->flags = TYPE_BASE | TYPE_HEAP;
    if (str_equal_text(t->full_name, "collections.OrderedDict")) t->flags |= TYPE_ORDERED;
    if (!prepare_dict(e, t) || !lay_out(e, t, slots) || !add_defaults(e, t)) return false;
    t->mro = type_mro(e, t);
    if (!t->mro) return false;
    lookups_forget_classes(&e->lookups);
    inherit_flags(t);
    slots_fill(e, t);
    return fill_class_cell(e, t);
}

/* By its methods: the class stands for one that CPython has in C. */
static bool stands_for_c(Engine *e, Dict *namespace) {
    Obj *key, *value;
    for (uint32_t at = 0; dict_next(namespace, &at, &key, &value);) {
        if (IS(e, value, function)) return (FUNCTION(value)->code->flags & CODE_IN_C) != 0;
    }
    return false;
}

/* Messages name such a class with its module. Owned or NULL. */
static Str *full_name(Engine *e, Str *name, Dict *namespace) {
    if (!stands_for_c(e, namespace)) return (Str *)incref(name);
    Obj *module = dict_get_str(namespace, N(e, __module__));
    if (!module || !HAS_LAYOUT(module, STR)) return (Str *)incref(name);
    return str_format(e, "%s.%s", STR(module)->text, name->text);
}

Type *class_new(Engine *e, Type *meta, Str *name, Tuple *bases, Dict *namespace) {
    Tuple *real = bases->size ? (Tuple *)incref(bases) : tuple_pack(e, 1, OBJ(TYPE(e, object)));
    if (!real) return NULL;
    Type *t = (Type *)obj_new(e, meta, meta->size);
    bool ok = t != NULL;
    if (ok) {
        link_class(e, t);
        t->name = (Str *)incref(name);
        t->full_name = full_name(e, name, namespace);
        t->dict = dict_copy(e, namespace);
        ok = t->dict != NULL && t->full_name != NULL;
        if (ok) t->dict->is_class = 1;
        lookups_forget_classes(&e->lookups);
    }
    ClassSlots slots = {0};
    ok = ok && class_slots_read(e, t, &slots) && complete(e, t, real, &slots);
    class_slots_clear(e, &slots);
    decref(e, real);
    if (ok) return t;
    xdecref(e, t);
    return NULL;
}
