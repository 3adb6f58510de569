/* What happened in a step: a sentence for each kind of record. */
#include "model/caption.h"

#include <string.h>

#define PICK(model, key) text_get((model)->words, key)

typedef bool (*Sayer)(Caption *c, const CsEvent *e);

static ModelText name_of(Caption *c, uint32_t id) {
    const char *name = model_find_name(c->facts->now, id);
    return caption_plain(c, *name ? name : model_find_name(c->facts->before, id));
}

/* The task whose step is running, for records that do not name it. */
static uint32_t runner(const Caption *c) {
    const CsSnapshot *s = c->facts->before;
    return s && s->running.task ? s->running.task : c->facts->now->running.task;
}

static bool say_loop_started(Caption *c, const CsEvent *e) {
    caption_say1(c, TEXT_SAY_LOOP_STARTED, (ModelText){0});
    EventRange range = model_find_events(c->facts);
    for (size_t i = e->id; i < range.to; i++) {
        const CsEvent *made = &c->facts->events[i];
        if (made->kind != EVENT_TASK_CREATED) continue;
        caption_say1(c, TEXT_SAY_FIRST_TASK, caption_task(c, made->subject, TEXT_A_TASK));
        break;
    }
    return true;
}

static bool say_loop_closed(Caption *c, const CsEvent *e) {
    (void)e;
    caption_say1(c, TEXT_SAY_LOOP_CLOSED, (ModelText){0});
    return true;
}

static bool say_task_created(Caption *c, const CsEvent *e) {
    ModelText task = caption_task(c, e->subject, TEXT_A_TASK);
    if (e->arg)
        caption_say2(c, TEXT_SAY_TASK_CREATED, caption_task(c, e->arg, TEXT_THE_PROGRAM), task);
    else
        caption_say1(c, TEXT_SAY_TASK_CREATED_FIRST, task);
    caption_say1(c, TEXT_THEN_FIRST_RUN, (ModelText){0});
    return true;
}

static bool say_step(Caption *c, const CsEvent *e) {
    const CsTask *before = model_find_task(c->facts->before, e->subject);
    bool first = !before || before->state == CS_TASK_CREATED;
    caption_say1(c, first ? TEXT_SAY_TASK_STARTS : TEXT_SAY_TASK_GOES_ON,
                 caption_task(c, e->subject, TEXT_A_TASK));
    return true;
}

static const CsWait *wait_of(const ModelFacts *facts, uint32_t event) {
    for (size_t i = facts->wait_count; i-- > 0 && facts->waits[i].event >= event;)
        if (facts->waits[i].event == event) return &facts->waits[i];
    return NULL;
}

/* In the same step the task has gone on: what it waited for is known from the record alone. */
static bool say_was_suspended(Caption *c, const CsEvent *e, ModelText who) {
    const CsWait *wait = wait_of(c->facts, e->id);
    if (!wait) return false;
    if (wait->reason.what == CS_WHAT_SLEEP) {
        caption_say2(c, TEXT_SAY_SUSPENDED_SLEEP, who,
                     caption_plain(c, model_seconds_float(c->pool, wait->reason.seconds)));
        return true;
    }
    Sentence why = {.pool = c->pool};
    model_words_waited(&why, c->model, c->facts->now, &wait->reason);
    caption_say2(c, TEXT_SAY_SUSPENDED_OTHER, who, why.text);
    return true;
}

static bool say_suspended(Caption *c, const CsEvent *e) {
    const CsTask *task = model_find_task(c->facts->now, e->subject);
    ModelText who = caption_task(c, e->subject, TEXT_A_TASK);
    if (e->arg == 0) {
        caption_say1(c, TEXT_SAY_SUSPENDED_YIELD, who);
        return true;
    }
    if (!task) return false;
    if (task->waits_future != e->arg && say_was_suspended(c, e, who)) return true;
    const CsReason *r = &task->waits;
    ModelText those =
        sentence_badges(c->pool, c->facts->now, task->waits_tasks, task->waits_task_count);
    if (r->what == CS_WHAT_SLEEP) {
        caption_say2(c, TEXT_SAY_SUSPENDED_SLEEP, who,
                     caption_plain(c, model_seconds_float(c->pool, r->seconds)));
    } else if (r->what == CS_WHAT_TASK && those.count) {
        caption_say2(c, TEXT_SAY_SUSPENDED_TASK, who, those);
    } else if (r->what == CS_WHAT_GATHER && those.count) {
        caption_say2(c, TEXT_SAY_SUSPENDED_GATHER, who, those);
    } else {
        Sentence why = {.pool = c->pool};
        model_words_waits(&why, c->model, c->facts, task, false);
        caption_say2(c, TEXT_SAY_SUSPENDED_OTHER, who, why.text);
    }
    return true;
}

static bool say_task_done(Caption *c, const CsEvent *e) {
    static const TextKey keys[] = {TEXT_SAY_TASK_DONE, TEXT_SAY_TASK_FAILED,
                                   TEXT_SAY_TASK_CANCELLED};
    const CsTask *task = model_find_task(c->facts->now, e->subject);
    ModelText value = caption_plain(c, task ? model_copy_z(c->pool, task->value) : "");
    caption_say2(c, keys[e->arg < 3 ? e->arg : 0], caption_task(c, e->subject, TEXT_A_TASK), value);
    return true;
}

static bool say_cancel_requested(Caption *c, const CsEvent *e) {
    ModelText task = caption_task(c, e->subject, TEXT_A_TASK);
    if (e->arg)
        caption_say2(c, TEXT_SAY_CANCEL_REQUESTED_BY, task,
                     caption_task(c, e->arg, TEXT_THE_PROGRAM));
    else
        caption_say1(c, TEXT_SAY_CANCEL_REQUESTED, task);
    return true;
}

static bool say_cancel_delivered(Caption *c, const CsEvent *e) {
    caption_say1(c, TEXT_SAY_CANCEL_DELIVERED, caption_task(c, e->subject, TEXT_A_TASK));
    return true;
}

static bool say_handle_cancelled(Caption *c, const CsEvent *e) {
    (void)e;
    caption_say1(c, TEXT_SAY_HANDLE_CANCELLED, (ModelText){0});
    return true;
}

static bool say_timer_set(Caption *c, const CsEvent *e) {
    const CsTimer *timer = model_find_timer(c->facts->now, e->subject);
    if (!timer) return false;
    caption_say1(c, TEXT_SAY_TIMER_SET, caption_plain(c, model_clock(c->pool, timer->when_ns)));
    return true;
}

static bool say_timer_fired(Caption *c, const CsEvent *e) {
    const CsTimer *timer = model_find_timer(c->facts->before, e->subject);
    if (!timer) return false;
    const CsSnapshot *before = c->facts->before;
    if (c->out.text.count == 0 && before->time_ns < c->facts->now->time_ns)
        caption_say1(c, TEXT_SAY_WAITED,
                     caption_plain(c, model_clock(c->pool, c->facts->now->time_ns)));
    if (timer->task)
        caption_say1(c, TEXT_SAY_TIMER_FIRED_TASK, caption_task(c, timer->task, TEXT_A_TASK));
    else
        caption_say1(c, TEXT_SAY_TIMER_FIRED,
                     caption_plain(c, model_copy_z(c->pool, timer->label)));
    return true;
}

static bool say_waited(Caption *c, const CsEvent *e) {
    if (e->arg == 0) return false;
    caption_say1(c, TEXT_SAY_WAITED,
                 caption_plain(c, model_clock(c->pool, c->facts->now->time_ns)));
    return true;
}

static bool say_iteration(Caption *c, const CsEvent *e) {
    ModelText number = caption_plain(c, model_count(c->pool, e->arg));
    if (c->facts->now->phase == CS_PHASE_WAIT)
        caption_say2(c, TEXT_SAY_ITERATION_IDLE, number, caption_plain(c, c->model->ready.empty));
    else
        caption_say1(c, TEXT_SAY_ITERATION, number);
    return true;
}

static bool say_handle_run(Caption *c, const CsEvent *e) {
    if (e->arg) return say_step(c, &(CsEvent){.subject = e->arg});
    const CsHandle *ready = model_find_ready(c->facts->before, e->subject);
    const CsHandle *now = &c->facts->now->running;
    const char *name = now->id == e->subject ? now->name : ready ? ready->name : "";
    if (!*name) return false;
    caption_say1(c, TEXT_SAY_CALLBACK_RUNS, caption_plain(c, model_copy_z(c->pool, name)));
    return true;
}

static bool say_queue_created(Caption *c, const CsEvent *e) {
    if (!caption_is_named(c, e->subject)) return false;
    if (e->arg == 0)
        caption_say1(c, TEXT_SAY_QUEUE_CREATED_UNBOUNDED, name_of(c, e->subject));
    else
        caption_say2(c, TEXT_SAY_QUEUE_CREATED, name_of(c, e->subject),
                     caption_plain(c, model_print(c->pool, "%u", (unsigned)e->arg)));
    return true;
}

static bool say_queue_put(Caption *c, const CsEvent *e) {
    const CsSync *queue = model_find_sync(c->facts->now, e->subject);
    ModelText who = caption_task(c, e->arg, TEXT_THE_PROGRAM);
    ModelText name = name_of(c, e->subject);
    const CsSync *before = model_find_sync(c->facts->before, e->subject);
    bool known = queue && queue->item_count > (before ? before->item_count : 0);
    if (!known) {
        caption_say2(c, TEXT_SAY_QUEUE_PUT, who, name);
        return true;
    }
    const char *item = model_plain_value(c->pool, queue->items[queue->item_count - 1]);
    caption_say(c, TEXT_SAY_QUEUE_PUT_ITEM, who, name, caption_plain(c, item));
    return true;
}

static bool say_queue_got(Caption *c, const CsEvent *e) {
    const CsSync *before = model_find_sync(c->facts->before, e->subject);
    ModelText who = caption_task(c, e->arg, TEXT_THE_PROGRAM);
    ModelText name = name_of(c, e->subject);
    if (!before || before->item_count == 0) {
        caption_say2(c, TEXT_SAY_QUEUE_GOT, who, name);
        return true;
    }
    bool full = before->maxsize > 0 && before->item_count == before->maxsize;
    ModelText item = caption_plain(c, model_plain_value(c->pool, before->items[0]));
    caption_say(c, full ? TEXT_SAY_QUEUE_GOT_ITEM_FREE : TEXT_SAY_QUEUE_GOT_ITEM, who, name, item);
    return true;
}

static bool say_queue_full(Caption *c, const CsEvent *e) {
    caption_say2(c, TEXT_SAY_QUEUE_FULL, caption_task(c, runner(c), TEXT_A_TASK),
                 name_of(c, e->subject));
    return true;
}

static bool say_queue_empty(Caption *c, const CsEvent *e) {
    caption_say2(c, TEXT_SAY_QUEUE_EMPTY, caption_task(c, runner(c), TEXT_A_TASK),
                 name_of(c, e->subject));
    return true;
}

static bool say_queue_task_done(Caption *c, const CsEvent *e) {
    TextKey key = e->arg ? TEXT_SAY_QUEUE_TASK_DONE : TEXT_SAY_QUEUE_ALL_DONE;
    caption_say(c, key, caption_task(c, runner(c), TEXT_THE_PROGRAM), name_of(c, e->subject),
                caption_plain(c, model_print(c->pool, "%u", (unsigned)e->arg)));
    return true;
}

/* Records of locks and events: who, and the thing's name. `arg` is the task where it names one. */
static bool say_thing(Caption *c, const CsEvent *e, TextKey key, uint32_t task) {
    if (!caption_is_named(c, e->subject)) return false;
    caption_say2(c, key, caption_task(c, task ? task : runner(c), TEXT_THE_PROGRAM),
                 name_of(c, e->subject));
    return true;
}

static bool say_lock_created(Caption *c, const CsEvent *e) {
    if (!caption_is_named(c, e->subject)) return false;
    caption_say1(c, TEXT_SAY_LOCK_CREATED, name_of(c, e->subject));
    return true;
}

static bool say_lock_acquired(Caption *c, const CsEvent *e) {
    return say_thing(c, e, TEXT_SAY_LOCK_ACQUIRED, e->arg);
}

static bool say_lock_waited(Caption *c, const CsEvent *e) {
    return say_thing(c, e, TEXT_SAY_LOCK_WAITED, 0);
}

static bool say_lock_released(Caption *c, const CsEvent *e) {
    return say_thing(c, e, TEXT_SAY_LOCK_RELEASED, e->arg);
}

static bool say_event_created(Caption *c, const CsEvent *e) {
    if (!caption_is_named(c, e->subject)) return false;
    caption_say1(c, TEXT_SAY_EVENT_CREATED, name_of(c, e->subject));
    return true;
}

static bool say_event_set(Caption *c, const CsEvent *e) {
    return say_thing(c, e, TEXT_SAY_EVENT_SET, e->arg);
}

static bool say_event_cleared(Caption *c, const CsEvent *e) {
    return say_thing(c, e, TEXT_SAY_EVENT_CLEARED, e->arg);
}

static bool say_event_waited(Caption *c, const CsEvent *e) {
    return say_thing(c, e, TEXT_SAY_EVENT_WAITED, 0);
}

/* Records of semaphores, conditions, barriers and groups: one sentence a kind, with who does it and
   the thing's name; of "made" only the name. */
static bool say_of_kind(Caption *c, const CsEvent *e) {
    static const struct {
        EventKind kind;
        TextKey key;
        enum { NAME, DOER, WAITER } how;
    } keys[] = {
        {EVENT_SEMAPHORE_CREATED, TEXT_SAY_SEMAPHORE_CREATED, NAME},
        {EVENT_SEMAPHORE_ACQUIRED, TEXT_SAY_SEMAPHORE_ACQUIRED, DOER},
        {EVENT_SEMAPHORE_WAITED, TEXT_SAY_SEMAPHORE_WAITED, WAITER},
        {EVENT_SEMAPHORE_RELEASED, TEXT_SAY_SEMAPHORE_RELEASED, DOER},
        {EVENT_CONDITION_CREATED, TEXT_SAY_CONDITION_CREATED, NAME},
        {EVENT_CONDITION_WAITED, TEXT_SAY_CONDITION_WAITED, WAITER},
        {EVENT_CONDITION_NOTIFIED, TEXT_SAY_CONDITION_NOTIFIED, DOER},
        {EVENT_BARRIER_CREATED, TEXT_SAY_BARRIER_CREATED, NAME},
        {EVENT_BARRIER_REACHED, TEXT_SAY_BARRIER_REACHED, DOER},
        {EVENT_BARRIER_RELEASED, TEXT_SAY_BARRIER_RELEASED, DOER},
        {EVENT_BARRIER_RESET, TEXT_SAY_BARRIER_RESET, DOER},
        {EVENT_BARRIER_BROKEN, TEXT_SAY_BARRIER_BROKEN, DOER},
        {EVENT_GROUP_ENTERED, TEXT_SAY_GROUP_ENTERED, DOER},
        {EVENT_GROUP_TASK_ADDED, TEXT_SAY_GROUP_TASK_ADDED, DOER},
        {EVENT_GROUP_WAITED, TEXT_SAY_GROUP_WAITED, WAITER},
        {EVENT_GROUP_ABORTED, TEXT_SAY_GROUP_ABORTED, DOER},
        {EVENT_GROUP_EXITED, TEXT_SAY_GROUP_EXITED, DOER},
    };
    if (!caption_is_named(c, e->subject)) return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].kind != e->kind) continue;
        if (keys[i].how != NAME)
            return say_thing(c, e, keys[i].key, keys[i].how == DOER ? e->arg : 0);
        caption_say1(c, keys[i].key, name_of(c, e->subject));
        return true;
    }
    return false;
}

static ModelText seconds_of(Caption *c, uint32_t milliseconds) {
    return caption_plain(c, model_seconds(c->pool, (int64_t)milliseconds * 1000000));
}

/* The loop stood still: whose call it was, and until when. */
static bool say_time_slept(Caption *c, const CsEvent *e) {
    caption_say(c, TEXT_SAY_TIME_SLEPT, caption_task(c, e->subject, TEXT_THE_PROGRAM),
                seconds_of(c, e->arg), caption_plain(c, model_clock(c->pool, e->time)));
    return true;
}

/* A thread's result is in the ready queue, but the loop's own thread sits in a call. */
static bool say_stuck(Caption *c, ModelText thread, bool ended) {
    const CsSnapshot *s = c->facts->now;
    const ModelStuck *stuck = &c->model->stuck;
    int late = 0;
    if (!stuck->on) return false;
    for (int i = 0; i < s->timer_count; i++) late += s->timers[i].when_ns <= s->time_ns;
    if (ended) caption_say1(c, TEXT_SAY_STUCK_THREAD, thread);
    caption_say2(c, TEXT_SAY_STUCK, caption_task(c, s->running.task, TEXT_THE_PROGRAM),
                 caption_plain(c, stuck->call));
    if (*stuck->until && s->ready_count)
        caption_say(
            c, TEXT_SAY_STUCK_WAIT, caption_plain(c, model_print(c->pool, "%d", s->ready_count)),
            caption_plain(c, model_print(c->pool, "%d", late)), caption_plain(c, stuck->until));
    return true;
}

static bool say_of_thread(Caption *c, const CsEvent *e) {
    int number = model_thread_number(c->facts, e->subject);
    if (number == 0) return false;
    ModelText thread = caption_plain(c, model_print(c->pool, "%d", number));
    if (e->kind == EVENT_THREAD_FINISHED && say_stuck(c, thread, true)) return true;
    switch (e->kind) {
    case EVENT_THREAD_STARTED:
        caption_say2(c, TEXT_SAY_THREAD_STARTED, caption_task(c, e->arg, TEXT_THE_PROGRAM), thread);
        return true;
    case EVENT_THREAD_SLEPT:
        if (say_stuck(c, thread, false)) return true;
        caption_say2(c, TEXT_SAY_THREAD_SLEPT, thread, seconds_of(c, e->arg));
        return true;
    case EVENT_THREAD_WAITED: caption_say1(c, TEXT_SAY_THREAD_WAITED, thread); return true;
    case EVENT_THREAD_WOKEN:
        if (say_stuck(c, thread, false)) return true;
        caption_say1(c, TEXT_SAY_THREAD_WOKEN, thread);
        return true;
    default: break;
    }
    caption_say1(c, e->arg ? TEXT_SAY_THREAD_FAILED : TEXT_SAY_THREAD_FINISHED, thread);
    return true;
}

/* What comes from outside the program: a sentence with a number at most. */
static bool say_from_outside(Caption *c, const CsEvent *e) {
    static const struct {
        EventKind kind;
        TextKey key;
    } keys[] = {
        {EVENT_CONNECTION_OPENED, TEXT_SAY_CONNECTION_OPENED},
        {EVENT_BYTES_ARRIVED, TEXT_SAY_BYTES_ARRIVED},
        {EVENT_STREAM_ENDED, TEXT_SAY_STREAM_ENDED},
        {EVENT_PROCESS_STARTED, TEXT_SAY_PROCESS_STARTED},
        {EVENT_PROCESS_ENDED, TEXT_SAY_PROCESS_ENDED},
        {EVENT_HTTP_REQUESTED, TEXT_SAY_HTTP_REQUESTED},
        {EVENT_HTTP_ANSWERED, TEXT_SAY_HTTP_ANSWERED},
    };
    TextKey key = TEXT_SAY_CONNECTION_OPENED;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].kind == e->kind) key = keys[i].key;
    }
    if (e->kind == EVENT_HTTP_ANSWERED && e->arg == 0) key = TEXT_SAY_HTTP_FAILED;
    /* a process that a signal ended has a status below 0 */
    caption_say1(c, key, caption_plain(c, model_print(c->pool, "%d", (int)e->arg)));
    return true;
}

/* print() writes in pieces: those of the step and of the same stream are one text, of which the
   first line is told. */
static const char *printed(Caption *c, const CsOutput **first) {
    const char *text = "";
    *first = NULL;
    for (size_t i = 0; i < c->facts->output_count; i++) {
        const CsOutput *output = &c->facts->outputs[i];
        if (!model_find_fresh(c->facts, output->event)) continue;
        if (!*first) *first = output;
        if (output->stream != (*first)->stream) continue;
        const char *stop = memchr(output->text, '\n', output->size);
        size_t length = stop ? (size_t)(stop - output->text) : output->size;
        text = model_print(c->pool, "%s%.*s", text, (int)length, output->text);
        if (stop) break;
    }
    return text;
}

static bool say_output(Caption *c, const CsEvent *e) {
    const CsOutput *output;
    const char *text = printed(c, &output);
    (void)e;
    if (!output || !*text) return false;
    ModelBadge writer = model_find_writer(c->facts, output);
    TextKey key = output->stream == 2          ? TEXT_SAY_STDERR
                  : output->task               ? TEXT_SAY_OUTPUT
                  : writer.who == WHO_THREAD   ? TEXT_SAY_OUTPUT_THREAD
                  : writer.who == WHO_CALLBACK ? TEXT_SAY_OUTPUT_CALLBACK
                                               : TEXT_SAY_OUTPUT_PROGRAM;
    ModelText who = writer.who == WHO_THREAD
                        ? caption_plain(c, model_print(c->pool, "%d", writer.number))
                        : caption_task(c, output->task, TEXT_THE_PROGRAM);
    caption_say2(c, key, who, caption_plain(c, text));
    return true;
}

static bool say_warning(Caption *c, const CsEvent *e) {
    (void)e;
    caption_say1(c, TEXT_SAY_WARNING, (ModelText){0});
    return true;
}

static bool say_future_resolved(Caption *c, const CsEvent *e) {
    const CsFuture *future = model_find_future(c->facts->now, e->subject);
    if (!future || future->what.what != CS_WHAT_FUTURE || e->arg > 2) return false;
    caption_say1(c, (TextKey)(TEXT_SAY_FUTURE_RESULT + (int)e->arg),
                 sentence_piece(c->pool, SPAN_CODE, model_copy_z(c->pool, future->label)));
    return true;
}

/* Which record of a step the caption is about: the one with the highest weight; of equals the last.
   Records without a sentence have none. */
static const struct {
    Sayer say;
    int weight;
} sayers[EVENT_KIND_COUNT] = {
    [EVENT_LOOP_STARTED] = {say_loop_started, 80},
    [EVENT_LOOP_CLOSED] = {say_loop_closed, 20},
    [EVENT_ITERATION_BEGUN] = {say_iteration, 2},
    [EVENT_ITERATION_WAITED] = {say_waited, 40},
    [EVENT_HANDLE_RUN] = {say_handle_run, 10},
    [EVENT_HANDLE_CANCELLED] = {say_handle_cancelled, 15},
    [EVENT_TIMER_SET] = {say_timer_set, 5},
    [EVENT_TIMER_FIRED] = {say_timer_fired, 41},
    [EVENT_TASK_CREATED] = {say_task_created, 60},
    [EVENT_TASK_STEP] = {say_step, 11},
    [EVENT_TASK_SUSPENDED] = {say_suspended, 61},
    [EVENT_TASK_DONE] = {say_task_done, 55},
    [EVENT_TASK_CANCEL_REQUESTED] = {say_cancel_requested, 75},
    [EVENT_TASK_CANCEL_DELIVERED] = {say_cancel_delivered, 70},
    [EVENT_FUTURE_RESOLVED] = {say_future_resolved, 25},
    [EVENT_QUEUE_CREATED] = {say_queue_created, 65},
    [EVENT_QUEUE_PUT] = {say_queue_put, 62},
    [EVENT_QUEUE_GOT] = {say_queue_got, 64},
    [EVENT_QUEUE_FULL] = {say_queue_full, 66},
    [EVENT_QUEUE_EMPTY] = {say_queue_empty, 66},
    [EVENT_QUEUE_TASK_DONE] = {say_queue_task_done, 61},
    [EVENT_LOCK_CREATED] = {say_lock_created, 65},
    [EVENT_LOCK_ACQUIRED] = {say_lock_acquired, 62},
    [EVENT_LOCK_WAITED] = {say_lock_waited, 66},
    [EVENT_LOCK_RELEASED] = {say_lock_released, 64},
    [EVENT_EVENT_CREATED] = {say_event_created, 65},
    [EVENT_EVENT_SET] = {say_event_set, 66},
    [EVENT_EVENT_CLEARED] = {say_event_cleared, 62},
    [EVENT_EVENT_WAITED] = {say_event_waited, 66},
    [EVENT_SEMAPHORE_CREATED] = {say_of_kind, 65},
    [EVENT_SEMAPHORE_ACQUIRED] = {say_of_kind, 62},
    [EVENT_SEMAPHORE_WAITED] = {say_of_kind, 66},
    [EVENT_SEMAPHORE_RELEASED] = {say_of_kind, 64},
    [EVENT_CONDITION_CREATED] = {say_of_kind, 65},
    [EVENT_CONDITION_WAITED] = {say_of_kind, 67},
    [EVENT_CONDITION_NOTIFIED] = {say_of_kind, 65},
    [EVENT_BARRIER_CREATED] = {say_of_kind, 65},
    [EVENT_BARRIER_REACHED] = {say_of_kind, 62},
    [EVENT_BARRIER_RELEASED] = {say_of_kind, 66},
    [EVENT_BARRIER_RESET] = {say_of_kind, 66},
    [EVENT_BARRIER_BROKEN] = {say_of_kind, 66},
    [EVENT_GROUP_ENTERED] = {say_of_kind, 59},
    [EVENT_GROUP_TASK_ADDED] = {say_of_kind, 54},
    [EVENT_GROUP_WAITED] = {say_of_kind, 62},
    [EVENT_GROUP_ABORTED] = {say_of_kind, 68},
    [EVENT_GROUP_EXITED] = {say_of_kind, 56},
    [EVENT_CONNECTION_OPENED] = {say_from_outside, 45},
    [EVENT_BYTES_ARRIVED] = {say_from_outside, 44},
    [EVENT_STREAM_ENDED] = {say_from_outside, 43},
    [EVENT_PROCESS_STARTED] = {say_from_outside, 46},
    [EVENT_PROCESS_ENDED] = {say_from_outside, 46},
    [EVENT_HTTP_REQUESTED] = {say_from_outside, 58},
    [EVENT_HTTP_ANSWERED] = {say_from_outside, 46},
    [EVENT_TIME_SLEPT] = {say_time_slept, 69},
    [EVENT_THREAD_STARTED] = {say_of_thread, 58},
    [EVENT_THREAD_SLEPT] = {say_of_thread, 56},
    [EVENT_THREAD_WAITED] = {say_of_thread, 56},
    [EVENT_THREAD_WOKEN] = {say_of_thread, 50},
    [EVENT_THREAD_FINISHED] = {say_of_thread, 57},
    [EVENT_OUTPUT] = {say_output, 63},
    [EVENT_WARNING] = {say_warning, 57},
};

bool caption_events(Caption *c) {
    EventRange range = model_find_events(c->facts);
    int below = INT32_MAX;
    /* The next best where the best has nothing to say. */
    for (int tries = 0; tries < 4; tries++) {
        const CsEvent *best = NULL;
        int weight = 0;
        for (size_t i = range.from; i < range.to; i++) {
            const CsEvent *e = &c->facts->events[i];
            int w = e->kind < EVENT_KIND_COUNT ? sayers[e->kind].weight : 0;
            if (w >= weight && w > 0 && w < below) best = e, weight = w;
        }
        if (!best) return false;
        c->told = best;
        if (sayers[best->kind].say(c, best)) return true;
        below = weight;
    }
    return false;
}
