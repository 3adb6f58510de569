#include "model/model_find.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const CsTask *model_find_task(const CsSnapshot *s, uint32_t id) {
    return s ? cs_find_task(s, id) : NULL;
}

const CsTask *model_find_task_numbered(const CsSnapshot *s, int number) {
    for (int i = 0; i < s->task_count; i++)
        if (s->tasks[i].number == number) return &s->tasks[i];
    return NULL;
}

static bool same(const char *a, const char *b, size_t length) {
    return strlen(a) == length && memcmp(a, b, length) == 0;
}

const CsTask *model_find_task_named(const CsSnapshot *s, const char *name, size_t length) {
    for (int i = 0; i < s->task_count; i++)
        if (same(s->tasks[i].name, name, length)) return &s->tasks[i];
    for (int i = 0; i < s->task_count; i++)
        if (same(s->tasks[i].label, name, length)) return &s->tasks[i];
    for (int i = 0; i < s->task_count; i++)
        if (same(model_find_short_name(&s->tasks[i]), name, length)) return &s->tasks[i];
    return NULL;
}

const CsHandle *model_find_ready(const CsSnapshot *s, uint32_t id) {
    for (int i = 0; s && id && i < s->ready_count; i++)
        if (s->ready[i].id == id) return &s->ready[i];
    return NULL;
}

const CsFuture *model_find_future(const CsSnapshot *s, uint32_t id) {
    return s ? cs_find_future(s, id) : NULL;
}

const CsTimer *model_find_timer(const CsSnapshot *s, uint32_t id) {
    for (int i = 0; s && id && i < s->timer_count; i++)
        if (s->timers[i].id == id) return &s->timers[i];
    return NULL;
}

const CsSync *model_find_sync(const CsSnapshot *s, uint32_t id) {
    for (int i = 0; s && id && i < s->sync_count; i++)
        if (s->syncs[i].id == id) return &s->syncs[i];
    return NULL;
}

uint32_t model_find_spot(const CsSnapshot *s, const LessonThing *thing) {
    static const char *const kinds[] = {"queue",     "lock",    "event", "semaphore",
                                        "condition", "barrier", "group"};
    if (strcmp(thing->kind, "task") == 0) {
        const CsTask *task = thing->name
                                 ? model_find_task_named(s, thing->name, strlen(thing->name))
                                 : model_find_task_numbered(s, thing->number);
        return task ? task->id : 0;
    }
    int number = 0;
    for (int i = 0; i < s->sync_count; i++) {
        if (strcmp(kinds[s->syncs[i].kind], thing->kind) != 0) continue;
        number++;
        if (thing->name ? strcmp(s->syncs[i].name, thing->name) == 0 : number == thing->number)
            return s->syncs[i].id;
    }
    return 0;
}

const CsEvent *model_find_event(const ModelFacts *facts, uint32_t id) {
    return id > 0 && id <= facts->event_count ? &facts->events[id - 1] : NULL;
}

const CsFrame *model_find_frame(const CsFrame *frames, int count, uint32_t id) {
    for (int i = 0; i < count; i++)
        if (frames[i].id == id) return &frames[i];
    return NULL;
}

EventRange model_find_events(const ModelFacts *facts) {
    size_t to = facts->now->event < facts->event_count ? facts->now->event : facts->event_count;
    size_t from = facts->before ? facts->before->event : to;
    return (EventRange){from < to ? from : to, to};
}

bool model_find_fresh(const ModelFacts *facts, uint32_t event) {
    EventRange range = model_find_events(facts);
    return event > range.from && event <= range.to;
}

ModelBadge model_find_badge(const CsSnapshot *s, uint32_t task) {
    const CsTask *t = model_find_task(s, task);
    if (t) return (ModelBadge){.who = WHO_TASK, .number = t->number, .id = t->id};
    return (ModelBadge){.who = WHO_CALLBACK};
}

ModelBadge model_find_writer(const ModelFacts *facts, const CsOutput *output) {
    if (output->task) return model_find_badge(facts->now, output->task);
    const CsEvent *e = model_find_event(facts, output->event);
    for (; e; e = model_find_event(facts, e->cause)) {
        int thread = e->kind == EVENT_THREAD_STARTED ? model_thread_number(facts, e->subject) : 0;
        if (thread) return (ModelBadge){.who = WHO_THREAD, .number = thread, .id = e->subject};
        if (e->kind == EVENT_HANDLE_RUN && !e->arg) return (ModelBadge){.who = WHO_CALLBACK};
        if (e->kind == EVENT_HANDLE_RUN || e->kind == EVENT_TASK_STEP) break;
    }
    return (ModelBadge){.who = WHO_NOBODY};
}

const char *model_find_short_name(const CsTask *task) {
    size_t length = strlen(task->coroutine);
    const char *rest = task->label + length + 1;
    if (strncmp(task->label, task->coroutine, length) != 0 || task->label[length] != ' ')
        return task->label;
    return isalpha((unsigned char)*rest) || (unsigned char)*rest >= 0x80 ? rest : task->label;
}

/* A method of the library's own, which has the name of none of the program's things. */
static const char GROUP[] = "TaskGroup._";

const char *model_find_handle_name(ModelPool *pool, const CsSnapshot *s, uint32_t id,
                                   const char *name) {
    const CsTask *task = model_find_task(s, id);
    size_t length = task ? strlen(task->name) : 0;
    bool usual = length > 5 && strncmp(task->name, "Task-", 5) == 0 &&
                 strspn(task->name + 5, "0123456789") == length - 5;
    if (!usual || strncmp(name, task->name, length) != 0 || atoi(task->name + 5) == task->number)
        return strncmp(name, GROUP, strlen(GROUP)) == 0 ? "group callback"
                                                        : model_copy_z(pool, name);
    return model_print(pool, "%s%s", model_find_short_name(task), name + length);
}

static void trim_zeros(char *text) {
    if (!strchr(text, '.')) return;
    size_t length = strlen(text);
    while (text[length - 1] == '0') text[--length] = 0;
    if (text[length - 1] == '.') text[length - 1] = 0;
}

const char *model_seconds(ModelPool *pool, int64_t ns) {
    bool negative = ns < 0;
    uint64_t size = negative ? (uint64_t)0 - (uint64_t)ns : (uint64_t)ns;
    char *text = model_print(pool, "%s%" PRIu64 ".%09" PRIu64, negative ? "-" : "",
                             size / 1000000000, size % 1000000000);
    trim_zeros(text);
    return text;
}

const char *model_seconds_float(ModelPool *pool, double seconds) {
    if (!(seconds > -9e9 && seconds < 9e9)) return model_print(pool, "%g", seconds);
    return model_seconds(pool, (int64_t)(seconds * 1e9 + (seconds < 0 ? -0.5 : 0.5)));
}

const char *model_clock(ModelPool *pool, int64_t ns) {
    uint64_t thousandths = ns > 0 ? ((uint64_t)ns + 500000) / 1000000 : 0;
    return model_print(pool, "%" PRIu64 ".%03" PRIu64, thousandths / 1000, thousandths % 1000);
}

const char *model_count(ModelPool *pool, uint64_t count) {
    char digits[24], text[64];
    int length = snprintf(digits, sizeof digits, "%" PRIu64, count);
    size_t at = 0;
    for (int i = 0; i < length; i++) {
        bool apart = i > 0 && (length - i) % 3 == 0;
        if (apart) at += (size_t)snprintf(text + at, sizeof text - at, "\u2009");
        text[at++] = digits[i];
    }
    return model_copy(pool, text, at);
}

const char *model_plain_value(ModelPool *pool, const char *repr) {
    size_t length = strlen(repr);
    bool quoted = length >= 2 && (repr[0] == '\'' || repr[0] == '"') && repr[length - 1] == repr[0];
    if (!quoted || memchr(repr, '\\', length)) return model_copy(pool, repr, length);
    return model_copy(pool, repr + 1, length - 2);
}

const char *model_find_name(const CsSnapshot *s, uint32_t id) {
    const CsTask *task = model_find_task(s, id);
    const CsSync *sync = model_find_sync(s, id);
    const CsFuture *future = model_find_future(s, id);
    return task ? task->name : sync ? sync->name : future ? future->label : "";
}
