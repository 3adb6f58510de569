#ifndef HISTORY_KEYFRAME_H
#define HISTORY_KEYFRAME_H
/* Keyframes: moments of the arena from which a run can be taken up again.
 *
 * A keyframe holds what differs from the keyframe before it, so the shadow copy of the arena walks
 * in both directions. Differences are found by comparing the arena with the shadow: write barriers
 * could miss a store.
 *
 * Memory that was first used between two keyframes is in no difference: beyond the end of the
 * keyframe at which it stands, the shadow keeps what it held at the first keyframe that has it. */

#include "base/block.h"
#include "history/difference.h"

typedef struct {
    uint64_t instructions, steps; /* the moment */
    uint32_t events;
    size_t end;                 /* one past the heap's last used page */
    DifferencePlace difference; /* to the keyframe before, up to its end */
} Keyframe;

typedef struct {
    const Arena *arena;
    Ledger *ledger;
    Block shadow; /* the arena as it was at keyframe `cursor`, up to its end */
    Keyframe *frames;
    size_t count, capacity, cursor;
    Gather gather;
    Block store;  /* the differences, one behind the other */
    size_t bytes; /* in use there */
    size_t limit; /* beyond it every second keyframe is merged away */
} Keyframes;

void keyframes_init(Keyframes *k, const Arena *arena, Ledger *ledger, size_t limit);
void keyframes_clear(Keyframes *k);
/* Adds the present state as the newest keyframe; the shadow must be at the newest one. False: out
 * of memory, nothing changed. */
bool keyframes_add(Keyframes *k, uint64_t instructions, uint64_t steps, uint32_t events);
/* Merges every second keyframe away. False: there are too few for that, or no memory for it. */
bool keyframes_thin_out(Keyframes *k);
/* Copies keyframe number `n` into the arena. */
bool keyframes_restore(Keyframes *k, size_t n);
/* Gathers what leads from the keyframe at which the shadow is, the last one before the present, to
 * the present, whose heap has this end. It stays good while no keyframe comes or goes. False: no
 * memory. */
bool keyframes_gather(Keyframes *k, Gather *g, size_t *end);
/* Copies what so leads from keyframe number `n` somewhere into the arena. */
bool keyframes_restore_changed(Keyframes *k, size_t n, const Difference *way, size_t end);

#endif
