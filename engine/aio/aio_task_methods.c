#include "aio/aio.h"

#include "object/error.h"
#include "object/int.h"
#include "vm/gen.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* What Python sees of tasks: how they are made, their methods and attributes. */

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

static Res call_library(Engine *e, AioTaskFunction which, Obj *const *args, int count, Obj **out) {
    if (!e->aio->task_functions) return err_res(e, T_RuntimeError, "asyncio is not imported");
    return op_call(e, e->aio->task_functions->items[which], args, count, NULL, out);
}

/* Slots: self, limit. */
static Res get_stack_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, call_library(e, TASK_GET_STACK, f->slot, 2, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* Slots: self, limit, file. */
static Res print_stack_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, call_library(e, TASK_PRINT_STACK, f->slot, 3, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* ---- Making one ---- */

/* Task(coro, *, loop=None, name=None, context=None, eager_start=False) */
enum { ARG_CORO, ARG_LOOP, ARG_NAME, ARG_CONTEXT, ARG_EAGER, ARG_COUNT };
static const char *const argument_names[] = {"coro", "loop", "name", "context", "eager_start"};

static bool refuse_keyword(Engine *e, const Str *name, Obj *const *bound) {
    if (str_equal_text(name, argument_names[ARG_CORO]) && bound[ARG_CORO]) {
        return err_false(e, T_TypeError,
                         "argument for Task() given by name ('coro') and position (1)");
    }
    return err_false(e, T_TypeError, "Task() got an unexpected keyword argument '%s'", name->text);
}

static int argument_index(const Str *name) {
    for (int i = 0; i < ARG_COUNT; i++) {
        if (str_equal_text(name, argument_names[i])) return i;
    }
    return -1;
}

/* Arguments by place, borrowed; NULL: not given. The words of errors are the accelerator's. */
static bool bind(Engine *e, Obj *const *args, int nargs, const Tuple *kwnames, Obj **bound) {
    int positional = nargs - (kwnames ? (int)kwnames->size : 0);
    if (nargs > ARG_COUNT) {
        return err_false(e, T_TypeError, "Task() takes at most %d %sarguments (%d given)",
                         ARG_COUNT, positional ? "" : "keyword ", nargs);
    }
    if (positional > 1) {
        return err_false(e, T_TypeError, "Task() takes exactly 1 positional argument (%d given)",
                         positional);
    }
    const Str *wrong = NULL;
    if (positional) bound[ARG_CORO] = args[0];
    for (int i = positional; i < nargs; i++) {
        const Str *name = STR(kwnames->items[i - positional]);
        int place = argument_index(name);
        if (place < 0 || (place == ARG_CORO && positional)) {
            wrong = wrong ? wrong : name;
        } else {
            bound[place] = args[i];
        }
    }
    if (!bound[ARG_CORO]) {
        return err_false(e, T_TypeError, "Task() missing required argument 'coro' (pos 1)");
    }
    return !wrong || refuse_keyword(e, wrong, bound);
}

/* What the arguments ask for: its first step now, or as a handle. give_task: see aio_task_start. */
static Res set_up(Engine *e, AioTask *t, Obj *const *bound, bool give_task, Obj **out) {
    bool eager = false;
    if (bound[ARG_EAGER] && !obj_truth(e, bound[ARG_EAGER], &eager)) return R_ERR;
    AioLoop *loop = aio_loop_argument(e, bound[ARG_LOOP]);
    if (!loop) return R_ERR;
    if (!aio_task_init(e, t, loop, bound[ARG_CORO], bound[ARG_NAME], bound[ARG_CONTEXT])) {
        return R_ERR;
    }
    if (eager && (!bound[ARG_LOOP] || bound[ARG_LOOP] == e->none)) { /* as CPython 3.13.0 does */
        return err_res(e, T_AttributeError, "'NoneType' object has no attribute 'is_running'");
    }
    if (eager && loop->running) return aio_task_start(e, t, give_task);
    if (!aio_task_schedule(e, t)) return R_ERR;
    *out = give_task ? incref(t) : e->none;
    return R_OK;
}

/* A subclass with an __init__ of its own passes the arguments on from there. */
static Res task_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                          Obj **out) {
    const Obj *init = type_lookup(e, type, N(e, __init__));
    bool later = init && IS(e, init, function);
    Obj *bound[ARG_COUNT] = {NULL};
    if (!later && !bind(e, args, nargs, kwnames, bound)) return R_ERR;
    AioTask *t = (AioTask *)obj_new(e, type, type->size);
    if (!t) return R_ERR;
    if (later) {
        *out = OBJ(t);
        return R_OK;
    }
    Res res = set_up(e, t, bound, true, out);
    decref(e, t);
    return res;
}

/* Task.__init__, for subclasses. Slots: self, args, keywords. */
static Res task_init_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    Tuple *args = TUPLE(f->slot[1]);
    Dict *keywords = DICT(f->slot[2]);
    Obj *all[ARG_COUNT], *names[ARG_COUNT], *bound[ARG_COUNT] = {NULL};
    if (args->size + keywords->used > ARG_COUNT) {
        return err_res(e, T_TypeError, "Task() takes at most %d %sarguments (%u given)", ARG_COUNT,
                       args->size ? "" : "keyword ", args->size + keywords->used);
    }
    int count = 0, named = 0;
    for (uint32_t i = 0; i < args->size; i++) all[count++] = args->items[i];
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(keywords, &i, &key, &value);) {
        all[count++] = value;
        names[named++] = key;
    }
    Tuple *kwnames = tuple_of(e, names, (uint32_t)named);
    bool ok = kwnames && bind(e, all, count, kwnames, bound);
    xdecref(e, kwnames);
    if (!ok) return R_ERR;
    STEP(1, set_up(e, TASK(f->slot[0]), bound, false, STEP_OUT));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef task_methods[] = {
    {"__init__", "self, /, *args, **keywords", NULL, task_init_step, 0, 0, NULL},
    {"cancel", "self, /, msg=None", aio_cancel_at_once, aio_cancel_step, 1, NATIVE_CATCHES, NULL},
    {"cancelling", "self, /", task_cancelling, NULL, 0, 0, NULL},
    {"uncancel", "self, /", task_uncancel, NULL, 0, 0, NULL},
    {"get_name", "self, /", task_get_name, NULL, 0, 0, NULL},
    {"set_name", "self, value, /", task_set_name, NULL, 0, 0, NULL},
    {"get_coro", "self, /", task_get_coro, NULL, 0, 0, NULL},
    {"get_context", "self, /", task_get_context, NULL, 0, 0, NULL},
    {"get_stack", "self, /, *, limit=None", NULL, get_stack_step, 0, 0, NULL},
    {"print_stack", "self, /, *, limit=None, file=None", NULL, print_stack_step, 0, 0, NULL},
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
    aio_future_release(e, o);
    drop_ref(e, t->context);
    drop_ref(e, t->name);
    drop_ref(e, t->coro);
    drop_ref(e, t->waiter);
}

/* "Task was destroyed but it is pending!" and "exception was never retrieved". */
static bool task_finalize(Engine *e, Obj *o) {
    AioTask *t = TASK(o);
    bool destroyed = t->f.state == FUTURE_PENDING && t->f.log_destroy_pending && t->coro;
    if (destroyed && !e->vm->aborting) return vm_queue_finalizer(e, o);
    return aio_future_finalize(e, o);
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
