#include "api/engine_api.h"

#include "api/end_message.h"
#include "api/snap.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/exceptions.h"
#include "object/float.h"
#include "object/int.h"
#include "vm/gen.h"

enum { VALUE_MEMORY = 1 << 20 };

/* What is kept of a run beside the records themselves: names, labels, outputs. Nothing here touches
 * the arena: a run that is recorded and one that is repeated are the same. */

static bool room(ApiState *api, void **items, size_t *capacity, size_t count, size_t size) {
    if (count < *capacity) return true;
    size_t wanted = *capacity ? *capacity * 2 : 64;
    void *fresh = realloc(*items, wanted * size);
    if (!fresh) {
        api->failed = true;
        return false;
    }
    *items = fresh;
    *capacity = wanted;
    return true;
}

const char *api_copy(const char *text, size_t size) {
    char *copy = malloc(size + 1);
    if (!copy) return NULL;
    if (size) memcpy(copy, text, size);
    copy[size] = 0;
    return copy;
}

static char *copy_str(const char *text) {
    return (char *)(uintptr_t)api_copy(text, strlen(text));
}

/* Labels repeat: each text is kept once. */
static const char *intern(ApiState *api, const char *text) {
    for (size_t i = api->label_count; i-- > 0;) {
        if (strcmp(api->labels[i], text) == 0) return api->labels[i];
    }
    void *items = api->labels;
    if (!room(api, &items, &api->label_capacity, api->label_count, sizeof(char *))) return "";
    api->labels = items;
    char *copy = copy_str(text);
    if (!copy) return "";
    return api->labels[api->label_count++] = copy;
}

static AioTask *find_task(Engine *e, uint32_t id) {
    for (AioFuture *f = e->aio->last_future; id && f; f = f->prev) {
        if (f->h.id == id) return aio_is_task(e, OBJ(f)) ? TASK(f) : NULL;
    }
    return NULL;
}

static void log_handle_run(Engine *e, const Event *event) {
    ApiState *api = API(e);
    void *items = api->runs;
    if (!room(api, &items, &api->run_capacity, api->run_count, sizeof(CsHandleRun))) return;
    api->runs = items;
    AioLoop *loop = e->aio->running_loop;
    const AioHandle *h = loop ? loop->running_handle : NULL;
    const AioTask *task = h ? aio_handle_task(e, h) : NULL;
    const char *label = h ? aio_handle_label_text(e, h) : "";
    api->runs[api->run_count++] =
        (CsHandleRun){e->aio->iterations, event->time,
                      intern(api, label), task ? intern(api, task->name->text) : NULL,
                      event->arg,         event->id};
}

/* The first argument that is a short text or a number tells tasks of one function apart. */
static void task_label(Engine *e, const Gen *g, char *out, size_t size) {
    const PFrame *f = g->frame;
    snprintf(out, size, "%s", g->code->name->text);
    for (uint32_t i = 0; f && i < g->code->arg_count; i++) {
        const Obj *value = pframe_slot_value(e, f, i);
        size_t used = strlen(out);
        if (!value) continue;
        if (HAS_LAYOUT(value, STR) && STR(value)->size <= 12) {
            snprintf(out + used, size - used, " %s", STR(value)->text);
            return;
        }
        if (IS(e, value, int)) {
            snprintf(out + used, size - used, " %lld", (long long)int_value(value));
            return;
        }
    }
}

static void log_task_created(Engine *e, const Event *event) {
    ApiState *api = API(e);
    void *items = api->tasks;
    if (!room(api, &items, &api->task_capacity, api->task_count, sizeof(TaskRecord))) return;
    api->tasks = items;
    const AioTask *t = find_task(e, event->subject);
    ASSERT(t, "a task that was just created is alive");
    char label[64];
    const char *coroutine = type_name(t->coro);
    snprintf(label, sizeof label, "%s", coroutine);
    if (gen_is(e, t->coro)) {
        coroutine = GEN(t->coro)->code->name->text;
        task_label(e, GEN(t->coro), label, sizeof label);
    }
    api->tasks[api->task_count++] = (TaskRecord){.id = event->subject,
                                                 .number = t->number,
                                                 .created_by = t->created_by,
                                                 .created_line = t->created_line,
                                                 .event = event->id,
                                                 .name = copy_str(t->name->text),
                                                 .coroutine = copy_str(coroutine),
                                                 .label = copy_str(label)};
}

const TaskRecord *api_task_record(const Engine *e, uint32_t id) {
    const ApiState *api = API(e);
    size_t low = 0, high = api->task_count; /* ids grow with creation */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (api->tasks[middle].id == id) return &api->tasks[middle];
        if (api->tasks[middle].id < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

static void log_task_done(Engine *e, const Event *event) {
    TaskRecord *t = (TaskRecord *)(uintptr_t)api_task_record(e, event->subject);
    if (!t) return;
    t->done_event = event->id;
    t->how = (uint8_t)event->arg;
}

/* The task's result is kept as a text: the object may be gone when it is looked at. */
static void log_task_value(Engine *e, const Event *event) {
    TaskRecord *t = (TaskRecord *)(uintptr_t)api_task_record(e, event->subject);
    const AioTask *task = t && !t->value ? find_task(e, event->subject) : NULL;
    if (!task) return;
    Snap b = {.e = e};
    region_init(&b.memory, VALUE_MEMORY);
    const Obj *value = task->f.exception ? task->f.exception
                       : task->f.result  ? task->f.result
                                         : task->f.cancel_message;
    t->value = copy_str(snap_value(&b, value));
    region_clear(&b.memory);
}

void api_log_event(Engine *e, const Event *event) {
    switch ((EventKind)event->kind) {
    case EVENT_HANDLE_RUN: log_handle_run(e, event); break;
    case EVENT_TASK_CREATED: log_task_created(e, event); break;
    case EVENT_TASK_DONE: log_task_done(e, event); break;
    case EVENT_FUTURE_RESOLVED: log_task_value(e, event); break;
    case EVENT_DEADLOCK: API(e)->message = end_message(e, CS_END_DEADLOCK); break;
    default: break;
    }
}

static CsEnd end_of(const Engine *e) {
    switch ((AbortReason)e->vm->aborting) {
    case ABORT_INSTRUCTIONS: return CS_END_INSTRUCTIONS;
    case ABORT_OUTPUT: return CS_END_OUTPUT;
    case ABORT_TIME: return CS_END_TIME;
    case ABORT_DEADLOCK: return CS_END_DEADLOCK;
    case ABORT_MEMORY: return CS_END_MEMORY;
    case ABORT_NONE: break;
    }
    return e->vm->exception_text ? CS_END_EXCEPTION : CS_END_NORMAL;
}

/* print() writes its text and the line's end one after the other: what one task writes at one time
 * is one piece until its line is complete, as in the oracle's report. */
static bool joins(const CsOutput *last, const OutputRecord *o, const Event *event) {
    return last->stream == o->stream && last->task == event->subject &&
           last->time_ns == event->time && last->text[last->size - 1] != '\n';
}

static bool extend(CsOutput *last, const char *text, size_t size, const Event *event) {
    char *grown = realloc((void *)(uintptr_t)last->text, last->size + size + 1);
    if (!grown) return false;
    memcpy(grown + last->size, text, size);
    last->size += size;
    grown[last->size] = 0;
    last->text = grown;
    last->event = event->id;
    return true;
}

static bool add_output(ApiState *api, const OutputRecord *o, const char *text, const Event *event) {
    void *items = api->outputs;
    if (!room(api, &items, &api->output_capacity, api->output_count, sizeof(CsOutput)))
        return false;
    api->outputs = items;
    const char *copy = api_copy(text, o->size);
    if (!copy) return false;
    api->outputs[api->output_count++] =
        (CsOutput){o->stream, event->time, event->id, event->subject, event->step, copy, o->size};
    return true;
}

void api_log_outputs(Engine *e) {
    ApiState *api = API(e);
    const History *h = e->history;
    bool ok = true;
    for (; ok && api->writes_seen < h->output_count; api->writes_seen++) {
        const OutputRecord *o = &h->outputs[api->writes_seen];
        const Event *event = &h->events[o->event - 1];
        CsOutput *last = api->output_count ? &api->outputs[api->output_count - 1] : NULL;
        ok = last && joins(last, o, event) ? extend(last, h->text + o->start, o->size, event)
                                           : add_output(api, o, h->text + o->start, event);
    }
    api->failed = api->failed || !ok;
}

void api_log_end(Engine *e) {
    ApiState *api = API(e);
    api_log_outputs(e);
    CsEnd end = end_of(e);
    const Str *text = e->vm->exception_text;
    api->exception = text && end == CS_END_EXCEPTION ? copy_str(text->text) : NULL;
    if (!api->message) api->message = end_message(e, end);
    int status = end == CS_END_NORMAL ? 0 : end == CS_END_EXCEPTION ? e->vm->exit_status : 1;
    const Str *last_words = e->vm->exit_text;
    api->exit_text = last_words ? copy_str(last_words->text) : NULL;
    api->result = (CsResult){end, api->exception, api->message, api->exit_text, e->vm->now, status};
}
