/* Who can wake a task. */
#include "model/why.h"

#include <string.h>

#include "model/model_find.h"

static ModelText fill(const WhyMoment *m, const char *key, const PhraseArg *args) {
    return event_words_fill(m->words, key, NULL, NULL, args);
}

static ModelText clock_text(const WhyMoment *m, int64_t ns) {
    return event_words_plain(m->words, model_clock(m->words->pool, ns));
}

/* What another task does, for the middle of a sentence. */
static ModelText does_now(const WhyMoment *m, const CsTask *t) {
    static const char *const keys[] = {
        [CS_TASK_CREATED] = "state.created",       [CS_TASK_READY] = "state.ready",
        [CS_TASK_RUNNING] = "state.running",       [CS_TASK_WAITING] = "state.waiting",
        [CS_TASK_CANCELLING] = "state.cancelling", [CS_TASK_DONE] = "state.done",
        [CS_TASK_FAILED] = "state.failed",         [CS_TASK_CANCELLED] = "state.cancelled",
    };
    const PhraseArg args[] = {{"future", event_words_reason(m->words, &t->waits, t->waits_future)},
                              {0}};
    return fill(m, keys[t->state], args);
}

static void add_task(const WhyMoment *m, const char *key, const char *kind, uint32_t id, Why *out) {
    const CsTask *t = model_find_task(m->now, id);
    if (!t) return;
    const PhraseArg args[] = {
        {"task", event_words_task(m->words, id)}, {"value", does_now(m, t)}, {0}};
    why_add(out, kind, id, fill(m, key, args));
}

static const CsTimer *timer_of(const WhyMoment *m, uint32_t future) {
    for (int i = 0; future && i < m->now->timer_count; i++)
        if (m->now->timers[i].future == future) return &m->now->timers[i];
    return NULL;
}

static void add_timer(const WhyMoment *m, const char *key, const CsTimer *timer, Why *out) {
    const PhraseArg args[] = {{"time", clock_text(m, timer->when_ns)}, {0}};
    why_add(out, strcmp(key, "waker.timer") == 0 ? "timer" : "timeout", timer->id,
            fill(m, key, args));
}

static void add_timeouts(const WhyMoment *m, const CsTask *task, Why *out) {
    for (int i = 0; i < m->now->timer_count; i++) {
        const CsTimer *timer = &m->now->timers[i];
        bool wakes = timer->task == task->id && timer->future != task->waits_future;
        if (wakes) add_timer(m, "waker.timeout", timer, out);
    }
}

/* What the record says that will happen to a future. */
static void add_what_happens(const WhyMoment *m, uint32_t future, Why *out) {
    const EventFacts *f = m->words->facts;
    const EventThing *t = event_facts_handle(f, future);
    const CsEvent *resolved = t ? event_facts_get(f, t->resolved) : NULL;
    if (resolved && resolved->id > m->event) {
        why_add(out, "does", resolved->id,
                event_words_fill(m->words, "waker.does", NULL, resolved, NULL));
        return;
    }
    bool stuck = m->end == CS_END_DEADLOCK;
    why_add(out, "nobody", 0, fill(m, stuck ? "waker.deadlock" : "waker.nobody", NULL));
}

/* Who holds the lock that it needs; 0 = nobody, or it needs none. */
static uint32_t lock_holder(const CsSync *sync) {
    bool lock = sync && (sync->kind == CS_SYNC_LOCK || sync->kind == CS_SYNC_CONDITION);
    return lock ? sync->owner : 0;
}

/* Those of whom one, or for a group all, must go before it can: holders of permits, tasks of a
 * group. */
static bool has_holders(const CsSync *sync) {
    bool counts = sync && (sync->kind == CS_SYNC_SEMAPHORE || sync->kind == CS_SYNC_GROUP);
    return counts && sync->holder_count > 0;
}

/* Whom a waiting task waits for: the holder of its lock, or a task; 0 = nobody in particular. */
static uint32_t waits_on(const CsSnapshot *s, const CsTask *t) {
    if (t->state != CS_TASK_WAITING && t->state != CS_TASK_CANCELLING) return 0;
    const CsSync *sync = model_find_sync(s, t->waits.about);
    if (lock_holder(sync)) return lock_holder(sync);
    bool all = has_holders(sync) && (sync->kind == CS_SYNC_GROUP || sync->holder_count == 1);
    if (all) return sync->holders[0];
    return t->waits_task_count ? t->waits_tasks[0] : 0;
}

static void add_cycle(const WhyMoment *m, const CsTask *task, Why *out) {
    Sentence s = {.pool = m->words->pool};
    const CsTask *t = task;
    for (int i = 0; t && i <= m->now->task_count; i++) {
        ModelText name = event_words_task(m->words, t->id);
        if (i) sentence_add(&s, SPAN_PLAIN, " \u2192 ");
        sentence_text(&s, &name);
        if (i && t == task) {
            const PhraseArg args[] = {{"value", s.text}, {0}};
            why_add(out, "cycle", 0, fill(m, "waker.cycle", args));
            return;
        }
        t = model_find_task(m->now, waits_on(m->now, t));
    }
}

static void wait_is_over_by(const WhyMoment *m, const CsTask *task, Why *out) {
    const CsReason *r = &task->waits;
    const char *kind = event_words_reason_key(r->what);
    const CsSync *sync = model_find_sync(m->now, r->about);
    const CsTimer *timer = timer_of(m, task->waits_future);
    if (timer) {
        add_timer(m, "waker.timer", timer, out);
    } else if (lock_holder(sync)) {
        add_task(m, "waker.holder", "holder", sync->owner, out);
    } else if (has_holders(sync)) {
        bool group = sync->kind == CS_SYNC_GROUP;
        for (int i = 0; i < sync->holder_count; i++)
            add_task(m, group ? "waker.task" : "waker.permit", group ? "task" : "holder",
                     sync->holders[i], out);
    } else if (task->waits_task_count) {
        for (int i = 0; i < task->waits_task_count; i++)
            add_task(m, "waker.task", "task", task->waits_tasks[i], out);
    } else {
        const char *key = model_print(m->words->pool, "waker.%s", kind);
        const char *thing = event_words_thing(m->words, r->about);
        const PhraseArg args[] = {{"thing", event_words_plain(m->words, thing)}, {0}};
        if (!phrase_find(m->words->words, key, NULL)) key = "waker.future";
        why_add(out, kind, r->about, fill(m, key, args));
    }
    add_timeouts(m, task, out);
    add_cycle(m, task, out);
    if (!timer && r->what != CS_WHAT_SLEEP) add_what_happens(m, task->waits_future, out);
}

void why_resolvers(const WhyMoment *m, uint32_t future, Why *out) {
    const CsTimer *timer = timer_of(m, future);
    if (timer)
        add_timer(m, "waker.timer", timer, out);
    else
        add_what_happens(m, future, out);
}

void why_wakers(const WhyMoment *m, const CsTask *task, Why *out) {
    bool ended = task->state == CS_TASK_DONE || task->state == CS_TASK_FAILED ||
                 task->state == CS_TASK_CANCELLED;
    if (ended || task->state == CS_TASK_RUNNING) return;
    if (task->ready_event || task->state == CS_TASK_CREATED) {
        why_add(out, "loop", 0, fill(m, "waker.loop", NULL));
        return;
    }
    if (task->waits_future) wait_is_over_by(m, task, out);
}
