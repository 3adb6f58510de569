#ifndef COMMAND_CHECK_WATCH_H
#define COMMAND_CHECK_WATCH_H
/* check --watch: lessons are checked again at every save, until Ctrl+C. */

#include "command/check_files.h"
#include "command/command.h"

/* One of several checks of the same files, by the lessons' numbers. */
typedef struct CheckRound {
    const bool *wanted; /* to be checked; the others only for whether they still fit to these */
    bool *sound;        /* what came of it */
} CheckRound;

/* Checks those files; `round` NULL: all of them. The exit status. */
typedef int (*CheckOnce)(const CommandOptions *o, const CheckFiles *files, const CheckRound *round);

/* The status of the last check of all. */
int check_watch(const CommandOptions *o, CheckOnce check);

#endif
