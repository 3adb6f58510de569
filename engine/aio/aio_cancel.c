#include "aio/aio.h"

#include "object/error.h"
#include "vm/event.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* How a request to cancel goes from a task to what it waits for. */

/* Tasks that wait for each other in a circle pass a cancellation round for ever. */
enum { CANCEL_CHAIN = 9996 }; /* as CPython has room for, seen from a coroutine that is warm */

static void count_request(Engine *e, AioTask *t) {
    t->cancel_requests++;
    e->vm->cause = t->cancel_event =
        aio_task_event(e, EVENT_TASK_CANCEL_REQUESTED, t, e->vm->task_id);
}

static void cancel_at_next_step(Engine *e, AioTask *t, Obj *message) {
    t->must_cancel = 1;
    set_ref(e, t->f.cancel_message, message == e->none ? NULL : xincref(message));
}

/* A class of the program may have a cancel() of its own, as gather()'s future has. */
static bool takes_after(Engine *e, const Obj *waiter, const Type *type) {
    if (waiter->type == type) return true;
    if (aio_is_task(e, waiter) != (type == TYPE(e, Task))) return false;
    return type_lookup(e, waiter->type, N(e, cancel)) == type_lookup(e, type, N(e, cancel));
}

static bool is_plain_task(Engine *e, const Obj *waiter) {
    return takes_after(e, waiter, TYPE(e, Task));
}

static bool is_plain_future(Engine *e, const Obj *waiter) {
    return takes_after(e, waiter, TYPE(e, Future));
}

/* The task that a request to `t` is passed on to, or NULL: it is the last of the chain. */
static AioTask *next_of(Engine *e, const AioTask *t) {
    Obj *waiter = t->waiter;
    if (!waiter || !is_plain_task(e, waiter)) return NULL;
    return FUTURE(waiter)->state == FUTURE_PENDING ? TASK(waiter) : NULL;
}

/* Does the request end at a future of the program's or library's own class, whose cancel() is
 * called as any method is? */
static bool ends_in_a_call(Engine *e, const AioTask *t) {
    if (t->f.state != FUTURE_PENDING) return false;
    for (int i = 1; i < CANCEL_CHAIN && next_of(e, t); i++) t = next_of(e, t);
    return t->waiter && !is_plain_task(e, t->waiter) && !is_plain_future(e, t->waiter);
}

/* From task to task that waits for the next one, down to the first that waits for no task. Counts
 * the request with each. NULL: RecursionError is set. */
static AioTask *ask_chain(Engine *e, AioTask *t) {
    for (int i = 0; i < CANCEL_CHAIN; i++) {
        count_request(e, t);
        if (t->waiter && is_plain_task(e, t->waiter)) FUTURE(t->waiter)->log_traceback = 0;
        AioTask *next = next_of(e, t);
        if (!next) return t;
        t = next;
    }
    return err_null(e, T_RecursionError,
                    "maximum recursion depth exceeded while calling a Python object");
}

/* What the last of the chain waits for is cancelled, or else it is itself, at its next step. */
static bool cancel_last(Engine *e, AioTask *t, Obj *message) {
    bool done = false;
    if (t->waiter && !is_plain_task(e, t->waiter)) {
        Obj *waiter = incref(t->waiter);
        bool ok = aio_cancel_waiter(e, waiter, message, &done);
        decref(e, waiter);
        if (!ok) return false;
    }
    if (!done) cancel_at_next_step(e, t, message);
    return true;
}

bool aio_task_cancel(Engine *e, AioTask *t, Obj *message, bool *requested) {
    t->f.log_traceback = 0;
    *requested = t->f.state == FUTURE_PENDING;
    if (!*requested) return true;
    uint32_t cause = e->vm->cause;
    AioTask *last = ask_chain(e, t);
    bool ok = last && cancel_last(e, last, message);
    e->vm->cause = cause;
    return ok;
}

bool aio_cancel_waiter(Engine *e, Obj *waiter, Obj *message, bool *requested) {
    *requested = false;
    if (is_plain_task(e, waiter)) { return aio_task_cancel(e, TASK(waiter), message, requested); }
    if (is_plain_future(e, waiter)) {
        *requested = aio_future_cancel(e, FUTURE(waiter), message);
        return !err_occurred(e);
    }
    Obj *given = message ? message : e->none;
    bool found;
    Obj *answer = vm_special_nested(e, waiter, N(e, cancel), &given, 1, &found);
    bool ok = answer && obj_truth(e, answer, requested);
    xdecref(e, answer);
    return ok;
}

Obj *aio_cancel_at_once(Engine *e, Obj *const *a) {
    bool requested;
    if (ends_in_a_call(e, TASK(a[0]))) return NULL;
    return aio_task_cancel(e, TASK(a[0]), a[1], &requested) ? obj_bool(e, requested) : NULL;
}

static Res call_cancel(Engine *e, Obj *waiter, Obj *message, Obj **out) {
    incref(waiter);
    Res res = op_call_special(e, waiter, N(e, cancel), &message, 1, out);
    decref(e, waiter);
    return res;
}

static Res ask_last(Engine *e, NFrame *f, Obj **out) {
    AioTask *last = ask_chain(e, TASK(f->slot[0]));
    if (!last) return R_ERR;
    slot_set(e, f, 2, OBJ(last));
    return call_cancel(e, last->waiter, f->slot[1], out);
}

/* Slots: self, msg, the last of the chain. number[0] = the cause before. */
Res aio_cancel_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!ends_in_a_call(e, TASK(f->slot[0]))) {
        *out = aio_cancel_at_once(e, f->slot);
        return *out ? R_OK : R_ERR;
    }
    TASK(f->slot[0])->f.log_traceback = 0;
    f->number[0] = e->vm->cause;
    STEP_TRY(1, ask_last(e, f, STEP_OUT));
    e->vm->cause = (uint32_t)f->number[0];
    bool done = false;
    if (f->in_res != R_OK || !obj_truth(e, f->in, &done)) return R_ERR;
    if (!done) cancel_at_next_step(e, TASK(f->slot[2]), f->slot[1]);
    *out = obj_bool(e, true);
    return R_OK;
    STEPS_END;
}
