#include "object/utf8.h"

#include <string.h>

uint32_t utf8_next(const char **p) {
    const unsigned char *s = (const unsigned char *)*p;
    if (s[0] < 0x80) {
        *p += 1;
        return s[0];
    }
    if (s[0] < 0xE0) {
        *p += 2;
        return (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
    }
    if (s[0] < 0xF0) {
        *p += 3;
        return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
    }
    *p += 4;
    return (s[0] & 7u) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
}

uint32_t utf8_previous(const char **p) {
    do --*p;
    while (utf8_is_tail(**p));
    const char *here = *p;
    return utf8_next(&here);
}

size_t utf8_put(uint32_t code_point, char out[4]) {
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = size; i-- > 1; code_point >>= 6) out[i] = (char)(0x80 | (code_point & 0x3F));
    out[0] = (char)((size == 2 ? 0xC0 : size == 3 ? 0xE0 : 0xF0) | code_point);
    return size;
}

/* Most texts are ASCII, and looked at by eight bytes. */
static bool eight_are_ascii(const char *text) {
    uint64_t eight;
    memcpy(&eight, text, sizeof eight);
    return (eight & 0x8080808080808080u) == 0;
}

size_t utf8_count(const char *text, size_t size) {
    size_t tails = 0, i = 0;
    while (i + sizeof(uint64_t) <= size && eight_are_ascii(text + i)) i += sizeof(uint64_t);
    for (; i < size; i++) tails += utf8_is_tail(text[i]);
    return size - tails;
}

const char *utf8_skip(const char *text, const char *end, int64_t count) {
    for (; count > 0 && text < end; count--) {
        text++;
        while (text < end && utf8_is_tail(*text)) text++;
    }
    return text;
}

const char *utf8_surrogate(const char *text, size_t size) {
    const char *end = text + size;
    for (const char *p = text; (p = memchr(p, 0xED, (size_t)(end - p))); p++) {
        if (end - p > 2 && (unsigned char)p[1] >= 0xA0) return p;
    }
    return NULL;
}

void utf8_hide_surrogates(char *text, size_t size) {
    for (const char *found; (found = utf8_surrogate(text, size));) {
        memcpy(text + (found - text), "\xEF\xBF\xBD", 3);
    }
}

/* Tail bytes that a first byte asks for, and the range of the second byte that keeps the code point
 * shortest, no surrogate and at most U+10FFFF. */
typedef struct {
    int tails;
    unsigned char low, high;
} Lead;

static Lead read_lead(unsigned char byte) {
    if (byte < 0x80) return (Lead){0, 0, 0};
    if (byte < 0xC2 || byte > 0xF4) return (Lead){-1, 0, 0};
    if (byte < 0xE0) return (Lead){1, 0x80, 0xBF};
    if (byte < 0xF0) { return (Lead){2, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF}; }
    return (Lead){3, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
}

Utf8Error utf8_check(const unsigned char *data, size_t size, size_t from) {
    size_t i = from;
    while (i < size) {
        Lead lead = read_lead(data[i]);
        if (lead.tails < 0) return (Utf8Error){i, i + 1, "invalid start byte"};
        size_t end = i + 1;
        for (int k = 0; k < lead.tails; k++, end++) {
            if (end == size) return (Utf8Error){i, end, "unexpected end of data"};
            unsigned char low = k ? 0x80 : lead.low, high = k ? 0xBF : lead.high;
            if (data[end] < low || data[end] > high) {
                return (Utf8Error){i, end, "invalid continuation byte"};
            }
        }
        i = end;
    }
    return (Utf8Error){size, size, NULL};
}
