#include "compile/compile_parts.h"

#include <string.h>

#include "object/str.h"

static Str *part(Unit *u, const char *start, size_t size) {
    return (Str *)const_str(u->c, start, size);
}

/* The first part of a dotted name, as a name of the program. */
static const AstIdent *first_part(Unit *u, const AstIdent *dotted) {
    const char *dot = strchr(dotted->text, '.');
    if (!dot) return dotted;
    const AstIdent *first =
        ast_intern(u->host->identifiers, dotted->text, (size_t)(dot - dotted->text));
    if (!first) compiler_out_of_memory(u->c);
    return first;
}

/* module -> its submodule that `import a.b.c as m` names: found through the packages. */
static void walk_to_submodule(Unit *u, const char *dotted, Position position) {
    const char *dot = strchr(dotted, '.');
    while (dot) {
        const char *next = strchr(dot + 1, '.');
        size_t size = next ? (size_t)(next - dot - 1) : strlen(dot + 1);
        unit_emit_name(u, OPCODE_IMPORT_FROM, part(u, dot + 1, size), position);
        EMIT(u, SWAP, 2, position);
        EMIT0(u, POP, position);
        dot = next;
    }
}

static void import_one(Unit *u, const AstAlias *alias, Position position) {
    unit_load_const(u, const_int(u->c, 0), position);
    unit_load_none(u, position);
    unit_emit_name(u, OPCODE_IMPORT_NAME, unit_ident(u, alias->name), position);
    if (alias->asname) {
        walk_to_submodule(u, alias->name->text, position);
        compile_name(u, alias->asname, AST_STORE, position);
    } else {
        const AstIdent *first = first_part(u, alias->name);
        if (first) compile_name(u, first, AST_STORE, position);
    }
}

void compile_import(Unit *u, const AstNode *n) {
    for (int i = 0; i < n->import.names.count; i++) {
        import_one(u, &n->import.names.items[i]->alias, unit_position(n));
    }
}

static void push_from_list(Unit *u, const AstList *names, Position position) {
    Obj **items = unit_alloc(u, (size_t)names->count * sizeof *items);
    if (!items) return;
    for (int i = 0; i < names->count; i++) {
        items[i] = OBJ(unit_ident(u, names->items[i]->alias.name));
    }
    unit_load_const(u, const_tuple(u->c, items, (size_t)names->count), position);
}

void compile_import_from(Unit *u, const AstNode *n) {
    const AstImport *import = &n->import;
    Position position = unit_position(n);
    Str *module = import->module ? unit_ident(u, import->module) : part(u, "", 0);
    unit_load_const(u, const_int(u->c, import->level), position);
    push_from_list(u, &import->names, position);
    unit_emit_name(u, OPCODE_IMPORT_NAME, module, position);
    const AstAlias *first = &import->names.items[0]->alias;
    if (import->names.count == 1 && strcmp(first->name->text, "*") == 0) {
        EMIT0(u, IMPORT_STAR, position);
        return;
    }
    for (int i = 0; i < import->names.count; i++) {
        const AstAlias *alias = &import->names.items[i]->alias;
        unit_emit_name(u, OPCODE_IMPORT_FROM, unit_ident(u, alias->name), position);
        compile_name(u, alias->asname ? alias->asname : alias->name, AST_STORE, position);
    }
    EMIT0(u, POP, position);
}
