#ifndef COMPILE_COMPILE_UNIT_H
#define COMPILE_COMPILE_UNIT_H
/* A code object under construction: instructions with labels and protected ranges, positions, pools
 * of constants and names, slots of variables.
 *
 * Failure is sticky: when memory runs out or the program is refused, Compiler.failed is set,
 * further calls do harmless work and unit_finish() gives NULL. So what emits needs no checks. */

#include "base/diag.h"
#include "base/region.h"
#include "compile/compile_const.h"
#include "compile/opcodes.h"
#include "object/code.h"
#include "syntax/symtable.h"

/* One run of the compiler. */
typedef struct Compiler {
    Engine *e;
    Region region;      /* what is needed until the end of the run */
    struct Unit *units; /* all that are not cleared yet, the newest first */
    Diag *d;
    Str *filename;
    uint32_t flags; /* for every code object: CODE_LIBRARY */
    bool failed;
    ConstTable consts;
} Compiler;

typedef struct {
    uint32_t id;
} Label;

/* Not an instruction: from here on the handler `arg - 1` is known to be entered at this depth. */
enum { PSEUDO_PROTECT = OPCODE_COUNT };

typedef struct {
    uint8_t op;
    bool reachable;   /* set by stack_depth_compute() */
    uint32_t arg;     /* a label's id in jumps */
    uint32_t handler; /* which handler catches what this raises: index + 1, 0 = none */
    Position position;
} UnitInstr;

typedef struct {
    Label target;
    uint32_t below; /* values on the stack at PSEUDO_PROTECT that the handler does not find */
    bool lasti;
    uint32_t depth; /* set by stack_depth_compute() */
} UnitHandler;

/* A variable that lives in a slot of the frame. */
typedef struct {
    const SymScope *owner;
    const AstIdent *name;
} UnitSlot;

/* Objects by identity, numbered in order of arrival. */
typedef struct {
    Obj **items;
    uint32_t count, capacity;
    uint32_t *table; /* open addressing: index + 1 */
    uint32_t table_size;
} UnitPool;

/* What a `break`, `continue` or `return` has to undo on its way out; see compile_control.c. */
typedef struct Block Block;

typedef struct Unit {
    Compiler *c;
    struct Unit *parent, *older;
    Region region;         /* all that the unit needs, the Unit itself excepted */
    const SymScope *scope; /* where names are looked up: an inlined comprehension's while in it */
    const SymScope *host;  /* the scope whose frame this is */
    Str *name, *qualname;
    uint32_t flags, first_line;
    uint32_t arg_count, posonly_count, kwonly_count;
    UnitSlot *slots; /* locals, cells, free variables */
    uint32_t slot_capacity, local_count, cell_count, free_count;
    UnitInstr *instrs;
    uint32_t instr_count, instr_capacity;
    uint32_t *labels; /* instruction index of each label */
    uint32_t label_count, label_capacity;
    UnitHandler *handlers;
    uint32_t handler_count, handler_capacity;
    uint32_t handler; /* the one in force: index + 1, 0 = none */
    Block *block;     /* the innermost */
    uint32_t block_depth;
    UnitPool consts, names;
    Str *doc;
    Obj **attributes; /* class body: names stored as self.NAME, unsorted */
    uint32_t attribute_count, attribute_capacity;
} Unit;

/* A unit for the scope's frame; its slots are laid out. `name` is the code object's. */
Unit *unit_create(Compiler *c, Unit *parent, const SymScope *scope, Str *name, uint32_t first_line);
/* The finished code object (owned), or NULL after a failure. */
Code *unit_finish(Unit *u);
/* Frees what the unit worked with. */
void unit_clear(Unit *u);

#define EMIT(u, op, arg, position)        unit_emit((u), OPCODE_##op, (arg), (position))
#define EMIT0(u, op, position)            unit_emit((u), OPCODE_##op, 0, (position))
#define EMIT_JUMP(u, op, label, position) unit_emit((u), OPCODE_##op, (label).id, (position))

void unit_emit(Unit *u, uint32_t op, uint32_t arg, Position position);
void unit_load_const(Unit *u, Obj *value, Position position);
void unit_load_none(Unit *u, Position position);
/* An instruction whose argument is a name of the pool; the text is used as it is. */
void unit_emit_name(Unit *u, Opcode op, Str *name, Position position);
/* The name as written in the program, mangled as the scope demands. */
void unit_emit_ident(Unit *u, Opcode op, const AstIdent *name, Position position);

Label unit_label(Unit *u);
void unit_place(Unit *u, Label label);

/* What is emitted from now on is protected: an exception cuts the stack to its present depth less
 * `below`, then pushes (with `lasti`) the instruction's number, then the exception. Gives what
 * unit_unprotect() needs to bring back the handler that was in force. */
uint32_t unit_protect(Unit *u, Label target, uint32_t below, bool lasti);
void unit_unprotect(Unit *u, uint32_t before);

/* The slot of a variable that is known to live in this frame. */
uint32_t unit_slot(const Unit *u, const SymScope *owner, const AstIdent *name);
uint32_t unit_add_const(Unit *u, Obj *value);
Str *unit_ident(Unit *u, const AstIdent *name); /* borrowed; not mangled */

Position unit_position(const AstNode *node);
/* From the start of one node to the end of another. */
Position unit_span(const AstNode *first, const AstNode *last);
/* Of an access to the attribute, or of the call of it as a method (`whole` is that call): when the
 * expression spans lines it begins, as in CPython's tracebacks, at the attribute's name. */
Position unit_attribute_position(const AstNode *whole, const AstNode *attribute);
static inline Position unit_nowhere(void) {
    return (Position){0, 0, 0, 0};
}

/* Refuses what the subset leaves out; the hint says what to write instead. */
void unit_refuse(Unit *u, const AstNode *node, const char *what, const char *hint);
void unit_syntax_error(Unit *u, const AstNode *node, const char *what);
void compiler_out_of_memory(Compiler *c);
/* Zeroed working memory of the run or the unit; after a failure NULL with `failed` set. */
void *compiler_alloc(Compiler *c, size_t size);
void *unit_alloc(Unit *u, size_t size);
/* Makes room for one more item in an array of the unit, doubling it; false after a failure. */
bool unit_grow(Unit *u, void *items_of, uint32_t count, uint32_t *capacity, size_t size);

#endif
