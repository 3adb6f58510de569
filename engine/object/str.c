#include "object/str.h"

#include <string.h>

#include "object/bytearray.h"
#include "object/codec.h"
#include "object/construct.h"
#include "object/error.h"
#include "object/format.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/memoryview.h"
#include "object/range.h"
#include "object/search.h"
#include "object/seq.h"
#include "object/str_methods.h"
#include "object/text.h"
#include "object/tuple.h"

/* ---- Making -------------------------------------------------------------------------------- */

/* The text is for the caller to fill. */
static Str *alloc(Engine *e, Type *type, size_t size, size_t length) {
    if (size > STR_MAX) {
        err_memory(e);
        return NULL;
    }
    Str *s = STR(obj_new(e, type, sizeof(Str) + size + 1));
    if (!s) return NULL;
    s->size = (uint32_t)size;
    s->length = (uint32_t)length;
    return s;
}

Str *str_new_typed(Engine *e, Type *type, const char *text, size_t size) {
    Str *s = alloc(e, type, size, utf8_count(text, size));
    if (s && size > 0) memcpy(s->text, text, size);
    return s;
}

Str *str_new(Engine *e, const char *text, size_t size) {
    if (size == 0) return STR(incref(e->empty_str));
    if (size == 1) return STR(incref(e->ascii[(unsigned char)text[0]]));
    return str_new_typed(e, TYPE(e, str), text, size);
}

Str *str_from(Engine *e, const char *text) {
    return str_new(e, text, strlen(text));
}

Str *str_from_code_point(Engine *e, uint32_t code_point) {
    char text[4];
    return str_new(e, text, utf8_put(code_point, text));
}

Str *str_exact(Engine *e, Str *s) {
    return IS(e, s, str) ? STR(incref(s)) : str_new(e, s->text, s->size);
}

Str *str_concat(Engine *e, const Str *a, const Str *b) {
    Str *s = alloc(e, TYPE(e, str), (size_t)a->size + b->size, (size_t)a->length + b->length);
    if (!s) return NULL;
    memcpy(s->text, a->text, a->size);
    memcpy(s->text + a->size, b->text, b->size);
    return s;
}

/* The sizes are known before: the text is written once. */
static Str *concat_with(Engine *e, const Str *sep, Obj *const *items, size_t count) {
    uint64_t size = 0, length = 0;
    for (size_t i = 0; i < count && size <= STR_MAX; i++) {
        size += STR(items[i])->size + (i > 0 ? sep->size : 0);
        length += STR(items[i])->length + (i > 0 ? sep->length : 0);
    }
    if (size == 0) return STR(incref(e->empty_str));
    Str *s = size <= STR_MAX ? alloc(e, TYPE(e, str), (size_t)size, (size_t)length) : NULL;
    if (!s && size > STR_MAX) err_memory(e);
    if (!s) return NULL;
    char *to = s->text;
    for (size_t i = 0; i < count; i++) {
        const Str *item = STR(items[i]);
        if (i > 0) memcpy(to, sep->text, sep->size);
        if (i > 0) to += sep->size;
        memcpy(to, item->text, item->size);
        to += item->size;
    }
    if (size > 1) return s;
    Str *shared = str_new(e, s->text, 1);
    decref(e, s);
    return shared;
}

Str *str_concat_all(Engine *e, Obj *const *items, size_t count) {
    return concat_with(e, e->empty_str, items, count);
}

Str *str_join_list(Engine *e, Str *sep, Obj *const *items, size_t count) {
    if (count == 1 && IS(e, items[0], str)) return STR(incref(items[0]));
    for (size_t i = 0; i < count; i++) {
        if (HAS_LAYOUT(items[i], STR)) continue;
        return err_null(e, T_TypeError, "sequence item %zu: expected str instance, %s found", i,
                        type_name(items[i]));
    }
    return concat_with(e, sep, items, count);
}

/* ---- Comparing ----------------------------------------------------------------------------- */

uint32_t str_hash(Str *s) {
    if (s->hash) return s->hash;
    uint32_t h = 2166136261u;
    for (uint32_t i = 0; i < s->size; i++) h = (h ^ (unsigned char)s->text[i]) * 16777619u;
    h ^= h >> 15;
    s->hash = h ? h : 1;
    return s->hash;
}

bool str_equal(const Str *a, const Str *b) {
    return a == b || (a->size == b->size && memcmp(a->text, b->text, a->size) == 0);
}

bool str_equal_text(const Str *s, const char *text) {
    return strlen(text) == s->size && memcmp(s->text, text, s->size) == 0;
}

/* Bytes of UTF-8 are in the order of code points. */
int str_compare(const Str *a, const Str *b) {
    uint32_t size = a->size < b->size ? a->size : b->size;
    int order = memcmp(a->text, b->text, size);
    if (order != 0) return order;
    return a->size == b->size ? 0 : a->size < b->size ? -1 : 1;
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, STR)) return R_NOTIMPL;
    if (op == CMP_EQ || op == CMP_NE) {
        *out = obj_bool(e, str_equal(STR(a), STR(b)) == (op == CMP_EQ));
        return R_OK;
    }
    int order = str_compare(STR(a), STR(b));
    bool result = op == CMP_LT   ? order < 0
                  : op == CMP_LE ? order <= 0
                  : op == CMP_GT ? order > 0
                                 : order >= 0;
    *out = obj_bool(e, result);
    return R_OK;
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    (void)e;
    *result = str_hash(STR(o));
    return true;
}

/* ---- Items and slices ---------------------------------------------------------------------- */

const char *str_at(const Str *s, int64_t index) {
    if (str_is_ascii(s)) return s->text + index;
    return utf8_skip(s->text, s->text + s->size, index);
}

Str *str_slice(Engine *e, Str *s, int64_t start, int64_t stop) {
    SliceIndices at = {start, stop, 1, 0};
    slice_adjust(&at, s->length);
    const char *from = str_at(s, at.start);
    const char *to =
        str_is_ascii(s) ? from + at.count : utf8_skip(from, s->text + s->size, at.count);
    return STR(text_piece(e, OBJ(s), from, to));
}

static Str *ascii_stride(Engine *e, const Str *s, SliceIndices at) {
    Str *result = alloc(e, TYPE(e, str), (size_t)at.count, (size_t)at.count);
    if (!result) return NULL;
    for (int64_t i = 0; i < at.count; i++) result->text[i] = s->text[at.start + i * at.step];
    return result;
}

/* Walks from one taken character to the next, in either direction. */
static Str *wide_stride(Engine *e, const Str *s, SliceIndices at) {
    StrBuf b;
    strbuf_init(&b, e);
    const char *p = str_at(s, at.start);
    for (int64_t i = 0; i < at.count; i++) {
        const char *next = p;
        strbuf_code_point(&b, utf8_next(&next));
        if (i + 1 == at.count) break;
        if (at.step > 0) p = utf8_skip(p, s->text + s->size, at.step);
        for (int64_t k = at.step; k < 0; k++) utf8_previous(&p);
    }
    return strbuf_finish(&b);
}

static Str *slice(Engine *e, Str *s, Slice *by) {
    SliceIndices at;
    if (!slice_indices(e, by, s->length, &at)) return NULL;
    if (at.count == 0) return STR(incref(e->empty_str));
    if (at.step == 1) return str_slice(e, s, at.start, at.start + at.count);
    return str_is_ascii(s) ? ascii_stride(e, s, at) : wide_stride(e, s, at);
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    Str *s = STR(o);
    if (HAS_LAYOUT(key, SLICE)) {
        *out = OBJ(slice(e, s, (Slice *)key));
        return *out ? R_OK : R_ERR;
    }
    int64_t index;
    if (!seq_is_index(e, key)) {
        return err_res(e, T_TypeError, "string indices must be integers, not '%s'", type_name(key));
    }
    if (!int_position(e, key, T_IndexError, &index)) return R_ERR;
    if (!seq_index(&index, s->length)) {
        return err_res(e, T_IndexError, "string index out of range");
    }
    const char *p = str_at(s, index);
    *out = OBJ(str_from_code_point(e, utf8_next(&p)));
    return *out ? R_OK : R_ERR;
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    if (!HAS_LAYOUT(item, STR)) {
        return err_res(e, T_TypeError, "'in <string>' requires string as left operand, not %s",
                       type_name(item));
    }
    const Str *s = STR(o), *part = STR(item);
    bool found = part->size == 0 || search_first(s->text, s->size, part->text, part->size) >= 0;
    *out = obj_bool(e, found);
    return R_OK;
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    *out = iter_new(e, str_is_ascii(STR(o)) ? T_str_ascii_iterator : T_str_iterator, o);
    return *out ? R_OK : R_ERR;
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, STR(o)->length);
    return *out ? R_OK : R_ERR;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, STR(o)->size > 0);
    return R_OK;
}

/* ---- Operators ----------------------------------------------------------------------------- */

static Res add(Engine *e, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(a, STR)) return R_NOTIMPL;
    if (!HAS_LAYOUT(b, STR)) return seq_concat_refused(e, "str", b);
    if (STR(a)->size == 0) {
        *out = OBJ(str_exact(e, STR(b)));
    } else if (STR(b)->size == 0) {
        *out = OBJ(str_exact(e, STR(a)));
    } else {
        *out = OBJ(str_concat(e, STR(a), STR(b)));
    }
    return *out ? R_OK : R_ERR;
}

static Str *repeat(Engine *e, Str *s, int64_t count) {
    if (count == 1) return str_exact(e, s);
    if (count == 0 || s->size == 0) return STR(incref(e->empty_str));
    if (count > STR_MAX / s->size) {
        err_memory(e);
        return NULL;
    }
    Str *result = alloc(e, TYPE(e, str), s->size * (size_t)count, s->length * (size_t)count);
    if (!result) return NULL;
    for (int64_t i = 0; i < count; i++) memcpy(result->text + i * s->size, s->text, s->size);
    return result;
}

static Res multiply(Engine *e, Obj *a, Obj *b, Obj **out) {
    bool first = HAS_LAYOUT(a, STR);
    int64_t count;
    Res res = seq_repeat_count(e, a, b, first, &count);
    if (res != R_OK) return res;
    *out = OBJ(repeat(e, STR(first ? a : b), count));
    return *out ? R_OK : R_ERR;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD) return add(e, a, b, out);
    if (op == OP_MUL) return multiply(e, a, b, out);
    if (op != OP_MOD || !HAS_LAYOUT(a, STR)) return R_NOTIMPL;
    *out = OBJ(format_percent(e, STR(a), b));
    return *out ? R_OK : R_ERR;
}

/* ---- Making from other objects ------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    return OBJ(str_repr(e, STR(o)));
}

static Obj *to_str(Engine *e, Obj *o) {
    return OBJ(str_exact(e, STR(o)));
}

/* CPython names None itself where the arguments come by name or for a subclass, and its class
 * otherwise. */
static bool codec_name(Engine *e, Obj *o, const char *argument, bool by_name) {
    if (!o || HAS_LAYOUT(o, STR)) return true;
    Str *class = by_name ? NULL : type_qualified_name(e, o->type);
    err_null(e, T_TypeError, "str() argument '%s' must be str, not %s", argument,
             class          ? class->text
             : o == e->none ? "None"
                            : type_name(o));
    xdecref(e, class);
    return false;
}

static Obj *decode(Engine *e, Obj *const *a, bool by_name) {
    if (!codec_name(e, a[1], "encoding", by_name)) return NULL;
    if (!codec_name(e, a[2], "errors", by_name)) return NULL;
    if (!a[0]) return incref(e->empty_str);
    if (HAS_LAYOUT(a[0], STR)) return err_null(e, T_TypeError, "decoding str is not supported");
    Obj *bytes =
        IS(e, a[0], memoryview) ? memoryview_bytes(e, a[0]) : incref(bytearray_contents(a[0]));
    if (!bytes) return NULL;
    Obj *text = NULL;
    if (HAS_LAYOUT(bytes, BYTES)) {
        text = codec_decode(e, bytes, STR(a[1]), STR(a[2]));
    } else {
        err_null(e, T_TypeError, "decoding to str: need a bytes-like object, %s found",
                 type_name(bytes));
    }
    decref(e, bytes);
    return text;
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    static const char *const keywords[] = {"object", "encoding", "errors"};
    static const ConstructorArgs parameters = {"str", keywords, 3, 0, true};
    Obj *a[3];
    if (!construct_bind(e, &parameters, args, nargs, kwnames, a)) return R_ERR;
    bool by_name = type != TYPE(e, str) || (kwnames && kwnames->size);
    Obj *text = a[1] || a[2] ? decode(e, a, by_name)
                : a[0]       ? OBJ(obj_str(e, a[0]))
                             : incref(e->empty_str);
    if (!text) return R_ERR;
    *out = text;
    if (type == TYPE(e, str)) return R_OK;
    *out = OBJ(str_new_typed(e, type, STR(text)->text, STR(text)->size));
    decref(e, text);
    return *out ? R_OK : R_ERR;
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, STR(o)->dict);
}

static const NativeDef methods[] = {
    TEXT_METHODS(TEXT_ROW) TEXT_STR_METHODS(TEXT_ROW) STR_METHODS(STR_ROW){
        .name = "__format__", .signature = "self, format_spec, /", .fn = format_native_method},
    {0},
};

const TypeSpec str_spec = {
    .name = "str",
    .base = T_object,
    .layout = LAYOUT_STR,
    .size = sizeof(Str),
    .flags = TYPE_BASE,
    .dict_offset = offsetof(Str, dict),
    .slots =
        {
            .release = release,
            .repr = repr,
            .str = to_str,
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
    .doc = "Text: a sequence of Unicode characters that never changes.",
};
