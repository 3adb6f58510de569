#ifndef LIB_LIB_CLOCK_H
#define LIB_LIB_CLOCK_H
/* Durations that programs give to what waits. */

#include "object/engine.h"

/* An int or float as seconds; false: TypeError or ValueError (NaN). */
bool clock_read_seconds(Engine *e, Obj *o, double *seconds);
/* What was read from `o`; false: OverflowError, it does not fit into nanoseconds. */
bool clock_check_range(Engine *e, const Obj *o, double seconds);
/* The moment (ns) that many seconds from now; later than now where seconds > 0. */
int64_t clock_after(const Engine *e, double seconds);

#endif
