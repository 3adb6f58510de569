#include "object/dict_views.h"

#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/mappingproxy.h"
#include "object/nest.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"

Obj *dict_view_new(Engine *e, int type_id, Dict *d) {
    DictView *v = DICT_VIEW(obj_new(e, e->types[type_id], sizeof(DictView)));
    if (v) v->dict = DICT(incref(d));
    return OBJ(v);
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, DICT_VIEW(o)->dict);
}

static bool is_set_view(Engine *e, const Obj *o) {
    return IS(e, o, dict_keys) || IS(e, o, dict_items);
}

/* ---- Looking ------------------------------------------------------------------------------- */

/* dict_keys([...]), of an OrderedDict odict_keys([...]) and so on: what the view's items are is
 * shown as a list. */
static Obj *repr(Engine *e, Obj *o) {
    ReprMark mark;
    Res entered = repr_enter(e, &mark, o);
    if (entered == R_ERR) return NULL;
    if (entered == R_STOP) return OBJ(str_from(e, "..."));
    bool needs_call;
    List *items = list_from_native(e, o, &needs_call);
    Str *text = items ? obj_repr(e, OBJ(items)) : NULL;
    repr_leave(e, &mark);
    xdecref(e, items);
    const char *of = DICT_VIEW(o)->dict->h.type->flags & TYPE_ORDERED ? "o" : "";
    Str *whole = text ? str_format(e, "%s%s(%s)", of, o->type->name->text, text->text) : NULL;
    xdecref(e, text);
    return OBJ(whole);
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, DICT_VIEW(o)->dict->used);
    return *out ? R_OK : R_ERR;
}

static Res keys_contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    Obj *value;
    if (!dict_get(e, DICT_VIEW(o)->dict, item, &value)) return R_ERR;
    *out = obj_bool(e, value != NULL);
    return R_OK;
}

static Res items_contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    *out = e->false_;
    if (!HAS_LAYOUT(item, TUPLE) || TUPLE(item)->size != 2) return R_OK;
    Obj *value;
    if (!dict_get(e, DICT_VIEW(o)->dict, TUPLE(item)->items[0], &value)) return R_ERR;
    if (!value) return R_OK;
    incref(value);
    bool equal, ok = obj_equal(e, value, TUPLE(item)->items[1], &equal);
    decref(e, value);
    if (ok) *out = obj_bool(e, equal);
    return ok ? R_OK : R_ERR;
}

static Res values_contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    const Dict *d = DICT_VIEW(o)->dict;
    Obj *value;
    bool equal = false;
    for (uint32_t i = 0; !equal && dict_next(d, &i, NULL, &value);) {
        incref(value);
        bool ok = obj_equal(e, value, item, &equal);
        decref(e, value);
        if (!ok) return R_ERR;
    }
    *out = obj_bool(e, equal);
    return R_OK;
}

/* ---- Comparing as sets --------------------------------------------------------------------- */

/* The items of a set or view; false for anything else. */
static bool size_of(Engine *e, Obj *o, uint32_t *size) {
    if (set_check(o)) *size = SET(o)->items->used;
    if (is_set_view(e, o)) *size = DICT_VIEW(o)->dict->used;
    return set_check(o) || is_set_view(e, o);
}

/* Both are sets or views; a subclass's own __iter__ and __contains__ do not count. */
static Obj *iter_of(Engine *e, Obj *o) {
    if (set_check(o)) return set_iter_new(e, SET(o));
    int type_id = IS(e, o, dict_keys) ? T_dict_keyiterator : T_dict_itemiterator;
    return dict_iter_new(e, type_id, DICT_VIEW(o)->dict);
}

static bool is_in(Engine *e, Obj *o, Obj *item, bool *found) {
    if (set_check(o)) return set_contains(e, SET(o), item, found);
    Obj *out;
    if (o->type->slots.contains(e, o, item, &out) != R_OK) return false;
    *found = out == e->true_;
    return true;
}

/* *answer: `o` has (or has not, if `wanted` is false) each item that the iterator gives. */
static bool test_each(Engine *e, Obj *o, Obj *iterator, bool wanted, bool *answer) {
    Obj *item;
    Res r = R_STOP;
    *answer = true;
    while (*answer && (r = iter_next_native(e, iterator, &item)) == R_OK) {
        bool found, ok = is_in(e, o, item, &found);
        decref(e, item);
        if (!ok) return false;
        *answer = found == wanted;
    }
    return r != R_ERR;
}

/* Whether each item of a is in b. */
static bool contains_all(Engine *e, Obj *b, Obj *a, bool *answer) {
    Obj *iterator = iter_of(e, a);
    bool ok = iterator && test_each(e, b, iterator, true, answer);
    xdecref(e, iterator);
    return ok;
}

static bool sizes_allow(CompareOp op, uint32_t a, uint32_t b) {
    switch (op) {
    case CMP_LT: return a < b;
    case CMP_LE: return a <= b;
    case CMP_GT: return a > b;
    case CMP_GE: return a >= b;
    default: return a == b;
    }
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    uint32_t size_a, size_b;
    if (!size_of(e, a, &size_a) || !size_of(e, b, &size_b)) return R_NOTIMPL;
    bool answer = sizes_allow(op, size_a, size_b);
    if (answer) {
        bool greater = op == CMP_GT || op == CMP_GE;
        if (!nest_enter(e, " in comparison")) return R_ERR;
        bool ok = greater ? contains_all(e, a, b, &answer) : contains_all(e, b, a, &answer);
        nest_leave(e);
        if (!ok) return R_ERR;
    }
    *out = obj_bool(e, op == CMP_NE ? !answer : answer);
    return R_OK;
}

/* ---- Set operators ------------------------------------------------------------------------- */

/* The items of `other`, in its order, that the view has. */
static bool intersect(Engine *e, Set *into, Obj *view, Obj *other, bool *needs_call) {
    Obj *iterator = iter_over_native(e, other, needs_call), *item;
    if (!iterator) return false;
    Res r;
    while ((r = iter_next_native(e, iterator, &item)) == R_OK) {
        bool found, ok = is_in(e, view, item, &found) && (!found || set_add(e, into, item));
        decref(e, item);
        if (!ok) break;
    }
    decref(e, iterator);
    return r == R_STOP;
}

/* With a view on the right, & takes the operands the other way round, as in CPython. */
static bool operate(Engine *e, Set *into, BinaryOp op, Obj *a, Obj *b, bool *needs_call) {
    static const SetChange changes[BINARY_OP_COUNT] = {
        [OP_OR] = SET_UPDATE, [OP_SUB] = SET_SUBTRACT, [OP_XOR] = SET_TOGGLE};
    if (op == OP_AND && is_set_view(e, a)) return intersect(e, into, a, b, needs_call);
    if (op == OP_AND) return intersect(e, into, b, a, needs_call);
    return set_change(e, into, SET_UPDATE, a, needs_call) &&
           set_change(e, into, changes[op], b, needs_call);
}

Res dict_view_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op != OP_AND && op != OP_OR && op != OP_SUB && op != OP_XOR) return R_NOTIMPL;
    Set *s = set_new(e, false);
    if (!s) return R_ERR;
    bool needs_call = false, ok = operate(e, s, op, a, b, &needs_call);
    ASSERT(!needs_call, "the VM gives native operands");
    if (!ok) clear_ref(e, s);
    *out = OBJ(s);
    return ok ? R_OK : R_ERR;
}

bool dict_view_is_disjoint(Engine *e, Obj *view, Obj *other, bool *disjoint, bool *needs_call) {
    *needs_call = false;
    *disjoint = DICT_VIEW(view)->dict->used == 0;
    if (view == other) return true;
    Obj *iterator = iter_over_native(e, other, needs_call);
    bool ok = iterator && test_each(e, view, iterator, false, disjoint);
    xdecref(e, iterator);
    return ok;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static int reverse_type(Engine *e, const Obj *view) {
    if (IS(e, view, dict_keys)) return T_dict_reversekeyiterator;
    return IS(e, view, dict_items) ? T_dict_reverseitemiterator : T_dict_reversevalueiterator;
}

static Obj *method_reversed(Engine *e, Obj *const *a) {
    return dict_iter_new(e, reverse_type(e, a[0]), DICT_VIEW(a[0])->dict);
}

static Obj *get_mapping(Engine *e, Obj *o) {
    return mappingproxy_new(e, OBJ(DICT_VIEW(o)->dict));
}

static Res keys_iter(Engine *e, Obj *o, Obj **out) {
    *out = dict_iter_new(e, T_dict_keyiterator, DICT_VIEW(o)->dict);
    return *out ? R_OK : R_ERR;
}

static Res values_iter(Engine *e, Obj *o, Obj **out) {
    *out = dict_iter_new(e, T_dict_valueiterator, DICT_VIEW(o)->dict);
    return *out ? R_OK : R_ERR;
}

static Res items_iter(Engine *e, Obj *o, Obj **out) {
    *out = dict_iter_new(e, T_dict_itemiterator, DICT_VIEW(o)->dict);
    return *out ? R_OK : R_ERR;
}

const NativeDef dict_keys_methods[] = {
    {.name = "__reversed__", .signature = "self, /", .fn = method_reversed},
    {0},
};

const NativeDef dict_values_methods[] = {
    {.name = "__reversed__", .signature = "self, /", .fn = method_reversed},
    {0},
};

const NativeDef dict_items_methods[] = {
    {.name = "__reversed__", .signature = "self, /", .fn = method_reversed},
    {0},
};

static const GetSetDef view_getset[] = {
    {.name = "mapping", .get = get_mapping},
    {0},
};

const TypeSpec dict_keys_spec = {
    .name = "dict_keys",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(DictView),
    .flags = TYPE_NO_NEW,
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash_refused,
            .length = length,
            .binary = dict_view_binary,
            .compare = compare,
            .contains = keys_contains,
            .iter = keys_iter,
        },
    .methods = dict_keys_methods,
    .getset = view_getset,
};

const TypeSpec dict_values_spec = {
    .name = "dict_values",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(DictView),
    .flags = TYPE_NO_NEW,
    .slots =
        {
            .release = release,
            .repr = repr,
            .length = length,
            .contains = values_contains,
            .iter = values_iter,
        },
    .methods = dict_values_methods,
    .getset = view_getset,
};

const TypeSpec dict_items_spec = {
    .name = "dict_items",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(DictView),
    .flags = TYPE_NO_NEW,
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash_refused,
            .length = length,
            .binary = dict_view_binary,
            .compare = compare,
            .contains = items_contains,
            .iter = items_iter,
        },
    .methods = dict_items_methods,
    .getset = view_getset,
};
