/* Futures and timers. */
#include "model/model_find.h"

#include <stdlib.h>
#include <string.h>

#define PICK(model, key) text_get((model)->words, key)

ModelBadge *model_badges(Model *model, const CsSnapshot *s, const uint32_t *tasks, int count) {
    ModelBadge *badges = model_array(&model->pool, (size_t)count, sizeof *badges);
    for (int i = 0; i < count; i++) badges[i] = model_find_badge(s, tasks[i]);
    return badges;
}

/* ---- Futures ------------------------------------------------------------------------------- */

/* Done ones stay for the iteration in which they were done, and the next. */
static bool is_shown(const CsFuture *future, uint32_t iteration) {
    return future->state == CS_FUTURE_PENDING || iteration <= future->resolved_iteration + 1;
}

static const char *future_value(Model *model, const CsFuture *future) {
    if (future->state == CS_FUTURE_PENDING) return PICK(model, TEXT_PENDING);
    if (future->state == CS_FUTURE_CANCELLED) return PICK(model, TEXT_CANCELLED_VALUE);
    return model_copy_z(&model->pool, future->value);
}

static ModelResult result_of(const CsSnapshot *s, uint32_t id) {
    const CsTask *task = model_find_task(s, id);
    const CsFuture *future = task ? NULL : model_find_future(s, id);
    if (future) return (ModelResult)future->state;
    if (!task || task->state < CS_TASK_DONE) return RESULT_PENDING;
    if (task->state == CS_TASK_DONE) return RESULT_VALUE;
    return task->state == CS_TASK_FAILED ? RESULT_EXCEPTION : RESULT_CANCELLED;
}

static const char *parts_note(Model *model, const ModelFuture *future) {
    ModelPool *pool = &model->pool;
    int counts[4] = {0};
    for (int i = 0; i < future->part_count; i++) counts[future->parts[i]]++;
    int done = future->part_count - counts[RESULT_PENDING];
    const char *note =
        model_fill(pool, PICK(model, TEXT_GATHER_DONE), model_print(pool, "%d", done),
                   model_print(pool, "%d", future->part_count));
    static const TextKey keys[] = {
        [RESULT_EXCEPTION] = TEXT_GATHER_FAILED, [RESULT_CANCELLED] = TEXT_GATHER_CANCELLED};
    for (int i = RESULT_EXCEPTION; i <= RESULT_CANCELLED; i++)
        if (counts[i])
            note = model_print(
                pool, "%s%s", note,
                model_fill(pool, PICK(model, keys[i]), model_print(pool, "%d", counts[i]), NULL));
    return note;
}

static void build_parts(ModelFuture *out, Model *model, const CsSnapshot *s,
                        const CsFuture *future) {
    if (future->what.what != CS_WHAT_GATHER || future->child_count < 2) return;
    out->part_count = future->child_count;
    out->parts = model_array(&model->pool, (size_t)out->part_count, sizeof *out->parts);
    for (int i = 0; i < out->part_count; i++)
        out->parts[i] = (uint8_t)result_of(s, future->children[i]);
    out->parts_note = parts_note(model, out);
}

/* More rows than the largest window shows: of those behind them no texts are asked for. */
enum { MOST_ROWS = 128 };

static void build_future(ModelFuture *out, Model *model, const ModelFacts *facts,
                         const CsFuture *future) {
    const CsFuture *before = model_find_future(facts->before, future->id);
    bool gather = future->what.what == CS_WHAT_GATHER;
    out->id = future->id;
    out->result = (ModelResult)future->state;
    out->fresh = facts->before && (!before || before->state != future->state);
    out->label = out->value = out->verb = "";
    if (model->future_count > MOST_ROWS && !gather && future->id != facts->selected) return;
    out->label = model_copy_z(&model->pool, future->label);
    out->value = future_value(model, future);
    out->who = model_badges(model, facts->now, future->waiters, future->waiter_count);
    out->who_count = future->waiter_count;
    TextKey verb = future->state == CS_FUTURE_PENDING ? TEXT_WAITS : TEXT_WOKEN;
    out->verb = future->waiter_count ? PICK(model, verb) : "";
    build_parts(out, model, facts->now, future);
}

static void add_pending(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    for (int i = 0; i < s->future_count; i++)
        if (s->futures[i].state == CS_FUTURE_PENDING)
            build_future(&model->futures[model->future_count++], model, facts, &s->futures[i]);
}

static int latest_first(const void *a, const void *b) {
    const CsFuture *x = *(const CsFuture *const *)a, *y = *(const CsFuture *const *)b;
    if (x->resolved_event == y->resolved_event) return (x < y) - (x > y);
    return x->resolved_event < y->resolved_event ? 1 : -1;
}

static void add_done(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    size_t count = 0;
    const CsFuture **done = model_array(&model->pool, (size_t)s->future_count, sizeof *done);
    for (int i = 0; i < s->future_count; i++) {
        bool pending = s->futures[i].state == CS_FUTURE_PENDING;
        if (!pending && is_shown(&s->futures[i], s->iteration)) done[count++] = &s->futures[i];
    }
    if (count) qsort(done, count, sizeof *done, latest_first);
    for (size_t i = 0; i < count; i++)
        build_future(&model->futures[model->future_count++], model, facts, done[i]);
}

void model_futures(Model *model, const ModelFacts *facts) {
    size_t room = (size_t)facts->now->future_count;
    model->futures = model_array(&model->pool, room, sizeof *model->futures);
    add_pending(model, facts);
    add_done(model, facts);
}

/* ---- Timers -------------------------------------------------------------------------------- */

/* There were timers like this one: mostly at the same place of the list, or beside it. */
static bool was_there(const CsSnapshot *before, uint32_t id, int place) {
    for (int near = place - 1; near <= place + 1; near++)
        if (near >= 0 && near < before->timer_count && before->timers[near].id == id) return true;
    return model_find_timer(before, id) != NULL;
}

static float share_over(const CsTimer *timer, int64_t now_ns) {
    int64_t whole = timer->when_ns - timer->set_ns, over = now_ns - timer->set_ns;
    float share = whole > 0 ? (float)((double)over / (double)whole) : 1;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

static void write_timer(ModelTimer *out, Model *model, const CsTimer *timer, int64_t left) {
    ModelPool *pool = &model->pool;
    out->when = model_clock(pool, timer->when_ns);
    out->label = model_copy_z(pool, timer->label);
    out->left = model_fill(pool, PICK(model, TEXT_IN_SECONDS),
                           model_seconds(pool, left > 0 ? left : 0), NULL);
    if (out->late)
        out->left =
            model_fill(pool, PICK(model, TEXT_TIMER_LATE), model_seconds(pool, -left), NULL);
}

static void build_timer(ModelTimer *out, Model *model, const ModelFacts *facts, int place) {
    const CsTimer *timer = &facts->now->timers[place];
    int64_t left = timer->when_ns - facts->now->time_ns;
    out->id = timer->id;
    out->when_ns = timer->when_ns;
    out->late = left < 0;
    out->share = share_over(timer, facts->now->time_ns);
    out->fresh = facts->before && !was_there(facts->before, timer->id, place);
    out->when = out->label = out->left = "";
    if (place < MOST_ROWS) write_timer(out, model, timer, left);
}

/* Timers that fired at the present time, whichever step it was. */
static int count_fired(const ModelFacts *facts) {
    int fired = 0;
    size_t at = facts->now->event < facts->event_count ? facts->now->event : facts->event_count;
    while (at > 0 && facts->events[at - 1].time == facts->now->time_ns)
        fired += facts->events[--at].kind == EVENT_TIMER_FIRED;
    return fired;
}

void model_timers(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    model->timers = model_array(&model->pool, (size_t)s->timer_count, sizeof *model->timers);
    for (int i = 0; i < s->timer_count; i++)
        build_timer(&model->timers[model->timer_count++], model, facts, i);
    int fired = count_fired(facts);
    model->timers_fired = model->stuck.on ? PICK(model, TEXT_TIMERS_STUCK) : "";
    if (fired == 0 || model->stuck.on) return;
    model->timers_fired =
        model_fill(&model->pool, PICK(model, TEXT_TIMERS_FIRED),
                   model_print(&model->pool, "%d", fired), model_clock(&model->pool, s->time_ns));
}
