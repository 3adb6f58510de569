/* What follows from a step, and steps that made no records. */
#include "model/caption_line.h"

static const char *stuck_call(const CsReason *because) {
    switch (because->what) {
    case CS_WHAT_QUEUE_PUT: return "put()";
    case CS_WHAT_QUEUE_GET: return "get()";
    case CS_WHAT_QUEUE_JOIN: return "join()";
    case CS_WHAT_LOCK: return "acquire()";
    case CS_WHAT_SEMAPHORE: return "acquire()";
    case CS_WHAT_EVENT:
    case CS_WHAT_CONDITION:
    case CS_WHAT_BARRIER: return "wait()";
    default: return NULL;
    }
}

static void say_one_woken(Caption *c, const CsHandle *handle) {
    ModelText who = sentence_task(c->pool, c->facts->now, handle->task);
    bool named = caption_is_named(c, handle->because.about);
    const char *call = named ? stuck_call(&handle->because) : NULL;
    if (!who.count)
        caption_say1(c, TEXT_THEN_CALLBACK, who);
    else if (call)
        caption_say2(c, TEXT_THEN_WOKEN_FROM, who, caption_plain(c, call));
    else
        caption_say1(c, TEXT_THEN_WOKEN, who);
}

/* Handles that joined the ready queue by this step, but for a new task's first step and a step
   that was said already. */
static void say_woken(Caption *c) {
    const CsSnapshot *s = c->facts->now;
    const CsHandle *woken = NULL;
    int count = 0;
    for (int i = 0; i < s->ready_count; i++) {
        const CsHandle *handle = &s->ready[i];
        bool told =
            handle->because.what == CS_WHAT_FIRST_STEP || handle->because.what == CS_WHAT_NEXT_STEP;
        if (told || !model_find_fresh(c->facts, handle->event)) continue;
        woken = handle;
        count++;
    }
    if (count == 1) say_one_woken(c, woken);
    if (count > 1)
        caption_say1(c, TEXT_THEN_WOKEN_MANY, caption_plain(c, model_print(c->pool, "%d", count)));
}

/* Whether what was told had already happened in the handle that runs now. */
static bool told_of_runner(const Caption *c) {
    EventRange range = model_find_events(c->facts);
    for (size_t i = range.from; i < range.to && c->told; i++) {
        const CsEvent *e = &c->facts->events[i];
        if (e->kind == EVENT_HANDLE_RUN && e->subject == c->facts->now->running.id)
            return e->id <= c->told->id;
    }
    return false;
}

/* Who runs now, where that is another handle than one step ago. */
static void say_who_is_next(Caption *c) {
    const CsSnapshot *s = c->facts->now, *before = c->facts->before;
    bool same = before && s->running.id == before->running.id;
    if (same || !before || !s->running.task || told_of_runner(c)) return;
    const CsTask *task = model_find_task(before, s->running.task);
    bool first = !task || task->state == CS_TASK_CREATED;
    ModelText who = sentence_task(c->pool, s, s->running.task);
    caption_say1(c, first ? TEXT_THEN_STARTS : TEXT_THEN_GOES_ON, who);
}

/* Whether the clock went on after what was told. */
static bool time_passed(const Caption *c) {
    const CsSnapshot *s = c->facts->now, *before = c->facts->before;
    if (!c->told || c->told->kind == EVENT_ITERATION_WAITED)
        return false; /* that is what it told */
    return before && s->time_ns > before->time_ns && c->told->time < s->time_ns;
}

static const ModelLocal *changed_local(const Model *model) {
    const ModelRunning *running = &model->running;
    if (running->frame_count == 0) return NULL;
    const ModelFrame *frame = &running->frames[running->frame_count - 1];
    for (int i = 0; i < frame->local_count; i++)
        if (frame->locals[i].changed) return &frame->locals[i];
    return NULL;
}

/* Says that the body of a class was entered or left by this step; false: it was not. */
static bool say_class_body(Caption *c, int now, int had) {
    const CsSnapshot *s = c->facts->now, *before = c->facts->before;
    if (!before || had == 0 || (now != had + 1 && now + 1 != had)) return false;
    bool enters = now > had;
    const CsSnapshot *in = enters ? s : before;
    const CsFrame *frames = in->running.id ? in->frames : in->program;
    const CsFrame *frame = &frames[(enters ? now : had) - 1];
    return caption_class_body(c, enters ? frame : NULL, enters ? NULL : frame);
}

/* The frame that runs; 0: none does. */
static uint32_t innermost_frame(const CsSnapshot *s) {
    if (s->running.id) return s->frame_count ? s->frames[s->frame_count - 1].id : 0;
    return s->program_count ? s->program[s->program_count - 1].id : 0;
}

/* What a generator and its driver said to each other last in this step, where that led to the frame
   that runs; NULL: nothing. */
static const CsTalk *talk_of_step(const Caption *c) {
    const CsSnapshot *s = c->facts->now, *before = c->facts->before;
    uint32_t frame = innermost_frame(s);
    const CsTalk *found = NULL;
    for (size_t i = 0; before && i < c->facts->talk_count; i++) {
        const CsTalk *t = &c->facts->talks[i];
        if (t->step >= before->step && t->step < s->step) found = t;
    }
    if (!found || found->kind == CS_TALK_WAKE || found->kind == CS_TALK_AWAIT) return NULL;
    bool answer = found->kind == CS_TALK_YIELD || found->kind == CS_TALK_END;
    return (answer ? found->partner : found->frame) == frame ? found : NULL;
}

/* Who speaks to the generator: another one by its name, else the task. */
static ModelText speaker(Caption *c, uint32_t frame, ModelText who) {
    for (size_t i = 0; i < c->facts->talk_count; i++)
        if (c->facts->talks[i].frame == frame)
            return sentence_piece(c->pool, SPAN_CODE,
                                  model_copy_z(c->pool, c->facts->talks[i].function));
    return who;
}

static bool say_talk(Caption *c, ModelText who, ModelText line) {
    static const TextKey keys[] = {
        [CS_TALK_NEXT] = TEXT_SAY_TALK_NEXT,   [CS_TALK_SEND] = TEXT_SAY_TALK_SEND,
        [CS_TALK_THROW] = TEXT_SAY_TALK_THROW, [CS_TALK_WAKE] = TEXT_SAY_TALK_NEXT,
        [CS_TALK_YIELD] = TEXT_SAY_TALK_YIELD, [CS_TALK_AWAIT] = TEXT_SAY_TALK_NEXT,
        [CS_TALK_END] = TEXT_SAY_TALK_END};
    const CsTalk *talk = talk_of_step(c);
    if (!talk) return false;
    who = speaker(c, talk->partner, who);
    ModelText args[] = {who, caption_plain(c, talk->function), caption_plain(c, talk->value), line};
    caption_say_all(c, keys[talk->kind], args, 4);
    return true;
}

/* A step without records: a call, a return, a variable, or just a line. */
void caption_line(Caption *c) {
    const CsSnapshot *s = c->facts->now, *before = c->facts->before;
    if (s->line_next == 0) return;
    ModelText line = caption_plain(c, model_print(c->pool, "%d", s->line_next));
    ModelText who = caption_task(c, s->running.task, TEXT_THE_PROGRAM);
    int now = s->running.id ? s->frame_count : s->program_count, had = now;
    if (before && before->running.id == s->running.id)
        had = s->running.id ? before->frame_count : before->program_count;
    const ModelRunning *running = &c->model->running;
    const char *call = now > 0 && now == running->frame_count ? running->frames[now - 1].call : "";
    const ModelLocal *local = changed_local(c->model);
    if (say_class_body(c, now, had)) return;
    if (had > 0 && now != had && say_talk(c, who, line)) return;
    if (had > 0 && now != had && *call) {
        caption_say(c, now > had ? TEXT_SAY_CALLED : TEXT_SAY_RETURNED, who, caption_plain(c, call),
                    line);
    } else if (local) {
        ModelText args[] = {who, caption_plain(c, local->name), caption_plain(c, local->value),
                            line};
        caption_say_all(c, TEXT_SAY_LOCAL, args, 4);
    } else if (now != had || !caption_definition(c)) {
        caption_next_line(c, s->running.task ? who : (ModelText){0});
    }
}

void caption_follows(Caption *c) {
    const CsSnapshot *s = c->facts->now;
    if (c->model->stuck.on) return; /* time passes, but nothing of the loop follows */
    if (time_passed(c))
        caption_say1(c, TEXT_THEN_TIME_PASSED, caption_plain(c, model_clock(c->pool, s->time_ns)));
    else
        say_woken(c);
    say_who_is_next(c);
}
