#ifndef LIB_EMBEDDED_H
#define LIB_EMBEDDED_H
/* The engine's own Python modules, compiled and embedded by the build (lib/pack_modules.c) from
 * engine/lib/py. */

#include "compile/code_pack.h"

/* `name` is dotted ("asyncio.queues"); a package is what an __init__.py holds. `code` is what
   code_unpack() reads, `size` bytes long. */
typedef struct {
    const char *name;
    const unsigned char *code;
    size_t size;
    bool package;
} EmbeddedModule;

/* Sorted by name; the last row only keeps the table from being empty and is not counted. */
extern const EmbeddedModule embedded_modules[];
extern const size_t embedded_module_count;
/* Of all of them. */
extern const PackedTexts embedded_texts;

#endif
