#ifndef VM_EVENT_H
#define VM_EVENT_H
/* What happens in a run, as typed records: the source of captions, timeline, trace and selectors.
 *
 * X(ID, "kind.name", subject, argument): subject and argument say what the two ids of the record
 * mean. Every record but the first, program.started, links to its cause, an earlier record: "why is
 * this ready?" is a walk up links. Inside a task's step the cause is the step; inside a plain
 * callback the run of its handle; what a queue, lock ... wakes is caused by what happened to it;
 * module code is caused by the program's start. */

#include "object/engine.h"

#define EVENTS(X)                                                                                  \
    X(PROGRAM_STARTED, "program.started", "", "")                                                  \
    X(LOOP_CREATED, "loop.created", "loop", "")                                                    \
    X(LOOP_STARTED, "loop.started", "loop", "")                                                    \
    X(LOOP_STOPPED, "loop.stopped", "loop", "")                                                    \
    X(LOOP_CLOSED, "loop.closed", "loop", "")                                                      \
    X(ITERATION_BEGUN, "iteration.begun", "loop", "number")                                        \
    X(ITERATION_WAITED, "iteration.waited", "loop", "milliseconds")                                \
    X(HANDLE_SCHEDULED, "handle.scheduled", "handle", "task or 0")                                 \
    X(HANDLE_RUN, "handle.run", "handle", "task or 0")                                             \
    X(HANDLE_DONE, "handle.done", "handle", "task or 0")                                           \
    X(HANDLE_CANCELLED, "handle.cancelled", "handle", "task or 0")                                 \
    X(TIMER_SET, "timer.set", "handle", "future or 0")                                             \
    X(TIMER_FIRED, "timer.fired", "handle", "future or 0")                                         \
    X(TASK_CREATED, "task.created", "task", "creating task or 0")                                  \
    X(TASK_STEP, "task.step", "task", "handle")                                                    \
    X(TASK_SUSPENDED, "task.suspended", "task", "future or 0")                                     \
    X(TASK_DONE, "task.done", "task", "0 result, 1 exception, 2 cancelled")                        \
    X(TASK_CANCEL_REQUESTED, "task.cancel_requested", "task", "requesting task or 0")              \
    X(TASK_CANCEL_DELIVERED, "task.cancel_delivered", "task", "")                                  \
    X(FUTURE_CREATED, "future.created", "future", "task or 0")                                     \
    X(FUTURE_RESOLVED, "future.resolved", "future", "0 result, 1 exception, 2 cancelled")          \
    X(FUTURE_CALLBACK_ADDED, "future.callback_added", "future", "task or 0")                       \
    X(QUEUE_CREATED, "queue.created", "queue", "maxsize")                                          \
    X(QUEUE_PUT, "queue.put", "queue", "task or 0")                                                \
    X(QUEUE_GOT, "queue.got", "queue", "task or 0")                                                \
    X(QUEUE_FULL, "queue.full", "queue", "putter's future")                                        \
    X(QUEUE_EMPTY, "queue.empty", "queue", "getter's future")                                      \
    X(QUEUE_TASK_DONE, "queue.task_done", "queue", "unfinished")                                   \
    X(LOCK_CREATED, "lock.created", "lock", "")                                                    \
    X(LOCK_ACQUIRED, "lock.acquired", "lock", "task or 0")                                         \
    X(LOCK_WAITED, "lock.waited", "lock", "future")                                                \
    X(LOCK_RELEASED, "lock.released", "lock", "task or 0")                                         \
    X(EVENT_CREATED, "event.created", "event", "")                                                 \
    X(EVENT_SET, "event.set", "event", "task or 0")                                                \
    X(EVENT_CLEARED, "event.cleared", "event", "task or 0")                                        \
    X(EVENT_WAITED, "event.waited", "event", "future")                                             \
    X(SEMAPHORE_CREATED, "semaphore.created", "semaphore", "permits")                              \
    X(SEMAPHORE_ACQUIRED, "semaphore.acquired", "semaphore", "task or 0")                          \
    X(SEMAPHORE_WAITED, "semaphore.waited", "semaphore", "future")                                 \
    X(SEMAPHORE_RELEASED, "semaphore.released", "semaphore", "task or 0")                          \
    X(CONDITION_CREATED, "condition.created", "condition", "")                                     \
    X(CONDITION_WAITED, "condition.waited", "condition", "future")                                 \
    X(CONDITION_NOTIFIED, "condition.notified", "condition", "task or 0")                          \
    X(BARRIER_CREATED, "barrier.created", "barrier", "parties")                                    \
    X(BARRIER_REACHED, "barrier.reached", "barrier", "task or 0")                                  \
    X(BARRIER_RELEASED, "barrier.released", "barrier", "task or 0")                                \
    X(BARRIER_LEFT, "barrier.left", "barrier", "task or 0")                                        \
    X(BARRIER_RESET, "barrier.reset", "barrier", "task or 0")                                      \
    X(BARRIER_BROKEN, "barrier.broken", "barrier", "task or 0")                                    \
    X(GROUP_CREATED, "group.created", "group", "")                                                 \
    X(GROUP_ENTERED, "group.entered", "group", "task")                                             \
    X(GROUP_TASK_ADDED, "group.task_added", "group", "the new task")                               \
    X(GROUP_TASK_DONE, "group.task_done", "group", "the task that is done")                        \
    X(GROUP_WAITED, "group.waited", "group", "future")                                             \
    X(GROUP_ABORTED, "group.aborted", "group", "task or 0")                                        \
    X(GROUP_EXITED, "group.exited", "group", "task or 0")                                          \
    X(TIME_SLEPT, "time.slept", "task", "milliseconds")                                            \
    X(THREAD_STARTED, "thread.started", "thread", "task that launched it or 0")                    \
    X(THREAD_SLEPT, "thread.slept", "thread", "milliseconds")                                      \
    X(THREAD_WAITED, "thread.waited", "thread", "lock or thread")                                  \
    X(THREAD_WOKEN, "thread.woken", "thread", "")                                                  \
    X(THREAD_FINISHED, "thread.finished", "thread", "0 returned, 1 exception")                     \
    X(CONNECTION_OPENED, "connection.opened", "connection", "task or 0")                           \
    X(BYTES_ARRIVED, "bytes.arrived", "connection", "number of bytes")                             \
    X(STREAM_ENDED, "stream.ended", "connection", "task or 0")                                     \
    X(PROCESS_STARTED, "process.started", "process", "pid")                                        \
    X(PROCESS_ENDED, "process.ended", "process", "return code")                                    \
    X(HTTP_REQUESTED, "http.requested", "request", "task or 0")                                    \
    X(HTTP_ANSWERED, "http.answered", "request", "status, 0 a failure")                            \
    X(OUTPUT, "output", "task", "1 stdout, 2 stderr")                                              \
    X(EXCEPTION_LEFT_TASK, "exception.left_task", "task", "exception")                             \
    X(WARNING, "warning", "task", "")                                                              \
    X(SIGNAL_ARRIVED, "signal.arrived", "", "number")                                              \
    X(DEADLOCK, "deadlock", "loop", "")                                                            \
    X(PROGRAM_ENDED, "program.ended", "", "0 normal, 1 exception, 2 limit, 3 deadlock")

#define EVENT_ENUM(id, name, subject, argument) EVENT_##id,
typedef enum { EVENT_NONE, EVENTS(EVENT_ENUM) EVENT_KIND_COUNT } EventKind;
#undef EVENT_ENUM

/* One record; 32 bytes. Ids are object ids (Obj.id) but for `id`, `cause`, which count records. */
typedef struct Event {
    uint32_t id;      /* from 1 */
    uint32_t cause;   /* id of an earlier record, 0 = none: the program's start */
    uint32_t subject; /* object id */
    uint32_t arg;
    uint32_t step; /* lines that had been about to run */
    uint16_t kind; /* EventKind */
    uint16_t line; /* of the program: the one that runs now; of a task's step and suspension where
                      it goes on; 0 = none: the loop itself */
    int64_t time;  /* virtual ns */
} Event;

typedef struct {
    const char *name, *subject, *argument;
} EventInfo;
extern const EventInfo event_info[EVENT_KIND_COUNT];

/* Emits with the cause in force (vm->cause), or with an explicit one; returns the record's id. */
uint32_t event_emit(Engine *e, EventKind kind, uint32_t subject, uint32_t arg);
uint32_t event_emit_because(Engine *e, EventKind kind, uint32_t subject, uint32_t arg,
                            uint32_t cause);
/* With the cause in force, at a line that is not the running one. */
uint32_t event_emit_at(Engine *e, EventKind kind, uint32_t subject, uint32_t arg, uint32_t line);

#endif
