#include "api/modules.h"

#include <stdio.h>
#include <string.h>

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

static const EmbeddedModule *find_embedded(const char *name) {
    for (size_t i = 0; i < embedded_module_count; i++) {
        if (strcmp(embedded_modules[i].name, name) == 0) return &embedded_modules[i];
    }
    return NULL;
}

static Package package_of(const EmbeddedModule *m) {
    Package p = {{0}};
    const char *dot = strrchr(m->name, '.');
    size_t size = m->package ? strlen(m->name) : dot ? (size_t)(dot - m->name) : 0;
    memcpy(p.text, m->name, size < NAME_MAX_SIZE ? size : 0);
    return p;
}

/* "asyncio.tasks" is shown as asyncio/tasks.py, a package as asyncio/__init__.py. */
static void file_name(const EmbeddedModule *m, char out[NAME_MAX_SIZE]) {
    snprintf(out, NAME_MAX_SIZE, "%s%s", m->name, m->package ? "/__init__.py" : ".py");
    for (char *p = out; *p && p < out + strlen(m->name); p++) {
        if (*p == '.') *p = '/';
    }
}

static bool compile_one(Engine *e, const EmbeddedModule *m) {
    char file[NAME_MAX_SIZE];
    file_name(m, file);
    Diag d = {0};
    Code *code = compile_text(e, m->text, m->length, file, CODE_LIBRARY, &d);
    if (!code) {
        fprintf(stderr, "%s:%d: %s\n", file, d.line, d.text);
        ASSERT(d.kind == DIAG_LIMIT, "the engine's own modules are compiled without mistakes");
        return false;
    }
    Str *name = str_from(e, m->name);
    if (!name || !dict_set_str(e, e->module_codes, name, OBJ(code))) return false;
    Package package = package_of(m);
    return scan_code(e, code, &package);
}

/* Compiles a module and the packages around it, unless that was done. */
static bool need_module(Engine *e, const char *name) {
    for (const char *dot = strchr(name, '.');; dot = strchr(dot + 1, '.')) {
        char part[NAME_MAX_SIZE];
        size_t size = dot ? (size_t)(dot - name) : strlen(name);
        if (size >= NAME_MAX_SIZE) return true;
        memcpy(part, name, size);
        part[size] = 0;
        const EmbeddedModule *m = find_embedded(part);
        Str *key = str_from(e, part);
        if (!key) return false;
        if (m && !dict_get_str(e->module_codes, key) && !compile_one(e, m)) return false;
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
        if (find_embedded(inner) && !need_module(e, inner)) return false;
    }
    return true;
}

/* Imports are LOAD_CONST level, LOAD_CONST names, IMPORT_NAME. */
static bool scan_code(Engine *e, const Code *code, const Package *package) {
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

bool modules_compile_for(Engine *e, Code *program) {
    if (!e->module_codes && !(e->module_codes = dict_new(e))) return false;
    Package none = {{0}};
    return scan_code(e, program, &none);
}
