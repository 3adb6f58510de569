#ifndef VM_GENERIC_ARGS_H
#define VM_GENERIC_ARGS_H
/* Type variables in list[T], dict[str, T] and int | list[T]. */

#include "object/tuple.h"

/* The variables, each once, in the order of their appearance; owned. */
Tuple *generic_args_variables(Engine *e, const Tuple *args);
/* The arguments that list[T][key] has for those of `alias`, owned. TypeError "... is not a generic
 * class", "Too many arguments for ...". Where an argument is an object whose variables only Python
 * code knows, such as *Ts, the key is all. */
Tuple *generic_args_filled(Engine *e, Obj *alias, const Tuple *args, Obj *key);

#endif
