#include "object/error.h"
#include "object/int.h"
#include "object/nest.h"
#include "object/range_big.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"

Obj *slice_new(Engine *e, Obj *start, Obj *stop, Obj *step) {
    Slice *s = SLICE(obj_new(e, TYPE(e, slice), sizeof(Slice)));
    if (!s) return NULL;
    s->start = incref(start ? start : e->none);
    s->stop = incref(stop ? stop : e->none);
    s->step = incref(step ? step : e->none);
    return OBJ(s);
}

static void release(Engine *e, Obj *o) {
    Slice *s = SLICE(o);
    drop_ref(e, s->start);
    drop_ref(e, s->stop);
    drop_ref(e, s->step);
}

/* ---- Resolution ---------------------------------------------------------------------------- */

static bool bound(Engine *e, Obj *o, int64_t missing, int64_t *value) {
    *value = missing;
    if (o == e->none) return true;
    if (!seq_is_index(e, o)) {
        return err_false(e, T_TypeError,
                         "slice indices must be integers or None or have an __index__ method");
    }
    return int_clamp(e, o, value);
}

bool slice_unpack(Engine *e, const Slice *s, SliceIndices *out) {
    out->count = 0;
    if (!bound(e, s->step, 1, &out->step)) return false;
    if (out->step == 0) return err_false(e, T_ValueError, "slice step cannot be zero");
    /* So that -step can be computed; no sequence is that long. */
    if (out->step == INT64_MIN) out->step = -INT64_MAX;
    bool backwards = out->step < 0;
    return bound(e, s->start, backwards ? INT64_MAX : 0, &out->start) &&
           bound(e, s->stop, backwards ? INT64_MIN : INT64_MAX, &out->stop);
}

/* One bound: counted from the end if negative, then moved to the nearest one that makes sense. */
static int64_t clamp(int64_t value, int64_t length, bool backwards) {
    int64_t lowest = backwards ? -1 : 0;
    if (value < 0) {
        value += length;
        return value < 0 ? lowest : value;
    }
    return value >= length ? length + lowest : value;
}

void slice_adjust(SliceIndices *at, int64_t length) {
    bool backwards = at->step < 0;
    at->start = clamp(at->start, length, backwards);
    at->stop = clamp(at->stop, length, backwards);
    at->count = 0;
    if (backwards && at->stop < at->start) {
        at->count = (at->start - at->stop - 1) / -at->step + 1;
    } else if (!backwards && at->start < at->stop) {
        at->count = (at->stop - at->start - 1) / at->step + 1;
    }
}

bool slice_indices(Engine *e, Slice *s, int64_t length, SliceIndices *out) {
    if (!slice_unpack(e, s, out)) return false;
    slice_adjust(out, length);
    return true;
}

/* ---- Slots --------------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    const Slice *s = SLICE(o);
    Obj *const parts[] = {s->start, s->stop, s->step};
    if (!nest_enter(e, " while getting the repr of an object")) return NULL;
    StrBuf text;
    strbuf_init(&text, e);
    bool ok = true;
    for (size_t i = 0; i < COUNT_OF(parts) && ok; i++) {
        Str *part = obj_repr(e, parts[i]);
        ok = part != NULL;
        strbuf_text(&text, i == 0 ? "slice(" : ", ");
        if (part) strbuf_str(&text, part);
        xdecref(e, part);
    }
    nest_leave(e);
    strbuf_char(&text, ')');
    if (ok) return OBJ(strbuf_finish(&text));
    strbuf_clear(&text);
    return NULL;
}

static Tuple *as_tuple(Engine *e, const Slice *s) {
    return tuple_pack(e, 3, s->start, s->stop, s->step);
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    Tuple *t = as_tuple(e, SLICE(o));
    bool ok = t && obj_hash(e, OBJ(t), result);
    xdecref(e, t);
    return ok;
}

/* Slices are ordered like the tuples of their parts. */
static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, SLICE)) return R_NOTIMPL;
    Tuple *x = as_tuple(e, SLICE(a)), *y = x ? as_tuple(e, SLICE(b)) : NULL;
    Res r = y ? seq_compare(e, op, OBJ(x), OBJ(y), out) : R_ERR;
    xdecref(e, x);
    xdecref(e, y);
    return r;
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    (void)type; /* cannot be subclassed */
    if (kwnames && kwnames->size > 0) {
        return err_res(e, T_TypeError, "slice() takes no keyword arguments");
    }
    if (nargs < 1) return err_res(e, T_TypeError, "slice expected at least 1 argument, got 0");
    if (nargs > 3) {
        return err_res(e, T_TypeError, "slice expected at most 3 arguments, got %d", nargs);
    }
    *out = nargs == 1 ? slice_new(e, NULL, args[0], NULL)
                      : slice_new(e, args[0], args[1], nargs == 3 ? args[2] : NULL);
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *indices_of_any(Engine *e, const Slice *s, Obj *o) {
    Obj *length = int_from_index(e, o);
    Tuple *t = length ? slice_indices_big(e, s, length) : NULL;
    xdecref(e, length);
    return OBJ(t);
}

static Obj *method_indices(Engine *e, Obj *const *a) {
    int64_t length;
    SliceIndices at;
    if (!int_clamp(e, a[1], &length)) return NULL;
    if (length == INT64_MAX) return indices_of_any(e, SLICE(a[0]), a[1]);
    if (length < 0) return err_null(e, T_ValueError, "length should not be negative");
    if (!slice_indices(e, SLICE(a[0]), length, &at)) return NULL;
    Tuple *t = tuple_new(e, 3);
    if (!t) return NULL;
    const int64_t values[] = {at.start, at.stop, at.step};
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        t->items[i] = int_new(e, values[i]);
        if (!t->items[i]) {
            decref(e, t);
            return NULL;
        }
    }
    return OBJ(t);
}

static Obj *get_start(Engine *e, Obj *o) {
    (void)e;
    return incref(SLICE(o)->start);
}

static Obj *get_stop(Engine *e, Obj *o) {
    (void)e;
    return incref(SLICE(o)->stop);
}

static Obj *get_step(Engine *e, Obj *o) {
    (void)e;
    return incref(SLICE(o)->step);
}

const NativeDef slice_methods[] = {
    {.name = "indices", .signature = "self, object, /", .fn = method_indices},
    {0},
};

static const GetSetDef slice_getset[] = {
    {.name = "start", .get = get_start},
    {.name = "stop", .get = get_stop},
    {.name = "step", .get = get_step},
    {0},
};

const TypeSpec slice_spec = {
    .name = "slice",
    .base = T_object,
    .layout = LAYOUT_SLICE,
    .size = sizeof(Slice),
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash,
            .compare = compare,
            .construct = construct,
        },
    .methods = slice_methods,
    .getset = slice_getset,
    .doc = "The start, stop and step of an extended subscript.",
};
