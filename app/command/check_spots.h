#ifndef COMMAND_CHECK_SPOTS_H
#define COMMAND_CHECK_SPOTS_H
/* Whether the things that a lesson names are there at their moments, and which ones would be. */

#include "command/check_run.h"

/* Every moment is seen, and its spotlight lights something that is on the stage then. */
void check_spots(CheckRun *run);
/* Tells the problem which things of the kind there are where run->session stands. `name` is what
 * the lesson gave, or NULL. */
void check_spots_expect(CheckRun *run, LessonProblem *problem, const char *kind, const char *name);

/* The run has a task of the name that the view follows. */
void check_spots_followed(CheckRun *run);

#endif
