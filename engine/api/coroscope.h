#ifndef API_COROSCOPE_H
#define API_COROSCOPE_H
/* Coroscope's engine: runs one asyncio program in virtual time, records it, and goes to any moment
 * of it. No threads, no clock, no files: the same program and seed give the same run. One engine,
 * one program. All times are virtual nanoseconds. */

#include <stddef.h>

#include "api/snapshot.h"
#include "api/world.h"
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
    size_t record_bytes;        /* of the run's record, index and keyframes: 512 MiB */
    int64_t seed;               /* random starts as if by random.seed(seed) */
} CsConfig;

void cs_config_init(CsConfig *config);

/* NULL: not enough memory. The config is copied. */
CsEngine *cs_create(const CsConfig *config);
void cs_destroy(CsEngine *e);
/* Reads and compiles; once an engine. False: `diag` says what is wrong. `filename` is what
 * tracebacks show. */
bool cs_load(CsEngine *e, const char *filename, const char *source, size_t length, Diag *diag);

/* A module that the program may import beside the library's own. Dotted name; UTF-8. */
typedef struct {
    const char *name, *text;
    size_t length;
    bool package; /* what an __init__.py holds */
    bool library; /* its lines are passed over like those of the library */
} CsModule;
/* Before cs_load(), until which all of it is borrowed; a mistake in them is cs_load()'s too. */
void cs_set_modules(CsEngine *e, const CsModule *modules, size_t count);

/* What is done to a run from outside, once, between two handles: as a handle labelled `lesson`. */
typedef enum { CS_INJECT_CANCEL, CS_INJECT_RAISE, CS_INJECT_DELAY } CsInjectKind;
typedef struct {
    CsInjectKind kind;
    int64_t at_ns;   /* when the clock has reached it; -1: after this record and line */
    uint32_t event;  /* records made by then */
    uint64_t step;   /* lines that were about to run by then */
    uint32_t target; /* object id, the same in every run of the program up to there: the task to
                        cancel, the task that waits or its future, the task that sleeps or its
                        timer */
    const char *exception; /* raise: a Python expression; copied */
    double seconds;        /* delay */
} CsInjection;
typedef enum {
    CS_INJECTED_NOT, /* the run was over before */
    CS_INJECTED_DONE,
    CS_INJECTED_GONE,
    CS_INJECTED_NOT_WAITING,
    CS_INJECTED_NOT_SLEEPING,
    CS_INJECTED_NO_EXCEPTION /* the expression gives none */
} CsInjected;
/* After cs_load(), before anything is recorded. False: not enough memory. */
bool cs_inject(CsEngine *e, const CsInjection *injection);
/* What came of it in the recorded run; `*run`: the record of its handle's run, 0 = none. */
CsInjected cs_injected(const CsEngine *e, uint32_t *run);
/* What was given; the expression is borrowed. False: nothing is done to this run. */
bool cs_injection(const CsEngine *e, CsInjection *given);

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
/* Or right after so many instructions. */
bool cs_seek_instruction(CsEngine *e, uint64_t instruction);

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
size_t cs_handle_run_count(const CsEngine *e);
CsHandleRun cs_handle_run(const CsEngine *e, size_t number); /* from 0 */

/* What a handle calls that was set as a timer or cancelled: it may never run. Sleeps have none:
 * their waits tell what they are for. */
typedef struct {
    uint32_t event, handle; /* its timer.set or handle.cancelled record; object id */
    int64_t when_ns;        /* a timer's deadline; INT64_MAX: never, or it is no timer */
    const char *label;      /* "Timeout._on_timeout" */
} CsHandleNote;
size_t cs_handle_note_count(const CsEngine *e);
CsHandleNote cs_handle_note(const CsEngine *e, size_t number); /* from 0, by event */

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
/* The same; but where there are CS_CROWD tasks it does not tell the arguments and values in the
 * frames of those that neither run nor are in `tasks`, nor who waits for whom before that is what
 * the run ends with. */
CsSnapshot *cs_snapshot_of_crowd(CsEngine *e, const uint32_t *tasks, int count);
void cs_snapshot_free(CsSnapshot *s);
/* By id; NULL: there is none. Borrowed from the snapshot. */
const CsTask *cs_find_task(const CsSnapshot *s, uint32_t id);
const CsFuture *cs_find_future(const CsSnapshot *s, uint32_t id);

/* A name for any object id seen in a record ("Task-3", "q", "sleep(3)"), at the present moment,
 * into the buffer; "" if it is gone. */
void cs_describe(CsEngine *e, uint32_t id, char *text, size_t size);

/* The name of a variable that is bound to the object at the present moment, or "". */
void cs_variable(CsEngine *e, uint32_t id, char *text, size_t size);

/* What a Python expression gives at the present moment: its value as snapshots show it, cut to
 * `size` bytes. Names are those of the task of that name (its innermost frame), else of the
 * function; `in` NULL: of the frame that runs, else of the module. Whatever it does is undone.
 * False: `text` says why it has no value ("NameError: name 'x' is not defined"). */
bool cs_evaluate(CsEngine *e, const char *in, const char *expression, char *text, size_t size);

/* Whether it is an expression at all; if not, `text` says what is wrong with it. */
bool cs_check_expression(const char *expression, char *text, size_t size);

/* A part of a line that was evaluated: a name, a call, {order} in an f-string ... */
typedef struct {
    uint64_t instruction; /* executed by then: for cs_seek_instruction() */
    uint64_t step;        /* lines that were about to run by then */
    uint32_t event;       /* records made by then */
    uint32_t frame;       /* object id */
    int line, end_line;
    int column, end_column; /* in characters from 0; the end is exclusive */
    const char *value;      /* as snapshots show it */
} CsPart;

typedef struct {
    CsPart *items; /* in order of evaluation; a part in a loop comes again and again */
    int count;
    int line;  /* of the step */
    bool more; /* some may be missing: there are too many, or they are not recorded yet */
} CsParts;
/* The parts that are evaluated from the step on until the next line begins, in all frames of the
 * program; or, given a frame, in that one until its own next line begins or it ends. The playhead
 * stays. NULL: no such step, or not enough memory. */
CsParts *cs_parts(CsEngine *e, uint64_t step, uint32_t frame);
void cs_parts_free(CsParts *parts);

/* A task of the run; texts are valid until the engine is destroyed. */
typedef struct {
    int number;                           /* 1, 2, 3 in order of creation */
    const char *name, *coroutine, *label; /* as in CsTask */
    uint32_t created_event, done_event;   /* done: 0 = never, or not recorded yet */
    const char *value;                    /* what it returned or raised; "" */
} CsTaskInfo;
bool cs_task_info(const CsEngine *e, uint32_t id, CsTaskInfo *out); /* false: no such task */

/* The queues, locks, events ... of the program in order of creation; the library's own are left
 * out. The name is a variable's that is bound to it, or "queue#2", the second queue made. */
typedef struct {
    uint32_t id;
    uint32_t event; /* its creation */
    int number;     /* among those of its kind */
    char kind[16];  /* "queue": what its events' names begin with */
    char name[48];
    uint32_t maker; /* the task that made it, 0 = none */
    uint8_t tries;  /* private */
} CsThing;
const CsThing *cs_things(const CsEngine *e, size_t *count); /* all recorded ones */

/* The variable that a plain future was bound to when it was awaited or got its result; "". */
const char *cs_future_name(const CsEngine *e, uint32_t id);

/* What the future of a task.suspended record stood for. */
typedef struct {
    uint32_t event, future;
    CsReason reason;
} CsWait;
const CsWait *cs_waits(const CsEngine *e, size_t *count); /* by event */

/* What was said between a generator of the program and the frame that drives it (or that it
 * answers). Generator expressions are left out, and all beyond the 20 000th. */
typedef enum {
    CS_TALK_NEXT, /* next(), or an async generator's anext() */
    CS_TALK_SEND,
    CS_TALK_THROW, /* also close(): GeneratorExit */
    CS_TALK_WAKE,  /* an async generator goes on behind its await */
    CS_TALK_YIELD,
    CS_TALK_AWAIT, /* an async generator waits, and with it all that drive it */
    CS_TALK_END    /* it returned, or an exception left it */
} CsTalkKind;
typedef struct {
    CsTalkKind kind;
    bool async;
    int line;                /* where the generator was */
    uint32_t frame, partner; /* object ids; partner 0 = none of the program's */
    uint32_t task, event;    /* event: records made before it */
    uint64_t step, instruction;
    int64_t time_ns;
    const char *function, *value; /* what was sent, thrown or yielded; "" */
} CsTalk;
const CsTalk *cs_talks(const CsEngine *e, size_t *count); /* all recorded ones */

/* An exception that came up in a frame of the program: raised there, or handed to it by what it
 * called or awaits. Those by which generators end are left out, and all beyond the 20 000th. */
typedef struct {
    uint32_t exception;   /* object id */
    uint32_t frame, task; /* object ids; task 0 = none */
    uint32_t event;       /* records made before it */
    uint64_t step, instruction;
    int64_t time_ns;
    int line;
    bool cancels;          /* a CancelledError */
    bool escaped;          /* it left its task, its callback or the program */
    const char *type;      /* "ValueError" */
    const char *function;  /* where it came up */
    const char *caught_by; /* the function whose `except`, `finally` or `with` took it last; "" */
} CsRaise;
const CsRaise *cs_raises(const CsEngine *e, size_t *count); /* all recorded ones, in order */

/* What a future got that no task resolved, in a program with threads: a worker thread's result. */
typedef struct {
    uint32_t event; /* its future.resolved record */
    const char *value;
} CsAnswer;
const CsAnswer *cs_answers(const CsEngine *e, size_t *count); /* all recorded ones, by event */

/* Hash of everything that makes up the moment: equal hashes, equal states. */
uint64_t cs_hash(const CsEngine *e);

#endif
