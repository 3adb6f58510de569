#include "syntax/symtable_build.h"

#include <string.h>

static bool visit_child(AstNode *child, void *data) {
    return symtable_visit(data, child);
}

bool symtable_visit_list(SymBuilder *b, const AstList *list) {
    for (int i = 0; i < list->count; i++) {
        if (list->items[i] && !symtable_visit(b, list->items[i])) return false;
    }
    return true;
}

static bool visit_opt(SymBuilder *b, AstNode *node) {
    return !node || symtable_visit(b, node);
}

SymName *symtable_use(SymBuilder *b, const AstIdent *name) {
    const AstIdent *mangled = symtable_mangle(b->scope, name);
    if (!mangled) {
        symtable_fail_memory(b);
        return NULL;
    }
    return symtable_entry(b, b->scope, mangled);
}

static bool reference(SymBuilder *b, const AstIdent *name) {
    SymName *e = symtable_use(b, name);
    if (e) e->is_referenced = true;
    return e != NULL;
}

SymName *symtable_assign(SymBuilder *b, const AstIdent *name, const AstNode *node) {
    SymName *e = symtable_use(b, name);
    if (!e) return NULL;
    e->is_assigned = true;
    if (!b->iter_target) return e;
    if (e->is_global || e->is_nonlocal) {
        symtable_fail(b, node,
                      "comprehension inner loop cannot rebind assignment expression target '%s'",
                      e->name->text);
        return NULL;
    }
    e->is_iter_target = true;
    return e;
}

static bool is_function_like(const SymScope *scope) {
    return scope->kind == SYM_FUNCTION || scope->kind == SYM_LAMBDA ||
           scope->kind == SYM_COMPREHENSION || scope->kind == SYM_GENERATOR_EXP;
}

static bool visit_name(SymBuilder *b, const AstNode *node) {
    if (node->name.ctx != AST_LOAD) return symtable_assign(b, node->name.id, node) != NULL;
    if (!reference(b, node->name.id)) return false;
    /* super() without arguments needs the class it is written in. */
    if (!is_function_like(b->scope) || strcmp(node->name.id->text, "super") != 0) return true;
    const AstIdent *word = symtable_word(b, "__class__");
    return word && reference(b, word);
}

/* What yield, await and ':=' may not stand in, or NULL. */
static const char *annotation_place(const SymScope *scope) {
    switch (scope->kind) {
    case SYM_TYPE_PARAMS: return "the definition of a generic";
    case SYM_TYPE_ALIAS: return "a type alias";
    case SYM_TYPE_VARIABLE:
        return scope->node->type_param.bound_scope == scope ? "a TypeVar bound"
               : scope->node->kind == AST_PARAM_SPEC        ? "a ParamSpec default"
               : scope->node->kind == AST_TYPE_VAR_TUPLE    ? "a TypeVarTuple default"
                                                            : "a TypeVar default";
    default: return NULL;
    }
}

static bool allowed_here(SymBuilder *b, const AstNode *node, const char *what) {
    const char *place = annotation_place(b->scope);
    return !place || symtable_fail(b, node, "%s expression cannot be used within %s", what, place);
}

static const char *comprehension_name(AstKind kind) {
    switch (kind) {
    case AST_LIST_COMP: return "list comprehension";
    case AST_SET_COMP: return "set comprehension";
    case AST_DICT_COMP: return "dict comprehension";
    default: return "generator expression";
    }
}

static bool visit_yield(SymBuilder *b, AstNode *node) {
    if (!allowed_here(b, node, "yield") || !visit_opt(b, node->value.value)) return false;
    SymScopeKind kind = b->scope->kind;
    if (kind == SYM_COMPREHENSION || kind == SYM_GENERATOR_EXP) {
        return symtable_fail(b, node, "'yield' inside %s",
                             comprehension_name((AstKind)b->scope->node->kind));
    }
    b->scope->is_generator = true;
    return true;
}

/* Await, or an asynchronous loop of a comprehension, makes the scope around it asynchronous where
   that is not said by `async def`. */
static void mark_async(SymScope *scope) {
    if (scope->kind == SYM_COMPREHENSION || scope->kind == SYM_GENERATOR_EXP) {
        scope->is_coroutine = true;
    }
}

static bool visit_await(SymBuilder *b, AstNode *node) {
    if (!allowed_here(b, node, "await") || !symtable_visit(b, node->value.value)) return false;
    mark_async(b->scope);
    return true;
}

/* ':=' in a comprehension binds in the scope around all comprehensions. */
static bool bind_outside(SymBuilder *b, const AstNode *target, SymScope *scope) {
    const AstIdent *name = symtable_mangle(scope, target->name.id);
    SymName *inner = name ? symtable_use(b, target->name.id) : NULL;
    SymName *outer = inner ? symtable_entry(b, scope, name) : NULL;
    if (!outer) return symtable_fail_memory(b);
    inner->is_global = scope->kind == SYM_MODULE || outer->is_global;
    inner->is_nonlocal = !inner->is_global;
    outer->is_assigned = true;
    return symtable_add_directive(b, name, target);
}

static bool visit_walrus_in_comprehension(SymBuilder *b, const AstNode *target) {
    SymScope *scope = b->scope;
    for (; scope->kind == SYM_COMPREHENSION || scope->kind == SYM_GENERATOR_EXP;
         scope = scope->parent) {
        const AstIdent *name = symtable_mangle(scope, target->name.id);
        const SymName *e = name ? symtable_lookup(scope, name) : NULL;
        if (!e || !e->is_iter_target) continue;
        return symtable_fail(b, target,
                             "assignment expression cannot rebind comprehension iteration "
                             "variable '%s'",
                             target->name.id->text);
    }
    if (scope->kind == SYM_CLASS) {
        return symtable_fail(b, target,
                             "assignment expression within a comprehension cannot be used in a "
                             "class body");
    }
    const char *place = annotation_place(scope);
    if (place) {
        return symtable_fail(
            b, target, "assignment expression within a comprehension cannot be used within %s",
            place);
    }
    return bind_outside(b, target, scope);
}

static bool visit_named_expr(SymBuilder *b, AstNode *node) {
    AstNode *target = node->named_expr.target;
    if (!allowed_here(b, node, "named")) return false;
    if (b->iterables > 0) {
        return symtable_fail(b, node,
                             "assignment expression cannot be used in a comprehension iterable "
                             "expression");
    }
    bool in_comp = b->scope->kind == SYM_COMPREHENSION || b->scope->kind == SYM_GENERATOR_EXP;
    if (in_comp && !visit_walrus_in_comprehension(b, target)) return false;
    return symtable_visit(b, node->named_expr.value) && symtable_visit(b, target);
}

static bool visit_iterable(SymBuilder *b, AstNode *iterable) {
    b->iterables++;
    bool ok = symtable_visit(b, iterable);
    b->iterables--;
    return ok;
}

static bool visit_iter_target(SymBuilder *b, AstNode *target) {
    b->iter_target = true;
    bool ok = symtable_visit(b, target);
    b->iter_target = false;
    return ok;
}

/* One `for` inside the comprehension's scope; the first one's iterable lies outside. */
static bool visit_clause(SymBuilder *b, const AstComprehension *clause, bool is_first) {
    if (!visit_iter_target(b, clause->target)) return false;
    if (!is_first && !visit_iterable(b, clause->iter)) return false;
    if (!symtable_visit_list(b, &clause->ifs)) return false;
    if (clause->is_async) mark_async(b->scope);
    return true;
}

static const char *comprehension_scope_name(AstKind kind) {
    switch (kind) {
    case AST_LIST_COMP: return "<listcomp>";
    case AST_SET_COMP: return "<setcomp>";
    case AST_DICT_COMP: return "<dictcomp>";
    default: return "<genexpr>";
    }
}

/* A generator expression gets its first iterator as an argument. */
static bool add_iterator_param(SymBuilder *b) {
    const AstIdent *name = symtable_word(b, ".0");
    SymName *e = name ? symtable_entry(b, b->scope, name) : NULL;
    if (!e) return false;
    e->is_param = e->is_assigned = e->is_referenced = true;
    b->scope->param_count = 1;
    return true;
}

static bool visit_comprehension(SymBuilder *b, AstNode *node) {
    AstComp *comp = &node->comp;
    bool generator = node->kind == AST_GENERATOR_EXP, iter_target = b->iter_target;
    b->iter_target = false;
    if (!visit_iterable(b, comp->generators.items[0]->comprehension.iter)) return false;
    const AstIdent *name = symtable_word(b, comprehension_scope_name((AstKind)node->kind));
    comp->scope = symtable_enter(b, generator ? SYM_GENERATOR_EXP : SYM_COMPREHENSION, node, name);
    if (!comp->scope || (generator && !add_iterator_param(b))) return false;
    comp->scope->is_generator = generator;
    for (int i = 0; i < comp->generators.count; i++) {
        if (!visit_clause(b, &comp->generators.items[i]->comprehension, i == 0)) return false;
    }
    if (!visit_opt(b, comp->value) || !symtable_visit(b, comp->element)) return false;
    symtable_leave(b);
    b->iter_target = iter_target;
    if (comp->scope->is_coroutine && !generator) mark_async(b->scope);
    return true;
}

static bool visit_ann_assign(SymBuilder *b, AstNode *node) {
    AstAnnAssign *s = &node->ann_assign;
    if (s->target->kind != AST_NAME) {
        if (!symtable_visit(b, s->target)) return false;
    } else {
        SymName *e = symtable_use(b, s->target->name.id);
        if (!e) return false;
        if ((e->is_global || e->is_nonlocal) && b->scope->parent && s->simple) {
            return symtable_fail(b, node, "annotated name '%s' can't be %s", e->name->text,
                                 e->is_global ? "global" : "nonlocal");
        }
        if (s->simple) e->is_annotated = true;
        if (s->simple || s->value) e->is_assigned = true;
    }
    return symtable_visit_annotation(b, s->annotation) && visit_opt(b, s->value);
}

static bool declare(SymBuilder *b, const AstNode *node, const AstIdent *name, bool global) {
    SymName *e = symtable_use(b, name);
    if (!e) return false;
    const char *word = global ? "global" : "nonlocal";
    if (e->is_param) {
        return symtable_fail(b, node, "name '%s' is parameter and %s", name->text, word);
    }
    if (e->is_referenced) {
        return symtable_fail(b, node, "name '%s' is used prior to %s declaration", name->text,
                             word);
    }
    if (e->is_annotated) {
        return symtable_fail(b, node, "annotated name '%s' can't be %s", name->text, word);
    }
    if (e->is_assigned) {
        return symtable_fail(b, node, "name '%s' is assigned to before %s declaration", name->text,
                             word);
    }
    if (global) e->is_global = true;
    if (!global) e->is_nonlocal = true;
    return symtable_add_directive(b, e->name, node);
}

static bool visit_declaration(SymBuilder *b, const AstNode *node) {
    const AstIdentList *names = &node->name_list.names;
    for (int i = 0; i < names->count; i++) {
        if (!declare(b, node, names->items[i], node->kind == AST_GLOBAL)) return false;
    }
    return true;
}

/* `import a.b` binds `a`. */
static bool visit_alias(SymBuilder *b, const AstNode *node) {
    const AstIdent *name = node->alias.asname ? node->alias.asname : node->alias.name;
    if (strcmp(name->text, "*") == 0) {
        if (b->scope->kind == SYM_MODULE) return true;
        return symtable_fail(b, node, "import * only allowed at module level");
    }
    const char *dot = strchr(name->text, '.');
    if (dot) name = ast_intern(b->identifiers, name->text, (size_t)(dot - name->text));
    SymName *e = name ? symtable_assign(b, name, node) : NULL;
    if (!e) return symtable_fail_memory(b);
    e->is_imported = true;
    return true;
}

static bool bind_opt(SymBuilder *b, const AstIdent *name, const AstNode *node) {
    return !name || symtable_assign(b, name, node) != NULL;
}

/* CPython meets a handler's name between its type and its body. */
static bool visit_handler(SymBuilder *b, const AstNode *node) {
    const AstExceptHandler *h = &node->except_handler;
    return visit_opt(b, h->type) && bind_opt(b, h->name, node) && symtable_visit_list(b, &h->body);
}

static bool visit_capture(SymBuilder *b, AstNode *node) {
    return visit_opt(b, node->match_as.pattern) && bind_opt(b, node->match_as.name, node);
}

static bool visit_mapping(SymBuilder *b, AstNode *node) {
    return symtable_visit_list(b, &node->match_mapping.keys) &&
           symtable_visit_list(b, &node->match_mapping.patterns) &&
           bind_opt(b, node->match_mapping.rest, node);
}

bool symtable_visit(SymBuilder *b, AstNode *node) {
    switch (node->kind) {
    case AST_FUNCTION_DEF:
    case AST_ASYNC_FUNCTION_DEF: return symtable_visit_function(b, node);
    case AST_CLASS_DEF: return symtable_visit_class(b, node);
    case AST_LAMBDA: return symtable_visit_lambda(b, node);
    case AST_LIST_COMP:
    case AST_SET_COMP:
    case AST_DICT_COMP:
    case AST_GENERATOR_EXP: return visit_comprehension(b, node);
    case AST_TYPE_ALIAS: return symtable_visit_type_alias(b, node);
    case AST_NAME: return visit_name(b, node);
    case AST_NAMED_EXPR: return visit_named_expr(b, node);
    case AST_YIELD:
    case AST_YIELD_FROM: return visit_yield(b, node);
    case AST_AWAIT: return visit_await(b, node);
    case AST_ANN_ASSIGN: return visit_ann_assign(b, node);
    case AST_GLOBAL:
    case AST_NONLOCAL: return visit_declaration(b, node);
    case AST_ALIAS: return visit_alias(b, node);
    case AST_EXCEPT_HANDLER: return visit_handler(b, node);
    case AST_MATCH_AS:
    case AST_MATCH_STAR: return visit_capture(b, node);
    case AST_MATCH_MAPPING: return visit_mapping(b, node);
    default: return ast_each_child(node, visit_child, b);
    }
}

bool symtable_collect(SymBuilder *b, AstNode *module) {
    const AstIdent *name = symtable_word(b, "<module>");
    SymScope *scope = symtable_enter(b, SYM_MODULE, module, name);
    if (!scope) return false;
    module->module.scope = scope;
    return symtable_visit_list(b, &module->module.body);
}
