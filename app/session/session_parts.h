#ifndef SESSION_SESSION_PARTS_H
#define SESSION_SESSION_PARTS_H
/* The finest grain of going: one part of an expression at a time. */

#include "session/session.h"

/* The statement in hand, part by part. */
typedef struct {
    const CsParts *parts; /* borrowed until the session moves or records; NULL: there are none */
    int done;             /* of them are evaluated at the playhead */
    uint64_t step;        /* the statement's line */
} SessionStatement;

/* What stands at the playhead; the engine is left there. */
SessionStatement session_statement(Session *s);
/* GO_PART (1) or GO_PART_BACK (-1): the next part, or the next line where there is none. */
bool session_go_part(Session *s, int direction);
void session_parts_clear(Session *s);

#endif
