#ifndef SESSION_SESSION_WALK_H
#define SESSION_SESSION_WALK_H
/* Going by lines of one frame, one task or one place in the source; what else runs is passed over.
 */

#include "session/session.h"

/* GO_OVER ... GO_OUT_BACK. */
bool session_walk(Session *s, SessionGo where);
/* The next (1) or previous (-1) line that the task runs. */
bool session_walk_task(Session *s, uint32_t task, int direction);
/* The next or previous time that the line is about to run. */
bool session_walk_line(Session *s, int line, int direction);
/* GO_EXCEPTION ... GO_OUTPUT_BACK. */
bool session_walk_records(Session *s, SessionGo where);
/* The exception that came up right where the playhead stands, or NULL. */
const CsRaise *session_raise_here(const Session *s);

#endif
