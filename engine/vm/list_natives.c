/* What lists do with iterables and comparisons that may be Python code. */
#include "vm/container_natives.h"

#include "object/error.h"
#include "object/iter.h"
#include "object/list_sort.h"
#include "object/range.h"
#include "vm/consume.h"
#include "vm/iterate.h"
#include "vm/vm.h"

static Res extend_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, consume_into_list(e, LIST(f->slot[0]), f->slot[1]));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* ---- += and slice assignment --------------------------------------------------------------- */

/* Slots: list, iterable. */
static Res inplace_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, consume_into_list(e, LIST(f->slot[0]), f->slot[1]));
    *out = incref(f->slot[0]);
    return R_OK;
    STEPS_END;
}

static const NativeDef inplace_def = {"__iadd__", NULL, NULL, inplace_step, 2, 0, NULL};

Res list_natives_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (op == OP_ADD && !iter_is_native_iterable(e, b)) {
        return native_push(e, &inplace_def, (Obj *[]){a, b}, 2);
    }
    return list_spec.slots.inplace(e, op, a, b, out);
}

/* Slots: list, slice, iterable. Everything is collected first. */
static Res assign_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_iter(e, f->slot[2], STEP_OUT));
    if (f->in_res != R_OK) {
        if (!err_matches(e, T_TypeError)) return R_ERR;
        err_clear(e);
        return err_res(e, T_TypeError, "must assign iterable to extended slice");
    }
    slot_take(e, f, 2);
    STEP_TRY(2, op_list(e, f->slot[2], STEP_OUT));
    if (f->in_res != R_OK) return R_ERR;
    if (!list_assign_slice(e, LIST(f->slot[0]), SLICE(f->slot[1]), LIST(f->in))) return R_ERR;
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef assign_def = {"__setitem__",  NULL, NULL, assign_step, 3,
                                     NATIVE_CATCHES, NULL};

Res list_natives_setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    if (value && HAS_LAYOUT(key, SLICE) && !iter_is_native_iterable(e, value)) {
        SliceIndices at;
        if (!slice_unpack(e, SLICE(key), &at)) return R_ERR;
        return native_push(e, &assign_def, (Obj *[]){o, key, value}, 3);
    }
    return list_spec.slots.setitem(e, o, key, value);
}

/* ---- sort ---------------------------------------------------------------------------------- */

/* Slots: list, key or None, answer. number[0] = the SortState, number[1] = items that have keys. */
enum { SORT_LIST, SORT_KEY, SORT_ANSWER, SORT_SLOTS };

static SortState *sort_state(const NFrame *f) {
    return (SortState *)(uintptr_t)f->number[0];
}

static bool sort_opens(Engine *e, NFrame *f, bool reverse) {
    SortState *s = sort_begin(e, LIST(f->slot[SORT_LIST]), reverse);
    f->number[0] = (int64_t)(uintptr_t)s;
    return s != NULL;
}

static Res sort_fails(Engine *e, NFrame *f) {
    if (f->in_res == R_STOP) native_stop_error(e, f);
    sort_end(e, sort_state(f), true);
    return R_ERR;
}

static Res sort_ends(Engine *e, NFrame *f, Obj **out) {
    *out = e->none;
    return sort_end(e, sort_state(f), false) ? R_OK : R_ERR;
}

/* The pair to be compared next is asked for anew: it stays the same until it is answered. */
static Res ask_less(Engine *e, NFrame *f, Obj **out) {
    Obj *a, *b;
    sort_next(sort_state(f), &a, &b);
    return op_compare(e, CMP_LT, a, b, out);
}

static bool has_question(NFrame *f) {
    Obj *a, *b;
    return sort_next(sort_state(f), &a, &b);
}

static Res sort_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!sort_opens(e, f, f->number[0] != 0)) return R_ERR;
    if (f->slot[SORT_KEY] != e->none) {
        for (; f->number[1] < (int64_t)sort_count(sort_state(f)); f->number[1]++) {
            STEP_TRY(1, op_call1(e, f->slot[SORT_KEY],
                                 sort_item(sort_state(f), (uint32_t)f->number[1]), STEP_OUT));
            if (f->in_res != R_OK) return sort_fails(e, f);
            if (!sort_add_key(e, sort_state(f), f->in)) return sort_fails(e, f);
        }
    }
    if (!sort_start(e, sort_state(f))) return sort_fails(e, f);
    bool needs_call = false;
    if (sort_run_native(e, sort_state(f), &needs_call)) return sort_ends(e, f, out);
    if (!needs_call) return sort_fails(e, f);
    while (has_question(f)) {
        STEP_TRY(2, ask_less(e, f, STEP_OUT));
        if (f->in_res != R_OK) return sort_fails(e, f);
        slot_take(e, f, SORT_ANSWER);
        STEP_TRY(3, op_truth(e, f->slot[SORT_ANSWER], STEP_OUT));
        if (f->in_res != R_OK) return sort_fails(e, f);
        sort_answer(sort_state(f), f->in == e->true_);
    }
    return sort_ends(e, f, out);
    STEPS_END;
}

static const NativeDef sort_def = {"sort", NULL, NULL, sort_step, SORT_SLOTS, NATIVE_CATCHES, NULL};

static Res push_sort(Engine *e, List *l, Obj *key, bool reverse) {
    Res res = native_push(e, &sort_def, (Obj *[]){OBJ(l), key}, 2);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = reverse;
    return res;
}

/* Slots: list, key, reverse. */
static Res sort_method_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_truth(e, f->slot[2], STEP_OUT));
    STEP(2, push_sort(e, LIST(f->slot[0]), f->slot[1], f->in == e->true_));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

const NativeDef list_native_defs[] = {
    {.name = "extend", .signature = "self, iterable, /", .step = extend_step},
    {.name = "sort", .signature = "self, /, *, key=None, reverse=False", .step = sort_method_step},
    {0},
};
