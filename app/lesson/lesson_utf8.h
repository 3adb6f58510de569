#ifndef LESSON_UTF8_H
#define LESSON_UTF8_H
/* The little that loading and printing need to know about UTF-8. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the character at `text` (`left` bytes remain, at least 1) and returns its bytes, 1 to 4;
   0 where they are not UTF-8: overlong, a surrogate, beyond U+10FFFF or cut off. */
size_t lesson_utf8_decode(const char *text, size_t left, uint32_t *code);

/* Offset of the first byte that is not UTF-8, or `length`. */
size_t lesson_utf8_check(const char *text, size_t length);

/* Writes `code` as UTF-8 and returns the bytes written; `to` has room for 4. */
size_t lesson_utf8_encode(uint32_t code, char *to);

/* Columns of a terminal that the character takes: 2 for wide East Asian characters and emoji. */
int lesson_utf8_width(uint32_t code);

/* Line and column, from 1 and in characters, of a byte's offset; bad bytes count as one each. */
void lesson_utf8_position(const char *text, size_t offset, int *line, int *column);

#endif
