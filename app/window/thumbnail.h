#ifndef WINDOW_THUMBNAIL_H
#define WINDOW_THUMBNAIL_H
/* A lesson's own timeline as a small picture without words. */

#include "model/timeline.h"
#include "scene/scene.h"

/* The whole run in the rectangle; what lies after `playhead` is faint (NULL: nothing is). */
void thumbnail_draw(Scene *s, const Timeline *timeline, DrawRect r, const TimelineAt *playhead);

#endif
