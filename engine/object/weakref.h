#ifndef OBJECT_WEAKREF_H
#define OBJECT_WEAKREF_H
/* weakref.ref: references that do not keep their object alive. */

#include "object/engine.h"

/* The living references to one object form a chain that begins at its type's weak_offset. */
typedef struct WeakRef {
    Obj h;
    Dict *dict;                    /* __dict__ of a subclass instance */
    Obj *referent;                 /* borrowed; NULL = dead */
    Obj *callback;                 /* owned or NULL */
    struct WeakRef *older, *newer; /* borrowed */
    uint32_t hash;
    bool hashed;
    bool immortal; /* the referent never dies: in no chain */
} WeakRef;

#define WEAKREF(o) ((WeakRef *)(void *)(o))

/* Owned; a reference without callback is shared as in CPython. TypeError "cannot create weak
 * reference to '%s' object". */
Obj *weakref_new(Engine *e, Type *type, Obj *referent, Obj *callback);
Obj *weakref_to_immortal(Engine *e, Type *type, Obj *referent, Obj *callback);
/* The object dies: its references go dead, callbacks of those that live on are queued. */
void weakref_clear_all(Engine *e, Obj *dying);
/* vm/nested_ops.c: the callback will be called with the reference before the next instruction. */
void weakref_queue_callback(Engine *e, WeakRef *w);

#endif
