#include "aio/aio.h"

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
              put(e, context, destroyed ? "task" : "future", o);
    f->log_traceback = f->log_destroy_pending = 0;
    Res res = ok ? aio_call_exception_handler(e, f->loop, context) : R_ERR;
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

static Obj *new_event_loop(Engine *e, Obj *const *a) {
    (void)a;
    return aio_loop_new(e);
}

/* CPython 3.12+ makes a loop in the main thread with a DeprecationWarning, once none was set. */
static Obj *get_event_loop(Engine *e, Obj *const *a) {
    (void)a;
    AioState *aio = e->aio;
    if (!aio->running_loop && !aio->current_loop && !aio->loop_was_set) {
        if (!warn(e, T_DeprecationWarning, 0, "There is no current event loop")) return NULL;
        aio->current_loop = LOOP(aio_loop_new(e));
        aio->loop_was_set = 1;
        if (!aio->current_loop) return NULL;
    }
    return xincref(aio_event_loop(e));
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

static Obj *current_task(Engine *e, Obj *const *a) {
    AioLoop *loop = a[0] == e->none ? aio_running_loop(e) : LOOP(a[0]);
    if (!loop) return NULL;
    AioTask *t = e->aio->current_task;
    return t && t->f.loop == loop ? incref(t) : e->none;
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

/* The async generators that a loop has to close; it forgets them. */
static Obj *take_asyncgens(Engine *e, Obj *const *a) {
    AioLoop *loop = LOOP(a[0]);
    List *agens = list_new(e, 4);
    loop->asyncgens_shutdown = 1;
    while (agens && loop->first_agen) {
        Gen *g = loop->first_agen;
        if (!list_append(e, agens, OBJ(g))) clear_ref(e, agens);
        aio_agen_forget(e, OBJ(g));
    }
    return OBJ(agens);
}

/* Hidden: the Python class that new loops are instances of. */
static Obj *set_loop_class(Engine *e, Obj *const *a) {
    set_ref(e, e->aio->loop_class, (Type *)incref(a[0]));
    return e->none;
}

static Obj *isfuture(Engine *e, Obj *const *a) {
    return obj_bool(e, aio_looks_like_future(e, a[0]));
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
    {"get_event_loop", "", get_event_loop, NULL, 0, 0, NULL},
    {"set_event_loop", "loop, /", set_event_loop, NULL, 0, 0, NULL},
    {"new_event_loop", "", new_event_loop, NULL, 0, 0, NULL},
    {"current_task", "loop=None", current_task, NULL, 0, 0, NULL},
    {"_unfinished_tasks", "loop=None, /", unfinished_tasks, NULL, 0, 0, NULL},
    {"_take_asyncgens", "loop, /", take_asyncgens, NULL, 0, 0, NULL},
    {"_set_loop_class", "loop_class, /", set_loop_class, NULL, 0, 0, NULL},
    {"isfuture", "obj, /", isfuture, NULL, 0, 0, NULL},
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
    return export_all(e, module, functions, exported, COUNT_OF(exported));
}

bool aio_contextvars_init(Engine *e, Obj *module) {
    return export_all(e, module, context_functions, context_types, COUNT_OF(context_types));
}

bool aio_boot(Engine *e) {
    e->hooks.agen_first_iteration = aio_agen_first_iteration;
    e->hooks.agen_finalize = aio_agen_finalize;
    e->hooks.agen_forget = aio_agen_forget;
    e->hooks.future_dropped = report_dropped;
    return aio_context_boot(e);
}
