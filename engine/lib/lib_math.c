/* The module math: functions of floats. Those of ints are in lib_math_int.c, those that consume
 * iterables in lib/py/math.py. */
#include "lib/lib_math.h"

#include <math.h>

#include "lib/lib_parts.h"
#include "object/bigint.h"
#include "object/float.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"

/* ---- one float to one float ---------------------------------------------------------------- */

static Obj *domain_error(Engine *e) {
    return err_null(e, T_ValueError, "math domain error");
}

static Obj *range_error(Engine *e) {
    return err_null(e, T_OverflowError, "math range error");
}

/* A NaN from a number is a domain error, an infinity from a finite number a range error: for
 * functions with poles a domain error too. */
static Obj *checked(Engine *e, double result, bool nan_in, bool infinite_in, bool has_poles) {
    if (isnan(result) && !nan_in) return domain_error(e);
    if (isinf(result) && !nan_in && !infinite_in) {
        return has_poles ? domain_error(e) : range_error(e);
    }
    return float_new(e, result);
}

static Obj *apply(Engine *e, Obj *argument, double (*function)(double), bool has_poles) {
    double x;
    if (!float_from(e, argument, &x)) return NULL;
    return checked(e, function(x), isnan(x), isinf(x), has_poles);
}

#define PI 3.14159265358979323846
static double to_degrees(double x) {
    return x * (180.0 / PI);
}
static double to_radians(double x) {
    return x * (PI / 180.0);
}

/* X(name, function, infinite results are poles) */
#define FUNCTIONS(X)                                                                               \
    X(acos, acos, false)                                                                           \
    X(acosh, acosh, false)                                                                         \
    X(asin, asin, false)                                                                           \
    X(asinh, asinh, false)                                                                         \
    X(atan, atan, false)                                                                           \
    X(atanh, atanh, true)                                                                          \
    X(cbrt, cbrt, false)                                                                           \
    X(cos, cos, false)                                                                             \
    X(cosh, cosh, false)                                                                           \
    X(degrees, to_degrees, false)                                                                  \
    X(erf, erf, false)                                                                             \
    X(erfc, erfc, false)                                                                           \
    X(exp, exp, false)                                                                             \
    X(exp2, exp2, false)                                                                           \
    X(expm1, expm1, false)                                                                         \
    X(fabs, fabs, false)                                                                           \
    X(lgamma, lgamma, true)                                                                        \
    X(log1p, log1p, true)                                                                          \
    X(radians, to_radians, false)                                                                  \
    X(sin, sin, false)                                                                             \
    X(sinh, sinh, false)                                                                           \
    X(sqrt, sqrt, false)                                                                           \
    X(tan, tan, false)                                                                             \
    X(tanh, tanh, false)

#define FUNCTION_NATIVE(name, function, has_poles)                                                 \
    static Obj *name##_native(Engine *e, Obj *const *a) {                                          \
        return apply(e, a[0], function, has_poles);                                                \
    }
FUNCTIONS(FUNCTION_NATIVE)

static Obj *gamma_native(Engine *e, Obj *const *a) {
    double x;
    if (!float_from(e, a[0], &x)) return NULL;
    if (x <= 0 && x == floor(x)) return domain_error(e);
    /* Factorials are exact where doubles are. */
    if (x == floor(x) && x >= 1 && x <= 23) {
        double product = 1;
        for (double k = 2; k < x; k++) product *= k;
        return float_new(e, product);
    }
    return checked(e, tgamma(x), isnan(x), isinf(x), false);
}

/* ---- log, pow ------------------------------------------------------------------------------ */

/* A logarithm of a number; that of an int beyond the range of floats is taken in two parts. */
static bool logarithm(Engine *e, Obj *o, double (*function)(double), double *result) {
    double x;
    bool huge = HAS_LAYOUT(o, INT) && int_is_big(o) && int_value(o) > 0;
    if (huge) {
        int64_t exponent;
        double fraction = big_frexp(o, &exponent);
        if (exponent > 1023) {
            *result = function(fraction) + function(2.0) * (double)exponent;
            return true;
        }
    }
    bool negative = HAS_LAYOUT(o, INT) && int_value(o) <= 0;
    if (!negative && !float_from(e, o, &x)) return false;
    if (negative || x <= 0) {
        domain_error(e);
        return false;
    }
    *result = function(x);
    return true;
}

static bool natural_log(Engine *e, Obj *o, double *result) {
    return logarithm(e, o, log, result);
}

static Obj *log2_native(Engine *e, Obj *const *a) {
    double result;
    return logarithm(e, a[0], log2, &result) ? float_new(e, result) : NULL;
}

static Obj *log10_native(Engine *e, Obj *const *a) {
    double result;
    return logarithm(e, a[0], log10, &result) ? float_new(e, result) : NULL;
}

static Obj *log_native(Engine *e, Obj *const *a) {
    double number, base;
    if (!natural_log(e, a[0], &number)) return NULL;
    if (!a[1]) return float_new(e, number);
    if (!natural_log(e, a[1], &base)) return NULL;
    if (base == 0) return err_null(e, T_ZeroDivisionError, "float division by zero");
    return float_new(e, number / base);
}

static Obj *pow_native(Engine *e, Obj *const *a) {
    double x, y;
    if (!float_from(e, a[0], &x) || !float_from(e, a[1], &y)) return NULL;
    double result = pow(x, y);
    bool finite = isfinite(x) && isfinite(y);
    if (isnan(result) && !isnan(x) && !isnan(y)) return domain_error(e);
    if (isinf(result) && finite) return x == 0 ? domain_error(e) : range_error(e);
    return float_new(e, result);
}

/* ---- two floats ---------------------------------------------------------------------------- */

static bool two(Engine *e, Obj *const *a, double *x, double *y) {
    return float_from(e, a[0], x) && float_from(e, a[1], y);
}

static Obj *atan2_native(Engine *e, Obj *const *a) {
    double y, x;
    return two(e, a, &y, &x) ? float_new(e, atan2(y, x)) : NULL;
}

static Obj *copysign_native(Engine *e, Obj *const *a) {
    double x, y;
    return two(e, a, &x, &y) ? float_new(e, copysign(x, y)) : NULL;
}

static Obj *fmod_native(Engine *e, Obj *const *a) {
    double x, y;
    if (!two(e, a, &x, &y)) return NULL;
    return checked(e, fmod(x, y), isnan(x) || isnan(y), false, false);
}

static Obj *remainder_native(Engine *e, Obj *const *a) {
    double x, y;
    if (!two(e, a, &x, &y)) return NULL;
    return checked(e, remainder(x, y), isnan(x) || isnan(y), false, false);
}

static Obj *nextafter_native(Engine *e, Obj *const *a) {
    double x, y;
    int64_t steps = 1;
    if (!two(e, a, &x, &y) || (a[2] != e->none && !int_index(e, a[2], &steps))) return NULL;
    if (steps < 0) return err_null(e, T_ValueError, "steps must be a non-negative integer");
    for (; steps > 0 && x != y && !isnan(x); steps--) {
        if (steps > 1000000) return err_null(e, T_OverflowError, "that is too many steps");
        x = nextafter(x, y);
    }
    return float_new(e, isnan(y) ? y : x);
}

static Obj *fma_native(Engine *e, Obj *const *a) {
    double x, y, z;
    if (!two(e, a, &x, &y) || !float_from(e, a[2], &z)) return NULL;
    bool nan_in = isnan(x) || isnan(y) || isnan(z);
    double result = fma(x, y, z);
    if (isnan(result) && !nan_in) return err_null(e, T_ValueError, "invalid operation in fma");
    if (isinf(result) && isfinite(x) && isfinite(y) && isfinite(z)) {
        return err_null(e, T_OverflowError, "overflow in fma");
    }
    return float_new(e, result);
}

static Obj *ulp_native(Engine *e, Obj *const *a) {
    double x;
    if (!float_from(e, a[0], &x)) return NULL;
    if (isnan(x)) return float_new(e, x);
    x = fabs(x);
    if (isinf(x)) return float_new(e, x);
    double next = nextafter(x, INFINITY);
    return float_new(e, isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

static Obj *isclose_native(Engine *e, Obj *const *a) {
    double x, y, relative = 1e-9, absolute = 0;
    if (!two(e, a, &x, &y) || (a[2] && !float_from(e, a[2], &relative)) ||
        (a[3] && !float_from(e, a[3], &absolute))) {
        return NULL;
    }
    if (relative < 0 || absolute < 0) {
        return err_null(e, T_ValueError, "tolerances must be non-negative");
    }
    if (x == y) return e->true_;
    if (isinf(x) || isinf(y)) return e->false_;
    double difference = fabs(y - x);
    return obj_bool(e, difference <= fabs(relative * y) || difference <= fabs(relative * x) ||
                           difference <= absolute);
}

/* ---- parts of a float ---------------------------------------------------------------------- */

static Obj *pair(Engine *e, Obj *first, Obj *second) {
    Obj *both = first && second ? OBJ(tuple_pack(e, 2, first, second)) : NULL;
    xdecref(e, first);
    xdecref(e, second);
    return both;
}

static Obj *frexp_native(Engine *e, Obj *const *a) {
    double x;
    int exponent = 0;
    if (!float_from(e, a[0], &x)) return NULL;
    double mantissa = isfinite(x) ? frexp(x, &exponent) : x;
    return pair(e, float_new(e, mantissa), int_new(e, exponent));
}

static Obj *modf_native(Engine *e, Obj *const *a) {
    double x, whole;
    if (!float_from(e, a[0], &x)) return NULL;
    double fraction = modf(x, &whole);
    return pair(e, float_new(e, fraction), float_new(e, whole));
}

static Obj *ldexp_native(Engine *e, Obj *const *a) {
    double x;
    int64_t exponent;
    if (!float_from(e, a[0], &x) || !int_clamp(e, a[1], &exponent)) return NULL;
    int limited = exponent > 10000 ? 10000 : exponent < -10000 ? -10000 : (int)exponent;
    double result = ldexp(x, limited);
    return isinf(result) && !isinf(x) ? range_error(e) : float_new(e, result);
}

#define TEST(name)                                                                                 \
    static Obj *name##_native(Engine *e, Obj *const *a) {                                          \
        double x;                                                                                  \
        return float_from(e, a[0], &x) ? obj_bool(e, name(x)) : NULL;                              \
    }
TEST(isfinite)
TEST(isinf)
TEST(isnan)

/* ---- floor, ceil, trunc: a class of the program may define them ---------------------------- */

static Res whole(Engine *e, Obj *o, Str *name, double (*function)(double), Obj **out) {
    if (type_lookup(e, o->type, name)) return op_call_special(e, o, name, NULL, 0, out);
    double x;
    if (!float_from(e, o, &x)) return R_ERR;
    *out = int_from_double(e, function(x));
    return *out ? R_OK : R_ERR;
}

static Res floor_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, whole(e, f->slot[0], N(e, __floor__), floor, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res ceil_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, whole(e, f->slot[0], N(e, __ceil__), ceil, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res trunc_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!type_lookup(e, f->slot[0]->type, N(e, __trunc__))) {
        return err_res(e, T_TypeError, "type %s doesn't define __trunc__ method",
                       type_name(f->slot[0]));
    }
    STEP(1, op_call_special(e, f->slot[0], N(e, __trunc__), NULL, 0, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

#define FUNCTION_ROW(name_, function, has_poles)                                                   \
    {.name = #name_, .signature = "x, /", .fn = name_##_native},

static const NativeDef defs[] = {
    FUNCTIONS(FUNCTION_ROW){.name = "gamma", .signature = "x, /", .fn = gamma_native},
    {.name = "log2", .signature = "x, /", .fn = log2_native},
    {.name = "log10", .signature = "x, /", .fn = log10_native},
    {.name = "log", .signature = "x, base=, /", .fn = log_native},
    {.name = "pow", .signature = "x, y, /", .fn = pow_native},
    {.name = "atan2", .signature = "y, x, /", .fn = atan2_native},
    {.name = "copysign", .signature = "x, y, /", .fn = copysign_native},
    {.name = "fmod", .signature = "x, y, /", .fn = fmod_native},
    {.name = "remainder", .signature = "x, y, /", .fn = remainder_native},
    {.name = "nextafter", .signature = "x, y, /, *, steps=None", .fn = nextafter_native},
    {.name = "fma", .signature = "x, y, z, /", .fn = fma_native},
    {.name = "ulp", .signature = "x, /", .fn = ulp_native},
    {.name = "isclose", .signature = "a, b, *, rel_tol=, abs_tol=", .fn = isclose_native},
    {.name = "frexp", .signature = "x, /", .fn = frexp_native},
    {.name = "modf", .signature = "x, /", .fn = modf_native},
    {.name = "ldexp", .signature = "x, i, /", .fn = ldexp_native},
    {.name = "isfinite", .signature = "x, /", .fn = isfinite_native},
    {.name = "isinf", .signature = "x, /", .fn = isinf_native},
    {.name = "isnan", .signature = "x, /", .fn = isnan_native},
    {.name = "floor", .signature = "x, /", .step = floor_step},
    {.name = "ceil", .signature = "x, /", .step = ceil_step},
    {.name = "trunc", .signature = "x, /", .step = trunc_step},
    {0},
};

bool lib_math_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs) && lib_add_natives(e, module, lib_math_int_defs) &&
           lib_add(e, module, "pi", float_new(e, PI)) &&
           lib_add(e, module, "e", float_new(e, 2.71828182845904523536)) &&
           lib_add(e, module, "tau", float_new(e, 2 * PI)) &&
           lib_add(e, module, "inf", float_new(e, INFINITY)) &&
           lib_add(e, module, "nan", float_new(e, NAN));
}
