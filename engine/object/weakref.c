#include "object/weakref.h"

#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"

static Obj **head_of(Obj *o) {
    return obj_place(o, o->type->weak_offset);
}

static void link_ref(WeakRef *w, Obj *referent) {
    Obj **head = head_of(referent);
    w->referent = referent;
    w->older = WEAKREF(*head);
    if (w->older) w->older->newer = w;
    *head = OBJ(w);
}

static void unlink_ref(WeakRef *w) {
    if (!w->referent) return;
    if (w->newer) {
        w->newer->older = w->older;
    } else {
        *head_of(w->referent) = OBJ(w->older);
    }
    if (w->older) w->older->newer = w->newer;
    w->older = w->newer = NULL;
    w->referent = NULL;
}

/* The plain reference that every weakref.ref(o) without callback shares. */
static WeakRef *shared_ref(Engine *e, Obj *referent) {
    for (WeakRef *w = WEAKREF(*head_of(referent)); w; w = w->older) {
        if (IS(e, w, weakref) && !w->callback) return w;
    }
    return NULL;
}

Obj *weakref_new(Engine *e, Type *type, Obj *referent, Obj *callback) {
    if (!referent->type->weak_offset) {
        return err_null(e, T_TypeError, "cannot create weak reference to '%s' object",
                        type_name(referent));
    }
    if (referent->refs >= IMMORTAL) return weakref_to_immortal(e, type, referent, callback);
    WeakRef *shared = type == TYPE(e, weakref) && !callback ? shared_ref(e, referent) : NULL;
    if (shared) return incref(shared);
    WeakRef *w = (WeakRef *)obj_new(e, type, sizeof(WeakRef));
    if (!w) return NULL;
    w->callback = xincref(callback);
    link_ref(w, referent);
    return OBJ(w);
}

/* Built-in types and code never die, and their memory may not change: no chain is needed. */
Obj *weakref_to_immortal(Engine *e, Type *type, Obj *referent, Obj *callback) {
    WeakRef *w = (WeakRef *)obj_new(e, type, sizeof(WeakRef));
    if (!w) return NULL;
    w->callback = xincref(callback);
    w->referent = referent;
    w->immortal = true;
    return OBJ(w);
}

void weakref_clear_all(Engine *e, Obj *dying) {
    for (Obj *first; (first = *head_of(dying)) != NULL;) {
        WeakRef *w = WEAKREF(first);
        unlink_ref(w);
        if (w->callback && w->h.refs > 0) weakref_queue_callback(e, w);
    }
}

static void weakref_release(Engine *e, Obj *o) {
    WeakRef *w = WEAKREF(o);
    if (!w->immortal) unlink_ref(w);
    clear_ref(e, w->callback);
    clear_ref(e, w->dict);
}

static Obj *weakref_repr(Engine *e, Obj *o) {
    WeakRef *w = WEAKREF(o);
    if (!w->referent) { return OBJ(str_format(e, "<weakref at 0x%llx; dead>", obj_address(o))); }
    return OBJ(str_format(e, "<weakref at 0x%llx; to '%s' at 0x%llx>", obj_address(o),
                          type_name(w->referent), obj_address(w->referent)));
}

static bool weakref_hash(Engine *e, Obj *o, uint32_t *hash) {
    WeakRef *w = WEAKREF(o);
    if (!w->hashed) {
        if (!w->referent) return err_false(e, T_TypeError, "weak object has gone away");
        if (!obj_hash(e, w->referent, &w->hash)) return false;
        w->hashed = true;
    }
    *hash = w->hash;
    return true;
}

static Res weakref_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((op != CMP_EQ && op != CMP_NE) || !obj_is(b, TYPE(e, weakref))) return R_NOTIMPL;
    bool same = a == b;
    Obj *x = WEAKREF(a)->referent, *y = WEAKREF(b)->referent;
    if (x && y && !obj_equal(e, x, y, &same)) return R_ERR;
    *out = obj_bool(e, same == (op == CMP_EQ));
    return R_OK;
}

static Res weakref_call(Engine *e, Obj *o, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    (void)args, (void)kwnames;
    if (nargs) {
        return err_res(e, T_TypeError, "ReferenceType() takes no arguments (%d given)", nargs);
    }
    Obj *referent = WEAKREF(o)->referent;
    *out = referent ? incref(referent) : e->none;
    return R_OK;
}

static Res weakref_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                             Obj **out) {
    if (kwnames && kwnames->size) {
        return err_res(e, T_TypeError, "ref() takes no keyword arguments");
    }
    if (nargs < 1 || nargs > 2) {
        return err_res(e, T_TypeError, "ref expected at %s argument%s, got %d",
                       nargs < 1 ? "least 1" : "most 2", nargs < 1 ? "" : "s", nargs);
    }
    *out = weakref_new(e, type, args[0], nargs == 2 && args[1] != e->none ? args[1] : NULL);
    return *out ? R_OK : R_ERR;
}

static Obj *get_callback(Engine *e, Obj *o) {
    WeakRef *w = WEAKREF(o);
    return w->callback && w->referent ? incref(w->callback) : e->none;
}

static const GetSetDef weakref_getset[] = {{"__callback__", get_callback, NULL}, {0}};

const TypeSpec weakref_spec = {
    .name = "ReferenceType",
    .module = "weakref",
    .layout = LAYOUT_OTHER,
    .size = sizeof(WeakRef),
    .flags = TYPE_BASE | TYPE_DOTTED,
    .dict_offset = offsetof(WeakRef, dict),
    .slots = {.release = weakref_release,
              .repr = weakref_repr,
              .hash = weakref_hash,
              .compare = weakref_compare,
              .call = weakref_call,
              .construct = weakref_construct},
    .getset = weakref_getset,
};
