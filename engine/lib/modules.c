#include "lib/lib_parts.h"

#include "aio/aio.h"
#include "vm/vm.h"

/* The names of the builtins module, for programs that import it: what these change there, everybody
 * finds from then on. The engine's own table lies in the sealed part, which never changes. */
bool lib_builtins_init(Engine *e, Obj *module) {
    Dict *names = MODULE(module)->dict;
    if (e->vm->builtins != e->builtins) { /* imported once more: frames keep those names */
        set_ref(e, MODULE(module)->dict, (Dict *)incref(e->vm->builtins));
        return true;
    }
    if (!dict_update(e, names, e->builtins)) return false;
    e->vm->builtins = (Dict *)incref(names);
    for (Frame *f = e->vm->top; f; f = f->back) {
        if (IS(e, f, frame)) PFRAME(f)->builtins = names;
    }
    return true;
}

const NativeModule native_modules[] = {
    {"_asyncio", aio_module_init},
    {"_codecs", lib_codecs_init},
    {"collections", lib_collections_init},
    {"_contextvars", aio_contextvars_init},
    {"functools", lib_functools_init},
    {"_hashlib", lib_hashlib_init},
    {"_heapq", lib_heapq_init},
    {"operator", lib_operator_init},
    {"_aio_queue", lib_queue_init},
    {"random", lib_random_init},
    {"_re", lib_re_init},
    {"_thread", lib_thread_init},
    {"time", lib_time_init},
    {"traceback", lib_traceback_init},
    {"types", lib_types_init},
    {"unicodedata", lib_unicodedata_init},
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
