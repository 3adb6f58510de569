#ifndef MODEL_MODEL_SYNC_H
#define MODEL_MODEL_SYNC_H
/* For the model's own files: building the boxes of queues, locks, events and the like. */

#include "model/model_find.h"

/* The slots have room for one more: their number is the builder's to know. */
ModelSlot *model_sync_slot(ModelSync *box, ModelSlotKind kind, const char *text);
/* Tasks in line, in order; in the model's memory. */
void model_sync_line(Model *model, const CsSnapshot *s, const uint32_t *tasks, int count,
                     ModelLiner **out, int *out_count);

/* One for each kind but queues. */
void model_sync_lock(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync);
void model_sync_event(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync);
void model_sync_semaphore(ModelSync *box, Model *model, const ModelFacts *facts,
                          const CsSync *sync);
void model_sync_condition(ModelSync *box, Model *model, const ModelFacts *facts,
                          const CsSync *sync);
void model_sync_barrier(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync);
void model_sync_group(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync);

#endif
