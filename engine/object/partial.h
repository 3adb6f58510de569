#ifndef OBJECT_PARTIAL_H
#define OBJECT_PARTIAL_H
/* functools.partial. */

#include "object/dict.h"
#include "object/tuple.h"

typedef struct {
    Obj h;
    Dict *dict;
    Obj *func;    /* owned */
    Tuple *args;  /* owned */
    Dict *kwargs; /* owned */
    Obj *weakrefs;
} Partial;

#define PARTIAL(o) ((Partial *)(o))

#endif
