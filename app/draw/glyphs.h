#ifndef DRAW_GLYPHS_H
#define DRAW_GLYPHS_H
/* Small composed signs of the visual language: badges, timers, glow, shadow, the mark, and the
   geometry of icons. */

#include "draw/draw.h"

/* Who: a badge centred at cx, cy in a box of `size`. `label` is UTF-8, a number or a letter. */
typedef enum {
    BADGE_TASK,      /* rounded square */
    BADGE_CALLBACK,  /* ring in the hue, an italic f in the ink; the label is ignored */
    BADGE_GENERATOR, /* hexagon */
    BADGE_THREAD     /* octagon, at least 30 wide at size 26 */
} BadgeKind;

typedef struct {
    BadgeKind kind;
    const char *label;
    DrawColour hue, ink; /* ink: the label on a filled badge */
    bool hollow;         /* an outer frame of the same task: outline and label in the hue */
    bool ringed;         /* identities from 9 on: a second ring around it */
    float width; /* of a low one, whose letters are larger than its height lets them; else 0 */
} Badge;

void glyph_badge(DrawList *list, const Badge *badge, float cx, float cy, float size);

/* A timer's pie: `share` 0..1 of the wait that is over, in `colour` on `fill`, in a ring. */
void glyph_timer(DrawList *list, float cx, float cy, float size, float share, DrawColour colour,
                 DrawColour fill);
/* The mark of Coroscope: a loop track with its token, live part in `live`, rest in `rest`. */
void glyph_mark(DrawList *list, float cx, float cy, float size, DrawColour live, DrawColour rest);
/* Draw before the box that glows, or that floats. */
void glyph_glow(DrawList *list, DrawRect r, float radius, DrawColour colour);
void glyph_shadow(DrawList *list, DrawRect r, float radius);
/* A low hatched bar of the timeline with a rule above and below: a task that waits. */
void glyph_hatch_bar(DrawList *list, DrawRect r, DrawColour colour, float origin_x);
/* The same cross-hatched: a task that is being cancelled. */
void glyph_cross_bar(DrawList *list, DrawRect r, DrawColour colour, float origin_x);
/* A bar that runs while time passes: `fill` with stripes of `stripe`. */
void glyph_hazard(DrawList *list, DrawRect r, float radius, DrawColour fill, DrawColour stripe,
                  float origin_x);
/* A zigzag under a mistake, from x0 to x1 at y. */
void glyph_zigzag(DrawList *list, float x0, float x1, float y, DrawColour colour);

/* Geometry of an icon for the rasteriser: shapes added to its mask or cut out of it, in order. */
typedef enum { SHAPE_POLYGON, SHAPE_POLYLINE, SHAPE_CLOSED, SHAPE_ARC } ShapeKind;

typedef struct {
    ShapeKind kind;
    bool cut;
    int count;           /* points used */
    DrawPoint points[8]; /* SHAPE_ARC: centre, then (radius, 0), then (from, to) */
    DrawStroke stroke;   /* width 0: filled */
} Shape;

/* The shapes of an icon; lives for ever. */
const Shape *glyph_shapes(DrawIcon icon, int *count);
const char *glyph_icon_name(DrawIcon icon);

#endif
