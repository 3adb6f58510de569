#ifndef VM_INSTANCE_H
#define VM_INSTANCE_H
/* Making instances: X(...), __new__, __init__. */

#include "object/engine.h"

/* type.__call__ */
Res instance_call(Engine *e, Obj *class, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);
/* object.__new__ and object.__init__ */
Res instance_object_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                              Obj **out);
Obj *instance_object_init(Engine *e, Obj *const *a);
/* The release slot of classes of the program. */
void instance_release(Engine *e, Obj *o);

/* dir(): names in `own` and on the type and its bases (either may be NULL); owned list, not sorted.
 */
Obj *object_names(Engine *e, Dict *own, const Type *type);
/* __module__ of a class where it is a string, else NULL. Borrowed. */
const Str *type_module_text(const Type *type);

#endif
