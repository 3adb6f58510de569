#ifndef LIB_PACK_IN_C_H
#define LIB_PACK_IN_C_H
/* Which of the engine's Python modules CPython has in C, a step of the build: no traceback of
 * CPython shows frames of theirs. */

#include "object/code.h"

/* Flags the code of the module at `path` and what lies in it with CODE_IN_C. */
void pack_mark_in_c(Code *code, const char *path);

#endif
