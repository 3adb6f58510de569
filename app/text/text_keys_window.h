#ifndef TEXT_TEXT_KEYS_WINDOW_H
#define TEXT_TEXT_KEYS_WINDOW_H
/* Texts of the window: keys, help, list of lessons, errors, what is kept. */

#define TEXT_KEYS_WINDOW(X)                                                                        \
    /* help: keys of the modes */                                                                  \
    X(KEY_SPACE_NAME)                                                                              \
    X(KEY_SHIFT_NAME)                                                                              \
    X(KEY_CTRL_NAME)                                                                               \
    /* keys' names, as on their caps */                                                            \
    X(KEY_HOME_NAME)                                                                               \
    X(KEY_END_NAME)                                                                                \
    X(KEY_PAGE_UP_NAME)                                                                            \
    X(KEY_PAGE_DOWN_NAME)                                                                          \
    X(KEY_TAB_NAME)                                                                                \
    X(KEY_ENTER_NAME)                                                                              \
    X(KEY_ESCAPE_NAME)                                                                             \
    X(KEY_ALT_NAME)                                                                                \
    /* help */                                                                                     \
    X(HELP_TITLE)                                                                                  \
    X(HELP_KEYS)                                                                                   \
    X(HELP_POINTER)                                                                                \
    X(HELP_SIGNS)                                                                                  \
    X(SIGN_TASK)                                                                                   \
    X(SIGN_OTHERS)                                                                                 \
    X(SIGN_LANES)                                                                                  \
    X(SIGN_FUTURES)                                                                                \
    X(SIGN_TIMER)                                                                                  \
    X(SIGN_LINKS)                                                                                  \
    X(SIGN_FLIGHT)                                                                                 \
    X(SIGN_SLOTS)                                                                                  \
    X(HELP_STATES)                                                                                 \
    X(HELP_PLAY)                                                                                   \
    X(HELP_STEP)                                                                                   \
    X(HELP_HANDLE)                                                                                 \
    X(HELP_ITERATION)                                                                              \
    X(HELP_ENDS)                                                                                   \
    X(HELP_MOMENT)                                                                                 \
    X(HELP_SPEED)                                                                                  \
    X(HELP_GROUP)                                                                                  \
    X(HELP_SELECT)                                                                                 \
    X(HELP_BY_PART)                                                                                \
    X(HELP_LINE)                                                                                   \
    X(HELP_OVER)                                                                                   \
    X(HELP_INTO)                                                                                   \
    X(HELP_OUT)                                                                                    \
    X(HELP_TASK_ONLY)                                                                              \
    X(HELP_EXCEPTION)                                                                              \
    X(HELP_OUTPUT)                                                                                 \
    X(HELP_BREAK)                                                                                  \
    X(HELP_BREAK_IF)                                                                               \
    X(HELP_BREAK_GO)                                                                               \
    X(HELP_RUN_TO)                                                                                 \
    X(HANDOUT_OBJECTIVES)                                                                          \
    X(HANDOUT_PROGRAM)                                                                             \
    X(HANDOUT_MOMENTS)                                                                             \
    X(HANDOUT_PLACE)                                                                               \
    X(HANDOUT_QUESTIONS)                                                                           \
    X(HANDOUT_ANSWERS)                                                                             \
    X(HELP_COPY_MOMENT)                                                                            \
    X(MOMENT_COPIED)                                                                               \
    X(HELP_CHOOSE_LINE)                                                                            \
    X(HELP_WHY)                                                                                    \
    X(HELP_PANELS)                                                                                 \
    X(HELP_PANELS_MORE)                                                                            \
    X(HELP_SPOTLIGHT)                                                                              \
    X(HELP_THEME)                                                                                  \
    X(HELP_ZOOM)                                                                                   \
    X(HELP_FULLSCREEN)                                                                             \
    X(HELP_STILL)                                                                                  \
    X(HELP_HELP)                                                                                   \
    X(HELP_RELOAD)                                                                                 \
    X(HELP_COPY)                                                                                   \
    X(HELP_CLOSE)                                                                                  \
    X(HELP_CLOSE_BUTTON)                                                                           \
    X(HELP_SCROLL)                                                                                 \
    X(HELP_QUIT)                                                                                   \
    X(HELP_CHOOSE)                                                                                 \
    X(HELP_CHAPTER)                                                                                \
    X(HELP_FIRST)                                                                                  \
    X(HELP_OPEN)                                                                                   \
    X(HELP_MISTAKES)                                                                               \
    X(HELP_MOUSE_LANES)                                                                            \
    X(HELP_MOUSE_THING)                                                                            \
    X(HELP_MOUSE_TWICE)                                                                            \
    X(HELP_MOUSE_DROP)                                                                             \
    X(HELP_MOUSE_NUMBER)                                                                           \
    X(HELP_MOUSE_RIGHT)                                                                            \
    X(HELP_MOUSE_LINE)                                                                             \
    X(HELP_MOUSE_NAME)                                                                             \
    X(HELP_MOUSE_WHEEL)                                                                            \
    X(STATE_IS_CREATED)                                                                            \
    X(STATE_IS_READY)                                                                              \
    X(STATE_IS_RUNNING)                                                                            \
    X(STATE_IS_WAITING)                                                                            \
    X(STATE_IS_CANCELLING)                                                                         \
    X(STATE_IS_DONE)                                                                               \
    X(STATE_IS_FAILED)                                                                             \
    X(STATE_IS_CANCELLED)                                                                          \
    /* the list of lessons */                                                                      \
    X(CHAPTERS)                                                                                    \
    X(LEVEL_BEGINNER)                                                                              \
    X(LEVEL_INTERMEDIATE)                                                                          \
    X(LEVEL_ADVANCED)                                                                              \
    X(MINUTES_N)                                                                                   \
    X(PICTURES_ARE)                                                                                \
    X(RUNS)                                                                                        \
    X(WAITS_WORD)                                                                                  \
    X(CONTINUE)                                                                                    \
    X(STOPPED_AT)                                                                                  \
    X(DROP_HERE)                                                                                   \
    X(SEARCH_HINT)                                                                                 \
    X(NO_HITS)                                                                                     \
    X(NEAREST_TITLES)                                                                              \
    X(YOUR_FILES)                                                                                  \
    X(ANSWERS_RIGHT)                                                                               \
    X(LESSON_DONE)                                                                                 \
    X(LESSON_NEW)                                                                                  \
    X(STOPPED_AT_STEP)                                                                             \
    X(HELP_SEARCH)                                                                                 \
    X(HELP_ERASE)                                                                                  \
    X(NO_MEMORY)                                                                                   \
    X(FILES_PROGRAM)                                                                               \
    X(FILES_LESSON)                                                                                \
    X(FILES_FOLDER)                                                                                \
    X(FILES_UP)                                                                                    \
    X(FILES_EMPTY)                                                                                 \
    X(FILES_NONE)                                                                                  \
    X(FILES_HINT)                                                                                  \
    X(FILES_OPEN)                                                                                  \
    X(FILES_TITLE)                                                                                 \
    X(FOUND_LINE)                                                                                  \
    X(FOUND_FUNCTION)                                                                              \
    X(FOUND_TASK)                                                                                  \
    X(FIND_NOTHING)                                                                                \
    X(FIND_HINT)                                                                                   \
    X(FIND_TITLE)                                                                                  \
    X(HELP_OPEN_FILE)                                                                              \
    X(HELP_FIND)                                                                                   \
    X(HELP_FOLDER_UP)                                                                              \
    X(HELP_OPEN_THIS)                                                                              \
    X(HELP_BLACK)                                                                                  \
    X(HELP_TRAIL)                                                                                  \
    X(HELP_CAPTION_ONLY)                                                                           \
    X(HELP_SOURCE_ONLY)                                                                            \
    X(HELP_TRANSCRIPT)                                                                             \
    X(TRANSCRIPT_ENDS)                                                                             \
    X(TRANSCRIPT_ENDS_WITH)                                                                        \
    X(NO_LESSONS)                                                                                  \
    X(NO_LESSONS_HINT)                                                                             \
    X(LESSON_BROKEN)                                                                               \
    X(KEY_DOES_THEME)                                                                              \
    X(KEY_DOES_FULLSCREEN)                                                                         \
    X(KEY_DOES_HELP)                                                                               \
    /* the card that shows what is wrong with a file */                                            \
    X(WRONG_LESSON_1)                                                                              \
    X(WRONG_LESSON_N)                                                                              \
    X(WRONG_PROGRAM)                                                                               \
    X(WRONG_INDEX)                                                                                 \
    X(N_OF_N)                                                                                      \
    X(LINE_COLUMN)                                                                                 \
    X(DID_YOU_MEAN)                                                                                \
    X(EXPECTED)                                                                                    \
    X(WHAT_TO_DO)                                                                                  \
    X(ALSO_IN_FILE)                                                                                \
    X(ALSO_MORE)                                                                                   \
    X(NEAREST)                                                                                     \
    X(LINE_PLACE)                                                                                  \
    X(SLIP_SWAPPED)                                                                                \
    X(SLIP_MISSING)                                                                                \
    X(SLIP_ADDED)                                                                                  \
    X(SLIP_CHANGED)                                                                                \
    X(SLIP_CAPITALS)                                                                               \
    X(RELOAD)                                                                                      \
    X(NEXT_MISTAKE)                                                                                \
    X(COPY_MESSAGE)                                                                                \
    X(KEEP_LESSON)                                                                                 \
    X(SHOW_ANYWAY)                                                                                 \
    X(BACK_TO_LESSONS)                                                                             \
    X(FILE_WATCHED)                                                                                \
    X(FILE_WATCHED_BEHIND)                                                                         \
    X(SYNTAX_ERROR)                                                                                \
    X(INDENTATION_ERROR)                                                                           \
    X(TAB_ERROR)                                                                                   \
    X(NOT_SUPPORTED)                                                                               \
    X(PROGRAM_LIMIT)                                                                               \
    /* help: keys of the modes */                                                                  \
    X(HELP_INSPECT)                                                                                \
    X(HELP_PREDICT)                                                                                \
    X(HELP_CAUSE)                                                                                  \
    X(HELP_JUMP)                                                                                   \
    X(HELP_ROW)                                                                                    \
    X(HELP_COLUMN)                                                                                 \
    X(HELP_ANSWER)                                                                                 \
    X(HELP_ANSWER_SECOND)                                                                          \
    X(HELP_CHECK)                                                                                  \
    X(HELP_SKIP)                                                                                   \
    X(HELP_BACK)                                                                                   \
    X(HELP_LEAVE)                                                                                  \
    /* what is kept from one time to the next */                                                   \
    X(KEEP_BROKEN)                                                                                 \
    X(KEEP_BROKEN_STAYS)                                                                           \
    X(KEEP_UNREADABLE)                                                                             \
    X(KEEP_NO_FOLDER)                                                                              \
    X(KEEP_UNWRITTEN)                                                                              \
    /* help: keys of the modes */                                                                  \
    X(HELP_PROJECTOR)                                                                              \
    X(HELP_TIMELINE_ZOOM)                                                                          \
    X(HELP_TIMELINE_PAN)                                                                           \
    X(HELP_TIMELINE_LANES)                                                                         \
    X(HELP_BOOKMARK)                                                                               \
    X(HELP_BOOKMARKS)                                                                              \
    /* help: keys of the modes */                                                                  \
    X(HELP_CANCEL)                                                                                 \
    X(HELP_GENERATORS)                                                                             \
    /* what-ifs */                                                                                 \
    X(HELP_WHATIF)                                                                                 \
    X(HELP_WHATIF_CHOOSE)                                                                          \
    X(HELP_WHATIF_STEP)                                                                            \
    X(HELP_WHATIF_RUN)                                                                             \
    X(HELP_WHATIF_LEAVE)                                                                           \
    X(TRANSCRIPT_WHATIF)                                                                           \
    X(TRANSCRIPT_PART)                                                                             \
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
