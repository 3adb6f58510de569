#include "aio/aio.h"

#include "object/error.h"
#include "vm/gen.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* The loop's hooks for async generators: it knows those that were started while it runs, closes
 * them at its end, and closes one that was dropped in a task of its own. */

/* The loop of an async generator lies in `finalizer`; the chain of them is weak. */
void aio_agen_first_iteration(Engine *e, Obj *agen) {
    AioLoop *loop = e->aio->running_loop;
    Gen *g = GEN(agen);
    if (!loop) return;
    g->finalizer = incref(loop);
    g->prev_agen = loop->last_agen;
    if (loop->last_agen) {
        loop->last_agen->next_agen = g;
    } else {
        loop->first_agen = g;
    }
    loop->last_agen = g;
}

void aio_agen_unlink(Gen *g) {
    AioLoop *loop = LOOP(g->finalizer);
    if (!g->prev_agen && loop->first_agen != g) return;
    if (g->prev_agen) {
        g->prev_agen->next_agen = g->next_agen;
    } else {
        loop->first_agen = g->next_agen;
    }
    if (g->next_agen) {
        g->next_agen->prev_agen = g->prev_agen;
    } else {
        loop->last_agen = g->prev_agen;
    }
    g->prev_agen = g->next_agen = NULL;
}

void aio_agen_forget(Engine *e, Obj *agen) {
    Gen *g = GEN(agen);
    if (!g->finalizer) return;
    aio_agen_unlink(g);
    clear_ref(e, g->finalizer);
}

/* loop.call_soon_threadsafe(loop.create_task, agen.aclose()) */
bool aio_agen_finalize(Engine *e, Obj *agen) {
    AioLoop *loop = LOOP(GEN(agen)->finalizer);
    if (!loop || loop->closed) return false;
    incref(loop);
    aio_agen_forget(e, agen);
    Str *name = str_from(e, "create_task");
    Obj *close = agen_athrow(e, GEN(agen), NULL), *create = NULL;
    Tuple *args = close ? tuple_pack(e, 1, close) : NULL;
    bool ok = name && args && op_getattr(e, OBJ(loop), name, &create) == R_OK;
    AioReason reason = {agen->id, WHAT_CALLBACK, 0};
    AioHandle *h =
        ok ? aio_handle_new(e, loop, HANDLE_CALL, create, OBJ(args), NULL, reason) : NULL;
    ok = h && aio_call_soon(e, loop, h);
    xdecref(e, name);
    xdecref(e, close);
    xdecref(e, create);
    xdecref(e, args);
    xdecref(e, h);
    decref(e, loop);
    if (!ok) err_clear(e);
    return ok;
}
