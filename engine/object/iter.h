#ifndef OBJECT_ITER_H
#define OBJECT_ITER_H
/* One struct for every built-in iterator that walks a container by position, and the loop over
 * iterables that need no Python code. */

#include "object/engine.h"

typedef struct {
    Obj h;
    Obj *source; /* NULL when exhausted */
    int64_t position, stop, step;
    uint32_t expected; /* dict and set: the size or version that must not change */
} Iter;

#define ITER(o) ((Iter *)(o))

/* Owned; increfs source. Position 0, or the last item's for reversing iterators. */
Obj *iter_new(Engine *e, int type_id, Obj *source);
/* Owned: `count` numbers from start by step. */
Obj *iter_new_range(Engine *e, int64_t start, int64_t step, int64_t count);

/* An iterator whose `next` never runs Python code. */
bool iter_is_native(Engine *e, const Obj *iterator);
/* An object whose iterator is such a one: a container (or an instance of a subclass that leaves
 * __iter__ alone), a view, or such an iterator itself. */
bool iter_is_native_iterable(Engine *e, const Obj *iterable);
/* Owned iterator over a native iterable. NULL with *needs_call set: it is none, and nothing was
 * done; NULL without: an exception is set. */
Obj *iter_over_native(Engine *e, Obj *iterable, bool *needs_call);
/* R_OK with an owned item, R_STOP, R_ERR. An iterator that is not native is refused with R_PUSH
 * before anything happens. */
Res iter_next_native(Engine *e, Obj *iterator, Obj **item);

/* Slots and methods that iterators of other files share. */
void iter_release(Engine *e, Obj *o);
Res iter_self(Engine *e, Obj *o, Obj **out);
/* Drops the source: the iterator stays exhausted. Always R_STOP. */
Res iter_exhaust(Engine *e, Iter *it);

/* Natives: __reduce__ of all of them, __setstate__ of those that have a place (iter_reduce.c). */
Obj *iter_reduce(Engine *e, Obj *const *a);
Obj *iter_set_state(Engine *e, Obj *const *a);

extern const NativeDef iter_methods[];       /* of all of them */
extern const NativeDef iter_place_methods[]; /* of those over sequences */

#endif
