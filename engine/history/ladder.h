#ifndef HISTORY_LADDER_H
#define HISTORY_LADDER_H
/* Rungs: moments between two keyframes that were passed on the way to a moment sought, so that the
 * way to the next one, a line back most of the time, is short. All stand on one keyframe. They are
 * spared when there is no memory for them. */

#include "history/keyframe.h"

enum { LADDER_RUNGS = 12 };

typedef struct {
    Ledger *ledger;
    Keyframe rungs[LADDER_RUNGS]; /* each one's difference is to the keyframe below */
    size_t count, keyframe;
    Gather gather;
    Block store; /* the differences, one behind the other */
    size_t bytes;
} Ladder;

void ladder_init(Ladder *l, Ledger *ledger);
/* Gives back all memory; the ladder is empty then, as after ladder_forget(). */
void ladder_clear(Ladder *l);
void ladder_forget(Ladder *l);
/* The present, reached from this keyframe, becomes a rung, if there is room. */
void ladder_lay(Ladder *l, Keyframes *k, size_t keyframe, Keyframe moment);
/* Copies the rung into the arena. */
bool ladder_restore(const Ladder *l, Keyframes *k, size_t rung);

#endif
