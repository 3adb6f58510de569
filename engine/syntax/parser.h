#ifndef SYNTAX_PARSER_H
#define SYNTAX_PARSER_H
/* Reads the text of a Python 3.13 program into a syntax tree. */

#include "base/diag.h"
#include "syntax/ast.h"

/* Parses a whole program: UTF-8, any line ends, with or without a byte order mark. Tree and names
   live in `r`; `source` need not outlive the call. On false `d` holds CPython's message for the
   first mistake (grammar only: symtable_build() and syntax_check() find the rest). */
bool parse_module(Region *r, const char *source, size_t length, AstNode **module, Diag *d);

/* Parses one expression, as `eval` would; the result is an EXPR node alone in a MODULE. */
bool parse_expression(Region *r, const char *source, size_t length, AstNode **module, Diag *d);

#endif
