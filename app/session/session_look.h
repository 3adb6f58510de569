#ifndef SESSION_SESSION_LOOK_H
#define SESSION_SESSION_LOOK_H
/* What a name in the source stands for at the playhead. */

#include "api/look.h"
#include "session/session.h"

enum { LOOK_NAME = 96, LOOK_VALUE = 240 };

typedef struct {
    int line;                 /* 0: nothing is looked at */
    int column, end;          /* of the name, in characters from 0; the end is exclusive */
    char name[LOOK_NAME];     /* "order", "q.maxsize" */
    char function[LOOK_NAME]; /* in which it is known; "": the module */
    char value[LOOK_VALUE];
} SessionLook;

/* The name under a column of a line, and its value in the function that the line belongs to: in the
   running frame if it is that function's, else in a task that waits in it. False: there is no name,
   or it has no value now. The playhead stays. */
bool session_look(Session *s, int line, int column, SessionLook *out);

/* repr() of a thing on the stage at the playhead, cut to `size` bytes; changes nothing. False: it
   has none. */
bool session_repr(Session *s, uint32_t object, char *text, size_t size);

/* A value of the program at the playhead. NULL: it is not there now. Release with cs_look_free().
 */
CsLook *session_value(Session *s, const CsLookPath *path);

#endif
