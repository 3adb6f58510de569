#ifndef VM_OUTPUT_H
#define VM_OUTPUT_H
/* What the program writes: counted, recorded as an event, handed to the engine's owner. */

#include "object/engine.h"

enum { STREAM_OUT = 1, STREAM_ERR = 2 };

/* Beyond the limit the run is aborted: false with an exception set. Lone surrogates are written as
 * escapes, as the standard error of CPython does. */
bool output_write(Engine *e, int stream, const char *text, size_t size);
bool output_text(Engine *e, int stream, const char *text);

#endif
