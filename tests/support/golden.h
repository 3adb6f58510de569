#ifndef SUPPORT_GOLDEN_H
#define SUPPORT_GOLDEN_H
/* Recorded texts that a test's result must equal; with COROSCOPE_UPDATE=1 in the environment they
   are written anew, and the difference is for a person to look at. */

#include <stdbool.h>
#include <stdio.h>

#include "draw/draw.h"

/* Takes and closes `actual`. Prints where it differs and returns false; fails the test where the
   record is missing. */
bool golden_agrees(const char *path, FILE *actual);
/* As above, but a difference fails the test. */
void assert_golden(const char *path, FILE *actual);
/* Of all commands of a complete list: it is not full, and nothing is left pushed. */
void assert_golden_list(const char *path, const DrawList *list);

#endif
