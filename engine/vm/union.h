#ifndef VM_UNION_H
#define VM_UNION_H
/* Types written as expressions: int | None, list[int]. */

#include "object/tuple.h"

typedef struct {
    Obj h;
    Tuple *args;
} Union;

typedef struct {
    Obj h;
    Obj *origin;
    Tuple *args;
    bool starred;
} GenericAlias;

#define GENERIC_ALIAS(o) ((GenericAlias *)(o))

/* a | b for classes, None, aliases and unions: R_NOTIMPL for other operands. */
Res union_or(Engine *e, Obj *a, Obj *b, Obj **out);
/* The union of these, at least one; owned. */
Obj *union_of(Engine *e, const Tuple *members);
static inline Tuple *union_args(const Obj *o) {
    return ((const Union *)o)->args;
}

/* origin[args]; an argument that is no tuple is the only one. Owned. */
Obj *generic_alias_new(Engine *e, Obj *origin, Obj *args);
/* For method tables of generic built-in types: list[int]. Signature "cls, item, /", NATIVE_CLASS.
 */
Obj *generic_alias_class_getitem(Engine *e, Obj *const *a);

#endif
