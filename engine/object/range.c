#include "object/range.h"

#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/range_big.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"

/* ---- Making -------------------------------------------------------------------------------- */

/* The number of items, or -1 if it is beyond int64. step is not 0. */
static int64_t count_items(int64_t start, int64_t stop, int64_t step) {
    int64_t low = step > 0 ? start : stop, high = step > 0 ? stop : start;
    if (low >= high) return 0;
    uint64_t span = (uint64_t)high - (uint64_t)low;
    uint64_t width = step > 0 ? (uint64_t)step : 0u - (uint64_t)step;
    uint64_t count = (span - 1) / width + 1;
    return count > INT64_MAX ? -1 : (int64_t)count;
}

static Obj *from_three(Engine *e, Obj *const *part) {
    return part[0] && part[1] && part[2] ? range_from_ints(e, part[0], part[1], part[2]) : NULL;
}

/* More than 2**63 - 1 items. */
static Obj *new_long(Engine *e, int64_t start, int64_t stop, int64_t step) {
    Obj *part[] = {int_new(e, start), int_new(e, stop), int_new(e, step)};
    Obj *range = from_three(e, part);
    for (size_t i = 0; i < COUNT_OF(part); i++) xdecref(e, part[i]);
    return range;
}

Obj *range_new(Engine *e, int64_t start, int64_t stop, int64_t step) {
    if (step == 0) return err_null(e, T_ValueError, "range() arg 3 must not be zero");
    int64_t length = count_items(start, stop, step);
    if (length < 0) return new_long(e, start, stop, step);
    Range *r = RANGE(obj_new(e, TYPE(e, range), sizeof(Range)));
    if (!r) return NULL;
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->length = length;
    return OBJ(r);
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    (void)type; /* cannot be subclassed */
    if (kwnames && kwnames->size > 0) {
        return err_res(e, T_TypeError, "range() takes no keyword arguments");
    }
    if (nargs < 1) return err_res(e, T_TypeError, "range expected at least 1 argument, got 0");
    if (nargs > 3) {
        return err_res(e, T_TypeError, "range expected at most 3 arguments, got %d", nargs);
    }
    Obj *part[3] = {nargs == 1 ? int_new(e, 0) : NULL, NULL, nargs < 3 ? int_new(e, 1) : NULL};
    bool ok = true;
    for (int i = 0; i < nargs && ok; i++) {
        int at = nargs == 1 ? 1 : i;
        part[at] = int_from_index(e, args[i]);
        ok = part[at] != NULL;
    }
    *out = ok ? from_three(e, part) : NULL;
    for (size_t i = 0; i < COUNT_OF(part); i++) xdecref(e, part[i]);
    return *out ? R_OK : R_ERR;
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, RANGE(o)->big);
}

/* ---- Looking ------------------------------------------------------------------------------- */

/* The product alone may overflow where the sum does not. */
static int64_t item_at(const Range *r, int64_t index) {
    return (int64_t)((uint64_t)r->start + (uint64_t)index * (uint64_t)r->step);
}

bool range_find(const Range *r, int64_t value, int64_t *index) {
    bool inside =
        r->step > 0 ? r->start <= value && value < r->stop : r->stop < value && value <= r->start;
    if (!inside) return false;
    uint64_t offset =
        r->step > 0 ? (uint64_t)value - (uint64_t)r->start : (uint64_t)r->start - (uint64_t)value;
    uint64_t width = r->step > 0 ? (uint64_t)r->step : 0u - (uint64_t)r->step;
    *index = (int64_t)(offset / width);
    return offset % width == 0;
}

static bool is_plain_int(Engine *e, const Obj *o) {
    return IS(e, o, int) || o == e->true_ || o == e->false_;
}

/* The int that a number equals; false: it equals none. */
static bool whole_value(const Obj *item, int64_t *value) {
    if (HAS_LAYOUT(item, INT)) {
        *value = int_value(item);
        return !int_is_big(item);
    }
    if (!HAS_LAYOUT(item, FLOAT)) return false;
    double d = float_value(item);
    if (!(d >= -9223372036854775808.0 && d < 9223372036854775808.0)) return false;
    *value = (int64_t)d;
    return (double)*value == d;
}

/* CPython computes where an int must be and compares anything else with each item in turn. Only a
 * class of the program can tell the difference. */
static bool find_item(Engine *e, const Range *r, Obj *item, int64_t from, int64_t *index) {
    *index = -1;
    if (!(item->type->flags & TYPE_PY_COMPARE)) {
        int64_t value, at;
        if (whole_value(item, &value) && range_find(r, value, &at) && at >= from) *index = at;
        return true;
    }
    for (int64_t i = from; i < r->length && *index < 0; i++) {
        Obj *number = int_new(e, item_at(r, i));
        bool equal = false, ok = number && obj_equal(e, number, item, &equal);
        xdecref(e, number);
        if (!ok) return false;
        if (equal) *index = i;
    }
    return true;
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    int64_t index;
    if (RANGE(o)->big) {
        Obj *place;
        if (!range_big_find(e, RANGE(o), item, &place)) return R_ERR;
        *out = obj_bool(e, place != NULL);
        xdecref(e, place);
        return R_OK;
    }
    if (!find_item(e, RANGE(o), item, 0, &index)) return R_ERR;
    *out = obj_bool(e, index >= 0);
    return R_OK;
}

/* A bound or the step of the slice is beyond 64 bits though every item fits. */
static Obj *slice_into_big(Engine *e, const Range *r, const SliceIndices *at) {
    const int64_t index[] = {at->start, at->stop, at->step};
    Obj *first = int_new(e, r->start), *step = int_new(e, r->step), *part[3] = {0};
    for (size_t i = 0; first && step && i < COUNT_OF(part); i++) {
        Obj *number = int_new(e, index[i]);
        part[i] = number ? int_binary(e, OP_MUL, number, step) : NULL;
        xdecref(e, number);
        if (i < 2 && part[i]) set_ref(e, part[i], int_binary(e, OP_ADD, part[i], first));
    }
    Obj *range = from_three(e, part);
    for (size_t i = 0; i < COUNT_OF(part); i++) xdecref(e, part[i]);
    xdecref(e, first);
    xdecref(e, step);
    return range;
}

static Res get_slice(Engine *e, const Range *r, Slice *s, Obj **out) {
    SliceIndices at;
    if (!slice_indices(e, s, r->length, &at)) return R_ERR;
    int64_t start, stop, step;
    /* The bounds may lie beyond the first and last item, the step is a product. */
    bool fits = !__builtin_mul_overflow(r->step, at.step, &step) &&
                !__builtin_mul_overflow(at.start, r->step, &start) &&
                !__builtin_add_overflow(start, r->start, &start) &&
                !__builtin_mul_overflow(at.stop, r->step, &stop) &&
                !__builtin_add_overflow(stop, r->start, &stop);
    *out = fits ? range_new(e, start, stop, step) : slice_into_big(e, r, &at);
    return *out ? R_OK : R_ERR;
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    const Range *r = RANGE(o);
    if (r->big && (HAS_LAYOUT(key, SLICE) || seq_is_index(e, key))) {
        *out =
            HAS_LAYOUT(key, SLICE) ? range_big_slice(e, r, SLICE(key)) : range_big_item(e, r, key);
        return *out ? R_OK : R_ERR;
    }
    if (HAS_LAYOUT(key, SLICE)) return get_slice(e, r, SLICE(key), out);
    int64_t i;
    bool big = HAS_LAYOUT(key, INT) && int_is_big(key);
    if (!big && !seq_key(e, "range", key, &i)) return R_ERR;
    if (!big && i < 0) i += r->length;
    if (big || i < 0 || i >= r->length)
        return err_res(e, T_IndexError, "range object index out of range");
    *out = int_new(e, item_at(r, i));
    return *out ? R_OK : R_ERR;
}

/* ---- Other slots --------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    const Range *r = RANGE(o);
    if (r->big) return range_big_repr(e, r);
    long long start = r->start, stop = r->stop, step = r->step;
    if (step == 1) return OBJ(str_format(e, "range(%lld, %lld)", start, stop));
    return OBJ(str_format(e, "range(%lld, %lld, %lld)", start, stop, step));
}

/* Ranges are equal when they have the same items. */
static bool same_items(const Range *a, const Range *b) {
    if (a->length != b->length) return false;
    if (a->length == 0) return true;
    return a->start == b->start && (a->length == 1 || a->step == b->step);
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, RANGE) || (op != CMP_EQ && op != CMP_NE)) return R_NOTIMPL;
    bool equal = !RANGE(a)->big && !RANGE(b)->big && same_items(RANGE(a), RANGE(b));
    if ((RANGE(a)->big || RANGE(b)->big) && !range_big_equal(e, RANGE(a), RANGE(b), &equal)) {
        return R_ERR;
    }
    *out = obj_bool(e, equal == (op == CMP_EQ));
    return R_OK;
}

static uint32_t part_hash(const Range *r, int part, int64_t value) {
    return r->big ? int_hash_fold(int_hash_wide(r->big->items[part])) : int_hash(value);
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    (void)e;
    const Range *r = RANGE(o);
    uint32_t h = part_hash(r, BIG_LENGTH, r->length) * 2246822519u;
    if (r->length > 0) h = (h ^ part_hash(r, BIG_START, r->start)) * 2654435761u;
    if (r->length > 1) h = (h ^ part_hash(r, BIG_STEP, r->step)) * 3266489917u;
    *result = h;
    return true;
}

static Res length(Engine *e, Obj *o, Obj **out) {
    const Range *r = RANGE(o);
    if (r->big && int_is_big(r->big->items[BIG_LENGTH])) {
        return err_res(e, T_OverflowError, "Python int too large to convert to C ssize_t");
    }
    *out = int_new(e, r->length);
    return *out ? R_OK : R_ERR;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, RANGE(o)->length > 0);
    return R_OK;
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    const Range *r = RANGE(o);
    *out = r->big ? range_big_iter(e, r, false) : iter_new_range(e, r->start, r->step, r->length);
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *method_count(Engine *e, Obj *const *a) {
    const Range *r = RANGE(a[0]);
    int64_t count = 0, index = -1;
    if (r->big) {
        Obj *place;
        if (!range_big_find(e, r, a[1], &place)) return NULL;
        xdecref(e, place);
        return int_new(e, place != NULL);
    }
    do {
        if (!find_item(e, r, a[1], index + 1, &index)) return NULL;
        if (index >= 0) count++;
    } while (index >= 0);
    return int_new(e, count);
}

static Obj *method_index(Engine *e, Obj *const *a) {
    int64_t index = -1;
    Obj *place = NULL;
    bool big = RANGE(a[0])->big;
    if (big && (!range_big_find(e, RANGE(a[0]), a[1], &place) || place)) return place;
    if (!big && !find_item(e, RANGE(a[0]), a[1], 0, &index)) return NULL;
    if (index >= 0) return int_new(e, index);
    if (!is_plain_int(e, a[1])) {
        return err_null(e, T_ValueError, "sequence.index(x): x not in sequence");
    }
    Str *text = obj_repr(e, a[1]);
    if (!text) return NULL;
    err_null(e, T_ValueError, "%s is not in range", text->text);
    decref(e, text);
    return NULL;
}

static Obj *method_reversed(Engine *e, Obj *const *a) {
    const Range *r = RANGE(a[0]);
    if (r->length == 0) return iter_new_range(e, 0, 1, 0);
    if (r->big) return range_big_iter(e, r, true);
    /* -2**63 has no opposite, but the iterator adds modulo 2**64. */
    int64_t step = (int64_t)(0u - (uint64_t)r->step);
    return iter_new_range(e, item_at(r, r->length - 1), step, r->length);
}

static Obj *get_part(Engine *e, const Range *r, int part, int64_t value) {
    return r->big ? incref(r->big->items[part]) : int_new(e, value);
}

static Obj *get_start(Engine *e, Obj *o) {
    return get_part(e, RANGE(o), BIG_START, RANGE(o)->start);
}
static Obj *get_stop(Engine *e, Obj *o) {
    return get_part(e, RANGE(o), BIG_STOP, RANGE(o)->stop);
}
static Obj *get_step(Engine *e, Obj *o) {
    return get_part(e, RANGE(o), BIG_STEP, RANGE(o)->step);
}

const NativeDef range_methods[] = {
    {.name = "count", .signature = "self, value, /", .fn = method_count},
    {.name = "index", .signature = "self, value, /", .fn = method_index},
    {.name = "__reversed__", .signature = "self, /", .fn = method_reversed},
    {0},
};

static const GetSetDef range_getset[] = {
    {.name = "start", .get = get_start},
    {.name = "stop", .get = get_stop},
    {.name = "step", .get = get_step},
    {0},
};

const TypeSpec range_spec = {
    .name = "range",
    .base = T_object,
    .layout = LAYOUT_RANGE,
    .size = sizeof(Range),
    .flags = TYPE_SEQUENCE,
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash,
            .truth = truth,
            .length = length,
            .compare = compare,
            .getitem = getitem,
            .contains = contains,
            .iter = iter,
            .construct = construct,
        },
    .methods = range_methods,
    .getset = range_getset,
    .doc = "Integers at equal distances.",
};
