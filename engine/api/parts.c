#include <stdlib.h>
#include <string.h>

#include "api/snap.h"
#include "compile/opcodes.h"
#include "vm/vm.h"

/* What the parts of a line gave: the run is repeated one instruction at a time, and after each that
 * produces an expression's value, the value lies on top of the frame's stack. Nothing is recorded:
 * the repetition stays within what is recorded already. */

enum { MOST_INSTRUCTIONS = 400000, MOST_PARTS = 4000, VALUES_BYTES = 64 << 20 };

typedef struct {
    Snap b; /* of the values */
    CsParts parts;
    int room;
    uint32_t frame; /* whose parts are wanted; 0 = all frames of the program */
} Parts;

/* Where the run stands between two instructions: in which Python frame (0: in none), what is next
 * there. */
typedef struct {
    uint32_t id, ip;
    bool raised, returns;
} Place;

/* ---- Which instructions produce the value of an expression ---------------------------------- */

/* Where a name's value is taken for nothing but the next instruction, both are one part. */
enum { PART_NONE, PART_VALUE, PART_NAME, PART_METHOD, PART_BUILD, PART_CALL };

static const uint8_t kinds[OPCODE_COUNT] = {
    [OPCODE_LOAD_FAST] = PART_NAME,
    [OPCODE_LOAD_DEREF] = PART_NAME,
    [OPCODE_LOAD_NAME] = PART_NAME,
    [OPCODE_LOAD_GLOBAL] = PART_NAME,
    [OPCODE_LOAD_CLASS_DEREF] = PART_NAME,
    [OPCODE_LOAD_ATTR] = PART_VALUE,
    [OPCODE_LOAD_METHOD] = PART_METHOD,
    [OPCODE_BINARY] = PART_VALUE,
    [OPCODE_UNARY] = PART_VALUE,
    [OPCODE_NOT] = PART_VALUE,
    [OPCODE_COMPARE] = PART_VALUE,
    [OPCODE_IS] = PART_VALUE,
    [OPCODE_CONTAINS] = PART_VALUE,
    [OPCODE_GET_ITEM] = PART_VALUE,
    [OPCODE_BUILD_TUPLE] = PART_BUILD,
    [OPCODE_BUILD_LIST] = PART_BUILD,
    [OPCODE_BUILD_SET] = PART_BUILD,
    [OPCODE_BUILD_MAP] = PART_BUILD,
    [OPCODE_BUILD_STRING] = PART_BUILD,
    [OPCODE_FORMAT_VALUE] = PART_VALUE,
    [OPCODE_CALL] = PART_CALL,
    [OPCODE_CALL_KW] = PART_VALUE,
    [OPCODE_CALL_EX] = PART_VALUE,
    [OPCODE_YIELD] = PART_VALUE,
    [OPCODE_ASYNC_YIELD] = PART_VALUE,
};

static Opcode op_at(const Code *code, uint32_t ip) {
    return ip < code->instr_count ? (Opcode)INSTR_OP(code->instrs[ip]) : OPCODE_NOP;
}

static uint32_t arg_at(const Code *code, uint32_t ip) {
    return INSTR_ARG(code->instrs[ip]);
}

static bool is_store(Opcode op) {
    return op == OPCODE_STORE_FAST || op == OPCODE_STORE_DEREF || op == OPCODE_STORE_NAME ||
           op == OPCODE_STORE_GLOBAL;
}

static bool is_taken_at_once(const Code *code, uint32_t next) {
    Opcode op = op_at(code, next);
    return op == OPCODE_LOAD_METHOD || op == OPCODE_LOAD_ATTR ||
           (op == OPCODE_FORMAT_VALUE && !(arg_at(code, next) & 4));
}

/* A block's `with` leaves by a call that is written nowhere: its arguments stand where it does. */
static bool leaves_with(const Code *code, uint32_t call) {
    return call > 0 && op_at(code, call - 1) == OPCODE_LOAD_CONST &&
           memcmp(&code->positions[call], &code->positions[call - 1], sizeof(Position)) == 0;
}

static bool gives_value(const Code *code, uint32_t at) {
    uint32_t arg = arg_at(code, at);
    switch (kinds[op_at(code, at)]) {
    case PART_NONE: return false;
    case PART_NAME: return !is_taken_at_once(code, at + 1);
    case PART_BUILD: return arg > 0;
    case PART_CALL: return !leaves_with(code, at);
    default: return op_at(code, at) != OPCODE_YIELD || arg == 0;
    }
}

/* The SEND that jumps to `at` when the awaited thing is done; UINT32_MAX: none does. */
static uint32_t await_before(const Code *code, uint32_t at) {
    enum { LOOP = 4 };
    for (uint32_t back = 2; back <= LOOP && back <= at; back++) {
        uint32_t k = at - back;
        if (op_at(code, k) == OPCODE_SEND && arg_at(code, k) == at) return k;
    }
    return UINT32_MAX;
}

/* Of the loop variable, which is all that is written of a `for` that takes its next item. */
static bool target_position(const Code *code, uint32_t at, Position *out) {
    if (!is_store(op_at(code, at))) return false;
    *out = code->positions[at];
    return true;
}

static bool await_position(const Code *code, uint32_t send, Position *out) {
    Opcode before = send >= 2 ? op_at(code, send - 2) : OPCODE_NOP;
    if (before == OPCODE_GET_ANEXT) return target_position(code, arg_at(code, send), out);
    bool waits = before == OPCODE_GET_AWAITABLE && arg_at(code, send - 2) == 0;
    bool from = send >= 2 && op_at(code, send - 2) == OPCODE_GET_YIELD_FROM;
    if (!waits && !from) return false; /* entering or leaving a block */
    *out = code->positions[send];
    return true;
}

/* What the instruction at `at` has just given the frame; it stands at f->ip now. */
static bool part_position(const PFrame *f, uint32_t at, Position *out) {
    const Code *code = f->code;
    if (at >= code->instr_count) return false;
    uint32_t send =
        f->ip != at + 1 || op_at(code, at) == OPCODE_JUMP ? await_before(code, f->ip) : UINT32_MAX;
    if (send != UINT32_MAX) return await_position(code, send, out);
    if (f->ip != at + 1) return false; /* it jumped: no value */
    if (op_at(code, at) == OPCODE_FOR_ITER) return target_position(code, f->ip, out);
    if (!gives_value(code, at)) return false;
    *out = code->positions[at];
    return true;
}

/* ---- Where two ways to a value meet --------------------------------------------------------- */

/* `a and b`, `a if b else c`, `a < b < c` and comprehensions end where their jumps come to: no
   instruction there makes their value, it lies on the stack already. */
enum { JOIN_REACH = 400 };

static bool same_position(const Position *a, const Position *b) {
    return memcmp(a, b, sizeof *a) == 0;
}

static bool starts_before(const Position *a, const Position *b) {
    return a->line < b->line || (a->line == b->line && a->column <= b->column);
}

static bool encloses(const Position *a, const Position *b) {
    bool ends =
        b->end_line < a->end_line || (b->end_line == a->end_line && b->end_column <= a->end_column);
    return a->line && b->line && starts_before(a, b) && ends;
}

static bool is_op(const Code *code, uint32_t at, Opcode op, const Position *position) {
    return op_at(code, at) == op && same_position(&code->positions[at], position);
}

/* The jump of `and` or `or`: it keeps what it has tested, unless it goes on. */
static bool joins_truth(const Code *code, uint32_t jump) {
    const Position *p = &code->positions[jump];
    uint32_t target = arg_at(code, jump), test = jump > 0 ? jump - 1 : 0;
    if (op_at(code, test) == OPCODE_TO_BOOL && test > 0) test--;
    bool keeps = is_op(code, test, OPCODE_COPY, p) && is_op(code, jump + 1, OPCODE_POP, p);
    return keeps && !is_op(code, target, OPCODE_SWAP, p); /* that is a chain of comparisons */
}

/* The jump over another way to the same value. */
static bool joins_value(const Code *code, uint32_t jump) {
    const Position *p = &code->positions[jump];
    if (jump < 2 || !p->line) return false;
    Opcode before = op_at(code, jump - 1);
    if (before == OPCODE_STORE_FAST) /* a comprehension's variables end with it */
        return is_op(code, jump - 1, OPCODE_STORE_FAST, p) &&
               is_op(code, jump - 2, OPCODE_PUSH_NULL, p);
    bool makes = kinds[before] != PART_NONE || before == OPCODE_LOAD_CONST || before == OPCODE_SEND;
    return makes && encloses(p, &code->positions[jump - 1]);
}

static bool is_join(const Code *code, uint32_t jump, uint32_t target) {
    Opcode op = op_at(code, jump);
    bool truth = op == OPCODE_JUMP_IF_FALSE || op == OPCODE_JUMP_IF_TRUE;
    if ((!truth && op != OPCODE_JUMP) || arg_at(code, jump) != target) return false;
    return truth ? joins_truth(code, jump) : joins_value(code, jump);
}

/* The widest expression that ends at `at`. */
static bool join_position(const Code *code, uint32_t at, Position *out) {
    bool found = false;
    for (uint32_t back = 1; back <= JOIN_REACH && back < at; back++) {
        const Position *p = &code->positions[at - back];
        if (!is_join(code, at - back, at) || (found && !encloses(p, out))) continue;
        *out = *p;
        found = true;
    }
    return found;
}

/* A comparison within a chain stands from the chain's beginning to its own right side. */
static void cut_chain(const Code *code, uint32_t at, Position *position) {
    Opcode op = op_at(code, at);
    bool compares = op == OPCODE_COMPARE || op == OPCODE_IS || op == OPCODE_CONTAINS;
    if (!compares || at < 3 || !is_op(code, at - 1, OPCODE_COPY, position)) return;
    if (!is_op(code, at - 2, OPCODE_SWAP, position)) return;
    const Position *right = &code->positions[at - 3];
    if (!encloses(position, right)) return;
    position->end_line = right->end_line;
    position->end_column = right->end_column;
}

/* ---- Collecting ----------------------------------------------------------------------------- */

static bool is_wanted(const Parts *p, const PFrame *f) {
    if (p->b.e->vm->raised || (f->code->flags & CODE_LIBRARY)) return false;
    return !p->frame || f->f.h.id == p->frame;
}

static const Obj *value_of(const PFrame *f, uint32_t at) {
    if (f->sp == 0) return NULL;
    const Obj *top = f->stack[f->sp - 1];
    bool method = f->ip == at + 1 && op_at(f->code, at) == OPCODE_LOAD_METHOD;
    return method && f->sp >= 2 ? f->stack[f->sp - 2] : top;
}

static bool add_part(Parts *p, const PFrame *f, const Position *at, const Obj *value) {
    const VmState *vm = p->b.e->vm;
    if (p->parts.count == p->room) {
        int room = p->room ? p->room * 2 : 32;
        CsPart *items = realloc(p->parts.items, (size_t)room * sizeof *items);
        if (!items) return false;
        p->parts.items = items;
        p->room = room;
    }
    p->parts.items[p->parts.count++] = (CsPart){
        .instruction = vm->instructions,
        .step = vm->steps,
        .event = vm->events,
        .frame = f->f.h.id,
        .line = (int)at->line,
        .end_line = (int)at->end_line,
        .column = at->column,
        .end_column = at->end_column,
        .value = snap_value(&p->b, value),
    };
    return !p->b.failed;
}

static const PFrame *top_frame(const Engine *e) {
    const Frame *top = e->vm->top;
    return top && IS(e, top, frame) ? (const PFrame *)top : NULL;
}

/* The last comparison of a chain has given the whole of it, and jumps over what is not needed. */
static bool is_said(const Parts *p, const PFrame *f, const Position *at) {
    const CsPart *last = p->parts.count ? &p->parts.items[p->parts.count - 1] : NULL;
    return last && last->frame == f->f.h.id && last->instruction + 1 >= p->b.e->vm->instructions &&
           last->line == (int)at->line && last->column == (int)at->column &&
           last->end_line == (int)at->end_line && last->end_column == (int)at->end_column;
}

static bool add_join(Parts *p, const PFrame *f) {
    Position position;
    if (!join_position(f->code, f->ip, &position) || is_said(p, f, &position)) return true;
    const Obj *value = f->sp ? f->stack[f->sp - 1] : NULL;
    return !value || add_part(p, f, &position, value);
}

/* A frame that is on top again was given what it had asked for. False: not enough memory. */
static bool look(Parts *p, const Place *before) {
    const PFrame *f = top_frame(p->b.e);
    if (!f || !is_wanted(p, f) || f->ip == 0) return true;
    Position position;
    bool same = before->id == f->f.h.id;
    uint32_t at = same ? before->ip : f->ip - 1;
    if (same && before->raised) return true;
    bool gives = part_position(f, at, &position);
    const Obj *value = gives ? value_of(f, at) : NULL;
    if (value && position.line) {
        cut_chain(f->code, at, &position);
        if (!add_part(p, f, &position, value)) return false;
    }
    return add_join(p, f);
}

static Place place_now(const Engine *e) {
    const PFrame *f = top_frame(e);
    if (!f) return (Place){.raised = e->vm->raised != NULL};
    return (Place){f->f.h.id, f->ip, e->vm->raised != NULL,
                   op_at(f->code, f->ip) == OPCODE_RETURN && !e->vm->raised};
}

/* The one frame has ended: by a return, or by an exception that it lets pass. */
static bool has_left(const Parts *p, const Place *before) {
    const Engine *e = p->b.e;
    if (!p->frame || before->id != p->frame) return false;
    const PFrame *f = top_frame(e);
    if (f && f->f.h.id == p->frame) return false;
    return before->returns || before->raised || e->vm->raised;
}

/* The next line has begun: in any frame, or in the one. */
static bool is_over(const Parts *p, uint64_t step) {
    const Engine *e = p->b.e;
    if (e->vm->steps <= step) return false;
    if (!p->frame) return true;
    return cs_step_frame(e, e->vm->steps) == p->frame;
}

static void collect(Parts *p, uint64_t step) {
    Engine *e = p->b.e;
    const VmState *vm = e->vm;
    uint64_t end = vm->instructions + MOST_INSTRUCTIONS;
    while (vm->top && vm->instructions < end && p->parts.count < MOST_PARTS) {
        if (vm->instructions >= e->history->frontier) break;
        Place before = place_now(e);
        vm_run(e, 1);
        if (is_over(p, step) || has_left(p, &before)) return;
        if (!look(p, &before)) break;
    }
    p->parts.more = vm->top != NULL;
}

static CsParts *new_parts(Engine *e, uint64_t step, uint32_t frame) {
    Parts *p = calloc(1, sizeof *p);
    if (!p) return NULL;
    p->b.e = e;
    p->frame = frame;
    p->parts.line = cs_step_line(e, step);
    region_init(&p->b.memory, VALUES_BYTES);
    collect(p, step);
    return &p->parts;
}

static Parts *holder(CsParts *parts) {
    return (Parts *)(void *)((char *)parts - offsetof(Parts, parts));
}

void cs_parts_free(CsParts *parts) {
    if (!parts) return;
    Parts *p = holder(parts);
    free(parts->items);
    region_clear(&p->b.memory);
    free(p);
}

CsParts *cs_parts(CsEngine *e, uint64_t step, uint32_t frame) {
    uint64_t here = e->vm->instructions;
    if (!history_seek_instruction(e, here)) return NULL; /* leaves the frontier */
    CsParts *parts = history_seek_step(e, step) ? new_parts(e, step, frame) : NULL;
    if (history_seek_instruction(e, here)) return parts;
    cs_parts_free(parts);
    return NULL;
}

bool cs_seek_instruction(CsEngine *e, uint64_t instruction) {
    return history_seek_instruction(e, instruction);
}
