#ifndef VM_FINALIZE_H
#define VM_FINALIZE_H
/* Finalizers that run Python code: between two instructions, as frames of their own. */

#include "object/engine.h"

/* Pushes a frame for the objects that wait (there is one at least). An exception in flight stands
 * aside until they have run, and then reaches the frame that is on top now. */
void finalize_next(Engine *e);
/* The same for a native that does not go on before they have run: R_PUSH, or R_OK where none waits.
 */
Res finalize_now(Engine *e, Obj **out);

#endif
