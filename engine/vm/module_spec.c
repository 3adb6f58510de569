#include "vm/module_spec.h"

#include <string.h>

#include "object/error.h"
#include "object/list.h"
#include "object/str.h"
#include "vm/ops.h"

typedef struct {
    Obj h;
    Str *name, *path;
} Loader;

typedef struct {
    Obj h;
    Str *name, *origin; /* origin NULL: None */
    Obj *loader, *places;
    bool has_location;
} Spec;

#define LOADER(o) ((Loader *)(o))
#define SPEC(o)   ((Spec *)(o))

typedef enum { SOURCE, BUILTIN, FROZEN, EXTENSION } Kind;

/* Modules that CPython 3.13 does not read from the file that the engine has. */
static const struct {
    const char *name;
    Kind kind;
    const char *file; /* NULL: as the engine */
} kinds[] = {
    {"_asyncio", EXTENSION, NULL},
    {"_collections_abc", FROZEN, NULL},
    {"_contextvars", EXTENSION, NULL},
    {"_hashlib", EXTENSION, NULL},
    {"_queue", EXTENSION, NULL},
    {"_signal", BUILTIN, NULL},
    {"_thread", BUILTIN, NULL},
    {"abc", FROZEN, NULL},
    {"argparse", SOURCE, "argparse.py"},
    {"atexit", BUILTIN, NULL},
    {"binascii", EXTENSION, NULL},
    {"builtins", BUILTIN, NULL},
    {"cmath", EXTENSION, NULL},
    {"collections.abc", FROZEN, "_collections_abc.py"},
    {"decimal", SOURCE, "decimal.py"},
    {"gc", BUILTIN, NULL},
    {"io", FROZEN, NULL},
    {"itertools", BUILTIN, NULL},
    {"math", EXTENSION, NULL},
    {"os", FROZEN, "os.py"},
    {"os.path", FROZEN, "posixpath.py"},
    {"sys", BUILTIN, NULL},
    {"time", BUILTIN, NULL},
};

/* The file that CPython has instead; NULL: the same. */
static const char *kind_of(const Str *name, Kind *kind) {
    *kind = SOURCE;
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (!str_equal_text(name, kinds[i].name)) continue;
        *kind = kinds[i].kind;
        return kinds[i].file;
    }
    return NULL;
}

/* ---- Loaders ------------------------------------------------------------------------------- */

static Obj *loader_new(Engine *e, Type *type, Str *name, Str *path) {
    Obj *o = obj_new(e, type, sizeof(Loader));
    if (!o) return NULL;
    LOADER(o)->name = (Str *)incref(name);
    LOADER(o)->path = (Str *)incref(path);
    return o;
}

static void loader_release(Engine *e, Obj *o) {
    clear_ref(e, LOADER(o)->name);
    clear_ref(e, LOADER(o)->path);
}

static Obj *loader_name(Engine *e, Obj *o) {
    (void)e;
    return incref(LOADER(o)->name);
}

static Obj *loader_path(Engine *e, Obj *o) {
    (void)e;
    return incref(LOADER(o)->path);
}

Obj *module_spec_script_loader(Engine *e, Str *path) {
    return loader_new(e, TYPE(e, SourceFileLoader), N(e, __main__), path);
}

/* Owned; the modules of the interpreter itself are loaded by a class. */
static Obj *loader_for(Engine *e, Kind kind, Str *name, Str *path) {
    if (kind == BUILTIN) return incref(TYPE(e, BuiltinImporter));
    if (kind == FROZEN) return incref(TYPE(e, FrozenImporter));
    Type *type = kind == SOURCE ? TYPE(e, SourceFileLoader) : TYPE(e, ExtensionFileLoader);
    return loader_new(e, type, name, path);
}

/* ---- Specs --------------------------------------------------------------------------------- */

static void spec_release(Engine *e, Obj *o) {
    clear_ref(e, SPEC(o)->name);
    clear_ref(e, SPEC(o)->origin);
    clear_ref(e, SPEC(o)->loader);
    clear_ref(e, SPEC(o)->places);
}

static Obj *get_name(Engine *e, Obj *o) {
    (void)e;
    return incref(SPEC(o)->name);
}

static Obj *get_origin(Engine *e, Obj *o) {
    return incref(SPEC(o)->origin ? OBJ(SPEC(o)->origin) : e->none);
}

static Obj *get_loader(Engine *e, Obj *o) {
    (void)e;
    return incref(SPEC(o)->loader);
}

static Obj *get_places(Engine *e, Obj *o) {
    (void)e;
    return incref(SPEC(o)->places);
}

static Obj *get_has_location(Engine *e, Obj *o) {
    return obj_bool(e, SPEC(o)->has_location);
}

static Obj *get_none(Engine *e, Obj *o) {
    (void)o;
    return e->none;
}

static Obj *get_parent(Engine *e, Obj *o) {
    const Spec *s = SPEC(o);
    if (s->places != e->none) return incref(s->name);
    const char *dot = strrchr(s->name->text, '.');
    return OBJ(str_new(e, s->name->text, dot ? (size_t)(dot - s->name->text) : 0));
}

/* Owned: where CPython keeps the bytecode of a file of Python; None for others. */
static Obj *cached_name(Engine *e, const Str *path) {
    const char *slash = strrchr(path->text, '/');
    const char *last = slash ? slash + 1 : path->text, *dot = strrchr(last, '.');
    if (!dot || strcmp(dot, ".py") != 0) return e->none;
    return OBJ(str_format(e, "%.*s__pycache__/%.*s.cpython-313.pyc", (int)(last - path->text),
                          path->text, (int)(dot - last), last));
}

static Obj *get_cached(Engine *e, Obj *o) {
    return SPEC(o)->has_location ? cached_name(e, SPEC(o)->origin) : e->none;
}

static Obj *spec_repr(Engine *e, Obj *o) {
    const Spec *s = SPEC(o);
    Str *loader = obj_repr(e, s->loader), *places = obj_repr(e, s->places);
    Str *origin = s->origin ? obj_repr(e, OBJ(s->origin)) : NULL;
    Str *text = NULL;
    if (loader && places && (origin || !s->origin)) {
        text = str_format(e, "ModuleSpec(name='%s', loader=%s%s%s%s%s)", s->name->text,
                          loader->text, origin ? ", origin=" : "", origin ? origin->text : "",
                          s->places != e->none ? ", submodule_search_locations=" : "",
                          s->places != e->none ? places->text : "");
    }
    xdecref(e, loader);
    xdecref(e, places);
    xdecref(e, origin);
    return OBJ(text);
}

/* Owned: the folder of a package, in a list; None for other modules. */
static Obj *places_of(Engine *e, const Str *path, bool is_package) {
    const char *slash = path && is_package ? strrchr(path->text, '/') : NULL;
    if (!slash) return e->none;
    Str *folder = str_new(e, path->text, (size_t)(slash - path->text));
    Obj *places = folder ? OBJ(list_new(e, 0)) : NULL;
    if (places && !list_append(e, LIST(places), OBJ(folder))) clear_ref(e, places);
    xdecref(e, folder);
    return places;
}

static Obj *spec_new(Engine *e, Str *name, Str *origin, Obj *loader, Obj *places) {
    Obj *o = obj_new(e, TYPE(e, ModuleSpec), sizeof(Spec));
    if (!o) return NULL;
    SPEC(o)->name = (Str *)incref(name);
    SPEC(o)->origin = (Str *)xincref(origin);
    SPEC(o)->loader = incref(loader);
    SPEC(o)->places = incref(places);
    return o;
}

/* ---- Modules ------------------------------------------------------------------------------- */

static bool add(Engine *e, Module *module, const char *name, Obj *value) {
    Str *key = value ? str_from(e, name) : NULL;
    bool ok = key && dict_set_str(e, module->dict, key, value);
    xdecref(e, key);
    return ok;
}

/* Owned; NULL for a module without a file, and on an error. */
static Str *file_of(Engine *e, Kind kind, const Str *name, const char *file, Str *path) {
    if (kind == BUILTIN) return NULL;
    if (file) return str_from(e, file);
    if (kind == EXTENSION) {
        return str_format(e, "lib-dynload/%s.cpython-313-x86_64-linux-gnu.so", name->text);
    }
    return path ? (Str *)incref(path) : str_format(e, "%s.py", name->text);
}

static bool add_file(Engine *e, Module *module, Str *file) {
    Obj *cached = cached_name(e, file);
    bool ok = cached && add(e, module, "__file__", OBJ(file)) &&
              (cached == e->none || add(e, module, "__cached__", cached));
    xdecref(e, cached);
    return ok;
}

static Str *origin_of(Engine *e, Kind kind, Str *file) {
    if (kind == BUILTIN) return str_from(e, "built-in");
    return kind == FROZEN ? str_from(e, "frozen") : (Str *)incref(file);
}

bool module_spec_set(Engine *e, Module *module, Str *path, bool is_package) {
    Kind kind;
    const char *other = kind_of(module->name, &kind);
    Str *file = file_of(e, kind, module->name, other, path);
    if (!file && kind != BUILTIN) return false;
    Str *origin = origin_of(e, kind, file);
    Obj *loader = origin ? loader_for(e, kind, module->name, file) : NULL;
    Obj *places = loader ? places_of(e, file, is_package && !other) : NULL;
    Obj *spec = places ? spec_new(e, module->name, origin, loader, places) : NULL;
    if (spec) SPEC(spec)->has_location = kind == SOURCE || kind == EXTENSION;
    bool ok = spec && add(e, module, "__loader__", loader) && add(e, module, "__spec__", spec) &&
              (places == e->none || add(e, module, "__path__", places)) &&
              (!file || add_file(e, module, file));
    xdecref(e, file);
    xdecref(e, origin);
    xdecref(e, loader);
    xdecref(e, places);
    xdecref(e, spec);
    return ok;
}

/* ---- Types --------------------------------------------------------------------------------- */

static const GetSetDef loader_getset[] = {
    {"name", loader_name, NULL}, {"path", loader_path, NULL}, {0}};

static const GetSetDef spec_getset[] = {{"name", get_name, NULL},
                                        {"loader", get_loader, NULL},
                                        {"origin", get_origin, NULL},
                                        {"submodule_search_locations", get_places, NULL},
                                        {"loader_state", get_none, NULL},
                                        {"parent", get_parent, NULL},
                                        {"cached", get_cached, NULL},
                                        {"has_location", get_has_location, NULL},
                                        {0}};

const TypeSpec source_file_loader_spec = {.name = "SourceFileLoader",
                                          .module = "_frozen_importlib_external",
                                          .base = T_object,
                                          .layout = LAYOUT_OTHER,
                                          .size = sizeof(Loader),
                                          .flags = TYPE_NO_NEW,
                                          .slots = {.release = loader_release},
                                          .getset = loader_getset};

const TypeSpec extension_file_loader_spec = {.name = "ExtensionFileLoader",
                                             .module = "_frozen_importlib_external",
                                             .base = T_object,
                                             .layout = LAYOUT_OTHER,
                                             .size = sizeof(Loader),
                                             .flags = TYPE_NO_NEW,
                                             .slots = {.release = loader_release},
                                             .getset = loader_getset};

const TypeSpec builtin_importer_spec = {.name = "BuiltinImporter",
                                        .module = "_frozen_importlib",
                                        .base = T_object,
                                        .layout = LAYOUT_OTHER,
                                        .size = sizeof(Obj),
                                        .flags = TYPE_NO_NEW};

const TypeSpec frozen_importer_spec = {.name = "FrozenImporter",
                                       .module = "_frozen_importlib",
                                       .base = T_object,
                                       .layout = LAYOUT_OTHER,
                                       .size = sizeof(Obj),
                                       .flags = TYPE_NO_NEW};

const TypeSpec module_spec_spec = {.name = "ModuleSpec",
                                   .module = "_frozen_importlib",
                                   .base = T_object,
                                   .layout = LAYOUT_OTHER,
                                   .size = sizeof(Spec),
                                   .flags = TYPE_NO_NEW,
                                   .slots = {.release = spec_release, .repr = spec_repr},
                                   .getset = spec_getset};
