#ifndef API_MODULES_H
#define API_MODULES_H
/* Which of the engine's own Python modules a program can import: found in its compiled code, and
 * compiled before the run, so that importing never changes the sealed part of the arena. */

#include "base/diag.h"
#include "object/code.h"

/* Compiles all modules that `program` imports, directly or through others, into e->module_codes.
 * False: memory is exhausted (a fault in our own modules is an assertion). */
bool modules_compile_for(Engine *e, Code *program);

#endif
