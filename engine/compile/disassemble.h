#ifndef COMPILE_DISASSEMBLE_H
#define COMPILE_DISASSEMBLE_H
/* Code objects as readable text, for tests and debugging. */

#include "object/code.h"

/* The code and, after it, the code objects nested in it: instructions with their lines, columns and
 * arguments, then the exception table. Owned; NULL: an exception is set. */
Str *code_disassemble(Engine *e, const Code *code);

#endif
