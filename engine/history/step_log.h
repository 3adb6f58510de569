#ifndef HISTORY_STEP_LOG_H
#define HISTORY_STEP_LOG_H
/* The lines that were about to run, millions of them, each with what held for it: kept as what
 * changed since the line before, about three bytes each. */

#include "base/block.h"

typedef struct {
    uint32_t line;
    uint32_t frame; /* object id */
    uint32_t event; /* records made before it */
    uint32_t task;  /* object id, 0 = none */
    bool inside;    /* within a statement (LINE_INSIDE): no hit of its line */
} StepRecord;

/* Where reading or writing stands. */
typedef struct {
    StepRecord step;      /* the last one */
    uint32_t other_frame; /* the one that ran before step.frame */
    size_t at;            /* the byte behind it */
} StepPlace;

typedef struct {
    Ledger *ledger;
    Block block;
    unsigned char *bytes; /* the block's */
    size_t size;
    StepPlace *marks; /* the place before every so many steps */
    size_t mark_capacity;
    size_t count;
    size_t before_mark; /* steps that need no mark, and no more room */
    StepPlace newest, asked;
    size_t asked_count; /* steps up to `asked` */
} StepLog;

/* A step is one byte of flags and the number of lines gone forward, which takes the upper half;
 * then what the flags name. */
enum {
    STEP_INSIDE = 1,
    STEP_FRAME = 2,
    STEP_EVENT = 4,
    STEP_TASK = 8,
    STEP_LINES_SHIFT = 4,
    STEP_LINES_BACK = 7, /* so many lines back fit beside the flags */
    STEP_LINES_FAR = 15  /* the way to the line is a number of its own */
};

void step_log_init(StepLog *l, Ledger *ledger);
/* The same as below for any step. */
bool step_log_add_any(StepLog *l, const StepRecord *step);

/* False: out of memory, nothing added. Mostly only the line is another. */
static inline bool step_log_add(StepLog *l, const StepRecord *step) {
    StepRecord *last = &l->newest.step;
    uint32_t lines = step->line - last->line + STEP_LINES_BACK;
    uint32_t others =
        (step->frame ^ last->frame) | (step->event ^ last->event) | (step->task ^ last->task);
    if (others || lines >= STEP_LINES_FAR || !l->before_mark) return step_log_add_any(l, step);
    l->before_mark--;
    last->line = step->line;
    l->bytes[l->size++] = (unsigned char)(lines << STEP_LINES_SHIFT | step->inside);
    l->count++;
    return true;
}

/* The step of this index, below count; valid until the next call. One after the other is fast. */
const StepRecord *step_log_get(StepLog *l, size_t index);
/* Forgets all steps but the first `count`. */
void step_log_cut(StepLog *l, size_t count);
/* Gives back what was reserved for more. */
void step_log_fit(StepLog *l);
void step_log_clear(StepLog *l);
size_t step_log_memory(const StepLog *l); /* bytes */

#endif
