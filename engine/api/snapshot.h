#ifndef API_SNAPSHOT_H
#define API_SNAPSHOT_H
/* One moment of a run as plain data: everything that the stage shows, keyed by object id.
 *
 * A snapshot stays valid when the engine moves on, but not when it is destroyed. Texts are UTF-8.
 * Values are reprs, cut after CS_TEXT_MAX bytes with "…". No sentence is in here: reasons are codes
 * with ids, and the language tables of the app make words of them. */

#include <stdbool.h>
#include <stdint.h>

enum { CS_TEXT_MAX = 120 };

typedef enum {
    CS_TASK_CREATED, /* made, its first step has not run */
    CS_TASK_READY,   /* a handle of it is in the ready queue */
    CS_TASK_RUNNING,
    CS_TASK_WAITING,
    CS_TASK_CANCELLING, /* cancel() was called; CancelledError is not delivered or not yet handled
                         */
    CS_TASK_DONE,
    CS_TASK_FAILED,
    CS_TASK_CANCELLED
} CsTaskState;

typedef enum {
    CS_FUTURE_PENDING,
    CS_FUTURE_RESULT,
    CS_FUTURE_EXCEPTION,
    CS_FUTURE_CANCELLED
} CsFutureState;

/* What a future stands for, or a handle is about. `about` below is the id of the object named here.
 */
typedef enum {
    CS_WHAT_FUTURE,    /* a plain future */
    CS_WHAT_TASK,      /* about = the task */
    CS_WHAT_SLEEP,     /* seconds */
    CS_WHAT_GATHER,    /* children */
    CS_WHAT_WAIT,      /* asyncio.wait; children */
    CS_WHAT_WAIT_FOR,  /* about = what is waited for; seconds = the timeout */
    CS_WHAT_QUEUE_GET, /* about = the queue */
    CS_WHAT_QUEUE_PUT,
    CS_WHAT_QUEUE_JOIN,
    CS_WHAT_LOCK, /* about = the lock, event, ... */
    CS_WHAT_EVENT,
    CS_WHAT_SHIELD,
    CS_WHAT_CALLBACK,   /* a plain callback: call_soon, call_later, done callback */
    CS_WHAT_FIRST_STEP, /* handles: the task starts */
    CS_WHAT_NEXT_STEP,  /* handles: sleep(0) or a bare yield: again in the next iteration */
    CS_WHAT_CANCEL,     /* handles: the step throws CancelledError */
    CS_WHAT_SEMAPHORE,  /* about = the semaphore, ...: a permit */
    CS_WHAT_CONDITION,  /* to be notified */
    CS_WHAT_BARRIER,    /* the other parties */
    CS_WHAT_GROUP,      /* the group's tasks */
    CS_WHAT_READ,       /* about = the future itself, whose label is the other side's name: data */
    CS_WHAT_DRAIN,      /* that it reads */
    CS_WHAT_CONNECT,    /* the connection */
    CS_WHAT_REPLY,      /* the answer to a request */
    CS_WHAT_PROCESS,    /* its end */
    CS_WHAT_CLOSE       /* that it is closed */
} CsWhat;

typedef struct {
    CsWhat what;
    uint32_t about; /* object id or 0 */
    double seconds; /* sleep and timeouts */
} CsReason;

typedef struct {
    const char *name, *value;
    uint32_t object; /* id of the value, which may be a task, a future or a primitive */
} CsLocal;

typedef struct {
    uint32_t id;
    const char *function;  /* "take"; in the library with its class: "Queue.put" */
    const char *arguments; /* reprs of the parameters' values: "\"Bob\"", "\"Bob\", 4" */
    int line;              /* the statement that is running or suspended */
    bool library;          /* inside asyncio */
    CsLocal *locals;       /* parameters excluded; in order of the code's names */
    int local_count;
    CsLocal *parameters; /* of the program's own frames, those that are bound */
    int parameter_count;
} CsFrame;

typedef struct {
    uint32_t id;
    int number;            /* 1, 2, 3 in order of creation: badge, seat and hue */
    const char *name;      /* get_name() */
    const char *coroutine; /* the coroutine's function name: "cook" */
    const char *label;     /* "cook Ann": the function and the first short string or number among
                              its arguments; the name that the program gave where it is not in it */
    CsTaskState state;
    CsFrame *frames; /* await chain, outermost first; empty when finished */
    int frame_count;
    CsReason waits;        /* when waiting, or being cancelled while waiting */
    uint32_t waits_future; /* id of the future it awaits, 0 = none */
    uint32_t *waits_tasks; /* tasks behind what it waits for: gather's children, an awaited task,
                              those whose turn it needs */
    int waits_task_count;
    uint32_t ready_event; /* record that made it ready (handle.scheduled), 0 = not ready */
    const char *value;    /* result's or exception's repr, cancel message; "" = none */
    int cancel_requests;  /* cancelling() */
    uint32_t created_by;  /* task id or 0 */
    int created_line;
} CsTask;

typedef struct {
    uint32_t id;
    const char *name;    /* "Task-3 wakeup", "gather callback", "print" */
    const char *label;   /* "Task.__wakeup": as in the handle trace */
    const char *call;    /* "get_on('Rosa')" of a plain callback that was asked for, else "" */
    uint32_t task;       /* id or 0 for plain callbacks */
    bool wakeup;         /* Task.__wakeup rather than Task.__step */
    bool throws;         /* will throw CancelledError or another exception into the task */
    CsReason because;    /* what made it ready */
    uint32_t by_task;    /* the task whose step caused it, 0 = none */
    uint32_t by_timer;   /* handle id of the timer that caused it, 0 = none */
    int64_t since_ns;    /* when it joined the ready queue */
    uint32_t event;      /* its handle.scheduled record */
    bool next_iteration; /* scheduled during this iteration: runs in the next */
} CsHandle;

typedef struct {
    uint32_t id;
    CsFutureState state;
    CsReason what;
    const char *label; /* "sleep(3)", "q.put()", "gather", "Task-5", a variable's name, "future" */
    bool named;        /* a plain future, and `label` is the variable that is bound to it */
    const char *value; /* repr or "" */
    uint32_t *waiters; /* tasks that await it or were woken by it */
    int waiter_count;
    uint32_t *children; /* gather, wait: futures or tasks */
    int child_count;
    uint32_t resolved_event; /* 0 = pending */
    int64_t resolved_ns;
    uint32_t resolved_iteration;
} CsFuture;

typedef struct {
    uint32_t id; /* of the handle */
    int64_t set_ns, when_ns;
    double when;       /* the float that loop.call_at computed */
    const char *label; /* "sleep(3)", "print(\"hurry…\")", "timeout of main" */
    uint32_t task;     /* the task it will wake, 0 = none */
    uint32_t future;   /* the future it resolves, 0 = none */
} CsTimer;

typedef enum {
    CS_SYNC_QUEUE,
    CS_SYNC_LOCK,
    CS_SYNC_EVENT,
    CS_SYNC_SEMAPHORE,
    CS_SYNC_CONDITION,
    CS_SYNC_BARRIER,
    CS_SYNC_GROUP
} CsSyncKind;

/* What a barrier or a group is at. */
typedef enum {
    CS_STAGE_NONE,
    CS_STAGE_FILLING,   /* barrier: waits for more parties */
    CS_STAGE_DRAINING,  /* its tasks leave */
    CS_STAGE_RESETTING, /* they leave with BrokenBarrierError */
    CS_STAGE_BROKEN,
    CS_STAGE_NEW,      /* group: not entered */
    CS_STAGE_BODY,     /* entered, its body runs */
    CS_STAGE_JOINING,  /* waits for its tasks */
    CS_STAGE_ABORTING, /* its tasks are cancelled */
    CS_STAGE_OVER
} CsSyncStage;

typedef struct {
    uint32_t id;
    CsSyncKind kind;
    const char *name;   /* variable bound to it: "q"; or "queue#2" */
    const char *type;   /* "Queue", "Lock" */
    int maxsize;        /* queue: 0 = unbounded */
    const char **items; /* queue: reprs, head first */
    int item_count;
    uint32_t *getters, *putters; /* queue: waiting tasks in order; others: getters = waiters;
                                    condition: putters = those who wait for its lock */
    int getter_count, putter_count;
    int unfinished;
    bool set;       /* event: flag; lock and condition: locked; semaphore: nobody may enter now */
    uint32_t owner; /* lock, condition: the task that holds it, 0 = unknown */
    uint32_t *holders; /* semaphore: tasks with a permit, barrier: tasks inside, group: tasks that
                          are not done; in order */
    int holder_count;
    uint32_t *members; /* group: all its tasks, in order of their making */
    int member_count;
    int value; /* semaphore: permits left; barrier: parties; group: errors so far */
    CsSyncStage stage;
    uint32_t changed_event; /* its latest record */
} CsSync;

/* A task or thread that waits, for what, and who would have to act first: those who hold the thing,
 * or are it. Follow holders from waiter to waiter: where that comes back, nobody ever goes on. */
typedef struct {
    uint32_t waiter;   /* task or thread */
    const char *name;  /* "Task-2 (worker a)", "thread asyncio_0" */
    uint32_t thing;    /* future, lock, queue, task ...; 0 = unknown */
    const char *label; /* "fork", "q.get()", "Task-3", "gather" */
    int line;          /* of the program where it waits; 0 = none */
    uint32_t *holders; /* tasks or threads */
    int holder_count;
    bool held;  /* they hold the thing, even if they are done; else they are it */
    int circle; /* 1, 2, ...: part of that circle; 0 = of none */
} CsWaitEdge;

typedef enum {
    CS_GEN_CREATED,
    CS_GEN_RUNNING,   /* on the stack; it may have called others */
    CS_GEN_WAITING,   /* an async generator inside an await */
    CS_GEN_SUSPENDED, /* at a yield */
    CS_GEN_CLOSED
} CsGenState;

/* A generator object of the program that a variable or a frame holds. */
typedef struct {
    uint32_t id;
    const char *variable; /* that is bound to it; "" */
    CsGenState state;
    bool async;
    CsFrame frame; /* id 0 when it is closed */
} CsGen;

typedef enum {
    CS_PHASE_PROGRAM, /* no loop runs: module code */
    CS_PHASE_RUN,     /* running ready handles */
    CS_PHASE_WAIT,    /* waiting for the next timer */
    CS_PHASE_TIMERS   /* firing due timers */
} CsPhase;

typedef enum {
    CS_THREAD_READY, /* waits for its turn */
    CS_THREAD_RUNNING,
    CS_THREAD_SLEEPING, /* in time.sleep: a loop in it is frozen */
    CS_THREAD_BLOCKED,  /* on a lock, or joining a thread: the same */
    CS_THREAD_LOOP      /* its event loop waits for something to do */
} CsThreadState;

typedef struct {
    uint32_t id;
    int number;           /* 0 the main thread, then 1, 2, 3 in order of creation */
    const char *name;     /* "MainThread", "asyncio_0", "Thread-1 (work)" */
    const char *function; /* of the program, the outermost; "" = none of its own runs */
    CsThreadState state;
    bool main, daemon;
    int64_t wake_ns;    /* sleeping, blocked with a timeout, loop with a timer; -1 = none */
    uint32_t waits_for; /* blocked: id of the lock or thread; 0 = none */
    uint32_t held_by;   /* blocked on a lock: the thread that took it; 0 = unknown */
    uint32_t by_task;   /* the task that started it, 0 = none */
    CsFrame *frames;    /* the program's own, outermost first */
    int frame_count;
} CsThread;

typedef enum {
    CS_END_NONE, /* it goes on */
    CS_END_NORMAL,
    CS_END_EXCEPTION,
    CS_END_DEADLOCK,
    CS_END_INSTRUCTIONS,
    CS_END_MEMORY,
    CS_END_OUTPUT,
    CS_END_TIME,
    CS_END_SIGNAL, /* one came that nobody handles */
    CS_END_RECORD  /* its record took all the memory that it may */
} CsEnd;

/* From so many tasks on a run is a crowd: cs_snapshot_of_crowd(). */
enum { CS_CROWD = 100 };

typedef struct {
    bool brief; /* it does not tell all */
    int64_t time_ns;
    uint64_t step; /* lines that were about to run so far: "step 161" */
    uint64_t instruction;
    uint32_t event; /* records so far */
    uint32_t iteration;
    CsPhase phase;
    int64_t waits_until_ns; /* in CS_PHASE_WAIT; -1 = nothing to wait for */
    int line_next;          /* line about to run; 0 = none */
    int line_before;        /* line that ran last in the same frame; 0 = none */
    CsFrame *program;       /* frames of module code that are on the stack, outermost first */
    int program_count;
    CsHandle running; /* id 0 = none */
    CsFrame *frames;  /* of the running handle: await chain or callback, outermost first */
    int frame_count;
    CsTask *tasks; /* all of the run, by number */
    int task_count;
    bool tasks_by_id, futures_by_id; /* their ids rise, as nearly always: found by halving */
    CsHandle *ready;                 /* the ready queue, head first, without the running one */
    int ready_count;
    int ran_count;     /* handles of this iteration that ran, the running one included */
    CsFuture *futures; /* living ones in order of creation, tasks excluded */
    int future_count;
    CsTimer *timers; /* by deadline */
    int timer_count;
    CsSync *syncs; /* in order of creation */
    int sync_count;
    CsWaitEdge *waits; /* circles first, each in its order, then the others by number */
    int wait_count;
    CsThread *threads; /* living ones, the main one first; none while it is the only one */
    int thread_count;
    uint32_t running_thread; /* id; 0 while there is only the main thread. line_next is its */
    CsGen *gens;             /* in no order that lasts */
    int gen_count;
    CsEnd end;
    const char *end_text; /* "ValueError: bad" or what a limit says; "" */
} CsSnapshot;

#endif
