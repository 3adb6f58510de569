#ifndef OBJECT_SORT_STATE_H
#define OBJECT_SORT_STATE_H
/* The inside of list_sort.h: the adaptive merge sort that CPython documents in listsort.txt, with
 * merges in the order of powersort, cut up at each comparison. sort_runs.c finds and makes sorted
 * runs, sort_merge.c merges neighbours. */

#include "object/list_sort.h"

/* What the next question is about. */
typedef enum {
    SORT_UP,         /* does the run go on upwards? */
    SORT_ALL_EQUAL,  /* has it only equal items so far? */
    SORT_DOWN,       /* does it go on downwards? */
    SORT_DOWN_EQUAL, /* or at least not upwards? */
    SORT_EXTEND,     /* does a downward run, turned round, go on upwards? */
    SORT_INSERT,     /* binary insertion of one more item into a short run */
    SORT_GALLOP,     /* a search with growing steps */
    SORT_PAIR,       /* merging: which of two items comes first? */
    SORT_FINISHED,
    SORT_PHASES = SORT_FINISHED
} SortPhase;

/* Who wants to know the result of a search. */
typedef enum {
    SEARCH_HEAD, /* of a merge: how much of a is in place already? */
    SEARCH_TAIL, /* how much of b? */
    SEARCH_IN_A, /* while merging: how many of a come before b's next item? */
    SEARCH_IN_B
} SortSearch;

/* Items with their keys; without a key function items are their own keys and `values` is NULL. */
typedef struct {
    Obj **keys, **values;
} SortItems;

/* A sorted run; `power` says how deep in the merge tree the border to the next run lies. */
typedef struct {
    uint32_t base, length, power;
} SortRun;

/* What is left of one of the two runs in a merge. */
typedef struct {
    SortItems items;
    uint32_t first, count;
} SortSide;

/* The place of `key` in `count` items from `first`: before equal ones if `left`, else after. */
typedef struct {
    Obj *key;
    SortSide in;
    SortSearch search;
    bool left;
    uint8_t stage; /* 0 at the hint, 1 growing steps, 2 binary */
    bool backwards;
    uint32_t hint, last, offset; /* stage 2: the place is in last .. offset */
} SortGallop;

/* Powers grow along the stack of runs, and are at most the number of bits of a list's length. */
enum { SORT_MAX_RUNS = 40, SORT_MIN_GALLOP = 7 };

struct SortState {
    List *list;   /* owned */
    Obj **marker; /* what the list holds meanwhile, to see whether it was changed */
    bool reverse, started;
    uint32_t count, key_count, capacity;
    SortItems items, temp;
    SortPhase phase;
    /* The run that is being made. */
    uint32_t base, length, equal, minrun;
    uint32_t wanted, low, high; /* insertion: until it is this long; bounds of the place */
    SortRun runs[SORT_MAX_RUNS];
    uint32_t run_count, min_gallop;
    /* The merge that is going on: upwards from temp (a) and b, or downwards from a and temp (b). */
    SortSide a, b;
    bool upwards, merging;
    uint32_t dest, a_wins, b_wins;
    SortGallop gallop;
};

typedef struct {
    void (*ask)(const SortState *s, Obj **a, Obj **b);
    void (*take)(SortState *s, bool less);
} SortStage;

extern const SortStage sort_run_stages[];   /* SORT_UP to SORT_INSERT */
extern const SortStage sort_merge_stages[]; /* SORT_GALLOP, SORT_PAIR */

void sort_begin_run(SortState *s, uint32_t base);
/* The run at s->base is sorted: merges what is due, then goes on with the next run. */
void sort_run_found(SortState *s);
/* Merges what is due: before the new run is added, or everything at the end. */
void sort_collapse(SortState *s);
/* Puts what is in the temporary array back when a merge is broken off. */
void sort_abandon_merge(SortState *s);
void sort_reverse(SortItems items, uint32_t from, uint32_t to);

#endif
