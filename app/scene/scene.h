#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H
/* Draws a layout of the stage into a draw list: one painter for each kind of part. */

#include "draw/draw.h"
#include "draw/fonts.h"
#include "draw/glyphs.h"
#include "draw/theme.h"
#include "layout/layout.h"
#include "model/model.h"

enum { SCENE_VALUES = 64, VALUE_WHOLE = -1 };

/* A value of the program where it is drawn: a variable of a frame; with the name "" what a task or
   a future gave, or an item of a queue. */
typedef struct {
    DrawRect rect;
    uint32_t holder;  /* frame, task, future or queue */
    const char *name; /* the model's */
    int item;         /* of a queue, from 0; else VALUE_WHOLE */
    uint32_t thing;   /* of a variable: the task, future or primitive that it is bound to, or 0 */
} SceneValue;

/* From the top down, and from left to right. */
typedef struct {
    SceneValue items[SCENE_VALUES];
    int count;
} SceneValues;

/* The chart of many lanes as it was counted last, which takes a walk over all of them: it stays
 * while the run and the scale do. Zeroed at first. */
enum { CHART_COLUMNS = 1024, CHART_BLOCKS = 2048 };
typedef struct {
    const Timeline *timeline;
    size_t events, instants;
    int rows;
    float cell, gap, lead, fit_width, width, scroll;
} SceneChartKey;
typedef struct {
    SceneChartKey key;
    struct {
        int ready, ended, unborn; /* lanes in that state */
    } counts[CHART_COLUMNS + 2];  /* one behind the last takes what ends nowhere */
    struct {
        float from, to;
    } blocks[CHART_BLOCKS]; /* the strip's; px from its left */
    size_t block_count;
} SceneChart;

/* All borrowed. */
typedef struct {
    const Model *model;
    const Model *before; /* what ghosts show; may be NULL */
    const StageLayout *layout;
    const Theme *theme;
    const TypeScale *type;
    Fonts *fonts;
    SceneChart *chart;   /* kept from picture to picture; may be NULL */
    float spotlight;     /* how dark its cover is: 0..1 */
    bool corners;        /* reduced motion: marks what the step changed */
    SceneValues *values; /* those drawn are added; may be NULL */
} SceneView;

/* Appends the picture to the list. The list's background is the caller's (theme->bg0). */
void scene_draw(DrawList *list, const SceneView *view);

/* ---- For the scene's own files ------------------------------------------------------------- */

typedef struct {
    DrawList *list;
    const SceneView *view;
    const Model *model; /* of the item in hand: the present one, or a ghost's */
    const Theme *theme;
    const TypeScale *type;
    Fonts *fonts;
    bool compact;
} Scene;

/* Texts. Those with a width are cut with an ellipsis where they are longer; all return where the
   text ends. */
float scene_text(Scene *s, FontId font, float size, float x, float baseline, DrawColour colour,
                 const char *text);
float scene_text_fit(Scene *s, FontId font, float size, float x, float baseline, float width,
                     DrawColour colour, const char *text);
/* Ends at x; returns where it begins. */
float scene_text_right(Scene *s, FontId font, float size, float x, float baseline,
                       DrawColour colour, const char *text);
void scene_text_centre(Scene *s, FontId font, float size, float x, float baseline,
                       DrawColour colour, const char *text);
float scene_measure(Scene *s, FontId font, float size, const char *text);
/* Takes out of its middle what has no room: a value is known by how it begins and ends. */
void scene_shorten(Scene *s, FontId font, float size, const char *text, float width, char *out,
                   size_t room);
/* In semibold capitals, tracked. */
float scene_heading(Scene *s, float x, float baseline, DrawColour colour, const char *text);

/* Sentences with badges and code. `regular` is the font of their plain words. */
typedef struct {
    FontId font;
    float size;
    DrawColour colour;
    float badge;   /* size of badges */
    float leading; /* from line to line */
    int lines;     /* most lines */
} SentenceStyle;
void scene_sentence(Scene *s, const ModelText *text, const SentenceStyle *style, float x,
                    float baseline, float width);
/* On one line. */
float scene_sentence_width(Scene *s, const ModelText *text, const SentenceStyle *style);

void scene_badge(Scene *s, ModelBadge badge, float cx, float cy, float size);
/* For tasks and threads, where there is more room across than down. */
void scene_low_badge(Scene *s, ModelBadge badge, DrawRect r);
DrawIcon scene_state_icon(ModelState state);
DrawColour scene_state_colour(Scene *s, ModelState state);
DrawColour scene_result_colour(Scene *s, ModelResult result);
/* A key's cap with its name and, with `arrow`, an arrow after it. */
void scene_key(Scene *s, DrawRect r, const char *name, int arrow, DrawColour colour);
void scene_panel(Scene *s, DrawRect r);
/* What a box says with nothing in it and, where there is room, what would come into it. */
void scene_empty_box(Scene *s, DrawRect r, const char *none, const char *hint);
void scene_empty_tab(Scene *s, DrawRect r, const char *none, const char *hint);
bool scene_dark(const Scene *s);

/* It stands there; those of a picture that is over are left out. */
void scene_value(Scene *s, SceneValue value);
/* "locked" rather than "Condition, loc…", of a variable that is bound to `thing`. */
const char *scene_value_words(Scene *s, FontId font, const char *value, uint32_t thing, float room);
bool scene_same_value(const SceneValue *value, uint32_t holder, const char *name, int item);

/* Painters. */
void scene_topbar(Scene *s, const LayoutItem *item);
void scene_toggle(Scene *s, const LayoutItem *item);
void scene_help(Scene *s, const LayoutItem *item);
void scene_source_panel(Scene *s, const LayoutItem *item);
void scene_just_ran(Scene *s, const LayoutItem *item);
void scene_next_box(Scene *s, const LayoutItem *item);
void scene_code(Scene *s, const LayoutItem *item);
void scene_gutter(Scene *s, const LayoutItem *item);
void scene_source_foot(Scene *s, const LayoutItem *item);
/* scene_expression.c: the parts of the opened line, whose top is given; over its code. */
void scene_open_line(Scene *s, const LayoutItem *code, float top);
/* Of a line's text, from its top. */
float scene_code_baseline(const Scene *s, int line, float top);
/* A line of the source from its first letter on, in its colours; returns where it ends. */
float scene_code_alone(Scene *s, int line, float x, float baseline, float right);
/* The same on as many lines as it needs. */
void scene_code_whole(Scene *s, int line, float x, float baseline, float width);
/* Marks a breakpoint behind the line's number; the number's colour. */
DrawColour scene_break(Scene *s, int line, float right, float top, float width,
                       DrawColour otherwise);
void scene_chosen_line(Scene *s, const LayoutItem *code);
void scene_output_panel(Scene *s, const LayoutItem *item);
void scene_output_row(Scene *s, const LayoutItem *item);
void scene_track(Scene *s, const LayoutItem *item);
void scene_pill(Scene *s, const LayoutItem *item);
void scene_token(Scene *s, const LayoutItem *item);
void scene_running(Scene *s, const LayoutItem *item);
void scene_frame(Scene *s, const LayoutItem *item);
void scene_frames_more(Scene *s, const LayoutItem *item);
void scene_ready(Scene *s, const LayoutItem *item);
void scene_divider(Scene *s, const LayoutItem *item);
void scene_card(Scene *s, const LayoutItem *item);
void scene_stack(Scene *s, const LayoutItem *item);
void scene_seats(Scene *s, const LayoutItem *item);
void scene_seat(Scene *s, const LayoutItem *item);
void scene_tabs(Scene *s, const LayoutItem *item);
void scene_tab(Scene *s, const LayoutItem *item);
void scene_futures(Scene *s, const LayoutItem *item);
void scene_future(Scene *s, const LayoutItem *item);
/* What gather() waits for, in the order of its arguments: as a box, and as a bar in any height. */
void scene_gather(Scene *s, const LayoutItem *item);
void scene_gather_bar(Scene *s, const ModelFuture *future, DrawRect r);
void scene_sync(Scene *s, const LayoutItem *item);
void scene_slot(Scene *s, const LayoutItem *item);
void scene_liner(Scene *s, const LayoutItem *item);
void scene_threads(Scene *s, const LayoutItem *item);
void scene_thread(Scene *s, const LayoutItem *item);
void scene_graph(Scene *s, const LayoutItem *item);
void scene_node(Scene *s, const LayoutItem *item);
void scene_edge(Scene *s, const LayoutItem *item);
void scene_path(Scene *s, const LayoutItem *item);
void scene_journey(Scene *s, const LayoutItem *item);
void scene_journey_row(Scene *s, const LayoutItem *item);
void scene_gen(Scene *s, const LayoutItem *item);
void scene_driver(Scene *s, const LayoutItem *item);
void scene_talk(Scene *s, const LayoutItem *item);
/* Which of the conversation's words stand under a point, as an index of the model's talks, and
   where they stand; below 0: none. */
int scene_talk_at(Scene *s, DrawRect panel, float x, float y, DrawRect *label);
void scene_timers(Scene *s, const LayoutItem *item);
void scene_timer(Scene *s, const LayoutItem *item);
void scene_caption(Scene *s, const LayoutItem *item);
void scene_why(Scene *s, const LayoutItem *item);
void scene_timeline(Scene *s, const LayoutItem *item);
void scene_lane(Scene *s, const LayoutItem *item);
void scene_playhead(Scene *s, const LayoutItem *item);
void scene_button(Scene *s, const LayoutItem *item);
void scene_shelf(Scene *s, const LayoutItem *item);
void scene_transport(Scene *s, const LayoutItem *item);
void scene_speed(Scene *s, const LayoutItem *item);
const char *scene_speed_name(int speed); /* "2×" */
void scene_popover(Scene *s, const LayoutItem *item);
void scene_slash(Scene *s, const LayoutItem *item);
void scene_capsule(Scene *s, const LayoutItem *item);
/* The projector's own (scene_projector.c). */
bool scene_projected(const Scene *s);
void scene_projector_topbar(Scene *s, const LayoutItem *item);
void scene_projector_ready(Scene *s, DrawRect r);
void scene_projector_card(Scene *s, const ModelCard *card, DrawRect r);
void scene_projector_seat(Scene *s, const ModelSeat *seat, DrawRect r);
void scene_projector_caption(Scene *s, const LayoutItem *item);
void scene_scrub(Scene *s, const LayoutItem *item);
void scene_hint(Scene *s, const LayoutItem *item);
/* The marks on the timeline's scrub line, from `left` to `right` at y; time begins at `origin`. */
typedef struct {
    Scene *scene;
    float origin, left, right, y;
} SceneMarkers;
void scene_markers(const SceneMarkers *markers);
/* Draws block `k` of the lane and those after it as one where they are too thin to be told apart;
   returns the first that was not drawn: `k` itself where it is wide enough. */
typedef struct {
    Scene *scene;
    const TimelineLane *lane;
    float origin, cy, tall;
} SceneLane;
size_t scene_lane_bucket(const SceneLane *lane, size_t k);
/* Under a program with room below it: what a count in the gutter says. */
void scene_count_note(Scene *s, DrawRect code);
/* Over all items. */
void scene_selection(Scene *s);
void scene_links(Scene *s);
void scene_motion(Scene *s);
/* The motion is not at its new time yet, and the same handle runs before and after: it blocks the
 * loop. */
bool scene_blocks(const Scene *s);
void scene_spotlight(Scene *s);
/* The panel after that one which is on the screen; SPOT_NONE: it was the last. */
ModelSpot scene_next_spot(const StageLayout *layout, ModelSpot spot);
/* The lane of one task alone, with its times below it: `own` has lanes_x, lanes_width, fit, scroll.
 */
void scene_own_lane(Scene *s, const StageLayout *own, uint32_t task, DrawRect r);
/* The lanes of a whole run from the top of the rectangle on, with their times below them: `own` has
   grid.lane, grid.lanes_shown and grid.threads_shown besides. The playhead's x is given. */
void scene_run_lanes(Scene *s, const StageLayout *own, DrawRect r, float playhead);
/* A chart instead of lanes, for many tasks. */
void scene_chart(Scene *s, DrawRect panel);

#endif
