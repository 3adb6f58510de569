#include "aio/aio.h"

#include "object/error.h"
#include "object/function.h"
#include "vm/gen.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* The loop's hooks for async generators: it knows those that were started while it runs, closes
 * them at its end, and closes one that was dropped in a task of its own. */

/* Into the loop's chain, which is weak. */
static void link_in(AioLoop *loop, Gen *g) {
    if (g->home) return;
    g->home = incref(OBJ(loop));
    g->prev_agen = loop->last_agen;
    if (loop->last_agen) {
        loop->last_agen->next_agen = g;
    } else {
        loop->first_agen = g;
    }
    loop->last_agen = g;
}

bool aio_agen_first_iteration(Engine *e, Obj *agen) {
    Obj *first = e->aio->agen_hooks[AGEN_FIRST], *final = e->aio->agen_hooks[AGEN_FINAL];
    GEN(agen)->finalizer = final ? incref(final) : NULL;
    if (!first) return true;
    if (first->type->layout == LAYOUT_LOOP) return link_in(LOOP(first), GEN(agen)), true;
    incref(first);
    Obj *done = vm_call_nested(e, first, &agen, 1);
    decref(e, first);
    xdecref(e, done);
    return done != NULL;
}

void aio_agen_unlink(Gen *g) {
    AioLoop *loop = LOOP(g->home);
    if (!loop || (!g->prev_agen && loop->first_agen != g)) return;
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
    aio_agen_unlink(g);
    clear_ref(e, g->home);
}

/* loop.call_soon_threadsafe(loop.create_task, agen.aclose()) */
bool aio_agen_finalize(Engine *e, Obj *agen) {
    AioLoop *loop = LOOP(GEN(agen)->finalizer);
    if (!loop || loop->closed) return false;
    incref(loop);
    aio_agen_forget(e, agen);
    clear_ref(e, GEN(agen)->finalizer);
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

/* ---- sys.get_asyncgen_hooks() and sys.set_asyncgen_hooks() ------------------------------------
 */

void aio_agen_enter_loop(Engine *e, AioLoop *loop) {
    for (int i = 0; i < AGEN_HOOKS; i++) {
        set_ref(e, loop->outer_hooks[i], e->aio->agen_hooks[i]);
        e->aio->agen_hooks[i] = incref(OBJ(loop));
    }
    loop->has_outer_hooks = 1;
}

void aio_agen_leave_loop(Engine *e, AioLoop *loop) {
    if (!loop->has_outer_hooks) return;
    loop->has_outer_hooks = 0;
    for (int i = 0; i < AGEN_HOOKS; i++) {
        Obj *outer = loop->outer_hooks[i];
        loop->outer_hooks[i] = NULL;
        set_ref(e, e->aio->agen_hooks[i], outer);
    }
}

static const char *const method_names[AGEN_HOOKS] = {"_asyncgen_firstiter_hook",
                                                     "_asyncgen_finalizer_hook"};

/* A loop's own hook is seen as its method. Owned. */
static Obj *hook_seen(Engine *e, AgenHook which) {
    Obj *hook = e->aio->agen_hooks[which], *method = NULL;
    if (!hook) return e->none;
    if (hook->type->layout != LAYOUT_LOOP) return incref(hook);
    Str *name = str_from(e, method_names[which]);
    if (name) op_getattr(e, hook, name, &method);
    xdecref(e, name);
    return method;
}

/* The other way. Borrowed, NULL = none. */
static Obj *hook_meant(Engine *e, AgenHook which, Obj *given) {
    if (given == e->none) return NULL;
    if (!IS(e, given, method) || METHOD(given)->self->type->layout != LAYOUT_LOOP) return given;
    const Obj *function = METHOD(given)->function;
    bool own = IS(e, function, function) && (FUNCTION(function)->code->flags & CODE_LIBRARY) &&
               str_equal_text(FUNCTION(function)->code->name, method_names[which]);
    return own ? METHOD(given)->self : given;
}

static Obj *get_hooks(Engine *e, Obj *const *a) {
    (void)a;
    Obj *first = hook_seen(e, AGEN_FIRST), *final = first ? hook_seen(e, AGEN_FINAL) : NULL;
    Tuple *both = final ? tuple_pack(e, 2, first, final) : NULL;
    xdecref(e, first);
    xdecref(e, final);
    return OBJ(both);
}

static Obj *set_hooks(Engine *e, Obj *const *a) {
    for (int i = 0; i < AGEN_HOOKS; i++) {
        Obj *hook = hook_meant(e, (AgenHook)i, a[i]);
        set_ref(e, e->aio->agen_hooks[i], hook ? incref(hook) : NULL);
    }
    return e->none;
}

/* A loop's own hooks, called by the program. */
static Obj *know_agen(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[0], LOOP) || !IS(e, a[1], async_generator)) return e->none;
    if (a[2] == e->true_) {
        link_in(LOOP(a[0]), GEN(a[1]));
    } else if (GEN(a[1])->home == a[0]) {
        aio_agen_forget(e, a[1]);
    }
    return e->none;
}

const NativeDef aio_agen_functions[] = {
    {"_asyncgen_hooks", "", get_hooks, NULL, 0, 0, NULL},
    {"_set_asyncgen_hooks", "firstiter, finalizer, /", set_hooks, NULL, 0, 0, NULL},
    {"_know_asyncgen", "loop, agen, known, /", know_agen, NULL, 0, 0, NULL},
    {0},
};
