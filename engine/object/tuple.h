#ifndef OBJECT_TUPLE_H
#define OBJECT_TUPLE_H
/* tuple.
 *
 * Left to engine/vm: tuple(iterable) (collect into a list, then tuple_of), as well as
 * __class_getitem__. */

#include "object/engine.h"

struct Tuple {
    Obj h;
    uint32_t size;
    Obj *items[];
};

#define TUPLE(o) ((Tuple *)(o))
Tuple *tuple_new(Engine *e, size_t size); /* owned; items NULL until filled with owned references */
/* The same of a subclass (or tuple itself); always a fresh object. */
Tuple *tuple_new_typed(Engine *e, Type *type, size_t size);
Tuple *tuple_of(Engine *e, Obj *const *items, size_t count); /* increfs the items */
Tuple *tuple_pack(Engine *e, size_t count, ...);             /* increfs the items */

extern const NativeDef tuple_methods[];

#endif
