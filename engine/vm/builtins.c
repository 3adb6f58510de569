#include "vm/builtins.h"

#include "object/dict.h"
#include "object/native.h"
#include "object/str.h"
#include "vm/class.h"

/* Types that programs reach by a name of the builtins module. */
static const uint8_t named_types[] = {
    T_object, T_type,     T_int,      T_bool,      T_float,        T_complex,     T_str,
    T_bytes,  T_tuple,    T_list,     T_dict,      T_set,          T_frozenset,   T_range,
    T_slice,  T_property, T_super,    T_bytearray, T_staticmethod, T_classmethod, T_zip,
    T_map,    T_filter,   T_reversed, T_enumerate, T_memoryview,
};

bool builtins_add_natives(Engine *e, Dict *names, const NativeDef *defs, const char *module) {
    for (const NativeDef *def = defs; def->name; def++) {
        Obj *native = native_new(e, T_builtin_function_or_method, def, NULL, module);
        if (!native) return false;
        bool ok = dict_set_str(e, names, NATIVE(native)->name, native);
        decref(e, native);
        if (!ok) return false;
    }
    return true;
}

static bool add_type(Engine *e, int id) {
    Type *type = e->types[id];
    return dict_set_str(e, e->builtins, type->name, OBJ(type));
}

static bool add_types(Engine *e) {
    for (size_t i = 0; i < COUNT_OF(named_types); i++) {
        if (!add_type(e, named_types[i])) return false;
    }
    for (int id = T_BaseException; id < TYPE_COUNT; id++) {
        bool ours = str_equal_text(STR(e->types[id]->module), "builtins");
        if (ours && !add_type(e, id)) return false;
    }
    return true;
}

static bool add_value(Engine *e, const char *name, Obj *value) {
    Str *key = str_from(e, name);
    bool ok = key && value && dict_set_str(e, e->builtins, key, value);
    xdecref(e, key);
    return ok;
}

static bool add_constants(Engine *e) {
    return add_value(e, "None", e->none) && add_value(e, "True", e->true_) &&
           add_value(e, "False", e->false_) && add_value(e, "Ellipsis", e->ellipsis) &&
           add_value(e, "NotImplemented", e->not_implemented) &&
           add_value(e, "__debug__", e->true_) && add_value(e, "__name__", OBJ(N(e, builtins))) &&
           add_value(e, "EnvironmentError", OBJ(TYPE(e, OSError))) &&
           add_value(e, "IOError", OBJ(TYPE(e, OSError)));
}

static bool add_build_class(Engine *e) {
    Obj *native = native_new(e, T_builtin_function_or_method, &class_build_def, NULL, "builtins");
    return native && dict_set_str(e, e->builtins, N(e, __build_class__), native);
}

bool builtins_init(Engine *e) {
    static const NativeDef *const tables[] = {builtins_print_defs, builtins_number_defs,
                                              builtins_object_defs, builtins_iteration_defs};
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        if (!builtins_add_natives(e, e->builtins, tables[i], "builtins")) return false;
    }
    return add_types(e) && add_constants(e) && add_build_class(e);
}
