#include <string.h>

#include "object/sort_state.h"

void sort_reverse(SortItems items, uint32_t from, uint32_t to) {
    for (; from + 1 < to; from++) {
        to--;
        Obj *key = items.keys[from];
        items.keys[from] = items.keys[to];
        items.keys[to] = key;
        if (!items.values) continue;
        Obj *value = items.values[from];
        items.values[from] = items.values[to];
        items.values[to] = value;
    }
}

static uint32_t next_index(const SortState *s) {
    return s->base + s->length;
}
static bool at_end(const SortState *s) {
    return next_index(s) == s->count;
}

/* ---- Binary insertion ---------------------------------------------------------------------- */

static void begin_insertion(SortState *s) {
    s->phase = SORT_INSERT;
    s->low = s->base;
    s->high = next_index(s);
}

static uint32_t middle(const SortState *s) {
    return s->low + (s->high - s->low) / 2;
}

static void ask_insert(const SortState *s, Obj **a, Obj **b) {
    *a = s->items.keys[next_index(s)];
    *b = s->items.keys[middle(s)];
}

static void move_down(Obj **items, uint32_t from, uint32_t to) {
    Obj *item = items[from];
    memmove(items + to + 1, items + to, (size_t)(from - to) * sizeof(Obj *));
    items[to] = item;
}

static void take_insert(SortState *s, bool less) {
    if (less)
        s->high = middle(s);
    else
        s->low = middle(s) + 1;
    if (s->low < s->high) return;
    move_down(s->items.keys, next_index(s), s->low);
    if (s->items.values) move_down(s->items.values, next_index(s), s->low);
    s->length++;
    if (s->length == s->wanted)
        sort_run_found(s);
    else
        begin_insertion(s);
}

/* ---- Natural runs -------------------------------------------------------------------------- */

/* The natural run is found. A short one is made longer by insertion. */
static void end_natural(SortState *s) {
    uint32_t left = s->count - s->base;
    s->wanted = s->minrun < left ? s->minrun : left;
    if (s->length < s->wanted)
        begin_insertion(s);
    else
        sort_run_found(s);
}

void sort_begin_run(SortState *s, uint32_t base) {
    s->base = base;
    s->length = 1;
    s->equal = 0;
    s->phase = SORT_UP;
    if (at_end(s)) end_natural(s);
}

static void ask_next_smaller(const SortState *s, Obj **a, Obj **b) {
    *a = s->items.keys[next_index(s)];
    *b = s->items.keys[next_index(s) - 1];
}

static void ask_next_larger(const SortState *s, Obj **a, Obj **b) {
    ask_next_smaller(s, b, a);
}

static void ask_first_smaller(const SortState *s, Obj **a, Obj **b) {
    *a = s->items.keys[s->base];
    *b = s->items.keys[next_index(s) - 1];
}

/* Equal items within a downward run are turned round now, so that they are in order when the whole
 * run has been turned round. */
static void reverse_equal(SortState *s) {
    if (s->equal > 0) sort_reverse(s->items, next_index(s) - s->equal - 1, next_index(s));
    s->equal = 0;
}

static void end_downward(SortState *s) {
    reverse_equal(s);
    sort_reverse(s->items, s->base, next_index(s));
    s->phase = SORT_EXTEND;
    if (at_end(s)) end_natural(s);
}

static void lengthen_downward(SortState *s) {
    s->length++;
    s->phase = SORT_DOWN;
    if (at_end(s)) end_downward(s);
}

static void take_up(SortState *s, bool less) {
    if (less && s->length > 1) {
        s->phase = SORT_ALL_EQUAL;
    } else if (less) {
        lengthen_downward(s);
    } else {
        s->length++;
        if (at_end(s)) end_natural(s);
    }
}

static void take_all_equal(SortState *s, bool less) {
    if (less) {
        end_natural(s);
        return;
    }
    sort_reverse(s->items, s->base, next_index(s));
    lengthen_downward(s);
}

static void take_down(SortState *s, bool less) {
    if (!less) {
        s->phase = SORT_DOWN_EQUAL;
        return;
    }
    reverse_equal(s);
    lengthen_downward(s);
}

static void take_down_equal(SortState *s, bool less) {
    if (less) {
        end_downward(s);
        return;
    }
    s->equal++;
    lengthen_downward(s);
}

static void take_extend(SortState *s, bool less) {
    if (!less) s->length++;
    if (less || at_end(s)) end_natural(s);
}

const SortStage sort_run_stages[] = {
    [SORT_UP] = {ask_next_smaller, take_up},
    [SORT_ALL_EQUAL] = {ask_first_smaller, take_all_equal},
    [SORT_DOWN] = {ask_next_smaller, take_down},
    [SORT_DOWN_EQUAL] = {ask_next_larger, take_down_equal},
    [SORT_EXTEND] = {ask_next_smaller, take_extend},
    [SORT_INSERT] = {ask_insert, take_insert},
};
