#ifndef COMPILE_OPCODE_INFO_H
#define COMPILE_OPCODE_INFO_H
/* What each instruction's argument means and what it takes from and leaves on the stack. */

#include "base/common.h"
#include "compile/opcodes.h"

typedef enum {
    ARG_NONE,
    ARG_NUMBER,
    ARG_LINE,
    ARG_CONST,
    ARG_NAME,
    ARG_SLOT,
    ARG_TARGET,
    ARG_BINARY,
    ARG_UNARY,
    ARG_COMPARE
} OpcodeArg;

/* An instruction with argument n takes pops + n * pops_each values and leaves pushes + n *
 * pushes_each; when it jumps it leaves jump_pushes. Values that it only looks at count as taken and
 * left again, so that the numbers also say how deep the stack must be. */
typedef struct {
    const char *name;
    uint8_t arg; /* OpcodeArg */
    uint8_t pops, pushes, pops_each, pushes_each, jump_pushes;
    bool ends; /* control never goes on to the next instruction */
} OpcodeInfo;

typedef struct {
    uint32_t pops, pushes, jump_pushes;
} OpcodeEffect;

const OpcodeInfo *opcode_info(Opcode op);
OpcodeEffect opcode_effect(Opcode op, uint32_t arg);

#endif
