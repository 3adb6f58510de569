#ifndef BASE_REGION_H
#define BASE_REGION_H
/* A growing heap region for data that lives only while a program is read and compiled. */

#include <stdbool.h>
#include <stddef.h>

typedef struct RegionChunk RegionChunk;

/* Blocks are zeroed, aligned to 16 bytes and freed all at once. `limit` bounds the total. */
typedef struct {
    RegionChunk *chunks;
    size_t used, limit;
    bool starved; /* the machine had no more; stays when it is cleared */
} Region;

void region_init(Region *r, size_t limit);
void region_clear(Region *r);
/* NULL when the limit or the machine's memory is exhausted. */
void *region_alloc(Region *r, size_t size);
char *region_copy(Region *r, const char *text, size_t length);

#endif
