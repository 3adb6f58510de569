#ifndef SYNTAX_SYNTAX_CHECK_PRIVATE_H
#define SYNTAX_SYNTAX_CHECK_PRIVATE_H
/* What the checks of statements, expressions and patterns share. */

#include "syntax/symtable.h"
#include "syntax/syntax_check.h"

/* What kind of code the statements around belong to. */
typedef enum {
    UNIT_MODULE,
    UNIT_CLASS,
    UNIT_FUNCTION,
    UNIT_ASYNC,
    UNIT_LAMBDA,
    UNIT_GENERATOR
} Unit;

/* What `break` would leave first. */
typedef enum { JUMP_NOWHERE, JUMP_LOOP, JUMP_EXCEPT_STAR } JumpTarget;

typedef struct {
    Region scratch; /* lives as long as the check */
    Diag *diag;
    Unit unit;
    JumpTarget jump;
    bool in_except_star;
    bool is_async_generator;
    bool text_annotations; /* `from __future__ import annotations`: they are not compiled */
    uint32_t *stamps;      /* per name: the last `stamp` it was marked with */
    uint32_t *captured;    /* the same for the names that patterns bind */
    uint32_t stamp;        /* a new one for each set of names */
} Checker;

/* All are false when they have reported. */
bool check_fail(Checker *c, const AstNode *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool check_node(Checker *c, const AstNode *node);
bool check_list(Checker *c, const AstList *list);
bool check_not_debug(Checker *c, const AstIdent *name, const AstNode *node);
/* A match statement's cases with their guards and bodies. */
bool check_cases(Checker *c, const AstMatch *match);

#endif
