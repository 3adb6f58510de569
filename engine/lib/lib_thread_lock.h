#ifndef LIB_LIB_THREAD_LOCK_H
#define LIB_LIB_THREAD_LOCK_H
/* Locks of virtual threads, for the module _thread. */

#include "object/engine.h"

/* When a wait that may last until `deadline` is looked at again: signals interrupt it. */
int64_t lib_thread_until(const Engine *e, int64_t deadline);
/* A fresh lock; no arguments. */
Obj *lib_thread_allocate(Engine *e, Obj *const *a);

#endif
