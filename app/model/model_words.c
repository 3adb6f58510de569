#include "model/model_find.h"

/* What made a handle ready. {0} is the name of the thing or the seconds. */
static const TextKey ready_keys[] = {
    [CS_WHAT_FUTURE] = TEXT_READY_FUTURE,
    [CS_WHAT_TASK] = TEXT_READY_TASK,
    [CS_WHAT_SLEEP] = TEXT_READY_SLEEP,
    [CS_WHAT_GATHER] = TEXT_READY_GATHER,
    [CS_WHAT_WAIT] = TEXT_READY_WAIT,
    [CS_WHAT_WAIT_FOR] = TEXT_READY_WAIT_FOR,
    [CS_WHAT_QUEUE_GET] = TEXT_READY_QUEUE_GET,
    [CS_WHAT_QUEUE_PUT] = TEXT_READY_QUEUE_PUT,
    [CS_WHAT_QUEUE_JOIN] = TEXT_READY_QUEUE_JOIN,
    [CS_WHAT_LOCK] = TEXT_READY_LOCK,
    [CS_WHAT_EVENT] = TEXT_READY_EVENT,
    [CS_WHAT_SHIELD] = TEXT_READY_SHIELD,
    [CS_WHAT_CALLBACK] = TEXT_READY_CALLBACK,
    [CS_WHAT_FIRST_STEP] = TEXT_READY_FIRST_STEP,
    [CS_WHAT_NEXT_STEP] = TEXT_READY_NEXT_STEP,
    [CS_WHAT_CANCEL] = TEXT_READY_CANCEL,
    [CS_WHAT_SEMAPHORE] = TEXT_READY_SEMAPHORE,
    [CS_WHAT_CONDITION] = TEXT_READY_CONDITION,
    [CS_WHAT_BARRIER] = TEXT_READY_BARRIER,
    [CS_WHAT_GROUP] = TEXT_READY_GROUP,
    [CS_WHAT_READ] = TEXT_READY_READ,
    [CS_WHAT_DRAIN] = TEXT_READY_DRAIN,
    [CS_WHAT_CONNECT] = TEXT_READY_CONNECT,
    [CS_WHAT_REPLY] = TEXT_READY_REPLY,
    [CS_WHAT_PROCESS] = TEXT_READY_PROCESS,
    [CS_WHAT_CLOSE] = TEXT_READY_CLOSE,
};

static const TextKey waits_keys[] = {
    [CS_WHAT_FUTURE] = TEXT_WAITS_FUTURE,
    [CS_WHAT_TASK] = TEXT_WAITS_TASK,
    [CS_WHAT_SLEEP] = TEXT_WAITS_SLEEP,
    [CS_WHAT_GATHER] = TEXT_WAITS_GATHER,
    [CS_WHAT_WAIT] = TEXT_WAITS_WAIT,
    [CS_WHAT_WAIT_FOR] = TEXT_WAITS_WAIT_FOR,
    [CS_WHAT_QUEUE_GET] = TEXT_WAITS_QUEUE_GET,
    [CS_WHAT_QUEUE_PUT] = TEXT_WAITS_QUEUE_PUT,
    [CS_WHAT_QUEUE_JOIN] = TEXT_WAITS_QUEUE_JOIN,
    [CS_WHAT_LOCK] = TEXT_WAITS_LOCK,
    [CS_WHAT_EVENT] = TEXT_WAITS_EVENT,
    [CS_WHAT_SHIELD] = TEXT_WAITS_SHIELD,
    [CS_WHAT_CALLBACK] = TEXT_WAITS_FUTURE,
    [CS_WHAT_FIRST_STEP] = TEXT_WAITS_FUTURE,
    [CS_WHAT_NEXT_STEP] = TEXT_WAITS_FUTURE,
    [CS_WHAT_CANCEL] = TEXT_WAITS_FUTURE,
    [CS_WHAT_SEMAPHORE] = TEXT_WAITS_SEMAPHORE,
    [CS_WHAT_CONDITION] = TEXT_WAITS_CONDITION,
    [CS_WHAT_BARRIER] = TEXT_WAITS_BARRIER,
    [CS_WHAT_GROUP] = TEXT_WAITS_GROUP,
    [CS_WHAT_READ] = TEXT_WAITS_READ,
    [CS_WHAT_DRAIN] = TEXT_WAITS_DRAIN,
    [CS_WHAT_CONNECT] = TEXT_WAITS_CONNECT,
    [CS_WHAT_REPLY] = TEXT_WAITS_REPLY,
    [CS_WHAT_PROCESS] = TEXT_WAITS_PROCESS,
    [CS_WHAT_CLOSE] = TEXT_WAITS_CLOSE,
};

/* Shorter ones where there is little room; TEXT_COUNT: the long one will do. */
static const TextKey short_ready_keys[] = {
    [CS_WHAT_FUTURE] = TEXT_COUNT,
    [CS_WHAT_TASK] = TEXT_SHORT_READY_TASK,
    [CS_WHAT_SLEEP] = TEXT_SHORT_READY_SLEEP,
    [CS_WHAT_GATHER] = TEXT_SHORT_READY_GATHER,
    [CS_WHAT_WAIT] = TEXT_COUNT,
    [CS_WHAT_WAIT_FOR] = TEXT_COUNT,
    [CS_WHAT_QUEUE_GET] = TEXT_SHORT_READY_QUEUE_GET,
    [CS_WHAT_QUEUE_PUT] = TEXT_SHORT_READY_QUEUE_PUT,
    [CS_WHAT_QUEUE_JOIN] = TEXT_SHORT_READY_QUEUE_JOIN,
    [CS_WHAT_LOCK] = TEXT_SHORT_READY_LOCK,
    [CS_WHAT_EVENT] = TEXT_SHORT_READY_EVENT,
    [CS_WHAT_SHIELD] = TEXT_COUNT,
    [CS_WHAT_CALLBACK] = TEXT_COUNT,
    [CS_WHAT_FIRST_STEP] = TEXT_COUNT,
    [CS_WHAT_NEXT_STEP] = TEXT_SHORT_READY_NEXT_STEP,
    [CS_WHAT_CANCEL] = TEXT_SHORT_READY_CANCEL,
    [CS_WHAT_SEMAPHORE] = TEXT_COUNT,
    [CS_WHAT_CONDITION] = TEXT_COUNT,
    [CS_WHAT_BARRIER] = TEXT_SHORT_READY_BARRIER,
    [CS_WHAT_GROUP] = TEXT_COUNT,
    [CS_WHAT_READ] = TEXT_COUNT,
    [CS_WHAT_DRAIN] = TEXT_COUNT,
    [CS_WHAT_CONNECT] = TEXT_COUNT,
    [CS_WHAT_REPLY] = TEXT_COUNT,
    [CS_WHAT_PROCESS] = TEXT_COUNT,
    [CS_WHAT_CLOSE] = TEXT_COUNT,
};

static const TextKey short_waits_keys[] = {
    [CS_WHAT_FUTURE] = TEXT_COUNT,
    [CS_WHAT_TASK] = TEXT_SHORT_WAITS_THESE,
    [CS_WHAT_SLEEP] = TEXT_COUNT,
    [CS_WHAT_GATHER] = TEXT_SHORT_WAITS_THESE,
    [CS_WHAT_WAIT] = TEXT_SHORT_WAITS_THESE,
    [CS_WHAT_WAIT_FOR] = TEXT_SHORT_WAITS_THESE,
    [CS_WHAT_QUEUE_GET] = TEXT_SHORT_WAITS_QUEUE_GET,
    [CS_WHAT_QUEUE_PUT] = TEXT_SHORT_WAITS_QUEUE_PUT,
    [CS_WHAT_QUEUE_JOIN] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_LOCK] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_EVENT] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_SHIELD] = TEXT_SHORT_WAITS_THESE,
    [CS_WHAT_CALLBACK] = TEXT_COUNT,
    [CS_WHAT_FIRST_STEP] = TEXT_COUNT,
    [CS_WHAT_NEXT_STEP] = TEXT_COUNT,
    [CS_WHAT_CANCEL] = TEXT_COUNT,
    [CS_WHAT_SEMAPHORE] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_CONDITION] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_BARRIER] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_GROUP] = TEXT_SHORT_WAITS_THESE,
    [CS_WHAT_READ] = TEXT_SHORT_WAITS_READ,
    [CS_WHAT_DRAIN] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_CONNECT] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_REPLY] = TEXT_SHORT_WAITS_REPLY,
    [CS_WHAT_PROCESS] = TEXT_SHORT_WAITS_THING,
    [CS_WHAT_CLOSE] = TEXT_SHORT_WAITS_THING,
};

enum { WHAT_COUNT = sizeof ready_keys / sizeof *ready_keys };
_Static_assert(sizeof waits_keys == sizeof ready_keys, "one wording for each reason");
_Static_assert(sizeof short_ready_keys == sizeof ready_keys, "one wording for each reason");
_Static_assert(sizeof short_waits_keys == sizeof ready_keys, "one wording for each reason");

static TextKey key_of(const TextKey *keys, const TextKey *shorter, CsWhat what, bool brief) {
    if ((int)what < 0 || (int)what >= WHAT_COUNT) what = CS_WHAT_FUTURE;
    return brief && shorter[what] != TEXT_COUNT ? shorter[what] : keys[what];
}

const char *model_words_ready(Model *model, const ModelFacts *facts, const CsHandle *handle,
                              bool brief) {
    const CsReason *r = &handle->because;
    TextKey key = key_of(ready_keys, short_ready_keys, r->what, brief);
    const char *thing = r->what == CS_WHAT_SLEEP ? model_seconds_float(&model->pool, r->seconds)
                                                 : model_find_name(facts->now, r->about);
    const CsFuture *future = model_find_future(facts->now, r->about);
    if (r->what == CS_WHAT_FUTURE && future && future->named) key = TEXT_READY_TASK;
    /* Where a task that is done has left the snapshot, its name is not known any more. */
    if (r->what == CS_WHAT_TASK && !*thing) key = TEXT_READY_FUTURE;
    return model_fill(&model->pool, text_get(model->words, key), thing, NULL);
}

const char *model_words_over(const TextTable *words, ModelPool *pool, const CsSnapshot *now,
                             const CsReason *reason) {
    bool sleep = reason->what == CS_WHAT_SLEEP;
    const char *thing =
        sleep ? model_seconds_float(pool, reason->seconds) : model_find_name(now, reason->about);
    TextKey key = key_of(ready_keys, short_ready_keys, reason->what, false);
    if (reason->what == CS_WHAT_TASK && !*thing) key = TEXT_READY_FUTURE;
    return model_fill(pool, text_get(words, key), thing, NULL);
}

/* Who or what stands behind the wait: badges of tasks, else the thing's name. */
static ModelText awaited(Model *model, const ModelFacts *facts, const CsTask *task) {
    ModelText badges =
        sentence_badges(&model->pool, facts->now, task->waits_tasks, task->waits_task_count);
    if (badges.count) return badges;
    const char *name = model_find_name(facts->now, task->waits.about);
    if (!*name) name = model_find_name(facts->now, task->waits_future);
    if (!*name) name = text_get(model->words, TEXT_A_TASK);
    return sentence_piece(&model->pool, SPAN_PLAIN, model_copy_z(&model->pool, name));
}

/* What {0} stands for: seconds, those who are awaited, or the thing's name. */
static ModelText first_argument(Model *model, const ModelFacts *facts, const CsTask *task) {
    const CsReason *r = &task->waits;
    ModelPool *pool = &model->pool;
    switch (r->what) {
    case CS_WHAT_SLEEP:
        return sentence_piece(pool, SPAN_PLAIN, model_seconds_float(pool, r->seconds));
    case CS_WHAT_QUEUE_GET:
    case CS_WHAT_QUEUE_PUT:
    case CS_WHAT_QUEUE_JOIN:
    case CS_WHAT_LOCK:
    case CS_WHAT_EVENT:
    case CS_WHAT_SEMAPHORE:
    case CS_WHAT_CONDITION:
    case CS_WHAT_BARRIER:
    case CS_WHAT_READ:
    case CS_WHAT_DRAIN:
    case CS_WHAT_CONNECT:
    case CS_WHAT_REPLY:
    case CS_WHAT_PROCESS:
    case CS_WHAT_CLOSE: {
        const char *name = model_find_name(facts->now, r->about);
        return sentence_piece(pool, SPAN_PLAIN, model_copy_z(pool, name));
    }
    default: return awaited(model, facts, task);
    }
}

/* The future stands for the work of a thread that the task launched, as to_thread() does. */
static bool waits_for_thread(const ModelFacts *facts, const CsTask *task) {
    const Timeline *t = facts->timeline;
    bool future = task->waits.what == CS_WHAT_FUTURE && task->waits_task_count == 0;
    for (size_t i = t && future ? t->job_count : 0; i-- > 0;)
        if (t->jobs[i].task == task->id && t->jobs[i].event <= facts->now->event) return true;
    return false;
}

/* Of one that sleeps: the timer that ends it. */
static const CsTimer *timer_of(const ModelFacts *facts, uint32_t future) {
    for (int i = 0; future && i < facts->now->timer_count; i++)
        if (facts->now->timers[i].future == future) return &facts->now->timers[i];
    return NULL;
}

void model_words_waits(Sentence *s, Model *model, const ModelFacts *facts, const CsTask *task,
                       bool brief) {
    const CsReason *r = &task->waits;
    ModelPool *pool = &model->pool;
    if (waits_for_thread(facts, task)) {
        sentence_add(s, SPAN_PLAIN, text_get(model->words, TEXT_WAITS_THREAD));
        return;
    }
    TextKey key = key_of(waits_keys, short_waits_keys, r->what, brief);
    ModelText args[2] = {first_argument(model, facts, task), {0}};
    const CsFuture *future = model_find_future(facts->now, task->waits_future);
    if (r->what == CS_WHAT_FUTURE && future && future->named && !task->waits_task_count)
        key = brief ? TEXT_SHORT_WAITS_THING : TEXT_WAITS_FUTURE_NAMED;
    const CsSync *lock = model_find_sync(facts->now, r->about);
    bool held = r->what == CS_WHAT_LOCK && lock && model_find_task(facts->now, lock->owner);
    if (held && !brief) {
        key = TEXT_WAITS_LOCK_OF;
        args[1] = sentence_badges(pool, facts->now, &lock->owner, 1);
    }
    const CsTimer *timer = r->what == CS_WHAT_SLEEP ? timer_of(facts, task->waits_future) : NULL;
    if (timer) {
        ModelText until = sentence_piece(pool, SPAN_PLAIN, model_seconds(pool, timer->when_ns));
        key = brief ? TEXT_SHORT_WAITS_UNTIL : TEXT_WAITS_SLEEP_UNTIL;
        args[brief ? 0 : 1] = until;
    }
    if (r->what == CS_WHAT_WAIT_FOR)
        args[1] = sentence_piece(pool, SPAN_PLAIN, model_seconds_float(pool, r->seconds));
    sentence_fill(s, text_get(model->words, key), args, 2);
}

/* Of waits for several tasks the call is named. */
static bool is_for_one(CsWhat what) {
    static const CsWhat one[] = {CS_WHAT_TASK,      CS_WHAT_QUEUE_GET,  CS_WHAT_QUEUE_PUT,
                                 CS_WHAT_LOCK,      CS_WHAT_QUEUE_JOIN, CS_WHAT_EVENT,
                                 CS_WHAT_SEMAPHORE, CS_WHAT_CONDITION,  CS_WHAT_BARRIER};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++)
        if (one[i] == what) return true;
    return false;
}

/* The call that waits for several; NULL: none of these. */
static const char *call_for_several(CsWhat what) {
    switch (what) {
    case CS_WHAT_GATHER: return "gather";
    case CS_WHAT_WAIT: return "wait";
    case CS_WHAT_WAIT_FOR: return "wait_for";
    case CS_WHAT_SHIELD: return "shield";
    default: return NULL;
    }
}

void model_words_waited(Sentence *s, Model *model, const CsSnapshot *now, const CsReason *reason) {
    const char *name = model_find_name(now, reason->about);
    CsWhat what = *name && is_for_one(reason->what) ? reason->what : CS_WHAT_FUTURE;
    const char *call = call_for_several(reason->what);
    TextKey key = call ? TEXT_WAITS_CALL : key_of(waits_keys, short_waits_keys, what, false);
    const char *text = model_copy_z(&model->pool, call ? call : name);
    ModelText arg = sentence_piece(&model->pool, SPAN_PLAIN, text);
    sentence_fill(s, text_get(model->words, key), &arg, 1);
}
