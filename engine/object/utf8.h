#ifndef OBJECT_UTF8_H
#define OBJECT_UTF8_H
/* UTF-8 text: reading, writing and counting code points. Texts of the engine are valid, but for
 * lone surrogates, which are kept as three bytes. */

#include "base/common.h"

/* Decodes one code point and advances; callers stay within the text. */
uint32_t utf8_next(const char **p);
/* Steps back over one code point and decodes it. */
uint32_t utf8_previous(const char **p);
/* Writes one code point; returns the bytes used. */
size_t utf8_put(uint32_t code_point, char out[4]);
/* Code points in `size` bytes. */
size_t utf8_count(const char *text, size_t size);
/* The address `count` code points further on, at most `end`. */
const char *utf8_skip(const char *text, const char *end, int64_t count);
/* The first ill-formed sequence in foreign bytes (surrogates are ill-formed here). */
typedef struct {
    size_t start, end;
    const char *reason; /* CPython's words; NULL = everything is well-formed */
} Utf8Error;
Utf8Error utf8_check(const unsigned char *data, size_t size, size_t from);

/* The first lone surrogate; NULL: the text is UTF-8 as everybody reads it. */
const char *utf8_surrogate(const char *text, size_t size);
/* Each lone surrogate becomes U+FFFD, which is as long: for texts that leave the engine. */
void utf8_hide_surrogates(char *text, size_t size);

static inline bool utf8_is_tail(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

#endif
