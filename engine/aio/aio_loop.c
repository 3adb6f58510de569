#include "aio/aio.h"

#include <math.h>
#include <string.h>

#include "object/error.h"
#include "object/float.h"
#include "object/function.h"
#include "object/int.h"
#include "object/native.h"
#include "object/partial.h"
#include "vm/finalize.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/signals.h"
#include "vm/thread.h"
#include "vm/vm.h"
#include "aio/aio_inject.h"
#include "aio/aio_timers.h"

/* The loop's queue and the run of it: run ready handles, wait, fire due timers. */

double aio_seconds(int64_t ns) {
    return (double)ns / 1e9;
}

/* The nearest nanosecond; order and clock use it. Times beyond 290 years count as never. */
int64_t aio_nanoseconds(double seconds) {
    double ns = seconds * 1e9;
    if (!(ns < 9.2e18)) return INT64_MAX;
    if (ns < -9.2e18) return INT64_MIN;
    return (int64_t)nearbyint(ns);
}

Obj *aio_loop_new(Engine *e) {
    return aio_loop_new_of(e, e->aio->loop_class ? e->aio->loop_class : TYPE(e, EventLoop));
}

Obj *aio_loop_new_of(Engine *e, Type *type) {
    AioLoop *loop = (AioLoop *)obj_new(e, type, type->size);
    if (!loop) return NULL;
    loop->slow_callback = 0.1;
    event_emit(e, EVENT_LOOP_CREATED, loop->h.id, 0);
    return OBJ(loop);
}

static uint32_t handle_task(Engine *e, const AioHandle *h) {
    bool task = h->callback && aio_is_task(e, h->callback) && !TASK(h->callback)->hidden;
    return task ? h->callback->id : 0;
}

bool aio_refuse(Engine *e, AioLoop *loop, AioRefusal how, Obj *a, Obj *b, Obj *c) {
    Obj *args[] = {OBJ(loop), a ? a : e->none, b ? b : e->none, c ? c : e->none};
    if (!e->aio->refusals) return err_false(e, T_RuntimeError, "Event loop is closed");
    Obj *none = vm_call_nested(e, e->aio->refusals->items[how], args, (int)COUNT_OF(args));
    xdecref(e, none);
    return false;
}

bool aio_call_soon(Engine *e, AioLoop *loop, AioHandle *h) {
    if (loop->closed) {
        return aio_refuse(e, loop, REFUSED_CALL_SOON, h->callback, h->args, h->context);
    }
    h->scheduled_event = e->vm->cause;
    if (!h->hidden) {
        h->scheduled_event = event_emit(e, EVENT_HANDLE_SCHEDULED, h->h.id, handle_task(e, h));
    }
    h->since = e->vm->now;
    h->iteration = loop->iteration;
    if (h->kind != HANDLE_CALL) TASK(h->callback)->ready = h;
    incref(h);
    if (loop->ready_tail) {
        loop->ready_tail->next = h;
    } else {
        loop->ready_head = h;
    }
    loop->ready_tail = h;
    loop->ready_count++;
    thread_loop_ready(e, loop->thread);
    return true;
}

/* Owned; NULL when the queue is empty. */
static AioHandle *pop_ready(AioLoop *loop) {
    AioHandle *h = loop->ready_head;
    if (!h) return NULL;
    loop->ready_head = h->next;
    h->next = NULL;
    if (!loop->ready_head) loop->ready_tail = NULL;
    loop->ready_count--;
    return h;
}

/* One by one: a handle that the program keeps does not keep those behind it. */
void aio_drop_ready(Engine *e, AioLoop *loop) {
    for (AioHandle *h; (h = pop_ready(loop));) decref(e, h);
}

AioLoop *aio_running_loop(Engine *e) {
    if (e->aio->running_loop) return e->aio->running_loop;
    return err_null(e, T_RuntimeError, "no running event loop");
}

AioLoop *aio_event_loop(Engine *e) {
    AioState *aio = e->aio;
    if (aio->running_loop) return aio->running_loop;
    if (aio->current_loop) return aio->current_loop;
    return err_null(e, T_RuntimeError, "There is no current event loop in thread '%s'.",
                    thread_name(e));
}

/* ---- One iteration ------------------------------------------------------------------------- */

/* Nothing is ready: until the earliest deadline, or until a thread schedules something. The time
 * that is left is counted in floats, as CPython does. */
static bool must_wait(Engine *e, AioLoop *loop) {
    bool noticed = loop->ready_head && (!loop->deaf || loop->woken);
    if (noticed || loop->stopping || loop->signal_came || aio_inject_due(e)) return false;
    const AioHandle *first = timers_first(e, loop);
    if (first && first->timeless) {
        return err_false(e, T_TypeError, "unsupported operand type(s) for -: '%s' and 'float'",
                         type_name(first->when_given));
    }
    if (first && first->when != first->when) {
        return err_false(e, T_ValueError, "cannot convert float NaN to integer");
    }
    return !first || first->when - aio_seconds(e->vm->now) > 0;
}

/* `cause`: what ends the wait; 0 = the iteration has to do. */
static void tell_wait(Engine *e, const AioLoop *loop, int64_t ns, uint32_t cause) {
    int64_t ms = ns / 1000000;
    event_emit_because(e, EVENT_ITERATION_WAITED, loop->h.id,
                       ms > UINT32_MAX ? UINT32_MAX : (uint32_t)ms, cause ? cause : e->vm->cause);
}

/* For a STEP of run_forever(). number[0] = when the wait began; -1 = it is told already. Without
 * other threads it is known when it will end. */
static Res wait_for_work(Engine *e, NFrame *f, AioLoop *loop, Obj **out) {
    const AioHandle *first = timers_first(e, loop);
    int64_t until = first ? first->when_ns : THREAD_FOREVER; /* sleep(inf) is for ever */
    bool timer = !loop->polls || until <= loop->world_ns;
    if (!timer) until = loop->world_ns;
    if (signals_next(e) < until) {
        until = signals_next(e);
        timer = false;
    }
    if (aio_inject_next(e) < until) {
        until = aio_inject_next(e);
        timer = false;
    }
    bool known = e->vm->threads.alive <= 1;
    bool allowed = !e->max_virtual_ns || until <= e->max_virtual_ns;
    loop->phase = PHASE_WAIT;
    f->number[0] = known ? -1 : e->vm->now;
    if (known && allowed && until > e->vm->now && until != THREAD_FOREVER) {
        tell_wait(e, loop, until - e->vm->now, timer ? first->scheduled_event : 0);
    }
    return thread_loop_wait(e, f, loop->h.id, until, out);
}

/* A timer is due when its deadline lies less than the clock's resolution ahead: not at or after
 * that. What is not a number never does. */
static bool timer_is_due(Engine *e, AioLoop *loop) {
    const AioHandle *first = timers_first(e, loop);
    if (first && first->timeless) {
        return err_false(e, T_TypeError, "'>=' not supported between instances of '%s' and 'float'",
                         type_name(first->when_given));
    }
    return first && !(first->when >= aio_seconds(e->vm->now) + 1e-9);
}

static bool fire_first(Engine *e, AioLoop *loop) {
    uint32_t cause = e->vm->cause;
    AioHandle *h = timers_pop(loop);
    loop->phase = PHASE_TIMERS;
    h->cause_timer = h->h.id;
    e->vm->cause = h->scheduled_event;
    e->vm->cause = event_emit(e, EVENT_TIMER_FIRED, h->h.id, handle_task(e, h));
    bool ok = aio_call_soon(e, loop, h);
    decref(e, h);
    e->vm->cause = cause;
    return ok;
}

/* For the stage: what comes next in this iteration. Cancelled timers stay where they are. */
static void look_ahead(const Engine *e, AioLoop *loop) {
    bool due = loop->timer_count && loop->timers[0].when_ns <= e->vm->now;
    bool runs = loop->ready_head || loop->stopping;
    loop->todo = loop->ready_count;
    loop->phase = due ? PHASE_TIMERS : runs ? PHASE_RUN : PHASE_WAIT;
}

static bool begin_iteration(Engine *e, AioLoop *loop) {
    loop->iteration = ++e->aio->iterations;
    loop->ran = 0;
    look_ahead(e, loop);
    e->vm->cause = event_emit_because(e, EVENT_ITERATION_BEGUN, loop->h.id, loop->iteration,
                                      loop->started_event);
    if (e->max_iterations && loop->iteration > e->max_iterations) {
        vm_abort(e, ABORT_INSTRUCTIONS);
        return false;
    }
    return true;
}

/* A signal's number lies in the loop's pipe to itself: reading it is a handle that the trace does
 * not show. */
static bool read_from_self(Engine *e, AioLoop *loop) {
    Str *name = str_from(e, "_read_from_self");
    Obj *method = NULL;
    bool ok = name && op_getattr(e, OBJ(loop), name, &method) == R_OK;
    AioReason reason = {0, WHAT_CALLBACK, 0};
    AioHandle *h =
        ok ? aio_handle_new(e, loop, HANDLE_CALL, method, e->empty_tuple, NULL, reason) : NULL;
    if (h) h->hidden = 1;
    ok = h && aio_call_soon(e, loop, h);
    loop->signal_came = 0;
    xdecref(e, name);
    xdecref(e, method);
    xdecref(e, h);
    return ok;
}

/* The timers that are due are in the queue. */
static bool take_ready(Engine *e, AioLoop *loop) {
    if (aio_inject_due(e) && !aio_inject(e, loop)) return false;
    loop->phase = PHASE_RUN;
    loop->todo = loop->ready_count;
    return true;
}

static void end_wait(Engine *e, const NFrame *f, AioLoop *loop) {
    int64_t began = f->number[0];
    loop->phase = PHASE_TIMERS;
    if (began < 0 || began == e->vm->now) return;
    const AioHandle *first = loop->timer_count ? loop->timers[0].handle : NULL;
    bool timer = first && first->when_ns <= e->vm->now;
    const AioHandle *woke = timer ? first : loop->ready_head;
    tell_wait(e, loop, e->vm->now - began, woke ? woke->scheduled_event : 0);
}

static Dict *exception_context(Engine *e, AioHandle *h, Obj *exception) {
    Dict *context = dict_new(e);
    Str *call = context ? aio_handle_callback_text(e, h) : NULL;
    Str *message = call ? str_format(e, "Exception in callback %s", call->text) : NULL;
    bool ok = message && aio_report_put(e, context, "message", OBJ(message)) &&
              aio_report_put(e, context, "exception", exception) &&
              aio_report_put(e, context, "handle", OBJ(h)) &&
              aio_report_put_source(e, context, h->source);
    xdecref(e, call);
    xdecref(e, message);
    if (!ok) clear_ref(e, context);
    return context;
}

static Res call_callback(Engine *e, AioHandle *h, Obj **out) {
    if (!h->callback) return err_res(e, T_TypeError, "'NoneType' object is not callable");
    switch ((HandleKind)h->kind) {
    case HANDLE_STEP: {
        Tuple *args = TUPLE(h->args);
        return aio_task_step(e, TASK(h->callback), args->size ? args->items[0] : NULL);
    }
    case HANDLE_WAKEUP: return aio_task_wakeup(e, TASK(h->callback), TUPLE(h->args)->items[0]);
    case HANDLE_CALL: break;
    }
    return op_call(e, h->callback, TUPLE(h->args)->items, (int)TUPLE(h->args)->size, NULL, out);
}

/* While an error is reported it is the handled one, as in the except clause of Handle._run: what a
 * handler raises has it as context. Gives back what was handled before, for the same slot. */
static void handle_error(Engine *e, Obj **slot, Obj *owned) {
    Obj *before = e->vm->exc->handled;
    e->vm->exc->handled = owned;
    *slot = before;
}

/* A circle that reference counts never free: the exception has a traceback, which has the frame of
 * Handle._run, which has the handle (and so its task) and the report, which has the exception. */
static void keep_for_ever(Engine *e, AioHandle *h, Dict *report) {
    if (!h->itself) h->itself = HANDLE(incref(h));
    set_ref(e, h->report, report ? DICT(incref(report)) : NULL);
}

/* Python code has frames to stop in, what the handle calls in C has none. */
static bool calls_native(Engine *e, const AioHandle *h) {
    const Obj *fn = h->callback;
    if (h->kind != HANDLE_CALL || !fn) return false;
    while (IS(e, fn, partial)) fn = PARTIAL(fn)->func;
    if (IS(e, fn, method)) fn = METHOD(fn)->function;
    return !IS(e, fn, function);
}

enum { IN_DEBUG = 1, IN_C = 2, IN_CONTEXT = 4 };

/* Handle._run calls the context's run(): what that refuses is an error in the callback. */
static Res call_in_context(Engine *e, NFrame *f, Obj **out) {
    AioHandle *h = HANDLE(f->slot[1]);
    if (f->number[1] & IN_CONTEXT) return call_callback(e, h, out);
    if (IS(e, h->context, Context))
        aio_context_enter(e, h->context, &f->slot[2]);
    else
        err_null(e, T_AttributeError, "'%s' object has no attribute 'run'", type_name(h->context));
    return R_ERR;
}

/* Slots: loop, handle, the context before, the report, what was handled before. Runs one handle in
 * its context. */
static Res run_handle_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    AioHandle *h = HANDLE(f->slot[1]);
    bool entered =
        aio_context_can_enter(e, h->context) && aio_context_enter(e, h->context, &f->slot[2]);
    e->vm->cause = h->scheduled_event;
    e->aio->told_handle = h;
    if (!h->hidden) e->vm->cause = event_emit(e, EVENT_HANDLE_RUN, h->h.id, handle_task(e, h));
    f->number[0] = e->vm->now;
    /* what the handle changes holds for the next one */
    bool timed = LOOP(f->slot[0])->debug && h == LOOP(f->slot[0])->running_handle;
    f->number[1] =
        (timed ? IN_DEBUG : 0) | (calls_native(e, h) ? IN_C : 0) | (entered ? IN_CONTEXT : 0);
    if (f->number[1] & IN_C) { STEP_PAUSE(4); }
    STEP_TRY(1, call_in_context(e, f, STEP_OUT));
    if (f->number[1] & IN_CONTEXT) aio_context_leave(e, f->slot[2]);
    f->slot[2] = NULL;
    if (f->in_res == R_STOP) native_stop_error(e, f);
    if (f->in_res == R_ERR) {
        if (err_matches(e, T_SystemExit) || err_matches(e, T_KeyboardInterrupt)) {
            AioHandle *handle = HANDLE(f->slot[1]); /* of a task, which keeps the exception */
            if (handle->kind != HANDLE_CALL) keep_for_ever(e, handle, NULL);
            return R_ERR;
        }
        Obj *exception = err_take(e);
        Dict *report = exception_context(e, HANDLE(f->slot[1]), exception);
        set_ref(e, f->slot[3], OBJ(report));
        if (report) keep_for_ever(e, HANDLE(f->slot[1]), report);
        handle_error(e, &f->slot[4], exception);
        STEP_TRY(2, f->slot[3] ? aio_call_exception_handler(e, LOOP(f->slot[0]), DICT(f->slot[3]),
                                                            STEP_OUT)
                               : R_ERR);
        Obj *reported = NULL;
        handle_error(e, &reported, f->slot[4]);
        f->slot[4] = NULL;
        xdecref(e, reported);
        if (f->in_res == R_ERR) return R_ERR;
    }
    if (f->number[1] & IN_DEBUG) {
        STEP(3, aio_tell_slow(e, LOOP(f->slot[0]), HANDLE(f->slot[1]), f->number[0], STEP_OUT));
    }
    if (f->number[1] & IN_C) { STEP_PAUSE(5); }
    LOOP(f->slot[0])->handle_left = 1;
    if (!HANDLE(f->slot[1])->hidden) {
        event_emit(e, EVENT_HANDLE_DONE, f->slot[1]->id, handle_task(e, HANDLE(f->slot[1])));
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef run_handle_def = {"_run", NULL,           NULL, run_handle_step,
                                         5,      NATIVE_CATCHES, NULL};

Res aio_handle_run_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HANDLE(f->slot[0])->loop) {
        return err_res(e, T_TypeError, "Coroscope runs handles of event loops only");
    }
    Obj *both[] = {OBJ(HANDLE(f->slot[0])->loop), f->slot[0]};
    f->number[0] =
        e->vm->cause; /* of what the caller does afterwards, and of a handle made by hand */
    if (!HANDLE(f->slot[0])->scheduled_event) HANDLE(f->slot[0])->scheduled_event = e->vm->cause;
    STEP(1, native_push(e, &run_handle_def, both, 2));
    e->vm->cause = (uint32_t)f->number[0];
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Res run_next_handle(Engine *e, AioLoop *loop, Obj **out) {
    AioHandle *h = pop_ready(loop);
    loop->todo--;
    if (h->kind != HANDLE_CALL && h->callback) TASK(h->callback)->ready = NULL;
    if (h->cancelled) {
        decref(e, h);
        *out = e->none;
        return R_OK;
    }
    loop->ran++;
    loop->handle_left = 0;
    set_ref(e, loop->running_handle, h);
    return native_push(e, &run_handle_def, (Obj *[]){OBJ(loop), OBJ(h)}, 2);
}

bool aio_loop_check_runnable(Engine *e, const AioLoop *loop) {
    if (loop->closed) return err_false(e, T_RuntimeError, "Event loop is closed");
    if (loop->running) return err_false(e, T_RuntimeError, "This event loop is already running");
    if (!e->aio->running_loop) return true;
    return err_false(e, T_RuntimeError, "Cannot run the event loop while another loop is running");
}

static void leave_loop(Engine *e, AioLoop *loop) {
    loop->stopping = loop->running = 0;
    aio_agen_leave_loop(e, loop);
    loop->phase = PHASE_PROGRAM;
    clear_ref(e, loop->running_handle);
    loop->thread = NULL;
    aio_track_origins(e, loop, false);
    e->aio->running_loop = NULL;
    event_emit_because(e, EVENT_LOOP_STOPPED, loop->h.id, 0,
                       loop->stop_event ? loop->stop_event : e->vm->cause);
    loop->stop_event = 0;
    e->vm->cause = loop->cause_before;
}

/* The turn of what the loop watches outside the program: the library's _poll() puts the handles of
 * what is ready into the queue, and tells when the next thing comes. */
static Res poll_world(Engine *e, AioLoop *loop, Obj **out) {
    Str *name = str_from(e, "_poll");
    Res res = name ? op_call_method(e, OBJ(loop), name, NULL, 0, out) : R_ERR;
    xdecref(e, name);
    return res;
}

/* True: nothing that the loop watches was ready, so it waits on. */
static bool end_poll(NFrame *f, AioLoop *loop) {
    bool for_world = f->number[1];
    if (f->in_res != R_OK) return false;
    loop->world_ns = HAS_LAYOUT(f->in, INT) ? int_value(f->in) : THREAD_FOREVER;
    return for_world;
}

/* In the iteration that runs, behind the handle that ran last. */
static bool inject_between(Engine *e, AioLoop *loop) {
    if (!aio_inject_due(e)) return true;
    loop->todo++;
    return aio_inject(e, loop);
}

/* As CPython 3.13's run_forever() does even where it refuses: a loop that runs no longer knows. */
static void forget_running(Engine *e, AioLoop *loop) {
    loop->stopping = loop->running = 0;
    aio_agen_leave_loop(e, loop);
    loop->thread = NULL;
    aio_track_origins(e, loop, false);
    e->aio->running_loop = NULL;
}

static bool enter_loop(Engine *e, AioLoop *loop) {
    if (!aio_loop_check_runnable(e, loop)) {
        forget_running(e, loop);
        return false;
    }
    if (e->vm->nested) {
        return err_false(e, T_RuntimeError,
                         "Coroscope cannot run an event loop inside __hash__, __eq__ or __repr__");
    }
    loop->thread = thread_current(e);
    if (!loop->thread) return false;
    loop->running = 1;
    e->aio->running_loop = loop;
    aio_agen_enter_loop(e, loop);
    aio_track_origins(e, loop, loop->debug);
    loop->cause_before = e->vm->cause;
    loop->started_event = event_emit(e, EVENT_LOOP_STARTED, loop->h.id, 0);
    return true;
}

/* run_forever. Slots: loop. Each pause is a moment that the stage can show. */
Res aio_loop_run_step(Engine *e, NFrame *f, Obj **out) {
    AioLoop *loop = LOOP(f->slot[0]);
    STEPS(f);
    if (!enter_loop(e, loop)) return R_ERR;
    do {
        if (!begin_iteration(e, loop)) goto failed;
        STEP_PAUSE(9); /* nothing of it has happened yet */
        if (signals_next(e) <= e->vm->now) { STEP_TRY(6, signals_deliver(e, STEP_OUT)); }
        if (loop->polls && !err_occurred(e)) {
            STEP_TRY(4, poll_world(e, loop, STEP_OUT));
            end_poll(f, loop);
        }
        while (!err_occurred(e) && must_wait(e, loop)) {
            STEP_TRY(3, wait_for_work(e, f, loop, STEP_OUT));
            if (f->in_res != R_OK) break;
            end_wait(e, f, loop);
            STEP_PAUSE(10); /* the clock shows its new time */
            if (signals_next(e) <= e->vm->now) {
                loop->woken = 0;
                STEP_TRY(7, signals_deliver(e, STEP_OUT));
                if (f->in_res != R_OK) break;
                loop->deaf = !loop->woken;
                continue;
            }
            while (f->in_res == R_OK && signals_tripped(e)) {
                STEP_TRY(8, signals_deliver(e, STEP_OUT));
            }
            if (f->in_res != R_OK || !loop->polls) break;
            f->number[1] = e->vm->now >= loop->world_ns;
            STEP_TRY(5, poll_world(e, loop, STEP_OUT));
            if (!end_poll(f, loop)) break;
        }
        loop->deaf = loop->woken = 0;
        if (err_occurred(e) || (loop->signal_came && !read_from_self(e, loop))) goto failed;
        while (timer_is_due(e, loop)) {
            if (!fire_first(e, loop)) goto failed;
            STEP_PAUSE(11); /* its callback stands in the queue */
        }
        if (err_occurred(e) || !take_ready(e, loop)) goto failed;
        while (loop->todo > 0) {
            STEP_TRY(1, run_next_handle(e, loop, STEP_OUT));
            clear_ref(e, loop->running_handle);
            if (f->in_res == R_ERR) goto failed;
            /* before the clock moves, and before a deadlock ends the run */
            STEP_TRY(2, finalize_now(e, STEP_OUT));
            if (!inject_between(e, loop)) goto failed;
        }
    } while (!loop->stopping);
    leave_loop(e, loop);
    *out = e->none;
    return R_OK;
failed:
    leave_loop(e, loop);
    return R_ERR;
    STEPS_END;
}
