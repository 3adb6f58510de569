/* The functions of the builtins module that make and consume iterators. */
#include "vm/builtins.h"

#include <math.h>
#include <string.h>

#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/anext.h"
#include "vm/iterate.h"

/* ---- iter, next ---------------------------------------------------------------------------- */

/* Slots: object or callable, sentinel. */
static Res iter_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (f->slot[1]) {
        if (!f->slot[0]->type->slots.call) {
            return err_res(e, T_TypeError, "iter(v, w): v must be callable");
        }
        *out = iterators_new_calls(e, f->slot[0], f->slot[1]);
        return *out ? R_OK : R_ERR;
    }
    STEP(1, op_iter(e, f->slot[0], STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* Slots: iterator, default. */
static Res next_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_next(e, f->slot[0], STEP_OUT));
    if (f->in_res == R_OK) {
        *out = in_take(f);
        return R_OK;
    }
    if (f->in_res == R_ERR) {
        if (!f->slot[1] || !err_matches(e, T_StopIteration)) return R_ERR;
        err_clear(e);
    }
    if (!f->slot[1]) {
        native_stop_error(e, f);
        return R_ERR;
    }
    *out = incref(f->slot[1]);
    return R_OK;
    STEPS_END;
}

static Res aiter_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!f->slot[0]->type->slots.aiter) {
        return err_res(e, T_TypeError, "'%s' object is not an async iterable",
                       type_name(f->slot[0]));
    }
    STEP(1, f->slot[0]->type->slots.aiter(e, f->slot[0], STEP_OUT));
    if (!f->in->type->slots.anext) {
        return err_res(e, T_TypeError, "aiter() returned not an async iterator of type '%s'",
                       type_name(f->in));
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* Slots: iterator, default. */
static Res anext_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!f->slot[0]->type->slots.anext) {
        return err_res(e, T_TypeError, "'%s' object is not an async iterator",
                       type_name(f->slot[0]));
    }
    STEP(1, f->slot[0]->type->slots.anext(e, f->slot[0], STEP_OUT));
    *out = f->slot[1] ? anext_with_default(e, f->in, f->slot[1]) : in_take(f);
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

/* ---- sum ----------------------------------------------------------------------------------- */

/* While only ints came, the total is in slot SUM_TOTAL. Floats are added with a running correction
 * (number[0] the sum, number[1] the correction, as bits) and the slot is empty. Whatever else comes
 * is added by its own __add__: SUM_GENERIC is False while that is done for the first item after
 * ints, whose sum may be a float, and None for good. */
enum { SUM_ITERABLE, SUM_TOTAL, SUM_GENERIC };

static double get_double(const NFrame *f, int i) {
    double d;
    memcpy(&d, &f->number[i], sizeof d);
    return d;
}

static void set_double(NFrame *f, int i, double d) {
    memcpy(&f->number[i], &d, sizeof d);
}

static void begin_floats(Engine *e, NFrame *f) {
    set_double(f, 0, float_value(f->slot[SUM_TOTAL]));
    set_double(f, 1, 0);
    clear_ref(e, f->slot[SUM_TOTAL]);
}

static void add_double(NFrame *f, double x) {
    double sum = get_double(f, 0), t = sum + x;
    double lost = fabs(sum) >= fabs(x) ? (sum - t) + x : (x - t) + sum;
    set_double(f, 0, t);
    set_double(f, 1, get_double(f, 1) + lost);
}

static Obj *floats_total(Engine *e, const NFrame *f) {
    double sum = get_double(f, 0), correction = get_double(f, 1);
    return float_new(e, correction != 0 && isfinite(correction) ? sum + correction : sum);
}

static bool add_int(Engine *e, NFrame *f, const Obj *item) {
    int64_t sum;
    if (int_is_big(f->slot[SUM_TOTAL]) || int_is_big(item)) return false;
    if (__builtin_add_overflow(int_value(f->slot[SUM_TOTAL]), int_value(item), &sum)) return false;
    Obj *total = int_new(e, sum);
    if (!total) err_clear(e); /* the general way reports it */
    if (total) set_ref(e, f->slot[SUM_TOTAL], total);
    return total != NULL;
}

/* Adds the item that has come, if no method has to be called for it. */
static bool add_quickly(Engine *e, NFrame *f) {
    if (f->slot[SUM_GENERIC]) return false;
    bool is_int = IS(e, f->in, int) || IS(e, f->in, bool);
    if (f->slot[SUM_TOTAL]) {
        return is_int && IS(e, f->slot[SUM_TOTAL], int) && add_int(e, f, f->in);
    }
    if (HAS_LAYOUT(f->in, INT) && !int_is_big(f->in)) {
        set_double(f, 0, get_double(f, 0) + (double)int_value(f->in));
        return true;
    }
    if (!IS(e, f->in, float)) return false;
    add_double(f, float_value(f->in));
    return true;
}

/* Ints out of a list or a tuple as far as they and their sum fit: the same as one after the other,
 * and counted like that, but in one go until the next pause is due. */
static bool add_ints(Engine *e, NFrame *f) {
    Obj *total = f->slot[SUM_TOTAL];
    Iter *it = ITER(f->slot[SUM_ITERABLE]);
    bool known = IS(e, it, list_iterator) || IS(e, it, tuple_iterator);
    if (!known || !it->source || !total || !IS(e, total, int) || int_is_big(total)) return true;
    if (f->slot[SUM_GENERIC]) return true;
    SeqView v = seq_view(it->source);
    int64_t sum = int_value(total), next, place = it->position,
            most = (int64_t)native_until_pause(e) / 2;
    int64_t end = (int64_t)v.size - place < most ? (int64_t)v.size : place + most;
    for (; place < end; place++) {
        const Obj *item = v.items[place];
        if (!IS(e, item, int) || int_is_big(item)) break;
        if (__builtin_add_overflow(sum, int_value(item), &next)) break;
        sum = next;
    }
    uint64_t added = (uint64_t)(place - it->position);
    if (added == 0) return true;
    total = int_new(e, sum);
    if (!total) return false;
    set_ref(e, f->slot[SUM_TOTAL], total);
    it->position = place;
    return vm_charge(e, 2 * added);
}

static bool check_start(Engine *e, const Obj *start) {
    static const struct {
        Layout layout;
        const char *text;
    } refused[] = {
        {LAYOUT_STR, "sum() can't sum strings [use ''.join(seq) instead]"},
        {LAYOUT_BYTES, "sum() can't sum bytes [use b''.join(seq) instead]"},
        {LAYOUT_BYTEARRAY, "sum() can't sum bytearray [use b''.join(seq) instead]"},
    };
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        if (start->type->layout == refused[i].layout) {
            return err_false(e, T_TypeError, "%s", refused[i].text);
        }
    }
    return true;
}

/* The total becomes an object again. */
static bool begin_generic(Engine *e, NFrame *f) {
    bool were_ints = f->slot[SUM_TOTAL] && IS(e, f->slot[SUM_TOTAL], int);
    slot_set(e, f, SUM_GENERIC, were_ints && !f->slot[SUM_GENERIC] ? e->false_ : e->none);
    if (!f->slot[SUM_TOTAL]) f->slot[SUM_TOTAL] = floats_total(e, f);
    return f->slot[SUM_TOTAL] != NULL;
}

/* Ints that meet a float go on as floats. */
static void take_total(Engine *e, NFrame *f) {
    slot_take(e, f, SUM_TOTAL);
    bool to_floats = f->slot[SUM_GENERIC] == e->false_ && IS(e, f->slot[SUM_TOTAL], float);
    slot_set(e, f, SUM_GENERIC, to_floats ? NULL : e->none);
    if (to_floats) begin_floats(e, f);
}

static Res sum_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_iter(e, f->slot[SUM_ITERABLE], STEP_OUT));
    slot_take(e, f, SUM_ITERABLE);
    if (!check_start(e, f->slot[SUM_TOTAL])) return R_ERR;
    if (IS(e, f->slot[SUM_TOTAL], float)) begin_floats(e, f);
    for (;;) {
        if (native_pause_due(e)) { STEP_PAUSE(4); }
        if (!add_ints(e, f)) return R_ERR;
        STEP_NEXT(2, op_next(e, f->slot[SUM_ITERABLE], STEP_OUT));
        if (f->in_res == R_STOP) break;
        if (add_quickly(e, f)) {
            if (!native_tick(e)) return R_ERR; /* an addition costs as much as an item */
            continue;
        }
        if (!begin_generic(e, f)) return R_ERR;
        STEP(3, op_binary(e, OP_ADD, f->slot[SUM_TOTAL], f->in, STEP_OUT));
        take_total(e, f);
    }
    *out = f->slot[SUM_TOTAL] ? incref(f->slot[SUM_TOTAL]) : floats_total(e, f);
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

/* ---- any, all ------------------------------------------------------------------------------ */

/* Slots: iterable, item. Stops at the first item whose truth is `wanted`. */
static Res search_truth(Engine *e, NFrame *f, bool wanted, Obj **out) {
    STEPS(f);
    STEP(1, op_iter(e, f->slot[0], STEP_OUT));
    slot_take(e, f, 0);
    for (;;) {
        if (native_pause_due(e)) { STEP_PAUSE(4); }
        STEP_NEXT(2, op_next(e, f->slot[0], STEP_OUT));
        if (f->in_res == R_STOP) break;
        slot_take(e, f, 1);
        STEP(3, op_truth(e, f->slot[1], STEP_OUT));
        if (f->in == obj_bool(e, wanted)) {
            *out = f->in;
            return R_OK;
        }
    }
    *out = obj_bool(e, !wanted);
    return R_OK;
    STEPS_END;
}

static Res any_step(Engine *e, NFrame *f, Obj **out) {
    return search_truth(e, f, true, out);
}

static Res all_step(Engine *e, NFrame *f, Obj **out) {
    return search_truth(e, f, false, out);
}

/* ---- min, max ------------------------------------------------------------------------------ */

enum {
    EXTREME_ARGS,
    EXTREME_KEY,
    EXTREME_DEFAULT,
    EXTREME_ITERATOR,
    EXTREME_BEST,
    EXTREME_BEST_KEY,
    EXTREME_ITEM,
    EXTREME_ITEM_KEY,
    EXTREME_ANSWER
};

static bool check_extreme(Engine *e, NFrame *f, const char *name) {
    Tuple *args = TUPLE(f->slot[EXTREME_ARGS]);
    if (args->size == 0) {
        return err_false(e, T_TypeError, "%s expected at least 1 argument, got 0", name);
    }
    if (args->size > 1 && f->slot[EXTREME_DEFAULT]) {
        return err_false(e, T_TypeError,
                         "Cannot specify a default for %s() with multiple positional arguments",
                         name);
    }
    slot_set(e, f, EXTREME_ITERATOR, args->size == 1 ? args->items[0] : OBJ(args));
    return true;
}

static void take_best(Engine *e, NFrame *f) {
    slot_set(e, f, EXTREME_BEST, f->slot[EXTREME_ITEM]);
    slot_set(e, f, EXTREME_BEST_KEY, f->slot[EXTREME_ITEM_KEY]);
}

static Res extreme_result(Engine *e, NFrame *f, const char *name, Obj **out) {
    Obj *result = f->slot[EXTREME_BEST] ? f->slot[EXTREME_BEST] : f->slot[EXTREME_DEFAULT];
    if (!result) return err_res(e, T_ValueError, "%s() iterable argument is empty", name);
    *out = incref(result);
    return R_OK;
}

/* The first of several equal items wins. */
static Res search_extreme(Engine *e, NFrame *f, CompareOp op, const char *name, Obj **out) {
    STEPS(f);
    if (!check_extreme(e, f, name)) return R_ERR;
    STEP(1, op_iter(e, f->slot[EXTREME_ITERATOR], STEP_OUT));
    slot_take(e, f, EXTREME_ITERATOR);
    for (;;) {
        if (native_pause_due(e)) { STEP_PAUSE(6); }
        STEP_NEXT(2, op_next(e, f->slot[EXTREME_ITERATOR], STEP_OUT));
        if (f->in_res == R_STOP) break;
        slot_take(e, f, EXTREME_ITEM);
        if (f->slot[EXTREME_KEY] == e->none) {
            slot_set(e, f, EXTREME_ITEM_KEY, f->slot[EXTREME_ITEM]);
        } else {
            STEP(3, op_call1(e, f->slot[EXTREME_KEY], f->slot[EXTREME_ITEM], STEP_OUT));
            slot_take(e, f, EXTREME_ITEM_KEY);
        }
        if (f->slot[EXTREME_BEST]) {
            STEP(4,
                 op_compare(e, op, f->slot[EXTREME_ITEM_KEY], f->slot[EXTREME_BEST_KEY], STEP_OUT));
            slot_take(e, f, EXTREME_ANSWER);
            STEP(5, op_truth(e, f->slot[EXTREME_ANSWER], STEP_OUT));
            if (f->in == e->false_) continue;
        }
        take_best(e, f);
    }
    return extreme_result(e, f, name, out);
    STEPS_END;
}

static Res min_step(Engine *e, NFrame *f, Obj **out) {
    return search_extreme(e, f, CMP_LT, "min", out);
}

static Res max_step(Engine *e, NFrame *f, Obj **out) {
    return search_extreme(e, f, CMP_GT, "max", out);
}

/* ---- sorted -------------------------------------------------------------------------------- */

/* sorted() is list.sort() on a copy: that looks at the keywords. */
static Res call_sort(Engine *e, Obj *list, Obj *keywords, Obj **out) {
    Str *name = str_from(e, "sort");
    Tuple *args = name ? tuple_pack(e, 1, list) : NULL;
    Obj *method = args ? type_lookup(e, TYPE(e, list), name) : NULL;
    Res res = method ? op_call_tuple(e, method, OBJ(args), keywords, out) : R_ERR;
    xdecref(e, name);
    xdecref(e, args);
    return res;
}

/* Slots: arguments, keywords, list. */
static Res sorted_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (TUPLE(f->slot[0])->size != 1) {
        return err_res(e, T_TypeError, "sorted expected 1 argument, got %u",
                       TUPLE(f->slot[0])->size);
    }
    STEP(1, op_list(e, TUPLE(f->slot[0])->items[0], STEP_OUT));
    slot_take(e, f, 2);
    STEP(2, call_sort(e, f->slot[2], f->slot[1], STEP_OUT));
    *out = incref(f->slot[2]);
    return R_OK;
    STEPS_END;
}

const NativeDef builtins_iteration_defs[] = {
    {.name = "iter", .signature = "object, sentinel=, /", .step = iter_step},
    {.name = "next",
     .signature = "iterator, default=, /",
     .step = next_step,
     .flags = NATIVE_CATCHES | NATIVE_TAKES_STOP},
    {.name = "aiter", .signature = "async_iterable, /", .step = aiter_step},
    {.name = "anext", .signature = "async_iterator, default=, /", .step = anext_step},
    {.name = "sum", .signature = "iterable, /, start=0", .step = sum_step, .locals = 1},
    {.name = "any", .signature = "iterable, /", .step = any_step, .locals = 1},
    {.name = "all", .signature = "iterable, /", .step = all_step, .locals = 1},
    {.name = "min", .signature = "*args, key=None, default=", .step = min_step, .locals = 6},
    {.name = "max", .signature = "*args, key=None, default=", .step = max_step, .locals = 6},
    {.name = "sorted", .signature = "*args, **kwargs", .step = sorted_step, .locals = 1},
    {0},
};
