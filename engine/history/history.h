#ifndef HISTORY_HISTORY_H
#define HISTORY_HISTORY_H
/* The record of a run and the way back: what happened (log), from where it can be run again
 * (keyframes), and the seek that joins the two. Lies outside the arena. */

#include "history/keyframe.h"
#include "object/engine.h"
#include "vm/event.h"
#include "vm/vm.h"

/* A line that was about to run. */
typedef struct {
    uint32_t frame; /* object id */
    uint32_t event; /* records made before it */
    uint32_t task;  /* object id, 0 = none */
    uint32_t line : 31;
    uint32_t inside : 1; /* within a statement (LINE_INSIDE): no hit of its line */
} StepRecord;

typedef struct {
    uint32_t event; /* its record */
    int stream;
    size_t start, size; /* in `text` */
} OutputRecord;

struct History {
    Event *events;
    size_t event_count, event_capacity;
    StepRecord *steps;
    size_t step_count, step_capacity;
    OutputRecord *outputs;
    size_t output_count, output_capacity;
    char *text;
    size_t text_size, text_capacity;
    Keyframes keyframes;
    uint64_t keyframe_distance; /* instructions between two keyframes */
    uint64_t frontier;          /* instructions executed when recording stopped */
    bool ended;                 /* the frontier is the end of the run */
    bool at_frontier;           /* the arena holds the frontier's state */
    void (*fresh_event)(Engine *e, const Event *event); /* told of each new record; may be NULL */
    bool failed; /* memory for the record ran out: the run was ended there */
};

/* Attaches to an engine whose program is loaded and ready to run; the present is keyframe 0. */
bool history_start(Engine *e, size_t keyframe_bytes);
void history_destroy(Engine *e);
/* Records about `instructions` further from the frontier; returns to the frontier first. */
bool history_record(Engine *e, uint64_t instructions);
/* Goes to a recorded moment and stays there. */
bool history_seek_step(Engine *e, uint64_t step);
bool history_seek_event(Engine *e, uint32_t event);
bool history_seek_instruction(Engine *e, uint64_t instruction);
bool history_seek_frontier(Engine *e);
/* Hash of everything that changes: root and heap. */
uint64_t history_hash(const Engine *e);

#endif
