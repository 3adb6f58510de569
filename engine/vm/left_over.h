#ifndef VM_LEFT_OVER_H
#define VM_LEFT_OVER_H
/* What a program leaves behind in circles, which reference counts never free: CPython's collector
 * finds it at the end. */

#include "object/engine.h"

/* Says of each coroutine that never ran, in the order in which they were made, that it was never
 * awaited. Errors on the way are told as those of finalizers are. */
void left_over_warn(Engine *e);

#endif
