#ifndef MODEL_MARK_H
#define MODEL_MARK_H
/* The small sign at the head of a row or a card: a state, a result, a timer, who. */

#include "api/coroscope.h"
#include "model/model.h"

typedef enum {
    MARK_NOTHING, /* a dot */
    MARK_STATE,   /* state */
    MARK_RESULT,  /* result: of a future */
    MARK_TIMER,   /* share: of the wait that is over */
    MARK_BADGE    /* badge */
} ModelMarkKind;

typedef struct {
    uint8_t kind, state, result; /* ModelMarkKind, ModelState, ModelResult */
    float share;
    ModelBadge badge;
} ModelMark;

/* What a record made of the thing that it is about. */
ModelMark mark_of_event(const CsEvent *event);
ModelMark mark_of_state(ModelState state);
ModelMark mark_of_badge(ModelBadge badge);
/* The snapshot's state as the model's. */
ModelState mark_task_state(CsTaskState state);
TextKey mark_state_name(ModelState state); /* alone: "waiting" */

#endif
