#include "compile/compile_unit.h"

#include <string.h>

#include "compile/opcode_info.h"
#include "compile/stack_depth.h"
#include "object/error.h"
#include "object/str.h"

/* Jumps to a plain jump go straight to where that one leads; the rest is not worth the trouble. */
static void thread_jumps(Unit *u) {
    for (uint32_t i = 0; i < u->instr_count; i++) {
        UnitInstr *in = &u->instrs[i];
        if (in->op == PSEUDO_PROTECT || opcode_info((Opcode)in->op)->arg != ARG_TARGET) continue;
        for (int hops = 0; hops < 8; hops++) {
            ASSERT(u->labels[in->arg] < u->instr_count, "every label jumped to is placed");
            const UnitInstr *target = &u->instrs[u->labels[in->arg]];
            if (target->op != OPCODE_JUMP) break;
            in->arg = target->arg;
        }
    }
}

static bool is_kept(const UnitInstr *in) {
    return in->reachable && in->op != PSEUDO_PROTECT;
}

/* numbers[i] is what instruction i is called once those that fall away are gone. */
static uint32_t *number_kept(Unit *u, uint32_t *count) {
    uint32_t *numbers = unit_alloc(u, u->instr_count * sizeof *numbers);
    *count = 0;
    for (uint32_t i = 0; numbers && i < u->instr_count; i++) {
        numbers[i] = *count;
        if (is_kept(&u->instrs[i])) *count += 1;
    }
    return numbers;
}

/* Arrays of the finished code live in the arena as long as the code does. */
static void *arena_array(Unit *u, uint32_t count, size_t size) {
    if (count == 0) return NULL;
    void *block = arena_alloc(&u->c->e->arena, count * size);
    if (!block) compiler_out_of_memory(u->c);
    return block;
}

static void put_instrs(const Unit *u, Code *code, const uint32_t *numbers) {
    for (uint32_t i = 0, n = 0; i < u->instr_count; i++) {
        const UnitInstr *in = &u->instrs[i];
        if (!is_kept(in)) continue;
        bool jumps = opcode_info((Opcode)in->op)->arg == ARG_TARGET;
        uint32_t arg = jumps ? numbers[u->labels[in->arg]] : in->arg;
        code->instrs[n] = INSTR(in->op, arg);
        code->positions[n++] = in->position;
    }
}

/* Each instruction has at most one handler (the handlers' own code names the outer one), so the
 * ranges do not overlap. With `code` NULL they are only counted. */
static uint32_t put_handlers(const Unit *u, Code *code, const uint32_t *numbers) {
    uint32_t count = 0, previous = 0, n = 0;
    for (uint32_t i = 0; i < u->instr_count; i++) {
        const UnitInstr *in = &u->instrs[i];
        if (!is_kept(in)) continue;
        if (in->handler && in->handler != previous) count++;
        previous = in->handler;
        n++;
        if (!code || !in->handler) continue;
        const UnitHandler *h = &u->handlers[in->handler - 1];
        Handler *out = &code->handlers[count - 1];
        if (out->end == 0) out->start = n - 1;
        out->end = n;
        out->target = numbers[u->labels[h->target.id]];
        out->depth = (uint16_t)h->depth;
        out->push_lasti = h->lasti;
    }
    return count;
}

static void put_names(Unit *u, Code *code) {
    for (uint32_t i = 0; i < code->const_count; i++) code->consts[i] = incref(u->consts.items[i]);
    for (uint32_t i = 0; i < code->name_count; i++) {
        code->names[i] = STR(incref(u->names.items[i]));
    }
    for (uint32_t i = 0; i < code_slots(code); i++) {
        code->local_names[i] = STR(incref(unit_ident(u, u->slots[i].name)));
    }
}

static bool make_arrays(Unit *u, Code *code) {
    code->instrs = arena_array(u, code->instr_count, sizeof *code->instrs);
    code->positions = arena_array(u, code->instr_count, sizeof *code->positions);
    code->consts = arena_array(u, code->const_count, sizeof *code->consts);
    code->names = arena_array(u, code->name_count, sizeof *code->names);
    code->local_names = arena_array(u, code_slots(code), sizeof *code->local_names);
    code->handlers = arena_array(u, code->handler_count, sizeof *code->handlers);
    return !u->c->failed;
}

static void put_header(const Unit *u, Code *code) {
    code->name = STR(incref(u->name));
    code->qualname = STR(incref(u->qualname));
    code->filename = STR(incref(u->c->filename));
    code->flags = u->flags;
    code->arg_count = u->arg_count;
    code->posonly_count = u->posonly_count;
    code->kwonly_count = u->kwonly_count;
    code->local_count = u->local_count;
    code->cell_count = u->cell_count;
    code->free_count = u->free_count;
    code->first_line = u->first_line;
    code->const_count = u->consts.count;
    code->name_count = u->names.count;
    code->doc = STR(xincref(u->doc));
}

Code *unit_finish(Unit *u) {
    uint32_t stack_size = 0, instr_count = 0;
    if (u->c->failed) return NULL;
    thread_jumps(u);
    if (!stack_depth_compute(u, &stack_size)) return NULL;
    const uint32_t *numbers = number_kept(u, &instr_count);
    if (!numbers) return NULL;
    if (stack_size > UINT16_MAX) {
        compiler_out_of_memory(u->c);
        return NULL;
    }
    Code *code = CODE(obj_new(u->c->e, TYPE(u->c->e, code), sizeof *code));
    if (!code) {
        err_clear(u->c->e);
        compiler_out_of_memory(u->c);
        return NULL;
    }
    put_header(u, code);
    code->stack_size = stack_size;
    code->instr_count = instr_count;
    code->handler_count = put_handlers(u, NULL, numbers);
    if (!make_arrays(u, code)) return NULL;
    put_instrs(u, code, numbers);
    put_handlers(u, code, numbers);
    put_names(u, code);
    return code;
}
