#include "syntax/symtable_build.h"

#include <string.h>

/* The features that Python 3.13 knows; only the last still changes anything. */
static const char *const FEATURES[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};

static bool is_future(const AstNode *node) {
    return node->kind == AST_IMPORT_FROM && node->import.level == 0 && node->import.module &&
           strcmp(node->import.module->text, "__future__") == 0;
}

static bool is_docstring(const AstNode *node) {
    return node->kind == AST_EXPR && node->value.value->kind == AST_CONSTANT &&
           node->value.value->constant.kind == AST_CONST_STR;
}

static bool is_known(const char *name) {
    for (size_t i = 0; i < sizeof FEATURES / sizeof FEATURES[0]; i++) {
        if (strcmp(FEATURES[i], name) == 0) return true;
    }
    return false;
}

static bool fail_feature(SymBuilder *b, const AstNode *node, const char *name) {
    if (strcmp(name, "braces") == 0) {
        diag_set_in_bytes(b->diag, DIAG_SYNTAX, (int)node->line, (int)node->column + 1,
                          (int)node->line, 0, "not a chance");
    } else {
        diag_set_in_bytes(b->diag, DIAG_SYNTAX, (int)node->line, (int)node->column + 1,
                          (int)node->line, 0, "future feature %.100s is not defined", name);
    }
    return false;
}

static bool check_features(SymBuilder *b, const AstNode *node) {
    for (int i = 0; i < node->import.names.count; i++) {
        const char *name = node->import.names.items[i]->alias.name->text;
        if (!is_known(name)) return fail_feature(b, node, name);
        if (strcmp(name, "annotations") == 0) b->future_annotations = true;
        if (strcmp(name, "barry_as_FLUFL") != 0) continue;
        diag_set(b->diag, DIAG_UNSUPPORTED, (int)node->line, (int)node->column + 1,
                 (int)node->end_line, (int)node->end_column + 1,
                 "the future feature barry_as_FLUFL is not supported");
        return false;
    }
    return true;
}

/* After the first other statement such imports are misplaced, wherever they stand. */
static bool misplaced(AstNode *node, void *data) {
    if (!is_future(node)) return ast_each_child(node, misplaced, data);
    return symtable_fail(data, node,
                         "from __future__ imports must occur at the beginning of the file");
}

bool symtable_check_future(SymBuilder *b, const AstNode *module) {
    const AstList *body = &module->module.body;
    int i = 0;
    if (body->count > 0 && is_docstring(body->items[0])) i++;
    for (; i < body->count && is_future(body->items[i]); i++) {
        if (!check_features(b, body->items[i])) return false;
    }
    for (; i < body->count; i++) {
        if (!misplaced(body->items[i], b)) return false;
    }
    return true;
}
