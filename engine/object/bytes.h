#ifndef OBJECT_BYTES_H
#define OBJECT_BYTES_H
/* bytes: immutable.
 *
 * Left to engine/vm because it may call Python: join (collect, then bytes_join_list). */

#include "object/engine.h"

typedef struct {
    Obj h;
    Dict *dict; /* of a subclass instance */
    uint32_t hash;
    uint32_t size;
    unsigned char data[]; /* followed by a NUL */
} Bytes;

#define BYTES(o) ((Bytes *)(o))
/* Owned. `data` may be NULL: zeros. */
Obj *bytes_new(Engine *e, const void *data, size_t size);
/* The same of a subclass (or bytes itself); always a fresh object. */
Obj *bytes_new_typed(Engine *e, Type *type, const void *data, size_t size);
/* bytes(o) for bytes, iterables of ints that need no Python code and objects with __bytes__ (nested
 * call); owned. TypeError "cannot convert '%s' object to bytes". */
Obj *bytes_from(Engine *e, Obj *o);
/* The same for bytes or bytearray, as the `word` says that errors name. */
Obj *bytes_from_as(Engine *e, Obj *o, const char *word);
/* What the constructor of bytes or bytearray makes of its arguments; owned bytes. */
Obj *bytes_construct(Engine *e, Obj *const *args, int nargs, Tuple *kwnames, const char *word);
/* repr(): b'...'. Owned. */
Obj *bytes_repr(Engine *e, const Bytes *b);
/* sep.join(items); TypeError "sequence item %d: expected a bytes-like object, %s found". Owned. */
Obj *bytes_join_list(Engine *e, Bytes *sep, Obj *const *items, size_t count);

#endif
