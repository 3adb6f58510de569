#ifndef PLATFORM_PLATFORM_EVENTS_H
#define PLATFORM_PLATFORM_EVENTS_H
/* SDL's events as the plain ones of input_event.h. Only for app/platform. */

#include <SDL.h>
#include <stdbool.h>

#include "input/input_event.h"

/* False when the program has no use for the event. `scale`: window units per logical pixel. The
   path of a dropped file belongs to SDL and is freed with SDL_free by the caller. */
bool platform_events_translate(const SDL_Event *from, float scale, InputEvent *to);

#endif
