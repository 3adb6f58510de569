#ifndef VM_UNRAISABLE_H
#define VM_UNRAISABLE_H
/* Errors that nobody can catch: reported on standard error as CPython's sys.unraisablehook does. */

#include "object/engine.h"

/* Takes the exception in flight: "Exception ignored in: <repr>" and its traceback. */
void unraisable_in_finalizer(Engine *e, Obj *o);
/* The same for what ended a thread: "Exception ignored in thread started by <repr>:". */
void unraisable_in_thread(Engine *e, Obj *function);

#endif
