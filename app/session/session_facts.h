#ifndef SESSION_SESSION_FACTS_H
#define SESSION_SESSION_FACTS_H
/* What a session's playhead stands on, gathered for the model: the snapshots of this moment and of
   the one before it, and the moments of the lesson.

   The same playhead gives the same facts, however it was reached. */

#include "model/model_build.h"
#include "session/session.h"

/* Whose frames a glance tells whole: who is looked at, who runs, who runs next. */
enum { FACTS_TOLD = 4 };

/* Owns all it points to. Zeroed before the first use. */
typedef struct {
    CsSnapshot *now, *before; /* before: one line back; NULL at the start */
    CsSnapshot *thrown;       /* when the exception of a shown journey came in; NULL: it did not */
    Playhead now_at, before_at, thrown_at;
    uint32_t now_told[FACTS_TOLD], before_told[FACTS_TOLD]; /* where they are brief */
    MomentPlace *moments;
    size_t moment_count;
    MomentPlace *checkpoints; /* found once all is recorded */
    size_t checkpoint_count;
    bool checkpoints_known;
} SessionFacts;

/* Brings the facts to the playhead. False: not enough memory. */
bool session_facts_update(SessionFacts *facts, Session *s);
/* The same for the stage alone, where `task` (0 = none) is looked at: in a crowd the frames of
   other tasks may lack arguments and values, but for those whose frames run. */
bool session_facts_glance(SessionFacts *facts, Session *s, uint32_t task);
/* Fills in what the session knows, borrowed from both; the rest (words, chapter, speed, what is
   selected) is the caller's. */
void session_facts_give(const SessionFacts *facts, const Session *s, const char *language,
                        ModelFacts *out);
void session_facts_clear(SessionFacts *facts);

/* For the view of a journey: finds the moment at which its exception came in, and gives its
   snapshot to the facts. False: not enough memory. */
bool session_facts_thrown(SessionFacts *facts, Session *s, ModelFacts *out);

bool session_same_place(Playhead a, Playhead b);
/* Where the playhead stands right after a record. False: it has no such record. */
bool session_place_of(const Session *s, uint32_t event, Playhead *at);
/* What the program wrote up to the playhead, NUL-terminated; the caller frees it. NULL: not enough
   memory. */
char *session_output(const Session *s);
/* The record that made the selected thing what it is: the last one about it before the playhead. 0:
   there is none. */
uint32_t session_last_change(const Session *s, uint32_t object);

#endif
