#ifndef COMMAND_TRACE_TRACKS_H
#define COMMAND_TRACE_TRACKS_H
/* The slices, flows, counters and marks of a run on their tracks, before they are written. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/event_facts.h"

enum {
    TRACK_LOOP = 1,
    TRACK_PROGRAM = 2,
    TRACK_CALLBACKS = 3,
    TRACK_TASKS = 10,
    TRACK_THREADS = 10000000
};

typedef enum {
    MARK_SLICE,      /* `name` says of what, see SliceName */
    MARK_INSTANT,    /* told by the record's sentence */
    MARK_FLOW_START, /* `flow` binds the three */
    MARK_FLOW_STEP,
    MARK_FLOW_END,
    MARK_READY, /* counters: `value` */
    MARK_TIMERS
} MarkKind;

typedef enum {
    SLICE_PROGRAM,
    SLICE_ITERATION,
    SLICE_IDLE, /* the loop waits */
    SLICE_HANDLE,
    SLICE_STEP,
    SLICE_THREAD,
    SLICE_READY,
    SLICE_WAITING,
    SLICE_LINE /* inside the one that runs it; `value` is its step, and there is no record */
} SliceName;

typedef struct {
    int64_t at, duration; /* ns as drawn */
    size_t order;         /* marks at the same time keep it */
    uint32_t track, event, flow, value;
    uint8_t kind, name;
} Mark;

typedef struct {
    Mark *marks; /* by time; of slices that begin together the longest first */
    size_t count, capacity;
    int64_t *drawn;    /* of each record */
    uint32_t tasks;    /* how many tracks tasks have */
    uint32_t *threads; /* ids of worker threads by track */
    size_t thread_count;
    bool failed; /* no memory */
} Tracks;

/* False: not enough memory; must be cleared all the same. */
bool tracks_build(Tracks *t, const EventFacts *facts, int64_t sliver_ns);
void tracks_clear(Tracks *t);

#endif
