#ifndef LESSON_POOL_H
#define LESSON_POOL_H
/* Memory that belongs to one lesson or one list of problems and is freed all at once. */

#include <stddef.h>

typedef struct LessonBlock LessonBlock;

typedef struct LessonPool {
    LessonBlock *blocks;
} LessonPool;

/* Zeroed and aligned for any type. Never NULL: a lesson is at most 1 MiB, so a machine that cannot
   give the memory for one ends the program with a message. */
void *lesson_pool_alloc(LessonPool *pool, size_t size);
char *lesson_pool_copy(LessonPool *pool, const char *text, size_t length);
char *lesson_pool_format(LessonPool *pool, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void lesson_pool_clear(LessonPool *pool);

/* Like realloc(), with the same promise as lesson_pool_alloc(); the caller frees the result. */
void *lesson_pool_resize(void *memory, size_t count, size_t size);

#endif
