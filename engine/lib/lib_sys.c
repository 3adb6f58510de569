/* The module sys. What is easier said in Python is in lib/py/sys.py. */
#include "lib/lib_parts.h"

#include "object/exceptions.h"
#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/tuple.h"
#include "vm/traceback.h"
#include "vm/unraisable.h"
#include "vm/vm.h"

static Obj *exit_native(Engine *e, Obj *const *a) {
    err_raise_with(e, T_SystemExit, a[0]);
    return NULL;
}

/* The exception that is being handled: the innermost one, generators' callers included. Borrowed.
 */
static Obj *handled(Engine *e) {
    for (const ExcItem *item = e->vm->exc; item; item = item->below) {
        if (item->handled && !item->aside) return item->handled;
    }
    return NULL;
}

static Obj *exception_native(Engine *e, Obj *const *a) {
    (void)a;
    Obj *now = handled(e);
    return now ? incref(now) : e->none;
}

static Obj *exc_info_native(Engine *e, Obj *const *a) {
    (void)a;
    Obj *now = handled(e);
    if (!now) return OBJ(tuple_pack(e, 3, e->none, e->none, e->none));
    Obj *traceback = EXC(now)->traceback;
    return OBJ(tuple_pack(e, 3, OBJ(now->type), now, traceback ? traceback : e->none));
}

static Obj *getrecursionlimit_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, e->vm->recursion_limit);
}

/* Beyond this the frames alone would fill the arena. */
enum { RECURSION_MAX = 100000 };

static Obj *setrecursionlimit_native(Engine *e, Obj *const *a) {
    int64_t limit;
    if (!int_index(e, a[0], &limit)) return NULL;
    if (limit < 1) {
        return err_null(e, T_ValueError, "recursion limit must be greater or equal than 1");
    }
    if (limit <= e->vm->depth) {
        return err_null(e, T_RecursionError,
                        "cannot set the recursion limit to %lld at the recursion depth %u: "
                        "the limit is too low",
                        (long long)limit, e->vm->depth);
    }
    e->vm->recursion_limit = limit < RECURSION_MAX ? (uint32_t)limit : RECURSION_MAX;
    return e->none;
}

/* As CPython counts: the argument is one reference, not two. */
static Obj *getrefcount_native(Engine *e, Obj *const *a) {
    uint32_t refs = a[0]->refs;
    return int_new(e, refs >= IMMORTAL ? UINT32_MAX : (int64_t)refs - 1);
}

static Obj *getsizeof_native(Engine *e, Obj *const *a) {
    return int_new(e, (int64_t)arena_usable(&e->arena, a[0]));
}

static Obj *set_origin_depth_native(Engine *e, Obj *const *a) {
    int64_t depth;
    if (!int_index(e, a[0], &depth)) return NULL;
    if (depth < 0) return err_null(e, T_ValueError, "depth must be >= 0");
    e->vm->origin_depth = depth > UINT32_MAX ? UINT32_MAX : (uint32_t)depth;
    return e->none;
}

static Obj *get_origin_depth_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, e->vm->origin_depth);
}

static Obj *intern_native(Engine *e, Obj *const *a) {
    if (HAS_LAYOUT(a[0], STR)) return incref(a[0]);
    return err_null(e, T_TypeError, "intern() argument must be str, not %s", type_name(a[0]));
}

static Obj *getframe_native(Engine *e, Obj *const *a) {
    int64_t depth;
    if (!int_index(e, a[0], &depth)) return NULL;
    Frame *f = FRAME(vm_current_frame(e));
    while (f && depth > 0) {
        f = f->back;
        if (f && IS(e, f, frame)) depth--;
    }
    if (!f) return err_null(e, T_ValueError, "call stack is not deep enough");
    return incref(f);
}

static Obj *get_int_max_str_digits_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, e->vm->int_max_digits);
}

static Obj *set_int_max_str_digits_native(Engine *e, Obj *const *a) {
    enum { LEAST = 640 };
    int64_t limit;
    if (!int_index_c_int(e, a[0], &limit)) return NULL;
    if (limit != 0 && limit < LEAST) {
        return err_null(e, T_ValueError, "maxdigits must be 0 or larger than %d", LEAST);
    }
    e->vm->int_max_digits = (uint32_t)limit;
    return e->none;
}

/* Prints an exception as the end of the program would. */
static Obj *excepthook_native(Engine *e, Obj *const *a) {
    if (obj_is(a[1], TYPE(e, BaseException)) && !traceback_print(e, a[1])) return NULL;
    return e->none;
}

static const NativeDef defs[] = {
    {.name = "exit", .signature = "status=None, /", .fn = exit_native},
    {.name = "exception", .signature = "", .fn = exception_native},
    {.name = "exc_info", .signature = "", .fn = exc_info_native},
    {.name = "getrecursionlimit", .signature = "", .fn = getrecursionlimit_native},
    {.name = "setrecursionlimit", .signature = "limit, /", .fn = setrecursionlimit_native},
    {.name = "get_int_max_str_digits", .signature = "", .fn = get_int_max_str_digits_native},
    {.name = "set_int_max_str_digits",
     .signature = "maxdigits",
     .fn = set_int_max_str_digits_native},
    {.name = "getrefcount", .signature = "object, /", .fn = getrefcount_native},
    {.name = "getsizeof", .signature = "object, default=", .fn = getsizeof_native},
    {.name = "set_coroutine_origin_tracking_depth",
     .signature = "depth",
     .fn = set_origin_depth_native},
    {.name = "get_coroutine_origin_tracking_depth", .signature = "", .fn = get_origin_depth_native},
    {.name = "intern", .signature = "string, /", .fn = intern_native},
    {.name = "_getframe", .signature = "depth=0, /", .fn = getframe_native},
    {.name = "unraisablehook", .signature = "unraisable, /", .fn = unraisable_hook_native},
    {.name = "excepthook", .signature = "exctype, value, traceback, /", .fn = excepthook_native},
    {0},
};

static bool add_text(Engine *e, Obj *module, const char *name, const char *text) {
    return lib_add(e, module, name, OBJ(str_from(e, text)));
}

static bool add_streams(Engine *e, Obj *module) {
    const LibState *lib = e->lib;
    return lib_add(e, module, "stdin", incref(lib->stdin_)) &&
           lib_add(e, module, "stdout", incref(lib->stdout_)) &&
           lib_add(e, module, "stderr", incref(lib->stderr_)) &&
           lib_add(e, module, "__stdin__", incref(lib->stdin_)) &&
           lib_add(e, module, "__stdout__", incref(lib->stdout_)) &&
           lib_add(e, module, "__stderr__", incref(lib->stderr_));
}

static Obj *argv(Engine *e) {
    Str *program = str_from(e, e->program_name);
    Obj *list = program ? OBJ(list_of(e, (Obj *[]){OBJ(program)}, 1)) : NULL;
    xdecref(e, program);
    return list;
}

static bool add_numbers(Engine *e, Obj *module) {
    return lib_add(e, module, "maxsize", int_new(e, INT64_MAX)) &&
           lib_add(e, module, "maxunicode", int_new(e, 0x10FFFF)) &&
           lib_add(e, module, "hexversion", int_new(e, 0x030D00F0)) &&
           lib_add(e, module, "api_version", int_new(e, 1013));
}

bool lib_sys_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs) && add_streams(e, module) && add_numbers(e, module) &&
           lib_add(e, module, "argv", argv(e)) && lib_add(e, module, "path", OBJ(list_new(e, 0))) &&
           lib_add(e, module, "modules", incref(e->vm->modules)) &&
           add_text(e, module, "platform", "linux") && add_text(e, module, "byteorder", "little") &&
           add_text(e, module, "executable", "") && add_text(e, module, "prefix", "") &&
           add_text(e, module, "version", "3.13.0 (main, Coroscope)") &&
           add_text(e, module, "copyright", "");
}
