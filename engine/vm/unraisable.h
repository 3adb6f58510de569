#ifndef VM_UNRAISABLE_H
#define VM_UNRAISABLE_H
/* Errors that nobody can catch: reported on standard error as CPython's sys.unraisablehook does. */

#include "object/engine.h"

/* All of them ask a hook that the program has set. */

/* Takes the exception in flight: "Exception ignored in: <repr>" and its traceback. */
void unraisable_in_finalizer(Engine *e, Obj *o);
/* The same for what ended a thread: "Exception ignored in thread started by <repr>:". */
void unraisable_in_thread(Engine *e, Obj *function);

/* What the hook of the library itself prints. `message` and `object` may be None; borrowed. */
void unraisable_show(Engine *e, Obj *exception, Obj *message, Obj *object);
/* The native of that hook: sys.unraisablehook until the program sets another. */
Obj *unraisable_hook_native(Engine *e, Obj *const *a);

#endif
