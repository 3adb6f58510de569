/* Queues and the like as boxes; what tasks hold and wait in line for is in model_holders.c. */
#include "model/model_sync.h"

#include <string.h>

#define PICK(model, key) text_get((model)->words, key)

enum { UNBOUNDED_SLOTS = 6 };

ModelSlot *model_sync_slot(ModelSync *box, ModelSlotKind kind, const char *text) {
    ModelSlot *slot = &box->slots[box->slot_count++];
    slot->kind = (uint8_t)kind;
    slot->text = text;
    slot->note = "";
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
            model_sync_slot(box, SLOT_FULL, model_plain_value(pool, sync->items[i]));
        else if (sync->maxsize > 0)
            model_sync_slot(box, SLOT_FREE, PICK(model, TEXT_FREE));
    }
    int more = sync->item_count - shown;
    if (more > 0) model_sync_slot(box, SLOT_MORE, model_print(pool, "+%d", more));
    if (box->slot_count == 0) model_sync_slot(box, SLOT_FREE, PICK(model, TEXT_FREE));
    const char *number = model_print(pool, "%d", sync->maxsize);
    box->note = sync->maxsize > 0 ? model_fill(pool, PICK(model, TEXT_MAXSIZE), number, NULL)
                                  : PICK(model, TEXT_UNBOUNDED);
    box->left_name = PICK(model, TEXT_GETTERS);
    box->right_name = PICK(model, TEXT_PUTTERS);
    box->unfinished = model_print(pool, "%d", sync->unfinished);
    box->foot = model_fill(pool, PICK(model, TEXT_UNFINISHED), box->unfinished, NULL);
    box->amount = sync->maxsize > 0 ? model_print(pool, "%d/%d", sync->item_count, sync->maxsize)
                                    : model_print(pool, "%d", sync->item_count);
    model_sync_line(model, facts->now, sync->getters, sync->getter_count, &box->left,
                    &box->left_count);
    model_sync_line(model, facts->now, sync->putters, sync->putter_count, &box->right,
                    &box->right_count);
    if (box->fresh) mark_changed(box, sync, model_find_sync(facts->before, sync->id));
}

typedef void (*Builder)(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync);

static const struct {
    TextKey type;
    Builder build;
} kinds[] = {[CS_SYNC_QUEUE] = {TEXT_QUEUE, build_queue},
             [CS_SYNC_LOCK] = {TEXT_LOCK, model_sync_lock},
             [CS_SYNC_EVENT] = {TEXT_EVENT, model_sync_event},
             [CS_SYNC_SEMAPHORE] = {TEXT_SEMAPHORE, model_sync_semaphore},
             [CS_SYNC_CONDITION] = {TEXT_CONDITION, model_sync_condition},
             [CS_SYNC_BARRIER] = {TEXT_BARRIER, model_sync_barrier},
             [CS_SYNC_GROUP] = {TEXT_GROUP, model_sync_group}};

static void build_sync(ModelSync *box, Model *model, const ModelFacts *facts, const CsSync *sync) {
    box->id = sync->id;
    box->kind = (ModelSyncKind)sync->kind;
    box->type = PICK(model, kinds[sync->kind].type);
    box->name = model_copy_z(&model->pool, sync->name);
    box->event = sync->changed_event;
    box->fresh = model_find_fresh(facts, sync->changed_event);
    box->unfinished = box->note = box->left_name = box->right_name = box->slots_name = box->foot =
        "";
    kinds[sync->kind].build(box, model, facts, sync);
}

void model_syncs(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    model->syncs = model_array(&model->pool, (size_t)s->sync_count, sizeof *model->syncs);
    for (int i = 0; i < s->sync_count; i++)
        build_sync(&model->syncs[model->sync_count++], model, facts, &s->syncs[i]);
}
