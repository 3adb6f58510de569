#ifndef MODEL_WHY_H
#define MODEL_WHY_H
/* Why is this so? The state of a task, future, queue, lock ... at a moment of a recorded run, the
 * chain of causes that led to it, who can wake it, and what happens to it next. Plain data. */

#include "model/event_words.h"

/* All borrowed. */
typedef struct {
    const EventWords *words;
    const CsSnapshot *now;
    uint32_t event; /* records made before the moment */
    CsEnd end;      /* of the run */
} WhyMoment;

/* ---- Who is asked about -------------------------------------------------------------------- */

typedef struct {
    const char *kind; /* "task", "future", "queue" ... */
    const char *name; /* "consumer-1", "q", "queue#2" */
    uint32_t id;
} WhyThing;

typedef enum { WHY_FOUND, WHY_UNKNOWN, WHY_AMBIGUOUS } WhyFound;

/* Finds "task:NAME", "queue:q", "lock#2" or a plain name: that of a task, of a variable bound to
 * the thing, or its label. Only what was made before the moment is found. */
WhyFound why_find(const WhyMoment *m, const char *of, WhyThing *out);
/* The same by object id; also handles that are ready or run, and timers. False: it is gone. */
bool why_find_id(const WhyMoment *m, uint32_t id, WhyThing *out);
/* All that can be asked about at the moment, as "kind:name"; in the pool of the words. */
const char **why_names(const WhyMoment *m, size_t *count);

/* ---- The answer ---------------------------------------------------------------------------- */

typedef struct {
    uint32_t event; /* the record */
    uint32_t step;
    int64_t time_ns;
    int line;         /* of the program, 0 = the loop itself */
    const char *kind; /* "timer.fired" */
    ModelText text;
} WhyLink;

typedef struct {
    const char *kind; /* "timer", "task", "holder", "queue_get" ..., "does", "nobody", "cycle" */
    uint32_t id;      /* of the task or the thing; 0 = none */
    ModelText text;
} WhyWaker;

enum { WHY_WAKERS = 16 };

/* Lies in the pool of the words. */
typedef struct {
    const char *of; /* "task:consumer-1" */
    uint32_t id;
    const char *state; /* "waiting", "ready", "done", "pending", "locked" ... */
    ModelText is;      /* the state as a sentence */
    WhyWaker wakers[WHY_WAKERS];
    int waker_count;
    WhyLink *chain; /* from the program's start to the record that made it so */
    size_t chain_count;
    bool has_next;
    WhyLink next; /* the next record about it */
} Why;

void why_build(const WhyMoment *m, const WhyThing *of, Why *out);

/* For why_wakers.c: */
void why_add(Why *out, const char *kind, uint32_t id, ModelText text);
void why_wakers(const WhyMoment *m, const CsTask *task, Why *out);
void why_resolvers(const WhyMoment *m, uint32_t future, Why *out);

#endif
