#include "model/cancel_pick.h"

#include "model/model_find.h"

static const CsEvent *event_of(const ModelFacts *facts, uint32_t id) {
    return model_find_event(facts, id);
}

/* Cancelling a task that awaits another one cancels that one because of the first: the record above
   all such requests. */
static uint32_t root_of(const ModelFacts *facts, const CsEvent *request) {
    const CsEvent *cause = event_of(facts, request->cause);
    while (cause && cause->kind == EVENT_TASK_CANCEL_REQUESTED)
        cause = event_of(facts, cause->cause);
    return cause ? cause->id : 0;
}

static bool is_failure(const CsEvent *e) {
    return e->kind == EVENT_TASK_DONE && e->arg == 1;
}

/* The record that the journey begins with. */
static const CsEvent *find_start(const ModelFacts *facts, uint32_t task) {
    uint32_t last = facts->now->event;
    for (uint32_t id = last; id > 0; id--) {
        const CsEvent *e = event_of(facts, id);
        bool starts = e && (e->kind == EVENT_TASK_CANCEL_REQUESTED || is_failure(e));
        if (starts && (!task || e->subject == task)) return e;
    }
    return NULL;
}

/* A task that fails because of a cancelled or failed group tells of that: the group's task.failed
   record is another journey, its own. */
static const CsEvent *choose_start(const ModelFacts *facts) {
    const CsEvent *e = NULL;
    if (model_find_task(facts->now, facts->selected)) e = find_start(facts, facts->selected);
    return e ? e : find_start(facts, 0);
}

/* ---- Stations -------------------------------------------------------------------------------- */

/* Whether lines of the program ran between the record and the end of the handle that made it. */
static bool ran_lines(const ModelFacts *facts, const CsEvent *from) {
    for (uint32_t id = from->id; id <= facts->event_count; id++) {
        const CsEvent *e = event_of(facts, id);
        if (e->kind == EVENT_HANDLE_DONE) return e->step > from->step;
    }
    return false;
}

static void note_station(const ModelFacts *facts, CancelRow *row, const CsEvent *e) {
    switch ((EventKind)e->kind) {
    case EVENT_FUTURE_RESOLVED:
        if (e->cause == row->request && e->arg == 2 && !row->future) row->future = e->id;
        break;
    case EVENT_HANDLE_SCHEDULED:
        if (e->arg == row->task && !row->ready && !row->thrown) row->ready = e->id;
        break;
    case EVENT_TASK_CANCEL_DELIVERED:
        if (e->subject != row->task || row->thrown) break;
        row->thrown = e->id;
        if (ran_lines(facts, e)) row->cleaned = e->id + 1;
        break;
    case EVENT_TASK_SUSPENDED:
        if (e->subject == row->task && row->thrown && !row->cleaned) row->cleaned = e->id;
        break;
    case EVENT_TASK_DONE:
        if (e->subject == row->task) row->ended = e->id;
        break;
    default: break;
    }
}

/* The handle that was in the queue already when cancel() came will throw it in. */
static void note_waiting_handle(const ModelFacts *facts, CancelRow *row) {
    if (row->future || !row->thrown) return;
    for (uint32_t id = row->request; id > 0; id--) {
        const CsEvent *e = event_of(facts, id);
        if (e->arg != row->task) continue;
        if (e->kind == EVENT_HANDLE_RUN) return;
        if (e->kind == EVENT_HANDLE_SCHEDULED) {
            row->ready = row->request;
            return;
        }
    }
}

static CancelRow *add_row(CancelPick *pick, uint32_t task, uint32_t request) {
    for (int i = 0; i < pick->count; i++)
        if (pick->rows[i].task == task) return NULL;
    if (pick->count == JOURNEY_ROWS) {
        pick->more++;
        return NULL;
    }
    CancelRow *row = &pick->rows[pick->count++];
    *row = (CancelRow){.task = task, .request = request};
    return row;
}

static void add_cancelled(const ModelFacts *facts, CancelPick *pick, const CsEvent *start) {
    pick->root = root_of(facts, start);
    for (uint32_t id = pick->root + 1; id <= facts->event_count; id++) {
        const CsEvent *e = event_of(facts, id);
        if (e->kind != EVENT_TASK_CANCEL_REQUESTED || root_of(facts, e) != pick->root) continue;
        add_row(pick, e->subject, e->id);
    }
    for (int i = 0; i < pick->count; i++) {
        CancelRow *row = &pick->rows[i];
        for (uint32_t id = row->request + 1; id <= facts->event_count && !row->ended; id++)
            note_station(facts, row, event_of(facts, id));
        note_waiting_handle(facts, row);
    }
}

/* A failed task, and those that its failure woke. */
static void add_failed(const ModelFacts *facts, CancelPick *pick, const CsEvent *done) {
    pick->failure = true;
    pick->root = done->id;
    add_row(pick, done->subject, done->id)->ended = done->id;
    uint32_t resolved = 0;
    for (uint32_t id = done->id + 1; id <= facts->event_count; id++) {
        const CsEvent *e = event_of(facts, id);
        if (e->kind == EVENT_FUTURE_RESOLVED && e->subject == done->subject) resolved = id;
        bool wakes = e->kind == EVENT_HANDLE_SCHEDULED && resolved && e->cause == resolved;
        CancelRow *row = wakes && e->arg ? add_row(pick, e->arg, resolved) : NULL;
        if (row) row->ready = id;
        for (int i = 1; i < pick->count; i++) {
            row = &pick->rows[i];
            bool runs = e->kind == EVENT_TASK_STEP && e->subject == row->task;
            if (runs && !row->thrown && id > row->ready) {
                row->thrown = id;
                if (ran_lines(facts, e)) row->cleaned = id + 1;
            }
            if (e->kind == EVENT_TASK_DONE && e->subject == row->task) row->ended = id;
        }
    }
}

/* ---- Whose frames ---------------------------------------------------------------------------- */

static int choose_row(const ModelFacts *facts, const CancelPick *pick) {
    const CsSnapshot *s = facts->now;
    int last = 0;
    for (int i = 0; i < pick->count; i++) {
        if (pick->rows[i].task == facts->selected) return i;
        if (pick->rows[i].thrown && pick->rows[i].thrown <= s->event) last = i;
    }
    for (int i = 0; i < pick->count; i++)
        if (s->running.id && pick->rows[i].task == s->running.task) return i;
    return last;
}

void cancel_pick(const ModelFacts *facts, CancelPick *pick) {
    *pick = (CancelPick){0};
    const CsEvent *start = choose_start(facts);
    if (!start) return;
    pick->on = true;
    if (is_failure(start))
        add_failed(facts, pick, start);
    else
        add_cancelled(facts, pick, start);
    pick->chosen = choose_row(facts, pick);
}

bool cancel_pick_thrown(const ModelFacts *facts, const CancelPick *pick, uint32_t *event,
                        uint64_t *step) {
    if (!pick->on || pick->chosen >= pick->count) return false;
    const CancelRow *row = &pick->rows[pick->chosen];
    *event = 0;
    *step = 0;
    if (pick->failure && pick->chosen == 0) {
        *step = event_of(facts, pick->root)->step;
        return *step > 0;
    }
    if (!row->thrown || row->thrown > facts->now->event) return false;
    *event = row->thrown;
    return true;
}
