#include "object/float.h"

#include <math.h>

#include "object/error.h"
#include "object/float_hex.h"
#include "object/format.h"
#include "object/int.h"
#include "object/number.h"
#include "object/str.h"
#include "object/tuple.h"

static Obj *to_float(Engine *e, Obj *o) {
    return IS(e, o, float) ? incref(o) : float_new(e, float_value(o));
}

static Obj *native_self(Engine *e, Obj *const *a) {
    return to_float(e, a[0]);
}

static Obj *native_trunc(Engine *e, Obj *const *a) {
    return int_from_double(e, trunc(float_value(a[0])));
}

static Obj *native_floor(Engine *e, Obj *const *a) {
    return int_from_double(e, floor(float_value(a[0])));
}

static Obj *native_ceil(Engine *e, Obj *const *a) {
    return int_from_double(e, ceil(float_value(a[0])));
}

static Obj *native_abs(Engine *e, Obj *const *a) {
    return float_new(e, fabs(float_value(a[0])));
}

/* To the nearest whole number, half to even, whatever the rounding mode. */
static double round_whole(double value) {
    double down = floor(value), rest = value - down;
    if (rest < 0.5 || (rest == 0.5 && fmod(down, 2) == 0)) return down;
    return rest >= 0.5 ? down + 1 : value;
}

static Obj *native_round(Engine *e, Obj *const *a) {
    double value = float_value(a[0]);
    if (a[1] == e->none) return int_from_double(e, isfinite(value) ? round_whole(value) : value);
    int64_t digits;
    if (!int_clamp(e, a[1], &digits)) return NULL;
    double result = float_round(value, digits);
    if (isinf(result) && !isinf(value)) {
        return err_null(e, T_OverflowError, "rounded value too large to represent");
    }
    return float_new(e, result);
}

/* ---- divmod -------------------------------------------------------------------------------- */

static Obj *divide(Engine *e, Obj *a, Obj *b) {
    double x, y, quotient, rest;
    Res res = float_operand(e, a, &x);
    if (res == R_OK) res = float_operand(e, b, &y);
    if (res != R_OK) return res == R_ERR ? NULL : e->not_implemented;
    if (y == 0) return err_null(e, T_ZeroDivisionError, "float divmod()");
    float_divmod(x, y, &quotient, &rest);
    return number_pair(e, float_new(e, quotient), float_new(e, rest));
}

static Obj *native_divmod(Engine *e, Obj *const *a) {
    return divide(e, a[0], a[1]);
}
static Obj *native_rdivmod(Engine *e, Obj *const *a) {
    return divide(e, a[1], a[0]);
}

/* ---- What the number is -------------------------------------------------------------------- */

static Obj *native_is_integer(Engine *e, Obj *const *a) {
    double value = float_value(a[0]);
    return obj_bool(e, isfinite(value) && floor(value) == value);
}

static Obj *native_as_integer_ratio(Engine *e, Obj *const *a) {
    double value = float_value(a[0]);
    if (isnan(value)) return err_null(e, T_ValueError, "cannot convert NaN to integer ratio");
    if (isinf(value))
        return err_null(e, T_OverflowError, "cannot convert Infinity to integer ratio");
    int64_t halvings = 0;
    for (; floor(value) != value; value *= 2) halvings++;
    Obj *count = int_new(e, halvings);
    if (!count) return NULL;
    Obj *denominator = int_binary(e, OP_LSHIFT, e->true_, count);
    decref(e, count);
    return denominator ? number_pair(e, int_from_double(e, value), denominator) : NULL;
}

static Obj *native_hex(Engine *e, Obj *const *a) {
    char text[FLOAT_HEX_SIZE];
    return OBJ(str_new(e, text, float_hex_text(float_value(a[0]), text)));
}

static Obj *native_fromhex(Engine *e, Obj *const *a) {
    double value = 0;
    if (!HAS_LAYOUT(a[1], STR)) {
        return err_null(e, T_TypeError, "bad argument type for built-in operation");
    }
    switch (float_hex_read(STR(a[1])->text, STR(a[1])->size, &value)) {
    case FLOAT_HEX_READ: break;
    case FLOAT_HEX_INVALID:
        return err_null(e, T_ValueError, "invalid hexadecimal floating-point string");
    case FLOAT_HEX_TOO_LARGE:
        return err_null(e, T_OverflowError, "hexadecimal value too large to represent as a float");
    }
    Type *type = (Type *)a[0];
    Obj *plain = float_new(e, value), *result = NULL;
    if (!plain || type == TYPE(e, float)) return plain;
    Res res = TYPE(e, float)->slots.construct(e, type, &plain, 1, NULL, &result);
    decref(e, plain);
    return res == R_OK ? result : NULL;
}

static Obj *native_getnewargs(Engine *e, Obj *const *a) {
    Obj *value = to_float(e, a[0]);
    if (!value) return NULL;
    Tuple *t = tuple_pack(e, 1, value);
    decref(e, value);
    return OBJ(t);
}

static Obj *get_self(Engine *e, Obj *o) {
    return to_float(e, o);
}

static Obj *get_zero(Engine *e, Obj *o) {
    (void)o;
    return float_new(e, 0);
}

const NativeDef float_methods[] = {
    {.name = "__float__", .signature = "self, /", .fn = native_self},
    {.name = "__int__", .signature = "self, /", .fn = native_trunc},
    {.name = "__trunc__", .signature = "self, /", .fn = native_trunc},
    {.name = "__floor__", .signature = "self, /", .fn = native_floor},
    {.name = "__ceil__", .signature = "self, /", .fn = native_ceil},
    {.name = "__abs__", .signature = "self, /", .fn = native_abs},
    {.name = "__round__", .signature = "self, ndigits=None, /", .fn = native_round},
    {.name = "__divmod__", .signature = "self, value, /", .fn = native_divmod},
    {.name = "__rdivmod__", .signature = "self, value, /", .fn = native_rdivmod},
    {.name = "__format__", .signature = "self, format_spec, /", .fn = format_native_method},
    {.name = "__getnewargs__", .signature = "self, /", .fn = native_getnewargs},
    {.name = "conjugate", .signature = "self, /", .fn = native_self},
    {.name = "is_integer", .signature = "self, /", .fn = native_is_integer},
    {.name = "as_integer_ratio", .signature = "self, /", .fn = native_as_integer_ratio},
    {.name = "hex", .signature = "self, /", .fn = native_hex},
    {.name = "fromhex",
     .signature = "type, string, /",
     .fn = native_fromhex,
     .flags = NATIVE_CLASS},
    {0},
};

const GetSetDef float_getset[] = {
    {"real", get_self, NULL},
    {"imag", get_zero, NULL},
    {NULL, NULL, NULL},
};
