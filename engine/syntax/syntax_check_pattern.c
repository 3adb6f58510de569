#include "syntax/syntax_check_private.h"

#include "base/tiny.h"

#include <stdio.h>
#include <string.h>

enum { MAX_KEYS = 1000, FIRST_NAMES = TINY(8, 2) };

/* The names that a pattern binds, each marked with `stamp` in Checker.captured while this is the
   set that is being filled. */
typedef struct {
    const AstIdent **names;
    int count, capacity;
    uint32_t stamp;
} Captures;

static bool check_pattern(Checker *c, const AstNode *node, Captures *captures);

static Captures no_captures(Checker *c) {
    return (Captures){NULL, 0, 0, ++c->stamp};
}

static bool has_name(const Checker *c, const Captures *captures, const AstIdent *name) {
    return c->captured[name->index] == captures->stamp;
}

static bool add_name(Checker *c, Captures *captures, const AstIdent *name) {
    if (captures->count == captures->capacity) {
        int capacity = captures->capacity ? captures->capacity * 2 : FIRST_NAMES;
        const AstIdent **names = region_alloc(&c->scratch, sizeof(*names) * (size_t)capacity);
        if (!names) {
            diag_set(c->diag, DIAG_LIMIT, 1, 1, 1, 0, "the program is too large");
            return false;
        }
        for (int i = 0; i < captures->count; i++) names[i] = captures->names[i];
        captures->names = names;
        captures->capacity = capacity;
    }
    captures->names[captures->count++] = name;
    c->captured[name->index] = captures->stamp;
    return true;
}

/* Another set has been filled meanwhile and may have taken over marks. */
static void mark_again(Checker *c, const Captures *captures) {
    for (int i = 0; i < captures->count; i++) {
        c->captured[captures->names[i]->index] = captures->stamp;
    }
}

static bool bind(Checker *c, const AstNode *node, const AstIdent *name, Captures *captures) {
    if (!name) return true;
    if (!check_not_debug(c, name, node)) return false;
    if (!has_name(c, captures, name)) return add_name(c, captures, name);
    return check_fail(c, node, "multiple assignments to name '%s' in pattern", name->text);
}

static bool check_patterns(Checker *c, const AstList *list, Captures *captures) {
    for (int i = 0; i < list->count; i++) {
        if (!check_pattern(c, list->items[i], captures)) return false;
    }
    return true;
}

/* The capture or `_`, perhaps under `as`, by which a pattern matches whatever it gets, or NULL. */
static const AstNode *irrefutable(const AstNode *node) {
    while (node->kind == AST_MATCH_AS && node->match_as.pattern) node = node->match_as.pattern;
    return node->kind == AST_MATCH_AS ? node : NULL;
}

static bool fail_unreachable(Checker *c, const AstNode *node) {
    const AstIdent *name = node->match_as.name;
    if (!name) return check_fail(c, node, "wildcard makes remaining patterns unreachable");
    return check_fail(c, node, "name capture '%s' makes remaining patterns unreachable",
                      name->text);
}

static bool check_value(Checker *c, const AstNode *node) {
    const AstNode *value = node->value.value;
    if (value->kind == AST_JOINED_STR) {
        return check_fail(c, node, "patterns may only match literals and attribute lookups");
    }
    return check_node(c, value);
}

static bool check_sequence(Checker *c, const AstNode *node, Captures *captures) {
    const AstList *items = &node->sequence.elts;
    bool seen = false;
    for (int i = 0; i < items->count; i++) {
        if (items->items[i]->kind != AST_MATCH_STAR) continue;
        if (seen) return check_fail(c, node, "multiple starred names in sequence pattern");
        seen = true;
    }
    return check_patterns(c, items, captures);
}

static bool same_number(const AstConstant *a, const AstConstant *b) {
    if (a->kind != AST_CONST_INT) return a->number == b->number;
    if (a->fits != b->fits) return false;
    if (a->fits) return a->integer == b->integer;
    return a->base == b->base && strcmp(a->text, b->text) == 0;
}

static bool same_constant(const AstConstant *a, const AstConstant *b) {
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case AST_CONST_INT:
    case AST_CONST_COMPLEX:
    case AST_CONST_FLOAT: return same_number(a, b);
    case AST_CONST_STR:
    case AST_CONST_BYTES: return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
    default: return true;
    }
}

static bool same_key(const AstNode *a, const AstNode *b) {
    if (a->kind == AST_UNARY_OP && b->kind == AST_UNARY_OP) {
        a = a->unary_op.operand;
        b = b->unary_op.operand;
    }
    return a->kind == AST_CONSTANT && b->kind == AST_CONSTANT &&
           same_constant(&a->constant, &b->constant);
}

/* The key as repr() shows it, near enough for a message. */
static void show_key(const AstNode *key, char *out, size_t size) {
    const char *sign = key->kind == AST_UNARY_OP ? "-" : "";
    const AstConstant *k =
        key->kind == AST_UNARY_OP ? &key->unary_op.operand->constant : &key->constant;
    switch (k->kind) {
    case AST_CONST_NONE: snprintf(out, size, "None"); break;
    case AST_CONST_TRUE: snprintf(out, size, "True"); break;
    case AST_CONST_FALSE: snprintf(out, size, "False"); break;
    case AST_CONST_ELLIPSIS: snprintf(out, size, "Ellipsis"); break;
    case AST_CONST_FLOAT: snprintf(out, size, "%s%.17g", sign, k->number); break;
    case AST_CONST_COMPLEX: snprintf(out, size, "%s%.17gj", sign, k->number); break;
    case AST_CONST_BYTES: snprintf(out, size, "b'%s'", k->text); break;
    case AST_CONST_STR: snprintf(out, size, "'%s'", k->text); break;
    case AST_CONST_INT:
        if (k->fits) {
            snprintf(out, size, "%s%lld", sign, (long long)k->integer);
        } else {
            snprintf(out, size, "%s%s", sign, k->text);
        }
        break;
    }
}

static bool check_keys(Checker *c, const AstNode *node) {
    const AstList *keys = &node->match_mapping.keys;
    if (keys->count > MAX_KEYS) {
        diag_set(c->diag, DIAG_LIMIT, (int)node->line, (int)node->column + 1, (int)node->end_line,
                 (int)node->end_column + 1, "more than %d keys in a pattern", MAX_KEYS);
        return false;
    }
    for (int i = 0; i < keys->count; i++) {
        const AstNode *key = keys->items[i];
        if (key->kind == AST_JOINED_STR) {
            return check_fail(c, node,
                              "mapping pattern keys may only match literals and attribute "
                              "lookups");
        }
        for (int j = 0; j < i; j++) {
            char text[DIAG_TEXT];
            if (!same_key(keys->items[j], key)) continue;
            show_key(key, text, sizeof text);
            return check_fail(c, node, "mapping pattern checks duplicate key (%s)", text);
        }
    }
    return true;
}

static bool check_mapping(Checker *c, const AstNode *node, Captures *captures) {
    return check_keys(c, node) && check_patterns(c, &node->match_mapping.patterns, captures) &&
           bind(c, node, node->match_mapping.rest, captures);
}

static bool check_attributes(Checker *c, const AstMatchClass *m) {
    c->stamp++;
    for (int i = 0; i < m->kwd_attrs.count; i++) {
        const AstIdent *name = m->kwd_attrs.items[i];
        const AstNode *pattern = m->kwd_patterns.items[i];
        if (!check_not_debug(c, name, pattern)) return false;
        if (c->stamps[name->index] == c->stamp) {
            return check_fail(c, pattern, "attribute name repeated in class pattern: %s",
                              name->text);
        }
        c->stamps[name->index] = c->stamp;
    }
    return true;
}

static bool check_class(Checker *c, const AstNode *node, Captures *captures) {
    const AstMatchClass *m = &node->match_class;
    return check_attributes(c, m) && check_node(c, m->cls) &&
           check_patterns(c, &m->patterns, captures) &&
           check_patterns(c, &m->kwd_patterns, captures);
}

static bool same_names(Checker *c, const Captures *a, const Captures *b) {
    if (a->count != b->count) return false;
    for (int i = 0; i < a->count; i++) {
        if (!has_name(c, b, a->names[i])) return false;
    }
    return true;
}

/* Every alternative binds the same names, and only the last may match anything. */
static bool check_alternatives(Checker *c, const AstNode *node, Captures *captures) {
    const AstList *items = &node->sequence.elts;
    Captures first = no_captures(c);
    for (int i = 0; i < items->count; i++) {
        Captures bound = no_captures(c);
        const AstNode *all = irrefutable(items->items[i]);
        if (all && i < items->count - 1) return fail_unreachable(c, all);
        if (!check_pattern(c, items->items[i], &bound)) return false;
        if (i == 0) {
            first = bound;
        } else if (!same_names(c, &first, &bound)) {
            return check_fail(c, node, "alternative patterns bind different names");
        }
    }
    mark_again(c, captures);
    for (int i = 0; i < first.count; i++) {
        if (!bind(c, node, first.names[i], captures)) return false;
    }
    return true;
}

static bool check_pattern(Checker *c, const AstNode *node, Captures *captures) {
    switch (node->kind) {
    case AST_MATCH_VALUE: return check_value(c, node);
    case AST_MATCH_SEQUENCE: return check_sequence(c, node, captures);
    case AST_MATCH_MAPPING: return check_mapping(c, node, captures);
    case AST_MATCH_CLASS: return check_class(c, node, captures);
    case AST_MATCH_OR: return check_alternatives(c, node, captures);
    case AST_MATCH_STAR: return bind(c, node, node->match_as.name, captures);
    case AST_MATCH_AS:
        return (!node->match_as.pattern || check_pattern(c, node->match_as.pattern, captures)) &&
               bind(c, node, node->match_as.name, captures);
    default: return true;
    }
}

bool check_cases(Checker *c, const AstMatch *match) {
    for (int i = 0; i < match->cases.count; i++) {
        const AstMatchCase *m = &match->cases.items[i]->match_case;
        Captures captures = no_captures(c);
        const AstNode *all = m->guard ? NULL : irrefutable(m->pattern);
        if (all && i < match->cases.count - 1) return fail_unreachable(c, all);
        if (!check_pattern(c, m->pattern, &captures)) return false;
        if (m->guard && !check_node(c, m->guard)) return false;
        if (!check_list(c, &m->body)) return false;
    }
    return true;
}
