#include "object/list_sort.h"

#include "object/bytes.h"
#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/sort_state.h"
#include "object/str.h"

/* Lists shorter than this are sorted by insertion alone. */
enum { SORT_INSERTION_ONLY = 64 };

/* ---- Taking the items out and putting them back -------------------------------------------- */

static SortState *free_state(Engine *e, SortState *s) {
    arena_free(&e->arena, s->marker);
    arena_free(&e->arena, s);
    err_memory(e);
    return NULL;
}

SortState *sort_begin(Engine *e, List *l, bool reverse) {
    SortState *s = arena_alloc(&e->arena, sizeof(SortState));
    if (!s) {
        err_memory(e);
        return NULL;
    }
    s->marker = arena_alloc(&e->arena, sizeof(Obj *));
    if (!s->marker) return free_state(e, s);
    s->list = LIST(incref(l));
    s->reverse = reverse;
    s->count = l->size;
    s->capacity = l->capacity;
    s->items.keys = l->items;
    s->min_gallop = SORT_MIN_GALLOP;
    l->items = s->marker;
    l->size = l->capacity = 0;
    return s;
}

uint32_t sort_count(const SortState *s) {
    return s->count;
}

static Obj **values_of(const SortState *s) {
    return s->items.values ? s->items.values : s->items.keys;
}

Obj *sort_item(const SortState *s, uint32_t i) {
    return values_of(s)[i];
}

bool sort_add_key(Engine *e, SortState *s, Obj *key) {
    ASSERT(s->key_count < s->count && !s->started, "one key for each item, before the start");
    if (!s->items.values) {
        Obj **keys = arena_alloc(&e->arena, s->count * sizeof(Obj *));
        if (!keys) {
            err_memory(e);
            return false;
        }
        s->items.values = s->items.keys;
        s->items.keys = keys;
    }
    s->items.keys[s->key_count++] = incref(key);
    return true;
}

static void free_keys(Engine *e, SortState *s) {
    if (!s->items.values) return;
    for (uint32_t i = 0; i < s->key_count; i++) decref(e, s->items.keys[i]);
    arena_free(&e->arena, s->items.keys);
}

/* Whatever the program has put into the list meanwhile is dropped. */
static void put_back(Engine *e, SortState *s) {
    List *l = s->list;
    Obj **strangers = l->items;
    uint32_t count = l->size;
    l->items = values_of(s);
    l->size = s->count;
    l->capacity = s->capacity;
    while (count > 0) decref(e, strangers[--count]);
    arena_free(&e->arena, strangers);
}

bool sort_end(Engine *e, SortState *s, bool failed) {
    List *l = s->list;
    bool modified = l->items != s->marker || l->capacity != 0;
    sort_abandon_merge(s);
    if (s->reverse && s->started) { sort_reverse((SortItems){values_of(s), NULL}, 0, s->count); }
    put_back(e, s);
    free_keys(e, s);
    arena_free(&e->arena, s->temp.keys);
    arena_free(&e->arena, s->temp.values);
    arena_free(&e->arena, s);
    decref(e, l);
    if (failed) return false;
    return !modified || err_false(e, T_ValueError, "list modified during sort");
}

/* ---- Questions ----------------------------------------------------------------------------- */

/* Between 32 and 64, so that count / minrun is a power of two or a little less. */
static uint32_t minrun_of(uint32_t count) {
    uint32_t rest = 0;
    for (; count >= SORT_INSERTION_ONLY; count /= 2) rest |= count & 1;
    return count + rest;
}

/* A merge needs at most half of the items beside the list. */
static bool make_temp(Engine *e, SortState *s) {
    if (s->count < SORT_INSERTION_ONLY) return true;
    size_t size = s->count / 2 * sizeof(Obj *);
    s->temp.keys = arena_alloc(&e->arena, size);
    if (s->temp.keys && s->items.values) s->temp.values = arena_alloc(&e->arena, size);
    if (s->temp.keys && (s->temp.values || !s->items.values)) return true;
    err_memory(e);
    return false;
}

/* Sorting the reversed list and reversing the result keeps equal items in order. */
bool sort_start(Engine *e, SortState *s) {
    ASSERT(s->key_count == (s->items.values ? s->count : 0), "all items have a key, or none");
    if (!make_temp(e, s)) return false;
    if (s->reverse) sort_reverse(s->items, 0, s->count);
    s->started = true;
    s->minrun = minrun_of(s->count);
    if (s->count < 2)
        s->phase = SORT_FINISHED;
    else
        sort_begin_run(s, 0);
    return true;
}

static const SortStage *stage_of(const SortState *s) {
    return s->phase < SORT_GALLOP ? &sort_run_stages[s->phase]
                                  : &sort_merge_stages[s->phase - SORT_GALLOP];
}

bool sort_next(SortState *s, Obj **a, Obj **b) {
    if (s->phase == SORT_FINISHED) return false;
    stage_of(s)->ask(s, a, b);
    return true;
}

void sort_answer(SortState *s, bool less) {
    ASSERT(s->phase != SORT_FINISHED, "an answer without a question");
    stage_of(s)->take(s, less);
}

/* ---- Sorting without the VM ---------------------------------------------------------------- */

/* False: an exception is set. */
typedef bool (*Less)(Engine *e, Obj *a, Obj *b, bool *less);

static bool int_less(Engine *e, Obj *a, Obj *b, bool *less) {
    (void)e;
    *less = int_is_big(a) || int_is_big(b) ? int_compare(a, b) < 0 : int_value(a) < int_value(b);
    return true;
}

static bool float_less(Engine *e, Obj *a, Obj *b, bool *less) {
    (void)e;
    *less = float_value(a) < float_value(b);
    return true;
}

static bool str_less(Engine *e, Obj *a, Obj *b, bool *less) {
    (void)e;
    *less = str_compare(STR(a), STR(b)) < 0;
    return true;
}

static bool any_less(Engine *e, Obj *a, Obj *b, bool *less) {
    return obj_compare(e, CMP_LT, a, b, less);
}

static bool compares_in_c(Engine *e, const Obj *key) {
    return IS(e, key, int) || IS(e, key, str) || IS(e, key, float) || IS(e, key, tuple) ||
           IS(e, key, list) || IS(e, key, bytes) || key == e->true_ || key == e->false_ ||
           key == e->none;
}

/* NULL: some key's comparison may be Python code. */
static Less choose_less(Engine *e, const SortState *s) {
    const Type *type = s->count > 0 ? s->items.keys[0]->type : NULL;
    bool same = true;
    for (uint32_t i = 0; i < s->count; i++) {
        if (!compares_in_c(e, s->items.keys[i])) return NULL;
        same = same && s->items.keys[i]->type == type;
    }
    if (same && type == TYPE(e, int)) return int_less;
    if (same && type == TYPE(e, float)) return float_less;
    if (same && type == TYPE(e, str)) return str_less;
    return any_less;
}

bool sort_run_native(Engine *e, SortState *s, bool *needs_call) {
    Less is_less = choose_less(e, s);
    *needs_call = !is_less;
    if (!is_less) return false;
    Obj *a, *b;
    while (sort_next(s, &a, &b)) {
        bool less;
        if (!is_less(e, a, b, &less)) return false;
        sort_answer(s, less);
    }
    return true;
}
