#ifndef VM_ITERATE_H
#define VM_ITERATE_H
/* What natives that loop over iterables share. */

#include "object/list.h"
#include "vm/native.h"
#include "vm/ops.h"

/* iter(callable, sentinel); owned. */
Obj *iterators_new_calls(Engine *e, Obj *callable, Obj *sentinel);

#endif
