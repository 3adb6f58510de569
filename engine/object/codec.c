#include "object/codec.h"

#include <string.h>

#include "object/bytes.h"
#include "object/codec_def.h"
#include "object/construct.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str_methods.h"
#include "object/unicode.h"
#include "object/unicode_name.h"

typedef enum {
    STRICT = CODEC_STRICT,
    IGNORE,
    REPLACE,
    BACKSLASH = CODEC_BACKSLASH,
    XML,
    NAME,
    ESCAPE_SURROGATES,
    PASS_SURROGATES
} Handler;

static const char *const handlers[] = {
    "strict",      "ignore",          "replace",      "backslashreplace", "xmlcharrefreplace",
    "namereplace", "surrogateescape", "surrogatepass"};

/* Spelled as normalised: small letters, words joined by one underscore. */
static const struct {
    const char *name;
    const CodecDef *codec;
    bool marked; /* utf-8-sig: a mark comes first */
} aliases[] = {
    {"utf_8", &codec_utf8, false},
    {"utf8", &codec_utf8, false},
    {"u8", &codec_utf8, false},
    {"utf", &codec_utf8, false},
    {"cp65001", &codec_utf8, false},
    {"utf8_ucs2", &codec_utf8, false},
    {"utf8_ucs4", &codec_utf8, false},
    {"utf_8_sig", &codec_utf8, true},
    {"ascii", &codec_ascii, false},
    {"us_ascii", &codec_ascii, false},
    {"646", &codec_ascii, false},
    {"us", &codec_ascii, false},
    {"ansi_x3.4_1968", &codec_ascii, false},
    {"iso646_us", &codec_ascii, false},
    {"latin_1", &codec_latin1, false},
    {"latin1", &codec_latin1, false},
    {"latin", &codec_latin1, false},
    {"l1", &codec_latin1, false},
    {"iso_8859_1", &codec_latin1, false},
    {"iso8859_1", &codec_latin1, false},
    {"iso8859", &codec_latin1, false},
    {"8859", &codec_latin1, false},
    {"cp819", &codec_latin1, false},
    {"utf_16", &codec_utf16, true},
    {"utf16", &codec_utf16, true},
    {"u16", &codec_utf16, true},
    {"utf_16_le", &codec_utf16_le, false},
    {"utf_16le", &codec_utf16_le, false},
    {"unicodelittleunmarked", &codec_utf16_le, false},
    {"utf_16_be", &codec_utf16_be, false},
    {"utf_16be", &codec_utf16_be, false},
    {"unicodebigunmarked", &codec_utf16_be, false},
    {"utf_32", &codec_utf32, true},
    {"utf32", &codec_utf32, true},
    {"u32", &codec_utf32, true},
    {"utf_32_le", &codec_utf32_le, false},
    {"utf_32le", &codec_utf32_le, false},
    {"utf_32_be", &codec_utf32_be, false},
    {"utf_32be", &codec_utf32_be, false},
    {"unicode_escape", &codec_unicode_escape, false},
    {"unicodeescape", &codec_unicode_escape, false},
    {"raw_unicode_escape", &codec_raw_unicode_escape, false},
    {"rawunicodeescape", &codec_raw_unicode_escape, false},
};

/* What the names of other encodings begin with that CPython knows. */
static const char *const foreign[] = {"utf", "cp",      "iso", "mac",      "koi8",
                                      "gb",  "big5",    "euc", "shift",    "sjis",
                                      "hz",  "windows", "ibm", "punycode", "idna"};
/* CPython's codecs of something else than text. */
static const char *const no_text[] = {"hex",
                                      "hex_codec",
                                      "base64",
                                      "base64_codec",
                                      "base_64",
                                      "rot13",
                                      "rot_13",
                                      "zlib",
                                      "zip",
                                      "zlib_codec",
                                      "bz2",
                                      "bz2_codec",
                                      "uu",
                                      "uu_codec",
                                      "quopri",
                                      "quopri_codec",
                                      "quoted_printable",
                                      "quotedprintable"};

/* An encoding that was found. */
typedef struct {
    const CodecDef *codec;
    bool marked;
} Found;

static void normalise(const Str *name, char out[32]) {
    size_t n = 0;
    bool gap = false;
    for (uint32_t i = 0; i < name->size && n < 30; i++) {
        char c = name->text[i];
        bool upper = c >= 'A' && c <= 'Z';
        bool word = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
        if (word) {
            if (gap && n > 0) out[n++] = '_';
            out[n++] = (char)(upper ? c + 32 : c);
        }
        gap = !word;
    }
    out[n] = 0;
}

static bool refuse_name(Engine *e, const Str *name, const char *normal, const char *function) {
    for (size_t i = 0; i < COUNT_OF(no_text); i++) {
        if (strcmp(normal, no_text[i]) != 0) continue;
        return err_false(e, T_LookupError,
                         "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs",
                         name->text, function);
    }
    for (size_t i = 0; i < COUNT_OF(foreign); i++) {
        if (strncmp(normal, foreign[i], strlen(foreign[i])) != 0) continue;
        return err_false(e, T_LookupError,
                         "Coroscope knows the encodings utf-8, utf-16, utf-32, ascii and latin-1, "
                         "not %s",
                         name->text);
    }
    return err_false(e, T_LookupError, "unknown encoding: %s", name->text);
}

/* `function` is what codecs calls this direction. */
static bool find_codec(Engine *e, const Str *name, const char *function, Found *found) {
    *found = (Found){&codec_utf8, false};
    if (!name) return true;
    char normal[32];
    if (strlen(name->text) != name->size) {
        return err_false(e, T_ValueError, "embedded null character");
    }
    normalise(name, normal);
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        if (strcmp(normal, aliases[i].name) != 0) continue;
        *found = (Found){aliases[i].codec, aliases[i].marked};
        return true;
    }
    return refuse_name(e, name, normal, function);
}

const char *codec_canonical(Engine *e, const Str *encoding) {
    Found found;
    if (!find_codec(e, encoding, "encode", &found)) return NULL;
    return found.marked && found.codec == &codec_utf8 ? "utf-8-sig" : found.codec->name;
}

int codec_find_handler(Engine *e, const Str *name) {
    if (!name) return STRICT;
    for (size_t i = 0; i < COUNT_OF(handlers); i++) {
        if (str_equal_text(name, handlers[i])) return (int)i;
    }
    err_null(e, T_LookupError, "unknown error handler name '%s'", name->text);
    return -1;
}

const char *codec_handler_name(int handler) {
    return handlers[handler];
}

/* Raises UnicodeEncodeError or UnicodeDecodeError(codec, object, start, end, reason). */
static void raise_unicode(Engine *e, int type_id, const CodecDef *codec, Obj *object, int64_t start,
                          int64_t end, const char *reason) {
    Obj *args[] = {OBJ(str_from(e, codec->name)), incref(object), int_new(e, start),
                   int_new(e, end), OBJ(str_from(e, reason))};
    bool complete = true;
    for (size_t i = 0; i < COUNT_OF(args); i++) complete = complete && args[i];
    if (complete) construct_raise(e, type_id, args, (int)COUNT_OF(args));
    for (size_t i = 0; i < COUNT_OF(args); i++) xdecref(e, args[i]);
}

/* ---- Encoding ------------------------------------------------------------------------------ */

static void name_character(StrBuf *b, uint32_t c) {
    char name[UNICODE_NAME_MAX];
    if (unicode_name(c, name)) {
        strbuf_printf(b, "\\N{%s}", name);
    } else {
        strbuf_escape(b, c);
    }
}

/* ASCII text that stands for a character, in the encoding. */
static void put_text(StrBuf *to, const CodecDef *codec, StrBuf *text) {
    for (size_t i = 0; i < text->size; i++) codec->put(to, (unsigned char)text->text[i]);
    strbuf_clear(text);
}

/* What the handler makes of one character; false: it is an error. */
static bool encode_replacement(StrBuf *b, const CodecDef *codec, Handler handler, uint32_t c) {
    StrBuf text;
    strbuf_init(&text, b->e);
    switch (handler) {
    case IGNORE: return true;
    case REPLACE: strbuf_char(&text, '?'); break;
    case BACKSLASH: strbuf_escape(&text, c); break;
    case XML: strbuf_printf(&text, "&#%u;", c); break;
    case NAME: name_character(&text, c); break;
    case ESCAPE_SURROGATES:
        if (c < 0xDC80 || c > 0xDCFF || codec->unit > 1) return false;
        strbuf_char(b, (char)(c - 0xDC00));
        return true;
    case PASS_SURROGATES:
        if (!unicode_is_surrogate(c) || codec == &codec_ascii || codec == &codec_latin1)
            return false;
        codec->put(b, c);
        return true;
    case STRICT: return false;
    }
    put_text(b, codec, &text);
    return true;
}

/* CPython reports the whole run of characters that most codecs can't take. */
static void refuse_encoding(Engine *e, const CodecDef *codec, Str *text, int64_t index,
                            const char *p) {
    int64_t end = index + 1;
    const char *stop = text->text + text->size;
    utf8_next(&p);
    while (codec->in_runs && p < stop && !codec->takes(utf8_next(&p))) end++;
    raise_unicode(e, T_UnicodeEncodeError, codec, OBJ(text), index, end, codec->refusal);
}

static bool encode_into(StrBuf *b, const CodecDef *codec, Str *text, const Str *errors) {
    int64_t index = 0;
    for (const char *p = text->text, *end = p + text->size; p < end && !b->failed; index++) {
        const char *start = p;
        uint32_t c = utf8_next(&p);
        if (codec->takes(c)) {
            codec->put(b, c);
            continue;
        }
        int handler = codec_find_handler(b->e, errors);
        if (handler < 0) return false;
        if (encode_replacement(b, codec, (Handler)handler, c)) continue;
        refuse_encoding(b->e, codec, text, index, start);
        return false;
    }
    return !b->failed;
}

Obj *codec_encode(Engine *e, Str *text, const Str *encoding, const Str *errors) {
    enum { MARK = 0xFEFF };
    Found found;
    if (!find_codec(e, encoding, "encode", &found)) return NULL;
    StrBuf b;
    strbuf_init(&b, e);
    if (found.marked) found.codec->put(&b, MARK);
    bool ok = encode_into(&b, found.codec, text, errors);
    Obj *bytes = ok ? bytes_new(e, b.text ? b.text : "", b.size) : NULL;
    strbuf_clear(&b);
    return bytes;
}

Obj *str_native_encode(Engine *e, Obj *const *a) {
    static const char *const names[] = {NULL, "encoding", "errors"};
    for (int i = 1; i < 3; i++) {
        if (HAS_LAYOUT(a[i], STR)) continue;
        return err_null(e, T_TypeError, "encode() argument '%s' must be str, not %s", names[i],
                        a[i] == e->none ? "None" : type_name(a[i]));
    }
    return codec_encode(e, STR(a[0]), STR(a[1]), STR(a[2]));
}

/* ---- Decoding ------------------------------------------------------------------------------ */

/* A surrogate that is written as if it were a character: its bytes; 0: there is none. */
static size_t encoded_surrogate(const CodecDef *codec, const Bytes *data, size_t at, uint32_t *c) {
    size_t left = data->size - at;
    const unsigned char *p = data->data + at;
    *c = 0;
    if (codec == &codec_utf8) {
        bool found =
            left > 2 && p[0] == 0xED && p[1] >= 0xA0 && p[1] <= 0xBF && utf8_is_tail((char)p[2]);
        if (found) *c = 0xD000u | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        return found ? 3 : 0;
    }
    if (codec->unit == 1 || left < codec->unit) return 0;
    *c = codec_unit(codec, p);
    return unicode_is_surrogate(*c) ? codec->unit : 0;
}

/* Writes what stands for the faulty bytes and returns where to go on; 0: it is an error. */
static size_t decode_replacement(StrBuf *b, const CodecDef *codec, Handler handler,
                                 const Bytes *data, Utf8Error fault) {
    enum { MOST_ESCAPED = 4 };
    switch (handler) {
    case IGNORE: return fault.end;
    case REPLACE: strbuf_code_point(b, 0xFFFD); return fault.end;
    case BACKSLASH:
        for (size_t i = fault.start; i < fault.end; i++) strbuf_printf(b, "\\x%02x", data->data[i]);
        return fault.end;
    case ESCAPE_SURROGATES:
        for (size_t i = fault.start; i < fault.end && i < fault.start + MOST_ESCAPED; i++) {
            if (data->data[i] < 0x80) return i == fault.start ? 0 : i;
            strbuf_code_point(b, 0xDC00u + data->data[i]);
        }
        return fault.end;
    case PASS_SURROGATES: {
        uint32_t c;
        size_t size = encoded_surrogate(codec, data, fault.start, &c);
        if (size) strbuf_code_point(b, c);
        return size ? fault.start + size : 0;
    }
    default: return 0;
    }
}

/* Those that name characters are for encoding alone. */
static int refuse_handler(Engine *e) {
    err_null(e, T_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    return -1;
}

/* From `at` on; where the last character is cut off and the data are not `complete`, `*used` is
 * less than all. */
static Obj *decode(Engine *e, Obj *bytes, const CodecDef *codec, const Str *errors, size_t at,
                   bool complete, size_t *used) {
    const Bytes *data = BYTES(bytes);
    StrBuf b;
    strbuf_init(&b, e);
    *used = data->size;
    while (at < data->size && !b.failed) {
        Utf8Error fault = codec->read(&b, data->data, data->size, at, complete);
        if (!fault.reason) *used = fault.start;
        if (!fault.reason) break;
        int handler = codec_find_handler(e, errors);
        if (handler == XML || handler == NAME) handler = refuse_handler(e);
        at = handler >= 0 ? decode_replacement(&b, codec, (Handler)handler, data, fault) : 0;
        if (at > 0) continue;
        if (handler >= 0) {
            raise_unicode(e, T_UnicodeDecodeError, codec, bytes, (int64_t)fault.start,
                          (int64_t)fault.end, fault.reason);
        }
        strbuf_clear(&b);
        return NULL;
    }
    return OBJ(strbuf_finish(&b));
}

/* After a mark; which of the two orders it asks for. */
static size_t skip_mark(const Bytes *data, const CodecDef **codec) {
    const CodecDef *little = *codec == &codec_utf16 ? &codec_utf16_le : &codec_utf32_le;
    const CodecDef *big = *codec == &codec_utf16 ? &codec_utf16_be : &codec_utf32_be;
    *codec = little;
    if (data->size < little->unit) return 0;
    if (codec_unit(little, data->data) == 0xFEFF) return little->unit;
    if (codec_unit(big, data->data) != 0xFEFF) return 0;
    *codec = big;
    return big->unit;
}

/* CPython cuts utf-8's mark off before it decodes: positions are counted after it. */
static Obj *decode_after_mark(Engine *e, Obj *bytes, const Str *errors) {
    static const char mark[] = {'\xEF', '\xBB', '\xBF'};
    const Bytes *data = BYTES(bytes);
    size_t size = data->size, used;
    bool marked = size >= sizeof mark && memcmp(data->data, mark, sizeof mark) == 0;
    if (!marked) return decode(e, bytes, &codec_utf8, errors, 0, true, &used);
    Obj *rest = bytes_new(e, (const char *)data->data + sizeof mark, size - sizeof mark);
    Obj *text = rest ? decode(e, rest, &codec_utf8, errors, 0, true, &used) : NULL;
    xdecref(e, rest);
    return text;
}

Obj *codec_decode(Engine *e, Obj *bytes, const Str *encoding, const Str *errors) {
    Found found;
    size_t used;
    if (!find_codec(e, encoding, "decode", &found)) return NULL;
    if (found.marked && found.codec == &codec_utf8) return decode_after_mark(e, bytes, errors);
    size_t from = found.marked ? skip_mark(BYTES(bytes), &found.codec) : 0;
    return decode(e, bytes, found.codec, errors, from, true, &used);
}

Obj *codec_decode_part(Engine *e, Obj *bytes, const Str *encoding, const Str *errors,
                       size_t *used) {
    Found found;
    if (!find_codec(e, encoding, "decode", &found)) return NULL;
    return decode(e, bytes, found.codec, errors, 0, false, used);
}
