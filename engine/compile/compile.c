#include "compile/compile.h"

#include <string.h>

#include "compile/compile_parts.h"
#include "object/error.h"
#include "object/str.h"
#include "syntax/parser.h"
#include "syntax/symtable.h"
#include "syntax/syntax_check.h"

enum { WORKING_MEMORY = 64 << 20, SYNTAX_MEMORY = 128 << 20, EXPRESSION_MEMORY = 4 << 20 };

static bool compiler_init(Compiler *c, Engine *e, const char *filename, uint32_t flags, Diag *d) {
    *c = (Compiler){.e = e, .d = d, .flags = flags};
    region_init(&c->region, WORKING_MEMORY);
    const_table_init(c);
    c->filename = (Str *)const_text(c, filename);
    return !c->failed;
}

static void compiler_clear(Compiler *c) {
    while (c->units) unit_clear(c->units);
    const_table_clear(c);
    region_release(c->e, &c->region);
}

static Code *module_code(Unit *u, const AstList *body) {
    if (compile_has_annotations(body)) EMIT0(u, SETUP_ANNOTATIONS, unit_nowhere());
    u->doc = compile_docstring(u, body);
    if (u->doc) {
        const AstNode *statement = body->items[0];
        compile_line(u, statement);
        unit_load_const(u, OBJ(u->doc), unit_position(statement));
        unit_emit_name(u, OPCODE_STORE_NAME, N(u->c->e, __doc__), unit_position(statement));
    }
    compile_body_after_doc(u, body);
    return compile_leave(u);
}

static Code *expression_code(Unit *u, const AstList *body) {
    const AstNode *value = body->items[0]->value.value;
    compile_expr(u, value);
    EMIT0(u, RETURN, unit_position(value));
    return unit_finish(u);
}

static Code *compile_with_builder(Engine *e, const AstNode *module, const char *filename,
                                  uint32_t flags, Diag *d,
                                  Code *(*build)(Unit *, const AstList *)) {
    Compiler c;
    Code *code = NULL;
    ASSERT(module->module.scope, "symtable_build() has run");
    if (compiler_init(&c, e, filename, flags, d)) {
        Unit *u = unit_create(&c, NULL, module->module.scope, N(e, module_), 1);
        if (u) code = build(u, &module->module.body);
    }
    compiler_clear(&c);
    return code;
}

Code *compile_text(Engine *e, const char *source, size_t length, const char *filename,
                   uint32_t flags, Diag *d) {
    Region r;
    AstNode *module;
    SymScope *top;
    Code *code = NULL;
    region_init(&r, SYNTAX_MEMORY);
    if (parse_module(&r, source, length, &module, d) && symtable_build(&r, module, &top, d) &&
        syntax_check(module, d)) {
        code = compile_with_builder(e, module, filename, flags, d, module_code);
    }
    region_release(e, &r);
    return code;
}

Code *compile_expression(Engine *e, const char *source, const char *filename, Diag *d) {
    Region r;
    AstNode *module;
    SymScope *top;
    Code *code = NULL;
    region_init(&r, EXPRESSION_MEMORY);
    if (parse_expression(&r, source, strlen(source), &module, d) &&
        symtable_build(&r, module, &top, d) && syntax_check(module, d)) {
        code = compile_with_builder(e, module, filename, 0, d, expression_code);
    }
    region_release(e, &r);
    return code;
}
