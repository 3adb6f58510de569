#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H
/* Everything that the stage's picture says at one moment, as plain data keyed by object id.

   Texts are UTF-8 in the language of the words it was built with. Nothing here knows pixels,
   colours or fonts, nor the engine: model_build.h makes a Model from the engine's snapshot. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/model_badge.h"
#include "model/model_cancel.h"
#include "model/model_gens.h"
#include "model/model_pool.h"
#include "model/source_text.h"
#include "model/timeline.h"
#include "text/text.h"

typedef enum { PHASE_PROGRAM, PHASE_RUN, PHASE_WAIT, PHASE_TIMERS } ModelPhase;

/* A sentence: pieces that are set differently. */
typedef enum {
    SPAN_PLAIN,
    SPAN_QUIET, /* the second voice */
    SPAN_CODE,
    SPAN_LIT,   /* words that the lesson lights up */
    SPAN_STATE, /* a state's word in its colour */
    SPAN_BADGE
} ModelSpanKind;

typedef struct {
    uint8_t kind;  /* ModelSpanKind */
    uint8_t state; /* ModelState of SPAN_STATE */
    ModelBadge badge;
    const char *text;
} ModelSpan;

typedef struct {
    ModelSpan *spans;
    int count;
} ModelText;

typedef struct {
    const char *chapter, *title;
    const char *clock;                    /* "12.000" */
    const char *hold[2];                  /* two lines */
    bool clock_runs;                      /* time passes: the hold sign is a running one */
    bool what_if;                         /* the chapter's place says which variant runs */
    bool stuck;                           /* the loop cannot go on: the sign is a failed one */
    const char *iteration, *step, *steps; /* "21", "161", "243" */
} ModelTop;

/* ---- Source and output --------------------------------------------------------------------- */

enum { MODEL_LINE_BADGES = 2 };

/* Badges beside a line; more than MODEL_LINE_BADGES are a count. */
typedef struct {
    int line;
    ModelBadge badges[MODEL_LINE_BADGES];
    int count;
} ModelLineMark;

/* Words at the right of a line that neither ran nor runs next. */
typedef struct {
    int line;
    const char *text;  /* "each waits here", "raised" */
    const char *brief; /* where that has no room */
    bool failed;       /* in the hue of what went wrong */
    bool sign;         /* the failed sign stands in the gutter */
} ModelLineNote;

/* A part of the statement in hand, on its opened line; columns in characters from 0. */
typedef struct {
    int column, end; /* exclusive */
    const char *value;
    bool newest;
} ModelPart;

/* A line at which playing stops. */
typedef struct {
    int line;
    bool conditional;
} ModelBreak;

typedef struct {
    const char *file;
    const SourceText *text; /* borrowed */
    int line_next, line_before;
    bool inside;          /* parts of line_next were evaluated */
    ModelLineMark *marks; /* by line */
    int mark_count;
    ModelLineNote *notes;
    int note_count;
    bool by_part;     /* stepping by expression is on */
    int open_line;    /* whose parts are shown; 0 = none */
    ModelPart *parts; /* evaluated ones that are on it, the newest last */
    int part_count;
    ModelPart next;        /* the part that is evaluated next; end 0 = it is not on this line */
    const char *part_text; /* "part 3 of 5" */
    ModelBreak *breaks;    /* by line */
    int break_count;
    int chosen; /* a line that the keys act on; 0 = none */
} ModelSource;

enum { MODEL_OUTPUT_ROWS = 40 };

typedef struct {
    uint32_t event;
    const char *time, *text;
    ModelBadge badge;
    bool is_error; /* standard error */
    bool verdict;  /* Coroscope's own words on how the run stopped */
    bool fresh;    /* written by this step */
    bool open;     /* its line has not ended */
} ModelOutput;

/* ---- The loop ------------------------------------------------------------------------------ */

enum { MODEL_FRAME_LOCALS = 3, MODEL_SEAT_LOCALS = 2 };

typedef struct {
    const char *name, *value;
    bool changed;
    uint32_t thing; /* the task, future or primitive that it is bound to; 0 = a plain value */
} ModelLocal;

typedef struct {
    uint32_t id;
    const char *call; /* take("Bob") */
    int line;
    bool library, current; /* current: runs next */
    bool awaited;          /* by the frame above; otherwise called */
    bool blocks;           /* a call in which the loop's thread stands still while time passes */
    float share;           /* of that time which is over */
    const char *over;      /* "0.7 of 0.9 s over"; blocks only */
    const char *note;      /* of the frame that calls it; NULL in others */
    ModelLocal locals[MODEL_FRAME_LOCALS];
    int local_count;
} ModelFrame;

typedef struct {
    uint32_t id; /* handle; 0 = none */
    ModelBadge badge;
    const char *name; /* "Task-3 wakeup" */
    bool is_program;  /* module code: no loop runs */
    ModelFrame *frames;
    int frame_count;
    ModelText holds; /* "holds desk"; empty where it holds nothing */
} ModelRunning;

/* Of cards far down the queue, which lie in a stack, the texts are empty. */
typedef struct {
    uint32_t id;
    ModelBadge badge;
    const char *name; /* "Task-2 wakeup" */
    const char *because, *by, *by_short;
    const char *name_short, *because_short; /* "Ann wakes", "sleep over" */
    const char *place, *place_fresh;        /* "3rd", "3rd, just now" */
    bool throws, next_iteration;
    bool fresh;        /* scheduled by this step */
    uint32_t by_timer; /* handle of the timer that made it ready; 0 = none */
} ModelCard;

typedef struct {
    ModelCard *cards;
    int count;
    uint32_t iteration;
    const char *iteration_now, *iteration_next; /* headings of the two parts */
    const char *count_text;                     /* "6 handles" */
    const char *empty;                          /* what to say where no card is */
    const char *stuck; /* "4 handles, and nobody to run them"; "" while the loop can go on */
} ModelReady;

typedef struct {
    uint32_t id;
    ModelBadge badge;
    const char *label, *short_label; /* "cook Bob", "Bob" */
    ModelState state;
    ModelText why, why_short; /* begins with the state's word */
    const char *chain;        /* "waiter › Queue.put" */
    /* Of its innermost frame of the program: the line at which it stands, and the last values. */
    uint32_t frame;
    int line; /* 0 = none */
    ModelLocal locals[MODEL_SEAT_LOCALS];
    int local_count;
    ModelText holds; /* "holds desk"; empty where it holds nothing */
    bool fresh;      /* its state changed by this step */
    uint32_t waits_future;
    int place; /* from 0 */
} ModelSeat;

/* ---- Boxes --------------------------------------------------------------------------------- */

typedef enum { RESULT_PENDING, RESULT_VALUE, RESULT_EXCEPTION, RESULT_CANCELLED } ModelResult;

/* Of futures and timers that no window has room for, the texts are empty. */
typedef struct {
    uint32_t id;
    ModelResult result;
    const char *label, *value;
    const char *verb; /* "waits", "woken"; "" where nobody does */
    ModelBadge *who;
    int who_count;
    bool fresh;
    uint8_t *parts; /* ModelResult of what gather() waits for, in the order of its arguments */
    int part_count; /* 0: it is no gather */
    const char *parts_note; /* "22 of 60 done, 1 failed" */
} ModelFuture;

typedef enum {
    SYNC_QUEUE,
    SYNC_LOCK,
    SYNC_EVENT,
    SYNC_SEMAPHORE,
    SYNC_CONDITION,
    SYNC_BARRIER,
    SYNC_GROUP
} ModelSyncKind;
typedef enum { SLOT_FULL, SLOT_FREE, SLOT_HELD, SLOT_MORE, SLOT_CHILD } ModelSlotKind;

typedef struct {
    uint8_t kind;  /* ModelSlotKind */
    bool changed;  /* by this step */
    bool promised; /* to a task that is ready and has not run: real only when it does */
    uint8_t state; /* ModelState of a group's child */
    const char *text;
    const char *note; /* "until 1.4", "now"; "" */
    ModelBadge badge; /* who holds it */
} ModelSlot;

/* A task in line. */
typedef struct {
    ModelBadge badge;
    const char *name;
    bool woken; /* it is ready, the thing let it go */
} ModelLiner;

typedef struct {
    uint32_t id;
    ModelSyncKind kind;
    const char *type, *name, *note; /* "Queue", "q", "maxsize 2" */
    ModelSlot *slots;               /* head first */
    int slot_count;
    const char *slots_name;             /* "holders"; "" for queues */
    const char *left_name, *right_name; /* "getters", "putters"; "" = no line there */
    ModelLiner *left, *right;           /* of a condition: left wait for its lock, right for it */
    int left_count, right_count;
    const char *foot;       /* "3 unfinished" */
    const char *unfinished; /* "3", queues only */
    const char *amount;     /* "1/2" for a tab */
    uint32_t event;         /* its latest record */
    bool fresh;
} ModelSync;

typedef struct {
    uint32_t id;
    const char *when, *label, *left; /* "15.000", "timeout of main", "in 3 s" */
    int64_t when_ns;
    float share; /* of the wait that is over */
    bool fresh;
    bool late; /* due, and nobody looks: `left` says since when */
} ModelTimer;

/* ---- Worker threads ------------------------------------------------------------------------ */

typedef struct {
    uint32_t id;
    ModelBadge badge;
    const char *call; /* shrink("cat", 0.7) */
    ModelState state; /* running, waiting, done or failed */
    ModelText doing;  /* "sleeps until 0.700", "returned at 0.700" */
    const char *then; /* "callback queued, 0.3 s ago"; "" */
    bool fresh;
} ModelThread;

/* The loop's thread stands still in a call, while time passes and other threads run. */
typedef struct {
    bool on;
    const char *call;                 /* "time.sleep(0.9)" */
    const char *over, *to_go, *until; /* "0.7 of 0.9 s over", "0.2 s to go", "1.200"; or "" */
    float share;                      /* of the time that is over */
    int64_t whole_ns;                 /* 0 = not known */
    int line;                         /* of the program; 0 = none */
} ModelStuck;

/* ---- A deadlock ---------------------------------------------------------------------------- */

/* A task, a worker thread or a thing that somebody waits for. */
typedef struct {
    uint32_t id;
    ModelBadge badge;        /* WHO_NOBODY: a thing */
    const char *type, *name; /* "Lock", "knife"; of a task its label */
    const char *short_name;  /* where that is too long */
    ModelText says;          /* "waits for knife, has fork", "holder 3 next 2" */
    int says_least;          /* pieces of it that are enough in a small box; 0 = all */
    const char *chain;
    int circle; /* 1, 2, ...; 0 = of none */
} ModelNode;

typedef struct {
    int from, to; /* indices of nodes */
    bool held;    /* from a thing to its holder; else "waits for" */
    int circle;
} ModelEdge;

/* Nodes of circles come first, each circle in its order. */
typedef struct {
    ModelNode *nodes;
    int node_count;
    ModelEdge *edges;
    int edge_count;
    int circles, circle_size;     /* tasks in the first circle */
    const char *title, *words[2]; /* "Nothing can wake this program"; "A cycle of 2:" ... */
    const char *facts[3];         /* "ready queue empty" ... */
    const char *lanes;            /* "waits for ever: nothing is to come" */
    bool dated;                   /* it is known when it became certain */
    TimelineAt certain;
    const char *certain_text; /* "Bob waits at step 22: from then on ..." */
} ModelGraph;

/* ---- Links --------------------------------------------------------------------------------- */

typedef enum { LINK_CAUSE, LINK_WAITS } ModelLinkKind;
typedef enum {
    END_NOTHING,
    END_SEAT,
    END_CARD,
    END_SLOT,
    END_SYNC,
    END_FUTURE,
    END_TIMER,
    END_THREAD
} ModelEnd;

/* From a thing to a thing; an end is a kind with an object id, for slots also their index. */
typedef struct {
    ModelLinkKind kind;
    struct ModelLinkEnd {
        uint8_t kind; /* ModelEnd */
        int index;
        uint32_t id;
    } from, to;
} ModelLink;

/* ---- Exceptions on the timeline ------------------------------------------------------------- */

typedef struct {
    TimelineAt at;
    bool escaped; /* it left its task, its callback or the program; else it was caught */
    bool cancels;
} ModelRaise;

/* ---- The whole ----------------------------------------------------------------------------- */

/* PANEL_BOXES: futures, queues and timers on the stage. PANEL_CONTROLS: the buttons at the foot;
   the projector's keys and its line of steps. */
enum {
    PANEL_SOURCE = 1,
    PANEL_STAGE = 2,
    PANEL_OUTPUT = 4,
    PANEL_TIMELINE = 8,
    PANEL_BOXES = 16,
    PANEL_CAPTION = 32,
    PANEL_CONTROLS = 64,
    PANEL_FOOT = PANEL_CAPTION | PANEL_CONTROLS, /* no lesson asks for them: they are there */
    PANEL_ALL = 127,
    /* What a projector shows until more is called. */
    PANEL_PROJECTOR = PANEL_SOURCE | PANEL_STAGE | PANEL_FOOT
};

/* What the spotlight may lie on. */
typedef enum {
    SPOT_NONE,
    SPOT_SOURCE,
    SPOT_OUTPUT,
    SPOT_RUNNING,
    SPOT_READY,
    SPOT_SEATS,
    SPOT_FUTURES,
    SPOT_SYNC,
    SPOT_TIMERS,
    SPOT_TIMELINE,
    SPOT_COUNT
} ModelSpot;

/* What the stage is used for. VIEW_WHATIF: two runs stand over it. VIEW_INSPECT: a popover stands
   below the seats, the timeline rests. VIEW_PREDICT: a question stands in the place of all that is
   inside the loop, and nothing tells what is to come. VIEW_CANCEL, VIEW_GENERATORS: the journey of
   a cancellation, frames that talk, in the same place.
 */
typedef enum {
    VIEW_STAGE,
    VIEW_INSPECT,
    VIEW_PREDICT,
    VIEW_CANCEL,
    VIEW_GENERATORS,
    VIEW_WHATIF
} ModelView;

enum { MODEL_SPEEDS = 5 };

typedef struct Model {
    ModelPool pool; /* owns all below but what is marked as borrowed */
    const TextTable *words;
    ModelTop top;
    ModelPhase phase;
    bool ended;
    bool no_loop;                  /* the program uses none: generators alone */
    int ran_count, iteration_left; /* handles of this iteration: ran, the running one; to come */
    ModelSource source;
    ModelRunning running;
    ModelReady ready;
    ModelSeat *seats; /* by number */
    int seat_count;
    ModelFuture *futures;
    int future_count, future_more;
    ModelSync *syncs;
    int sync_count;
    ModelTimer *timers;
    int timer_count;
    const char *timers_fired; /* "3 fired at 12.000" or "" */
    ModelThread *threads;     /* worker threads with something to do, by number */
    int thread_count;
    bool has_threads;         /* somewhere in the run */
    const char *threads_note; /* "2 at work, outside the loop" */
    ModelStuck stuck;
    ModelGraph graph;   /* node_count 0: no deadlock */
    ModelCancel cancel; /* VIEW_CANCEL only */
    ModelGens gens;     /* VIEW_GENERATORS only */
    ModelOutput *outputs;
    int output_count;
    ModelText caption;
    bool can_ask_why;
    ModelLink *links;
    int link_count;
    const Timeline *timeline; /* borrowed; NULL = nothing recorded */
    TimelineAt playhead;
    TimelineAt *moments;  /* of the lesson */
    float *moment_shares; /* of all steps that lie before each */
    int moment_count;
    TimelineAt *bookmarks, *checkpoints, *break_hits;
    int bookmark_count, checkpoint_count, break_hit_count;
    ModelRaise *raises; /* exceptions that came up in the program */
    int raise_count;
    int64_t time_ns;
    uint64_t step, step_count;
    bool playing;
    int speed;       /* index: 1/4 1/2 1 2 4 */
    unsigned panels; /* PANEL_... that are shown */
    ModelSpot spotlight;
    uint32_t spotlight_id; /* a seat's task or a sync; 0 = the whole panel */
    uint32_t selected;     /* object id; 0 = none */
    uint32_t followed;     /* the task that stays in sight; 0 = none */
    ModelView view;
    uint32_t hidden_task; /* whose lane and place are not told: its state is asked for; 0 = none */
} Model;

/* Frees what the model owns; a zeroed Model is fine. */
void model_clear(Model *model);
const ModelSeat *model_seat(const Model *model, uint32_t task);
/* The name of a span's text as one string, for tests and for reading aloud; into the buffer. */
void model_text_plain(const ModelText *text, char *out, size_t size);

#endif
