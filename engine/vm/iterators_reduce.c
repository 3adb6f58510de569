/* __reduce__ and __setstate__ of enumerate, zip, map, filter, reversed and iter(callable, x). */
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/iterate.h"

/* Owned: (type, arguments), with a state where there is one. Takes `arguments`. */
static Obj *recipe(Engine *e, Obj *maker, Tuple *arguments, Obj *state) {
    if (!arguments) return NULL;
    Obj *made = OBJ(state ? tuple_pack(e, 3, maker, OBJ(arguments), state)
                          : tuple_pack(e, 2, maker, OBJ(arguments)));
    decref(e, arguments);
    return made;
}

static Obj *reduce_enumerate(Engine *e, Drawer *d) {
    Obj *number = int_new(e, d->number);
    if (number && d->function) set_ref(e, number, int_binary(e, OP_ADD, d->function, number));
    Tuple *arguments = number ? tuple_pack(e, 2, d->source, number) : NULL;
    xdecref(e, number);
    return recipe(e, OBJ(d->h.type), arguments, NULL);
}

static Obj *reduce_map(Engine *e, Drawer *d) {
    const Tuple *sources = TUPLE(d->source);
    Tuple *arguments = tuple_new(e, (size_t)sources->size + 1);
    if (!arguments) return NULL;
    arguments->items[0] = incref(d->function);
    for (uint32_t i = 0; i < sources->size; i++) {
        arguments->items[i + 1] = incref(sources->items[i]);
    }
    return recipe(e, OBJ(d->h.type), arguments, NULL);
}

static Obj *reduce_reversed(Engine *e, Drawer *d) {
    if (!d->source) {
        Tuple *nothing = tuple_new(e, 0);
        Tuple *arguments = nothing ? tuple_pack(e, 1, OBJ(nothing)) : NULL;
        xdecref(e, nothing);
        return recipe(e, OBJ(d->h.type), arguments, NULL);
    }
    Obj *place = int_new(e, d->number);
    if (!place) return NULL;
    Obj *made = recipe(e, OBJ(d->h.type), tuple_pack(e, 1, d->source), place);
    decref(e, place);
    return made;
}

static Obj *reduce_calls(Engine *e, Drawer *d) {
    Str *key = str_from(e, "iter");
    Obj *maker = key ? dict_get_str(e->builtins, key) : NULL;
    xdecref(e, key);
    if (!maker) return NULL;
    if (d->function) return recipe(e, maker, tuple_pack(e, 2, d->function, d->source), NULL);
    Tuple *nothing = tuple_new(e, 0);
    Tuple *arguments = nothing ? tuple_pack(e, 1, OBJ(nothing)) : NULL;
    xdecref(e, nothing);
    return recipe(e, maker, arguments, NULL);
}

Obj *iterators_reduce(Engine *e, Obj *const *a) {
    Drawer *d = DRAWER(a[0]);
    Type *type = d->h.type;
    if (IS(e, d, callable_iterator)) return reduce_calls(e, d);
    if (type_is_subtype(type, TYPE(e, enumerate))) return reduce_enumerate(e, d);
    if (type_is_subtype(type, TYPE(e, map))) return reduce_map(e, d);
    if (type_is_subtype(type, TYPE(e, reversed))) return reduce_reversed(e, d);
    if (type_is_subtype(type, TYPE(e, filter))) {
        return recipe(e, OBJ(type), tuple_pack(e, 2, d->function, d->source), NULL);
    }
    Tuple *sources = (Tuple *)incref(d->source);
    return recipe(e, OBJ(type), sources, d->strict ? e->true_ : NULL);
}

Obj *iterators_set_state(Engine *e, Obj *const *a) {
    Drawer *d = DRAWER(a[0]);
    if (type_is_subtype(d->h.type, TYPE(e, zip))) {
        bool strict = false;
        if (!obj_truth(e, a[1], &strict)) return NULL;
        d->strict = strict;
        return e->none;
    }
    if (!HAS_LAYOUT(a[1], INT)) {
        return err_null(e, T_TypeError, "'%s' object cannot be interpreted as an integer",
                        type_name(a[1]));
    }
    int64_t place = int_value(a[1]);
    if (d->source && place <= d->number) d->number = place < -1 ? -1 : place;
    return e->none;
}
