#ifndef API_ENGINE_API_H
#define API_ENGINE_API_H
/* The engine with what the public functions keep beside it; private to api/. */

#include "aio/aio.h"
#include "api/coroscope.h"
#include "history/history.h"
#include "object/engine.h"

/* A task of the run as it was when it was created: what remains when the object is gone. */
typedef struct {
    uint32_t id, number, created_by, created_line;
    uint32_t event; /* its creation */
    char *name, *coroutine, *label;
    uint32_t done_event; /* 0 = not yet */
    uint8_t how;         /* TASK_DONE's argument */
    char *value;         /* repr of its result or exception, or the cancel message */
} TaskRecord;

typedef struct ApiState {
    CsConfig config;
    char *file_name, *text;
    bool loaded;
    CsHandleRun *runs;
    size_t run_count, run_capacity;
    CsOutput *outputs;
    size_t output_count, output_capacity;
    size_t writes_seen; /* of the history's outputs */
    TaskRecord *tasks;
    size_t task_count, task_capacity;
    char **labels; /* of handle runs, each once */
    size_t label_count, label_capacity;
    CsResult result;
    char *exception, *message, *exit_text;
    bool failed; /* memory for the record ran out */
} ApiState;

/* Engine comes first, so that the two pointers are one. */
typedef struct ApiEngine {
    Engine engine;
    ApiState api;
} ApiEngine;

#define API(e) (&((ApiEngine *)(e))->api)

/* api/log.c: called for each fresh record of the run. */
void api_log_event(Engine *e, const Event *event);
/* Copies what was written since the last call. */
void api_log_outputs(Engine *e);
/* Keeps how the run ended; called when recording has reached the end. */
void api_log_end(Engine *e);
const char *api_copy(const char *text, size_t size); /* malloc'ed, NUL-terminated, or NULL */
const TaskRecord *api_task_record(const Engine *e, uint32_t id);

#endif
