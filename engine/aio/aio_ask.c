#include "aio/aio.h"

#include "object/error.h"
#include "object/float.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* A loop's class, or the loop itself, may have a call_soon() or call_at() of its own, which sees
 * all that enters the queue. */

static bool has_own(Engine *e, const AioLoop *loop, Str *name) {
    if (loop->dict && dict_get_str(loop->dict, name)) return true;
    const Type *type = loop->h.type;
    if (type == e->aio->loop_class || type == TYPE(e, EventLoop)) return false;
    return type_lookup(e, type, name) != type_lookup(e, TYPE(e, EventLoop), name);
}

bool aio_asks_call_soon(Engine *e, const AioLoop *loop) {
    return has_own(e, loop, e->aio->call_soon);
}

bool aio_asks_call_at(Engine *e, const AioLoop *loop) {
    return has_own(e, loop, e->aio->call_at);
}

bool aio_ask_call_soon(Engine *e, AioLoop *loop, Obj *callback, Obj *args, Obj *context) {
    Obj *given[] = {OBJ(loop), callback, args, context};
    Obj *done = vm_call_nested(e, e->aio->task_functions->items[TASK_CALL_SOON], given, 4);
    xdecref(e, done);
    return done != NULL;
}

bool aio_ask_step(Engine *e, AioTask *t, Obj *exception) {
    Obj *given[] = {OBJ(t), exception ? exception : e->none};
    Obj *step = vm_call_nested(e, e->aio->task_functions->items[TASK_STEP_CLASS], given, 2);
    bool ok = step && aio_ask_call_soon(e, t->f.loop, step, OBJ(e->empty_tuple), t->context);
    xdecref(e, step);
    return ok;
}

Obj *aio_ask_foreign(Engine *e, AioTask *t, Obj *yielded) {
    Obj *wakeup = aio_task_wakeup_method(e, t);
    if (!wakeup) return NULL;
    Obj *given[] = {OBJ(t), OBJ(t->f.loop), yielded, wakeup, t->context};
    Obj *answer = vm_call_nested(e, e->aio->task_functions->items[TASK_ASK_FOREIGN], given, 5);
    decref(e, wakeup);
    return answer;
}

/* rest: callback, args, context */
Obj *aio_ask_call_at(Engine *e, AioLoop *loop, double when, Obj *const *rest) {
    Obj *deadline = float_new(e, when);
    if (!deadline) return NULL;
    Obj *given[] = {OBJ(loop), deadline, rest[0], rest[1], rest[2]};
    Obj *handle = vm_call_nested(e, e->aio->task_functions->items[TASK_CALL_AT], given, 5);
    decref(e, deadline);
    return handle;
}

static Obj *attribute(Engine *e, Obj *o, const char *name) {
    Str *key = str_from(e, name);
    Obj *value = NULL;
    if (key && op_getattr(e, o, key, &value) != R_OK) value = NULL;
    xdecref(e, key);
    return value;
}

static AioHandle *handle_of_step(Engine *e, AioLoop *loop, Obj *step, Obj *context) {
    Obj *task = attribute(e, step, "__self__"), *exc = task ? attribute(e, step, "_exc") : NULL;
    Tuple *args = exc ? tuple_of(e, &exc, exc == e->none ? 0 : 1) : NULL;
    AioHandle *h = NULL;
    if (args && aio_is_task(e, task)) {
        AioReason reason = {task->id, TASK(task)->started ? WHAT_NEXT_STEP : WHAT_FIRST_STEP, 0};
        h = aio_handle_new(e, loop, HANDLE_STEP, task, OBJ(args), context, reason);
    }
    xdecref(e, task);
    xdecref(e, exc);
    xdecref(e, args);
    return h;
}

AioHandle *aio_handle_of_callback(Engine *e, AioLoop *loop, Obj *callback, Obj *args,
                                  Obj *context) {
    AioReason reason = {0, WHAT_CALLBACK, 0};
    const Tuple *functions = e->aio->task_functions;
    if (functions && OBJ(callback->type) == functions->items[TASK_STEP_CLASS]) {
        return handle_of_step(e, loop, callback, context);
    }
    Obj *task = aio_task_of_wakeup(e, callback);
    if (task == callback || TUPLE(args)->size != 1 || !aio_is_future(TUPLE(args)->items[0])) {
        return aio_handle_new(e, loop, HANDLE_CALL, callback, args, context, reason);
    }
    reason = FUTURE(TUPLE(args)->items[0])->reason;
    return aio_handle_new(e, loop, HANDLE_WAKEUP, task, args, context, reason);
}

/* Slots: task, exception or None. */
static Res task_step_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, aio_task_step(e, TASK(f->slot[0]), f->slot[1] == e->none ? NULL : f->slot[1]));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

const NativeDef aio_ask_functions[] = {
    {"_task_step", "task, exc, /", NULL, task_step_step, 0, 0, NULL},
    {0},
};
