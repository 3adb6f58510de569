#ifndef VM_ITERATE_H
#define VM_ITERATE_H
/* What natives that loop over iterables share. */

#include "object/list.h"
#include "vm/native.h"
#include "vm/ops.h"

/* All of them: what they call and what they draw from. */
typedef struct {
    Obj h;
    Dict *dict;     /* of a subclass instance */
    Obj *function;  /* map, filter, calls: callable or None; NULL = used up (calls); enumerate: a
                       huge start, to which `number` is added */
    Obj *source;    /* iterator; zip and map: Tuple of iterators; reversed: the sequence */
    int64_t number; /* enumerate: the next index; reversed: the next position */
    uint8_t strict; /* zip */
} Drawer;

#define DRAWER(o) ((Drawer *)(o))

/* Natives: __reduce__ of all of them, __setstate__ of zip and reversed (iterators_reduce.c). */
Obj *iterators_reduce(Engine *e, Obj *const *a);
Obj *iterators_set_state(Engine *e, Obj *const *a);

/* iter(callable, sentinel); owned. */
Obj *iterators_new_calls(Engine *e, Obj *callable, Obj *sentinel);

#endif
