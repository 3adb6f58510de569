/* What tasks hold and stand in line for: locks, events, semaphores, conditions, barriers, groups.
 */
#include "model/model_sync.h"

#define PICK(model, key) text_get((model)->words, key)

/* NAMED: more children and liners than any box has room for; those behind them have no name. */
enum { MOST_SLOTS = 12, NAMED = 128 };

/* One box in the making. */
typedef struct {
    ModelSync *box;
    Model *model;
    const ModelFacts *facts;
    const CsSync *sync;
} Builder;

static const char *number(const Builder *b, int value) {
    return model_print(&b->model->pool, "%d", value);
}

static const char *fill(const Builder *b, TextKey key, int first, int second) {
    return model_fill(&b->model->pool, PICK(b->model, key), number(b, first), number(b, second));
}

static const char *short_name(Model *model, const CsTask *task) {
    return task ? model_copy_z(&model->pool, model_find_short_name(task)) : "";
}

/* ---- Lines --------------------------------------------------------------------------------- */

static void add_liner(Model *model, const CsSnapshot *s, uint32_t id, bool woken, ModelLiner *line,
                      int *count) {
    const char *name = *count < NAMED ? short_name(model, model_find_task(s, id)) : "";
    line[(*count)++] = (ModelLiner){model_find_badge(s, id), name, woken};
}

void model_sync_line(Model *model, const CsSnapshot *s, const uint32_t *tasks, int count,
                     ModelLiner **out, int *out_count) {
    *out = model_array(&model->pool, (size_t)count, sizeof **out);
    *out_count = 0;
    for (int i = 0; i < count; i++) add_liner(model, s, tasks[i], false, *out, out_count);
}

/* A handle that this thing made ready, and that has not run: its task was let go. */
static bool was_woken(const Builder *b, const CsHandle *handle) {
    return handle->task && !handle->throws && handle->because.about == b->sync->id;
}

static int count_woken(const Builder *b) {
    int count = 0;
    for (int i = 0; i < b->facts->now->ready_count; i++)
        count += was_woken(b, &b->facts->now->ready[i]);
    return count;
}

/* Those who wait, and after them those who were let go, or the other way round. */
static void add_line(const Builder *b, const uint32_t *tasks, int count, bool woken_first,
                     ModelLiner **out, int *out_count) {
    const CsSnapshot *s = b->facts->now;
    *out = model_array(&b->model->pool, (size_t)(count + count_woken(b)), sizeof **out);
    *out_count = 0;
    for (int round = 0; round < 2; round++) {
        bool woken = woken_first == (round == 0);
        for (int i = 0; !woken && i < count; i++)
            add_liner(b->model, s, tasks[i], false, *out, out_count);
        for (int i = 0; woken && i < s->ready_count; i++)
            if (was_woken(b, &s->ready[i]))
                add_liner(b->model, s, s->ready[i].task, true, *out, out_count);
    }
}

static void add_waiters(const Builder *b, TextKey name) {
    model_sync_line(b->model, b->facts->now, b->sync->getters, b->sync->getter_count,
                    &b->box->right, &b->box->right_count);
    if (b->box->right_count) b->box->right_name = PICK(b->model, name);
}

/* ---- Slots --------------------------------------------------------------------------------- */

static void make_slots(const Builder *b, int count) {
    b->box->slots = model_array(&b->model->pool, (size_t)count + 1, sizeof *b->box->slots);
}

/* Whether this step's records say that the task took the thing. */
static bool took_now(const Builder *b, EventKind kind, uint32_t task) {
    EventRange range = model_find_events(b->facts);
    for (size_t i = range.from; i < range.to; i++) {
        const CsEvent *e = &b->facts->events[i];
        if (e->kind == kind && e->arg == task) return true;
    }
    return false;
}

/* When it lets go, where a timer says so. */
static const char *until(const Builder *b, uint32_t task) {
    const CsSnapshot *s = b->facts->now;
    const CsTask *t = model_find_task(s, task);
    for (int i = 0; t && t->state == CS_TASK_WAITING && i < s->timer_count; i++) {
        if (s->timers[i].task != task || t->waits.what != CS_WHAT_SLEEP) continue;
        return model_fill(&b->model->pool, PICK(b->model, TEXT_UNTIL),
                          model_seconds(&b->model->pool, s->timers[i].when_ns), NULL);
    }
    return "";
}

static ModelSlot *add_holder(const Builder *b, uint32_t id, EventKind took) {
    const CsTask *task = model_find_task(b->facts->now, id);
    ModelSlot *slot = model_sync_slot(b->box, SLOT_HELD, short_name(b->model, task));
    if (task) slot->badge = model_find_badge(b->facts->now, id);
    slot->changed = took_now(b, took, id);
    slot->note = slot->changed ? PICK(b->model, TEXT_NOW) : until(b, id);
    return slot;
}

/* Slots that are given away, but whose tasks have not run. */
static int add_promised(const Builder *b) {
    const CsSnapshot *s = b->facts->now;
    int count = 0;
    for (int i = 0; i < s->ready_count; i++) {
        const CsHandle *handle = &s->ready[i];
        if (!was_woken(b, handle)) continue;
        const CsTask *task = model_find_task(s, handle->task);
        ModelSlot *slot = model_sync_slot(b->box, SLOT_HELD, short_name(b->model, task));
        slot->promised = true;
        slot->changed = model_find_fresh(b->facts, handle->event);
        slot->badge = model_find_badge(s, handle->task);
        slot->badge.hollow = true;
        slot->note = PICK(b->model, TEXT_IS_NEXT);
        count++;
    }
    return count;
}

static void add_free(const Builder *b, int count) {
    for (int i = 0; i < count && i < MOST_SLOTS; i++)
        model_sync_slot(b->box, SLOT_FREE, PICK(b->model, TEXT_FREE));
}

/* ---- Locks --------------------------------------------------------------------------------- */

static void lock_slot(const Builder *b, int promised_most) {
    make_slots(b, 1 + count_woken(b));
    if (b->sync->set) {
        ModelSlot *slot = add_holder(b, b->sync->owner, EVENT_LOCK_ACQUIRED);
        if (!b->sync->owner) slot->text = PICK(b->model, TEXT_TAKEN);
        return;
    }
    if (promised_most && add_promised(b)) return;
    add_free(b, 1);
}

void model_sync_lock(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    Builder b = {box, model, facts, sync};
    lock_slot(&b, 1);
    box->slots_name = PICK(model, TEXT_HOLDER);
    add_waiters(&b, TEXT_NEXT_IN_LINE);
    bool promised = box->slots[0].promised;
    if (box->right_count)
        box->note =
            fill(&b, box->right_count == 1 ? TEXT_ONE_WAITS : TEXT_N_WAIT, box->right_count, 0);
    box->foot = PICK(model, promised ? TEXT_RULE_PROMISED : TEXT_RULE_LOCK);
    box->amount = sync->set ? "1/1" : "0/1";
}

/* ---- Events -------------------------------------------------------------------------------- */

void model_sync_event(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    Builder b = {box, model, facts, sync};
    make_slots(&b, 1);
    ModelSlot *slot = model_sync_slot(box, sync->set ? SLOT_FULL : SLOT_FREE,
                                      PICK(model, sync->set ? TEXT_FLAG_UP : TEXT_FLAG_DOWN));
    const CsSync *before = model_find_sync(facts->before, sync->id);
    slot->changed = before && before->set != sync->set;
    box->slots_name = PICK(model, TEXT_FLAG);
    box->note = PICK(model, sync->set ? TEXT_EVENT_SET : TEXT_EVENT_NOT_SET);
    add_line(&b, sync->getters, sync->getter_count, true, &box->right, &box->right_count);
    if (box->right_count)
        box->right_name =
            PICK(model, box->right[0].woken
                            ? TEXT_ALL_WOKEN
                            : (box->right_count == 1 ? TEXT_WAITS_FOR_IT : TEXT_WAIT_FOR_IT));
    box->foot = PICK(model, sync->set ? TEXT_RULE_EVENT_SET : TEXT_RULE_EVENT);
    box->amount = slot->text;
}

/* ---- Semaphores ---------------------------------------------------------------------------- */

void model_sync_semaphore(ModelSync *box, Model *model, const ModelFacts *facts,
                          const CsSync *sync) {
    Builder b = {box, model, facts, sync};
    int value = sync->value < MOST_SLOTS ? sync->value : MOST_SLOTS;
    make_slots(&b, sync->holder_count + count_woken(&b) + value);
    for (int i = 0; i < sync->holder_count; i++)
        add_holder(&b, sync->holders[i], EVENT_SEMAPHORE_ACQUIRED);
    int promised = add_promised(&b), all = sync->holder_count + promised + sync->value;
    add_free(&b, value);
    if (sync->value > value)
        model_sync_slot(box, SLOT_MORE, model_print(&model->pool, "+%d", sync->value - value));
    box->slots_name = PICK(model, TEXT_HOLDERS);
    add_waiters(&b, TEXT_NEXT_IN_LINE);
    box->note = fill(&b, TEXT_N_OF_N_FREE, sync->value, all);
    box->foot = PICK(model, promised ? TEXT_RULE_PROMISED : TEXT_RULE_SEMAPHORE);
    box->amount = model_print(&model->pool, "%d/%d", all - sync->value, all);
}

/* ---- Conditions ---------------------------------------------------------------------------- */

/* notify() moves a task from the lower line, that of wait(), to the upper one, that of the lock. */
void model_sync_condition(ModelSync *box, Model *model, const ModelFacts *facts,
                          const CsSync *sync) {
    Builder b = {box, model, facts, sync};
    lock_slot(&b, 0);
    box->slots_name = PICK(model, TEXT_LOCK_LINE);
    box->right_name = "wait()";
    add_line(&b, sync->putters, sync->putter_count, false, &box->left, &box->left_count);
    model_sync_line(model, facts->now, sync->getters, sync->getter_count, &box->right,
                    &box->right_count);
    int waits = box->right_count;
    if (waits) box->note = fill(&b, waits == 1 ? TEXT_ONE_WAITS : TEXT_N_WAIT, waits, 0);
    box->foot = PICK(model, TEXT_RULE_CONDITION);
    box->amount = number(&b, waits);
}

/* ---- Barriers and groups ------------------------------------------------------------------- */

static TextKey stage_key(CsSyncStage stage) {
    static const TextKey keys[] = {[CS_STAGE_NONE] = TEXT_NONE,
                                   [CS_STAGE_FILLING] = TEXT_RULE_BARRIER,
                                   [CS_STAGE_DRAINING] = TEXT_BARRIER_DRAINING,
                                   [CS_STAGE_RESETTING] = TEXT_BARRIER_RESETTING,
                                   [CS_STAGE_BROKEN] = TEXT_BARRIER_BROKEN,
                                   [CS_STAGE_NEW] = TEXT_GROUP_NEW,
                                   [CS_STAGE_BODY] = TEXT_RULE_GROUP,
                                   [CS_STAGE_JOINING] = TEXT_RULE_GROUP,
                                   [CS_STAGE_ABORTING] = TEXT_GROUP_ABORTING,
                                   [CS_STAGE_OVER] = TEXT_GROUP_OVER};
    return keys[stage];
}

void model_sync_barrier(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    Builder b = {box, model, facts, sync};
    int left = sync->value - sync->holder_count;
    bool filling = sync->stage == CS_STAGE_FILLING && left > 0;
    make_slots(&b, sync->holder_count + (filling ? left : 0));
    for (int i = 0; i < sync->holder_count; i++) {
        ModelSlot *slot = add_holder(&b, sync->holders[i], EVENT_BARRIER_REACHED);
        slot->note = "";
        /* Once it is open, those who have not run are ready: they leave when they do. */
        const CsTask *task = model_find_task(facts->now, sync->holders[i]);
        slot->promised = !filling && task && task->state == CS_TASK_READY;
        slot->badge.hollow = slot->promised;
    }
    if (filling) add_free(&b, left);
    box->slots_name = fill(&b, TEXT_PARTIES, sync->value, 0);
    box->note = fill(&b, TEXT_N_OF_N_IN, sync->holder_count, sync->value);
    box->foot = PICK(model, stage_key(sync->stage));
    box->amount = model_print(&model->pool, "%d/%d", sync->holder_count, sync->value);
}

/* All children of a group in the order of their making. */
static void add_children(const Builder *b) {
    const CsSnapshot *s = b->facts->now;
    for (int i = 0; i < b->sync->member_count; i++) {
        uint32_t id = b->sync->members[i];
        const CsTask *task = model_find_task(s, id),
                     *before = model_find_task(b->facts->before, id);
        const char *name = i < NAMED ? short_name(b->model, task) : "";
        ModelSlot *slot = model_sync_slot(b->box, SLOT_CHILD, name);
        slot->badge = model_find_badge(s, id);
        slot->state = task ? (uint8_t)task->state : (uint8_t)STATE_DONE;
        slot->changed = b->facts->before && task && (!before || before->state != task->state);
    }
}

void model_sync_group(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    Builder b = {box, model, facts, sync};
    int children = sync->member_count;
    make_slots(&b, children);
    add_children(&b);
    if (children == 0) model_sync_slot(box, SLOT_FREE, PICK(model, TEXT_NONE));
    box->slots_name = PICK(model, TEXT_CHILDREN);
    /* One that has failed is the group's until its callback runs, but it works no more. */
    int busy = 0;
    for (int i = 0; i < box->slot_count; i++)
        busy += box->slots[i].kind == SLOT_CHILD && box->slots[i].state < STATE_DONE;
    box->note = fill(&b, TEXT_N_OF_N_AT_WORK, busy, children);
    if (sync->value) box->note = fill(&b, TEXT_ERRORS, sync->value, 0);
    add_waiters(&b, TEXT_WAITS_FOR_ALL);
    box->foot = PICK(model, stage_key(sync->stage));
    box->amount = model_print(&model->pool, "%d/%d", children - busy, children);
}

/* ---- What a task holds --------------------------------------------------------------------- */

static bool holds(const CsSync *sync, uint32_t task) {
    bool lock = sync->kind == CS_SYNC_LOCK || sync->kind == CS_SYNC_CONDITION;
    if (lock) return sync->set && sync->owner == task;
    for (int i = 0; sync->kind == CS_SYNC_SEMAPHORE && i < sync->holder_count; i++)
        if (sync->holders[i] == task) return true;
    return false;
}

ModelText model_holds(Model *model, const ModelFacts *facts, uint32_t task) {
    Sentence s = {.pool = &model->pool};
    for (int i = 0; i < facts->now->sync_count; i++) {
        const CsSync *sync = &facts->now->syncs[i];
        if (!holds(sync, task)) continue;
        const char *word = model_print(&model->pool, "%s ", PICK(model, TEXT_HOLDS));
        sentence_add(&s, s.text.count ? SPAN_PLAIN : SPAN_QUIET, s.text.count ? ", " : word);
        sentence_add(&s, SPAN_CODE, model_copy_z(&model->pool, sync->name));
    }
    return s.text;
}
