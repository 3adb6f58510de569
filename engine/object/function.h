#ifndef OBJECT_FUNCTION_H
#define OBJECT_FUNCTION_H
/* Python functions and bound methods. */

#include "object/code.h"
#include "object/engine.h"

typedef struct {
    Obj h;
    Code *code;
    Dict *globals;
    Str *name, *qualname;
    Tuple *defaults;  /* NULL = none */
    Dict *kwdefaults; /* NULL = none */
    Tuple *closure;   /* of cells; NULL = none */
    Obj *annotations; /* Dict or NULL */
    Obj *doc, *module;
    Dict *dict; /* attributes set by the program; NULL until needed */
    Obj *weakrefs;
} Function;

typedef struct {
    Obj h;
    Obj *function; /* any callable */
    Obj *self;
} Method;

#define FUNCTION(o) ((Function *)(o))
#define METHOD(o)   ((Method *)(o))

Obj *function_new(Engine *e, Code *code, Dict *globals, const Str *module_name); /* owned */
Obj *method_new(Engine *e, Obj *function, Obj *self);                            /* owned */

#endif
