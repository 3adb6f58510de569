#include "lib/lib.h"

#include "lib/lib_parts.h"
#include "vm/builtins.h"
#include "vm/output.h"
#include "vm/text_io.h"

size_t lib_state_size(void) {
    return sizeof(LibState);
}

bool lib_boot(Engine *e) {
    e->native_modules = native_modules;
    return builtins_init(e);
}

bool lib_start(Engine *e, int64_t seed) {
    e->lib->stdin_ = text_io_new(e, 0);
    e->lib->stdout_ = text_io_new(e, STREAM_OUT);
    e->lib->stderr_ = text_io_new(e, STREAM_ERR);
    e->lib->seed = seed;
    return e->lib->stdin_ && e->lib->stdout_ && e->lib->stderr_;
}

bool lib_add_natives(Engine *e, Obj *module, const NativeDef *defs) {
    return builtins_add_natives(e, MODULE(module)->dict, defs, MODULE(module)->name->text);
}

bool lib_add(Engine *e, Obj *module, const char *name, Obj *value) {
    Str *key = value ? str_from(e, name) : NULL;
    bool ok = key && dict_set_str(e, MODULE(module)->dict, key, value);
    xdecref(e, key);
    xdecref(e, value);
    return ok;
}

bool lib_add_type(Engine *e, Obj *module, int type_id) {
    Type *type = e->types[type_id];
    return dict_set_str(e, MODULE(module)->dict, type->name, OBJ(type));
}
