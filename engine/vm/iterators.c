/* The iterators of the builtins module that may call Python: enumerate, zip, map, filter, reversed,
 * iter(callable, sentinel), and iteration by __getitem__. */
#include "vm/iterate.h"

#include "object/construct.h"
#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/ops_error.h"
#include "vm/vm.h"

static void drawer_release(Engine *e, Obj *o) {
    drop_ref(e, DRAWER(o)->dict);
    drop_ref(e, DRAWER(o)->function);
    drop_ref(e, DRAWER(o)->source);
}

static Obj *drawer_new(Engine *e, Type *type, Obj *function, Obj *source) {
    Drawer *d = DRAWER(obj_new(e, type, type->size));
    if (!d) return NULL;
    d->function = xincref(function);
    d->source = xincref(source);
    return OBJ(d);
}

static Obj *function_of(const NFrame *f) {
    return DRAWER(f->slot[0])->function;
}

static Obj *source_of(const NFrame *f) {
    return DRAWER(f->slot[0])->source;
}

static Tuple *sources_of(const NFrame *f) {
    return TUPLE(DRAWER(f->slot[0])->source);
}

/* ---- making them --------------------------------------------------------------------------- */

/* Slots: type, function or None, tuple of iterables, iterators. The drawer's source becomes the one
 * iterator, or the tuple of all of them where number[0] is 1; number[1] goes to the drawer. */
enum { MAKE_TYPE, MAKE_FUNCTION, MAKE_ITERABLES, MAKE_ITERATORS, MAKE_SLOTS };

static Res make_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[MAKE_ITERATORS] = OBJ(tuple_new(e, 0));
    if (!f->slot[MAKE_ITERATORS]) return R_ERR;
    while (TUPLE(f->slot[MAKE_ITERATORS])->size < TUPLE(f->slot[MAKE_ITERABLES])->size) {
        STEP_TRY(
            1,
            op_iter(e, TUPLE(f->slot[MAKE_ITERABLES])->items[TUPLE(f->slot[MAKE_ITERATORS])->size],
                    STEP_OUT));
        if (f->in_res != R_OK) return R_ERR;
        Tuple *old = TUPLE(f->slot[MAKE_ITERATORS]);
        Tuple *longer = tuple_new(e, (size_t)old->size + 1);
        if (!longer) return R_ERR;
        for (uint32_t i = 0; i < old->size; i++) longer->items[i] = incref(old->items[i]);
        longer->items[old->size] = in_take(f);
        set_ref(e, f->slot[MAKE_ITERATORS], OBJ(longer));
    }
    Tuple *all = TUPLE(f->slot[MAKE_ITERATORS]);
    Obj *source = f->number[0] & 1 ? OBJ(all) : all->items[0];
    *out = drawer_new(e, (Type *)f->slot[MAKE_TYPE], f->slot[MAKE_FUNCTION], source);
    if (!*out) return R_ERR;
    DRAWER(*out)->strict = (f->number[0] & 2) != 0;
    DRAWER(*out)->number = f->number[1];
    return R_OK;
    STEPS_END;
}

static const NativeDef make_def = {"iterator", NULL, NULL, make_step, MAKE_SLOTS, 0, NULL};

static Res make(Engine *e, Type *type, Obj *function, Obj *const *iterables, int count, int flags,
                int64_t number) {
    Tuple *all = tuple_of(e, iterables, (size_t)count);
    if (!all) return R_ERR;
    Res res = native_push(e, &make_def, (Obj *[]){OBJ(type), function, OBJ(all)}, 3);
    decref(e, all);
    if (res == R_PUSH) {
        NFRAME(e->vm->top)->number[0] = flags;
        NFRAME(e->vm->top)->number[1] = number;
    }
    return res;
}

static bool refuse_keywords(Engine *e, const Type *type, const Type *plain, const Tuple *kwnames) {
    if (!kwnames || !kwnames->size || type != plain) return true;
    return err_false(e, T_TypeError, "%s() takes no keyword arguments", plain->name->text);
}

/* ---- enumerate ----------------------------------------------------------------------------- */

static Res enumerate_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                               Obj **out) {
    static const char *const keywords[] = {"iterable", "start"};
    static const ConstructorArgs parameters = {"enumerate", keywords, 2, 0, false};
    (void)out;
    Obj *a[2];
    for (uint32_t i = 0; kwnames && nargs <= 2 && i < kwnames->size; i++) {
        const Str *name = STR(kwnames->items[i]);
        bool start = nargs == 2 && str_equal_text(name, "start");
        if (start || str_equal_text(name, "iterable")) continue;
        return err_res(e, T_TypeError, "'%s' is an invalid keyword argument for enumerate()",
                       name->text);
    }
    if (!construct_bind(e, &parameters, args, nargs, kwnames, a)) return R_ERR;
    if (!a[0]) {
        return err_res(e, T_TypeError, "enumerate() missing required argument 'iterable'");
    }
    if (!a[1]) return make(e, type, NULL, a, 1, 0, 0);
    Obj *start = int_from_index(e, a[1]);
    if (!start) return R_ERR;
    /* Counting from the others never leaves 64 bits. */
    bool huge = int_value(start) > INT64_MAX / 2 || int_value(start) == INT64_MIN;
    Res res = make(e, type, huge ? start : NULL, a, 1, 0, huge ? 0 : int_value(start));
    decref(e, start);
    return res;
}

static Obj *enumerate_number(Engine *e, const Drawer *d) {
    Obj *number = int_new(e, d->number);
    if (!number || !d->function) return number;
    Obj *sum = int_binary(e, OP_ADD, d->function, number);
    decref(e, number);
    return sum;
}

static Res enumerate_pair(Engine *e, Drawer *d, Obj *item, Obj **out) {
    Obj *number = enumerate_number(e, d);
    if (!number) return R_ERR;
    *out = OBJ(tuple_pack(e, 2, number, item));
    decref(e, number);
    if (*out) d->number++;
    return *out ? R_OK : R_ERR;
}

/* Iterators that end by the error that their source, or function, ended by. */
enum { ENDING = NATIVE_CATCHES | NATIVE_TAKES_STOP };

static Res enumerate_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_next(e, source_of(f), STEP_OUT));
    if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
    if (f->in_res == R_STOP) return R_STOP;
    return enumerate_pair(e, DRAWER(f->slot[0]), f->in, out);
    STEPS_END;
}

static const NativeDef enumerate_def = {"enumerate", NULL, NULL, enumerate_step, 1, ENDING, NULL};

static Res enumerate_next(Engine *e, Obj *o, Obj **out) {
    Obj *item = NULL;
    Res res = iter_next_native(e, DRAWER(o)->source, &item);
    if (res == R_PUSH) return native_run(e, &enumerate_def, &o, 1, out);
    if (res != R_OK) return res;
    res = enumerate_pair(e, DRAWER(o), item, out);
    decref(e, item);
    return res;
}

/* ---- zip ----------------------------------------------------------------------------------- */

static Res zip_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                         Obj **out) {
    (void)out;
    int named = kwnames ? (int)kwnames->size : 0;
    bool strict = false;
    if (named > 1) {
        return err_res(e, T_TypeError, "zip() takes at most 1 keyword argument (%d given)", named);
    }
    for (int i = 0; i < named && type == TYPE(e, zip); i++) {
        if (!str_equal_text(STR(kwnames->items[i]), "strict")) {
            return err_res(e, T_TypeError, "zip() got an unexpected keyword argument '%s'",
                           STR(kwnames->items[i])->text);
        }
        if (!obj_truth(e, args[nargs - named + i], &strict)) return R_ERR;
    }
    return make(e, type, NULL, args, nargs - named, strict ? 3 : 1, 0);
}

/* "argument 2 is shorter than argument 1", "argument 3 is longer than arguments 1-2" */
static Res zip_uneven(Engine *e, uint32_t i, const char *how) {
    return err_res(e, T_ValueError, "zip() argument %u is %s than argument%s%u", i + 1, how,
                   i == 1 ? " " : "s 1-", i);
}

/* The end of an iterator is R_STOP, however it came; false: another error. */
static bool forget_stop(Engine *e, NFrame *f) {
    if (f->in_res != R_ERR) return true;
    if (!err_matches(e, T_StopIteration)) return false;
    err_clear(e);
    f->in_res = R_STOP;
    return true;
}

/* Slots: zip, items so far. number[0] = how many. With `strict` the shortest iterator must be the
 * first, and all others must end with it. */
static Res zip_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[1] = OBJ(tuple_new(e, sources_of(f)->size));
    if (!f->slot[1]) return R_ERR;
    for (; f->number[0] < (int64_t)sources_of(f)->size; f->number[0]++) {
        STEP_TRY(1, op_next(e, sources_of(f)->items[f->number[0]], STEP_OUT));
        if (f->in_res == R_ERR && !DRAWER(f->slot[0])->strict) return ops_stop_from_error(e, out);
        if (!forget_stop(e, f)) return R_ERR;
        if (f->in_res == R_STOP) break;
        TUPLE(f->slot[1])->items[f->number[0]] = in_take(f);
    }
    if (f->number[0] == (int64_t)sources_of(f)->size) {
        *out = incref(f->slot[1]);
        return R_OK;
    }
    if (!DRAWER(f->slot[0])->strict) return R_STOP;
    if (f->number[0]) return zip_uneven(e, (uint32_t)f->number[0], "shorter");
    for (f->number[0] = 1; f->number[0] < (int64_t)sources_of(f)->size; f->number[0]++) {
        STEP_TRY(2, op_next(e, sources_of(f)->items[f->number[0]], STEP_OUT));
        if (!forget_stop(e, f)) return R_ERR;
        if (f->in_res == R_OK) return zip_uneven(e, (uint32_t)f->number[0], "longer");
    }
    return R_STOP;
    STEPS_END;
}

static const NativeDef zip_def = {"zip", NULL, NULL, zip_step, 2, ENDING, NULL};

static bool all_native(Engine *e, const Tuple *sources) {
    for (uint32_t i = 0; i < sources->size; i++) {
        if (!iter_is_native(e, sources->items[i])) return false;
    }
    return true;
}

/* Out of lists, ranges and the like, which never need a call. */
static Res zip_native(Engine *e, const Tuple *sources, Obj **out) {
    Tuple *t = tuple_new(e, sources->size);
    Res res = t ? R_OK : R_ERR;
    for (uint32_t i = 0; res == R_OK && i < sources->size; i++) {
        res = sources->items[i]->type->slots.next(e, sources->items[i], &t->items[i]);
    }
    if (res == R_OK) {
        *out = OBJ(t);
    } else {
        xdecref(e, t);
    }
    return res;
}

static Res zip_next(Engine *e, Obj *o, Obj **out) {
    const Tuple *sources = TUPLE(DRAWER(o)->source);
    if (sources->size == 0) return R_STOP;
    if (!DRAWER(o)->strict && all_native(e, sources)) return zip_native(e, sources, out);
    return native_run(e, &zip_def, &o, 1, out);
}

/* ---- map ----------------------------------------------------------------------------------- */

static Res map_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                         Obj **out) {
    (void)out;
    if (!refuse_keywords(e, type, TYPE(e, map), kwnames)) return R_ERR;
    if (nargs < 2) return err_res(e, T_TypeError, "map() must have at least two arguments.");
    return make(e, type, args[0], args + 1, nargs - 1, 1, 0);
}

enum { MAP_CALLED = 2 };

/* Slots: map, arguments so far. number[0] = how many. */
static Res map_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[1] = OBJ(tuple_new(e, sources_of(f)->size));
    if (!f->slot[1]) return R_ERR;
    for (; f->number[0] < (int64_t)sources_of(f)->size; f->number[0]++) {
        STEP_TRY(1, op_next(e, sources_of(f)->items[f->number[0]], STEP_OUT));
        if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
        if (f->in_res == R_STOP) return R_STOP;
        TUPLE(f->slot[1])->items[f->number[0]] = in_take(f);
    }
    STEP_TRY(MAP_CALLED, op_call_tuple(e, function_of(f), f->slot[1], NULL, STEP_OUT));
    if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
    *out = in_take(f);
    return f->in_res;
    STEPS_END;
}

static const NativeDef map_def = {"map", NULL, NULL, map_step, 2, ENDING, NULL};

/* Calls the function with an item that is there already: map_step() takes the result. */
static Res map_call(Engine *e, Obj *o, Obj *item, Obj **out) {
    Res res = native_try1(e, DRAWER(o)->function, item, out);
    if (res != R_NOTIMPL) return res;
    if (native_push(e, &map_def, &o, 1) != R_PUSH) return R_ERR;
    NFrame *f = NFRAME(e->vm->top);
    f->state = MAP_CALLED;
    res = op_call1(e, DRAWER(o)->function, item, out);
    if (res != R_PUSH) native_pop(e, f);
    return res;
}

static Res map_next(Engine *e, Obj *o, Obj **out) {
    const Tuple *sources = TUPLE(DRAWER(o)->source);
    if (sources->size != 1 || !iter_is_native(e, sources->items[0])) {
        return native_run(e, &map_def, &o, 1, out);
    }
    Obj *item = NULL;
    Res res = sources->items[0]->type->slots.next(e, sources->items[0], &item);
    if (res != R_OK) return res;
    res = map_call(e, o, item, out);
    decref(e, item);
    return res == R_ERR ? ops_stop_from_error(e, out) : res; /* the function ends the map */
}

/* ---- filter -------------------------------------------------------------------------------- */

static Res filter_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                            Obj **out) {
    (void)out;
    if (!refuse_keywords(e, type, TYPE(e, filter), kwnames)) return R_ERR;
    if (nargs != 2) {
        return err_res(e, T_TypeError, "filter expected 2 arguments, got %d", nargs);
    }
    return make(e, type, args[0], args + 1, 1, 0, 0);
}

/* Slots: filter, item, answer. */
static Res filter_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    for (;;) {
        STEP_TRY(1, op_next(e, source_of(f), STEP_OUT));
        if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
        if (f->in_res == R_STOP) return R_STOP;
        slot_take(e, f, 1);
        slot_set(e, f, 2, f->slot[1]);
        if (function_of(f) != e->none && function_of(f) != OBJ(TYPE(e, bool))) {
            STEP_TRY(2, op_call1(e, function_of(f), f->slot[1], STEP_OUT));
            if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
            if (f->in_res == R_STOP) return R_STOP;
            slot_take(e, f, 2);
        }
        STEP_TRY(3, op_truth(e, f->slot[2], STEP_OUT));
        if (f->in_res == R_ERR) return ops_stop_from_error(e, out);
        if (f->in == e->true_) break;
    }
    *out = incref(f->slot[1]);
    return R_OK;
    STEPS_END;
}

static const NativeDef filter_def = {"filter", NULL, NULL, filter_step, 3, ENDING, NULL};

static Res filter_next(Engine *e, Obj *o, Obj **out) {
    return native_run(e, &filter_def, &o, 1, out);
}

/* ---- reversed ------------------------------------------------------------------------------ */

/* Slots: type, sequence. */
static Res reversed_make_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    Obj *method = type_lookup(e, f->slot[1]->type, N(e, __reversed__));
    if (method == e->none ||
        (!method && (HAS_LAYOUT(f->slot[1], DICT) || !f->slot[1]->type->slots.getitem))) {
        return err_res(e, T_TypeError, "'%s' object is not reversible", type_name(f->slot[1]));
    }
    if (method) {
        STEP(1, op_call_special(e, f->slot[1], N(e, __reversed__), NULL, 0, STEP_OUT));
        *out = in_take(f);
        return R_OK;
    }
    STEP(2, op_length(e, f->slot[1], STEP_OUT));
    *out = drawer_new(e, (Type *)f->slot[0], NULL, f->slot[1]);
    if (*out) DRAWER(*out)->number = int_value(f->in) - 1;
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

static const NativeDef reversed_make_def = {"reversed", NULL, NULL, reversed_make_step, 2, 0, NULL};

static Res reversed_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                              Obj **out) {
    (void)out;
    if (!refuse_keywords(e, type, TYPE(e, reversed), kwnames)) return R_ERR;
    if (nargs != 1) {
        return err_res(e, T_TypeError, "reversed expected 1 argument, got %d", nargs);
    }
    return native_push(e, &reversed_make_def, (Obj *[]){OBJ(type), args[0]}, 2);
}

/* A sequence that has become shorter ends the iteration: IndexError and StopIteration are its end.
 */
static Res item_or_stop(Engine *e, NFrame *f, Obj **source, Obj **out) {
    if (f->in_res == R_OK) {
        *out = in_take(f);
        return R_OK;
    }
    if (f->in_res == R_ERR && !err_matches(e, T_IndexError) && !err_matches(e, T_StopIteration)) {
        return R_ERR;
    }
    if (f->in_res == R_ERR) err_clear(e);
    clear_ref(e, *source);
    return R_STOP;
}

/* Slots: reversed, position. */
static Res reversed_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[1] = int_new(e, DRAWER(f->slot[0])->number--);
    if (!f->slot[1]) return R_ERR;
    STEP_TRY(1, op_getitem(e, source_of(f), f->slot[1], STEP_OUT));
    return item_or_stop(e, f, &DRAWER(f->slot[0])->source, out);
    STEPS_END;
}

static const NativeDef reversed_def = {"reversed", NULL,           NULL, reversed_step,
                                       2,          NATIVE_CATCHES, NULL};

static Res reversed_next(Engine *e, Obj *o, Obj **out) {
    Drawer *d = DRAWER(o);
    if (!d->source) return R_STOP;
    if (d->number < 0) {
        clear_ref(e, d->source);
        return R_STOP;
    }
    return native_run(e, &reversed_def, &o, 1, out);
}

/* How many of the first `count` items of a sequence are there; the rest is gone. */
static Res hint(Engine *e, NFrame *f, int64_t count, Obj **out) {
    int64_t size = int_value(f->in);
    *out = int_new(e, count < 0 || count > size ? 0 : count);
    return *out ? R_OK : R_ERR;
}

static Res reversed_hint_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!source_of(f)) {
        *out = int_new(e, 0);
        return R_OK;
    }
    STEP(1, op_length(e, source_of(f), STEP_OUT));
    return hint(e, f, DRAWER(f->slot[0])->number + 1, out);
    STEPS_END;
}

static const NativeDef reversed_methods[] = {
    {.name = "__length_hint__", .signature = "self, /", .step = reversed_hint_step},
    {.name = "__reduce__", .signature = "self, /", .fn = iterators_reduce},
    {.name = "__setstate__", .signature = "self, state, /", .fn = iterators_set_state},
    {0},
};

/* ---- iteration by __getitem__ -------------------------------------------------------------- */

/* Slots: iterator, position. */
static Res sequence_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[1] = int_new(e, ITER(f->slot[0])->position++);
    if (!f->slot[1]) return R_ERR;
    STEP_TRY(1, op_getitem(e, ITER(f->slot[0])->source, f->slot[1], STEP_OUT));
    return item_or_stop(e, f, &ITER(f->slot[0])->source, out);
    STEPS_END;
}

static const NativeDef sequence_def = {"iterator", NULL,           NULL, sequence_step,
                                       2,          NATIVE_CATCHES, NULL};

static Res sequence_next(Engine *e, Obj *o, Obj **out) {
    (void)out;
    if (!ITER(o)->source) return R_STOP;
    return native_push(e, &sequence_def, &o, 1);
}

static Res sequence_hint_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    Obj *source = ITER(f->slot[0])->source;
    if (!source || !source->type->slots.length) {
        *out = source ? e->not_implemented : int_new(e, 0);
        return R_OK;
    }
    STEP(1, op_length(e, ITER(f->slot[0])->source, STEP_OUT));
    return hint(e, f, int_value(f->in) - ITER(f->slot[0])->position, out);
    STEPS_END;
}

static const NativeDef sequence_methods[] = {
    {.name = "__length_hint__", .signature = "self, /", .step = sequence_hint_step},
    {.name = "__reduce__", .signature = "self, /", .fn = iter_reduce},
    {.name = "__setstate__", .signature = "self, state, /", .fn = iter_set_state},
    {0},
};

/* ---- iter(callable, sentinel) -------------------------------------------------------------- */

Obj *iterators_new_calls(Engine *e, Obj *callable, Obj *sentinel) {
    return drawer_new(e, TYPE(e, callable_iterator), callable, sentinel);
}

/* Slots: iterator, value, answer. */
static Res calls_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP_TRY(1, op_call0(e, function_of(f), STEP_OUT));
    if (f->in_res != R_OK) {
        if (f->in_res == R_ERR && !err_matches(e, T_StopIteration)) return R_ERR;
        if (f->in_res == R_ERR) err_clear(e);
        clear_ref(e, DRAWER(f->slot[0])->function);
        return R_STOP;
    }
    slot_take(e, f, 1);
    if (f->slot[1] != source_of(f)) {
        STEP_TRY(2, op_compare(e, CMP_EQ, source_of(f), f->slot[1], STEP_OUT));
        if (f->in_res != R_OK) return R_ERR;
        slot_take(e, f, 2);
        STEP_TRY(3, op_truth(e, f->slot[2], STEP_OUT));
        if (f->in_res != R_OK) return R_ERR;
        if (f->in == e->false_) {
            *out = incref(f->slot[1]);
            return R_OK;
        }
    }
    clear_ref(e, DRAWER(f->slot[0])->function);
    return R_STOP;
    STEPS_END;
}

static const NativeDef calls_def = {"callable_iterator", NULL, NULL, calls_step, 3,
                                    NATIVE_CATCHES,      NULL};

static Res calls_next(Engine *e, Obj *o, Obj **out) {
    (void)out;
    if (!DRAWER(o)->function) return R_STOP;
    return native_push(e, &calls_def, &o, 1);
}

/* ---- types --------------------------------------------------------------------------------- */

static const NativeDef drawer_methods[] = {
    {.name = "__reduce__", .signature = "self, /", .fn = iterators_reduce},
    {0},
};

static const NativeDef zip_methods[] = {
    {.name = "__reduce__", .signature = "self, /", .fn = iterators_reduce},
    {.name = "__setstate__", .signature = "self, state, /", .fn = iterators_set_state},
    {0},
};

#define DRAWER_SPEC(id, natives)                                                                   \
    const TypeSpec id##_spec = {                                                                   \
        .name = #id,                                                                               \
        .layout = LAYOUT_OTHER,                                                                    \
        .size = sizeof(Drawer),                                                                    \
        .flags = TYPE_BASE,                                                                        \
        .dict_offset = offsetof(Drawer, dict),                                                     \
        .slots = {.release = drawer_release,                                                       \
                  .iter = iter_self,                                                               \
                  .next = id##_next,                                                               \
                  .construct = id##_construct},                                                    \
        .methods = natives,                                                                        \
    }

DRAWER_SPEC(enumerate, drawer_methods);
DRAWER_SPEC(zip, zip_methods);
DRAWER_SPEC(map, drawer_methods);
DRAWER_SPEC(filter, drawer_methods);

const TypeSpec reversed_spec = {
    .name = "reversed",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Drawer),
    .flags = TYPE_BASE,
    .dict_offset = offsetof(Drawer, dict),
    .slots = {.release = drawer_release,
              .iter = iter_self,
              .next = reversed_next,
              .construct = reversed_construct},
    .methods = reversed_methods,
};

const TypeSpec seq_iterator_spec = {
    .name = "iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Iter),
    .flags = TYPE_NO_NEW,
    .slots = {.release = iter_release, .iter = iter_self, .next = sequence_next},
    .methods = sequence_methods,
};

const TypeSpec callable_iterator_spec = {
    .name = "callable_iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Drawer),
    .flags = TYPE_NO_NEW,
    .slots = {.release = drawer_release, .iter = iter_self, .next = calls_next},
    .methods = drawer_methods,
};
