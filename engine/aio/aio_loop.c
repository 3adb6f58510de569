#include "aio/aio.h"

#include <math.h>
#include <string.h>

#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "vm/finalize.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"
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
    Type *type = e->aio->loop_class ? e->aio->loop_class : TYPE(e, EventLoop);
    AioLoop *loop = (AioLoop *)obj_new(e, type, type->size);
    if (!loop) return NULL;
    loop->slow_callback_ns = 100000000;
    event_emit(e, EVENT_LOOP_CREATED, loop->h.id, 0);
    return OBJ(loop);
}

static uint32_t handle_task(Engine *e, const AioHandle *h) {
    bool task = h->callback && aio_is_task(e, h->callback) && !TASK(h->callback)->hidden;
    return task ? h->callback->id : 0;
}

bool aio_call_soon(Engine *e, AioLoop *loop, AioHandle *h) {
    h->scheduled_event = event_emit(e, EVENT_HANDLE_SCHEDULED, h->h.id, handle_task(e, h));
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

AioLoop *aio_running_loop(Engine *e) {
    if (e->aio->running_loop) return e->aio->running_loop;
    return err_null(e, T_RuntimeError, "no running event loop");
}

AioLoop *aio_event_loop(Engine *e) {
    AioState *aio = e->aio;
    if (aio->running_loop) return aio->running_loop;
    if (aio->current_loop) return aio->current_loop;
    return err_null(e, T_RuntimeError, "There is no current event loop in thread 'MainThread'.");
}

/* ---- One iteration ------------------------------------------------------------------------- */

/* Moves the clock to the earliest deadline. False: nothing can ever wake the program. */
static bool wait_for_timer(Engine *e, AioLoop *loop) {
    const AioHandle *first = timers_first(e, loop);
    loop->phase = PHASE_WAIT;
    if (!first || first->when_ns == INT64_MAX) { /* sleep(inf) is for ever */
        event_emit_because(e, EVENT_DEADLOCK, loop->h.id, 0, 0);
        vm_abort(e, ABORT_DEADLOCK);
        return false;
    }
    if (first->when_ns <= e->vm->now) return true;
    int64_t waited = (first->when_ns - e->vm->now) / 1000000;
    if (e->max_virtual_ns && first->when_ns > e->max_virtual_ns) {
        vm_abort(e, ABORT_TIME);
        return false;
    }
    event_emit_because(e, EVENT_ITERATION_WAITED, loop->h.id,
                       waited > UINT32_MAX ? UINT32_MAX : (uint32_t)waited, 0);
    e->vm->now = first->when_ns;
    return true;
}

/* A timer is due when its deadline lies less than the clock's resolution ahead. */
static bool fire_due(Engine *e, AioLoop *loop) {
    double end = aio_seconds(e->vm->now) + 1e-9;
    for (AioHandle *h; (h = timers_first(e, loop)) && h->when < end;) {
        h = timers_pop(loop);
        loop->phase = PHASE_TIMERS;
        h->cause_timer = h->h.id;
        e->vm->cause = h->scheduled_event;
        e->vm->cause = event_emit(e, EVENT_TIMER_FIRED, h->h.id, handle_task(e, h));
        bool ok = aio_call_soon(e, loop, h);
        decref(e, h);
        e->vm->cause = 0;
        if (!ok) return false;
    }
    return true;
}

static bool begin_iteration(Engine *e, AioLoop *loop) {
    e->vm->cause = 0;
    loop->iteration = ++e->aio->iterations;
    loop->ran = 0;
    event_emit(e, EVENT_ITERATION_BEGUN, loop->h.id, loop->iteration);
    if (e->max_iterations && loop->iteration > e->max_iterations) {
        vm_abort(e, ABORT_INSTRUCTIONS);
        return false;
    }
    if (!loop->ready_head && !loop->stopping && !wait_for_timer(e, loop)) return false;
    if (!fire_due(e, loop)) return false;
    loop->phase = PHASE_RUN;
    loop->todo = loop->ready_count;
    return true;
}

static Dict *exception_context(Engine *e, AioHandle *h, Obj *exception) {
    Dict *context = dict_new(e);
    Str *call = context ? aio_handle_callback_text(e, h) : NULL;
    Str *message = call ? str_format(e, "Exception in callback %s", call->text) : NULL;
    Str *keys[3] = {str_from(e, "message"), str_from(e, "exception"), str_from(e, "handle")};
    Obj *values[3] = {OBJ(message), exception, OBJ(h)};
    bool ok = message != NULL;
    for (int i = 0; i < 3; i++) {
        ok = ok && keys[i] && dict_set_str(e, context, keys[i], values[i]);
        xdecref(e, keys[i]);
    }
    xdecref(e, call);
    xdecref(e, message);
    if (!ok) clear_ref(e, context);
    return context;
}

static Res call_callback(Engine *e, AioHandle *h, Obj **out) {
    switch ((HandleKind)h->kind) {
    case HANDLE_STEP: {
        Tuple *args = TUPLE(h->args);
        return aio_task_step(e, TASK(h->callback), args->size ? args->items[0] : NULL);
    }
    case HANDLE_WAKEUP:
        return aio_task_wakeup(e, TASK(h->callback), FUTURE(TUPLE(h->args)->items[0]));
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

/* Slots: loop, handle, the context before, the report, what was handled before. Runs one handle in
 * its context. */
static Res run_handle_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    AioHandle *h = HANDLE(f->slot[1]);
    if (!aio_context_enter(e, h->context, &f->slot[2])) return R_ERR;
    e->vm->cause = h->scheduled_event;
    e->vm->cause = event_emit(e, EVENT_HANDLE_RUN, h->h.id, handle_task(e, h));
    STEP_TRY(1, call_callback(e, HANDLE(f->slot[1]), STEP_OUT));
    aio_context_leave(e, f->slot[2]);
    f->slot[2] = NULL;
    if (f->in_res == R_STOP) native_stop_error(e, f);
    if (f->in_res == R_ERR) {
        if (err_matches(e, T_SystemExit) || err_matches(e, T_KeyboardInterrupt)) return R_ERR;
        Obj *exception = err_take(e);
        Dict *report = exception_context(e, HANDLE(f->slot[1]), exception);
        set_ref(e, f->slot[3], OBJ(report));
        handle_error(e, &f->slot[4], exception);
        STEP_TRY(2, f->slot[3] ? aio_call_exception_handler(e, LOOP(f->slot[0]), DICT(f->slot[3]))
                               : R_ERR);
        Obj *reported = NULL;
        handle_error(e, &reported, f->slot[4]);
        f->slot[4] = NULL;
        xdecref(e, reported);
        if (f->in_res == R_ERR) return R_ERR;
    }
    event_emit(e, EVENT_HANDLE_DONE, f->slot[1]->id, handle_task(e, HANDLE(f->slot[1])));
    e->vm->cause = 0;
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef run_handle_def = {"_run", NULL,           NULL, run_handle_step,
                                         5,      NATIVE_CATCHES, NULL};

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
    loop->phase = PHASE_PROGRAM;
    clear_ref(e, loop->running_handle);
    e->aio->running_loop = NULL;
    event_emit_because(e, EVENT_LOOP_STOPPED, loop->h.id, 0, 0);
}

/* run_forever. Slots: loop. */
Res aio_loop_run_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!aio_loop_check_runnable(e, LOOP(f->slot[0]))) return R_ERR;
    if (e->vm->nested) {
        return err_res(e, T_RuntimeError,
                       "Coroscope cannot run an event loop inside __hash__, __eq__ or __repr__");
    }
    LOOP(f->slot[0])->running = 1;
    e->aio->running_loop = LOOP(f->slot[0]);
    event_emit(e, EVENT_LOOP_STARTED, f->slot[0]->id, 0);
    do {
        if (!begin_iteration(e, LOOP(f->slot[0]))) {
            leave_loop(e, LOOP(f->slot[0]));
            return R_ERR;
        }
        while (LOOP(f->slot[0])->todo > 0) {
            STEP_TRY(1, run_next_handle(e, LOOP(f->slot[0]), STEP_OUT));
            clear_ref(e, LOOP(f->slot[0])->running_handle);
            if (f->in_res == R_ERR) {
                leave_loop(e, LOOP(f->slot[0]));
                return R_ERR;
            }
            /* before the clock moves, and before a deadlock ends the run */
            STEP_TRY(2, finalize_now(e, STEP_OUT));
        }
    } while (!LOOP(f->slot[0])->stopping);
    leave_loop(e, LOOP(f->slot[0]));
    *out = e->none;
    return R_OK;
    STEPS_END;
}
