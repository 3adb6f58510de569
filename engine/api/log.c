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

/* Bytes. */
enum { TEXTS_STEP = 64 << 10 };

/* What is kept of a run beside the records themselves: names, labels, outputs. Nothing here touches
 * the arena: a run that is recorded and one that is repeated are the same. */

static bool room(ApiState *api, void **items, size_t *capacity, size_t count, size_t size) {
    return ledger_grow(&api->ledger, items, capacity, count + 1, size);
}

/* Texts are small and come from elsewhere: the ledger follows them in large steps. */
static void count_texts(ApiState *api) {
    if (api->texts.starved) api->ledger.refused = true;
    size_t held = api->texts.used + labels_memory(&api->labels) + api->output_bytes;
    while (held > api->texts_counted && ledger_take(&api->ledger, TEXTS_STEP)) {
        api->texts_counted += TEXTS_STEP;
    }
}

const char *api_copy(const char *text, size_t size) {
    char *copy = malloc(size + 1);
    if (!copy) return NULL;
    if (size) memcpy(copy, text, size);
    copy[size] = 0;
    return copy;
}

static char *copy_str(const char *text) {
    char *copy = (char *)(uintptr_t)api_copy(text, strlen(text));
    if (copy) utf8_hide_surrogates(copy, strlen(copy));
    return copy;
}

static uint32_t intern(ApiState *api, const char *text, uint32_t id) {
    uint32_t number = labels_intern(&api->labels, text, id);
    if (!number) api->ledger.refused = true;
    return number;
}

/* Mostly it is the newest future or the task whose step runs. */
static AioTask *find_task(Engine *e, uint32_t id) {
    AioTask *current = e->aio->current_task;
    if (current && current->f.h.id == id) return current;
    for (AioFuture *f = e->aio->last_future; id && f; f = f->prev) {
        if (f->h.id == id) return aio_is_task(e, OBJ(f)) ? TASK(f) : NULL;
    }
    return NULL;
}

/* Steps and wakeups have always the same label; their numbers take the place of ids, which begin
 * at the other end. */
static uint32_t handle_label(Engine *e, const AioHandle *h) {
    uint32_t id = h->kind == HANDLE_CALL ? 0 : UINT32_MAX - h->kind;
    return intern(API(e), aio_handle_label_text(e, h), id);
}

/* Tasks are numbered in the order in which they were logged. */
static TaskRecord *record_of(Engine *e, const AioTask *t) {
    ApiState *api = API(e);
    TaskRecord *r = t->number ? &api->tasks[t->number - 1] : NULL;
    return r && t->number <= api->task_count && r->id == t->f.h.id
               ? r
               : (TaskRecord *)(uintptr_t)api_task_record(e, t->f.h.id);
}

static uint32_t name_label(Engine *e, const AioTask *t) {
    const TaskRecord *r = record_of(e, t);
    if (r && r->name_id == t->name->h.id) return r->name_label;
    return intern(API(e), t->name->text, t->name->h.id);
}

static void log_handle_run(Engine *e, const Event *event) {
    ApiState *api = API(e);
    size_t needed = (api->run_count + 1) * sizeof(RunRecord);
    if (!block_grow(&api->run_block, &api->ledger, needed)) return;
    api->runs = (RunRecord *)(void *)api->run_block.bytes;
    const AioHandle *h = e->aio->told_handle;
    const AioTask *task = h ? aio_handle_task(e, h) : NULL;
    api->runs[api->run_count++] =
        (RunRecord){event->id, h ? h->loop->iteration : 0,
                    h ? handle_label(e, h) : intern(api, "", 0), task ? name_label(e, task) : 0};
}

static void log_note(Engine *e, const Event *event) {
    ApiState *api = API(e);
    const AioHandle *h = e->aio->told_handle;
    void *items = api->notes;
    if (!room(api, &items, &api->note_capacity, api->note_count, sizeof(NoteRecord))) return;
    api->notes = items;
    api->notes[api->note_count++] = (NoteRecord){event->id, event->subject, handle_label(e, h),
                                                 h->is_timer ? h->when_ns : INT64_MAX};
}

/* A sleep's timer is known by its wait, unless a what-if delays it. */
static void log_timer_set(Engine *e, const Event *event) {
    if (e->aio->told_handle->reason.what != WHAT_SLEEP || e->injection) log_note(e, event);
}

static void log_handle_cancelled(Engine *e, const Event *event) {
    if (!event->arg && !e->aio->told_handle->is_timer) log_note(e, event);
}

static const char *intern_text(ApiState *api, const char *text, uint32_t id) {
    uint32_t label = intern(api, text, id); /* this may move the table */
    return api->labels.texts[label];
}

static const char *keep_text(ApiState *api, const char *text) {
    char *copy = region_copy(&api->texts, text, strlen(text));
    if (!copy) api->ledger.refused = true;
    if (copy) utf8_hide_surrogates(copy, strlen(copy));
    return copy ? copy : "";
}

/* As "%s %s", which is slow for something that each task needs. */
static void join(char *out, size_t size, const char *name, const char *argument) {
    size_t length = strlen(name), more = argument ? strlen(argument) + 1 : 0;
    if (length >= size) length = size - 1;
    memcpy(out, name, length);
    if (more > size - 1 - length) more = size - 1 - length;
    if (more) {
        out[length] = ' ';
        memcpy(out + length + 1, argument, more - 1);
    }
    out[length + more] = 0;
}

/* The first argument that is a short text or a number tells tasks of one function apart. */
static void task_label(Engine *e, const Gen *g, char *out, size_t size) {
    const PFrame *f = g->frame;
    const char *name = g->code->name->text;
    for (uint32_t i = 0; f && i < g->code->arg_count; i++) {
        const Obj *value = pframe_slot_value(e, f, i);
        if (!value) continue;
        if (HAS_LAYOUT(value, STR) && STR(value)->size <= 12) {
            join(out, size, name, STR(value)->text);
            return;
        }
        if (IS(e, value, int)) {
            char digits[SNAP_DIGITS];
            snap_digits(digits, int_value(value));
            join(out, size, name, digits);
            return;
        }
    }
    join(out, size, name, NULL);
}

/* Of a task that drives an async generator: "drips.asend". */
static void drive_label(Obj *awaitable, char *out, size_t size) {
    const char *what = strrchr(type_name(awaitable), '_');
    const char *name = agen_behind(awaitable)->code->name->text;
    snprintf(out, size, "%s.%s", name, what ? what + 1 : "");
}

/* "Task-3" is a name that asyncio chose. */
static bool named_by_program(const char *name) {
    if (strncmp(name, "Task-", 5) != 0) return *name;
    return !name[5] || name[5 + strspn(name + 5, "0123456789")];
}

static void log_task_created(Engine *e, const Event *event) {
    ApiState *api = API(e);
    size_t needed = (api->task_count + 1) * sizeof(TaskRecord);
    if (!block_grow(&api->task_block, &api->ledger, needed)) return;
    api->tasks = (TaskRecord *)(void *)api->task_block.bytes;
    const AioTask *t = find_task(e, event->subject);
    ASSERT(t, "a task that was just created is alive");
    char label[64];
    const char *coroutine = intern_text(api, type_name(t->coro), 0), *shown = coroutine;
    if (gen_is(e, t->coro)) {
        const Str *name = GEN(t->coro)->code->name;
        coroutine = intern_text(api, name->text, name->h.id);
        task_label(e, GEN(t->coro), label, sizeof label);
        shown = keep_text(api, label);
    } else if (agen_is_await(e, t->coro)) {
        drive_label(t->coro, label, sizeof label);
        shown = keep_text(api, label);
    }
    const char *given = t->name->text;
    if (named_by_program(given) && !strstr(shown, given)) shown = keep_text(api, given);
    uint32_t name = intern(api, given, t->name->h.id);
    api->tasks[api->task_count++] = (TaskRecord){.id = event->subject,
                                                 .number = t->number,
                                                 .created_by = t->created_by,
                                                 .created_line = t->created_line,
                                                 .event = event->id,
                                                 .name_id = t->name->h.id,
                                                 .name_label = name,
                                                 .name = api->labels.texts[name],
                                                 .coroutine = coroutine,
                                                 .label = shown};
}

size_t api_tasks_now(const Engine *e) {
    const ApiState *api = API(e);
    size_t low = 0, high = api->task_count; /* in order of creation */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (api->tasks[middle].event <= e->vm->events) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
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

/* A task ends in a step of its own. */
static AioTask *ending_task(Engine *e, uint32_t id) {
    AioTask *t = e->aio->current_task;
    return t && t->f.h.id == id ? t : NULL;
}

static void log_task_done(Engine *e, const Event *event) {
    const AioTask *task = ending_task(e, event->subject);
    TaskRecord *t = task ? record_of(e, task) : NULL;
    if (!t) return;
    t->done_event = event->id;
    t->how = (uint8_t)event->arg;
}

/* The task's result is kept as a text: the object may be gone when it is looked at. */
static void log_task_value(Engine *e, const Event *event) {
    const AioTask *task = ending_task(e, event->subject);
    TaskRecord *t = task ? record_of(e, task) : NULL;
    if (!t || t->value) return;
    Snap b = {.e = e, .memory = API(e)->texts};
    const Obj *value = task->f.exception ? task->f.exception
                       : task->f.result  ? task->f.result
                                         : task->f.cancel_message;
    t->value = snap_value(&b, value);
    API(e)->texts = b.memory;
}

/* The most frequent records, of which nothing is kept but themselves. */
static bool is_kept_enough(const Event *event) {
    EventKind kind = (EventKind)event->kind;
    return kind == EVENT_HANDLE_SCHEDULED || kind == EVENT_TASK_STEP ||
           (kind == EVENT_HANDLE_DONE && event->arg);
}

void api_log_event(Engine *e, const Event *event) {
    ApiState *api = API(e);
    if (is_kept_enough(event)) return;
    if (!things_log(&api->things, &api->ledger, e, event)) api->ledger.refused = true;
    if (!takings_log(&api->takings, &api->ledger, event)) api->ledger.refused = true;
    switch ((EventKind)event->kind) {
    case EVENT_HANDLE_RUN: log_handle_run(e, event); break;
    case EVENT_TIMER_SET: log_timer_set(e, event); break;
    case EVENT_HANDLE_CANCELLED: log_handle_cancelled(e, event); break;
    case EVENT_TASK_CREATED: log_task_created(e, event); break;
    case EVENT_TASK_DONE:
        log_task_done(e, event);
        if (event->arg) raises_escaped(e);
        break;
    case EVENT_HANDLE_DONE:
        if (!event->arg) raises_escaped(e);
        break;
    case EVENT_FUTURE_RESOLVED:
        log_task_value(e, event);
        answers_log(e, event);
        break;
    case EVENT_DEADLOCK: api->message = end_message(e, CS_END_DEADLOCK); break;
    default: break;
    }
    count_texts(api);
}

static CsEnd end_of(const Engine *e) {
    switch ((AbortReason)e->vm->aborting) {
    case ABORT_INSTRUCTIONS: return e->history->full ? CS_END_RECORD : CS_END_INSTRUCTIONS;
    case ABORT_OUTPUT: return CS_END_OUTPUT;
    case ABORT_TIME: return CS_END_TIME;
    case ABORT_DEADLOCK: return CS_END_DEADLOCK;
    case ABORT_MEMORY: return CS_END_MEMORY;
    case ABORT_SIGNAL: return CS_END_SIGNAL;
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

static bool extend(ApiState *api, CsOutput *last, const char *text, size_t size,
                   const Event *event) {
    char *grown = realloc((void *)(uintptr_t)last->text, last->size + size + 1);
    if (!grown) return false;
    memcpy(grown + last->size, text, size);
    last->size += size;
    api->output_bytes += size;
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
    api->output_bytes += o->size + 1;
    api->outputs[api->output_count++] =
        (CsOutput){o->stream, event->time, event->id, event->subject, event->step, copy, o->size};
    return true;
}

void api_log_outputs(Engine *e) {
    ApiState *api = API(e);
    const History *h = e->history;
    for (; api->writes_seen < h->output_count; api->writes_seen++) {
        const OutputRecord *o = &h->outputs[api->writes_seen];
        const Event *event = &h->events[o->event - 1];
        CsOutput *last = api->output_count ? &api->outputs[api->output_count - 1] : NULL;
        bool ok = last && joins(last, o, event)
                      ? extend(api, last, h->text + o->start, o->size, event)
                      : add_output(api, o, h->text + o->start, event);
        if (ok) continue;
        api->ledger.refused = true; /* this one is tried again the next time */
        return;
    }
}

void api_log_end(Engine *e) {
    ApiState *api = API(e);
    api_log_outputs(e);
    CsEnd end = end_of(e);
    const Str *text = e->vm->exception_text;
    api->exception = text && end == CS_END_EXCEPTION ? copy_str(text->text) : NULL;
    if (!api->message) api->message = end_message(e, end);
    int status = end == CS_END_NORMAL                              ? 0
                 : end == CS_END_EXCEPTION || end == CS_END_SIGNAL ? e->vm->exit_status
                                                                   : 1;
    const Str *last_words = e->vm->exit_text;
    api->exit_text = last_words ? copy_str(last_words->text) : NULL;
    bool lost = api->writes_seen < e->history->output_count ||
                (text && end == CS_END_EXCEPTION && !api->exception) ||
                (last_words && !api->exit_text) || (!api->message && end != CS_END_NORMAL);
    const char *message = lost ? "There is not enough memory to keep how the program ended."
                          : api->message ? api->message
                                         : "";
    if (lost) end = CS_END_RECORD;
    if (lost && !status) status = 1;
    api->result = (CsResult){end, api->exception, message, api->exit_text, e->vm->now, status};
}
