#include "api/snap.h"

#include <string.h>

#include "compile/opcodes.h"
#include "object/function.h"

/* Frames as plain data: what runs, and what a suspended coroutine waits inside of. */

enum { CHAIN_MAX = 64 };

bool snap_is_plain(const Engine *e, const Obj *o) {
    return o == e->none || HAS_LAYOUT(o, INT) || HAS_LAYOUT(o, BOOL) || HAS_LAYOUT(o, FLOAT) ||
           HAS_LAYOUT(o, COMPLEX) || HAS_LAYOUT(o, STR);
}

static uint32_t parameter_count(const Code *c) {
    return c->arg_count + c->kwonly_count + !!(c->flags & CODE_VARARGS) +
           !!(c->flags & CODE_VARKEYWORDS);
}

/* Only plain values stand in a call. */
static const char *arguments_text(Snap *b, const PFrame *f) {
    const char *text = "";
    for (uint32_t i = 0; i < parameter_count(f->code); i++) {
        const Obj *value = pframe_slot_value(b->e, f, i);
        if (!value || !snap_is_plain(b->e, value)) continue;
        text = snap_text(b, "%s%s%s", text, *text ? ", " : "", snap_value(b, value));
    }
    return text;
}

static bool is_shown_local(const Obj *value) {
    return value && !HAS_LAYOUT(value, FUNCTION) && !HAS_LAYOUT(value, MODULE) &&
           !HAS_LAYOUT(value, TYPE) && !HAS_LAYOUT(value, NATIVE);
}

static CsLocal local_of(Snap *b, const char *name, const Obj *value) {
    return (CsLocal){snap_lasting(b, name), snap_value(b, value), value->id};
}

/* That of a comprehension has no name of the program. */
static void fill_parameters(Snap *b, const PFrame *f, CsFrame *out) {
    uint32_t slots = parameter_count(f->code);
    out->parameters = snap_alloc(b, slots * sizeof(CsLocal));
    for (uint32_t i = 0; i < slots && !b->failed; i++) {
        const Obj *value = pframe_slot_value(b->e, f, i);
        const char *name = f->code->local_names[i]->text;
        if (!value || name[0] == '.') continue;
        out->parameters[out->parameter_count++] = local_of(b, name, value);
    }
}

static void fill_locals(Snap *b, const PFrame *f, CsFrame *out) {
    uint32_t slots = code_slots(f->code);
    out->locals = snap_alloc(b, slots * sizeof(CsLocal));
    for (uint32_t i = parameter_count(f->code); i < slots && !b->failed; i++) {
        const Obj *value = pframe_slot_value(b->e, f, i);
        const char *name = f->code->local_names[i]->text;
        if (!is_shown_local(value) || name[0] == '.' || name[0] == '_') continue;
        out->locals[out->local_count++] = local_of(b, name, value);
    }
}

static void fill_module_locals(Snap *b, const PFrame *f, CsFrame *out) {
    out->locals = snap_alloc(b, f->globals->used * sizeof(CsLocal));
    Obj *key, *value;
    for (uint32_t i = 0; !b->failed && dict_next(f->globals, &i, &key, &value);) {
        if (!HAS_LAYOUT(key, STR) || STR(key)->text[0] == '_' || !is_shown_local(value)) continue;
        out->locals[out->local_count++] = local_of(b, STR(key)->text, value);
    }
}

void snap_frame(Snap *b, const PFrame *f, CsFrame *out) {
    bool library = (f->code->flags & CODE_LIBRARY) != 0;
    const Str *name = library ? f->code->qualname : f->code->name; /* Queue.put, but cook */
    *out = (CsFrame){.id = f->f.h.id,
                     .function = snap_lasting(b, name->text),
                     .line = (int)(library ? pframe_position(f).line : f->line),
                     .library = library};
    out->arguments = b->outlines ? "" : arguments_text(b, f);
    if (out->library || b->outlines) return;
    if (f->code->flags & CODE_OPTIMIZED) {
        fill_parameters(b, f, out);
        fill_locals(b, f, out);
    } else if (!f->locals) {
        fill_module_locals(b, f, out);
    }
}

CsFrame *snap_suspended_frames(Snap *b, Obj *coro, int *count) {
    CsFrame chain[CHAIN_MAX]; /* most are short, and tasks are many */
    int n = 0;
    for (Gen *g = gen_behind(b->e, coro); g && g->frame && n < CHAIN_MAX && !b->failed;) {
        bool library = (g->frame->code->flags & CODE_LIBRARY) != 0;
        /* Of the library only what the program called: Queue.put, not what put() calls inside. */
        if (!library || n == 0 || !chain[n - 1].library) snap_frame(b, g->frame, &chain[n++]);
        Obj *delegate = gen_delegate(g);
        g = delegate ? gen_behind(b->e, delegate) : NULL;
    }
    CsFrame *frames = snap_alloc(b, (size_t)n * sizeof *frames);
    *count = b->failed ? 0 : n;
    if (*count) memcpy(frames, chain, (size_t)*count * sizeof *frames);
    return frames;
}

bool snap_is_users(const Snap *b, const Frame *f) {
    return IS(b->e, f, frame) && !(((const PFrame *)f)->code->flags & CODE_LIBRARY);
}

/* Those of a task whose handle runs are not on the stack yet. */
static void add_beginning(Snap *b, const AioLoop *loop) {
    const AioHandle *h = loop->running_handle;
    if (!h || h->kind == HANDLE_CALL || !h->callback || !snap_begins(TASK(h->callback))) return;
    const AioTask *t = TASK(h->callback);
    if (t->coro) b->s.frames = snap_suspended_frames(b, t->coro, &b->s.frame_count);
}

/* Resumed, but not one instruction further: what it awaits goes on only now. */
static const Obj *resumed_delegate(const PFrame *f) {
    bool runs = f->gen && f->gen->state == GEN_RUNNING && f->ip > 0 && f->sp > 1;
    if (!runs || f->code->instrs[f->ip - 1] != INSTR(OPCODE_YIELD, 1)) return NULL;
    return f->stack[f->sp - 2];
}

static void add_resumed(Snap *b, const PFrame *top) {
    const Obj *delegate = resumed_delegate(top);
    int count = 0;
    CsFrame *more = delegate ? snap_suspended_frames(b, (Obj *)(uintptr_t)delegate, &count) : NULL;
    CsFrame *all = snap_alloc(b, (size_t)(b->s.frame_count + count) * sizeof *all);
    if (!count || b->failed) return;
    memcpy(all, b->s.frames, (size_t)b->s.frame_count * sizeof *all);
    memcpy(all + b->s.frame_count, more, (size_t)count * sizeof *all);
    b->s.frames = all;
    b->s.frame_count += count;
}

/* The frames above the loop belong to the handle that runs, those below to the program. */
void snap_stack(Snap *b) {
    Engine *e = b->e;
    const AioLoop *loop = snap_shown_loop(b);
    if (loop && !loop->running) loop = NULL;
    const PFrame *chain[CHAIN_MAX * 2];
    int count = 0, below = -1;
    for (const Frame *f = snap_shown_top(b); f && count < CHAIN_MAX * 2; f = f->back) {
        if (IS(e, f, native_frame)) {
            bool is_loop = ((const NFrame *)f)->slot_count > 0 && loop &&
                           ((const NFrame *)f)->slot[0] == OBJ(loop);
            if (is_loop && below < 0) below = count;
            continue;
        }
        chain[count++] = (const PFrame *)f;
    }
    if (below < 0) below = loop ? count : 0;
    b->s.frames = snap_alloc(b, (size_t)below * sizeof(CsFrame));
    b->s.program = snap_alloc(b, (size_t)(count - below) * sizeof(CsFrame));
    if (b->failed) return;
    for (int i = below; i-- > 0;) snap_frame(b, chain[i], &b->s.frames[b->s.frame_count++]);
    for (int i = count; i-- > below;) snap_frame(b, chain[i], &b->s.program[b->s.program_count++]);
    if (loop && below == 0) add_beginning(b, loop);
    if (below > 0) add_resumed(b, chain[0]);
}
