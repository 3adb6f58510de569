#ifndef AIO_AIO_H
#define AIO_AIO_H
/* The asyncio layer in C: futures, tasks, handles, timers, the loop; see semantics of
 * CPython 3.13's accelerated asyncio with the selector loop. Coroutine-level functions (gather,
 * wait, queues, locks, run) are the engine's own Python in lib/py/asyncio. */

#include "object/dict.h"
#include "object/engine.h"
#include "object/list.h"
#include "object/native.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/event.h"
#include "vm/frame.h"

/* What a future stands for or why a handle is ready: shown to the learner. Values are CsWhat's
 * (api/snapshot.h). */
typedef struct {
    uint32_t about; /* object id or 0 */
    uint32_t what;  /* CsWhat */
    double seconds;
} AioReason;

enum {
    WHAT_FUTURE,
    WHAT_TASK,
    WHAT_SLEEP,
    WHAT_GATHER,
    WHAT_WAIT,
    WHAT_WAIT_FOR,
    WHAT_QUEUE_GET,
    WHAT_QUEUE_PUT,
    WHAT_QUEUE_JOIN,
    WHAT_LOCK,
    WHAT_EVENT,
    WHAT_SHIELD,
    WHAT_CALLBACK,
    WHAT_FIRST_STEP,
    WHAT_NEXT_STEP,
    WHAT_CANCEL,
    WHAT_SEMAPHORE,
    WHAT_CONDITION,
    WHAT_BARRIER,
    WHAT_GROUP,
    WHAT_READ, /* those that the world outside resolves: asyncio/waits.py */
    WHAT_DRAIN,
    WHAT_CONNECT,
    WHAT_REPLY,
    WHAT_PROCESS,
    WHAT_CLOSE
};

typedef struct AioLoop AioLoop;
typedef struct AioHandle AioHandle;

typedef enum { FUTURE_PENDING, FUTURE_CANCELLED, FUTURE_FINISHED } FutureState;

typedef struct AioFuture {
    Obj h;
    Dict *dict;
    AioLoop *loop; /* owned */
    Obj *result, *exception;
    Obj *exception_tb;   /* traceback at set_exception, given back at the first result() */
    List *callbacks;     /* pairs (callback, context); a Task as callback means its wakeup */
    Obj *cancel_message; /* NULL = None */
    Obj *cancelled_exc;  /* the CancelledError that ended a task */
    Obj *weakrefs;
    Obj *source;                   /* Tuple: where it was created, in debug mode; else NULL */
    struct AioFuture *prev, *next; /* living futures and tasks in order of creation; borrowed */
    AioReason reason;              /* what it stands for */
    Str *other_side;               /* who resolves it from outside; owned, NULL = nobody */
    uint32_t created_event, resolved_event;
    uint32_t resolved_iteration;
    int64_t resolved_time;
    uint32_t waiters[4]; /* ids of tasks that awaited it, the first few */
    uint8_t waiter_count;
    uint8_t state;         /* FutureState */
    uint8_t blocking;      /* _asyncio_future_blocking */
    uint8_t log_traceback; /* the exception has not been looked at yet */
    uint8_t log_destroy_pending;
} AioFuture;

typedef struct AioTask {
    AioFuture f;
    Obj *coro;
    Str *name;
    Obj *context;
    Obj *waiter;         /* the future it awaits; owned, NULL = none */
    AioHandle *ready;    /* its handle in the ready queue; borrowed, NULL = none */
    uint32_t number;     /* 1, 2, 3 in order of creation */
    uint32_t created_by; /* task id */
    uint32_t created_line;
    uint32_t wait_event;   /* record of its latest suspension */
    uint32_t cancel_event; /* record of the request that its next step delivers; 0 = none */
    uint32_t cause_before; /* of what happens around its step */
    int32_t cancel_requests;
    uint8_t must_cancel;
    uint8_t started, running;
    uint8_t hidden; /* asyncio.run()'s own clean-up at the end: makes no records of a task */
} AioTask;

#define FUTURE(o) ((AioFuture *)(o))
#define TASK(o)   ((AioTask *)(o))
#define HANDLE(o) ((AioHandle *)(o))
#define LOOP(o)   ((AioLoop *)(o))
static inline bool aio_is_future(const Obj *o) {
    return o->type->layout == LAYOUT_FUTURE;
}
bool aio_is_task(Engine *e, const Obj *o);

typedef enum { HANDLE_CALL, HANDLE_STEP, HANDLE_WAKEUP } HandleKind;

struct AioHandle {
    Obj h;
    AioLoop *loop; /* borrowed: a loop outlives its queue. NULL: made by hand for no real loop */
    Obj *made_for; /* what stands for the loop of one that was made by hand; owned, else NULL */
    Obj *callback; /* any callable; the task for HANDLE_STEP and HANDLE_WAKEUP. NULL: cancelled */
    Obj *args;     /* Tuple; WAKEUP: (future,); STEP: (exception,) or () */
    Obj *context;
    Obj *weakrefs;
    Obj *source;     /* Tuple: where it was created, in debug mode; else NULL */
    Obj *when_given; /* a deadline that is no float; else NULL */
    Str *text;       /* the repr of one that was cancelled in debug mode; else NULL */
    AioHandle *next; /* in the ready queue; owned */
    /* Where CPython's frames make a circle that reference counts never free, so does this: the
     * handle itself and the report of its exception; owned, else NULL. */
    AioHandle *itself;
    Dict *report;
    AioReason reason;
    uint32_t scheduled_event, cause_task, cause_timer;
    uint32_t iteration;      /* in which it was scheduled */
    int64_t since;           /* ns */
    int64_t set_at, when_ns; /* timers */
    double when;
    uint64_t sequence; /* timers with equal deadlines fire in the order they were set */
    uint8_t kind;      /* HandleKind */
    uint8_t hidden;    /* makes no records */
    uint8_t cancelled, is_timer, scheduled /* in the timer heap */;
    uint8_t timeless; /* its deadline is no number: whatever compares it fails */
};

typedef enum { PHASE_PROGRAM, PHASE_RUN, PHASE_WAIT, PHASE_TIMERS } AioPhase;

/* A timer's place in the heap, with what places are compared by. */
typedef struct {
    int64_t when_ns;
    AioHandle *handle; /* owned */
} AioTimer;

struct AioLoop {
    Obj h;
    Dict *dict;
    AioHandle *ready_head, *ready_tail; /* head owned, linked by next */
    uint32_t ready_count;
    AioTimer *timers; /* binary heap, arena block */
    uint32_t timer_count, timer_capacity;
    AioHandle *running_handle; /* owned while it runs */
    uint32_t todo;             /* handles of this iteration that are still to run */
    uint32_t ran;              /* handles of this iteration that ran, the running one included */
    uint32_t iteration;        /* of this loop */
    Obj *exception_handler, *task_factory;
    struct Thread *thread;       /* in which it runs; borrowed, NULL = it does not run */
    Gen *first_agen, *last_agen; /* async generators started while it runs; borrowed */
    Obj *outer_hooks[2];         /* for async generators, from outside its run; owned */
    Obj *weakrefs;
    double slow_callback; /* seconds from which on debug mode reports */
    Obj *slow_given;      /* the same as the program set it, where that is no float; else NULL */
    Obj *debug_given;     /* debug mode as the program set it, where that is no bool; else NULL */
    int64_t world_ns;     /* when the next thing comes from outside the program; only if it polls */
    uint32_t started_event, stop_event; /* records: it runs; what asked it to stop, or 0 */
    uint32_t cause_before;              /* of what happens around its run */
    uint32_t origin_before;             /* how deep origins were tracked before it did */
    uint8_t phase, running, stopping, closed, debug, asyncgens_shutdown;
    uint8_t tracks_origins;
    uint8_t woken;       /* by call_soon_threadsafe() */
    uint8_t deaf;        /* a signal's handler made something ready without waking the loop */
    uint8_t signal_came; /* one that the loop has to look at */
    uint8_t polls;       /* it watches something outside the program */
    uint8_t handle_left; /* what the running handle had to do is done */
    uint8_t has_outer_hooks;
};

typedef enum { AGEN_FIRST, AGEN_FINAL, AGEN_HOOKS } AgenHook;

/* What is done for tasks in Python: it walks frames, writes text, gives arguments by name. */
typedef enum {
    TASK_GET_STACK,
    TASK_PRINT_STACK,
    TASK_ADD_WAKEUP,
    TASK_CALL_SOON,
    TASK_CALL_AT,
    TASK_STEP_CLASS,
    TASK_ASK_FOREIGN
} AioTaskFunction;

enum { KNOWN_KINDS = 64 };

/* In the arena's root. */
struct AioState {
    struct {
        uint32_t name;            /* id of the library's string; 0 = none */
        uint32_t kind;            /* EventKind */
    } known_kinds[KNOWN_KINDS];   /* of records that the library made, by id modulo the size */
    AioLoop *running_loop;        /* borrowed */
    AioLoop *current_loop;        /* set_event_loop(); owned */
    AioTask *current_task;        /* borrowed */
    const AioHandle *told_handle; /* of the last record of a run, a timer set or a cancellation;
                                     borrowed, valid in that record */
    AioFuture *first_future, *last_future; /* living ones, tasks included */
    struct AioPrimitive *first_primitive, *last_primitive;
    Dict *entered;         /* loop -> task by _enter_task(), None = it left; owned, NULL = never */
    Dict *hand_set;        /* the loops that _set_running_loop() got; owned, NULL = none */
    Obj *context;          /* the current Context; owned */
    Obj *agen_hooks[2];    /* by AgenHook; a loop = its own ones; owned, NULL = none */
    Obj *policy;           /* a loop policy that is not the default one; owned, NULL = none */
    Tuple *refusals;       /* by AioRefusal; owned; NULL without the library */
    Tuple *task_functions; /* of the library, by AioTaskFunction; owned */
    Native *wakeup;        /* Task.task_wakeup, not bound; owned */
    Str *call_soon, *call_at; /* names; owned */
    Obj *stack_maker;         /* makes a StackSummary of where something was created; owned */
    Type *loop_class; /* of new loops: asyncio.unix_events'; NULL before the import. Owned */
    uint64_t timer_sequence;
    uint32_t task_count; /* tasks made so far: numbers and default names */
    uint32_t iterations; /* of all loops, as the handle trace counts them */
    uint32_t task_name_counter;
    uint8_t loop_was_set;
    uint8_t injected; /* what is done from outside was put into the queue: aio_inject.h */
};

/* aio_future.c */
Obj *aio_future_new(Engine *e, AioLoop *loop, AioReason reason); /* owned */
bool aio_future_init(Engine *e, AioFuture *f, AioLoop *loop, AioReason reason);
void aio_future_release(Engine *e, Obj *o);
bool aio_future_set_result(Engine *e, AioFuture *f, Obj *result);
bool aio_future_set_exception(Engine *e, AioFuture *f, Obj *exception); /* an instance */
/* True: it was pending. Even then a closed loop may have refused its callbacks: an error is set. */
bool aio_future_cancel(Engine *e, AioFuture *f, Obj *message);
bool aio_future_add_callback(Engine *e, AioFuture *f, Obj *callback, Obj *context);
/* Its outcome: R_OK with the result, R_ERR with its exception raised. */
Res aio_future_outcome(Engine *e, AioFuture *f, Obj **out);
Obj *aio_future_cancelled_error(Engine *e, AioFuture *f); /* owned instance */
/* The exception of a failed future, looked at now, with its traceback. Borrowed. */
Obj *aio_future_get_exception(Engine *e, AioFuture *f);
extern const NativeDef aio_future_methods[];
extern const GetSetDef aio_future_getset[];

bool aio_future_finalize(Engine *e, Obj *o);

/* aio_await.c */
Res aio_future_await(Engine *e, Obj *o, Obj **out);

/* aio_task.c */
Obj *aio_task_new(Engine *e, AioLoop *loop, Obj *coro, Obj *name, Obj *context); /* owned */
/* The parts of it, for a new object: all but its first step, which is then put into the ready queue
 * (aio_task_schedule) or runs at once inside the running task (aio_task_start: pushes; its result
 * is the task or None). */
bool aio_task_init(Engine *e, AioTask *t, AioLoop *loop, Obj *coro, Obj *name, Obj *context);
bool aio_task_schedule(Engine *e, AioTask *t);
Res aio_task_start(Engine *e, AioTask *t, bool give_task);
/* A record about a task; the clean-up of asyncio.run() makes none: then the cause in force. */
uint32_t aio_task_event(Engine *e, EventKind kind, const AioTask *t, uint32_t arg);
/* The native frame that runs one step: pushes; exception NULL = send(None). */
Res aio_task_step(Engine *e, AioTask *t, Obj *exception);
Res aio_task_wakeup(Engine *e, AioTask *t, Obj *future);
/* The wakeup as a callable: owned. And the task of one that is given as a callback; all else is
 * given back. Borrowed. */
Obj *aio_task_wakeup_method(Engine *e, AioTask *t);
Obj *aio_task_of_wakeup(Engine *e, Obj *callback);
bool aio_task_boot(Engine *e);
/* Marks the coroutines of tasks of the policy's loop, which CPython never collects (Gen.kept). */
void aio_task_keep(Engine *e);
/* It no longer waits for the future: the exception comes at its next step. */
bool aio_task_throw(Engine *e, AioTask *t, Obj *exception);

/* aio_ask.c: loops whose call_soon() or call_at() are the program's own. Tasks and futures ask them
 * as any method is asked; `args` is a tuple. False: an exception is set. */
bool aio_asks_call_soon(Engine *e, const AioLoop *loop);
bool aio_ask_call_soon(Engine *e, AioLoop *loop, Obj *callback, Obj *args, Obj *context);
bool aio_ask_step(Engine *e, AioTask *t, Obj *exception);
/* What is awaited though it is no Future: it only behaves like one. Gives the library's answer:
 * None = it waits, a text = what is wrong, NotImplemented = not like a future at all. Owned. */
Obj *aio_ask_foreign(Engine *e, AioTask *t, Obj *yielded);
bool aio_asks_call_at(Engine *e, const AioLoop *loop);
Obj *aio_ask_call_at(Engine *e, AioLoop *loop, double when, Obj *const *rest); /* owned */
/* The handle of what such a loop passes on: a step, a wakeup or any callback. Owned. */
AioHandle *aio_handle_of_callback(Engine *e, AioLoop *loop, Obj *callback, Obj *args, Obj *context);
extern const NativeDef aio_ask_functions[]; /* of the module _asyncio */

/* aio_cancel.c */
bool aio_task_cancel(Engine *e, AioTask *t, Obj *message, bool *requested);
/* waiter.cancel(message or None), within this step. */
bool aio_cancel_waiter(Engine *e, Obj *waiter, Obj *message, bool *requested);
/* Task.cancel(msg): what needs no Python, else NULL without an error; and as a step function. */
Obj *aio_cancel_at_once(Engine *e, Obj *const *a);
Res aio_cancel_step(Engine *e, NFrame *f, Obj **out);

/* aio_handle.c */
AioHandle *aio_handle_new(Engine *e, AioLoop *loop, HandleKind kind, Obj *callback, Obj *args,
                          Obj *context, AioReason reason); /* owned */
void aio_handle_cancel(Engine *e, AioHandle *h);
/* As in the oracle's trace: "Task.__step", "gather.<locals>._done_callback"; borrowed, and made
 * without touching the arena. */
const char *aio_handle_label_text(Engine *e, const AioHandle *h);
/* The task that it steps, or whose bound method it calls; borrowed, NULL = none. */
AioTask *aio_handle_task(Engine *e, const AioHandle *h);
static inline bool aio_handle_in_debug(const AioHandle *h) {
    return h->loop && h->loop->debug;
}

/* Methods of a loop that is closed. */
typedef enum {
    REFUSED_CALL_SOON,
    REFUSED_CALL_AT,
    REFUSED_CALL_SOON_THREADSAFE,
    REFUSED_CREATE_TASK
} AioRefusal;

/* aio_loop.c */
/* Raises "Event loop is closed", as that method does: a frame in the traceback keeps what the
 * method was given for as long as there is the error. Arguments may be NULL. Always false. */
bool aio_refuse(Engine *e, AioLoop *loop, AioRefusal how, Obj *a, Obj *b, Obj *c);
Obj *aio_loop_new(Engine *e);                                    /* owned */
Obj *aio_loop_new_of(Engine *e, Type *type);                     /* of a subclass; owned */
bool aio_call_soon(Engine *e, AioLoop *loop, AioHandle *handle); /* queues it; borrows */
void aio_drop_ready(Engine *e, AioLoop *loop);                   /* none of them will run */
/* Schedules a timer; `when` in the loop's seconds. Borrows. */
bool aio_call_at(Engine *e, AioLoop *loop, AioHandle *handle, double when);
/* get_event_loop() of the policy: the one that was set, or RuntimeError. Borrowed. */
AioLoop *aio_event_loop(Engine *e);
/* A `loop` argument; NULL and None: the running one or else that of the policy. Borrowed. */
AioLoop *aio_loop_argument(Engine *e, Obj *loop);
AioLoop *aio_running_loop(Engine *e); /* borrowed; RuntimeError "no running event loop" */
double aio_seconds(int64_t ns);
int64_t aio_nanoseconds(double seconds);

/* Raises what keeps the loop from running now; true: it may. */
bool aio_loop_check_runnable(Engine *e, const AioLoop *loop);
/* Handle._run(), called by hand; slot 0 is the handle. */
Res aio_handle_run_step(Engine *e, NFrame *f, Obj **out);
/* The step function of run_forever(); slot 0 is the loop. */
Res aio_loop_run_step(Engine *e, NFrame *f, Obj **out);

/* aio_repr.c */
Obj *aio_future_repr(Engine *e, Obj *o);
Obj *aio_handle_repr(Engine *e, Obj *o);
Obj *aio_loop_repr(Engine *e, Obj *o);
/* "f() at file.py:3": how reports show what a handle calls; owned. */
Str *aio_handle_callback_text(Engine *e, const AioHandle *h);

/* aio_report.c */
/* Reports through the loop's handler; may push. */
Res aio_call_exception_handler(Engine *e, AioLoop *loop, Dict *report, Obj **out);
/* Debug mode's word on a handle that ran for long; may push. */
Res aio_tell_slow(Engine *e, AioLoop *loop, AioHandle *handle, int64_t began, Obj **out);
/* Coroutines remember where they were created while a loop in debug mode runs. */
void aio_track_origins(Engine *e, AioLoop *loop, bool on);
/* Each does nothing without debug mode. False: memory is exhausted. */
bool aio_remember_handle(Engine *e, AioHandle *h, uint32_t library_frames);
bool aio_remember_future(Engine *e, AioFuture *f);
bool aio_remember_created(Engine *e, AioFuture *f);  /* by loop.create_future() */
bool aio_forget_last_place(Engine *e, AioFuture *f); /* loop.create_task() is none */
Obj *aio_source_object(Engine *e, Obj *source);      /* as Python sees it; owned */
void aio_put_source(StrBuf *b, const Obj *source);   /* " created at file.py:3" */
bool aio_report_put(Engine *e, Dict *report, const char *key, Obj *value);
bool aio_report_put_source(Engine *e, Dict *report, Obj *source);

/* aio_context.c */
Obj *aio_context_copy(Engine *e);    /* copy_context(); owned */
Obj *aio_context_current(Engine *e); /* borrowed; NULL = memory */
bool aio_context_can_enter(Engine *e, const Obj *context);
bool aio_context_enter(Engine *e, Obj *context, Obj **previous); /* previous: owned */
void aio_context_leave(Engine *e, Obj *previous);                /* takes */
bool aio_context_boot(Engine *e); /* before sealing: makes Token.MISSING */

/* aio_primitive.c: queues, locks, events, semaphores, conditions, barriers and groups, linked in
 * order of creation for the stage. One that another is made of has no place of its own there. */
typedef struct AioPrimitive {
    Obj h;
    Dict *dict;
    Obj *weakrefs;
    struct AioPrimitive *prev, *next; /* borrowed */
    uint32_t last_event;
    uint32_t part_of;   /* id of the one it is a part of: its waiters and records are that one's */
    uint32_t part_what; /* CsWhat of its waiters then; 0 = their own, else it makes no records */
} AioPrimitive;

/* Makes a record about it, or about what it is a part of. */
void aio_primitive_tell(Engine *e, AioPrimitive *p, EventKind kind, uint32_t arg);

/* aio_thread.c: what is kept for each thread changes hands. */
void aio_thread_switched(Engine *e, struct Thread *from, struct Thread *to);

/* aio_agen.c: the loop's hooks for asynchronous generators. */
bool aio_agen_first_iteration(Engine *e, Obj *agen);
void aio_agen_enter_loop(Engine *e, AioLoop *loop); /* its hooks hold while it runs */
void aio_agen_leave_loop(Engine *e, AioLoop *loop);
extern const NativeDef aio_agen_functions[]; /* of the module _asyncio */
bool aio_agen_finalize(Engine *e, Obj *agen);
void aio_agen_forget(Engine *e, Obj *agen);
void aio_agen_unlink(Gen *g); /* out of its loop's chain, if it is in one */

/* Called once when the engine starts: state, hooks. */
bool aio_boot(Engine *e);
/* The native module _asyncio. */
bool aio_module_init(Engine *e, Obj *module);
/* The native module _contextvars. */
bool aio_contextvars_init(Engine *e, Obj *module);

#endif
