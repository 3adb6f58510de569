/* Set algebra: one operand at a time, and the operators. */

#include "object/set.h"

#include "object/error.h"
#include "object/iter.h"
#include "object/nest.h"

/* ---- Operands ------------------------------------------------------------------------------ */

/* Walks over an operand. Sets and dicts give the hashes they keep, other iterables are asked. */
typedef struct {
    Dict *table;   /* borrowed, or NULL */
    Obj *iterator; /* owned, or NULL */
    uint32_t position;
    Obj *item; /* owned until the next step */
    uint32_t hash;
} Walk;

static Dict *table_of(Engine *e, Obj *operand) {
    if (set_check(operand)) return SET(operand)->items;
    return IS(e, operand, dict) ? DICT(operand) : NULL;
}

static bool walk_start(Engine *e, Walk *w, Obj *operand, bool *needs_call) {
    *needs_call = false;
    *w = (Walk){.table = table_of(e, operand)};
    if (w->table) return true;
    w->iterator = iter_over_native(e, operand, needs_call);
    return w->iterator != NULL;
}

static Res walk_next(Engine *e, Walk *w) {
    clear_ref(e, w->item);
    if (!w->table) {
        Res r = iter_next_native(e, w->iterator, &w->item);
        if (r == R_OK && !obj_hash(e, w->item, &w->hash)) r = R_ERR;
        return r;
    }
    if (!dict_next(w->table, &w->position, &w->item, NULL)) return R_STOP;
    incref(w->item);
    w->hash = w->table->entries[w->position - 1].hash;
    return R_OK;
}

static void walk_end(Engine *e, Walk *w) {
    clear_ref(e, w->item);
    clear_ref(e, w->iterator);
}

/* Whether the table has the item that the walk is at. */
static bool has_item(Engine *e, Dict *table, const Walk *w, bool *found) {
    Obj *value;
    *found = false;
    if (!dict_get_hashed(e, table, w->item, w->hash, &value)) return false;
    *found = value != NULL;
    return true;
}

/* ---- Changes ------------------------------------------------------------------------------- */

typedef bool (*ChangeItem)(Engine *e, Dict *items, const Walk *w);

static bool add_item(Engine *e, Dict *items, const Walk *w) {
    bool found;
    if (!has_item(e, items, w, &found)) return false;
    return found || dict_set_hashed(e, items, w->item, w->hash, e->none);
}

static bool remove_item(Engine *e, Dict *items, const Walk *w) {
    Obj *removed;
    if (!dict_pop_hashed(e, items, w->item, w->hash, &removed)) return false;
    xdecref(e, removed);
    return true;
}

static bool toggle_item(Engine *e, Dict *items, const Walk *w) {
    bool found;
    if (!has_item(e, items, w, &found)) return false;
    return found ? remove_item(e, items, w) : add_item(e, items, w);
}

static bool change_each(Engine *e, Dict *items, ChangeItem change, Obj *operand, bool *needs_call) {
    Walk w;
    if (!walk_start(e, &w, operand, needs_call)) return false;
    Res r;
    while ((r = walk_next(e, &w)) == R_OK) {
        if (!change(e, items, &w)) break;
    }
    walk_end(e, &w);
    return r == R_STOP;
}

/* Owned set of the operand's items, or the operand itself if it has a table of its own. */
static Obj *as_table(Engine *e, Obj *operand, bool *needs_call) {
    *needs_call = false;
    if (table_of(e, operand)) return incref(operand);
    Set *s = set_new(e, false);
    if (s && !change_each(e, s->items, add_item, operand, needs_call)) clear_ref(e, s);
    return OBJ(s);
}

/* The items of `from`, in its order, that `in` has (or has not, if `wanted` is false). */
static bool add_selected(Engine *e, Dict *to, Obj *from, Dict *in, bool wanted) {
    Walk w;
    bool needs_call, found;
    if (!walk_start(e, &w, from, &needs_call)) return false;
    Res r;
    while ((r = walk_next(e, &w)) == R_OK) {
        if (!has_item(e, in, &w, &found)) break;
        if (found == wanted && !add_item(e, to, &w)) break;
    }
    walk_end(e, &w);
    return r == R_STOP;
}

static bool intersect(Engine *e, Set *s, Obj *operand, bool *needs_call) {
    Obj *other = as_table(e, operand, needs_call);
    if (!other) return false;
    Dict *kept = dict_new(e);
    bool ok = kept && add_selected(e, kept, OBJ(s), table_of(e, other), true);
    if (ok) dict_swap(s->items, kept);
    xdecref(e, kept);
    decref(e, other);
    return ok;
}

/* Each different item of the operand counts once. */
static bool toggle(Engine *e, Set *s, Obj *operand, bool *needs_call) {
    Obj *other = as_table(e, operand, needs_call);
    bool ok = other && change_each(e, s->items, toggle_item, other, needs_call);
    xdecref(e, other);
    return ok;
}

static bool change_by_itself(Engine *e, Set *s, SetChange change) {
    if (change == SET_SUBTRACT || change == SET_TOGGLE) dict_clear(e, s->items);
    return true;
}

bool set_change(Engine *e, Set *s, SetChange change, Obj *operand, bool *needs_call) {
    *needs_call = false;
    if (operand == OBJ(s)) return change_by_itself(e, s, change);
    switch (change) {
    case SET_UPDATE: return change_each(e, s->items, add_item, operand, needs_call);
    case SET_SUBTRACT: return change_each(e, s->items, remove_item, operand, needs_call);
    case SET_INTERSECT: return intersect(e, s, operand, needs_call);
    default: return toggle(e, s, operand, needs_call);
    }
}

/* ---- Tests --------------------------------------------------------------------------------- */

/* *answer: `in` has (or has not, if `wanted` is false) each item of `operand`. */
static bool test_each(Engine *e, Obj *operand, Dict *in, bool wanted, bool *answer,
                      bool *needs_call) {
    Walk w;
    *answer = true;
    if (!walk_start(e, &w, operand, needs_call)) return false;
    Res r = R_ERR;
    while (*answer && (r = walk_next(e, &w)) == R_OK) {
        bool found;
        if (!has_item(e, in, &w, &found)) break;
        if (found != wanted) *answer = false;
    }
    walk_end(e, &w);
    return !*answer || r == R_STOP;
}

static bool is_subset(Engine *e, Set *s, Obj *operand, bool *answer, bool *needs_call) {
    Obj *other = as_table(e, operand, needs_call);
    if (!other) return false;
    Dict *table = table_of(e, other);
    *answer = s->items->used <= table->used;
    bool ok = !*answer || test_each(e, OBJ(s), table, true, answer, needs_call);
    decref(e, other);
    return ok;
}

bool set_test(Engine *e, Set *s, SetTest test, Obj *operand, bool *answer, bool *needs_call) {
    *answer = false;
    if (test == SET_IS_SUBSET) return is_subset(e, s, operand, answer, needs_call);
    return test_each(e, operand, s->items, test == SET_IS_SUPERSET, answer, needs_call);
}

/* ---- Slots --------------------------------------------------------------------------------- */

static Set *make_intersection(Engine *e, Set *a, Obj *b) {
    Set *s = set_new(e, HAS_LAYOUT(a, FROZENSET));
    if (s && !add_selected(e, s->items, b, a->items, true)) clear_ref(e, s);
    return s;
}

/* The change that an operator makes; false for other operators. */
static bool change_of(BinaryOp op, SetChange *change) {
    switch (op) {
    case OP_OR: *change = SET_UPDATE; return true;
    case OP_AND: *change = SET_INTERSECT; return true;
    case OP_SUB: *change = SET_SUBTRACT; return true;
    case OP_XOR: *change = SET_TOGGLE; return true;
    default: return false;
    }
}

Res set_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    SetChange change;
    if (!change_of(op, &change) || !set_check(a) || !set_check(b)) return R_NOTIMPL;
    Set *s;
    if (change == SET_INTERSECT) {
        s = make_intersection(e, SET(a), b);
    } else {
        bool needs_call;
        s = set_copy(e, SET(a));
        if (s && !set_change(e, s, change, b, &needs_call)) clear_ref(e, s);
    }
    *out = OBJ(s);
    return s ? R_OK : R_ERR;
}

Res set_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    SetChange change;
    bool needs_call;
    if (!change_of(op, &change) || !set_check(b)) return R_NOTIMPL;
    if (!set_change(e, SET(a), change, b, &needs_call)) return R_ERR;
    *out = incref(a);
    return R_OK;
}

/* Whether each item of a is in b. */
static bool contains_all(Engine *e, Set *b, Set *a, bool *answer) {
    bool needs_call;
    if (!nest_enter(e, " in comparison")) return false;
    bool ok = test_each(e, OBJ(a), b->items, true, answer, &needs_call);
    nest_leave(e);
    return ok;
}

bool set_equal(Engine *e, Set *a, Set *b, bool *equal) {
    *equal = a->items->used == b->items->used;
    if (a->hash != 0 && b->hash != 0 && a->hash != b->hash) *equal = false;
    return !*equal || contains_all(e, b, a, equal);
}

Res set_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!set_check(b)) return R_NOTIMPL;
    if (op == CMP_GT || op == CMP_GE) {
        return set_compare(e, op == CMP_GT ? CMP_LT : CMP_LE, b, a, out);
    }
    Set *x = SET(a), *y = SET(b);
    bool result, ok;
    if (op == CMP_EQ || op == CMP_NE) {
        ok = set_equal(e, x, y, &result);
        result = result == (op == CMP_EQ);
    } else {
        uint32_t most = y->items->used;
        result = op == CMP_LE ? x->items->used <= most : x->items->used < most;
        ok = !result || contains_all(e, y, x, &result);
    }
    if (!ok) return R_ERR;
    *out = obj_bool(e, result);
    return R_OK;
}
