#ifndef OBJECT_UNICODE_INFO_H
#define OBJECT_UNICODE_INFO_H
/* What the Unicode Character Database says of a code point beyond what the methods of str ask
 * (object/unicode.h), as unicodedata names it. */

#include "object/unicode.h"
#include "object/unicode_data.h"

/* "Lu", "AL", "Na": borrowed from the tables; no direction is "". */
const char *unicode_category(uint32_t c);
const char *unicode_bidirectional(uint32_t c);
const char *unicode_east_asian_width(uint32_t c);
int unicode_combining(uint32_t c);
bool unicode_is_mirrored(uint32_t c);
/* A digit of any kind; -1: it is none. */
int unicode_digit(uint32_t c);
/* False: it is no number. */
bool unicode_number(uint32_t c, int64_t *value, int32_t *divisor);
/* NULL: it has none. Those of Hangul syllables are computed, not listed. */
const UnicodeDecomposition *unicode_decomposition(uint32_t c);
/* The code point of both; 0: they do not become one. Hangul is computed, not listed. */
uint32_t unicode_composition(uint32_t first, uint32_t second);

#endif
