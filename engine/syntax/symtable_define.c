#include "syntax/symtable_build.h"

static bool add_param(SymBuilder *b, const AstNode *arg) {
    if (!arg) return true;
    SymName *e = symtable_use(b, arg->arg.arg);
    if (!e) return false;
    if (e->is_param) {
        return symtable_fail(b, arg, "duplicate argument '%s' in function definition",
                             arg->arg.arg->text);
    }
    e->is_param = true;
    e->is_assigned = true;
    b->scope->param_count++;
    return true;
}

static bool add_param_list(SymBuilder *b, const AstList *list) {
    for (int i = 0; i < list->count; i++) {
        if (!add_param(b, list->items[i])) return false;
    }
    return true;
}

static bool add_params(SymBuilder *b, const AstArguments *a) {
    return add_param_list(b, &a->posonlyargs) && add_param_list(b, &a->args) &&
           add_param_list(b, &a->kwonlyargs) && add_param(b, a->vararg) && add_param(b, a->kwarg);
}

/* Annotations that `from __future__ import annotations` keeps as text name nothing; CPython still
   refuses a few expressions in them. */
static bool check_text_annotation(AstNode *node, void *data) {
    const char *what = node->kind == AST_YIELD || node->kind == AST_YIELD_FROM ? "yield"
                       : node->kind == AST_AWAIT                               ? "await"
                       : node->kind == AST_NAMED_EXPR                          ? "named"
                                                                               : NULL;
    if (!what) return ast_each_child(node, check_text_annotation, data);
    return symtable_fail(data, node, "%s expression cannot be used within an annotation", what);
}

bool symtable_visit_annotation(SymBuilder *b, AstNode *annotation) {
    if (!annotation) return true;
    return b->future_annotations ? check_text_annotation(annotation, b)
                                 : symtable_visit(b, annotation);
}

static bool visit_annotation_of(SymBuilder *b, const AstNode *arg) {
    return !arg || symtable_visit_annotation(b, arg->arg.annotation);
}

static bool visit_annotations_of(SymBuilder *b, const AstList *list) {
    for (int i = 0; i < list->count; i++) {
        if (!visit_annotation_of(b, list->items[i])) return false;
    }
    return true;
}

static bool visit_annotations(SymBuilder *b, const AstArguments *a, AstNode *returns) {
    return visit_annotations_of(b, &a->posonlyargs) && visit_annotations_of(b, &a->args) &&
           visit_annotation_of(b, a->vararg) && visit_annotation_of(b, a->kwarg) &&
           visit_annotations_of(b, &a->kwonlyargs) && symtable_visit_annotation(b, returns);
}

static bool visit_defaults(SymBuilder *b, const AstArguments *a) {
    return symtable_visit_list(b, &a->defaults) && symtable_visit_list(b, &a->kw_defaults);
}

/* A variable that no program can name. */
static SymName *add_hidden(SymBuilder *b, const char *name) {
    const AstIdent *word = symtable_word(b, name);
    SymName *e = word ? symtable_use(b, word) : NULL;
    if (e) e->is_assigned = true;
    return e;
}

/* In a class it takes the class's namespace as its only parameter. */
static struct SymScope *enter_annotation_scope(SymBuilder *b, SymScopeKind kind,
                                               const AstNode *node, const AstIdent *name) {
    struct SymScope *scope = symtable_enter(b, kind, node, name);
    if (!scope || !scope->sees_class) return scope;
    SymName *e = add_hidden(b, ".classdict");
    if (!e) return NULL;
    e->is_param = true;
    scope->param_count++;
    return scope;
}

/* Code whose evaluation is put off: the bound or default of a type parameter, an alias's value. */
static bool visit_lazily(SymBuilder *b, SymScopeKind kind, const AstNode *owner,
                         const AstIdent *name, AstNode *value, struct SymScope **scope) {
    if (!value) return true;
    *scope = enter_annotation_scope(b, kind, owner, name);
    if (!*scope || !symtable_visit(b, value)) return false;
    symtable_leave(b);
    return true;
}

static bool visit_type_param(SymBuilder *b, AstNode *node) {
    AstTypeParam *param = &node->type_param;
    SymName *e = symtable_use(b, param->name);
    if (!e) return false;
    if (e->is_type_param) {
        return symtable_fail(b, node, "duplicate type parameter '%s'", param->name->text);
    }
    e->is_type_param = true;
    e->is_assigned = true;
    return visit_lazily(b, SYM_TYPE_VARIABLE, node, param->name, param->bound,
                        &param->bound_scope) &&
           visit_lazily(b, SYM_TYPE_VARIABLE, node, param->name, param->default_value,
                        &param->default_scope);
}

/* Enters the scope of a generic's type parameters, if it has any. */
static bool enter_type_params(SymBuilder *b, const AstNode *node, const AstIdent *name,
                              const AstList *params, const AstIdent *class_name,
                              struct SymScope **scope) {
    if (params->count == 0) return true;
    *scope = enter_annotation_scope(b, SYM_TYPE_PARAMS, node, name);
    if (!*scope) return false;
    if (class_name) {
        if (!add_hidden(b, ".generic_base")) return false;
        b->class_name = class_name;
        (*scope)->class_name = class_name;
    }
    for (int i = 0; i < params->count; i++) {
        if (!visit_type_param(b, params->items[i])) return false;
    }
    return true;
}

bool symtable_visit_function(SymBuilder *b, AstNode *node) {
    AstFunctionDef *def = &node->function_def;
    const AstArguments *args = &def->args->arguments;
    if (!symtable_assign(b, def->name, node) || !visit_defaults(b, args)) return false;
    if (!symtable_visit_list(b, &def->decorators)) return false;
    if (!enter_type_params(b, node, def->name, &def->type_params, NULL, &def->type_scope)) {
        return false;
    }
    if (!visit_annotations(b, args, def->returns)) return false;
    def->scope = symtable_enter(b, SYM_FUNCTION, node, def->name);
    if (!def->scope) return false;
    def->scope->is_coroutine = node->kind == AST_ASYNC_FUNCTION_DEF;
    if (!add_params(b, args) || !symtable_visit_list(b, &def->body)) return false;
    symtable_leave(b);
    if (def->type_scope) symtable_leave(b);
    return true;
}

bool symtable_visit_lambda(SymBuilder *b, AstNode *node) {
    const AstArguments *args = &node->lambda.args->arguments;
    const AstIdent *name = symtable_word(b, "<lambda>");
    if (!name || !visit_defaults(b, args)) return false;
    bool iter_target = b->iter_target;
    b->iter_target = false;
    node->lambda.scope = symtable_enter(b, SYM_LAMBDA, node, name);
    if (!node->lambda.scope || !add_params(b, args) || !symtable_visit(b, node->lambda.body))
        return false;
    symtable_leave(b);
    b->iter_target = iter_target;
    return true;
}

bool symtable_visit_class(SymBuilder *b, AstNode *node) {
    AstClassDef *def = &node->class_def;
    const AstIdent *outer = b->class_name;
    if (!symtable_assign(b, def->name, node) || !symtable_visit_list(b, &def->decorators))
        return false;
    if (!enter_type_params(b, node, def->name, &def->type_params, def->name, &def->type_scope)) {
        return false;
    }
    if (!symtable_visit_list(b, &def->bases) || !symtable_visit_list(b, &def->keywords))
        return false;
    b->class_name = def->name;
    def->scope = symtable_enter(b, SYM_CLASS, node, def->name);
    if (!def->scope || !symtable_visit_list(b, &def->body)) return false;
    symtable_leave(b);
    if (def->type_scope) symtable_leave(b);
    b->class_name = outer;
    return true;
}

bool symtable_visit_type_alias(SymBuilder *b, AstNode *node) {
    AstTypeAlias *alias = &node->type_alias;
    const AstIdent *name = alias->name->name.id;
    if (!symtable_visit(b, alias->name)) return false;
    if (!enter_type_params(b, node, name, &alias->type_params, NULL, &alias->type_scope)) {
        return false;
    }
    if (!visit_lazily(b, SYM_TYPE_ALIAS, node, name, alias->value, &alias->scope)) return false;
    if (alias->type_scope) symtable_leave(b);
    return true;
}
