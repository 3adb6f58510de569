#ifndef API_TALKS_H
#define API_TALKS_H
/* What the program's generators and those who drive them said to each other; private to api/. */

#include "api/coroscope.h"
#include "object/object.h"

typedef struct {
    CsTalk *talks; /* in order; texts live as long as the engine */
    size_t count, capacity;
    uint64_t instruction; /* of the last one */
    size_t same;          /* the first one of that instruction */
} Talks;

/* The VM's hook: takes note of it unless the run is only repeated. */
void talks_log(CsEngine *e, const struct Gen *g, int kind, const Obj *value);
void talks_clear(Talks *t);

#endif
