#include "compile/compile_parts.h"

/* As in CPython, which refuses deeper nesting: the copies of `finally` bodies would grow without
 * bound. */
enum { MAX_BLOCKS = 21 };

void compile_push_block(Unit *u, Block *b, BlockKind kind, const AstNode *node) {
    *b = (Block){.kind = kind, .outer = u->block, .handler = u->handler, .node = node};
    u->block = b;
    if (++u->block_depth > MAX_BLOCKS && node) {
        unit_syntax_error(u, node, "too many statically nested blocks");
    }
}

void compile_pop_block(Unit *u) {
    u->block = u->block->outer;
    u->block_depth--;
}

/* ---- leaving blocks early ---- */

/* Drops the value on top, or the one below it when the top is a value to be returned. */
static void drop_below(Unit *u, bool keep_top, Position position) {
    if (keep_top) EMIT(u, SWAP, 2, position);
    EMIT0(u, POP, position);
}

static void end_handling(Unit *u, bool keep_top, Position position) {
    if (keep_top) EMIT(u, SWAP, 2, position);
    EMIT0(u, POP_EXCEPT, position);
}

/* The `finally` body once more, for this way out. */
static void run_finally(Unit *u, const Block *b, bool keep_top) {
    Block value;
    if (keep_top) compile_push_block(u, &value, BLOCK_VALUE, NULL);
    compile_body(u, &b->node->try_.finalbody);
    if (keep_top) compile_pop_block(u);
}

static void leave_block(Unit *u, const Block *b, bool keep_top, Position position) {
    u->handler = b->handler; /* what undoes a block is not protected by it */
    switch (b->kind) {
    case BLOCK_WHILE:
    case BLOCK_TRY: break;
    case BLOCK_FOR:
    case BLOCK_VALUE: drop_below(u, keep_top, position); break;
    case BLOCK_FINALLY_TRY: run_finally(u, b, keep_top); break;
    case BLOCK_FINALLY_END:
        drop_below(u, keep_top, position);
        end_handling(u, keep_top, position);
        break;
    case BLOCK_EXCEPT:
        end_handling(u, keep_top, position);
        compile_except_name_end(u, b->node, position);
        break;
    case BLOCK_WITH:
        if (keep_top) EMIT(u, SWAP, 2, position);
        compile_with_leave(u, b->node, b->item);
        break;
    }
}

/* What goes on inside of the blocks, while `u` is for a moment outside of some of them. */
typedef struct {
    Block *block;
    uint32_t handler, depth;
} Place;

static Place leave_up_to(Unit *u, const Block *stop, bool keep_top, Position position) {
    Place inside = {u->block, u->handler, u->block_depth};
    while (u->block != stop) {
        const Block *b = u->block;
        compile_pop_block(u);
        leave_block(u, b, keep_top, position);
    }
    return inside;
}

static void go_back_inside(Unit *u, Place inside) {
    u->block = inside.block;
    u->handler = inside.handler;
    u->block_depth = inside.depth;
}

void compile_return(Unit *u, const AstNode *n) {
    const AstNode *value = n->value.value;
    Position position = unit_position(n);
    Obj *constant = value ? compile_constant(u, value) : u->c->e->none;
    if (!constant) compile_expr(u, value);
    Place inside = leave_up_to(u, NULL, !constant, position);
    if (constant) unit_load_const(u, constant, position);
    EMIT0(u, RETURN, position);
    go_back_inside(u, inside);
}

static Block *innermost_loop(const Unit *u) {
    Block *b = u->block;
    while (b && b->kind != BLOCK_WHILE && b->kind != BLOCK_FOR) b = b->outer;
    return b;
}

void compile_break(Unit *u, const AstNode *n) {
    Position position = unit_position(n);
    const Block *loop = innermost_loop(u);
    if (!loop) {
        unit_syntax_error(u, n, "'break' outside loop");
        return;
    }
    Label end = loop->end;
    Place inside = leave_up_to(u, loop->outer, false, position);
    EMIT_JUMP(u, JUMP, end, position);
    go_back_inside(u, inside);
}

void compile_continue(Unit *u, const AstNode *n) {
    Position position = unit_position(n);
    const Block *loop = innermost_loop(u);
    if (!loop) {
        unit_syntax_error(u, n, "'continue' not properly in loop");
        return;
    }
    Place inside = leave_up_to(u, loop, false, position);
    EMIT_JUMP(u, JUMP, loop->next, position);
    go_back_inside(u, inside);
}

/* ---- if, while, for ---- */

void compile_if(Unit *u, const AstNode *n) {
    Label otherwise = unit_label(u), end = unit_label(u);
    compile_jump_if(u, n->test.test, otherwise, false);
    compile_body(u, &n->test.body);
    if (n->test.orelse.count > 0) EMIT_JUMP(u, JUMP, end, unit_nowhere());
    unit_place(u, otherwise);
    compile_body(u, &n->test.orelse);
    unit_place(u, end);
}

static void loop_body(Unit *u, const AstNode *n, BlockKind kind, const AstList *body, Label next,
                      Label end) {
    Block loop;
    compile_push_block(u, &loop, kind, n);
    loop.next = next;
    loop.end = end;
    compile_body(u, body);
    compile_pop_block(u);
}

void compile_while(Unit *u, const AstNode *n) {
    Label next = unit_label(u), otherwise = unit_label(u), end = unit_label(u);
    unit_place(u, next);
    compile_line(u, n);
    compile_jump_if(u, n->test.test, otherwise, false);
    loop_body(u, n, BLOCK_WHILE, &n->test.body, next, end);
    EMIT_JUMP(u, JUMP, next, unit_nowhere());
    unit_place(u, otherwise);
    compile_body(u, &n->test.orelse);
    unit_place(u, end);
}

/* The target, the body and the way back to `again`, past the header's LINE. */
static void rest_of_loop(Unit *u, const AstNode *n, Label again, Label end) {
    Label next = unit_label(u);
    compile_store(u, n->for_.target);
    loop_body(u, n, BLOCK_FOR, &n->for_.body, next, end);
    unit_place(u, next);
    compile_line(u, n);
    EMIT_JUMP(u, JUMP, again, unit_nowhere());
}

void compile_for(Unit *u, const AstNode *n) {
    Position position = unit_position(n->for_.iter);
    Label again = unit_label(u), otherwise = unit_label(u), end = unit_label(u);
    compile_expr(u, n->for_.iter);
    EMIT0(u, GET_ITER, position);
    unit_place(u, again);
    EMIT_JUMP(u, FOR_ITER, otherwise, position);
    rest_of_loop(u, n, again, end);
    unit_place(u, otherwise);
    compile_body(u, &n->for_.orelse);
    unit_place(u, end);
}

void compile_anext(Unit *u, Label handler, Position position) {
    uint32_t before = unit_protect(u, handler, 0, false);
    EMIT0(u, GET_ANEXT, position);
    compile_await_loop(u, position);
    unit_unprotect(u, before);
}

void compile_async_for(Unit *u, const AstNode *n) {
    Position position = unit_position(n->for_.iter);
    Label again = unit_label(u), handler = unit_label(u), end = unit_label(u);
    compile_expr(u, n->for_.iter);
    EMIT0(u, GET_AITER, position);
    unit_place(u, again);
    compile_anext(u, handler, unit_position(n));
    rest_of_loop(u, n, again, end);
    unit_place(u, handler);
    EMIT0(u, END_ASYNC_FOR, position);
    compile_body(u, &n->for_.orelse);
    unit_place(u, end);
}
