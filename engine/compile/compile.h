#ifndef COMPILE_COMPILE_H
#define COMPILE_COMPILE_H
/* From the syntax tree of a program to Code objects. */

#include "base/diag.h"
#include "object/code.h"
#include "syntax/ast.h"

/* Compiles a whole program. `module` has been through symtable_build() and syntax_check(); `flags`
 * (CODE_LIBRARY or 0) go to every code object. Owned; NULL: `d` says what is not supported or that
 * memory is exhausted. */
Code *compile_module(Engine *e, const AstNode *module, const char *filename, uint32_t flags,
                     Diag *d);

/* Compiles what parse_expression() gave: code that returns the expression's value. Its names are
 * looked up in the frame's namespace first, then as globals. */
Code *compile_expression(Engine *e, const AstNode *module, const char *filename, Diag *d);

/* Reads, checks and compiles a program's text. */
Code *compile_text(Engine *e, const char *source, size_t length, const char *filename,
                   uint32_t flags, Diag *d);

#endif
