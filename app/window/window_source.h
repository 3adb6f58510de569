#ifndef WINDOW_WINDOW_SOURCE_H
#define WINDOW_WINDOW_SOURCE_H
/* What the window keeps about the source panel beside the player's part of it. */

#include "keep/keep_breaks.h"
#include "session/session_look.h"

/* The condition of a breakpoint, while it is typed. */
typedef struct {
    int line; /* 0: none is asked for */
    char text[BREAK_CONDITION];
    char problem[160];  /* why it is no expression */
    uint64_t opened_ns; /* the key that asked for it types nothing */
} SourceEntry;

#endif
