#ifndef API_MODULES_H
#define API_MODULES_H
/* Which of the engine's own Python modules a program can import: found in its compiled code, and
 * loaded before the run, so that importing never changes the sealed part of the arena. */

#include "base/diag.h"
#include "object/code.h"

/* Puts the code of all modules that `program` imports, directly or through others, into
 * e->module_codes: the engine's own are unpacked, those that came with the program compiled. False:
 * memory is exhausted, or ApiState.module_diag says what is wrong with one of the latter. */
bool modules_load_for(Engine *e, Code *program);
/* The same for one module by its dotted name, which the engine itself will import. */
bool modules_load(Engine *e, const char *name);

#endif
