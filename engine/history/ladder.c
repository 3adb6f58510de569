#include "history/ladder.h"

void ladder_init(Ladder *l, Ledger *ledger) {
    *l = (Ladder){.ledger = ledger};
    gather_init(&l->gather, ledger);
}

void ladder_forget(Ladder *l) {
    l->count = 0;
    l->bytes = 0;
}

void ladder_clear(Ladder *l) {
    if (!l->ledger) return;
    block_clear(&l->store, l->ledger);
    gather_clear(&l->gather);
    ladder_init(l, l->ledger);
}

static bool add_rung(Ladder *l, Keyframes *k, Keyframe moment) {
    if (!keyframes_gather(k, &l->gather, &moment.end)) return false;
    if (!block_grow(&l->store, l->ledger, l->bytes + gather_size(&l->gather))) return false;
    moment.difference = gather_store(&l->gather, l->store.bytes, l->bytes);
    l->bytes += moment.difference.bytes;
    l->rungs[l->count++] = moment;
    return true;
}

static bool is_above(const Ladder *l, const Keyframe *moment) {
    return !l->count || l->rungs[l->count - 1].instructions < moment->instructions;
}

/* Nobody is asked to make room, and a refusal is no loss. */
void ladder_lay(Ladder *l, Keyframes *k, size_t keyframe, Keyframe moment) {
    if (l->keyframe != keyframe) ladder_forget(l);
    l->keyframe = keyframe;
    if (k->cursor != keyframe || l->count == LADDER_RUNGS || !is_above(l, &moment)) return;
    bool refused = l->ledger->refused, making_room = l->ledger->making_room;
    l->ledger->making_room = true;
    bool laid = add_rung(l, k, moment);
    l->ledger->making_room = making_room;
    l->ledger->refused = refused;
    if (!laid) ladder_clear(l);
}

bool ladder_restore(const Ladder *l, Keyframes *k, size_t rung) {
    const Keyframe *r = &l->rungs[rung];
    Difference d = difference_in(l->store.bytes, &r->difference);
    return keyframes_restore_changed(k, l->keyframe, &d, r->end);
}
