#ifndef COMMAND_TRACE_PERFETTO_H
#define COMMAND_TRACE_PERFETTO_H
/* A recorded run in the trace-event format (JSON) that Perfetto's viewer and Chrome's tracing open:
 * tasks as tracks, what they do and wait for as slices, the lines inside these, causes as flows. */

#include <stdbool.h>
#include <stdio.h>

#include "lesson/lesson.h"
#include "model/event_words.h"

/* Computing takes no virtual time. So that slices can be seen, each record and line is drawn this
 * much after the one before it, or at its own time if that is later; the file says so too. */
enum { TRACE_SLIVER_NS = 1000 };

/* False: not enough memory. */
bool trace_perfetto(FILE *to, const EventWords *words, const LessonProgram *program);

#endif
