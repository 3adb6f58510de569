#ifndef MODEL_EVENT_FACTS_H
#define MODEL_EVENT_FACTS_H
/* The whole record of a run, with what is known of each handle and future that it names: so that
 * any record can be told in words at any time, long after the things that it names are gone. */

#include "api/coroscope.h"
#include "model/model_pool.h"

/* A handle or a future; the numbers are records, 0 = it did not happen. */
typedef struct {
    uint32_t id;
    uint32_t made;            /* its first record */
    uint32_t set;             /* timer.set */
    uint32_t fired;           /* timer.fired */
    uint32_t scheduled;       /* handle.scheduled */
    uint32_t ran;             /* handle.run */
    uint32_t resolved;        /* future.resolved */
    uint32_t future;          /* id of what a timer resolves */
    uint32_t timer;           /* id of the handle that resolves it */
    uint32_t run, wait, note; /* one more than the place among handle runs, waits, notes */
} EventThing;

typedef struct {
    CsEngine *engine;
    const CsEvent *events;
    const CsWait *waits;
    const CsThing *things;
    const CsOutput *outputs;
    size_t event_count, wait_count, thing_count, output_count;
    EventThing *table; /* open addressing by id */
    size_t table_size; /* a power of two */
    CsInjection injection;
    uint32_t injected; /* the record of its handle's run; 0 = nothing was done to the run */
} EventFacts;

/* Everything is borrowed from the engine but the table, which lies in the pool. Valid until the
 * engine records on. */
void event_facts_build(EventFacts *facts, CsEngine *engine, ModelPool *pool);

const CsEvent *event_facts_get(const EventFacts *facts, uint32_t event);    /* NULL: none */
const EventThing *event_facts_handle(const EventFacts *facts, uint32_t id); /* or future; or NULL */
const CsThing *event_facts_thing(const EventFacts *facts, uint32_t id);     /* or NULL */
const CsWait *event_facts_wait(const EventFacts *facts, uint32_t event);    /* or NULL */
/* When the timer is due that the timer.set record sets, where that is known. */
bool event_facts_deadline(const EventFacts *facts, const CsEvent *set, int64_t *ns);
/* The record up the chain of causes that says who acted: a task.step, the run of a plain handle,
 * the start of a worker thread, of the loop or of the program. */
const CsEvent *event_facts_actor(const EventFacts *facts, const CsEvent *event);
/* Whether a record tells of a worker thread. */
bool event_facts_is_thread(const CsEvent *event);
/* The task that a record is about, 0 = none. */
uint32_t event_facts_task(const CsEvent *event);
/* The future that it is about, 0 = none. */
uint32_t event_facts_future(const EventFacts *facts, const CsEvent *event);

#endif
