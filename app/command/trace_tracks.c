#include "command/trace_tracks.h"

#include <stdlib.h>
#include <string.h>

/* What a task does since when; `since` is one more than a record's place, 0 = nothing yet. */
typedef struct {
    size_t since;
    uint32_t task;
    uint8_t doing; /* SliceName */
    bool in_handle, ended;
} Doing;

/* So many lines are drawn between two records, and in a trace: a loop that only computes would bury
 * all the rest. */
enum { LINES_TOGETHER = 1000, LINES_AT_MOST = 200000, OWN_TRACKS = TRACK_CALLBACKS + 1 };

/* A line of the program that is about to run. */
typedef struct {
    uint64_t step; /* 0 = none */
    int64_t at;    /* ns as drawn */
} Line;

typedef struct {
    Tracks *out;
    const EventFacts *facts;
    Doing *tasks;                      /* by number */
    size_t *open_steps, *thread_since; /* thread_since: by place, as Doing's */
    size_t open_count;
    size_t iteration, handle; /* one more than the record's place */
    Line *lines;              /* all that are drawn, by step */
    size_t line_count, next_line;
    bool *between; /* by record: no handle runs there; a timer fires: no iteration goes on (the
                      loop of another thread has ended it) */
    Line *task_lines, *thread_lines, own_lines[OWN_TRACKS]; /* the one that runs, by track */
    uint32_t ready, timers;
} Build;

static void add(Tracks *t, Mark mark) {
    if (t->count == t->capacity) {
        size_t wanted = t->capacity ? t->capacity * 2 : 256;
        Mark *fresh = realloc(t->marks, wanted * sizeof *fresh);
        if (!fresh) {
            t->failed = true;
            return;
        }
        t->marks = fresh;
        t->capacity = wanted;
    }
    mark.order = t->count;
    t->marks[t->count++] = mark;
}

static const CsEvent *record(const Build *b, size_t at) {
    return &b->facts->events[at];
}

static void add_slice(Build *b, uint32_t track, SliceName name, size_t from, size_t to) {
    int64_t at = b->out->drawn[from];
    add(b->out, (Mark){.at = at,
                       .duration = b->out->drawn[to] - at,
                       .track = track,
                       .event = record(b, from)->id,
                       .kind = MARK_SLICE,
                       .name = (uint8_t)name});
}

static int task_number(const Build *b, uint32_t task) {
    CsTaskInfo info;
    return task && cs_task_info(b->facts->engine, task, &info) ? info.number : 0;
}

static uint32_t task_track(const Build *b, uint32_t task) {
    int number = task_number(b, task);
    return number ? TRACK_TASKS + (uint32_t)number : TRACK_CALLBACKS;
}

static size_t thread_place(const Build *b, uint32_t id) {
    size_t i = 0;
    while (i < b->out->thread_count && b->out->threads[i] != id) i++;
    return i;
}

/* The track of who acts when this record is made. */
static uint32_t acting_track(const Build *b, const CsEvent *e) {
    const CsEvent *actor = event_facts_is_thread(e) ? e : event_facts_actor(b->facts, e);
    if (actor && event_facts_is_thread(actor)) {
        size_t place = thread_place(b, actor->subject);
        return place < b->out->thread_count ? TRACK_THREADS + (uint32_t)place : TRACK_PROGRAM;
    }
    if (!actor || actor->kind == EVENT_PROGRAM_STARTED) return TRACK_PROGRAM;
    if (actor->kind == EVENT_LOOP_STARTED) return TRACK_LOOP;
    return task_track(b, actor->kind == EVENT_TASK_STEP ? actor->subject : actor->arg);
}

/* ---- Slices of lines ------------------------------------------------------------------------ */

static Line *line_on(Build *b, uint32_t track) {
    if (track >= TRACK_THREADS) return &b->thread_lines[track - TRACK_THREADS];
    return track >= TRACK_TASKS ? &b->task_lines[track - TRACK_TASKS] : &b->own_lines[track];
}

static void end_line(Build *b, uint32_t track, int64_t at) {
    Line *line = line_on(b, track);
    if (!line->step) return;
    add(b->out, (Mark){.at = line->at,
                       .duration = at - line->at,
                       .track = track,
                       .value = (uint32_t)line->step,
                       .kind = MARK_SLICE,
                       .name = SLICE_LINE});
    line->step = 0;
}

/* `before`: the record before it. */
static uint32_t track_of_line(const Build *b, uint64_t step, const CsEvent *before) {
    uint32_t task = cs_step_task(b->facts->engine, step);
    if (task_number(b, task)) return task_track(b, task);
    uint32_t acting = before ? acting_track(b, before) : TRACK_PROGRAM;
    bool goes_on = acting >= TRACK_THREADS && b->thread_since[acting - TRACK_THREADS];
    if (goes_on) return acting;
    return b->handle ? TRACK_CALLBACKS : TRACK_PROGRAM;
}

/* The lines that run before the record at this place. */
static void add_lines(Build *b, size_t at) {
    for (; b->next_line < b->line_count; b->next_line++) {
        const Line *line = &b->lines[b->next_line];
        if (cs_step_event(b->facts->engine, line->step) > at) return;
        uint32_t track = track_of_line(b, line->step, at ? record(b, at - 1) : NULL);
        end_line(b, track, line->at);
        *line_on(b, track) = *line;
    }
}

static void end_lines(Build *b, size_t threads, int64_t at) {
    for (uint32_t track = 1; track < OWN_TRACKS; track++) end_line(b, track, at);
    for (uint32_t n = 1; n <= b->out->tasks; n++) end_line(b, TRACK_TASKS + n, at);
    for (uint32_t i = 0; i < threads; i++) end_line(b, TRACK_THREADS + i, at);
}

/* ---- Slices of tasks ------------------------------------------------------------------------ */

static Doing *doing_of(Build *b, uint32_t task) {
    int number = task_number(b, task);
    if (!number) return NULL;
    if ((uint32_t)number > b->out->tasks) b->out->tasks = (uint32_t)number;
    b->tasks[number].task = task;
    return &b->tasks[number];
}

static void change(Build *b, Doing *d, SliceName next, size_t at) {
    if (d->since && at + 1 > d->since)
        add_slice(b, task_track(b, d->task), (SliceName)d->doing, d->since - 1, at);
    d->since = at + 1;
    d->doing = (uint8_t)next;
}

static void leave(Build *b, Doing *d, size_t at) {
    change(b, d, SLICE_WAITING, at);
    if (d->ended) d->since = 0;
}

static void begin_handle(Build *b, const CsEvent *e, size_t at) {
    Doing *d = doing_of(b, e->arg);
    b->handle = at + 1;
    if (!d) return;
    change(b, d, SLICE_HANDLE, at);
    d->in_handle = true;
}

static void close_step(Build *b, uint32_t task, size_t at) {
    for (size_t i = b->open_count; i-- > 0;) {
        if (record(b, b->open_steps[i])->subject != task) continue;
        add_slice(b, task_track(b, task), SLICE_STEP, b->open_steps[i], at);
        b->open_count--;
        memmove(&b->open_steps[i], &b->open_steps[i + 1],
                (b->open_count - i) * sizeof *b->open_steps);
        break;
    }
}

/* What a task cannot wait for is no wait: its step ends with the handle. */
static void end_handle(Build *b, const CsEvent *e, size_t at) {
    Doing *d = doing_of(b, e->arg);
    if (d) {
        close_step(b, e->arg, at);
        d->in_handle = false;
        leave(b, d, at);
    } else if (b->handle) {
        add_slice(b, TRACK_CALLBACKS, SLICE_HANDLE, b->handle - 1, at);
    }
    end_line(b, d ? task_track(b, e->arg) : TRACK_CALLBACKS, b->out->drawn[at]);
    b->handle = 0;
}

/* SystemExit and KeyboardInterrupt end a handle and the loop's run with it. */
static void end_broken_handle(Build *b, size_t at) {
    const CsEvent *run = b->handle ? record(b, b->handle - 1) : NULL;
    if (run) end_handle(b, run, at);
}

/* A task that is started eagerly runs inside the step of another one, without a handle. */
static void begin_step(Build *b, const CsEvent *e, size_t at) {
    Doing *d = doing_of(b, e->subject);
    b->open_steps[b->open_count++] = at;
    if (d && !d->in_handle) change(b, d, SLICE_HANDLE, at);
}

static void end_step(Build *b, const CsEvent *e, size_t at) {
    Doing *d = doing_of(b, e->subject);
    if (d) end_line(b, task_track(b, e->subject), b->out->drawn[at]);
    close_step(b, e->subject, at);
    if (!d) return;
    if (e->kind == EVENT_TASK_DONE) d->ended = true;
    if (!d->in_handle) leave(b, d, at);
}

/* ---- Counters ------------------------------------------------------------------------------- */

static void count(Build *b, MarkKind kind, uint32_t *value, int by, size_t at) {
    if (by < 0 && *value == 0) return;
    *value += (uint32_t)by;
    add(b->out, (Mark){.at = b->out->drawn[at],
                       .track = TRACK_LOOP,
                       .event = record(b, at)->id,
                       .value = *value,
                       .kind = (uint8_t)kind});
}

static void cancel_handle(Build *b, const CsEvent *e, size_t at) {
    const EventThing *t = event_facts_handle(b->facts, e->subject);
    if (!t || (t->ran && t->ran < e->id)) return;
    bool queued = t->scheduled && t->scheduled < e->id;
    if (queued) {
        count(b, MARK_READY, &b->ready, -1, at);
    } else if (t->set) {
        count(b, MARK_TIMERS, &b->timers, -1, at);
    }
}

/* ---- Flows ----------------------------------------------------------------------------------- */

static void add_flow(Build *b, MarkKind kind, uint32_t flow, uint32_t track, const CsEvent *e) {
    add(b->out, (Mark){.at = b->out->drawn[e->id - 1],
                       .track = track,
                       .event = e->id,
                       .flow = flow,
                       .kind = (uint8_t)kind});
}

/* From where a handle became ready, or its timer was set, to where it runs. */
static void add_flows(Build *b, const CsEvent *run) {
    const CsEvent *scheduled = event_facts_get(b->facts, run->cause);
    const CsEvent *fired = scheduled ? event_facts_get(b->facts, scheduled->cause) : NULL;
    if (!scheduled || scheduled->kind != EVENT_HANDLE_SCHEDULED) return;
    bool timer = fired && fired->kind == EVENT_TIMER_FIRED;
    const CsEvent *set = timer ? event_facts_get(b->facts, fired->cause) : NULL;
    const CsEvent *first = set ? set : scheduled;
    uint32_t from = acting_track(b, first);
    bool of_handle = from >= TRACK_CALLBACKS && from < TRACK_THREADS;
    if (of_handle && b->between[first->id - 1]) from = TRACK_LOOP; /* what died at its end did it */
    add_flow(b, MARK_FLOW_START, first->id, from, first);
    bool crosses = set && !b->between[fired->id - 1];
    if (crosses) add_flow(b, MARK_FLOW_STEP, first->id, TRACK_LOOP, fired);
    add_flow(b, MARK_FLOW_END, first->id, task_track(b, run->arg), run);
}

/* ---- Threads --------------------------------------------------------------------------------- */

static void begin_thread(Build *b, const CsEvent *e, size_t at) {
    size_t place = thread_place(b, e->subject);
    b->out->threads[place] = e->subject;
    if (place == b->out->thread_count) b->out->thread_count++;
    b->thread_since[place] = at + 1;
}

static void end_thread(Build *b, const CsEvent *e, size_t at) {
    size_t place = thread_place(b, e->subject);
    if (place == b->out->thread_count || !b->thread_since[place]) return;
    end_line(b, TRACK_THREADS + (uint32_t)place, b->out->drawn[at]);
    add_slice(b, TRACK_THREADS + (uint32_t)place, SLICE_THREAD, b->thread_since[place] - 1, at);
    b->thread_since[place] = 0;
}

/* ---- Records --------------------------------------------------------------------------------- */

static void end_iteration(Build *b, size_t at) {
    if (b->iteration) add_slice(b, TRACK_LOOP, SLICE_ITERATION, b->iteration - 1, at);
    b->iteration = 0;
}

/* What is shown as a mark: everything that is not shown in another way. */
static void add_instant(Build *b, const CsEvent *e, size_t at) {
    uint32_t track = e->kind == EVENT_TIMER_FIRED ? TRACK_LOOP : acting_track(b, e);
    add(b->out,
        (Mark){.at = b->out->drawn[at], .track = track, .event = e->id, .kind = MARK_INSTANT});
}

static void scheduled(Build *b, const CsEvent *e, size_t at) {
    Doing *d = doing_of(b, e->arg);
    count(b, MARK_READY, &b->ready, 1, at);
    if (d && !d->in_handle) change(b, d, SLICE_READY, at);
}

static void run_handle(Build *b, const CsEvent *e, size_t at) {
    count(b, MARK_READY, &b->ready, -1, at);
    begin_handle(b, e, at);
    add_flows(b, e);
}

static void look_at(Build *b, size_t at) {
    const CsEvent *e = record(b, at);
    bool more = at + 1 < b->facts->event_count;
    switch ((EventKind)e->kind) {
    case EVENT_ITERATION_BEGUN:
        end_iteration(b, at);
        b->iteration = at + 1;
        break;
    case EVENT_ITERATION_WAITED:
        if (more) add_slice(b, TRACK_LOOP, SLICE_IDLE, at, at + 1);
        break;
    case EVENT_LOOP_STOPPED:
        end_iteration(b, at);
        end_broken_handle(b, at);
        break;
    case EVENT_HANDLE_SCHEDULED: scheduled(b, e, at); break;
    case EVENT_HANDLE_RUN: run_handle(b, e, at); break;
    case EVENT_HANDLE_DONE: end_handle(b, e, at); break;
    case EVENT_HANDLE_CANCELLED: cancel_handle(b, e, at); break;
    case EVENT_TIMER_SET:
        count(b, MARK_TIMERS, &b->timers, 1, at);
        add_instant(b, e, at);
        break;
    case EVENT_TIMER_FIRED:
        b->between[at] = !b->iteration;
        count(b, MARK_TIMERS, &b->timers, -1, at);
        add_instant(b, e, at);
        break;
    case EVENT_TASK_STEP: begin_step(b, e, at); break;
    case EVENT_TASK_SUSPENDED: end_step(b, e, at); break;
    case EVENT_TASK_DONE:
        add_instant(b, e, at);
        end_step(b, e, at);
        break;
    case EVENT_THREAD_STARTED:
        begin_thread(b, e, at);
        add_instant(b, e, at);
        break;
    case EVENT_THREAD_FINISHED:
        add_instant(b, e, at);
        end_thread(b, e, at);
        break;
    case EVENT_PROGRAM_STARTED:
    case EVENT_FUTURE_CREATED:
    case EVENT_FUTURE_CALLBACK_ADDED: break;
    default: add_instant(b, e, at); break;
    }
}

/* What still goes on when the record ends, goes on to the end. */
static void close_all(Build *b) {
    size_t last = b->facts->event_count - 1;
    for (size_t i = 0; i < b->open_count; i++) {
        uint32_t task = record(b, b->open_steps[i])->subject;
        add_slice(b, task_track(b, task), SLICE_STEP, b->open_steps[i], last);
    }
    for (uint32_t n = 1; n <= b->out->tasks; n++) {
        Doing *d = &b->tasks[n];
        if (d->since && !d->ended) change(b, d, SLICE_WAITING, last);
    }
    for (size_t i = 0; i < b->out->thread_count; i++) {
        if (!b->thread_since[i]) continue;
        add_slice(b, TRACK_THREADS + (uint32_t)i, SLICE_THREAD, b->thread_since[i] - 1, last);
    }
    bool callback = b->handle && !task_number(b, record(b, b->handle - 1)->arg);
    if (callback) add_slice(b, TRACK_CALLBACKS, SLICE_HANDLE, b->handle - 1, last);
    end_iteration(b, last);
    add_slice(b, TRACK_PROGRAM, SLICE_PROGRAM, 0, last);
}

/* Draws the lines between two records; when the later one may come. */
static int64_t draw_lines(Build *b, uint64_t *step, size_t at, int64_t after, int64_t sliver) {
    const CsEngine *engine = b->facts->engine;
    size_t together = 0;
    for (; *step <= cs_step_count(engine) && cs_step_event(engine, *step) <= at; ++*step) {
        if (together++ >= LINES_TOGETHER || b->line_count >= LINES_AT_MOST) continue;
        int64_t own = cs_step_time(engine, *step);
        if (own > after) after = own;
        b->lines[b->line_count++] = (Line){*step, after};
        after += sliver;
    }
    return after;
}

static void draw_times(Build *b, int64_t sliver) {
    int64_t *drawn = b->out->drawn;
    uint64_t step = 1;
    for (size_t i = 0; i < b->facts->event_count; i++) {
        int64_t after = draw_lines(b, &step, i, i ? drawn[i - 1] + sliver : 0, sliver);
        int64_t own = record(b, i)->time;
        drawn[i] = own > after ? own : after;
    }
}

static int compare(const void *a, const void *b) {
    const Mark *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    bool slices = x->kind == MARK_SLICE && y->kind == MARK_SLICE;
    if (slices && x->duration != y->duration) return x->duration > y->duration ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

bool tracks_build(Tracks *t, const EventFacts *facts, int64_t sliver_ns) {
    size_t events = facts->event_count, tasks = 1, threads = 1;
    *t = (Tracks){0};
    for (size_t i = 0; i < events; i++) {
        tasks += facts->events[i].kind == EVENT_TASK_CREATED;
        threads += facts->events[i].kind == EVENT_THREAD_STARTED;
    }
    Build b = {.out = t, .facts = facts};
    t->drawn = calloc(events + 1, sizeof *t->drawn);
    b.tasks = calloc(tasks + 1, sizeof *b.tasks);
    b.open_steps = calloc(tasks + 1, sizeof *b.open_steps);
    t->threads = calloc(threads, sizeof *t->threads);
    b.thread_since = calloc(threads, sizeof *b.thread_since);
    uint64_t steps = cs_step_count(facts->engine);
    b.lines = calloc(steps < LINES_AT_MOST ? (size_t)steps + 1 : LINES_AT_MOST, sizeof *b.lines);
    b.between = calloc(events + 1, sizeof *b.between);
    b.task_lines = calloc(tasks + 1, sizeof *b.task_lines);
    b.thread_lines = calloc(threads, sizeof *b.thread_lines);
    t->failed = !t->drawn || !b.tasks || !b.open_steps || !t->threads || !b.thread_since ||
                !b.lines || !b.between || !b.task_lines || !b.thread_lines;
    if (!t->failed && events) {
        draw_times(&b, sliver_ns);
        for (size_t i = 0; i < events; i++) {
            b.between[i] = !b.handle;
            add_lines(&b, i);
            look_at(&b, i);
        }
        end_lines(&b, threads, t->drawn[events - 1]);
        close_all(&b);
    }
    if (t->count) qsort(t->marks, t->count, sizeof *t->marks, compare);
    free(b.tasks);
    free(b.open_steps);
    free(b.thread_since);
    free(b.lines);
    free(b.between);
    free(b.task_lines);
    free(b.thread_lines);
    return !t->failed;
}

void tracks_clear(Tracks *t) {
    free(t->marks);
    free(t->drawn);
    free(t->threads);
    *t = (Tracks){0};
}
