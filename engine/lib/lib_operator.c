/* What the module operator cannot say in Python. */
#include "lib/lib_parts.h"
#include "object/int.h"

static Obj *index_native(Engine *e, Obj *const *a) {
    return int_from_index(e, a[0]);
}

static const NativeDef defs[] = {
    {.name = "index", .signature = "a, /", .fn = index_native},
    {0},
};

bool lib_operator_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs);
}
