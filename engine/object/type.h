#ifndef OBJECT_TYPE_H
#define OBJECT_TYPE_H
/* Making types: the built-in ones at boot, and what class statements need for theirs. */

#include "object/engine.h"

#define TYPE_OF(o) ((Type *)(o)) /* a class as an object */

/* Creates every built-in type, the singletons and the names. False: out of memory. */
bool types_boot(Engine *e);

/* C3 linearisation of type->bases (each has its MRO); owned. TypeError with CPython's words. */
Tuple *type_mro(Engine *e, Type *type);

/* Every slot that is NULL becomes the base's. `construct` is not inherited from object by built-in
 * types; compare and hash go together. */
void type_inherit_slots(Engine *e, Type *type, const Type *base);

/* vm/instance.c: the `__new__` of every built-in type that has a construct slot, as a native bound
 * to the type. */
extern const NativeDef type_dunder_new;
/* vm/instance.c: __init__ of list, dict and set: the object becomes what the constructor would have
 * made. */
extern const NativeDef type_container_init;

/* What the vm layer, which may run Python code, adds to a built-in type: more methods (may be
 * NULL), and slots that replace those of the type's description where they are set. */
typedef struct {
    int type; /* TypeId; -1 ends the table */
    const NativeDef *methods;
    TypeSlots slots;
} TypeExtra;
extern const TypeExtra type_extras[]; /* vm/type_extras.c */

#endif
