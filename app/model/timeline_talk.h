#ifndef MODEL_TIMELINE_TALK_H
#define MODEL_TIMELINE_TALK_H
/* A run without an event loop as lanes: one for each frame that talks, one cell for each stretch
   between two things that were said. */

#include "api/coroscope.h"
#include "model/timeline.h"

/* Fills an empty timeline. False: not enough memory; it is empty then. */
bool timeline_talk(Timeline *timeline, const CsTalk *talks, size_t count);
/* Where the step lies in it. */
TimelineAt timeline_talk_at(const CsTalk *talks, size_t count, uint64_t step);

#endif
