#ifndef VM_ATTR_H
#define VM_ATTR_H
/* Parts of the attribute lookup that types with rules of their own are made of. */

#include "object/engine.h"

/* The generic lookup without the final error: R_NOTIMPL when there is no such attribute. */
Res attr_try(Engine *e, Obj *o, Str *name, Obj **out);
/* What an attribute found on a class gives for an instance (NULL = for the class itself). */
Res attr_bind(Engine *e, Obj *found, Obj *instance, Obj *owner, Obj **out);
bool attr_is_data_descriptor(const Obj *descr);
/* True when reading the attribute runs Python code (NULL: false). */
bool attr_may_push(Engine *e, const Obj *descr);
/* Finds a method that can be called with `o` in front, without making a bound method: borrowed.
 * False: use op_getattr(). */
bool attr_find_method(Engine *e, Obj *o, Str *name, Obj **method);

/* vm/super.c: the same for a method that super() finds, and whom it is called with; both borrowed.
 * NULL: use op_getattr(). */
Obj *super_find_method(Engine *e, Obj *o, Str *name, Obj **self);

#endif
