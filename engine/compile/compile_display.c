#include "compile/compile_parts.h"

/* Longer displays are filled piece by piece, so that a frame's stack stays small. */
enum { MAX_ON_STACK = 30 };

bool compile_has_star(const AstList *items) {
    for (int i = 0; i < items->count; i++) {
        if (items->items[i]->kind == AST_STARRED) return true;
    }
    return false;
}

/* collection -> collection with the item added. */
static void add_item(Unit *u, bool is_set, const AstNode *item, Position position) {
    bool star = item->kind == AST_STARRED;
    compile_expr(u, star ? item->starred.value : item);
    if (is_set) {
        unit_emit(u, star ? OPCODE_SET_UPDATE : OPCODE_SET_ADD, 1, position);
    } else {
        unit_emit(u, star ? OPCODE_LIST_EXTEND : OPCODE_LIST_APPEND, 1, position);
    }
}

/* The items before the first star are collected on the stack when they are not too many. */
static void fill(Unit *u, uint32_t given, bool is_set, const AstList *items, Position position) {
    int i = 0;
    uint32_t first = given;
    for (; items->count <= MAX_ON_STACK && i < items->count; i++, first++) {
        if (items->items[i]->kind == AST_STARRED) break;
        compile_expr(u, items->items[i]);
    }
    unit_emit(u, is_set ? OPCODE_BUILD_SET : OPCODE_BUILD_LIST, first, position);
    for (; i < items->count; i++) add_item(u, is_set, items->items[i], position);
}

void compile_star_list(Unit *u, uint32_t given, const AstList *items, Position position) {
    fill(u, given, false, items, position);
}

void compile_sequence_display(Unit *u, const AstNode *n) {
    const AstList *items = &n->sequence.elts;
    Position position = unit_position(n);
    Obj *constant = compile_constant(u, n); /* a tuple of constants */
    if (constant) {
        unit_load_const(u, constant, position);
    } else if (n->kind == AST_SET) {
        fill(u, 0, true, items, position);
    } else if (n->kind == AST_LIST) {
        fill(u, 0, false, items, position);
    } else if (items->count > MAX_ON_STACK || compile_has_star(items)) {
        fill(u, 0, false, items, position);
        EMIT0(u, LIST_TO_TUPLE, position);
    } else {
        for (int i = 0; i < items->count; i++) compile_expr(u, items->items[i]);
        EMIT(u, BUILD_TUPLE, (uint32_t)items->count, position);
    }
}

/* The pairs up to the next `**` as one dict; gives the index after them. */
static int build_pairs(Unit *u, const AstDict *d, int from, Position position) {
    int i = from;
    for (; i < d->keys.count && d->keys.items[i] && i - from < MAX_ON_STACK / 2; i++) {
        compile_expr(u, d->keys.items[i]);
        compile_expr(u, d->values.items[i]);
    }
    EMIT(u, BUILD_MAP, (uint32_t)(i - from), position);
    return i;
}

void compile_dict_display(Unit *u, const AstNode *n) {
    const AstDict *d = &n->dict;
    Position position = unit_position(n);
    for (int i = build_pairs(u, d, 0, position); i < d->keys.count;) {
        if (d->keys.items[i]) {
            i = build_pairs(u, d, i, position);
        } else {
            compile_expr(u, d->values.items[i++]);
        }
        EMIT(u, DICT_UPDATE, 1, position);
    }
}
