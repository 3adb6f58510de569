/* getset_descriptor and member_descriptor: attributes that C computes or keeps in the instance. */
#include "object/wrapper.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/str.h"

static Obj **member_place(const Member *m, Obj *instance) {
    return obj_place(instance, m->offset);
}

Obj *getset_new(Engine *e, const GetSetDef *def, Type *owner) {
    GetSet *g = (GetSet *)obj_new(e, TYPE(e, getset_descriptor), sizeof(GetSet));
    if (!g) return NULL;
    g->def = def;
    g->owner = owner;
    g->name = str_from(e, def->name);
    if (g->name) return OBJ(g);
    decref(e, g);
    return NULL;
}

Obj *member_new(Engine *e, Str *name, Type *owner, uint32_t offset) {
    Member *m = (Member *)obj_new(e, TYPE(e, member_descriptor), sizeof(Member));
    if (!m) return NULL;
    m->owner = owner;
    m->name = (Str *)incref(name);
    m->offset = offset;
    return OBJ(m);
}

static bool check_owner(Engine *e, const Str *name, const Type *owner, Obj *instance) {
    if (obj_is(instance, owner)) return true;
    return err_false(e, T_TypeError,
                     "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name->text,
                     owner->full_name->text, type_name(instance));
}

static Res getset_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    (void)owner;
    GetSet *g = GETSET(o);
    if (!instance) {
        *out = incref(o);
        return R_OK;
    }
    if (!check_owner(e, g->name, g->owner, instance)) return R_ERR;
    *out = g->def->get(e, instance);
    return *out ? R_OK : R_ERR;
}

bool getset_readonly(Engine *e, Obj *o, Obj *value) {
    (void)o, (void)value;
    return err_false(e, T_AttributeError, "readonly attribute");
}

static Res getset_set(Engine *e, Obj *o, Obj *instance, Obj *value) {
    GetSet *g = GETSET(o);
    if (!check_owner(e, g->name, g->owner, instance)) return R_ERR;
    if (!g->def->set) {
        return err_res(e, T_AttributeError, "attribute '%s' of '%s' objects is not writable",
                       g->name->text, g->owner->full_name->text);
    }
    return g->def->set(e, instance, value) ? R_OK : R_ERR;
}

static Res member_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    (void)owner;
    Member *m = MEMBER(o);
    if (!instance) {
        *out = incref(o);
        return R_OK;
    }
    if (!check_owner(e, m->name, m->owner, instance)) return R_ERR;
    *out = xincref(*member_place(m, instance));
    if (*out) return R_OK;
    Str *class = type_qualified_name(e, instance->type);
    Str *text =
        class ? str_format(e, "'%s' object has no attribute '%s'", class->text, m->name->text)
              : NULL;
    if (text) err_attribute_text(e, instance, m->name, text);
    xdecref(e, class);
    xdecref(e, text);
    return R_ERR;
}

static Res member_set(Engine *e, Obj *o, Obj *instance, Obj *value) {
    Member *m = MEMBER(o);
    if (!check_owner(e, m->name, m->owner, instance)) return R_ERR;
    if (!value && !*member_place(m, instance)) {
        return err_res(e, T_AttributeError, "%s", m->name->text);
    }
    set_ref(e, *member_place(m, instance), xincref(value));
    return R_OK;
}

static Obj *getset_repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "<attribute '%s' of '%s' objects>", GETSET(o)->name->text,
                          GETSET(o)->owner->full_name->text));
}

static Obj *member_repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "<member '%s' of '%s' objects>", MEMBER(o)->name->text,
                          MEMBER(o)->owner->full_name->text));
}

static void member_release(Engine *e, Obj *o) {
    clear_ref(e, MEMBER(o)->name);
}

static void getset_release(Engine *e, Obj *o) {
    clear_ref(e, GETSET(o)->name);
}

static Obj *getset_name(Engine *e, Obj *o) {
    (void)e;
    return incref(GETSET(o)->name);
}

static Obj *member_name(Engine *e, Obj *o) {
    (void)e;
    return incref(MEMBER(o)->name);
}

static Obj *getset_owner(Engine *e, Obj *o) {
    (void)e;
    return incref(GETSET(o)->owner);
}

static Obj *member_owner(Engine *e, Obj *o) {
    (void)e;
    return incref(MEMBER(o)->owner);
}

static Obj *getset_qualname(Engine *e, Obj *o) {
    return OBJ(str_format(e, "%s.%s", GETSET(o)->owner->qualname->text, GETSET(o)->name->text));
}

static Obj *member_qualname(Engine *e, Obj *o) {
    return OBJ(str_format(e, "%s.%s", MEMBER(o)->owner->qualname->text, MEMBER(o)->name->text));
}

/* ---- __dict__ and __weakref__ of instances ---- */

static Obj *get_dict(Engine *e, Obj *o) {
    Dict **dict = obj_dict_slot(o);
    if (!dict) {
        err_attribute(e, o, N(e, __dict__));
        return NULL;
    }
    if (!*dict) *dict = dict_new(e);
    return xincref(*dict);
}

static bool set_dict(Engine *e, Obj *o, Obj *value) {
    Dict **dict = obj_dict_slot(o);
    if (!value) return err_false(e, T_TypeError, "cannot delete __dict__");
    if (!dict) {
        err_attribute(e, o, N(e, __dict__));
        return false;
    }
    if (!HAS_LAYOUT(value, DICT)) {
        return err_false(e, T_TypeError, "__dict__ must be set to a dictionary, not a '%s'",
                         type_name(value));
    }
    set_ref(e, *dict, DICT(incref(value)));
    return true;
}

const GetSetDef getset_dict = {"__dict__", get_dict, set_dict};

static Obj *get_weakref(Engine *e, Obj *o) {
    if (!o->type->weak_offset) return e->none;
    Obj *first = *(Obj **)obj_place(o, o->type->weak_offset);
    return first ? incref(first) : e->none;
}

const GetSetDef getset_weakref = {"__weakref__", get_weakref, NULL};

static const GetSetDef getset_getset[] = {{"__name__", getset_name, NULL},
                                          {"__qualname__", getset_qualname, NULL},
                                          {"__objclass__", getset_owner, NULL},
                                          {0}};

static const GetSetDef member_getset[] = {{"__name__", member_name, NULL},
                                          {"__qualname__", member_qualname, NULL},
                                          {"__objclass__", member_owner, NULL},
                                          {0}};

const TypeSpec getset_descriptor_spec = {
    .name = "getset_descriptor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(GetSet),
    .flags = TYPE_NO_NEW,
    .slots = {.release = getset_release,
              .repr = getset_repr,
              .descr_get = getset_get,
              .descr_set = getset_set},
    .getset = getset_getset,
};

const TypeSpec member_descriptor_spec = {
    .name = "member_descriptor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Member),
    .flags = TYPE_NO_NEW,
    .slots = {.release = member_release,
              .repr = member_repr,
              .descr_get = member_get,
              .descr_set = member_set},
    .getset = member_getset,
};
