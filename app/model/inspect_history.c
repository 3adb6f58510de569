/* How a thing came to be what it is: its records, newest first. */
#include "model/inspect.h"
#include "model/model_find.h"

static ModelText plain(const InspectMoment *m, TextKey key, const char *value) {
    const EventWords *w = m->words;
    return sentence_piece(w->pool, SPAN_PLAIN,
                          model_fill(w->pool, text_get(w->words, key), value, NULL));
}

/* ---- Of a task ----------------------------------------------------------------------------- */

/* Records after which its state is another one. */
static bool begins_state(const CsEvent *e, uint32_t task) {
    if (e->kind == EVENT_HANDLE_SCHEDULED) return e->arg == task;
    if (e->subject != task) return false;
    switch ((EventKind)e->kind) {
    case EVENT_TASK_CREATED:
    case EVENT_TASK_STEP:
    case EVENT_TASK_SUSPENDED:
    case EVENT_TASK_CANCEL_REQUESTED:
    case EVENT_TASK_CANCEL_DELIVERED:
    case EVENT_TASK_DONE: return true;
    default: return false;
    }
}

static ModelText waited_for(const InspectMoment *m, const CsEvent *e) {
    const EventWords *w = m->words;
    const CsWait *wait = event_facts_wait(w->facts, e->id);
    if (!wait) return event_words_say(w, e);
    ModelText what = event_words_reason(w, &wait->reason, wait->future);
    Sentence s = {.pool = w->pool};
    sentence_fill(&s, text_get(w->words, TEXT_INSPECT_FOR), &what, 1);
    return s.text;
}

/* What let the task go that waited for the future, in the few words of its card; empty where that
   is not known. */
static ModelText let_go_by(const InspectMoment *m, uint32_t task, const CsEvent *cause) {
    const EventWords *w = m->words;
    for (uint32_t id = cause->id; id-- > 1;) {
        const CsEvent *e = event_facts_get(w->facts, id);
        if (!e || e->kind != EVENT_TASK_SUSPENDED || e->subject != task) continue;
        const CsWait *wait = event_facts_wait(w->facts, e->id);
        if (!wait || wait->future != cause->subject) return (ModelText){0};
        const char *words = model_words_over(w->words, w->pool, m->now, &wait->reason);
        return sentence_piece(w->pool, SPAN_PLAIN, words);
    }
    return (ModelText){0};
}

/* Why it came into the ready queue. */
static ModelText made_ready(const InspectMoment *m, const CsEvent *e) {
    const EventWords *w = m->words;
    const CsEvent *cause = event_facts_get(w->facts, e->cause);
    if (!cause) return event_words_say(w, e);
    ModelText brief = {0};
    if (cause->kind == EVENT_FUTURE_RESOLVED) brief = let_go_by(m, e->arg, cause);
    return brief.count ? brief : event_words_say(w, cause);
}

static ModelText asked_by(const InspectMoment *m, const CsEvent *e) {
    const EventWords *w = m->words;
    if (!e->arg) return (ModelText){0};
    ModelText who = event_words_task(w, e->arg);
    Sentence s = {.pool = w->pool};
    sentence_fill(&s, text_get(w->words, TEXT_INSPECT_BY), &who, 1);
    return s.text;
}

static ModelText cause_of(const InspectMoment *m, const CsEvent *e) {
    const EventWords *w = m->words;
    CsTaskInfo info;
    switch ((EventKind)e->kind) {
    case EVENT_HANDLE_SCHEDULED: return made_ready(m, e);
    case EVENT_TASK_STEP:
        if (!e->line) return (ModelText){0};
        return plain(m, TEXT_AT_LINE, model_print(w->pool, "%d", (int)e->line));
    case EVENT_TASK_SUSPENDED: return waited_for(m, e);
    case EVENT_TASK_CREATED:
    case EVENT_TASK_CANCEL_REQUESTED: return asked_by(m, e);
    case EVENT_TASK_DONE:
        if (!cs_task_info(w->facts->engine, e->subject, &info)) return (ModelText){0};
        return inspect_code(m, info.value);
    default: return event_words_say(w, e);
    }
}

/* ---- Of all -------------------------------------------------------------------------------- */

/* Nobody learns from a callback that was added, or from the end of a handle that runs to its end.
 */
static bool is_told(const CsEvent *e, const Inspect *out) {
    if (out->kind == TEXT_INSPECT_TASK) return begins_state(e, out->id);
    return e->subject == out->id && e->kind != EVENT_FUTURE_CALLBACK_ADDED;
}

static InspectRow row_of(const InspectMoment *m, const Inspect *out, const CsEvent *e) {
    const EventWords *w = m->words;
    InspectRow row = {.event = e->id, .step = e->step, .mark = mark_of_event(e), .word = ""};
    row.time = model_clock(w->pool, e->time);
    bool task = out->kind == TEXT_INSPECT_TASK;
    if (task && row.mark.kind == MARK_STATE)
        row.word = text_get(w->words, mark_state_name((ModelState)row.mark.state));
    row.cause = task ? cause_of(m, e) : event_words_say(w, e);
    return row;
}

void inspect_history(const InspectMoment *m, Inspect *out) {
    const EventFacts *f = m->words->facts;
    size_t from = m->event < f->event_count ? m->event : f->event_count;
    out->rows = model_array(m->words->pool, INSPECT_ROWS, sizeof *out->rows);
    for (size_t i = from; i-- > 0 && out->row_count < INSPECT_ROWS;) {
        if (!is_told(&f->events[i], out)) continue;
        InspectRow *row = &out->rows[out->row_count];
        *row = row_of(m, out, &f->events[i]);
        row->now = out->row_count++ == 0;
    }
}
