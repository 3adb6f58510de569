#ifndef SESSION_SESSION_VARIANT_H
#define SESSION_SESSION_VARIANT_H
/* What-ifs: a variant of a lesson as a session of its own, with the same world, seed and limits.

   An edit runs a changed program. An injection runs the same program, which does the same up to the
   moment at which something is done to it; so ids of objects are those of the original. */

#include "session/session.h"

/* Opens a variant beside an original that is recorded, at its start, with nothing recorded. It has
   no moments and checkpoints: those tell of the original. False: `problems` says why; the session
   must still be closed. The original keeps its playhead. */
bool session_variant_open(Session *variant, Session *original, const SessionContext *context,
                          size_t number, LessonProblems *problems);
/* Once it is recorded: whether what was to be done to it could be done; else `problems` says why
   not. */
bool session_variant_verify(const Session *variant, const Session *original, size_t number,
                            LessonProblems *problems);
/* Both, with the recording between them: for all variants of a lesson; problems become the
   original's. */
bool session_variants_check(Session *original, const SessionContext *context);

/* The line in which an edit begins, as the program had it; 0: it is no edit. */
int session_variant_line(const Session *original, const LessonVariant *variant);

#endif
