/* Attributes: the generic lookup, and what every object has. */
#include "vm/attr.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/str.h"
#include "vm/ops.h"

/* Keeps a descriptor alive while it runs C code that may drop it from its class. */
static Res call_get(Engine *e, Obj *descr, Obj *instance, Obj *owner, Obj **out) {
    incref(descr);
    Res res = descr->type->slots.descr_get(e, descr, instance, owner, out);
    decref(e, descr);
    return res;
}

Res attr_bind(Engine *e, Obj *found, Obj *instance, Obj *owner, Obj **out) {
    if (found->type->slots.descr_get) return call_get(e, found, instance, owner, out);
    *out = incref(found);
    return R_OK;
}

bool attr_is_data_descriptor(const Obj *descr) {
    return descr->type->slots.descr_get && descr->type->slots.descr_set;
}

bool attr_may_push(Engine *e, const Obj *descr) {
    if (!descr || !descr->type->slots.descr_get) return false;
    return (descr->type->flags & TYPE_HEAP) || obj_is(descr, TYPE(e, property));
}

/* What the instance itself has; borrowed or NULL. */
static Obj *own_attribute(Obj *o, const Str *name, TypeLookup *remembered) {
    Dict **dict = obj_dict_slot(o);
    if (!dict || !*dict) return NULL;
    if (!remembered) return dict_get_str(*dict, name);
    Obj *value = dict_get_placed(*dict, name, &remembered->place);
    if (!value) {
        remembered->absent_id = (*dict)->h.id;
        remembered->absent_version = (*dict)->version;
    }
    return value;
}

Res attr_try(Engine *e, Obj *o, Str *name, Obj **out) {
    TypeLookup *remembered = type_lookup_place(e, o->type, name);
    Obj *found = remembered ? remembered->found : type_lookup(e, o->type, name);
    if (found && attr_is_data_descriptor(found)) {
        return call_get(e, found, o, OBJ(o->type), out);
    }
    Obj *value = own_attribute(o, name, remembered);
    if (value) {
        *out = incref(value);
        return R_OK;
    }
    return found ? attr_bind(e, found, o, OBJ(o->type), out) : R_NOTIMPL;
}

Res op_generic_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    Res res = attr_try(e, o, name, out);
    if (res != R_NOTIMPL) return res;
    err_attribute(e, o, name);
    return R_ERR;
}

/* CPython says so only where the class leaves the setting of attributes to object. */
static bool lacks_dict(Engine *e, const Obj *o) {
    const Type *root = TYPE(e, object);
    return type_lookup(e, o->type, N(e, __setattr__)) == type_lookup(e, root, N(e, __setattr__)) &&
           type_lookup(e, o->type, N(e, __delattr__)) == type_lookup(e, root, N(e, __delattr__));
}

static Res no_such_attribute(Engine *e, Obj *o, Str *name, const Obj *found, bool has_dict) {
    Str *text =
        found ? str_format(e, "'%s' object attribute '%s' is read-only", type_name(o), name->text)
        : has_dict || !lacks_dict(e, o)
            ? str_format(e, "'%s' object has no attribute '%s'", type_name(o), name->text)
            : str_format(e,
                         "'%s' object has no attribute '%s' and no __dict__ for setting "
                         "new attributes",
                         type_name(o), name->text);
    if (text) err_attribute_text(e, o, name, text);
    xdecref(e, text);
    return R_ERR;
}

/* Gives an attribute that the instance has already another value. */
static bool replace_own(Engine *e, Obj *o, const Str *name, Obj *value, TypeLookup *remembered) {
    Dict **dict = obj_dict_slot(o);
    if (!remembered || !value || !dict || !*dict) return false;
    if (!dict_get_placed(*dict, name, &remembered->place)) return false;
    set_ref(e, (*dict)->entries[remembered->place].value, incref(value));
    return true;
}

Res op_generic_setattr(Engine *e, Obj *o, Str *name, Obj *value) {
    TypeLookup *remembered = type_lookup_place(e, o->type, name);
    Obj *found = remembered ? remembered->found : type_lookup(e, o->type, name);
    if (found && found->type->slots.descr_set) {
        incref(found);
        Res res = found->type->slots.descr_set(e, found, o, value);
        decref(e, found);
        return res;
    }
    if (replace_own(e, o, name, value, remembered)) return R_OK;
    Dict **dict = obj_dict_slot(o);
    if (!dict) return no_such_attribute(e, o, name, found, false);
    if (value) {
        if (!*dict) *dict = dict_new(e);
        return *dict && dict_set_str(e, *dict, name, value) ? R_OK : R_ERR;
    }
    if (*dict && dict_del_str(e, *dict, name)) return R_OK;
    return no_such_attribute(e, o, name, NULL, true);
}

Res op_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    if (o->type->slots.getattr) return o->type->slots.getattr(e, o, name, out);
    return op_generic_getattr(e, o, name, out);
}

Res op_setattr(Engine *e, Obj *o, Str *name, Obj *value) {
    if (o->type->slots.setattr) return o->type->slots.setattr(e, o, name, value);
    return op_generic_setattr(e, o, name, value);
}

bool attr_find_method(Engine *e, Obj *o, Str *name, Obj **method) {
    if (o->type->slots.getattr) return false;
    Obj *found = type_lookup(e, o->type, name);
    if (!found || (!IS(e, found, function) && !IS(e, found, method_descriptor))) return false;
    if (own_attribute(o, name, type_lookup_place(e, o->type, name))) return false;
    *method = found;
    return true;
}
