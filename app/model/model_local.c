/* What a variable is bound to, in few words. */
#include "model/model_find.h"

static const char *amount(ModelPool *pool, const TextTable *words, int a, int b) {
    return model_fill(pool, text_get(words, TEXT_N_OF_N), model_print(pool, "%d", a),
                      model_print(pool, "%d", b));
}

/* As its repr() has it in brackets. */
static const char *state_of(ModelPool *pool, const TextTable *words, const CsSync *s) {
    switch (s->kind) {
    case CS_SYNC_QUEUE:
        if (s->maxsize > 0) return amount(pool, words, s->item_count, s->maxsize);
        return model_print(pool, "%d", s->item_count);
    case CS_SYNC_LOCK:
    case CS_SYNC_CONDITION: return s->set ? "locked" : "unlocked";
    case CS_SYNC_EVENT: return s->set ? "set" : "unset";
    case CS_SYNC_SEMAPHORE:
        return s->value > 0 ? model_print(pool, "value %d", s->value) : "locked";
    case CS_SYNC_BARRIER: return amount(pool, words, s->holder_count, s->value);
    case CS_SYNC_GROUP: break;
    }
    return "";
}

const char *model_local_value(ModelPool *pool, const TextTable *words, const CsSnapshot *s,
                              const CsLocal *local) {
    const CsSync *sync = model_find_sync(s, local->object);
    if (!sync) return model_copy_z(pool, local->value);
    const char *state = state_of(pool, words, sync);
    return model_print(pool, "%s%s%s", sync->type, *state ? ", " : "", state);
}

uint32_t model_local_thing(const CsSnapshot *s, const CsLocal *local) {
    uint32_t id = local->object;
    bool known = model_find_sync(s, id) || model_find_task(s, id) || model_find_future(s, id);
    return known ? id : 0;
}
