/* The native part of _world: the data that the lesson gave, and records of what happens out there.
 * The rest is in lib/py/_world.py. */
#include "lib/lib_parts.h"

#include "aio/aio.h"

bool lib_world_init(Engine *e, Obj *module) {
    Obj *world = e->lib->world ? incref(e->lib->world) : OBJ(dict_new(e));
    return lib_add(e, module, "data", world) &&
           lib_add(e, module, "Thing", incref(TYPE(e, Primitive)));
}
