#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H
/* Everything that the stage's picture says at one moment, as plain data keyed by object id.

   Texts are UTF-8 in the language of the words it was built with. Nothing here knows pixels,
   colours or fonts, nor the engine: model_build.h makes a Model from the engine's snapshot. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/model_pool.h"
#include "model/source_text.h"
#include "model/timeline.h"
#include "text/text.h"

typedef enum {
    STATE_CREATED,
    STATE_READY,
    STATE_RUNNING,
    STATE_WAITING,
    STATE_CANCELLING,
    STATE_DONE,
    STATE_FAILED,
    STATE_CANCELLED,
    STATE_COUNT
} ModelState;

typedef enum { PHASE_PROGRAM, PHASE_RUN, PHASE_WAIT, PHASE_TIMERS } ModelPhase;

/* Who: a task by its number, a plain callback, or nobody. */
typedef enum { WHO_NOBODY, WHO_TASK, WHO_CALLBACK } ModelWho;

typedef struct {
    uint8_t who; /* ModelWho */
    bool hollow; /* an outer frame of the task */
    int number;
    uint32_t id; /* of the task */
} ModelBadge;

/* A sentence: pieces that are set differently. */
typedef enum {
    SPAN_PLAIN,
    SPAN_QUIET, /* the second voice */
    SPAN_CODE,
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

typedef struct {
    const char *file;
    const SourceText *text; /* borrowed */
    int line_next, line_before;
    ModelLineMark *marks; /* by line */
    int mark_count;
} ModelSource;

typedef struct {
    uint32_t event;
    const char *time, *text;
    ModelBadge badge;
    bool is_error; /* standard error */
    bool fresh;    /* written by this step */
    bool open;     /* its line has not ended */
} ModelOutput;

/* ---- The loop ------------------------------------------------------------------------------ */

enum { MODEL_FRAME_LOCALS = 3 };

typedef struct {
    const char *name, *value;
    bool changed;
} ModelLocal;

typedef struct {
    uint32_t id;
    const char *call; /* take("Bob") */
    int line;
    bool library, current; /* current: runs next */
    bool awaited;          /* by the frame above; otherwise called */
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
} ModelRunning;

typedef struct {
    uint32_t id;
    ModelBadge badge;
    const char *name; /* "Task-2 wakeup" */
    const char *because, *by, *by_short;
    const char *place, *place_fresh; /* "3rd", "3rd, just now" */
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
} ModelReady;

typedef struct {
    uint32_t id;
    ModelBadge badge;
    const char *label; /* "cook Bob" */
    ModelState state;
    ModelText why, why_short; /* begins with the state's word */
    const char *chain;        /* "waiter › Queue.put" */
    bool fresh;               /* its state changed by this step */
    uint32_t waits_future;
    int place; /* from 0 */
} ModelSeat;

/* ---- Boxes --------------------------------------------------------------------------------- */

typedef enum { RESULT_PENDING, RESULT_VALUE, RESULT_EXCEPTION, RESULT_CANCELLED } ModelResult;

typedef struct {
    uint32_t id;
    ModelResult result;
    const char *label, *value;
    const char *verb; /* "waits", "woken"; "" where nobody does */
    ModelBadge *who;
    int who_count;
    bool fresh;
} ModelFuture;

typedef enum { SYNC_QUEUE, SYNC_LOCK, SYNC_EVENT } ModelSyncKind;
typedef enum { SLOT_FULL, SLOT_FREE, SLOT_HELD, SLOT_MORE } ModelSlotKind;

typedef struct {
    uint8_t kind; /* ModelSlotKind */
    bool changed; /* by this step */
    const char *text;
    ModelBadge badge; /* who holds it */
} ModelSlot;

typedef struct {
    uint32_t id;
    ModelSyncKind kind;
    const char *type, *name, *note; /* "Queue", "q", "maxsize 2" */
    ModelSlot *slots;               /* head first */
    int slot_count;
    const char *left_name, *right_name; /* "getters", "putters"; "" = no line there */
    ModelBadge *left, *right;
    int left_count, right_count;
    const char *foot;       /* "3 unfinished" */
    const char *unfinished; /* "3", queues only */
    const char *amount;     /* "1/2" for a tab */
    bool fresh;
} ModelSync;

typedef struct {
    uint32_t id;
    const char *when, *label, *left; /* "15.000", "timeout of main", "in 3 s" */
    float share;                     /* of the wait that is over */
    bool fresh;
} ModelTimer;

/* ---- Links --------------------------------------------------------------------------------- */

typedef enum { LINK_CAUSE, LINK_WAITS } ModelLinkKind;
typedef enum {
    END_NOTHING,
    END_SEAT,
    END_CARD,
    END_SLOT,
    END_SYNC,
    END_FUTURE,
    END_TIMER
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

/* ---- The whole ----------------------------------------------------------------------------- */

enum { PANEL_SOURCE = 1, PANEL_STAGE = 2, PANEL_OUTPUT = 4, PANEL_TIMELINE = 8, PANEL_ALL = 15 };

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

enum { MODEL_SPEEDS = 5 };

typedef struct Model {
    ModelPool pool; /* owns all below but what is marked as borrowed */
    const TextTable *words;
    ModelTop top;
    ModelPhase phase;
    bool ended;
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
    ModelOutput *outputs;
    int output_count;
    ModelText caption;
    bool can_ask_why;
    ModelLink *links;
    int link_count;
    const Timeline *timeline; /* borrowed; NULL = nothing recorded */
    TimelineAt playhead;
    TimelineAt *moments; /* of the lesson */
    int moment_count;
    int64_t time_ns;
    bool playing;
    int speed;       /* index: 1/4 1/2 1 2 4 */
    unsigned panels; /* PANEL_... that are shown */
    ModelSpot spotlight;
    uint32_t spotlight_id; /* a seat's task or a sync; 0 = the whole panel */
    uint32_t selected;     /* object id; 0 = none */
} Model;

/* Frees what the model owns; a zeroed Model is fine. */
void model_clear(Model *model);
const ModelSeat *model_seat(const Model *model, uint32_t task);
/* The name of a span's text as one string, for tests and for reading aloud; into the buffer. */
void model_text_plain(const ModelText *text, char *out, size_t size);

#endif
