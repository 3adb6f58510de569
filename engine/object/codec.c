#include "object/codec.h"

#include <string.h>

#include "object/bytes.h"
#include "object/construct.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str_methods.h"
#include "object/unicode.h"

typedef enum { UTF8, ASCII, LATIN1 } Codec;

typedef enum {
    STRICT,
    IGNORE,
    REPLACE,
    BACKSLASH,
    XML,
    ESCAPE_SURROGATES,
    PASS_SURROGATES
} Handler;

static const char *const codec_names[] = {"utf-8", "ascii", "latin-1"};

/* Spelled as normalised: small letters, words joined by one underscore. */
static const struct {
    const char *name;
    Codec codec;
} aliases[] = {
    {"utf_8", UTF8},   {"utf8", UTF8},         {"u8", UTF8},          {"utf", UTF8},
    {"cp65001", UTF8}, {"ascii", ASCII},       {"us_ascii", ASCII},   {"646", ASCII},
    {"us", ASCII},     {"latin_1", LATIN1},    {"latin1", LATIN1},    {"latin", LATIN1},
    {"l1", LATIN1},    {"iso_8859_1", LATIN1}, {"iso8859_1", LATIN1}, {"iso8859", LATIN1},
    {"8859", LATIN1},  {"cp819", LATIN1},
};

static const struct {
    const char *name;
    Handler handler;
} handlers[] = {
    {"strict", STRICT},
    {"ignore", IGNORE},
    {"replace", REPLACE},
    {"backslashreplace", BACKSLASH},
    {"xmlcharrefreplace", XML},
    {"surrogateescape", ESCAPE_SURROGATES},
    {"surrogatepass", PASS_SURROGATES},
};

/* What the names of other encodings begin with that CPython knows. */
static const char *const foreign[] = {
    "utf",     "cp",  "iso",      "mac",  "koi8", "gb",      "big5",   "euc", "shift", "sjis", "hz",
    "windows", "ibm", "punycode", "idna", "raw",  "unicode", "base64", "hex", "rot13", "zlib"};

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

static bool find_codec(Engine *e, const Str *name, Codec *codec) {
    *codec = UTF8;
    if (!name) return true;
    char normal[32];
    normalise(name, normal);
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        if (strcmp(normal, aliases[i].name) == 0) {
            *codec = aliases[i].codec;
            return true;
        }
    }
    for (size_t i = 0; i < COUNT_OF(foreign); i++) {
        if (strncmp(normal, foreign[i], strlen(foreign[i])) != 0) continue;
        return err_false(e, T_LookupError,
                         "Coroscope knows the encodings utf-8, ascii and latin-1, not %s",
                         name->text);
    }
    return err_false(e, T_LookupError, "unknown encoding: %s", name->text);
}

static bool find_handler(Engine *e, const Str *name, Handler *handler) {
    *handler = STRICT;
    if (!name) return true;
    for (size_t i = 0; i < COUNT_OF(handlers); i++) {
        if (str_equal_text(name, handlers[i].name)) {
            *handler = handlers[i].handler;
            return true;
        }
    }
    return err_false(e, T_LookupError, "unknown error handler name '%s'", name->text);
}

/* Raises UnicodeEncodeError or UnicodeDecodeError(codec, object, start, end, reason). */
static void raise_unicode(Engine *e, int type_id, Codec codec, Obj *object, int64_t start,
                          int64_t end, const char *reason) {
    Obj *args[] = {OBJ(str_from(e, codec_names[codec])), incref(object), int_new(e, start),
                   int_new(e, end), OBJ(str_from(e, reason))};
    bool complete = true;
    for (size_t i = 0; i < COUNT_OF(args); i++) complete = complete && args[i];
    if (complete) construct_raise(e, type_id, args, (int)COUNT_OF(args));
    for (size_t i = 0; i < COUNT_OF(args); i++) xdecref(e, args[i]);
}

/* ---- Encoding ------------------------------------------------------------------------------ */

static uint32_t encode_limit(Codec codec) {
    return codec == ASCII ? 0x80 : 0x100;
}

static bool encodable(Codec codec, uint32_t c) {
    return codec == UTF8 ? !unicode_is_surrogate(c) : c < encode_limit(codec);
}

static void put_encoded(StrBuf *b, Codec codec, uint32_t c) {
    if (codec == UTF8) {
        strbuf_code_point(b, c);
    } else {
        strbuf_char(b, (char)c);
    }
}

/* What the handler makes of one character; false: it is an error. */
static bool encode_replacement(StrBuf *b, Codec codec, Handler handler, uint32_t c) {
    switch (handler) {
    case IGNORE: return true;
    case REPLACE: strbuf_char(b, '?'); return true;
    case BACKSLASH: strbuf_escape(b, c); return true;
    case XML: strbuf_printf(b, "&#%u;", c); return true;
    case ESCAPE_SURROGATES:
        if (c < 0xDC80 || c > 0xDCFF) return false;
        strbuf_char(b, (char)(c - 0xDC00));
        return true;
    case PASS_SURROGATES:
        if (codec != UTF8) return false;
        strbuf_code_point(b, c);
        return true;
    case STRICT: return false;
    }
    return false;
}

/* CPython reports the whole run of characters that the codec can't take. */
static void refuse_encoding(Engine *e, Codec codec, Str *text, int64_t index, const char *p) {
    static const char *const reasons[] = {"surrogates not allowed", "ordinal not in range(128)",
                                          "ordinal not in range(256)"};
    int64_t end = index;
    while (p < text->text + text->size && !encodable(codec, utf8_next(&p))) end++;
    raise_unicode(e, T_UnicodeEncodeError, codec, OBJ(text), index, end, reasons[codec]);
}

Obj *codec_encode(Engine *e, Str *text, const Str *encoding, const Str *errors) {
    Codec codec;
    Handler handler = STRICT;
    if (!find_codec(e, encoding, &codec)) return NULL;
    StrBuf b;
    strbuf_init(&b, e);
    int64_t index = 0;
    for (const char *p = text->text, *end = p + text->size; p < end && !b.failed; index++) {
        const char *start = p;
        uint32_t c = utf8_next(&p);
        if (encodable(codec, c)) {
            put_encoded(&b, codec, c);
            continue;
        }
        bool known = find_handler(e, errors, &handler);
        if (known && encode_replacement(&b, codec, handler, c)) continue;
        if (known) refuse_encoding(e, codec, text, index, start);
        strbuf_clear(&b);
        return NULL;
    }
    Obj *bytes = b.failed ? NULL : bytes_new(e, b.text ? b.text : "", b.size);
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

/* The next byte sequence that is an error, from `from` on. */
static Utf8Error next_error(Codec codec, const Bytes *data, size_t from) {
    if (codec == UTF8) return utf8_check(data->data, data->size, from);
    for (size_t i = from; codec == ASCII && i < data->size; i++) {
        if (data->data[i] >= 0x80) return (Utf8Error){i, i + 1, "ordinal not in range(128)"};
    }
    return (Utf8Error){data->size, data->size, NULL};
}

static void put_decoded(StrBuf *b, Codec codec, const unsigned char *data, size_t size) {
    if (codec != LATIN1) strbuf_put(b, (const char *)data, size);
    for (size_t i = 0; codec == LATIN1 && i < size && !b->failed; i++)
        strbuf_code_point(b, data[i]);
}

static bool is_encoded_surrogate(const Bytes *data, size_t at) {
    return at + 2 < data->size && data->data[at] == 0xED && data->data[at + 1] >= 0xA0 &&
           data->data[at + 1] <= 0xBF && utf8_is_tail((char)data->data[at + 2]);
}

/* Writes what stands for the faulty bytes and returns where to go on; 0: it is an error. */
static size_t decode_replacement(StrBuf *b, Codec codec, Handler handler, const Bytes *data,
                                 Utf8Error fault) {
    switch (handler) {
    case IGNORE: return fault.end;
    case REPLACE: strbuf_code_point(b, 0xFFFD); return fault.end;
    case BACKSLASH:
        for (size_t i = fault.start; i < fault.end; i++) strbuf_printf(b, "\\x%02x", data->data[i]);
        return fault.end;
    case ESCAPE_SURROGATES:
        for (size_t i = fault.start; i < fault.end; i++) {
            if (data->data[i] < 0x80) return i == fault.start ? 0 : i;
            strbuf_code_point(b, 0xDC00u + data->data[i]);
        }
        return fault.end;
    case PASS_SURROGATES:
        if (codec != UTF8 || !is_encoded_surrogate(data, fault.start)) return 0;
        strbuf_put(b, (const char *)data->data + fault.start, 3);
        return fault.start + 3;
    default: return 0;
    }
}

static Obj *decode(Engine *e, Obj *bytes, Codec codec, const Str *errors) {
    const Bytes *data = BYTES(bytes);
    Handler handler = STRICT;
    StrBuf b;
    strbuf_init(&b, e);
    for (size_t at = 0; at < data->size && !b.failed;) {
        Utf8Error fault = next_error(codec, data, at);
        put_decoded(&b, codec, data->data + at, fault.start - at);
        at = fault.start;
        if (!fault.reason) break;
        bool known = find_handler(e, errors, &handler);
        at = known ? decode_replacement(&b, codec, handler, data, fault) : 0;
        if (at > 0) continue;
        if (known) {
            raise_unicode(e, T_UnicodeDecodeError, codec, bytes, (int64_t)fault.start,
                          (int64_t)fault.end, fault.reason);
        }
        strbuf_clear(&b);
        return NULL;
    }
    return OBJ(strbuf_finish(&b));
}

Obj *codec_decode(Engine *e, Obj *bytes, const Str *encoding, const Str *errors) {
    Codec codec;
    return find_codec(e, encoding, &codec) ? decode(e, bytes, codec, errors) : NULL;
}
