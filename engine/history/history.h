#ifndef HISTORY_HISTORY_H
#define HISTORY_HISTORY_H
/* The record of a run and the way back: what happened (log), from where it can be run again
 * (keyframes), and the seek that joins the two. Lies outside the arena. */

#include "history/keyframe.h"
#include "history/ladder.h"
#include "history/step_log.h"
#include "object/engine.h"
#include "vm/event.h"
#include "vm/vm.h"

typedef struct {
    uint32_t event; /* its record */
    int stream;
    size_t start, size; /* in `text` */
} OutputRecord;

struct History {
    Ledger *ledger; /* what all of it takes, and what the api keeps beside it */
    size_t reserve; /* bytes kept back for the way to the end once the ledger is full */
    Event *events;  /* the block's */
    size_t event_count;
    Block event_block;
    StepLog steps;
    OutputRecord *outputs;
    size_t output_count, output_capacity;
    char *text;
    size_t text_size, text_capacity;
    Keyframes keyframes;
    uint64_t keyframe_distance; /* least number of instructions between two keyframes */
    Ladder ladder;              /* on the keyframe from which a moment was sought last */
    uint64_t rung_distance;     /* least number of instructions between two rungs */
    /* Where the last seek went, if the arena still holds that: the number of instructions there,
     * UINT64_MAX for nowhere; and the step or event that was asked for, 0 for neither. */
    uint64_t stands_at, stands_step, stands_event;
    uint64_t frontier; /* instructions executed when recording stopped */
    bool ended;        /* the frontier is the end of the run */
    bool at_frontier;  /* the arena holds the frontier's state */
    void (*fresh_event)(Engine *e, const Event *event); /* told of each new record; may be NULL */
    void (*cut)(Engine *e); /* the log was cut back to what it holds now; may be NULL */
    bool full; /* memory for the record ran out: the run was ended at the last keyframe before */
};

/* Attaches to an engine whose program is loaded and ready to run; the present is keyframe 0. The
 * ledger outlives the history. False: not enough memory. */
bool history_start(Engine *e, Ledger *ledger);
void history_destroy(Engine *e);
/* Records about `instructions` further from the frontier; returns to the frontier first. False: no
 * memory even for the run's end. */
bool history_record(Engine *e, uint64_t instructions);
/* Goes to a recorded moment and stays there. */
bool history_seek_step(Engine *e, uint64_t step);
bool history_seek_event(Engine *e, uint32_t event);
bool history_seek_instruction(Engine *e, uint64_t instruction);
bool history_seek_frontier(Engine *e);
/* Hash of everything that changes: root and heap. */
uint64_t history_hash(const Engine *e);

#endif
