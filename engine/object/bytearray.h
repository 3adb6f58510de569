#ifndef OBJECT_BYTEARRAY_H
#define OBJECT_BYTEARRAY_H
/* bytearray: holds a bytes object that is replaced when it changes. */

#include "object/bytes.h"

typedef struct {
    Obj h;
    Dict *dict;       /* of a subclass instance */
    Obj *held;        /* exact bytes, never NULL */
    uint32_t exports; /* how many memoryviews are open: the size must stay */
} ByteArray;

#define BYTEARRAY(o) ((ByteArray *)(o))

/* Owned; the contents are those of `bytes` (borrowed). */
Obj *bytearray_new(Engine *e, Obj *bytes);
/* What a bytes object or a bytearray holds: borrowed; any other object is given back. */
Obj *bytearray_contents(Obj *o);

/* Its contents for writing in place, which no other object sees; NULL: MemoryError. */
unsigned char *bytearray_writable(Engine *e, Obj *o);

/* Puts bytes, a bytearray or a list of ints at the end. */
bool bytearray_extend(Engine *e, Obj *o, Obj *more);

#endif
