#include "session/session_facts.h"

#include <stdlib.h>
#include <string.h>

#include "session/predict.h"
#include "session/session_walk.h"

#include "model/cancel_pick.h"

bool session_same_place(Playhead a, Playhead b) {
    return a.step == b.step && a.event == b.event && a.instruction == b.instruction &&
           a.end == b.end;
}

bool session_place_of(const Session *s, uint32_t event, Playhead *at) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    if (event == 0 || event > count) return false;
    *at = (Playhead){.step = events[event - 1].step, .event = event};
    return true;
}

char *session_output(const Session *s) {
    size_t count, size = 0, used = 0;
    const CsOutput *outputs = cs_outputs(s->engine, &count);
    uint32_t order = session_order(s);
    while (count > 0 && outputs[count - 1].event > order) count--;
    for (size_t i = 0; i < count; i++) size += outputs[i].size;
    char *text = malloc(size + 1);
    for (size_t i = 0; text && i < count; i++) {
        memcpy(text + used, outputs[i].text, outputs[i].size);
        used += outputs[i].size;
    }
    if (text) text[used] = 0;
    return text;
}

/* Where the loop stands still between two records. */
static bool is_stop(const CsEvent *e) {
    switch ((EventKind)e->kind) {
    case EVENT_ITERATION_BEGUN:
    case EVENT_ITERATION_WAITED:
    case EVENT_TIMER_FIRED:
    case EVENT_HANDLE_RUN:
    case EVENT_HANDLE_DONE: return true;
    default: return false;
    }
}

/* The loop's stop before the record, since the line; 0: there is none. A timer's callback is in the
 * queue where its timer has fired. */
static uint32_t stop_before(const Session *s, Playhead at) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    if (!at.event || at.event > count) return 0;
    const CsEvent *here = &events[at.event - 1];
    for (size_t i = at.event - 1; i-- > 0 && events[i].step == at.step;) {
        bool same = events[i].kind == EVENT_TIMER_FIRED && here->cause == events[i].id;
        if (is_stop(&events[i]) && !same) return events[i].id;
    }
    return 0;
}

/* One stop or one line back; false at the start. */
static bool place_before(const Session *s, Playhead at, Playhead *before) {
    *before = (Playhead){.step = at.step, .event = stop_before(s, at)};
    if (at.event || at.instruction || at.end) return true;
    if (at.step == 0) return false;
    before->step--;
    return true;
}

/* ---- Snapshots ------------------------------------------------------------------------------ */

/* One of those kept, and what is to be known. */
typedef struct {
    CsSnapshot **snapshot;
    Playhead *at;
    uint32_t *told;
} Kept;

typedef struct {
    bool brief;
    uint32_t tasks[FACTS_TOLD];
} Wanted;

/* The task whose handle runs when the playhead is there; 0 = none. */
static uint32_t running_task(const Session *s, Playhead at) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    size_t made = at.event         ? at.event
                  : at.instruction ? at.made
                                   : cs_step_event(s->engine, at.step);
    for (size_t i = made < count ? made : count; i-- > 0;) {
        if (events[i].kind == EVENT_HANDLE_RUN) return events[i].arg;
        if (is_stop(&events[i])) return 0;
    }
    return 0;
}

/* At the place `at`, where the moment `now` is shown: who runs there, and now; where that is the
 * same, at the next line, which mostly is what is shown next. */
static Wanted wanted_for(const Session *s, Playhead at, Playhead now, uint32_t looked_at) {
    uint32_t next = session_same_place(at, now) ? cs_step_task(s->engine, now.step + 1) : 0;
    return (Wanted){true, {looked_at, running_task(s, at), running_task(s, now), next}};
}

static bool is_among(uint32_t task, const uint32_t *tasks) {
    for (int i = 0; i < FACTS_TOLD; i++)
        if (tasks[i] == task) return true;
    return task == 0;
}

/* Whether the snapshot tells all that is wanted of it. */
static bool tells(const Kept *kept, const Wanted *wanted) {
    if (!*kept->snapshot || !(*kept->snapshot)->brief) return *kept->snapshot != NULL;
    if (!wanted->brief) return false;
    for (int i = 0; i < FACTS_TOLD; i++)
        if (!is_among(wanted->tasks[i], kept->told)) return false;
    return true;
}

static CsSnapshot *make(Session *s, const Wanted *wanted) {
    if (!wanted->brief) return cs_snapshot(s->engine);
    return cs_snapshot_of_crowd(s->engine, wanted->tasks, FACTS_TOLD);
}

/* Takes the snapshot of a place out of the ones that are there, or makes it. Recording moves the
   engine to its frontier, so the engine is always sent to the place first. */
static void take(Kept to, Kept old[2], Session *s, Playhead at, const Wanted *wanted) {
    *to.at = at;
    memcpy(to.told, wanted->tasks, sizeof wanted->tasks);
    for (int i = 0; i < 2; i++) {
        if (!session_same_place(*old[i].at, at) || !tells(&old[i], wanted)) continue;
        *to.snapshot = *old[i].snapshot;
        memcpy(to.told, old[i].told, sizeof wanted->tasks);
        *old[i].snapshot = NULL;
        return;
    }
    *to.snapshot = session_seek(s, at) ? make(s, wanted) : NULL;
}

static bool take_snapshots(SessionFacts *f, Session *s, bool brief, uint32_t looked_at) {
    Playhead at = s->playhead, before;
    bool has_before = place_before(s, at, &before);
    Kept now = {&f->now, &f->now_at, f->now_told},
         early = {&f->before, &f->before_at, f->before_told};
    Wanted of_now = {0}, of_early = {0};
    if (brief) of_now = wanted_for(s, at, at, looked_at);
    if (brief && has_before) of_early = wanted_for(s, before, at, looked_at);
    bool here = f->now && session_same_place(f->now_at, at) && tells(&now, &of_now);
    if (here && (!has_before || tells(&early, &of_early))) return true;
    SessionFacts old = *f;
    Kept kept[2] = {{&old.now, &old.now_at, old.now_told},
                    {&old.before, &old.before_at, old.before_told}};
    f->now = f->before = NULL;
    if (has_before) take(early, kept, s, before, &of_early);
    take(now, kept, s, at, &of_now);
    bool found = session_seek(s, at); /* names are those of the present moment */
    cs_snapshot_free(old.now);
    cs_snapshot_free(old.before);
    return found && f->now;
}

static bool take_moments(SessionFacts *f, const Session *s) {
    if (f->moment_count == s->moment_count) return true;
    MomentPlace *moments = realloc(f->moments, s->moment_count * sizeof *moments);
    if (!moments) return false;
    f->moments = moments;
    f->moment_count = s->moment_count;
    for (size_t i = 0; i < s->moment_count; i++) {
        const SessionMoment *m = &s->moments[i];
        moments[i] = (MomentPlace){m->order, m->at.step, m->time_ns};
    }
    return true;
}

static bool take_checkpoints(SessionFacts *f, const Session *s) {
    if (f->checkpoints_known || !s->recorded) return true;
    size_t count, event_count;
    PredictPlace *places = predict_places(s, &count);
    const CsEvent *events = cs_events(s->engine, &event_count);
    f->checkpoints = calloc(count + 1, sizeof *f->checkpoints);
    f->checkpoints_known = f->checkpoints != NULL;
    for (size_t i = 0; i < count && f->checkpoints; i++) {
        uint32_t order = places[i].order;
        int64_t time_ns = order && order <= event_count ? events[order - 1].time : 0;
        f->checkpoints[f->checkpoint_count++] = (MomentPlace){order, places[i].at.step, time_ns};
    }
    free(places);
    return f->checkpoints_known;
}

bool session_facts_update(SessionFacts *f, Session *s) {
    return take_moments(f, s) && take_checkpoints(f, s) && take_snapshots(f, s, false, 0);
}

bool session_facts_glance(SessionFacts *f, Session *s, uint32_t task) {
    return take_moments(f, s) && take_checkpoints(f, s) && take_snapshots(f, s, true, task);
}

void session_facts_give(const SessionFacts *f, const Session *s, const char *language,
                        ModelFacts *out) {
    out->now = f->now;
    out->before = f->before;
    out->events = cs_events(s->engine, &out->event_count);
    out->outputs = cs_outputs(s->engine, &out->output_count);
    out->step_count = cs_step_count(s->engine);
    out->talks = cs_talks(s->engine, &out->talk_count);
    out->no_loop = s->recorded && out->talk_count > 0 && cs_handle_run_count(s->engine) == 0;
    out->waits = cs_waits(s->engine, &out->wait_count);
    out->answers = cs_answers(s->engine, &out->answer_count);
    out->raises = cs_raises(s->engine, &out->raise_count);
    out->raised = session_raise_here(s);
    out->lesson = &s->lesson;
    out->injected = 0;
    if (cs_injection(s->engine, &out->injection)) cs_injected(s->engine, &out->injected);
    out->moments = f->moments;
    out->moment_count = f->moment_count;
    out->checkpoints = f->checkpoints;
    out->checkpoint_count = f->checkpoint_count;
    const SessionMoment *here = session_moment_here(s);
    if (!here) return;
    out->say = lesson_text(&here->moment->say, language);
    out->spotlight = &here->moment->spotlight;
}

bool session_facts_thrown(SessionFacts *f, Session *s, ModelFacts *out) {
    CancelPick pick;
    uint32_t event;
    uint64_t step;
    out->thrown = NULL;
    cancel_pick(out, &pick);
    if (!cancel_pick_thrown(out, &pick, &event, &step)) return true;
    Playhead at = {.step = step}, here = s->playhead;
    if (event && !session_place_of(s, event, &at)) return true;
    if (!f->thrown || !session_same_place(f->thrown_at, at)) {
        cs_snapshot_free(f->thrown);
        f->thrown = session_seek(s, at) ? cs_snapshot(s->engine) : NULL;
        f->thrown_at = at;
        if (!session_seek(s, here)) return false;
    }
    out->thrown = f->thrown;
    return f->thrown != NULL;
}

void session_facts_clear(SessionFacts *f) {
    cs_snapshot_free(f->thrown);
    cs_snapshot_free(f->now);
    cs_snapshot_free(f->before);
    free(f->moments);
    free(f->checkpoints);
    memset(f, 0, sizeof *f);
}

uint32_t session_last_change(const Session *s, uint32_t object) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    uint32_t order = session_order(s);
    if (s->playhead.event) order--; /* from a change go on to the one before it */
    for (size_t i = order < count ? order : count; i-- > 0;) {
        if (events[i].subject == object) return events[i].id;
    }
    return 0;
}
