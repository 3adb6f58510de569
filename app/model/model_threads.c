/* Worker threads, and the loop's own thread where it stands still in a call. */
#include "model/model_find.h"

#include <string.h>

#define PICK(model, key) text_get((model)->words, key)

static const CsThread *find_thread(const CsSnapshot *s, uint32_t id) {
    for (int i = 0; i < s->thread_count; i++)
        if (s->threads[i].id == id) return &s->threads[i];
    return NULL;
}

/* ---- Worker threads ------------------------------------------------------------------------ */

static const char *call_of(Model *model, const CsFrame *frame) {
    return model_print(&model->pool, "%s(%s)", frame->function, frame->arguments);
}

/* What it runs; after its end, when no frame is left to read it from, for whom it ran. */
static const char *title_of(Model *model, const ModelFacts *facts, const TimelineJob *job) {
    const CsTask *task = model_find_task(facts->now, job->task);
    const CsThread *thread = find_thread(facts->now, job->thread);
    bool own = thread && thread->by_task == job->task && thread->frame_count > 0;
    if (own) return call_of(model, &thread->frames[0]);
    if (task)
        return model_fill(&model->pool, PICK(model, TEXT_THREAD_FOR), model_find_short_name(task),
                          NULL);
    return thread ? model_copy_z(&model->pool, thread->name) : "";
}

static ModelText words_of(Model *model, ModelState state, const char *first, const char *rest) {
    Sentence s = {.pool = &model->pool};
    if (first) sentence_state(&s, state, first);
    if (first) sentence_add(&s, SPAN_PLAIN, " ");
    sentence_add(&s, SPAN_PLAIN, rest);
    return s.text;
}

static const char *what_it_waits_for(Model *model, const ModelFacts *facts,
                                     const CsThread *thread) {
    const CsThread *other = find_thread(facts->now, thread->waits_for);
    if (!other) return PICK(model, TEXT_THREAD_WAITS);
    return model_fill(&model->pool, PICK(model, TEXT_THREAD_WAITS_FOR), other->name, NULL);
}

static const char *doing(Model *model, const ModelFacts *facts, const CsThread *thread) {
    ModelPool *pool = &model->pool;
    int line = thread->frame_count ? thread->frames[thread->frame_count - 1].line : 0;
    switch (thread->state) {
    case CS_THREAD_RUNNING:
        if (!line) break;
        return model_fill(pool, PICK(model, TEXT_THREAD_RUNS), model_print(pool, "%d", line), NULL);
    case CS_THREAD_SLEEPING:
        return model_fill(pool, PICK(model, TEXT_THREAD_SLEEPS), model_clock(pool, thread->wake_ns),
                          NULL);
    case CS_THREAD_BLOCKED: return what_it_waits_for(model, facts, thread);
    case CS_THREAD_LOOP: return PICK(model, TEXT_THREAD_LOOP);
    case CS_THREAD_READY: break;
    }
    return PICK(model, TEXT_THREAD_READY);
}

/* The callback with which the job's result comes to the loop, while it is in the ready queue. */
static const CsHandle *callback_of(const ModelFacts *facts, const TimelineJob *job) {
    const CsSnapshot *s = facts->now;
    for (int i = 0; i < s->ready_count; i++) {
        const CsEvent *scheduled = model_find_event(facts, s->ready[i].event);
        const CsEvent *cause = scheduled ? model_find_event(facts, scheduled->cause) : NULL;
        bool inside = scheduled && scheduled->id > job->event && scheduled->id <= job->event_end;
        if (inside && cause && cause->subject == job->thread) return &s->ready[i];
    }
    return NULL;
}

static void build_busy(ModelThread *out, Model *model, const ModelFacts *facts,
                       const TimelineJob *job) {
    const CsThread *thread = find_thread(facts->now, job->thread);
    bool runs = thread && thread->state == CS_THREAD_RUNNING;
    out->state = runs ? STATE_RUNNING : STATE_WAITING;
    out->doing = words_of(model, out->state, NULL,
                          thread ? doing(model, facts, thread) : PICK(model, TEXT_THREAD_READY));
    out->then = "";
    out->fresh = model_find_fresh(facts, job->event);
}

/* What the callback will give to the future that the task awaits; "" where it is not recorded. */
static const char *answer_of(Model *model, const ModelFacts *facts, const CsHandle *callback) {
    bool runs = false;
    for (uint32_t id = callback->event + 1; id <= facts->event_count; id++) {
        const CsEvent *e = model_find_event(facts, id);
        bool own = e->subject == callback->id;
        if (own && e->kind == EVENT_HANDLE_RUN) runs = true;
        if (own && e->kind == EVENT_HANDLE_DONE) return "";
        if (!runs || e->kind != EVENT_FUTURE_RESOLVED) continue;
        for (size_t i = 0; i < facts->answer_count; i++)
            if (facts->answers[i].event == id)
                return model_copy_z(&model->pool, facts->answers[i].value);
    }
    return "";
}

/* "returned 'cat'", and below it when and for whom. */
static void say_answer(ModelThread *out, Model *model, const ModelFacts *facts,
                       const TimelineJob *job, const CsHandle *callback) {
    const char *value = answer_of(model, facts, callback);
    const CsTask *task = model_find_task(facts->now, job->task);
    const CsEvent *end = model_find_event(facts, job->event_end);
    if (!*value || !task) return;
    TextKey word = job->failed ? TEXT_THREAD_FAILED_WORD : TEXT_THREAD_RETURNED_WORD;
    out->call = model_print(&model->pool, "%s %s", PICK(model, word), value);
    const char *rest =
        model_fill(&model->pool, PICK(model, TEXT_THREAD_AT_FOR),
                   model_clock(&model->pool, end ? end->time : 0), model_find_short_name(task));
    out->doing = words_of(model, out->state, NULL, rest);
}

static void build_over(ModelThread *out, Model *model, const ModelFacts *facts,
                       const TimelineJob *job, const CsHandle *callback) {
    ModelPool *pool = &model->pool;
    const CsEvent *end = model_find_event(facts, job->event_end);
    int64_t ago = facts->now->time_ns - callback->since_ns;
    const char *when = model_fill(pool, PICK(model, TEXT_THREAD_RETURNED),
                                  model_clock(pool, end ? end->time : 0), NULL);
    TextKey word = job->failed ? TEXT_THREAD_FAILED_WORD : TEXT_THREAD_RETURNED_WORD;
    out->state = job->failed ? STATE_FAILED : STATE_DONE;
    out->doing = words_of(model, out->state, PICK(model, word), when);
    say_answer(out, model, facts, job, callback);
    out->then = PICK(model, TEXT_THREAD_QUEUED_NOW);
    if (ago > 0)
        out->then =
            model_fill(pool, PICK(model, TEXT_THREAD_QUEUED_AGO), model_seconds(pool, ago), NULL);
    out->fresh = model_find_fresh(facts, job->event_end);
}

/* A job is shown from its start until the loop has run the callback that brings its result. */
static bool build_thread(ModelThread *out, Model *model, const ModelFacts *facts,
                         const TimelineJob *job) {
    bool over = job->event_end && job->event_end <= facts->now->event;
    const CsHandle *callback = over ? callback_of(facts, job) : NULL;
    if (over && !callback) return false;
    out->id = job->thread;
    out->badge = (ModelBadge){.who = WHO_THREAD, .number = job->number, .id = job->thread};
    out->call = title_of(model, facts, job);
    if (over)
        build_over(out, model, facts, job, callback);
    else
        build_busy(out, model, facts, job);
    return true;
}

static int at_work(const ModelFacts *facts) {
    const Timeline *t = facts->timeline;
    int count = 0;
    for (size_t i = 0; i < t->job_count && t->jobs[i].event <= facts->now->event; i++)
        count += !t->jobs[i].event_end || t->jobs[i].event_end > facts->now->event;
    return count;
}

void model_threads(Model *model, const ModelFacts *facts) {
    const Timeline *t = facts->timeline;
    model->threads_note = "";
    model->has_threads = t && t->threads > 0;
    if (!model->has_threads) return;
    int threads = t->threads;
    model->threads = model_array(&model->pool, (size_t)threads, sizeof *model->threads);
    /* The newest job of each thread. */
    const TimelineJob **last = model_array(&model->pool, (size_t)threads, sizeof *last);
    for (size_t i = 0; i < t->job_count && t->jobs[i].event <= facts->now->event; i++)
        last[t->jobs[i].number - 1] = &t->jobs[i];
    for (int i = 0; i < threads; i++)
        if (last[i] && build_thread(&model->threads[model->thread_count], model, facts, last[i]))
            model->thread_count++;
    model->threads_note = model_fill(&model->pool, PICK(model, TEXT_THREADS_NOTE),
                                     model_print(&model->pool, "%d", at_work(facts)), NULL);
}

int model_thread_number(const ModelFacts *facts, uint32_t thread) {
    const Timeline *t = facts->timeline;
    for (size_t i = 0; t && i < t->job_count; i++)
        if (t->jobs[i].thread == thread) return t->jobs[i].number;
    return 0;
}

/* ---- The loop's thread --------------------------------------------------------------------- */

/* The main thread sleeps or waits inside a handle: while others run, the loop cannot. */
static const CsThread *stuck_thread(const CsSnapshot *s) {
    for (int i = 0; s->running.id && i < s->thread_count; i++) {
        const CsThread *t = &s->threads[i];
        bool still = t->state == CS_THREAD_SLEEPING || t->state == CS_THREAD_BLOCKED;
        if (t->main && still) return t;
    }
    return NULL;
}

/* The record with which the sleep will end; NULL where the run was not recorded so far. */
static const CsEvent *end_of_sleep(const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    for (size_t i = s->event; i < facts->event_count; i++) {
        const CsEvent *e = &facts->events[i];
        if (e->kind == EVENT_TIME_SLEPT && e->subject == s->running.task) return e;
        if (e->kind == EVENT_HANDLE_DONE) return NULL;
    }
    return NULL;
}

static void build_sleep(ModelStuck *out, Model *model, const ModelFacts *facts,
                        const CsThread *thread) {
    ModelPool *pool = &model->pool;
    const CsEvent *end = end_of_sleep(facts);
    int64_t left = thread->wake_ns - facts->now->time_ns;
    out->call = "time.sleep()";
    out->until = model_clock(pool, thread->wake_ns);
    out->to_go = model_fill(pool, PICK(model, TEXT_BLOCK_TO_GO), model_seconds(pool, left), NULL);
    if (!end || end->arg == 0) return;
    int64_t whole = (int64_t)end->arg * 1000000, over = whole - left;
    if (over < 0) over = 0;
    out->call = model_print(pool, "time.sleep(%s)", model_seconds(pool, whole));
    out->over = model_fill(pool, PICK(model, TEXT_BLOCK_OVER), model_seconds(pool, over),
                           model_seconds(pool, whole));
    out->share = (float)((double)over / (double)whole);
    out->whole_ns = whole;
}

void model_stuck(Model *model, const ModelFacts *facts) {
    const CsThread *thread = stuck_thread(facts->now);
    ModelStuck *out = &model->stuck;
    *out = (ModelStuck){.call = "", .over = "", .to_go = "", .until = ""};
    if (!thread) return;
    out->on = true;
    if (thread->frame_count) out->line = thread->frames[thread->frame_count - 1].line;
    if (thread->state == CS_THREAD_SLEEPING && thread->wake_ns >= 0)
        build_sleep(out, model, facts, thread);
    else
        out->call = PICK(model, TEXT_BLOCKED_CALL);
}
