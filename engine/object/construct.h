#ifndef OBJECT_CONSTRUCT_H
#define OBJECT_CONSTRUCT_H
/* Arguments of the constructors of data types, which are slots and have no signature line. */

#include "object/engine.h"

/* What a constructor takes. A type without any keyword has positional_only == count. Two wordings
 * for too many arguments exist: "int expected at most 2 arguments, got 3" (`expected`) and "bytes()
 * takes at most 3 arguments (4 given)". */
typedef struct {
    const char *name;
    const char *const *keywords;
    int count, positional_only;
    bool expected;
} ConstructorArgs;

/* Borrowed values by position, NULL = absent. False: TypeError is set. */
bool construct_bind(Engine *e, const ConstructorArgs *p, Obj *const *args, int nargs,
                    Tuple *kwnames, Obj **bound);
/* Raises the built-in class called with these arguments (borrowed); always false. */
bool construct_raise(Engine *e, int type_id, Obj *const *args, int nargs);

#endif
