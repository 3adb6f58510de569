#include "base/region.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { REGION_ALIGN = 16, REGION_CHUNK = 64 * 1024 };

/* The header takes a multiple of REGION_ALIGN bytes, so that blocks after it stay aligned. */
struct RegionChunk {
    RegionChunk *next;
    size_t size, used; /* of the bytes after the header */
};

static size_t header_size(void) {
    return (sizeof(RegionChunk) + REGION_ALIGN - 1) / REGION_ALIGN * REGION_ALIGN;
}

static unsigned char *chunk_data(RegionChunk *chunk) {
    return (unsigned char *)chunk + header_size();
}

/* A chunk with room for at least `size` bytes becomes the current one. */
static bool add_chunk(Region *r, size_t size) {
    size_t room = size > REGION_CHUNK ? size : REGION_CHUNK;
    if (room > SIZE_MAX - header_size()) return false;
    RegionChunk *chunk = calloc(1, header_size() + room);
    if (!chunk) {
        r->starved = true;
        return false;
    }
    chunk->size = room;
    chunk->next = r->chunks;
    r->chunks = chunk;
    return true;
}

void region_init(Region *r, size_t limit) {
    r->chunks = NULL;
    r->used = 0;
    r->limit = limit;
    r->starved = false;
}

void region_clear(Region *r) {
    while (r->chunks) {
        RegionChunk *chunk = r->chunks;
        r->chunks = chunk->next;
        free(chunk);
    }
    r->used = 0;
}

void *region_alloc(Region *r, size_t size) {
    if (size > SIZE_MAX - REGION_ALIGN) return NULL;
    size_t rounded = (size + REGION_ALIGN - 1) / REGION_ALIGN * REGION_ALIGN;
    if (rounded == 0) rounded = REGION_ALIGN;
    if (r->used > r->limit || rounded > r->limit - r->used) return NULL;
    RegionChunk *chunk = r->chunks;
    if (!chunk || rounded > chunk->size - chunk->used) {
        if (!add_chunk(r, rounded)) return NULL;
        chunk = r->chunks;
    }
    void *block = chunk_data(chunk) + chunk->used;
    chunk->used += rounded;
    r->used += rounded;
    return block;
}

char *region_copy(Region *r, const char *text, size_t length) {
    if (length == SIZE_MAX) return NULL;
    char *copy = region_alloc(r, length + 1);
    if (copy && length) memcpy(copy, text, length);
    return copy;
}
