#include "object/type.h"

#include <string.h>

#include "object/bytes.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/native.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/wrapper.h"

#define SPEC_POINTER(id, spec) &spec,
static const TypeSpec *const specs[] = {BUILTIN_TYPES(SPEC_POINTER)};
#undef SPEC_POINTER

#define NAME_TEXT(name, text) text,
static const char *const name_texts[] = {NAMES(NAME_TEXT)};
#undef NAME_TEXT

/* Which of the operators a type's binary slot knows, so that dir() and hasattr() tell the truth.
 * Bits are BinaryOps. Types that are not listed get them all. */
#define BIT(op) (1u << (op))
enum {
    ALL_OPS = (1u << BINARY_OP_COUNT) - 1,
    BIT_OPS = BIT(OP_AND) | BIT(OP_OR) | BIT(OP_XOR),
    SET_OPS = BIT_OPS | BIT(OP_SUB),
    INT_OPS = ALL_OPS & ~BIT(OP_MATMUL),
    FLOAT_OPS = INT_OPS & ~(BIT_OPS | BIT(OP_LSHIFT) | BIT(OP_RSHIFT)),
    COMPLEX_OPS = BIT(OP_ADD) | BIT(OP_SUB) | BIT(OP_MUL) | BIT(OP_TRUEDIV) | BIT(OP_POW),
    TEXT_OPS = BIT(OP_ADD) | BIT(OP_MUL) | BIT(OP_MOD),
    SEQ_OPS = BIT(OP_ADD) | BIT(OP_MUL)
};
static const struct {
    int type;
    uint32_t binary, reflected;
} operators[] = {
    {T_int, INT_OPS, INT_OPS},
    {T_bool, BIT_OPS, BIT_OPS},
    {T_float, FLOAT_OPS, FLOAT_OPS},
    {T_complex, COMPLEX_OPS, COMPLEX_OPS},
    {T_str, TEXT_OPS, BIT(OP_MUL) | BIT(OP_MOD)},
    {T_bytes, TEXT_OPS, BIT(OP_MUL) | BIT(OP_MOD)},
    {T_bytearray, TEXT_OPS, BIT(OP_MUL) | BIT(OP_MOD)},
    {T_list, SEQ_OPS, BIT(OP_MUL)},
    {T_tuple, SEQ_OPS, BIT(OP_MUL)},
    {T_dict, BIT(OP_OR), BIT(OP_OR)},
    {T_mappingproxy, BIT(OP_OR), BIT(OP_OR)},
    {T_set, SET_OPS, SET_OPS},
    {T_frozenset, SET_OPS, SET_OPS},
    {T_dict_keys, SET_OPS, SET_OPS},
    {T_dict_items, SET_OPS, SET_OPS},
    {T_type, BIT(OP_OR), BIT(OP_OR)},
    {T_GenericAlias, BIT(OP_OR), BIT(OP_OR)},
    {T_UnionType, BIT(OP_OR), BIT(OP_OR)},
};
static const struct {
    int type;
    uint32_t inplace;
} inplace_operators[] = {
    {T_list, SEQ_OPS}, {T_bytearray, SEQ_OPS}, {T_dict, BIT(OP_OR)}, {T_set, SET_OPS}};

/* Slots of `from` that are set replace those of `to`. */
static void replace_slots(TypeSlots *to, const TypeSlots *from) {
    for (size_t at = 0; at < sizeof(TypeSlots); at += sizeof(void (*)(void))) {
        void (*slot)(void);
        memcpy(&slot, (const char *)from + at, sizeof slot);
        if (slot) memcpy((char *)to + at, &slot, sizeof slot);
    }
}

static TypeSpec spec_of(int id) {
    if (id >= T_BaseException) return exc_type_spec(id);
    TypeSpec spec = *specs[id];
    for (const TypeExtra *extra = type_extras; extra->type >= 0; extra++) {
        if (extra->type == id) replace_slots(&spec.slots, &extra->slots);
    }
    return spec;
}

static bool make_types(Engine *e) {
    for (int id = 0; id < TYPE_COUNT; id++) {
        Type *t = (Type *)obj_new(e, NULL, sizeof(Type));
        if (!t) return false;
        TypeSpec spec = spec_of(id);
        t->slots = spec.slots;
        t->layout = spec.layout;
        t->flags = spec.flags;
        t->size = spec.size;
        t->dict_offset = spec.dict_offset;
        t->weak_offset = spec.weak_offset;
        t->exc_extra = id < T_BaseException ? EXC_PLAIN : exc_type_extra(id);
        e->types[id] = t;
    }
    for (int id = 0; id < TYPE_COUNT; id++) e->types[id]->h.type = TYPE(e, type);
    return true;
}

/* ASCII text, made without the functions of str, which want the tables below. */
static Str *boot_str(Engine *e, const char *text, size_t size) {
    Str *s = (Str *)obj_new(e, TYPE(e, str), sizeof(Str) + size + 1);
    if (!s) return NULL;
    memcpy(s->text, text, size);
    s->size = s->length = (uint32_t)size;
    return s;
}

static bool make_texts(Engine *e) {
    e->empty_str = boot_str(e, "", 0);
    if (!e->empty_str) return false;
    for (int i = 0; i < 128; i++) {
        char c = (char)i;
        e->ascii[i] = boot_str(e, &c, 1);
        if (!e->ascii[i]) return false;
    }
    for (size_t i = 0; i < COUNT_OF(name_texts); i++) {
        Str *s = boot_str(e, name_texts[i], strlen(name_texts[i]));
        if (!s) return false;
        memcpy((char *)&e->names + i * sizeof(Str *), &s, sizeof s);
    }
    return true;
}

static bool make_ints(Engine *e) {
    for (int i = 0; i < SMALL_INTS; i++) {
        Int *n = (Int *)obj_new(e, TYPE(e, int), sizeof(Int));
        if (!n) return false;
        n->value = i + SMALL_INT_MIN;
        e->small_ints[i] = OBJ(n);
    }
    Int *t = (Int *)obj_new(e, TYPE(e, bool), sizeof(Int));
    Int *f = (Int *)obj_new(e, TYPE(e, bool), sizeof(Int));
    if (!t || !f) return false;
    t->value = 1;
    e->true_ = OBJ(t);
    e->false_ = OBJ(f);
    return true;
}

static bool make_singletons(Engine *e) {
    e->none = obj_new(e, TYPE(e, NoneType), sizeof(Obj));
    e->not_implemented = obj_new(e, TYPE(e, NotImplementedType), sizeof(Obj));
    e->ellipsis = obj_new(e, TYPE(e, ellipsis), sizeof(Obj));
    e->empty_tuple = obj_new(e, TYPE(e, tuple), sizeof(Tuple));
    e->empty_bytes = obj_new(e, TYPE(e, bytes), sizeof(Bytes) + 1);
    return e->none && e->not_implemented && e->ellipsis && e->empty_tuple && e->empty_bytes;
}

static bool name_type(Engine *e, int id) {
    Type *t = e->types[id];
    TypeSpec spec = spec_of(id);
    const char *module = spec.module ? spec.module : "builtins";
    t->name = str_from(e, spec.name);
    t->qualname = spec.qualname ? str_from(e, spec.qualname) : t->name;
    t->module = OBJ(str_from(e, module));
    t->full_name = spec.flags & TYPE_DOTTED ? str_format(e, "%s.%s", module, spec.name) : t->name;
    t->dict = dict_new(e);
    if (t->dict) t->dict->is_class = 1;
    return t->name && t->qualname && t->module && t->full_name && t->dict;
}

void type_inherit_slots(Engine *e, Type *type, const Type *base) {
    TypeSlots own = type->slots;
    for (size_t at = 0; at < sizeof(TypeSlots); at += sizeof(void (*)(void))) {
        void (*mine)(void), (*theirs)(void);
        memcpy(&mine, (char *)&type->slots + at, sizeof mine);
        memcpy(&theirs, (const char *)&base->slots + at, sizeof theirs);
        if (!mine) memcpy((char *)&type->slots + at, &theirs, sizeof theirs);
    }
    if (own.compare && !own.hash) type->slots.hash = hash_refused;
    if (own.hash && !own.compare) type->slots.compare = NULL;
    if (!(type->flags & TYPE_HEAP) && base == TYPE(e, object)) {
        type->slots.construct = own.construct;
    }
}

static bool link_type(Engine *e, int id) {
    Type *t = e->types[id];
    if (id != T_object) {
        t->base = e->types[spec_of(id).base];
        type_inherit_slots(e, t, t->base);
        t->flags |= t->base->flags & (TYPE_SEQUENCE | TYPE_MAPPING | TYPE_IS_EXC);
    }
    t->bases = id == T_object           ? TUPLE(e->empty_tuple)
               : id == T_ExceptionGroup ? tuple_pack(e, 2, OBJ(t->base), OBJ(TYPE(e, Exception)))
                                        : tuple_pack(e, 1, OBJ(t->base));
    if (!t->bases) return false;
    t->mro = type_mro(e, t);
    return t->mro != NULL;
}

/* Earlier entries win: a method in the table replaces the wrapper of its slot. */
static bool add_attribute(Engine *e, Type *t, Str *name, Obj *value) {
    if (!name || !value) return false;
    return dict_get_str(t->dict, name) ? true : dict_set_str(e, t->dict, name, value);
}

static bool add_natives(Engine *e, Type *t, const NativeDef *defs) {
    for (const NativeDef *def = defs; def && def->name; def++) {
        int id = def->flags & NATIVE_STATIC  ? T_builtin_function_or_method
                 : def->flags & NATIVE_CLASS ? T_classmethod_descriptor
                                             : T_method_descriptor;
        Obj *method = native_new(e, id, def, t, NULL);
        if (!add_attribute(e, t, str_from(e, def->name), method)) return false;
    }
    return true;
}

static bool add_extra_methods(Engine *e, int id) {
    for (const TypeExtra *extra = type_extras; extra->type >= 0; extra++) {
        if (extra->type == id && !add_natives(e, e->types[id], extra->methods)) return false;
    }
    return true;
}

static bool add_methods(Engine *e, Type *t, const TypeSpec *spec) {
    if (!add_natives(e, t, spec->methods)) return false;
    for (const GetSetDef *def = spec->getset; def && def->name; def++) {
        if (!add_attribute(e, t, str_from(e, def->name), getset_new(e, def, t))) return false;
    }
    if (!(spec->flags & TYPE_HAS_DICT)) return true;
    return add_attribute(e, t, N(e, __dict__), getset_new(e, &getset_dict, t));
}

static bool operator_listed(int id, const WrapperDef *def) {
    if (def->kind == WRAP_INPLACE) {
        for (size_t i = 0; i < COUNT_OF(inplace_operators); i++) {
            if (inplace_operators[i].type == id) {
                return (inplace_operators[i].inplace & BIT(def->op)) != 0;
            }
        }
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(operators); i++) {
        if (operators[i].type != id) continue;
        uint32_t known = def->kind == WRAP_BINARY ? operators[i].binary : operators[i].reflected;
        return (known & BIT(def->op)) != 0;
    }
    return true;
}

/* Slots that are filled for speed or for a message only: Python sees no method for them. */
static bool slot_has_method(int id, const TypeSpec *spec, const WrapperDef *def) {
    switch (def->slot) {
    case offsetof(TypeSlots, truth): return !spec->slots.length || id == T_range;
    case offsetof(TypeSlots, contains): return id != T_dict_values;
    case offsetof(TypeSlots, unary): return id != T_float || def->op != OP_INVERT;
    default: return true;
    }
}

static bool add_wrappers(Engine *e, int id, const TypeSpec *spec) {
    Type *t = e->types[id];
    for (const WrapperDef *def = wrapper_defs; def->doc; def++) {
        if (!wrapper_slot_set(&spec->slots, def) || !slot_has_method(id, spec, def)) continue;
        bool arithmetic =
            def->kind == WRAP_BINARY || def->kind == WRAP_REFLECTED || def->kind == WRAP_INPLACE;
        if (arithmetic && !operator_listed(id, def)) continue;
        bool refused = def->kind == WRAP_HASH && spec->slots.hash == hash_refused;
        Obj *value = refused ? e->none : wrapper_new(e, def, t);
        if (!add_attribute(e, t, wrapper_name(e, def), value)) return false;
    }
    return true;
}

static bool fill_dict(Engine *e, int id) {
    Type *t = e->types[id];
    TypeSpec spec = spec_of(id);
    if (!add_methods(e, t, &spec) || !add_extra_methods(e, id)) return false;
    if (!add_wrappers(e, id, &spec)) return false;
    if (spec.slots.construct) {
        Native *made =
            (Native *)native_new(e, T_builtin_function_or_method, &type_dunder_new, t, NULL);
        if (!made) return false;
        made->self = OBJ(t);
        if (!add_attribute(e, t, N(e, __new__), OBJ(made))) return false;
    }
    bool container =
        spec.layout == LAYOUT_LIST || spec.layout == LAYOUT_DICT || spec.layout == LAYOUT_SET;
    if (container && spec.slots.construct) {
        Obj *init = native_new(e, T_method_descriptor, &type_container_init, t, NULL);
        if (!add_attribute(e, t, N(e, __init__), init)) return false;
    }
    if (t->slots.hash == hash_refused && !add_attribute(e, t, N(e, __hash__), e->none)) {
        return false;
    }
    Obj *doc = spec.doc ? OBJ(str_from(e, spec.doc)) : e->none;
    return add_attribute(e, t, N(e, __doc__), doc);
}

bool types_boot(Engine *e) {
    if (!make_types(e) || !make_texts(e) || !make_ints(e) || !make_singletons(e)) return false;
    for (int id = 0; id < TYPE_COUNT; id++) {
        if (!name_type(e, id)) return false;
    }
    for (int id = 0; id < TYPE_COUNT; id++) {
        if (!link_type(e, id)) return false;
    }
    for (int id = 0; id < TYPE_COUNT; id++) {
        if (!fill_dict(e, id)) return false;
    }
    return true;
}
