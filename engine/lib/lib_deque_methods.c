/* Methods of collections.deque. */
#include "lib/lib_deque.h"

#include "lib/lib_parts.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/tuple.h"
#include "vm/iterate.h"

/* ---- extend -------------------------------------------------------------------------------- */

static bool put_item(Engine *e, Deque *d, Obj *item, bool left) {
    return left ? deque_append_left(e, d, item) : deque_append(e, d, item);
}

/* Slots: deque, iterable, whether to the left (True). */
static Res extend_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (f->slot[0] == f->slot[1]) {
        f->in = OBJ(deque_copy(e, DEQUE(f->slot[0]), TYPE(e, deque)));
        if (!f->in) return R_ERR;
        slot_take(e, f, 1);
    }
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 1);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[1], STEP_OUT));
        if (f->in_res == R_STOP) break;
        if (!put_item(e, DEQUE(f->slot[0]), f->in, f->slot[2] == e->true_)) return R_ERR;
    }
    *out = incref(f->slot[0]);
    return R_OK;
    STEPS_END;
}

static const NativeDef extend_def = {"extend", NULL, NULL, extend_step, 3, 0, NULL};

static Res extend(Engine *e, Obj *d, Obj *iterable, bool left) {
    return native_push(e, &extend_def, (Obj *[]){d, iterable, obj_bool(e, left)}, 3);
}

Res deque_extend_and_return(Engine *e, Deque *d, Obj *iterable, Obj **out) {
    (void)out;
    return extend(e, OBJ(d), iterable, false);
}

static Res extend_method_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, extend(e, f->slot[0], f->slot[1], false));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Res extend_left_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, extend(e, f->slot[0], f->slot[1], true));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* ---- making -------------------------------------------------------------------------------- */

static bool read_maxlen(Engine *e, Obj *o, int64_t *maxlen) {
    *maxlen = -1;
    if (!o || o == e->none) return true;
    if (!HAS_LAYOUT(o, INT)) return err_false(e, T_TypeError, "an integer is required");
    if (!int_index(e, o, maxlen)) return false;
    return *maxlen >= 0 || err_false(e, T_ValueError, "maxlen must be non-negative");
}

Res deque_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    static const char *const keywords[] = {"iterable", "maxlen"};
    static const ConstructorArgs parameters = {"deque", keywords, 2, 0, false};
    Obj *a[2];
    int64_t maxlen;
    if (!construct_bind(e, &parameters, args, nargs, kwnames, a)) return R_ERR;
    if (!read_maxlen(e, a[1], &maxlen)) return R_ERR;
    Deque *d = deque_new(e, type, maxlen);
    if (!d) return R_ERR;
    if (!a[0]) {
        *out = OBJ(d);
        return R_OK;
    }
    Res res = extend(e, OBJ(d), a[0], false);
    decref(e, d);
    return res;
}

/* Slots: self, iterable, maxlen. */
static Res init_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    int64_t maxlen;
    if (!read_maxlen(e, f->slot[2], &maxlen)) return R_ERR;
    deque_clear(e, DEQUE(f->slot[0]));
    DEQUE(f->slot[0])->maxlen = maxlen;
    if (f->slot[1]) { STEP(1, extend(e, f->slot[0], f->slot[1], false)); }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* ---- both ends ----------------------------------------------------------------------------- */

static Obj *append_native(Engine *e, Obj *const *a) {
    return deque_append(e, DEQUE(a[0]), a[1]) ? e->none : NULL;
}

static Obj *append_left_native(Engine *e, Obj *const *a) {
    return deque_append_left(e, DEQUE(a[0]), a[1]) ? e->none : NULL;
}

static bool check_not_empty(Engine *e, const Deque *d) {
    return d->size || err_false(e, T_IndexError, "pop from an empty deque");
}

static Obj *pop_native(Engine *e, Obj *const *a) {
    return check_not_empty(e, DEQUE(a[0])) ? deque_pop(DEQUE(a[0])) : NULL;
}

static Obj *pop_left_native(Engine *e, Obj *const *a) {
    return check_not_empty(e, DEQUE(a[0])) ? deque_pop_left(DEQUE(a[0])) : NULL;
}

static Obj *clear_native(Engine *e, Obj *const *a) {
    deque_clear(e, DEQUE(a[0]));
    return e->none;
}

static Obj *copy_native(Engine *e, Obj *const *a) {
    return OBJ(deque_copy(e, DEQUE(a[0]), a[0]->type));
}

static Obj *rotate_native(Engine *e, Obj *const *a) {
    int64_t steps;
    if (!int_index(e, a[1], &steps)) return NULL;
    deque_rotate(DEQUE(a[0]), steps);
    return e->none;
}

static Obj *reverse_native(Engine *e, Obj *const *a) {
    Deque *d = DEQUE(a[0]);
    for (uint32_t i = 0; i + 1 < d->size - i; i++) {
        Obj **left = deque_place(d, i), **right = deque_place(d, d->size - 1 - i);
        Obj *kept = *left;
        *left = *right;
        *right = kept;
    }
    return e->none;
}

static Obj *insert_native(Engine *e, Obj *const *a) {
    Deque *d = DEQUE(a[0]);
    int64_t index;
    if (!int_index(e, a[1], &index)) return NULL;
    if (d->maxlen >= 0 && d->size >= d->maxlen) {
        return err_null(e, T_IndexError, "deque already at its maximum size");
    }
    if (index < 0) index += d->size;
    if (index < 0) index = 0;
    if (!deque_append(e, d, a[2])) return NULL;
    for (int64_t i = (int64_t)d->size - 1; i > index; i--) {
        Obj **place = deque_place(d, (uint32_t)i), **before = deque_place(d, (uint32_t)i - 1);
        Obj *kept = *place;
        *place = *before;
        *before = kept;
    }
    return e->none;
}

/* ---- searching ----------------------------------------------------------------------------- */

/* The next place from *index on that has an equal item; R_STOP when there is none below stop. */
static Res find(Engine *e, Deque *d, Obj *item, int64_t *index, int64_t stop) {
    uint32_t version = d->version;
    for (; *index < stop && *index < (int64_t)d->size; (*index)++) {
        Obj *own = incref(*deque_place(d, (uint32_t)*index));
        bool equal = false, ok = obj_equal(e, own, item, &equal);
        decref(e, own);
        if (!ok) return R_ERR;
        if (d->version != version) {
            return err_res(e, T_RuntimeError, "deque mutated during iteration");
        }
        if (equal) return R_OK;
    }
    return R_STOP;
}

static Obj *count_native(Engine *e, Obj *const *a) {
    int64_t count = 0, index = 0;
    for (Res res;; count++, index++) {
        res = find(e, DEQUE(a[0]), a[1], &index, INT64_MAX);
        if (res != R_OK) return res == R_STOP ? int_new(e, count) : NULL;
    }
}

static Obj *refuse_absent(Engine *e, Obj *item) {
    Str *text = obj_repr(e, item);
    if (text) err_null(e, T_ValueError, "%s is not in deque", text->text);
    xdecref(e, text);
    return NULL;
}

static Obj *index_native(Engine *e, Obj *const *a) {
    Deque *d = DEQUE(a[0]);
    int64_t start, stop;
    if (!seq_bound(e, a[2], d->size, 0, &start) || !seq_bound(e, a[3], d->size, d->size, &stop)) {
        return NULL;
    }
    Res res = find(e, d, a[1], &start, stop);
    if (res == R_OK) return int_new(e, start);
    return res == R_ERR ? NULL : refuse_absent(e, a[1]);
}

static Obj *remove_native(Engine *e, Obj *const *a) {
    int64_t index = 0;
    Res res = find(e, DEQUE(a[0]), a[1], &index, INT64_MAX);
    if (res == R_ERR) return NULL;
    if (res == R_STOP) return refuse_absent(e, a[1]);
    decref(e, deque_take(DEQUE(a[0]), (uint32_t)index));
    return e->none;
}

static Obj *reversed_native(Engine *e, Obj *const *a) {
    Obj *it = iter_new(e, T_deque_reverse_iterator, a[0]);
    if (it) ITER(it)->expected = DEQUE(a[0])->version;
    return it;
}

const NativeDef deque_methods[] = {
    {.name = "__init__", .signature = "self, iterable=, maxlen=None", .step = init_step},
    {.name = "append", .signature = "self, item, /", .fn = append_native},
    {.name = "appendleft", .signature = "self, item, /", .fn = append_left_native},
    {.name = "clear", .signature = "self, /", .fn = clear_native},
    {.name = "copy", .signature = "self, /", .fn = copy_native},
    {.name = "__copy__", .signature = "self, /", .fn = copy_native},
    {.name = "count", .signature = "self, value, /", .fn = count_native},
    {.name = "extend", .signature = "self, iterable, /", .step = extend_method_step},
    {.name = "extendleft", .signature = "self, iterable, /", .step = extend_left_step},
    {.name = "index", .signature = "self, value, start=, stop=, /", .fn = index_native},
    {.name = "insert", .signature = "self, index, value, /", .fn = insert_native},
    {.name = "pop", .signature = "self, /", .fn = pop_native},
    {.name = "popleft", .signature = "self, /", .fn = pop_left_native},
    {.name = "remove", .signature = "self, value, /", .fn = remove_native},
    {.name = "reverse", .signature = "self, /", .fn = reverse_native},
    {.name = "rotate", .signature = "self, n=1, /", .fn = rotate_native},
    {.name = "__reversed__", .signature = "self, /", .fn = reversed_native},
    {0},
};

bool lib_collections_init(Engine *e, Obj *module) {
    return lib_add_type(e, module, T_deque) && lib_counter_add(e, module);
}
