#include "aio/aio.h"

#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "vm/call.h"
#include "vm/gen.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/union.h"
#include "vm/vm.h"

/* Futures: state, result, callbacks. A task is a future too. */

static void link_future(Engine *e, AioFuture *f) {
    AioState *aio = e->aio;
    f->prev = aio->last_future;
    if (f->prev) {
        f->prev->next = f;
    } else {
        aio->first_future = f;
    }
    aio->last_future = f;
}

static void unlink_future(Engine *e, AioFuture *f) {
    AioState *aio = e->aio;
    if (!f->prev && !f->next && aio->first_future != f) return;
    if (f->prev) {
        f->prev->next = f->next;
    } else {
        aio->first_future = f->next;
    }
    if (f->next) {
        f->next->prev = f->prev;
    } else {
        aio->last_future = f->prev;
    }
    f->prev = f->next = NULL;
}

bool aio_future_init(Engine *e, AioFuture *f, AioLoop *loop, AioReason reason) {
    if (f->loop) return err_false(e, T_RuntimeError, "the future is initialised already");
    f->loop = (AioLoop *)incref(loop);
    f->reason = reason;
    f->log_destroy_pending = 1;
    link_future(e, f);
    if (!aio_remember_future(e, f)) return false;
    if (!aio_is_task(e, OBJ(f))) {
        f->created_event = event_emit(e, EVENT_FUTURE_CREATED, f->h.id, e->vm->task_id);
    }
    return true;
}

Obj *aio_future_new(Engine *e, AioLoop *loop, AioReason reason) {
    AioFuture *f = (AioFuture *)obj_new(e, TYPE(e, Future), sizeof(AioFuture));
    if (f && !aio_future_init(e, f, loop, reason)) clear_ref(e, f);
    return OBJ(f);
}

/* CPython keeps the first callback apart, with its context, and frees lists from the back. */
static void drop_callbacks(Engine *e, AioFuture *f) {
    List *callbacks = f->callbacks;
    f->callbacks = NULL;
    if (callbacks && callbacks->h.refs == 1 && callbacks->size >= 2) {
        for (uint32_t i = 0; i < 2; i++) {
            Obj *first = callbacks->items[i];
            callbacks->items[i] = e->none;
            obj_drop(e, first);
        }
    }
    if (callbacks) obj_drop(e, OBJ(callbacks));
}

void aio_future_release(Engine *e, Obj *o) {
    AioFuture *f = FUTURE(o);
    unlink_future(e, f);
    drop_ref(e, f->loop);
    drop_callbacks(e, f);
    drop_ref(e, f->result);
    drop_ref(e, f->exception);
    drop_ref(e, f->exception_tb);
    drop_ref(e, f->source);
    drop_ref(e, f->other_side);
    drop_ref(e, f->cancel_message);
    drop_ref(e, f->cancelled_exc);
    drop_ref(e, f->dict);
}

static AioHandle *callback_handle(Engine *e, AioFuture *f, Obj *callback, Obj *context) {
    Tuple *args = tuple_pack(e, 1, OBJ(f));
    if (!args) return NULL;
    bool wakeup = aio_is_task(e, callback);
    AioReason reason = f->reason;
    if (aio_is_task(e, OBJ(f))) reason = (AioReason){f->h.id, WHAT_TASK, 0};
    AioHandle *h = aio_handle_new(e, f->loop, wakeup ? HANDLE_WAKEUP : HANDLE_CALL, callback,
                                  OBJ(args), context, reason);
    decref(e, args);
    return h;
}

static bool ask_call_soon(Engine *e, AioFuture *f, Obj *callback, Obj *context) {
    bool wakeup = aio_is_task(e, callback);
    Obj *called = wakeup ? aio_task_wakeup_method(e, TASK(callback)) : incref(callback);
    Tuple *args = called ? tuple_pack(e, 1, OBJ(f)) : NULL;
    bool ok = args && aio_ask_call_soon(e, f->loop, called, OBJ(args), context);
    xdecref(e, called);
    xdecref(e, args);
    return ok;
}

static bool queue_callback(Engine *e, AioFuture *f, Obj *callback, Obj *context) {
    if (aio_asks_call_soon(e, f->loop)) return ask_call_soon(e, f, callback, context);
    AioHandle *h = callback_handle(e, f, callback, context);
    bool ok = h && aio_call_soon(e, f->loop, h);
    xdecref(e, h);
    return ok;
}

/* Every callback goes to the end of the ready queue, because this future is done. */
static bool schedule_callbacks(Engine *e, AioFuture *f) {
    List *callbacks = f->callbacks;
    if (!callbacks) return true;
    f->callbacks = NULL;
    bool ok = true;
    uint32_t cause = e->vm->cause;
    e->vm->cause = f->resolved_event;
    for (uint32_t i = 0; ok && i < callbacks->size; i += 2) {
        ok = queue_callback(e, f, callbacks->items[i], callbacks->items[i + 1]);
    }
    e->vm->cause = cause;
    decref(e, callbacks);
    return ok;
}

/* What a queue, lock ... gives to one who waits for it is caused by what just happened to it; all
 * else by what happens now. */
static uint32_t cause_of_resolving(const Engine *e, const AioFuture *f, uint32_t how) {
    const VmState *vm = e->vm;
    bool given = how != 2 && f->reason.about && f->reason.about == vm->happened_to;
    return given && vm->happened > vm->cause ? vm->happened : vm->cause;
}

static bool resolve(Engine *e, AioFuture *f, FutureState state, uint32_t how) {
    f->state = (uint8_t)state;
    f->resolved_event =
        event_emit_because(e, EVENT_FUTURE_RESOLVED, f->h.id, how, cause_of_resolving(e, f, how));
    f->resolved_iteration = e->aio->iterations;
    f->resolved_time = e->vm->now;
    return schedule_callbacks(e, f);
}

static bool check_pending(Engine *e, const AioFuture *f) {
    if (!f->loop) return err_false(e, T_RuntimeError, "Future object is not initialized.");
    if (f->state == FUTURE_PENDING) return true;
    return err_false(e, T_InvalidStateError, "invalid state");
}

bool aio_future_set_result(Engine *e, AioFuture *f, Obj *result) {
    if (!check_pending(e, f)) return false;
    set_ref(e, f->result, incref(result));
    return resolve(e, f, FUTURE_FINISHED, 0);
}

bool aio_future_set_exception(Engine *e, AioFuture *f, Obj *exception) {
    if (!check_pending(e, f)) return false;
    set_ref(e, f->exception, incref(exception));
    set_ref(e, f->exception_tb, xincref(EXC(exception)->traceback));
    f->log_traceback = 1;
    return resolve(e, f, FUTURE_FINISHED, 1);
}

bool aio_future_cancel(Engine *e, AioFuture *f, Obj *message) {
    f->log_traceback = 0;
    if (f->state != FUTURE_PENDING) return false;
    set_ref(e, f->cancel_message, message == e->none ? NULL : xincref(message));
    resolve(e, f, FUTURE_CANCELLED, 2);
    return true;
}

/* For later, or for the next iteration where the future is done: then because it is added now. */
static bool keep_callback(Engine *e, AioFuture *f, Obj *callback, Obj *context, uint32_t added) {
    if (f->state == FUTURE_PENDING) {
        if (!f->callbacks && !(f->callbacks = list_new(e, 2))) return false;
        return list_append(e, f->callbacks, callback) && list_append(e, f->callbacks, context);
    }
    uint32_t cause = e->vm->cause;
    e->vm->cause = added;
    bool ok = queue_callback(e, f, callback, context);
    e->vm->cause = cause;
    return ok;
}

bool aio_future_add_callback(Engine *e, AioFuture *f, Obj *callback, Obj *context) {
    callback = aio_task_of_wakeup(e, callback);
    uint32_t task = aio_is_task(e, callback) ? callback->id : 0;
    uint32_t added = event_emit(e, EVENT_FUTURE_CALLBACK_ADDED, f->h.id, task);
    if (task && f->waiter_count < COUNT_OF(f->waiters)) f->waiters[f->waiter_count++] = task;
    Obj *own = context && context != e->none ? incref(context) : aio_context_copy(e);
    bool ok = own && keep_callback(e, f, callback, own, added);
    xdecref(e, own);
    return ok;
}

Obj *aio_future_cancelled_error(Engine *e, AioFuture *f) {
    if (f->cancelled_exc) {
        Obj *exc = f->cancelled_exc;
        f->cancelled_exc = NULL;
        return exc;
    }
    Obj *exc = exc_new(e, T_CancelledError, NULL);
    if (exc && f->cancel_message) {
        Tuple *args = tuple_pack(e, 1, f->cancel_message);
        if (!args) return NULL;
        set_ref(e, EXC(exc)->args, OBJ(args));
    }
    return exc;
}

Obj *aio_future_get_exception(Engine *e, AioFuture *f) {
    f->log_traceback = 0;
    set_ref(e, EXC(f->exception)->traceback, f->exception_tb);
    f->exception_tb = NULL; /* whoever asks again gets the exception without one */
    return f->exception;
}

Res aio_future_outcome(Engine *e, AioFuture *f, Obj **out) {
    if (!f->loop) { return err_res(e, T_InvalidStateError, "Future object is not initialized."); }
    if (f->state == FUTURE_PENDING) return err_res(e, T_InvalidStateError, "Result is not set.");
    if (f->state == FUTURE_CANCELLED) {
        Obj *exc = aio_future_cancelled_error(e, f);
        if (exc) err_raise(e, exc);
        xdecref(e, exc);
        return R_ERR;
    }
    if (f->exception) {
        err_raise(e, aio_future_get_exception(e, f));
        return R_ERR;
    }
    *out = incref(f->result);
    return R_OK;
}

/* ---- What Python sees --------------------------------------------------------------------- */

/* What has the methods of a loop is one of the program's own. */
static AioLoop *refuse_loop(Engine *e, const Obj *loop) {
    Str *name = str_from(e, "get_debug");
    bool like_a_loop = name && type_lookup(e, loop->type, name);
    xdecref(e, name);
    if (like_a_loop) {
        return err_null(e, T_NotImplementedError,
                        "Coroscope runs event loops that derive from asyncio's own only, not '%s'",
                        type_name(loop));
    }
    return err_null(e, T_AttributeError, "'%s' object has no attribute 'get_debug'",
                    type_name(loop));
}

AioLoop *aio_loop_argument(Engine *e, Obj *loop) {
    if (loop && loop != e->none) {
        if (loop->type->layout == LAYOUT_LOOP) return LOOP(loop);
        return refuse_loop(e, loop);
    }
    return e->aio->running_loop ? e->aio->running_loop : aio_event_loop(e);
}

/* A subclass with an __init__ of its own passes `loop` on from there. */
static bool has_python_init(Engine *e, const Type *type) {
    const Obj *init = type_lookup(e, type, N(e, __init__));
    return init && IS(e, init, function);
}

static Res refuse_arguments(Engine *e, int nargs, const Tuple *kwnames) {
    bool positional = !kwnames || (uint32_t)nargs > kwnames->size;
    if (nargs > 1) {
        return err_res(e, T_TypeError, "Future() takes at most 1 %sargument (%d given)",
                       positional ? "" : "keyword ", nargs);
    }
    if (positional) return err_res(e, T_TypeError, "Future() takes no positional arguments");
    return err_res(e, T_TypeError, "Future() got an unexpected keyword argument '%s'",
                   STR(kwnames->items[0])->text);
}

/* Future(*, loop=None) */
static Res future_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                            Obj **out) {
    bool later = has_python_init(e, type);
    bool named = kwnames && nargs == 1 && str_equal_text(STR(kwnames->items[0]), "loop");
    if (!later && nargs > 0 && !named) return refuse_arguments(e, nargs, kwnames);
    AioLoop *loop = later ? NULL : aio_loop_argument(e, named ? args[0] : NULL);
    if (!loop && !later) return R_ERR;
    AioFuture *f = (AioFuture *)obj_new(e, type, type->size);
    AioReason reason = {0, WHAT_FUTURE, 0};
    if (f && loop && !aio_future_init(e, f, loop, reason)) clear_ref(e, f);
    *out = OBJ(f);
    return f ? R_OK : R_ERR;
}

/* Future.__init__(self, *, loop=None), for subclasses. */
static Obj *future_init(Engine *e, Obj *const *a) {
    AioFuture *f = FUTURE(a[0]);
    AioLoop *loop = aio_loop_argument(e, a[1]);
    if (!loop) return NULL;
    if (f->loop) {
        set_ref(e, f->loop, (AioLoop *)incref(loop));
        return e->none;
    }
    return aio_future_init(e, f, loop, (AioReason){0, WHAT_FUTURE, 0}) ? e->none : NULL;
}

static Obj *future_result(Engine *e, Obj *const *a) {
    Obj *out = NULL;
    return aio_future_outcome(e, FUTURE(a[0]), &out) == R_OK ? out : NULL;
}

static Obj *future_exception(Engine *e, Obj *const *a) {
    AioFuture *f = FUTURE(a[0]);
    if (!f->loop) return err_null(e, T_InvalidStateError, "Future object is not initialized.");
    if (f->state == FUTURE_PENDING) {
        return err_null(e, T_InvalidStateError, "Exception is not set.");
    }
    if (f->state == FUTURE_CANCELLED) return future_result(e, a);
    f->log_traceback = 0;
    return f->exception ? incref(f->exception) : e->none;
}

static Obj *none_if(Engine *e, bool ok) {
    return ok ? e->none : NULL;
}

static Obj *future_set_result(Engine *e, Obj *const *a) {
    return none_if(e, aio_future_set_result(e, FUTURE(a[0]), a[1]));
}

/* Slots: self, exception or class. */
static Res set_exception_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_pending(e, FUTURE(f->slot[0]))) return R_ERR;
    if (HAS_LAYOUT(f->slot[1], TYPE)) {
        STEP(1, op_call0(e, f->slot[1], STEP_OUT));
        slot_take(e, f, 1);
    }
    if (!HAS_LAYOUT(f->slot[1], EXC)) {
        return err_res(e, T_TypeError, "invalid exception object");
    }
    if (obj_is(f->slot[1], TYPE(e, StopIteration))) {
        Obj *replaced = exc_new(e, T_RuntimeError,
                                "StopIteration interacts badly with generators and cannot be "
                                "raised into a Future");
        if (!replaced) return R_ERR;
        EXC(replaced)->cause = incref(f->slot[1]);
        EXC(replaced)->context = incref(f->slot[1]);
        EXC(replaced)->suppress_context = 1;
        set_ref(e, f->slot[1], replaced);
    }
    if (!aio_future_set_exception(e, FUTURE(f->slot[0]), f->slot[1])) return R_ERR;
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Obj *future_cancel(Engine *e, Obj *const *a) {
    if (!FUTURE(a[0])->loop)
        return err_null(e, T_RuntimeError, "Future object is not initialized.");
    bool cancelled = aio_future_cancel(e, FUTURE(a[0]), a[1]);
    return err_occurred(e) ? NULL : obj_bool(e, cancelled);
}

static Obj *future_cancelled(Engine *e, Obj *const *a) {
    return obj_bool(e, FUTURE(a[0])->state == FUTURE_CANCELLED);
}

static Obj *future_done(Engine *e, Obj *const *a) {
    return obj_bool(e, FUTURE(a[0])->state != FUTURE_PENDING);
}

static Obj *future_get_loop(Engine *e, Obj *const *a) {
    if (!FUTURE(a[0])->loop)
        return err_null(e, T_RuntimeError, "Future object is not initialized.");
    return incref(FUTURE(a[0])->loop);
}

static Obj *future_add_callback(Engine *e, Obj *const *a) {
    if (!FUTURE(a[0])->loop) return err_null(e, T_RuntimeError, "uninitialized Future object");
    return none_if(e, aio_future_add_callback(e, FUTURE(a[0]), a[1], a[2]));
}

static Obj *future_remove_callback(Engine *e, Obj *const *a) {
    AioFuture *f = FUTURE(a[0]);
    if (!f->loop) return err_null(e, T_RuntimeError, "Future object is not initialized.");
    if (!f->callbacks) return int_new(e, 0);
    List *kept = list_new(e, f->callbacks->size);
    int64_t removed = 0;
    /* an __eq__ may add and remove callbacks itself: what is looked at is held */
    for (uint32_t i = 0; kept && f->callbacks && i < f->callbacks->size; i += 2) {
        Obj *callback = incref(f->callbacks->items[i]);
        Obj *context = incref(f->callbacks->items[i + 1]);
        bool same = false, ok = obj_equal(e, callback, aio_task_of_wakeup(e, a[1]), &same);
        removed += same;
        if (ok && !same) ok = list_append(e, kept, callback) && list_append(e, kept, context);
        decref(e, callback);
        decref(e, context);
        if (!ok) break;
    }
    if (!kept || err_occurred(e)) {
        xdecref(e, kept);
        return NULL;
    }
    set_ref(e, f->callbacks, kept->size ? (List *)incref(kept) : NULL);
    decref(e, kept);
    return int_new(e, removed);
}

static Obj *future_make_cancelled_error(Engine *e, Obj *const *a) {
    return aio_future_cancelled_error(e, FUTURE(a[0]));
}

/* Hidden: the library says what a future that it made stands for (queues, gather, sleep). */
static Obj *future_stands_for(Engine *e, Obj *const *a) {
    AioReason *r = &FUTURE(a[0])->reason;
    r->what = (uint32_t)int_value(a[1]);
    r->about = a[2] == e->none ? 0 : a[2]->id;
    r->seconds = HAS_LAYOUT(a[3], FLOAT) ? float_value(a[3])
                 : HAS_LAYOUT(a[3], INT) ? (double)int_value(a[3])
                                         : 0;
    if (HAS_LAYOUT(a[2], STR)) { /* a name: the future itself is what it is about */
        set_ref(e, FUTURE(a[0])->other_side, (Str *)incref(a[2]));
        r->about = a[0]->id;
    }
    if (a[2]->type->layout != LAYOUT_PRIMITIVE) return e->none;
    const AioPrimitive *p = (const AioPrimitive *)a[2];
    if (p->part_of) r->about = p->part_of;
    if (p->part_what) r->what = p->part_what;
    return e->none;
}

const NativeDef aio_future_methods[] = {
    {"__init__", "self, /, *, loop=None", future_init, NULL, 0, 0, NULL},
    {"result", "self, /", future_result, NULL, 0, 0, NULL},
    {"exception", "self, /", future_exception, NULL, 0, NATIVE_DEFINING, NULL},
    {"set_result", "self, result, /", future_set_result, NULL, 0, NATIVE_DEFINING, NULL},
    {"set_exception", "self, exception, /", NULL, set_exception_step, 0, NATIVE_DEFINING, NULL},
    {"cancel", "self, /, msg=None", future_cancel, NULL, 0, NATIVE_DEFINING, NULL},
    {"cancelled", "self, /", future_cancelled, NULL, 0, 0, NULL},
    {"done", "self, /", future_done, NULL, 0, 0, NULL},
    {"get_loop", "self, /", future_get_loop, NULL, 0, NATIVE_DEFINING, NULL},
    {"add_done_callback", "self, fn, /, *, context=None", future_add_callback, NULL, 0,
     NATIVE_DEFINING, NULL},
    {"remove_done_callback", "self, fn, /", future_remove_callback, NULL, 0, NATIVE_DEFINING, NULL},
    {"_make_cancelled_error", "self, /", future_make_cancelled_error, NULL, 0, 0, NULL},
    {"_stands_for", "self, what, about, seconds=None, /", future_stands_for, NULL, 0, 0, NULL},
    {"__class_getitem__", "cls, item, /", generic_alias_class_getitem, NULL, 0, NATIVE_CLASS, NULL},
    {0},
};

static Obj *get_loop_attr(Engine *e, Obj *o) {
    return FUTURE(o)->loop ? incref(FUTURE(o)->loop) : e->none;
}
static Obj *get_blocking(Engine *e, Obj *o) {
    return obj_bool(e, FUTURE(o)->blocking);
}
static bool set_blocking(Engine *e, Obj *o, Obj *value) {
    bool on;
    if (!value) return err_false(e, T_AttributeError, "cannot delete attribute");
    if (!obj_truth(e, value, &on)) return false;
    FUTURE(o)->blocking = on;
    return true;
}
static Obj *get_log_traceback(Engine *e, Obj *o) {
    return obj_bool(e, FUTURE(o)->log_traceback);
}
static bool set_log_traceback(Engine *e, Obj *o, Obj *value) {
    bool on;
    if (!value) return err_false(e, T_AttributeError, "cannot delete attribute");
    if (!obj_truth(e, value, &on)) return false;
    if (on) return err_false(e, T_ValueError, "_log_traceback can only be set to False");
    FUTURE(o)->log_traceback = 0;
    return true;
}
/* Pairs of callback and context, or None. */
static Obj *get_callbacks(Engine *e, Obj *o) {
    const List *callbacks = FUTURE(o)->callbacks;
    if (!callbacks || !callbacks->size) return e->none;
    List *pairs = list_new(e, callbacks->size / 2);
    for (uint32_t i = 0; pairs && i < callbacks->size; i += 2) {
        Obj *callback = callbacks->items[i];
        bool wakeup = aio_is_task(e, callback);
        callback = wakeup ? aio_task_wakeup_method(e, TASK(callback)) : incref(callback);
        Tuple *pair = callback ? tuple_pack(e, 2, callback, callbacks->items[i + 1]) : NULL;
        if (!pair || !list_append(e, pairs, OBJ(pair))) clear_ref(e, pairs);
        xdecref(e, callback);
        xdecref(e, pair);
    }
    return OBJ(pairs);
}
static Obj *get_exception(Engine *e, Obj *o) {
    return FUTURE(o)->exception ? incref(FUTURE(o)->exception) : e->none;
}
static Obj *get_result(Engine *e, Obj *o) {
    return FUTURE(o)->result ? incref(FUTURE(o)->result) : e->none;
}
static Obj *get_state(Engine *e, Obj *o) {
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    return OBJ(str_from(e, names[FUTURE(o)->state]));
}
static Obj *get_source(Engine *e, Obj *o) {
    return aio_source_object(e, FUTURE(o)->source);
}
static Obj *get_cancel_message(Engine *e, Obj *o) {
    return FUTURE(o)->cancel_message ? incref(FUTURE(o)->cancel_message) : e->none;
}
static bool set_cancel_message(Engine *e, Obj *o, Obj *value) {
    if (!value) return err_false(e, T_AttributeError, "cannot delete attribute");
    set_ref(e, FUTURE(o)->cancel_message, value == e->none ? NULL : incref(value));
    return true;
}
static Obj *get_log_destroy(Engine *e, Obj *o) {
    return obj_bool(e, FUTURE(o)->log_destroy_pending);
}
static bool set_log_destroy(Engine *e, Obj *o, Obj *value) {
    if (!value) return err_false(e, T_AttributeError, "cannot delete attribute");
    FUTURE(o)->log_destroy_pending = value == e->true_;
    return true;
}

const GetSetDef aio_future_getset[] = {
    {"_loop", get_loop_attr, NULL},
    {"_asyncio_future_blocking", get_blocking, set_blocking},
    {"_log_traceback", get_log_traceback, set_log_traceback},
    {"_callbacks", get_callbacks, NULL},
    {"_exception", get_exception, NULL},
    {"_result", get_result, NULL},
    {"_state", get_state, NULL},
    {"_source_traceback", get_source, NULL},
    {"_cancel_message", get_cancel_message, set_cancel_message},
    {"_log_destroy_pending", get_log_destroy, set_log_destroy},
    {0},
};

/* An exception that nobody asked for is reported when the future goes. */
bool aio_future_finalize(Engine *e, Obj *o) {
    if (!FUTURE(o)->log_traceback || e->vm->aborting) return false;
    return vm_queue_finalizer(e, o);
}

const TypeSpec future_spec = {
    .name = "Future",
    .module = "_asyncio",
    .layout = LAYOUT_FUTURE,
    .size = sizeof(AioFuture),
    .flags = TYPE_BASE | TYPE_HAS_WEAK | TYPE_HAS_DICT | TYPE_DOTTED,
    .dict_offset = offsetof(AioFuture, dict),
    .weak_offset = offsetof(AioFuture, weakrefs),
    .slots = {.release = aio_future_release,
              .finalize = aio_future_finalize,
              .repr = aio_future_repr,
              .iter = aio_future_await,
              .await_ = aio_future_await,
              .construct = future_construct},
    .methods = aio_future_methods,
    .getset = aio_future_getset,
};
