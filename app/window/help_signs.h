#ifndef WINDOW_HELP_SIGNS_H
#define WINDOW_HELP_SIGNS_H
/* The signs of the stage on the help screen: who, lanes, futures, timers, links, slots. */

#include "window/screen.h"

enum { HELP_SIGNS = 8 };

/* Sign `index` with what it means, in a row around cy. */
void help_sign(Scene *s, const ScreenView *view, int index, float x, float cy, float width);

#endif
