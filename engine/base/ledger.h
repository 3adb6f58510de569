#ifndef BASE_LEDGER_H
#define BASE_LEDGER_H
/* Memory that the record of a run takes, counted against the most that it may take. Whatever keeps
 * a part of the record grows through here. */

#include "base/common.h"

typedef struct Ledger {
    size_t used, limit; /* bytes */
    bool refused;       /* something did not fit, or the machine had no more */
    /* Asked before a refusal to give back what can be spared; NULL: nothing can. */
    void (*make_room)(void *owner, size_t bytes);
    void *owner;
    bool making_room; /* it is at work, and what it needs itself is given or refused at once */
} Ledger;

void ledger_init(Ledger *l, size_t limit);
/* False: it does not fit; nothing was counted but the refusal. */
bool ledger_take(Ledger *l, size_t bytes);
void ledger_give(Ledger *l, size_t bytes);

/* malloc() of counted bytes, to be freed and given back; NULL: refused. */
void *ledger_alloc(Ledger *l, size_t bytes);

/* Makes room for `needed` items of this size, with some more where it fits; keeps those that are
 * there. False: refused, nothing changed. */
bool ledger_grow(Ledger *l, void **items, size_t *capacity, size_t needed, size_t size);

#endif
