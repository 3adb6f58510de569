#ifndef API_WORLD_H
#define API_WORLD_H
/* What a program finds outside itself, as plain data: its input, the addresses and hosts that
 * answer, its subprocesses. The engine makes Python data of it, which the library (_world) reads.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    CS_VALUE_NULL,
    CS_VALUE_FALSE,
    CS_VALUE_TRUE,
    CS_VALUE_INTEGER,
    CS_VALUE_NUMBER,
    CS_VALUE_TEXT,
    CS_VALUE_LIST,
    CS_VALUE_MAP
} CsValueKind;

/* A tree of values. Texts are UTF-8 and end with a NUL; nothing in it is owned by the engine. */
typedef struct CsValue {
    CsValueKind kind;
    const char *key; /* of an item of a map */
    int64_t integer;
    double number;
    const char *text;
    const struct CsValue *items; /* of a list or a map, in order */
    size_t count;
} CsValue;

struct Engine;
/* The world of the program that cs_load() will load: a map with the fields of a lesson's world, and
 * `stdin`. Borrowed until cs_load() returns. Without it the world is empty. */
void cs_set_world(struct Engine *e, const CsValue *world);

#endif
