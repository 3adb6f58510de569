#include "object/seq.h"

#include "object/bytes.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"

SeqView seq_view(const Obj *o) {
    if (HAS_LAYOUT(o, LIST)) {
        const List *l = (const List *)o;
        return (SeqView){l->items, l->size};
    }
    ASSERT(HAS_LAYOUT(o, TUPLE), "a tuple or a list is asked for");
    const Tuple *t = (const Tuple *)o;
    return (SeqView){t->items, t->size};
}

/* ---- Indices ------------------------------------------------------------------------------- */

bool seq_index(int64_t *index, size_t size) {
    if (*index < 0) *index += (int64_t)size;
    return *index >= 0 && *index < (int64_t)size;
}

bool seq_is_index(Engine *e, Obj *key) {
    return HAS_LAYOUT(key, INT) || type_lookup(e, key->type, N(e, __index__));
}

bool seq_key(Engine *e, const char *kind, Obj *key, int64_t *index) {
    if (seq_is_index(e, key)) return int_position(e, key, T_IndexError, index);
    return err_false(e, T_TypeError, "%s indices must be integers or slices, not %s", kind,
                     type_name(key));
}

bool seq_bound(Engine *e, Obj *bound, size_t size, int64_t missing, int64_t *result) {
    *result = missing;
    if (!bound) return true;
    if (!seq_is_index(e, bound)) {
        return err_false(e, T_TypeError,
                         "slice indices must be integers or have an __index__ method");
    }
    if (!int_clamp(e, bound, result)) return false;
    if (*result < 0) *result += (int64_t)size;
    if (*result < 0) *result = 0;
    return true;
}

/* ---- Searching ----------------------------------------------------------------------------- */

/* The item stays alive during the comparison even if that removes it from the list. */
static bool item_equals(Engine *e, Obj *item, Obj *other, bool *equal) {
    if (item == other) {
        *equal = true;
        return true;
    }
    incref(item);
    bool ok = obj_equal(e, item, other, equal);
    decref(e, item);
    return ok;
}

bool seq_find(Engine *e, Obj *o, Obj *item, int64_t start, int64_t stop, int64_t *index) {
    *index = -1;
    for (int64_t i = start; i < stop; i++) {
        SeqView v = seq_view(o);
        if (i >= (int64_t)v.size) break;
        bool equal;
        if (!item_equals(e, v.items[i], item, &equal)) return false;
        if (equal) {
            *index = i;
            break;
        }
    }
    return true;
}

Obj *seq_count(Engine *e, Obj *const *a) {
    int64_t count = 0, index = -1;
    do {
        if (!seq_find(e, a[0], a[1], index + 1, INT64_MAX, &index)) return NULL;
        if (index >= 0) count++;
    } while (index >= 0);
    return int_new(e, count);
}

Res seq_contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    int64_t index;
    if (!seq_find(e, o, item, 0, INT64_MAX, &index)) return R_ERR;
    *out = obj_bool(e, index >= 0);
    return R_OK;
}

/* ---- Comparing ----------------------------------------------------------------------------- */

static bool order_of_sizes(CompareOp op, size_t a, size_t b) {
    switch (op) {
    case CMP_LT: return a < b;
    case CMP_LE: return a <= b;
    case CMP_EQ: return a == b;
    case CMP_NE: return a != b;
    case CMP_GT: return a > b;
    default: return a >= b;
    }
}

/* The comparison is decided by the first two items that differ. */
static bool compare_items(Engine *e, CompareOp op, Obj *x, Obj *y, bool *equal, bool *result) {
    if (!obj_equal(e, x, y, equal)) return false;
    if (*equal) return true;
    *result = op == CMP_NE;
    return op == CMP_EQ || op == CMP_NE || obj_compare(e, op, x, y, result);
}

static bool compare(Engine *e, CompareOp op, Obj *a, Obj *b, bool *result) {
    for (size_t i = 0;; i++) {
        SeqView va = seq_view(a), vb = seq_view(b);
        if (i >= va.size || i >= vb.size) {
            *result = order_of_sizes(op, va.size, vb.size);
            return true;
        }
        if (va.items[i] == vb.items[i]) continue;
        Obj *x = incref(va.items[i]), *y = incref(vb.items[i]);
        bool equal, ok = compare_items(e, op, x, y, &equal, result);
        decref(e, x);
        decref(e, y);
        if (!ok || !equal) return ok;
    }
}

Res seq_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (a->type->layout != b->type->layout) return R_NOTIMPL;
    bool result = op == CMP_NE;
    /* CPython looks at the lengths first for lists, but not for tuples. */
    bool differ = HAS_LAYOUT(a, LIST) && (op == CMP_EQ || op == CMP_NE) &&
                  seq_view(a).size != seq_view(b).size;
    if (!differ) {
        if (!nest_enter(e, " in comparison")) return R_ERR;
        bool ok = compare(e, op, a, b, &result);
        nest_leave(e);
        if (!ok) return R_ERR;
    }
    *out = obj_bool(e, result);
    return R_OK;
}

/* ---- Other slots --------------------------------------------------------------------------- */

Res seq_length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, (int64_t)seq_view(o).size);
    return *out ? R_OK : R_ERR;
}

Res seq_truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, seq_view(o).size > 0);
    return R_OK;
}

static bool put_items(Engine *e, StrBuf *text, Obj *o) {
    for (size_t i = 0;; i++) {
        SeqView v = seq_view(o);
        if (i >= v.size) return true;
        if (i > 0) strbuf_text(text, ", ");
        Obj *item = incref(v.items[i]);
        Str *repr = obj_repr(e, item);
        decref(e, item);
        if (!repr) return false;
        strbuf_str(text, repr);
        decref(e, repr);
    }
}

Obj *seq_repr(Engine *e, Obj *o, char open, char close) {
    ReprMark mark;
    Res entered = repr_enter(e, &mark, o);
    if (entered == R_ERR) return NULL;
    if (entered == R_STOP) return OBJ(str_format(e, "%c...%c", open, close));
    StrBuf text;
    strbuf_init(&text, e);
    strbuf_char(&text, open);
    bool ok = put_items(e, &text, o);
    repr_leave(e, &mark);
    if (!ok) {
        strbuf_clear(&text);
        return NULL;
    }
    if (open == '(' && seq_view(o).size == 1) strbuf_char(&text, ',');
    strbuf_char(&text, close);
    return OBJ(strbuf_finish(&text));
}

void seq_copy(Obj **to, Obj *const *from, int64_t start, int64_t step, int64_t count) {
    for (int64_t i = 0; i < count; i++) to[i] = incref(from[start + i * step]);
}

/* ---- Operators ----------------------------------------------------------------------------- */

Res seq_concat_refused(Engine *e, const char *kind, Obj *b) {
    return err_res(e, T_TypeError, "can only concatenate %s (not \"%s\") to %s", kind, type_name(b),
                   kind);
}

static int64_t size_of(const Obj *o) {
    if (HAS_LAYOUT(o, STR)) return ((const Str *)o)->length;
    if (HAS_LAYOUT(o, BYTES)) return ((const Bytes *)o)->size;
    return (int64_t)seq_view(o).size;
}

/* What no address space holds: CPython has words of their own for text and bytes. */
static Res repeats_too_often(Engine *e, const Obj *o) {
    if (HAS_LAYOUT(o, STR)) return err_res(e, T_OverflowError, "repeated string is too long");
    if (HAS_LAYOUT(o, BYTES)) return err_res(e, T_OverflowError, "repeated bytes are too long");
    err_memory(e);
    return R_ERR;
}

Res seq_repeat_count(Engine *e, Obj *a, Obj *b, bool a_is_sequence, int64_t *count) {
    Obj *times = a_is_sequence ? b : a;
    if (!seq_is_index(e, times)) {
        return err_res(e, T_TypeError, "can't multiply sequence by non-int of type '%s'",
                       type_name(times));
    }
    if (!int_position(e, times, T_OverflowError, count)) return R_ERR;
    if (*count < 0) *count = 0;
    const Obj *sequence = a_is_sequence ? a : b;
    int64_t size = size_of(sequence);
    if (size == 0) *count = *count > 0;
    return size > 0 && *count > INT64_MAX / size ? repeats_too_often(e, sequence) : R_OK;
}
