#ifndef VM_EVENT_H
#define VM_EVENT_H
/* What happens in a run, as typed records: the source of captions, timeline, trace and selectors.
 *
 * X(ID, "kind.name", subject, argument): subject and argument say what the two ids of the record
 * mean. Every record links to its cause (an earlier record's id, 0 = the program's own start) and
 * to its subject's previous record, so that "why is this ready?" is a walk up links. */

#include "object/engine.h"

#define EVENTS(X)                                                                                  \
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
    X(TIME_SLEPT, "time.slept", "task", "milliseconds")                                            \
    X(OUTPUT, "output", "task", "1 stdout, 2 stderr")                                              \
    X(EXCEPTION_LEFT_TASK, "exception.left_task", "task", "exception")                             \
    X(WARNING, "warning", "task", "")                                                              \
    X(DEADLOCK, "deadlock", "loop", "")                                                            \
    X(PROGRAM_ENDED, "program.ended", "", "0 normal, 1 exception, 2 limit, 3 deadlock")

#define EVENT_ENUM(id, name, subject, argument) EVENT_##id,
typedef enum { EVENT_NONE, EVENTS(EVENT_ENUM) EVENT_KIND_COUNT } EventKind;
#undef EVENT_ENUM

/* One record; 32 bytes. Ids are object ids (Obj.id) but for `id`, `cause`, which count records. */
typedef struct Event {
    uint32_t id;      /* from 1 */
    uint32_t cause;   /* id of an earlier record, 0 = none */
    uint32_t subject; /* object id */
    uint32_t arg;
    uint32_t step; /* lines that had been about to run */
    uint16_t kind; /* EventKind */
    uint16_t line; /* line of the program that runs now, 0 = none */
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

#endif
