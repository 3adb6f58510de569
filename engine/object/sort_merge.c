#include <string.h>

#include "object/sort_state.h"

/* ---- The order of merges ------------------------------------------------------------------- */

/* How deep in a balanced tree over the list the border between two neighbours lies: the first
 * binary digit in which their midpoints, as fractions of the list's length, differ. */
static uint32_t power_of(const SortRun *left, uint32_t right_length, uint32_t count) {
    uint64_t a = 2 * (uint64_t)left->base + left->length; /* midpoints times two */
    uint64_t b = a + left->length + right_length;
    uint32_t power = 1;
    while (a >= count || b < count) {
        uint64_t digit = a >= count ? count : 0;
        a = 2 * (a - digit);
        b = 2 * (b - digit);
        power++;
    }
    return power;
}

static void begin_merge(SortState *s, uint32_t at);

/* The stack of runs ends with one that borders on the new run. */
static void collapse_before_run(SortState *s) {
    if (s->run_count > 1 && s->runs[s->run_count - 2].power > s->runs[s->run_count - 1].power) {
        begin_merge(s, s->run_count - 2);
        return;
    }
    ASSERT(s->run_count < SORT_MAX_RUNS, "powers grow along the stack of runs");
    s->runs[s->run_count++] = (SortRun){s->base, s->length, 0};
    uint32_t next = s->base + s->length;
    s->length = 0;
    if (next < s->count)
        sort_begin_run(s, next);
    else
        sort_collapse(s);
}

/* Everything becomes one run; of three the outer two decide who is merged first. */
static void collapse_all(SortState *s) {
    if (s->run_count < 2) {
        s->phase = SORT_FINISHED;
        return;
    }
    uint32_t at = s->run_count - 2;
    if (at > 0 && s->runs[at - 1].length < s->runs[at + 1].length) at--;
    begin_merge(s, at);
}

void sort_collapse(SortState *s) {
    if (s->length > 0)
        collapse_before_run(s);
    else
        collapse_all(s);
}

void sort_run_found(SortState *s) {
    if (s->run_count > 0) {
        SortRun *last = &s->runs[s->run_count - 1];
        last->power = power_of(last, s->length, s->count);
    }
    collapse_before_run(s);
}

/* ---- Searching ----------------------------------------------------------------------------- */

static void search_done(SortState *s, uint32_t place);

static void begin_search(SortState *s, SortSearch search, Obj *key, SortSide in, uint32_t hint) {
    s->phase = SORT_GALLOP;
    s->gallop = (SortGallop){.key = key, .in = in, .search = search, .hint = hint, .offset = 1};
    s->gallop.left = search == SEARCH_TAIL || search == SEARCH_IN_B;
}

static uint32_t probe_at(const SortGallop *g) {
    if (g->stage == 0) return g->hint;
    if (g->stage == 1) return g->backwards ? g->hint - g->offset : g->hint + g->offset;
    return g->last + (g->offset - g->last) / 2;
}

static void ask_gallop(const SortState *s, Obj **a, Obj **b) {
    const SortGallop *g = &s->gallop;
    Obj *probe = g->in.items.keys[g->in.first + probe_at(g)];
    *a = g->left ? probe : g->key;
    *b = g->left ? g->key : probe;
}

/* The steps have gone past the place, or past the end: what lies between is searched. */
static void begin_binary(SortState *s) {
    SortGallop *g = &s->gallop;
    uint32_t most = g->backwards ? g->hint + 1 : g->in.count - g->hint;
    if (g->offset > most) g->offset = most;
    uint32_t near = g->last, far = g->offset;
    g->last = g->backwards ? g->hint + 1 - far : g->hint + near + 1;
    g->offset = g->backwards ? g->hint - near : g->hint + far;
    g->stage = 2;
    if (g->last == g->offset) search_done(s, g->offset);
}

static void continue_steps(SortState *s) {
    SortGallop *g = &s->gallop;
    g->stage = 1;
    uint32_t most = g->backwards ? g->hint + 1 : g->in.count - g->hint;
    if (g->offset >= most) begin_binary(s);
}

static void take_gallop(SortState *s, bool less) {
    SortGallop *g = &s->gallop;
    bool before = g->left != less; /* the place is at the probe or before it */
    if (g->stage == 0) {
        g->backwards = before;
        continue_steps(s);
    } else if (g->stage == 1 && before != g->backwards) {
        begin_binary(s);
    } else if (g->stage == 1) {
        g->last = g->offset;
        g->offset = 2 * g->offset + 1;
        continue_steps(s);
    } else {
        uint32_t probe = probe_at(g);
        if (before)
            g->offset = probe;
        else
            g->last = probe + 1;
        if (g->last == g->offset) search_done(s, g->offset);
    }
}

/* ---- Moving -------------------------------------------------------------------------------- */

static void copy_items(SortItems to, uint32_t at, SortItems from, uint32_t first, uint32_t count) {
    if (count == 0) return;
    memmove(to.keys + at, from.keys + first, count * sizeof(Obj *));
    if (to.values) memmove(to.values + at, from.values + first, count * sizeof(Obj *));
}

/* Moves `count` items from the merging end of one side to their final place. */
static void move_items(SortState *s, SortSide *side, uint32_t count) {
    uint32_t first = s->upwards ? side->first : side->first + side->count - count;
    if (!s->upwards) s->dest -= count;
    copy_items(s->items, s->dest, side->items, first, count);
    if (s->upwards) {
        s->dest += count;
        side->first += count;
    }
    side->count -= count;
}

static Obj *head_of(const SortState *s, const SortSide *side) {
    return side->items.keys[s->upwards ? side->first : side->first + side->count - 1];
}

static SortSide *temp_side(SortState *s) {
    return s->upwards ? &s->a : &s->b;
}
static SortSide *list_side(SortState *s) {
    return s->upwards ? &s->b : &s->a;
}

void sort_abandon_merge(SortState *s) {
    if (!s->merging) return;
    move_items(s, temp_side(s), temp_side(s)->count);
    s->merging = false;
}

/* The merge is over when the side in the list is used up, or when one item is left of the other:
 * that item comes last. */
static bool ended(SortState *s) {
    SortSide *list = list_side(s);
    if (list->count > 0 && temp_side(s)->count > 1) return false;
    move_items(s, list, list->count);
    sort_abandon_merge(s);
    sort_collapse(s);
    return true;
}

/* ---- Merging ------------------------------------------------------------------------------- */

static SortSide side_of(const SortState *s, const SortRun *run) {
    return (SortSide){s->items, run->base, run->length};
}

/* First what is in place already is cut off at both ends. */
static void begin_merge(SortState *s, uint32_t at) {
    SortRun *run = &s->runs[at];
    s->a = side_of(s, run);
    s->b = side_of(s, run + 1);
    run->length += run[1].length;
    run->power = run[1].power;
    s->run_count--;
    for (uint32_t i = at + 1; i < s->run_count; i++) s->runs[i] = s->runs[i + 1];
    begin_search(s, SEARCH_HEAD, s->items.keys[s->b.first], s->a, 0);
}

static void head_found(SortState *s, uint32_t place) {
    s->a.first += place;
    s->a.count -= place;
    if (s->a.count == 0) {
        sort_collapse(s);
        return;
    }
    Obj *last = s->items.keys[s->a.first + s->a.count - 1];
    begin_search(s, SEARCH_TAIL, last, s->b, s->b.count - 1);
}

static void begin_pairs(SortState *s) {
    s->phase = SORT_PAIR;
    s->a_wins = s->b_wins = 0;
}

/* The shorter run goes to the temporary array, and merging starts at its end of the gap. */
static void tail_found(SortState *s, uint32_t place) {
    s->b.count = place;
    if (s->b.count == 0) {
        sort_collapse(s);
        return;
    }
    s->merging = true;
    s->upwards = s->a.count <= s->b.count;
    s->dest = s->upwards ? s->a.first : s->b.first + s->b.count;
    SortSide *temp = temp_side(s);
    copy_items(s->temp, 0, s->items, temp->first, temp->count);
    temp->items = s->temp;
    temp->first = 0;
    move_items(s, list_side(s), 1);
    if (!ended(s)) begin_pairs(s);
}

static void gallop_in_a(SortState *s) {
    if (s->min_gallop > 1) s->min_gallop--;
    begin_search(s, SEARCH_IN_A, head_of(s, &s->b), s->a, s->upwards ? 0 : s->a.count - 1);
}

static void found_in_a(SortState *s, uint32_t place) {
    s->a_wins = s->upwards ? place : s->a.count - place;
    move_items(s, &s->a, s->a_wins);
    if (s->a_wins > 0 && ended(s)) return;
    move_items(s, &s->b, 1);
    if (ended(s)) return;
    begin_search(s, SEARCH_IN_B, head_of(s, &s->a), s->b, s->upwards ? 0 : s->b.count - 1);
}

static void found_in_b(SortState *s, uint32_t place) {
    s->b_wins = s->upwards ? place : s->b.count - place;
    move_items(s, &s->b, s->b_wins);
    if (s->b_wins > 0 && ended(s)) return;
    move_items(s, &s->a, 1);
    if (ended(s)) return;
    if (s->a_wins >= SORT_MIN_GALLOP || s->b_wins >= SORT_MIN_GALLOP) {
        gallop_in_a(s);
        return;
    }
    s->min_gallop++; /* galloping has not paid off */
    begin_pairs(s);
}

static void search_done(SortState *s, uint32_t place) {
    static void (*const found[])(SortState *, uint32_t) = {
        [SEARCH_HEAD] = head_found,
        [SEARCH_TAIL] = tail_found,
        [SEARCH_IN_A] = found_in_a,
        [SEARCH_IN_B] = found_in_b,
    };
    found[s->gallop.search](s, place);
}

static void ask_pair(const SortState *s, Obj **a, Obj **b) {
    *a = head_of(s, &s->b);
    *b = head_of(s, &s->a);
}

/* Upwards the smaller one is taken, downwards the larger one; equal ones keep a before b. */
static void take_pair(SortState *s, bool less) {
    bool from_a = less != s->upwards;
    uint32_t *wins = from_a ? &s->a_wins : &s->b_wins;
    *(from_a ? &s->b_wins : &s->a_wins) = 0;
    ++*wins;
    move_items(s, from_a ? &s->a : &s->b, 1);
    if (ended(s)) return;
    if (*wins < s->min_gallop) return;
    s->min_gallop++;
    gallop_in_a(s);
}

enum { FIRST_STAGE = SORT_GALLOP };
const SortStage sort_merge_stages[] = {
    [SORT_GALLOP - FIRST_STAGE] = {ask_gallop, take_gallop},
    [SORT_PAIR - FIRST_STAGE] = {ask_pair, take_pair},
};
