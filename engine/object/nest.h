#ifndef OBJECT_NEST_H
#define OBJECT_NEST_H
/* How deep C code may go into containers within containers (repr, equality, order, hash), and which
 * containers a repr is inside of. */

#include "base/tiny.h"
#include "object/engine.h"

/* Containers may contain each other this deep; beyond it the operation is a RecursionError. */
enum { NEST_LIMIT = TINY(200, 8) };

/* Lies on the C stack of a repr slot while the elements' reprs are made. */
typedef struct ReprMark {
    const Obj *object;
    struct ReprMark *outer;
} ReprMark;

/* Every nest_enter() that returned true needs a nest_leave(). `doing` ends CPython's message
 * "maximum recursion depth exceeded%s": " in comparison". False: RecursionError is set. */
bool nest_enter(Engine *e, const char *doing);
void nest_leave(Engine *e);

/* R_OK: entered, repr_leave() is due. R_STOP: the repr of `o` is being made further out, so its
 * place is marked by "..." inside its brackets. R_ERR: RecursionError is set. */
Res repr_enter(Engine *e, ReprMark *mark, const Obj *o);
void repr_leave(Engine *e, const ReprMark *mark);

/* The hash slot of mutable containers: TypeError "unhashable type: '%s'". */
bool hash_refused(Engine *e, Obj *o, uint32_t *hash);

#endif
