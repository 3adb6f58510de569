#include "compile/compile_parts.h"

static const AstNode *context_expr(const AstNode *with, int item) {
    return with->with.items.items[item]->with_item.context_expr;
}

/* Control comes back to the statement; items on one line are left in one step. */
static void line_of_leaving(Unit *u, const AstNode *with, int item) {
    const AstNode *context = context_expr(with, item);
    bool last = item == with->with.items.count - 1;
    if (last || context_expr(with, item + 1)->line != context->line) {
        compile_line_inside(u, context->line, unit_position(context));
    }
}

static void await_exit(Unit *u, const AstNode *with, Position position) {
    if (with->kind != AST_ASYNC_WITH) return;
    EMIT(u, GET_AWAITABLE, 2, position);
    compile_await_loop(u, position);
}

void compile_with_leave(Unit *u, const AstNode *with, int item) {
    Position position = unit_position(context_expr(with, item));
    line_of_leaving(u, with, item);
    EMIT0(u, PUSH_NULL, position);
    for (int i = 0; i < 3; i++) unit_load_none(u, position);
    EMIT(u, CALL, 3, position);
    await_exit(u, with, position);
    EMIT0(u, POP, position);
}

/* exit lasti exc -> : asks the manager; the exception goes on unless the answer is true. */
static void leave_by_exception(Unit *u, const AstNode *with, int item) {
    Position position = unit_position(context_expr(with, item));
    Label suppressed = unit_label(u), failed = unit_label(u);
    EMIT0(u, PUSH_EXC, position);
    uint32_t before = unit_protect(u, failed, 1, true);
    line_of_leaving(u, with, item);
    EMIT0(u, WITH_EXIT, position);
    await_exit(u, with, position);
    EMIT0(u, TO_BOOL, position);
    unit_unprotect(u, before);
    EMIT_JUMP(u, JUMP_IF_TRUE, suppressed, position);
    EMIT(u, SWAP, 2, position); /* exit lasti exc previous */
    EMIT0(u, POP_EXCEPT, position);
    EMIT(u, RERAISE, 1, position);
    unit_place(u, failed); /* exit lasti previous lasti exc: the manager raised */
    EMIT(u, COPY, 3, unit_nowhere());
    EMIT0(u, POP_EXCEPT, unit_nowhere());
    EMIT(u, RERAISE, 1, unit_nowhere());
    unit_place(u, suppressed); /* exit lasti previous exc */
    EMIT0(u, POP, position);
    EMIT0(u, POP_EXCEPT, position);
    EMIT0(u, POP, position);
    EMIT0(u, POP, position);
}

/* manager -> exit entered */
static void enter(Unit *u, const AstNode *with, Position position) {
    if (with->kind == AST_WITH) {
        EMIT0(u, BEFORE_WITH, position);
        return;
    }
    EMIT0(u, BEFORE_ASYNC_WITH, position);
    EMIT(u, GET_AWAITABLE, 1, position);
    compile_await_loop(u, position);
}

static void with_item(Unit *u, const AstNode *with, int item) {
    const AstNode *target = with->with.items.items[item]->with_item.optional_vars;
    Position position = unit_position(context_expr(with, item));
    Label handler = unit_label(u), end = unit_label(u);
    Block block;
    compile_expr(u, context_expr(with, item));
    enter(u, with, position);
    compile_push_block(u, &block, BLOCK_WITH, with);
    block.item = item;
    uint32_t before = unit_protect(u, handler, 1, true);
    if (target) {
        compile_store(u, target);
    } else {
        EMIT0(u, POP, position);
    }
    if (item == with->with.items.count - 1) {
        compile_body(u, &with->with.body);
    } else if (!u->c->failed) { /* too deep, perhaps */
        with_item(u, with, item + 1);
    }
    unit_unprotect(u, before);
    compile_pop_block(u);
    compile_with_leave(u, with, item);
    EMIT_JUMP(u, JUMP, end, unit_nowhere());
    unit_place(u, handler);
    leave_by_exception(u, with, item);
    unit_place(u, end);
}

void compile_with(Unit *u, const AstNode *n) {
    with_item(u, n, 0);
}
