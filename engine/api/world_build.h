#ifndef API_WORLD_BUILD_H
#define API_WORLD_BUILD_H
/* The world that was given becomes Python data in the arena. */

#include "object/engine.h"

/* After lib_start(); forgets the given data. False: not enough memory. */
bool world_build(Engine *e);

#endif
