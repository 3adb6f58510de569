#include "api/coroscope.h"

#include <stddef.h>

/* Tasks and futures of a snapshot by their ids. */

/* Things that begin with an id, which rise. */
typedef struct {
    const char *rows;
    size_t size, count;
} Rows;

static uint32_t id_at(const Rows *t, size_t i) {
    const uint32_t *id = (const void *)(t->rows + i * t->size);
    return *id;
}

/* Between them the place is, or would be: many are made in a row, so that their ids rise evenly. */
static void guess(const Rows *t, uint32_t id, size_t *low, size_t *high) {
    uint32_t first = id_at(t, 0), last = id_at(t, t->count - 1);
    if (id <= first || id >= last) return;
    size_t at = (size_t)((uint64_t)(id - first) * (t->count - 1) / (last - first)), step = 1;
    if (id_at(t, at) < id) {
        *low = at + 1;
        for (; at + step < t->count && id_at(t, at + step) < id; step *= 2) *low = at + step + 1;
        if (at + step < t->count) *high = at + step;
    } else {
        *high = at;
        for (; step <= at && id_at(t, at - step) >= id; step *= 2) *high = at - step;
        if (step <= at) *low = at - step + 1;
    }
}

/* Where the id is, or would be. */
static size_t place_of(const Rows *t, uint32_t id) {
    size_t low = 0, high = t->count;
    if (t->count > 2) guess(t, id, &low, &high);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (id_at(t, middle) < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

_Static_assert(offsetof(CsTask, id) == 0 && offsetof(CsFuture, id) == 0, "both begin with the id");

const CsTask *cs_find_task(const CsSnapshot *s, uint32_t id) {
    size_t count = (size_t)s->task_count;
    Rows tasks = {(const char *)s->tasks, sizeof *s->tasks, count};
    size_t i = s->tasks_by_id ? place_of(&tasks, id) : 0;
    while (!s->tasks_by_id && i < count && s->tasks[i].id != id) i++;
    return id && i < count && s->tasks[i].id == id ? &s->tasks[i] : NULL;
}

const CsFuture *cs_find_future(const CsSnapshot *s, uint32_t id) {
    size_t count = (size_t)s->future_count;
    Rows futures = {(const char *)s->futures, sizeof *s->futures, count};
    size_t i = s->futures_by_id ? place_of(&futures, id) : 0;
    while (!s->futures_by_id && i < count && s->futures[i].id != id) i++;
    return id && i < count && s->futures[i].id == id ? &s->futures[i] : NULL;
}
