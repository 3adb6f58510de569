#ifndef SYNTAX_SYNTAX_CHECK_H
#define SYNTAX_SYNTAX_CHECK_H
/* The mistakes that CPython's compiler finds in a tree that the grammar accepts. */

#include "base/diag.h"
#include "syntax/ast.h"

/* Run after symtable_build(): 'break' outside loop, 'await' outside async function, repeated
   keyword arguments, impossible unpacking, unreachable patterns and so on. False: `d` is set. */
bool syntax_check(const AstNode *module, Diag *d);

#endif
