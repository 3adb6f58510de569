#include "object/wrapper.h"

#include <string.h>

#include "object/error.h"
#include "object/int.h"
#include "object/nest.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"

/* The slots by the shape of their C function. */
typedef Obj *(*TextSlot)(Engine *e, Obj *o);
typedef Res (*ValueSlot)(Engine *e, Obj *o, Obj **out);
typedef Res (*WithSlot)(Engine *e, Obj *o, Obj *item, Obj **out);
typedef Res (*OperatorSlot)(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);

typedef struct {
    const Wrapper *w;
    Obj *self;
    Obj *const *args;
    int nargs;
    Tuple *kwnames;
    Obj **out;
} Call;

static const TypeSlots *slots_of(const Call *c) {
    return &c->w->owner->slots;
}

/* list.__mul__ and its like: how often is asked of the argument before the operands are looked at.
 */
static bool is_repeat(const Call *c) {
    WrapKind kind = c->w->def->kind;
    return (kind == WRAP_BINARY || kind == WRAP_REFLECTED || kind == WRAP_INPLACE) &&
           c->w->def->op == OP_MUL && slots_of(c)->length;
}

/* Powers take a modulus as well, and tell a wrong number of arguments with an empty name. */
static bool is_power(const Call *c) {
    WrapKind kind = c->w->def->kind;
    return (kind == WRAP_BINARY || kind == WRAP_REFLECTED) && c->w->def->op == OP_POW;
}

/* CPython has some of them as methods besides: their words differ. */
static bool is_method_too(Engine *e, const Wrapper *w) {
    bool contains =
        w->def->kind == WRAP_WITH && str_equal(wrapper_name(e, w->def), N(e, __contains__));
    bool getitem =
        w->def->kind == WRAP_WITH && str_equal(wrapper_name(e, w->def), N(e, __getitem__));
    if (w->owner == TYPE(e, dict)) return contains || getitem;
    if (w->owner == TYPE(e, list)) return getitem;
    return contains && (w->owner == TYPE(e, set) || w->owner == TYPE(e, frozenset));
}

static Res check_method(Engine *e, const Call *c, bool named) {
    const Wrapper *w = c->w;
    if (!named && c->nargs == 1) return R_OK;
    const char *owner = w->owner->name->text, *name = wrapper_name(e, w->def)->text;
    if (named) return err_res(e, T_TypeError, "%s.%s() takes no keyword arguments", owner, name);
    return err_res(e, T_TypeError, "%s.%s() takes exactly one argument (%d given)", owner, name,
                   c->nargs);
}

static Res check_count(Engine *e, const Call *c, int least, int most) {
    if (c->nargs < least && least != most) {
        return err_res(e, T_TypeError, "%sexpected at least %d argument%s, got %d",
                       is_power(c) ? " " : "", least, least == 1 ? "" : "s", c->nargs);
    }
    if (c->nargs < least || c->nargs > most) {
        return err_res(e, T_TypeError, "%sexpected %s%d argument%s, got %d",
                       is_repeat(c) || is_power(c) ? " " : "", least == most ? "" : "at most ",
                       most, most == 1 ? "" : "s", c->nargs); /* a repeat has an empty name there */
    }
    return R_OK;
}

static Res give(Obj *owned, Obj **out) {
    *out = owned;
    return owned ? R_OK : R_ERR;
}

static Res give_none(Engine *e, Res res, Obj **out) {
    if (res == R_OK) *out = e->none;
    return res;
}

static Res give_or_notimplemented(Engine *e, Res res, Obj **out) {
    if (res != R_NOTIMPL) return res;
    *out = e->not_implemented;
    return R_OK;
}

/* object.__str__ hands on what a class's __repr__ returns, whatever it is: who asked checks it. */
static bool is_text_of_repr(Engine *e, const Call *c) {
    return c->w->owner == TYPE(e, object) && c->w->def->slot == offsetof(TypeSlots, str) &&
           (c->self->type->flags & TYPE_HEAP);
}

static Res call_text(Engine *e, const Call *c) {
    bool found;
    if (is_text_of_repr(e, c)) {
        return give(vm_special_nested(e, c->self, N(e, __repr__), NULL, 0, &found), c->out);
    }
    TextSlot slot;
    memcpy(&slot, (const char *)slots_of(c) + c->w->def->slot, sizeof slot);
    return give(slot(e, c->self), c->out);
}

static Res call_hash(Engine *e, const Call *c) {
    return give(number_hash(e, c->w->owner, c->self), c->out);
}

static Res call_value(Engine *e, const Call *c) {
    ValueSlot slot;
    memcpy(&slot, (const char *)slots_of(c) + c->w->def->slot, sizeof slot);
    return slot(e, c->self, c->out);
}

static Res call_with(Engine *e, const Call *c) {
    WithSlot slot;
    memcpy(&slot, (const char *)slots_of(c) + c->w->def->slot, sizeof slot);
    return slot(e, c->self, c->args[0], c->out);
}

/* pow(a, b, modulus) by its name: asks the class of the method alone. */
static Res call_power(Engine *e, const Call *c, Obj *a, Obj *b) {
    Obj *modulus = c->args[1];
    const Type *owner = c->w->owner;
    bool ints = HAS_LAYOUT(a, INT) && HAS_LAYOUT(b, INT) && HAS_LAYOUT(modulus, INT);
    if (ints) return give(int_pow_mod(e, a, b, modulus), c->out);
    if (owner == TYPE(e, complex)) return err_res(e, T_ValueError, "complex modulo");
    if (owner != TYPE(e, float)) return give_or_notimplemented(e, R_NOTIMPL, c->out);
    return err_res(e, T_TypeError,
                   "pow() 3rd argument not allowed unless all arguments are integers");
}

static Res call_operator(Engine *e, const Call *c) {
    if (is_repeat(c) && !seq_is_index(e, c->args[0])) {
        return err_res(e, T_TypeError, "'%s' object cannot be interpreted as an integer",
                       type_name(c->args[0]));
    }
    OperatorSlot slot;
    memcpy(&slot, (const char *)slots_of(c) + c->w->def->slot, sizeof slot);
    bool swap = c->w->def->kind == WRAP_REFLECTED;
    Obj *a = swap ? c->args[0] : c->self, *b = swap ? c->self : c->args[0];
    if (c->nargs == 2 && c->args[1] != e->none) return call_power(e, c, a, b);
    return give_or_notimplemented(e, slot(e, (BinaryOp)c->w->def->op, a, b, c->out), c->out);
}

static Res call_unary(Engine *e, const Call *c) {
    return slots_of(c)->unary(e, (UnaryOp)c->w->def->op, c->self, c->out);
}

static Res call_compare(Engine *e, const Call *c) {
    Res res = slots_of(c)->compare(e, (CompareOp)c->w->def->op, c->self, c->args[0], c->out);
    return give_or_notimplemented(e, res, c->out);
}

static Res call_setitem(Engine *e, const Call *c) {
    Obj *value = c->nargs == 2 ? c->args[1] : NULL;
    return give_none(e, slots_of(c)->setitem(e, c->self, c->args[0], value), c->out);
}

static Res call_call(Engine *e, const Call *c) {
    int nargs = c->nargs + (c->kwnames ? (int)c->kwnames->size : 0);
    return slots_of(c)->call(e, c->self, c->args, nargs, c->kwnames, c->out);
}

static bool is_name(Engine *e, Obj *o) {
    return HAS_LAYOUT(o, STR) ||
           err_false(e, T_TypeError, "attribute name must be string, not '%s'", type_name(o));
}

static Res call_getattr(Engine *e, const Call *c) {
    if (!is_name(e, c->args[0])) return R_ERR;
    return slots_of(c)->getattr(e, c->self, STR(c->args[0]), c->out);
}

static Res call_setattr(Engine *e, const Call *c) {
    if (!is_name(e, c->args[0])) return R_ERR;
    Obj *value = c->nargs == 2 ? c->args[1] : NULL;
    return give_none(e, slots_of(c)->setattr(e, c->self, STR(c->args[0]), value), c->out);
}

static Res call_get(Engine *e, const Call *c) {
    Obj *instance = c->args[0] == e->none ? NULL : c->args[0];
    Obj *owner = c->nargs == 2 && c->args[1] != e->none ? c->args[1] : NULL;
    if (!instance && !owner) return err_res(e, T_TypeError, "__get__(None, None) is invalid");
    return slots_of(c)->descr_get(e, c->self, instance, owner, c->out);
}

static Res call_set(Engine *e, const Call *c) {
    Obj *value = c->nargs == 2 ? c->args[1] : NULL;
    return give_none(e, slots_of(c)->descr_set(e, c->self, c->args[0], value), c->out);
}

static const struct {
    Res (*call)(Engine *e, const Call *c);
    int least, most; /* arguments after self; -1 = any */
} wraps[] = {
    [WRAP_TEXT] = {call_text, 0, 0},
    [WRAP_HASH] = {call_hash, 0, 0},
    [WRAP_VALUE] = {call_value, 0, 0},
    [WRAP_NEXT] = {call_value, 0, 0},
    [WRAP_WITH] = {call_with, 1, 1},
    [WRAP_BINARY] = {call_operator, 1, 1},
    [WRAP_REFLECTED] = {call_operator, 1, 1},
    [WRAP_INPLACE] = {call_operator, 1, 1},
    [WRAP_UNARY] = {call_unary, 0, 0},
    [WRAP_COMPARE] = {call_compare, 1, 1},
    [WRAP_SETITEM] = {call_setitem, 2, 2},
    [WRAP_DELITEM] = {call_setitem, 1, 1},
    [WRAP_CALL] = {call_call, -1, -1},
    [WRAP_GETATTR] = {call_getattr, 1, 1},
    [WRAP_SETATTR] = {call_setattr, 2, 2},
    [WRAP_DELATTR] = {call_setattr, 1, 1},
    [WRAP_GET] = {call_get, 1, 2},
    [WRAP_SET] = {call_set, 2, 2},
    [WRAP_DELETE] = {call_set, 1, 1},
};

Res wrapper_invoke(Engine *e, const Wrapper *w, Obj *self, Obj *const *args, int nargs,
                   Tuple *kwnames, Obj **out) {
    Call c = {w, self, args, nargs - (kwnames ? (int)kwnames->size : 0), kwnames, out};
    WrapKind kind = w->def->kind;
    if (is_method_too(e, w)) {
        if (check_method(e, &c, kwnames && kwnames->size) == R_ERR) return R_ERR;
    } else if (wraps[kind].least >= 0) {
        if (kwnames && kwnames->size) {
            return err_res(e, T_TypeError, "wrapper %s() takes no keyword arguments",
                           wrapper_name(e, w->def)->text);
        }
        int most = wraps[kind].most + is_power(&c);
        if (check_count(e, &c, wraps[kind].least, most) == R_ERR) return R_ERR;
    }
    Res res = wraps[kind].call(e, &c);
    if (res != R_STOP || kind != WRAP_NEXT) return res;
    Obj *value = *out;
    *out = NULL;
    if (value) {
        err_raise_with(e, T_StopIteration, value);
        decref(e, value);
        return R_ERR;
    }
    return err_res(e, T_StopIteration, NULL);
}

Str *wrapper_name(Engine *e, const WrapperDef *def) {
    Str *name;
    memcpy(&name, (const char *)&e->names + def->name, sizeof name);
    return name;
}

bool wrapper_slot_set(const TypeSlots *slots, const WrapperDef *def) {
    void (*slot)(void);
    memcpy(&slot, (const char *)slots + def->slot, sizeof slot);
    return slot != NULL;
}

Obj *wrapper_new(Engine *e, const WrapperDef *def, Type *owner) {
    Wrapper *w = (Wrapper *)obj_new(e, TYPE(e, wrapper_descriptor), sizeof(Wrapper));
    if (!w) return NULL;
    w->def = def;
    w->owner = owner;
    return OBJ(w);
}

static Obj *bind(Engine *e, const Wrapper *descriptor, Obj *self) {
    Wrapper *w = (Wrapper *)obj_new(e, TYPE(e, method_wrapper), sizeof(Wrapper));
    if (!w) return NULL;
    w->def = descriptor->def;
    w->owner = descriptor->owner;
    w->self = incref(self);
    return OBJ(w);
}

static bool check_self(Engine *e, const Wrapper *w, Obj *self) {
    if (obj_is(self, w->owner)) return true;
    return err_false(e, T_TypeError, "descriptor '%s' requires a '%s' object but received a '%s'",
                     wrapper_name(e, w->def)->text, w->owner->full_name->text, type_name(self));
}

static Res descriptor_call(Engine *e, Obj *o, Obj *const *args, int nargs, Tuple *kwnames,
                           Obj **out) {
    Wrapper *w = WRAPPER(o);
    if (nargs == (kwnames ? (int)kwnames->size : 0)) {
        return err_res(e, T_TypeError, "descriptor '%s' of '%s' object needs an argument",
                       wrapper_name(e, w->def)->text, w->owner->full_name->text);
    }
    if (!check_self(e, w, args[0])) return R_ERR;
    return wrapper_invoke(e, w, args[0], args + 1, nargs - 1, kwnames, out);
}

static Res bound_call(Engine *e, Obj *o, Obj *const *args, int nargs, Tuple *kwnames, Obj **out) {
    return wrapper_invoke(e, WRAPPER(o), WRAPPER(o)->self, args, nargs, kwnames, out);
}

static Res descriptor_get(Engine *e, Obj *o, Obj *instance, Obj *owner, Obj **out) {
    (void)owner;
    if (!instance) return give(incref(o), out);
    Wrapper *w = WRAPPER(o);
    if (!obj_is(instance, w->owner)) {
        return err_res(
            e, T_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
            wrapper_name(e, w->def)->text, w->owner->full_name->text, type_name(instance));
    }
    return give(bind(e, w, instance), out);
}

static Obj *descriptor_repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "<slot wrapper '%s' of '%s' objects>",
                          wrapper_name(e, WRAPPER(o)->def)->text,
                          WRAPPER(o)->owner->full_name->text));
}

static Obj *bound_repr(Engine *e, Obj *o) {
    Wrapper *w = WRAPPER(o);
    return OBJ(str_format(e, "<method-wrapper '%s' of %s object at 0x%llx>",
                          wrapper_name(e, w->def)->text, type_name(w->self), obj_address(w->self)));
}

static bool bound_hash(Engine *e, Obj *o, uint32_t *hash) {
    (void)e;
    *hash = WRAPPER(o)->self->id * 31u + (uint32_t)WRAPPER(o)->def->name;
    return true;
}

static Res bound_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if ((op != CMP_EQ && op != CMP_NE) || !IS(e, b, method_wrapper)) return R_NOTIMPL;
    bool same = WRAPPER(a)->self == WRAPPER(b)->self && WRAPPER(a)->def == WRAPPER(b)->def;
    *out = obj_bool(e, same == (op == CMP_EQ));
    return R_OK;
}

static void bound_release(Engine *e, Obj *o) {
    drop_ref(e, WRAPPER(o)->self);
}

static Obj *get_name(Engine *e, Obj *o) {
    return incref(wrapper_name(e, WRAPPER(o)->def));
}

static Obj *get_qualname(Engine *e, Obj *o) {
    return OBJ(str_format(e, "%s.%s", WRAPPER(o)->owner->qualname->text,
                          wrapper_name(e, WRAPPER(o)->def)->text));
}

static Obj *get_objclass(Engine *e, Obj *o) {
    (void)e;
    return incref(WRAPPER(o)->owner);
}

static Obj *get_self(Engine *e, Obj *o) {
    (void)e;
    return incref(WRAPPER(o)->self);
}

static Obj *get_doc(Engine *e, Obj *o) {
    return OBJ(str_from(e, WRAPPER(o)->def->doc));
}

#define WRAP(dunder, slot, kind, op, doc)                                                          \
    { offsetof(NameTable, dunder), offsetof(TypeSlots, slot), WRAP_##kind, op, doc }
#define WRAP_ARITHMETIC(n, op)                                                                     \
    WRAP(__##n##__, binary, BINARY, op, "Return self op value."),                                  \
        WRAP(__r##n##__, binary, REFLECTED, op, "Return value op self."),                          \
        WRAP(__i##n##__, inplace, INPLACE, op, "Change self by value.")

const WrapperDef wrapper_defs[] = {
    WRAP(__repr__, repr, TEXT, 0, "Return repr(self)."),
    WRAP(__str__, str, TEXT, 0, "Return str(self)."),
    WRAP(__hash__, hash, HASH, 0, "Return hash(self)."),
    WRAP(__bool__, truth, VALUE, 0, "True if self else False"),
    WRAP(__len__, length, VALUE, 0, "Return len(self)."),
    WRAP_ARITHMETIC(add, OP_ADD),
    WRAP_ARITHMETIC(sub, OP_SUB),
    WRAP_ARITHMETIC(mul, OP_MUL),
    WRAP_ARITHMETIC(matmul, OP_MATMUL),
    WRAP_ARITHMETIC(truediv, OP_TRUEDIV),
    WRAP_ARITHMETIC(floordiv, OP_FLOORDIV),
    WRAP_ARITHMETIC(mod, OP_MOD),
    WRAP_ARITHMETIC(pow, OP_POW),
    WRAP_ARITHMETIC(lshift, OP_LSHIFT),
    WRAP_ARITHMETIC(rshift, OP_RSHIFT),
    WRAP_ARITHMETIC(and, OP_AND),
    WRAP_ARITHMETIC(or, OP_OR),
    WRAP_ARITHMETIC(xor, OP_XOR),
    WRAP(__neg__, unary, UNARY, OP_NEG, "-self"),
    WRAP(__pos__, unary, UNARY, OP_POS, "+self"),
    WRAP(__invert__, unary, UNARY, OP_INVERT, "~self"),
    WRAP(__lt__, compare, COMPARE, CMP_LT, "Return self<value."),
    WRAP(__le__, compare, COMPARE, CMP_LE, "Return self<=value."),
    WRAP(__eq__, compare, COMPARE, CMP_EQ, "Return self==value."),
    WRAP(__ne__, compare, COMPARE, CMP_NE, "Return self!=value."),
    WRAP(__gt__, compare, COMPARE, CMP_GT, "Return self>value."),
    WRAP(__ge__, compare, COMPARE, CMP_GE, "Return self>=value."),
    WRAP(__getitem__, getitem, WITH, 0, "Return self[key]."),
    WRAP(__setitem__, setitem, SETITEM, 0, "Set self[key] to value."),
    WRAP(__delitem__, setitem, DELITEM, 0, "Delete self[key]."),
    WRAP(__contains__, contains, WITH, 0, "Return key in self."),
    WRAP(__iter__, iter, VALUE, 0, "Implement iter(self)."),
    WRAP(__next__, next, NEXT, 0, "Implement next(self)."),
    WRAP(__await__, await_, VALUE, 0, "Return an iterator to be used in await expression."),
    WRAP(__aiter__, aiter, VALUE, 0,
         "Return an awaitable, that resolves in asynchronous iterator."),
    WRAP(__anext__, anext, VALUE, 0, "Return a value or raise StopAsyncIteration."),
    WRAP(__call__, call, CALL, 0, "Call self as a function."),
    WRAP(__getattribute__, getattr, GETATTR, 0, "Return getattr(self, name)."),
    WRAP(__setattr__, setattr, SETATTR, 0, "Implement setattr(self, name, value)."),
    WRAP(__delattr__, setattr, DELATTR, 0, "Implement delattr(self, name)."),
    WRAP(__get__, descr_get, GET, 0, "Return an attribute of instance, which is of type owner."),
    WRAP(__set__, descr_set, SET, 0, "Set an attribute of instance to value."),
    WRAP(__delete__, descr_set, DELETE, 0, "Delete an attribute of instance."),
    {0, 0, WRAP_TEXT, 0, NULL},
};

static const GetSetDef descriptor_getset[] = {{"__name__", get_name, NULL},
                                              {"__qualname__", get_qualname, NULL},
                                              {"__objclass__", get_objclass, NULL},
                                              {"__doc__", get_doc, NULL},
                                              {0}};

static const GetSetDef bound_getset[] = {
    {"__name__", get_name, NULL},         {"__qualname__", get_qualname, NULL},
    {"__objclass__", get_objclass, NULL}, {"__self__", get_self, NULL},
    {"__doc__", get_doc, NULL},           {0}};

const TypeSpec wrapper_descriptor_spec = {
    .name = "wrapper_descriptor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Wrapper),
    .flags = TYPE_NO_NEW,
    .slots = {.repr = descriptor_repr, .call = descriptor_call, .descr_get = descriptor_get},
    .getset = descriptor_getset,
};

const TypeSpec method_wrapper_spec = {
    .name = "method-wrapper",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Wrapper),
    .flags = TYPE_NO_NEW,
    .slots = {.release = bound_release,
              .repr = bound_repr,
              .hash = bound_hash,
              .compare = bound_compare,
              .call = bound_call},
    .getset = bound_getset,
};
