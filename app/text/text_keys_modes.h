#ifndef TEXT_TEXT_KEYS_MODES_H
#define TEXT_TEXT_KEYS_MODES_H
/* Texts of cards and modes over the stage: stops, why, inspector, predictions,
   cancellations, generators. */

#define TEXT_KEYS_MODES(X)                                                                         \
    /* places to stop, values */                                                                   \
    X(BREAK_TITLE)                                                                                 \
    X(BREAK_HINT)                                                                                  \
    X(BREAK_SET)                                                                                   \
    X(BREAK_CANCEL)                                                                                \
    X(BREAK_NO_VALUE)                                                                              \
    X(BREAK_MANY)                                                                                  \
    X(LOOK_IN)                                                                                     \
    X(LOOK_MODULE)                                                                                 \
    /* why, inspector, predictions */                                                              \
    X(WHY_EARLIER)                                                                                 \
    X(WHY_CAUSE)                                                                                   \
    X(WHY_TASK_CREATED)                                                                            \
    X(WHY_TASK_STEP)                                                                               \
    X(WHY_TASK_DONE)                                                                               \
    X(WHY_TIMER_SET)                                                                               \
    X(WHY_TIMER_FIRED)                                                                             \
    X(WHY_FUTURE_DONE)                                                                             \
    X(WHY_SCHEDULED)                                                                               \
    X(WHY_RUNS)                                                                                    \
    X(WHY_QUEUE_PUT)                                                                               \
    X(WHY_QUEUE_GOT)                                                                               \
    X(INSPECT_TASK)                                                                                \
    X(INSPECT_FUTURE)                                                                              \
    X(INSPECT_HANDLE)                                                                              \
    X(INSPECT_TIMER)                                                                               \
    X(INSPECT_FRAME)                                                                               \
    X(LINE_SO_FAR)                                                                                 \
    X(INSPECT_THREAD)                                                                              \
    X(INSPECT_FRAMES)                                                                              \
    X(INSPECT_HISTORY)                                                                             \
    X(INSPECT_CHANGES)                                                                             \
    X(INSPECT_NO_FRAMES)                                                                           \
    X(INSPECT_COLUMN)                                                                              \
    X(INSPECT_ROW)                                                                                 \
    X(INSPECT_JUMP)                                                                                \
    X(INSPECT_CLOSE)                                                                               \
    X(INSPECT_LANE)                                                                                \
    X(INSPECT_NOW)                                                                                 \
    X(INSPECT_STEP)                                                                                \
    X(INSPECT_FOR)                                                                                 \
    X(INSPECT_BY)                                                                                  \
    X(FIELD_NAME)                                                                                  \
    X(FIELD_MADE_BY)                                                                               \
    X(FIELD_RUNS)                                                                                  \
    X(FIELD_WAITED)                                                                                \
    X(FIELD_AWAITED_BY)                                                                            \
    X(FIELD_WAITS_FOR)                                                                             \
    X(FIELD_VALUE)                                                                                 \
    X(FIELD_CALLS)                                                                                 \
    X(FIELD_SINCE)                                                                                 \
    X(FIELD_BECAUSE)                                                                               \
    X(FIELD_TASK)                                                                                  \
    X(FIELD_DUE)                                                                                   \
    X(FIELD_SET_AT)                                                                                \
    X(FIELD_LEFT)                                                                                  \
    X(FIELD_WAKES)                                                                                 \
    X(FIELD_FUNCTION)                                                                              \
    X(FIELD_LINE)                                                                                  \
    X(FIELD_ARGUMENTS)                                                                             \
    X(FIELD_HOLDER)                                                                                \
    X(FIELD_ITEM)                                                                                  \
    X(FIELD_UNFINISHED)                                                                            \
    X(FIELD_IN_LINE)                                                                               \
    X(FIELD_PLACE)                                                                                 \
    X(FIELD_NOBODY)                                                                                \
    X(FIELD_PROGRAM)                                                                               \
    X(PREDICT)                                                                                     \
    X(PREDICT_SCORE)                                                                               \
    X(PREDICT_ASK_HANDLE)                                                                          \
    X(PREDICT_ASK_OUTPUT)                                                                          \
    X(PREDICT_AND_OUTPUT)                                                                          \
    X(PREDICT_ASK_STATE)                                                                           \
    X(PREDICT_ASK_VALUE)                                                                           \
    X(PREDICT_NONE_YET)                                                                            \
    X(PREDICT_NONE_UNTIL)                                                                          \
    X(PREDICT_NONE_ABOUT)                                                                          \
    X(PREDICT_NOTHING)                                                                             \
    X(PREDICT_PRESS)                                                                               \
    X(PREDICT_PRESS_2)                                                                             \
    X(PREDICT_HINT)                                                                                \
    X(PREDICT_LATER)                                                                               \
    X(PREDICT_RIGHT)                                                                               \
    X(PREDICT_NOT_YET)                                                                             \
    X(PREDICT_YOUR_ANSWER)                                                                         \
    X(PREDICT_RIGHT_ANSWER)                                                                        \
    X(PREDICT_HANDLE_RIGHT)                                                                        \
    X(PREDICT_HANDLE_NOT_YET)                                                                      \
    X(PREDICT_HEAD_RIGHT)                                                                          \
    X(PREDICT_HEAD_NOT_YET)                                                                        \
    X(PREDICT_ORDER)                                                                               \
    X(PREDICT_CHECK)                                                                               \
    X(PREDICT_GO_ON)                                                                               \
    X(PREDICT_SKIP)                                                                                \
    X(PREDICT_LEAVE)                                                                               \
    X(PREDICT_IN_SLOT)                                                                             \
    X(PREDICT_VALUE_IS)                                                                            \
    X(PREDICT_OUTPUT_IS)                                                                           \
    X(PREDICT_NOTHING_IS)                                                                          \
    X(PREDICT_NOBODY_IS)                                                                           \
    X(PREDICT_ENDED_IS)                                                                            \
    /* cancellations and generators */                                                             \
    X(JOURNEY_CANCEL)                                                                              \
    X(JOURNEY_FAILURE)                                                                             \
    X(JOURNEY_NONE)                                                                                \
    X(JOURNEY_TIMER)                                                                               \
    X(JOURNEY_END)                                                                                 \
    X(JOURNEY_ABSORBED_SHORT)                                                                      \
    X(JOURNEY_ABSORBED)                                                                            \
    X(JOURNEY_GOES_ON)                                                                             \
    X(JOURNEY_REQUESTS)                                                                            \
    X(JOURNEY_SAY_OUT)                                                                             \
    X(JOURNEY_SAY_STOPS)                                                                           \
    X(JOURNEY_SAY_IN)                                                                              \
    X(JOURNEY_SAY_FAILED)                                                                          \
    X(JOURNEY_SAY_TIMER)                                                                           \
    X(JOURNEY_SAY_GROUP)                                                                           \
    X(JOURNEY_SAY_BY)                                                                              \
    X(STATION_CANCEL)                                                                              \
    X(STATION_FUTURE)                                                                              \
    X(STATION_READY)                                                                               \
    X(STATION_THROWN)                                                                              \
    X(STATION_CLEANUP)                                                                             \
    X(STATION_ENDED)                                                                               \
    X(STATION_FAILED)                                                                              \
    X(STATION_THROWN_ON)                                                                           \
    X(PATH_THROWN)                                                                                 \
    X(PATH_RAISED)                                                                                 \
    X(PATH_PASSES)                                                                                 \
    X(PATH_STOPS)                                                                                  \
    X(PATH_HOLDS)                                                                                  \
    X(PATH_CAUGHT)                                                                                 \
    X(PATH_FOOT)                                                                                   \
    X(PATH_FOOT_WAITS)                                                                             \
    X(PATH_OUT)                                                                                    \
    X(TRACK_NO_LOOP)                                                                               \
    X(GENS_NONE)                                                                                   \
    X(GEN_KIND)                                                                                    \
    X(GEN_KIND_ASYNC)                                                                              \
    X(GEN_RUNS)                                                                                    \
    X(GEN_ON_STACK)                                                                                \
    X(GEN_WAITS)                                                                                   \
    X(GEN_PARKED)                                                                                  \
    X(GEN_NEW)                                                                                     \
    X(GEN_OVER)                                                                                    \
    X(GEN_WOKE)                                                                                    \
    X(GEN_PARKED_AT)                                                                               \
    X(GEN_WAITS_AT)                                                                                \
    X(GEN_KEPT)                                                                                    \
    X(GEN_UNLINKED)                                                                                \
    X(GEN_UNLINKED_NEW)                                                                            \
    X(GEN_INSIDE)                                                                                  \
    X(GEN_HOLDS_LOOP)                                                                              \
    X(CONVERSATION)                                                                                \
    /* what-ifs */                                                                                 \
    X(WHATIF)                                                                                      \
    X(WHATIF_ORIGINAL)                                                                             \
    X(WHATIF_EDIT)                                                                                 \
    X(WHATIF_EDIT_OUT)                                                                             \
    X(WHATIF_CANCEL)                                                                               \
    X(WHATIF_RAISE)                                                                                \
    X(WHATIF_DELAY)                                                                                \
    X(WHATIF_ENDS)                                                                                 \
    X(WHATIF_ENDS_LATER)                                                                           \
    X(WHATIF_ENDS_EARLIER)                                                                         \
    X(WHATIF_ENDS_SAME)                                                                            \
    X(WHATIF_STOPS)                                                                                \
    X(WHATIF_PRINTS)                                                                               \
    X(WHATIF_PRINTS_NOT)                                                                           \
    X(WHATIF_PRINTS_INSTEAD)                                                                       \
    X(WHATIF_PRINTS_NONE)                                                                          \
    X(WHATIF_PRINTS_SAME)                                                                          \
    X(WHATIF_TASK_CANCELLED)                                                                       \
    X(WHATIF_TASK_FAILED)                                                                          \
    X(WHATIF_EXCEPTION)                                                                            \
    X(WHATIF_PART)                                                                                 \
    X(WHATIF_SAME)                                                                                 \
    X(WHATIF_RECORDS)                                                                              \
    X(WHATIF_BROKEN)                                                                               \
    X(WHATIF_NONE)                                                                                 \
    X(WHATIF_NONE_PROGRAM)                                                                         \
    X(WHATIF_RUN)                                                                                  \
    X(WHATIF_OTHER)                                                                                \
    X(WHATIF_STEP)                                                                                 \
    X(WHATIF_LEAVE)                                                                                \
    X(WHATIF_IN)                                                                                   \
    X(WHATIF_TASKS_MORE)                                                                           \
    X(WHATIF_THREADS_MORE)                                                                         \
    X(WHATIF_NO_THREAD)                                                                            \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */                                                                                 \
    /* what-ifs */

#endif
