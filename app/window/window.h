#ifndef WINDOW_WINDOW_H
#define WINDOW_WINDOW_H
/* The window: which screen is shown, what lies over it, and everything that is open behind. */

#include "keep/keep_files.h"
#include "keep/keep_marks.h"
#include "keep/progress.h"
#include "keep/settings.h"
#include "platform/platform.h"
#include "platform/platform_files.h"
#include "window/chooser.h"
#include "window/error_card.h"
#include "window/finder.h"
#include "window/help.h"
#include "window/mode.h"
#include "window/picker.h"
#include "window/player.h"
#include "window/shelf.h"
#include "window/viewing.h"
#include "window/window_kit.h"
#include "window/window_source.h"

typedef enum { SCREEN_PICKER, SCREEN_STAGE } WindowScreen;

enum { WINDOW_WATCHED = 2, WINDOW_NOTICES = 5 };

/* A file whose change reads the lesson again. */
typedef struct {
    char path[PLATFORM_PATH_SIZE];
    uint64_t stamp;
    bool emptied; /* it was empty when it was looked at last */
} WindowWatch;

/* Where to go on once it is recorded. */
typedef struct {
    uint64_t step;  /* 0 = nowhere */
    bool end;       /* after the last one */
    uint64_t after; /* how many records after the step's own; 0: at the step */
    int kind;       /* CsEventKind of the record there */
    uint64_t hit;   /* which run of the line it is, from 1 */
    char line[200]; /* that is about to run; "": only the step counts */
} WindowResume;

/* A value on the stage, as it is known from one picture to the next. */
typedef struct {
    uint32_t holder;
    int item;
    char name[CS_LOOK_NAME];
} WindowValue;

typedef struct {
    SessionContext context;
    const TextTable *words;
    Platform *platform;
    Fonts *fonts;
    Raster *raster;
    DrawList lists[2]; /* the frame before and this one, by turns */
    int list;
    bool painted;      /* the surface holds the picture of lists[list] */
    int width, height; /* physical */
    Viewing viewing;   /* panels and zoom */
    float drawn_zoom;  /* that the stage knows of */
    ThemeId theme;
    bool still, spotlight, fullscreen;
    bool source_side; /* what a window shows that has room for the source or the stage alone */

    WindowScreen screen;
    bool help;
    float help_scroll;
    ErrorCard error;
    ErrorBehind behind;
    ScreenSpots spots;
    float pointer_x, pointer_y; /* logical; below 0: not in the window */
    bool scrubbing;
    float scrub_y; /* where it began, in what-ifs */

    Player player;
    WindowValue value; /* chosen on the stage; holder 0 = none */
    SourceEntry entry;
    SessionLook look; /* what the pointer lies on in the source; line 0 = nothing */
    Playhead looked;  /* where it was looked up */
    Mode mode;
    Playhead followed;               /* what is open in `mode` shows this place */
    char path[PLATFORM_PATH_SIZE];   /* of the lesson on the stage */
    char wanted[PLATFORM_PATH_SIZE]; /* that was to be opened last */
    WindowResume resume;
    bool recorded; /* what follows from the end of the record was done */
    WindowWatch watched[WINDOW_WATCHED];
    uint64_t watch_ns; /* when to look at them */
    uint64_t due_ns;   /* when the picture changes by itself */

    Shelf shelf;
    bool shelf_read, shelf_recorded;
    Picker picker;
    WindowKit kit;
    Finder finder;
    Chooser chooser;

    Settings settings; /* as they were written last */
    Progress progress;
    KeepFiles files;
    bool files_stale; /* they changed since they were written */
    KeepBreaks breaks;
    bool breaks_stale;   /* they changed since they were written */
    KeepMarks marks;     /* bookmarks */
    bool marks_stale;    /* they changed since they were written */
    uint64_t keep_ns;    /* when to write what changed; 0 = nothing did */
    bool progress_stale; /* it changed since it was written */
    bool unwritten;      /* the last of these files could not be written, and that was told */
    char notice[WINDOW_NOTICES * KEEP_NOTICE_SIZE]; /* several are lines of it */
    uint64_t notice_until_ns;

    uint64_t now_ns; /* of this frame */
    bool log, quit;
    int script; /* a script asks for an answer at the end of this frame: which one, from 1 */
} Window;

typedef struct {
    SessionContext context; /* what it points to outlives the window */
    const char *file;       /* to open; NULL: the list of lessons */
    ThemeId theme;
    bool theme_given; /* else the kept settings decide */
    bool log_actions; /* a line on standard output for each thing that is done */
} WindowOptions;

/* Opens the window and returns when it is closed. False: there is none; standard error says why. */
bool window_run(const WindowOptions *options);

/* ---- window_files.c: opening, reloading, watching ------------------------------------------- */

/* Opens a lesson or a program; what is wrong with it is shown on the card. */
bool window_open(Window *w, const char *path);
/* The same file again, at the same step. */
bool window_reload(Window *w);
void window_show_picker(Window *w);
/* Looks now and then whether the open file changed. True: it was read again. */
bool window_watch(Window *w);
/* Spends the frame's spare time on recording. True: there is more to record. */
bool window_record(Window *w);

/* ---- window_resume.c: the same moment of a lesson that is read again --------------------------
 */

/* Before the lesson is given up: where it stands. */
void window_resume_note(Window *w);
/* Goes there as soon as it is recorded. */
void window_resume(Window *w, bool done);

/* ---- window_input.c ------------------------------------------------------------------------- */

void window_event(Window *w, const InputEvent *event);
/* Prints a line about what was done, where a script asked for it. */
void window_log(const Window *w, const char *action, bool done);
/* Tells a script that asked how it is now. */
void window_answer(Window *w);

/* ---- window_source.c: breakpoints, chosen lines, values under the pointer ------------------- */

/* Running, stopping and choosing in the source; `*known`: whether it was such an action. */
bool window_source_act(Window *w, Action action, int index, bool *known);
/* What the lesson is called in the lists of breakpoints and bookmarks. */
const char *window_lesson_id(const Window *w);
/* A click on the source. False: it was none of its own. */
bool window_source_click(Window *w, const InputEvent *event);
/* The pointer has moved: a name under it shows its value. */
void window_source_hover(Window *w, const InputEvent *event);
/* Takes what is typed while a condition is asked for. False: none is. */
bool window_source_typed(Window *w, const InputEvent *event);
/* Another lesson is open: its breakpoints come back. */
void window_source_opened(Window *w);
/* Says why playing stopped where a condition has no value. */
void window_source_told(Window *w);
/* Over the stage: the value under the pointer, the condition. */
void window_source_draw(Window *w, DrawList *list, const ScreenView *view);

/* ---- window_value.c: values that stand on the stage -------------------------------------------
 */

/* `*known` tells whether the action is one of these, or was meant for the chosen value. */
bool window_value_act(Window *w, Action action, int index, bool *known);
/* Its place among those of the picture; -1: none is there. */
int window_value_at(const Window *w, float x, float y);
/* No value is chosen any more. False: none was. */
bool window_value_leave(Window *w);
/* Over the stage: the chosen one, and the one under the pointer. */
void window_value_draw(const Window *w, DrawList *list, const ScreenView *view);

/* ---- window_talk.c -------------------------------------------------------------------------- */

/* Over the stage: the words of the conversation under the pointer, in full. */
void window_talk_draw(const Window *w, DrawList *list, const ScreenView *view);

/* ---- window_act.c: what actions do ---------------------------------------------------------- */

/* `index` is what was clicked on; 0 for keys. False: there was nothing to do. */
bool window_act(Window *w, Action action, int index);
/* Where the keys go now: IN_STAGE ... */
unsigned window_place(const Window *w);
/* The same without the help. */
unsigned window_place_under_help(const Window *w);
/* Makes size, zoom, theme and speed known to all who draw. */
void window_apply_view(Window *w);
/* How large everything on the screen is drawn. */
float window_zoom(const Window *w);

/* ---- window_picker.c: the list of lessons ---------------------------------------------------- */

bool window_picker_act(Window *w, Action action, int index);
/* Types into the search. False: there is none. */
bool window_picker_typed(Window *w, const InputEvent *event);
/* The lesson to go on with; `clock` is where its time is written, where it needs room. */
PickerContinue window_continue(const Window *w, char *clock, size_t size);
bool window_can_continue(const Window *w);
/* The open file is kept in the list of own files, unless it is a lesson of the index. */
void window_own_file(Window *w);
/* The shelf was read: own files and where the last lesson was left come to it. */
void window_shelf_filled(Window *w);

/* ---- window_projector.c: black screen, pointer's trail, one thing alone -----------------------
 */

/* `*known` tells whether the action is one of these. */
bool window_kit_act(Window *w, Action action, bool *known);
/* True: nobody else gets the event. */
bool window_kit_event(Window *w, const InputEvent *event);
bool window_caption_alone(const Window *w);
/* Over all else. When to draw again: 0 at once, or UINT64_MAX. */
uint64_t window_kit_draw(const Window *w, DrawList *list, const ScreenView *view);

/* Going on to the next moment, or back, out of whatever is open: a clicker has no other keys. */
bool window_clicker(Window *w, bool back);

/* ---- window_copy.c -------------------------------------------------------------------------- */

/* The chosen value, the selected thing, the mistake in hand, else the output. */
bool window_copy(Window *w);
/* What it copies; owned. NULL: there is nothing, or no memory. */
char *window_copy_text(Window *w);

/* ---- window_find.c: the search among names, choosing a file ---------------------------------- */

/* `*known` tells whether it was something of theirs. */
bool window_find_act(Window *w, Action action, int index, bool *known);
/* False: none of them is open. */
bool window_find_close(Window *w);
/* Types into what is open; false: nothing is. */
bool window_find_typed(Window *w, const InputEvent *event);
bool window_find_wheel(Window *w, const InputEvent *event);
void window_find_draw(Window *w, DrawList *list, const ScreenView *view);

/* ---- window_mode.c: why, the inspector, predictions ------------------------------------------ */

/* What is done in one of them, or opens one; `*known`: whether it was such an action. */
bool window_mode_act(Window *w, Action action, int index, bool *known);
/* Over the inspector: the rows of the column under the pointer. */
void window_mode_wheel(Window *w, float notches);
/* The playhead has moved by the person's own step: what is open follows, checkpoints ask. */
void window_mode_moved(Window *w, PredictPlace from);
/* Once a frame: what is open shows the moment at which the player stands. */
void window_mode_follow(Window *w);
/* A checkpoint was answered for the first time. */
void window_keep_answer(Window *w, bool right);

/* ---- window_whatif.c: variants of the lesson --------------------------------------------------
 */

/* Shows them, or leaves the one that is on the stage. */
bool window_whatif_toggle(Window *w);
/* Back to the original. False: no variant is on the stage. */
bool window_whatif_leave(Window *w);
/* A clicker's key within what-ifs. False: none is shown. */
bool window_whatif_go_on(Window *w, bool back);
bool window_whatif_act(Window *w, Action action, int index, bool *known);
/* Spends spare time on the shown one. True: there is nothing more to record. */
bool window_whatif_record(Window *w, uint64_t until_ns);

/* ---- window_keep.c: settings and progress, kept from one time to the next ------------------- */

/* Copies the selector of the moment on the stage (window_moment.c). */
bool window_copy_moment(Window *w);
/* Reads what is kept; a broken file becomes a notice. */
void window_keep_load(Window *w, const WindowOptions *options);
/* Writes what changed once it has been quiet for a while; `now`: at once. */
void window_keep(Window *w, bool now);
/* A sentence at the foot of the window for some seconds; until when is in notice_until_ns. */
void window_notice_draw(const Window *w, DrawList *list, const ScreenView *view);

/* ---- window_timeline.c: the timeline's own view, bookmarks ----------------------------------- */

/* `*known` tells whether the action is one of these. */
bool window_timeline_act(Window *w, Action action, bool *known);
/* All is recorded: the lesson's bookmarks come back. */
void window_marks_come_back(Window *w);
/* False: the pointer is not on the timeline. */
bool window_timeline_wheel(Window *w, const InputEvent *event);

/* ---- window_select.c: choosing things on the stage ------------------------------------------ */

/* ACTION_UP, DOWN, GROUP_NEXT, GROUP_PREVIOUS among the things of the stage. */
bool window_select(Window *w, Action action);
/* The object that a click there selects; 0: none. */
uint32_t window_object(const LayoutHit *hit);

#endif
