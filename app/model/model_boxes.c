/* Futures, queues, locks, events and timers. */
#include "model/model_find.h"

#include <stdlib.h>
#include <string.h>

#define PICK(model, key) text_get((model)->words, key)

enum { UNBOUNDED_SLOTS = 6 };

static ModelBadge *badges_of(Model *model, const CsSnapshot *s, const uint32_t *tasks, int count) {
    ModelBadge *badges = model_array(&model->pool, (size_t)count, sizeof *badges);
    for (int i = 0; i < count; i++) badges[i] = model_find_badge(s, tasks[i]);
    return badges;
}

/* ---- Futures ------------------------------------------------------------------------------- */

/* Done ones stay for the iteration in which they were done, and the next. */
static bool is_shown(const CsFuture *future, uint32_t iteration) {
    return future->state == CS_FUTURE_PENDING || iteration <= future->resolved_iteration + 1;
}

static const char *future_value(Model *model, const CsFuture *future) {
    if (future->state == CS_FUTURE_PENDING) return PICK(model, TEXT_PENDING);
    if (future->state == CS_FUTURE_CANCELLED) return PICK(model, TEXT_CANCELLED_VALUE);
    return model_copy_z(&model->pool, future->value);
}

static void build_future(ModelFuture *out, Model *model, const ModelFacts *facts,
                         const CsFuture *future) {
    const CsFuture *before = model_find_future(facts->before, future->id);
    out->id = future->id;
    out->result = (ModelResult)future->state;
    out->label = model_copy_z(&model->pool, future->label);
    out->value = future_value(model, future);
    out->who = badges_of(model, facts->now, future->waiters, future->waiter_count);
    out->who_count = future->waiter_count;
    TextKey verb = future->state == CS_FUTURE_PENDING ? TEXT_WAITS : TEXT_WOKEN;
    out->verb = future->waiter_count ? PICK(model, verb) : "";
    out->fresh = facts->before && (!before || before->state != future->state);
}

static void add_futures(Model *model, const ModelFacts *facts, bool pending) {
    const CsSnapshot *s = facts->now;
    for (int i = 0; i < s->future_count; i++) {
        int at = pending ? i : s->future_count - 1 - i;
        const CsFuture *future = &s->futures[at];
        if ((future->state == CS_FUTURE_PENDING) != pending || !is_shown(future, s->iteration))
            continue;
        build_future(&model->futures[model->future_count++], model, facts, future);
    }
}

void model_futures(Model *model, const ModelFacts *facts) {
    size_t room = (size_t)facts->now->future_count;
    model->futures = model_array(&model->pool, room, sizeof *model->futures);
    add_futures(model, facts, true);
    add_futures(model, facts, false);
}

/* ---- Queue, lock, event -------------------------------------------------------------------- */

static ModelSlot *add_slot(ModelSync *box, ModelSlotKind kind, const char *text) {
    ModelSlot *slot = &box->slots[box->slot_count++];
    slot->kind = (uint8_t)kind;
    slot->text = text;
    return slot;
}

/* A put changes the tail, a get the slot that it leaves free; other records change none. */
static void mark_changed(ModelSync *box, const CsSync *sync, const CsSync *before) {
    int had = before ? before->item_count : 0, has = sync->item_count;
    int at = has > had ? has - 1 : has;
    if (has == had) {
        /* A get and a put in one step: the tail is another. */
        if (has == 0 || strcmp(sync->items[has - 1], before->items[had - 1]) == 0) return;
        at = has - 1;
    }
    if (at >= 0 && at < box->slot_count) box->slots[at].changed = true;
}

static void build_queue(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    ModelPool *pool = &model->pool;
    int size = sync->maxsize > 0 ? sync->maxsize : UNBOUNDED_SLOTS;
    int shown = size < UNBOUNDED_SLOTS ? size : UNBOUNDED_SLOTS;
    box->slots = model_array(pool, (size_t)shown + 1, sizeof *box->slots);
    for (int i = 0; i < shown; i++) {
        if (i < sync->item_count)
            add_slot(box, SLOT_FULL, model_plain_value(pool, sync->items[i]));
        else if (sync->maxsize > 0)
            add_slot(box, SLOT_FREE, PICK(model, TEXT_FREE));
    }
    int more = sync->item_count - shown;
    if (more > 0) add_slot(box, SLOT_MORE, model_print(pool, "+%d", more));
    if (box->slot_count == 0) add_slot(box, SLOT_FREE, PICK(model, TEXT_FREE));
    const char *number = model_print(pool, "%d", sync->maxsize);
    box->note = sync->maxsize > 0 ? model_fill(pool, PICK(model, TEXT_MAXSIZE), number, NULL)
                                  : PICK(model, TEXT_UNBOUNDED);
    box->left_name = PICK(model, TEXT_GETTERS);
    box->right_name = PICK(model, TEXT_PUTTERS);
    box->unfinished = model_print(pool, "%d", sync->unfinished);
    box->foot = model_fill(pool, PICK(model, TEXT_UNFINISHED), box->unfinished, NULL);
    box->amount = sync->maxsize > 0 ? model_print(pool, "%d/%d", sync->item_count, sync->maxsize)
                                    : model_print(pool, "%d", sync->item_count);
    if (box->fresh) mark_changed(box, sync, model_find_sync(facts->before, sync->id));
}

static void build_lock(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    box->slots = model_array(&model->pool, 1, sizeof *box->slots);
    const CsTask *owner = model_find_task(facts->now, sync->owner);
    ModelSlot *slot =
        add_slot(box, sync->set ? SLOT_HELD : SLOT_FREE,
                 sync->set ? (owner ? model_find_short_name(owner) : "") : PICK(model, TEXT_FREE));
    slot->text = model_copy_z(&model->pool, slot->text);
    if (owner && sync->set) slot->badge = model_find_badge(facts->now, sync->owner);
    slot->changed = box->fresh;
    box->note = "";
    box->left_name = "";
    box->right_name = PICK(model, TEXT_WAITERS);
    box->foot = PICK(model, sync->set ? TEXT_LOCK_HELD : TEXT_LOCK_FREE);
    box->amount = sync->set ? "1/1" : "0/1";
}

static void build_flag(ModelSync *box, Model *model, const CsSync *sync) {
    box->slots = model_array(&model->pool, 1, sizeof *box->slots);
    const char *word = PICK(model, sync->set ? TEXT_EVENT_SET : TEXT_EVENT_NOT_SET);
    add_slot(box, sync->set ? SLOT_FULL : SLOT_FREE, word)->changed = box->fresh;
    box->note = "";
    box->left_name = "";
    box->right_name = PICK(model, TEXT_WAITERS);
    box->foot = "";
    box->amount = word;
}

static void build_sync(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    static const TextKey types[] = {TEXT_QUEUE, TEXT_LOCK, TEXT_EVENT};
    box->id = sync->id;
    box->kind = (ModelSyncKind)sync->kind;
    box->type = PICK(model, types[sync->kind]);
    box->name = model_copy_z(&model->pool, sync->name);
    box->fresh = model_find_fresh(facts, sync->changed_event);
    box->unfinished = "";
    if (sync->kind == CS_SYNC_QUEUE) build_queue(box, model, facts, sync);
    if (sync->kind == CS_SYNC_LOCK) build_lock(box, model, facts, sync);
    if (sync->kind == CS_SYNC_EVENT) build_flag(box, model, sync);
    bool queue = sync->kind == CS_SYNC_QUEUE;
    const uint32_t *right = queue ? sync->putters : sync->getters;
    box->right_count = queue ? sync->putter_count : sync->getter_count;
    box->right = badges_of(model, facts->now, right, box->right_count);
    box->left_count = queue ? sync->getter_count : 0;
    box->left = badges_of(model, facts->now, sync->getters, box->left_count);
}

void model_syncs(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    model->syncs = model_array(&model->pool, (size_t)s->sync_count, sizeof *model->syncs);
    for (int i = 0; i < s->sync_count; i++)
        build_sync(&model->syncs[model->sync_count++], model, facts, &s->syncs[i]);
}

/* ---- Timers -------------------------------------------------------------------------------- */

static void build_timer(ModelTimer *out, Model *model, const ModelFacts *facts,
                        const CsTimer *timer) {
    ModelPool *pool = &model->pool;
    int64_t whole = timer->when_ns - timer->set_ns, over = facts->now->time_ns - timer->set_ns;
    int64_t left = timer->when_ns - facts->now->time_ns;
    out->id = timer->id;
    out->when = model_clock(pool, timer->when_ns);
    out->label = model_copy_z(pool, timer->label);
    out->left = model_fill(pool, PICK(model, TEXT_IN_SECONDS),
                           model_seconds(pool, left > 0 ? left : 0), NULL);
    out->share = whole > 0 ? (float)((double)over / (double)whole) : 1;
    if (out->share < 0) out->share = 0;
    if (out->share > 1) out->share = 1;
    out->fresh = facts->before && !model_find_timer(facts->before, timer->id);
}

/* Timers that fired at the present time, whichever step it was. */
static int count_fired(const ModelFacts *facts) {
    int fired = 0;
    size_t at = facts->now->event < facts->event_count ? facts->now->event : facts->event_count;
    while (at > 0 && facts->events[at - 1].time == facts->now->time_ns)
        fired += facts->events[--at].kind == EVENT_TIMER_FIRED;
    return fired;
}

void model_timers(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    model->timers = model_array(&model->pool, (size_t)s->timer_count, sizeof *model->timers);
    for (int i = 0; i < s->timer_count; i++)
        build_timer(&model->timers[model->timer_count++], model, facts, &s->timers[i]);
    int fired = count_fired(facts);
    model->timers_fired = "";
    if (fired == 0) return;
    model->timers_fired =
        model_fill(&model->pool, PICK(model, TEXT_TIMERS_FIRED),
                   model_print(&model->pool, "%d", fired), model_clock(&model->pool, s->time_ns));
}
