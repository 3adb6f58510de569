#ifndef MODEL_MODEL_POOL_H
#define MODEL_MODEL_POOL_H
/* Memory of one picture's data: given out piece by piece, freed all at once. */

#include <stddef.h>

typedef struct ModelBlock ModelBlock;

typedef struct {
    ModelBlock *blocks;
    size_t used; /* of the first block */
} ModelPool;

/* Zeroed and aligned for any type. Never NULL: a picture's data is small, and a machine that cannot
   hold it ends the program with a message. */
void *model_alloc(ModelPool *pool, size_t size);
void *model_array(ModelPool *pool, size_t count, size_t size);
char *model_copy(ModelPool *pool, const char *text, size_t length);
char *model_copy_z(ModelPool *pool, const char *text);
char *model_print(ModelPool *pool, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Fills {0} {1} of a wording in (see text_format). */
char *model_fill(ModelPool *pool, const char *pattern, const char *a, const char *b);
/* Forgets everything; keeps one block for the next picture. */
void model_pool_reset(ModelPool *pool);
void model_pool_clear(ModelPool *pool);

#endif
