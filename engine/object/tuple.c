#include "object/tuple.h"

#include <stdarg.h>

#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/nest.h"
#include "object/range.h"
#include "object/seq.h"

/* ---- Making -------------------------------------------------------------------------------- */

Tuple *tuple_new_typed(Engine *e, Type *type, size_t size) {
    if (size > SEQ_MAX) {
        err_memory(e);
        return NULL;
    }
    Tuple *t = TUPLE(obj_new(e, type, sizeof(Tuple) + size * sizeof(Obj *)));
    if (t) t->size = (uint32_t)size;
    return t;
}

/* The empty tuple is one object, as in CPython; the first one made becomes it. */
Tuple *tuple_new(Engine *e, size_t size) {
    if (size == 0 && e->empty_tuple) return TUPLE(incref(e->empty_tuple));
    return tuple_new_typed(e, TYPE(e, tuple), size);
}

Tuple *tuple_of(Engine *e, Obj *const *items, size_t count) {
    Tuple *t = tuple_new(e, count);
    if (t) seq_copy(t->items, items, 0, 1, (int64_t)count);
    return t;
}

Tuple *tuple_pack(Engine *e, size_t count, ...) {
    Tuple *t = tuple_new(e, count);
    if (!t) return NULL;
    va_list items;
    va_start(items, count);
    for (size_t i = 0; i < count; i++) t->items[i] = incref(va_arg(items, Obj *));
    va_end(items);
    return t;
}

static void release(Engine *e, Obj *o) {
    Tuple *t = TUPLE(o);
    for (uint32_t i = t->size; i-- > 0;) drop_ref(e, t->items[i]); /* backwards, as CPython does */
}

/* ---- Slots --------------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    return seq_repr(e, o, '(', ')');
}

static bool hash_items(Engine *e, const Tuple *t, uint32_t *hash) {
    uint32_t h = 374761393u + t->size;
    for (uint32_t i = 0; i < t->size; i++) {
        uint32_t lane;
        if (!obj_hash(e, t->items[i], &lane)) return false;
        h += lane * 2246822519u;
        h = (h << 13 | h >> 19) * 2654435761u;
    }
    *hash = h;
    return true;
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    if (!nest_enter(e, "")) return false;
    bool ok = hash_items(e, TUPLE(o), result);
    nest_leave(e);
    return ok;
}

static Res concat(Engine *e, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(a, TUPLE)) return R_NOTIMPL;
    if (!HAS_LAYOUT(b, TUPLE)) return seq_concat_refused(e, "tuple", b);
    const Tuple *x = TUPLE(a), *y = TUPLE(b);
    Obj *whole = y->size == 0 ? a : x->size == 0 ? b : NULL;
    if (whole && IS(e, whole, tuple)) {
        *out = incref(whole);
        return R_OK;
    }
    Tuple *t = tuple_new(e, (size_t)x->size + y->size);
    if (!t) return R_ERR;
    seq_copy(t->items, x->items, 0, 1, x->size);
    seq_copy(t->items + x->size, y->items, 0, 1, y->size);
    *out = OBJ(t);
    return R_OK;
}

static Res repeat(Engine *e, Obj *a, Obj *b, Obj **out) {
    bool first = HAS_LAYOUT(a, TUPLE);
    Tuple *t = TUPLE(first ? a : b);
    int64_t count;
    Res r = seq_repeat_count(e, a, b, first, &count);
    if (r != R_OK) return r;
    if ((count == 1 || t->size == 0) && IS(e, t, tuple)) {
        *out = incref(t);
        return R_OK;
    }
    if (t->size > 0 && count > SEQ_MAX / (int64_t)t->size) {
        err_memory(e);
        return R_ERR;
    }
    Tuple *all = tuple_new(e, t->size * (size_t)count);
    if (!all) return R_ERR;
    for (int64_t i = 0; i < count; i++) seq_copy(all->items + i * t->size, t->items, 0, 1, t->size);
    *out = OBJ(all);
    return R_OK;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD) return concat(e, a, b, out);
    if (op == OP_MUL) return repeat(e, a, b, out);
    return R_NOTIMPL;
}

static Res get_slice(Engine *e, Tuple *t, Slice *s, Obj **out) {
    SliceIndices at;
    if (!slice_indices(e, s, t->size, &at)) return R_ERR;
    if (at.count == (int64_t)t->size && at.step == 1 && IS(e, t, tuple)) {
        *out = incref(t);
        return R_OK;
    }
    Tuple *part = tuple_new(e, (size_t)at.count);
    if (!part) return R_ERR;
    seq_copy(part->items, t->items, at.start, at.step, at.count);
    *out = OBJ(part);
    return R_OK;
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    Tuple *t = TUPLE(o);
    if (HAS_LAYOUT(key, SLICE)) return get_slice(e, t, SLICE(key), out);
    int64_t i;
    if (!seq_key(e, "tuple", key, &i)) return R_ERR;
    if (!seq_index(&i, t->size)) return err_res(e, T_IndexError, "tuple index out of range");
    *out = incref(t->items[i]);
    return R_OK;
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    *out = iter_new(e, T_tuple_iterator, o);
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *method_index(Engine *e, Obj *const *a) {
    size_t size = TUPLE(a[0])->size;
    int64_t start, stop, index;
    if (!seq_bound(e, a[2], size, 0, &start) || !seq_bound(e, a[3], size, INT64_MAX, &stop)) {
        return NULL;
    }
    if (!seq_find(e, a[0], a[1], start, stop, &index)) return NULL;
    if (index < 0) return err_null(e, T_ValueError, "tuple.index(x): x not in tuple");
    return int_new(e, index);
}

/* What pickling and copying build a subclass instance from. */
static Obj *method_getnewargs(Engine *e, Obj *const *a) {
    Tuple *copy = tuple_of(e, TUPLE(a[0])->items, TUPLE(a[0])->size);
    if (!copy) return NULL;
    Tuple *args = tuple_pack(e, 1, OBJ(copy));
    decref(e, copy);
    return OBJ(args);
}

const NativeDef tuple_methods[] = {
    {.name = "count", .signature = "self, value, /", .fn = seq_count},
    {.name = "index", .signature = "self, value, start=, stop=, /", .fn = method_index},
    {.name = "__getnewargs__", .signature = "self, /", .fn = method_getnewargs},
    {0},
};

const TypeSpec tuple_spec = {
    .name = "tuple",
    .base = T_object,
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_BASE | TYPE_SEQUENCE,
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash,
            .truth = seq_truth,
            .length = seq_length,
            .binary = binary,
            .compare = seq_compare,
            .getitem = getitem,
            .contains = seq_contains,
            .iter = iter,
        },
    .methods = tuple_methods,
    .doc = "An immutable sequence.",
};
