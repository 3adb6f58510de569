#ifndef LIB_LIB_DEQUE_H
#define LIB_LIB_DEQUE_H
/* collections.deque: a ring of items. */

#include "object/dict.h"
#include "object/engine.h"

typedef struct {
    Obj h;
    Dict *dict; /* of a subclass instance */
    Obj *weakrefs;
    Obj **items;       /* arena block, NULL = none yet */
    uint32_t capacity; /* places; 0 or a power of two */
    uint32_t first;    /* place of the first item */
    uint32_t size;
    uint32_t version; /* grows when items come or go: iterators notice */
    int64_t maxlen;   /* -1 = none */
} Deque;

#define DEQUE(o) ((Deque *)(o))

/* Borrowed item at an index below size. */
static inline Obj **deque_place(const Deque *d, uint32_t index) {
    return &d->items[(d->first + index) & (d->capacity - 1)];
}

/* Increfs the item; the item at the other end goes when the deque is full. */
bool deque_append(Engine *e, Deque *d, Obj *item);
bool deque_append_left(Engine *e, Deque *d, Obj *item);
Obj *deque_pop(Deque *d);      /* owned; the deque must not be empty */
Obj *deque_pop_left(Deque *d); /* likewise */
void deque_clear(Engine *e, Deque *d);
void deque_rotate(Deque *d, int64_t steps); /* to the right */
/* Removes the item at an index; owned. */
Obj *deque_take(Deque *d, uint32_t index);
/* An empty deque of the type with that maxlen; owned. */
Deque *deque_new(Engine *e, Type *type, int64_t maxlen);
Deque *deque_copy(Engine *e, const Deque *d, Type *type); /* owned */

/* lib_deque_methods.c */
extern const NativeDef deque_methods[];
/* Appends everything of an iterable; the result is the deque. R_OK, or pushes. */
Res deque_extend_and_return(Engine *e, Deque *d, Obj *iterable, Obj **out);
Res deque_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);

#endif
