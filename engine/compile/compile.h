#ifndef COMPILE_COMPILE_H
#define COMPILE_COMPILE_H
/* From the syntax tree of a program to Code objects. */

#include "base/diag.h"
#include "object/code.h"
#include "syntax/ast.h"

/* Each reads, checks and compiles a text. Owned; NULL: `d` says what is wrong or not supported, or
 * that memory is exhausted. */

/* A program; `flags` (CODE_LIBRARY or 0) go to every code object. */
Code *compile_text(Engine *e, const char *source, size_t length, const char *filename,
                   uint32_t flags, Diag *d);

/* An expression: code that returns its value. Its names are looked up in the frame's namespace
 * first, then as globals. */
Code *compile_expression(Engine *e, const char *source, const char *filename, Diag *d);

#endif
