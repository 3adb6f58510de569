#include "vm/frame.h"

#include "compile/opcodes.h"
#include "object/cell.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "vm/gen.h"
#include "vm/traceback.h"
#include "vm/vm.h"

PFrame *pframe_new(Engine *e, Code *code, Dict *globals, Obj *function) {
    size_t values = code_slots(code) + (size_t)code->stack_size;
    PFrame *f = (PFrame *)obj_new(e, TYPE(e, frame), sizeof(PFrame) + values * sizeof(Obj *));
    if (!f) return NULL;
    f->code = code;
    f->globals = (Dict *)incref(globals);
    f->builtins = e->vm->builtins;
    f->function = xincref(function);
    f->stack = f->slots + code_slots(code);
    f->line = code->first_line;
    return f;
}

static Position position_at(const Code *code, uint32_t ip) {
    if (ip < code->instr_count && code->positions[ip].line) return code->positions[ip];
    return (Position){code->first_line, code->first_line, 0, 0};
}

/* What the compiler added belongs to the statement that is running. */
Position pframe_position(const PFrame *f) {
    if (f->ip == 0) return (Position){f->code->first_line, f->code->first_line, 0, 0};
    Position p = f->code->positions[f->ip - 1];
    return p.line ? p : (Position){f->line, f->line, 0, 0};
}

Position traceback_position(const Traceback *tb) {
    return position_at(tb->frame->code, tb->ip);
}

Obj *pframe_slot_value(Engine *e, const PFrame *f, uint32_t slot) {
    Obj *value = f->slots[slot];
    return value && IS(e, value, cell) ? CELL(value)->value : value;
}

Dict *pframe_locals(Engine *e, PFrame *f) {
    if (f->locals) return (Dict *)incref(f->locals);
    if (!f->function) return (Dict *)incref(f->globals);
    Dict *d = dict_new(e);
    if (!d) return NULL;
    for (uint32_t i = 0; i < code_slots(f->code); i++) {
        Obj *value = pframe_slot_value(e, f, i);
        if (!value || f->code->local_names[i]->text[0] == '.') continue;
        if (!dict_set_str(e, d, f->code->local_names[i], value)) {
            decref(e, d);
            return NULL;
        }
    }
    return d;
}

static void pframe_release(Engine *e, Obj *o) {
    PFrame *f = PFRAME(o);
    size_t values = code_slots(f->code) + f->sp; /* above the stack's top lies nothing */
    for (size_t i = 0; i < values; i++) {
        if (f->slots[i]) drop_ref(e, f->slots[i]);
    }
    drop_ref(e, f->globals);
    drop_ref(e, f->locals);
    drop_ref(e, f->function);
    drop_ref(e, f->f.back);
}

void pframe_drop(Engine *e, PFrame *f) {
    if (f->f.h.refs != 1 || e->dealloc_depth > 0) {
        decref(e, f);
        return;
    }
    f->f.h.refs = 0;
    e->dealloc_depth = 1;
    pframe_release(e, OBJ(f));
    arena_free(&e->arena, f);
    obj_dealloc_pending(e);
    e->dealloc_depth = 0;
}

static Obj *frame_code(Engine *e, Obj *o) {
    (void)e;
    return incref(PFRAME(o)->code);
}

/* The end of `except*`, which raises what is left over, has no line in CPython; all other
 * instructions that raise again have one. */
static bool left_by_star(const PFrame *f) {
    if (!f->done || f->ip < 3) return false;
    const Instr *last = f->code->instrs + f->ip - 1;
    return last[0] == INSTR(OPCODE_RERAISE, 0) && INSTR_OP(last[-1]) == OPCODE_POP_EXCEPT &&
           last[-2] == INSTR(OPCODE_SWAP, 2);
}

/* The same way out as the compiler writes it for every clause: POP_EXCEPT, RERAISE. */
static bool drops_what_it_handled(const PFrame *f) {
    const Code *code = f->code;
    if (f->ip == 0 || f->ip >= code->instr_count || code->positions[f->ip - 1].line) return false;
    return INSTR_OP(code->instrs[f->ip - 1]) == OPCODE_POP_EXCEPT &&
           code->instrs[f->ip] == INSTR(OPCODE_RERAISE, 1);
}

enum { END_OF_STAR = 8 }; /* instructions from PREP_RERAISE_STAR to the POP_EXCEPT of either way */

/* The end of `except*`: what its clauses handled, and what they held, dies at no line. */
static bool ends_star(const PFrame *f) {
    for (uint32_t n = 1; n <= END_OF_STAR && n <= f->ip; n++) {
        if (f->code->positions[f->ip - n].line) return false;
        if (INSTR_OP(f->code->instrs[f->ip - n]) == OPCODE_PREP_RERAISE_STAR) return true;
    }
    return false;
}

bool pframe_has_line(const PFrame *f) {
    return !left_by_star(f) && !drops_what_it_handled(f) && !ends_star(f);
}

/* What is thrown into a frame that has not begun leaves it at its first statement. */
static uint32_t first_statement(const Code *code) {
    for (uint32_t i = 0; i < code->instr_count; i++)
        if (INSTR_OP(code->instrs[i]) == OPCODE_LINE) return INSTR_ARG(code->instrs[i]);
    return code->first_line;
}

static Obj *frame_line(Engine *e, Obj *o) {
    PFrame *f = PFRAME(o);
    if (f->done && f->ip == 0) return int_new(e, first_statement(f->code));
    return pframe_has_line(f) ? int_new(e, pframe_position(f).line) : e->none;
}

static Obj *frame_globals(Engine *e, Obj *o) {
    (void)e;
    return incref(PFRAME(o)->globals);
}

static Obj *frame_back(Engine *e, Obj *o) {
    Frame *f = PFRAME(o)->f.back;
    while (f && !IS(e, f, frame)) f = f->back;
    return f ? incref(f) : e->none;
}

static Obj *frame_locals(Engine *e, Obj *o) {
    return OBJ(pframe_locals(e, PFRAME(o)));
}

static Obj *frame_repr(Engine *e, Obj *o) {
    PFrame *f = PFRAME(o);
    return OBJ(str_format(e, "<frame at 0x%llx, file '%s', line %u, code %s>", obj_address(o),
                          f->code->filename->text, pframe_position(f).line, f->code->name->text));
}

/* Lets go of the variables of a function that has ended: what a kept traceback holds on to. */
static Obj *frame_clear(Engine *e, Obj *const *a) {
    PFrame *f = PFRAME(a[0]);
    if (f->gen && f->gen->state == GEN_CREATED) { /* it never starts */
        Obj *none = NULL;
        Gen *g = (Gen *)incref(f->gen);
        gen_dropped(e, g);
        g->finalized = 1;
        Res res = gen_close(e, g, &none);
        decref(e, g);
        if (res != R_OK) return NULL;
    }
    const uint32_t resumable = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    bool died = !f->gen && (f->code->flags & resumable); /* nobody can resume it any more */
    if (!f->done && !died) {
        bool suspended = f->gen && f->gen->state != GEN_RUNNING;
        return err_null(e, T_RuntimeError, "cannot clear %s frame",
                        suspended ? "a suspended" : "an executing");
    }
    size_t values = code_slots(f->code) + f->sp;
    f->sp = 0;
    for (size_t i = 0; i < values; i++) clear_ref(e, f->slots[i]);
    return e->none;
}

static const NativeDef frame_methods[] = {
    {.name = "clear", .signature = "self, /", .fn = frame_clear},
    {0},
};

static const GetSetDef frame_getset[] = {
    {"f_code", frame_code, NULL},       {"f_lineno", frame_line, NULL},
    {"f_globals", frame_globals, NULL}, {"f_locals", frame_locals, NULL},
    {"f_back", frame_back, NULL},       {0}};

const TypeSpec frame_spec = {
    .name = "frame",
    .layout = LAYOUT_FRAME,
    .size = sizeof(PFrame),
    .flags = TYPE_NO_NEW,
    .slots = {.release = pframe_release, .repr = frame_repr},
    .methods = frame_methods,
    .getset = frame_getset,
};

static void nframe_release(Engine *e, Obj *o) {
    NFrame *f = NFRAME(o);
    for (uint32_t i = 0; i < f->slot_count; i++) drop_ref(e, f->slot[i]);
    drop_ref(e, f->in);
    drop_ref(e, f->callable);
    drop_ref(e, f->f.back);
}

const TypeSpec native_frame_spec = {
    .name = "native_frame",
    .layout = LAYOUT_OTHER,
    .size = sizeof(NFrame),
    .flags = TYPE_NO_NEW,
    .slots = {.release = nframe_release},
};
