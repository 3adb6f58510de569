#include <stdio.h>
#include <string.h>

#include "syntax/syntax_warn.h"

enum { MESSAGE = 160 };

typedef struct {
    SyntaxWarned told;
    void *data;
} Teller;

/* ---- types that are known before the program runs ---- */

static const char *const constant_names[] = {
    [AST_CONST_NONE] = "NoneType",     [AST_CONST_TRUE] = "bool", [AST_CONST_FALSE] = "bool",
    [AST_CONST_ELLIPSIS] = "ellipsis", [AST_CONST_INT] = "int",   [AST_CONST_FLOAT] = "float",
    [AST_CONST_COMPLEX] = "complex",   [AST_CONST_STR] = "str",   [AST_CONST_BYTES] = "bytes",
};

static bool is_one_of(const char *name, const char *const *names, size_t count) {
    for (size_t i = 0; name && i < count; i++) {
        if (strcmp(name, names[i]) == 0) return true;
    }
    return false;
}

static bool is_integer(const char *type) {
    static const char *const names[] = {"int", "bool"};
    return is_one_of(type, names, 2);
}

static bool is_number(const char *type) {
    return is_integer(type) || (type && strcmp(type, "float") == 0);
}

static const char *constant_type(const AstNode *n);

static const char *unary_type(const AstNode *n) {
    const char *type = constant_type(n->unary_op.operand);
    if (!type) return NULL;
    if (n->unary_op.op == AST_NOT) return "bool";
    if (is_integer(type)) return "int";
    return is_number(type) && n->unary_op.op != AST_INVERT ? "float" : NULL;
}

static const char *binary_type(const AstNode *n) {
    const char *left = constant_type(n->bin_op.left), *right = constant_type(n->bin_op.right);
    static const char *const joined[] = {"str", "bytes", "tuple"};
    if (n->bin_op.op == AST_ADD && left && right && strcmp(left, right) == 0 &&
        is_one_of(left, joined, 3)) {
        return left;
    }
    if (!is_number(left) || !is_number(right)) return NULL;
    return is_integer(left) && is_integer(right) && n->bin_op.op != AST_DIV ? "int" : "float";
}

static const char *tuple_type(const AstNode *n) {
    for (int i = 0; i < n->sequence.elts.count; i++) {
        if (!constant_type(n->sequence.elts.items[i])) return NULL;
    }
    return "tuple";
}

static const char *item_type(const AstNode *n) {
    const char *value = constant_type(n->subscript.value);
    if (!value || !is_integer(constant_type(n->subscript.slice))) return NULL;
    return strcmp(value, "str") == 0 ? "str" : strcmp(value, "bytes") == 0 ? "int" : NULL;
}

/* The type of what CPython computes while it compiles; NULL for everything else. */
static const char *constant_type(const AstNode *n) {
    switch (n->kind) {
    case AST_CONSTANT: return constant_names[n->constant.kind];
    case AST_TUPLE: return tuple_type(n);
    case AST_UNARY_OP: return unary_type(n);
    case AST_BIN_OP: return binary_type(n);
    case AST_SUBSCRIPT: return item_type(n);
    default: return NULL;
    }
}

/* The type that a display or literal has, or NULL. */
static const char *known_type(const AstNode *n) {
    static const char *const names[AST_KIND_COUNT] = {
        [AST_TUPLE] = "tuple",   [AST_LIST] = "list",       [AST_LIST_COMP] = "list",
        [AST_DICT] = "dict",     [AST_DICT_COMP] = "dict",  [AST_SET] = "set",
        [AST_SET_COMP] = "set",  [AST_LAMBDA] = "function", [AST_GENERATOR_EXP] = "generator",
        [AST_JOINED_STR] = "str"};
    const char *type = constant_type(n);
    return type ? type : names[n->kind];
}

/* ---- the warnings ---- */

static void warn_missed_comma(const Teller *t, const AstNode *n, const char *type,
                              const char *what) {
    char message[MESSAGE];
    snprintf(message, sizeof message, "'%s' object is not %s; perhaps you missed a comma?", type,
             what);
    t->told(t->data, n->line, message);
}

/* A literal that `is` should not be asked about. */
static const char *compared_literal(const AstNode *n) {
    static const char *const single[] = {"NoneType", "bool", "ellipsis"};
    const char *type = constant_type(n);
    return is_one_of(type, single, 3) ? NULL : type;
}

static void check_compare(const Teller *t, const AstNode *n) {
    const char *left = compared_literal(n->compare.left);
    for (int i = 0; i < n->compare.comparators.count; i++) {
        const char *right = compared_literal(n->compare.comparators.items[i]);
        AstCompareOp op = n->compare.ops[i];
        if ((op == AST_IS || op == AST_IS_NOT) && (left || right)) {
            char message[MESSAGE];
            snprintf(message, sizeof message, "\"%s\" with '%s' literal. Did you mean \"%s\"?",
                     op == AST_IS ? "is" : "is not", left ? left : right,
                     op == AST_IS ? "==" : "!=");
            t->told(t->data, n->line, message);
            return; /* one for each comparison */
        }
        left = right;
    }
}

static void check_assert(const Teller *t, const AstNode *n) {
    const AstNode *test = n->assert_.test;
    if (test->kind != AST_TUPLE || test->sequence.elts.count == 0) return;
    t->told(t->data, n->line, "assertion is always true, perhaps remove parentheses?");
}

static void check_call(const Teller *t, const AstNode *n) {
    const AstNode *func = n->call.func;
    const char *type = func->kind == AST_LAMBDA ? NULL : known_type(func);
    if (type) warn_missed_comma(t, n, type, "callable");
}

static bool is_sequence(const AstNode *n) {
    static const char *const types[] = {"tuple", "list", "str", "bytes"};
    return is_one_of(known_type(n), types, 4);
}

static void check_subscript(const Teller *t, const AstNode *n) {
    static const char *const plain[] = {"NoneType", "ellipsis", "int",       "float",
                                        "bool",     "set",      "generator", "function"};
    if (n->subscript.ctx != AST_LOAD) return;
    const char *type = known_type(n->subscript.value);
    if (is_one_of(type, plain, 8)) warn_missed_comma(t, n, type, "subscriptable");
    const char *index = known_type(n->subscript.slice);
    if (!is_sequence(n->subscript.value) || !index || is_integer(index)) return;
    char message[MESSAGE];
    snprintf(message, sizeof message,
             "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type,
             index);
    t->told(t->data, n->line, message);
}

/* ---- the order in which CPython compiles ---- */

static bool visit(AstNode *n, void *data);

static void visit_list(const AstList *list, void *data) {
    for (int i = 0; i < list->count; i++) {
        if (list->items[i]) visit(list->items[i], data);
    }
}

static void visit_optional(AstNode *n, void *data) {
    if (n) visit(n, data);
}

/* The values of the parameters are made first, then what is written behind their names. */
static void visit_function(const AstFunctionDef *f, void *data) {
    const AstArguments *a = &f->args->arguments;
    visit_list(&f->decorators, data);
    visit_list(&a->defaults, data);
    visit_list(&a->kw_defaults, data);
    visit_list(&f->type_params, data);
    visit_list(&a->args, data);
    visit_list(&a->posonlyargs, data);
    visit_optional(a->vararg, data);
    visit_list(&a->kwonlyargs, data);
    visit_optional(a->kwarg, data);
    visit_optional(f->returns, data);
    visit_list(&f->body, data);
}

static void visit_class(const AstClassDef *c, void *data) {
    visit_list(&c->decorators, data);
    visit_list(&c->type_params, data);
    visit_list(&c->body, data);
    visit_list(&c->bases, data);
    visit_list(&c->keywords, data);
}

/* The test of a loop is compiled twice: before the loop and at its end. */
static void visit_while(const AstTest *w, void *data) {
    visit(w->test, data);
    visit_list(&w->body, data);
    visit(w->test, data);
    visit_list(&w->orelse, data);
}

static bool visit(AstNode *n, void *data) {
    const Teller *t = data;
    switch (n->kind) {
    case AST_COMPARE: check_compare(t, n); break;
    case AST_ASSERT: check_assert(t, n); break;
    case AST_CALL: check_call(t, n); break;
    case AST_SUBSCRIPT: check_subscript(t, n); break;
    case AST_FUNCTION_DEF:
    case AST_ASYNC_FUNCTION_DEF: visit_function(&n->function_def, data); return true;
    case AST_CLASS_DEF: visit_class(&n->class_def, data); return true;
    case AST_WHILE: visit_while(&n->test, data); return true;
    default: break;
    }
    return ast_each_child(n, visit, data);
}

void syntax_warn_tree(const AstNode *module, SyntaxWarned told, void *data) {
    Teller t = {told, data};
    ast_each_child(module, visit, &t);
}
