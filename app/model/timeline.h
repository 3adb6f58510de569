#ifndef MODEL_TIMELINE_H
#define MODEL_TIMELINE_H
/* The whole recorded run as lanes of blocks over instants and gaps.

   Time stands still while code runs: an instant is a time at which handles ran, one cell each; a
   gap lies between two instants and is as wide as time passes. Places are kept as (instant, cell,
   gap) and become pixels in timeline_x, so that a run is built once and fitted to any width. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `cell` counts from the instant's first handle; -1..0 is the room before it, where timers fire.
   `gap` 0..1: that share of the gap after the instant is over. */
typedef struct {
    int instant;
    float cell, gap;
} TimelineAt;

typedef struct {
    int64_t time_ns;
    uint32_t iteration; /* of its first handle */
    int cells;
} TimelineInstant;

typedef enum {
    BLOCK_READY,
    BLOCK_RUNNING,
    BLOCK_WAITING,
    BLOCK_CANCELLING,
    BLOCK_CREATED
} BlockKind;

typedef struct {
    uint8_t kind;      /* BlockKind */
    uint32_t slept_ms; /* in time.sleep(), while it ran */
    TimelineAt from, to;
} TimelineBlock;

typedef enum { LANE_OPEN, LANE_DONE, LANE_FAILED, LANE_CANCELLED } LaneEnd;

typedef struct {
    uint32_t task; /* object id */
    int number;    /* from 1 */
    TimelineBlock *blocks;
    size_t count, room;
    LaneEnd end;
    TimelineAt born, ended;
    bool again;   /* while it runs: its next step was scheduled */
    bool outside; /* made between two handles, though the loop has its first task already */
    bool lines;   /* lines of the program ran in it */
    int row;      /* its place from the top; -1 = hidden */
} TimelineLane;

/* One run of a handle, with the records and steps that belong to it. */
typedef struct {
    uint32_t event, event_end; /* its handle.run and handle.done; event_end 0 = not over */
    uint32_t step, step_end;   /* steps before it and at its end */
    uint32_t task;
    TimelineAt from, to;
    bool blocks; /* time passed while it ran */
} TimelineRun;

/* One piece of work of a worker thread. */
typedef struct {
    uint32_t event, event_end; /* its thread.started and thread.finished; event_end 0 = not over */
    uint32_t thread, task;     /* object ids; task: who launched it, or 0 */
    int number;                /* of the thread, from 1 */
    TimelineAt from, to;
    bool failed;
} TimelineJob;

typedef struct {
    TimelineInstant *instants;
    size_t instant_count, instant_room;
    TimelineLane *lanes; /* by number */
    size_t lane_count, lane_room;
    TimelineRun *runs;
    size_t run_count, run_room;
    TimelineJob *jobs; /* in order of their start */
    size_t job_count, job_room;
    int threads; /* worker threads: lanes under the tasks' */
    TimelineAt *prints;
    size_t print_count, print_room;
    TimelineAt end;
    size_t events; /* records it was built from */
    int cells;     /* of all instants */
    bool running;  /* the last run is not over */
    bool has_main; /* of the present loop */
    bool loop_runs;
    bool blocked; /* somewhere time passed while a handle ran */
    int rows;     /* lanes that are not hidden */
} Timeline;

/* Where everything lies for one width: x of the instants' left edges and of the end. */
typedef struct {
    float *x; /* of each instant's left edge */
    size_t count, room;
    float cell, lead, tail, gap; /* px; gap: px per second */
    float least_gap;
    float width; /* of the whole run */
} TimelineFit;

void timeline_clear(Timeline *timeline);
/* Fits the run into `width`: cells of 11 px and gaps of 24 px at least while they fit, smaller
   cells down to 4, then wider than asked for. `zoom` makes all that so many times as wide (0 as 1).
   False: not enough memory. */
bool timeline_fit(const Timeline *timeline, float width, float zoom, TimelineFit *fit);
void timeline_fit_clear(TimelineFit *fit);
float timeline_x(const Timeline *timeline, const TimelineFit *fit, TimelineAt at);
/* The place at x, for what should stay there under another fit. */
TimelineAt timeline_at_x(const Timeline *timeline, const TimelineFit *fit, float x);
/* The first instant that lies at or right of x; the count where none does. */
size_t timeline_instant_at_x(const TimelineFit *fit, float x);
/* The lane of a task, by its object id; NULL where it is not recorded. */
const TimelineLane *timeline_lane(const Timeline *timeline, uint32_t task);
/* Where the moment lies at which so many records and steps had been made. */
TimelineAt timeline_at(const Timeline *timeline, uint32_t event, uint64_t step, int64_t time_ns);
/* Whether a lies before b. */
bool timeline_before(TimelineAt a, TimelineAt b);
/* The step that lies nearest to x: for scrubbing. */
uint64_t timeline_step(const Timeline *timeline, const TimelineFit *fit, float x);

#endif
