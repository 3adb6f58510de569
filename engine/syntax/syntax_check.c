#include "syntax/syntax_check.h"

#include "syntax/syntax_check_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* CPython's encoding of `a, *b, c = x` has one byte for the targets before the star. */
enum { MAX_BEFORE_STAR = 255 };

enum { MAX_SCRATCH = 64 * 1024 * 1024 };

bool check_fail(Checker *c, const AstNode *node, const char *format, ...) {
    char text[DIAG_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    diag_set_in_bytes(c->diag, DIAG_SYNTAX, (int)node->line, (int)node->column + 1,
                      (int)node->end_line, (int)node->end_column + 1, "%s", text);
    return false;
}

static bool check_opt(Checker *c, const AstNode *node) {
    return !node || check_node(c, node);
}

bool check_list(Checker *c, const AstList *list) {
    for (int i = 0; i < list->count; i++) {
        if (!check_opt(c, list->items[i])) return false;
    }
    return true;
}

/* Where an iterable may be unpacked: call arguments and displays. */
static bool check_items(Checker *c, const AstList *list) {
    for (int i = 0; i < list->count; i++) {
        const AstNode *item = list->items[i];
        if (!check_node(c, item->kind == AST_STARRED ? item->starred.value : item)) return false;
    }
    return true;
}

static bool is_debug(const AstIdent *name) {
    return strcmp(name->text, "__debug__") == 0;
}

bool check_not_debug(Checker *c, const AstIdent *name, const AstNode *node) {
    return !name || !is_debug(name) || check_fail(c, node, "cannot assign to __debug__");
}

/* Enters code of another unit; `outer` keeps what has to come back. */
static void enter_unit(Checker *c, Checker *outer, Unit unit, const SymScope *scope) {
    *outer = *c;
    c->unit = unit;
    c->jump = JUMP_NOWHERE;
    c->in_except_star = false;
    c->is_async_generator = scope && scope->is_async_generator;
}

/* The set of names has gone on meanwhile. */
static void leave_unit(Checker *c, const Checker *outer) {
    c->unit = outer->unit;
    c->jump = outer->jump;
    c->in_except_star = outer->in_except_star;
    c->is_async_generator = outer->is_async_generator;
}

static bool is_function_like(const Checker *c) {
    return c->unit != UNIT_MODULE && c->unit != UNIT_CLASS;
}

static bool check_param_names(Checker *c, const AstList *list) {
    for (int i = 0; i < list->count; i++) {
        if (!check_not_debug(c, list->items[i]->arg.arg, list->items[i])) return false;
    }
    return true;
}

static bool check_params(Checker *c, const AstArguments *a) {
    return check_param_names(c, &a->posonlyargs) && check_param_names(c, &a->args) &&
           (!a->vararg || check_not_debug(c, a->vararg->arg.arg, a->vararg)) &&
           check_param_names(c, &a->kwonlyargs) &&
           (!a->kwarg || check_not_debug(c, a->kwarg->arg.arg, a->kwarg));
}

/* `*args: *Ts` is the one annotation that may be starred. */
static bool check_annotation(Checker *c, const AstNode *arg) {
    if (!arg || !arg->arg.annotation) return true;
    const AstNode *annotation = arg->arg.annotation;
    return check_node(c, annotation->kind == AST_STARRED ? annotation->starred.value : annotation);
}

static bool check_annotations(Checker *c, const AstList *list) {
    for (int i = 0; i < list->count; i++) {
        if (!check_annotation(c, list->items[i])) return false;
    }
    return true;
}

static bool check_signature(Checker *c, const AstFunctionDef *def) {
    const AstArguments *a = &def->args->arguments;
    if (def->scope->future_annotations) return true;
    return check_annotations(c, &a->args) && check_annotations(c, &a->posonlyargs) &&
           check_annotation(c, a->vararg) && check_annotations(c, &a->kwonlyargs) &&
           check_annotation(c, a->kwarg) && check_opt(c, def->returns);
}

static bool check_type_params(Checker *c, const AstList *list) {
    bool has_default = false;
    for (int i = 0; i < list->count; i++) {
        const AstNode *node = list->items[i];
        const AstTypeParam *param = &node->type_param;
        if (!check_not_debug(c, param->name, node) || !check_opt(c, param->bound)) return false;
        if (has_default && !param->default_value) {
            return check_fail(c, node,
                              "non-default type parameter '%s' follows default type parameter",
                              param->name->text);
        }
        const AstNode *value = param->default_value;
        if (!value) continue;
        has_default = true;
        if (!check_node(c, value->kind == AST_STARRED ? value->starred.value : value)) return false;
    }
    return true;
}

static bool check_function(Checker *c, const AstNode *node) {
    const AstFunctionDef *def = &node->function_def;
    const AstArguments *args = &def->args->arguments;
    if (!check_params(c, args) || !check_list(c, &def->decorators)) return false;
    if (!check_list(c, &args->defaults) || !check_list(c, &args->kw_defaults)) return false;
    if (!check_type_params(c, &def->type_params) || !check_signature(c, def)) return false;
    Checker outer;
    Unit unit = node->kind == AST_FUNCTION_DEF ? UNIT_FUNCTION : UNIT_ASYNC;
    enter_unit(c, &outer, unit, def->scope);
    if (!check_list(c, &def->body)) return false;
    leave_unit(c, &outer);
    return check_not_debug(c, def->name, node);
}

static bool check_lambda(Checker *c, const AstNode *node) {
    const AstArguments *args = &node->lambda.args->arguments;
    if (!check_params(c, args)) return false;
    if (!check_list(c, &args->defaults) || !check_list(c, &args->kw_defaults)) return false;
    Checker outer;
    enter_unit(c, &outer, UNIT_LAMBDA, node->lambda.scope);
    if (!check_node(c, node->lambda.body)) return false;
    leave_unit(c, &outer);
    return true;
}

static bool check_keywords(Checker *c, const AstList *keywords) {
    c->stamp++;
    for (int i = 0; i < keywords->count; i++) {
        const AstIdent *name = keywords->items[i]->keyword.arg;
        if (!name) continue;
        if (!check_not_debug(c, name, keywords->items[i])) return false;
        if (c->stamps[name->index] == c->stamp) {
            return check_fail(c, keywords->items[i], "keyword argument repeated: %s", name->text);
        }
        c->stamps[name->index] = c->stamp;
    }
    return true;
}

static bool check_call(Checker *c, const AstNode *node) {
    const AstCall *call = &node->call;
    return check_keywords(c, &call->keywords) && check_node(c, call->func) &&
           check_items(c, &call->args) && check_list(c, &call->keywords);
}

static bool check_class(Checker *c, const AstNode *node) {
    const AstClassDef *def = &node->class_def;
    if (!check_list(c, &def->decorators) || !check_type_params(c, &def->type_params)) return false;
    Checker outer;
    enter_unit(c, &outer, UNIT_CLASS, NULL);
    if (!check_list(c, &def->body)) return false;
    leave_unit(c, &outer);
    return check_keywords(c, &def->keywords) && check_items(c, &def->bases) &&
           check_list(c, &def->keywords) && check_not_debug(c, def->name, node);
}

static bool check_clauses(Checker *c, const AstComp *comp) {
    for (int i = 0; i < comp->generators.count; i++) {
        const AstComprehension *clause = &comp->generators.items[i]->comprehension;
        if (i > 0 && !check_node(c, clause->iter)) return false;
        if (!check_node(c, clause->target) || !check_list(c, &clause->ifs)) return false;
    }
    return check_node(c, comp->element) && check_opt(c, comp->value);
}

static bool check_comprehension(Checker *c, const AstNode *node) {
    const AstComp *comp = &node->comp;
    bool generator = node->kind == AST_GENERATOR_EXP;
    if (!check_node(c, comp->generators.items[0]->comprehension.iter)) return false;
    bool async_place = c->unit == UNIT_ASYNC || c->unit == UNIT_GENERATOR;
    if (comp->scope->is_coroutine && !generator && !async_place) {
        return check_fail(c, node,
                          "asynchronous comprehension outside of an asynchronous function");
    }
    if (!generator) return check_clauses(c, comp);
    Checker outer;
    enter_unit(c, &outer, UNIT_GENERATOR, comp->scope);
    if (!check_clauses(c, comp)) return false;
    leave_unit(c, &outer);
    return true;
}

static bool check_return(Checker *c, const AstNode *node) {
    if (!is_function_like(c)) return check_fail(c, node, "'return' outside function");
    if (node->value.value && c->is_async_generator) {
        return check_fail(c, node, "'return' with value in async generator");
    }
    if (!check_opt(c, node->value.value)) return false;
    if (!c->in_except_star) return true;
    return check_fail(c, node,
                      "'break', 'continue' and 'return' cannot appear in an except* block");
}

static bool check_jump(Checker *c, const AstNode *node) {
    if (c->jump == JUMP_LOOP) return true;
    if (c->jump == JUMP_EXCEPT_STAR) {
        return check_fail(c, node,
                          "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (node->kind == AST_BREAK) return check_fail(c, node, "'break' outside loop");
    return check_fail(c, node, "'continue' not properly in loop");
}

static bool check_loop_body(Checker *c, const AstList *body, const AstList *orelse) {
    JumpTarget outer = c->jump;
    c->jump = JUMP_LOOP;
    if (!check_list(c, body)) return false;
    c->jump = outer;
    return check_list(c, orelse);
}

static bool check_for(Checker *c, const AstNode *node) {
    if (node->kind == AST_ASYNC_FOR && c->unit != UNIT_ASYNC) {
        return check_fail(c, node, "'async for' outside async function");
    }
    return check_node(c, node->for_.iter) && check_node(c, node->for_.target) &&
           check_loop_body(c, &node->for_.body, &node->for_.orelse);
}

static bool check_while(Checker *c, const AstNode *node) {
    return check_node(c, node->test.test) &&
           check_loop_body(c, &node->test.body, &node->test.orelse);
}

static bool check_with(Checker *c, const AstNode *node) {
    if (node->kind == AST_ASYNC_WITH && c->unit != UNIT_ASYNC) {
        return check_fail(c, node, "'async with' outside async function");
    }
    return check_list(c, &node->with.items) && check_list(c, &node->with.body);
}

static bool check_handler(Checker *c, const AstNode *node, bool star) {
    const AstExceptHandler *handler = &node->except_handler;
    JumpTarget jump = c->jump;
    bool in_star = c->in_except_star;
    if (!check_opt(c, handler->type) || !check_not_debug(c, handler->name, node)) return false;
    if (star) {
        c->jump = JUMP_EXCEPT_STAR;
        c->in_except_star = true;
    }
    if (!check_list(c, &handler->body)) return false;
    c->jump = jump;
    c->in_except_star = in_star;
    return true;
}

static bool check_handlers(Checker *c, const AstList *handlers, bool star) {
    for (int i = 0; i < handlers->count; i++) {
        const AstNode *handler = handlers->items[i];
        if (!handler->except_handler.type && i < handlers->count - 1) {
            return check_fail(c, handler, "default 'except:' must be last");
        }
        if (!check_handler(c, handler, star)) return false;
    }
    return true;
}

/* CPython compiles the else block before plain handlers, but after starred ones. */
static bool check_try(Checker *c, const AstNode *node) {
    const AstTry *s = &node->try_;
    bool star = node->kind == AST_TRY_STAR;
    if (!check_list(c, &s->body) || (!star && !check_list(c, &s->orelse))) return false;
    if (!check_handlers(c, &s->handlers, star)) return false;
    return (!star || check_list(c, &s->orelse)) && check_list(c, &s->finalbody);
}

static bool check_yield(Checker *c, const AstNode *node) {
    const char *from = node->kind == AST_YIELD_FROM ? " from" : "";
    if (!is_function_like(c)) return check_fail(c, node, "'yield%s' outside function", from);
    if (node->kind == AST_YIELD_FROM && c->unit == UNIT_ASYNC) {
        return check_fail(c, node, "'yield from' inside async function");
    }
    return check_opt(c, node->value.value);
}

static bool check_await(Checker *c, const AstNode *node) {
    if (!is_function_like(c)) return check_fail(c, node, "'await' outside function");
    if (c->unit != UNIT_ASYNC && c->unit != UNIT_GENERATOR) {
        return check_fail(c, node, "'await' outside async function");
    }
    return check_node(c, node->value.value);
}

static bool check_unpacking(Checker *c, const AstNode *node) {
    const AstList *elts = &node->sequence.elts;
    bool seen = false;
    for (int i = 0; i < elts->count; i++) {
        if (elts->items[i]->kind != AST_STARRED) continue;
        if (seen) return check_fail(c, node, "multiple starred expressions in assignment");
        seen = true;
        if (i > MAX_BEFORE_STAR) {
            return check_fail(c, node, "too many expressions in star-unpacking assignment");
        }
    }
    return check_items(c, elts);
}

static bool check_sequence(Checker *c, const AstNode *node) {
    if (node->kind != AST_SET && node->sequence.ctx == AST_STORE) return check_unpacking(c, node);
    return check_items(c, &node->sequence.elts);
}

static bool check_starred(Checker *c, const AstNode *node) {
    if (node->starred.ctx == AST_STORE) {
        return check_fail(c, node, "starred assignment target must be in a list or tuple");
    }
    return check_fail(c, node, "can't use starred expression here");
}

static bool check_name(Checker *c, const AstNode *node) {
    if (node->name.ctx == AST_LOAD || !is_debug(node->name.id)) return true;
    return check_fail(c, node, "cannot %s __debug__",
                      node->name.ctx == AST_DEL ? "delete" : "assign to");
}

static bool check_attribute(Checker *c, const AstNode *node) {
    if (!check_node(c, node->attribute.value)) return false;
    return node->attribute.ctx != AST_STORE || check_not_debug(c, node->attribute.attr, node);
}

/* CPython evaluates the value first, then stores to the targets. */
static bool check_assign(Checker *c, const AstNode *node) {
    return check_node(c, node->assign.value) && check_list(c, &node->assign.targets);
}

static bool check_aug_assign(Checker *c, const AstNode *node) {
    const AstNode *target = node->aug_assign.target;
    if (target->kind == AST_ATTRIBUTE) target = target->attribute.value;
    return check_node(c, target) && check_node(c, node->aug_assign.value);
}

static bool check_ann_assign(Checker *c, const AstNode *node) {
    const AstAnnAssign *s = &node->ann_assign;
    const AstNode *target = s->target;
    if (s->value && !check_node(c, s->value)) return false;
    if (target->kind == AST_NAME && !check_not_debug(c, target->name.id, node)) return false;
    if (!check_node(c, target)) return false;
    return c->text_annotations || check_node(c, s->annotation);
}

static bool check_imports(Checker *c, const AstNode *node) {
    const AstList *names = &node->import.names;
    for (int i = 0; i < names->count; i++) {
        const AstAlias *alias = &names->items[i]->alias;
        if (!check_not_debug(c, alias->asname ? alias->asname : alias->name, node)) return false;
    }
    return true;
}

static bool check_type_alias(Checker *c, const AstNode *node) {
    return check_type_params(c, &node->type_alias.type_params) &&
           check_node(c, node->type_alias.value) &&
           check_not_debug(c, node->type_alias.name->name.id, node);
}

static bool check_match(Checker *c, const AstNode *node) {
    return check_node(c, node->match.subject) && check_cases(c, &node->match);
}

static bool check_child(AstNode *child, void *data) {
    return check_node(data, child);
}

/* What is not here has nothing of its own to check. */
static bool (*const CHECKS[AST_KIND_COUNT])(Checker *, const AstNode *) = {
    [AST_FUNCTION_DEF] = check_function,
    [AST_ASYNC_FUNCTION_DEF] = check_function,
    [AST_CLASS_DEF] = check_class,
    [AST_RETURN] = check_return,
    [AST_ASSIGN] = check_assign,
    [AST_TYPE_ALIAS] = check_type_alias,
    [AST_AUG_ASSIGN] = check_aug_assign,
    [AST_ANN_ASSIGN] = check_ann_assign,
    [AST_FOR] = check_for,
    [AST_ASYNC_FOR] = check_for,
    [AST_WHILE] = check_while,
    [AST_WITH] = check_with,
    [AST_ASYNC_WITH] = check_with,
    [AST_MATCH] = check_match,
    [AST_TRY] = check_try,
    [AST_TRY_STAR] = check_try,
    [AST_IMPORT] = check_imports,
    [AST_IMPORT_FROM] = check_imports,
    [AST_BREAK] = check_jump,
    [AST_CONTINUE] = check_jump,
    [AST_LAMBDA] = check_lambda,
    [AST_LIST_COMP] = check_comprehension,
    [AST_SET_COMP] = check_comprehension,
    [AST_DICT_COMP] = check_comprehension,
    [AST_GENERATOR_EXP] = check_comprehension,
    [AST_AWAIT] = check_await,
    [AST_YIELD] = check_yield,
    [AST_YIELD_FROM] = check_yield,
    [AST_CALL] = check_call,
    [AST_ATTRIBUTE] = check_attribute,
    [AST_STARRED] = check_starred,
    [AST_NAME] = check_name,
    [AST_LIST] = check_sequence,
    [AST_TUPLE] = check_sequence,
    [AST_SET] = check_sequence,
};

bool check_node(Checker *c, const AstNode *node) {
    bool (*check)(Checker *, const AstNode *) = CHECKS[node->kind];
    return check ? check(c, node) : ast_each_child(node, check_child, c);
}

bool syntax_check(const AstNode *module, Diag *d) {
    Checker c = {.diag = d};
    d->kind = DIAG_NONE;
    c.text_annotations = module->module.scope->future_annotations;
    size_t size = sizeof *c.stamps * (size_t)ast_names_count(module->module.names);
    region_init(&c.scratch, MAX_SCRATCH);
    c.stamps = region_alloc(&c.scratch, size);
    c.captured = region_alloc(&c.scratch, size);
    bool ok = c.stamps && c.captured;
    if (!ok)
        diag_set(d, DIAG_LIMIT, 1, 1, 1, 0,
                 c.scratch.starved ? "not enough memory to load this program"
                                   : "the program is too large");
    ok = ok && check_list(&c, &module->module.body);
    region_clear(&c.scratch);
    return ok;
}
