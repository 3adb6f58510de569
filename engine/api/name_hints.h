#ifndef API_NAME_HINTS_H
#define API_NAME_HINTS_H
/* What Coroscope offers in place of a module or a name of a module that it does not have. */

#include <stddef.h>

#include "object/engine.h"

/* Writes one sentence about the exception that ended a program, "Type: message"; "" for other
 * exceptions. */
void name_hint(Engine *e, const char *text, char *out, size_t size);

#endif
