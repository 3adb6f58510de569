#ifndef LIB_LIB_H
#define LIB_LIB_H
/* The library's state and its start: built-in functions, native modules, the program's random seed.
 */

#include "object/engine.h"

/* In the arena's root. */
struct LibState {
    Obj *stdout_, *stderr_, *stdin_; /* the real streams; owned */
    Obj *world;   /* Dict: what the program finds outside itself; owned, NULL = nothing */
    int64_t seed; /* random starts as if by random.seed(seed) */
};

size_t lib_state_size(void);
/* Before sealing: built-in functions. */
bool lib_boot(Engine *e);
/* After sealing: what changes during a run. `seed` starts the random generator. */
bool lib_start(Engine *e, int64_t seed);

#endif
