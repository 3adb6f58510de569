#include "compile/compile_parts.h"

#include <string.h>

#include "object/str.h"

/* ---- the body ---- */

static void store_const(Unit *u, Str *name, Obj *value, Position position) {
    unit_load_const(u, value, position);
    unit_emit_name(u, OPCODE_STORE_NAME, name, position);
}

static Str *text(Unit *u, const char *s) {
    return (Str *)const_text(u->c, s);
}

static void class_begin(Unit *u, const AstClassDef *c, Position position) {
    Engine *e = u->c->e;
    unit_emit_name(u, OPCODE_LOAD_NAME, N(e, __name__), position);
    unit_emit_name(u, OPCODE_STORE_NAME, N(e, __module__), position);
    store_const(u, N(e, __qualname__), OBJ(u->qualname), position);
    store_const(u, text(u, "__firstlineno__"), const_int(u->c, u->first_line), position);
    if (compile_has_annotations(&c->body)) EMIT0(u, SETUP_ANNOTATIONS, position);
    u->doc = compile_docstring(u, &c->body);
    if (!u->doc) return;
    compile_line(u, c->body.items[0]);
    store_const(u, N(e, __doc__), OBJ(u->doc), unit_position(c->body.items[0]));
}

static bool comes_before(const Obj *a, const Obj *b) {
    return strcmp(((const Str *)a)->text, ((const Str *)b)->text) < 0;
}

/* CPython gives them in no fixed order; here they are sorted, each once. */
static Obj *static_attributes(Unit *u) {
    Obj **items = u->attributes;
    uint32_t count = 0;
    for (uint32_t i = 0; i < u->attribute_count; i++) {
        Obj *item = items[i];
        uint32_t at = count;
        while (at > 0 && comes_before(item, items[at - 1])) at--;
        if (at > 0 && items[at - 1] == item) continue;
        memmove(items + at + 1, items + at, (count - at) * sizeof *items);
        items[at] = item;
        count++;
    }
    return const_tuple(u->c, items, count);
}

/* The cell that super() and __class__ in methods refer to goes to type.__new__. */
static void return_class_cell(Unit *u, Position position) {
    const AstIdent *name = ast_intern(u->host->identifiers, "__class__", 9);
    if (!name) {
        compiler_out_of_memory(u->c);
        return;
    }
    EMIT(u, LOAD_CLOSURE, unit_slot(u, u->host, name), position);
    EMIT(u, COPY, 1, position);
    unit_emit_name(u, OPCODE_STORE_NAME, N(u->c->e, __classcell__), position);
    EMIT0(u, RETURN, position);
}

static Code *class_code(Unit *u, const AstClassDef *c) {
    if (!u) return NULL;
    Position position = {u->first_line, u->first_line, 0, 0};
    class_begin(u, c, position);
    compile_body_after_doc(u, &c->body);
    store_const(u, text(u, "__static_attributes__"), static_attributes(u), position);
    if (!u->host->needs_class_cell) return compile_leave(u);
    return_class_cell(u, position);
    return unit_finish(u);
}

/* ---- the statement ---- */

/* -> class */
static void make_class(Unit *u, const AstNode *n, const AstList *bases) {
    const AstClassDef *c = &n->class_def;
    Position position = unit_position(n);
    uint32_t first_line = c->decorators.count ? c->decorators.items[0]->line : n->line;
    EMIT0(u, LOAD_BUILD_CLASS, position);
    EMIT0(u, PUSH_NULL, position);
    Unit *child = compile_enter(u, c->scope, c->name, first_line);
    compile_make_function(u, child, class_code(child, c), 0, position);
    unit_load_const(u, OBJ(unit_ident(u, c->name)), position);
    compile_call_with(u, 2, bases, &c->keywords, position);
}

static void make_generic(Unit *u, const AstNode *n) {
    const AstClassDef *c = &n->class_def;
    Position position = unit_position(n);
    AstList bases;
    Unit *inner = compile_enter_generic(u, c->type_scope, c->name, &c->type_params, position);
    if (!inner) return;
    compile_generic_bases(inner, n, &bases);
    make_class(inner, n, &bases);
    compile_set_type_params(inner, &c->type_params, position);
    compile_leave_generic(u, inner, position);
}

void compile_class_def(Unit *u, const AstNode *n) {
    const AstClassDef *c = &n->class_def;
    Position position = unit_position(n);
    compile_definition_line(u, n, &c->decorators);
    if (c->type_params.count > 0) {
        make_generic(u, n);
    } else {
        make_class(u, n, &c->bases);
    }
    compile_apply_decorators(u, &c->decorators);
    compile_name(u, c->name, AST_STORE, position);
}
