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

/* Takes the snapshot of a place out of the ones that are there, or makes it. Recording moves the
   engine to its frontier, so the engine is always sent to the place first. */
static CsSnapshot *take(SessionFacts *old, Session *s, Playhead at) {
    CsSnapshot **kept = NULL;
    if (old->now && session_same_place(old->now_at, at)) kept = &old->now;
    if (old->before && session_same_place(old->before_at, at)) kept = &old->before;
    if (kept) {
        CsSnapshot *snapshot = *kept;
        *kept = NULL;
        return snapshot;
    }
    return session_seek(s, at) ? cs_snapshot(s->engine) : NULL;
}

static bool take_snapshots(SessionFacts *f, Session *s) {
    Playhead at = s->playhead, before;
    bool here = f->now && session_same_place(f->now_at, at);
    if (here) return true;
    SessionFacts old = *f;
    f->now = f->before = NULL;
    if (place_before(s, at, &before)) {
        f->before = take(&old, s, before);
        f->before_at = before;
    }
    f->now = take(&old, s, at);
    f->now_at = at;
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
    return take_moments(f, s) && take_checkpoints(f, s) && take_snapshots(f, s);
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
