#include "compile/compile_parts.h"

static const AstNode *generator(const AstNode *n, int i) {
    return n->comp.generators.items[i];
}

/* -> iterator of generator i */
static void push_iterator(Unit *u, const AstNode *n, int i) {
    const AstComprehension *g = &generator(n, i)->comprehension;
    Position position = unit_position(g->iter);
    compile_expr(u, g->iter);
    if (g->is_async) {
        EMIT0(u, GET_AITER, position);
    } else {
        EMIT0(u, GET_ITER, position);
    }
}

/* What is done for each element, below `depth` iterators. */
static void element(Unit *u, const AstNode *n, uint32_t depth) {
    Position position = unit_position(n->comp.element);
    compile_expr(u, n->comp.element);
    switch (n->kind) {
    case AST_LIST_COMP: EMIT(u, LIST_APPEND, depth + 1, position); break;
    case AST_SET_COMP: EMIT(u, SET_ADD, depth + 1, position); break;
    case AST_DICT_COMP:
        compile_expr(u, n->comp.value);
        EMIT(u, MAP_ADD, depth + 1, unit_span(n->comp.element, n->comp.value));
        break;
    default:
        if (u->flags & CODE_ASYNC_GENERATOR) {
            EMIT0(u, ASYNC_YIELD, position);
        } else {
            EMIT(u, YIELD, 0, position);
        }
        EMIT0(u, POP, position);
    }
}

static void run(Unit *u, const AstNode *n, int i);

/* Target, conditions and what is inside; then back. */
static void loop_round(Unit *u, const AstNode *n, int i, Label next) {
    const AstComprehension *g = &generator(n, i)->comprehension;
    compile_store(u, g->target);
    for (int j = 0; j < g->ifs.count; j++) compile_jump_if(u, g->ifs.items[j], next, false);
    if (i + 1 < n->comp.generators.count) {
        push_iterator(u, n, i + 1);
        run(u, n, i + 1);
    } else {
        element(u, n, (uint32_t)i + 1);
    }
    EMIT_JUMP(u, JUMP, next, unit_nowhere());
}

/* iterator -> : runs generator i and those inside of it. */
static void run(Unit *u, const AstNode *n, int i) {
    const AstComprehension *g = &generator(n, i)->comprehension;
    Label next = unit_label(u), end = unit_label(u);
    unit_place(u, next);
    if (g->is_async) {
        compile_anext(u, end, unit_position(n));
        loop_round(u, n, i, next);
        unit_place(u, end);
        EMIT0(u, END_ASYNC_FOR, unit_position(n));
    } else {
        EMIT_JUMP(u, FOR_ITER, end, unit_position(g->iter));
        loop_round(u, n, i, next);
        unit_place(u, end);
    }
}

/* ---- list, set and dict: inlined ---- */

static void make_cells(Unit *u, Position position) {
    for (int i = 0; i < u->scope->name_count; i++) {
        const SymName *name = u->scope->names[i];
        if (name->kind != SYM_CELL || name->owner != u->scope) continue;
        EMIT(u, MAKE_CELL, unit_slot(u, u->scope, name->name), position);
    }
}

/* The comprehension's variables end with it, whichever way it ends. */
static void clear_slots(Unit *u, Position position) {
    for (int i = 0; i < u->scope->name_count; i++) {
        const SymName *name = u->scope->names[i];
        if (name->owner != u->scope) continue;
        if (name->kind != SYM_LOCAL && name->kind != SYM_CELL) continue;
        EMIT0(u, PUSH_NULL, position);
        EMIT(u, STORE_FAST, unit_slot(u, u->scope, name->name), position);
    }
}

static Opcode collection_op(const AstNode *n) {
    if (n->kind == AST_LIST_COMP) return OPCODE_BUILD_LIST;
    return n->kind == AST_SET_COMP ? OPCODE_BUILD_SET : OPCODE_BUILD_MAP;
}

void compile_comprehension(Unit *u, const AstNode *n) {
    Position position = unit_position(n);
    const SymScope *around = u->scope;
    Label failed = unit_label(u), end = unit_label(u);
    push_iterator(u, n, 0);
    unit_emit(u, collection_op(n), 0, position);
    EMIT(u, SWAP, 2, position);
    u->scope = n->comp.scope;
    make_cells(u, position);
    uint32_t before = unit_protect(u, failed, 2, true);
    run(u, n, 0);
    unit_unprotect(u, before);
    clear_slots(u, position);
    EMIT_JUMP(u, JUMP, end, position);
    unit_place(u, failed);
    clear_slots(u, position);
    EMIT(u, RERAISE, 1, position);
    unit_place(u, end);
    u->scope = around;
}

/* ---- generator expressions: functions of their first iterator ---- */

static Code *generator_code(Unit *u, const AstNode *n) {
    if (!u) return NULL;
    u->arg_count = 1;
    EMIT(u, LOAD_FAST, 0, unit_position(generator(n, 0)->comprehension.iter)); /* ".0" */
    run(u, n, 0);
    return compile_leave(u);
}

void compile_generator_exp(Unit *u, const AstNode *n) {
    Position position = unit_position(n);
    Unit *child = compile_enter(u, n->comp.scope, n->comp.scope->name, n->line);
    compile_make_function(u, child, generator_code(child, n), 0, position);
    EMIT0(u, PUSH_NULL, position);
    push_iterator(u, n, 0);
    EMIT(u, CALL, 1, position);
}
