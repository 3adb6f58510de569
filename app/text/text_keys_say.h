#ifndef TEXT_TEXT_KEYS_SAY_H
#define TEXT_TEXT_KEYS_SAY_H
/* Texts of captions: what happened, and what follows. */

#define TEXT_KEYS_SAY(X)                                                                           \
    /* captions: parts of a line */                                                                \
    X(SAY_PART)                                                                                    \
    X(SAY_PART_NEXT)                                                                               \
    X(SAY_PART_LAST)                                                                               \
    /* captions: what happened; {0} mostly the task, {1} the thing */                              \
    X(SAY_START)                                                                                   \
    X(SAY_NEXT_LINE)                                                                               \
    X(SAY_NEXT_LINE_OF)                                                                            \
    X(SAY_CALLED)                                                                                  \
    X(SAY_RETURNED)                                                                                \
    X(SAY_LOCAL)                                                                                   \
    X(SAY_FIRST_TASK)                                                                              \
    X(SAY_LOOP_STARTED)                                                                            \
    X(SAY_LOOP_CLOSED)                                                                             \
    X(SAY_ITERATION)                                                                               \
    X(SAY_WAITED)                                                                                  \
    X(SAY_TIMER_FIRED)                                                                             \
    X(SAY_TIMER_FIRED_TASK)                                                                        \
    X(SAY_TIMER_SET)                                                                               \
    X(SAY_TASK_CREATED)                                                                            \
    X(SAY_TASK_CREATED_FIRST)                                                                      \
    X(SAY_TASK_STARTS)                                                                             \
    X(SAY_TASK_GOES_ON)                                                                            \
    X(SAY_CALLBACK_RUNS)                                                                           \
    X(SAY_SUSPENDED_SLEEP)                                                                         \
    X(SAY_SUSPENDED_YIELD)                                                                         \
    X(SAY_SUSPENDED_TASK)                                                                          \
    X(SAY_SUSPENDED_GATHER)                                                                        \
    X(SAY_SUSPENDED_OTHER)                                                                         \
    X(SAY_TASK_DONE)                                                                               \
    X(SAY_TASK_FAILED)                                                                             \
    X(SAY_TASK_CANCELLED)                                                                          \
    X(SAY_CANCEL_REQUESTED)                                                                        \
    X(SAY_CANCEL_REQUESTED_BY)                                                                     \
    X(SAY_CANCEL_DELIVERED)                                                                        \
    X(SAY_HANDLE_CANCELLED)                                                                        \
    X(SAY_QUEUE_CREATED)                                                                           \
    X(SAY_QUEUE_CREATED_UNBOUNDED)                                                                 \
    X(SAY_QUEUE_PUT)                                                                               \
    X(SAY_QUEUE_PUT_ITEM)                                                                          \
    X(SAY_QUEUE_GOT)                                                                               \
    X(SAY_QUEUE_GOT_ITEM)                                                                          \
    X(SAY_QUEUE_GOT_ITEM_FREE)                                                                     \
    X(SAY_QUEUE_FULL)                                                                              \
    X(SAY_QUEUE_EMPTY)                                                                             \
    X(SAY_QUEUE_TASK_DONE)                                                                         \
    X(SAY_QUEUE_ALL_DONE)                                                                          \
    X(SAY_LOCK_CREATED)                                                                            \
    X(SAY_LOCK_ACQUIRED)                                                                           \
    X(SAY_LOCK_WAITED)                                                                             \
    X(SAY_LOCK_RELEASED)                                                                           \
    X(SAY_EVENT_CREATED)                                                                           \
    X(SAY_EVENT_SET)                                                                               \
    X(SAY_EVENT_CLEARED)                                                                           \
    X(SAY_EVENT_WAITED)                                                                            \
    X(SAY_CONNECTION_OPENED)                                                                       \
    X(SAY_BYTES_ARRIVED)                                                                           \
    X(SAY_STREAM_ENDED)                                                                            \
    X(SAY_PROCESS_STARTED)                                                                         \
    X(SAY_PROCESS_ENDED)                                                                           \
    X(SAY_HTTP_REQUESTED)                                                                          \
    X(SAY_HTTP_ANSWERED)                                                                           \
    X(SAY_HTTP_FAILED)                                                                             \
    X(SAY_SEMAPHORE_CREATED)                                                                       \
    X(SAY_SEMAPHORE_ACQUIRED)                                                                      \
    X(SAY_SEMAPHORE_WAITED)                                                                        \
    X(SAY_SEMAPHORE_RELEASED)                                                                      \
    X(SAY_CONDITION_CREATED)                                                                       \
    X(SAY_CONDITION_WAITED)                                                                        \
    X(SAY_CONDITION_NOTIFIED)                                                                      \
    X(SAY_BARRIER_CREATED)                                                                         \
    X(SAY_BARRIER_REACHED)                                                                         \
    X(SAY_BARRIER_RELEASED)                                                                        \
    X(SAY_BARRIER_RESET)                                                                           \
    X(SAY_BARRIER_BROKEN)                                                                          \
    X(SAY_GROUP_ENTERED)                                                                           \
    X(SAY_GROUP_TASK_ADDED)                                                                        \
    X(SAY_GROUP_WAITED)                                                                            \
    X(SAY_GROUP_ABORTED)                                                                           \
    X(SAY_GROUP_EXITED)                                                                            \
    X(SAY_OUTPUT)                                                                                  \
    X(SAY_OUTPUT_PROGRAM)                                                                          \
    X(SAY_STDERR)                                                                                  \
    X(SAY_WARNING)                                                                                 \
    X(SAY_FUTURE_RESULT)                                                                           \
    X(SAY_FUTURE_EXCEPTION)                                                                        \
    X(SAY_FUTURE_CANCELLED)                                                                        \
    X(SAY_RAISED_CAUGHT)                                                                           \
    X(SAY_RAISED_OUT)                                                                              \
    X(SAY_RAISED)                                                                                  \
    /* captions: what follows */                                                                   \
    X(THEN_WOKEN)                                                                                  \
    X(THEN_WOKEN_FROM)                                                                             \
    X(THEN_WOKEN_MANY)                                                                             \
    X(THEN_CALLBACK)                                                                               \
    X(THEN_FIRST_RUN)                                                                              \
    X(THEN_TIME_PASSED)                                                                            \
    X(THEN_GOES_ON)                                                                                \
    X(THEN_STARTS)                                                                                 \
    /* ends */                                                                                     \
    X(END_NORMAL)                                                                                  \
    X(END_EXCEPTION)                                                                               \
    X(END_DEADLOCK)                                                                                \
    X(END_LIMIT)                                                                                   \
    /* who, where no task is */                                                                    \
    X(THE_PROGRAM)                                                                                 \
    X(A_TASK)                                                                                      \
    X(TASK_NAMED)                                                                                  \
    /* captions: threads */                                                                        \
    X(SAY_TIME_SLEPT)                                                                              \
    X(SAY_THREAD_STARTED)                                                                          \
    X(SAY_THREAD_SLEPT)                                                                            \
    X(SAY_THREAD_WAITED)                                                                           \
    X(SAY_THREAD_WOKEN)                                                                            \
    X(SAY_THREAD_FINISHED)                                                                         \
    X(SAY_THREAD_FAILED)                                                                           \
    X(SAY_STUCK_THREAD)                                                                            \
    X(SAY_STUCK)                                                                                   \
    X(DEADLOCK_CERTAIN)                                                                            \
    X(SAY_STUCK_WAIT)

#endif
