/* unicode_escape: text as a str literal of Python writes it, and raw_unicode_escape, which knows \u
 * and \U alone. */
#include "object/codec_def.h"

#include <string.h>

#include "object/unicode.h"
#include "object/unicode_name.h"

static bool takes_all(uint32_t c) {
    return c <= UNICODE_MAX;
}

static void put_escaped(StrBuf *b, uint32_t c) {
    if (c == '\\') {
        strbuf_text(b, "\\\\");
    } else if (c == '\n' || c == '\t' || c == '\r') {
        strbuf_text(b, c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r");
    } else if (c >= 32 && c < 127) {
        strbuf_char(b, (char)c);
    } else {
        strbuf_escape(b, c);
    }
}

static void put_raw(StrBuf *b, uint32_t c) {
    if (c < 0x100) {
        strbuf_char(b, (char)c);
    } else {
        strbuf_escape(b, c);
    }
}

/* Where an escape is read. */
typedef struct {
    StrBuf *b;
    const unsigned char *data;
    size_t size, start, at; /* `start` is the backslash */
    const char *fault;      /* NULL: it was read */
    bool cut;               /* the fault is that the data end */
} Escape;

static int hex_value(unsigned char c) {
    static const char digits[] = "0123456789abcdef";
    const char *found = c ? strchr(digits, c | (c >= 'A' && c <= 'F' ? 0x20 : 0)) : NULL;
    return found ? (int)(found - digits) : -1;
}

static void read_hex(Escape *s, int wanted, const char *truncated, const char *too_large) {
    uint32_t c = 0;
    for (int i = 0; i < wanted; i++, s->at++) {
        int digit = s->at < s->size ? hex_value(s->data[s->at]) : -1;
        s->fault = digit < 0 ? truncated : NULL;
        s->cut = s->at == s->size;
        if (digit < 0) return;
        c = c << 4 | (uint32_t)digit;
    }
    if (c > UNICODE_MAX) {
        s->fault = too_large;
    } else {
        strbuf_code_point(s->b, c);
    }
}

static void read_name(Escape *s) {
    const char *text = (const char *)s->data + s->at;
    size_t left = s->size - s->at;
    const char *end = left && text[0] == '{' ? memchr(text, '}', left) : NULL;
    uint32_t c;
    s->fault = "malformed \\N character escape";
    if (!end) {
        s->cut = !left || text[0] == '{';
        if (s->cut) s->at = s->size;
        return;
    }
    size_t size = (size_t)(end - text) - 1;
    s->at += size + (size ? 2 : 1);
    if (size == 0) return;
    s->fault = "unknown Unicode character name";
    if (!unicode_named(text + 1, size, &c)) return;
    s->fault = NULL;
    strbuf_code_point(s->b, c);
}

static void read_octal(Escape *s) {
    uint32_t c = 0;
    s->at--;
    for (int i = 0; i < 3 && s->at < s->size; i++, s->at++) {
        if (s->data[s->at] < '0' || s->data[s->at] > '7') break;
        c = c * 8 + (uint32_t)(s->data[s->at] - '0');
    }
    strbuf_code_point(s->b, c);
}

static void read_letter(Escape *s, unsigned char c) {
    static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
    const char *found = c ? strchr(letters, c) : NULL;
    if (found) {
        strbuf_char(s->b, values[found - letters]);
    } else if (c != '\n') {
        strbuf_char(s->b, '\\');
        strbuf_code_point(s->b, c);
    }
}

static void read_escape(Escape *s) {
    static const char illegal[] = "illegal Unicode character";
    s->cut = s->at == s->size;
    s->fault = s->cut ? "\\ at end of string" : NULL;
    if (s->cut) return;
    unsigned char c = s->data[s->at++];
    switch (c) {
    case 'x': read_hex(s, 2, "truncated \\xXX escape", illegal); break;
    case 'u': read_hex(s, 4, "truncated \\uXXXX escape", illegal); break;
    case 'U': read_hex(s, 8, "truncated \\UXXXXXXXX escape", illegal); break;
    case 'N': read_name(s); break;
    default:
        if (c >= '0' && c <= '7') {
            read_octal(s);
        } else {
            read_letter(s, c);
        }
    }
}

static void read_raw_escape(Escape *s) {
    static const char large[] = "\\Uxxxxxxxx out of range";
    unsigned char c = s->at < s->size ? s->data[s->at] : 0;
    s->fault = NULL;
    s->cut = false;
    if (c == 'u' || c == 'U') {
        s->at++;
        read_hex(s, c == 'u' ? 4 : 8,
                 c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape", large);
        return;
    }
    strbuf_char(s->b, '\\');
    if (s->at == s->size) return;
    strbuf_code_point(s->b, c);
    s->at++;
}

static Utf8Error read_with(void (*escape)(Escape *), StrBuf *b, const unsigned char *data,
                           size_t size, size_t from, bool complete) {
    Escape s = {.b = b, .data = data, .size = size, .at = from};
    while (s.at < size && !b->failed) {
        s.start = s.at;
        unsigned char c = data[s.at++];
        if (c != '\\') {
            strbuf_code_point(b, c);
            continue;
        }
        escape(&s);
        if (s.fault) { return (Utf8Error){s.start, s.at, s.cut && !complete ? NULL : s.fault}; }
    }
    return (Utf8Error){size, size, NULL};
}

static Utf8Error read_escaped(StrBuf *b, const unsigned char *data, size_t size, size_t from,
                              bool complete) {
    return read_with(read_escape, b, data, size, from, complete);
}

static Utf8Error read_raw(StrBuf *b, const unsigned char *data, size_t size, size_t from,
                          bool complete) {
    return read_with(read_raw_escape, b, data, size, from, complete);
}

const CodecDef codec_unicode_escape = {.name = "unicodeescape",
                                       .takes = takes_all,
                                       .put = put_escaped,
                                       .refusal = "",
                                       .unit = 1,
                                       .read = read_escaped};
const CodecDef codec_raw_unicode_escape = {.name = "rawunicodeescape",
                                           .takes = takes_all,
                                           .put = put_raw,
                                           .refusal = "",
                                           .unit = 1,
                                           .read = read_raw};
