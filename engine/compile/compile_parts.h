#ifndef COMPILE_COMPILE_PARTS_H
#define COMPILE_COMPILE_PARTS_H
/* What the compiler's files ask of each other: one function for each kind of construct. All emit
 * into the unit; a function that compiles an expression leaves its value on the stack. */

#include "compile/compile_unit.h"

/* ---- compile_expr.c ---- */

void compile_expr(Unit *u, const AstNode *n);
/* Jumps when the expression's truth is `when`, otherwise goes on; leaves nothing. */
void compile_jump_if(Unit *u, const AstNode *n, Label target, bool when);
/* Reads, writes or deletes the variable; a write takes the value from the stack. */
void compile_name(Unit *u, const AstIdent *name, AstContext ctx, Position position);
/* Drives an awaitable-iterator to its end: iterator -> result. */
void compile_await_loop(Unit *u, Position position);
/* The constant that the expression is, -1 and tuples of constants included; NULL if it is none. */
Obj *compile_constant(Unit *u, const AstNode *n);
BinaryOp compile_operator(AstOperator op);

/* ---- compile_target.c ---- */

/* value -> ; assigns the value on the stack. */
void compile_store(Unit *u, const AstNode *target);
void compile_delete(Unit *u, const AstNode *target);
void compile_aug_assign(Unit *u, const AstNode *n);
void compile_ann_assign(Unit *u, const AstNode *n);

/* ---- compile_display.c ---- */

void compile_sequence_display(Unit *u, const AstNode *n); /* TUPLE, LIST, SET */
void compile_dict_display(Unit *u, const AstNode *n);
/* The items become a list, stars among them or not; `given` values that lie on the stack begin it.
 */
void compile_star_list(Unit *u, uint32_t given, const AstList *items, Position position);
bool compile_has_star(const AstList *items);

/* ---- compile_call.c ---- */

void compile_call(Unit *u, const AstNode *n);
/* callable NULL g1 .. gn (n = given) -> result: calls with these and the listed arguments. */
void compile_call_with(Unit *u, uint32_t given, const AstList *args, const AstList *keywords,
                       Position position);

/* ---- compile_fstring.c ---- */

void compile_joined_str(Unit *u, const AstNode *n);
void compile_formatted_value(Unit *u, const AstNode *n);

/* ---- compile_stmt.c ---- */

void compile_stmt(Unit *u, const AstNode *n);
void compile_body(Unit *u, const AstList *body);
/* Statements of a body that may begin with a docstring, which is passed over. */
void compile_body_after_doc(Unit *u, const AstList *body);
void compile_line(Unit *u, const AstNode *n);
void compile_line_inside(Unit *u, uint32_t line, Position position);

/* ---- compile_control.c ---- */

typedef enum {
    BLOCK_WHILE,
    BLOCK_FOR,         /* the iterator lies on the stack */
    BLOCK_TRY,         /* the body of try/except */
    BLOCK_FINALLY_TRY, /* what a `finally` protects */
    BLOCK_FINALLY_END, /* a `finally` body that runs because of an exception: previous exc */
    BLOCK_EXCEPT,      /* the body of an except clause: previous */
    BLOCK_WITH,        /* the exit function lies on the stack */
    BLOCK_VALUE        /* a value to be returned lies on the stack, a finally body runs above it */
} BlockKind;

struct Block {
    BlockKind kind;
    Block *outer;
    uint32_t handler;    /* the handler in force outside */
    Label next, end;     /* loops: where `continue` and `break` lead */
    const AstNode *node; /* the TRY, EXCEPT_HANDLER or WITH statement */
    int item;            /* BLOCK_WITH: which item of the statement */
};

/* Enters a block (too many of them are a SyntaxError) and leaves it again. */
void compile_push_block(Unit *u, Block *b, BlockKind kind, const AstNode *node);
void compile_pop_block(Unit *u);
void compile_if(Unit *u, const AstNode *n);
void compile_while(Unit *u, const AstNode *n);
void compile_for(Unit *u, const AstNode *n);
void compile_async_for(Unit *u, const AstNode *n);
void compile_break(Unit *u, const AstNode *n);
void compile_continue(Unit *u, const AstNode *n);
void compile_return(Unit *u, const AstNode *n);
/* aiter -> aiter item; at the end control goes to the handler, which begins with END_ASYNC_FOR. */
void compile_anext(Unit *u, Label handler, Position position);

/* ---- compile_try.c ---- */

void compile_try(Unit *u, const AstNode *n);
void compile_try_star(Unit *u, const AstNode *n);
/* The name of an `except E as name` clause is unbound at its end. */
void compile_except_name_end(Unit *u, const AstNode *handler, Position position);

/* ---- compile_with.c ---- */

void compile_with(Unit *u, const AstNode *n);
/* exit -> ; calls it with three times None, as when the block ends normally. */
void compile_with_leave(Unit *u, const AstNode *with, int item);

/* ---- compile_function.c, compile_class.c ---- */

void compile_function_def(Unit *u, const AstNode *n);
void compile_lambda(Unit *u, const AstNode *n);
/* Pushes a function made of the child's code (NULL after a failure) and clears the child; `flags`
 * say which of defaults, keyword defaults and annotations lie on the stack already. */
void compile_make_function(Unit *u, Unit *child, Code *code, uint32_t flags, Position position);
/* A unit for a function-like scope inside of `u`, its closure's cells and qualified name ready. */
Unit *compile_enter(Unit *u, const SymScope *scope, const AstIdent *name, uint32_t first_line);
/* Ends with `return None` where control can get there. */
Code *compile_leave(Unit *u);
void compile_class_def(Unit *u, const AstNode *n);
/* Whether the body, nested functions and classes apart, holds annotated names. */
bool compile_has_annotations(const AstList *body);
/* Evaluates an annotation, or loads its text under `from __future__ import annotations`. */
void compile_annotation(Unit *u, const AstNode *annotation);
/* The statement's LINE, after that of its decorators, which are evaluated first of all ... */
void compile_definition_line(Unit *u, const AstNode *n, const AstList *decorators);
/* ... and applied at the end: function -> function. */
void compile_apply_decorators(Unit *u, const AstList *decorators);

/* ---- compile_generic.c ---- */

/* A unit for the function in which a generic's type parameters live: they are made first ... */
Unit *compile_enter_generic(Unit *u, const SymScope *scope, const AstIdent *name,
                            const AstList *params, Position position);
/* ... function or class -> the same, which is told its type parameters ... */
void compile_set_type_params(Unit *u, const AstList *params, Position position);
/* ... and at the end `u` calls that function, which returns what lies on `inner`'s stack. */
void compile_leave_generic(Unit *u, Unit *inner, Position position);
/* The bases of a generic class, Generic[...] after those that are written. */
void compile_generic_bases(Unit *u, const AstNode *class_def, AstList *bases);
void compile_type_alias(Unit *u, const AstNode *n);
/* -> value of a name that the class around may have, or else the module. */
void compile_class_or_global(Unit *u, const AstIdent *name, Position position);

/* ---- compile_doc.c ---- */

/* The docstring that the body begins with, with its indentation taken off; or NULL. */
Str *compile_docstring(Unit *u, const AstList *body);

/* ---- compile_comprehension.c ---- */

void compile_comprehension(Unit *u, const AstNode *n); /* list, set, dict */
void compile_generator_exp(Unit *u, const AstNode *n);

/* ---- compile_pattern.c ---- */

void compile_match(Unit *u, const AstNode *n);

/* ---- compile_import.c ---- */

void compile_import(Unit *u, const AstNode *n);
void compile_import_from(Unit *u, const AstNode *n);

/* ---- unparse.c ---- */

/* The expression's text as `from __future__ import annotations` keeps it; borrowed. */
Obj *unparse_expr(Unit *u, const AstNode *n);

#endif
