#ifndef API_END_MESSAGE_H
#define API_END_MESSAGE_H
/* What a person is told when a run was stopped: who waits for what, which lines ran most. */

#include "api/engine_api.h"

/* The text for the end, malloc'ed; "" where there is nothing to say. A deadlock's must be made
 * while the tasks still wait. */
char *end_message(Engine *e, CsEnd end);

#endif
