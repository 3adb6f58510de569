#include "aio/aio.h"
#include "aio/aio_registry.h"

#include <string.h>

#include "object/error.h"
#include "object/int.h"
#include "vm/finalize.h"
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
    if (aio_asks_call_soon(e, t->f.loop)) return aio_ask_step(e, t, exception);
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

uint32_t aio_task_event(Engine *e, EventKind kind, const AioTask *t, uint32_t arg) {
    return t->hidden ? e->vm->cause : event_emit(e, kind, t->f.h.id, arg);
}

/* The line of the program at which its coroutine is suspended or about to begin. */
static uint32_t place_of(Engine *e, const AioTask *t) {
    uint32_t line = 0;
    for (Gen *g = gen_behind(e, t->coro); g && g->frame;) {
        bool library = g->frame->code->flags & CODE_LIBRARY;
        if (!library) line = g->frame->line ? g->frame->line : g->frame->code->first_line;
        Obj *delegate = gen_delegate(g);
        g = delegate ? gen_behind(e, delegate) : NULL;
    }
    return line;
}

/* The same at the place where its coroutine is. */
static uint32_t place_event(Engine *e, EventKind kind, const AioTask *t, uint32_t arg) {
    return t->hidden ? e->vm->cause : event_emit_at(e, kind, t->f.h.id, arg, place_of(e, t));
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
    t->f.created_event = aio_task_event(e, EVENT_TASK_CREATED, t, e->vm->task_id);
    return true;
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

bool aio_task_init(Engine *e, AioTask *t, AioLoop *loop, Obj *coro, Obj *name, Obj *context) {
    if (check_coroutine(e, coro) && init(e, t, loop, coro, name, context)) return true;
    t->f.log_destroy_pending = 0;
    return false;
}

bool aio_task_schedule(Engine *e, AioTask *t) {
    uint32_t cause = e->vm->cause;
    e->vm->cause = t->f.created_event;
    bool ok = schedule_step(e, t, NULL, first_step);
    e->vm->cause = cause;
    return ok;
}

Obj *aio_task_new(Engine *e, AioLoop *loop, Obj *coro, Obj *name, Obj *context) {
    AioTask *t = (AioTask *)obj_new(e, TYPE(e, Task), sizeof(AioTask));
    if (!t) return NULL;
    if (aio_task_init(e, t, loop, coro, name, context) && aio_task_schedule(e, t)) return OBJ(t);
    decref(e, t);
    return NULL;
}

/* ---- One step ------------------------------------------------------------------------------- */

/* What waits for the task is woken because of its end. */
static void end_event(Engine *e, AioTask *t, uint32_t how) {
    e->vm->cause = aio_task_event(e, EVENT_TASK_DONE, t, how);
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
        e->vm->cause = aio_task_event(e, EVENT_EXCEPTION_LEFT_TASK, t, exc->id);
        end_event(e, t, 1);
        ok = aio_future_set_exception(e, &t->f, exc);
        passes = obj_is(exc, TYPE(e, SystemExit)) || obj_is(exc, TYPE(e, KeyboardInterrupt));
    }
    if (ok && passes) err_restore(e, incref(exc)); /* what it was raised in stays its context */
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

/* A subclass may have an add_done_callback() of its own. */
static bool add_wakeup(Engine *e, AioTask *t, AioFuture *f) {
    if (IS(e, f, Future) || IS(e, f, Task)) {
        return aio_future_add_callback(e, f, OBJ(t), t->context);
    }
    Str *name = str_from(e, "add_done_callback");
    if (!name) return false;
    const Obj *own = type_lookup(e, f->h.type, name);
    decref(e, name);
    if (!own || !IS(e, own, function)) { return aio_future_add_callback(e, f, OBJ(t), t->context); }
    Obj *wakeup = aio_task_wakeup_method(e, t);
    if (!wakeup) return false;
    Obj *args[] = {OBJ(f), wakeup, t->context};
    Obj *done = vm_call_nested(e, e->aio->task_functions->items[TASK_ADD_WAKEUP], args, 3);
    bool ok = done != NULL;
    xdecref(e, done);
    decref(e, wakeup);
    return ok;
}

/* A task that was asked to cancel in the step that ends here cancels what it waits for. */
static bool pass_request_on(Engine *e, AioTask *t, Obj *awaited) {
    if (!t->must_cancel) return true;
    bool requested = false;
    uint32_t cause = e->vm->cause;
    if (t->cancel_event) e->vm->cause = t->cancel_event;
    bool ok = aio_cancel_waiter(e, awaited, t->f.cancel_message, &requested);
    e->vm->cause = cause;
    if (requested) t->must_cancel = 0;
    return ok;
}

static bool wait_for_future(Engine *e, AioTask *t, AioFuture *f) {
    if (OBJ(f) == OBJ(t)) {
        Str *task = obj_repr(e, OBJ(t));
        Obj *text = task ? OBJ(str_format(e, "Task cannot await on itself: %s", task->text)) : NULL;
        xdecref(e, task);
        return throw_next(e, t, text);
    }
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
    f->blocking = 0;
    set_ref(e, t->waiter, incref(f));
    t->wait_event = place_event(e, EVENT_TASK_SUSPENDED, t, f->h.id);
    return add_wakeup(e, t, f) && pass_request_on(e, t, OBJ(f));
}

/* A class of the program may behave like a future. R_NOTIMPL: this one does not. */
static Res wait_for_foreign(Engine *e, AioTask *t, Obj *yielded) {
    if (!(yielded->type->flags & TYPE_HEAP) || !e->aio->task_functions) return R_NOTIMPL;
    Obj *answer = aio_ask_foreign(e, t, yielded);
    if (!answer) return R_ERR;
    if (HAS_LAYOUT(answer, STR)) return throw_next(e, t, answer) ? R_OK : R_ERR;
    bool waits = answer == e->none;
    decref(e, answer);
    if (!waits) return R_NOTIMPL;
    set_ref(e, t->waiter, incref(yielded));
    t->wait_event = place_event(e, EVENT_TASK_SUSPENDED, t, yielded->id);
    return pass_request_on(e, t, yielded) ? R_OK : R_ERR;
}

static bool wait_for(Engine *e, AioTask *t, Obj *yielded) {
    if (aio_is_future(yielded)) return wait_for_future(e, t, FUTURE(yielded));
    if (yielded == e->none) {
        t->wait_event = e->vm->cause = place_event(e, EVENT_TASK_SUSPENDED, t, 0);
        return schedule_step(e, t, NULL, next_step);
    }
    if (gen_is(e, yielded)) {
        return throw_next(e, t,
                          complaint(e,
                                    "yield was used instead of yield from for generator in "
                                    "task ",
                                    t, " with ", yielded, ""));
    }
    Res foreign = wait_for_foreign(e, t, yielded);
    if (foreign != R_NOTIMPL) return foreign == R_OK;
    Str *text = obj_repr(e, yielded);
    Obj *message = text ? OBJ(str_format(e, "Task got bad yield: %s", text->text)) : NULL;
    xdecref(e, text);
    return throw_next(e, t, message);
}

static bool may_enter(Engine *e, AioTask *t) {
    if (!aio_registry_check(e, OBJ(t->f.loop), OBJ(t))) return false;
    aio_registry_begin_step(e, OBJ(t->f.loop));
    return true;
}

static void set_current(Engine *e, AioTask *t) {
    e->aio->current_task = t;
    e->vm->task_id = !t || t->hidden ? 0 : t->f.h.id;
}

static void begin(Engine *e, AioTask *t, uint32_t cause) {
    set_current(e, t);
    t->running = t->started = 1;
    t->cause_before = e->vm->cause;
    e->vm->cause = cause;
    e->vm->cause = place_event(e, EVENT_TASK_STEP, t,
                               t->f.loop->running_handle ? t->f.loop->running_handle->h.id : 0);
    t->ready = NULL;
    clear_ref(e, t->waiter);
}

/* The task that was in the middle of its step goes on, where this one was started eagerly. */
static void end(Engine *e, AioTask *t, AioTask *previous) {
    t->running = 0;
    set_current(e, previous);
    e->vm->cause = t->cause_before;
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

/* Asked to cancel at its next step, the request is the cause; otherwise what it waited for was
 * cancelled, as the cause of this step says. */
static void deliver_event(Engine *e, AioTask *t, bool requested) {
    uint32_t cause = e->vm->cause;
    if (requested && t->cancel_event) e->vm->cause = t->cancel_event;
    place_event(e, EVENT_TASK_CANCEL_DELIVERED, t, 0);
    e->vm->cause = cause;
}

/* The coroutine yielded, returned or raised; slot 0 is the task. */
static Res take_outcome(Engine *e, NFrame *f) {
    AioTask *t = TASK(f->slot[0]);
    if (f->in_res == R_OK) return wait_for(e, t, f->in) ? R_OK : R_ERR;
    if (f->in_res == R_ERR && err_matches(e, T_StopIteration)) { /* it is no generator */
        Obj *stop = err_take(e);
        set_ref(e, f->in, xincref(EXC(stop)->extra[0]));
        decref(e, stop);
        f->in_res = R_STOP;
    }
    if (f->in_res != R_STOP) return finish_with_exception(e, t);
    return finish_with_result(e, t, f->in ? f->in : e->none) ? R_OK : R_ERR;
}

/* Slots: task, exception to throw or NULL, the task that was in the middle of its step. */
static Res step_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    AioTask *t = TASK(f->slot[0]);
    if (t->f.state != FUTURE_PENDING) {
        return err_res(e, T_InvalidStateError, "__step(): already done");
    }
    bool failed, requested = t->must_cancel;
    Obj *exc = exception_to_throw(e, t, f->slot[1], &failed);
    if (failed) return R_ERR;
    set_ref(e, f->slot[1], exc);
    if ((e->aio->current_task || e->aio->entered) && !may_enter(e, t)) return R_ERR;
    set_ref(e, f->slot[2], xincref(OBJ(e->aio->current_task))); /* of a loop around this one */
    begin(e, t, e->vm->cause);
    if (exc && obj_is(exc, TYPE(e, CancelledError))) deliver_event(e, t, requested);
    STEP_TRY(1, drive(e, TASK(f->slot[0])->coro, f->slot[1], STEP_OUT));
    Res res = take_outcome(e, f);
    if (!aio_registry_end_step(e, TASK(f->slot[0]))) res = R_ERR;
    end(e, TASK(f->slot[0]), f->slot[2] ? TASK(f->slot[2]) : NULL);
    TASK(f->slot[0])->f.loop->handle_left = 1;
    *out = e->none;
    return res;
    STEPS_END;
}

static const NativeDef step_def = {"__step", NULL, NULL, step_step, 3, NATIVE_CATCHES, NULL};

Res aio_task_step(Engine *e, AioTask *t, Obj *exception) {
    return native_push(e, &step_def, (Obj *[]){OBJ(t), exception}, 2);
}

/* Slots: task, the task that makes it or NULL, the context before. number[0]: the result is the
 * task, otherwise None. */
static Res eager_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!aio_context_enter(e, TASK(f->slot[0])->context, &f->slot[2])) {
        aio_registry_stay(e, TASK(f->slot[0]));
        return R_ERR;
    }
    set_ref(e, f->slot[1], xincref(OBJ(e->aio->current_task)));
    begin(e, TASK(f->slot[0]), TASK(f->slot[0])->f.created_event);
    STEP_TRY(1, drive(e, TASK(f->slot[0])->coro, NULL, STEP_OUT));
    Res res = take_outcome(e, f);
    end(e, TASK(f->slot[0]), f->slot[1] ? TASK(f->slot[1]) : NULL);
    aio_context_leave(e, f->slot[2]);
    f->slot[2] = NULL;
    if (TASK(f->slot[0])->f.state != FUTURE_PENDING) clear_ref(e, TASK(f->slot[0])->coro);
    if (res != R_OK) { /* nobody gets the task: it goes, and is reported, before the error does */
        f->slot[2] = err_take(e);
        clear_ref(e, f->slot[0]);
        STEP_TRY(2, finalize_now(e, STEP_OUT));
        err_restore(e, f->slot[2]);
        f->slot[2] = NULL;
        return R_ERR;
    }
    *out = f->number[0] ? incref(f->slot[0]) : e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef eager_def = {"__eager_start", NULL, NULL, eager_step, 3,
                                    NATIVE_CATCHES,  NULL};

Res aio_task_start(Engine *e, AioTask *t, bool give_task) {
    Res res = native_push(e, &eager_def, (Obj *[]){OBJ(t)}, 1);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = give_task;
    return res;
}

/* ---- Its wakeup ------------------------------------------------------------------------------ */

/* Slots: task, what it waited for. The outcome is that of result(), a method of the program. */
static Res asked_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    Str *name = str_from(e, "result");
    if (!name) return R_ERR;
    slot_set(e, f, 2, OBJ(name));
    decref(e, name);
    STEP_TRY(1, op_call_method(e, f->slot[1], STR(f->slot[2]), NULL, 0, STEP_OUT));
    if (f->in_res == R_STOP) native_stop_error(e, f);
    set_ref(e, f->slot[2], f->in_res == R_ERR ? err_take(e) : NULL);
    STEP(2, aio_task_step(e, TASK(f->slot[0]), f->slot[2]));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef asked_def = {"__wakeup", NULL, NULL, asked_step, 3, NATIVE_CATCHES, NULL};

static bool has_own_result(Engine *e, const Obj *future) {
    if (!aio_is_future(future)) return true;
    if (!(future->type->flags & TYPE_HEAP)) return false;
    Str *name = str_from(e, "result");
    const Obj *own = name ? type_lookup(e, future->type, name) : NULL;
    xdecref(e, name);
    return own && IS(e, own, function);
}

/* Futures are looked into; one of a subclass (gather's is) is asked for its result, which raises.
 */
Res aio_task_wakeup(Engine *e, AioTask *t, Obj *future) {
    Obj *result = NULL, *exception = NULL;
    if (has_own_result(e, future)) return native_push(e, &asked_def, (Obj *[]){OBJ(t), future}, 2);
    AioFuture *f = FUTURE(future);
    bool plain = IS(e, f, Future) || IS(e, f, Task);
    if (plain && f->state == FUTURE_FINISHED && f->exception) {
        exception = incref(aio_future_get_exception(e, f)); /* not raised: it gets no context */
    } else if (aio_future_outcome(e, f, &result) == R_ERR) {
        exception = err_take(e);
    }
    xdecref(e, result);
    Res res = aio_task_step(e, t, exception);
    xdecref(e, exception);
    return res;
}

/* Slots: task, what it waited for. */
static Res wakeup_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, aio_task_wakeup(e, TASK(f->slot[0]), f->slot[1]));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef wakeup_def = {"task_wakeup", "self, fut, /", NULL, wakeup_step, 0, 0, NULL};

bool aio_task_boot(Engine *e) {
    e->aio->wakeup = (Native *)native_new(e, T_method_descriptor, &wakeup_def, TYPE(e, Task), NULL);
    e->aio->call_soon = str_from(e, "call_soon");
    e->aio->call_at = str_from(e, "call_at");
    return e->aio->wakeup && e->aio->call_soon && e->aio->call_at;
}

Obj *aio_task_wakeup_method(Engine *e, AioTask *t) {
    return native_bind(e, e->aio->wakeup, OBJ(t));
}

Obj *aio_task_of_wakeup(Engine *e, Obj *callback) {
    if (!IS(e, callback, builtin_function_or_method)) return callback;
    return NATIVE(callback)->def == &wakeup_def ? NATIVE(callback)->self : callback;
}

void aio_task_keep(Engine *e) {
    for (AioFuture *f = e->aio->first_future; f; f = f->next) {
        if (f->loop != e->aio->current_loop || !aio_is_task(e, OBJ(f))) continue;
        Obj *coro = ((AioTask *)(void *)f)->coro;
        if (coro && gen_is(e, coro)) GEN(coro)->kept = 1;
    }
}

bool aio_task_throw(Engine *e, AioTask *t, Obj *exception) {
    List *callbacks = t->waiter && aio_is_future(t->waiter) ? FUTURE(t->waiter)->callbacks : NULL;
    for (uint32_t i = 0; callbacks && i < callbacks->size; i += 2) {
        if (callbacks->items[i] != OBJ(t)) continue;
        if (!list_replace(e, callbacks, i, i + 2, NULL, 0)) return false;
        break;
    }
    clear_ref(e, t->waiter);
    return schedule_step(e, t, exception, next_step);
}
