#include "object/mappingproxy.h"

#include "object/dict.h"
#include "object/dict_views.h"
#include "object/error.h"
#include "object/int.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"

/* The dict at the end of a chain of proxies. */
static Dict *dict_behind(Engine *e, Obj *o) {
    while (IS(e, o, mappingproxy)) o = MAPPINGPROXY(o)->mapping;
    return DICT(o);
}

Obj *mappingproxy_new(Engine *e, Obj *mapping) {
    if (!HAS_LAYOUT(mapping, DICT) && !IS(e, mapping, mappingproxy)) {
        return err_null(e, T_TypeError, "mappingproxy() argument must be a mapping, not %s",
                        type_name(mapping));
    }
    MappingProxy *p = MAPPINGPROXY(obj_new(e, TYPE(e, mappingproxy), sizeof(MappingProxy)));
    if (p) p->mapping = incref(mapping);
    return OBJ(p);
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, MAPPINGPROXY(o)->mapping);
}

/* ---- Slots: each is the mapping's own ------------------------------------------------------ */

static Obj *repr(Engine *e, Obj *o) {
    if (!nest_enter(e, " while getting the repr of an object")) return NULL;
    Str *inner = obj_repr(e, MAPPINGPROXY(o)->mapping);
    nest_leave(e);
    Str *text = inner ? str_format(e, "mappingproxy(%s)", inner->text) : NULL;
    xdecref(e, inner);
    return OBJ(text);
}

static Obj *str(Engine *e, Obj *o) {
    return OBJ(obj_str(e, MAPPINGPROXY(o)->mapping));
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    return obj_hash(e, MAPPINGPROXY(o)->mapping, result);
}

static Res length(Engine *e, Obj *o, Obj **out) {
    *out = int_new(e, dict_behind(e, o)->used);
    return *out ? R_OK : R_ERR;
}

static Res getitem(Engine *e, Obj *o, Obj *key, Obj **out) {
    Obj *mapping = MAPPINGPROXY(o)->mapping;
    return mapping->type->slots.getitem(e, mapping, key, out);
}

static Res contains(Engine *e, Obj *o, Obj *item, Obj **out) {
    Obj *mapping = MAPPINGPROXY(o)->mapping;
    return mapping->type->slots.contains(e, mapping, item, out);
}

static Res iter(Engine *e, Obj *o, Obj **out) {
    Obj *mapping = MAPPINGPROXY(o)->mapping;
    return mapping->type->slots.iter(e, mapping, out);
}

/* Behind the first proxy stands a dict, which leaves it to a second one to compare. */
static Res fail_compare(Engine *e, CompareOp op, const Obj *a, const Obj *b) {
    static const char *const texts[] = {
        [CMP_LT] = "<", [CMP_LE] = "<=", [CMP_GT] = ">", [CMP_GE] = ">="};
    static const CompareOp swapped[] = {
        [CMP_LT] = CMP_GT, [CMP_LE] = CMP_GE, [CMP_GT] = CMP_LT, [CMP_GE] = CMP_LE};
    bool proxies = a->type == b->type;
    return err_res(e, T_TypeError, "'%s' not supported between instances of 'dict' and '%s'",
                   texts[proxies ? swapped[op] : op], proxies ? "dict" : type_name(b));
}

/* Either side may be a proxy: what counts are the dicts behind. */
static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    Obj *x = OBJ(dict_behind(e, a)), *y = OBJ(dict_behind(e, b));
    Res res = TYPE(e, dict)->slots.compare(e, op, x, y, out);
    bool order = op != CMP_EQ && op != CMP_NE;
    bool plain = IS(e, a, mappingproxy) && IS(e, x, dict) && !(b->type->flags & TYPE_HEAP);
    return res == R_NOTIMPL && order && plain ? fail_compare(e, op, a, b) : res;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    Obj *x = OBJ(dict_behind(e, a)), *y = OBJ(dict_behind(e, b));
    bool dicts = HAS_LAYOUT(x, DICT) && HAS_LAYOUT(y, DICT);
    return op == OP_OR && dicts ? TYPE(e, dict)->slots.binary(e, op, x, y, out) : R_NOTIMPL;
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    (void)type; /* cannot be subclassed */
    bool named = kwnames && kwnames->size > 0;
    if (named && !str_equal_text(STR(kwnames->items[0]), "mapping")) {
        return err_res(e, T_TypeError, "mappingproxy() got an unexpected keyword argument '%s'",
                       STR(kwnames->items[0])->text);
    }
    if (nargs == 0) {
        return err_res(e, T_TypeError,
                       "mappingproxy() missing required argument 'mapping' (pos 1)");
    }
    if (nargs > 1) {
        return err_res(e, T_TypeError, "mappingproxy() takes at most 1 argument (%d given)", nargs);
    }
    *out = mappingproxy_new(e, args[0]);
    return *out ? R_OK : R_ERR;
}

/* ---- Methods ------------------------------------------------------------------------------- */

static Obj *method_copy(Engine *e, Obj *const *a) {
    return OBJ(dict_copy(e, dict_behind(e, a[0])));
}

static Obj *method_get(Engine *e, Obj *const *a) {
    Obj *value;
    if (!dict_get(e, dict_behind(e, a[0]), a[1], &value)) return NULL;
    return incref(value ? value : a[2]);
}

static Obj *method_items(Engine *e, Obj *const *a) {
    return dict_view_new(e, T_dict_items, dict_behind(e, a[0]));
}

static Obj *method_keys(Engine *e, Obj *const *a) {
    return dict_view_new(e, T_dict_keys, dict_behind(e, a[0]));
}

static Obj *method_values(Engine *e, Obj *const *a) {
    return dict_view_new(e, T_dict_values, dict_behind(e, a[0]));
}

static Obj *method_reversed(Engine *e, Obj *const *a) {
    return dict_iter_new(e, T_dict_reversekeyiterator, dict_behind(e, a[0]));
}

const NativeDef mappingproxy_methods[] = {
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {.name = "get", .signature = "self, key, default=None, /", .fn = method_get},
    {.name = "items", .signature = "self, /", .fn = method_items},
    {.name = "keys", .signature = "self, /", .fn = method_keys},
    {.name = "values", .signature = "self, /", .fn = method_values},
    {.name = "__reversed__", .signature = "self, /", .fn = method_reversed},
    {0},
};

const TypeSpec mappingproxy_spec = {
    .name = "mappingproxy",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(MappingProxy),
    .flags = TYPE_MAPPING,
    .slots =
        {
            .release = release,
            .repr = repr,
            .str = str,
            .hash = hash,
            .length = length,
            .binary = binary,
            .compare = compare,
            .getitem = getitem,
            .contains = contains,
            .iter = iter,
            .construct = construct,
        },
    .methods = mappingproxy_methods,
    .doc = "A dict that cannot be changed through this object.",
};
