#ifndef OBJECT_UNICODE_H
#define OBJECT_UNICODE_H
/* What Unicode 15.1 (CPython 3.13's) says about a code point: its properties and its other cases.
 */

#include "base/common.h"

enum { UNICODE_MAX = 0x10FFFF, UNICODE_CASE_MAX = 3 };

/* As the str method of the same name answers for one character. */
bool unicode_is_alpha(uint32_t c);
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_space(uint32_t c);
bool unicode_is_printable(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_title(uint32_t c); /* a digraph such as U+01C5 */
bool unicode_is_line_break(uint32_t c);
bool unicode_is_id_start(uint32_t c);
bool unicode_is_id_continue(uint32_t c);
/* The value of a decimal digit of any script; -1 for everything else. */
int unicode_decimal(uint32_t c);

static inline bool unicode_is_surrogate(uint32_t c) {
    return c >= 0xD800 && c <= 0xDFFF;
}

/* Has upper, lower or title case. */
bool unicode_is_cased(uint32_t c);
/* Does not end a word when a final sigma is looked for. */
bool unicode_is_case_ignorable(uint32_t c);
/* Full mappings: write up to UNICODE_CASE_MAX code points and return how many. */
int unicode_to_upper(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_to_lower(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_to_title(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_fold(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);

#endif
