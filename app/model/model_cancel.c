#include "model/model_cancel.h"

#include <string.h>

#include "model/cancel_pick.h"
#include "model/model_find.h"
#include "model/model_path.h"

#define PICK(model, key) text_get((model)->words, key)

typedef struct {
    Model *model;
    const ModelFacts *facts;
    const CancelPick *pick;
    const CsEvent *group; /* group.aborted; NULL: no group did it */
} Journey;

/* ---- The cause ------------------------------------------------------------------------------- */

/* "ValueError" of "ValueError('bad token')". */
static const char *type_of(Model *model, const char *value) {
    return model_copy(&model->pool, value, strcspn(value, "("));
}

static const CsEvent *find_group(const ModelFacts *facts, uint32_t root) {
    for (uint32_t id = root + 1; id <= facts->event_count; id++) {
        const CsEvent *e = model_find_event(facts, id);
        if (e->kind == EVENT_GROUP_ABORTED && e->cause == root) return e;
        if (e->kind == EVENT_HANDLE_DONE) return NULL;
    }
    return NULL;
}

static void name_task(Journey *j, uint32_t id) {
    ModelCancel *out = &j->model->cancel;
    const CsTask *task = model_find_task(j->facts->now, id);
    out->by = model_find_badge(j->facts->now, id);
    if (!task) return;
    out->by_name = model_copy_z(&j->model->pool, task->label);
    out->by_state = (uint8_t)task->state;
    if (task->state == CS_TASK_FAILED) out->what = type_of(j->model, task->value);
}

/* The failed task, running task or timer that stands behind the record. */
static void name_cause(Journey *j) {
    ModelCancel *out = &j->model->cancel;
    Model *m = j->model;
    const CsEvent *e = model_find_event(j->facts, j->pick->root);
    for (; e; e = model_find_event(j->facts, e->cause)) {
        bool task = e->kind == EVENT_TASK_STEP || e->kind == EVENT_TASK_DONE;
        if (task) {
            name_task(j, e->subject);
            return;
        }
        if (e->kind != EVENT_TIMER_FIRED) continue;
        out->by_state = STATE_DONE;
        out->by_name =
            model_fill(&m->pool, PICK(m, TEXT_JOURNEY_TIMER), model_clock(&m->pool, e->time), NULL);
        return;
    }
    out->by_state = STATE_DONE;
    out->by_name = PICK(m, TEXT_JOURNEY_END);
}

static void build_cause(Journey *j) {
    ModelCancel *out = &j->model->cancel;
    Model *m = j->model;
    int rows = j->pick->count + j->pick->more;
    out->by_name = out->what = out->caller = out->caller_type = out->calls = "";
    name_cause(j);
    out->title = PICK(m, out->failure || out->by_state == STATE_FAILED ? TEXT_JOURNEY_FAILURE
                                                                       : TEXT_JOURNEY_CANCEL);
    if (out->failure) return;
    out->calls = rows > 1 ? model_print(&m->pool, "cancel() \u00D7%d", rows) : "cancel()";
    if (!j->group) return;
    out->caller_type = "TaskGroup";
    const char *name = model_find_name(j->facts->now, j->group->subject);
    out->caller = model_copy_z(&m->pool, name);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static bool entered_group(const Journey *j, uint32_t task) {
    for (uint32_t id = 1; j->group && id < j->group->id; id++) {
        const CsEvent *e = model_find_event(j->facts, id);
        bool enters = e->kind == EVENT_GROUP_ENTERED && e->subject == j->group->subject;
        if (enters && e->arg == task) return true;
    }
    return false;
}

/* What becomes of a cancellation that does not end its task. */
static const char *absorbed_by(const Journey *j, const CancelRow *row) {
    Model *m = j->model;
    const CsEvent *end = model_find_event(j->facts, row->ended);
    if (j->pick->failure) return "";
    if (entered_group(j, row->task) && !(end && end->arg == 2))
        return model_fill(&m->pool, PICK(m, TEXT_JOURNEY_ABSORBED), m->cancel.caller, NULL);
    return end && end->arg == 0 && row->thrown ? PICK(m, TEXT_JOURNEY_GOES_ON) : "";
}

static ModelState state_now(const CsTask *task, int station) {
    if (station == STATION_READY) return STATE_READY;
    if (station == STATION_ENDED) return (ModelState)task->state;
    if (station < STATION_READY) return STATE_CANCELLING;
    return task->state == CS_TASK_WAITING ? STATE_CANCELLING : (ModelState)task->state;
}

static void build_reach(const Journey *j, const CancelRow *row, ModelJourneyRow *out,
                        const CsTask *task) {
    const uint32_t records[STATION_COUNT] = {row->request, row->future,  row->ready,
                                             row->thrown,  row->cleaned, row->ended};
    uint32_t now = j->facts->now->event;
    int last = -1;
    for (int i = 0; i < STATION_COUNT; i++) {
        bool past = records[i] && records[i] <= now;
        out->reach[i] = past ? REACH_PAST : records[i] ? REACH_TO_COME : REACH_SKIPPED;
        if (past) last = i;
    }
    if (j->pick->failure && row != j->pick->rows) out->reach[STATION_FUTURE] = REACH_SKIPPED;
    if (!row->ended && !*out->absorbed) out->reach[STATION_ENDED] = REACH_TO_COME;
    if (last < 0) return;
    out->reach[last] = REACH_NOW;
    out->state = (uint8_t)state_now(task, last);
}

static const char *place_of(const Model *model, uint32_t task) {
    for (int i = 0; i < model->ready.count; i++) {
        const ModelCard *card = &model->ready.cards[i];
        if (card->badge.who == WHO_TASK && card->badge.id == task) return card->place;
    }
    return "";
}

static void build_row(Journey *j, const CancelRow *row, ModelJourneyRow *out) {
    Model *m = j->model;
    const CsTask *task = model_find_task(j->facts->now, row->task);
    const CsEvent *end = model_find_event(j->facts, row->ended);
    out->id = row->task;
    out->badge = model_find_badge(j->facts->now, row->task);
    out->place = out->ended = out->note = out->name = out->short_name = out->absorbed =
        out->absorbed_short = "";
    if (!task) return;
    out->name = model_copy_z(&m->pool, task->label);
    out->short_name = model_copy_z(&m->pool, model_find_short_name(task));
    out->absorbed = absorbed_by(j, row);
    bool goes_on = out->absorbed == PICK(j->model, TEXT_JOURNEY_GOES_ON);
    out->absorbed_short =
        PICK(j->model, goes_on ? TEXT_JOURNEY_GOES_ON_SHORT : TEXT_JOURNEY_ABSORBED_SHORT);
    if (end) out->ended = model_seconds(&m->pool, end->time);
    build_reach(j, row, out, task);
    if (out->reach[STATION_READY] == REACH_NOW) out->place = place_of(m, row->task);
    bool over = task->state >= CS_TASK_DONE;
    if (over && task->state != CS_TASK_CANCELLED)
        out->note = type_of(m, task->value);
    else if (task->cancel_requests > 0)
        out->note = model_fill(&m->pool, PICK(m, TEXT_JOURNEY_REQUESTS),
                               model_print(&m->pool, "%d", task->cancel_requests), NULL);
}

/* ---- All ------------------------------------------------------------------------------------- */

void model_cancel(Model *model, const ModelFacts *facts) {
    ModelCancel *out = &model->cancel;
    CancelPick pick;
    if (facts->view != VIEW_CANCEL) return;
    out->title = PICK(model, TEXT_JOURNEY_CANCEL);
    out->foot = PICK(model, TEXT_JOURNEY_NONE);
    cancel_pick(facts, &pick);
    if (!pick.on) return;
    Journey j = {model, facts, &pick, pick.failure ? NULL : find_group(facts, pick.root)};
    out->on = true;
    out->failure = pick.failure;
    build_cause(&j);
    out->rows = model_array(&model->pool, (size_t)pick.count, sizeof *out->rows);
    out->row_count = pick.count;
    out->row_more = pick.more;
    for (int i = 0; i < pick.count; i++) {
        build_row(&j, &pick.rows[i], &out->rows[i]);
        out->rows[i].chosen = i == pick.chosen;
    }
    model_path(model, facts, &pick);
}
