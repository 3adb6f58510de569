#ifndef INPUT_KEYS_H
#define INPUT_KEYS_H
/* The one table of keys: which key does what on which screen. The dispatcher looks keys up in it,
   and the help screen shows it. */

#include <stdbool.h>
#include <stddef.h>

#include "input/input_event.h"
#include "text/text.h"

/* X(ID, "name"): what a person can ask for. The names are for the log of actions. */
#define ACTIONS(X)                                                                                 \
    X(NONE, "none")                                                                                \
    X(PLAY, "play")                                                                                \
    X(STEP, "step")                                                                                \
    X(STEP_BACK, "step-back")                                                                      \
    X(HANDLE, "callback")                                                                          \
    X(HANDLE_BACK, "callback-back")                                                                \
    X(ITERATION, "iteration")                                                                      \
    X(ITERATION_BACK, "iteration-back")                                                            \
    X(START, "start")                                                                              \
    X(END, "end")                                                                                  \
    X(MOMENT, "moment")                                                                            \
    X(MOMENT_BACK, "moment-back")                                                                  \
    X(BY_PART, "by-expression")                                                                    \
    X(LINE, "line")                                                                                \
    X(LINE_BACK, "line-back")                                                                      \
    X(OVER, "over")                                                                                \
    X(OVER_BACK, "over-back")                                                                      \
    X(INTO, "into")                                                                                \
    X(INTO_BACK, "into-back")                                                                      \
    X(OUT, "out")                                                                                  \
    X(OUT_BACK, "out-back")                                                                        \
    X(TASK_ONLY, "task-only")                                                                      \
    X(TASK_ONLY_BACK, "task-only-back")                                                            \
    X(EXCEPTION, "exception")                                                                      \
    X(EXCEPTION_BACK, "exception-back")                                                            \
    X(OUTPUT, "output")                                                                            \
    X(OUTPUT_BACK, "output-back")                                                                  \
    X(COPY_MOMENT, "copy-moment")                                                                  \
    X(CHOOSE_LINE, "choose-line")                                                                  \
    X(RUN_TO, "run-to")                                                                            \
    X(RUN_BACK_TO, "run-back-to")                                                                  \
    X(BREAK, "breakpoint")                                                                         \
    X(BREAK_IF, "breakpoint-if")                                                                   \
    X(BREAK_NEXT, "breakpoint-next")                                                               \
    X(BREAK_BACK, "breakpoint-back")                                                               \
    X(SLOWER, "slower")                                                                            \
    X(FASTER, "faster")                                                                            \
    X(SPEED, "speed") /* a click on one of the speeds */                                           \
    X(SEEK, "seek")   /* on the timeline */                                                        \
    X(SELECT, "select")                                                                            \
    X(GROUP_NEXT, "panel-next")                                                                    \
    X(GROUP_PREVIOUS, "panel-previous")                                                            \
    X(DOWN, "down")                                                                                \
    X(UP, "up")                                                                                    \
    X(RIGHT, "right")                                                                              \
    X(LEFT, "left")                                                                                \
    X(FIRST, "first")                                                                              \
    X(LAST, "last")                                                                                \
    X(ENTER, "enter")                                                                              \
    X(WHY, "why")                                                                                  \
    X(CHANGED, "last-change") /* a double click */                                                 \
    X(VALUE_NEXT, "value-next")                                                                    \
    X(VALUE_PREVIOUS, "value-previous")                                                            \
    X(OPEN_VALUE, "open-value") /* a click on one */                                               \
    X(INSPECT, "inspect")                                                                          \
    X(CANCEL_VIEW, "cancellation")                                                                 \
    X(GENERATORS, "generators")                                                                    \
    X(PREDICT, "predict")                                                                          \
    X(WHATIF, "what-if")                                                                           \
    X(CAUSE, "cause") /* a click on one */                                                         \
    X(ROW, "row")     /* of the inspector */                                                       \
    X(ANSWER, "answer")                                                                            \
    X(ANSWER_SECOND, "answer-second")                                                              \
    X(CHECK, "check")                                                                              \
    X(SKIP, "skip")                                                                                \
    X(PANEL_1, "panel-1")                                                                          \
    X(PANEL_2, "panel-2")                                                                          \
    X(PANEL_3, "panel-3")                                                                          \
    X(PANEL_4, "panel-4")                                                                          \
    X(PANEL_5, "panel-5")                                                                          \
    X(PANEL_6, "panel-6")                                                                          \
    X(PANEL_7, "panel-7")                                                                          \
    X(BLACK, "black-screen")                                                                       \
    X(TRAIL, "pointer-trail")                                                                      \
    X(ONLY_CAPTION, "caption-only")                                                                \
    X(ONLY_SOURCE, "source-only")                                                                  \
    X(TRANSCRIPT, "copy-transcript")                                                               \
    X(SEARCH, "search")                                                                            \
    X(TYPE, "type") /* into the search */                                                          \
    X(ERASE, "erase")                                                                              \
    X(PROJECTOR, "projector")                                                                      \
    X(TIMELINE_IN, "timeline-in")                                                                  \
    X(TIMELINE_OUT, "timeline-out")                                                                \
    X(TIMELINE_EARLIER, "timeline-earlier")                                                        \
    X(TIMELINE_LATER, "timeline-later")                                                            \
    X(LANES_UP, "lanes-up")                                                                        \
    X(LANES_DOWN, "lanes-down")                                                                    \
    X(BOOKMARK, "bookmark")                                                                        \
    X(BOOKMARK_BACK, "bookmark-back")                                                              \
    X(BOOKMARK_NEXT, "bookmark-next")                                                              \
    X(SPOTLIGHT, "spotlight")                                                                      \
    X(SPOTLIGHT_OFF, "spotlight-off")                                                              \
    X(THEME, "theme")                                                                              \
    X(STILL, "reduced-motion")                                                                     \
    X(ZOOM_IN, "zoom-in")                                                                          \
    X(ZOOM_OUT, "zoom-out")                                                                        \
    X(ZOOM_RESET, "zoom-reset")                                                                    \
    X(FULLSCREEN, "full-screen")                                                                   \
    X(HELP, "help")                                                                                \
    X(RELOAD, "reload")                                                                            \
    X(COPY, "copy")                                                                                \
    X(OPEN, "open") /* a file that was dropped or given */                                         \
    X(OPEN_FILE, "open-file")                                                                      \
    X(FOLDER_UP, "folder-up")                                                                      \
    X(FIND, "find")                                                                                \
    X(CLOSE, "close")                                                                              \
    X(QUIT, "quit")

#define ACTION_ENUM(id, name) ACTION_##id,
typedef enum { ACTIONS(ACTION_ENUM) ACTION_COUNT } Action;
#undef ACTION_ENUM

/* Where a key is pressed: what is on top takes it. IN_ALL: where letters are keys. */
enum {
    IN_STAGE = 1,
    IN_PICKER = 2,
    IN_HELP = 4,
    IN_ERROR = 8,
    IN_WHY = 16,
    IN_INSPECT = 32,
    IN_PREDICT = 64,
    IN_WHATIF = 128,
    IN_SEARCH = 512, /* of lessons; letters are typed */
    IN_FIND = 1024,  /* names of the open lesson; the same */
    IN_FILES = 2048, /* choosing a file; the same */
    IN_TYPED = IN_SEARCH | IN_FIND | IN_FILES,
    IN_ALL =
        IN_STAGE | IN_PICKER | IN_HELP | IN_ERROR | IN_WHY | IN_INSPECT | IN_PREDICT | IN_WHATIF
};

/* `typed`: the key is known by what it types, wherever it lies on the keyboard; else by key and
   exactly these modifiers. "1..9" and "A..E" stand for a row of them, large or small. Neighbours
   with the same `about` share a line of the help screen. */
typedef struct {
    int key;
    unsigned mods;
    const char *typed;
    Action action;
    unsigned where;
    bool repeats; /* goes on while the key is held down */
    TextKey about;
} KeyBinding;

const KeyBinding *keys_table(size_t *count);
/* NULL: the event is no key of that place. */
const KeyBinding *keys_find(const InputEvent *event, unsigned where);
/* Which of a row of keys it was, from 0. */
int keys_index(const KeyBinding *binding, const InputEvent *event);
/* "Shift →", as on the key's cap. Returns `out`. */
const char *keys_cap(const KeyBinding *binding, const TextTable *words, char *out, size_t size);
const char *keys_action_name(Action action);

#endif
