#ifndef MODEL_TIMELINE_BUILD_H
#define MODEL_TIMELINE_BUILD_H
/* Makes lanes of the engine's record. */

#include "api/coroscope.h"
#include "model/timeline.h"

/* Goes on from the records it was built from; `events` are all records so far. False: not enough
   memory, and the timeline is cleared. */
bool timeline_extend(Timeline *timeline, const CsEvent *events, size_t count);

#endif
