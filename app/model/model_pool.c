#include "model/model_pool.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/text.h"

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = 16, LONGEST_TEXT = 2048 };

struct ModelBlock {
    ModelBlock *next;
    size_t size;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

static void *must(void *memory) {
    if (memory) return memory;
    fputs("coroscope: the machine has no memory left\n", stderr);
    exit(1);
}

static void add_block(ModelPool *pool, size_t size) {
    if (size < BLOCK_SIZE) size = BLOCK_SIZE;
    ModelBlock *block = must(malloc(sizeof *block + size));
    block->next = pool->blocks;
    block->size = size;
    pool->blocks = block;
    pool->used = 0;
}

void *model_alloc(ModelPool *pool, size_t size) {
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!pool->blocks || pool->blocks->size - pool->used < size) add_block(pool, size);
    void *memory = pool->blocks->bytes + pool->used;
    pool->used += size;
    return memset(memory, 0, size);
}

void *model_array(ModelPool *pool, size_t count, size_t size) {
    if (count > 0 && size > SIZE_MAX / 2 / count) must(NULL);
    return model_alloc(pool, count * size);
}

char *model_copy(ModelPool *pool, const char *text, size_t length) {
    char *copy = model_alloc(pool, length + 1);
    if (length) memcpy(copy, text, length);
    return copy;
}

char *model_copy_z(ModelPool *pool, const char *text) {
    return model_copy(pool, text ? text : "", text ? strlen(text) : 0);
}

char *model_print(ModelPool *pool, const char *format, ...) {
    char text[LONGEST_TEXT];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    size_t kept = length < 0 ? 0 : (size_t)length;
    return model_copy(pool, text, kept < sizeof text ? kept : sizeof text - 1);
}

char *model_fill(ModelPool *pool, const char *pattern, const char *a, const char *b) {
    char text[LONGEST_TEXT];
    const char *args[] = {a, b};
    size_t length = text_format(text, sizeof text, pattern, args, 2);
    return model_copy(pool, text, length);
}

void model_pool_reset(ModelPool *pool) {
    ModelBlock *kept = pool->blocks;
    if (!kept) return;
    ModelPool rest = {kept->next, 0};
    model_pool_clear(&rest);
    kept->next = NULL;
    pool->used = 0;
}

void model_pool_clear(ModelPool *pool) {
    for (ModelBlock *block = pool->blocks; block;) {
        ModelBlock *next = block->next;
        free(block);
        block = next;
    }
    pool->blocks = NULL;
    pool->used = 0;
}
