#ifndef MODEL_CANCEL_PICK_H
#define MODEL_CANCEL_PICK_H
/* Which cancellation or failure a moment is about, found in the record. */

#include "model/model_build.h"

/* Numbers of records; 0 = it did not happen. */
typedef struct {
    uint32_t task;
    uint32_t request; /* task.cancel_requested, or the failed task's end */
    uint32_t future, ready, thrown, cleaned, ended;
} CancelRow;

typedef struct {
    bool on, failure;
    uint32_t root; /* the record that caused all requests; of a failure its task.done */
    CancelRow rows[JOURNEY_ROWS];
    int count, more;
    int chosen; /* whose frames are shown */
} CancelPick;

/* The latest one up to the moment, or that of the selected task. */
void cancel_pick(const ModelFacts *facts, CancelPick *pick);
/* The record after which the chosen row's frames are as they were when the exception came in: of a
   failure, the step instead. False: it has not come in. */
bool cancel_pick_thrown(const ModelFacts *facts, const CancelPick *pick, uint32_t *event,
                        uint64_t *step);

#endif
