/* heapq's functions in C. Where all that is compared are numbers, texts and tuples of them, a
 * function finds out first which items change places and then moves them at once; else its step
 * version asks one comparison at a time, so that a program's __lt__ runs as a frame. */
#include "lib/lib_parts.h"

#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"

/* ---- comparing without a program's code ---------------------------------------------------- */

enum { NESTED_TUPLES = 8 };

/* False: only a comparison as an operator can tell. */
static bool compare_plain(Engine *e, Obj *a, Obj *b, int depth, int *sign);

static bool compare_tuples(Engine *e, const Tuple *a, const Tuple *b, int depth, int *sign) {
    for (uint32_t i = 0; i < a->size && i < b->size; i++) {
        if (a->items[i] == b->items[i]) continue;
        if (!compare_plain(e, a->items[i], b->items[i], depth - 1, sign)) return false;
        if (*sign) return true;
    }
    *sign = (a->size > b->size) - (a->size < b->size);
    return true;
}

static bool compare_plain(Engine *e, Obj *a, Obj *b, int depth, int *sign) {
    if (a->type != b->type) return false;
    if (IS(e, a, int)) {
        *sign = int_compare(a, b);
        return true;
    }
    if (IS(e, a, str)) {
        *sign = str_compare(STR(a), STR(b));
        return true;
    }
    if (IS(e, a, float)) { /* what is not a number is neither less nor equal */
        double x = float_value(a), y = float_value(b);
        *sign = (x > y) - (x < y);
        return x == x && y == y;
    }
    return IS(e, a, tuple) && depth && compare_tuples(e, TUPLE(a), TUPLE(b), depth, sign);
}

static bool is_less(Engine *e, Obj *a, Obj *b, bool *less) {
    int sign;
    if (!compare_plain(e, a, b, NESTED_TUPLES, &sign)) return false;
    *less = sign < 0;
    return true;
}

/* Whether any two of what looks like these can be compared plainly. */
static bool look_alike(Engine *e, Obj *a, Obj *b, int depth) {
    if (a->type != b->type) return false;
    if (IS(e, a, int) || IS(e, a, str)) return true;
    if (IS(e, a, float))
        return float_value(a) == float_value(a) && float_value(b) == float_value(b);
    if (!IS(e, a, tuple) || !depth || TUPLE(a)->size != TUPLE(b)->size) return false;
    for (uint32_t i = 0; i < TUPLE(a)->size; i++) {
        if (!look_alike(e, TUPLE(a)->items[i], TUPLE(b)->items[i], depth - 1)) return false;
    }
    return true;
}

/* ---- all at once --------------------------------------------------------------------------- */

/* The places through which an item goes, from the top: at most one for each bit of a place. */
typedef struct {
    uint32_t place[33];
    int end; /* where the item comes to lie */
} Path;

/* Where an item at `place`, the last one, rises to. */
static bool plan_rise(Engine *e, const List *l, Obj *item, uint32_t place, uint32_t *end) {
    for (*end = place; *end; *end = (*end - 1) / 2) {
        bool less;
        if (!is_less(e, item, l->items[(*end - 1) / 2], &less)) return false;
        if (!less) break;
    }
    return true;
}

/* The smaller children go up from `top` to a leaf; from there the item rises among them. That takes
 * fewer comparisons than comparing the item on the way down. */
static bool plan_sift(Engine *e, const List *l, uint32_t size, uint32_t top, Obj *item,
                      Path *path) {
    int last = 0;
    bool less;
    path->place[0] = top;
    for (uint32_t child = 2 * top + 1; child < size; child = 2 * child + 1) {
        if (child + 1 < size) {
            if (!is_less(e, l->items[child], l->items[child + 1], &less)) return false;
            child += !less;
        }
        path->place[++last] = child;
    }
    for (path->end = last; path->end; path->end--) {
        if (!is_less(e, item, l->items[path->place[path->end]], &less)) return false;
        if (!less) break;
    }
    return true;
}

static void follow(List *l, const Path *path, Obj *item) {
    for (int i = 0; i < path->end; i++) l->items[path->place[i]] = l->items[path->place[i + 1]];
    l->items[path->place[path->end]] = item;
}

static List *list_given(Obj *o) {
    return HAS_LAYOUT(o, LIST) ? LIST(o) : NULL;
}

static Obj *push_native(Engine *e, Obj *const *a) {
    List *l = list_given(a[0]);
    uint32_t end;
    if (!l || !plan_rise(e, l, a[1], l->size, &end) || !list_append(e, l, a[1])) return NULL;
    for (uint32_t place = l->size - 1; place > end; place = (place - 1) / 2) {
        l->items[place] = l->items[(place - 1) / 2];
    }
    l->items[end] = a[1];
    return e->none;
}

static Obj *pop_native(Engine *e, Obj *const *a) {
    List *l = list_given(a[0]);
    if (!l || l->size == 0) return NULL;
    if (l->size == 1) return list_pop(e, l, -1);
    Path path;
    if (!plan_sift(e, l, l->size - 1, 0, l->items[l->size - 1], &path)) return NULL;
    Obj *last = list_pop(e, l, -1), *first = l->items[0];
    follow(l, &path, last);
    return first;
}

/* Owned: the top, for which the item lies in the heap now. */
static Obj *exchange(Engine *e, List *l, Obj *item) {
    Path path;
    if (!plan_sift(e, l, l->size, 0, item, &path)) return NULL;
    Obj *first = l->items[0];
    follow(l, &path, incref(item));
    return first;
}

static Obj *replace_native(Engine *e, Obj *const *a) {
    List *l = list_given(a[0]);
    return l && l->size ? exchange(e, l, a[1]) : NULL;
}

static Obj *push_pop_native(Engine *e, Obj *const *a) {
    List *l = list_given(a[0]);
    bool less = false;
    if (!l || (l->size && !is_less(e, l->items[0], a[1], &less))) return NULL;
    return less ? exchange(e, l, a[1]) : incref(a[1]);
}

static Obj *heapify_native(Engine *e, Obj *const *a) {
    List *l = list_given(a[0]);
    if (!l) return NULL;
    for (uint32_t i = 0; i < l->size; i++) {
        if (!look_alike(e, l->items[0], l->items[i], NESTED_TUPLES)) return NULL;
    }
    for (uint32_t top = l->size / 2; top-- > 0;) {
        Path path;
        Obj *item = l->items[top];
        if (!plan_sift(e, l, l->size, top, item, &path)) return NULL;
        follow(l, &path, item);
    }
    return e->none;
}

/* ---- one comparison at a time -------------------------------------------------------------- */

/* number[0] = the heap's size and the place of the item that moves; number[1] = from where it
 * sinks; below 0: nothing is to be done. Two items change places at a time, so that after an error
 * the list has all of them. */
#define EMPTY "index out of range"

enum { HEAP, ITEM, RESULT, LEFT, RIGHT, ANSWER, SLOTS };

static uint32_t place_of(const NFrame *f) {
    return (uint32_t)(f->number[0] & UINT32_MAX);
}

static void set_place(NFrame *f, uint32_t place) {
    f->number[0] = (int64_t)((uint64_t)LIST(f->slot[HEAP])->size << 32 | place);
}

static bool begin(Engine *e, NFrame *f, const char *words) {
    if (list_given(f->slot[HEAP])) return true;
    bool none = f->slot[HEAP] == e->none;
    return err_false(e, T_TypeError, "%s must be list, not %s", words,
                     none ? "None" : type_name(f->slot[HEAP]));
}

static void compare_next(Engine *e, NFrame *f, Obj *left, Obj *right) {
    slot_set(e, f, LEFT, left);
    slot_set(e, f, RIGHT, right);
}

static bool keeps_size(Engine *e, const NFrame *f) {
    if (LIST(f->slot[HEAP])->size == (uint64_t)f->number[0] >> 32) return true;
    return err_false(e, T_RuntimeError, "list changed size during iteration");
}

static void swap(NFrame *f, uint32_t place) {
    Obj **items = LIST(f->slot[HEAP])->items, *moved = items[place];
    items[place] = items[place_of(f)];
    items[place_of(f)] = moved;
    set_place(f, place);
}

/* Whether the item has children; LEFT is NULL where there is only one. */
static bool has_children(Engine *e, NFrame *f) {
    const List *l = LIST(f->slot[HEAP]);
    uint64_t child = 2 * (uint64_t)place_of(f) + 1;
    bool two = child + 1 < l->size;
    compare_next(e, f, two ? l->items[child] : NULL, two ? l->items[child + 1] : NULL);
    return child < l->size;
}

static void sink(Engine *e, NFrame *f) {
    uint32_t child = 2 * place_of(f) + 1;
    swap(f, child + (f->slot[LEFT] && f->in != e->true_));
}

static bool has_parent(Engine *e, NFrame *f) {
    const List *l = LIST(f->slot[HEAP]);
    uint32_t place = place_of(f);
    if ((int64_t)place <= f->number[1]) return false;
    compare_next(e, f, l->items[place], l->items[(place - 1) / 2]);
    return true;
}

/* Owned by the frame: the top, for which the item lies in the heap now. */
static void take_top(NFrame *f) {
    Obj **items = LIST(f->slot[HEAP])->items;
    f->slot[RESULT] = items[0];
    items[0] = incref(f->slot[ITEM]);
    f->number[1] = 0;
}

/* Is LEFT < RIGHT? f->in says it. */
#define ASK(n)                                                                                     \
    STEP(n, op_compare(e, CMP_LT, f->slot[LEFT], f->slot[RIGHT], STEP_OUT));                       \
    slot_take(e, f, ANSWER);                                                                       \
    STEP((n) + 1, op_truth(e, f->slot[ANSWER], STEP_OUT))

static Res rise_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    while (has_parent(e, f)) {
        ASK(1);
        if (!keeps_size(e, f)) return R_ERR;
        if (f->in != e->true_) break;
        swap(f, (place_of(f) - 1) / 2);
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* Without a RESULT the item is compared with the top first. */
static Res sift_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!f->slot[RESULT]) {
        compare_next(e, f, LIST(f->slot[HEAP])->items[0], f->slot[ITEM]);
        ASK(1);
        if (f->in != e->true_) {
            *out = incref(f->slot[ITEM]);
            return R_OK;
        }
        if (LIST(f->slot[HEAP])->size == 0) return err_res(e, T_IndexError, EMPTY);
        take_top(f);
    }
    for (; f->number[1] >= 0; f->number[1]--) {
        set_place(f, (uint32_t)f->number[1]);
        while (has_children(e, f)) {
            if (f->slot[LEFT]) { ASK(3); }
            if (!keeps_size(e, f)) return R_ERR;
            sink(e, f);
        }
        while (has_parent(e, f)) {
            ASK(5);
            if (!keeps_size(e, f)) return R_ERR;
            if (f->in != e->true_) break;
            swap(f, (place_of(f) - 1) / 2);
        }
    }
    *out = incref(f->slot[RESULT]);
    return R_OK;
    STEPS_END;
}

static bool push_begins(Engine *e, NFrame *f) {
    if (!begin(e, f, "heappush() argument 1")) return false;
    if (!list_append(e, LIST(f->slot[HEAP]), f->slot[ITEM])) return false;
    set_place(f, LIST(f->slot[HEAP])->size - 1);
    return true;
}

static Res push_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0 && !push_begins(e, f)) return R_ERR;
    return rise_step(e, f, out);
}

static bool pop_begins(Engine *e, NFrame *f) {
    if (!begin(e, f, "heappop() argument")) return false;
    List *l = LIST(f->slot[HEAP]);
    if (l->size == 0) return err_false(e, T_IndexError, EMPTY);
    f->slot[ITEM] = list_pop(e, l, -1);
    f->number[1] = -1;
    if (l->size) {
        take_top(f);
    } else {
        f->slot[RESULT] = incref(f->slot[ITEM]);
    }
    return true;
}

static Res pop_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0 && !pop_begins(e, f)) return R_ERR;
    return sift_step(e, f, out);
}

static bool replace_begins(Engine *e, NFrame *f) {
    if (!begin(e, f, "heapreplace() argument 1")) return false;
    if (LIST(f->slot[HEAP])->size == 0) return err_false(e, T_IndexError, EMPTY);
    take_top(f);
    return true;
}

static Res replace_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0 && !replace_begins(e, f)) return R_ERR;
    return sift_step(e, f, out);
}

static bool push_pop_begins(Engine *e, NFrame *f) {
    return begin(e, f, "heappushpop() argument 1"); /* an empty heap was no matter for this */
}

static Res push_pop_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0 && !push_pop_begins(e, f)) return R_ERR;
    return sift_step(e, f, out);
}

static bool heapify_begins(Engine *e, NFrame *f) {
    if (!begin(e, f, "heapify() argument")) return false;
    f->slot[RESULT] = e->none;
    f->number[1] = (int64_t)(LIST(f->slot[HEAP])->size / 2) - 1;
    return true;
}

static Res heapify_step(Engine *e, NFrame *f, Obj **out) {
    if (f->state == 0 && !heapify_begins(e, f)) return R_ERR;
    return sift_step(e, f, out);
}

static const NativeDef defs[] = {
    {"heappush", "heap, item, /", push_native, push_step, SLOTS - 2, 0, NULL},
    {"heappop", "heap, /", pop_native, pop_step, SLOTS - 1, 0, NULL},
    {"heapreplace", "heap, item, /", replace_native, replace_step, SLOTS - 2, 0, NULL},
    {"heappushpop", "heap, item, /", push_pop_native, push_pop_step, SLOTS - 2, 0, NULL},
    {"heapify", "heap, /", heapify_native, heapify_step, SLOTS - 1, 0, NULL},
    {0},
};

bool lib_heapq_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs);
}
