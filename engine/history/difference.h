#ifndef HISTORY_DIFFERENCE_H
#define HISTORY_DIFFERENCE_H
/* What differs between two contents of the same memory, as their exclusive or: applied to one it
 * gives the other, and two that follow each other join by one more exclusive or. Kept small: of
 * each 64-byte line that differs, only the 4-byte units that do. */

#include "base/arena.h"
#include "base/ledger.h"

/* Consecutive lines that differ. */
typedef struct {
    uint32_t first, count; /* in lines */
} LineRun;

typedef struct {
    const LineRun *runs;
    const uint32_t *units; /* one more is readable */
    const uint16_t *masks; /* a line's units that differ */
    uint32_t run_count, line_count, unit_count;
} Difference;

/* Where it lies in a store, which may move: runs, units, masks. */
typedef struct {
    size_t at, bytes;
    uint32_t run_count, line_count, unit_count;
} DifferencePlace;

/* Where a difference is gathered. */
typedef struct {
    Ledger *ledger;
    LineRun *runs;
    uint32_t *units;
    uint16_t *masks;
    size_t run_count, line_count, unit_count;
    size_t run_capacity, line_capacity, unit_capacity;
    bool failed; /* memory ran out */
} Gather;

void gather_init(Gather *g, Ledger *ledger);
void gather_begin(Gather *g);
void gather_clear(Gather *g);
/* Adds the lines that differ in [start, end), multiples of ARENA_LINE; `old` takes the new content.
 * Ranges come in ascending order. */
void gather_range(Gather *g, unsigned char *old, const unsigned char *now, ArenaRange range);
/* Gathers what leads from before `a` to after `b`, where `b` follows `a`, below offset `end`. */
void gather_joined(Gather *g, const Difference *a, const Difference *b, size_t end);
/* Bytes that what is gathered takes in a store, a multiple of 8. */
size_t gather_size(const Gather *g);
/* Writes it there, to where `store` has room for so much. */
DifferencePlace gather_store(const Gather *g, unsigned char *store, size_t at);
Difference difference_in(const unsigned char *store, const DifferencePlace *place);
void difference_apply(const Difference *d, unsigned char *to);
/* Undoes gather_range(). */
void gather_undo(const Gather *g, unsigned char *old);
size_t gather_memory(const Gather *g); /* bytes */

#endif
