#ifndef API_RAISES_H
#define API_RAISES_H
/* Which exceptions went through the program's own frames; private to api/. */

#include "api/coroscope.h"
#include "object/code.h"

struct PFrame;

typedef struct {
    CsRaise *raises; /* in order; texts live as long as the engine */
    size_t count, capacity;
    /* The exception on its way: which, as of when, in which task. */
    uint32_t flying; /* object id; 0: it was caught */
    uint64_t instruction;
    uint32_t task;
    uint32_t record; /* of it, from 1; 0: it has not come to the program's own frames */
} Raises;

/* The VM's hook: an exception has come to the frame. `handler` NULL: it leaves it. `again`: the
   frame has raised it once more. */
void raises_log(CsEngine *e, struct PFrame *f, const Handler *handler, bool again);
/* An exception has left a task, or ended it or the program. */
void raises_escaped(CsEngine *e);
void raises_clear(Raises *r);

#endif
