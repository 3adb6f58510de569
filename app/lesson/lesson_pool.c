#include "lesson/lesson_pool.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 16384 };

struct LessonBlock {
    LessonBlock *next;
    size_t used, size;
    max_align_t bytes[];
};

static _Noreturn void out_of_memory(void) {
    fputs("coroscope: not enough memory to load the lesson\n", stderr);
    exit(EXIT_FAILURE);
}

static LessonBlock *add_block(LessonPool *pool, size_t size) {
    LessonBlock *block = calloc(1, offsetof(LessonBlock, bytes) + size);
    if (!block) out_of_memory();
    block->size = size;
    block->next = pool->blocks;
    pool->blocks = block;
    return block;
}

void *lesson_pool_alloc(LessonPool *pool, size_t size) {
    const size_t unit = sizeof(max_align_t);
    if (size > SIZE_MAX / 2) out_of_memory();
    size_t rounded = (size + unit - 1) / unit * unit;
    LessonBlock *block = pool->blocks;
    if (!block || block->size - block->used < rounded)
        block = add_block(pool, rounded > BLOCK_SIZE ? rounded : BLOCK_SIZE);
    void *memory = (char *)block->bytes + block->used;
    block->used += rounded;
    return memory;
}

char *lesson_pool_copy(LessonPool *pool, const char *text, size_t length) {
    char *copy = lesson_pool_alloc(pool, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *lesson_pool_format(LessonPool *pool, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    char *text = lesson_pool_alloc(pool, length < 0 ? 1 : (size_t)length + 1);
    if (length >= 0) vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

void lesson_pool_clear(LessonPool *pool) {
    while (pool->blocks) {
        LessonBlock *next = pool->blocks->next;
        free(pool->blocks);
        pool->blocks = next;
    }
}

void *lesson_pool_resize(void *memory, size_t count, size_t size) {
    void *grown = count <= SIZE_MAX / size ? realloc(memory, count * size) : NULL;
    if (!grown) out_of_memory();
    return grown;
}
