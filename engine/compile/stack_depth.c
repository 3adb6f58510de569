#include "compile/stack_depth.h"

#include "compile/opcode_info.h"

enum { UNSEEN = UINT32_MAX };

typedef struct {
    Unit *u;
    uint32_t *depths; /* before each instruction; UNSEEN = not reached yet */
    uint32_t *todo;   /* starts of paths that are still to be followed */
    uint32_t todo_count, greatest;
} Walk;

/* Notes that control can reach the instruction with this depth; true when that is new. */
static bool reach(Walk *w, uint32_t index, uint32_t depth) {
    ASSERT(index < w->u->instr_count, "code ends with an instruction that leaves");
    if (depth > w->greatest) w->greatest = depth;
    if (w->depths[index] != UNSEEN) {
        ASSERT(w->depths[index] == depth, "all paths to an instruction have the same depth");
        return false;
    }
    w->depths[index] = depth;
    w->u->instrs[index].reachable = true;
    return true;
}

static void reach_later(Walk *w, Label label, uint32_t depth) {
    uint32_t index = w->u->labels[label.id];
    if (reach(w, index, depth)) w->todo[w->todo_count++] = index;
}

/* The depth after a PSEUDO_PROTECT is that before it. */
static uint32_t enter_handler(Walk *w, UnitHandler *h, uint32_t depth) {
    ASSERT(depth >= h->below, "a handler keeps no more than there is");
    h->depth = depth - h->below;
    reach_later(w, h->target, h->depth + (h->lasti ? 2 : 1));
    return depth;
}

/* The depth after the instruction; branches are put on the list. */
static uint32_t step(Walk *w, const UnitInstr *in, uint32_t depth) {
    if (in->op == PSEUDO_PROTECT) return enter_handler(w, &w->u->handlers[in->arg - 1], depth);
    const OpcodeInfo *info = opcode_info((Opcode)in->op);
    OpcodeEffect effect = opcode_effect((Opcode)in->op, in->arg);
    ASSERT(depth >= effect.pops, "an instruction takes no more than there is");
    if (info->arg == ARG_TARGET) {
        reach_later(w, (Label){in->arg}, depth - effect.pops + effect.jump_pushes);
    }
    return depth - effect.pops + effect.pushes;
}

static void follow(Walk *w, uint32_t index) {
    for (uint32_t depth = w->depths[index];;) {
        const UnitInstr *in = &w->u->instrs[index];
        depth = step(w, in, depth);
        if (in->op != PSEUDO_PROTECT && opcode_info((Opcode)in->op)->ends) return;
        if (!reach(w, ++index, depth)) return;
    }
}

bool stack_depth_compute(Unit *u, uint32_t *greatest) {
    Walk w = {.u = u};
    w.depths = unit_alloc(u, u->instr_count * sizeof *w.depths);
    w.todo = unit_alloc(u, u->instr_count * sizeof *w.todo);
    if (!w.depths || !w.todo) return false;
    for (uint32_t i = 0; i < u->instr_count; i++) w.depths[i] = UNSEEN;
    reach(&w, 0, 0);
    w.todo[w.todo_count++] = 0;
    while (w.todo_count > 0) follow(&w, w.todo[--w.todo_count]);
    *greatest = w.greatest;
    return true;
}
