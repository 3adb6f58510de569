#ifndef VM_IMPORT_H
#define VM_IMPORT_H
/* Importing modules: those written in C (lib/) and the engine's own Python (lib/py), compiled
 * before the run. There are no files. */

#include "object/engine.h"

/* A module in C: `init` fills the fresh module's namespace. A Python module of the same name runs
 * afterwards in the same namespace. */
typedef struct NativeModule {
    const char *name; /* dotted */
    bool (*init)(Engine *e, Obj *module);
} NativeModule;

/* The module builtins, which a script finds as __builtins__; None in an engine without native
   modules. Borrowed. */
Obj *import_builtins(Engine *e);
/* import name: level and fromlist as in the IMPORT_NAME opcode. May push. */
Res import_name(Engine *e, Str *name, Obj *level, Obj *fromlist, Obj **out);
/* from module import name. */
Res import_from(Engine *e, Obj *module, Str *name, Obj **out);

#endif
