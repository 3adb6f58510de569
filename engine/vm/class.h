#ifndef VM_CLASS_H
#define VM_CLASS_H
/* Class statements and type(name, bases, dict). */

#include "object/engine.h"

/* builtins.__build_class__(function, name, *bases, metaclass=None, **keywords) */
extern const NativeDef class_build_def;
/* The construct slot of `type`: pushes what makes the class, or type(x). */
Res class_construct(Engine *e, Type *meta, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);

/* The part that runs no Python code: owned class with MRO, layout, dict and slots; `namespace` is
 * copied. NULL: TypeError or ValueError is set. */
Type *class_new(Engine *e, Type *meta, Str *name, Tuple *bases, Dict *namespace);
/* The most derived of `meta` and the metaclasses of the bases: borrowed; NULL: metaclass conflict.
 */
Type *class_metaclass(Engine *e, Type *meta, const Tuple *bases);
/* Calls with positional arguments and keywords that stand in a dict. */
Res class_call_with_dict(Engine *e, Obj *callable, Obj *const *args, uint32_t count, Dict *keywords,
                         Obj **out);
/* Takes a dying class out of the chain of living ones. */
void class_unlink(Engine *e, Type *type);

#endif
