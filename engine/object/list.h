#ifndef OBJECT_LIST_H
#define OBJECT_LIST_H
/* list.
 *
 * Left to engine/vm, because they may have to run Python code: list(iterable), extend(), sort()
 * (object/list_sort.h), `+=` and slice assignment with an iterable that is not native (the slots
 * here refuse it), __class_getitem__. */

#include "object/engine.h"
#include "object/range.h"
#include "object/seq.h"

typedef struct {
    Obj h;
    Dict *dict; /* of a subclass instance */
    uint32_t size, capacity;
    Obj **items; /* arena block */
} List;

#define LIST(o) ((List *)(o))
List *list_new(Engine *e, size_t capacity);                     /* owned, empty */
List *list_of(Engine *e, Obj *const *items, size_t count);      /* increfs the items */
bool list_append(Engine *e, List *l, Obj *item);                /* increfs */
bool list_insert(Engine *e, List *l, int64_t index, Obj *item); /* increfs; clamps the index */
Obj *list_pop(Engine *e, List *l, int64_t index); /* owned; IndexError "pop from empty list" ... */
void list_clear(Engine *e, List *l);
bool list_reserve(Engine *e, List *l, size_t capacity);
/* Appends everything of a list, tuple, str, dict, set, range or builtin iterator that needs no
 * Python call; returns false with *needs_call set when the iterable is none of these. */
bool list_extend_native(Engine *e, List *l, Obj *iterable, bool *needs_call);
/* Owned: a fresh list of such an iterable. NULL with *needs_call set: Python code must run. */
List *list_from_native(Engine *e, Obj *iterable, bool *needs_call);
/* l[s] = values, where NULL deletes. `values` may be l itself. Errors: see list_slice.c. */
bool list_assign_slice(Engine *e, List *l, Slice *s, const List *values);
/* l[start:stop] = values (borrowed, not l's own array); the bounds lie within the list. */
bool list_replace(Engine *e, List *l, int64_t start, int64_t stop, Obj *const *values,
                  size_t count);
/* Slots for subscripts with ints and slices; the VM's own come first where they may push. */
Res list_getitem(Engine *e, Obj *o, Obj *key, Obj **out);
Res list_setitem(Engine *e, Obj *o, Obj *key, Obj *value);

extern const NativeDef list_methods[];

#endif
