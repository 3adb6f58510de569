#ifndef VM_BUILTINS_H
#define VM_BUILTINS_H
/* The builtins module: functions by subject, each table ends with a NULL name. */

#include "object/engine.h"

/* Fills e->builtins with functions, types, exceptions and constants, before the arena is sealed. */
bool builtins_init(Engine *e);

extern const NativeDef builtins_print_defs[];     /* print, input, what a lesson does not have */
extern const NativeDef builtins_number_defs[];    /* abs, round, divmod, pow, bin, ord ... */
extern const NativeDef builtins_object_defs[];    /* getattr, isinstance, repr, dir, hash ... */
extern const NativeDef builtins_iteration_defs[]; /* iter, next, sum, min, any, sorted ... */

/* Adds natives of a table to a namespace as functions of the module. */
bool builtins_add_natives(Engine *e, Dict *names, const NativeDef *defs, const char *module);

#endif
