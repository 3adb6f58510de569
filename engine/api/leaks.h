#ifndef API_LEAKS_H
#define API_LEAKS_H
/* What a run has left behind: objects that live on because a reference to them was not given back.
 */

#include "api/coroscope.h"

/* The object is counted `refs` times, and `found` references to it are there. */
typedef struct {
    uint32_t id, refs, found;
    const char *type; /* the name of its class; valid until the engine goes elsewhere */
} CsLeak;

/* Looks at the present moment, which should be the end of the run. Objects that are immortal do not
 * count, nor do those that only refer to each other, as in CPython without its cycle collector; an
 * object that is counted more often than it is referred to has leaked, even within a circle. The
 * first `room` of them are written to `leaks`. Returns how many there are; SIZE_MAX: no memory. */
size_t cs_leaks(CsEngine *e, CsLeak *leaks, size_t room);
/* Objects that live now and are not immortal. SIZE_MAX: no memory. */
size_t cs_living(CsEngine *e);

#endif
