#include "api/takings.h"

#include <stdlib.h>

static bool is_taking(uint32_t kind) {
    switch ((EventKind)kind) {
    case EVENT_LOCK_ACQUIRED:
    case EVENT_SEMAPHORE_ACQUIRED:
    case EVENT_SEMAPHORE_RELEASED:
    case EVENT_BARRIER_REACHED:
    case EVENT_BARRIER_LEFT:
    case EVENT_GROUP_TASK_ADDED: return true;
    default: return false;
    }
}

bool takings_log(Takings *t, Ledger *ledger, const CsEvent *event) {
    if (!is_taking(event->kind)) return true;
    void *items = t->items;
    bool ok = ledger_grow(ledger, &items, &t->capacity, t->count + 1, sizeof *t->items);
    t->items = items;
    if (ok) t->items[t->count++] = (Taking){event->id, event->subject, event->arg, event->kind};
    return ok;
}

void takings_cut(Takings *t, uint32_t events) {
    t->count = takings_up_to(t, events);
}

void takings_clear(Takings *t) {
    free(t->items);
    *t = (Takings){0};
}

size_t takings_up_to(const Takings *t, uint32_t events) {
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->items[middle].event <= events) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
