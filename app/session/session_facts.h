#ifndef SESSION_SESSION_FACTS_H
#define SESSION_SESSION_FACTS_H
/* What a session's playhead stands on, gathered for the model: the snapshots of this moment and of
   the one before it, and the moments of the lesson.

   The same playhead gives the same facts, however it was reached. */

#include "model/model_build.h"
#include "session/session.h"

/* Owns all it points to. Zeroed before the first use. */
typedef struct {
    CsSnapshot *now, *before; /* before: one line back; NULL at the start */
    Playhead now_at, before_at;
    MomentPlace *moments;
    size_t moment_count;
} SessionFacts;

/* Brings the facts to the playhead. False: not enough memory. */
bool session_facts_update(SessionFacts *facts, Session *s);
/* Fills in what the session knows, borrowed from both; the rest (words, chapter, speed, what is
   selected) is the caller's. */
void session_facts_give(const SessionFacts *facts, const Session *s, const char *language,
                        ModelFacts *out);
void session_facts_clear(SessionFacts *facts);

bool session_same_place(Playhead a, Playhead b);
/* Where the playhead stands right after a record. False: it has no such record. */
bool session_place_of(const Session *s, uint32_t event, Playhead *at);
/* What the program wrote up to the playhead, NUL-terminated; the caller frees it. NULL: not enough
   memory. */
char *session_output(const Session *s);
/* The record that made the selected thing what it is: the last one about it before the playhead. 0:
   there is none. */
uint32_t session_last_change(const Session *s, uint32_t object);
/* The record that caused the running handle, or else the next ready one, to be scheduled; 0: none.
 */
uint32_t session_cause(const SessionFacts *facts, const Session *s);

#endif
