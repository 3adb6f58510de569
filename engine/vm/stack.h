#ifndef VM_STACK_H
#define VM_STACK_H
/* Who calls whom now, as data that outlives the frames: where debug mode's things were created. */

#include "vm/frame.h"

/* A Tuple of entries (file, line, function, source line), the innermost one first or last, at most
 * `limit` of the innermost ones. The source line is None in the library. Natives that are Python in
 * CPython have their entries too. Owned. */
Tuple *stack_extract(Engine *e, uint32_t limit, bool innermost_first);
/* An entry of its own for the library; owned. */
Obj *stack_library_entry(Engine *e, const char *file, const char *function);
/* cr_origin for a coroutine that is being made: (file, line, function), innermost first. Owned. */
Tuple *stack_origin(Engine *e);

#endif
