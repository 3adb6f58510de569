#ifndef VM_MODULE_SPEC_H
#define VM_MODULE_SPEC_H
/* What an imported module says of where it came from: __spec__, __loader__ and __path__. */

#include "object/module.h"

/* Gives the module those names, and __file__ and __cached__ where CPython has a file for it: `path`
 * (borrowed; NULL: it is C in the engine) is the file of the engine's own library. */
bool module_spec_set(Engine *e, Module *module, Str *path, bool is_package);

/* Owned: what a script has as its __loader__. */
Obj *module_spec_script_loader(Engine *e, Str *path);

#endif
