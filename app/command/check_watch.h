#ifndef COMMAND_CHECK_WATCH_H
#define COMMAND_CHECK_WATCH_H
/* check --watch: lessons are checked again at every save, until Ctrl+C. */

#include "command/check_files.h"
#include "command/command.h"

/* Checks those files; the exit status. */
typedef int (*CheckOnce)(const CommandOptions *o, const CheckFiles *files);

/* The status of the last check of all. */
int check_watch(const CommandOptions *o, CheckOnce check);

#endif
