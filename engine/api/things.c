#include "api/things.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/snap.h"

/* A variable is bound to a thing right after it was made, so its name is looked for when something
 * happens to it: a few times, for the first few things. Looking for a name walks all frames. */
enum { NAME_TRIES = 6, NAMED_THINGS = 64, NAME_MEMORY = 1 << 16, PARTS_LATELY = 4 };

/* Futures are many, so only the first few that are awaited or get a result are looked at. */
enum { FUTURE_TRIES = 256 };

/* Bytes of "queue" in "queue.created" where that is the kind of a primitive. */
static size_t kind_length(const char *event) {
    static const char *const others[] = {"program", "loop",   "iteration", "handle",
                                         "timer",   "task",   "future",    "time",
                                         "output",  "thread", "exception", "warning"};
    size_t length = strcspn(event, ".");
    if (!event[length] || length >= sizeof((CsThing *)0)->kind) return 0;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        if (strlen(others[i]) == length && memcmp(others[i], event, length) == 0) return 0;
    }
    return length;
}

/* The place of the id, or where it would stand. */
static size_t place_of(const Things *t, uint32_t id) {
    size_t low = 0, high = t->thing_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (t->things[middle].id < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static CsThing *find(const Things *t, uint32_t id) {
    size_t at = place_of(t, id);
    return at < t->thing_count && t->things[at].id == id ? &t->things[at] : NULL;
}

static bool add(Things *t, const CsEngine *e, const CsEvent *event, size_t length) {
    void *items = t->things;
    if (!ledger_grow(t->ledger, &items, &t->thing_capacity, t->thing_count + 1, sizeof *t->things))
        return false;
    t->things = items;
    CsThing thing = {.id = event->subject, .event = event->id, .maker = e->vm->task_id};
    memcpy(thing.kind, event_info[event->kind].name, length);
    size_t at = place_of(t, event->subject);
    if (at < t->thing_count && t->things[at].id == event->subject) return true;
    memmove(&t->things[at + 1], &t->things[at], (t->thing_count - at) * sizeof *t->things);
    if (t->thing_count++ < NAMED_THINGS) {
        t->unnamed++;
    } else {
        thing.tries = NAME_TRIES;
    }
    t->things[at] = thing;
    return true;
}

static void take_out(Things *t, CsThing *thing) {
    size_t after = t->thing_count - (size_t)(thing - t->things) - 1;
    if (thing->tries < NAME_TRIES) t->unnamed--;
    memmove(thing, thing + 1, after * sizeof *thing);
    t->thing_count--;
}

/* The library's own parts, as a queue's event for join(), are no things of the program. A part is
 * known as one soon after it was made. */
static void leave_out_parts(Things *t, const CsEngine *e) {
    const AioPrimitive *p = e->aio->last_primitive;
    for (int i = 0; p && i < PARTS_LATELY; i++, p = p->prev) {
        CsThing *thing = p->part_of ? find(t, p->h.id) : NULL;
        if (thing) take_out(t, thing);
    }
}

static void look_for_name(Things *t, CsEngine *e, uint32_t id) {
    CsThing *thing = find(t, id);
    if (!thing || thing->tries >= NAME_TRIES) return;
    Snap b = {.e = e};
    region_init(&b.memory, NAME_MEMORY);
    Obj *o = snap_find(&b, id);
    const char *name = o ? snap_variable_of(&b, o, thing->maker) : NULL;
    if (o && !name) name = snap_variable(&b, o);
    if (o && !name && thing->tries + 1 == NAME_TRIES) name = snap_path(&b, o, true);
    if (name) snprintf(thing->name, sizeof thing->name, "%s", name);
    thing->tries = name ? NAME_TRIES : (uint8_t)(thing->tries + 1);
    if (thing->tries == NAME_TRIES) t->unnamed--;
    if (b.memory.starved) t->ledger->refused = true;
    region_clear(&b.memory);
}

/* The other side of a wait keeps its name when the future is gone. */
static bool add_other_side(Things *t, const AioFuture *f, const CsEvent *event) {
    size_t at = place_of(t, f->h.id);
    if (at < t->thing_count && t->things[at].id == f->h.id) return true;
    void *items = t->things;
    if (!ledger_grow(t->ledger, &items, &t->thing_capacity, t->thing_count + 1, sizeof *t->things))
        return false;
    t->things = items;
    memmove(&t->things[at + 1], &t->things[at], (t->thing_count - at) * sizeof *t->things);
    t->thing_count++;
    CsThing thing = {
        .id = f->h.id, .event = event->id, .maker = event->subject, .tries = NAME_TRIES};
    snprintf(thing.kind, sizeof thing.kind, "outside");
    snprintf(thing.name, sizeof thing.name, "%s", f->other_side->text);
    t->things[at] = thing;
    return true;
}

static size_t future_place(const Things *t, uint32_t id) {
    size_t low = 0, high = t->future_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (t->futures[middle].id < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool add_future_name(Things *t, uint32_t id, const char *name) {
    void *items = t->futures;
    if (!ledger_grow(t->ledger, &items, &t->future_capacity, t->future_count + 1,
                     sizeof *t->futures))
        return false;
    t->futures = items;
    size_t at = future_place(t, id);
    memmove(&t->futures[at + 1], &t->futures[at], (t->future_count - at) * sizeof *t->futures);
    t->future_count++;
    t->futures[at].id = id;
    snprintf(t->futures[at].name, sizeof t->futures[at].name, "%s", name);
    return true;
}

/* The name that the variable has when somebody waits for the future or it gets its result. */
static bool name_future(Things *t, CsEngine *e, uint32_t id, const Obj *future) {
    if (t->future_tries >= FUTURE_TRIES || things_future(t, id)) return true;
    t->future_tries++;
    Snap b = {.e = e};
    region_init(&b.memory, NAME_MEMORY);
    const Obj *o = future ? future : snap_find(&b, id);
    bool plain = o && aio_is_future(o) && !aio_is_task(e, o);
    const char *name = plain ? snap_future_name(&b, FUTURE(o)) : NULL;
    bool nameless = plain && !name && FUTURE(o)->reason.what == WHAT_FUTURE;
    if (nameless && !FUTURE(o)->other_side) name = snap_path(&b, o, true);
    bool ok = !name || add_future_name(t, id, name);
    if (b.memory.starved) t->ledger->refused = true;
    region_clear(&b.memory);
    return ok;
}

static bool log_wait(Things *t, CsEngine *e, const CsEvent *event) {
    const AioTask *task = e->aio->current_task;
    if (!task || task->f.h.id != event->subject || !event->arg || !task->waiter) return true;
    if (task->waiter->id != event->arg) return true;
    if (!block_grow(&t->wait_block, t->ledger, (t->wait_count + 1) * sizeof *t->waits))
        return false;
    t->waits = (CsWait *)(void *)t->wait_block.bytes;
    if (!aio_is_future(task->waiter)) return true; /* it only behaves like one */
    const AioFuture *f = FUTURE(task->waiter);
    t->waits[t->wait_count++] =
        (CsWait){.event = event->id, .future = event->arg, .reason = snap_reason(f->reason)};
    if (f->other_side) return add_other_side(t, f, event);
    return name_future(t, e, event->arg, task->waiter);
}

bool things_log(Things *t, Ledger *ledger, CsEngine *e, const CsEvent *event) {
    t->ledger = ledger;
    if (event->kind == EVENT_TASK_SUSPENDED) return log_wait(t, e, event);
    if (event->kind == EVENT_FUTURE_RESOLVED) return name_future(t, e, event->subject, NULL);
    if (event->kind >= EVENT_KIND_COUNT) return true;
    const char *name = event_info[event->kind].name;
    uint8_t *known = &t->lengths[event->kind];
    if (!*known) *known = (uint8_t)(kind_length(name) + 1);
    size_t length = *known - 1u;
    if (!length) return true;
    leave_out_parts(t, e);
    if (strcmp(name + length, ".created") == 0) return add(t, e, event, length);
    if (t->unnamed) look_for_name(t, e, event->subject);
    return true;
}

const CsThing *things_find(const Things *t, uint32_t id) {
    return find(t, id);
}

const char *things_future(const Things *t, uint32_t id) {
    size_t at = future_place(t, id);
    return at < t->future_count && t->futures[at].id == id ? t->futures[at].name : NULL;
}

void things_cut(Things *t, uint32_t event) {
    while (t->wait_count && t->waits[t->wait_count - 1].event > event) t->wait_count--;
    size_t kept = 0;
    for (size_t i = 0; i < t->thing_count; i++) {
        if (t->things[i].event <= event) {
            t->things[kept++] = t->things[i];
        } else if (t->things[i].tries < NAME_TRIES) {
            t->unnamed--;
        }
    }
    t->thing_count = kept;
}

void things_clear(Things *t) {
    free(t->things);
    if (t->ledger) block_clear(&t->wait_block, t->ledger);
    free(t->futures);
    *t = (Things){0};
}

/* Numbers are given when all is known: parts of other things do not count. */
const CsThing *cs_things(const CsEngine *e, size_t *count) {
    const Things *t = &API(e)->things;
    for (size_t i = 0; i < t->thing_count; i++) {
        CsThing *thing = &t->things[i];
        thing->number = 1;
        for (size_t k = i; k-- > 0;) {
            if (strcmp(t->things[k].kind, thing->kind) != 0) continue;
            thing->number = t->things[k].number + 1;
            break;
        }
        if (*thing->name) continue;
        snprintf(thing->name, sizeof thing->name, "%s#%d", thing->kind, thing->number);
    }
    *count = t->thing_count;
    return t->things;
}

const char *cs_future_name(const CsEngine *e, uint32_t id) {
    const char *name = things_future(&API(e)->things, id);
    return name ? name : "";
}

const CsWait *cs_waits(const CsEngine *e, size_t *count) {
    *count = API(e)->things.wait_count;
    return API(e)->things.waits;
}
