#include "api/modules.h"

#include <stdio.h>
#include <string.h>

#include "api/engine_api.h"
#include "compile/compile.h"
#include "compile/opcodes.h"
#include "lib/embedded.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"

enum { NAME_MAX_SIZE = 128 };

/* The importing code's package ("asyncio" inside asyncio.tasks), for relative imports. */
typedef struct {
    char text[NAME_MAX_SIZE];
} Package;

static bool scan_code(Engine *e, const Code *code, const Package *package);

/* One of those that came with the program, or of the library's own. */
typedef struct {
    const CsModule *given;
    const EmbeddedModule *own;
} Source;

static const CsModule *find_given(Engine *e, const char *name) {
    for (size_t i = 0; i < API(e)->module_count; i++) {
        if (strcmp(API(e)->modules[i].name, name) == 0) return &API(e)->modules[i];
    }
    return NULL;
}

static const EmbeddedModule *find_own(const char *name) {
    size_t low = 0, high = embedded_module_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(embedded_modules[middle].name, name);
        if (order == 0) return &embedded_modules[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Those that came with the program go before the library's own. */
static bool find_module(Engine *e, const char *name, Source *found) {
    found->given = find_given(e, name);
    found->own = found->given ? NULL : find_own(name);
    return found->given || found->own;
}

static Package package_of(const char *name, bool is_package) {
    Package p = {{0}};
    const char *dot = strrchr(name, '.');
    size_t size = is_package ? strlen(name) : dot ? (size_t)(dot - name) : 0;
    memcpy(p.text, name, size < NAME_MAX_SIZE ? size : 0);
    return p;
}

/* "asyncio.tasks" is shown as asyncio/tasks.py, a package as asyncio/__init__.py. */
static void file_name(const char *name, bool is_package, char out[NAME_MAX_SIZE]) {
    snprintf(out, NAME_MAX_SIZE, "%s%s", name, is_package ? "/__init__.py" : ".py");
    for (char *p = out; *p && p < out + strlen(name); p++) {
        if (*p == '.') *p = '/';
    }
}

/* A mistake in a module that came with the program is told to the caller. */
static Code *compile_given(Engine *e, const CsModule *m, const char *file) {
    Diag d = {0}, *to = API(e)->module_diag;
    Code *code = compile_text(e, m->text, m->length, file, m->library ? CODE_LIBRARY : 0, &d);
    if (!code && d.kind != DIAG_LIMIT) {
        diag_set(to, d.kind, d.line, d.column, d.end_line, d.end_column, "%s:%d: %.160s", file,
                 d.line, d.text);
        diag_hint(to, "%s", d.hint);
    }
    return code;
}

static Code *unpack_own(Engine *e, const EmbeddedModule *m, const char *file) {
    if (!e->packed_texts) e->packed_texts = code_unpack_texts(e, &embedded_texts);
    Str *name = e->packed_texts ? str_from(e, file) : NULL;
    if (!name) return NULL;
    return code_unpack(e, &embedded_texts, e->packed_texts, m->code, m->size, name);
}

static bool load_one(Engine *e, Str *name, const Source *m) {
    bool is_package = m->own ? m->own->package : m->given->package;
    char file[NAME_MAX_SIZE];
    file_name(name->text, is_package, file);
    Code *code = m->own ? unpack_own(e, m->own, file) : compile_given(e, m->given, file);
    if (!code || !dict_set_str(e, e->module_codes, name, OBJ(code))) return false;
    Package package = package_of(name->text, is_package);
    return scan_code(e, code, &package);
}

/* Loads a module and the packages around it, unless that was done. */
static bool need_module(Engine *e, const char *name) {
    for (const char *dot = strchr(name, '.');; dot = strchr(dot + 1, '.')) {
        char part[NAME_MAX_SIZE];
        size_t size = dot ? (size_t)(dot - name) : strlen(name);
        if (size >= NAME_MAX_SIZE) return true;
        memcpy(part, name, size);
        part[size] = 0;
        Source m;
        Str *key = str_from(e, part);
        if (!key) return false;
        bool known = dict_get_str(e->module_codes, key) || !find_module(e, part, &m);
        if (!known && !load_one(e, key, &m)) return false;
        if (!dot) return true;
    }
}

/* The absolute name of an import: `level` dots mean the package and those around it. */
static void absolute_name(const Package *package, int64_t level, const Str *name,
                          char out[NAME_MAX_SIZE]) {
    if (level == 0) {
        snprintf(out, NAME_MAX_SIZE, "%s", name->text);
        return;
    }
    Package base = *package;
    for (; level > 1; level--) {
        char *dot = strrchr(base.text, '.');
        *(dot ? dot : base.text) = 0;
    }
    size_t used = strlen(base.text);
    memcpy(out, base.text, used + 1);
    if (name->size && used + 1 + name->size < NAME_MAX_SIZE) {
        snprintf(out + used, NAME_MAX_SIZE - used, "%s%s", used ? "." : "", name->text);
    }
}

static bool need_import(Engine *e, const Package *package, int64_t level, const Str *name,
                        Obj *fromlist) {
    char full[NAME_MAX_SIZE];
    absolute_name(package, level, name, full);
    if (!need_module(e, full)) return false;
    if (!HAS_LAYOUT(fromlist, TUPLE)) return true;
    for (uint32_t i = 0; i < TUPLE(fromlist)->size; i++) {
        char inner[NAME_MAX_SIZE * 2];
        snprintf(inner, sizeof inner, "%s.%s", full, STR(TUPLE(fromlist)->items[i])->text);
        Source m;
        if (find_module(e, inner, &m) && !need_module(e, inner)) return false;
    }
    return true;
}

/* object.__reduce__() is the work of copyreg. */
static bool need_reduction(Engine *e, const Code *code) {
    if (code->flags & CODE_LIBRARY) return true;
    for (uint32_t i = 0; i < code->name_count; i++) {
        const Str *name = code->names[i];
        bool asked = str_equal_text(name, "__reduce__") || str_equal_text(name, "__reduce_ex__");
        if (asked) return need_module(e, "copyreg");
    }
    return true;
}

/* Imports are LOAD_CONST level, LOAD_CONST names, IMPORT_NAME. */
static bool scan_code(Engine *e, const Code *code, const Package *package) {
    if (!need_reduction(e, code)) return false;
    for (uint32_t i = 2; i < code->instr_count; i++) {
        if (INSTR_OP(code->instrs[i]) != OPCODE_IMPORT_NAME) continue;
        Obj *level = code->consts[INSTR_ARG(code->instrs[i - 2])];
        Obj *names = code->consts[INSTR_ARG(code->instrs[i - 1])];
        const Str *name = code->names[INSTR_ARG(code->instrs[i])];
        if (!need_import(e, package, int_value(level), name, names)) return false;
    }
    for (uint32_t i = 0; i < code->const_count; i++) {
        if (HAS_LAYOUT(code->consts[i], CODE) && !scan_code(e, CODE(code->consts[i]), package)) {
            return false;
        }
    }
    return true;
}

bool modules_load_for(Engine *e, Code *program) {
    if (!e->module_codes && !(e->module_codes = dict_new(e))) return false;
    Package none = {{0}};
    return scan_code(e, program, &none);
}

bool modules_load(Engine *e, const char *name) {
    return need_module(e, name);
}
