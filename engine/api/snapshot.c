#include "api/snap.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/module.h"
#include "vm/vm.h"

enum { SNAPSHOT_LIMIT = 256 << 20 };

CsReason snap_reason(AioReason reason) {
    return (CsReason){(CsWhat)reason.what, reason.about, reason.seconds};
}

/* All living objects of the asyncio layer and the threads, until one is taken. */
static Obj *each_object(Snap *b, bool (*take)(Snap *b, Obj *o, uint32_t id), uint32_t id) {
    const Engine *e = b->e;
    for (AioFuture *f = e->aio->first_future; f; f = f->next) {
        if (take(b, OBJ(f), id)) return OBJ(f);
    }
    for (AioPrimitive *p = e->aio->first_primitive; p; p = p->next) {
        if (take(b, OBJ(p), id)) return OBJ(p);
    }
    for (Thread *t = e->vm->threads.first; t; t = t->next) {
        if (take(b, OBJ(t), id)) return OBJ(t);
    }
    return NULL;
}

static bool is_object(Snap *b, Obj *o, uint32_t id) {
    (void)b;
    return o->id == id;
}

static bool count_object(Snap *b, Obj *o, uint32_t id) {
    (void)o, (void)id;
    b->object_mask++;
    return false;
}

static size_t object_slot(const Snap *b, uint32_t id) {
    size_t at = ((size_t)id * 2654435761U) & b->object_mask;
    while (b->objects[at] && b->objects[at]->id != id) at = (at + 1) & b->object_mask;
    return at;
}

static bool index_object(Snap *b, Obj *o, uint32_t id) {
    (void)id;
    size_t at = object_slot(b, o->id);
    if (!b->objects[at]) b->objects[at] = o;
    return false;
}

/* Twice as many places as objects, so that there is always a free one. Without memory each is
 * looked for by itself. */
static void index_objects(Snap *b) {
    size_t room = 16;
    b->object_mask = 0;
    each_object(b, count_object, 0);
    while (room < 2 * b->object_mask) room *= 2;
    b->object_mask = room - 1;
    b->objects = region_alloc(&b->memory, room * sizeof(Obj *));
    if (!b->objects) return;
    memset(b->objects, 0, room * sizeof(Obj *));
    each_object(b, index_object, 0);
}

Obj *snap_find(Snap *b, uint32_t id) {
    enum { OFTEN = 8 };
    if (!b->objects && b->asked++ == OFTEN) index_objects(b);
    return b->objects ? b->objects[object_slot(b, id)] : each_object(b, is_object, id);
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

const char *snap_reason_label(Snap *b, AioReason reason) {
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

CsSnapshot *cs_snapshot(CsEngine *e) {
    Snap *b = calloc(1, sizeof *b);
    if (!b) return NULL;
    b->e = e;
    region_init(&b->memory, SNAPSHOT_LIMIT);
    void (*const parts[])(Snap *) = {fill_moment, snap_stack, snap_tasks,   snap_loop, snap_futures,
                                     snap_syncs,  snap_waits, snap_threads, snap_gens, fill_end};
    for (size_t i = 0; i < COUNT_OF(parts) && !b->failed; i++) parts[i](b);
    if (!b->failed) return &b->s;
    cs_snapshot_free(&b->s);
    return NULL;
}

void cs_snapshot_free(CsSnapshot *s) {
    if (!s) return;
    Snap *b = (Snap *)(void *)s;
    region_clear(&b->memory);
    free(b);
}

/* Where the id is, or would be, among things that begin with one. */
static size_t halve(const void *things, size_t size, int count, uint32_t id) {
    size_t low = 0, high = (size_t)count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const uint32_t *at = (const void *)((const char *)things + middle * size);
        if (*at < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

_Static_assert(offsetof(CsTask, id) == 0 && offsetof(CsFuture, id) == 0, "both begin with the id");

const CsTask *cs_find_task(const CsSnapshot *s, uint32_t id) {
    size_t count = (size_t)s->task_count;
    size_t i = s->tasks_by_id ? halve(s->tasks, sizeof *s->tasks, s->task_count, id) : 0;
    while (!s->tasks_by_id && i < count && s->tasks[i].id != id) i++;
    return id && i < count && s->tasks[i].id == id ? &s->tasks[i] : NULL;
}

const CsFuture *cs_find_future(const CsSnapshot *s, uint32_t id) {
    size_t count = (size_t)s->future_count;
    size_t i = s->futures_by_id ? halve(s->futures, sizeof *s->futures, s->future_count, id) : 0;
    while (!s->futures_by_id && i < count && s->futures[i].id != id) i++;
    return id && i < count && s->futures[i].id == id ? &s->futures[i] : NULL;
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
