#include "object/construct.h"

#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"

static bool bind_keyword(Engine *e, const ConstructorArgs *p, const Str *name, Obj *value,
                         Obj **bound) {
    for (int i = p->positional_only; i < p->count; i++) {
        if (!str_equal_text(name, p->keywords[i])) continue;
        if (bound[i]) {
            return err_false(e, T_TypeError,
                             "argument for %s() given by name ('%s') and position (%d)", p->name,
                             name->text, i + 1);
        }
        bound[i] = value;
        return true;
    }
    return err_false(e, T_TypeError, "%s() got an unexpected keyword argument '%s'", p->name,
                     name->text);
}

bool construct_bind(Engine *e, const ConstructorArgs *p, Obj *const *args, int nargs,
                    Tuple *kwnames, Obj **bound) {
    int named = kwnames ? (int)kwnames->size : 0;
    int positional = nargs - named;
    if (named > 0 && p->positional_only == p->count) {
        return err_false(e, T_TypeError, "%s() takes no keyword arguments", p->name);
    }
    if (nargs > p->count) {
        if (!p->expected || named > 0) {
            return err_false(e, T_TypeError, "%s() takes at most %d argument%s (%d given)", p->name,
                             p->count, p->count == 1 ? "" : "s", nargs);
        }
        return err_false(e, T_TypeError, "%s expected at most %d argument%s, got %d", p->name,
                         p->count, p->count == 1 ? "" : "s", positional);
    }
    for (int i = 0; i < p->count; i++) bound[i] = i < positional ? args[i] : NULL;
    for (int i = 0; i < named; i++) {
        const Str *name = STR(kwnames->items[i]);
        if (!bind_keyword(e, p, name, args[positional + i], bound)) return false;
    }
    return true;
}

bool construct_raise(Engine *e, int type_id, Obj *const *args, int nargs) {
    Type *type = e->types[type_id];
    Obj *exception = NULL;
    if (type->slots.construct(e, type, args, nargs, NULL, &exception) != R_OK) return false;
    err_raise(e, exception);
    decref(e, exception);
    return false;
}
