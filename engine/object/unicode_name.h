#ifndef OBJECT_UNICODE_NAME_H
#define OBJECT_UNICODE_NAME_H
/* The names of code points, both ways. */

#include "object/unicode_data.h"

/* No name is as long; CPython does not look up what is longer than this. */
enum { UNICODE_NAME_MAX = 256 };

/* Writes the name with its NUL; false: it has none. */
bool unicode_name(uint32_t c, char out[UNICODE_NAME_MAX]);
/* The code point of a name or an alias, whatever the case of its letters; false: there is none. */
bool unicode_named(const char *name, size_t size, uint32_t *c);
/* The sequence of code points that has this name; NULL: there is none. */
const UnicodeAlias *unicode_named_sequence(const char *name, size_t size);

#endif
