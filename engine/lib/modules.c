#include "lib/lib_parts.h"

#include "aio/aio.h"

/* The names of the builtins module, for programs that import it. */
bool lib_builtins_init(Engine *e, Obj *module) {
    return dict_update(e, MODULE(module)->dict, e->builtins);
}

const NativeModule native_modules[] = {
    {"_asyncio", aio_module_init},
    {"collections", lib_collections_init},
    {"_contextvars", aio_contextvars_init},
    {"functools", lib_functools_init},
    {"_hashlib", lib_hashlib_init},
    {"operator", lib_operator_init},
    {"_aio_queue", lib_queue_init},
    {"random", lib_random_init},
    {"_re", lib_re_init},
    {"_thread", lib_thread_init},
    {"time", lib_time_init},
    {"traceback", lib_traceback_init},
    {"types", lib_types_init},
    {"warnings", lib_warnings_init},
    {"weakref", lib_weakref_init},
    {"_signal", lib_signal_init},
    {"_world", lib_world_init},
    {"builtins", lib_builtins_init},
    {"gc", lib_gc_init},
    {"math", lib_math_init},
    {"sys", lib_sys_init},
    {NULL, NULL},
};
