#ifndef API_THINGS_H
#define API_THINGS_H
/* What a run's record needs besides its events to name things that are gone: the queues, locks,
 * events ... that were made, and what each suspension waited for. Private to api/. */

#include "api/coroscope.h"
#include "base/block.h"

/* A plain future that a variable is bound to. */
typedef struct {
    uint32_t id;
    char name[48];
} NamedFuture;

typedef struct {
    Ledger *ledger;
    CsThing *things; /* by id, which is by creation */
    size_t thing_count, thing_capacity;
    uint32_t unnamed; /* how many may still get a variable's name */
    CsWait *waits;    /* by event; the block's */
    size_t wait_count;
    Block wait_block;
    NamedFuture *futures; /* by id */
    size_t future_count, future_capacity;
    uint32_t future_tries;
    uint8_t lengths[EVENT_KIND_COUNT]; /* one more than kind_length(), 0 = not asked yet */
} Things;

/* Takes note of a fresh record. False: no memory. */
bool things_log(Things *t, Ledger *ledger, CsEngine *e, const CsEvent *event);
/* NULL: no such thing was made. */
const CsThing *things_find(const Things *t, uint32_t id);
/* The variable's name that the future got first; NULL: none. */
const char *things_future(const Things *t, uint32_t id);
/* Forgets what was logged after this record. */
void things_cut(Things *t, uint32_t event);
void things_clear(Things *t);

#endif
