#include "aio/aio_inject.h"

#include "aio/aio_timers.h"
#include "object/error.h"
#include "object/native.h"
#include "vm/vm.h"

bool aio_inject_due(const Engine *e) {
    const Injection *in = e->injection;
    if (!in || e->aio->injected) return false;
    if (in->at_ns >= 0) return e->vm->now >= in->at_ns;
    return e->vm->events >= in->event && e->vm->steps >= in->step;
}

int64_t aio_inject_next(const Engine *e) {
    const Injection *in = e->injection;
    bool timed = in && !e->aio->injected && in->at_ns >= 0;
    return timed ? in->at_ns : INT64_MAX;
}

/* ---- What is done -------------------------------------------------------------------------- */

static AioFuture *find_future(const Engine *e, uint32_t id) {
    AioFuture *f = e->aio->first_future;
    while (f && f->h.id != id) f = f->next;
    return f;
}

static Injected cancel(Engine *e, AioFuture *f) {
    bool requested = false;
    if (!f || !aio_is_task(e, OBJ(f))) return INJECTED_GONE;
    aio_task_cancel(e, TASK(f), e->none, &requested);
    return requested ? INJECTED_DONE : INJECTED_GONE;
}

/* A future fails for all who wait for it. A task is not failed from outside: who waits for one is
 * given the exception alone. */
static Injected raise_in(Engine *e, AioFuture *f) {
    AioTask *task = f && aio_is_task(e, OBJ(f)) ? TASK(f) : NULL;
    if (!f || f->state != FUTURE_PENDING) return INJECTED_GONE;
    Obj *awaited = task ? task->waiter : OBJ(f);
    if (!awaited || !aio_is_future(awaited) || FUTURE(awaited)->state != FUTURE_PENDING)
        return INJECTED_NOT_WAITING;
    Obj *exception = e->injection->exception(e);
    if (!exception) return INJECTED_NO_EXCEPTION;
    bool ok = task && aio_is_task(e, awaited)
                  ? aio_task_throw(e, task, exception)
                  : aio_future_set_exception(e, FUTURE(awaited), exception);
    decref(e, exception);
    return ok ? INJECTED_DONE : INJECTED_GONE;
}

/* By its own id, or by the future that it completes. */
static AioHandle *find_timer(const AioLoop *loop, uint32_t id, const Obj *future) {
    for (uint32_t i = 0; i < loop->timer_count; i++) {
        AioHandle *h = loop->timers[i].handle;
        if (h->cancelled) continue;
        const Tuple *args = TUPLE(h->args);
        if (h->h.id == id || (future && args->size && args->items[0] == future)) return h;
    }
    return NULL;
}

static Injected delay(Engine *e, const AioLoop *loop, AioFuture *f) {
    const Injection *in = e->injection;
    bool task = f && aio_is_task(e, OBJ(f));
    AioHandle *h = find_timer(loop, in->target, task ? TASK(f)->waiter : NULL);
    if (!h) return INJECTED_NOT_SLEEPING;
    timers_delay(e, h, in->seconds);
    return INJECTED_DONE;
}

static Obj *do_it(Engine *e, Obj *const *args) {
    (void)args;
    Injection *in = e->injection;
    AioFuture *f = find_future(e, in->target);
    in->run = e->vm->cause;
    switch (in->kind) {
    case INJECT_CANCEL: in->outcome = cancel(e, f); break;
    case INJECT_RAISE: in->outcome = raise_in(e, f); break;
    case INJECT_DELAY: in->outcome = delay(e, e->aio->running_loop, f); break;
    }
    return err_occurred(e) ? NULL : e->none;
}

static const NativeDef lesson_def = {"lesson", "", do_it, NULL, 0, 0, NULL};

/* ---- Its handle ---------------------------------------------------------------------------- */

static void move_first(AioLoop *loop, AioHandle *h) {
    AioHandle *before = loop->ready_head;
    if (before == h) return;
    while (before->next != h) before = before->next;
    before->next = NULL;
    loop->ready_tail = before;
    h->next = loop->ready_head;
    loop->ready_head = h;
}

bool aio_inject(Engine *e, AioLoop *loop) {
    uint32_t cause = e->vm->cause;
    AioReason reason = {0, WHAT_CALLBACK, 0};
    e->aio->injected = 1;
    e->vm->cause = loop->started_event;
    Obj *call = native_new(e, T_builtin_function_or_method, &lesson_def, NULL, "asyncio");
    AioHandle *h =
        call ? aio_handle_new(e, loop, HANDLE_CALL, call, e->empty_tuple, NULL, reason) : NULL;
    bool ok = h && aio_call_soon(e, loop, h);
    if (ok) move_first(loop, h);
    xdecref(e, h);
    xdecref(e, call);
    e->vm->cause = cause;
    return ok;
}
