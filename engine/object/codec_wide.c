/* utf-16 and utf-32. Those without an order in their name write little-endian after a mark. */
#include "object/codec_def.h"

#include "object/unicode.h"

static bool takes_text(uint32_t c) {
    return !unicode_is_surrogate(c);
}

uint32_t codec_unit(const CodecDef *codec, const unsigned char *data) {
    uint32_t value = 0;
    for (int i = 0; i < codec->unit; i++) {
        value = value << 8 | data[codec->big_endian ? i : codec->unit - 1 - i];
    }
    return value;
}

static void put_unit(StrBuf *b, uint32_t value, int bytes, bool big_endian) {
    for (int i = 0; i < bytes; i++) {
        strbuf_char(b, (char)(value >> 8 * (big_endian ? bytes - 1 - i : i)));
    }
}

static void put_utf16(StrBuf *b, uint32_t c, bool big_endian) {
    if (c >= 0x10000) put_unit(b, 0xD800 + ((c - 0x10000) >> 10), 2, big_endian);
    put_unit(b, c < 0x10000 ? c : 0xDC00 | (c & 0x3FF), 2, big_endian);
}

static void put_utf16_le(StrBuf *b, uint32_t c) {
    put_utf16(b, c, false);
}
static void put_utf16_be(StrBuf *b, uint32_t c) {
    put_utf16(b, c, true);
}
static void put_utf32_le(StrBuf *b, uint32_t c) {
    put_unit(b, c, 4, false);
}
static void put_utf32_be(StrBuf *b, uint32_t c) {
    put_unit(b, c, 4, true);
}

static Utf8Error cut_off(size_t start, size_t size, bool complete, const char *reason) {
    return (Utf8Error){start, size, complete ? reason : NULL};
}

static Utf8Error read_utf16(const CodecDef *codec, StrBuf *b, const unsigned char *data,
                            size_t size, size_t from, bool complete) {
    size_t i = from;
    while (i < size) {
        if (size - i < 2) return cut_off(i, size, complete, "truncated data");
        uint32_t c = codec_unit(codec, data + i);
        if (!unicode_is_surrogate(c)) {
            strbuf_code_point(b, c);
            i += 2;
            continue;
        }
        if (c >= 0xDC00) return (Utf8Error){i, i + 2, "illegal encoding"};
        if (size - i < 4) return cut_off(i, size, complete, "unexpected end of data");
        uint32_t low = codec_unit(codec, data + i + 2);
        if (low < 0xDC00 || low > 0xDFFF) return (Utf8Error){i, i + 2, "illegal UTF-16 surrogate"};
        strbuf_code_point(b, 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF)));
        i += 4;
    }
    return (Utf8Error){size, size, NULL};
}

static Utf8Error read_utf32(const CodecDef *codec, StrBuf *b, const unsigned char *data,
                            size_t size, size_t from, bool complete) {
    static const char in_range[] = "code point in surrogate code point range(0xd800, 0xe000)";
    for (size_t i = from; i < size; i += 4) {
        if (size - i < 4) return cut_off(i, size, complete, "truncated data");
        uint32_t c = codec_unit(codec, data + i);
        if (unicode_is_surrogate(c)) return (Utf8Error){i, i + 4, in_range};
        if (c > UNICODE_MAX) return (Utf8Error){i, i + 4, "code point not in range(0x110000)"};
        strbuf_code_point(b, c);
    }
    return (Utf8Error){size, size, NULL};
}

#define READER(name, function)                                                                     \
    static Utf8Error read_##name(StrBuf *b, const unsigned char *data, size_t size, size_t from,   \
                                 bool complete) {                                                  \
        return function(&codec_##name, b, data, size, from, complete);                             \
    }
READER(utf16_le, read_utf16)
READER(utf16_be, read_utf16)
READER(utf32_le, read_utf32)
READER(utf32_be, read_utf32)
#undef READER

#define WIDE(id, name_, bytes, order, is_big)                                                      \
    const CodecDef codec_##id = {.name = name_,                                                    \
                                 .takes = takes_text,                                              \
                                 .put = put_##order,                                               \
                                 .refusal = "surrogates not allowed",                              \
                                 .unit = bytes,                                                    \
                                 .big_endian = is_big,                                             \
                                 .read = read_##order};
WIDE(utf16, "utf-16", 2, utf16_le, false)
WIDE(utf16_le, "utf-16-le", 2, utf16_le, false)
WIDE(utf16_be, "utf-16-be", 2, utf16_be, true)
WIDE(utf32, "utf-32", 4, utf32_le, false)
WIDE(utf32_le, "utf-32-le", 4, utf32_le, false)
WIDE(utf32_be, "utf-32-be", 4, utf32_be, true)
#undef WIDE
