#ifndef OBJECT_CODE_H
#define OBJECT_CODE_H
/* Code objects: what the compiler makes and the VM runs. Immortal and sealed. */

#include "object/engine.h"

/* 8 bits opcode, 24 bits argument. Jump arguments are absolute instruction numbers. */
typedef uint32_t Instr;
#define INSTR(op, arg) ((Instr)(op) | ((Instr)(arg) << 8))
#define INSTR_OP(i)    ((i)&0xFFu)
#define INSTR_ARG(i)   ((i) >> 8)

enum {
    CODE_GENERATOR = 1,
    CODE_COROUTINE = 2,
    CODE_ASYNC_GENERATOR = 4,
    CODE_VARARGS = 8,
    CODE_VARKEYWORDS = 16,
    CODE_OPTIMIZED = 32,           /* a function: locals live in slots, not in a dict */
    CODE_LIBRARY = 64,             /* from engine/lib/py: stepping passes over its lines */
    CODE_ITERABLE_COROUTINE = 128, /* types.coroutine */
    CODE_IN_C = 256 /* of the library, and C in CPython: no traceback shows its frames */
};

/* Position of an instruction in the source: lines from 1, columns in code points from 0; end_column
 * is exclusive. line 0 = artificial. */
typedef struct {
    uint32_t line, end_line;
    uint16_t column, end_column;
} Position;

/* When an exception leaves an instruction in [start, end), the value stack is cut to `depth`, then
 * (if `push_lasti`) the faulting instruction's number is pushed as an int, then the exception, and
 * execution goes on at `target`. Inner ranges come first. */
typedef struct Handler {
    uint32_t start, end, target;
    uint16_t depth;
    uint16_t push_lasti;
} Handler;

typedef struct Code {
    Obj h;
    Str *name, *qualname, *filename;
    uint32_t flags;
    uint32_t arg_count; /* positional parameters, positional-only ones included */
    uint32_t posonly_count, kwonly_count;
    uint32_t local_count; /* slots of parameters and locals (some may be cells) */
    uint32_t cell_count;  /* cells that are no parameters: slots after the locals */
    uint32_t free_count;  /* free variables: slots after those */
    uint32_t stack_size;  /* greatest depth of the value stack */
    uint32_t first_line;
    uint32_t instr_count, const_count, name_count, handler_count;
    Instr *instrs;
    Position *positions; /* one per instruction */
    Obj **consts;        /* nested Code objects among them */
    Str **names;         /* attributes, globals, imports */
    Str **local_names;   /* slot names: locals, then cells, then free variables */
    Handler *handlers;
    Str *doc; /* docstring or NULL */
} Code;

#define CODE(o) ((Code *)(o))
static inline uint32_t code_slots(const Code *c) {
    return c->local_count + c->cell_count + c->free_count;
}

#endif
