#ifndef LIB_LIB_PARTS_H
#define LIB_LIB_PARTS_H
/* The modules that are written in C, and what they share. */

#include "lib/lib.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/module.h"
#include "object/str.h"
#include "vm/import.h"

/* The functions of a module. */
bool lib_add_natives(Engine *e, Obj *module, const NativeDef *defs);
/* Takes the value, which may be NULL: then false, an exception is set. */
bool lib_add(Engine *e, Obj *module, const char *name, Obj *value);
bool lib_add_type(Engine *e, Obj *module, int type_id);

extern const NativeModule native_modules[]; /* modules.c; ends with a NULL name */

bool lib_builtins_init(Engine *e, Obj *module);
bool lib_codecs_init(Engine *e, Obj *module);
bool lib_collections_init(Engine *e, Obj *module);
bool lib_counter_add(Engine *e, Obj *module); /* to collections */
bool lib_functools_init(Engine *e, Obj *module);
bool lib_gc_init(Engine *e, Obj *module);
bool lib_hashlib_init(Engine *e, Obj *module);
bool lib_heapq_init(Engine *e, Obj *module);
bool lib_math_init(Engine *e, Obj *module);
bool lib_operator_init(Engine *e, Obj *module);
bool lib_queue_init(Engine *e, Obj *module);
bool lib_random_init(Engine *e, Obj *module);
bool lib_signal_init(Engine *e, Obj *module);
bool lib_re_init(Engine *e, Obj *module);
bool lib_sys_init(Engine *e, Obj *module);
bool lib_thread_init(Engine *e, Obj *module);
bool lib_time_init(Engine *e, Obj *module);
bool lib_traceback_init(Engine *e, Obj *module);
bool lib_types_init(Engine *e, Obj *module);
bool lib_unicodedata_init(Engine *e, Obj *module);
bool lib_warnings_init(Engine *e, Obj *module);
bool lib_weakref_init(Engine *e, Obj *module);
bool lib_world_init(Engine *e, Obj *module);

#endif
