#ifndef OBJECT_SEARCH_H
#define OBJECT_SEARCH_H
/* Finding bytes in bytes, in linear time whatever the contents. */

#include "base/common.h"

enum { SEARCH_NONE = -1 };

/* Offset of the first or last occurrence of a non-empty needle, or SEARCH_NONE. */
int64_t search_first(const char *hay, size_t hay_size, const char *needle, size_t size);
int64_t search_last(const char *hay, size_t hay_size, const char *needle, size_t size);

#endif
