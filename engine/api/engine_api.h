#ifndef API_ENGINE_API_H
#define API_ENGINE_API_H
/* The engine with what the public functions keep beside it; private to api/. */

#include "aio/aio_inject.h"
#include "api/answers.h"
#include "api/coroscope.h"
#include "api/labels.h"
#include "api/raises.h"
#include "api/takings.h"
#include "api/talks.h"
#include "api/things.h"
#include "base/block.h"
#include "base/region.h"
#include "history/history.h"
#include "object/engine.h"

/* A task of the run as it was when it was created: what remains when the object is gone. */
typedef struct {
    uint32_t id, number, created_by, created_line;
    uint32_t event;               /* its creation */
    uint32_t name_id, name_label; /* the string object of its name, the label's number */
    const char *name, *coroutine; /* in the labels */
    const char *label;            /* in the texts, as is the value */
    uint32_t done_event;          /* 0 = not yet */
    uint8_t how;                  /* TASK_DONE's argument */
    const char *value;            /* repr of its result or exception, or the cancel message */
} TaskRecord;

/* A handle that ran; the rest is in its record. Numbers of labels; task 0 = none. */
typedef struct {
    uint32_t event, iteration, label, task;
} RunRecord;

/* What a handle would call that may never run, and of a timer when. */
typedef struct {
    uint32_t event, handle, label;
    int64_t when_ns; /* INT64_MAX: never, or it is no timer */
} NoteRecord;

typedef struct ApiState {
    CsConfig config;
    char *file_name, *text;
    bool loaded;
    const CsValue *world;    /* until it is loaded; borrowed */
    const CsModule *modules; /* that came with the program; borrowed until it is loaded */
    size_t module_count;
    Diag *module_diag; /* while it is loaded; borrowed */
    Block run_block, task_block;
    RunRecord *runs; /* the block's */
    size_t run_count;
    NoteRecord *notes; /* by event */
    size_t note_count, note_capacity;
    CsOutput *outputs;
    size_t output_count, output_capacity;
    size_t writes_seen; /* of the history's outputs */
    Region texts;
    TaskRecord *tasks; /* the block's */
    size_t task_count;
    Labels labels; /* of handles */
    Things things;
    Talks talks;
    Raises raises;
    Answers answers;
    Takings takings;
    CsResult result;
    char *exception, *message, *exit_text;
    Injection injection;  /* the engine points to it once one is given */
    char *injected;       /* its expression */
    Ledger ledger;        /* of everything here that grows with the run, and of the history */
    size_t texts_counted; /* by the ledger, of texts, labels and copies of the output */
    size_t output_bytes;  /* in the copies of the output */
} ApiState;

/* Engine comes first, so that the two pointers are one. */
typedef struct ApiEngine {
    Engine engine;
    ApiState api;
} ApiEngine;

#define API(e) (&((ApiEngine *)(e))->api)

/* api/log.c: called for each fresh record of the run. */
void api_log_event(Engine *e, const Event *event);
/* Forgets what the history no longer holds; its `cut`. */
void api_cut(Engine *e);
/* Copies what was written since the last call. */
void api_log_outputs(Engine *e);
/* Keeps how the run ended; called when recording has reached the end. */
void api_log_end(Engine *e);
const char *api_copy(const char *text, size_t size); /* malloc'ed, NUL-terminated, or NULL */
/* Tasks made up to the present moment. */
size_t api_tasks_now(const Engine *e);
const TaskRecord *api_task_record(const Engine *e, uint32_t id);

#endif
