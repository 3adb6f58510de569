#include "aio/aio.h"

#include <string.h>

#include "vm/thread.h"

/* What asyncio keeps for each thread: its loops, its task, its context. Moved, not copied: the
 * references change hands. */

static void save(AioState *aio, Thread *t) {
    t->context = aio->context;
    t->current_loop = OBJ(aio->current_loop);
    t->running_loop = OBJ(aio->running_loop);
    t->running_task = OBJ(aio->current_task);
    t->loop_was_set = aio->loop_was_set;
    memcpy(t->agen_hooks, aio->agen_hooks, sizeof t->agen_hooks);
}

static void load(AioState *aio, Thread *t) {
    aio->context = t->context;
    aio->current_loop = LOOP(t->current_loop);
    aio->running_loop = LOOP(t->running_loop);
    aio->current_task = TASK(t->running_task);
    aio->loop_was_set = t->loop_was_set;
    memcpy(aio->agen_hooks, t->agen_hooks, sizeof t->agen_hooks);
    memset(t->agen_hooks, 0, sizeof t->agen_hooks);
    t->context = t->current_loop = t->running_loop = t->running_task = NULL;
}

/* One that is over takes its own with it, unless it is of a pool and will be launched again. */
void aio_thread_switched(Engine *e, Thread *from, Thread *to) {
    save(e->aio, from);
    load(e->aio, to);
    if (from->state != THREAD_FINISHED || from->pooled) return;
    clear_ref(e, from->context);
    clear_ref(e, from->current_loop);
    for (int i = 0; i < 2; i++) clear_ref(e, from->agen_hooks[i]);
}
