/* Locks of virtual threads: _thread.lock. */
#include "lib/lib_parts.h"

#include "lib/lib_clock.h"
#include "lib/lib_thread_lock.h"
#include "vm/native.h"
#include "vm/signals.h"
#include "vm/thread.h"
#include "vm/vm.h"

typedef struct {
    Obj h;
    Obj *weakrefs;
    ThreadQueue waiters;
    uint32_t holder; /* id of the thread that took it, for the report of a deadlock */
    uint8_t locked;
} Lock;
#define LOCK(o) ((Lock *)(o))

/* ---- Locks --------------------------------------------------------------------------------- */

/* The moment until which acquire(blocking, timeout) waits. */
static bool read_deadline(Engine *e, Obj *blocking, Obj *timeout, int64_t *deadline) {
    double seconds;
    bool blocks;
    if (!obj_truth(e, blocking, &blocks) || !clock_read_seconds(e, timeout, &seconds)) return false;
    if (!blocks && seconds != -1) {
        return err_false(e, T_ValueError, "can't specify a timeout for a non-blocking call");
    }
    if (seconds < 0 && seconds != -1) {
        return err_false(e, T_ValueError, "timeout value must be a non-negative number");
    }
    if (!clock_check_range(e, timeout, seconds)) return false;
    *deadline = !blocks ? e->vm->now : seconds == -1 ? THREAD_FOREVER : clock_after(e, seconds);
    return true;
}

int64_t lib_thread_until(const Engine *e, int64_t deadline) {
    int64_t signal = signals_next(e);
    return signal < deadline ? signal : deadline;
}

/* Whoever releases it may take it again before those that wait: nothing is handed over. */
static Res take_lock(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    while (LOCK(f->slot[0])->locked) {
        if (f->number[0] <= e->vm->now) {
            while (signals_tripped(e)) { STEP(4, signals_deliver(e, STEP_OUT)); }
            *out = e->false_;
            return R_OK;
        }
        if (thread_current(e)) thread_current(e)->held_by = LOCK(f->slot[0])->holder;
        if (!thread_begins_to_wait(e, lib_thread_until(e, f->number[0]), f->slot[0])) return R_ERR;
        STEP_PAUSE(5);
        if (!LOCK(f->slot[0])->locked) { /* by what was finalized in the pause */
            thread_goes_on(e);
            break;
        }
        STEP(1, thread_block(e, f, &LOCK(f->slot[0])->waiters, lib_thread_until(e, f->number[0]),
                             f->slot[0], STEP_OUT));
        while (signals_next(e) <= e->vm->now) { STEP(2, signals_deliver(e, STEP_OUT)); }
    }
    LOCK(f->slot[0])->locked = 1;
    LOCK(f->slot[0])->holder = thread_current(e) ? thread_current(e)->h.id : 0;
    while (signals_tripped(e)) { STEP(3, signals_deliver(e, STEP_OUT)); }
    *out = e->true_;
    return R_OK;
    STEPS_END;
}

/* Slots: self, blocking, timeout. number[0] = the deadline. */
static Res acquire_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0 && !read_deadline(e, f->slot[1], f->slot[2], &f->number[0])) return R_ERR;
    return take_lock(e, f, out);
}

static Res enter_step(Engine *e, NFrame *f, Obj **out) {
    f->number[0] = THREAD_FOREVER;
    return take_lock(e, f, out);
}

static Obj *release_native(Engine *e, Obj *const *a) {
    Lock *lock = LOCK(a[0]);
    if (!lock->locked) return err_null(e, T_RuntimeError, "release unlocked lock");
    lock->locked = 0;
    thread_wake_first(e, &lock->waiters);
    return e->none;
}

static Obj *locked_native(Engine *e, Obj *const *a) {
    return obj_bool(e, LOCK(a[0])->locked);
}

static const NativeDef lock_methods[] = {
    {.name = "acquire", .signature = "self, /, blocking=True, timeout=-1", .step = acquire_step},
    {.name = "acquire_lock",
     .signature = "self, /, blocking=True, timeout=-1",
     .step = acquire_step},
    {.name = "release", .signature = "self, /", .fn = release_native},
    {.name = "release_lock", .signature = "self, /", .fn = release_native},
    {.name = "locked", .signature = "self, /", .fn = locked_native},
    {.name = "locked_lock", .signature = "self, /", .fn = locked_native},
    {.name = "__enter__", .signature = "self, /", .step = enter_step},
    {.name = "__exit__", .signature = "self, /, *args", .fn = release_native},
    {0},
};

static Obj *lock_repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "<%s _thread.lock object at 0x%llx>",
                          LOCK(o)->locked ? "locked" : "unlocked", obj_address(o)));
}

static Res lock_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                          Obj **out) {
    (void)args, (void)kwnames;
    if (nargs) return err_res(e, T_TypeError, "lock() takes no arguments");
    *out = obj_new(e, type, sizeof(Lock));
    return *out ? R_OK : R_ERR;
}

Obj *lib_thread_allocate(Engine *e, Obj *const *a) {
    (void)a;
    return obj_new(e, TYPE(e, ThreadLock), sizeof(Lock));
}

const TypeSpec thread_lock_spec = {
    .name = "lock",
    .module = "_thread",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Lock),
    .flags = TYPE_HAS_WEAK | TYPE_DOTTED,
    .weak_offset = offsetof(Lock, weakrefs),
    .slots = {.repr = lock_repr, .construct = lock_construct},
    .methods = lock_methods,
};
