#include "api/talks.h"

#include <stdlib.h>

#include "api/snap.h"

enum { MOST_TALKS = 8000 };

/* The program's own frame that drives the generator, or that it answers; 0 = none. */
static uint32_t partner_of(const Snap *b, const PFrame *frame) {
    for (const Frame *f = frame->f.back; f; f = f->back)
        if (snap_is_users(b, f)) return f->h.id;
    return 0;
}

static bool is_told(const Gen *g) {
    bool ours = !(g->code->flags & CODE_UNTOLD);
    return ours && g->frame && g->code->name->text[0] != '<'; /* no generator expressions */
}

static bool is_known(const Talks *t, uint64_t instruction, uint32_t frame, int kind) {
    if (!t->count || instruction > t->instruction) return false;
    if (instruction < t->instruction) return true;
    for (size_t i = t->same; i < t->count; i++)
        if (t->talks[i].frame == frame && (int)t->talks[i].kind == kind) return true;
    return false;
}

static CsTalk *new_talk(ApiState *api, uint64_t instruction) {
    Talks *t = &api->talks;
    void *talks = t->talks;
    bool ok = ledger_grow(&api->ledger, &talks, &t->capacity, t->count + 1, sizeof *t->talks);
    t->talks = talks;
    if (!ok) return NULL;
    if (instruction != t->instruction) t->same = t->count;
    t->instruction = instruction;
    return &t->talks[t->count++];
}

/* Most talks are with the generator that talked last. */
static const char *name_of(Snap *b, const Talks *t, const PFrame *frame) {
    const CsTalk *last = t->count > 1 ? &t->talks[t->count - 2] : NULL;
    if (last && last->frame == frame->f.h.id) return last->function;
    return snap_text(b, "%s", frame->code->name->text);
}

void talks_log(CsEngine *e, const Gen *g, int kind, const Obj *value) {
    ApiState *api = API(e);
    const VmState *vm = e->vm;
    if (api->talks.count >= MOST_TALKS) e->hooks.talk = NULL; /* the others come no more */
    if (!is_told(g) || api->talks.count >= MOST_TALKS) return;
    if (is_known(&api->talks, vm->instructions, g->frame->f.h.id, kind)) return;
    CsTalk *talk = new_talk(api, vm->instructions);
    if (!talk) return;
    Snap b = {.e = e, .memory = api->texts};
    *talk = (CsTalk){.kind = (CsTalkKind)kind,
                     .frame = g->frame->f.h.id,
                     .partner = partner_of(&b, g->frame),
                     .task = vm->task_id,
                     .event = vm->events,
                     .step = vm->steps,
                     .instruction = vm->instructions,
                     .time_ns = vm->now,
                     .line = (int)g->frame->line,
                     .async = (g->code->flags & CODE_ASYNC_GENERATOR) != 0,
                     .function = name_of(&b, &api->talks, g->frame),
                     .value = value ? snap_value(&b, value) : ""};
    api->texts = b.memory;
    if (api->texts.starved) api->ledger.refused = true;
    if (b.failed) api->ledger.refused = true;
}

void talks_clear(Talks *t) {
    free(t->talks);
    *t = (Talks){0};
}

const CsTalk *cs_talks(const CsEngine *e, size_t *count) {
    *count = API(e)->talks.count;
    return API(e)->talks.talks;
}
