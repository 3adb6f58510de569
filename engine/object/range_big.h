#ifndef OBJECT_RANGE_BIG_H
#define OBJECT_RANGE_BIG_H
/* Ranges of which a bound, the step or the length leaves 64 bits: the same in ints of any size. */

#include "object/range.h"

/* Places in Range.big. */
enum { BIG_START, BIG_STOP, BIG_STEP, BIG_LENGTH, BIG_PARTS };

/* Owned, from three exact ints; a plain range where 64 bits suffice. */
Obj *range_from_ints(Engine *e, Obj *start, Obj *stop, Obj *step);

/* The counterparts of range.c's slots, for ranges whose `big` is set. */
Obj *range_big_repr(Engine *e, const Range *r);
Obj *range_big_item(Engine *e, const Range *r, Obj *index); /* owned; IndexError */
Obj *range_big_slice(Engine *e, const Range *r, Slice *s);  /* owned */
Obj *range_big_iter(Engine *e, const Range *r, bool backwards);
/* *index: where the item is, an owned int, or NULL where it is not. */
bool range_big_find(Engine *e, const Range *r, Obj *item, Obj **index);
/* Any two ranges. */
bool range_big_equal(Engine *e, const Range *a, const Range *b, bool *equal);

/* What slice.indices() gives for a length beyond 64 bits: start, stop and step, owned. */
Tuple *slice_indices_big(Engine *e, const Slice *s, Obj *length);

#endif
