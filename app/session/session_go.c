#include "session/session_parts.h"
#include "session/session_walk.h"

bool session_seek(Session *s, Playhead at) {
    bool ok = at.end           ? cs_seek_end(s->engine)
              : at.instruction ? cs_seek_instruction(s->engine, at.instruction)
              : at.event       ? cs_seek_event(s->engine, at.event)
                               : cs_seek_step(s->engine, at.step);
    if (ok) s->playhead = at;
    return ok;
}

static bool is_recorded(const Session *s, Playhead at) {
    size_t events;
    cs_events(s->engine, &events);
    if (at.end) return cs_is_recorded(s->engine);
    if (at.instruction) return at.instruction <= cs_frontier(s->engine).instruction;
    return at.event <= events && at.step <= cs_step_count(s->engine);
}

bool session_move(Session *s, Playhead at) {
    if (!s->moves_alone) return session_seek(s, at);
    bool ok = is_recorded(s, at);
    if (ok) s->playhead = at;
    return ok;
}

static bool move_to_step(Session *s, uint64_t step) {
    uint64_t count = cs_step_count(s->engine);
    return session_move(s, (Playhead){.step = step > count ? count : step});
}

bool session_seek_step(Session *s, uint64_t step) {
    uint64_t count = cs_step_count(s->engine);
    return session_seek(s, (Playhead){.step = step > count ? count : step});
}

bool session_seek_time(Session *s, int64_t time_ns) {
    uint64_t low = 0, high = cs_step_count(s->engine);
    while (low < high) {
        uint64_t middle = (low + high + 1) / 2;
        if (cs_step_time(s->engine, middle) <= time_ns) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return session_seek_step(s, low);
}

uint32_t session_order(const Session *s) {
    if (s->playhead.end) return UINT32_MAX;
    if (s->playhead.instruction) return s->playhead.made;
    if (s->playhead.event) return s->playhead.event;
    return s->playhead.step ? cs_step_event(s->engine, s->playhead.step) : 0;
}

static bool step_forward(Session *s) {
    if (s->playhead.end) return false;
    uint64_t next = s->playhead.step + 1;
    if (next <= cs_step_count(s->engine)) return move_to_step(s, next);
    return cs_is_recorded(s->engine) &&
           session_move(s, (Playhead){.step = s->playhead.step, .end = true});
}

static bool step_back(Session *s) {
    bool inside = s->playhead.event || s->playhead.instruction;
    if (s->playhead.end || inside) return move_to_step(s, s->playhead.step);
    return s->playhead.step > 0 && move_to_step(s, s->playhead.step - 1);
}

/* A handle's place is its first line, where its frames can be seen; its record, where it has none:
   the loop's own callbacks. */
static Playhead handle_place(const Session *s, const CsEvent *events, size_t count, size_t run) {
    uint64_t line = events[run].step + 1;
    size_t done = run + 1;
    while (done < count && events[done].kind != EVENT_HANDLE_DONE) done++;
    bool has_line = line <= cs_step_count(s->engine) && cs_step_event(s->engine, line) <= done;
    if (has_line) return (Playhead){.step = line};
    return (Playhead){.step = events[run].step, .event = events[run].id};
}

static Playhead event_place(const Session *s, const CsEvent *events, size_t count, size_t i) {
    if (events[i].kind == EVENT_HANDLE_RUN) return handle_place(s, events, count, i);
    return (Playhead){.step = events[i].step, .event = events[i].id};
}

static bool next_event(Session *s, EventKind kind) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    for (size_t i = session_order(s); i < count; i++) {
        if (events[i].kind == kind) return session_move(s, event_place(s, events, count, i));
    }
    if (s->playhead.end || !cs_is_recorded(s->engine)) return false;
    return session_move(s, (Playhead){.step = cs_step_count(s->engine), .end = true});
}

static bool is_here(const Session *s, Playhead at) {
    const Playhead *here = &s->playhead;
    if (here->end || here->instruction) return false;
    return here->step == at.step && here->event == at.event;
}

static bool previous_event(Session *s, EventKind kind) {
    size_t count, from = session_order(s);
    const CsEvent *events = cs_events(s->engine, &count);
    for (size_t i = from < count ? from : count; i-- > 0;) {
        if (events[i].kind != kind) continue;
        Playhead at = event_place(s, events, count, i);
        if (!is_here(s, at)) return session_move(s, at);
    }
    return (s->playhead.step || s->playhead.event) && move_to_step(s, 0);
}

/* Before, at or after the playhead; moments at one place follow each other. */
static int compare_to_playhead(const Session *s, const SessionMoment *m) {
    uint32_t order = session_order(s);
    if (m->order != order) return m->order < order ? -1 : 1;
    if (m->at.end || s->playhead.end) return 0;
    if (m->at.step == s->playhead.step) return s->playhead.instruction ? -1 : 0;
    return m->at.step < s->playhead.step ? -1 : 1;
}

static bool go_moment(Session *s, int direction) {
    for (size_t k = 0; k < s->moment_count; k++) {
        size_t i = direction > 0 ? k : s->moment_count - 1 - k;
        if (compare_to_playhead(s, &s->moments[i]) == direction) {
            return session_move(s, s->moments[i].at);
        }
    }
    return false;
}

const SessionMoment *session_moment_here(const Session *s) {
    for (size_t i = 0; i < s->moment_count; i++) {
        if (compare_to_playhead(s, &s->moments[i]) == 0) return &s->moments[i];
    }
    return NULL;
}

static bool go_end(Session *s) {
    if (!cs_is_recorded(s->engine)) return move_to_step(s, cs_step_count(s->engine));
    return session_move(s, (Playhead){.step = cs_step_count(s->engine), .end = true});
}

bool session_go(Session *s, SessionGo where) {
    switch (where) {
    case GO_STEP_BACK: return step_back(s);
    case GO_STEP: return step_forward(s);
    case GO_HANDLE_BACK: return previous_event(s, EVENT_HANDLE_RUN);
    case GO_HANDLE: return next_event(s, EVENT_HANDLE_RUN);
    case GO_ITERATION_BACK: return previous_event(s, EVENT_ITERATION_BEGUN);
    case GO_ITERATION: return next_event(s, EVENT_ITERATION_BEGUN);
    case GO_MOMENT_BACK: return go_moment(s, -1);
    case GO_MOMENT: return go_moment(s, 1);
    case GO_START: return move_to_step(s, 0);
    case GO_END: return go_end(s);
    case GO_PART_BACK: return session_go_part(s, -1);
    case GO_PART: return session_go_part(s, 1);
    case GO_OVER_BACK:
    case GO_OVER:
    case GO_INTO_BACK:
    case GO_INTO:
    case GO_OUT_BACK:
    case GO_OUT: return session_walk(s, where);
    case GO_EXCEPTION_BACK:
    case GO_EXCEPTION:
    case GO_OUTPUT_BACK:
    case GO_OUTPUT: return session_walk_records(s, where);
    }
    return false;
}
