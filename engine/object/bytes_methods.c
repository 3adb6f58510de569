#include "object/bytes_methods.h"

#include "object/bytes.h"
#include "object/codec.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "object/text.h"
#include "object/tuple.h"

#include <string.h>

Obj *bytes_native_decode(Engine *e, Obj *const *a) {
    static const char *const names[] = {NULL, "encoding", "errors"};
    for (int i = 1; i < 3; i++) {
        if (HAS_LAYOUT(a[i], STR)) continue;
        return err_null(e, T_TypeError, "decode() argument '%s' must be str, not %s", names[i],
                        a[i] == e->none ? "None" : type_name(a[i]));
    }
    return codec_decode(e, a[0], STR(a[1]), STR(a[2]));
}

/* ---- hex, fromhex -------------------------------------------------------------------------- */

/* Whatever is no text: its length is asked before its type is looked at, as in CPython. That of a
 * class with its own __len__ would run the program and is not asked. */
static bool separator_refused(Engine *e, Obj *o) {
    if (!o->type->slots.length) {
        return err_false(e, T_TypeError, "object of type '%s' has no len()", type_name(o));
    }
    Obj *length = NULL;
    if (!(o->type->flags & TYPE_HEAP) && o->type->slots.length(e, o, &length) != R_OK) return false;
    bool one = !length || int_value(length) == 1;
    xdecref(e, length);
    if (one) return err_false(e, T_TypeError, "sep must be str or bytes.");
    return err_false(e, T_ValueError, "sep must be length 1.");
}

/* *sep = 0: none. */
static bool hex_separator(Engine *e, Obj *o, char *sep) {
    *sep = 0;
    if (!o) return true;
    if (!HAS_LAYOUT(o, STR) && !HAS_LAYOUT(o, BYTES)) return separator_refused(e, o);
    if (text_length(o) != 1) return err_false(e, T_ValueError, "sep must be length 1.");
    *sep = *text_span(o).start;
    if ((unsigned char)*sep < 0x80) return true;
    return err_false(e, T_ValueError, "sep must be ASCII.");
}

/* Groups are counted from the right, from the left when `group` is negative. */
Obj *bytes_native_hex(Engine *e, Obj *const *a) {
    static const char digits[] = "0123456789abcdef";
    const Bytes *bytes = BYTES(a[0]);
    char sep;
    int64_t group;
    if (!int_index(e, a[2], &group) || !hex_separator(e, a[1], &sep)) return NULL;
    uint64_t width = group < 0 ? 0 - (uint64_t)group : (uint64_t)group;
    StrBuf b;
    strbuf_init(&b, e);
    for (uint32_t i = 0; i < bytes->size && !b.failed; i++) {
        uint32_t counted = group < 0 ? i : bytes->size - i;
        if (sep && width > 0 && i > 0 && counted % width == 0) strbuf_char(&b, sep);
        strbuf_char(&b, digits[bytes->data[i] >> 4]);
        strbuf_char(&b, digits[bytes->data[i] & 15]);
    }
    return OBJ(strbuf_finish(&b));
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    char lower = (char)(c | 32);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Pairs of digits with white space between them. False: *wrong is the index of the culprit. */
static bool read_pairs(StrBuf *b, const Str *s, uint32_t *wrong) {
    uint32_t i = 0;
    for (;;) {
        while (i < s->size && is_space(s->text[i])) i++;
        if (i == s->size) return true;
        int high = hex_value(s->text[i]), low = high < 0 ? -1 : hex_value(s->text[i + 1]);
        *wrong = high < 0 ? i : i + 1;
        if (low < 0) return false;
        strbuf_char(b, (char)(high * 16 + low));
        i += 2;
    }
}

Obj *bytes_native_fromhex(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[1], STR)) {
        return err_null(e, T_TypeError, "fromhex() argument must be str, not %s",
                        a[1] == e->none ? "None" : type_name(a[1]));
    }
    StrBuf b;
    uint32_t wrong = 0;
    strbuf_init(&b, e);
    if (!read_pairs(&b, STR(a[1]), &wrong)) {
        strbuf_clear(&b);
        return err_null(e, T_ValueError,
                        "non-hexadecimal number found in fromhex() arg at position %u", wrong);
    }
    Obj *result = NULL;
    Type *type = (Type *)a[0];
    if (!b.failed && type == TYPE(e, bytes)) result = bytes_new(e, b.text, b.size);
    if (!b.failed && type != TYPE(e, bytes)) result = bytes_new_typed(e, type, b.text, b.size);
    strbuf_clear(&b);
    return result;
}

/* ---- translate, maketrans ------------------------------------------------------------------ */

Obj *bytes_native_translate(Engine *e, Obj *const *a) {
    TextSpan table = {NULL, NULL}, drop = {NULL, NULL};
    if (a[1] != e->none && !text_argument(e, a[0], "translate", 1, a[1], &table)) return NULL;
    if (table.start && text_size(table) != 256) {
        return err_null(e, T_ValueError, "translation table must be 256 characters long");
    }
    if (a[2] && !text_argument(e, a[0], "translate", 2, a[2], &drop)) return NULL;
    const Bytes *bytes = BYTES(a[0]);
    StrBuf b;
    strbuf_init(&b, e);
    for (uint32_t i = 0; i < bytes->size && !b.failed; i++) {
        unsigned char byte = bytes->data[i];
        if (drop.start && memchr(drop.start, byte, text_size(drop))) continue;
        strbuf_char(&b, table.start ? table.start[byte] : (char)byte);
    }
    return text_finish(text_kind(a[0]), &b);
}

Obj *bytes_native_maketrans(Engine *e, Obj *const *a) {
    for (int i = 0; i < 2; i++) {
        if (HAS_LAYOUT(a[i], BYTES)) continue;
        return err_null(e, T_TypeError, "a bytes-like object is required, not '%s'",
                        type_name(a[i]));
    }
    const Bytes *from = BYTES(a[0]), *to = BYTES(a[1]);
    if (from->size != to->size) {
        return err_null(e, T_ValueError, "maketrans arguments must have same length");
    }
    Obj *table = bytes_new(e, NULL, 256);
    if (!table) return NULL;
    for (int i = 0; i < 256; i++) BYTES(table)->data[i] = (unsigned char)i;
    for (uint32_t i = 0; i < from->size; i++) BYTES(table)->data[from->data[i]] = to->data[i];
    return table;
}

/* ---- The rest ------------------------------------------------------------------------------ */

Obj *bytes_native___bytes__(Engine *e, Obj *const *a) {
    TextSpan all = text_span(a[0]);
    return text_piece(e, a[0], all.start, all.end);
}

Obj *bytes_native___getnewargs__(Engine *e, Obj *const *a) {
    Obj *plain = bytes_native___bytes__(e, a);
    if (!plain) return NULL;
    Tuple *t = tuple_pack(e, 1, plain);
    decref(e, plain);
    return OBJ(t);
}
