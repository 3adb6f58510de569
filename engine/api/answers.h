#ifndef API_ANSWERS_H
#define API_ANSWERS_H
/* What futures got that no task resolved: results that threads and callbacks brought; private to
   api/. */

#include "api/coroscope.h"

typedef struct {
    CsAnswer *items; /* by event; texts live as long as the engine */
    size_t count, capacity;
} Answers;

/* Takes note of a future.resolved record. */
void answers_log(CsEngine *e, const CsEvent *event);
void answers_clear(Answers *a);

#endif
