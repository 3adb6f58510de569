#ifndef COMPILE_STACK_DEPTH_H
#define COMPILE_STACK_DEPTH_H
/* How deep the value stack is before each instruction. */

#include "compile/compile_unit.h"

/* Follows every path from the first instruction, marks the instructions that can be reached, sets
 * the depth of every handler and gives the greatest depth. Asserts that all paths to an instruction
 * agree and that none takes more than there is: anything else is the compiler's bug.
 * False: memory is exhausted (Compiler.failed is set). */
bool stack_depth_compute(Unit *u, uint32_t *greatest);

#endif
