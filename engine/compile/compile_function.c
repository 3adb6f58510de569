#include "compile/compile_parts.h"

#include <string.h>

#include "object/str.h"

enum { WITH_DEFAULTS = 1, WITH_KWDEFAULTS = 2, WITH_ANNOTATIONS = 4, WITH_CLOSURE = 8 };

/* ---- entering and leaving a function-like scope ---- */

static bool is_function_like(const SymScope *scope) {
    return scope->kind != SYM_MODULE && scope->kind != SYM_CLASS;
}

static bool is_declared_global(const Unit *u, const SymScope *scope, const AstIdent *name) {
    if (scope->kind != SYM_FUNCTION && scope->kind != SYM_CLASS) return false;
    const SymName *sym = symtable_find(u->scope, name);
    return sym && sym->kind == SYM_GLOBAL_EXPLICIT;
}

static Str *qualified_name(Unit *u, const SymScope *scope, const AstIdent *name) {
    if (u->host->kind == SYM_TYPE_PARAMS) return qualified_name(u->parent, scope, name);
    Str *plain = unit_ident(u, name);
    if (u->host->kind == SYM_MODULE || is_declared_global(u, scope, name)) return plain;
    const char *link = is_function_like(u->host) ? ".<locals>." : ".";
    size_t outer = u->qualname->size, middle = strlen(link), size = outer + middle + plain->size;
    char *text = unit_alloc(u, size + 1);
    if (!text) return plain;
    memcpy(text, u->qualname->text, outer);
    memcpy(text + outer, link, middle);
    memcpy(text + outer + middle, plain->text, plain->size);
    return STR(const_str(u->c, text, size));
}

/* Parameters that are captured move into cells; the other variables' cells start empty. Those of
 * comprehensions are made where these run. */
static void make_cells(Unit *u) {
    const Position p = unit_nowhere();
    uint32_t first_free = u->local_count + u->cell_count;
    if (u->free_count > 0) EMIT(u, COPY_FREE_VARS, u->free_count, p);
    for (uint32_t i = 0; i < first_free; i++) {
        const UnitSlot *slot = &u->slots[i];
        if (slot->owner != u->host) continue;
        bool is_cell = i >= u->local_count;
        if (!is_cell) is_cell = symtable_find(u->host, slot->name)->kind == SYM_CELL;
        if (is_cell) EMIT(u, MAKE_CELL, i, p);
    }
}

Unit *compile_enter(Unit *u, const SymScope *scope, const AstIdent *name, uint32_t first_line) {
    Unit *child = unit_create(u->c, u, scope, unit_ident(u, name), first_line);
    if (!child) return NULL;
    child->qualname = qualified_name(u, scope, name);
    make_cells(child);
    return child;
}

Code *compile_leave(Unit *u) {
    Position last = u->instr_count ? u->instrs[u->instr_count - 1].position : unit_nowhere();
    unit_load_none(u, last);
    EMIT0(u, RETURN, last);
    return unit_finish(u);
}

static uint32_t load_closure(Unit *u, const Unit *child, Position position) {
    uint32_t first = child->local_count + child->cell_count;
    if (child->free_count == 0) return 0;
    for (uint32_t i = 0; i < child->free_count; i++) {
        const UnitSlot *slot = &child->slots[first + i];
        EMIT(u, LOAD_CLOSURE, unit_slot(u, slot->owner, slot->name), position);
    }
    EMIT(u, BUILD_TUPLE, child->free_count, position);
    return WITH_CLOSURE;
}

void compile_make_function(Unit *u, Unit *child, Code *code, uint32_t flags, Position position) {
    if (!child || !code) return; /* compiler_clear() takes care of the child */
    flags |= load_closure(u, child, position);
    unit_clear(child);
    unit_load_const(u, OBJ(code), position);
    EMIT(u, MAKE_FUNCTION, flags, position);
}

/* ---- parameters ---- */

static const AstIdent *mangled(Unit *u, const AstIdent *name) {
    const AstIdent *m = symtable_mangle(u->scope, name);
    if (!m) compiler_out_of_memory(u->c);
    return m ? m : name;
}

static uint32_t defaults(Unit *u, const AstArguments *args, Position position) {
    const AstList *items = &args->defaults;
    Obj **values = unit_alloc(u, (size_t)items->count * sizeof *values + 1);
    int constant = 0;
    if (items->count == 0 || !values) return 0;
    while (constant < items->count) {
        values[constant] = compile_constant(u, items->items[constant]);
        if (!values[constant]) break;
        constant++;
    }
    if (constant == items->count) {
        unit_load_const(u, const_tuple(u->c, values, (size_t)items->count), position);
    } else {
        for (int i = 0; i < items->count; i++) compile_expr(u, items->items[i]);
        EMIT(u, BUILD_TUPLE, (uint32_t)items->count, position);
    }
    return WITH_DEFAULTS;
}

static uint32_t keyword_defaults(Unit *u, const AstArguments *args, Position position) {
    uint32_t count = 0;
    for (int i = 0; i < args->kwonlyargs.count; i++) {
        const AstNode *value = args->kw_defaults.items[i];
        if (!value) continue;
        const AstIdent *name = mangled(u, args->kwonlyargs.items[i]->arg.arg);
        unit_load_const(u, OBJ(unit_ident(u, name)), position);
        compile_expr(u, value);
        count++;
    }
    if (count == 0) return 0;
    EMIT(u, BUILD_MAP, count, position);
    return WITH_KWDEFAULTS;
}

void compile_annotation(Unit *u, const AstNode *annotation) {
    Position position = unit_position(annotation);
    if (u->scope->future_annotations) {
        unit_load_const(u, unparse_expr(u, annotation), position);
    } else if (annotation->kind == AST_STARRED) { /* *args: *Ts */
        compile_expr(u, annotation->starred.value);
        EMIT(u, UNPACK_SEQUENCE, 1, position);
    } else {
        compile_expr(u, annotation);
    }
}

/* -> name annotation; 1, or 0 where there is none. */
static uint32_t annotated(Unit *u, const AstNode *arg, Position position) {
    if (!arg || !arg->arg.annotation) return 0;
    unit_load_const(u, OBJ(unit_ident(u, mangled(u, arg->arg.arg))), position);
    compile_annotation(u, arg->arg.annotation);
    return 1;
}

static uint32_t annotations(Unit *u, const AstArguments *args, const AstNode *returns,
                            Position position) {
    uint32_t count = 0;
    for (int i = 0; i < args->args.count; i++) count += annotated(u, args->args.items[i], position);
    for (int i = 0; i < args->posonlyargs.count; i++) {
        count += annotated(u, args->posonlyargs.items[i], position);
    }
    count += annotated(u, args->vararg, position);
    for (int i = 0; i < args->kwonlyargs.count; i++) {
        count += annotated(u, args->kwonlyargs.items[i], position);
    }
    count += annotated(u, args->kwarg, position);
    if (returns) {
        unit_load_const(u, const_text(u->c, "return"), position);
        compile_annotation(u, returns);
        count++;
    }
    if (count == 0) return 0;
    EMIT(u, BUILD_MAP, count, position);
    return WITH_ANNOTATIONS;
}

static void count_parameters(Unit *child, const AstArguments *args) {
    child->posonly_count = (uint32_t)args->posonlyargs.count;
    child->arg_count = child->posonly_count + (uint32_t)args->args.count;
    child->kwonly_count = (uint32_t)args->kwonlyargs.count;
    if (args->vararg) child->flags |= CODE_VARARGS;
    if (args->kwarg) child->flags |= CODE_VARKEYWORDS;
}

/* ---- decorators ---- */

static void evaluate_decorators(Unit *u, const AstList *decorators) {
    for (int i = 0; i < decorators->count; i++) {
        compile_expr(u, decorators->items[i]);
        EMIT0(u, PUSH_NULL, unit_position(decorators->items[i]));
    }
}

void compile_apply_decorators(Unit *u, const AstList *decorators) {
    for (int i = decorators->count - 1; i >= 0; i--) {
        EMIT(u, CALL, 1, unit_position(decorators->items[i]));
    }
}

void compile_definition_line(Unit *u, const AstNode *n, const AstList *decorators) {
    if (decorators->count > 0) {
        compile_line(u, decorators->items[0]);
        evaluate_decorators(u, decorators);
    }
    compile_line(u, n);
}

/* ---- annotated names ---- */

static bool has_no_annotation(AstNode *n, void *data) {
    bool inner_scope = n->kind == AST_FUNCTION_DEF || n->kind == AST_ASYNC_FUNCTION_DEF ||
                       n->kind == AST_CLASS_DEF;
    bool expression = n->kind >= AST_BOOL_OP && n->kind <= AST_SLICE;
    if (inner_scope || expression) return true;
    return n->kind != AST_ANN_ASSIGN && ast_each_child(n, has_no_annotation, data);
}

bool compile_has_annotations(const AstList *body) {
    for (int i = 0; i < body->count; i++) {
        if (!has_no_annotation(body->items[i], NULL)) return true;
    }
    return false;
}

/* ---- def and lambda ---- */

static Code *function_code(Unit *child, const AstFunctionDef *f) {
    if (!child) return NULL;
    count_parameters(child, &f->args->arguments);
    child->doc = compile_docstring(child, &f->body);
    if (child->doc) unit_add_const(child, OBJ(child->doc));
    compile_body_after_doc(child, &f->body);
    return compile_leave(child);
}

/* -> function; what `flags` names lies on the stack. */
static void make_defined(Unit *u, const AstNode *n, uint32_t flags) {
    const AstFunctionDef *f = &n->function_def;
    Position position = unit_position(n);
    uint32_t first_line = f->decorators.count ? f->decorators.items[0]->line : n->line;
    flags |= annotations(u, &f->args->arguments, f->returns, position);
    Unit *child = compile_enter(u, f->scope, f->name, first_line);
    Code *code = function_code(child, f);
    compile_make_function(u, child, code, flags, position);
}

/* defaults? kwdefaults? function -> function, which is given them. */
static void hand_over_defaults(Unit *u, uint32_t flags, Position position) {
    static const char *const names[] = {"__kwdefaults__", "__defaults__"};
    static const uint32_t present[] = {WITH_KWDEFAULTS, WITH_DEFAULTS};
    for (int i = 0; i < 2; i++) {
        if (!(flags & present[i])) continue;
        EMIT(u, SWAP, 2, position);
        EMIT(u, COPY, 2, position);
        unit_emit_name(u, OPCODE_STORE_ATTR, STR(const_text(u->c, names[i])), position);
    }
}

/* Defaults belong to the scope around the type parameters, annotations to theirs. */
static void make_generic(Unit *u, const AstNode *n, uint32_t flags) {
    const AstFunctionDef *f = &n->function_def;
    Position position = unit_position(n);
    Unit *inner = compile_enter_generic(u, f->type_scope, f->name, &f->type_params, position);
    if (!inner) return;
    make_defined(inner, n, 0);
    compile_set_type_params(inner, &f->type_params, position);
    compile_leave_generic(u, inner, position);
    hand_over_defaults(u, flags, position);
}

void compile_function_def(Unit *u, const AstNode *n) {
    const AstFunctionDef *f = &n->function_def;
    Position position = unit_position(n);
    compile_definition_line(u, n, &f->decorators);
    uint32_t flags = defaults(u, &f->args->arguments, position);
    flags |= keyword_defaults(u, &f->args->arguments, position);
    if (f->type_params.count > 0) {
        make_generic(u, n, flags);
    } else {
        make_defined(u, n, flags);
    }
    compile_apply_decorators(u, &f->decorators);
    compile_name(u, f->name, AST_STORE, position);
}

void compile_lambda(Unit *u, const AstNode *n) {
    const AstArguments *args = &n->lambda.args->arguments;
    const AstNode *body = n->lambda.body;
    Position position = unit_position(n);
    uint32_t flags = defaults(u, args, position);
    flags |= keyword_defaults(u, args, position);
    Unit *child = compile_enter(u, n->lambda.scope, n->lambda.scope->name, n->line);
    if (!child) return;
    count_parameters(child, args);
    compile_line_inside(child, body->line, unit_position(body));
    compile_expr(child, body);
    EMIT0(child, RETURN, unit_position(body));
    compile_make_function(u, child, unit_finish(child), flags, position);
}
