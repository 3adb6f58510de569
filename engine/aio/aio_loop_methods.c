#include "aio/aio.h"

#include <string.h>

#include "aio/aio_timers.h"
#include "object/error.h"
#include "object/float.h"
#include "object/function.h"
#include "object/int.h"
#include "object/partial.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/thread.h"
#include "vm/vm.h"

/* The methods of an event loop that Python sees; what consists of coroutines is in lib/py/asyncio.
 */

static bool is_coroutine_function(Engine *e, const Obj *callback) {
    while (IS(e, callback, partial)) callback = PARTIAL(callback)->func;
    if (IS(e, callback, method)) callback = METHOD(callback)->function;
    return IS(e, callback, function) && (FUNCTION(callback)->code->flags & CODE_COROUTINE);
}

/* In debug mode only: without it a bad callback fails when it is called. It is refused by a method
 * of the library, whose frame, kept by the error, keeps it. */
static bool check_callback(Engine *e, AioLoop *loop, Obj *callback, const char *method) {
    bool coroutine = IS(e, callback, coroutine) || is_coroutine_function(e, callback);
    if (!coroutine && callback->type->slots.call) return true;
    Str *name = str_from(e, "_check_callback"), *about = name ? str_from(e, method) : NULL;
    Obj *check = NULL;
    bool ok = about && op_getattr(e, OBJ(loop), name, &check) == R_OK;
    Obj *passed = ok ? vm_call_nested(e, check, (Obj *[]){callback, OBJ(about)}, 2) : NULL;
    ok = passed != NULL;
    xdecref(e, name);
    xdecref(e, about);
    xdecref(e, check);
    xdecref(e, passed);
    return ok;
}

/* The same: a thread that is not the loop's has to say so. */
static bool check_thread(Engine *e, const AioLoop *loop) {
    if (!loop->thread || loop->thread == thread_current(e)) return true;
    return err_false(e, T_RuntimeError,
                     "Non-thread-safe operation invoked on an event loop other than the current "
                     "one");
}

static bool check_call(Engine *e, AioLoop *loop, Obj *callback, const char *method) {
    if (!loop->debug) return true;
    bool any_thread = strcmp(method, "call_soon_threadsafe") == 0;
    return (any_thread || check_thread(e, loop)) && check_callback(e, loop, callback, method);
}

static AioRefusal refusal_of(const char *method) {
    if (strcmp(method, "call_soon") == 0) return REFUSED_CALL_SOON;
    return strcmp(method, "call_at") == 0 ? REFUSED_CALL_AT : REFUSED_CALL_SOON_THREADSAFE;
}

/* A timer's deadline; `given`: as the program said it, where that is no float. */
typedef struct {
    double when;
    Obj *given;
} Deadline;

static bool add_timer(Engine *e, AioLoop *loop, AioHandle *h, const Deadline *deadline) {
    h->when_given = xincref(deadline->given);
    h->timeless =
        deadline->given && !HAS_LAYOUT(deadline->given, FLOAT) && !HAS_LAYOUT(deadline->given, INT);
    return aio_call_at(e, loop, h, deadline->when);
}

static Obj *schedule(Engine *e, Obj *const *a, const char *method, int first_arg,
                     const Deadline *deadline) {
    Obj *callback = a[first_arg], *args = a[first_arg + 1], *context = a[first_arg + 2];
    if (LOOP(a[0])->closed) {
        aio_refuse(e, LOOP(a[0]), refusal_of(method), callback, args, context);
        return NULL;
    }
    if (!check_call(e, LOOP(a[0]), callback, method)) return NULL;
    AioHandle *h = aio_handle_of_callback(e, LOOP(a[0]), callback, args, context);
    if (!h) return NULL;
    bool ok = deadline ? add_timer(e, LOOP(a[0]), h, deadline) : aio_call_soon(e, LOOP(a[0]), h);
    if (ok) return OBJ(h);
    decref(e, h);
    return NULL;
}

static Obj *call_soon(Engine *e, Obj *const *a) {
    return schedule(e, a, "call_soon", 1, NULL);
}

static Obj *call_soon_threadsafe(Engine *e, Obj *const *a) {
    Obj *made = schedule(e, a, "call_soon_threadsafe", 1, NULL);
    if (made) LOOP(a[0])->woken = 1;
    return made;
}

/* The timer's own __init__, call_at and call_later are no places that debug mode shows. */
enum { LATER_FRAMES = 3 };

/* A delay that rounds to no nanosecond lasts one: who waits for the rest of a time, as limiters of
 * a rate do, would else try again for ever. */
static double deadline_after(const Engine *e, double delay) {
    double now = aio_seconds(e->vm->now);
    bool nothing = delay > 0 && aio_nanoseconds(now + delay) <= e->vm->now;
    return now + (nothing ? 1e-9 : delay);
}

static Obj *call_later(Engine *e, Obj *const *a) {
    double delay;
    if (a[1] == e->none) return err_null(e, T_TypeError, "delay must not be None");
    if (!HAS_LAYOUT(a[1], FLOAT) && !HAS_LAYOUT(a[1], INT)) {
        return err_null(e, T_TypeError, "unsupported operand type(s) for +: 'float' and '%s'",
                        type_name(a[1]));
    }
    if (!float_from(e, a[1], &delay)) return NULL;
    Deadline deadline = {deadline_after(e, delay), NULL};
    if (aio_asks_call_at(e, LOOP(a[0]))) {
        return aio_ask_call_at(e, LOOP(a[0]), deadline.when, a + 2);
    }
    Obj *made = schedule(e, a, "call_at", 2, &deadline);
    if (made && !aio_remember_handle(e, HANDLE(made), LATER_FRAMES)) clear_ref(e, made);
    return made;
}

static Obj *call_at(Engine *e, Obj *const *a) {
    if (a[1] == e->none) return err_null(e, T_TypeError, "when cannot be None");
    Deadline deadline = {0, IS(e, a[1], float) ? NULL : a[1]};
    bool number = HAS_LAYOUT(a[1], FLOAT) || HAS_LAYOUT(a[1], INT);
    if (number && !float_from(e, a[1], &deadline.when)) return NULL;
    return schedule(e, a, "call_at", 2, &deadline);
}

static Obj *loop_time(Engine *e, Obj *const *a) {
    (void)a;
    return float_new(e, aio_seconds(e->vm->now));
}

static Obj *create_future(Engine *e, Obj *const *a) {
    Obj *made = aio_future_new(e, LOOP(a[0]), (AioReason){0, WHAT_FUTURE, 0});
    if (made && !aio_remember_created(e, FUTURE(made))) clear_ref(e, made);
    return made;
}

/* Slots: self, coro, name, context, the method's name. A factory is called by the library. */
static Res create_task_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (LOOP(f->slot[0])->closed) {
        aio_refuse(e, LOOP(f->slot[0]), REFUSED_CREATE_TASK, f->slot[1], f->slot[2], f->slot[3]);
        return R_ERR;
    }
    if (!LOOP(f->slot[0])->task_factory) {
        *out = aio_task_new(e, LOOP(f->slot[0]), f->slot[1], f->slot[2], f->slot[3]);
        return *out && aio_forget_last_place(e, FUTURE(*out)) ? R_OK : R_ERR;
    }
    f->slot[4] = OBJ(str_from(e, "_create_by_factory"));
    if (!f->slot[4]) return R_ERR;
    STEP(1, op_call_method(e, f->slot[0], STR(f->slot[4]), f->slot + 1, 3, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Obj *stop(Engine *e, Obj *const *a) {
    LOOP(a[0])->stopping = 1;
    LOOP(a[0])->stop_event = e->vm->cause;
    return e->none;
}

static Obj *close_loop(Engine *e, Obj *const *a) {
    AioLoop *loop = LOOP(a[0]);
    if (loop->running) return err_null(e, T_RuntimeError, "Cannot close a running event loop");
    if (loop->closed) return e->none;
    loop->closed = 1;
    aio_drop_ready(e, loop);
    while (loop->timer_count) {
        AioHandle *h = timers_pop(loop);
        decref(e, h);
    }
    event_emit(e, EVENT_LOOP_CLOSED, loop->h.id, 0);
    return e->none;
}

static Obj *check_runnable(Engine *e, Obj *const *a) {
    return aio_loop_check_runnable(e, LOOP(a[0])) ? e->none : NULL;
}

static Obj *is_running(Engine *e, Obj *const *a) {
    return obj_bool(e, LOOP(a[0])->running);
}
static Obj *is_closed(Engine *e, Obj *const *a) {
    return obj_bool(e, LOOP(a[0])->closed);
}
static Obj *get_debug(Engine *e, Obj *const *a) {
    const AioLoop *loop = LOOP(a[0]);
    return loop->debug_given ? incref(loop->debug_given) : obj_bool(e, loop->debug);
}

/* Whatever says whether it is on: get_debug() gives it back. */
static Obj *set_debug(Engine *e, Obj *const *a) {
    bool on;
    if (!obj_truth(e, a[1], &on)) return NULL;
    LOOP(a[0])->debug = on;
    set_ref(e, LOOP(a[0])->debug_given, IS(e, a[1], bool) ? NULL : incref(a[1]));
    return e->none;
}

static Obj *track_origins(Engine *e, Obj *const *a) {
    bool on;
    if (!obj_truth(e, a[1], &on)) return NULL;
    aio_track_origins(e, LOOP(a[0]), on);
    return e->none;
}

static Obj *set_exception_handler(Engine *e, Obj *const *a) {
    if (a[1] != e->none && !a[1]->type->slots.call) {
        Str *text = obj_repr(e, a[1]);
        if (text) {
            err_null(e, T_TypeError, "A callable object or None is expected, got %s", text->text);
        }
        xdecref(e, text);
        return NULL;
    }
    set_ref(e, LOOP(a[0])->exception_handler, a[1] == e->none ? NULL : incref(a[1]));
    return e->none;
}

static Obj *get_exception_handler(Engine *e, Obj *const *a) {
    return LOOP(a[0])->exception_handler ? incref(LOOP(a[0])->exception_handler) : e->none;
}

static Obj *set_task_factory(Engine *e, Obj *const *a) {
    if (a[1] != e->none && !a[1]->type->slots.call) {
        return err_null(e, T_TypeError, "task factory must be a callable or None");
    }
    set_ref(e, LOOP(a[0])->task_factory, a[1] == e->none ? NULL : incref(a[1]));
    return e->none;
}

static Obj *get_task_factory(Engine *e, Obj *const *a) {
    return LOOP(a[0])->task_factory ? incref(LOOP(a[0])->task_factory) : e->none;
}

/* Hidden: a handle that is not scheduled. */
static Obj *new_handle(Engine *e, Obj *const *a) {
    AioReason reason = {0, WHAT_CALLBACK, 0};
    return OBJ(aio_handle_new(e, LOOP(a[0]), HANDLE_CALL, a[1], a[2], NULL, reason));
}

/* Hidden: schedules one because of what happened last to a thing outside the program. */
static Obj *add_callback(Engine *e, Obj *const *a) {
    AioHandle *h = HANDLE(a[1]);
    if (h->cancelled) return e->none;
    uint32_t cause = e->vm->cause, happened = ((AioPrimitive *)a[2])->last_event;
    if (happened) e->vm->cause = happened;
    bool ok = aio_call_soon(e, LOOP(a[0]), h);
    e->vm->cause = cause;
    return ok ? e->none : NULL;
}

/* Hidden: a handle like this one is scheduled, each time that its signal comes. */
static Obj *add_signal_handle(Engine *e, Obj *const *a) {
    const AioHandle *like = HANDLE(a[1]);
    AioHandle *h = aio_handle_new(e, LOOP(a[0]), HANDLE_CALL, like->callback, like->args,
                                  like->context, like->reason);
    bool ok = h && aio_call_soon(e, LOOP(a[0]), h);
    xdecref(e, h);
    return ok ? e->none : NULL;
}

/* Hidden: the loop will look at the signals that came. */
static Obj *notice_signal(Engine *e, Obj *const *a) {
    LOOP(a[0])->signal_came = LOOP(a[0])->woken = 1;
    thread_loop_ready(e, LOOP(a[0])->thread);
    return e->none;
}

static Obj *set_polling(Engine *e, Obj *const *a) {
    LOOP(a[0])->polls = a[1] == e->true_;
    return e->none;
}

static const NativeDef loop_methods[] = {
    {"_new_handle", "self, callback, args, /", new_handle, NULL, 0, 0, NULL},
    {"_add_callback", "self, handle, thing, /", add_callback, NULL, 0, 0, NULL},
    {"_add_signal_handle", "self, handle, /", add_signal_handle, NULL, 0, 0, NULL},
    {"_notice_signal", "self, /", notice_signal, NULL, 0, 0, NULL},
    {"_set_polling", "self, polls, /", set_polling, NULL, 0, 0, NULL},
    {"call_soon", "self, callback, *args, context=None", call_soon, NULL, 0, NATIVE_PYTHON, NULL},
    {"call_soon_threadsafe", "self, callback, *args, context=None", call_soon_threadsafe, NULL, 0,
     NATIVE_PYTHON, NULL},
    {"call_later", "self, delay, callback, *args, context=None", call_later, NULL, 0, NATIVE_PYTHON,
     NULL},
    {"call_at", "self, when, callback, *args, context=None", call_at, NULL, 0, NATIVE_PYTHON, NULL},
    {"time", "self", loop_time, NULL, 0, NATIVE_PYTHON, NULL},
    {"create_future", "self", create_future, NULL, 0, NATIVE_PYTHON, NULL},
    {"create_task", "self, coro, *, name=None, context=None", NULL, create_task_step, 1,
     NATIVE_PYTHON, NULL},
    {"run_forever", "self", NULL, aio_loop_run_step, 0,
     NATIVE_PYTHON | NATIVE_CATCHES | NATIVE_LOOP, NULL},
    {"stop", "self", stop, NULL, 0, NATIVE_PYTHON, NULL},
    {"close", "self", close_loop, NULL, 0, NATIVE_PYTHON, NULL},
    {"_check_runnable", "self", check_runnable, NULL, 0, NATIVE_PYTHON, NULL},
    {"is_running", "self", is_running, NULL, 0, NATIVE_PYTHON, NULL},
    {"is_closed", "self", is_closed, NULL, 0, NATIVE_PYTHON, NULL},
    {"get_debug", "self", get_debug, NULL, 0, NATIVE_PYTHON, NULL},
    {"_set_debug", "self, enabled", set_debug, NULL, 0, NATIVE_PYTHON, NULL},
    {"_set_coroutine_origin_tracking", "self, enabled", track_origins, NULL, 0, NATIVE_PYTHON,
     NULL},
    {"set_exception_handler", "self, handler", set_exception_handler, NULL, 0, NATIVE_PYTHON, NULL},
    {"get_exception_handler", "self", get_exception_handler, NULL, 0, NATIVE_PYTHON, NULL},
    {"set_task_factory", "self, factory", set_task_factory, NULL, 0, NATIVE_PYTHON, NULL},
    {"get_task_factory", "self", get_task_factory, NULL, 0, NATIVE_PYTHON, NULL},
    {0},
};

static Obj *get_slow(Engine *e, Obj *o) {
    const AioLoop *loop = LOOP(o);
    return loop->slow_given ? incref(loop->slow_given) : float_new(e, loop->slow_callback);
}

/* An attribute like any other: what is no number is found out when something was slow. */
static bool set_slow(Engine *e, Obj *o, Obj *value) {
    AioLoop *loop = LOOP(o);
    if (!value) return err_false(e, T_AttributeError, "slow_callback_duration");
    bool number = HAS_LAYOUT(value, FLOAT) || HAS_LAYOUT(value, INT);
    if (number && !float_from(e, value, &loop->slow_callback)) return false;
    set_ref(e, loop->slow_given, IS(e, value, float) ? NULL : incref(value));
    return true;
}

/* The handles that will run next, as a list of its own. */
static Obj *get_ready(Engine *e, Obj *o) {
    List *handles = list_new(e, LOOP(o)->ready_count);
    for (AioHandle *h = LOOP(o)->ready_head; handles && h; h = h->next) {
        if (!list_append(e, handles, OBJ(h))) clear_ref(e, handles);
    }
    return OBJ(handles);
}

static const GetSetDef loop_getset[] = {
    {"slow_callback_duration", get_slow, set_slow},
    {"_ready", get_ready, NULL},
    {0},
};

static Res loop_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                          Obj **out) {
    (void)args, (void)kwnames;
    const Obj *init = type_lookup(e, type, N(e, __init__));
    bool sees_to_them = init && IS(e, init, function); /* a subclass's __init__ */
    if (nargs && !sees_to_them) return err_res(e, T_TypeError, "an event loop takes no arguments");
    *out = type == TYPE(e, EventLoop) ? aio_loop_new(e) : aio_loop_new_of(e, type);
    return *out ? R_OK : R_ERR;
}

static void loop_release(Engine *e, Obj *o) {
    AioLoop *loop = LOOP(o);
    clear_ref(e, loop->dict);
    aio_drop_ready(e, loop);
    for (uint32_t i = 0; i < loop->timer_count; i++) clear_ref(e, loop->timers[i].handle);
    arena_free(&e->arena, loop->timers);
    clear_ref(e, loop->running_handle);
    for (int i = 0; i < AGEN_HOOKS; i++) clear_ref(e, loop->outer_hooks[i]);
    clear_ref(e, loop->slow_given);
    clear_ref(e, loop->debug_given);
    clear_ref(e, loop->exception_handler);
    clear_ref(e, loop->task_factory);
}

const TypeSpec event_loop_spec = {
    .name = "_UnixSelectorEventLoop",
    .module = "asyncio.unix_events",
    .qualname = "BaseEventLoop",
    .layout = LAYOUT_LOOP,
    .size = sizeof(AioLoop),
    .flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAK,
    .dict_offset = offsetof(AioLoop, dict),
    .weak_offset = offsetof(AioLoop, weakrefs),
    .slots = {.release = loop_release, .repr = aio_loop_repr, .construct = loop_construct},
    .methods = loop_methods,
    .getset = loop_getset,
};
