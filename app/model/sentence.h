#ifndef MODEL_SENTENCE_H
#define MODEL_SENTENCE_H
/* For the model's own files: putting sentences together. */

#include "model/model_build.h"

/* Room grows in the pool; pieces are kept in order. */
typedef struct {
    ModelPool *pool;
    ModelText text;
    int room;
} Sentence;
void sentence_add(Sentence *s, ModelSpanKind kind, const char *text);
void sentence_state(Sentence *s, ModelState state, const char *text);
void sentence_badge(Sentence *s, ModelBadge badge);
void sentence_text(Sentence *s, const ModelText *text);
/* A wording: {n} is replaced by args[n], `...` becomes code. */
void sentence_fill(Sentence *s, const char *pattern, const ModelText *args, int count);
/* One piece as a text, to be an argument. */
ModelText sentence_piece(ModelPool *pool, ModelSpanKind kind, const char *text);
/* A task as sentences name it: its short name and its badge. */
ModelText sentence_task(ModelPool *pool, const CsSnapshot *snapshot, uint32_t id);
ModelText sentence_badges(ModelPool *pool, const CsSnapshot *s, const uint32_t *tasks, int count);

#endif
