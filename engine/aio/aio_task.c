#include "aio/aio.h"

#include <string.h>

#include "object/error.h"
#include "object/int.h"
#include "vm/gen.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* Tasks: a coroutine that the loop drives one step at a time. */

bool aio_is_task(Engine *e, const Obj *o) {
    return aio_is_future(o) && (IS(e, o, Task) || type_is_subtype(o->type, TYPE(e, Task)));
}

static const AioReason first_step = {0, WHAT_FIRST_STEP, 0}, next_step = {0, WHAT_NEXT_STEP, 0};

/* Queues Task.__step, with an exception to throw or NULL. */
static bool schedule_step(Engine *e, AioTask *t, Obj *exception, AioReason reason) {
    Tuple *args = tuple_of(e, &exception, exception ? 1 : 0);
    if (!args) return false;
    reason.about = reason.about ? reason.about : t->f.h.id;
    AioHandle *h = aio_handle_new(e, t->f.loop, HANDLE_STEP, OBJ(t), OBJ(args), t->context, reason);
    bool ok = h && aio_call_soon(e, t->f.loop, h);
    xdecref(e, h);
    decref(e, args);
    return ok;
}

static Str *default_name(Engine *e) {
    return str_format(e, "Task-%u", ++e->aio->task_name_counter);
}

/* A record about a task; the clean-up of asyncio.run() makes none. */
static uint32_t task_event(Engine *e, EventKind kind, const AioTask *t, uint32_t arg) {
    return t->hidden ? 0 : event_emit(e, kind, t->f.h.id, arg);
}

/* shutdown_asyncgens() and shutdown_default_executor(), which run after the program's own tasks. */
static bool is_clean_up(Engine *e, const Obj *coro) {
    if (!gen_is(e, coro) || !(((const Gen *)coro)->code->flags & CODE_LIBRARY)) return false;
    static const char prefix[] = "BaseEventLoop.shutdown_";
    return strncmp(((const Gen *)coro)->code->qualname->text, prefix, sizeof prefix - 1) == 0;
}

static bool init(Engine *e, AioTask *t, AioLoop *loop, Obj *coro, Obj *name, Obj *context) {
    AioState *aio = e->aio;
    if (!aio_future_init(e, &t->f, loop, (AioReason){t->f.h.id, WHAT_TASK, 0})) return false;
    t->hidden = is_clean_up(e, coro);
    t->number = t->hidden ? 0 : ++aio->task_count;
    t->name = name && name != e->none ? obj_str(e, name) : default_name(e);
    t->context = context && context != e->none ? incref(context) : aio_context_copy(e);
    if (!t->name || !t->context) return false;
    t->coro = incref(coro);
    const PFrame *f = vm_user_frame(e);
    t->created_line = f ? f->line : 0;
    t->created_by = e->vm->task_id;
    t->f.created_event = task_event(e, EVENT_TASK_CREATED, t, e->vm->task_id);
    uint32_t cause = e->vm->cause;
    e->vm->cause = t->f.created_event;
    bool ok = schedule_step(e, t, NULL, first_step);
    e->vm->cause = cause;
    return ok;
}

/* What collections.abc.Coroutine accepts; a generator lacks __await__. */
static bool check_coroutine(Engine *e, Obj *coro) {
    const Type *type = coro->type;
    if (IS(e, coro, coroutine)) return true;
    if (type_lookup(e, type, N(e, send)) && type_lookup(e, type, N(e, throw_)) &&
        type_lookup(e, type, N(e, close)) && type_lookup(e, type, N(e, __await__))) {
        return true;
    }
    Str *text = obj_repr(e, coro);
    if (text) err_null(e, T_TypeError, "a coroutine was expected, got %s", text->text);
    xdecref(e, text);
    return false;
}

static Obj *make(Engine *e, Type *type, AioLoop *loop, Obj *coro, Obj *name, Obj *context) {
    if (!check_coroutine(e, coro)) return NULL;
    AioTask *t = (AioTask *)obj_new(e, type, type->size);
    if (!t) return NULL;
    if (init(e, t, loop, coro, name, context)) return OBJ(t);
    t->f.log_destroy_pending = 0;
    decref(e, t);
    return NULL;
}

Obj *aio_task_new(Engine *e, AioLoop *loop, Obj *coro, Obj *name, Obj *context) {
    return make(e, TYPE(e, Task), loop, coro, name, context);
}

/* ---- One step ------------------------------------------------------------------------------- */

static void end_event(Engine *e, AioTask *t, uint32_t how) {
    task_event(e, EVENT_TASK_DONE, t, how);
}

/* The coroutine returned. */
static bool finish_with_result(Engine *e, AioTask *t, Obj *value) {
    if (t->must_cancel) {
        t->must_cancel = 0;
        end_event(e, t, 2);
        aio_future_cancel(e, &t->f, t->f.cancel_message);
        return true;
    }
    end_event(e, t, 0);
    return aio_future_set_result(e, &t->f, value);
}

/* The coroutine raised: cancelled, failed, or (SystemExit, KeyboardInterrupt) failed and passed on.
 */
static Res finish_with_exception(Engine *e, AioTask *t) {
    Obj *exc = err_take(e);
    bool ok = true, passes = false;
    if (obj_is(exc, TYPE(e, CancelledError))) {
        set_ref(e, t->f.cancelled_exc, incref(exc));
        end_event(e, t, 2);
        aio_future_cancel(e, &t->f, NULL); /* only the exception itself has the message */
    } else {
        task_event(e, EVENT_EXCEPTION_LEFT_TASK, t, exc->id);
        end_event(e, t, 1);
        ok = aio_future_set_exception(e, &t->f, exc);
        passes = obj_is(exc, TYPE(e, SystemExit)) || obj_is(exc, TYPE(e, KeyboardInterrupt));
    }
    if (ok && passes) err_raise(e, exc);
    decref(e, exc);
    return ok && !passes ? R_OK : R_ERR;
}

/* What the coroutine yielded was nothing to wait for: the next step throws the error into it. */
static bool throw_next(Engine *e, AioTask *t, Obj *message) {
    if (!message) return false;
    Obj *exc = exc_new(e, T_RuntimeError, STR(message)->text);
    bool ok = exc && schedule_step(e, t, exc, next_step);
    xdecref(e, exc);
    decref(e, message);
    return ok;
}

static Obj *complaint(Engine *e, const char *before, AioTask *t, const char *middle, Obj *yielded,
                      const char *after) {
    Str *task = obj_repr(e, OBJ(t)), *other = task ? obj_repr(e, yielded) : NULL;
    Str *text =
        other ? str_format(e, "%s%s%s%s%s", before, task->text, middle, other->text, after) : NULL;
    xdecref(e, task);
    xdecref(e, other);
    return OBJ(text);
}

/* waiter.cancel(message or None); gather() and subclasses have a cancel() of their own. */
static bool cancel_waiter(Engine *e, Obj *waiter, Obj *message, bool *requested) {
    *requested = false;
    if (IS(e, waiter, Task)) return aio_task_cancel(e, TASK(waiter), message, requested);
    if (IS(e, waiter, Future)) {
        *requested = aio_future_cancel(e, FUTURE(waiter), message);
        return true;
    }
    Str *name = str_from(e, "cancel");
    Tuple *args = name ? tuple_pack(e, 1, message ? message : e->none) : NULL;
    bool found;
    Obj *answer =
        args ? vm_special_nested(e, waiter, name, args->items, (int)args->size, &found) : NULL;
    bool ok = answer && obj_truth(e, answer, requested);
    xdecref(e, answer);
    xdecref(e, name);
    xdecref(e, args);
    return ok;
}

static bool wait_for_future(Engine *e, AioTask *t, AioFuture *f) {
    if (f->loop != t->f.loop) {
        return throw_next(
            e, t,
            complaint(e, "Task ", t, " got Future ", OBJ(f), " attached to a different loop"));
    }
    if (!f->blocking) {
        return throw_next(
            e, t,
            complaint(e, "yield was used instead of yield from in task ", t, " with ", OBJ(f), ""));
    }
    if (OBJ(f) == OBJ(t)) {
        Str *task = obj_repr(e, OBJ(t));
        Obj *text = task ? OBJ(str_format(e, "Task cannot await on itself: %s", task->text)) : NULL;
        xdecref(e, task);
        return throw_next(e, t, text);
    }
    f->blocking = 0;
    t->wait_event = task_event(e, EVENT_TASK_SUSPENDED, t, f->h.id);
    if (!aio_future_add_callback(e, f, OBJ(t), t->context)) return false;
    set_ref(e, t->waiter, incref(f));
    if (!t->must_cancel) return true;
    bool requested = false;
    bool ok = cancel_waiter(e, OBJ(f), t->f.cancel_message, &requested);
    if (requested) t->must_cancel = 0;
    return ok;
}

static bool wait_for(Engine *e, AioTask *t, Obj *yielded) {
    if (aio_is_future(yielded)) return wait_for_future(e, t, FUTURE(yielded));
    if (yielded == e->none) {
        t->wait_event = task_event(e, EVENT_TASK_SUSPENDED, t, 0);
        return schedule_step(e, t, NULL, next_step);
    }
    if (gen_is(e, yielded)) {
        return throw_next(e, t,
                          complaint(e,
                                    "yield was used instead of yield from for generator in "
                                    "task ",
                                    t, " with ", yielded, ""));
    }
    Str *text = obj_repr(e, yielded);
    Obj *message = text ? OBJ(str_format(e, "Task got bad yield: %s", text->text)) : NULL;
    xdecref(e, text);
    return throw_next(e, t, message);
}

static bool begin(Engine *e, AioTask *t, Obj *previous_task) {
    AioState *aio = e->aio;
    if (aio->current_task && !previous_task) {
        Str *now = obj_repr(e, OBJ(aio->current_task)), *task = now ? obj_repr(e, OBJ(t)) : NULL;
        if (task) {
            err_null(e, T_RuntimeError,
                     "Cannot enter into task %s while another task %s is being executed.",
                     task->text, now->text);
        }
        xdecref(e, now);
        xdecref(e, task);
        return false;
    }
    aio->current_task = t;
    e->vm->task_id = t->hidden ? 0 : t->f.h.id;
    t->running = t->started = 1;
    task_event(e, EVENT_TASK_STEP, t,
               t->f.loop->running_handle ? t->f.loop->running_handle->h.id : 0);
    t->ready = NULL;
    clear_ref(e, t->waiter);
    return true;
}

static void end(Engine *e, AioTask *t) {
    t->running = 0;
    e->aio->current_task = NULL;
    e->vm->task_id = 0;
}

/* must_cancel turns whatever comes into CancelledError. Owned or NULL (*failed tells which). */
static Obj *exception_to_throw(Engine *e, AioTask *t, Obj *given, bool *failed) {
    *failed = false;
    if (!t->must_cancel) return xincref(given);
    t->must_cancel = 0;
    if (given && obj_is(given, TYPE(e, CancelledError))) return incref(given);
    Obj *exc = aio_future_cancelled_error(e, &t->f);
    *failed = exc == NULL;
    return exc;
}

static Res drive(Engine *e, Obj *coro, Obj *exception, Obj **out) {
    if (!exception) return op_send(e, coro, e->none, out);
    if (gen_is(e, coro)) return gen_throw(e, GEN(coro), exception, out);
    return op_call_method(e, coro, N(e, throw_), &exception, 1, out);
}

/* Slots: task, exception to throw or NULL. */
static Res step_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    AioTask *t = TASK(f->slot[0]);
    if (t->f.state != FUTURE_PENDING) {
        return err_res(e, T_InvalidStateError, "__step(): already done");
    }
    bool failed;
    Obj *exc = exception_to_throw(e, t, f->slot[1], &failed);
    if (failed) return R_ERR;
    set_ref(e, f->slot[1], exc);
    if (!begin(e, t, NULL)) return R_ERR;
    if (exc && obj_is(exc, TYPE(e, CancelledError))) {
        task_event(e, EVENT_TASK_CANCEL_DELIVERED, t, 0);
    }
    STEP_TRY(1, drive(e, TASK(f->slot[0])->coro, f->slot[1], STEP_OUT));
    Res res = f->in_res;
    *out = e->none;
    if (res == R_OK) {
        bool ok = wait_for(e, TASK(f->slot[0]), f->in);
        end(e, TASK(f->slot[0]));
        return ok ? R_OK : R_ERR;
    }
    if (res == R_ERR && err_matches(e, T_StopIteration)) { /* an awaitable that is no generator */
        Obj *stop = err_take(e);
        set_ref(e, f->in, xincref(EXC(stop)->extra[0]));
        decref(e, stop);
        res = R_STOP;
    }
    if (res == R_STOP) {
        res = finish_with_result(e, TASK(f->slot[0]), f->in ? f->in : e->none) ? R_OK : R_ERR;
    } else {
        res = finish_with_exception(e, TASK(f->slot[0]));
    }
    end(e, TASK(f->slot[0]));
    return res;
    STEPS_END;
}

static const NativeDef step_def = {"__step", NULL, NULL, step_step, 2, NATIVE_CATCHES, NULL};

Res aio_task_step(Engine *e, AioTask *t, Obj *exception) {
    return native_push(e, &step_def, (Obj *[]){OBJ(t), exception}, 2);
}

Res aio_task_wakeup(Engine *e, AioTask *t, AioFuture *f) {
    Obj *result = NULL, *exception = NULL;
    if (f->state == FUTURE_FINISHED && f->exception) {
        exception = incref(aio_future_get_exception(e, f)); /* not raised: it gets no context */
    } else if (aio_future_outcome(e, f, &result) == R_ERR) {
        exception = err_take(e);
    }
    xdecref(e, result);
    Res res = aio_task_step(e, t, exception);
    xdecref(e, exception);
    return res;
}

/* Tasks that wait for each other in a circle pass a cancellation round for ever. */
enum { CANCEL_CHAIN = 10000 };

static void count_request(Engine *e, AioTask *t) {
    t->cancel_requests++;
    e->vm->cause = task_event(e, EVENT_TASK_CANCEL_REQUESTED, t, e->vm->task_id);
}

static void cancel_at_next_step(Engine *e, AioTask *t, Obj *message) {
    t->must_cancel = 1;
    set_ref(e, t->f.cancel_message, message == e->none ? NULL : xincref(message));
}

/* From task to task that waits for the next one, down to the first that waits for no task: what
 * that one waits for is cancelled, or else it is itself, at its next step. */
static bool pass_on(Engine *e, AioTask *t, Obj *message) {
    for (int i = 0; i < CANCEL_CHAIN; i++) {
        count_request(e, t);
        Obj *waiter = t->waiter;
        bool done = false;
        if (waiter && IS(e, waiter, Task)) {
            FUTURE(waiter)->log_traceback = 0;
            if (FUTURE(waiter)->state == FUTURE_PENDING) {
                t = TASK(waiter);
                continue;
            }
        } else if (waiter) {
            incref(waiter);
            bool ok = cancel_waiter(e, waiter, message, &done);
            decref(e, waiter);
            if (!ok) return false;
        }
        if (!done) cancel_at_next_step(e, t, message);
        return true;
    }
    return err_false(e, T_RecursionError,
                     "maximum recursion depth exceeded while calling a Python object");
}

bool aio_task_cancel(Engine *e, AioTask *t, Obj *message, bool *requested) {
    t->f.log_traceback = 0;
    *requested = t->f.state == FUTURE_PENDING;
    if (!*requested) return true;
    uint32_t cause = e->vm->cause;
    bool ok = pass_on(e, t, message);
    e->vm->cause = cause;
    return ok;
}

/* ---- What Python sees --------------------------------------------------------------------- */

static Obj *task_cancel(Engine *e, Obj *const *a) {
    bool requested;
    return aio_task_cancel(e, TASK(a[0]), a[1], &requested) ? obj_bool(e, requested) : NULL;
}

static Obj *task_cancelling(Engine *e, Obj *const *a) {
    return int_new(e, TASK(a[0])->cancel_requests);
}

static Obj *task_uncancel(Engine *e, Obj *const *a) {
    AioTask *t = TASK(a[0]);
    if (t->cancel_requests > 0 && --t->cancel_requests == 0) t->must_cancel = 0;
    return int_new(e, t->cancel_requests);
}

static Obj *task_get_name(Engine *e, Obj *const *a) {
    return (void)e, incref(TASK(a[0])->name);
}

static Obj *task_set_name(Engine *e, Obj *const *a) {
    Str *name = obj_str(e, a[1]);
    if (!name) return NULL;
    set_ref(e, TASK(a[0])->name, name);
    return e->none;
}

static Obj *task_get_coro(Engine *e, Obj *const *a) {
    return TASK(a[0])->coro ? incref(TASK(a[0])->coro) : e->none;
}

static Obj *task_get_context(Engine *e, Obj *const *a) {
    return (void)e, incref(TASK(a[0])->context);
}

static Obj *task_refuse(Engine *e, Obj *const *a) {
    (void)a;
    return err_null(e, T_RuntimeError, "Task does not support set_result operation");
}

static Obj *task_refuse_exception(Engine *e, Obj *const *a) {
    (void)a;
    return err_null(e, T_RuntimeError, "Task does not support set_exception operation");
}

/* Frames of the coroutine, outermost last as CPython gives them: one for a suspended task. */
static Obj *task_get_stack(Engine *e, Obj *const *a) {
    List *frames = list_new(e, 1);
    Obj *coro = TASK(a[0])->coro;
    if (frames && coro && gen_is(e, coro) && GEN(coro)->frame &&
        !list_append(e, frames, OBJ(GEN(coro)->frame))) {
        clear_ref(e, frames);
    }
    return OBJ(frames);
}

static const NativeDef task_methods[] = {
    {"cancel", "self, /, msg=None", task_cancel, NULL, 0, 0, NULL},
    {"cancelling", "self, /", task_cancelling, NULL, 0, 0, NULL},
    {"uncancel", "self, /", task_uncancel, NULL, 0, 0, NULL},
    {"get_name", "self, /", task_get_name, NULL, 0, 0, NULL},
    {"set_name", "self, value, /", task_set_name, NULL, 0, 0, NULL},
    {"get_coro", "self, /", task_get_coro, NULL, 0, 0, NULL},
    {"get_context", "self, /", task_get_context, NULL, 0, 0, NULL},
    {"get_stack", "self, /, *, limit=None", task_get_stack, NULL, 0, 0, NULL},
    {"set_result", "self, result, /", task_refuse, NULL, 0, 0, NULL},
    {"set_exception", "self, exception, /", task_refuse_exception, NULL, 0, 0, NULL},
    {0},
};

static Obj *get_coro(Engine *e, Obj *o) {
    return TASK(o)->coro ? incref(TASK(o)->coro) : e->none;
}
static Obj *get_waiter(Engine *e, Obj *o) {
    return TASK(o)->waiter ? incref(TASK(o)->waiter) : e->none;
}
static Obj *get_must_cancel(Engine *e, Obj *o) {
    return obj_bool(e, TASK(o)->must_cancel);
}

static const GetSetDef task_getset[] = {
    {"_coro", get_coro, NULL},
    {"_fut_waiter", get_waiter, NULL},
    {"_must_cancel", get_must_cancel, NULL},
    {0},
};

static void task_release(Engine *e, Obj *o) {
    AioTask *t = TASK(o);
    if (e->aio->current_task == t) e->aio->current_task = NULL;
    clear_ref(e, t->coro);
    clear_ref(e, t->name);
    clear_ref(e, t->context);
    clear_ref(e, t->waiter);
    aio_future_release(e, o);
}

/* "Task was destroyed but it is pending!" and "exception was never retrieved". */
static bool task_finalize(Engine *e, Obj *o) {
    AioTask *t = TASK(o);
    bool destroyed = t->f.state == FUTURE_PENDING && t->f.log_destroy_pending && t->coro;
    if (destroyed && !e->vm->aborting) return vm_queue_finalizer(e, o);
    return aio_future_finalize(e, o);
}

static Obj *keyword(Obj *const *args, int nargs, Tuple *kwnames, const char *name) {
    uint32_t count = kwnames ? kwnames->size : 0;
    for (uint32_t i = 0; i < count; i++) {
        if (str_equal_text(STR(kwnames->items[i]), name)) return args[nargs - (int)count + (int)i];
    }
    return NULL;
}

/* Task(coro, *, loop=None, name=None, context=None, eager_start=False) */
static Res task_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                          Obj **out) {
    int positional = nargs - (kwnames ? (int)kwnames->size : 0);
    Obj *coro = positional > 0 ? args[0] : keyword(args, nargs, kwnames, "coro");
    if (!coro) {
        return err_res(e, T_TypeError, "Task() missing required argument 'coro' (pos 1)");
    }
    if (keyword(args, nargs, kwnames, "eager_start") == e->true_) {
        return err_res(e, T_NotImplementedError, "Coroscope does not start tasks eagerly yet");
    }
    Obj *loop = keyword(args, nargs, kwnames, "loop");
    AioLoop *chosen = loop && loop != e->none ? LOOP(loop) : aio_running_loop(e);
    if (!chosen) return R_ERR;
    *out = make(e, type, chosen, coro, keyword(args, nargs, kwnames, "name"),
                keyword(args, nargs, kwnames, "context"));
    return *out ? R_OK : R_ERR;
}

const TypeSpec task_spec = {
    .name = "Task",
    .module = "_asyncio",
    .base = T_Future,
    .layout = LAYOUT_FUTURE,
    .size = sizeof(AioTask),
    .flags = TYPE_BASE | TYPE_HAS_WEAK | TYPE_HAS_DICT | TYPE_DOTTED,
    .dict_offset = offsetof(AioFuture, dict),
    .weak_offset = offsetof(AioFuture, weakrefs),
    .slots = {.release = task_release,
              .finalize = task_finalize,
              .repr = aio_future_repr,
              .construct = task_construct},
    .methods = task_methods,
    .getset = task_getset,
};
