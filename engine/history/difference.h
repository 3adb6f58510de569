#ifndef HISTORY_DIFFERENCE_H
#define HISTORY_DIFFERENCE_H
/* What differs between two contents of the same memory, as their exclusive or: applied to one it
 * gives the other, and two that follow each other join by one more exclusive or. Kept small: of
 * each 64-byte line that differs, only the 4-byte units that do. */

#include "base/arena.h"

/* Consecutive lines that differ. */
typedef struct {
    uint32_t first, count; /* in lines */
} LineRun;

typedef struct {
    LineRun *runs;
    uint32_t *units; /* one more is readable */
    uint16_t *masks; /* a line's units that differ */
    uint32_t run_count, line_count, unit_count;
    size_t bytes;
} Difference;

/* Where a difference is gathered. */
typedef struct {
    LineRun *runs;
    uint32_t *units;
    uint16_t *masks;
    size_t run_count, line_count, unit_count;
    size_t run_capacity, line_capacity, unit_capacity;
    bool failed; /* memory ran out */
} Gather;

void gather_begin(Gather *g);
void gather_clear(Gather *g);
/* Adds the lines that differ in [start, end), multiples of ARENA_LINE; `old` takes the new content.
 * Ranges come in ascending order. */
void gather_range(Gather *g, unsigned char *old, const unsigned char *now, ArenaRange range);
/* Gathers what leads from before `a` to after `b`, where `b` follows `a`, below offset `end`. */
void gather_joined(Gather *g, const Difference *a, const Difference *b, size_t end);
/* Takes over what is gathered; false, and nothing changed, where memory ran out before. */
bool difference_take(Difference *d, Gather *g);
void difference_free(Difference *d);
void difference_apply(const Difference *d, unsigned char *to);
/* Undoes gather_range(). */
void gather_undo(const Gather *g, unsigned char *old);

#endif
