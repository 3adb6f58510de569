#ifndef AIO_AIO_INJECT_H
#define AIO_AIO_INJECT_H
/* Something that is done to a run from outside, once: a task is cancelled, an exception raised
 * where a task waits, a sleep made longer. It is done between two handles, by a handle of the
 * loop's own that is labelled `lesson`. A run without one is not touched. */

#include "aio/aio.h"

typedef enum { INJECT_CANCEL, INJECT_RAISE, INJECT_DELAY } InjectKind;

typedef enum {
    INJECTED_NOT_YET,
    INJECTED_DONE,
    INJECTED_GONE,         /* what is meant is over, or was never there */
    INJECTED_NOT_WAITING,  /* nothing is awaited that an exception could be raised in */
    INJECTED_NOT_SLEEPING, /* no timer runs for it */
    INJECTED_NO_EXCEPTION  /* the expression gives none */
} Injected;

/* Lies outside the arena; whether it was done yet is in AioState. */
struct Injection {
    InjectKind kind;
    int64_t at_ns;                /* when; -1: after the record and the line below */
    uint32_t event;               /* records made before it */
    uint64_t step;                /* lines that were about to run before it */
    uint32_t target;              /* object id: the task, future or timer */
    double seconds;               /* delay */
    Obj *(*exception)(Engine *e); /* raise: a new instance, owned; NULL: an error is set */
    Injected outcome;             /* of the handle, once it ran */
    uint32_t run;                 /* the record of its run */
};

/* It has to be done now, between two handles. */
bool aio_inject_due(const Engine *e);
/* When the loop has to wake for it: virtual ns, INT64_MAX = not at a time. */
int64_t aio_inject_next(const Engine *e);
/* Puts its handle first in the ready queue. False: an error is set. */
bool aio_inject(Engine *e, AioLoop *loop);

#endif
