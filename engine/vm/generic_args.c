#include "vm/generic_args.h"

#include "object/error.h"
#include "object/list.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/type.h"
#include "vm/union.h"

typedef struct {
    Engine *e;
    List *variables;
    bool opaque; /* something that may have variables of its own */
} Search;

static bool is_variable(Engine *e, const Obj *o) {
    return (o->type->flags & TYPE_HEAP) && type_lookup(e, o->type, N(e, __typing_subst__));
}

/* NULL: an object without arguments. */
static const Tuple *args_of(Engine *e, const Obj *o) {
    if (IS(e, o, UnionType)) return union_args(o);
    return IS(e, o, GenericAlias) ? GENERIC_ALIAS(o)->args : NULL;
}

static int64_t place_of(const List *variables, const Obj *o) {
    for (uint32_t i = 0; i < variables->size; i++) {
        if (variables->items[i] == o) return i;
    }
    return -1;
}

static bool search(Search *s, const Tuple *args) {
    for (uint32_t i = 0; i < args->size; i++) {
        Obj *arg = args->items[i];
        const Tuple *inner = args_of(s->e, arg);
        bool ok = true;
        if (inner) {
            if (!nest_enter(s->e, "")) return false;
            ok = search(s, inner);
            nest_leave(s->e);
        } else if (is_variable(s->e, arg)) {
            ok = place_of(s->variables, arg) >= 0 || list_append(s->e, s->variables, arg);
        } else if ((arg->type->flags & TYPE_HEAP) && !HAS_LAYOUT(arg, TYPE)) {
            s->opaque = true;
        }
        if (!ok) return false;
    }
    return true;
}

Tuple *generic_args_variables(Engine *e, const Tuple *args) {
    Search s = {e, list_new(e, 0), false};
    bool ok = s.variables && search(&s, args);
    Tuple *found = ok ? tuple_of(e, s.variables->items, s.variables->size) : NULL;
    xdecref(e, s.variables);
    return found;
}

static Obj *filled(Engine *e, Obj *arg, const List *variables, Obj *const *values);

static Tuple *filled_all(Engine *e, const Tuple *args, const List *variables, Obj *const *values) {
    Tuple *made = tuple_new(e, args->size);
    for (uint32_t i = 0; made && i < args->size; i++) {
        made->items[i] = filled(e, args->items[i], variables, values);
        if (made->items[i]) continue;
        decref(e, made);
        return NULL;
    }
    return made;
}

static Obj *filled(Engine *e, Obj *arg, const List *variables, Obj *const *values) {
    const Tuple *inner = args_of(e, arg);
    if (!inner) {
        int64_t place = place_of(variables, arg);
        return incref(place < 0 ? arg : values[place]);
    }
    if (!nest_enter(e, "")) return NULL;
    Tuple *args = filled_all(e, inner, variables, values);
    nest_leave(e);
    if (!args) return NULL;
    Obj *made = IS(e, arg, UnionType) ? union_of(e, args)
                                      : generic_alias_new(e, GENERIC_ALIAS(arg)->origin, OBJ(args));
    decref(e, args);
    return made;
}

static bool check_count(Engine *e, Obj *alias, size_t given, size_t wanted) {
    if (wanted > 0 && given == wanted) return true;
    Str *shown = obj_repr(e, alias);
    if (!shown) return false;
    if (wanted == 0) {
        err_null(e, T_TypeError, "%s is not a generic class", shown->text);
    } else {
        err_null(e, T_TypeError, "Too %s arguments for %s; actual %zu, expected %s%zu",
                 given > wanted ? "many" : "few", shown->text, given,
                 given > wanted ? "" : "at least ", wanted);
    }
    decref(e, shown);
    return false;
}

Tuple *generic_args_filled(Engine *e, Obj *alias, const Tuple *args, Obj *key) {
    Search s = {e, list_new(e, 0), false};
    Tuple *values = HAS_LAYOUT(key, TUPLE) ? TUPLE(incref(key)) : tuple_pack(e, 1, key);
    Tuple *made = NULL;
    if (s.variables && values && search(&s, args)) {
        if (s.opaque) {
            made = (Tuple *)incref(values);
        } else if (check_count(e, alias, values->size, s.variables->size)) {
            made = filled_all(e, args, s.variables, values->items);
        }
    }
    xdecref(e, values);
    xdecref(e, s.variables);
    return made;
}
