#include "api/snap.h"

#include "object/module.h"

/* Generators of the program that live: those that a variable or the value stack of a frame holds.
 */

enum { GENS_MAX = 32, FRAMES_MAX = 128 };

typedef struct {
    Snap *b;
    const Gen *gens[GENS_MAX];
    int count;
    const PFrame *frames[FRAMES_MAX]; /* to be looked into, and looked into */
    int frame_count;
} Search;

static void add_frame(Search *s, const PFrame *f) {
    if (!f || s->frame_count == FRAMES_MAX) return;
    for (int i = 0; i < s->frame_count; i++)
        if (s->frames[i] == f) return;
    s->frames[s->frame_count++] = f;
}

static void add_value(Search *s, const Obj *o) {
    if (!o || !HAS_LAYOUT(o, GEN)) return;
    const Gen *g = (const Gen *)o;
    add_frame(s, g->frame);
    uint32_t others = CODE_COROUTINE | CODE_LIBRARY | CODE_ITERABLE_COROUTINE;
    if (g->code->flags & others || g->code->name->text[0] == '<' || s->count == GENS_MAX) return;
    for (int i = 0; i < s->count; i++)
        if (s->gens[i] == g) return;
    s->gens[s->count++] = g;
}

static void look_into(Search *s, const PFrame *f) {
    for (uint32_t i = 0; i < code_slots(f->code); i++)
        add_value(s, pframe_slot_value(s->b->e, f, i));
    for (uint32_t i = 0; i < f->sp; i++) add_value(s, f->stack[i]);
    if (f->gen) add_value(s, OBJ(f->gen));
}

static void look_around(Search *s) {
    Engine *e = s->b->e;
    for (const Frame *f = snap_shown_top(s->b); f; f = f->back)
        if (IS(e, f, frame)) add_frame(s, (const PFrame *)f);
    /* A task's own coroutine is none of the generators sought, only its frame counts. */
    for (AioFuture *f = e->aio->first_future; f && s->frame_count < FRAMES_MAX; f = f->next)
        if (aio_is_task(e, OBJ(f)) && TASK(f)->coro) add_value(s, TASK(f)->coro);
    const Obj *module = e->vm->main_module;
    Obj *key, *value;
    for (uint32_t i = 0; module && dict_next(MODULE(module)->dict, &i, &key, &value);)
        add_value(s, value);
    for (int i = 0; i < s->frame_count; i++) {
        const PFrame *f = s->frames[i];
        look_into(s, f);
        Obj *delegate = f->gen ? gen_delegate(f->gen) : NULL;
        const Gen *behind = delegate ? gen_behind(e, delegate) : NULL;
        if (behind) add_frame(s, behind->frame);
    }
}

static CsGenState state_of(const Gen *g) {
    if (g->state == GEN_CREATED) return CS_GEN_CREATED;
    if (g->state == GEN_RUNNING) return CS_GEN_RUNNING;
    if (g->state == GEN_CLOSED) return CS_GEN_CLOSED;
    bool waits = (g->code->flags & CODE_ASYNC_GENERATOR) && gen_delegate(g);
    return waits ? CS_GEN_WAITING : CS_GEN_SUSPENDED;
}

void snap_gens(Snap *b) {
    Search s = {.b = b};
    look_around(&s);
    b->s.gens = snap_alloc(b, (size_t)s.count * sizeof(CsGen));
    for (int i = 0; i < s.count && !b->failed; i++) {
        const Gen *g = s.gens[i];
        CsGen *out = &b->s.gens[b->s.gen_count++];
        const char *name = snap_variable(b, OBJ(g));
        out->id = g->h.id;
        out->async = (g->code->flags & CODE_ASYNC_GENERATOR) != 0;
        out->state = state_of(g);
        out->variable = name ? name : "";
        if (g->frame) snap_frame(b, g->frame, &out->frame);
        if (!out->frame.function) out->frame.function = snap_text(b, "%s", g->code->name->text);
        if (!out->frame.arguments) out->frame.arguments = "";
    }
}

/* ---- Each frame ----------------------------------------------------------------------------- */

static bool visit_stack(const Frame *top, const Engine *e, SnapFrameVisit *visit, void *data) {
    for (const Frame *f = top; f; f = f->back)
        if (IS(e, f, frame) && visit((const PFrame *)f, data)) return true;
    return false;
}

static bool visit_chain(Engine *e, Obj *coro, SnapFrameVisit *visit, void *data) {
    for (const Gen *g = gen_behind(e, coro); g && g->frame;) {
        if (visit(g->frame, data)) return true;
        Obj *delegate = gen_delegate(g);
        g = delegate ? gen_behind(e, delegate) : NULL;
    }
    return false;
}

/* A frame may come twice. */
void snap_each_frame(Snap *b, SnapFrameVisit *visit, void *data) {
    Engine *e = b->e;
    if (visit_stack(snap_shown_top(b), e, visit, data)) return;
    for (const Thread *t = e->vm->threads.first; t; t = t->next)
        if (visit_stack(t == e->vm->threads.current ? e->vm->top : t->top, e, visit, data)) return;
    for (AioFuture *f = e->aio->first_future; f; f = f->next) {
        bool task = aio_is_task(e, OBJ(f)) && TASK(f)->coro;
        if (task && visit_chain(e, TASK(f)->coro, visit, data)) return;
    }
    Search s = {.b = b};
    look_around(&s);
    for (int i = 0; i < s.frame_count; i++)
        if (visit(s.frames[i], data)) return;
}
