#ifndef LIB_EMBEDDED_H
#define LIB_EMBEDDED_H
/* The engine's own Python modules, embedded by the build from engine/lib/py. */

#include <stdbool.h>
#include <stddef.h>

/* `name` is dotted ("asyncio.queues"); a package is what an __init__.py holds. `text` is UTF-8,
   `length` bytes long, and ends with a zero byte that is not counted. */
typedef struct {
    const char *name;
    const char *text;
    size_t length;
    bool package;
} EmbeddedModule;

/* Sorted by name. */
extern const EmbeddedModule embedded_modules[];
extern const size_t embedded_module_count;

#endif
