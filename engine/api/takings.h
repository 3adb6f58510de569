#ifndef API_TAKINGS_H
#define API_TAKINGS_H
/* Who took a lock, a permit, a place, and who gave it back; who was added to a group: the records
   of that alone, since whoever holds a thing is found among them; private to api/. */

#include "api/coroscope.h"
#include "base/ledger.h"

typedef struct {
    uint32_t event, thing, task; /* record; object ids, task 0 = none */
    uint32_t kind;               /* EventKind */
} Taking;

typedef struct {
    Taking *items; /* by event */
    size_t count, capacity;
} Takings;

/* Takes note of a record, if it is one of these. False: no memory. */
bool takings_log(Takings *t, Ledger *ledger, const CsEvent *event);
/* Forgets what came after so many records. */
void takings_cut(Takings *t, uint32_t events);
void takings_clear(Takings *t);
/* How many of them are among the first so many records. */
size_t takings_up_to(const Takings *t, uint32_t events);

#endif
