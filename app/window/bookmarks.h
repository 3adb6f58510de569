#ifndef WINDOW_BOOKMARKS_H
#define WINDOW_BOOKMARKS_H
/* Places in a run that a person marked, to come back to. keep/keep_marks.h keeps them. */

#include "model/model_build.h"
#include "session/session.h"

enum { BOOKMARKS_MOST = 64 };

/* In the order of the run; places[i] says to the picture where at[i] lies. Zeroed before use. */
typedef struct {
    Playhead at[BOOKMARKS_MOST];
    MomentPlace places[BOOKMARKS_MOST];
    int count;
} Bookmarks;

/* Marks where the session stands, or takes that mark away. False: there are too many. */
bool bookmarks_toggle(Bookmarks *marks, const Session *s, int64_t time_ns);
/* Takes over what was kept of this run, which is recorded: places that it does not have any more
   are left out. */
void bookmarks_take(Bookmarks *marks, Session *s, const Playhead *at, int count);
/* The next mark after the session's place, or with `by` < 0 the one before; NULL: there is none. */
const Playhead *bookmarks_beside(const Bookmarks *marks, const Session *s, int by);

#endif
