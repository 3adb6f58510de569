/* None, NotImplemented and Ellipsis. */
#include "object/engine.h"

#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"

static Res refuse_arguments(Engine *e, Type *type, int nargs) {
    if (nargs == 0) return R_OK;
    return err_res(e, T_TypeError, "%s takes no arguments", type->name->text);
}

static Obj *none_repr(Engine *e, Obj *o) {
    (void)o;
    return OBJ(str_from(e, "None"));
}

static Res none_truth(Engine *e, Obj *o, Obj **out) {
    (void)o;
    *out = e->false_;
    return R_OK;
}

static bool none_hash(Engine *e, Obj *o, uint32_t *hash) {
    (void)e, (void)o;
    *hash = 0xfca86420u;
    return true;
}

static Res none_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                          Obj **out) {
    (void)args, (void)kwnames;
    *out = e->none;
    return refuse_arguments(e, type, nargs);
}

static Obj *not_implemented_repr(Engine *e, Obj *o) {
    (void)o;
    return OBJ(str_from(e, "NotImplemented"));
}

static Res not_implemented_construct(Engine *e, Type *type, Obj *const *args, int nargs,
                                     Tuple *kwnames, Obj **out) {
    (void)args, (void)kwnames;
    *out = e->not_implemented;
    return refuse_arguments(e, type, nargs);
}

static Obj *ellipsis_repr(Engine *e, Obj *o) {
    (void)o;
    return OBJ(str_from(e, "Ellipsis"));
}

static Res ellipsis_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                              Obj **out) {
    (void)args, (void)kwnames;
    *out = e->ellipsis;
    return refuse_arguments(e, type, nargs);
}

static bool identity_hash(Engine *e, Obj *o, uint32_t *hash) {
    (void)e;
    *hash = o->id;
    return true;
}

const TypeSpec none_spec = {
    .name = "NoneType",
    .layout = LAYOUT_NONE,
    .size = sizeof(Obj),
    .slots = {.repr = none_repr,
              .hash = none_hash,
              .truth = none_truth,
              .construct = none_construct},
    .doc = "The type of the None singleton.",
};

const TypeSpec not_implemented_spec = {
    .name = "NotImplementedType",
    .layout = LAYOUT_NOTIMPLEMENTED,
    .size = sizeof(Obj),
    .slots = {.repr = not_implemented_repr,
              .hash = identity_hash,
              .construct = not_implemented_construct},
    .doc = "The type of the NotImplemented singleton.",
};

const TypeSpec ellipsis_spec = {
    .name = "ellipsis",
    .layout = LAYOUT_ELLIPSIS,
    .size = sizeof(Obj),
    .slots = {.repr = ellipsis_repr, .hash = identity_hash, .construct = ellipsis_construct},
    .doc = "The type of the Ellipsis singleton.",
};
