#ifndef API_COROSCOPE_H
#define API_COROSCOPE_H
/* Coroscope's engine: runs one asyncio program in virtual time, records it, and goes to any moment
 * of it. No threads, no clock, no files: the same program and seed give the same run. One engine,
 * one program. All times are virtual nanoseconds. */

#include <stddef.h>

#include "api/snapshot.h"
#include "base/diag.h"
#include "vm/event.h"

typedef struct Engine CsEngine;
typedef struct Event CsEvent; /* vm/event.h: kinds, meaning of the fields */

/* Limits of a run; cs_config_init() gives the defaults. */
typedef struct {
    size_t arena_bytes;         /* 64 MiB */
    uint64_t max_instructions;  /* 100 million */
    uint64_t max_steps;         /* lines of the program: 4 million */
    uint64_t max_output_bytes;  /* 4 MiB */
    uint64_t max_iterations;    /* of the loop: 1 million, as the oracle's */
    double max_virtual_seconds; /* 10 million */
    int64_t seed;               /* random starts as if by random.seed(seed) */
} CsConfig;

void cs_config_init(CsConfig *config);

/* NULL: not enough memory. The config is copied. */
CsEngine *cs_create(const CsConfig *config);
void cs_destroy(CsEngine *e);
/* Reads and compiles; once an engine. False: `diag` says what is wrong. `filename` is what
 * tracebacks show. */
bool cs_load(CsEngine *e, const char *filename, const char *source, size_t length, Diag *diag);

typedef enum { CS_RUNNING, CS_ENDED } CsStatus;
/* Records on from the frontier for about `instructions`; the playhead ends at the frontier. */
CsStatus cs_record(CsEngine *e, uint64_t instructions);
/* Records to the end. */
void cs_record_all(CsEngine *e);
bool cs_is_recorded(const CsEngine *e); /* the end is known */

/* Where the playhead is; steps, events and so on count from 1; 0 = before the first. */
typedef struct {
    uint64_t instruction, step;
    uint32_t event, iteration;
    int64_t time_ns;
    bool at_end;
} CsMoment;
CsMoment cs_now(const CsEngine *e);
CsMoment cs_frontier(const CsEngine *e); /* as far as it is recorded */

/* Moves the playhead to the moment at which the N-th line is about to run (0: before the first),
 * or right after the event's record was made. False: no such moment is recorded. */
bool cs_seek_step(CsEngine *e, uint64_t step);
bool cs_seek_event(CsEngine *e, uint32_t event);
bool cs_seek_end(CsEngine *e);

/* The record so far, oldest first: event i has id i + 1. Borrowed; valid until the next cs_record.
 */
const CsEvent *cs_events(const CsEngine *e, size_t *count);
/* The line of the N-th step (from 1) and the id of its frame; 0 beyond the record. */
int cs_step_line(const CsEngine *e, uint64_t step);
/* Whether it begins a statement; else it goes on inside one (leaving a with block, a lambda's body)
 * and is no hit of its line. */
bool cs_step_is_hit(const CsEngine *e, uint64_t step);
uint32_t cs_step_frame(const CsEngine *e, uint64_t step);
int64_t cs_step_time(const CsEngine *e, uint64_t step);
uint32_t cs_step_event(const CsEngine *e, uint64_t step); /* records made before it */
uint64_t cs_step_count(const CsEngine *e);
/* The task (id) that ran the step, 0 = none. */
uint32_t cs_step_task(const CsEngine *e, uint64_t step);

/* A piece of standard output or standard error: writes of one task at one time, up to the end of
 * a line. */
typedef struct {
    int stream; /* 1 stdout, 2 stderr */
    int64_t time_ns;
    uint32_t event; /* the record of its last write */
    uint32_t task;  /* who wrote, 0 = none */
    uint64_t step;
    const char *text; /* UTF-8, `size` bytes */
    size_t size;
} CsOutput;
const CsOutput *cs_outputs(const CsEngine *e, size_t *count); /* all recorded ones */

/* One executed handle, as in the oracle's trace. */
typedef struct {
    uint32_t iteration;
    int64_t time_ns;
    const char *label; /* "Task.__step" */
    const char *task;  /* name or NULL */
    uint32_t task_id;  /* 0 = none */
    uint32_t event;    /* its handle.run record */
} CsHandleRun;
const CsHandleRun *cs_handle_runs(const CsEngine *e, size_t *count);

/* How the recorded run ended. `exception` is "Type: message" or NULL; exit status as Python's. */
typedef struct {
    CsEnd end;
    const char *exception;
    const char *message;   /* what a limit or a deadlock says to a person; "" */
    const char *exit_text; /* sys.exit("text"): what Python prints to standard error; or NULL */
    int64_t time_ns;
    int exit_status;
} CsResult;
CsResult cs_result(const CsEngine *e);

/* The present moment as plain data; NULL: not enough memory. */
CsSnapshot *cs_snapshot(CsEngine *e);
void cs_snapshot_free(CsSnapshot *s);

/* A name for any object id seen in a record ("Task-3", "q", "sleep(3)"), at the present moment,
 * into the buffer; "" if it is gone. */
void cs_describe(CsEngine *e, uint32_t id, char *text, size_t size);

/* Hash of everything that makes up the moment: equal hashes, equal states. */
uint64_t cs_hash(const CsEngine *e);

#endif
