#ifndef OBJECT_SET_H
#define OBJECT_SET_H
/* set and frozenset; both iterate in order of insertion (see the semantics in README): a | b and
 * a ^ b have a's items before b's, a & b has those of b, everything else keeps a's order.
 *
 * Left to engine/vm, because they may have to run Python code: set(iterable), frozenset(iterable),
 * and the methods that take any iterables: update, union, intersection(_update),
 * difference(_update), symmetric_difference(_update), isdisjoint, issubset, issuperset. Each is one
 * set_change() or set_test() per operand, after set_copy() where it makes a new set. */

#include "object/dict.h"
#include "object/engine.h"

typedef struct {
    Obj h;
    Dict *dict;    /* of a subclass instance */
    Dict *items;   /* keys only; values are None */
    uint32_t hash; /* frozenset; 0 = not computed yet */
} Set;

#define SET(o) ((Set *)(o))
static inline bool set_check(const Obj *o) {
    return HAS_LAYOUT(o, SET) || HAS_LAYOUT(o, FROZENSET);
}

Set *set_new(Engine *e, bool frozen);      /* owned, empty */
Set *set_new_typed(Engine *e, Type *type); /* the same of a subclass */
Set *set_copy(Engine *e, const Set *s);    /* owned set or frozenset, as `s` or its base is */
bool set_add(Engine *e, Set *s, Obj *item);
bool set_contains(Engine *e, Set *s, Obj *item, bool *found);
bool set_discard(Engine *e, Set *s, Obj *item, bool *found);
bool set_equal(Engine *e, Set *a, Set *b, bool *equal);

/* What one operand does to a set: adds, keeps only, removes its items; adds or removes each. */
typedef enum { SET_UPDATE, SET_INTERSECT, SET_SUBTRACT, SET_TOGGLE } SetChange;
/* The operand must be native (object/iter.h) or false is returned with *needs_call set and nothing
 * done: then collect it into a list first, or go item by item with the functions above. */
bool set_change(Engine *e, Set *s, SetChange change, Obj *operand, bool *needs_call);
static inline bool set_update_native(Engine *e, Set *s, Obj *iterable, bool *needs_call) {
    return set_change(e, s, SET_UPDATE, iterable, needs_call);
}

typedef enum { SET_IS_DISJOINT, SET_IS_SUBSET, SET_IS_SUPERSET } SetTest;
bool set_test(Engine *e, Set *s, SetTest test, Obj *operand, bool *answer, bool *needs_call);

Obj *set_iter_new(Engine *e, Set *s); /* owned; knows nothing of a subclass's __iter__ */

/* Slots of both types; in set_ops.c. */
Res set_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res set_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res set_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out);

extern const NativeDef set_methods[];
extern const NativeDef frozenset_methods[];

#endif
