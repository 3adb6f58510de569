#include "object/float.h"

#include <math.h>
#include <string.h>

#include "object/complex.h"
#include "object/construct.h"
#include "object/decimal.h"
#include "object/error.h"
#include "object/int.h"
#include "object/number.h"
#include "object/str.h"
#include "object/text.h"

/* ---- Making -------------------------------------------------------------------------------- */

static Obj *new_typed(Engine *e, Type *type, double value) {
    Float *f = (Float *)obj_new(e, type, type->size);
    if (f) f->value = value;
    return OBJ(f);
}

Obj *float_new(Engine *e, double value) {
    return new_typed(e, TYPE(e, float), value);
}

/* Calls __float__ and checks what it returns; *found = false: there is none. */
static bool convert_by_float(Engine *e, Obj *o, double *value, bool *found) {
    Obj *result = vm_special_nested(e, o, N(e, __float__), NULL, 0, found);
    if (!result) return false;
    bool ok = HAS_LAYOUT(result, FLOAT);
    if (ok && !IS(e, result, float)) {
        Str *method = str_format(e, "%s.__float__", type_name(o));
        ok = method && vm_warn_strict_subclass(e, method->text, "float", result);
        xdecref(e, method);
        *value = float_value(result);
    } else if (ok) {
        *value = float_value(result);
    } else {
        err_null(e, T_TypeError, "%s.__float__ returned non-float (type %s)", type_name(o),
                 type_name(result));
    }
    decref(e, result);
    return ok;
}

/* *known = false: no exception, but the object is no number. */
static bool convert(Engine *e, Obj *o, double *value, bool *known) {
    *known = true;
    *value = 0;
    if (HAS_LAYOUT(o, FLOAT)) {
        *value = float_value(o);
        return true;
    }
    if (HAS_LAYOUT(o, INT)) return int_to_double(e, o, value);
    if (convert_by_float(e, o, value, known)) return true;
    if (*known) return false;
    *known = type_lookup(e, o->type, N(e, __index__)) != NULL;
    Obj *index = *known ? int_from_index(e, o) : NULL;
    if (!index) return false;
    bool ok = int_to_double(e, index, value);
    decref(e, index);
    return ok;
}

bool float_from(Engine *e, Obj *o, double *value) {
    bool known;
    if (convert(e, o, value, &known)) return true;
    if (!known) err_null(e, T_TypeError, "must be real number, not %s", type_name(o));
    return false;
}

/* ---- Slots --------------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    char text[FLOAT_REPR_SIZE];
    return OBJ(str_new(e, text, float_repr_text(float_value(o), text)));
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    (void)e;
    double value = float_value(o);
    *result = isnan(value) ? o->id : float_hash(value); /* NaNs differ from each other */
    return true;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, float_value(o) != 0);
    return R_OK;
}

Res float_operand(Engine *e, const Obj *o, double *value) {
    if (HAS_LAYOUT(o, FLOAT)) {
        *value = float_value(o);
        return R_OK;
    }
    if (!HAS_LAYOUT(o, INT)) return R_NOTIMPL;
    return int_to_double(e, o, value) ? R_OK : R_ERR;
}

static bool divide(Engine *e, BinaryOp op, double a, double b, double *r) {
    double rest;
    if (b == 0) {
        return err_false(e, T_ZeroDivisionError, "%s by zero",
                         op == OP_TRUEDIV    ? "float division"
                         : op == OP_FLOORDIV ? "float floor division"
                                             : "float modulo");
    }
    if (op == OP_TRUEDIV) {
        *r = a / b;
    } else {
        float_divmod(a, b, op == OP_FLOORDIV ? r : &rest, op == OP_MOD ? r : &rest);
    }
    return true;
}

static bool compute(Engine *e, BinaryOp op, double a, double b, double *r) {
    switch (op) {
    case OP_ADD: *r = a + b; return true;
    case OP_SUB: *r = a - b; return true;
    case OP_MUL: *r = a * b; return true;
    case OP_POW: return float_pow(e, a, b, r);
    default: return divide(e, op, a, b, r);
    }
}

/* A negative number to a fractional power. */
static bool is_complex_power(double a, double b) {
    return a < 0 && isfinite(a) && isfinite(b) && floor(b) != b;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    double x, y, result;
    bool known = op == OP_ADD || op == OP_SUB || op == OP_MUL || op == OP_TRUEDIV ||
                 op == OP_FLOORDIV || op == OP_MOD || op == OP_POW;
    if (!known) return R_NOTIMPL;
    Res res = float_operand(e, a, &x);
    if (res == R_OK) res = float_operand(e, b, &y);
    if (res != R_OK) return res;
    if (op == OP_POW && is_complex_power(x, y)) {
        *out = complex_power(e, (ComplexValue){x, 0}, (ComplexValue){y, 0});
        return *out ? R_OK : R_ERR;
    }
    if (!compute(e, op, x, y, &result)) return R_ERR;
    *out = float_new(e, result);
    return *out ? R_OK : R_ERR;
}

static Res unary(Engine *e, UnaryOp op, Obj *a, Obj **out) {
    if (op == OP_INVERT) {
        return err_res(e, T_TypeError, "bad operand type for unary ~: '%s'", type_name(a));
    }
    double value = float_value(a);
    *out =
        op == OP_POS && IS(e, a, float) ? incref(a) : float_new(e, op == OP_NEG ? -value : value);
    return *out ? R_OK : R_ERR;
}

/* Whether `op` holds for an order of -1, 0, 1 or 2 (not comparable). */
static bool order_holds(CompareOp op, int order) {
    switch (op) {
    case CMP_LT: return order == -1;
    case CMP_LE: return order == -1 || order == 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order == 1;
    default: return order == 1 || order == 0;
    }
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    double x = float_value(a);
    int order;
    if (HAS_LAYOUT(b, FLOAT)) {
        double y = float_value(b);
        order = x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
    } else if (HAS_LAYOUT(b, INT)) {
        order = int_compare_double(b, x);
        if (order != 2) order = -order;
    } else {
        return R_NOTIMPL;
    }
    *out = obj_bool(e, order_holds(op, order));
    return R_OK;
}

/* ---- float(x) ------------------------------------------------------------------------------ */

static bool parse(Engine *e, Obj *text, double *value) {
    TextSpan span = text_span(text);
    if (number_is_text(text) && decimal_read(span.start, text_size(span), value)) return true;
    Str *repr_text = obj_repr(e, text);
    if (!repr_text) return false;
    err_null(e, T_ValueError, "could not convert string to float: %s", repr_text->text);
    decref(e, repr_text);
    return false;
}

/* A text is read, but one of a class of the program is asked for its __float__ first. */
static bool value_of(Engine *e, Obj *o, double *value) {
    bool known, text = HAS_LAYOUT(o, STR) || HAS_LAYOUT(o, BYTES);
    if (text && !(o->type->flags & TYPE_HEAP)) return parse(e, o, value);
    if (IS(e, o, float)) {
        *value = float_value(o);
        return true;
    }
    bool number = HAS_LAYOUT(o, FLOAT) || HAS_LAYOUT(o, INT);
    if (number && (o->type->flags & TYPE_HEAP)) return convert_by_float(e, o, value, &known);
    if (convert(e, o, value, &known)) return true;
    if (known) return false;
    if (text) return parse(e, o, value);
    return err_false(e, T_TypeError, "float() argument must be a string or a real number, not '%s'",
                     type_name(o));
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    static const ConstructorArgs parameters = {"float", NULL, 1, 1, true};
    Obj *argument;
    double value = 0;
    if (!construct_bind(e, &parameters, args, nargs, kwnames, &argument)) return R_ERR;
    if (argument && IS(e, argument, float) && type == TYPE(e, float)) {
        *out = incref(argument);
        return R_OK;
    }
    if (argument && !value_of(e, argument, &value)) return R_ERR;
    *out = new_typed(e, type, value);
    return *out ? R_OK : R_ERR;
}

const TypeSpec float_spec = {
    .name = "float",
    .base = T_object,
    .layout = LAYOUT_FLOAT,
    .size = sizeof(Float),
    .flags = TYPE_BASE,
    .slots =
        {
            .repr = repr,
            .hash = hash,
            .truth = truth,
            .binary = binary,
            .unary = unary,
            .compare = compare,
            .construct = construct,
        },
    .methods = float_methods,
    .getset = float_getset,
    .doc = "A number with a fraction: an IEEE double.",
};
