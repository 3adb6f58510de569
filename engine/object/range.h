#ifndef OBJECT_RANGE_H
#define OBJECT_RANGE_H
/* range, slice, and the resolution of slices against a length. */

#include "object/engine.h"

typedef struct {
    Obj h;
    int64_t start, stop, step, length;
    Tuple *big; /* NULL, or the four as ints because one of them leaves 64 bits; then of the others
                   only `length` is set, to the nearest number (object/range_big.h) */
} Range;

typedef struct {
    Obj h;
    Obj *start, *stop, *step;
} Slice;

#define RANGE(o) ((Range *)(o))
#define SLICE(o) ((Slice *)(o))

/* A slice applied to a sequence: `count` items from start by step. */
typedef struct {
    int64_t start, stop, step, count;
} SliceIndices;

/* Owned. ValueError "range() arg 3 must not be zero". */
Obj *range_new(Engine *e, int64_t start, int64_t stop, int64_t step);
/* Whether the range holds this number; *index is where. */
bool range_find(const Range *r, int64_t value, int64_t *index);
Obj *slice_new(Engine *e, Obj *start, Obj *stop, Obj *step); /* owned; NULL = None */
/* In two halves where looking at the bounds may run code that changes the length. */
bool slice_unpack(Engine *e, const Slice *s, SliceIndices *out);
void slice_adjust(SliceIndices *at, int64_t length);
/* Bounds clamped as CPython's slice.indices() does. TypeError "slice indices must be integers or
 * None or have an __index__ method", ValueError "slice step cannot be zero". */
bool slice_indices(Engine *e, Slice *s, int64_t length, SliceIndices *out);

extern const NativeDef range_methods[];
extern const NativeDef slice_methods[];

#endif
