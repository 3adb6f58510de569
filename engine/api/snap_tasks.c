#include "api/snap.h"

#include <string.h>

#include "object/list.h"
#include "object/set.h"

/* Tasks: those that live, and those that are gone but keep their seat. */

/* Its handle runs, and its step is about to begin. */
bool snap_begins(const AioTask *t) {
    const AioHandle *h = t->f.loop ? t->f.loop->running_handle : NULL;
    bool its = h && h->kind != HANDLE_CALL && h->callback == OBJ((uintptr_t)t);
    return its && !t->f.loop->handle_left && !t->running;
}

static CsTaskState living_state(const AioTask *t) {
    if (t->f.state == FUTURE_CANCELLED) return CS_TASK_CANCELLED;
    if (t->f.state == FUTURE_FINISHED) return t->f.exception ? CS_TASK_FAILED : CS_TASK_DONE;
    if (t->running || snap_begins(t)) return CS_TASK_RUNNING;
    if (t->cancel_requests > 0 || t->must_cancel) return CS_TASK_CANCELLING;
    if (!t->started) return CS_TASK_CREATED;
    return t->ready ? CS_TASK_READY : CS_TASK_WAITING;
}

/* What was kept of it when it came about still holds of a plain value. */
static const char *outcome(Snap *b, const AioFuture *f, const CsTask *recorded) {
    bool plain = f->result && !f->exception && snap_is_plain(b->e, f->result);
    if (plain && *recorded->value) return recorded->value;
    if (f->state == FUTURE_CANCELLED) return snap_value(b, f->cancel_message);
    if (f->exception) return snap_value(b, f->exception);
    return snap_value(b, f->result);
}

static void add_behind(Snap *b, CsTask *out, uint32_t room, const Obj *o) {
    if ((uint32_t)out->waits_task_count >= room || !aio_is_task(b->e, o)) return;
    if (FUTURE(o)->state == FUTURE_PENDING) out->waits_tasks[out->waits_task_count++] = o->id;
}

/* What the awaited future depends on: a list or set, one future, or NULL: nothing but itself. */
static Obj *children_of(Snap *b, Obj *waiter) {
    const AioReason *r = &FUTURE(waiter)->reason;
    if (r->what == WHAT_SHIELD) return snap_find(b, r->about);
    Obj *group = r->what == WHAT_GROUP ? snap_find(b, r->about) : NULL;
    return group ? snap_attribute(b, group, "_tasks") : snap_attribute(b, waiter, "_children");
}

/* Tasks behind the awaited future: itself, or those that gather, wait, a group, shield wait for. */
static void tasks_behind(Snap *b, Obj *waiter, CsTask *out) {
    Obj *children = children_of(b, waiter), *key, *value;
    if (!children && !aio_is_task(b->e, waiter)) return; /* as most of them */
    uint32_t room = 1;
    if (children && HAS_LAYOUT(children, LIST)) room = LIST(children)->size;
    if (children && HAS_LAYOUT(children, SET)) room = SET(children)->items->used;
    out->waits_tasks = snap_alloc(b, room * sizeof(uint32_t));
    if (b->failed) return;
    if (!children) return add_behind(b, out, room, waiter);
    if (aio_is_future(children)) return add_behind(b, out, room, children);
    if (HAS_LAYOUT(children, LIST)) {
        for (uint32_t i = 0; i < LIST(children)->size; i++) {
            add_behind(b, out, room, LIST(children)->items[i]);
        }
    } else if (HAS_LAYOUT(children, SET)) {
        for (uint32_t i = 0; dict_next(SET(children)->items, &i, &key, &value);) {
            add_behind(b, out, room, key);
        }
    }
}

/* Of a crowd only those asked for, and the one that runs, tell what is in their frames. */
static bool is_told(const Snap *b, const AioTask *t) {
    bool told = !b->s.brief || t->running;
    for (int i = 0; i < b->told_count && !told; i++) told = b->told[i] == t->f.h.id;
    return told;
}

static void fill_frames(Snap *b, const AioTask *t, CsTask *out) {
    b->outlines = !is_told(b, t);
    if (t->coro) out->frames = snap_suspended_frames(b, t->coro, &out->frame_count);
    b->outlines = false;
}

/* Most names are those that the tasks were made with. */
static const char *name_of(Snap *b, const AioTask *t, const TaskRecord *r) {
    bool same = r->name && strcmp(r->name, t->name->text) == 0;
    return same ? r->name : snap_text(b, "%s", t->name->text);
}

static void fill_living(Snap *b, const AioTask *t, const TaskRecord *r, CsTask *out) {
    out->name = name_of(b, t, r);
    out->state = living_state(t);
    out->cancel_requests = t->cancel_requests;
    out->ready_event = t->ready ? t->ready->scheduled_event : 0;
    out->value =
        t->f.state == FUTURE_PENDING ? snap_value(b, t->f.cancel_message) : outcome(b, &t->f, out);
    if (t->f.state != FUTURE_PENDING) return;
    fill_frames(b, t, out);
    if (!t->waiter) return;
    out->waits_future = t->waiter->id;
    if (!aio_is_future(t->waiter)) return; /* it only behaves like one */
    out->waits = snap_reason(FUTURE(t->waiter)->reason);
    if (aio_is_task(b->e, t->waiter)) out->waits = (CsReason){CS_WHAT_TASK, t->waiter->id, 0};
    tasks_behind(b, t->waiter, out);
}

static CsTaskState gone_state(const TaskRecord *r, uint32_t now) {
    static const CsTaskState states[] = {CS_TASK_DONE, CS_TASK_FAILED, CS_TASK_CANCELLED};
    if (!r->done_event || r->done_event > now) return CS_TASK_CANCELLED; /* dropped while pending */
    return states[r->how < 3 ? r->how : 0];
}

/* Both records and living tasks are in order of creation: mostly the next one is sought. */
static const AioTask *living_task(Snap *b, uint32_t id, size_t *next) {
    const SnapObjects *living = &b->futures;
    for (; living->by_id && *next < living->count && living->items[*next].id <= id; ++*next) {
        Obj *o = living->items[*next].object;
        if (o->id == id) return aio_is_task(b->e, o) ? TASK(o) : NULL;
    }
    Obj *o = living->by_id ? NULL : snap_find(b, id);
    return o && aio_is_task(b->e, o) ? TASK(o) : NULL;
}

static CsTask recorded_task(const TaskRecord *r, uint32_t now) {
    return (CsTask){.id = r->id,
                    .number = (int)r->number,
                    .name = r->name ? r->name : "",
                    .coroutine = r->coroutine ? r->coroutine : "",
                    .label = r->label ? r->label : "",
                    .value = r->value && r->done_event <= now ? r->value : "",
                    .created_by = r->created_by,
                    .created_line = (int)r->created_line};
}

static const AioTask *task_at(const Snap *b, size_t place) {
    const Obj *o = place < b->futures.count ? b->futures.items[place].object : NULL;
    return o && aio_is_task(b->e, o) ? TASK(o) : NULL;
}

SNAP_FETCHES void fetch_tasks(const Snap *b, size_t next) {
    if (next + FETCH_OBJECT < b->futures.count)
        snap_fetch(b->futures.items[next + FETCH_OBJECT].object, sizeof(AioTask));
    const AioTask *soon = task_at(b, next + FETCH_NEXT), *sooner = task_at(b, next + FETCH_LAST);
    if (soon) {
        snap_fetch(soon->coro, sizeof(Gen));
        snap_fetch(soon->name, sizeof(Str));
        snap_fetch(soon->waiter, sizeof(AioFuture));
    }
    if (sooner && sooner->coro && HAS_LAYOUT(sooner->coro, GEN))
        snap_fetch(GEN(sooner->coro)->frame, sizeof(PFrame));
}

void snap_tasks(Snap *b) {
    const ApiState *api = API(b->e);
    uint32_t now = b->e->vm->events;
    size_t next = 0;
    b->s.tasks = snap_alloc(b, api->task_count * sizeof(CsTask));
    b->s.tasks_by_id = true;
    for (size_t i = 0; i < api->task_count && !b->failed; i++) {
        const TaskRecord *r = &api->tasks[i];
        fetch_tasks(b, next);
        if (r->event > now) break;
        CsTask *out = &b->s.tasks[b->s.task_count++];
        if (i > 0 && r->id <= r[-1].id) b->s.tasks_by_id = false;
        *out = recorded_task(r, now);
        const AioTask *t = living_task(b, r->id, &next);
        if (t) {
            fill_living(b, t, r, out);
        } else {
            out->state = gone_state(r, now);
        }
    }
}
