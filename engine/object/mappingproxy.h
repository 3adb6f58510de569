#ifndef OBJECT_MAPPINGPROXY_H
#define OBJECT_MAPPINGPROXY_H
/* mappingproxy: a dict that cannot be changed through it, such as a class's __dict__. */

#include "object/engine.h"

typedef struct {
    Obj h;
    Obj *mapping; /* a dict or another mappingproxy */
} MappingProxy;

#define MAPPINGPROXY(o) ((MappingProxy *)(o))
/* Owned. Only dicts (subclasses too) and mappingproxies are supported: TypeError for others. */
Obj *mappingproxy_new(Engine *e, Obj *mapping);

extern const NativeDef mappingproxy_methods[];

#endif
