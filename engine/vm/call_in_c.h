#ifndef VM_CALL_IN_C_H
#define VM_CALL_IN_C_H
/* Wrong arguments for a function of the library that CPython has in C: worded as C words them. */

#include "object/function.h"
#include "object/tuple.h"

/* What was bound of the call: `slots` are the parameters, NULL = missing. */
typedef struct {
    Engine *e;
    const Function *fn;
    Obj *const *slots;
    int given; /* positional arguments */
    const Tuple *kwnames;
} CallInC;

/* Each raises TypeError and returns false. */
bool call_in_c_too_many(const CallInC *c);
bool call_in_c_missing(const CallInC *c);
bool call_in_c_unexpected(const CallInC *c, const Str *name);

#endif
