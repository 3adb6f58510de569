#ifndef SCENE_STAGE_H
#define SCENE_STAGE_H
/* The stage's picture in one object: facts in, draw commands out, with motion between two moments.

   Four plain stages stand behind it, which may also be driven by hand: model_build (what the
   picture says), layout_make (where it stands), anim_frame (between two layouts), scene_draw
   (commands).

   A frame callback does:
       stage_set_view(stage, &view);                 when the window, theme or zoom changed
       stage_show(stage, &facts, CHANGE_STEP, now);  when the playhead or the session changed
       draw_list_reset(list, stage_background(stage));
       bool moving = stage_draw(stage, list, now);   every frame; false: sleep until the next event
   A picture without a window does the same with CHANGE_CUT. */

#include "anim/anim.h"
#include "model/model_build.h"
#include "scene/scene.h"

typedef struct Stage Stage;

typedef struct {
    int width, height; /* physical pixels */
    float zoom;        /* the person's, 1 = none */
    ThemeId theme;
    bool reduced_motion;
    bool marks_changes; /* a corner on each thing that the step changed, as nothing moves there */
    bool spotlight;     /* show what the model's spotlight names */
    bool on_paper;      /* the spotlight leaves the rest legible */
    bool projector;
    bool only_source; /* nothing but the source and the top bar */
    bool source_side; /* what a window shows that has room for the source or the stage alone */
    double speed;     /* durations are divided by it */
    int first_lane;   /* of the timeline, where there are more than are seen; kept in its bounds */
} StageView;

/* Borrows the fonts. NULL: not enough memory. */
Stage *stage_create(Fonts *fonts);
void stage_destroy(Stage *stage);

/* Takes effect at once, without motion. Cheap where nothing changed. */
void stage_set_view(Stage *stage, const StageView *view);

/* Shows another moment. `facts` are read now and need not outlive the call, but for what is marked
   as kept there: the stage makes its own timeline and coloured source and ignores those of the
   facts. False: not enough memory, the picture before stays. */
bool stage_show(Stage *stage, const ModelFacts *facts, AnimChange change, uint64_t now_ns);
/* Another program: forgets the timeline and the source. */
void stage_forget(Stage *stage);

/* Appends the picture at the wall time. True: something moves, draw again at the next refresh. */
bool stage_draw(Stage *stage, DrawList *list, uint64_t now_ns);
/* Ends the motion at once. */
void stage_finish(Stage *stage);

/* The timeline's own view, kept until another program is shown. Zooms by a factor around a logical
   x; pans by logical pixels; shows other lanes. False: it is at its end. */
bool stage_timeline_zoom(Stage *stage, float factor, float x);
bool stage_timeline_pan(Stage *stage, float by);
bool stage_timeline_lanes(Stage *stage, int by);
/* The timeline stands still while it is dragged. */
void stage_timeline_hold(Stage *stage, bool hold);

/* The values in the picture that was drawn last; none where more than one was shown since. */
const SceneValues *stage_values(const Stage *stage);

/* Physical pixels per logical one, for raster_set_scale and platform_set_scale. */
float stage_scale(const Stage *stage);
DrawColour stage_background(const Stage *stage);

/* What lies under a logical point, and the step under x while the timeline is dragged. */
LayoutHit stage_hit(const Stage *stage, float x, float y);
uint64_t stage_scrub(const Stage *stage, float x);

/* What is shown now; borrowed until the next stage_show. */
const Model *stage_model(const Stage *stage);
const StageLayout *stage_layout(const Stage *stage);

#endif
