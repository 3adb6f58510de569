/* __reduce__ and __setstate__ of the iterators over containers: what copies of them are made of. */
#include "object/bytes.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/range.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/utf8.h"

/* Borrowed. */
static Obj *builtin(Engine *e, const char *name) {
    Str *key = str_from(e, name);
    Obj *found = key ? dict_get_str(e->builtins, key) : NULL;
    xdecref(e, key);
    return found;
}

/* Owned: (function, (argument,)), with the place behind it where there is one. Takes `argument`. */
static Obj *recipe(Engine *e, const char *function, Obj *argument, Obj *place) {
    Obj *maker = argument ? builtin(e, function) : NULL;
    Tuple *arguments = maker ? tuple_pack(e, 1, argument) : NULL;
    Obj *made = NULL;
    if (arguments) {
        made = OBJ(place ? tuple_pack(e, 3, maker, OBJ(arguments), place)
                         : tuple_pack(e, 2, maker, OBJ(arguments)));
    }
    xdecref(e, argument);
    xdecref(e, arguments);
    return made;
}

/* Owned: what the iterator would still give, which stays where it is. */
static Obj *rest_of(Engine *e, Iter *it) {
    List *rest = list_new(e, 0);
    Iter *walker = rest ? ITER(obj_new(e, it->h.type, sizeof(Iter))) : NULL;
    if (!walker) return OBJ(rest);
    walker->source = xincref(it->source);
    walker->position = it->position;
    walker->stop = it->stop;
    walker->step = it->step;
    walker->expected = it->expected;
    Obj *item;
    Res res = R_OK;
    while (rest && (res = walker->h.type->slots.next(e, OBJ(walker), &item)) == R_OK) {
        if (!list_append(e, rest, item)) res = R_ERR;
        decref(e, item);
        if (res == R_ERR) break;
    }
    if (res == R_ERR) clear_ref(e, rest);
    decref(e, walker);
    return OBJ(rest);
}

static Obj *empty_of(Engine *e, const Iter *it) {
    if (IS(e, it, list_iterator) || IS(e, it, list_reverseiterator)) return OBJ(list_new(e, 0));
    if (IS(e, it, str_iterator) || IS(e, it, str_ascii_iterator)) return incref(e->empty_str);
    return OBJ(tuple_new(e, 0));
}

static Obj *reduce_range(Engine *e, const Iter *it) {
    int64_t end = (int64_t)((uint64_t)it->position + (uint64_t)it->stop * (uint64_t)it->step);
    return recipe(e, "iter", range_new(e, it->position, end, it->step), e->none);
}

Obj *iter_reduce(Engine *e, Obj *const *a) {
    Iter *it = ITER(a[0]);
    if (IS(e, it, range_iterator)) return reduce_range(e, it);
    bool by_place = IS(e, it, list_iterator) || IS(e, it, tuple_iterator) ||
                    IS(e, it, str_iterator) || IS(e, it, str_ascii_iterator) ||
                    IS(e, it, bytes_iterator) || IS(e, it, bytearray_iterator) ||
                    IS(e, it, list_reverseiterator) || IS(e, it, iterator);
    if (!by_place) return recipe(e, "iter", rest_of(e, it), NULL);
    const char *function = IS(e, it, list_reverseiterator) ? "reversed" : "iter";
    if (!it->source) return recipe(e, function, empty_of(e, it), NULL);
    bool text = HAS_LAYOUT(it->source, STR) && !IS(e, it, iterator);
    Obj *place = int_new(e, text ? it->stop : it->position);
    if (!place) return NULL;
    Obj *made = recipe(e, function, incref(it->source), place);
    decref(e, place);
    return made;
}

static void move_in_text(Iter *it, int64_t place) {
    const char *start = STR(it->source)->text, *at = start;
    for (it->stop = 0; it->stop < place && it->stop < (int64_t)STR(it->source)->length;
         it->stop++) {
        utf8_next(&at);
    }
    it->position = at - start;
}

Obj *iter_set_state(Engine *e, Obj *const *a) {
    Iter *it = ITER(a[0]);
    if (!HAS_LAYOUT(a[1], INT)) {
        return err_null(e, T_TypeError, "'%s' object cannot be interpreted as an integer",
                        type_name(a[1]));
    }
    int64_t place = int_value(a[1]), lowest = IS(e, it, list_reverseiterator) ? -1 : 0;
    if (place < lowest) place = lowest;
    if (!it->source) return e->none;
    if (IS(e, it, list_reverseiterator) && place >= (int64_t)LIST(it->source)->size) {
        place = (int64_t)LIST(it->source)->size - 1;
    }
    if (IS(e, it, str_iterator) || IS(e, it, str_ascii_iterator)) {
        move_in_text(it, place);
    } else if (!IS(e, it, range_iterator)) {
        it->position = place;
    }
    return e->none;
}
