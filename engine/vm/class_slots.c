#include "vm/class_slots.h"

#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/str.h"
#include "object/type.h"
#include "object/unicode.h"
#include "object/utf8.h"
#include "object/wrapper.h"

/* `__x` in a class C is `_C__x`. Owned. */
static Str *mangled(Engine *e, const Str *class_name, Str *name) {
    size_t n = name->size;
    bool private = n > 2 && name->text[0] == '_' && name->text[1] == '_' &&
                   !(name->text[n - 1] == '_' && name->text[n - 2] == '_');
    if (!private) return (Str *)incref(name);
    const char *class_text = class_name->text;
    while (*class_text == '_') class_text++;
    if (!*class_text) return (Str *)incref(name);
    return str_format(e, "_%s%s", class_text, name->text);
}

static bool is_identifier(const Str *name) {
    const char *p = name->text, *end = name->text + name->size;
    if (p == end) return false;
    for (bool first = true; p < end; first = false) {
        uint32_t c = utf8_next(&p);
        if (!(first ? unicode_is_id_start(c) : unicode_is_id_continue(c))) return false;
    }
    return true;
}

static bool add_name(Engine *e, Type *type, ClassSlots *slots, Obj *item) {
    if (!HAS_LAYOUT(item, STR)) {
        return err_false(e, T_TypeError, "__slots__ items must be strings, not '%s'",
                         type_name(item));
    }
    Str *name = STR(item);
    if (!is_identifier(name)) return err_false(e, T_TypeError, "__slots__ must be identifiers");
    bool *special = str_equal(name, N(e, __dict__))      ? &slots->dict
                    : str_equal(name, N(e, __weakref__)) ? &slots->weakref
                                                         : NULL;
    if (special && *special) {
        return err_false(e, T_TypeError, "%s slot disallowed: we already got one", name->text);
    }
    if (special) {
        *special = true;
        return true;
    }
    Str *real = mangled(e, type->name, name);
    if (!real) return false;
    bool ok = list_append(e, slots->names, OBJ(real));
    decref(e, real);
    return ok;
}

static List *listed(Engine *e, Obj *given) {
    if (HAS_LAYOUT(given, STR)) return list_of(e, &given, 1);
    List *items = list_new(e, 4);
    bool needs_call = false;
    if (!items || list_extend_native(e, items, given, &needs_call)) return items;
    if (needs_call) err_null(e, T_TypeError, "'%s' object is not iterable", type_name(given));
    decref(e, items);
    return NULL;
}

bool class_slots_read(Engine *e, Type *type, ClassSlots *slots) {
    Obj *given = dict_get_str(type->dict, N(e, __slots__));
    if (!given) return true;
    slots->given = true;
    slots->names = list_new(e, 4);
    List *items = listed(e, given);
    bool ok = slots->names && items;
    for (uint32_t i = 0; ok && i < items->size; i++) ok = add_name(e, type, slots, items->items[i]);
    xdecref(e, items);
    return ok;
}

/* A name in __slots__ that the class body has used besides. */
static bool check_conflict(Engine *e, const Type *type, const Str *name) {
    if (!dict_get_str(type->dict, name)) return true;
    return str_equal(name, N(e, __qualname__)) || str_equal(name, N(e, __classcell__)) ||
           err_false(e, T_ValueError, "'%s' in __slots__ conflicts with class variable",
                     name->text);
}

static bool check_places(Engine *e, const Type *type, const ClassSlots *slots) {
    const Type *base = type->base;
    if (slots->dict && (base->flags & TYPE_HAS_DICT)) {
        return err_false(e, T_TypeError, "__dict__ slot disallowed: we already got one");
    }
    if (slots->weakref && base->weak_offset) {
        return err_false(e, T_TypeError, "__weakref__ slot disallowed: we already got one");
    }
    bool variable = type->layout == LAYOUT_INT || type->layout == LAYOUT_TYPE ||
                    type->layout == LAYOUT_TUPLE || type->layout == LAYOUT_BYTES;
    if (slots->names->size && variable) {
        return err_false(e, T_TypeError, "nonempty __slots__ not supported for subtype of '%s'",
                         base->name->text);
    }
    for (uint32_t i = 0; i < slots->names->size; i++) {
        if (!check_conflict(e, type, STR(slots->names->items[i]))) return false;
    }
    return true;
}

/* In the order of the alphabet, as CPython places them. */
static void sort_names(List *names) {
    for (uint32_t i = 1; i < names->size; i++) {
        Obj *name = names->items[i];
        uint32_t at = i;
        for (; at && strcmp(STR(names->items[at - 1])->text, STR(name)->text) > 0; at--) {
            names->items[at] = names->items[at - 1];
        }
        names->items[at] = name;
    }
}

bool class_slots_place(Engine *e, Type *type, const ClassSlots *slots) {
    if (!slots->given) return true;
    if (!check_places(e, type, slots)) return false;
    sort_names(slots->names);
    uint32_t *end = type->layout == LAYOUT_STR ? &type->tail_size : &type->size;
    type->member_offset = (*end + 7u) / 8u * 8u;
    type->member_count = slots->names->size;
    *end = type->member_offset + type->member_count * (uint32_t)sizeof(Obj *);
    for (uint32_t i = 0; i < slots->names->size; i++) {
        Str *name = STR(slots->names->items[i]);
        Obj *member = member_new(e, name, type, type->member_offset + i * (uint32_t)sizeof(Obj *));
        bool ok = member && dict_set_str(e, type->dict, name, member);
        xdecref(e, member);
        if (!ok) return false;
    }
    return true;
}

void class_slots_clear(Engine *e, ClassSlots *slots) {
    clear_ref(e, slots->names);
}
