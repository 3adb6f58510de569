#ifndef WINDOW_HELP_H
#define WINDOW_HELP_H
/* The help screen: the table of keys, what the pointer does, and the legend of states. */

#include "window/screen.h"

/* Draws the help over what is there. `where` is the screen behind it (IN_STAGE or IN_PICKER), whose
   keys are shown. `scroll` is how far it is scrolled, corrected to what there is. */
void help_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, unsigned where,
               float *scroll);

#endif
