/* Names of what can be asked about. */
#include "model/why.h"

#include <stdlib.h>
#include <string.h>

#include "model/model_find.h"

enum { NAME_SIZE = 128, MANY = 2000 };

/* The surest name first. Which variables are bound to a thing is found out only where it matters:
 * it takes a walk over all frames. */
typedef enum { BY_NAME, BY_VARIABLE, BY_LABEL, BY_SHORT_NAME, LEVELS } Level;

/* A thing with its names; "" = none. */
typedef struct {
    WhyThing thing;
    int number;
    const char *label, *short_name;
} Candidate;

typedef struct {
    Candidate *items;
    size_t count;
} Candidates;

static const char *variable(const WhyMoment *m, uint32_t id) {
    char text[NAME_SIZE];
    cs_variable(m->words->facts->engine, id, text, sizeof text);
    return model_copy_z(m->words->pool, text);
}

static void add_tasks(const WhyMoment *m, Candidates *c) {
    for (int i = 0; i < m->now->task_count; i++) {
        const CsTask *t = &m->now->tasks[i];
        bool same = strcmp(t->name, t->label) == 0; /* then its function is a name of it too */
        const char *shorter = same ? t->coroutine : model_find_short_name(t);
        c->items[c->count++] = (Candidate){{"task", t->name, t->id}, t->number, t->label, shorter};
    }
}

static void add_things(const WhyMoment *m, Candidates *c) {
    const EventFacts *f = m->words->facts;
    for (size_t i = 0; i < f->thing_count; i++) {
        const CsThing *t = &f->things[i];
        if (t->event > m->event) continue;
        c->items[c->count++] = (Candidate){{t->kind, t->name, t->id}, t->number, "", ""};
    }
}

/* Futures are numbered by creation over the whole run, those of the library too. */
static void add_futures(const WhyMoment *m, Candidates *c) {
    const EventFacts *f = m->words->facts;
    int number = 0;
    int i = 0;
    for (size_t k = 0; k < f->event_count && k < m->event && i < m->now->future_count; k++) {
        const CsFuture *future = &m->now->futures[i];
        if (f->events[k].kind != EVENT_FUTURE_CREATED) continue;
        number++;
        if (f->events[k].subject != future->id) continue;
        i++; /* both are in order of creation */
        bool plain = future->what.what == CS_WHAT_FUTURE;
        const char *label =
            plain ? model_print(m->words->pool, "future#%d", number) : future->label;
        const char *bound = future->named ? future->label : "";
        if (*bound) label = bound;
        c->items[c->count++] = (Candidate){{"future", label, future->id}, number, "", ""};
    }
}

static Candidates all(const WhyMoment *m) {
    const CsSnapshot *s = m->now;
    Candidates c = {0};
    size_t most = (size_t)s->task_count + (size_t)s->future_count + m->words->facts->thing_count;
    c.items = model_array(m->words->pool, most + 1, sizeof *c.items);
    add_tasks(m, &c);
    add_things(m, &c);
    add_futures(m, &c);
    return c;
}

/* "queue:q" or "queue#2" or "q". */
typedef struct {
    const char *kind, *name;
    size_t kind_length;
    int number; /* 0 = by name */
} Wanted;

static bool is_kind(const Wanted *w, const char *kind) {
    if (!w->kind) return true;
    return strlen(kind) == w->kind_length && memcmp(kind, w->kind, w->kind_length) == 0;
}

static Wanted parse(const char *of) {
    size_t length = strspn(of, "abcdefghijklmnopqrstuvwxyz");
    if (length && of[length] == ':') return (Wanted){of, of + length + 1, length, 0};
    char *end;
    long number = of[length] == '#' ? strtol(of + length + 1, &end, 10) : 0;
    if (length && number > 0 && number < INT32_MAX && !*end)
        return (Wanted){of, of, length, (int)number};
    return (Wanted){NULL, of, 0, 0};
}

static const char *name_of(const WhyMoment *m, const Candidate *c, Level level) {
    switch (level) {
    case BY_NAME: return c->thing.name;
    case BY_VARIABLE: return variable(m, c->thing.id);
    case BY_LABEL: return c->label;
    case BY_SHORT_NAME: return c->short_name;
    case LEVELS: break;
    }
    return "";
}

static bool matches(const WhyMoment *m, const Candidate *c, const Wanted *w, Level level) {
    if (!is_kind(w, c->thing.kind)) return false;
    if (w->number) return level == BY_NAME && c->number == w->number;
    return *w->name && strcmp(name_of(m, c, level), w->name) == 0;
}

WhyFound why_find(const WhyMoment *m, const char *of, WhyThing *out) {
    Candidates c = all(m);
    Wanted wanted = parse(of);
    for (int level = 0; level < LEVELS; level++) {
        size_t found = 0;
        if (level == BY_VARIABLE && c.count > MANY) continue;
        for (size_t i = 0; i < c.count; i++) {
            if (!matches(m, &c.items[i], &wanted, (Level)level)) continue;
            if (found++ == 0) *out = c.items[i].thing;
        }
        if (found) return found == 1 ? WHY_FOUND : WHY_AMBIGUOUS;
    }
    return WHY_UNKNOWN;
}

static const CsHandle *find_handle(const CsSnapshot *s, uint32_t id) {
    return s->running.id == id ? &s->running : model_find_ready(s, id);
}

bool why_find_id(const WhyMoment *m, uint32_t id, WhyThing *out) {
    const CsTask *task = model_find_task(m->now, id);
    const CsFuture *future = model_find_future(m->now, id);
    const CsThing *thing = event_facts_thing(m->words->facts, id);
    const CsHandle *handle = find_handle(m->now, id);
    const CsTimer *timer = model_find_timer(m->now, id);
    *out = (WhyThing){"task", task ? task->name : "", id};
    if (future) *out = (WhyThing){"future", future->label, id};
    if (thing && thing->event <= m->event) *out = (WhyThing){thing->kind, thing->name, id};
    if (handle) *out = (WhyThing){"handle", handle->name, id};
    if (timer) *out = (WhyThing){"timer", timer->label, id};
    return id && (task || future || handle || timer || (thing && thing->event <= m->event));
}

static bool is_unique(const Candidates *c, size_t at) {
    const WhyThing *t = &c->items[at].thing;
    if (c->count > MANY) return false;
    for (size_t i = 0; i < c->count; i++) {
        const WhyThing *other = &c->items[i].thing;
        if (i != at && strcmp(other->kind, t->kind) == 0 && strcmp(other->name, t->name) == 0)
            return false;
    }
    return true;
}

const char **why_names(const WhyMoment *m, size_t *count) {
    ModelPool *pool = m->words->pool;
    Candidates c = all(m);
    const char **names = model_array(pool, c.count + 1, sizeof *names);
    for (size_t i = 0; i < c.count; i++) {
        const Candidate *k = &c.items[i];
        bool numbered = strchr(k->thing.name, '#') != NULL;
        if (numbered)
            names[i] = k->thing.name;
        else if (is_unique(&c, i))
            names[i] = model_print(pool, "%s:%s", k->thing.kind, k->thing.name);
        else
            names[i] = model_print(pool, "%s#%d", k->thing.kind, k->number);
    }
    *count = c.count;
    return names;
}
