#include "api/snap.h"

#include <stdlib.h>
#include <string.h>

#include "object/list.h"
#include "object/set.h"
#include "vm/vm.h"

/* The loop: the running handle, the ready queue, timers, futures. */

enum { CAUSE_STEPS = 12 };

static const Event *record(const Engine *e, uint32_t id) {
    const History *h = e->history;
    return id >= 1 && id <= h->event_count ? &h->events[id - 1] : NULL;
}

/* The timer at the beginning of what made this handle ready, or 0. */
static uint32_t causing_timer(const Engine *e, uint32_t event) {
    const Event *r = record(e, event);
    for (int i = 0; r && i < CAUSE_STEPS; i++, r = record(e, r->cause)) {
        if (r->kind == EVENT_TIMER_FIRED) return r->subject;
        if (r->kind == EVENT_TASK_STEP || (r->kind == EVENT_HANDLE_RUN && r->arg)) return 0;
    }
    return 0;
}

/* "Task-3 wakeup": without a format, as ten thousand may be ready. */
static const char *step_name(Snap *b, const AioHandle *h) {
    enum { MOST = 256 };
    const char *task = TASK(h->callback)->name->text;
    size_t size = strlen(task);
    const char *what = h->kind == HANDLE_STEP ? " step" : " wakeup";
    if (size > MOST) return snap_text(b, "%s%s", task, what);
    char text[MOST + sizeof " wakeup"];
    memcpy(text, task, size);
    memcpy(text + size, what, strlen(what) + 1);
    return snap_text(b, "%s", text);
}

/* "Task-3 wakeup", "gather callback", "print" */
static const char *handle_name(Snap *b, const AioHandle *h) {
    if (h->kind != HANDLE_CALL && h->callback) return step_name(b, h);
    const char *label = aio_handle_label_text(b->e, h), *locals = strstr(label, ".<locals>.");
    if (locals && label[0] != '_')
        return snap_text(b, "%.*s callback", (int)(locals - label), label);
    if (strcmp(label, "_wait.<locals>._on_completion") == 0) return "wait callback";
    if (strcmp(label, "_set_result_unless_cancelled") == 0) return "timer callback";
    return snap_text(b, "%s", label);
}

static bool throws(const AioHandle *h) {
    if (h->kind == HANDLE_CALL || !h->callback) return false;
    if (TASK(h->callback)->must_cancel) return true;
    const Tuple *args = TUPLE(h->args);
    if (h->kind == HANDLE_STEP) return args->size > 0;
    const AioFuture *f = FUTURE(args->items[0]);
    return f->state == FUTURE_CANCELLED || f->exception;
}

static uint32_t stepped_task(const AioHandle *h) {
    bool task = h->kind != HANDLE_CALL && h->callback && !TASK(h->callback)->hidden;
    return task ? h->callback->id : 0;
}

static const char *call_text(Snap *b, const AioHandle *h) {
    const char *name = aio_handle_label_text(b->e, h), *args = "";
    const char *dot = strrchr(name, '.');
    const Tuple *t = h->args ? TUPLE(h->args) : NULL;
    for (uint32_t i = 0; t && i < t->size && i < 3; i++) {
        args = snap_text(b, "%s%s%s", args, i ? ", " : "", snap_value(b, t->items[i]));
    }
    return snap_text(b, "%s(%s)", dot ? dot + 1 : name, args);
}

static const char *handle_label(Snap *b, const AioHandle *h) {
    const char *label = aio_handle_label_text(b->e, h);
    return h->kind == HANDLE_CALL ? snap_text(b, "%s", label) : label; /* a constant */
}

static CsHandle handle_data(Snap *b, const AioHandle *h) {
    CsHandle out = {.id = h->h.id,
                    .name = handle_name(b, h),
                    .label = handle_label(b, h),
                    .call = "",
                    .task = stepped_task(h),
                    .wakeup = h->kind == HANDLE_WAKEUP,
                    .throws = throws(h),
                    .because = snap_reason(h->reason),
                    .by_task = h->cause_task,
                    .by_timer = causing_timer(b->e, h->scheduled_event),
                    .since_ns = h->since,
                    .event = h->scheduled_event};
    if (h->kind == HANDLE_CALL && h->reason.what == WHAT_CALLBACK) out.call = call_text(b, h);
    bool plain = h->kind == HANDLE_WAKEUP && h->reason.what == WHAT_FUTURE && !h->reason.about;
    if (plain && TUPLE(h->args)->size) out.because.about = TUPLE(h->args)->items[0]->id;
    if (h->kind == HANDLE_STEP && out.throws) out.because.what = CS_WHAT_CANCEL;
    if (h->kind == HANDLE_WAKEUP && TUPLE(h->args)->size &&
        FUTURE(TUPLE(h->args)->items[0])->state == FUTURE_CANCELLED) {
        out.because.what = CS_WHAT_CANCEL;
    }
    return out;
}

static void fill_ready(Snap *b, const AioLoop *loop) {
    b->s.ready = snap_alloc(b, loop->ready_count * sizeof(CsHandle));
    uint32_t place = 0;
    for (const AioHandle *h = loop->ready_head; h && !b->failed; h = h->next, place++) {
        if (h->cancelled) continue;
        CsHandle *out = &b->s.ready[b->s.ready_count++];
        *out = handle_data(b, h);
        out->next_iteration = loop->phase == PHASE_RUN && place >= loop->todo;
    }
}

static const char *timer_label(Snap *b, const AioHandle *h) {
    if (h->reason.what == WHAT_WAIT_FOR) {
        const Obj *task = snap_find(b, h->reason.about);
        if (!task || !aio_is_task(b->e, task)) return "timeout";
        const TaskRecord *r = api_task_record(b->e, task->id);
        return snap_text(b, "timeout of %s", r && r->coroutine ? r->coroutine : "task");
    }
    if (h->reason.what != WHAT_CALLBACK) return snap_reason_label(b, h->reason);
    return call_text(b, h);
}

static CsTimer timer_data(Snap *b, const AioHandle *h) {
    const Tuple *args = TUPLE(h->args);
    const Obj *first = args->size && aio_is_future(args->items[0]) ? args->items[0] : NULL;
    uint32_t task = first && FUTURE(first)->waiter_count ? FUTURE(first)->waiters[0] : 0;
    if (h->reason.what == WHAT_WAIT_FOR) task = h->reason.about;
    return (CsTimer){.id = h->h.id,
                     .set_ns = h->set_at,
                     .when_ns = h->when_ns,
                     .when = h->when,
                     .label = timer_label(b, h),
                     .task = task,
                     .future = first ? first->id : 0};
}

SNAP_FETCHES void fetch_timers(const AioLoop *loop, uint32_t i) {
    uint32_t count = loop->timer_count;
    if (i + FETCH_OBJECT < count)
        snap_fetch(loop->timers[i + FETCH_OBJECT].handle, sizeof(AioHandle));
    if (i + FETCH_NEXT < count)
        snap_fetch(loop->timers[i + FETCH_NEXT].handle->args, sizeof(Tuple) + sizeof(Obj *));
    const Obj *args = i + FETCH_LAST < count ? loop->timers[i + FETCH_LAST].handle->args : NULL;
    if (args && TUPLE(args)->size) snap_fetch(TUPLE(args)->items[0], sizeof(AioFuture));
}

/* What timers are put in order by. */
typedef struct {
    int64_t when_ns;
    uint64_t sequence;
    uint32_t place; /* in the heap's order */
} TimerKey;

static int compare_timers(const void *a, const void *b) {
    const TimerKey *x = a, *y = b;
    if (x->when_ns != y->when_ns) return x->when_ns < y->when_ns ? -1 : 1;
    return x->sequence < y->sequence ? -1 : 1;
}

static void fill_timers(Snap *b, const AioLoop *loop) {
    TimerKey *keys = snap_alloc(b, loop->timer_count * sizeof *keys);
    CsTimer *timers = snap_alloc(b, loop->timer_count * sizeof *timers);
    b->s.timers = snap_alloc(b, loop->timer_count * sizeof *timers);
    uint32_t count = 0;
    for (uint32_t i = 0; i < loop->timer_count && !b->failed; i++) {
        const AioHandle *h = loop->timers[i].handle;
        fetch_timers(loop, i);
        if (h->cancelled) continue;
        timers[count] = timer_data(b, h);
        keys[count] = (TimerKey){h->when_ns, h->sequence, count};
        count++;
    }
    if (b->failed) return;
    if (count) qsort(keys, count, sizeof *keys, compare_timers);
    for (uint32_t i = 0; i < count; i++) b->s.timers[i] = timers[keys[i].place];
    b->s.timer_count = (int)count;
}

void snap_loop(Snap *b) {
    const AioLoop *loop = snap_shown_loop(b);
    b->s.waits_until_ns = -1;
    if (!loop || b->failed) return;
    b->s.phase = (CsPhase)loop->phase;
    b->s.iteration = loop->iteration;
    b->s.ran_count = (int)loop->ran;
    bool runs = loop->running_handle && !loop->handle_left;
    if (runs) b->s.running = handle_data(b, loop->running_handle);
    fill_ready(b, loop);
    if (!b->failed) fill_timers(b, loop);
    if (b->s.timer_count) b->s.waits_until_ns = b->s.timers[0].when_ns;
}

uint32_t *snap_waiters(Snap *b, const AioFuture *f, int *count) {
    *count = 0;
    if (!f->waiter_count) return NULL;
    uint32_t *ids = snap_alloc(b, f->waiter_count * sizeof *ids);
    if (b->failed) return ids;
    for (uint32_t i = 0; i < f->waiter_count; i++) ids[(*count)++] = f->waiters[i];
    return ids;
}

static CsFutureState future_state(const AioFuture *f) {
    if (f->state == FUTURE_PENDING) return CS_FUTURE_PENDING;
    if (f->state == FUTURE_CANCELLED) return CS_FUTURE_CANCELLED;
    return f->exception ? CS_FUTURE_EXCEPTION : CS_FUTURE_RESULT;
}

static void fill_children(Snap *b, Obj *future, CsFuture *out) {
    const Obj *children = snap_attribute(b, future, "_children");
    if (!children || !HAS_LAYOUT(children, LIST)) return;
    const List *l = (const List *)children;
    out->children = snap_alloc(b, l->size * sizeof(uint32_t));
    for (uint32_t i = 0; i < l->size && !b->failed; i++) {
        out->children[out->child_count++] = l->items[i]->id;
    }
}

void snap_futures(Snap *b) {
    b->s.futures = snap_alloc(b, b->futures.count * sizeof(CsFuture));
    b->s.futures_by_id = true;
    for (size_t i = 0; i < b->futures.count && !b->failed; i++) {
        const AioFuture *f = FUTURE(b->futures.items[i].object);
        if (i + FETCH_LAST < b->futures.count)
            snap_fetch(b->futures.items[i + FETCH_LAST].object, sizeof *f);
        if (aio_is_task(b->e, OBJ(f)) || !f->loop) continue;
        CsFuture *out = &b->s.futures[b->s.future_count++];
        const char *name = snap_future_name(b, f);
        *out = (CsFuture){.id = f->h.id,
                          .state = future_state(f),
                          .what = snap_reason(f->reason),
                          .label = name ? name : snap_reason_label(b, f->reason),
                          .named = name != NULL,
                          .value = snap_value(b, f->exception ? f->exception : f->result),
                          .resolved_event = f->resolved_event,
                          .resolved_ns = f->resolved_time,
                          .resolved_iteration = f->resolved_iteration};
        if (out > b->s.futures && out->id <= out[-1].id) b->s.futures_by_id = false;
        out->waiters = snap_waiters(b, f, &out->waiter_count);
        fill_children(b, b->futures.items[i].object, out);
    }
}
