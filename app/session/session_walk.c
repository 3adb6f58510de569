#include "session/session_walk.h"

/* Which steps are stopped at; what is 0 does not count. */
typedef struct {
    uint32_t frame, caller;
    uint32_t task;
    int line;
} Wanted;

static bool is_wanted(const Session *s, uint64_t step, const Wanted *w) {
    const CsEngine *e = s->engine;
    if (w->line) return cs_step_line(e, step) == w->line && cs_step_is_hit(e, step);
    if (w->task) return cs_step_task(e, step) == w->task;
    uint32_t frame = cs_step_frame(e, step);
    return frame && (frame == w->frame || frame == w->caller);
}

/* 0: there is none. From within a line its own beginning is the first one back. */
static uint64_t find_step(const Session *s, const Wanted *w, int direction) {
    const Playhead *at = &s->playhead;
    uint64_t count = cs_step_count(s->engine), step = at->step;
    if (direction > 0) {
        while (++step <= count)
            if (is_wanted(s, step, w)) return step;
        return 0;
    }
    if (at->event || at->instruction || at->end) step++;
    while (step > 1)
        if (is_wanted(s, --step, w)) return step;
    return 0;
}

static bool go_to(Session *s, const Wanted *w, int direction) {
    uint64_t step = find_step(s, w, direction);
    return step && session_seek_step(s, step);
}

/* ---- Frames --------------------------------------------------------------------------------- */

/* The program's frame from which the frame was called or is awaited; 0: none, a task begins here.
 */
static uint32_t caller_in(const CsFrame *frames, int count, uint32_t frame, uint32_t *last) {
    for (int i = 0; i < count; i++) {
        if (frames[i].id == frame) return *last;
        if (!frames[i].library) *last = frames[i].id;
    }
    return UINT32_MAX;
}

static uint32_t caller_of(Session *s, uint64_t step, uint32_t frame) {
    Playhead here = s->playhead;
    uint32_t last = 0, caller = UINT32_MAX;
    CsSnapshot *now = session_seek_step(s, step) ? cs_snapshot(s->engine) : NULL;
    if (now) caller = caller_in(now->program, now->program_count, frame, &last);
    if (now && caller == UINT32_MAX) {
        last = 0; /* the loop lies between the program and what a handle runs */
        caller = caller_in(now->frames, now->frame_count, frame, &last);
    }
    cs_snapshot_free(now);
    session_seek(s, here);
    return caller == UINT32_MAX ? 0 : caller;
}

/* A frame that nobody called has ended, or not begun: what runs on the other side of it. */
static bool leave_frame(Session *s, uint32_t frame, int direction) {
    uint64_t count = cs_step_count(s->engine), step = s->playhead.step, edge = step;
    for (uint64_t k = step; direction > 0 && k <= count; k++)
        if (cs_step_frame(s->engine, k) == frame) edge = k;
    for (uint64_t k = step; direction < 0 && k > 0; k--)
        if (cs_step_frame(s->engine, k) == frame) edge = k;
    if (direction < 0) return edge > 0 && session_seek_step(s, edge - 1);
    return edge < count ? session_seek_step(s, edge + 1) : session_go(s, GO_END);
}

static bool go_over(Session *s, int direction, bool out) {
    uint64_t step = s->playhead.step;
    if (step == 0) return session_go(s, direction > 0 ? GO_STEP : GO_STEP_BACK);
    if (direction > 0 && s->playhead.end) return false;
    uint32_t frame = cs_step_frame(s->engine, step);
    Wanted w = {.frame = out ? 0 : frame, .caller = caller_of(s, step, frame)};
    return go_to(s, &w, direction) || leave_frame(s, frame, direction);
}

bool session_walk_task(Session *s, uint32_t task, int direction) {
    return task && go_to(s, &(Wanted){.task = task}, direction);
}

bool session_walk_line(Session *s, int line, int direction) {
    return line > 0 && go_to(s, &(Wanted){.line = line}, direction);
}

/* Code that no task runs goes on with the next line of its own kind. */
static bool go_into(Session *s, int direction) {
    uint32_t task = s->playhead.step ? cs_step_task(s->engine, s->playhead.step) : 0;
    if (session_walk_task(s, task, direction)) return true;
    return session_go(s, direction > 0 ? GO_STEP : GO_STEP_BACK);
}

bool session_walk(Session *s, SessionGo where) {
    switch (where) {
    case GO_OVER: return go_over(s, 1, false);
    case GO_OVER_BACK: return go_over(s, -1, false);
    case GO_OUT: return go_over(s, 1, true);
    case GO_OUT_BACK: return go_over(s, -1, true);
    case GO_INTO: return go_into(s, 1);
    case GO_INTO_BACK: return go_into(s, -1);
    default: return false;
    }
}

/* ---- Records -------------------------------------------------------------------------------- */

/* Whether the record tells of an exception. */
static bool is_exception(const CsEvent *event) {
    switch (event->kind) {
    case EVENT_EXCEPTION_LEFT_TASK:
    case EVENT_DEADLOCK: return true;
    case EVENT_FUTURE_RESOLVED:
    case EVENT_THREAD_FINISHED:
    case EVENT_PROGRAM_ENDED: return event->arg == 1;
    default: return false;
    }
}

static bool is_output(const CsEvent *event) {
    return event->kind == EVENT_OUTPUT;
}

/* print() writes its end on its own: writes within a line of the program are one output. */
static bool begins(const CsEvent *events, size_t i, bool (*is)(const CsEvent *)) {
    return is(&events[i]) && !(i > 0 && is(&events[i - 1]) && events[i - 1].step == events[i].step);
}

static Playhead place_of(const CsEvent *event) {
    return (Playhead){.step = event->step, .event = event->id};
}

/* The first such record after the place, or the last one before it; 0: there is none. */
static uint32_t record_after(const Session *s, bool (*is)(const CsEvent *)) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    for (size_t i = session_order(s); i < count; i++)
        if (begins(events, i, is)) return events[i].id;
    return 0;
}

static uint32_t record_before(const Session *s, bool (*is)(const CsEvent *)) {
    size_t count, from = session_order(s);
    const CsEvent *events = cs_events(s->engine, &count);
    if (from > count) from = count;
    if (s->playhead.event && from) from--; /* it stands on one */
    for (size_t i = from; i-- > 0;)
        if (begins(events, i, is)) return events[i].id;
    return 0;
}

static bool go_record(Session *s, uint32_t event) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    return event && session_seek(s, place_of(&events[event - 1]));
}

/* ---- Exceptions ----------------------------------------------------------------------------- */

/* Below 0: it came up before the playhead; 0: the playhead stands on it. */
static int compare_raise(const Session *s, const CsRaise *r) {
    const Playhead *at = &s->playhead;
    uint32_t order = session_order(s);
    if (r->event != order) return r->event < order ? -1 : 1;
    if (r->step != at->step) return r->step < at->step ? -1 : 1;
    if (r->instruction == at->instruction) return 0;
    return r->instruction < at->instruction ? -1 : 1;
}

static bool go_raise(Session *s, const CsRaise *r) {
    return session_seek(
        s, (Playhead){.step = r->step, .made = r->event, .instruction = r->instruction});
}

/* Exceptions that came up in the program, and records that tell of others. */
static bool exception_forward(Session *s) {
    size_t count, i = 0;
    const CsRaise *raises = cs_raises(s->engine, &count);
    uint32_t event = record_after(s, is_exception);
    while (i < count && compare_raise(s, &raises[i]) <= 0) i++;
    if (i < count && (!event || raises[i].event < event)) return go_raise(s, &raises[i]);
    return go_record(s, event);
}

static bool exception_back(Session *s) {
    size_t count;
    const CsRaise *raises = cs_raises(s->engine, &count);
    uint32_t event = record_before(s, is_exception);
    while (count > 0 && compare_raise(s, &raises[count - 1]) >= 0) count--;
    if (count > 0 && (!event || raises[count - 1].event >= event))
        return go_raise(s, &raises[count - 1]);
    return go_record(s, event);
}

const CsRaise *session_raise_here(const Session *s) {
    size_t count;
    const CsRaise *raises = cs_raises(s->engine, &count);
    for (size_t i = 0; s->playhead.instruction && i < count; i++)
        if (raises[i].instruction == s->playhead.instruction) return &raises[i];
    return NULL;
}

bool session_walk_records(Session *s, SessionGo where) {
    switch (where) {
    case GO_EXCEPTION: return exception_forward(s);
    case GO_EXCEPTION_BACK: return exception_back(s);
    case GO_OUTPUT: return go_record(s, record_after(s, is_output));
    case GO_OUTPUT_BACK: return go_record(s, record_before(s, is_output));
    default: return false;
    }
}
