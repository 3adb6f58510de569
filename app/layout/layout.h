#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H
/* Where everything of the picture lies: rectangles by what they show and its id, in painting order.

   Logical pixels. A layout is plain data; anim.h makes the layouts between two of them, and the
   scene draws any of them. A thing keeps its place while it lives. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/draw.h"
#include "draw/fonts.h"
#include "draw/theme.h"
#include "model/model.h"

/* What an item shows; the comment says what its id is. */
typedef enum {
    PART_SOURCE_PANEL,
    PART_JUST_RAN,
    PART_NEXT_BOX,
    PART_CODE,   /* the lines themselves; value = the first visible line, from 0 */
    PART_GUTTER, /* badge: task; sub: 0 filled, else the line */
    PART_SOURCE_FOOT,
    PART_OUTPUT_PANEL,
    PART_OUTPUT_ROW, /* record; value = its lines */
    PART_TRACK,
    PART_PILL, /* 1..3 */
    PART_TOKEN,
    PART_RUNNING,
    PART_FRAME, /* frame */
    PART_FRAMES_MORE,
    PART_READY,
    PART_DIVIDER,
    PART_CARD, /* handle */
    PART_STACK,
    PART_SEATS, /* the region of the seats, unseen */
    PART_SEAT,  /* task */
    PART_TABS,
    PART_TAB, /* 1 syncs, 2 futures, 3 timers, 4 threads */
    PART_FUTURES,
    PART_FUTURE, /* future */
    PART_SYNC,   /* its object; value 1: words only for lines in which somebody is */
    PART_SLOT,   /* its object, sub = index */
    PART_LINER,  /* a task in line: task; sub = object */
    PART_TIMERS,
    PART_TIMER, /* handle */
    PART_THREADS,
    PART_THREAD, /* thread */
    PART_GRAPH,  /* the words of a deadlock */
    PART_NODE,   /* task, thread or thing */
    PART_EDGE,   /* from: index of the edge; drawn from its nodes' places */
    PART_CAPTION,
    PART_WHY,
    PART_TIMELINE, /* value = how far it is scrolled */
    PART_LANE,     /* task; sub 1: worker thread */
    PART_PLAYHEAD,
    PART_SHELF, /* the heading of a panel that is put away: PANEL_... */
    PART_TRANSPORT,
    PART_BUTTON, /* LayoutButton */
    PART_SPEED,  /* 1..5 */
    PART_TOPBAR,
    PART_TOGGLE, /* PANEL_... */
    PART_HELP,
    PART_SCRUB,   /* the projector's thin line of steps; value = the share that is over */
    PART_HINT,    /* LayoutHint: a key and its word at the projector's foot */
    PART_POPOVER, /* a chip or cell that is opened: task */
    PART_PATH,    /* the frames that an exception climbs */
    PART_JOURNEY, /* its cause and stations; value = tasks that have no room, index = those shown */
    PART_JOURNEY_ROW, /* task */
    PART_GEN,         /* a generator's frame: frame */
    PART_DRIVER,      /* who drives them, with the links: frame */
    PART_TALK,        /* their conversation, in place of the timeline */
    /* Seen only on their way; at rest their value is 1. */
    PART_SLASH,   /* a cancellation is asked for: task */
    PART_CAPSULE, /* what a call returned: the caller's frame */
    PART_NEWEST,  /* the part that was evaluated last: which; unseen by itself */
    PART_COUNT
} LayoutPart;

typedef enum {
    BUTTON_BACK = 1,
    BUTTON_FIRST, /* in a deadlock */
    BUTTON_PLAY,
    BUTTON_STEP,
    BUTTON_LINE, /* while a step is a part of an expression */
    BUTTON_CALLBACK,
    BUTTON_ITERATION,
    BUTTON_COUNT
} LayoutButton;

typedef enum {
    HINT_MOMENT_BACK,
    HINT_MOMENT,
    HINT_SPOTLIGHT,
    HINT_WHY,
    HINT_HELP,
    HINT_COUNT
} LayoutHint;

/* A seat from this height on shows where its task stands, and values that it has there. */
enum { SEAT_WITH_VALUES = 180 };

/* How much of a thing there is room for. */
typedef enum {
    STYLE_FULL,  /* as in the visual design at 1920x1080 */
    STYLE_SHORT, /* fewer lines */
    STYLE_CHIP,  /* badge and glyph */
    STYLE_CELL,  /* glyph */
    STYLE_CODE,  /* as STYLE_FULL; a frame with the line that runs next at its foot */
    STYLE_TALL,  /* as STYLE_FULL; a frame with its values on two lines */
    STYLE_TALL_CODE
} LayoutStyle;

typedef struct {
    uint8_t part, style; /* LayoutPart, LayoutStyle */
    bool ghost;          /* shows something of the picture before: index is in its model */
    uint32_t id;
    uint32_t sub;
    int index; /* of the thing in the model's list */
    DrawRect rect;
    float alpha, value;
} LayoutItem;

typedef enum { LANES_BARS, LANES_CHART } LayoutLanes;

/* The regions, before things are put into them; empty ones have no width. */
typedef struct {
    DrawRect top, source, output, track, running, ready, seats, boxes, caption, timeline, transport,
        scrub, popover, shelf; /* popover: of the views that have one */
    float lane;                /* height of one */
    int lanes_shown;
    int threads_shown; /* lanes of worker threads, under a divider */
    bool third_line;   /* seats of two lines have one more: "holds desk" */
    LayoutLanes lanes_as;
    LayoutStyle seat_style;
    int seat_columns;
    int seats_in_cell; /* of very many tasks several share a cell */
    float seat_width, seat_height, seat_gap;
} LayoutGrid;

typedef struct {
    float width, height; /* logical */
    bool compact;        /* icons without words, fewer lines */
    bool projector;      /* large caption, thin scrubber, no transport */
    bool single;         /* too small for both: the source or the stage */
    float code_line;     /* height of a line of the source */
    int open_line;       /* of the source: shows its parts; 0 = none */
    float open_extra;    /* how much higher that one is */
    LayoutGrid grid;
    LayoutItem *items;
    size_t count, room;
    TimelineFit fit;
    float lanes_x, lanes_width; /* the part of the timeline where time runs */
    float scroll;               /* of the timeline */
    int first_line;             /* of the source */
    int first_lane;             /* of the timeline */
    uint32_t open_tab;          /* compact: which box is open */
    uint32_t open_sync;
    int64_t time_ns; /* what the clock shows */
    bool time_runs;  /* it is on its way: the loop waits meanwhile */
    bool failed;     /* out of memory: items are missing */
} StageLayout;

/* What the layout depends on besides the model. */
typedef struct {
    float width, height; /* logical: the window's pixels / layout_scale */
    Fonts *fonts;
    const TypeScale *type;
    int first_lane; /* of the timeline, where not all are seen */
    bool by_hand;   /* the lanes were chosen: no task is followed there */
    bool projector;
    bool only_source;      /* nothing but the source and the top bar */
    bool source_side;      /* which of both a window shows that has room for one */
    float timeline_zoom;   /* 0 and 1: as it is fitted */
    float timeline_scroll; /* logical pixels from the run's start; below 0: follows the playhead */
    /* For what should keep its place (the scrolled source); may be NULL. */
    const StageLayout *before;
} LayoutView;

/* Physical pixels per logical one for a window of so many physical pixels. */
float layout_scale(int width, int height, float zoom);

/* Fills a layout (zeroed or used before). False: out of memory, the layout lacks things. */
bool layout_make(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_clear(StageLayout *layout);
/* Copies the items, not what else there is memory for; `to` is zeroed or used before. */
bool layout_copy(StageLayout *to, const StageLayout *from);

const LayoutItem *layout_find(const StageLayout *layout, LayoutPart part, uint32_t id,
                              uint32_t sub);
const LayoutItem *layout_part(const StageLayout *layout, LayoutPart part);

/* What lies under a point, topmost first. `line` of the source (from 1), `step` of the timeline;
   0 where it is none. part PART_COUNT = nothing. */
typedef struct {
    LayoutPart part;
    uint32_t id, sub;
    int line;
    uint64_t step;
} LayoutHit;
LayoutHit layout_hit(const StageLayout *layout, const Model *model, float x, float y);

/* The step under x while the timeline is being dragged, wherever y is. */
uint64_t layout_scrub(const StageLayout *layout, const Model *model, float x);

/* Sizes that layout and scene share. */
enum {
    CODE_LINE = 23, /* where no projector asks for more: StageLayout.code_line */
    CODE_TOP = 45,  /* from the source panel's top to its first line's top */

    HOLDS_LINE = 34,  /* "holds desk" in the frame that runs, where the slot has room for it */
    LOCALS_GAP = 18,  /* between a frame's values */
    LOCALS_LINE = 22, /* the second line of values, in that frame, where the slot has room for it */
    NEXT_CODE = 30,   /* the line that runs next, in that frame, where the slot has room for it */
    FUTURE_ROW = 25,
    GATHER_TWO_LINES = 110, /* a box of gather() from this height on has its count below its name */
    TIMER_ROW = 47,
    THREADS_GAP = 8,         /* between the tasks' lanes and those of threads */
    LEGEND_HEIGHT = 40,      /* above the lanes */
    READY_EMPTY_HEIGHT = 84, /* of a ready queue without cards: heading, words and belt */
    OUTPUT_LINE = 27,
    SLOT_INSET = 12, /* an item of a queue on several lines: beside it, above and below, a line */
    SLOT_EDGE = 10,
    SLOT_LINE = 20
};

/* From the source panel's left to its text, the right edge of its numbers, the middle of its
 * badges.
 */
float layout_code_left(const StageLayout *layout);
/* How far below the code's top a line begins when `first` (from 0) lines are scrolled away. */
float layout_line_top(const StageLayout *layout, int line, float first);
/* The line (from 1) that lies so far below the code's top. */
int layout_line_at(const StageLayout *layout, float y);
float layout_number_right(const StageLayout *layout);
float layout_badge_middle(const StageLayout *layout);
/* A line of the source without its indent; of length 0 where there is none. */
const char *layout_code_alone(const Model *model, int line, size_t *length);
/* Bytes of its first line in so much room; `*next` is where the second one begins. */
size_t layout_code_break(Fonts *fonts, const TypeScale *type, const char *text, size_t length,
                         float room, size_t *next);
/* How high that is in the running frame; 0: it cannot be told whole. */
float layout_code_height(const Model *model, Fonts *fonts, const TypeScale *type, int line,
                         float room);
/* How many of a frame's values stand whole in one line of so much room; one at least. */
int layout_locals_in_line(const ModelFrame *frame, Fonts *fonts, float room);
/* Where in its row what the program wrote begins, and how it is set. */
float layout_output_text(const StageLayout *layout, const ModelOutput *row);
FontId layout_output_font(const ModelOutput *row, float *size);

/* For the layout's own files. */
LayoutItem *layout_add(StageLayout *layout, LayoutPart part, uint32_t id, int index, DrawRect rect);
void layout_grid(StageLayout *layout, const Model *model, const LayoutView *view);
/* Other arrangements of the same regions (layout_modes.c); false: the window is not one for it. */
bool layout_grid_projector(StageLayout *layout, const Model *model, const LayoutView *view);
/* The source alone, where it is asked for. */
bool layout_grid_source(StageLayout *layout, const Model *model, const LayoutView *view);
bool layout_grid_single(StageLayout *layout, const Model *model, const LayoutView *view);
bool layout_grid_tall(StageLayout *layout, const Model *model);
/* Whether any of these panels is shown. */
bool layout_shows(const Model *model, unsigned panel);
/* Takes the shelf's room from the window's foot where panels are put away; returns where the panels
   end, `foot` above the window's edge or the shelf. */
float layout_floor(StageLayout *layout, const Model *model, float margin, float foot);
void layout_shelf(StageLayout *layout, const Model *model);
/* Fills the track's inside; the track is set. */
void layout_inside(StageLayout *layout, const Model *model);
float layout_timeline_height(StageLayout *layout, const Model *model);
void layout_hints(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_popover(StageLayout *layout, const Model *model);
void layout_source(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_output(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_track(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_running(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_ready(StageLayout *layout, const Model *model);
void layout_seats(StageLayout *layout, const Model *model);
/* One box: with its heading, or (`tab`) without. */
void layout_sync(StageLayout *layout, const Model *model, const LayoutView *view, int index,
                 DrawRect r, bool tab);
void layout_threads(StageLayout *layout, const Model *model, DrawRect r, bool tab);
/* The graph of a deadlock in place of all that is inside the loop. */
void layout_graph(StageLayout *layout, const Model *model, const LayoutView *view);
/* The journey of a cancellation, in the same place. */
void layout_cancel(StageLayout *layout, const Model *model);
void layout_gens(StageLayout *layout, const Model *model);
void layout_talk(StageLayout *layout);
float layout_talk_height(const StageLayout *layout, const Model *model);
void layout_boxes(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_bars(StageLayout *layout, const Model *model, const LayoutView *view);
void layout_timeline(StageLayout *layout, const Model *model, const LayoutView *view);

#endif
