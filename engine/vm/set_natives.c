/* Methods of set and frozenset that take any iterables. */
#include "vm/container_natives.h"

#include "object/error.h"
#include "object/set.h"
#include "object/tuple.h"
#include "vm/consume.h"
#include "vm/iterate.h"

/* ---- one operand --------------------------------------------------------------------------- */

/* Slots: set, iterable. Items go one by one, so that an iterable may see what is left. */
static Res subtract_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[1], STEP_OUT));
        if (f->in_res == R_STOP) break;
        bool found;
        if (!set_discard(e, SET(f->slot[0]), f->in, &found)) return R_ERR;
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* Slots: set, iterable, items that stay. Once all of the set's are found nobody asks further. */
static Res intersect_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[2] = OBJ(set_new(e, false));
    if (!f->slot[2]) return R_ERR;
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[1], STEP_OUT));
        if (f->in_res == R_STOP) break;
        bool found;
        if (!set_contains(e, SET(f->slot[0]), f->in, &found)) return R_ERR;
        if (!found) continue;
        if (!set_add(e, SET(f->slot[2]), f->in)) return R_ERR;
        if (SET(f->slot[2])->items->used >= SET(f->slot[0])->items->used) break;
    }
    dict_swap(SET(f->slot[0])->items, SET(f->slot[2])->items);
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* Slots: set, iterable. What is in both goes, so each item of the operand counts once. */
static Res toggle_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_list(e, f->slot[1], STEP_OUT));
    bool needs_call;
    if (!set_change(e, SET(f->slot[0]), SET_TOGGLE, f->in, &needs_call)) return R_ERR;
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef item_changes[] = {
    [SET_INTERSECT] = {"intersection", NULL, NULL, intersect_step, 3, 0, NULL},
    [SET_SUBTRACT] = {"difference", NULL, NULL, subtract_step, 2, 0, NULL},
    [SET_TOGGLE] = {"symmetric_difference", NULL, NULL, toggle_step, 2, 0, NULL},
};

static Res change_by(Engine *e, Obj *set, SetChange change, Obj *operand, Obj **out) {
    bool needs_call;
    if (set_change(e, SET(set), change, operand, &needs_call)) {
        *out = e->none;
        return R_OK;
    }
    if (!needs_call) return R_ERR;
    if (change == SET_UPDATE) return consume_into_set(e, SET(set), operand);
    return native_push(e, &item_changes[change], (Obj *[]){set, operand}, 2);
}

/* ---- methods that change or make a set ----------------------------------------------------- */

/* Slots: self, tuple of operands, target. number[0] counts them. What is left of an intersection is
 * known, and no operand wrong, before the set itself changes. */
static Res change_all(Engine *e, NFrame *f, SetChange change, bool in_place, Obj **out) {
    STEPS(f);
    f->slot[2] = in_place && change != SET_INTERSECT ? incref(f->slot[0])
                                                     : OBJ(set_copy(e, SET(f->slot[0])));
    if (!f->slot[2]) return R_ERR;
    for (; f->number[0] < (int64_t)TUPLE(f->slot[1])->size; f->number[0]++) {
        STEP(1, change_by(e, f->slot[2], change, TUPLE(f->slot[1])->items[f->number[0]], STEP_OUT));
    }
    if (in_place && change == SET_INTERSECT) {
        STEP(2, change_by(e, f->slot[0], change, f->slot[2], STEP_OUT));
    }
    *out = in_place ? e->none : incref(f->slot[2]);
    return R_OK;
    STEPS_END;
}

/* Slots: self, operand, target. */
static Res change_once(Engine *e, NFrame *f, SetChange change, bool in_place, Obj **out) {
    STEPS(f);
    f->slot[2] = in_place ? incref(f->slot[0]) : OBJ(set_copy(e, SET(f->slot[0])));
    if (!f->slot[2]) return R_ERR;
    STEP(1, change_by(e, f->slot[2], change, f->slot[1], STEP_OUT));
    *out = in_place ? e->none : incref(f->slot[2]);
    return R_OK;
    STEPS_END;
}

#define CHANGE(name, how, change, in_place)                                                        \
    static Res name##_step(Engine *e, NFrame *f, Obj **out) {                                      \
        return how(e, f, change, in_place, out);                                                   \
    }
CHANGE(update, change_all, SET_UPDATE, true)
CHANGE(intersection_update, change_all, SET_INTERSECT, true)
CHANGE(difference_update, change_all, SET_SUBTRACT, true)
CHANGE(symmetric_difference_update, change_once, SET_TOGGLE, true)
CHANGE(union, change_all, SET_UPDATE, false)
CHANGE(intersection, change_all, SET_INTERSECT, false)
CHANGE(difference, change_all, SET_SUBTRACT, false)
CHANGE(symmetric_difference, change_once, SET_TOGGLE, false)

/* ---- questions ----------------------------------------------------------------------------- */

/* Slots: self, iterable. Ends at the first item that is (not) in the set. */
static Res search_items(Engine *e, NFrame *f, bool stop_when_found, Obj **out) {
    STEPS(f);
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[1], STEP_OUT));
        if (f->in_res == R_STOP) break;
        bool found;
        if (!set_contains(e, SET(f->slot[0]), f->in, &found)) return R_ERR;
        if (found == stop_when_found) {
            *out = e->false_;
            return R_OK;
        }
    }
    *out = e->true_;
    return R_OK;
    STEPS_END;
}

static Res disjoint_items_step(Engine *e, NFrame *f, Obj **out) {
    return search_items(e, f, true, out);
}

static Res superset_items_step(Engine *e, NFrame *f, Obj **out) {
    return search_items(e, f, false, out);
}

/* Slots: self, iterable, what both have. */
static Res subset_items_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[2] = OBJ(set_copy(e, SET(f->slot[0])));
    if (!f->slot[2]) return R_ERR;
    STEP(1, native_push(e, &item_changes[SET_INTERSECT], (Obj *[]){f->slot[2], f->slot[1]}, 2));
    *out = obj_bool(e, SET(f->slot[2])->items->used == SET(f->slot[0])->items->used);
    return R_OK;
    STEPS_END;
}

static const NativeDef item_tests[] = {
    [SET_IS_DISJOINT] = {"isdisjoint", NULL, NULL, disjoint_items_step, 2, 0, NULL},
    [SET_IS_SUBSET] = {"issubset", NULL, NULL, subset_items_step, 3, 0, NULL},
    [SET_IS_SUPERSET] = {"issuperset", NULL, NULL, superset_items_step, 2, 0, NULL},
};

static Res ask(Engine *e, Obj *const *a, SetTest test, Obj **out) {
    bool answer, needs_call;
    if (set_test(e, SET(a[0]), test, a[1], &answer, &needs_call)) {
        *out = obj_bool(e, answer);
        return R_OK;
    }
    return needs_call ? native_push(e, &item_tests[test], a, 2) : R_ERR;
}

#define QUESTION(name, test)                                                                       \
    static Res name##_step(Engine *e, NFrame *f, Obj **out) {                                      \
        STEPS(f);                                                                                  \
        STEP(1, ask(e, f->slot, test, STEP_OUT));                                                  \
        *out = in_take(f);                                                                         \
        return R_OK;                                                                               \
        STEPS_END;                                                                                 \
    }
QUESTION(isdisjoint, SET_IS_DISJOINT)
QUESTION(issubset, SET_IS_SUBSET)
QUESTION(issuperset, SET_IS_SUPERSET)

#define MANY(name_)                                                                                \
    {.name = #name_, .signature = "self, /, *others", .step = name_##_step, .locals = 1},
#define ONE(name_)                                                                                 \
    {.name = #name_, .signature = "self, other, /", .step = name_##_step, .locals = 1},
#define COMMON                                                                                     \
    MANY(union)                                                                                    \
    MANY(intersection)                                                                             \
    MANY(difference)                                                                               \
    ONE(symmetric_difference) ONE(isdisjoint) ONE(issubset) ONE(issuperset)

const NativeDef frozenset_native_defs[] = {COMMON{0}};

const NativeDef set_native_defs[] = {COMMON MANY(update) MANY(intersection_update) MANY(
    difference_update) ONE(symmetric_difference_update){0}};
