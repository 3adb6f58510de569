#include "compile/compile_parts.h"

#include "object/str.h"

typedef void (*Visitor)(Unit *u, const AstNode *n);

/* ---- where a line step stops ---- */

/* The last part of a compound statement's header that its AST node knows of. */
static const AstNode *header_end(const AstNode *n) {
    switch (n->kind) {
    case AST_IF:
    case AST_WHILE: return n->test.test;
    case AST_FOR:
    case AST_ASYNC_FOR: return n->for_.iter;
    case AST_MATCH: return n->match.subject;
    case AST_WITH:
    case AST_ASYNC_WITH: return n->with.items.items[n->with.items.count - 1];
    case AST_MATCH_CASE: return n->match_case.guard ? n->match_case.guard : n->match_case.pattern;
    default: return n;
    }
}

static bool is_block_opener(const AstNode *n) {
    return n->kind == AST_FUNCTION_DEF || n->kind == AST_ASYNC_FUNCTION_DEF ||
           n->kind == AST_CLASS_DEF || n->kind == AST_TRY || n->kind == AST_TRY_STAR ||
           n->kind == AST_EXCEPT_HANDLER;
}

static Position header_position(const AstNode *n) {
    Position p = unit_span(n, header_end(n));
    if (is_block_opener(n)) {
        p.end_line = p.line;
        p.end_column = p.column;
    }
    return p;
}

void compile_line(Unit *u, const AstNode *n) {
    /* A match_case node has no place of its own: its pattern gives the line. */
    const AstNode *start = n->kind == AST_MATCH_CASE ? n->match_case.pattern : n;
    Position p = n->kind == AST_MATCH_CASE ? unit_span(start, header_end(n)) : header_position(n);
    if (!(u->c->flags & CODE_LIBRARY)) EMIT(u, LINE, start->line, p); /* no step stops there */
}

void compile_line_inside(Unit *u, uint32_t line, Position position) {
    if (!(u->c->flags & CODE_LIBRARY)) EMIT(u, LINE_INSIDE, line, position);
}

/* ---- simple statements ---- */

static void visit_expr(Unit *u, const AstNode *n) {
    const AstNode *value = n->value.value;
    if (value->kind == AST_CONSTANT) return; /* no effect */
    compile_expr(u, value);
    EMIT0(u, POP, unit_position(n));
}

static void visit_assign(Unit *u, const AstNode *n) {
    const AstList *targets = &n->assign.targets;
    compile_expr(u, n->assign.value);
    for (int i = 0; i < targets->count; i++) {
        if (i < targets->count - 1) EMIT(u, COPY, 1, unit_position(n));
        compile_store(u, targets->items[i]);
    }
}

static void visit_delete(Unit *u, const AstNode *n) {
    for (int i = 0; i < n->delete_.targets.count; i++) {
        compile_delete(u, n->delete_.targets.items[i]);
    }
}

static void visit_raise(Unit *u, const AstNode *n) {
    uint32_t count = 0;
    if (n->raise.exc) {
        compile_expr(u, n->raise.exc);
        count++;
    }
    if (n->raise.cause) {
        compile_expr(u, n->raise.cause);
        count++;
    }
    EMIT(u, RAISE, count, unit_position(n));
}

static void visit_assert(Unit *u, const AstNode *n) {
    Label passed = unit_label(u);
    Position position = unit_position(n);
    compile_jump_if(u, n->assert_.test, passed, true);
    EMIT0(u, LOAD_ASSERTION_ERROR, position);
    if (n->assert_.msg) {
        EMIT0(u, PUSH_NULL, position);
        compile_expr(u, n->assert_.msg);
        EMIT(u, CALL, 1, position);
    }
    EMIT(u, RAISE, 1, unit_position(n->assert_.test)); /* 3.13's traceback marks the condition */
    unit_place(u, passed);
}

static void visit_nothing(Unit *u, const AstNode *n) {
    (void)u, (void)n;
}

/* ---- bodies ---- */

void compile_body(Unit *u, const AstList *body) {
    for (int i = 0; i < body->count; i++) compile_stmt(u, body->items[i]);
}

void compile_body_after_doc(Unit *u, const AstList *body) {
    for (int i = u->doc ? 1 : 0; i < body->count; i++) compile_stmt(u, body->items[i]);
}

/* Those that place their LINE themselves, or run nothing, so that no step stops there. */
static bool has_own_line(const AstNode *n) {
    switch (n->kind) {
    case AST_FUNCTION_DEF:
    case AST_ASYNC_FUNCTION_DEF:
    case AST_CLASS_DEF:
    case AST_WHILE:
    case AST_GLOBAL:
    case AST_NONLOCAL: return true;
    default: return false;
    }
}

void compile_stmt(Unit *u, const AstNode *n) {
    static const Visitor visitors[AST_KIND_COUNT] = {
        [AST_FUNCTION_DEF] = compile_function_def,
        [AST_ASYNC_FUNCTION_DEF] = compile_function_def,
        [AST_CLASS_DEF] = compile_class_def,
        [AST_RETURN] = compile_return,
        [AST_DELETE] = visit_delete,
        [AST_ASSIGN] = visit_assign,
        [AST_TYPE_ALIAS] = compile_type_alias,
        [AST_AUG_ASSIGN] = compile_aug_assign,
        [AST_ANN_ASSIGN] = compile_ann_assign,
        [AST_FOR] = compile_for,
        [AST_ASYNC_FOR] = compile_async_for,
        [AST_WHILE] = compile_while,
        [AST_IF] = compile_if,
        [AST_WITH] = compile_with,
        [AST_ASYNC_WITH] = compile_with,
        [AST_MATCH] = compile_match,
        [AST_RAISE] = visit_raise,
        [AST_TRY] = compile_try,
        [AST_TRY_STAR] = compile_try_star,
        [AST_ASSERT] = visit_assert,
        [AST_IMPORT] = compile_import,
        [AST_IMPORT_FROM] = compile_import_from,
        [AST_GLOBAL] = visit_nothing,
        [AST_NONLOCAL] = visit_nothing,
        [AST_EXPR] = visit_expr,
        [AST_PASS] = visit_nothing,
        [AST_BREAK] = compile_break,
        [AST_CONTINUE] = compile_continue,
    };
    ASSERT(visitors[n->kind], "a statement stands here");
    if (u->c->failed) return;
    if (!has_own_line(n)) compile_line(u, n);
    visitors[n->kind](u, n);
}
