#ifndef OBJECT_MODULE_H
#define OBJECT_MODULE_H
/* Module objects. */

#include "object/dict.h"

typedef struct {
    Obj h;
    Dict *dict; /* its names */
    Str *name;
} Module;

#define MODULE(o) ((Module *)(o))
/* Owned; with __name__, __doc__ and __package__ in its dict. */
Obj *module_new(Engine *e, Str *name);

#endif
