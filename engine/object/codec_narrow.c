/* utf-8, ascii and latin-1. */
#include "object/codec_def.h"

#include <string.h>

#include "object/unicode.h"

static bool takes_text(uint32_t c) {
    return !unicode_is_surrogate(c);
}

static bool takes_ascii(uint32_t c) {
    return c < 0x80;
}

static bool takes_latin1(uint32_t c) {
    return c < 0x100;
}

static void put_byte(StrBuf *b, uint32_t c) {
    strbuf_char(b, (char)c);
}

static Utf8Error read_utf8(StrBuf *b, const unsigned char *data, size_t size, size_t from,
                           bool complete) {
    Utf8Error fault = utf8_check(data, size, from);
    strbuf_put(b, (const char *)data + from, fault.start - from);
    bool cut =
        fault.reason && fault.end == size && strcmp(fault.reason, "unexpected end of data") == 0;
    if (cut && !complete) fault.reason = NULL;
    return fault;
}

static Utf8Error read_ascii(StrBuf *b, const unsigned char *data, size_t size, size_t from,
                            bool complete) {
    (void)complete;
    size_t end = from;
    while (end < size && data[end] < 0x80) end++;
    strbuf_put(b, (const char *)data + from, end - from);
    return (Utf8Error){end, end + 1, end < size ? "ordinal not in range(128)" : NULL};
}

static Utf8Error read_latin1(StrBuf *b, const unsigned char *data, size_t size, size_t from,
                             bool complete) {
    (void)complete;
    for (size_t i = from; i < size && !b->failed; i++) strbuf_code_point(b, data[i]);
    return (Utf8Error){size, size, NULL};
}

const CodecDef codec_utf8 = {.name = "utf-8",
                             .takes = takes_text,
                             .put = strbuf_code_point,
                             .refusal = "surrogates not allowed",
                             .in_runs = true,
                             .unit = 1,
                             .read = read_utf8};
const CodecDef codec_ascii = {.name = "ascii",
                              .takes = takes_ascii,
                              .put = put_byte,
                              .refusal = "ordinal not in range(128)",
                              .in_runs = true,
                              .unit = 1,
                              .read = read_ascii};
const CodecDef codec_latin1 = {.name = "latin-1",
                               .takes = takes_latin1,
                               .put = put_byte,
                               .refusal = "ordinal not in range(256)",
                               .in_runs = true,
                               .unit = 1,
                               .read = read_latin1};
