#ifndef API_LOOK_H
#define API_LOOK_H
/* A value of the program at a moment as plain data: what it is, and what is in it. */

#include "api/coroscope.h"

enum { CS_LOOK_DEPTH = 16, CS_LOOK_NAME = 96, CS_LOOK_ITEMS = 200, CS_LOOK_HOLDERS = 8 };

/* The way to a value: a variable of a frame (or, with the name "", what a queue holds or a future
 * gave), then from each value to one of its items, by its place among all of them. */
typedef struct {
    uint32_t holder; /* id of a frame, queue or future */
    char name[CS_LOOK_NAME];
    uint32_t items[CS_LOOK_DEPTH];
    int depth;
    uint32_t first; /* of the value's items that are told of */
} CsLookPath;

typedef struct {
    const char *name;  /* "[0]", "['rye']", ".size"; "" of a set's member */
    const char *value; /* as snapshots show it */
    uint32_t thing;    /* the id where it is a task, future or primitive; else 0 */
} CsLookItem;

typedef struct {
    const char *name, *function; /* function "": the module */
    uint32_t frame;
} CsLookHolder;

typedef struct {
    const char *type;
    const char *repr; /* repr(), by the program's own code where the class has such */
    const char *name; /* of the whole way: "menu['rye'][0]" */
    int64_t length;   /* len(); -1: it has none */
    CsLookItem *items;
    int item_count, item_first, item_total; /* CS_LOOK_ITEMS at most, of all */
    CsLookHolder *holders;                  /* variables that are bound to it */
    int holder_count;
} CsLook;

/* The present moment stays as it is. NULL: nothing is there now, or not enough memory. */
CsLook *cs_look(CsEngine *e, const CsLookPath *path);
void cs_look_free(CsLook *v);

#endif
