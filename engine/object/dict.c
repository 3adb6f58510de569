#include "object/dict.h"

#include <string.h>

#include "base/tiny.h"
#include "object/error.h"
#include "object/nest.h"
#include "object/seq.h"
#include "object/str.h"

/* When a table grows is CPython's, and programs see it: iteration goes on in the new one. So the
 * first size is the same in every build, and only the index comes earlier in one of tiny limits. */
enum { SLOT_FREE = -1, SLOT_DELETED = -2, MIN_SLOTS = 8, MAX_UNINDEXED = TINY(10, 2) };

/* ---- Probing ------------------------------------------------------------------------------- */

/* Visits the entries with one hash, in the order in which they were added. */
typedef struct {
    const Dict *d;
    uint32_t hash, at, perturb;
} Probe;

static Probe probe_start(const Dict *d, uint32_t hash) {
    return (Probe){d, hash, d->mask ? hash & d->mask : d->first, hash};
}

static void probe_step(Probe *p) {
    p->perturb >>= 5;
    p->at = (p->at * 5 + p->perturb + 1) & p->d->mask;
}

static int64_t next_unindexed(Probe *p) {
    for (; p->at < p->d->filled; p->at++) {
        const DictEntry *entry = &p->d->entries[p->at];
        if (entry->key && entry->hash == p->hash) return p->at++;
    }
    return -1;
}

/* The number of the next entry with this hash, or -1. */
static int64_t probe_next(Probe *p) {
    if (!p->d->mask) return next_unindexed(p);
    for (;;) {
        int32_t entry = p->d->index[p->at];
        if (entry == SLOT_FREE) return -1;
        probe_step(p);
        if (entry >= 0 && p->d->entries[entry].hash == p->hash) return entry;
    }
}

/* The slot that says where this entry is; the dict has an index. */
static int32_t *slot_of(const Dict *d, uint32_t entry) {
    Probe p = probe_start(d, d->entries[entry].hash);
    while (d->index[p.at] != (int32_t)entry) probe_step(&p);
    return &d->index[p.at];
}

static void add_to_index(Dict *d, uint32_t entry) {
    Probe p = probe_start(d, d->entries[entry].hash);
    while (d->index[p.at] >= 0) probe_step(&p);
    d->index[p.at] = (int32_t)entry;
}

/* ---- Finding ------------------------------------------------------------------------------- */

typedef enum { MATCH_NO, MATCH_YES, MATCH_ERROR, MATCH_CHANGED } Match;

/* Compares by `==`, which may run code that changes the dict: then the search starts again. */
static Match compare_keys(Engine *e, const Dict *d, int64_t entry, Obj *key) {
    Obj *other = incref(d->entries[entry].key);
    uint32_t version = d->version;
    bool equal = false;
    incref(key);
    bool ok = obj_equal(e, other, key, &equal);
    decref(e, key);
    decref(e, other);
    if (!ok) return MATCH_ERROR;
    if (d->version != version) return MATCH_CHANGED;
    return equal ? MATCH_YES : MATCH_NO;
}

static Match match(Engine *e, const Dict *d, int64_t entry, Obj *key) {
    Obj *other = d->entries[entry].key;
    if (other == key) return MATCH_YES;
    if (IS(e, key, str) && IS(e, other, str)) {
        return str_equal(STR(other), STR(key)) ? MATCH_YES : MATCH_NO;
    }
    return compare_keys(e, d, entry, key);
}

/* *found: the entry's number, -1 = absent. */
static bool find(Engine *e, const Dict *d, Obj *key, uint32_t hash, int64_t *found) {
    Probe p = probe_start(d, hash);
    while ((*found = probe_next(&p)) >= 0) {
        Match m = match(e, d, *found, key);
        if (m == MATCH_YES) return true;
        if (m == MATCH_ERROR) return false;
        if (m == MATCH_CHANGED) p = probe_start(d, hash);
    }
    return true;
}

/* The attributes of most instances: mostly the very object that is looked for, or nothing. */
static int64_t find_str_unindexed(const Dict *d, const Str *key, uint32_t hash) {
    for (uint32_t i = d->first; i < d->filled; i++) {
        const DictEntry *entry = &d->entries[i];
        if (entry->key == (const Obj *)key) return i;
        if (entry->hash != hash || !entry->key || !HAS_LAYOUT(entry->key, STR)) continue;
        if (str_equal((const Str *)entry->key, key)) return i;
    }
    return -1;
}

static int64_t find_str(const Dict *d, const Str *key, uint32_t hash) {
    if (!d->mask) return find_str_unindexed(d, key, hash);
    Probe p = probe_start(d, hash);
    int64_t found;
    while ((found = probe_next(&p)) >= 0) {
        const Obj *other = d->entries[found].key;
        if (other == (const Obj *)key) break;
        if (HAS_LAYOUT(other, STR) && str_equal((const Str *)other, key)) break;
    }
    return found;
}

/* A Str keeps its hash once it is computed; that is no visible change. */
static uint32_t hash_of_str(const Str *key) {
    return str_hash((Str *)key);
}

/* ---- Storage ------------------------------------------------------------------------------- */

Dict *dict_new(Engine *e) {
    return DICT(obj_new(e, TYPE(e, dict), sizeof(Dict)));
}

static bool alloc_table(Engine *e, uint32_t slots, uint32_t capacity, DictEntry **entries,
                        int32_t **index) {
    *index = NULL;
    *entries = arena_alloc(&e->arena, capacity * sizeof(DictEntry));
    if (*entries && capacity > MAX_UNINDEXED) {
        *index = arena_alloc(&e->arena, slots * sizeof(int32_t));
    }
    if (*entries && (*index || capacity <= MAX_UNINDEXED)) return true;
    arena_free(&e->arena, *entries);
    err_memory(e);
    return false;
}

/* A new table with room for at least `wanted` entries; deleted ones are left behind. */
static bool make_table(Engine *e, Dict *d, size_t wanted) {
    if (wanted > SEQ_MAX) {
        err_memory(e);
        return false;
    }
    uint32_t slots = d->used > 0 ? 2 * MIN_SLOTS : MIN_SLOTS;
    while (slots * 2 / 3 < wanted || slots < d->used * 3) slots *= 2;
    uint32_t capacity = slots * 2 / 3, count = 0;
    DictEntry *entries;
    int32_t *index;
    if (!alloc_table(e, slots, capacity, &entries, &index)) return false;
    for (uint32_t i = d->first; i < d->filled; i++) {
        if (d->entries[i].key) entries[count++] = d->entries[i];
    }
    arena_free(&e->arena, d->entries);
    arena_free(&e->arena, d->index);
    d->entries = entries;
    d->index = index;
    d->mask = index ? slots - 1 : 0;
    d->first = 0;
    d->filled = count;
    d->capacity = capacity;
    d->room = capacity - count;
    d->version++;
    if (!index) return true;
    memset(index, 0xFF, slots * sizeof(int32_t)); /* SLOT_FREE */
    for (uint32_t i = 0; i < count; i++) add_to_index(d, i);
    return true;
}

static void note_change(Engine *e, const Dict *d) {
    if (d->is_class) lookups_forget_classes(&e->lookups);
}

/* CPython has tables for str alone: the first other key means a new table. An iterator over the
 * dict sees that the entries behind deleted ones have moved. */
static bool make_general(Engine *e, Dict *d) {
    if (d->filled && !make_table(e, d, (size_t)d->used + 1)) return false;
    d->general = 1;
    return true;
}

static bool add_entry(Engine *e, Dict *d, Obj *key, uint32_t hash, Obj *value) {
    note_change(e, d);
    if (!d->general && !IS(e, key, str) && !make_general(e, d)) return false;
    if (d->room == 0 && !make_table(e, d, (size_t)d->used + 1)) return false;
    uint32_t at = d->filled++;
    d->entries[at] = (DictEntry){incref(key), incref(value), hash};
    if (d->mask) add_to_index(d, at);
    d->room--;
    d->used++;
    d->version++;
    return true;
}

/* Takes an entry out; the caller gets its references. */
static DictEntry take_entry(Engine *e, Dict *d, uint32_t at) {
    note_change(e, d);
    DictEntry taken = d->entries[at];
    if (d->mask) *slot_of(d, at) = SLOT_DELETED;
    d->entries[at] = (DictEntry){0};
    d->used--;
    d->version++;
    while (d->first < d->filled && !d->entries[d->first].key) d->first++;
    return taken;
}

static void drop_entries(Engine *e, DictEntry *entries, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        drop_ref(e, entries[i].key);
        drop_ref(e, entries[i].value);
    }
    arena_free(&e->arena, entries);
}

void dict_clear(Engine *e, Dict *d) {
    note_change(e, d);
    DictEntry *entries = d->entries;
    uint32_t count = d->filled;
    arena_free(&e->arena, d->index);
    d->entries = NULL;
    d->index = NULL;
    d->used = d->first = d->filled = d->capacity = d->room = d->mask = 0;
    d->general = 0;
    d->version++;
    drop_entries(e, entries, count);
}

/* A search that is under way in the dict sees a new version and starts again. */
static void put_table(Dict *d, Dict table, uint32_t version) {
    table.h = d->h;
    table.dict = d->dict;
    table.extra = d->extra;
    table.version = version;
    table.is_class = d->is_class;
    *d = table;
}

void dict_swap(Dict *a, Dict *b) {
    uint32_t version = (a->version > b->version ? a->version : b->version) + 1;
    Dict old = *a;
    put_table(a, *b, version);
    put_table(b, old, version);
}

/* ---- Access -------------------------------------------------------------------------------- */

bool dict_get_hashed(Engine *e, Dict *d, Obj *key, uint32_t hash, Obj **value) {
    int64_t found;
    *value = NULL;
    if (!find(e, d, key, hash, &found)) return false;
    if (found >= 0) *value = d->entries[found].value;
    return true;
}

bool dict_get(Engine *e, Dict *d, Obj *key, Obj **value) {
    uint32_t hash;
    *value = NULL;
    return obj_hash(e, key, &hash) && dict_get_hashed(e, d, key, hash, value);
}

static bool set_found(Engine *e, Dict *d, int64_t found, Obj *key, uint32_t hash, Obj *value) {
    if (found < 0) return add_entry(e, d, key, hash, value);
    note_change(e, d);
    set_ref(e, d->entries[found].value, incref(value));
    return true;
}

bool dict_set_hashed(Engine *e, Dict *d, Obj *key, uint32_t hash, Obj *value) {
    int64_t found;
    return find(e, d, key, hash, &found) && set_found(e, d, found, key, hash, value);
}

bool dict_set(Engine *e, Dict *d, Obj *key, Obj *value) {
    uint32_t hash;
    return obj_hash(e, key, &hash) && dict_set_hashed(e, d, key, hash, value);
}

bool dict_set_default(Engine *e, Dict *d, Obj *key, Obj *fallback, Obj **value) {
    uint32_t hash;
    int64_t found;
    *value = fallback;
    if (!obj_hash(e, key, &hash) || !find(e, d, key, hash, &found)) return false;
    if (found < 0) return add_entry(e, d, key, hash, fallback);
    *value = d->entries[found].value;
    return true;
}

bool dict_pop_hashed(Engine *e, Dict *d, Obj *key, uint32_t hash, Obj **removed) {
    int64_t found;
    *removed = NULL;
    if (!find(e, d, key, hash, &found)) return false;
    if (found < 0) return true;
    DictEntry taken = take_entry(e, d, (uint32_t)found);
    *removed = taken.value;
    decref(e, taken.key);
    return true;
}

bool dict_pop(Engine *e, Dict *d, Obj *key, Obj **removed) {
    uint32_t hash;
    *removed = NULL;
    return obj_hash(e, key, &hash) && dict_pop_hashed(e, d, key, hash, removed);
}

int64_t dict_find_str(const Dict *d, const Str *key) {
    return d->used == 0 ? -1 : find_str(d, key, hash_of_str(key));
}

Obj *dict_get_str(Dict *d, const Str *key) {
    int64_t found = dict_find_str(d, key);
    return found < 0 ? NULL : d->entries[found].value;
}

bool dict_set_str(Engine *e, Dict *d, Str *key, Obj *value) {
    uint32_t hash = str_hash(key);
    return set_found(e, d, find_str(d, key, hash), OBJ(key), hash, value);
}

bool dict_del_str(Engine *e, Dict *d, Str *key) {
    int64_t found = find_str(d, key, str_hash(key));
    if (found < 0) return false;
    DictEntry taken = take_entry(e, d, (uint32_t)found);
    decref(e, taken.key);
    decref(e, taken.value);
    return true;
}

bool dict_take_first(Engine *e, Dict *d, Obj **key, Obj **value) {
    if (d->used == 0) return false;
    DictEntry taken = take_entry(e, d, d->first);
    *key = taken.key;
    *value = taken.value;
    return true;
}

/* The entries at the end become free again, but not room: their slots stay marked as deleted. */
bool dict_take_last(Engine *e, Dict *d, Obj **key, Obj **value) {
    if (d->used == 0) return false;
    uint32_t last = d->filled - 1;
    while (!d->entries[last].key) last--;
    DictEntry taken = take_entry(e, d, last);
    d->filled = last;
    if (d->first > last) d->first = last;
    *key = taken.key;
    *value = taken.value;
    return true;
}

/* ---- Whole dicts --------------------------------------------------------------------------- */

bool dict_next(const Dict *d, uint32_t *position, Obj **key, Obj **value) {
    uint32_t i = *position < d->first ? d->first : *position;
    while (i < d->filled && !d->entries[i].key) i++;
    if (i >= d->filled) return false;
    if (key) *key = d->entries[i].key;
    if (value) *value = d->entries[i].value;
    *position = i + 1;
    return true;
}

bool dict_previous(const Dict *d, uint32_t *position, Obj **key, Obj **value) {
    uint32_t i = *position < d->filled ? *position : d->filled;
    while (i > d->first && !d->entries[i - 1].key) i--;
    if (i <= d->first) return false;
    if (key) *key = d->entries[i - 1].key;
    if (value) *value = d->entries[i - 1].value;
    *position = i - 1;
    return true;
}

Dict *dict_copy(Engine *e, Dict *d) {
    Dict *copy = dict_new(e);
    if (!copy || d->used == 0) return copy;
    bool dense = d->used >= (size_t)d->filled * 2 / 3; /* then CPython copies the table as it is */
    bool ok = make_table(e, copy, dense ? d->capacity : d->used);
    copy->general = d->general;
    for (uint32_t i = d->first; ok && i < d->filled; i++) {
        const DictEntry *entry = &d->entries[i];
        if (entry->key) ok = add_entry(e, copy, entry->key, entry->hash, entry->value);
    }
    if (ok && dense) copy->room = d->room;
    if (!ok) clear_ref(e, copy);
    return copy;
}

bool dict_update(Engine *e, Dict *d, Dict *other) {
    if (d == other) return true;
    uint32_t used = other->used;
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(other, &i, &key, &value);) {
        uint32_t hash = other->entries[i - 1].hash;
        incref(key);
        incref(value);
        bool ok = dict_set_hashed(e, d, key, hash, value);
        decref(e, key);
        decref(e, value);
        if (!ok) return false;
        if (other->used != used) return err_false(e, T_RuntimeError, "dict mutated during update");
    }
    return true;
}

/* Whether b has this key with an equal value. */
static bool has_equal(Engine *e, Dict *b, Obj *key, uint32_t hash, Obj *value, bool *equal) {
    Obj *other;
    *equal = false;
    if (!dict_get_hashed(e, b, key, hash, &other)) return false;
    if (!other) return true;
    incref(other);
    bool ok = obj_equal(e, value, other, equal);
    decref(e, other);
    return ok;
}

static bool entries_equal(Engine *e, Dict *a, Dict *b, bool *equal) {
    Obj *key, *value;
    for (uint32_t i = 0; *equal && dict_next(a, &i, &key, &value);) {
        uint32_t hash = a->entries[i - 1].hash;
        incref(key);
        incref(value);
        bool ok = has_equal(e, b, key, hash, value, equal);
        decref(e, key);
        decref(e, value);
        if (!ok) return false;
    }
    return true;
}

bool dict_equal(Engine *e, Dict *a, Dict *b, bool *equal) {
    *equal = a->used == b->used;
    if (!*equal || a == b) return true;
    if (!nest_enter(e, " in comparison")) return false;
    bool ok = entries_equal(e, a, b, equal);
    nest_leave(e);
    return ok;
}
