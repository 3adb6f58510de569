#include "compile/compile_parts.h"

/* previous lasti exc -> : an exception has left code that handles another one. */
static void cleanup(Unit *u, Label label) {
    unit_place(u, label);
    EMIT(u, COPY, 3, unit_nowhere());
    EMIT0(u, POP_EXCEPT, unit_nowhere());
    EMIT(u, RERAISE, 1, unit_nowhere());
}

/* ---- finally ---- */

static void try_except(Unit *u, const AstNode *n);

/* exc -> : the `finally` body on the way of an exception. */
static void finally_on_exception(Unit *u, const AstNode *n) {
    Block block;
    Label failed = unit_label(u);
    EMIT0(u, PUSH_EXC, unit_nowhere());
    compile_push_block(u, &block, BLOCK_FINALLY_END, n);
    uint32_t before = unit_protect(u, failed, 1, true);
    compile_body(u, &n->try_.finalbody);
    EMIT(u, RERAISE, 0, unit_nowhere());
    unit_unprotect(u, before);
    compile_pop_block(u);
    cleanup(u, failed);
}

static void try_finally(Unit *u, const AstNode *n, void (*inner)(Unit *, const AstNode *)) {
    Block block;
    Label handler = unit_label(u), end = unit_label(u);
    compile_push_block(u, &block, BLOCK_FINALLY_TRY, n);
    uint32_t before = unit_protect(u, handler, 0, false);
    if (n->try_.handlers.count > 0) {
        inner(u, n);
    } else {
        compile_body(u, &n->try_.body);
    }
    unit_unprotect(u, before);
    compile_pop_block(u);
    compile_body(u, &n->try_.finalbody);
    EMIT_JUMP(u, JUMP, end, unit_nowhere());
    unit_place(u, handler);
    finally_on_exception(u, n);
    unit_place(u, end);
}

/* ---- except ---- */

void compile_except_name_end(Unit *u, const AstNode *handler, Position position) {
    const AstIdent *name = handler->except_handler.name;
    if (!name) return;
    unit_load_none(u, position); /* the program may have deleted it already */
    compile_name(u, name, AST_STORE, position);
    compile_name(u, name, AST_DEL, position);
}

static void protected_body(Unit *u, const AstNode *n, Label handler) {
    Block block;
    compile_push_block(u, &block, BLOCK_TRY, n);
    uint32_t before = unit_protect(u, handler, 0, false);
    compile_body(u, &n->try_.body);
    unit_unprotect(u, before);
    compile_pop_block(u);
}

/* exc -> : binds the exception to the clause's name, or drops it. */
static void bind_exception(Unit *u, const AstNode *handler) {
    Position position = unit_position(handler);
    if (handler->except_handler.name) {
        compile_name(u, handler->except_handler.name, AST_STORE, position);
    } else {
        EMIT0(u, POP, position);
    }
}

/* Where the last statement of a body is, to which what follows it counts; nowhere if jumps lead
 * here from several places. */
static Position end_of_body(const Unit *u) {
    for (uint32_t i = 0; i < u->label_count; i++) {
        if (u->labels[i] == u->instr_count) return unit_nowhere();
    }
    return u->instr_count ? u->instrs[u->instr_count - 1].position : unit_nowhere();
}

/* The clause's body; an exception in it unbinds the name on its way. `outside` is the handler in
 * force outside of the whole statement. */
static void except_body(Unit *u, const AstNode *handler, uint32_t outside, Label end) {
    Block block;
    Label failed = unit_label(u);
    uint32_t in_clause = u->handler;
    bool named = handler->except_handler.name != NULL;
    compile_push_block(u, &block, BLOCK_EXCEPT, handler);
    block.handler = outside;
    if (named) unit_protect(u, failed, 0, true);
    compile_body(u, &handler->except_handler.body);
    compile_pop_block(u);
    u->handler = outside;
    Position last = end_of_body(u);
    EMIT0(u, POP_EXCEPT, last);
    compile_except_name_end(u, handler, last);
    EMIT_JUMP(u, JUMP, end, unit_nowhere());
    u->handler = in_clause;
    if (!named) return;
    unit_place(u, failed);
    compile_except_name_end(u, handler, unit_nowhere());
    EMIT(u, RERAISE, 1, unit_nowhere());
}

/* previous exc -> previous exc when the clause does not match. */
static void except_clause(Unit *u, const AstNode *handler, uint32_t outside, Label end) {
    Label next = unit_label(u);
    Position position = unit_position(handler);
    compile_line(u, handler);
    if (handler->except_handler.type) {
        compile_expr(u, handler->except_handler.type);
        EMIT0(u, CHECK_EXC_MATCH, position);
        EMIT_JUMP(u, JUMP_IF_FALSE, next, position);
    }
    bind_exception(u, handler);
    except_body(u, handler, outside, end);
    unit_place(u, next);
}

static void try_except(Unit *u, const AstNode *n) {
    Label handler = unit_label(u), end = unit_label(u), failed = unit_label(u);
    protected_body(u, n, handler);
    compile_body(u, &n->try_.orelse);
    EMIT_JUMP(u, JUMP, end, unit_nowhere());
    unit_place(u, handler);
    EMIT0(u, PUSH_EXC, unit_nowhere());
    uint32_t outside = unit_protect(u, failed, 1, true);
    for (int i = 0; i < n->try_.handlers.count; i++) {
        except_clause(u, n->try_.handlers.items[i], outside, end);
    }
    /* An enclosing `with` has moved the frame's line when this place counts again. */
    EMIT(u, RERAISE, 0, unit_position(n->try_.handlers.items[n->try_.handlers.count - 1]));
    unit_unprotect(u, outside);
    cleanup(u, failed);
    unit_place(u, end);
}

void compile_try(Unit *u, const AstNode *n) {
    if (n->try_.finalbody.count > 0) {
        try_finally(u, n, try_except);
    } else {
        try_except(u, n);
    }
}

/* ---- except* ---- */

/* previous original results rest -> the same, less what this clause handles. What its body raises
 * joins the results. (break, continue and return can't stand in it.) */
static void star_clause(Unit *u, const AstNode *handler) {
    Position position = unit_position(handler);
    Label no_match = unit_label(u), failed = unit_label(u), next = unit_label(u);
    compile_line(u, handler);
    compile_expr(u, handler->except_handler.type);
    EMIT0(u, CHECK_EG_MATCH, position);
    EMIT(u, COPY, 1, position);
    EMIT_JUMP(u, JUMP_IF_NONE, no_match, position);
    bind_exception(u, handler);
    uint32_t before = unit_protect(u, failed, 0, true);
    compile_body(u, &handler->except_handler.body);
    unit_unprotect(u, before);
    compile_except_name_end(u, handler, unit_nowhere());
    EMIT_JUMP(u, JUMP, next, unit_nowhere());
    unit_place(u, failed); /* ... rest lasti exc */
    compile_except_name_end(u, handler, unit_nowhere());
    EMIT(u, LIST_APPEND, 3, unit_nowhere());
    EMIT0(u, POP, unit_nowhere());
    EMIT_JUMP(u, JUMP, next, unit_nowhere());
    unit_place(u, no_match);
    EMIT0(u, POP, position);
    unit_place(u, next);
}

/* previous original results rest -> : raises what is left over and what the clauses raised. */
static void star_end(Unit *u, uint32_t outside, Label end) {
    Label raise = unit_label(u);
    EMIT(u, LIST_APPEND, 1, unit_nowhere());
    EMIT0(u, PREP_RERAISE_STAR, unit_nowhere());
    unit_unprotect(u, outside);
    EMIT(u, COPY, 1, unit_nowhere());
    EMIT_JUMP(u, JUMP_IF_NOT_NONE, raise, unit_nowhere());
    EMIT0(u, POP, unit_nowhere());
    EMIT0(u, POP_EXCEPT, unit_nowhere());
    EMIT_JUMP(u, JUMP, end, unit_nowhere());
    unit_place(u, raise);
    EMIT(u, SWAP, 2, unit_nowhere());
    EMIT0(u, POP_EXCEPT, unit_nowhere());
    EMIT(u, RERAISE, 0, unit_nowhere());
}

static void try_except_star(Unit *u, const AstNode *n) {
    Label handler = unit_label(u), end = unit_label(u), failed = unit_label(u);
    protected_body(u, n, handler);
    compile_body(u, &n->try_.orelse);
    EMIT_JUMP(u, JUMP, end, unit_nowhere());
    unit_place(u, handler);
    EMIT0(u, PUSH_EXC, unit_nowhere());
    uint32_t outside = unit_protect(u, failed, 1, true);
    EMIT(u, COPY, 1, unit_nowhere());
    EMIT(u, BUILD_LIST, 0, unit_nowhere());
    EMIT(u, SWAP, 2, unit_nowhere());
    for (int i = 0; i < n->try_.handlers.count; i++) star_clause(u, n->try_.handlers.items[i]);
    star_end(u, outside, end);
    cleanup(u, failed);
    unit_place(u, end);
}

void compile_try_star(Unit *u, const AstNode *n) {
    if (n->try_.finalbody.count > 0) {
        try_finally(u, n, try_except_star);
    } else {
        try_except_star(u, n);
    }
}
