/* Which task a loop runs, for what enters tasks of its own: _enter_task(), _leave_task(),
 * _swap_current_task(). What they say comes before what the engine knows, until the next step. */
#include "aio/aio_registry.h"

#include "object/error.h"
#include "vm/vm.h"

static Obj *known_task(Engine *e, const Obj *loop) {
    AioTask *t = e->aio->current_task;
    return t && OBJ(t->f.loop) == loop ? OBJ(t) : NULL;
}

bool aio_registry_task(Engine *e, Obj *loop, Obj **task) {
    *task = NULL;
    if (e->aio->entered && !dict_get(e, e->aio->entered, loop, task)) return false;
    if (!*task) {
        *task = known_task(e, loop);
    } else if (*task == e->none) {
        *task = NULL; /* left */
    }
    return true;
}

bool aio_registry_check(Engine *e, Obj *loop, Obj *task) {
    Obj *now;
    if (!aio_registry_task(e, loop, &now)) return false;
    if (!now) return true;
    Str *inside = obj_repr(e, now), *wanted = inside ? obj_repr(e, task) : NULL;
    if (wanted) {
        err_null(e, T_RuntimeError,
                 "Cannot enter into task %s while another task %s is being executed.", wanted->text,
                 inside->text);
    }
    xdecref(e, inside);
    xdecref(e, wanted);
    return false;
}

/* task NULL: the loop runs none. */
static bool set_task(Engine *e, Obj *loop, Obj *task) {
    Obj *known = known_task(e, loop), *removed = NULL;
    if (task == known) {
        bool ok = !e->aio->entered || dict_pop(e, e->aio->entered, loop, &removed);
        xdecref(e, removed);
        return ok;
    }
    if (!e->aio->entered) e->aio->entered = dict_new(e);
    return e->aio->entered && dict_set(e, e->aio->entered, loop, task ? task : e->none);
}

void aio_registry_begin_step(Engine *e, Obj *loop) {
    Obj *removed = NULL;
    if (e->aio->entered && !dict_pop(e, e->aio->entered, loop, &removed)) err_clear(e);
    xdecref(e, removed);
}

/* loop, task */
static Obj *enter_task(Engine *e, Obj *const *a) {
    return aio_registry_check(e, a[0], a[1]) && set_task(e, a[0], a[1]) ? e->none : NULL;
}

static bool refuse_leaving(Engine *e, Obj *task, Obj *now) {
    Str *inside = obj_repr(e, now ? now : e->none), *wanted = inside ? obj_repr(e, task) : NULL;
    if (wanted) {
        err_false(e, T_RuntimeError, "Leaving task %s does not match the current task %s.",
                  wanted->text, inside->text);
    }
    xdecref(e, inside);
    xdecref(e, wanted);
    return false;
}

static Obj *leave_task(Engine *e, Obj *const *a) {
    Obj *now;
    if (!aio_registry_task(e, a[0], &now)) return NULL;
    bool ok = now == a[1] ? set_task(e, a[0], NULL) : refuse_leaving(e, a[1], now);
    return ok ? e->none : NULL;
}

bool aio_registry_end_step(Engine *e, AioTask *t) {
    Obj *now;
    if (!e->aio->entered || err_occurred(e)) return true;
    if (!aio_registry_task(e, OBJ(t->f.loop), &now)) return false;
    if (now != OBJ(t)) return refuse_leaving(e, OBJ(t), now);
    aio_registry_begin_step(e, OBJ(t->f.loop));
    return true;
}

void aio_registry_stay(Engine *e, AioTask *t) {
    Obj *refused = err_take(e);
    if (!set_task(e, OBJ(t->f.loop), OBJ(t))) err_clear(e);
    err_restore(e, refused);
}

static Obj *swap_current_task(Engine *e, Obj *const *a) {
    Obj *before;
    if (!aio_registry_task(e, a[0], &before)) return NULL;
    before = before ? incref(before) : e->none;
    if (set_task(e, a[0], a[1] == e->none ? NULL : a[1])) return before;
    decref(e, before);
    return NULL;
}

const NativeDef aio_registry_functions[] = {
    {"_enter_task", "loop, task", enter_task, NULL, 0, 0, NULL},
    {"_leave_task", "loop, task", leave_task, NULL, 0, 0, NULL},
    {"_swap_current_task", "loop, task", swap_current_task, NULL, 0, 0, NULL},
    {0},
};
