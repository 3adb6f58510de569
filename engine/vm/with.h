#ifndef VM_WITH_H
#define VM_WITH_H
/* Entering with and async with. Each pushes a frame whose outcome is a tuple that is spread on the
 * stack: (result of __enter__, bound __exit__), the first item on top. */

#include "object/engine.h"

Res with_enter(Engine *e, Obj *manager);
Res with_async_enter(Engine *e, Obj *manager);

#endif
