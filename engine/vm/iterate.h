#ifndef VM_ITERATE_H
#define VM_ITERATE_H
/* What natives that loop over iterables share. */

#include "object/list.h"
#include "vm/native.h"
#include "vm/ops.h"

/* iter(callable, sentinel); owned. */
Obj *iterators_new_calls(Engine *e, Obj *callable, Obj *sentinel);

/* Sorts the list as list.sort() does; key None = none. Pushes, or R_OK with None. */
Res list_natives_sort(Engine *e, List *l, Obj *key, bool reverse, Obj **out);

#endif
