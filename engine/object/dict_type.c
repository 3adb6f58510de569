/* The type dict: slots and methods. */

#include "object/dict.h"

#include "object/dict_views.h"
#include "object/error.h"
#include "object/int.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"

static void release(Engine *e, Obj *o) {
    Dict *d = DICT(o);
    dict_clear(e, d);
    drop_ref(e, d->dict);
    drop_ref(e, d->extra);
}

/* ---- Slots --------------------------------------------------------------------------------- */

static bool put_entry(Engine *e, StrBuf *text, Obj *key, Obj *value) {
    Str *key_text = obj_repr(e, key);
    Str *value_text = key_text ? obj_repr(e, value) : NULL;
    if (value_text) {
        strbuf_str(text, key_text);
        strbuf_text(text, ": ");
        strbuf_str(text, value_text);
    }
    bool ok = value_text != NULL;
    xdecref(e, key_text);
    xdecref(e, value_text);
    return ok;
}

static bool put_entries(Engine *e, StrBuf *text, const Dict *d) {
    Obj *key, *value;
    bool ok = true;
    const char *before = "";
    for (uint32_t i = 0; ok && dict_next(d, &i, &key, &value);) {
        incref(key);
        incref(value);
        strbuf_text(text, before);
        before = ", ";
        ok = put_entry(e, text, key, value);
        decref(e, key);
        decref(e, value);
    }
    return ok;
}

static Obj *repr(Engine *e, Obj *o) {
    ReprMark mark;
    Res entered = repr_enter(e, &mark, o);
    if (entered == R_ERR) return NULL;
    if (entered == R_STOP) return OBJ(str_from(e, "{...}"));
    StrBuf text;
    strbuf_init(&text, e);
    strbuf_char(&text, '{');
    bool ok = put_entries(e, &text, DICT(o));
    repr_leave(e, &mark);
    strbuf_char(&text, '}');
    if (ok) return OBJ(strbuf_finish(&text));
    strbuf_clear(&text);
    return NULL;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, DICT(o)->used > 0);
    return R_OK;
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, DICT(o)->used);
    return *out ? R_OK : R_ERR;
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, DICT) || (op != CMP_EQ && op != CMP_NE)) return R_NOTIMPL;
    bool equal;
    if (!dict_equal(e, DICT(a), DICT(b), &equal)) return R_ERR;
    *out = obj_bool(e, equal == (op == CMP_EQ));
    return R_OK;
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    Obj *value;
    if (!dict_get(e, DICT(o), key, &value)) return R_ERR;
    if (!value) {
        err_raise_with(e, T_KeyError, key);
        return R_ERR;
    }
    *out = incref(value);
    return R_OK;
}

static Res setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    if (value) return dict_set(e, DICT(o), key, value) ? R_OK : R_ERR;
    Obj *removed;
    if (!dict_pop(e, DICT(o), key, &removed)) return R_ERR;
    if (!removed) err_raise_with(e, T_KeyError, key);
    Res r = removed ? R_OK : R_ERR;
    xdecref(e, removed);
    return r;
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    Obj *value;
    if (!dict_get(e, DICT(o), item, &value)) return R_ERR;
    *out = obj_bool(e, value != NULL);
    return R_OK;
}

/* a | b for two dicts. A mappingproxy has its own slot. */
static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op != OP_OR || !HAS_LAYOUT(a, DICT) || !HAS_LAYOUT(b, DICT)) return R_NOTIMPL;
    Dict *d = dict_copy(e, DICT(a));
    if (d && !dict_update(e, d, DICT(b))) clear_ref(e, d);
    *out = OBJ(d);
    return d ? R_OK : R_ERR;
}

static Res inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op != OP_OR) return R_NOTIMPL;
    bool needs_call;
    if (!dict_update_native(e, DICT(a), b, &needs_call)) {
        if (!needs_call) return R_ERR;
        return err_res(e, T_TypeError, "'%s' object is not iterable", type_name(b));
    }
    *out = incref(a);
    return R_OK;
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    *out = dict_iter_new(e, T_dict_keyiterator, DICT(o));
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *method_clear(Engine *e, Obj *const *a) {
    dict_clear(e, DICT(a[0]));
    return new_none(e);
}

static Obj *method_copy(Engine *e, Obj *const *a) {
    return OBJ(dict_copy(e, DICT(a[0])));
}

static Obj *method_get(Engine *e, Obj *const *a) {
    Obj *value;
    if (!dict_get(e, DICT(a[0]), a[1], &value)) return NULL;
    return incref(value ? value : a[2]);
}

static Obj *method_items(Engine *e, Obj *const *a) {
    return dict_view_new(e, T_dict_items, DICT(a[0]));
}

static Obj *method_keys(Engine *e, Obj *const *a) {
    return dict_view_new(e, T_dict_keys, DICT(a[0]));
}

static Obj *method_values(Engine *e, Obj *const *a) {
    return dict_view_new(e, T_dict_values, DICT(a[0]));
}

/* CPython finds an empty dict before it looks at the key, so the key need not be hashable. */
static Obj *method_pop(Engine *e, Obj *const *a) {
    Obj *removed = NULL;
    if (DICT(a[0])->used > 0 && !dict_pop(e, DICT(a[0]), a[1], &removed)) return NULL;
    if (removed) return removed;
    if (a[2]) return incref(a[2]);
    err_raise_with(e, T_KeyError, a[1]);
    return NULL;
}

static Obj *method_popitem(Engine *e, Obj *const *a) {
    Tuple *pair = tuple_new(e, 2);
    if (!pair) return NULL;
    if (dict_take_last(e, DICT(a[0]), &pair->items[0], &pair->items[1])) return OBJ(pair);
    decref(e, pair);
    return err_null(e, T_KeyError, "popitem(): dictionary is empty");
}

static Obj *method_setdefault(Engine *e, Obj *const *a) {
    Obj *value;
    return dict_set_default(e, DICT(a[0]), a[1], a[2], &value) ? incref(value) : NULL;
}

static Obj *method_reversed(Engine *e, Obj *const *a) {
    return dict_iter_new(e, T_dict_reversekeyiterator, DICT(a[0]));
}

const NativeDef dict_methods[] = {
    {.name = "clear", .signature = "self, /", .fn = method_clear},
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {.name = "get", .signature = "self, key, default=None, /", .fn = method_get},
    {.name = "items", .signature = "self, /", .fn = method_items},
    {.name = "keys", .signature = "self, /", .fn = method_keys},
    {.name = "pop", .signature = "self, key, default=, /", .fn = method_pop},
    {.name = "popitem", .signature = "self, /", .fn = method_popitem},
    {.name = "setdefault", .signature = "self, key, default=None, /", .fn = method_setdefault},
    {.name = "values", .signature = "self, /", .fn = method_values},
    {.name = "__reversed__", .signature = "self, /", .fn = method_reversed},
    {0},
};

const TypeSpec dict_spec = {
    .name = "dict",
    .base = T_object,
    .layout = LAYOUT_DICT,
    .size = sizeof(Dict),
    .flags = TYPE_BASE | TYPE_MAPPING,
    .dict_offset = offsetof(Dict, dict),
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash_refused,
            .truth = truth,
            .length = length,
            .binary = binary,
            .inplace = inplace,
            .compare = compare,
            .getitem = getitem,
            .setitem = setitem,
            .contains = contains,
            .iter = iter,
        },
    .methods = dict_methods,
    .doc = "Values found by their keys, in order of insertion.",
};
