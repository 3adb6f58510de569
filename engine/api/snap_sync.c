#include "api/snap.h"

#include <string.h>

#include "lib/lib_deque.h"
#include "object/int.h"
#include "object/list.h"
#include "object/set.h"

/* Queues, locks, events and their like: read from the attributes of the library's objects. */

Obj *snap_attribute(Snap *b, Obj *o, const char *name) {
    (void)b;
    Dict **dict = obj_dict_slot(o);
    if (!dict || !*dict) return NULL;
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(*dict, &i, &key, &value);) {
        if (HAS_LAYOUT(key, STR) && strcmp(STR(key)->text, name) == 0) return value;
    }
    return NULL;
}

static bool has_base(const Obj *o, const char *name) {
    const Tuple *mro = o->type->mro;
    for (uint32_t i = 0; i < mro->size; i++) {
        const Type *t = (const Type *)mro->items[i];
        bool library = t->module && HAS_LAYOUT(t->module, STR) &&
                       strncmp(STR(t->module)->text, "asyncio", 7) == 0;
        if (library && str_equal_text(t->name, name)) return true;
    }
    return false;
}

static bool is_deque(const Obj *o) {
    return o->type->slots.construct == deque_construct;
}

static int64_t sequence_size(const Obj *o) {
    if (HAS_LAYOUT(o, LIST)) return LIST(o)->size;
    return is_deque(o) ? DEQUE(o)->size : 0;
}

/* The items of a deque or list, borrowed, in order. */
static Obj **items_of(Snap *b, Obj *o, int *count) {
    *count = 0;
    if (!o) return NULL;
    int64_t size = sequence_size(o);
    Obj **items = snap_alloc(b, (size_t)size * sizeof(Obj *));
    if (b->failed) return NULL;
    for (int64_t i = 0; i < size; i++)
        items[(*count)++] =
            HAS_LAYOUT(o, LIST) ? LIST(o)->items[i] : *deque_place(DEQUE(o), (uint32_t)i);
    return items;
}

/* The tasks that await the futures in line, in order. */
static uint32_t *line_of(Snap *b, Obj *line, int *count) {
    int size;
    Obj **futures = items_of(b, line, &size);
    uint32_t *tasks = snap_alloc(b, (size_t)size * sizeof(uint32_t));
    *count = 0;
    for (int i = 0; i < size && !b->failed; i++) {
        const AioFuture *f = FUTURE(futures[i]);
        if (aio_is_future(futures[i]) && f->state == FUTURE_PENDING && f->waiter_count) {
            tasks[(*count)++] = f->waiters[0];
        }
    }
    return tasks;
}

static int number_of(Snap *b, Obj *o, const char *name) {
    Obj *value = snap_attribute(b, o, name);
    return value && HAS_LAYOUT(value, INT) ? (int)int_value(value) : 0;
}

static void fill_queue(Snap *b, Obj *o, CsSync *out) {
    int count;
    out->maxsize = number_of(b, o, "_maxsize");
    out->unfinished = number_of(b, o, "_unfinished_tasks");
    Obj **items = items_of(b, snap_attribute(b, o, "_queue"), &count);
    out->items = snap_alloc(b, (size_t)count * sizeof(char *));
    for (int i = 0; i < count && !b->failed; i++) {
        out->items[out->item_count++] = snap_value(b, items[i]);
    }
    out->getters = line_of(b, snap_attribute(b, o, "_getters"), &out->getter_count);
    out->putters = line_of(b, snap_attribute(b, o, "_putters"), &out->putter_count);
}

/* Who acquired it last, while it is locked. */
static uint32_t lock_owner(const Engine *e, uint32_t lock) {
    const Takings *t = &API(e)->takings;
    for (size_t i = takings_up_to(t, e->vm->events); i-- > 0;) {
        const Taking *r = &t->items[i];
        if (r->thing == lock && r->kind == EVENT_LOCK_ACQUIRED) return r->task;
    }
    return 0;
}

static void fill_lock(Snap *b, Obj *o, CsSync *out) {
    out->set = snap_attribute(b, o, "_locked") == b->e->true_;
    out->getters = line_of(b, snap_attribute(b, o, "_waiters"), &out->getter_count);
    if (out->set) out->owner = lock_owner(b->e, o->id);
}

static void fill_event(Snap *b, Obj *o, CsSync *out) {
    out->set = snap_attribute(b, o, "_value") == b->e->true_;
    out->getters = line_of(b, snap_attribute(b, o, "_waiters"), &out->getter_count);
}

/* ---- Holders: who came and did not leave, by the records ------------------------------------ */

/* The holder that leaves: itself, or the first where somebody else gives the place back. */
static void take_out(CsSync *out, uint32_t task) {
    int at = 0;
    for (int i = out->holder_count; i-- > 0;) {
        if (out->holders[i] == task) at = i;
    }
    if (!out->holder_count) return;
    out->holder_count--;
    memmove(out->holders + at, out->holders + at + 1,
            (size_t)(out->holder_count - at) * sizeof *out->holders);
}

/* How many records of the kind there are about the thing, among the first so many takings. */
static size_t count_takings(const Takings *t, size_t count, uint32_t id, EventKind kind) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++) found += t->items[i].thing == id && t->items[i].kind == kind;
    return found;
}

static void find_holders(Snap *b, uint32_t id, EventKind came, EventKind left, CsSync *out) {
    const Takings *t = &API(b->e)->takings;
    size_t count = takings_up_to(t, b->e->vm->events);
    out->holders = snap_alloc(b, count_takings(t, count, id, came) * sizeof *out->holders);
    for (size_t i = 0; i < count && !b->failed; i++) {
        const Taking *r = &t->items[i];
        if (r->thing != id) continue;
        if (r->kind == came && r->task) out->holders[out->holder_count++] = r->task;
        if (r->kind == left) take_out(out, r->task);
    }
}

static void find_members(Snap *b, uint32_t id, CsSync *out) {
    const Takings *t = &API(b->e)->takings;
    size_t count = takings_up_to(t, b->e->vm->events);
    size_t members = count_takings(t, count, id, EVENT_GROUP_TASK_ADDED);
    out->members = snap_alloc(b, members * sizeof *out->members);
    for (size_t i = 0; i < count && !b->failed; i++) {
        bool added = t->items[i].thing == id && t->items[i].kind == EVENT_GROUP_TASK_ADDED;
        if (added) out->members[out->member_count++] = t->items[i].task;
    }
}

static void fill_semaphore(Snap *b, Obj *o, CsSync *out) {
    out->value = number_of(b, o, "_value");
    out->getters = line_of(b, snap_attribute(b, o, "_waiters"), &out->getter_count);
    out->set = out->value == 0 || out->getter_count > 0;
    find_holders(b, o->id, EVENT_SEMAPHORE_ACQUIRED, EVENT_SEMAPHORE_RELEASED, out);
}

static void fill_condition(Snap *b, Obj *o, CsSync *out) {
    Obj *lock = snap_attribute(b, o, "_lock");
    out->getters = line_of(b, snap_attribute(b, o, "_waiters"), &out->getter_count);
    if (!lock || lock->type->layout != LAYOUT_PRIMITIVE) return;
    out->set = snap_attribute(b, lock, "_locked") == b->e->true_;
    out->putters = line_of(b, snap_attribute(b, lock, "_waiters"), &out->putter_count);
    uint32_t recorded_as = ((const AioPrimitive *)lock)->part_of;
    if (out->set) out->owner = lock_owner(b->e, recorded_as ? recorded_as : lock->id);
}

/* The state is a member of an Enum: its name is the attribute _name_. */
static CsSyncStage barrier_stage(Snap *b, Obj *o) {
    static const struct {
        const char *name;
        CsSyncStage stage;
    } stages[] = {{"FILLING", CS_STAGE_FILLING},
                  {"DRAINING", CS_STAGE_DRAINING},
                  {"RESETTING", CS_STAGE_RESETTING},
                  {"BROKEN", CS_STAGE_BROKEN}};
    Obj *state = snap_attribute(b, o, "_state");
    const Obj *name = state ? snap_attribute(b, state, "_name_") : NULL;
    for (size_t i = 0; name && HAS_LAYOUT(name, STR) && i < COUNT_OF(stages); i++) {
        if (str_equal_text(STR(name), stages[i].name)) return stages[i].stage;
    }
    return CS_STAGE_NONE;
}

static void fill_barrier(Snap *b, Obj *o, CsSync *out) {
    out->value = number_of(b, o, "_parties");
    out->stage = barrier_stage(b, o);
    find_holders(b, o->id, EVENT_BARRIER_REACHED, EVENT_BARRIER_LEFT, out);
}

static CsSyncStage group_stage(Snap *b, Obj *o) {
    const Engine *e = b->e;
    if (snap_attribute(b, o, "_entered") != e->true_) return CS_STAGE_NEW;
    const Obj *tasks = snap_attribute(b, o, "_tasks");
    bool members = tasks && HAS_LAYOUT(tasks, SET) && SET(tasks)->items->used > 0;
    bool exiting = snap_attribute(b, o, "_exiting") == e->true_;
    if (exiting && !members) return CS_STAGE_OVER;
    if (snap_attribute(b, o, "_aborting") == e->true_) return CS_STAGE_ABORTING;
    return exiting ? CS_STAGE_JOINING : CS_STAGE_BODY;
}

static void fill_group(Snap *b, Obj *o, CsSync *out) {
    const Obj *tasks = snap_attribute(b, o, "_tasks"), *errors = snap_attribute(b, o, "_errors");
    const Obj *parent = snap_attribute(b, o, "_parent_task");
    out->stage = group_stage(b, o);
    out->value = errors && HAS_LAYOUT(errors, LIST) ? (int)LIST(errors)->size : 0;
    if (parent && aio_is_future(parent)) out->owner = parent->id;
    if (out->stage == CS_STAGE_JOINING || out->stage == CS_STAGE_ABORTING) {
        Obj *waiter = snap_attribute(b, o, "_on_completed_fut");
        out->getters = snap_alloc(b, sizeof *out->getters);
        if (waiter && aio_is_future(waiter) && out->owner) {
            out->getters[out->getter_count++] = out->owner;
        }
    }
    find_members(b, o->id, out);
    if (b->failed || !tasks || !HAS_LAYOUT(tasks, SET)) return;
    out->holders = snap_alloc(b, SET(tasks)->items->used * sizeof *out->holders);
    Obj *key, *value;
    for (uint32_t i = 0; !b->failed && dict_next(SET(tasks)->items, &i, &key, &value);) {
        out->holders[out->holder_count++] = key->id;
    }
}

/* ---- All of them --------------------------------------------------------------------------- */

/* By kind; the class that makes one, and the word for those without a name. */
static const struct {
    const char *class, *word;
    void (*fill)(Snap *b, Obj *o, CsSync *out);
} kinds[] = {[CS_SYNC_QUEUE] = {"Queue", "queue", fill_queue},
             [CS_SYNC_LOCK] = {"Lock", "lock", fill_lock},
             [CS_SYNC_EVENT] = {"Event", "event", fill_event},
             [CS_SYNC_SEMAPHORE] = {"Semaphore", "semaphore", fill_semaphore},
             [CS_SYNC_CONDITION] = {"Condition", "condition", fill_condition},
             [CS_SYNC_BARRIER] = {"Barrier", "barrier", fill_barrier},
             [CS_SYNC_GROUP] = {"TaskGroup", "group", fill_group}};

static bool kind_of(const Obj *o, CsSyncKind *kind) {
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (!has_base(o, kinds[i].class)) continue;
        *kind = (CsSyncKind)i;
        return true;
    }
    return false;
}

static const char *sync_name(Snap *b, const Obj *o, CsSyncKind kind) {
    const char *name = snap_variable(b, o);
    if (name) return name;
    int number = 1;
    for (int i = 0; i < b->s.sync_count; i++) number += b->s.syncs[i].kind == kind;
    return snap_text(b, "%s#%d", kinds[kind].word, number);
}

void snap_syncs(Snap *b) {
    size_t total = 0;
    for (const AioPrimitive *p = b->e->aio->first_primitive; p; p = p->next) total++;
    b->s.syncs = snap_alloc(b, total * sizeof(CsSync));
    for (AioPrimitive *p = b->e->aio->first_primitive; p && !b->failed; p = p->next) {
        CsSyncKind kind;
        if (p->part_of || !kind_of(OBJ(p), &kind)) continue;
        CsSync out = {.id = p->h.id,
                      .kind = kind,
                      .name = sync_name(b, OBJ(p), kind),
                      .type = snap_text(b, "%s", type_name(OBJ(p))),
                      .changed_event = p->last_event};
        kinds[kind].fill(b, OBJ(p), &out);
        b->s.syncs[b->s.sync_count++] = out;
    }
}
