#include "compile/compile_parts.h"

#include <string.h>

#include "object/str.h"

/* PEP 695. The type parameters of a generic are variables of a function of their own, "<generic
 * parameters of f>", which makes the function, class or alias and is called at once. Bounds,
 * defaults and the values of aliases are functions too, called when somebody asks. The library's
 * module _type_params makes the objects. */

static Str *text(Unit *u, const char *s) {
    return (Str *)const_text(u->c, s);
}

static const AstIdent *word(Unit *u, const char *s, size_t size) {
    const AstIdent *name = ast_intern(u->host->identifiers, s, size);
    if (!name) compiler_out_of_memory(u->c);
    return name;
}

/* ---- the names of a class around ---- */

static const SymName *class_dict(Unit *u) {
    const AstIdent *name = word(u, ".classdict", 10);
    return name ? symtable_find(u->scope, name) : NULL;
}

static void load_class_dict(Unit *u, Position position) {
    const SymName *sym = u->scope->kind == SYM_CLASS ? NULL : class_dict(u);
    if (sym) {
        EMIT(u, LOAD_FAST, unit_slot(u, sym->owner, sym->name), position);
    } else {
        EMIT0(u, LOAD_LOCALS, position);
    }
}

void compile_class_or_global(Unit *u, const AstIdent *name, Position position) {
    Label global = unit_label(u), done = unit_label(u);
    Obj *key = OBJ(unit_ident(u, name));
    unit_load_const(u, key, position);
    load_class_dict(u, position);
    EMIT(u, CONTAINS, 0, position);
    EMIT_JUMP(u, JUMP_IF_FALSE, global, position);
    load_class_dict(u, position);
    unit_load_const(u, key, position);
    EMIT0(u, GET_ITEM, position);
    EMIT_JUMP(u, JUMP, done, position);
    unit_place(u, global);
    unit_emit_ident(u, OPCODE_LOAD_GLOBAL, name, position);
    unit_place(u, done);
}

/* ---- functions without arguments ---- */

static Unit *enter(Unit *u, const SymScope *scope, const AstIdent *name, Position position) {
    Unit *inner = compile_enter(u, scope, name, position.line);
    if (inner && scope->sees_class) inner->arg_count = 1;
    return inner;
}

/* -> function; the namespace of the class around, where one is seen, is its argument's default. */
static void make(Unit *u, Unit *inner, Position position) {
    uint32_t flags = 0;
    if (!inner) return;
    if (inner->host->sees_class) {
        load_class_dict(u, position);
        EMIT(u, BUILD_TUPLE, 1, position);
        flags = 1;
    }
    compile_make_function(u, inner, unit_finish(inner), flags, position);
}

/* -> a function that gives the value, or None where there is none. */
static void make_lazy(Unit *u, const SymScope *scope, const AstIdent *name, const AstNode *value) {
    if (!value) {
        unit_load_none(u, unit_nowhere());
        return;
    }
    Position position = unit_position(value);
    Unit *inner = enter(u, scope, name, position);
    if (!inner) return;
    if (value->kind == AST_STARRED) { /* *Ts = *tuple[int] */
        compile_expr(inner, value->starred.value);
        EMIT(inner, UNPACK_SEQUENCE, 1, position);
    } else {
        compile_expr(inner, value);
    }
    EMIT0(inner, RETURN, position);
    make(u, inner, position);
}

/* -> callable NULL: a function of the library. */
static void load_maker(Unit *u, const char *name, Position position) {
    unit_load_const(u, const_int(u->c, 0), position);
    unit_load_none(u, position);
    unit_emit_name(u, OPCODE_IMPORT_NAME, text(u, "_type_params"), position);
    unit_emit_name(u, OPCODE_LOAD_ATTR, text(u, name), position);
    EMIT0(u, PUSH_NULL, position);
}

/* ---- type parameters ---- */

static const char *maker_of(const AstNode *n) {
    if (n->kind == AST_TYPE_VAR_TUPLE) return "make_tuple";
    if (n->kind == AST_PARAM_SPEC) return "make_spec";
    bool constrained = n->type_param.bound && n->type_param.bound->kind == AST_TUPLE;
    return constrained ? "make_constrained" : "make_variable";
}

static void make_type_param(Unit *u, const AstNode *n) {
    const AstTypeParam *p = &n->type_param;
    Position position = unit_position(n);
    load_maker(u, maker_of(n), position);
    unit_load_const(u, OBJ(unit_ident(u, p->name)), position);
    make_lazy(u, p->bound_scope, p->name, p->bound);
    make_lazy(u, p->default_scope, p->name, p->default_value);
    EMIT(u, CALL, 3, position);
    compile_name(u, p->name, AST_STORE, position);
}

static void load_type_params(Unit *u, const AstList *params, Position position) {
    for (int i = 0; i < params->count; i++) {
        compile_name(u, params->items[i]->type_param.name, AST_LOAD, position);
    }
    EMIT(u, BUILD_TUPLE, (uint32_t)params->count, position);
}

Unit *compile_enter_generic(Unit *u, const SymScope *scope, const AstIdent *name,
                            const AstList *params, Position position) {
    static const char before[] = "<generic parameters of ";
    size_t size = sizeof before - 1 + name->length + 1;
    char *label = unit_alloc(u, size);
    if (!label) return NULL;
    memcpy(label, before, sizeof before - 1);
    memcpy(label + sizeof before - 1, name->text, name->length);
    label[size - 1] = '>';
    const AstIdent *full = word(u, label, size);
    Unit *inner = full ? enter(u, scope, full, position) : NULL;
    if (!inner) return NULL;
    for (int i = 0; i < params->count; i++) make_type_param(inner, params->items[i]);
    return inner;
}

void compile_set_type_params(Unit *u, const AstList *params, Position position) {
    load_type_params(u, params, position);
    EMIT(u, COPY, 2, position);
    unit_emit_name(u, OPCODE_STORE_ATTR, text(u, "__type_params__"), position);
}

void compile_leave_generic(Unit *u, Unit *inner, Position position) {
    EMIT0(inner, RETURN, position);
    make(u, inner, position);
    EMIT0(u, PUSH_NULL, position);
    EMIT(u, CALL, 0, position);
}

void compile_generic_bases(Unit *u, const AstNode *class_def, AstList *bases) {
    const AstClassDef *c = &class_def->class_def;
    Position position = unit_position(class_def);
    AstNode *base = unit_alloc(u, sizeof *base);
    AstNode **items = unit_alloc(u, ((size_t)c->bases.count + 1) * sizeof *items);
    const AstIdent *name = word(u, ".generic_base", 13);
    *bases = c->bases;
    if (!base || !items || !name) return;
    load_maker(u, "make_base", position);
    load_type_params(u, &c->type_params, position);
    EMIT(u, CALL, 1, position);
    compile_name(u, name, AST_STORE, position);
    *base = *class_def;
    base->kind = AST_NAME;
    base->name = (AstName){.id = name, .ctx = AST_LOAD};
    if (c->bases.count) memcpy(items, c->bases.items, (size_t)c->bases.count * sizeof *items);
    items[c->bases.count] = base;
    *bases = (AstList){items, c->bases.count + 1};
}

/* ---- type X = value ---- */

static void make_alias(Unit *u, const AstTypeAlias *alias, Position position) {
    const AstIdent *name = alias->name->name.id;
    load_maker(u, "make_alias", position);
    unit_load_const(u, OBJ(unit_ident(u, name)), position);
    make_lazy(u, alias->scope, name, alias->value);
    load_type_params(u, &alias->type_params, position);
    EMIT(u, CALL, 3, position);
}

void compile_type_alias(Unit *u, const AstNode *n) {
    const AstTypeAlias *alias = &n->type_alias;
    const AstIdent *name = alias->name->name.id;
    Position position = unit_position(n);
    if (alias->type_params.count == 0) {
        make_alias(u, alias, position);
    } else {
        Unit *inner =
            compile_enter_generic(u, alias->type_scope, name, &alias->type_params, position);
        if (!inner) return;
        make_alias(inner, alias, position);
        compile_leave_generic(u, inner, position);
    }
    compile_name(u, name, AST_STORE, unit_position(alias->name));
}
