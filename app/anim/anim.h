#ifndef ANIM_ANIM_H
#define ANIM_ANIM_H
/* Motion from one layout to another, by the ids of things, on wall time. */

#include "layout/layout.h"

typedef enum {
    CHANGE_CUT,  /* at once: another window, theme or lesson */
    CHANGE_STEP, /* one step forwards: things move */
    CHANGE_BACK, /* one step backwards: the same motion reversed, at 60 % of the time */
    CHANGE_SEEK, /* several steps: cross-fade */
    CHANGE_VIEW  /* the same moment arranged anew: the regions go to their new places */
} AnimChange;

typedef struct {
    AnimChange change;
    bool reduced; /* reduced motion: everything is a cut */
    double speed; /* durations are divided by it */
} AnimOptions;

typedef enum { EASE_LINEAR, EASE_OUT, EASE_IN_OUT } AnimEase;

/* What moves: straight, along an arch, or along the loop's track; or it fades in one place and
   comes again in the other. */
typedef enum { PATH_STRAIGHT, PATH_ARCH, PATH_TRACK, PATH_JUMP } AnimPath;

/* The share of a jump's time after which nothing is seen of it. */
#define ANIM_JUMP 0.4F

/* A thing at one end of its way. */
typedef struct {
    DrawRect rect;
    float alpha, value;
} AnimPose;

/* What belongs to before the clock runs on, runs with it, or follows from the new time. */
typedef enum { WHEN_BEFORE, WHEN_CLOCK, WHEN_AFTER } AnimWhen;

/* How one thing moves when time goes forwards; played from its end when it goes back. */
typedef struct {
    LayoutItem early, late; /* what is drawn in the earlier and in the later picture */
    bool has_early, has_late;
    bool swaps;   /* shows its earlier self until its time comes, where the clock runs */
    bool clocked; /* its value goes with the clock */
    bool pulses;  /* then its value swells by PULSE and comes back */
    AnimPose from, to;
    float start, length;      /* ms */
    uint8_t when, ease, path; /* AnimWhen, AnimEase, AnimPath */
} AnimTrack;

/* Zeroed before use. */
typedef struct {
    AnimTrack *tracks; /* in painting order */
    size_t count, room;
    DrawRect track; /* of the loop */
    int64_t clock_from, clock_to;
    float clock_start, clock_length; /* ms from when and in which the clock runs */
    float length;                    /* of the whole, ms */
    uint64_t start_ns;
    float rate; /* ms of motion in a ms of wall time */
    bool backwards, fade, arranged, running, failed;
} Anim;

/* One of the two pictures. */
typedef struct {
    const Model *model;
    const StageLayout *layout;
} AnimPicture;

/* Starts the motion from the picture before to the one now. False: nothing moves (a cut, nothing
   that differs, or not enough memory). */
bool anim_start(Anim *anim, AnimPicture before, AnimPicture now, const AnimOptions *options,
                uint64_t now_ns);
/* Sets the items and the clock of `out`, which is a copy of the present layout, to the wall time.
   False: the motion is over; `out` is as the present layout again only after layout_copy. For a
   fade the items stay and `*share` is how far the present picture has come, else it is 1. */
bool anim_frame(Anim *anim, uint64_t now_ns, StageLayout *out, float *share);
void anim_stop(Anim *anim);
void anim_clear(Anim *anim);

/* 0..1 to 0..1. */
float anim_ease(AnimEase ease, float t);
/* The point so far along the loop's track, anticlockwise from its top right corner; and back. */
DrawPoint anim_track_point(DrawRect track, float distance);
float anim_track_distance(DrawRect track, DrawPoint p);
float anim_track_length(DrawRect track);

/* For anim.c: how a thing moves that is in both pictures, that appears (only `late`) or that goes
   (only `early`). Fills all but the two items. */
void anim_plan(AnimTrack *track, AnimPicture from, AnimPicture to);
/* In place of it, where the same moment is arranged anew. */
void anim_plan_arranged(AnimTrack *track);
/* The same as anim_plan() for what has no place in the loop (anim_views.c). False: it is none of
 * it. */
bool anim_plan_view(AnimTrack *track, AnimPicture from, AnimPicture to);

#endif
