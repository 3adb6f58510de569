#include "vm/import.h"

#include <string.h>

#include "object/code.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/module.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/interp.h"
#include "vm/module_spec.h"
#include "vm/native.h"
#include "vm/traceback_parts.h"

static const NativeModule *find_native(const Engine *e, const Str *name) {
    for (const NativeModule *m = e->native_modules; m && m->name; m++) {
        if (str_equal_text(name, m->name)) return m;
    }
    return NULL;
}

static Res fail_not_found(Engine *e, Str *name, const char *why) {
    err_res(e, T_ModuleNotFoundError, "No module named '%s'%s", name->text, why);
    if (err_matches(e, T_ImportError)) set_ref(e, EXC(err_get(e))->extra[0], incref(name));
    return R_ERR;
}

/* A submodule becomes an attribute of its package. */
static bool bind_to_parent(Engine *e, const Str *name, Obj *module) {
    const char *dot = strrchr(name->text, '.');
    if (!dot) return true;
    Str *parent = str_new(e, name->text, (size_t)(dot - name->text));
    Str *last = parent ? str_from(e, dot + 1) : NULL;
    Obj *package = last ? dict_get_str(e->vm->modules, parent) : NULL;
    bool ok = last && (!package || dict_set_str(e, MODULE(package)->dict, last, module));
    xdecref(e, parent);
    xdecref(e, last);
    return ok;
}

/* Which of its modules are there depends on what the program imports. */
static bool is_package(Engine *e, const Str *name) {
    Obj *key, *value, *code = dict_get_str(e->module_codes, name);
    if (code && strstr(CODE(code)->filename->text, "/__init__.py")) return true;
    for (uint32_t i = 0; dict_next(e->module_codes, &i, &key, &value);) {
        const Str *other = STR(key);
        if (other->size > name->size && other->text[name->size] == '.' &&
            memcmp(other->text, name->text, name->size) == 0) {
            return true;
        }
    }
    return false;
}

/* Makes the module object and registers it, so that circular imports find it. Borrowed. */
static Obj *make_module(Engine *e, Str *name) {
    Obj *module = module_new(e, name), *code = dict_get_str(e->module_codes, name);
    if (!module) return NULL;
    const char *dot = strrchr(name->text, '.');
    bool packed = is_package(e, name);
    size_t size = packed ? name->size : dot ? (size_t)(dot - name->text) : 0;
    Str *package = str_new(e, name->text, size);
    bool ok = package && dict_set_str(e, MODULE(module)->dict, N(e, __package__), OBJ(package)) &&
              module_spec_set(e, MODULE(module), code ? CODE(code)->filename : NULL, packed) &&
              dict_set_str(e, e->vm->modules, name, module);
    xdecref(e, package);
    decref(e, module);
    return ok ? module : NULL;
}

Obj *import_builtins(Engine *e) {
    const NativeModule *native = find_native(e, N(e, builtins));
    if (!native) return e->none;
    Obj *module = make_module(e, N(e, builtins));
    return module && native->init(e, module) ? module : NULL;
}

/* Slots: name. Runs one module's code; the result is the module. */
static Res load_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    Str *name = STR(f->slot[0]);
    Obj *module = make_module(e, name), *code = dict_get_str(e->module_codes, name);
    if (!module) return R_ERR;
    slot_set(e, f, 1, module);
    const NativeModule *native = find_native(e, name);
    if (native && !native->init(e, module)) return R_ERR;
    if (code) {
        PFrame *frame = pframe_new(e, CODE(code), MODULE(module)->dict, NULL);
        if (!frame) return R_ERR;
        STEP_TRY(1, vm_push(e, FRAME(frame)) ? R_PUSH : R_ERR);
        if (f->in_res == R_ERR) {
            dict_del_str(e, e->vm->modules, STR(f->slot[0]));
            return R_ERR;
        }
    }
    if (!bind_to_parent(e, STR(f->slot[0]), f->slot[1])) return R_ERR;
    *out = incref(f->slot[1]);
    return R_OK;
    STEPS_END;
}

static const NativeDef load_def = {"load", NULL, NULL, load_step, 2, NATIVE_CATCHES, NULL};

static Res load_module(Engine *e, Str *name, Obj **out) {
    Obj *module = dict_get_str(e->vm->modules, name);
    if (module) {
        *out = incref(module);
        return R_OK;
    }
    if (!find_native(e, name) && !dict_get_str(e->module_codes, name)) {
        const char *dot = strrchr(name->text, '.');
        if (!dot) return fail_not_found(e, name, "");
        Str *parent = str_new(e, name->text, (size_t)(dot - name->text));
        if (!parent) return R_ERR;
        Str *why = is_package(e, parent) ? (Str *)incref(e->empty_str)
                                         : str_format(e, "; '%s' is not a package", parent->text);
        decref(e, parent);
        if (!why) return R_ERR;
        fail_not_found(e, name, why->text);
        decref(e, why);
        return R_ERR;
    }
    return native_push(e, &load_def, (Obj *[]){OBJ(name)}, 1);
}

/* The first `count` components of a dotted name; owned. */
static Str *name_prefix(Engine *e, const Str *name, int64_t count) {
    size_t end = 0;
    for (; end < name->size; end++) {
        if (name->text[end] == '.' && --count == 0) break;
    }
    return str_new(e, name->text, end);
}

static int64_t component_count(const Str *name) {
    int64_t count = 1;
    for (const char *p = name->text; *p; p++) count += *p == '.';
    return count;
}

/* Slots: full dotted name, whether the last (True) or the first component is the result, the
 * component in hand. number[0] = components loaded. */
static Res import_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    for (f->number[0] = 1; f->number[0] <= component_count(STR(f->slot[0])); f->number[0]++) {
        set_ref(e, f->slot[2], OBJ(name_prefix(e, STR(f->slot[0]), f->number[0])));
        if (!f->slot[2]) return R_ERR;
        STEP(1, load_module(e, STR(f->slot[2]), STEP_OUT));
        if (f->number[0] == 1 && f->slot[1] != e->true_) slot_set(e, f, 3, f->in);
    }
    *out = f->slot[3] ? incref(f->slot[3]) : in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef import_def = {"import", NULL, NULL, import_step, 4, 0, NULL};

/* The absolute name of a relative import; owned. */
static Str *resolve_relative(Engine *e, Str *name, int64_t level) {
    PFrame *frame = vm_current_frame(e);
    Obj *package = frame ? dict_get_str(frame->globals, N(e, __package__)) : NULL;
    if (!package || !HAS_LAYOUT(package, STR) || STR(package)->size == 0) {
        return err_null(e, T_ImportError, "attempted relative import with no known parent package");
    }
    size_t size = STR(package)->size;
    while (--level > 0) {
        while (size > 0 && STR(package)->text[size] != '.') size--;
        if (size == 0) {
            return err_null(e, T_ImportError, "attempted relative import beyond top-level package");
        }
    }
    return str_format(e, "%.*s%s%s", (int)size, STR(package)->text, name->size ? "." : "",
                      name->text);
}

Res import_name(Engine *e, Str *name, Obj *level, Obj *fromlist, Obj **out) {
    int64_t up = int_value(level);
    Str *full = up > 0 ? resolve_relative(e, name, up) : (Str *)incref(name);
    if (!full) return R_ERR;
    bool last = fromlist != e->none && TUPLE(fromlist)->size > 0;
    Obj *loaded = dict_get_str(e->vm->modules, full);
    Res res = R_OK;
    if (loaded && (last || !strchr(full->text, '.'))) {
        *out = incref(loaded);
    } else {
        res = native_push(e, &import_def, (Obj *[]){OBJ(full), obj_bool(e, last)}, 2);
    }
    decref(e, full);
    return res;
}

Res import_from(Engine *e, Obj *module, Str *name, Obj **out) {
    Obj *value = dict_get_str(MODULE(module)->dict, name);
    const Str *module_name = MODULE(module)->name;
    if (value) {
        *out = incref(value);
        return R_OK;
    }
    Str *full = str_format(e, "%s.%s", module_name->text, name->text);
    if (!full) return R_ERR;
    bool known = dict_get_str(e->module_codes, full) || find_native(e, full);
    Res res = known ? load_module(e, full, out) : R_ERR;
    decref(e, full);
    if (known) return res;
    Obj *file = dict_get_str(MODULE(module)->dict, N(e, __file__));
    err_res(e, T_ImportError, "cannot import name '%s' from '%s' (%s)", name->text,
            module_name->text,
            file && HAS_LAYOUT(file, STR) ? STR(file)->text : "unknown location");
    if (!err_matches(e, T_ImportError)) return R_ERR; /* there was no memory for it */
    Exc *exc = EXC(err_get(e));
    set_ref(e, exc->extra[0], incref(module_name));
    set_ref(e, exc->extra[1], xincref(file));
    set_ref(e, exc->extra[2], incref(name));
    return R_ERR;
}

static Res import_name_op(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = NULL;
    Res res = import_name(e, f->code->names[n], PEEK(f, 2), PEEK(f, 1), &out);
    return interp_result(e, f, 2, res, out);
}

static Res import_from_op(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = NULL;
    Res res = import_from(e, PEEK(f, 1), f->code->names[n], &out);
    return interp_result(e, f, 0, res, out);
}

/* __all__ if there is one, else every name without a leading underscore. */
static Res import_star(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Dict *from = MODULE(PEEK(f, 1))->dict, *into = f->locals ? DICT(f->locals) : f->globals;
    Obj *all = dict_get_str(from, N(e, __all__)), *key, *value;
    bool ok = true;
    for (uint32_t i = 0; ok && !all && dict_next(from, &i, &key, &value);) {
        if (HAS_LAYOUT(key, STR) && STR(key)->text[0] != '_') ok = dict_set(e, into, key, value);
    }
    bool listed = all && (HAS_LAYOUT(all, TUPLE) || HAS_LAYOUT(all, LIST));
    SeqView names = listed ? seq_view(all) : (SeqView){NULL, 0};
    for (size_t i = 0; ok && i < names.size; i++) {
        value = HAS_LAYOUT(names.items[i], STR) ? dict_get_str(from, STR(names.items[i])) : NULL;
        ok = !value || dict_set(e, into, names.items[i], value);
    }
    interp_drop(e, f, 1);
    return ok ? R_OK : R_ERR;
}

const OpEntry interp_import_ops[] = {
    {OPCODE_IMPORT_NAME, import_name_op},
    {OPCODE_IMPORT_FROM, import_from_op},
    {OPCODE_IMPORT_STAR, import_star},
    {0, NULL},
};
