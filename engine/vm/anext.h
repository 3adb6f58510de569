#ifndef VM_ANEXT_H
#define VM_ANEXT_H
/* The two-argument form of anext(). */

#include "object/engine.h"

/* An awaitable whose result is that of `awaitable`, or `fallback` when the iterator is exhausted.
 */
Obj *anext_with_default(Engine *e, Obj *awaitable, Obj *fallback); /* owned */

#endif
