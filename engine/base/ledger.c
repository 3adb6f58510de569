#include "base/ledger.h"

#include <stdlib.h>

enum { FIRST_ITEMS = 64 };

void ledger_init(Ledger *l, size_t limit) {
    *l = (Ledger){.limit = limit};
}

static bool fits(const Ledger *l, size_t bytes) {
    return l->used <= l->limit && bytes <= l->limit - l->used;
}

static bool take(Ledger *l, size_t bytes) {
    if (!fits(l, bytes) && l->make_room && !l->making_room) {
        l->making_room = true;
        l->make_room(l->owner, bytes);
        l->making_room = false;
    }
    if (!fits(l, bytes)) return false;
    l->used += bytes;
    return true;
}

bool ledger_take(Ledger *l, size_t bytes) {
    if (take(l, bytes)) return true;
    if (!l->making_room) l->refused = true;
    return false;
}

void ledger_give(Ledger *l, size_t bytes) {
    ASSERT(bytes <= l->used, "only what was taken is given back");
    l->used -= bytes;
}

void *ledger_alloc(Ledger *l, size_t bytes) {
    if (!ledger_take(l, bytes)) return NULL;
    void *block = malloc(bytes);
    if (block) return block;
    ledger_give(l, bytes);
    l->refused = true;
    return NULL;
}

static bool resize(Ledger *l, void **items, size_t *capacity, size_t wanted, size_t size) {
    size_t more = (wanted - *capacity) * size;
    if (wanted > SIZE_MAX / size || !take(l, more)) return false;
    void *fresh = realloc(*items, wanted * size);
    if (!fresh) {
        ledger_give(l, more);
        return false;
    }
    *items = fresh;
    *capacity = wanted;
    return true;
}

bool ledger_grow(Ledger *l, void **items, size_t *capacity, size_t needed, size_t size) {
    if (needed <= *capacity) return true;
    size_t wanted = *capacity + *capacity / 2 + FIRST_ITEMS;
    if (wanted > needed && resize(l, items, capacity, wanted, size)) return true;
    if (resize(l, items, capacity, needed, size)) return true;
    if (!l->making_room) l->refused = true;
    return false;
}
