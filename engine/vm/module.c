#include "object/module.h"

#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/attr.h"
#include "vm/instance.h"
#include "vm/ops.h"

static Obj *make(Engine *e, Type *type, Str *name, Obj *doc) {
    Module *m = (Module *)obj_new(e, type, sizeof(Module));
    if (!m) return NULL;
    m->name = (Str *)incref(name);
    m->dict = dict_new(e);
    if (m->dict && dict_set_str(e, m->dict, N(e, __name__), OBJ(name)) &&
        dict_set_str(e, m->dict, N(e, __doc__), doc) &&
        dict_set_str(e, m->dict, N(e, __package__), e->none)) {
        return OBJ(m);
    }
    decref(e, m);
    return NULL;
}

Obj *module_new(Engine *e, Str *name) {
    return make(e, TYPE(e, module), name, e->none);
}

static bool set_name(Engine *e, Dict *names, const char *name, Obj *value) {
    Str *key = str_from(e, name);
    bool ok = key && dict_set_str(e, names, key, value);
    xdecref(e, key);
    return ok;
}

/* A program that makes a module has an empty one that no loader stands for. */
static Res module_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                            Obj **out) {
    if ((kwnames && kwnames->size) || nargs < 1 || nargs > 2 || !HAS_LAYOUT(args[0], STR)) {
        return err_res(e, T_TypeError, "module() takes a name and optionally a docstring");
    }
    *out = make(e, type, STR(args[0]), nargs == 2 ? args[1] : e->none);
    if (!*out) return R_ERR;
    Dict *names = MODULE(*out)->dict;
    if (set_name(e, names, "__loader__", e->none) && set_name(e, names, "__spec__", e->none)) {
        return R_OK;
    }
    clear_ref(e, *out);
    return R_ERR;
}

static void module_release(Engine *e, Obj *o) {
    clear_ref(e, MODULE(o)->dict);
    clear_ref(e, MODULE(o)->name);
}

/* Borrowed: what the module says its name is. */
static const Str *name_of(Engine *e, const Module *m) {
    Obj *name = dict_get_str(m->dict, N(e, __name__));
    return name && HAS_LAYOUT(name, STR) ? STR(name) : m->name;
}

/* By a program, not by an import. */
static bool is_made(Engine *e, const Module *m) {
    Str *key = str_from(e, "__loader__");
    bool made = key && dict_get_str(m->dict, key) == e->none;
    xdecref(e, key);
    return made;
}

static Obj *module_repr(Engine *e, Obj *o) {
    const Module *m = MODULE(o);
    Obj *file = dict_get_str(m->dict, N(e, __file__));
    if (file && HAS_LAYOUT(file, STR)) {
        return OBJ(str_format(e, "<module '%s' from '%s'>", name_of(e, m)->text, STR(file)->text));
    }
    const char *origin = is_made(e, m) ? "" : " (built-in)";
    return OBJ(str_format(e, "<module '%s'%s>", name_of(e, m)->text, origin));
}

static Res module_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    Res res = attr_try(e, o, name, out);
    if (res != R_NOTIMPL) return res;
    const Module *m = MODULE(o);
    Obj *hook = dict_get_str(m->dict, N(e, __getattr__));
    if (hook) return op_call1(e, hook, OBJ(name), out);
    Str *text = str_format(e, "module '%s' has no attribute '%s'", name_of(e, m)->text, name->text);
    if (text) err_attribute_text(e, o, name, text);
    xdecref(e, text);
    return R_ERR;
}

static Obj *module_dir(Engine *e, Obj *const *a) {
    return object_names(e, MODULE(a[0])->dict, NULL);
}

static const NativeDef module_methods[] = {{"__dir__", "self, /", .fn = module_dir}, {0}};

const TypeSpec module_spec = {
    .name = "module",
    .layout = LAYOUT_MODULE,
    .size = sizeof(Module),
    .flags = TYPE_BASE | TYPE_HAS_DICT,
    .dict_offset = offsetof(Module, dict),
    .slots = {.release = module_release,
              .repr = module_repr,
              .getattr = module_getattr,
              .construct = module_construct},
    .methods = module_methods,
};
