#include "object/range_big.h"

#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/str.h"
#include "object/tuple.h"

/* ---- Sums of owned ints -------------------------------------------------------------------- */

/* Takes `a`, borrows `b`; NULL from NULL, so that sums can be written in one go. */
static Obj *then(Engine *e, Obj *a, BinaryOp op, const Obj *b) {
    if (!a) return NULL;
    Obj *result = int_binary(e, op, a, b);
    decref(e, a);
    return result;
}

static Obj *then_small(Engine *e, Obj *a, BinaryOp op, int64_t b) {
    Obj *number = a ? int_new(e, b) : NULL;
    if (!number) {
        xdecref(e, a);
        return NULL;
    }
    Obj *result = then(e, a, op, number);
    decref(e, number);
    return result;
}

static int sign(const Obj *o) {
    return (int_value(o) > 0) - (int_value(o) < 0);
}

/* ---- Making -------------------------------------------------------------------------------- */

/* (high - low - 1) // abs(step) + 1 */
static Obj *count_items(Engine *e, Obj *start, Obj *stop, Obj *step) {
    Obj *low = sign(step) > 0 ? start : stop, *high = sign(step) > 0 ? stop : start;
    if (int_compare(low, high) >= 0) return int_new(e, 0);
    Obj *width = sign(step) > 0 ? incref(step) : int_negative(e, step);
    if (!width) return NULL;
    Obj *span = then_small(e, then(e, incref(high), OP_SUB, low), OP_SUB, 1);
    Obj *count = then_small(e, then(e, span, OP_FLOORDIV, width), OP_ADD, 1);
    decref(e, width);
    return count;
}

static Obj *new_big(Engine *e, Obj *start, Obj *stop, Obj *step, Obj *length) {
    Range *r = RANGE(obj_new(e, TYPE(e, range), sizeof(Range)));
    if (!r) return NULL;
    r->length = int_value(length); /* for those who only ask whether there is something */
    r->big = tuple_pack(e, BIG_PARTS, start, stop, step, length);
    if (r->big) return OBJ(r);
    decref(e, r);
    return NULL;
}

Obj *range_from_ints(Engine *e, Obj *start, Obj *stop, Obj *step) {
    if (sign(step) == 0) return err_null(e, T_ValueError, "range() arg 3 must not be zero");
    Obj *length = count_items(e, start, stop, step);
    if (!length) return NULL;
    bool big = int_is_big(start) || int_is_big(stop) || int_is_big(step) || int_is_big(length);
    Obj *range = big ? new_big(e, start, stop, step, length)
                     : range_new(e, int_value(start), int_value(stop), int_value(step));
    decref(e, length);
    return range;
}

/* ---- Looking ------------------------------------------------------------------------------- */

Obj *range_big_repr(Engine *e, const Range *r) {
    StrBuf text;
    strbuf_init(&text, e);
    bool plain = int_value(r->big->items[BIG_STEP]) == 1, ok = true;
    for (int i = BIG_START; ok && i <= (plain ? BIG_STOP : BIG_STEP); i++) {
        Str *part = obj_repr(e, r->big->items[i]);
        ok = part != NULL;
        strbuf_text(&text, i == BIG_START ? "range(" : ", ");
        if (part) strbuf_str(&text, part);
        xdecref(e, part);
    }
    strbuf_char(&text, ')');
    if (ok) return OBJ(strbuf_finish(&text));
    strbuf_clear(&text);
    return NULL;
}

/* start + index * step */
static Obj *item_at(Engine *e, const Range *r, Obj *index) {
    Obj *offset = then(e, incref(index), OP_MUL, r->big->items[BIG_STEP]);
    return then(e, offset, OP_ADD, r->big->items[BIG_START]);
}

Obj *range_big_item(Engine *e, const Range *r, Obj *index) {
    Obj *at = int_from_index(e, index), *length = r->big->items[BIG_LENGTH];
    if (at && sign(at) < 0) at = then(e, at, OP_ADD, length);
    if (!at) return NULL;
    Obj *item = NULL;
    if (sign(at) < 0 || int_compare(at, length) >= 0) {
        err_null(e, T_IndexError, "range object index out of range");
    } else {
        item = item_at(e, r, at);
    }
    decref(e, at);
    return item;
}

Obj *range_big_slice(Engine *e, const Range *r, Slice *s) {
    Tuple *at = slice_indices_big(e, s, r->big->items[BIG_LENGTH]);
    if (!at) return NULL;
    Obj *start = item_at(e, r, at->items[0]), *stop = item_at(e, r, at->items[1]);
    Obj *step = int_binary(e, OP_MUL, at->items[2], r->big->items[BIG_STEP]);
    Obj *part = start && stop && step ? range_from_ints(e, start, stop, step) : NULL;
    xdecref(e, start);
    xdecref(e, stop);
    xdecref(e, step);
    decref(e, at);
    return part;
}

/* Where an int is: the quotient of its distance by the step, if nothing is left over. */
static bool find_int(Engine *e, const Range *r, Obj *value, Obj **index) {
    Obj *const *part = r->big->items;
    bool up = sign(part[BIG_STEP]) > 0;
    int to_start = int_compare(value, part[BIG_START]),
        to_stop = int_compare(value, part[BIG_STOP]);
    if (up ? to_start < 0 || to_stop >= 0 : to_start > 0 || to_stop <= 0) return true;
    Obj *distance = int_binary(e, OP_SUB, value, part[BIG_START]);
    Obj *both = distance ? int_divmod(e, distance, part[BIG_STEP]) : NULL;
    xdecref(e, distance);
    if (!both) return false;
    if (sign(TUPLE(both)->items[1]) == 0) *index = incref(TUPLE(both)->items[0]);
    decref(e, both);
    return true;
}

/* Item after item, as CPython does for what is no int; the program's budget ends it. */
static bool find_by_comparing(Engine *e, const Range *r, Obj *item, Obj **index) {
    Obj *at = int_new(e, 0);
    bool ok = at != NULL, equal = false;
    while (ok && int_compare(at, r->big->items[BIG_LENGTH]) < 0) {
        Obj *number = vm_charge(e, 1) ? item_at(e, r, at) : NULL;
        ok = number && obj_equal(e, number, item, &equal);
        xdecref(e, number);
        if (!ok || equal) break;
        at = then_small(e, at, OP_ADD, 1);
        ok = at != NULL;
    }
    if (equal) *index = incref(at);
    xdecref(e, at);
    return ok;
}

bool range_big_find(Engine *e, const Range *r, Obj *item, Obj **index) {
    *index = NULL;
    if (item->type->flags & TYPE_PY_COMPARE) return find_by_comparing(e, r, item, index);
    if (HAS_LAYOUT(item, INT)) return find_int(e, r, item, index);
    double value = HAS_LAYOUT(item, FLOAT) ? float_value(item) : 0.5;
    Obj *whole = value - value == 0 ? int_from_double(e, value) : NULL;
    if (!whole) return value - value != 0; /* an infinity or a NaN equals none */
    bool ok = int_compare_double(whole, value) != 0 || find_int(e, r, whole, index);
    decref(e, whole);
    return ok;
}

/* ---- Comparing ----------------------------------------------------------------------------- */

/* The four parts of any range; owned. */
static Tuple *parts(Engine *e, const Range *r) {
    if (r->big) return TUPLE(incref(r->big));
    const int64_t values[BIG_PARTS] = {r->start, r->stop, r->step, r->length};
    Tuple *t = tuple_new(e, BIG_PARTS);
    for (int i = 0; t && i < BIG_PARTS; i++) {
        t->items[i] = int_new(e, values[i]);
        if (!t->items[i]) clear_ref(e, t);
    }
    return t;
}

static bool same(const Tuple *a, const Tuple *b, int part) {
    return int_compare(a->items[part], b->items[part]) == 0;
}

bool range_big_equal(Engine *e, const Range *a, const Range *b, bool *equal) {
    Tuple *x = parts(e, a), *y = x ? parts(e, b) : NULL;
    if (y) {
        int64_t length = int_value(x->items[BIG_LENGTH]);
        *equal = same(x, y, BIG_LENGTH) && (length == 0 || same(x, y, BIG_START)) &&
                 (length <= 1 || same(x, y, BIG_STEP));
    }
    bool ok = y != NULL;
    xdecref(e, x);
    xdecref(e, y);
    return ok;
}

/* ---- Slices -------------------------------------------------------------------------------- */

/* A bound between `low` and `high`; owned. */
static Obj *clamped(Engine *e, Obj *bound, Obj *length, Obj *low, Obj *high) {
    Obj *value = int_from_index(e, bound);
    if (value && sign(value) < 0) value = then(e, value, OP_ADD, length);
    if (!value) return NULL;
    Obj *limit = int_compare(value, low) < 0 ? low : int_compare(value, high) > 0 ? high : NULL;
    if (!limit) return value;
    decref(e, value);
    return incref(limit);
}

static Obj *read_step(Engine *e, const Slice *s) {
    Obj *step = s->step == e->none ? int_new(e, 1) : int_from_index(e, s->step);
    if (!step || sign(step) != 0) return step;
    decref(e, step);
    return err_null(e, T_ValueError, "slice step cannot be zero");
}

Tuple *slice_indices_big(Engine *e, const Slice *s, Obj *length) {
    Tuple *result = NULL;
    Obj *start = NULL, *stop = NULL, *low = NULL, *high = NULL, *step = read_step(e, s);
    if (!step) return NULL;
    bool back = sign(step) < 0;
    low = int_new(e, back ? -1 : 0);
    high = back ? then_small(e, incref(length), OP_SUB, 1) : incref(length);
    if (!low || !high) goto done;
    start =
        s->start == e->none ? incref(back ? high : low) : clamped(e, s->start, length, low, high);
    if (!start) goto done;
    stop = s->stop == e->none ? incref(back ? low : high) : clamped(e, s->stop, length, low, high);
    if (stop) result = tuple_pack(e, 3, start, stop, step);
done:
    xdecref(e, start);
    xdecref(e, stop);
    xdecref(e, low);
    xdecref(e, high);
    decref(e, step);
    return result;
}

/* ---- The iterator -------------------------------------------------------------------------- */

typedef struct {
    Obj h;
    Obj *next, *step, *left; /* ints */
} LongIter;

#define LONG_ITER(o) ((LongIter *)(o))

Obj *range_big_iter(Engine *e, const Range *r, bool backwards) {
    LongIter *it = LONG_ITER(obj_new(e, TYPE(e, longrange_iterator), sizeof(LongIter)));
    if (!it) return NULL;
    Obj *const *part = r->big->items;
    it->left = incref(part[BIG_LENGTH]);
    it->step = backwards ? int_negative(e, part[BIG_STEP]) : incref(part[BIG_STEP]);
    Obj *first = int_new(e, 0);
    if (backwards) first = then_small(e, then(e, first, OP_ADD, it->left), OP_SUB, 1);
    it->next = first ? item_at(e, r, first) : NULL;
    xdecref(e, first);
    if (it->step && it->next) return OBJ(it);
    decref(e, it);
    return NULL;
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, LONG_ITER(o)->next);
    drop_ref(e, LONG_ITER(o)->step);
    drop_ref(e, LONG_ITER(o)->left);
}

static Res next(Engine *e, Obj *o, Obj **out) {
    LongIter *it = LONG_ITER(o);
    if (int_value(it->left) == 0) return R_STOP;
    Obj *left = then_small(e, incref(it->left), OP_SUB, 1);
    Obj *after = left ? int_binary(e, OP_ADD, it->next, it->step) : NULL;
    if (!after) {
        xdecref(e, left);
        return R_ERR;
    }
    set_ref(e, it->left, left);
    *out = it->next;
    it->next = after;
    return R_OK;
}

static Obj *length_hint(Engine *e, Obj *const *a) {
    (void)e;
    return incref(LONG_ITER(a[0])->left);
}

static const NativeDef methods[] = {
    {.name = "__length_hint__", .signature = "self, /", .fn = length_hint},
    {0},
};

const TypeSpec longrange_iterator_spec = {
    .name = "longrange_iterator",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(LongIter),
    .flags = TYPE_NO_NEW,
    .slots = {.release = release, .iter = iter_self, .next = next},
    .methods = methods,
};
