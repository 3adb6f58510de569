#include "model/mark.h"

ModelMark mark_of_state(ModelState state) {
    return (ModelMark){.kind = MARK_STATE, .state = (uint8_t)state};
}

ModelMark mark_of_badge(ModelBadge badge) {
    return (ModelMark){.kind = MARK_BADGE, .badge = badge};
}

ModelState mark_task_state(CsTaskState state) {
    static const ModelState states[] = {
        [CS_TASK_CREATED] = STATE_CREATED,       [CS_TASK_READY] = STATE_READY,
        [CS_TASK_RUNNING] = STATE_RUNNING,       [CS_TASK_WAITING] = STATE_WAITING,
        [CS_TASK_CANCELLING] = STATE_CANCELLING, [CS_TASK_DONE] = STATE_DONE,
        [CS_TASK_FAILED] = STATE_FAILED,         [CS_TASK_CANCELLED] = STATE_CANCELLED,
    };
    return states[state];
}

TextKey mark_state_name(ModelState state) {
    static const TextKey keys[STATE_COUNT] = {
        [STATE_CREATED] = TEXT_LEGEND_CREATED,      [STATE_READY] = TEXT_LEGEND_READY,
        [STATE_RUNNING] = TEXT_LEGEND_RUNNING,      [STATE_WAITING] = TEXT_LEGEND_WAITING,
        [STATE_CANCELLING] = TEXT_STATE_CANCELLING, [STATE_DONE] = TEXT_LEGEND_DONE,
        [STATE_FAILED] = TEXT_LEGEND_FAILED,        [STATE_CANCELLED] = TEXT_LEGEND_CANCELLED,
    };
    return keys[state];
}

static const struct {
    EventKind kind;
    ModelState state;
} states[] = {
    {EVENT_TASK_CREATED, STATE_CREATED},
    {EVENT_HANDLE_SCHEDULED, STATE_READY},
    {EVENT_HANDLE_RUN, STATE_RUNNING},
    {EVENT_TASK_STEP, STATE_RUNNING},
    {EVENT_TASK_SUSPENDED, STATE_WAITING},
    {EVENT_TASK_CANCEL_REQUESTED, STATE_CANCELLING},
    {EVENT_TASK_CANCEL_DELIVERED, STATE_CANCELLING},
    {EVENT_HANDLE_CANCELLED, STATE_CANCELLED},
    {EVENT_THREAD_STARTED, STATE_RUNNING},
    {EVENT_THREAD_FINISHED, STATE_DONE},
};

ModelMark mark_of_event(const CsEvent *e) {
    static const ModelState ends[] = {STATE_DONE, STATE_FAILED, STATE_CANCELLED};
    static const ModelResult results[] = {RESULT_VALUE, RESULT_EXCEPTION, RESULT_CANCELLED};
    uint32_t how = e->arg <= 2 ? e->arg : 0;
    if (e->kind == EVENT_TASK_DONE) return mark_of_state(ends[how]);
    if (e->kind == EVENT_FUTURE_RESOLVED)
        return (ModelMark){.kind = MARK_RESULT, .result = (uint8_t)results[how]};
    if (e->kind == EVENT_FUTURE_CREATED)
        return (ModelMark){.kind = MARK_RESULT, .result = RESULT_PENDING};
    if (e->kind == EVENT_TIMER_SET) return (ModelMark){.kind = MARK_TIMER};
    if (e->kind == EVENT_TIMER_FIRED) return (ModelMark){.kind = MARK_TIMER, .share = 1};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (e->kind == states[i].kind) return mark_of_state(states[i].state);
    return (ModelMark){0};
}
