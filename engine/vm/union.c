#include "vm/union.h"

#include "object/error.h"
#include "object/list.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/type.h"
#include "vm/attr.h"
#include "vm/generic_args.h"
#include "vm/instance.h"
#include "vm/ops.h"

#define UNION(o) ((Union *)(o))

static Obj *or_none(Engine *e, Obj *o) {
    return o ? incref(o) : e->none;
}

/* ---- unions ---- */

static bool may_be_member(Engine *e, const Obj *o) {
    return o == e->none || HAS_LAYOUT(o, TYPE) || IS(e, o, GenericAlias) || IS(e, o, UnionType);
}

/* Adds a member, or a union's members, each once; None stands for its type. */
static bool add_member(Engine *e, List *members, Obj *o) {
    if (IS(e, o, UnionType)) {
        for (uint32_t i = 0; i < UNION(o)->args->size; i++) {
            if (!add_member(e, members, UNION(o)->args->items[i])) return false;
        }
        return true;
    }
    if (o == e->none) o = OBJ(TYPE(e, NoneType));
    for (uint32_t i = 0; i < members->size; i++) {
        bool same;
        if (!obj_equal(e, members->items[i], o, &same)) return false;
        if (same) return true;
    }
    return list_append(e, members, o);
}

Res union_or(Engine *e, Obj *a, Obj *b, Obj **out) {
    if (!may_be_member(e, a) || !may_be_member(e, b)) return R_NOTIMPL;
    List *members = list_new(e, 2);
    bool ok = members && add_member(e, members, a) && add_member(e, members, b);
    if (ok && members->size == 1) {
        *out = incref(members->items[0]);
    } else if (ok) {
        Union *u = (Union *)obj_new(e, TYPE(e, UnionType), sizeof(Union));
        if (u) u->args = tuple_of(e, members->items, members->size);
        ok = u && u->args;
        *out = OBJ(u);
    }
    xdecref(e, members);
    return ok ? R_OK : R_ERR;
}

Obj *union_of(Engine *e, const Tuple *members) {
    Obj *made = incref(members->items[0]);
    for (uint32_t i = 1; made && i < members->size; i++) {
        Obj *next = NULL;
        Res res = union_or(e, made, members->items[i], &next);
        decref(e, made);
        if (res == R_NOTIMPL) {
            return err_null(e, T_TypeError, "unsupported operand type(s) for |: '%s' and '%s'",
                            type_name(members->items[i - 1]), type_name(members->items[i]));
        }
        made = next;
    }
    return made;
}

static Res union_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    return op == OP_OR ? union_or(e, a, b, out) : R_NOTIMPL;
}

static bool put_type(Engine *e, StrBuf *b, Obj *o);

/* The parameters in Callable[[int, str], None]. */
static bool put_types(Engine *e, StrBuf *b, const List *list) {
    strbuf_char(b, '[');
    for (uint32_t i = 0; i < list->size; i++) {
        if (i) strbuf_text(b, ", ");
        if (!put_type(e, b, list->items[i])) return false;
    }
    strbuf_char(b, ']');
    return true;
}

/* Classes are shown by their qualified names, other things by repr. */
static bool put_type(Engine *e, StrBuf *b, Obj *o) {
    if (o == OBJ(TYPE(e, NoneType))) {
        strbuf_text(b, "None");
        return true;
    }
    if (o == e->ellipsis) {
        strbuf_text(b, "...");
        return true;
    }
    /* a metaclass that makes up attributes makes up __origin__ too: then it is not shown as a class
     */
    if (HAS_LAYOUT(o, TYPE) && !type_lookup(e, o->type, N(e, __getattr__))) {
        const Str *module = type_module_text(TYPE_OF(o));
        if (module && !str_equal_text(module, "builtins")) strbuf_printf(b, "%s.", module->text);
        strbuf_str(b, TYPE_OF(o)->qualname);
        return true;
    }
    if (!nest_enter(e, " while getting the repr of an object")) return false;
    Str *text = NULL;
    bool shown = HAS_LAYOUT(o, LIST) && put_types(e, b, LIST(o));
    if (!HAS_LAYOUT(o, LIST)) text = obj_repr(e, o);
    nest_leave(e);
    if (shown) return true;
    if (text) strbuf_str(b, text);
    xdecref(e, text);
    return text != NULL;
}

static Obj *show(Engine *e, const Tuple *args, const char *separator, Obj *origin) {
    StrBuf b;
    strbuf_init(&b, e);
    bool ok = !origin || put_type(e, &b, origin);
    if (origin) strbuf_char(&b, '[');
    for (uint32_t i = 0; ok && i < args->size; i++) {
        if (i) strbuf_text(&b, separator);
        ok = put_type(e, &b, args->items[i]);
    }
    if (origin && args->size == 0) strbuf_text(&b, "()");
    if (origin) strbuf_char(&b, ']');
    if (ok) return OBJ(strbuf_finish(&b));
    strbuf_clear(&b);
    return NULL;
}

static Obj *union_repr(Engine *e, Obj *o) {
    return show(e, UNION(o)->args, " | ", NULL);
}

static bool union_hash(Engine *e, Obj *o, uint32_t *hash) {
    *hash = 17;
    for (uint32_t i = 0; i < UNION(o)->args->size; i++) {
        uint32_t h;
        if (!obj_hash(e, UNION(o)->args->items[i], &h)) return false;
        *hash ^= h; /* the order of members does not matter */
    }
    return true;
}

static bool has_member(Engine *e, const Tuple *args, Obj *o, bool *found) {
    *found = false;
    for (uint32_t i = 0; i < args->size && !*found; i++) {
        if (!obj_equal(e, args->items[i], o, found)) return false;
    }
    return true;
}

static Res union_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((op != CMP_EQ && op != CMP_NE) || !IS(e, b, UnionType)) return R_NOTIMPL;
    bool same = UNION(a)->args->size == UNION(b)->args->size;
    for (uint32_t i = 0; same && i < UNION(a)->args->size; i++) {
        if (!has_member(e, UNION(b)->args, UNION(a)->args->items[i], &same)) return R_ERR;
    }
    *out = obj_bool(e, same == (op == CMP_EQ));
    return R_OK;
}

static void union_release(Engine *e, Obj *o) {
    clear_ref(e, UNION(o)->args);
}

static Obj *union_get_args(Engine *e, Obj *o) {
    return or_none(e, OBJ(UNION(o)->args));
}

static Obj *union_get_parameters(Engine *e, Obj *o) {
    return OBJ(generic_args_variables(e, UNION(o)->args));
}

/* (int | list[T])[str] */
static Res union_getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    Tuple *args = generic_args_filled(e, o, UNION(o)->args, key);
    if (!args) return R_ERR;
    *out = union_of(e, args);
    decref(e, args);
    return *out ? R_OK : R_ERR;
}

static const GetSetDef union_getset[] = {
    {"__args__", union_get_args, NULL}, {"__parameters__", union_get_parameters, NULL}, {0}};

const TypeSpec union_type_spec = {
    .name = "UnionType",
    .module = "types",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Union),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.release = union_release,
              .repr = union_repr,
              .hash = union_hash,
              .binary = union_binary,
              .compare = union_compare,
              .getitem = union_getitem},
    .getset = union_getset,
};

/* ---- list[int] ---- */

Obj *generic_alias_new(Engine *e, Obj *origin, Obj *args) {
    Tuple *list = HAS_LAYOUT(args, TUPLE) ? TUPLE(incref(args)) : tuple_pack(e, 1, args);
    GenericAlias *g =
        list ? (GenericAlias *)obj_new(e, TYPE(e, GenericAlias), sizeof(GenericAlias)) : NULL;
    if (!g) {
        xdecref(e, list);
        return NULL;
    }
    g->origin = incref(origin);
    g->args = list;
    return OBJ(g);
}

Obj *generic_alias_class_getitem(Engine *e, Obj *const *a) {
    return generic_alias_new(e, a[0], a[1]);
}

static Res alias_construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                           Obj **out) {
    (void)type;
    if (nargs != 2 || kwnames) {
        return err_res(e, T_TypeError, "GenericAlias expected 2 arguments, got %d", nargs);
    }
    *out = generic_alias_new(e, args[0], args[1]);
    return *out ? R_OK : R_ERR;
}

static void alias_release(Engine *e, Obj *o) {
    clear_ref(e, GENERIC_ALIAS(o)->origin);
    clear_ref(e, GENERIC_ALIAS(o)->args);
}

static Obj *alias_repr(Engine *e, Obj *o) {
    Obj *plain = show(e, GENERIC_ALIAS(o)->args, ", ", GENERIC_ALIAS(o)->origin);
    if (!plain || !GENERIC_ALIAS(o)->starred) return plain;
    Obj *text = OBJ(str_format(e, "*%s", STR(plain)->text));
    decref(e, plain);
    return text;
}

/* Iterating gives the alias with a star, once: what *tuple[int, ...] is in an annotation. */
static Res alias_iter(Engine *e, Obj *o, Obj **out) {
    GenericAlias *made =
        (GenericAlias *)generic_alias_new(e, GENERIC_ALIAS(o)->origin, OBJ(GENERIC_ALIAS(o)->args));
    if (!made) return R_ERR;
    made->starred = true;
    Tuple *only = tuple_pack(e, 1, OBJ(made));
    decref(e, OBJ(made));
    if (!only) return R_ERR;
    Res res = op_iter(e, OBJ(only), out);
    decref(e, OBJ(only));
    return res;
}

static bool alias_hash(Engine *e, Obj *o, uint32_t *hash) {
    uint32_t origin, args;
    if (!nest_enter(e, "")) return false;
    bool ok = obj_hash(e, GENERIC_ALIAS(o)->origin, &origin) &&
              obj_hash(e, OBJ(GENERIC_ALIAS(o)->args), &args);
    nest_leave(e);
    if (ok) *hash = origin ^ args;
    return ok;
}

static Res alias_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((op != CMP_EQ && op != CMP_NE) || !IS(e, b, GenericAlias)) return R_NOTIMPL;
    bool same;
    if (!nest_enter(e, " in comparison")) return R_ERR;
    bool ok =
        obj_equal(e, GENERIC_ALIAS(a)->origin, GENERIC_ALIAS(b)->origin, &same) &&
        (!same || obj_equal(e, OBJ(GENERIC_ALIAS(a)->args), OBJ(GENERIC_ALIAS(b)->args), &same));
    nest_leave(e);
    if (!ok) return R_ERR;
    *out = obj_bool(e, same == (op == CMP_EQ));
    return R_OK;
}

/* list[int](...) makes a list. */
static Res alias_call(Engine *e, Obj *o, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    if (!nest_enter(e, " while calling a Python object")) return R_ERR;
    Res res = op_call(e, GENERIC_ALIAS(o)->origin, args, nargs, kwnames, out);
    nest_leave(e);
    return res;
}

/* Attributes that an alias does not have itself are those of the class. */
static Res alias_getattr(Engine *e, Obj *o, Str *name, Obj **out) {
    bool dunder = name->size > 4 && name->text[0] == '_' && name->text[1] == '_';
    if (dunder && !str_equal(name, N(e, __name__)) && !str_equal(name, N(e, __qualname__)) &&
        !str_equal(name, N(e, __doc__)) && !str_equal(name, N(e, __module__))) {
        Res res = attr_try(e, o, name, out);
        if (res != R_NOTIMPL) return res;
    }
    if (!nest_enter(e, "")) return R_ERR;
    Res res = op_getattr(e, GENERIC_ALIAS(o)->origin, name, out);
    nest_leave(e);
    return res;
}

static Res alias_getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    Tuple *args = generic_args_filled(e, o, GENERIC_ALIAS(o)->args, key);
    if (!args) return R_ERR;
    *out = generic_alias_new(e, GENERIC_ALIAS(o)->origin, OBJ(args));
    decref(e, args);
    return *out ? R_OK : R_ERR;
}

static Obj *alias_get_origin(Engine *e, Obj *o) {
    return or_none(e, GENERIC_ALIAS(o)->origin);
}
static Obj *alias_get_args(Engine *e, Obj *o) {
    return or_none(e, OBJ(GENERIC_ALIAS(o)->args));
}
static Obj *alias_get_parameters(Engine *e, Obj *o) {
    return OBJ(generic_args_variables(e, GENERIC_ALIAS(o)->args));
}

/* class C(list[int]) is class C(list). */
static Obj *alias_mro_entries(Engine *e, Obj *const *a) {
    return OBJ(tuple_pack(e, 1, GENERIC_ALIAS(a[0])->origin));
}

static const NativeDef alias_methods[] = {
    {"__mro_entries__", "self, bases, /", .fn = alias_mro_entries}, {0}};

static const GetSetDef alias_getset[] = {{"__origin__", alias_get_origin, NULL},
                                         {"__args__", alias_get_args, NULL},
                                         {"__parameters__", alias_get_parameters, NULL},
                                         {0}};

const TypeSpec generic_alias_spec = {
    .name = "GenericAlias",
    .module = "types",
    .layout = LAYOUT_OTHER,
    .size = sizeof(GenericAlias),
    .flags = TYPE_DOTTED,
    .slots = {.release = alias_release,
              .repr = alias_repr,
              .hash = alias_hash,
              .binary = union_binary,
              .compare = alias_compare,
              .call = alias_call,
              .iter = alias_iter,
              .getattr = alias_getattr,
              .getitem = alias_getitem,
              .construct = alias_construct},
    .methods = alias_methods,
    .getset = alias_getset,
};
