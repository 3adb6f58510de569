#include "model/timeline_build.h"

#include <stdlib.h>
#include <string.h>

/* Where in the room before an instant's first handle a timer's wakeup stands. */
static const float FIRED = -0.35F;
/* Where in a handle's cell stands what it causes. */
static const float CAUSED = 0.5F;

typedef bool (*Taker)(Timeline *t, const CsEvent *e);

/* Room for one more element; returns the zeroed new last one or NULL. */
static void *push(void *items, size_t *count, size_t *room, size_t size) {
    void **data = items;
    if (*count == *room) {
        size_t wanted = *room ? *room * 2 : 16;
        void *grown = realloc(*data, wanted * size);
        if (!grown) return NULL;
        *data = grown;
        *room = wanted;
    }
    void *item = (char *)*data + (*count)++ * size;
    return memset(item, 0, size);
}

static TimelineInstant *last_instant(Timeline *t) {
    return &t->instants[t->instant_count - 1];
}

static TimelineAt here(Timeline *t) {
    int cells = last_instant(t)->cells;
    float cell = (float)cells;
    if (t->running)
        cell += CAUSED - 1;
    else if (cells == 0 && t->instant_count > 1)
        cell = FIRED;
    return (TimelineAt){(int)t->instant_count - 1, cell, 0};
}

static TimelineLane *lane_of(Timeline *t, uint32_t task) {
    const TimelineLane *lane = timeline_lane(t, task);
    return lane ? &t->lanes[lane - t->lanes] : NULL;
}

/* Ends the lane's last block and begins one of another kind. */
static bool enter(TimelineLane *lane, BlockKind kind, TimelineAt at) {
    TimelineBlock *last = lane->count ? &lane->blocks[lane->count - 1] : NULL;
    if (last && last->kind == kind && kind != BLOCK_RUNNING) return true;
    if (last) last->to = at;
    TimelineBlock *block = push(&lane->blocks, &lane->count, &lane->room, sizeof *block);
    if (!block) return false;
    block->kind = (uint8_t)kind;
    block->from = block->to = at;
    return true;
}

static void end_lane(TimelineLane *lane, LaneEnd end, TimelineAt at) {
    if (lane->count) lane->blocks[lane->count - 1].to = at;
    lane->end = end;
    lane->ended = at;
}

/* Time went on: a new instant. A handle that runs meanwhile takes its cell along. */
static bool advance(Timeline *t, const CsEvent *e) {
    if (t->instant_count && e->time <= last_instant(t)->time_ns) return true;
    TimelineInstant *instant =
        push(&t->instants, &t->instant_count, &t->instant_room, sizeof *instant);
    if (!instant) return false;
    instant->time_ns = e->time;
    if (!t->running) return true;
    TimelineRun *run = &t->runs[t->run_count - 1];
    t->instants[t->instant_count - 2].cells--;
    instant->cells = 1;
    run->blocks = t->blocked = true;
    run->to = (TimelineAt){(int)t->instant_count - 1, 1, 0};
    return true;
}

static bool take_iteration(Timeline *t, const CsEvent *e) {
    TimelineInstant *instant = last_instant(t);
    if (instant->iteration == 0) instant->iteration = e->arg;
    return true;
}

static bool take_run(Timeline *t, const CsEvent *e) {
    TimelineRun *run = push(&t->runs, &t->run_count, &t->run_room, sizeof *run);
    if (!run) return false;
    TimelineInstant *instant = last_instant(t);
    run->from = (TimelineAt){(int)t->instant_count - 1, (float)instant->cells, 0};
    run->to = run->from;
    run->to.cell += 1;
    run->event = e->id;
    run->step = run->step_end = e->step;
    run->task = e->arg;
    instant->cells++;
    t->cells++;
    t->running = true;
    TimelineLane *lane = lane_of(t, e->arg);
    if (lane) lane->again = false;
    return !lane || enter(lane, BLOCK_RUNNING, run->from);
}

static bool take_done(Timeline *t, const CsEvent *e) {
    if (!t->running) return true;
    TimelineRun *run = &t->runs[t->run_count - 1];
    run->event_end = e->id;
    run->step_end = e->step;
    t->running = false;
    TimelineLane *lane = lane_of(t, run->task);
    if (!lane) return true;
    lane->lines |= run->step_end > run->step;
    if (lane->end != LANE_OPEN) {
        end_lane(lane, lane->end, run->to);
        return true;
    }
    if (!lane->again) return enter(lane, BLOCK_WAITING, run->to);
    return enter(lane, BLOCK_READY, run->to);
}

static bool take_loop(Timeline *t, const CsEvent *e) {
    (void)e;
    t->has_main = false;
    return true;
}

static bool take_loop_started(Timeline *t, const CsEvent *e) {
    t->loop_runs = e->kind == EVENT_LOOP_STARTED;
    return true;
}

static bool take_created(Timeline *t, const CsEvent *e) {
    TimelineLane *lane = push(&t->lanes, &t->lane_count, &t->lane_room, sizeof *lane);
    if (!lane) return false;
    lane->task = e->subject;
    lane->number = (int)t->lane_count;
    lane->outside = !t->running && t->has_main;
    t->has_main = true;
    lane->born = here(t);
    return enter(lane, BLOCK_CREATED, lane->born);
}

static bool take_scheduled(Timeline *t, const CsEvent *e) {
    TimelineLane *lane = lane_of(t, e->arg);
    if (!lane || lane->end != LANE_OPEN) return true;
    bool runs = lane->count && lane->blocks[lane->count - 1].kind == BLOCK_RUNNING;
    if (runs && t->running) {
        lane->again = true;
        return true;
    }
    return enter(lane, BLOCK_READY, here(t));
}

static bool take_task_done(Timeline *t, const CsEvent *e) {
    static const LaneEnd ends[] = {LANE_DONE, LANE_FAILED, LANE_CANCELLED};
    TimelineLane *lane = lane_of(t, e->subject);
    if (lane) end_lane(lane, ends[e->arg < 3 ? e->arg : 0], here(t));
    return true;
}

static bool take_cancel(Timeline *t, const CsEvent *e) {
    TimelineLane *lane = lane_of(t, e->subject);
    if (!lane || lane->count == 0 || lane->end != LANE_OPEN) return true;
    if (lane->blocks[lane->count - 1].kind != BLOCK_WAITING) return true;
    return enter(lane, BLOCK_CANCELLING, here(t));
}

static bool take_output(Timeline *t, const CsEvent *e) {
    (void)e;
    TimelineAt *print = push(&t->prints, &t->print_count, &t->print_room, sizeof *print);
    if (print) *print = here(t);
    return print != NULL;
}

/* The number that the thread got with its first job. */
static int thread_number(const Timeline *t, uint32_t thread) {
    for (size_t i = t->job_count; i-- > 0;)
        if (t->jobs[i].thread == thread) return t->jobs[i].number;
    return t->threads + 1;
}

/* asyncio.run() ends, when all tasks are over, with a thread that joins those of the pool: it is
   not the program's. */
static bool all_over(const Timeline *t) {
    for (size_t i = 0; i < t->lane_count; i++)
        if (t->lanes[i].end == LANE_OPEN) return false;
    return t->lane_count > 0;
}

static bool take_thread_started(Timeline *t, const CsEvent *e) {
    if (!e->arg && t->loop_runs && all_over(t)) return true;
    int number = thread_number(t, e->subject);
    TimelineJob *job = push(&t->jobs, &t->job_count, &t->job_room, sizeof *job);
    if (!job) return false;
    *job = (TimelineJob){.event = e->id, .thread = e->subject, .task = e->arg, .number = number};
    job->from = job->to = here(t);
    if (number > t->threads) t->threads = number;
    return true;
}

static bool take_thread_finished(Timeline *t, const CsEvent *e) {
    for (size_t i = t->job_count; i-- > 0;) {
        TimelineJob *job = &t->jobs[i];
        if (job->thread != e->subject || job->event_end) continue;
        job->event_end = e->id;
        job->to = here(t);
        job->failed = e->arg != 0;
        break;
    }
    return true;
}

static bool take_time_slept(Timeline *t, const CsEvent *e) {
    TimelineLane *lane = lane_of(t, e->subject);
    if (lane && lane->count) lane->blocks[lane->count - 1].slept_ms += e->arg;
    return true;
}

static const Taker takers[EVENT_KIND_COUNT] = {
    [EVENT_LOOP_CREATED] = take_loop,
    [EVENT_LOOP_STARTED] = take_loop_started,
    [EVENT_LOOP_STOPPED] = take_loop_started,
    [EVENT_ITERATION_BEGUN] = take_iteration,
    [EVENT_HANDLE_RUN] = take_run,
    [EVENT_HANDLE_DONE] = take_done,
    [EVENT_HANDLE_SCHEDULED] = take_scheduled,
    [EVENT_TASK_CREATED] = take_created,
    [EVENT_TASK_DONE] = take_task_done,
    [EVENT_TASK_CANCEL_REQUESTED] = take_cancel,
    [EVENT_OUTPUT] = take_output,
    [EVENT_TIME_SLEPT] = take_time_slept,
    [EVENT_THREAD_STARTED] = take_thread_started,
    [EVENT_THREAD_FINISHED] = take_thread_finished,
};

static void stretch_open_blocks(Timeline *t) {
    if (t->instant_count == 0) return;
    t->end = (TimelineAt){(int)t->instant_count - 1, (float)last_instant(t)->cells, 0};
    for (size_t i = 0; i < t->job_count; i++)
        if (!t->jobs[i].event_end) t->jobs[i].to = t->end;
    for (size_t i = 0; i < t->lane_count; i++) {
        TimelineLane *lane = &t->lanes[i];
        if (lane->end == LANE_OPEN && lane->count) lane->blocks[lane->count - 1].to = t->end;
    }
}

/* asyncio.run() ends with tasks of its own, which close async generators and threads: made outside
   any handle, and not a line of the program runs in them. They are not shown. */
static void number_rows(Timeline *t) {
    t->rows = 0;
    for (size_t i = 0; i < t->lane_count; i++) {
        TimelineLane *lane = &t->lanes[i];
        bool hidden = lane->outside && !lane->lines && lane->end == LANE_DONE;
        lane->row = hidden ? -1 : t->rows++;
    }
}

bool timeline_extend(Timeline *timeline, const CsEvent *events, size_t count) {
    for (size_t i = timeline->events; i < count; i++) {
        const CsEvent *e = &events[i];
        Taker taker = e->kind < EVENT_KIND_COUNT ? takers[e->kind] : NULL;
        if (!advance(timeline, e) || (taker && !taker(timeline, e))) {
            timeline_clear(timeline);
            return false;
        }
    }
    timeline->events = count;
    stretch_open_blocks(timeline);
    number_rows(timeline);
    return true;
}
