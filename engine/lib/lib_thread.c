/* The module _thread: starting and joining virtual threads (vm/thread.h). RLock is Python, in
 * lib/py/_thread.py. */
#include "lib/lib_parts.h"

#include "lib/lib_clock.h"
#include "lib/lib_thread_lock.h"
#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/signals.h"
#include "vm/thread.h"
#include "vm/vm.h"

/* ---- Threads ------------------------------------------------------------------------------- */

static Obj *ident_of(Engine *e, const Thread *t) {
    return int_new(e, (int64_t)obj_address(&t->h));
}

/* Ids of the operating system count up from the process's, see os.getpid(). */
enum { FIRST_NATIVE_ID = 1 };

static Obj *native_id_of(Engine *e, const Thread *t) {
    return int_new(e, FIRST_NATIVE_ID + (int64_t)t->number);
}

static Obj *get_ident_native(Engine *e, Obj *const *a) {
    (void)a;
    const Thread *t = thread_current(e);
    return t ? ident_of(e, t) : NULL;
}

static Obj *get_native_id_native(Engine *e, Obj *const *a) {
    (void)a;
    const Thread *t = thread_current(e);
    return t ? native_id_of(e, t) : NULL;
}

static Obj *current_native(Engine *e, Obj *const *a) {
    (void)a;
    return xincref(thread_current(e));
}

/* The handles of living threads, the main one first. */
static Obj *handles_native(Engine *e, Obj *const *a) {
    (void)a;
    List *all = thread_current(e) ? list_new(e, 4) : NULL;
    for (Thread *t = e->vm->threads.first; all && t; t = t->next) {
        if (!list_append(e, all, OBJ(t))) clear_ref(e, all);
    }
    return OBJ(all);
}

static Obj *count_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, e->vm->threads.alive ? e->vm->threads.alive - 1 : 0);
}

/* name, object, daemon, pooled */
static Obj *new_handle_native(Engine *e, Obj *const *a) {
    bool daemon, pooled;
    if (!obj_truth(e, a[2], &daemon) || !obj_truth(e, a[3], &pooled)) return NULL;
    Thread *t = thread_new(e, HAS_LAYOUT(a[0], STR) ? STR(a[0]) : NULL,
                           a[1] == e->none ? NULL : a[1], daemon);
    if (t) t->pooled = pooled;
    return OBJ(t);
}

static bool check_call(Engine *e, Obj *function, Obj *args, Obj *kwargs) {
    if (!function->type->slots.call) {
        return err_false(e, T_TypeError, "first arg must be callable");
    }
    if (!HAS_LAYOUT(args, TUPLE)) return err_false(e, T_TypeError, "2nd arg must be a tuple");
    if (kwargs && !HAS_LAYOUT(kwargs, DICT)) {
        return err_false(e, T_TypeError, "optional 3rd arg must be a dictionary");
    }
    return true;
}

static Obj *start_new_native(Engine *e, Obj *const *a) {
    if (!check_call(e, a[0], a[1], a[2])) return NULL;
    Thread *t = thread_new(e, NULL, NULL, true); /* nobody waits for it at the end */
    Obj *ident = t && thread_launch(e, t, a[0], a[1], a[2]) ? ident_of(e, t) : NULL;
    xdecref(e, t);
    return ident;
}

/* self, function, args */
static Obj *launch_native(Engine *e, Obj *const *a) {
    if (!check_call(e, a[1], a[2], NULL)) return NULL;
    Thread *t = THREAD(a[0]);
    bool again = t->pooled && t == thread_current(e) && !t->function;
    if (!again && t->state != THREAD_NEW && t->state != THREAD_FINISHED) {
        return err_null(e, T_RuntimeError, "thread already started");
    }
    return thread_launch(e, t, a[1], a[2], NULL) ? e->none : NULL;
}

/* Slots: self, timeout. number[0] = the deadline. */
static Res join_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->number[0] = THREAD_FOREVER;
    if (f->slot[1] != e->none) {
        double seconds;
        if (!clock_read_seconds(e, f->slot[1], &seconds)) return R_ERR;
        if (!clock_check_range(e, f->slot[1], seconds)) return R_ERR;
        f->number[0] = seconds > 0 ? clock_after(e, seconds) : e->vm->now;
    }
    *out = e->none;
    while (!THREAD(f->slot[0])->done && f->number[0] > e->vm->now) {
        if (!thread_begins_to_wait(e, lib_thread_until(e, f->number[0]), f->slot[0])) return R_ERR;
        STEP_PAUSE(4);
        STEP(1, thread_block(e, f, &THREAD(f->slot[0])->joiners, lib_thread_until(e, f->number[0]),
                             f->slot[0], STEP_OUT));
        while (signals_next(e) <= e->vm->now) { STEP(2, signals_deliver(e, STEP_OUT)); }
    }
    while (signals_tripped(e)) { STEP(3, signals_deliver(e, STEP_OUT)); }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Obj *is_done_native(Engine *e, Obj *const *a) {
    return obj_bool(e, THREAD(a[0])->done);
}

static Obj *fail_native(Engine *e, Obj *const *a) {
    THREAD(a[0])->failed = 1;
    return e->none;
}

static Obj *exit_native(Engine *e, Obj *const *a) {
    (void)a;
    return err_null(e, T_SystemExit, NULL);
}

static Obj *stack_size_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, 0);
}

static const NativeDef thread_methods[] = {
    {.name = "launch", .signature = "self, function, args, /", .fn = launch_native},
    {.name = "join", .signature = "self, timeout=None, /", .step = join_step},
    {.name = "is_done", .signature = "self, /", .fn = is_done_native},
    {.name = "fail", .signature = "self, /", .fn = fail_native},
    {0},
};

static Obj *get_ident(Engine *e, Obj *o) {
    return ident_of(e, THREAD(o));
}
static Obj *get_native_id(Engine *e, Obj *o) {
    return native_id_of(e, THREAD(o));
}
static Obj *get_name(Engine *e, Obj *o) {
    return THREAD(o)->name ? incref(THREAD(o)->name) : e->none;
}
static bool set_name(Engine *e, Obj *o, Obj *value) {
    if (!value || !HAS_LAYOUT(value, STR)) return err_false(e, T_TypeError, "name must be a str");
    set_ref(e, THREAD(o)->name, (Str *)incref(value));
    return true;
}
static Obj *get_object(Engine *e, Obj *o) {
    return THREAD(o)->object ? incref(THREAD(o)->object) : e->none;
}
static bool set_object(Engine *e, Obj *o, Obj *value) {
    set_ref(e, THREAD(o)->object, value == e->none ? NULL : xincref(value));
    return true;
}
static Obj *get_main(Engine *e, Obj *o) {
    return obj_bool(e, THREAD(o)->is_main);
}

static const GetSetDef thread_getset[] = {
    {"ident", get_ident, NULL},   {"native_id", get_native_id, NULL},
    {"name", get_name, set_name}, {"object", get_object, set_object},
    {"is_main", get_main, NULL},  {0}};

static void release(Engine *e, Obj *o) {
    Thread *t = THREAD(o);
    drop_ref(e, t->name);
    drop_ref(e, t->object);
    drop_ref(e, t->function);
    drop_ref(e, t->args);
    drop_ref(e, t->kwargs);
    drop_ref(e, t->context);
    drop_ref(e, t->current_loop);
}

static Obj *repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "<_thread._ThreadHandle object: ident=%llu>", obj_address(o)));
}

const TypeSpec thread_spec = {
    .name = "_ThreadHandle",
    .module = "_thread",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Thread),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.release = release, .repr = repr},
    .methods = thread_methods,
    .getset = thread_getset,
};

/* ---- The module ---------------------------------------------------------------------------- */

static const NativeDef defs[] = {
    {.name = "allocate_lock", .signature = "", .fn = lib_thread_allocate},
    {.name = "allocate", .signature = "", .fn = lib_thread_allocate},
    {.name = "get_ident", .signature = "", .fn = get_ident_native},
    {.name = "get_native_id", .signature = "", .fn = get_native_id_native},
    {.name = "start_new_thread", .signature = "function, args, kwargs=, /", .fn = start_new_native},
    {.name = "start_new", .signature = "function, args, kwargs=, /", .fn = start_new_native},
    {.name = "exit", .signature = "", .fn = exit_native},
    {.name = "exit_thread", .signature = "", .fn = exit_native},
    {.name = "stack_size", .signature = "size=0, /", .fn = stack_size_native},
    {.name = "_count", .signature = "", .fn = count_native},
    {.name = "_current", .signature = "", .fn = current_native},
    {.name = "_handles", .signature = "", .fn = handles_native},
    {.name = "_new_handle",
     .signature = "name, object, daemon, pooled=False, /",
     .fn = new_handle_native},
    {0},
};

/* The longest that a lock waits: what fits into a C time value, in whole seconds. */
static const double timeout_max = 9223372036.0;

bool lib_thread_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs) &&
           lib_add(e, module, "lock", incref(TYPE(e, ThreadLock))) &&
           lib_add(e, module, "LockType", incref(TYPE(e, ThreadLock))) &&
           lib_add(e, module, "_ThreadHandle", incref(TYPE(e, Thread))) &&
           lib_add(e, module, "error", incref(TYPE(e, RuntimeError))) &&
           lib_add(e, module, "TIMEOUT_MAX", float_new(e, timeout_max));
}
