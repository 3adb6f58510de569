#ifndef OBJECT_SEQ_H
#define OBJECT_SEQ_H
/* What tuples and lists have in common. */

#include "object/engine.h"

/* More items than this never fit into the arena; below it sizes in bytes cannot overflow. */
enum { SEQ_MAX = 1 << 27 };

/* A look at the items of a tuple or list; valid until something may change the list. */
typedef struct {
    Obj *const *items;
    size_t size;
} SeqView;

SeqView seq_view(const Obj *o);

/* Index of a sequence access: negative counts from the end. False: out of range. */
bool seq_index(int64_t *index, size_t size);
/* True for ints and objects with __index__. */
bool seq_is_index(Engine *e, Obj *key);
/* The value of such a key, else TypeError "%s indices must be integers or slices, not %s". */
bool seq_key(Engine *e, const char *kind, Obj *key, int64_t *index);
/* A start or stop argument of index(), not below 0; `missing` if it is NULL. TypeError "slice
 * indices must be integers or have an __index__ method". */
bool seq_bound(Engine *e, Obj *bound, size_t size, int64_t missing, int64_t *result);

/* Slots. The elements' own comparison, repr and hash may nest into Python, so a list is read anew
 * after each. */
Res seq_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out);
Res seq_contains(Engine *e, Obj *o, Obj *item, Obj **out);
Res seq_length(Engine *e, Obj *o, Obj **out);
Res seq_truth(Engine *e, Obj *o, Obj **out);
Obj *seq_repr(Engine *e, Obj *o, char open, char close);

/* The first equal item in [start, stop): *index is -1 when there is none. */
bool seq_find(Engine *e, Obj *o, Obj *item, int64_t start, int64_t stop, int64_t *index);
/* Owned int; the method count(). */
Obj *seq_count(Engine *e, Obj *const *a);
/* New references to items start, start + step ...: for slices. */
void seq_copy(Obj **to, Obj *const *from, int64_t start, int64_t step, int64_t count);

/* How `a + b` ends when b is no sequence of a's kind: TypeError, always R_ERR. */
Res seq_concat_refused(Engine *e, const char *kind, Obj *b);
/* For a * b, one of which is the sequence: R_OK and how often, at least 0; or R_ERR. */
Res seq_repeat_count(Engine *e, Obj *a, Obj *b, bool a_is_sequence, int64_t *count);

#endif
