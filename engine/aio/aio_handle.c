#include "aio/aio.h"

#include "object/error.h"
#include "object/float.h"
#include "object/function.h"
#include "object/int.h"
#include "object/list.h"
#include "object/native.h"
#include "object/partial.h"
#include "vm/call.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* Handles: callbacks in the ready queue, and timers. */

/* _call_soon and call_soon, or a timer's __init__ and call_at, are no places that debug mode shows.
 */
enum { HANDLE_FRAMES = 2 };

/* Its name as the trace shows it is made here: showing it makes nothing. */
static bool name_callback(Engine *e, Obj *callback) {
    while (IS(e, callback, partial)) callback = PARTIAL(callback)->func;
    if (!IS(e, callback, builtin_function_or_method)) return true;
    return native_own_qualname(e, NATIVE(callback)) != NULL;
}

AioHandle *aio_handle_new(Engine *e, AioLoop *loop, HandleKind kind, Obj *callback, Obj *args,
                          Obj *context, AioReason reason) {
    AioHandle *h = (AioHandle *)obj_new(e, TYPE(e, Handle), sizeof(AioHandle));
    if (!h) return NULL;
    Obj *ctx = context && context != e->none ? context : aio_context_copy(e);
    h->loop = loop;
    h->kind = (uint8_t)kind;
    h->callback = incref(callback);
    h->args = incref(args);
    h->context = context && context != e->none ? incref(ctx) : ctx;
    h->reason = reason;
    h->cause_task = e->vm->task_id;
    if (kind == HANDLE_CALL && !name_callback(e, callback)) {
        clear_ref(e, h);
        return NULL;
    }
    if (!aio_remember_handle(e, h, HANDLE_FRAMES)) clear_ref(e, h);
    return h;
}

/* The task that it would step no longer has it in the ready queue. */
static void detach(AioHandle *h) {
    if (h->kind == HANDLE_CALL || !h->callback) return;
    if (TASK(h->callback)->ready == h) TASK(h->callback)->ready = NULL;
}

void aio_handle_cancel(Engine *e, AioHandle *h) {
    if (h->cancelled) return;
    h->cancelled = 1;
    detach(h);
    uint32_t task = h->kind == HANDLE_CALL || !h->callback ? 0 : h->callback->id;
    e->aio->told_handle = h;
    event_emit(e, EVENT_HANDLE_CANCELLED, h->h.id, task);
    if (aio_handle_in_debug(h)) h->text = (Str *)aio_handle_repr(e, OBJ(h));
    clear_ref(e, h->callback);
    clear_ref(e, h->args);
}

static void handle_release(Engine *e, Obj *o) {
    AioHandle *h = HANDLE(o);
    detach(h);
    drop_ref(e, h->args); /* CPython frees slots by name */
    drop_ref(e, h->callback);
    drop_ref(e, h->context);
    drop_ref(e, h->source);
    drop_ref(e, h->made_for);
    drop_ref(e, h->when_given);
    drop_ref(e, h->text);
    drop_ref(e, h->next);
    drop_ref(e, h->itself);
    drop_ref(e, h->report);
}

/* A callable's __qualname__ without any attribute lookup; partials show what they wrap. */
static const char *qualified_name(Engine *e, const Obj *fn) {
    while (IS(e, fn, partial)) fn = PARTIAL(fn)->func;
    if (IS(e, fn, method)) fn = METHOD(fn)->function;
    if (IS(e, fn, function)) return FUNCTION(fn)->qualname->text;
    if (IS(e, fn, builtin_function_or_method) || IS(e, fn, method_descriptor)) {
        return NATIVE(fn)->qualname->text;
    }
    if (HAS_LAYOUT(fn, TYPE)) return ((const Type *)fn)->qualname->text;
    return fn->type->name->text;
}

const char *aio_handle_label_text(Engine *e, const AioHandle *h) {
    if (h->kind == HANDLE_STEP) return "Task.__step";
    if (h->kind == HANDLE_WAKEUP) return "Task.__wakeup";
    if (h->callback && aio_task_of_wakeup(e, h->callback) != h->callback) return "Task.__wakeup";
    return h->callback ? qualified_name(e, h->callback) : "";
}

AioTask *aio_handle_task(Engine *e, const AioHandle *h) {
    const Obj *fn = h->callback;
    if (!fn) return NULL;
    if (h->kind != HANDLE_CALL) return (AioTask *)(uintptr_t)fn;
    while (IS(e, fn, partial)) fn = PARTIAL(fn)->func;
    const Obj *self = IS(e, fn, method)                       ? METHOD(fn)->self
                      : IS(e, fn, builtin_function_or_method) ? NATIVE(fn)->self
                                                              : NULL;
    return self && aio_is_task(e, self) ? (AioTask *)(uintptr_t)self : NULL;
}

/* ---- Made by hand ---- */

/* Whatever has a get_debug() may stand for the loop. */
static bool ask_debug(Engine *e, Obj *loop) {
    Str *name = str_from(e, "get_debug");
    Obj *method = NULL, *answer = NULL;
    if (name && op_getattr(e, loop, name, &method) == R_OK) {
        answer = vm_call_nested(e, method, NULL, 0);
    }
    xdecref(e, name);
    xdecref(e, method);
    xdecref(e, answer);
    return answer != NULL;
}

static Tuple *arguments_of(Engine *e, Obj *args) {
    if (HAS_LAYOUT(args, TUPLE)) return (Tuple *)incref(args);
    if (HAS_LAYOUT(args, LIST)) return tuple_of(e, LIST(args)->items, LIST(args)->size);
    return err_null(e, T_TypeError, "Coroscope wants a handle's args as a tuple or a list, not %s",
                    type_name(args));
}

static Obj *set_up(Engine *e, AioHandle *h, Obj *const *given) {
    Obj *callback = given[0], *loop = given[2], *context = given[3];
    if (!ask_debug(e, loop)) return NULL;
    Tuple *args = arguments_of(e, given[1]);
    if (!args) return NULL;
    h->loop = loop->type->layout == LAYOUT_LOOP ? LOOP(loop) : NULL;
    set_ref(e, h->made_for, incref(loop));
    set_ref(e, h->callback, incref(callback));
    set_ref(e, h->args, OBJ(args));
    set_ref(e, h->context, context == e->none ? aio_context_copy(e) : incref(context));
    h->kind = HANDLE_CALL;
    h->reason.what = WHAT_CALLBACK;
    h->cause_task = e->vm->task_id;
    return h->context && aio_remember_handle(e, h, 0) ? e->none : NULL;
}

/* self, callback, args, loop, context */
static Obj *handle_init(Engine *e, Obj *const *a) {
    return set_up(e, HANDLE(a[0]), a + 1);
}

/* self, when, callback, args, loop, context */
static Obj *timer_init(Engine *e, Obj *const *a) {
    AioHandle *h = HANDLE(a[0]);
    bool number = HAS_LAYOUT(a[1], FLOAT) || HAS_LAYOUT(a[1], INT);
    if (number && !float_from(e, a[1], &h->when)) return NULL;
    h->is_timer = 1;
    h->timeless = !number;
    set_ref(e, h->when_given, IS(e, a[1], float) ? NULL : incref(a[1]));
    return set_up(e, h, a + 2);
}

static Res handle_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                            Obj **out) {
    Obj *init = type_lookup(e, type, N(e, __init__)), *done = NULL;
    AioHandle *h = (AioHandle *)obj_new(e, type, type->size);
    *out = OBJ(h);
    if (!h) return R_ERR;
    h->args = incref(e->empty_tuple);
    h->context = incref(e->none);
    if (IS(e, init, function)) return R_OK; /* of a subclass: called by whoever asked */
    if (native_invoke(e, init, OBJ(h), args, nargs, kwnames, &done) == R_OK) return R_OK;
    clear_ref(e, *out);
    return R_ERR;
}

/* ---- What Python sees ---- */

static Obj *handle_cancel(Engine *e, Obj *const *a) {
    aio_handle_cancel(e, HANDLE(a[0]));
    return e->none;
}

static Obj *handle_cancelled(Engine *e, Obj *const *a) {
    return obj_bool(e, HANDLE(a[0])->cancelled);
}

static Obj *handle_when(Engine *e, Obj *const *a) {
    if (HANDLE(a[0])->when_given) return incref(HANDLE(a[0])->when_given);
    return float_new(e, HANDLE(a[0])->when);
}

static Obj *handle_get_context(Engine *e, Obj *const *a) {
    return (void)e, incref(HANDLE(a[0])->context);
}

/* Hidden: the library says why a callback that it schedules will run. */
static Obj *handle_stands_for(Engine *e, Obj *const *a) {
    AioReason *r = &HANDLE(a[0])->reason;
    r->what = (uint32_t)int_value(a[1]);
    r->about = a[2] == e->none ? 0 : a[2]->id;
    if (HAS_LAYOUT(a[3], FLOAT)) r->seconds = float_value(a[3]);
    return e->none;
}

static const NativeDef handle_methods[] = {
    {"__init__", "self, callback, args, loop, context=None", handle_init, NULL, 0, NATIVE_PYTHON,
     NULL},
    {"_run", "self", NULL, aio_handle_run_step, 0, NATIVE_PYTHON, NULL},
    {"cancel", "self, /", handle_cancel, NULL, 0, 0, NULL},
    {"cancelled", "self, /", handle_cancelled, NULL, 0, 0, NULL},
    {"get_context", "self, /", handle_get_context, NULL, 0, 0, NULL},
    {"_stands_for", "self, what, about, seconds=None, /", handle_stands_for, NULL, 0, 0, NULL},
    {0},
};

static const NativeDef timer_methods[] = {
    {"__init__", "self, when, callback, args, loop, context=None", timer_init, NULL, 0,
     NATIVE_PYTHON, NULL},
    {"when", "self, /", handle_when, NULL, 0, 0, NULL},
    {0},
};

static Obj *get_callback(Engine *e, Obj *o) {
    return HANDLE(o)->callback ? incref(HANDLE(o)->callback) : e->none;
}
static Obj *get_args(Engine *e, Obj *o) {
    return HANDLE(o)->args ? incref(HANDLE(o)->args) : e->none;
}
static Obj *get_scheduled(Engine *e, Obj *o) {
    return obj_bool(e, HANDLE(o)->scheduled);
}
static Obj *get_cancelled(Engine *e, Obj *o) {
    return obj_bool(e, HANDLE(o)->cancelled);
}

/* Two timers are equal when all that will happen is; one is less when it is due earlier. */
static bool timers_equal(Engine *e, const AioHandle *a, const AioHandle *b, bool *same) {
    *same = a->when == b->when && a->cancelled == b->cancelled;
    if (!*same || a->cancelled) return true;
    if (!obj_equal(e, a->callback, b->callback, same)) return false;
    return !*same || obj_equal(e, a->args, b->args, same);
}

static Res timer_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!IS(e, b, TimerHandle)) return R_NOTIMPL;
    double left = HANDLE(a)->when, right = HANDLE(b)->when;
    bool less = left<right, greater = left> right, same;
    if (!timers_equal(e, HANDLE(a), HANDLE(b), &same)) return R_ERR;
    const bool answers[] = {[CMP_LT] = less,  [CMP_LE] = less || same, [CMP_EQ] = same,
                            [CMP_NE] = !same, [CMP_GT] = greater,      [CMP_GE] = greater || same};
    *out = obj_bool(e, answers[op]);
    return R_OK;
}

static bool timer_hash(Engine *e, Obj *o, uint32_t *hash) {
    Obj *when = float_new(e, HANDLE(o)->when);
    bool ok = when && obj_hash(e, when, hash);
    xdecref(e, when);
    return ok;
}

static Obj *get_context(Engine *e, Obj *o) {
    return (void)e, incref(HANDLE(o)->context);
}
static Obj *get_when(Engine *e, Obj *o) {
    return handle_when(e, &o);
}
static Obj *get_source(Engine *e, Obj *o) {
    return aio_source_object(e, HANDLE(o)->source);
}

static const GetSetDef handle_getset[] = {
    {"_source_traceback", get_source, NULL},
    {"_callback", get_callback, NULL},
    {"_args", get_args, NULL},
    {"_cancelled", get_cancelled, NULL},
    {"_context", get_context, NULL},
    {0},
};

static const GetSetDef timer_getset[] = {
    {"_when", get_when, NULL},
    {"_scheduled", get_scheduled, NULL},
    {0},
};

const TypeSpec handle_spec = {
    .name = "Handle",
    .module = "asyncio.events",
    .layout = LAYOUT_HANDLE,
    .size = sizeof(AioHandle),
    .flags = TYPE_BASE | TYPE_HAS_WEAK,
    .weak_offset = offsetof(AioHandle, weakrefs),
    .slots = {.release = handle_release, .repr = aio_handle_repr, .construct = handle_construct},
    .methods = handle_methods,
    .getset = handle_getset,
};

const TypeSpec timer_handle_spec = {
    .name = "TimerHandle",
    .module = "asyncio.events",
    .base = T_Handle,
    .layout = LAYOUT_HANDLE,
    .size = sizeof(AioHandle),
    .flags = TYPE_BASE | TYPE_HAS_WEAK,
    .weak_offset = offsetof(AioHandle, weakrefs),
    .slots = {.release = handle_release,
              .repr = aio_handle_repr,
              .hash = timer_hash,
              .compare = timer_compare,
              .construct = handle_construct},
    .methods = timer_methods,
    .getset = timer_getset,
};
