#include "model/event_facts.h"

#include <string.h>

static size_t slot_of(const EventFacts *f, uint32_t id) {
    size_t at = (size_t)id * 2654435761U & (f->table_size - 1);
    while (f->table[at].id && f->table[at].id != id) at = (at + 1) & (f->table_size - 1);
    return at;
}

static EventThing *get(EventFacts *f, uint32_t id, uint32_t event) {
    EventThing *t = &f->table[slot_of(f, id)];
    if (!t->id) *t = (EventThing){.id = id, .made = event};
    return t;
}

static bool names_new(const CsEvent *e) {
    return e->kind == EVENT_HANDLE_SCHEDULED || e->kind == EVENT_TIMER_SET ||
           e->kind == EVENT_FUTURE_CREATED || e->kind == EVENT_TASK_SUSPENDED ||
           e->kind == EVENT_FUTURE_RESOLVED;
}

static void note_timer(EventFacts *f, const CsEvent *e) {
    EventThing *t = get(f, e->subject, e->id);
    t->set = e->id;
    t->future = e->arg;
    if (e->arg) get(f, e->arg, e->id)->timer = e->subject;
}

static void note(EventFacts *f, const CsEvent *e) {
    switch ((EventKind)e->kind) {
    case EVENT_TIMER_SET: note_timer(f, e); break;
    case EVENT_TIMER_FIRED: get(f, e->subject, e->id)->fired = e->id; break;
    case EVENT_HANDLE_SCHEDULED: get(f, e->subject, e->id)->scheduled = e->id; break;
    case EVENT_HANDLE_RUN: get(f, e->subject, e->id)->ran = e->id; break;
    case EVENT_FUTURE_CREATED: get(f, e->subject, e->id); break;
    case EVENT_FUTURE_RESOLVED: get(f, e->subject, e->id)->resolved = e->id; break;
    default: break;
    }
}

static void build_table(EventFacts *f, ModelPool *pool) {
    size_t most = 1;
    for (size_t i = 0; i < f->event_count; i++) {
        most += names_new(&f->events[i]);
        most += f->events[i].kind == EVENT_TIMER_SET; /* the future that it names */
    }
    for (f->table_size = 16; f->table_size < most * 2;) f->table_size *= 2;
    f->table = model_array(pool, f->table_size, sizeof *f->table);
    for (size_t i = 0; i < f->event_count; i++) note(f, &f->events[i]);
    size_t runs = cs_handle_run_count(f->engine);
    for (size_t i = 0; i < runs; i++) {
        const CsEvent *run = event_facts_get(f, cs_handle_run(f->engine, i).event);
        if (run) get(f, run->subject, run->id)->run = (uint32_t)i + 1;
    }
    for (size_t i = 0; i < cs_handle_note_count(f->engine); i++) {
        CsHandleNote n = cs_handle_note(f->engine, i);
        get(f, n.handle, n.event)->note = (uint32_t)i + 1;
    }
    for (size_t i = 0; i < f->wait_count; i++)
        get(f, f->waits[i].future, f->waits[i].event)->wait = (uint32_t)i + 1;
}

void event_facts_build(EventFacts *facts, CsEngine *engine, ModelPool *pool) {
    *facts = (EventFacts){.engine = engine};
    facts->events = cs_events(engine, &facts->event_count);
    facts->waits = cs_waits(engine, &facts->wait_count);
    facts->things = cs_things(engine, &facts->thing_count);
    facts->outputs = cs_outputs(engine, &facts->output_count);
    if (cs_injection(engine, &facts->injection)) cs_injected(engine, &facts->injected);
    build_table(facts, pool);
}

const CsEvent *event_facts_get(const EventFacts *facts, uint32_t event) {
    return event > 0 && event <= facts->event_count ? &facts->events[event - 1] : NULL;
}

const EventThing *event_facts_handle(const EventFacts *facts, uint32_t id) {
    const EventThing *t = id ? &facts->table[slot_of(facts, id)] : NULL;
    return t && t->id ? t : NULL;
}

const CsThing *event_facts_thing(const EventFacts *facts, uint32_t id) {
    size_t low = 0, high = facts->thing_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (facts->things[middle].id == id) return &facts->things[middle];
        if (facts->things[middle].id < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const CsWait *event_facts_wait(const EventFacts *facts, uint32_t event) {
    size_t low = 0, high = facts->wait_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (facts->waits[middle].event == event) return &facts->waits[middle];
        if (facts->waits[middle].event < event) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* A timer that is set anew has several notes; the latest is the handle's. */
static bool noted_deadline(const EventFacts *f, const EventThing *t, const CsEvent *set,
                           int64_t *ns) {
    for (size_t i = t->note; i-- > 0;) {
        CsHandleNote note = cs_handle_note(f->engine, i);
        if (note.event < set->id) return false;
        *ns = note.when_ns;
        if (note.event == set->id) return note.when_ns != INT64_MAX;
    }
    return false;
}

bool event_facts_deadline(const EventFacts *facts, const CsEvent *set, int64_t *ns) {
    const EventThing *t = event_facts_handle(facts, set->subject);
    if (!t) return false;
    if (noted_deadline(facts, t, set, ns)) return true;
    const EventThing *future = t->future ? event_facts_handle(facts, t->future) : NULL;
    const CsWait *wait = future && future->wait ? &facts->waits[future->wait - 1] : NULL;
    if (wait && wait->reason.what == CS_WHAT_SLEEP && wait->reason.seconds < 1e9) {
        *ns = set->time + (int64_t)(wait->reason.seconds * 1e9 + 0.5);
        return true;
    }
    const CsEvent *fired = event_facts_get(facts, t->fired);
    if (fired) *ns = fired->time;
    return fired != NULL;
}

bool event_facts_is_thread(const CsEvent *event) {
    return strcmp(event_info[event->kind].subject, "thread") == 0;
}

const CsEvent *event_facts_actor(const EventFacts *facts, const CsEvent *event) {
    const CsEvent *e = event_facts_get(facts, event->cause);
    for (; e && e->cause; e = event_facts_get(facts, e->cause)) {
        bool acts = e->kind == EVENT_TASK_STEP || e->kind == EVENT_HANDLE_RUN ||
                    e->kind == EVENT_LOOP_STARTED || e->kind == EVENT_THREAD_STARTED;
        if (acts) return e;
    }
    return e;
}

static bool names_task(const char *what) {
    return strstr(what, "task") != NULL;
}

uint32_t event_facts_task(const CsEvent *event) {
    const EventInfo *info = &event_info[event->kind];
    if (strcmp(info->subject, "task") == 0) return event->subject;
    return names_task(info->argument) ? event->arg : 0;
}

uint32_t event_facts_future(const EventFacts *facts, const CsEvent *event) {
    const EventInfo *info = &event_info[event->kind];
    if (strcmp(info->subject, "future") == 0) return event->subject;
    bool timer = event->kind == EVENT_TIMER_FIRED || event->kind == EVENT_HANDLE_CANCELLED;
    const EventThing *t = timer ? event_facts_handle(facts, event->subject) : NULL;
    if (t && t->set) return t->future;
    return strstr(info->argument, "future") ? event->arg : 0;
}
