#include "model/event_variant.h"

#include <string.h>

typedef const char *(*Variant)(const EventFacts *facts, const CsEvent *e);

static uint16_t cause_kind(const EventFacts *f, const CsEvent *e) {
    const CsEvent *cause = event_facts_get(f, e->cause);
    return cause ? cause->kind : EVENT_NONE;
}

static const char *of_end(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg ? "exception" : NULL;
}

/* The lesson's own handle, by which a what-if does something to the run. */
static bool is_lessons(const EventFacts *f, const CsEvent *e) {
    const CsEvent *run = event_facts_get(f, f->injected);
    return run && run->subject == e->subject;
}

static const char *of_run(const EventFacts *f, const CsEvent *e) {
    static const char *const kinds[] = {[CS_INJECT_CANCEL] = "lesson_cancel",
                                        [CS_INJECT_RAISE] = "lesson_raise",
                                        [CS_INJECT_DELAY] = "lesson_delay"};
    if (e->id == f->injected) return kinds[f->injection.kind];
    return e->arg ? "task" : NULL;
}

static const char *of_scheduled(const EventFacts *f, const CsEvent *e) {
    uint16_t cause = cause_kind(f, e);
    if (is_lessons(f, e)) return "lesson";
    if (!e->arg) return NULL;
    if (cause == EVENT_TASK_CREATED) return "first";
    bool woken = cause == EVENT_FUTURE_RESOLVED || cause == EVENT_FUTURE_CALLBACK_ADDED;
    return woken ? "wakeup" : "next";
}

static const char *of_task(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg ? "task" : NULL;
}

static const char *of_cancelled_handle(const EventFacts *f, const CsEvent *e) {
    const EventThing *t = event_facts_handle(f, e->subject);
    if (e->arg) return "task";
    if (!t) return NULL;
    if (t->ran && t->ran < e->id) return "late";
    return t->set && t->future && !(t->fired && t->fired < e->id) ? "timer" : NULL;
}

static const char *of_timer(const EventFacts *f, const CsEvent *e) {
    const EventThing *t = event_facts_handle(f, e->subject);
    int64_t ns;
    if (!t) return NULL;
    if (e->kind == EVENT_TIMER_SET && !event_facts_deadline(f, e, &ns)) return "open";
    return t->future ? "future" : NULL;
}

static const char *of_step(const EventFacts *f, const CsEvent *e) {
    const CsEvent *run = event_facts_get(f, e->cause);
    const CsEvent *scheduled = run ? event_facts_get(f, run->cause) : NULL;
    bool at_once = run && run->kind == EVENT_TASK_CREATED;
    if (at_once || (scheduled && cause_kind(f, scheduled) == EVENT_TASK_CREATED)) return "first";
    return e->line ? NULL : "library";
}

static const char *of_suspended(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg ? NULL : "yield";
}

static const char *of_outcome(const EventFacts *f, const CsEvent *e) {
    static const char *const outcomes[] = {NULL, "exception", "cancelled"};
    (void)f;
    return e->arg < 3 ? outcomes[e->arg] : NULL;
}

static bool is_task(const EventFacts *f, uint32_t id) {
    CsTaskInfo info;
    return cs_task_info(f->engine, id, &info);
}

/* Whether it is known what somebody waits for by this future. */
static bool is_wait(const EventFacts *f, uint32_t future) {
    const EventThing *t = event_facts_handle(f, future);
    return t && t->wait && f->waits[t->wait - 1].reason.what != CS_WHAT_FUTURE;
}

static const char *of_resolved(const EventFacts *f, const CsEvent *e) {
    static const char *const outcomes[] = {"wait", "wait_exception", "wait_cancelled"};
    if (is_task(f, e->subject)) return "task";
    return is_wait(f, e->subject) && e->arg < 3 ? outcomes[e->arg] : of_outcome(f, e);
}

static const char *of_future(const EventFacts *f, const CsEvent *e) {
    return is_wait(f, e->subject) ? "wait" : NULL;
}

static const char *of_callback(const EventFacts *f, const CsEvent *e) {
    if (!e->arg) return NULL;
    return is_wait(f, e->subject) && !is_task(f, e->subject) ? "wait" : "task";
}

static const char *of_request(const EventFacts *f, const CsEvent *e) {
    return cause_kind(f, e) == EVENT_TASK_CANCEL_REQUESTED ? "passed" : NULL;
}

static const char *of_line(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->line ? NULL : "library";
}

static const char *of_room(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg ? NULL : "unbounded";
}

static const char *of_rest(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg ? NULL : "all";
}

static const char *of_stream(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg == 2 ? "stderr" : NULL;
}

static const char *of_launcher(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg ? "task" : NULL;
}

static const char *of_answer(const EventFacts *f, const CsEvent *e) {
    (void)f;
    return e->arg ? NULL : "failure";
}

static const Variant variants[EVENT_KIND_COUNT] = {
    [EVENT_PROGRAM_ENDED] = of_end,
    [EVENT_HANDLE_SCHEDULED] = of_scheduled,
    [EVENT_HANDLE_RUN] = of_run,
    [EVENT_HANDLE_DONE] = of_task,
    [EVENT_HANDLE_CANCELLED] = of_cancelled_handle,
    [EVENT_TIMER_SET] = of_timer,
    [EVENT_TIMER_FIRED] = of_timer,
    [EVENT_TASK_STEP] = of_step,
    [EVENT_TASK_SUSPENDED] = of_suspended,
    [EVENT_TASK_DONE] = of_outcome,
    [EVENT_TASK_CANCEL_REQUESTED] = of_request,
    [EVENT_TASK_CANCEL_DELIVERED] = of_line,
    [EVENT_FUTURE_CREATED] = of_future,
    [EVENT_FUTURE_RESOLVED] = of_resolved,
    [EVENT_FUTURE_CALLBACK_ADDED] = of_callback,
    [EVENT_QUEUE_CREATED] = of_room,
    [EVENT_QUEUE_TASK_DONE] = of_rest,
    [EVENT_OUTPUT] = of_stream,
    [EVENT_THREAD_STARTED] = of_launcher,
    [EVENT_THREAD_FINISHED] = of_end,
    [EVENT_HTTP_ANSWERED] = of_answer,
};

const char *event_variant(const EventFacts *facts, const CsEvent *event) {
    Variant variant = event->kind < EVENT_KIND_COUNT ? variants[event->kind] : NULL;
    return variant ? variant(facts, event) : NULL;
}

/* A lock, event ... that the library made for a part of another thing: nobody knows it by name. */
static bool is_inner(const EventWords *w, const CsEvent *e) {
    const EventInfo *info = &event_info[e->kind];
    size_t length = strlen(info->subject);
    bool made = length && strncmp(info->name, info->subject, length) == 0 &&
                strcmp(info->name + length, ".created") == 0;
    bool other = strcmp(info->subject, "loop") == 0 || strcmp(info->subject, "task") == 0 ||
                 strcmp(info->subject, "future") == 0;
    return made && !other && !event_facts_thing(w->facts, e->subject);
}

ModelText event_words_say(const EventWords *w, const CsEvent *event) {
    if (is_inner(w, event)) {
        const PhraseArg args[] = {
            {"value", sentence_piece(w->pool, SPAN_CODE, event_info[event->kind].subject)}, {0}};
        return event_words_fill(w, "inner.created", NULL, event, args);
    }
    return event_words_fill(w, event_info[event->kind].name, event_variant(w->facts, event), event,
                            NULL);
}
