#ifndef SESSION_SESSION_SELECTOR_H
#define SESSION_SESSION_SELECTOR_H
/* The moment picker: a lesson's selector for the place of the playhead. */

#include "session/session.h"

enum { SESSION_SELECTOR_SIZE = 512 };

/* Writes the selector as JSON, ready to stand after "at": a piece of source text where the place is
   a line of which there is one, else an event; session_find() gives the same place. A place that is
   neither is given by its time, which is near. False: the run is not recorded to its end, or the
   text does not fit. */
bool session_selector(Session *s, char *text, size_t size);

#endif
