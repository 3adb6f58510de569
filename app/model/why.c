#include "model/why.h"

#include <string.h>

#include "model/model_find.h"

static ModelText fill(const WhyMoment *m, const char *key, const char *variant,
                      const PhraseArg *args) {
    return event_words_fill(m->words, key, variant, NULL, args);
}

/* The last record of a kind about it before the moment; 0 = none. */
static uint32_t latest(const WhyMoment *m, EventKind kind, uint32_t id) {
    const EventFacts *f = m->words->facts;
    size_t from = m->event < f->event_count ? m->event : f->event_count;
    for (size_t i = from; i-- > 0;)
        if (f->events[i].kind == kind && f->events[i].subject == id) return f->events[i].id;
    return 0;
}

/* ---- Links --------------------------------------------------------------------------------- */

static WhyLink link_of(const WhyMoment *m, const CsEvent *e) {
    return (WhyLink){
        e->id, e->step, e->time, e->line, event_info[e->kind].name, event_words_say(m->words, e)};
}

static void build_chain(const WhyMoment *m, uint32_t from, Why *out) {
    const EventFacts *f = m->words->facts;
    for (const CsEvent *e = event_facts_get(f, from); e; e = event_facts_get(f, e->cause))
        out->chain_count++;
    out->chain = model_array(m->words->pool, out->chain_count + 1, sizeof *out->chain);
    size_t at = out->chain_count;
    for (const CsEvent *e = event_facts_get(f, from); e; e = event_facts_get(f, e->cause))
        out->chain[--at] = link_of(m, e);
}

/* Its wakeups are about it too; that they are over, or that a future will call back, tells nobody
   anything. */
static bool is_about(const CsEvent *e, uint32_t id) {
    if (e->kind == EVENT_HANDLE_DONE || e->kind == EVENT_FUTURE_CALLBACK_ADDED) return false;
    if (e->subject == id) return true;
    return e->arg == id && (e->kind == EVENT_HANDLE_SCHEDULED || e->kind == EVENT_HANDLE_RUN);
}

static void find_next(const WhyMoment *m, Why *out) {
    const EventFacts *f = m->words->facts;
    for (size_t i = m->event; i < f->event_count && !out->has_next; i++) {
        if (!is_about(&f->events[i], out->id)) continue;
        out->has_next = true;
        out->next = link_of(m, &f->events[i]);
    }
}

/* ---- Tasks --------------------------------------------------------------------------------- */

static const char *const task_states[] = {
    [CS_TASK_CREATED] = "created",       [CS_TASK_READY] = "ready",
    [CS_TASK_RUNNING] = "running",       [CS_TASK_WAITING] = "waiting",
    [CS_TASK_CANCELLING] = "cancelling", [CS_TASK_DONE] = "done",
    [CS_TASK_FAILED] = "failed",         [CS_TASK_CANCELLED] = "cancelled",
};

static int place_in_queue(const CsSnapshot *s, uint32_t task) {
    for (int i = 0; i < s->ready_count; i++)
        if (s->ready[i].task == task) return i + 1;
    return 0;
}

static ModelText task_sentence(const WhyMoment *m, const CsTask *t) {
    const EventWords *w = m->words;
    int place = place_in_queue(m->now, t->id);
    const char *variant = t->state == CS_TASK_CANCELLING && t->waits_future ? "waiting" : NULL;
    const PhraseArg args[] = {
        {"task", event_words_task(w, t->id)},
        {"future", event_words_reason(w, &t->waits, t->waits_future)},
        {"value", sentence_piece(w->pool, SPAN_CODE, model_copy_z(w->pool, t->value))},
        {"count", event_words_plain(w, model_print(w->pool, "%d", place))},
        {0}};
    return fill(m, model_print(w->pool, "why.%s", task_states[t->state]), variant, args);
}

/* The record that made a task what it is now. */
static uint32_t task_reason(const WhyMoment *m, const CsTask *t) {
    static const EventKind kinds[] = {
        [CS_TASK_CREATED] = EVENT_TASK_CREATED,
        [CS_TASK_READY] = EVENT_TASK_CREATED,
        [CS_TASK_RUNNING] = EVENT_TASK_STEP,
        [CS_TASK_WAITING] = EVENT_TASK_SUSPENDED,
        [CS_TASK_CANCELLING] = EVENT_TASK_CANCEL_REQUESTED,
        [CS_TASK_DONE] = EVENT_TASK_DONE,
        [CS_TASK_FAILED] = EVENT_TASK_DONE,
        [CS_TASK_CANCELLED] = EVENT_TASK_DONE,
    };
    bool ready = t->state == CS_TASK_CREATED || t->state == CS_TASK_READY;
    if (ready && t->ready_event) return t->ready_event;
    uint32_t event = latest(m, kinds[t->state], t->id);
    return event ? event : latest(m, EVENT_TASK_CREATED, t->id);
}

static void about_task(const WhyMoment *m, const CsTask *t, Why *out) {
    out->state = task_states[t->state];
    out->is = task_sentence(m, t);
    build_chain(m, task_reason(m, t), out);
    why_wakers(m, t, out);
}

/* ---- Futures ------------------------------------------------------------------------------- */

static void about_future(const WhyMoment *m, const char *name, Why *out) {
    static const char *const states[] = {"pending", "result", "exception", "cancelled"};
    const CsFuture *f = model_find_future(m->now, out->id);
    const PhraseArg args[] = {{"thing", event_words_plain(m->words, name)}, {0}};
    CsFutureState state = f ? f->state : CS_FUTURE_PENDING;
    out->state = states[state];
    out->is = fill(m, "why.future", state == CS_FUTURE_PENDING ? NULL : states[state], args);
    EventKind kind = state == CS_FUTURE_PENDING ? EVENT_FUTURE_CREATED : EVENT_FUTURE_RESOLVED;
    build_chain(m, latest(m, kind, out->id), out);
    if (state == CS_FUTURE_PENDING) why_resolvers(m, out->id, out);
}

/* ---- Queues, locks ... --------------------------------------------------------------------- */

static const char *queue_state(const CsSync *s) {
    if (s->maxsize > 0 && s->item_count >= s->maxsize) return "full";
    return s->item_count == 0 ? "empty" : s->item_count == 1 ? "one" : "some";
}

static const char *sync_state(const CsSync *s) {
    switch (s->kind) {
    case CS_SYNC_QUEUE: return queue_state(s);
    case CS_SYNC_LOCK:
    case CS_SYNC_CONDITION: return !s->set ? "free" : s->owner ? "held" : "locked";
    case CS_SYNC_EVENT: return s->set ? "set" : "unset";
    case CS_SYNC_SEMAPHORE: return s->value > 0 ? "free" : "none";
    case CS_SYNC_BARRIER: return s->stage == CS_STAGE_BROKEN ? "broken" : "whole";
    case CS_SYNC_GROUP: return s->stage == CS_STAGE_ABORTING ? "aborting" : "open";
    }
    return "";
}

static int sync_count(const CsSync *s) {
    if (s->kind == CS_SYNC_QUEUE) return s->item_count;
    return s->kind == CS_SYNC_SEMAPHORE ? s->value : s->holder_count;
}

/* Those who wait for it, in line: "Ann, Bob". */
static ModelText in_line(const WhyMoment *m, const CsSync *s) {
    Sentence out = {.pool = m->words->pool};
    const struct {
        const uint32_t *tasks;
        int count;
    } lines[] = {{s->getters, s->getter_count}, {s->putters, s->putter_count}};
    for (size_t i = 0; i < 2; i++) {
        for (int k = 0; k < lines[i].count; k++) {
            ModelText task = event_words_task(m->words, lines[i].tasks[k]);
            if (out.text.count) sentence_add(&out, SPAN_PLAIN, ", ");
            sentence_text(&out, &task);
        }
    }
    return out.text;
}

static void say_sync(const WhyMoment *m, const CsSync *s, Why *out) {
    const EventWords *w = m->words;
    out->state = sync_state(s);
    const char *kind = event_facts_thing(w->facts, s->id)->kind;
    const char *key = model_print(w->pool, "why.%s", kind);
    if (!phrase_find(w->words, key, NULL)) key = "why.thing";
    const PhraseArg args[] = {
        {"thing", event_words_plain(w, event_words_thing(w, s->id))},
        {"task", event_words_task(w, s->owner)},
        {"count", event_words_plain(w, model_print(w->pool, "%d", sync_count(s)))},
        {"value", in_line(m, s)},
        {0}};
    Sentence all = {.pool = w->pool, .text = fill(m, key, out->state, args)};
    all.room = all.text.count;
    if (args[3].text.count) {
        ModelText line = fill(m, "why.waiters", NULL, args);
        sentence_add(&all, SPAN_PLAIN, " ");
        sentence_text(&all, &line);
    }
    out->is = all.text;
}

/* The last record about it: for a thing of any kind. */
static uint32_t last_about(const WhyMoment *m, uint32_t id) {
    const EventFacts *f = m->words->facts;
    size_t from = m->event < f->event_count ? m->event : f->event_count;
    for (size_t i = from; i-- > 0;)
        if (f->events[i].subject == id) return f->events[i].id;
    return 0;
}

static void about_thing(const WhyMoment *m, Why *out) {
    const CsSync *s = model_find_sync(m->now, out->id);
    const PhraseArg args[] = {
        {"thing", event_words_plain(m->words, event_words_thing(m->words, out->id))}, {0}};
    out->state = "gone";
    out->is = fill(m, "why.gone", NULL, args);
    if (s) say_sync(m, s, out);
    build_chain(m, last_about(m, out->id), out);
}

/* ---- Handles and timers -------------------------------------------------------------------- */

static int place_of_handle(const CsSnapshot *s, uint32_t handle) {
    for (int i = 0; i < s->ready_count; i++)
        if (s->ready[i].id == handle) return i + 1;
    return 0;
}

/* A handle is told as a task is: it is ready, or it runs. */
static void about_handle(const WhyMoment *m, const char *name, Why *out) {
    const EventWords *w = m->words;
    int place = place_of_handle(m->now, out->id);
    const PhraseArg args[] = {
        {"task", sentence_piece(w->pool, SPAN_CODE, model_copy_z(w->pool, name))},
        {"count", event_words_plain(w, model_print(w->pool, "%d", place))},
        {0}};
    out->state = task_states[place ? CS_TASK_READY : CS_TASK_RUNNING];
    out->is = fill(m, model_print(w->pool, "why.%s", out->state), NULL, args);
    build_chain(m, latest(m, place ? EVENT_HANDLE_SCHEDULED : EVENT_HANDLE_RUN, out->id), out);
}

static void about_timer(const WhyMoment *m, Why *out) {
    uint32_t set = latest(m, EVENT_TIMER_SET, out->id);
    const CsEvent *e = event_facts_get(m->words->facts, set);
    out->state = "pending";
    if (e) out->is = event_words_say(m->words, e);
    build_chain(m, set, out);
}

void why_add(Why *out, const char *kind, uint32_t id, ModelText text) {
    if (out->waker_count == WHY_WAKERS) return;
    out->wakers[out->waker_count++] = (WhyWaker){kind, id, text};
}

void why_build(const WhyMoment *m, const WhyThing *of, Why *out) {
    bool numbered = strchr(of->name, '#') != NULL;
    *out = (Why){.id = of->id, .state = ""};
    out->of = numbered ? model_copy_z(m->words->pool, of->name)
                       : model_print(m->words->pool, "%s:%s", of->kind, of->name);
    const CsTask *task = model_find_task(m->now, of->id);
    if (task) {
        about_task(m, task, out);
    } else if (strcmp(of->kind, "future") == 0) {
        about_future(m, of->name, out);
    } else if (strcmp(of->kind, "handle") == 0) {
        about_handle(m, of->name, out);
    } else if (strcmp(of->kind, "timer") == 0) {
        about_timer(m, out);
    } else {
        about_thing(m, out);
    }
    find_next(m, out);
}
