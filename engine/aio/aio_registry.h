#ifndef AIO_AIO_REGISTRY_H
#define AIO_AIO_REGISTRY_H
/* Which task a loop runs, where a program says so itself. */

#include "aio/aio.h"

extern const NativeDef aio_registry_functions[]; /* of the module _asyncio */

/* *task: borrowed, NULL = none. Any object may be the loop or the task. False: an exception is set,
 * from the loop's __hash__. */
bool aio_registry_task(Engine *e, Obj *loop, Obj **task);
/* May this task be entered? RuntimeError where the loop runs another one. */
bool aio_registry_check(Engine *e, Obj *loop, Obj *task);
/* The engine's own task steps now: what was said before is over. */
void aio_registry_begin_step(Engine *e, Obj *loop);
/* It ends: RuntimeError where another task, or none, was entered meanwhile. An exception that is
 * set already is kept. */
bool aio_registry_end_step(Engine *e, AioTask *t);
/* A task that began eagerly in a context that cannot be entered stays the current one, for ever, as
 * in CPython 3.13. An exception is set. */
void aio_registry_stay(Engine *e, AioTask *t);

#endif
