#include "aio/aio.h"

#include "aio/aio_timers.h"
#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/output.h"
#include "vm/traceback.h"
#include "vm/vm.h"

/* The methods of an event loop that Python sees; what consists of coroutines is in lib/py/asyncio.
 */

static bool check_open(Engine *e, Obj *loop) {
    return !LOOP(loop)->closed || err_false(e, T_RuntimeError, "Event loop is closed");
}

/* In debug mode only: without it a bad callback fails when it is called. */
static bool check_callback(Engine *e, Obj *callback, const char *method) {
    if (IS(e, callback, coroutine)) {
        return err_false(e, T_TypeError, "coroutines cannot be used with %s()", method);
    }
    if (callback->type->slots.call) return true;
    Str *text = obj_repr(e, callback);
    if (text) {
        err_null(e, T_TypeError, "a callable object was expected by %s(), got %s", method,
                 text->text);
    }
    xdecref(e, text);
    return false;
}

static Obj *schedule(Engine *e, Obj *const *a, const char *method, int first_arg, bool timer,
                     double when) {
    Obj *callback = a[first_arg], *args = a[first_arg + 1], *context = a[first_arg + 2];
    if (!check_open(e, a[0])) return NULL;
    if (LOOP(a[0])->debug && !check_callback(e, callback, method)) return NULL;
    AioReason reason = {0, WHAT_CALLBACK, 0};
    AioHandle *h = aio_handle_new(e, LOOP(a[0]), HANDLE_CALL, callback, args, context, reason);
    if (!h) return NULL;
    bool ok = timer ? aio_call_at(e, LOOP(a[0]), h, when) : aio_call_soon(e, LOOP(a[0]), h);
    if (ok) return OBJ(h);
    decref(e, h);
    return NULL;
}

static Obj *call_soon(Engine *e, Obj *const *a) {
    return schedule(e, a, "call_soon", 1, false, 0);
}

static Obj *call_soon_threadsafe(Engine *e, Obj *const *a) {
    return schedule(e, a, "call_soon_threadsafe", 1, false, 0);
}

static Obj *call_later(Engine *e, Obj *const *a) {
    double delay;
    if (a[1] == e->none) return err_null(e, T_TypeError, "delay must not be None");
    if (!HAS_LAYOUT(a[1], FLOAT) && !HAS_LAYOUT(a[1], INT)) {
        return err_null(e, T_TypeError, "unsupported operand type(s) for +: 'float' and '%s'",
                        type_name(a[1]));
    }
    if (!float_from(e, a[1], &delay)) return NULL;
    return schedule(e, a, "call_later", 2, true, aio_seconds(e->vm->now) + delay);
}

static Obj *call_at(Engine *e, Obj *const *a) {
    double when;
    if (a[1] == e->none) return err_null(e, T_TypeError, "when cannot be None");
    if (!float_from(e, a[1], &when)) return NULL;
    return schedule(e, a, "call_at", 2, true, when);
}

static Obj *loop_time(Engine *e, Obj *const *a) {
    (void)a;
    return float_new(e, aio_seconds(e->vm->now));
}

static Obj *create_future(Engine *e, Obj *const *a) {
    return aio_future_new(e, LOOP(a[0]), (AioReason){0, WHAT_FUTURE, 0});
}

/* factory(loop, coro), with context=... only where one was given. */
static Res call_factory(Engine *e, NFrame *f, Obj **out) {
    Obj *factory = LOOP(f->slot[0])->task_factory;
    if (f->slot[3] == e->none) return op_call2(e, factory, f->slot[0], f->slot[1], out);
    Str *name = str_from(e, "context");
    Tuple *names = name ? tuple_pack(e, 1, OBJ(name)) : NULL;
    Obj *args[3] = {f->slot[0], f->slot[1], f->slot[3]};
    Res res = names ? op_call(e, factory, args, 3, names, out) : R_ERR;
    xdecref(e, name);
    xdecref(e, names);
    return res;
}

static Res set_name(Engine *e, Obj *task, Obj *name, Obj **out) {
    Str *method = str_from(e, "set_name");
    Res res = method ? op_call_method(e, task, method, &name, 1, out) : R_ERR;
    xdecref(e, method);
    return res;
}

/* Slots: self, coro, name, context, task. A factory's task gets the name None too. */
static Res create_task_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_open(e, f->slot[0])) return R_ERR;
    if (!LOOP(f->slot[0])->task_factory) {
        *out = aio_task_new(e, LOOP(f->slot[0]), f->slot[1], f->slot[2], f->slot[3]);
        return *out ? R_OK : R_ERR;
    }
    STEP(1, call_factory(e, f, STEP_OUT));
    slot_take(e, f, 4);
    STEP(2, set_name(e, f->slot[4], f->slot[2], STEP_OUT));
    *out = incref(f->slot[4]);
    return R_OK;
    STEPS_END;
}

static Obj *stop(Engine *e, Obj *const *a) {
    LOOP(a[0])->stopping = 1;
    return e->none;
}

static Obj *close_loop(Engine *e, Obj *const *a) {
    AioLoop *loop = LOOP(a[0]);
    if (loop->running) return err_null(e, T_RuntimeError, "Cannot close a running event loop");
    if (loop->closed) return e->none;
    loop->closed = 1;
    clear_ref(e, loop->ready_head);
    loop->ready_tail = NULL;
    loop->ready_count = 0;
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
    return obj_bool(e, LOOP(a[0])->debug);
}

static Obj *set_debug(Engine *e, Obj *const *a) {
    bool on;
    if (!obj_truth(e, a[1], &on)) return NULL;
    LOOP(a[0])->debug = on;
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

/* ---- Reports ------------------------------------------------------------------------------- */

static bool is_hidden_key(const Str *key) {
    return str_equal_text(key, "message") || str_equal_text(key, "exception");
}

static int compare_keys(const Str *a, const Str *b) {
    return str_compare(a, b);
}

/* The next key in sorted order after `last`; NULL = none. */
static Str *next_key(Dict *context, const Str *last) {
    Str *best = NULL;
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(context, &i, &key, &value);) {
        if (!HAS_LAYOUT(key, STR) || is_hidden_key(STR(key))) continue;
        if (last && compare_keys(STR(key), last) <= 0) continue;
        if (!best || compare_keys(STR(key), best) < 0) best = STR(key);
    }
    return best;
}

static Obj *get_key(Engine *e, Dict *context, const char *name) {
    Str *key = str_from(e, name);
    Obj *value = key ? dict_get_str(context, key) : NULL;
    xdecref(e, key);
    return value;
}

/* "message", one line a key, the traceback: as asyncio's logger writes it to standard error. */
static bool default_handler(Engine *e, Dict *context) {
    Obj *message = get_key(e, context, "message"), *exception = get_key(e, context, "exception");
    StrBuf b;
    strbuf_init(&b, e);
    if (message && message != e->none && HAS_LAYOUT(message, STR)) {
        strbuf_str(&b, STR(message));
    } else {
        strbuf_text(&b, "Unhandled exception in event loop");
    }
    for (Str *key = next_key(context, NULL); key; key = next_key(context, key)) {
        Str *value = obj_repr(e, dict_get_str(context, key));
        if (!value) break;
        strbuf_printf(&b, "\n%s: ", key->text);
        strbuf_str(&b, value);
        decref(e, value);
    }
    strbuf_char(&b, '\n');
    if (exception && HAS_LAYOUT(exception, EXC)) {
        Str *trace = traceback_text(e, exception);
        if (trace) strbuf_str(&b, trace);
        xdecref(e, trace);
    }
    Str *text = strbuf_finish(&b);
    if (!text || err_occurred(e)) {
        xdecref(e, text);
        return false;
    }
    bool ok = output_write(e, STREAM_ERR, text->text, text->size);
    decref(e, text);
    return ok;
}

/* Slots: loop, context. A handler that fails is reported too. */
static Res handler_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    *out = e->none;
    STEP_TRY(1, op_call2(e, LOOP(f->slot[0])->exception_handler, f->slot[0], f->slot[1], STEP_OUT));
    *out = e->none;
    if (f->in_res == R_OK) return R_OK;
    if (err_matches(e, T_SystemExit) || err_matches(e, T_KeyboardInterrupt)) return R_ERR;
    Obj *exception = err_take(e);
    Dict *report = dict_new(e);
    Str *keys[3] = {str_from(e, "message"), str_from(e, "exception"), str_from(e, "context")};
    Str *message = str_from(e, "Unhandled error in exception handler");
    Obj *values[3] = {OBJ(message), exception, f->slot[1]};
    bool ok = report && message;
    for (int i = 0; i < 3; i++) {
        ok = ok && keys[i] && dict_set_str(e, report, keys[i], values[i]);
        xdecref(e, keys[i]);
    }
    ok = ok && default_handler(e, report);
    xdecref(e, report);
    xdecref(e, message);
    decref(e, exception);
    return ok ? R_OK : R_ERR;
    STEPS_END;
}

static const NativeDef handler_def = {"handler", NULL, NULL, handler_step, 2, NATIVE_CATCHES, NULL};

Res aio_call_exception_handler(Engine *e, AioLoop *loop, Dict *context) {
    if (!loop->exception_handler) return default_handler(e, context) ? R_OK : R_ERR;
    return native_push(e, &handler_def, (Obj *[]){OBJ(loop), OBJ(context)}, 2);
}

/* Slots: self, context. */
static Res call_handler_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[1], DICT)) return err_res(e, T_TypeError, "context must be a dict");
    STEP_TRY(1, aio_call_exception_handler(e, LOOP(f->slot[0]), DICT(f->slot[1])));
    *out = e->none;
    return f->in_res == R_ERR ? R_ERR : R_OK;
    STEPS_END;
}

static Obj *default_handler_method(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[1], DICT)) return err_null(e, T_TypeError, "context must be a dict");
    return default_handler(e, DICT(a[1])) ? e->none : NULL;
}

static const NativeDef loop_methods[] = {
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
    {"run_forever", "self", NULL, aio_loop_run_step, 0, NATIVE_PYTHON | NATIVE_CATCHES, NULL},
    {"stop", "self", stop, NULL, 0, NATIVE_PYTHON, NULL},
    {"close", "self", close_loop, NULL, 0, NATIVE_PYTHON, NULL},
    {"_check_runnable", "self", check_runnable, NULL, 0, NATIVE_PYTHON, NULL},
    {"is_running", "self", is_running, NULL, 0, NATIVE_PYTHON, NULL},
    {"is_closed", "self", is_closed, NULL, 0, NATIVE_PYTHON, NULL},
    {"get_debug", "self", get_debug, NULL, 0, NATIVE_PYTHON, NULL},
    {"set_debug", "self, enabled", set_debug, NULL, 0, NATIVE_PYTHON, NULL},
    {"set_exception_handler", "self, handler", set_exception_handler, NULL, 0, NATIVE_PYTHON, NULL},
    {"get_exception_handler", "self", get_exception_handler, NULL, 0, NATIVE_PYTHON, NULL},
    {"call_exception_handler", "self, context", NULL, call_handler_step, 0,
     NATIVE_PYTHON | NATIVE_CATCHES, NULL},
    {"default_exception_handler", "self, context", default_handler_method, NULL, 0, NATIVE_PYTHON,
     NULL},
    {"set_task_factory", "self, factory", set_task_factory, NULL, 0, NATIVE_PYTHON, NULL},
    {"get_task_factory", "self", get_task_factory, NULL, 0, NATIVE_PYTHON, NULL},
    {0},
};

static Obj *get_slow(Engine *e, Obj *o) {
    return float_new(e, aio_seconds(LOOP(o)->slow_callback_ns));
}
static bool set_slow(Engine *e, Obj *o, Obj *value) {
    double seconds;
    if (!value || !float_from(e, value, &seconds)) return false;
    LOOP(o)->slow_callback_ns = aio_nanoseconds(seconds);
    return true;
}

static const GetSetDef loop_getset[] = {{"slow_callback_duration", get_slow, set_slow}, {0}};

static Res loop_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                          Obj **out) {
    (void)type, (void)args, (void)kwnames;
    if (nargs) return err_res(e, T_TypeError, "an event loop takes no arguments");
    *out = aio_loop_new(e);
    return *out ? R_OK : R_ERR;
}

static void loop_release(Engine *e, Obj *o) {
    AioLoop *loop = LOOP(o);
    clear_ref(e, loop->dict);
    clear_ref(e, loop->ready_head);
    for (uint32_t i = 0; i < loop->timer_count; i++) clear_ref(e, loop->timers[i]);
    arena_free(&e->arena, loop->timers);
    clear_ref(e, loop->running_handle);
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
