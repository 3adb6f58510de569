#ifndef VM_BOOT_H
#define VM_BOOT_H
/* Making and ending an engine: the arena, the built-in types, the VM's state. */

#include "object/engine.h"

/* `aio_size` and `lib_size` are the sizes of the upper layers' states, which lie in the root behind
 * VmState. False: not enough memory; engine_shutdown() is still due. */
bool engine_boot(Engine *e, size_t arena_bytes, size_t aio_size, size_t lib_size);
/* From now on objects are counted, and what exists already never changes. */
bool engine_seal(Engine *e);
void engine_shutdown(Engine *e);

#endif
