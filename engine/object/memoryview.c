#include "object/memoryview.h"

#include <string.h>

#include "object/bytearray.h"
#include "object/bytes_methods.h"
#include "object/construct.h"
#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/memory_item.h"
#include "object/range.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/types.h"

typedef struct {
    Obj h;
    Obj *owner; /* bytes or a bytearray; NULL once the view is released */
    const MemoryItem *item;
    int64_t start, step, count; /* start and step in bytes, count in items */
    uint32_t hash;
    bool readonly, hashed;
    char format[3]; /* as it was given: "B", "@h" */
} MemoryView;

#define VIEW(o) ((MemoryView *)(o))

/* ---- Making and releasing ------------------------------------------------------------------ */

static bool is_open(Engine *e, const Obj *o) {
    return VIEW(o)->owner ||
           err_false(e, T_ValueError, "operation forbidden on released memoryview object");
}

/* Its items are set by the caller. */
static MemoryView *view_of(Engine *e, Obj *owner) {
    MemoryView *view = VIEW(obj_new(e, TYPE(e, memoryview), sizeof(MemoryView)));
    if (!view) return NULL;
    view->owner = incref(owner);
    if (HAS_LAYOUT(owner, BYTEARRAY)) BYTEARRAY(owner)->exports++;
    return view;
}

static Obj *view_whole(Engine *e, Obj *owner) {
    MemoryView *view = view_of(e, owner);
    if (!view) return NULL;
    view->item = memory_item_find("B");
    view->step = 1;
    view->count = BYTES(bytearray_contents(owner))->size;
    view->readonly = !HAS_LAYOUT(owner, BYTEARRAY);
    strcpy(view->format, "B");
    return OBJ(view);
}

static MemoryView *view_copy(Engine *e, Obj *o) {
    if (!is_open(e, o)) return NULL;
    const MemoryView *from = VIEW(o);
    MemoryView *view = view_of(e, from->owner);
    if (!view) return NULL;
    view->item = from->item;
    view->start = from->start;
    view->step = from->step;
    view->count = from->count;
    view->readonly = from->readonly;
    memcpy(view->format, from->format, sizeof view->format);
    return view;
}

static Obj *view_any(Engine *e, Obj *o) {
    if (IS(e, o, memoryview)) return OBJ(view_copy(e, o));
    if (HAS_LAYOUT(o, BYTES) || HAS_LAYOUT(o, BYTEARRAY)) return view_whole(e, o);
    return err_null(e, T_TypeError, "memoryview: a bytes-like object is required, not '%s'",
                    type_name(o));
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    static const char *const keywords[] = {"object"};
    const ConstructorArgs parameters = {"memoryview", keywords, 1, 0, false};
    Obj *object = NULL;
    (void)type;
    bool named = kwnames && str_equal_text(STR(kwnames->items[0]), "object");
    if (nargs == 0 || (kwnames && kwnames->size == (uint32_t)nargs && !named)) {
        return err_res(e, T_TypeError, "memoryview() missing required argument 'object' (pos 1)");
    }
    if (!construct_bind(e, &parameters, args, nargs, kwnames, &object)) return R_ERR;
    *out = view_any(e, object);
    return *out ? R_OK : R_ERR;
}

static void close_view(Engine *e, Obj *o) {
    Obj *owner = VIEW(o)->owner;
    if (owner && HAS_LAYOUT(owner, BYTEARRAY)) BYTEARRAY(owner)->exports--;
    drop_ref(e, VIEW(o)->owner);
}

/* ---- Contents ------------------------------------------------------------------------------ */

static const unsigned char *item_at(const MemoryView *view, int64_t index) {
    return BYTES(bytearray_contents(view->owner))->data + view->start + index * view->step;
}

static unsigned char *writable_item(Engine *e, const MemoryView *view, int64_t index) {
    unsigned char *data = bytearray_writable(e, view->owner);
    return data ? data + view->start + index * view->step : NULL;
}

static int64_t byte_count(const MemoryView *view) {
    return view->count * view->item->size;
}

static bool is_contiguous(const MemoryView *view) {
    return view->count == 1 || view->step == view->item->size;
}

Obj *memoryview_bytes(Engine *e, Obj *o) {
    if (!is_open(e, o)) return NULL;
    const MemoryView *view = VIEW(o);
    size_t size = view->item->size;
    Obj *made = bytes_new(e, NULL, (size_t)byte_count(view));
    for (int64_t i = 0; made && i < view->count; i++) {
        memcpy(BYTES(made)->data + (size_t)i * size, item_at(view, i), size);
    }
    return made;
}

bool memoryview_span(Engine *e, const Obj *o, TextSpan *span) {
    if (!is_open(e, o)) return false;
    if (!is_contiguous(VIEW(o))) {
        return err_false(e, T_BufferError, "memoryview: underlying buffer is not C-contiguous");
    }
    span->start = (const char *)item_at(VIEW(o), 0);
    span->end = span->start + byte_count(VIEW(o));
    return true;
}

/* ---- Items and slices ---------------------------------------------------------------------- */

/* view[i] and view[i,] */
static bool item_index(Engine *e, const MemoryView *view, Obj *key, int64_t *index) {
    if (HAS_LAYOUT(key, TUPLE)) {
        if (TUPLE(key)->size != 1) {
            return err_false(e, T_TypeError, "cannot index 1-dimension view with %zu-element tuple",
                             (size_t)TUPLE(key)->size);
        }
        key = TUPLE(key)->items[0];
    }
    if (!seq_is_index(e, key)) return err_false(e, T_TypeError, "memoryview: invalid slice key");
    if (!int_position(e, key, T_IndexError, index)) return false;
    return seq_index(index, (size_t)view->count) ||
           err_false(e, T_IndexError, "index out of bounds on dimension 1");
}

static Obj *view_slice(Engine *e, Obj *o, Slice *by) {
    SliceIndices at;
    if (!slice_indices(e, by, VIEW(o)->count, &at)) return NULL;
    MemoryView *view = view_copy(e, o);
    if (!view) return NULL;
    view->start += at.start * view->step;
    view->step *= at.step;
    view->count = at.count;
    if (at.count == 0) view->start = 0; /* nothing is read there */
    return OBJ(view);
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    int64_t index;
    if (!is_open(e, o)) return R_ERR;
    if (HAS_LAYOUT(key, SLICE)) {
        *out = view_slice(e, o, (Slice *)key);
    } else {
        if (!item_index(e, VIEW(o), key, &index)) return R_ERR;
        *out = memory_item_read(e, VIEW(o)->item, item_at(VIEW(o), index));
    }
    return *out ? R_OK : R_ERR;
}

/* The value's own code may release the view: then nothing is written. */
static bool set_one(Engine *e, Obj *o, Obj *key, Obj *value) {
    int64_t index;
    unsigned char bytes[sizeof(uint64_t)];
    const MemoryView *view = VIEW(o);
    if (!item_index(e, view, key, &index)) return false;
    if (!memory_item_write(e, view->item, value, bytes) || !is_open(e, o)) return false;
    unsigned char *to = writable_item(e, view, index);
    if (to) memcpy(to, bytes, view->item->size);
    return to != NULL;
}

static bool copy_items(Engine *e, const MemoryView *to, Obj *from) {
    Obj *bytes = memoryview_bytes(e, from); /* the two may lie over one another */
    size_t size = to->item->size;
    unsigned char *at = bytes ? writable_item(e, to, 0) : NULL;
    for (int64_t i = 0; at && i < to->count; i++) {
        memcpy(at + i * to->step, BYTES(bytes)->data + (size_t)i * size, size);
    }
    xdecref(e, bytes);
    return at != NULL;
}

static bool set_slice(Engine *e, Obj *o, Slice *by, Obj *value) {
    bool like = HAS_LAYOUT(value, BYTES) || HAS_LAYOUT(value, BYTEARRAY);
    if (!like && !IS(e, value, memoryview)) {
        return err_false(e, T_TypeError, "a bytes-like object is required, not '%s'",
                         type_name(value));
    }
    Obj *from = view_any(e, value), *to = from ? view_slice(e, o, by) : NULL;
    bool ok = to != NULL;
    if (ok && (VIEW(from)->item != VIEW(to)->item || VIEW(from)->count != VIEW(to)->count)) {
        ok = err_false(e, T_ValueError,
                       "memoryview assignment: lvalue and rvalue have different structures");
    }
    ok = ok && copy_items(e, VIEW(to), from);
    xdecref(e, from);
    xdecref(e, to);
    return ok;
}

static Res setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    if (!is_open(e, o)) return R_ERR;
    if (VIEW(o)->readonly) return err_res(e, T_TypeError, "cannot modify read-only memory");
    if (!value) return err_res(e, T_TypeError, "cannot delete memory");
    bool ok =
        HAS_LAYOUT(key, SLICE) ? set_slice(e, o, (Slice *)key, value) : set_one(e, o, key, value);
    return ok ? R_OK : R_ERR;
}

/* ---- Comparing ----------------------------------------------------------------------------- */

static bool equal_item(Engine *e, const MemoryView *x, const MemoryView *y, int64_t i,
                       bool *equal) {
    Obj *a = memory_item_read(e, x->item, item_at(x, i));
    Obj *b = a ? memory_item_read(e, y->item, item_at(y, i)) : NULL;
    bool ok = b && obj_compare(e, CMP_EQ, a, b, equal);
    xdecref(e, a);
    xdecref(e, b);
    return ok;
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    bool like = HAS_LAYOUT(b, BYTES) || HAS_LAYOUT(b, BYTEARRAY) || IS(e, b, memoryview);
    if (!like || (op != CMP_EQ && op != CMP_NE)) return R_NOTIMPL;
    bool other_closed = IS(e, b, memoryview) && !VIEW(b)->owner;
    if (!VIEW(a)->owner || other_closed) {
        *out = obj_bool(e, (a == b) == (op == CMP_EQ));
        return R_OK;
    }
    Obj *other = view_any(e, b);
    if (!other) return R_ERR;
    const MemoryView *x = VIEW(a), *y = VIEW(other);
    bool ok = true, equal = x->count == y->count;
    for (int64_t i = 0; ok && equal && i < x->count; i++) ok = equal_item(e, x, y, i, &equal);
    decref(e, other);
    *out = ok ? obj_bool(e, equal == (op == CMP_EQ)) : NULL;
    return ok ? R_OK : R_ERR;
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    MemoryView *view = VIEW(o);
    if (!view->hashed) {
        if (!is_open(e, o)) return false;
        if (!view->readonly) {
            return err_false(e, T_ValueError, "cannot hash writable memoryview object");
        }
        if (!memory_item_is_byte(view->item)) {
            return err_false(e, T_ValueError,
                             "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        }
        Obj *bytes = memoryview_bytes(e, o);
        bool ok = bytes && obj_hash(e, bytes, &view->hash);
        xdecref(e, bytes);
        if (!ok) return false;
        view->hashed = true;
    }
    *result = view->hash;
    return true;
}

static Obj *repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, VIEW(o)->owner ? "<memory at 0x%llx>" : "<released memory at 0x%llx>",
                          obj_address(o)));
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = is_open(e, o) ? int_new(e, VIEW(o)->count) : NULL;
    return *out ? R_OK : R_ERR;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    if (!is_open(e, o)) return R_ERR;
    *out = obj_bool(e, VIEW(o)->count > 0);
    return R_OK;
}

static Res iterate(Engine *e, Obj *o, Obj **out) {
    *out = is_open(e, o) ? iter_new(e, T_memory_iterator, o) : NULL;
    return *out ? R_OK : R_ERR;
}

static Res iterator_next(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    if (!is_open(e, it->source)) return R_ERR;
    const MemoryView *view = VIEW(it->source);
    if (it->position >= view->count) return iter_exhaust(e, it);
    *out = memory_item_read(e, view->item, item_at(view, it->position++));
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *tobytes(Engine *e, Obj *const *a) {
    bool known = a[1] == e->none || (HAS_LAYOUT(a[1], STR) && STR(a[1])->size == 1 &&
                                     strchr("CFA", STR(a[1])->text[0]));
    if (!known) return err_null(e, T_ValueError, "order must be 'C', 'F' or 'A'");
    return memoryview_bytes(e, a[0]);
}

static Obj *tolist(Engine *e, Obj *const *a) {
    if (!is_open(e, a[0])) return NULL;
    const MemoryView *view = VIEW(a[0]);
    List *made = list_new(e, (size_t)view->count);
    bool ok = made != NULL;
    for (int64_t i = 0; ok && i < view->count; i++) {
        Obj *value = memory_item_read(e, view->item, item_at(view, i));
        ok = value && list_append(e, made, value);
        xdecref(e, value);
    }
    if (ok) return OBJ(made);
    xdecref(e, made);
    return NULL;
}

static Obj *hex(Engine *e, Obj *const *a) {
    Obj *bytes = memoryview_bytes(e, a[0]);
    if (!bytes) return NULL;
    Obj *text = bytes_native_hex(e, (Obj *[]){bytes, a[1], a[2]});
    decref(e, bytes);
    return text;
}

static Obj *toreadonly(Engine *e, Obj *const *a) {
    MemoryView *view = view_copy(e, a[0]);
    if (view) view->readonly = true;
    return OBJ(view);
}

static Obj *release(Engine *e, Obj *const *a) {
    close_view(e, a[0]);
    return incref(e->none);
}

static Obj *enter(Engine *e, Obj *const *a) {
    return is_open(e, a[0]) ? incref(a[0]) : NULL;
}

/* What a cast makes of the view: NULL when it is refused. */
static const MemoryItem *cast_item(Engine *e, const MemoryView *view, const Obj *format) {
    if (!is_contiguous(view)) {
        return err_null(e, T_TypeError, "memoryview: casts are restricted to C-contiguous views");
    }
    const MemoryItem *item = STR(format)->size <= 2 ? memory_item_find(STR(format)->text) : NULL;
    if (!item) {
        return err_null(e, T_ValueError,
                        "memoryview: destination format must be a native single character format "
                        "prefixed with an optional '@'");
    }
    if (!memory_item_is_byte(item) && !memory_item_is_byte(view->item)) {
        return err_null(e, T_TypeError, "memoryview: cannot cast between two non-byte formats");
    }
    if (byte_count(view) % item->size != 0) {
        return err_null(e, T_TypeError, "memoryview: length is not a multiple of itemsize");
    }
    return item;
}

/* Only the one length that the view has anyway. */
static bool check_shape(Engine *e, Obj *shape, int64_t count) {
    int64_t length;
    if (!HAS_LAYOUT(shape, LIST) && !HAS_LAYOUT(shape, TUPLE)) {
        return err_false(e, T_TypeError, "shape must be a list or a tuple");
    }
    SeqView sizes = seq_view(shape);
    if (sizes.size != 1) {
        return err_false(e, T_RuntimeError,
                         "Coroscope does not offer a memoryview of more than one dimension");
    }
    if (!HAS_LAYOUT(sizes.items[0], INT)) {
        return err_false(e, T_TypeError, "memoryview.cast(): elements of shape must be integers");
    }
    if (!int_clamp(e, sizes.items[0], &length)) return false;
    return length == count ||
           err_false(e, T_TypeError, "memoryview: product(shape) * itemsize != buffer size");
}

static Obj *cast(Engine *e, Obj *const *a) {
    if (!is_open(e, a[0])) return NULL;
    if (!HAS_LAYOUT(a[1], STR)) {
        return err_null(e, T_TypeError, "cast() argument 'format' must be str, not %s",
                        a[1] == e->none ? "None" : type_name(a[1]));
    }
    const MemoryItem *item = cast_item(e, VIEW(a[0]), a[1]);
    if (!item) return NULL;
    int64_t count = byte_count(VIEW(a[0])) / item->size;
    if (a[2] && !check_shape(e, a[2], count)) return NULL;
    MemoryView *view = view_copy(e, a[0]);
    if (!view) return NULL;
    view->item = item;
    view->step = item->size;
    view->count = count;
    memcpy(view->format, STR(a[1])->text, STR(a[1])->size + 1);
    return OBJ(view);
}

/* ---- Attributes ---------------------------------------------------------------------------- */

static Obj *one_tuple(Engine *e, int64_t number) {
    Obj *value = int_new(e, number);
    Tuple *made = value ? tuple_pack(e, 1, value) : NULL;
    xdecref(e, value);
    return OBJ(made);
}

#define ATTRIBUTE(name, value)                                                                     \
    static Obj *get_##name(Engine *e, Obj *o) {                                                    \
        return is_open(e, o) ? (value) : NULL;                                                     \
    }
ATTRIBUTE(obj, incref(VIEW(o)->owner))
ATTRIBUTE(nbytes, int_new(e, byte_count(VIEW(o))))
ATTRIBUTE(itemsize, int_new(e, VIEW(o)->item->size))
ATTRIBUTE(ndim, int_new(e, 1))
ATTRIBUTE(format, OBJ(str_from(e, VIEW(o)->format)))
ATTRIBUTE(shape, one_tuple(e, VIEW(o)->count))
ATTRIBUTE(strides, one_tuple(e, VIEW(o)->step))
ATTRIBUTE(suboffsets, OBJ(tuple_new(e, 0)))
ATTRIBUTE(readonly, obj_bool(e, VIEW(o)->readonly))
ATTRIBUTE(contiguous, obj_bool(e, is_contiguous(VIEW(o))))
#undef ATTRIBUTE

static const GetSetDef attributes[] = {
    {"obj", get_obj, NULL},
    {"nbytes", get_nbytes, NULL},
    {"itemsize", get_itemsize, NULL},
    {"ndim", get_ndim, NULL},
    {"format", get_format, NULL},
    {"shape", get_shape, NULL},
    {"strides", get_strides, NULL},
    {"suboffsets", get_suboffsets, NULL},
    {"readonly", get_readonly, NULL},
    {"contiguous", get_contiguous, NULL},
    {"c_contiguous", get_contiguous, NULL},
    {"f_contiguous", get_contiguous, NULL},
    {NULL, NULL, NULL},
};

static const NativeDef methods[] = {
    {.name = "tobytes", .signature = "self, /, order='C'", .fn = tobytes},
    {.name = "tolist", .signature = "self, /", .fn = tolist},
    {.name = "hex", .signature = "self, /, sep=, bytes_per_sep=1", .fn = hex},
    {.name = "toreadonly", .signature = "self, /", .fn = toreadonly},
    {.name = "cast", .signature = "self, /, format, shape=", .fn = cast},
    {.name = "release", .signature = "self, /", .fn = release},
    {.name = "__enter__", .signature = "self, /", .fn = enter},
    {.name = "__exit__", .signature = "self, *exc_info", .fn = release},
    {0},
};

const TypeSpec memoryview_spec = {
    .name = "memoryview",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(MemoryView),
    .flags = TYPE_SEQUENCE,
    .slots =
        {
            .release = close_view,
            .repr = repr,
            .hash = hash,
            .truth = truth,
            .length = length,
            .compare = compare,
            .getitem = getitem,
            .setitem = setitem,
            .iter = iterate,
            .construct = construct,
        },
    .methods = methods,
    .getset = attributes,
    .doc = "A look at the memory of a bytes-like object, without a copy.",
};

const TypeSpec memory_iterator_spec = {
    .name = "memory_iterator",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(Iter),
    .flags = TYPE_NO_NEW,
    .slots = {.release = iter_release, .iter = iter_self, .next = iterator_next},
};
