#include "aio/aio.h"
#include "aio/aio_registry.h"

#include "object/error.h"
#include "object/module.h"
#include "object/native.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"
#include "vm/warn.h"

/* The native module _asyncio and what connects the layer to the VM. */

/* ---- Reports about dropped futures ---------------------------------------------------------- */

static bool put(Engine *e, Dict *d, const char *key, Obj *value) {
    Str *name = str_from(e, key);
    bool ok = name && value && dict_set_str(e, d, name, value);
    xdecref(e, name);
    return ok;
}

/* "Task was destroyed but it is pending!" or "Future exception was never retrieved". */
static Res report_dropped(Engine *e, Obj *o) {
    AioFuture *f = FUTURE(o);
    bool destroyed = f->state == FUTURE_PENDING;
    Str *message = destroyed
                       ? str_from(e, "Task was destroyed but it is pending!")
                       : str_format(e, "%s exception was never retrieved", o->type->name->text);
    Dict *context = dict_new(e);
    bool ok = message && context && put(e, context, "message", OBJ(message)) &&
              (destroyed || put(e, context, "exception", f->exception)) &&
              put(e, context, destroyed ? "task" : "future", o) &&
              aio_report_put_source(e, context, f->source);
    f->log_traceback = f->log_destroy_pending = 0;
    Obj *out = NULL;
    Res res = ok ? aio_call_exception_handler(e, f->loop, context, &out) : R_ERR;
    if (res == R_OK) xdecref(e, out);
    xdecref(e, message);
    xdecref(e, context);
    return res;
}

/* ---- Functions ------------------------------------------------------------------------------ */

static Obj *get_running_loop(Engine *e, Obj *const *a) {
    (void)a;
    return xincref(aio_running_loop(e));
}

static Obj *get_running_loop_or_none(Engine *e, Obj *const *a) {
    (void)a;
    return e->aio->running_loop ? incref(e->aio->running_loop) : e->none;
}

/* Programs that stand in for the loop for a while. It lives as long as it may be the running one.
 */
static Obj *set_running_loop(Engine *e, Obj *const *a) {
    if (a[0] == e->none) {
        e->aio->running_loop = NULL;
        return e->none;
    }
    if (a[0]->type->layout != LAYOUT_LOOP) {
        return err_null(e, T_NotImplementedError,
                        "Coroscope runs event loops that derive from asyncio's own only, not '%s'",
                        type_name(a[0]));
    }
    if (!e->aio->hand_set) e->aio->hand_set = dict_new(e);
    if (!e->aio->hand_set || !dict_set(e, e->aio->hand_set, a[0], e->none)) return NULL;
    e->aio->running_loop = LOOP(a[0]);
    return e->none;
}

static Res new_event_loop_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1,
         op_call0(e, OBJ(e->aio->loop_class ? e->aio->loop_class : TYPE(e, EventLoop)), STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* CPython 3.12+ makes a loop in the main thread with a DeprecationWarning, once none was set. */
static Obj *default_event_loop(Engine *e) {
    AioState *aio = e->aio;
    if (!aio->running_loop && !aio->current_loop && !aio->loop_was_set && thread_is_main(e)) {
        if (!warn(e, T_DeprecationWarning, 0, "There is no current event loop")) return NULL;
        aio->current_loop = LOOP(aio_loop_new(e));
        aio->loop_was_set = 1;
        if (!aio->current_loop) return NULL;
    }
    return xincref(aio_event_loop(e));
}

static Res get_event_loop_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (e->aio->running_loop || !e->aio->policy) {
        *out = default_event_loop(e);
        return *out ? R_OK : R_ERR;
    }
    Str *name = str_from(e, "get_event_loop");
    set_ref(e, f->slot[0], OBJ(name));
    if (!name) return R_ERR;
    STEP(1, op_call_method(e, e->aio->policy, STR(f->slot[0]), NULL, 0, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* Hidden: a policy with methods of its own, which get_event_loop() asks; None: there is none. */
static Obj *set_policy(Engine *e, Obj *const *a) {
    set_ref(e, e->aio->policy, a[0] == e->none ? NULL : incref(a[0]));
    return e->none;
}

static Obj *set_event_loop(Engine *e, Obj *const *a) {
    AioState *aio = e->aio;
    if (a[0] != e->none && a[0]->type->layout != LAYOUT_LOOP) {
        return err_null(e, T_TypeError,
                        "loop must be an instance of AbstractEventLoop or None, not '%s'",
                        type_name(a[0]));
    }
    aio->loop_was_set = 1;
    set_ref(e, aio->current_loop, a[0] == e->none ? NULL : (AioLoop *)incref(a[0]));
    return e->none;
}

/* Hidden: _swap_event_loop(loop, was_set) installs the loop of another policy and gives back that
 * of the one before. */
static Obj *swap_event_loop(Engine *e, Obj *const *a) {
    AioState *aio = e->aio;
    Obj *before = aio->current_loop ? OBJ(aio->current_loop) : e->none;
    Tuple *pair = tuple_pack(e, 2, before, obj_bool(e, aio->loop_was_set));
    if (!pair) return NULL;
    aio->loop_was_set = a[1] == e->true_;
    set_ref(e, aio->current_loop, a[0] == e->none ? NULL : (AioLoop *)incref(a[0]));
    return OBJ(pair);
}

/* Hidden: the policy's loop, whether or not one runs, or None; and whether it was set. */
static Obj *policy_loop(Engine *e, Obj *const *a) {
    (void)a;
    Obj *loop = e->aio->current_loop ? OBJ(e->aio->current_loop) : e->none;
    return OBJ(tuple_pack(e, 2, loop, obj_bool(e, e->aio->loop_was_set)));
}

/* Hidden: the running thread's name, for messages. */
static Obj *running_thread_name(Engine *e, Obj *const *a) {
    (void)a;
    return OBJ(str_from(e, thread_name(e)));
}

static Obj *current_task(Engine *e, Obj *const *a) {
    AioLoop *loop = a[0] == e->none ? aio_running_loop(e) : LOOP(a[0]);
    Obj *task;
    if (!loop || !aio_registry_task(e, OBJ(loop), &task)) return NULL;
    return task ? incref(task) : e->none;
}

/* The tasks of a loop that are not done, in order of creation. */
static Obj *unfinished_tasks(Engine *e, Obj *const *a) {
    AioLoop *loop = a[0] == e->none ? aio_running_loop(e) : LOOP(a[0]);
    List *tasks = loop ? list_new(e, 8) : NULL;
    for (AioFuture *f = e->aio->first_future; tasks && f; f = f->next) {
        bool wanted = aio_is_task(e, OBJ(f)) && f->loop == loop && f->state == FUTURE_PENDING;
        if (wanted && f->h.refs > 0 && !list_append(e, tasks, OBJ(f))) clear_ref(e, tasks);
    }
    return OBJ(tasks);
}

/* The async generators that a loop has to close. It knows them no longer, but they know it: one
 * that cannot be closed now is closed by a task when it dies. */
static Obj *take_asyncgens(Engine *e, Obj *const *a) {
    AioLoop *loop = LOOP(a[0]);
    List *agens = list_new(e, 4);
    loop->asyncgens_shutdown = 1;
    while (agens && loop->first_agen) {
        Gen *g = loop->first_agen;
        if (!list_append(e, agens, OBJ(g))) clear_ref(e, agens);
        aio_agen_unlink(g);
    }
    return OBJ(agens);
}

/* Hidden: the Python class that new loops are instances of. */
static Obj *set_loop_class(Engine *e, Obj *const *a) {
    set_ref(e, e->aio->loop_class, (Type *)incref(a[0]));
    return e->none;
}

/* Hidden: what tasks call, in the order of AioTaskFunction. */
static Obj *set_task_functions(Engine *e, Obj *const *a) {
    set_ref(e, e->aio->task_functions, (Tuple *)incref(a[0]));
    return e->none;
}

/* Hidden: what raises the error of a closed loop, in the order of AioRefusal. */
static Obj *set_refusals(Engine *e, Obj *const *a) {
    set_ref(e, e->aio->refusals, (Tuple *)incref(a[0]));
    return e->none;
}

/* Hidden: makes what _source_traceback shows out of the engine's entries. */
static Obj *set_stack_maker(Engine *e, Obj *const *a) {
    set_ref(e, e->aio->stack_maker, incref(a[0]));
    return e->none;
}

/* Hidden: the handle that runs, for what debug mode says of it; else None. */
static Obj *running_handle(Engine *e, Obj *const *a) {
    AioHandle *h = LOOP(a[0])->debug ? LOOP(a[0])->running_handle : NULL;
    return h ? incref(h) : e->none;
}

/* Neither its class nor what that says of itself is up to the program. */
static bool is_plain(const Obj *o) {
    return !(o->type->flags & TYPE_HEAP) && !HAS_LAYOUT(o, TYPE);
}

/* Asks the class that the object says it has: a mock's may be another one. Slots: the object, the
 * attribute's name. */
static Res isfuture_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    bool future = aio_is_future(f->slot[0]);
    *out = obj_bool(e, future);
    if (future || is_plain(f->slot[0])) return R_OK;
    f->slot[1] = OBJ(str_from(e, "_asyncio_future_blocking"));
    if (!f->slot[1]) return R_ERR;
    STEP(1, op_getattr(e, f->slot[0], N(e, __class__), STEP_OUT));
    STEP_TRY(2, op_getattr(e, f->in, STR(f->slot[1]), STEP_OUT));
    if (f->in_res == R_OK) {
        STEP(3, op_getattr(e, f->slot[0], STR(f->slot[1]), STEP_OUT));
        *out = obj_bool(e, f->in != e->none);
        return R_OK;
    }
    if (!err_matches(e, T_AttributeError)) return R_ERR;
    err_clear(e);
    *out = e->false_;
    return R_OK;
    STEPS_END;
}

static Obj *copy_context(Engine *e, Obj *const *a) {
    (void)a;
    return aio_context_copy(e);
}

/* Hidden: a warning at the user's line, level frames further out. */
static Obj *warn_user(Engine *e, Obj *const *a) {
    Type *category = (Type *)a[1];
    for (int id = 0; id < TYPE_COUNT; id++) {
        if (e->types[id] == category) return warn(e, id, 0, "%s", STR(a[0])->text) ? e->none : NULL;
    }
    return e->none;
}

static const NativeDef functions[] = {
    {"get_running_loop", "", get_running_loop, NULL, 0, 0, NULL},
    {"_get_running_loop", "", get_running_loop_or_none, NULL, 0, 0, NULL},
    {"_set_running_loop", "loop, /", set_running_loop, NULL, 0, 0, NULL},
    {"get_event_loop", "", NULL, get_event_loop_step, 1, 0, NULL},
    {"_set_policy", "policy, /", set_policy, NULL, 0, 0, NULL},
    {"set_event_loop", "loop, /", set_event_loop, NULL, 0, 0, NULL},
    {"new_event_loop", "", NULL, new_event_loop_step, 0, 0, NULL},
    {"_swap_event_loop", "loop, was_set, /", swap_event_loop, NULL, 0, 0, NULL},
    {"_policy_loop", "", policy_loop, NULL, 0, 0, NULL},
    {"_thread_name", "", running_thread_name, NULL, 0, 0, NULL},
    {"current_task", "loop=None", current_task, NULL, 0, 0, NULL},
    {"_unfinished_tasks", "loop=None, /", unfinished_tasks, NULL, 0, 0, NULL},
    {"_take_asyncgens", "loop, /", take_asyncgens, NULL, 0, 0, NULL},
    {"_set_loop_class", "loop_class, /", set_loop_class, NULL, 0, 0, NULL},
    {"_set_task_functions", "functions, /", set_task_functions, NULL, 0, 0, NULL},
    {"_running_handle", "loop, /", running_handle, NULL, 0, 0, NULL},
    {"_set_refusals", "functions, /", set_refusals, NULL, 0, 0, NULL},
    {"_set_stack_maker", "function, /", set_stack_maker, NULL, 0, 0, NULL},
    {"isfuture", "obj, /", NULL, isfuture_step, 2, NATIVE_CATCHES, NULL},
    {"_warn", "text, category, /", warn_user, NULL, 0, 0, NULL},
    {0},
};

static const NativeDef context_functions[] = {
    {"copy_context", "", copy_context, NULL, 0, 0, NULL},
    {0},
};

typedef struct {
    const char *name;
    int type;
} ExportedType;

static const ExportedType exported[] = {
    {"Future", T_Future},
    {"Task", T_Task},
    {"Handle", T_Handle},
    {"TimerHandle", T_TimerHandle},
    {"EventLoop", T_EventLoop},
    {"_Primitive", T_Primitive},
    {"CancelledError", T_CancelledError},
    {"InvalidStateError", T_InvalidStateError},
};

static const ExportedType context_types[] = {
    {"Context", T_Context},
    {"ContextVar", T_ContextVar},
    {"Token", T_ContextToken},
};

static bool export_all(Engine *e, Obj *module, const NativeDef *defs, const ExportedType *types,
                       size_t type_count) {
    Dict *names = MODULE(module)->dict;
    const char *module_name = MODULE(module)->name->text;
    for (const NativeDef *d = defs; d->name; d++) {
        Obj *fn = native_new(e, T_builtin_function_or_method, d, NULL, module_name);
        bool ok = fn && put(e, names, d->name, fn);
        xdecref(e, fn);
        if (!ok) return false;
    }
    for (size_t i = 0; i < type_count; i++) {
        if (!put(e, names, types[i].name, OBJ(e->types[types[i].type]))) return false;
    }
    return true;
}

bool aio_module_init(Engine *e, Obj *module) {
    return aio_task_boot(e) && export_all(e, module, functions, exported, COUNT_OF(exported)) &&
           export_all(e, module, aio_agen_functions, NULL, 0) &&
           export_all(e, module, aio_registry_functions, NULL, 0) &&
           export_all(e, module, aio_ask_functions, NULL, 0);
}

bool aio_contextvars_init(Engine *e, Obj *module) {
    return export_all(e, module, context_functions, context_types, COUNT_OF(context_types));
}

bool aio_boot(Engine *e) {
    e->hooks.agen_first_iteration = aio_agen_first_iteration;
    e->hooks.keep = aio_task_keep;
    e->hooks.agen_finalize = aio_agen_finalize;
    e->hooks.agen_forget = aio_agen_forget;
    e->hooks.future_dropped = report_dropped;
    e->hooks.thread_switched = aio_thread_switched;
    return true;
}
