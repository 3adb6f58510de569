#ifndef SYNTAX_SYNTAX_WARN_H
#define SYNTAX_SYNTAX_WARN_H
/* What CPython warns about while it compiles a program (SyntaxWarning). */

#include "syntax/ast.h"

typedef void (*SyntaxWarned)(void *data, uint32_t line, const char *text);

/* Calls `told` for each warning about a program that compiles, in CPython's order. False: the
 * machine had no memory to find them all. */
bool syntax_warn(const char *source, size_t length, SyntaxWarned told, void *data);

/* syntax_warn_tree.c: the part that needs the tree. */
void syntax_warn_tree(const AstNode *module, SyntaxWarned told, void *data);

#endif
