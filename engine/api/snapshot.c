#include "api/snap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/module.h"
#include "vm/vm.h"

enum { SNAPSHOT_LIMIT = 256 << 20 };

CsReason snap_reason(AioReason reason) {
    return (CsReason){(CsWhat)reason.what, reason.about, reason.seconds};
}

static const char *name_in_dict(const Dict *d, const Obj *o) {
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(d, &i, &key, &value);) {
        if (value == o && HAS_LAYOUT(key, STR) && STR(key)->text[0] != '_') return STR(key)->text;
    }
    return NULL;
}

static const char *name_in_frame(Engine *e, const PFrame *f, const Obj *o) {
    if (f->code->flags & CODE_LIBRARY) return NULL;
    for (uint32_t i = 0; i < code_slots(f->code); i++) {
        if (pframe_slot_value(e, f, i) == o) return f->code->local_names[i]->text;
    }
    return NULL;
}

static const char *name_in_chain(Engine *e, Obj *coro, const Obj *o) {
    const char *name = NULL;
    for (Gen *g = coro ? gen_behind(e, coro) : NULL; g && g->frame && !name;) {
        name = name_in_frame(e, g->frame, o);
        Obj *delegate = gen_delegate(g);
        g = delegate ? gen_behind(e, delegate) : NULL;
    }
    return name;
}

const char *snap_variable_of(Snap *b, const Obj *o, uint32_t task) {
    const Obj *t = task ? snap_find(b, task) : NULL;
    const char *name = t && aio_is_task(b->e, t) ? name_in_chain(b->e, TASK(t)->coro, o) : NULL;
    return name ? snap_text(b, "%s", name) : NULL;
}

/* A thing keeps the name that it got first: two locks may be called the same elsewhere. */
const char *snap_variable(Snap *b, const Obj *o) {
    Engine *e = b->e;
    const CsThing *thing = things_find(&API(e)->things, o->id);
    if (thing && *thing->name && !strchr(thing->name, '#')) return snap_text(b, "%s", thing->name);
    const Obj *module = e->vm->main_module;
    const char *name = module ? name_in_dict(MODULE(module)->dict, o) : NULL;
    for (const Frame *f = e->vm->top; f && !name; f = f->back) {
        if (IS(e, f, frame)) name = name_in_frame(e, (const PFrame *)f, o);
    }
    for (AioFuture *f = e->aio->first_future; f && !name; f = f->next) {
        if (aio_is_task(e, OBJ(f))) name = name_in_chain(e, TASK(f)->coro, o);
    }
    return name ? snap_text(b, "%s", name) : snap_path(b, o, false);
}

/* As a thing, it keeps the name that it got first: that of its maker's variable, where it has one.
 */
const char *snap_future_name(Snap *b, const AioFuture *f) {
    const History *h = b->e->history;
    if (f->reason.what != WHAT_FUTURE || f->other_side) return NULL;
    const char *name = things_future(&API(b->e)->things, f->h.id);
    if (name) return name;
    bool recorded = f->created_event >= 1 && f->created_event <= h->event_count;
    uint32_t maker = recorded ? h->events[f->created_event - 1].arg : 0;
    name = snap_variable_of(b, OBJ((uintptr_t)f), maker);
    return name ? name : snap_variable(b, OBJ((uintptr_t)f));
}

/* Where the reason's label is, or would be: a free place near that of its hash, else that one. */
static SnapLabel *label_place(const Snap *b, const AioReason *reason) {
    enum { NEAR = 8 };
    uint64_t bits;
    memcpy(&bits, &reason->seconds, sizeof bits);
    uint64_t hash = (bits ^ reason->what ^ (uint64_t)reason->about << 8) * 0x9E3779B97F4A7C15u;
    for (uint64_t at = hash >> 32, i = 0; i < NEAR; i++) {
        SnapLabel *place = &b->labels[(at + i) & (SNAP_LABELS - 1)];
        if (!place->text || memcmp(&place->reason, reason, sizeof *reason) == 0) return place;
    }
    return &b->labels[hash >> 32 & (SNAP_LABELS - 1)];
}

static const char *about_name(Snap *b, AioReason reason, const char *otherwise) {
    const Obj *o = snap_find(b, reason.about);
    const char *name = o ? snap_variable(b, o) : NULL;
    return name ? name : otherwise;
}

/* The name of who resolves it from outside; known also when the future is gone. */
static const char *other_side(Snap *b, uint32_t future) {
    const Obj *o = snap_find(b, future);
    if (o && aio_is_future(o) && FUTURE(o)->other_side) {
        return snap_text(b, "%s", FUTURE(o)->other_side->text);
    }
    const CsThing *thing = things_find(&API(b->e)->things, future);
    return thing ? snap_text(b, "%s", thing->name) : "future";
}

static const char *make_label(Snap *b, AioReason reason) {
    switch ((CsWhat)reason.what) {
    case CS_WHAT_TASK: {
        const TaskRecord *r = api_task_record(b->e, reason.about);
        return snap_text(b, "%s", r && r->name ? r->name : "task");
    }
    case CS_WHAT_SLEEP: return snap_text(b, "sleep(%.10g)", reason.seconds);
    case CS_WHAT_GATHER: return "gather";
    case CS_WHAT_WAIT: return "wait";
    case CS_WHAT_WAIT_FOR: return "wait_for";
    case CS_WHAT_QUEUE_GET: return snap_text(b, "%s.get()", about_name(b, reason, "queue"));
    case CS_WHAT_QUEUE_PUT: return snap_text(b, "%s.put()", about_name(b, reason, "queue"));
    case CS_WHAT_QUEUE_JOIN: return snap_text(b, "%s.join()", about_name(b, reason, "queue"));
    case CS_WHAT_LOCK: return snap_text(b, "%s", about_name(b, reason, "lock"));
    case CS_WHAT_EVENT: return snap_text(b, "%s.wait()", about_name(b, reason, "event"));
    case CS_WHAT_SHIELD: return "shield";
    case CS_WHAT_SEMAPHORE: return snap_text(b, "%s", about_name(b, reason, "semaphore"));
    case CS_WHAT_CONDITION: return snap_text(b, "%s.wait()", about_name(b, reason, "condition"));
    case CS_WHAT_BARRIER: return snap_text(b, "%s.wait()", about_name(b, reason, "barrier"));
    case CS_WHAT_GROUP: return snap_text(b, "%s", about_name(b, reason, "group"));
    case CS_WHAT_READ:
    case CS_WHAT_DRAIN:
    case CS_WHAT_CONNECT:
    case CS_WHAT_REPLY:
    case CS_WHAT_PROCESS:
    case CS_WHAT_CLOSE: return other_side(b, reason.about);
    case CS_WHAT_FUTURE:
    case CS_WHAT_CALLBACK:
    case CS_WHAT_FIRST_STEP:
    case CS_WHAT_NEXT_STEP:
    case CS_WHAT_CANCEL: break;
    }
    return "future";
}

const char *snap_reason_label(Snap *b, AioReason reason) {
    if (!b->labels) return make_label(b, reason);
    if (reason.what == WHAT_SLEEP) reason.about = 0; /* all that sleep as long sleep alike */
    SnapLabel *place = label_place(b, &reason);
    if (!place->text || memcmp(&place->reason, &reason, sizeof reason) != 0)
        *place = (SnapLabel){reason, make_label(b, reason)};
    return place->text;
}

static void fill_moment(Snap *b) {
    const VmState *vm = b->e->vm;
    CsSnapshot *s = &b->s;
    s->time_ns = vm->now;
    s->step = vm->steps;
    s->instruction = vm->instructions;
    s->event = vm->events;
    const PFrame *top = vm->top && IS(b->e, vm->top, frame) ? (const PFrame *)vm->top : NULL;
    Instr last = top && top->ip > 0 ? top->code->instrs[top->ip - 1] : 0;
    bool is_line = INSTR_OP(last) == OPCODE_LINE || INSTR_OP(last) == OPCODE_LINE_INSIDE;
    bool at_line = top && top->ip > 0 && vm->steps > 0 && is_line;
    uint64_t next = at_line ? vm->steps : vm->steps + 1;
    s->line_next = cs_step_line(b->e, next);
    s->line_before = cs_step_line(b->e, next - 1);
}

static void fill_end(Snap *b) {
    const ApiState *api = API(b->e);
    b->s.end_text = "";
    if (b->e->vm->top || !b->e->history->ended) return;
    b->s.end = api->result.end;
    const char *text = api->exception ? api->exception : api->message;
    b->s.end_text = snap_text(b, "%s", text ? text : "");
}

static void prepare(Snap *b) {
    b->labels = snap_alloc(b, SNAP_LABELS * sizeof *b->labels);
    if (!b->failed) snap_list_futures(b);
}

static void fill_waits(Snap *b) {
    if (!b->s.brief || b->s.end == CS_END_DEADLOCK) snap_waits(b);
}

static CsSnapshot *fill(Snap *b) {
    void (*const parts[])(Snap *) = {prepare,    fill_moment,  fill_end,     snap_stack,
                                     snap_tasks, snap_loop,    snap_futures, snap_syncs,
                                     fill_waits, snap_threads, snap_gens};
    region_init(&b->memory, SNAPSHOT_LIMIT);
    for (size_t i = 0; i < COUNT_OF(parts) && !b->failed; i++) parts[i](b);
    if (!b->failed) return &b->s;
    cs_snapshot_free(&b->s);
    return NULL;
}

CsSnapshot *cs_snapshot(CsEngine *e) {
    Snap *b = calloc(1, sizeof *b);
    if (!b) return NULL;
    b->e = e;
    return fill(b);
}

CsSnapshot *cs_snapshot_of_crowd(CsEngine *e, const uint32_t *tasks, int count) {
    Snap *b = calloc(1, sizeof *b);
    if (!b) return NULL;
    b->e = e;
    b->told = tasks;
    b->told_count = count;
    b->s.brief = api_tasks_now(e) >= CS_CROWD;
    return fill(b);
}

void cs_snapshot_free(CsSnapshot *s) {
    if (!s) return;
    Snap *b = (Snap *)(void *)s;
    region_clear(&b->memory);
    free(b);
}

void cs_variable(CsEngine *e, uint32_t id, char *text, size_t size) {
    Snap b = {.e = e};
    region_init(&b.memory, SNAPSHOT_LIMIT);
    const Obj *o = snap_find(&b, id);
    const char *name = o ? snap_variable(&b, o) : NULL;
    snprintf(text, size, "%s", name ? name : "");
    region_clear(&b.memory);
}

bool cs_task_info(const CsEngine *e, uint32_t id, CsTaskInfo *out) {
    const TaskRecord *t = api_task_record(e, id);
    if (!t) return false;
    *out = (CsTaskInfo){.number = (int)t->number,
                        .name = t->name ? t->name : "",
                        .coroutine = t->coroutine ? t->coroutine : "",
                        .label = t->label ? t->label : "",
                        .created_event = t->event,
                        .done_event = t->done_event,
                        .value = t->value ? t->value : ""};
    return true;
}

void cs_describe(CsEngine *e, uint32_t id, char *text, size_t size) {
    Snap b = {.e = e};
    region_init(&b.memory, SNAPSHOT_LIMIT);
    const TaskRecord *task = api_task_record(e, id);
    const Obj *o = task ? NULL : snap_find(&b, id);
    const char *name = task ? task->name : o ? snap_variable(&b, o) : NULL;
    if (o && IS(e, o, Thread) && ((const Thread *)o)->name) name = ((const Thread *)o)->name->text;
    if (o && !name && aio_is_future(o))
        name = snap_reason_label(&b, ((const AioFuture *)o)->reason);
    const CsThing *thing = name ? NULL : things_find(&API(e)->things, id);
    if (thing && *thing->name) name = thing->name;
    snprintf(text, size, "%s", name ? name : o ? type_name(o) : "");
    region_clear(&b.memory);
}
