#ifndef OBJECT_LOOKUP_H
#define OBJECT_LOOKUP_H
/* Where names were found last: attributes of classes and of instances, global names. Lies outside
 * the arena and changes nothing in it: a remembered answer is the one that a search would give, so
 * that a run and its replay stay the same. Only names that live as long as the engine are kept. */

#include "base/common.h"

enum { LOOKUPS = 1024, LOOKUP_ALIGN = 16 };

struct Type;
struct Str;
struct Obj;
struct Dict;

/* A class's attribute by MRO. */
typedef struct TypeLookup {
    const struct Type *type;
    const struct Str *name;
    struct Obj *found; /* borrowed; NULL = the class has none */
    uint32_t epoch;
    uint32_t place;                     /* where the instances' own dicts had this name last */
    uint32_t absent_id, absent_version; /* an own dict that lacks it while its version is this */
} TypeLookup;

typedef struct {
    const struct Dict *globals;
    const struct Str *name;
    const struct Obj *key; /* equal to the name; lives as long as the engine */
    uint32_t place;        /* entry in `globals`, or in the builtins */
    uint32_t id, version;  /* of `globals`, which lack the name; id 0: they have it */
    uint32_t timeline;
} GlobalLookup;

typedef struct {
    TypeLookup types[LOOKUPS];
    GlobalLookup globals[LOOKUPS];
    uint32_t epoch;    /* grows whenever a class's attributes change */
    uint32_t timeline; /* grows whenever another moment is put into the arena */
} Lookups;

static inline size_t lookup_slot(const void *a, const void *b) {
    uintptr_t x = (uintptr_t)a / LOOKUP_ALIGN, y = (uintptr_t)b / LOOKUP_ALIGN;
    return (size_t)(x ^ (y + (y >> 9)) ^ (x >> 10)) % LOOKUPS;
}

static inline void lookups_forget_classes(Lookups *l) {
    l->epoch++;
}

/* Another moment lies in the arena now. */
static inline void lookups_forget(Lookups *l) {
    l->epoch++;
    l->timeline++;
}

#endif
