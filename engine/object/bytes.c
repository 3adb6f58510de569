#include "object/bytearray.h"

#include <string.h>

#include "object/bytes_methods.h"
#include "object/codec.h"
#include "object/construct.h"
#include "object/error.h"
#include "object/format.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/range.h"
#include "object/search.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/text.h"

/* ---- Making -------------------------------------------------------------------------------- */

Obj *bytes_new_typed(Engine *e, Type *type, const void *data, size_t size) {
    if (size > STR_MAX) {
        err_memory(e);
        return NULL;
    }
    Bytes *b = BYTES(obj_new(e, type, sizeof(Bytes) + size + 1));
    if (!b) return NULL;
    b->size = (uint32_t)size;
    if (data && size > 0) memcpy(b->data, data, size);
    return OBJ(b);
}

Obj *bytes_new(Engine *e, const void *data, size_t size) {
    if (size == 0) return incref(e->empty_bytes);
    return bytes_new_typed(e, TYPE(e, bytes), data, size);
}

/* An exact bytes object with the same contents; owned. */
static Obj *exact(Engine *e, Obj *o) {
    return IS(e, o, bytes) ? incref(o) : bytes_new(e, BYTES(o)->data, BYTES(o)->size);
}

/* False, without an exception: it is not bytes-like. */
static bool joined_part(Engine *e, Obj *item, TextSpan *part) {
    if (IS(e, item, memoryview)) {
        bool ok = memoryview_span(e, item, part);
        if (!ok) err_clear(e);
        return ok;
    }
    const Obj *bytes = bytearray_contents(item);
    if (HAS_LAYOUT(bytes, BYTES)) *part = text_span(bytes);
    return HAS_LAYOUT(bytes, BYTES);
}

Obj *bytes_join_list(Engine *e, Bytes *sep, Obj *const *items, size_t count) {
    if (count == 1 && IS(e, items[0], bytes)) return incref(items[0]);
    StrBuf b;
    strbuf_init(&b, e);
    for (size_t i = 0; i < count && !b.failed; i++) {
        TextSpan part;
        if (!joined_part(e, items[i], &part)) {
            strbuf_clear(&b);
            return err_null(e, T_TypeError,
                            "sequence item %zu: expected a bytes-like object, %s found", i,
                            type_name(items[i]));
        }
        if (i > 0) strbuf_put(&b, (const char *)sep->data, sep->size);
        strbuf_put(&b, part.start, text_size(part));
    }
    return text_finish(text_kind(OBJ(sep)), &b);
}

/* ---- Comparing ----------------------------------------------------------------------------- */

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    (void)e;
    Bytes *b = BYTES(o);
    uint32_t h = 2166136261u;
    for (uint32_t i = 0; !b->hash && i < b->size; i++) h = (h ^ b->data[i]) * 16777619u;
    if (!b->hash) b->hash = (h ^ h >> 15) ? h ^ h >> 15 : 1;
    *result = b->hash;
    return true;
}

static int order_of(const Bytes *a, const Bytes *b) {
    int order = memcmp(a->data, b->data, a->size < b->size ? a->size : b->size);
    if (order != 0) return order;
    return a->size == b->size ? 0 : a->size < b->size ? -1 : 1;
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, BYTES)) return R_NOTIMPL;
    int order = order_of(BYTES(a), BYTES(b));
    const bool results[COMPARE_OP_COUNT] = {order<0, order <= 0, order == 0, order != 0, order> 0,
                                            order >= 0};
    *out = obj_bool(e, results[op]);
    return R_OK;
}

/* ---- Items and slices ---------------------------------------------------------------------- */

static Obj *slice(Engine *e, Obj *o, Slice *by) {
    SliceIndices at;
    const Bytes *b = BYTES(o);
    if (!slice_indices(e, by, b->size, &at)) return NULL;
    if (at.count == 0) return incref(e->empty_bytes);
    if (at.step == 1) {
        const char *start = (const char *)b->data + at.start;
        return text_piece(e, o, start, start + at.count);
    }
    Obj *result = bytes_new(e, NULL, (size_t)at.count);
    if (!result) return NULL;
    for (int64_t i = 0; i < at.count; i++) {
        BYTES(result)->data[i] = b->data[at.start + i * at.step];
    }
    return result;
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    int64_t index;
    if (HAS_LAYOUT(key, SLICE)) {
        *out = slice(e, o, (Slice *)key);
        return *out ? R_OK : R_ERR;
    }
    if (!seq_key(e, "byte", key, &index)) return R_ERR;
    if (!seq_index(&index, BYTES(o)->size)) {
        return err_res(e, T_IndexError, "index out of range");
    }
    *out = int_new(e, BYTES(o)->data[index]);
    return *out ? R_OK : R_ERR;
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    const Bytes *b = BYTES(o);
    if (seq_is_index(e, item)) {
        int64_t value;
        if (!int_clamp(e, item, &value)) return R_ERR;
        if (value < 0 || value > 255) {
            return err_res(e, T_ValueError, "byte must be in range(0, 256)");
        }
        *out = obj_bool(e, memchr(b->data, (int)value, b->size) != NULL);
        return R_OK;
    }
    TextSpan part;
    if (!text_argument(e, o, "in", 1, item, &part)) return R_ERR;
    *out = obj_bool(e, text_size(part) == 0 || search_first((const char *)b->data, b->size,
                                                            part.start, text_size(part)) >= 0);
    return R_OK;
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    *out = iter_new(e, T_bytes_iterator, o);
    return *out ? R_OK : R_ERR;
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, BYTES(o)->size);
    return *out ? R_OK : R_ERR;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, BYTES(o)->size > 0);
    return R_OK;
}

/* ---- Operators ----------------------------------------------------------------------------- */

static Res add(Engine *e, Obj *a, Obj *b, Obj **out);

/* A view that is closed or takes every n-th byte only is refused like any other object. */
static Res add_view(Engine *e, Obj *a, Obj *view, Obj **out) {
    TextSpan part;
    if (!memoryview_span(e, view, &part)) {
        err_clear(e);
        return err_res(e, T_TypeError, "can't concat memoryview to bytes");
    }
    Obj *bytes = bytes_new(e, part.start, text_size(part));
    Res res = bytes ? add(e, a, bytes, out) : R_ERR;
    xdecref(e, bytes);
    return res;
}

static Res add(Engine *e, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(a, BYTES)) return R_NOTIMPL;
    if (!HAS_LAYOUT(b, BYTES)) {
        if (IS(e, b, memoryview)) return add_view(e, a, b, out);
        if (HAS_LAYOUT(b, BYTEARRAY)) return R_NOTIMPL;
        return err_res(e, T_TypeError, "can't concat %s to %s", type_name(b), type_name(a));
    }
    const Bytes *x = BYTES(a), *y = BYTES(b);
    *out = bytes_new(e, NULL, (size_t)x->size + y->size);
    if (!*out) return R_ERR;
    if (x->size > 0) memcpy(BYTES(*out)->data, x->data, x->size);
    if (y->size > 0) memcpy(BYTES(*out)->data + x->size, y->data, y->size);
    return R_OK;
}

static Res multiply(Engine *e, Obj *a, Obj *b, Obj **out) {
    bool first = HAS_LAYOUT(a, BYTES);
    Obj *o = first ? a : b;
    const Bytes *bytes = BYTES(o);
    int64_t count;
    Res res = seq_repeat_count(e, a, b, first, &count);
    if (res != R_OK) return res;
    if (count == 1) {
        *out = exact(e, o);
        return *out ? R_OK : R_ERR;
    }
    if (bytes->size > 0 && count > STR_MAX / bytes->size) {
        err_memory(e);
        return R_ERR;
    }
    *out = bytes_new(e, NULL, (size_t)count * bytes->size);
    if (!*out) return R_ERR;
    for (int64_t i = 0; bytes->size > 0 && i < count; i++) {
        memcpy(BYTES(*out)->data + i * bytes->size, bytes->data, bytes->size);
    }
    return R_OK;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD) return add(e, a, b, out);
    if (op == OP_MUL) return multiply(e, a, b, out);
    if (op != OP_MOD || !HAS_LAYOUT(a, BYTES)) return R_NOTIMPL;
    *out = format_percent_bytes(e, a, b);
    return *out ? R_OK : R_ERR;
}

/* ---- repr ---------------------------------------------------------------------------------- */

static void put_repr_byte(StrBuf *b, unsigned char byte, char quote) {
    if (byte == (unsigned char)quote || byte == '\\') {
        strbuf_char(b, '\\');
        strbuf_char(b, (char)byte);
    } else if (byte == '\n' || byte == '\r' || byte == '\t') {
        strbuf_text(b, byte == '\n' ? "\\n" : byte == '\r' ? "\\r" : "\\t");
    } else if (byte < ' ' || byte >= 0x7F) {
        strbuf_escape(b, byte);
    } else {
        strbuf_char(b, (char)byte);
    }
}

Obj *bytes_repr(Engine *e, const Bytes *bytes) {
    bool has_single = memchr(bytes->data, '\'', bytes->size) != NULL;
    char quote = has_single && !memchr(bytes->data, '"', bytes->size) ? '"' : '\'';
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_char(&b, 'b');
    strbuf_char(&b, quote);
    for (uint32_t i = 0; i < bytes->size && !b.failed; i++)
        put_repr_byte(&b, bytes->data[i], quote);
    strbuf_char(&b, quote);
    return OBJ(strbuf_finish(&b));
}

static Obj *repr(Engine *e, Obj *o) {
    return bytes_repr(e, BYTES(o));
}

/* ---- Making from other objects ------------------------------------------------------------- */

static Obj *from_numbers(Engine *e, const List *numbers, const char *word) {
    Obj *result = bytes_new_typed(e, TYPE(e, bytes), NULL, numbers->size);
    for (uint32_t i = 0; result && i < numbers->size; i++) {
        int64_t value = 0;
        bool ok = int_clamp(e, numbers->items[i], &value);
        if (ok && (value < 0 || value > 255)) {
            ok = err_false(e, T_ValueError, "%s must be in range(0, 256)",
                           strcmp(word, "bytes") == 0 ? word : "byte");
        }
        if (!ok) {
            decref(e, result);
            return NULL;
        }
        BYTES(result)->data[i] = (unsigned char)value;
    }
    return result;
}

static Obj *from_iterable(Engine *e, Obj *o, const char *word) {
    bool needs_call = HAS_LAYOUT(o, STR);
    List *numbers = list_new(e, 0);
    if (!numbers) return NULL;
    Obj *result = NULL;
    if (!needs_call && list_extend_native(e, numbers, o, &needs_call)) {
        result = from_numbers(e, numbers, word);
    }
    decref(e, numbers);
    if (!result && needs_call) {
        err_null(e, T_TypeError, "cannot convert '%s' object to %s", type_name(o), word);
    }
    return result;
}

Obj *bytes_from(Engine *e, Obj *o) {
    return bytes_from_as(e, o, "bytes");
}

Obj *bytes_from_as(Engine *e, Obj *o, const char *word) {
    if (HAS_LAYOUT(o, BYTES)) return exact(e, o);
    if (HAS_LAYOUT(o, BYTEARRAY)) return incref(bytearray_contents(o));
    if (IS(e, o, memoryview)) return memoryview_bytes(e, o);
    bool found;
    Obj *result = vm_special_nested(e, o, N(e, __bytes__), NULL, 0, &found);
    if (!found) return from_iterable(e, o, word);
    if (!result || HAS_LAYOUT(result, BYTES)) return result;
    err_null(e, T_TypeError, "__bytes__ returned non-bytes (type %s)", type_name(result));
    decref(e, result);
    return NULL;
}

/* bytes(5): five zeros. */
static Obj *zeros(Engine *e, Obj *count_object, const char *word) {
    int64_t count;
    if (!int_position(e, count_object, T_OverflowError, &count)) return NULL;
    if (count < 0) return err_null(e, T_ValueError, "negative count");
    if (count > INT64_MAX - 33 &&
        strcmp(word, "bytes") == 0) { /* its size in CPython beside them */
        return err_null(e, T_OverflowError, "byte string is too large");
    }
    if (count <= STR_MAX) return bytes_new(e, NULL, (size_t)count);
    err_memory(e);
    return NULL;
}

static bool is_count(Engine *e, const Obj *o) {
    return HAS_LAYOUT(o, INT) ||
           (type_lookup(e, o->type, N(e, __index__)) && !type_lookup(e, o->type, N(e, __bytes__)));
}

static bool codec_name(Engine *e, Obj *o, const char *argument, const char *word) {
    if (!o || HAS_LAYOUT(o, STR)) return true;
    return err_false(e, T_TypeError, "%s() argument '%s' must be str, not %s", word, argument,
                     o == e->none ? "None" : type_name(o));
}

static Obj *make(Engine *e, Obj *const *a, const char *word) {
    if (!codec_name(e, a[1], "encoding", word)) return NULL;
    if (!codec_name(e, a[2], "errors", word)) return NULL;
    bool is_str = a[0] && HAS_LAYOUT(a[0], STR);
    if ((a[1] || a[2]) && !is_str) {
        return err_null(e, T_TypeError, "%s without a string argument",
                        a[1] ? "encoding" : "errors");
    }
    if (!a[0]) return incref(e->empty_bytes);
    if (is_str && !a[1]) return err_null(e, T_TypeError, "string argument without an encoding");
    if (is_str) return codec_encode(e, STR(a[0]), STR(a[1]), STR(a[2]));
    return is_count(e, a[0]) ? zeros(e, a[0], word) : bytes_from_as(e, a[0], word);
}

Obj *bytes_construct(Engine *e, Obj *const *args, int nargs, Tuple *kwnames, const char *word) {
    static const char *const keywords[] = {"source", "encoding", "errors"};
    const ConstructorArgs parameters = {word, keywords, 3, 0, false};
    Obj *a[3];
    return construct_bind(e, &parameters, args, nargs, kwnames, a) ? make(e, a, word) : NULL;
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    Obj *plain = bytes_construct(e, args, nargs, kwnames, "bytes");
    if (!plain) return R_ERR;
    *out = plain;
    if (type == TYPE(e, bytes)) return R_OK;
    *out = bytes_new_typed(e, type, BYTES(plain)->data, BYTES(plain)->size);
    decref(e, plain);
    return *out ? R_OK : R_ERR;
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, BYTES(o)->dict);
}

static const NativeDef methods[] = {TEXT_METHODS(TEXT_ROW) TEXT_BYTES_METHODS(TEXT_ROW)
                                        BYTES_METHODS(BYTES_ROW){0}};

const TypeSpec bytes_spec = {
    .name = "bytes",
    .base = T_object,
    .layout = LAYOUT_BYTES,
    .size = sizeof(Bytes),
    .flags = TYPE_BASE,
    .dict_offset = offsetof(Bytes, dict),
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash,
            .truth = truth,
            .length = length,
            .binary = binary,
            .compare = compare,
            .getitem = getitem,
            .contains = contains,
            .iter = iter,
            .construct = construct,
        },
    .methods = methods,
    .doc = "A sequence of numbers from 0 to 255 that never changes.",
};
