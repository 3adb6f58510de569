#include "object/bytearray.h"

#include <string.h>

#include "object/bytes_methods.h"
#include "object/construct.h"
#include "object/error.h"
#include "object/format.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/range.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/text.h"
#include "object/tuple.h"
#include "object/types.h"

enum { MAX_PARAMETERS = 6 };

/* ---- making -------------------------------------------------------------------------------- */

static Bytes *held(const Obj *o) {
    return BYTES(BYTEARRAY(o)->held);
}

/* Takes `bytes` over; NULL gives NULL. */
static Obj *take_bytes(Engine *e, Type *type, Obj *bytes) {
    ByteArray *made = bytes ? BYTEARRAY(obj_new(e, type, sizeof(ByteArray))) : NULL;
    if (!made) {
        xdecref(e, bytes);
        return NULL;
    }
    made->held = bytes;
    return OBJ(made);
}

Obj *bytearray_new(Engine *e, Obj *bytes) {
    return take_bytes(e, TYPE(e, bytearray), incref(bytes));
}

Obj *bytearray_contents(Obj *o) {
    return HAS_LAYOUT(o, BYTEARRAY) ? BYTEARRAY(o)->held : o;
}

/* Owned bytes of whatever the constructor, an assignment or extend() is given. */
static Obj *bytes_of(Engine *e, Obj *o) {
    return HAS_LAYOUT(o, BYTEARRAY) ? incref(BYTEARRAY(o)->held) : bytes_from_as(e, o, "bytearray");
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    Obj *bytes = NULL, *first = nargs > 0 ? args[0] : NULL;
    if (nargs == 1 && !kwnames && HAS_LAYOUT(first, BYTEARRAY)) {
        bytes = bytes_of(e, first);
    } else {
        bytes = bytes_construct(e, args, nargs, kwnames, "bytearray");
    }
    if (!bytes) return R_ERR;
    *out = take_bytes(e, type, bytes);
    return *out ? R_OK : R_ERR;
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, BYTEARRAY(o)->held);
    drop_ref(e, BYTEARRAY(o)->dict);
}

/* ---- changing ------------------------------------------------------------------------------ */

/* While a memoryview is open the size stays. */
static bool may_become(Engine *e, const Obj *o, size_t size) {
    return BYTEARRAY(o)->exports == 0 || held(o)->size == size ||
           err_false(e, T_BufferError, "Existing exports of data: object cannot be re-sized");
}

unsigned char *bytearray_writable(Engine *e, Obj *o) {
    if (held(o)->h.refs > 1) { /* others hold these bytes */
        Obj *own = bytes_new(e, held(o)->data, held(o)->size);
        if (!own) return NULL;
        set_ref(e, BYTEARRAY(o)->held, own);
    }
    held(o)->hash = 0;
    return held(o)->data;
}

/* The bytes from start to stop become the `size` bytes at `data`, which may be our own. */
static bool splice(Engine *e, Obj *o, size_t start, size_t stop, const void *data, size_t size) {
    Bytes *old = held(o);
    size_t rest = old->size - stop;
    if (!may_become(e, o, start + size + rest)) return false;
    Obj *made = bytes_new(e, NULL, start + size + rest);
    if (!made) return false;
    unsigned char *to = BYTES(made)->data;
    if (start > 0) memcpy(to, old->data, start);
    if (size > 0) memcpy(to + start, data, size);
    if (rest > 0) memcpy(to + start + size, old->data + stop, rest);
    set_ref(e, BYTEARRAY(o)->held, made);
    return true;
}

static bool byte_value(Engine *e, Obj *o, unsigned char *byte) {
    int64_t value;
    if (!int_clamp(e, o, &value)) return false;
    if (value < 0 || value > 255) {
        return err_false(e, T_ValueError, "byte must be in range(0, 256)");
    }
    *byte = (unsigned char)value;
    return true;
}

static bool set_one(Engine *e, Obj *o, Obj *key, Obj *value) {
    int64_t index;
    unsigned char byte = 0;
    if (!seq_key(e, "bytearray", key, &index)) return false;
    if (value && !byte_value(e, value, &byte)) return false;
    if (!seq_index(&index, held(o)->size)) {
        return err_false(e, T_IndexError, "bytearray index out of range");
    }
    return splice(e, o, (size_t)index, (size_t)index + 1, &byte, value ? 1 : 0);
}

/* a[i:j:step] = as many bytes, or del a[i:j:step]. */
static bool set_stepped(Engine *e, Obj *o, const SliceIndices *at, const Bytes *given) {
    const Bytes *old = held(o);
    if (given && given->size > 0 && given->size != at->count) {
        return err_false(e, T_ValueError,
                         "attempt to assign bytes of size %u to extended slice of size %lld",
                         given->size, (long long)at->count);
    }
    bool deletes = !given || given->size == 0;
    size_t size = old->size - (deletes ? (size_t)at->count : 0);
    Obj *made = may_become(e, o, size) ? bytes_new(e, NULL, size) : NULL;
    if (!made) return false;
    for (uint32_t i = 0, to = 0; i < old->size; i++) {
        int64_t offset = (int64_t)i - at->start, index = offset / at->step;
        bool chosen = offset % at->step == 0 && index >= 0 && index < at->count;
        if (chosen && deletes) continue;
        BYTES(made)->data[to++] = chosen ? given->data[index] : old->data[i];
    }
    set_ref(e, BYTEARRAY(o)->held, made);
    return true;
}

static bool is_number_or_text(Engine *e, Obj *o) {
    return seq_is_index(e, o) || HAS_LAYOUT(o, FLOAT) || HAS_LAYOUT(o, COMPLEX) ||
           HAS_LAYOUT(o, STR);
}

static bool set_slice(Engine *e, Obj *o, Slice *by, Obj *value) {
    SliceIndices at;
    if (!slice_indices(e, by, held(o)->size, &at)) return false;
    if (value && is_number_or_text(e, value)) {
        return err_false(e, T_TypeError,
                         "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    Obj *given = value ? bytes_of(e, value) : NULL;
    if (value && !given) return false;
    bool ok = slice_indices(e, by, held(o)->size, &at);
    if (ok && at.step == 1) {
        size_t start = (size_t)at.start, stop = start + (size_t)at.count;
        ok = splice(e, o, start, stop, given ? BYTES(given)->data : NULL,
                    given ? BYTES(given)->size : 0);
    } else if (ok) {
        ok = set_stepped(e, o, &at, given ? BYTES(given) : NULL);
    }
    xdecref(e, given);
    return ok;
}

static Res setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    bool ok =
        HAS_LAYOUT(key, SLICE) ? set_slice(e, o, (Slice *)key, value) : set_one(e, o, key, value);
    return ok ? R_OK : R_ERR;
}

static Obj *none_if(Engine *e, bool ok) {
    return ok ? incref(e->none) : NULL;
}

static Obj *append(Engine *e, Obj *const *a) {
    unsigned char byte = 0;
    if (!byte_value(e, a[1], &byte)) return NULL;
    uint32_t end = held(a[0])->size;
    return none_if(e, splice(e, a[0], end, end, &byte, 1));
}

bool bytearray_extend(Engine *e, Obj *o, Obj *more) {
    Obj *given = bytes_of(e, more);
    if (!given) return false;
    uint32_t end = held(o)->size;
    bool ok = splice(e, o, end, end, BYTES(given)->data, BYTES(given)->size);
    decref(e, given);
    return ok;
}

static Obj *insert(Engine *e, Obj *const *a) {
    int64_t index, size = held(a[0])->size;
    unsigned char byte = 0;
    if (!int_index(e, a[1], &index) || !byte_value(e, a[2], &byte)) return NULL;
    if (index < 0) index += size;
    index = index < 0 ? 0 : index > size ? size : index;
    return none_if(e, splice(e, a[0], (size_t)index, (size_t)index, &byte, 1));
}

static Obj *pop(Engine *e, Obj *const *a) {
    int64_t index = -1;
    uint32_t size = held(a[0])->size;
    if (a[1] && !int_index(e, a[1], &index)) return NULL;
    if (size == 0) return err_null(e, T_IndexError, "pop from empty bytearray");
    if (!seq_index(&index, size)) return err_null(e, T_IndexError, "pop index out of range");
    Obj *value = int_new(e, held(a[0])->data[index]);
    if (value && !splice(e, a[0], (size_t)index, (size_t)index + 1, NULL, 0)) {
        decref(e, value);
        return NULL;
    }
    return value;
}

static Obj *remove_value(Engine *e, Obj *const *a) {
    unsigned char byte = 0;
    if (!byte_value(e, a[1], &byte)) return NULL;
    const Bytes *b = held(a[0]);
    const unsigned char *found = memchr(b->data, byte, b->size);
    if (!found) return err_null(e, T_ValueError, "value not found in bytearray");
    size_t at = (size_t)(found - b->data);
    return none_if(e, splice(e, a[0], at, at + 1, NULL, 0));
}

static Obj *reverse(Engine *e, Obj *const *a) {
    const Bytes *old = held(a[0]);
    Obj *made = bytes_new(e, NULL, old->size);
    if (!made) return NULL;
    for (uint32_t i = 0; i < old->size; i++) {
        BYTES(made)->data[i] = old->data[old->size - 1 - i];
    }
    set_ref(e, BYTEARRAY(a[0])->held, made);
    return incref(e->none);
}

static Obj *clear(Engine *e, Obj *const *a) {
    return none_if(e, splice(e, a[0], 0, held(a[0])->size, NULL, 0));
}

static Obj *copy(Engine *e, Obj *const *a) {
    return bytearray_new(e, BYTEARRAY(a[0])->held);
}

/* ---- what bytes do as well ----------------------------------------------------------------- */

/* bytes -> bytearray, also as the items of a list or tuple; takes `result` over. */
static Obj *wrapped(Engine *e, Obj *result) {
    if (!result) return NULL;
    if (IS(e, result, bytes)) return take_bytes(e, TYPE(e, bytearray), result);
    if (!IS(e, result, list) && !IS(e, result, tuple)) return result;
    SeqView items = seq_view(result);
    for (size_t i = 0; i < items.size; i++) {
        Obj *item = bytearray_new(e, items.items[i]);
        if (!item) {
            decref(e, result);
            return NULL;
        }
        Obj **place = IS(e, result, list) ? &LIST(result)->items[i] : &TUPLE(result)->items[i];
        decref(e, *place);
        *place = item;
    }
    return result;
}

static int parameter_count(const char *signature) {
    int count = 1;
    for (const char *p = signature; *p; p++) {
        count += *p == ',';
        count -= *p == '/';
    }
    return count;
}

/* A method of bytes on what we hold; arguments that are bytearrays count as bytes too. */
static Obj *as_bytes(Engine *e, NativeFn method, const char *signature, Obj *const *a) {
    Obj *given[MAX_PARAMETERS] = {0};
    int count = parameter_count(signature);
    ASSERT(count <= MAX_PARAMETERS, "methods of bytes have few parameters");
    for (int i = 0; i < count; i++) given[i] = a[i] ? bytearray_contents(a[i]) : NULL;
    Obj *own = incref(given[0]);
    Obj *result = method(e, given);
    decref(e, own);
    return wrapped(e, result);
}

#define AS_BYTES(name, signature)                                                                  \
    static Obj *as_bytes_##name(Engine *e, Obj *const *a) {                                        \
        return as_bytes(e, text_native_##name, signature, a);                                      \
    }
TEXT_METHODS(AS_BYTES)
TEXT_BYTES_METHODS(AS_BYTES)
#undef AS_BYTES

static Obj *decode(Engine *e, Obj *const *a) {
    return as_bytes(e, bytes_native_decode, "self, /, encoding, errors", a);
}

static Obj *hex(Engine *e, Obj *const *a) {
    return as_bytes(e, bytes_native_hex, "self, /, sep, bytes_per_sep", a);
}

static Obj *translate(Engine *e, Obj *const *a) {
    return as_bytes(e, bytes_native_translate, "self, table, /, delete", a);
}

static Obj *fromhex(Engine *e, Obj *const *a) {
    return wrapped(e, bytes_native_fromhex(e, (Obj *[]){OBJ(TYPE(e, bytes)), a[1]}));
}

static const TypeSlots *bytes_slots(Engine *e) {
    return &TYPE(e, bytes)->slots;
}

static Res wrapped_result(Engine *e, Res res, Obj **out) {
    if (res != R_OK || !IS(e, *out, bytes)) return res;
    *out = wrapped(e, *out);
    return *out ? R_OK : R_ERR;
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    int64_t index;
    if (HAS_LAYOUT(key, SLICE)) {
        return wrapped_result(e, bytes_slots(e)->getitem(e, BYTEARRAY(o)->held, key, out), out);
    }
    if (!seq_key(e, "bytearray", key, &index)) return R_ERR;
    if (!seq_index(&index, held(o)->size)) {
        return err_res(e, T_IndexError, "bytearray index out of range");
    }
    *out = int_new(e, held(o)->data[index]);
    return *out ? R_OK : R_ERR;
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    return bytes_slots(e)->contains(e, BYTEARRAY(o)->held, bytearray_contents(item), out);
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    return bytes_slots(e)->compare(e, op, BYTEARRAY(a)->held, bytearray_contents(b), out);
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);

static Res add_view(Engine *e, Obj *a, Obj *view, Obj **out) {
    Obj *bytes = memoryview_bytes(e, view);
    Res res = bytes ? binary(e, OP_ADD, a, bytes, out) : R_ERR;
    xdecref(e, bytes);
    return res;
}

/* Where bytes say OverflowError. */
static bool repeats_beyond_memory(const Obj *a, const Obj *b) {
    const Obj *o = HAS_LAYOUT(a, BYTEARRAY) ? a : b, *times = o == a ? b : a;
    if (!HAS_LAYOUT(times, INT) || int_is_big(times) || held(o)->size == 0) return false;
    return int_value(times) > STR_MAX / held(o)->size;
}

/* The result is of the left operand's type. */
static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD && IS(e, b, memoryview)) return add_view(e, a, b, out);
    if (op == OP_MUL && repeats_beyond_memory(a, b)) {
        err_memory(e);
        return R_ERR;
    }
    bool times = op == OP_MUL && HAS_LAYOUT(a, BYTEARRAY); /* b may count, whatever it is */
    Obj *x = bytearray_contents(a), *y = times ? b : bytearray_contents(b);
    bool ours = HAS_LAYOUT(a, BYTEARRAY) || op == OP_MUL;
    if (op == OP_ADD && ours && !HAS_LAYOUT(y, BYTES)) {
        return err_res(e, T_TypeError, "can't concat %s to %s", type_name(b), type_name(a));
    }
    Res res = bytes_slots(e)->binary(e, op, x, y, out);
    return ours ? wrapped_result(e, res, out) : res;
}

static Res inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    Obj *made;
    if (op != OP_ADD && op != OP_MUL) return R_NOTIMPL;
    Res res = binary(e, op, a, b, &made);
    if (res != R_OK) return res;
    bool ok = may_become(e, a, held(made)->size);
    if (ok) set_ref(e, BYTEARRAY(a)->held, incref(BYTEARRAY(made)->held));
    decref(e, made);
    if (!ok) return R_ERR;
    *out = incref(a);
    return R_OK;
}

static Obj *repr(Engine *e, Obj *o) {
    Obj *inner = bytes_repr(e, held(o));
    if (!inner) return NULL;
    Obj *text = OBJ(str_format(e, "%s(%s)", type_name(o), STR(inner)->text));
    decref(e, inner);
    return text;
}

static Res iterate(Engine *e, Obj *o, Obj **out) {
    *out = iter_new(e, T_bytearray_iterator, o);
    return *out ? R_OK : R_ERR;
}

/* It sees what is changed meanwhile. */
static Res iterator_next(Engine *e, Obj *o, Obj **out) {
    Iter *it = ITER(o);
    if (!it->source) return R_STOP;
    const Bytes *b = held(it->source);
    if (it->position >= b->size) return iter_exhaust(e, it);
    *out = int_new(e, b->data[it->position++]);
    return *out ? R_OK : R_ERR;
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, held(o)->size);
    return *out ? R_OK : R_ERR;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, held(o)->size > 0);
    return R_OK;
}

#define METHOD_ROW(name_, signature_)                                                              \
    {.name = #name_, .signature = signature_, .fn = as_bytes_##name_},

static const NativeDef methods[] = {
    TEXT_METHODS(METHOD_ROW) TEXT_BYTES_METHODS(METHOD_ROW){
        .name = "append", .signature = "self, item, /", .fn = append},
    {.name = "insert", .signature = "self, index, item, /", .fn = insert},
    {.name = "pop", .signature = "self, index=, /", .fn = pop},
    {.name = "remove", .signature = "self, value, /", .fn = remove_value},
    {.name = "reverse", .signature = "self, /", .fn = reverse},
    {.name = "clear", .signature = "self, /", .fn = clear},
    {.name = "copy", .signature = "self, /", .fn = copy},
    {.name = "decode", .signature = "self, /, encoding='utf-8', errors='strict'", .fn = decode},
    {.name = "hex", .signature = "self, /, sep=, bytes_per_sep=1", .fn = hex},
    {.name = "translate", .signature = "self, table, /, delete=", .fn = translate},
    {.name = "fromhex", .signature = "type, string, /", .fn = fromhex, .flags = NATIVE_CLASS},
    {.name = "maketrans",
     .signature = "frm, to, /",
     .fn = bytes_native_maketrans,
     .flags = NATIVE_STATIC},
    {0}};

const TypeSpec bytearray_spec = {
    .name = "bytearray",
    .base = T_object,
    .layout = LAYOUT_BYTEARRAY,
    .size = sizeof(ByteArray),
    .flags = TYPE_BASE,
    .dict_offset = offsetof(ByteArray, dict),
    .slots =
        {
            .release = release,
            .repr = repr,
            .truth = truth,
            .length = length,
            .binary = binary,
            .inplace = inplace,
            .compare = compare,
            .getitem = getitem,
            .setitem = setitem,
            .contains = contains,
            .iter = iterate,
            .construct = construct,
        },
    .methods = methods,
    .doc = "A sequence of numbers from 0 to 255 that may change.",
};

const TypeSpec bytearray_iterator_spec = {
    .name = "bytearray_iterator",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(Iter),
    .flags = TYPE_NO_NEW,
    .slots = {.release = iter_release, .iter = iter_self, .next = iterator_next},
    .methods = iter_place_methods,
};
