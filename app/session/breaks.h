#ifndef SESSION_BREAKS_H
#define SESSION_BREAKS_H
/* Breakpoints: lines at which playing stops, some only where a condition holds. A condition is
   evaluated at the moment itself, and whatever it does is undone. */

#include "session/session.h"

enum { BREAKS_MOST = 64, BREAK_CONDITION = 120 };

typedef struct {
    int line;
    char condition[BREAK_CONDITION]; /* a Python expression; "": always */
} Break;

/* By line. */
typedef struct {
    Break items[BREAKS_MOST];
    int count;
} Breaks;

/* NULL: the line has none. */
const Break *breaks_find(const Breaks *breaks, int line);
/* Sets or changes one. False: there are too many, or the condition is too long. */
bool breaks_set(Breaks *breaks, int line, const char *condition);
bool breaks_remove(Breaks *breaks, int line);

/* The first line from this one on where something stands that can run: neither blank nor a comment.
   0: none. */
int breaks_line(const Session *s, int line);
/* Whether it is an expression; if not, `text` says what is wrong with it. */
bool breaks_check(const char *condition, char *text, size_t size);

/* Whether to stop at the step. A condition that has no value stops too: `text` says why, else it is
   empty. The playhead stays. */
bool breaks_stop_at(Session *s, const Breaks *breaks, uint64_t step, char *text, size_t size);
/* Goes to the next (1) or previous (-1) stop. False: there is none. */
bool breaks_go(Session *s, const Breaks *breaks, int direction, char *text, size_t size);

#endif
