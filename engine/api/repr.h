#ifndef API_REPR_H
#define API_REPR_H
/* How a thing on the stage shows itself to Python. */

#include "api/coroscope.h"

/* repr() of a task, future, handle, timer or primitive at the present moment, cut to `size` bytes,
 * by the program's own code where a class has such. Whatever it does is undone. False: there is no
 * such object, or `text` says why it has none. */
bool cs_repr(CsEngine *e, uint32_t id, char *text, size_t size);

#endif
