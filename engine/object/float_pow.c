#include "object/float.h"

#include <math.h>

#include "object/construct.h"
#include "object/double2.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str.h"

/* a > 0 and neither number special. Whole exponents of moderate size are multiplied out, so that
 * results that fit into 106 bits are exact before they are rounded. */
static double positive_power(double a, double b) {
    enum { MOST_FACTORS = 512 };
    if (a == 1) return 1;
    Double2 result;
    int exponent;
    if (floor(b) == b && fabs(b) <= MOST_FACTORS) {
        double mantissa = frexp(a, &exponent);
        return double2_scale(double2_power(mantissa, (int)b), exponent * (int)b);
    }
    Double2 log = double2_log(a);
    if (fabs(log.hi * b) > 800) return (log.hi > 0) == (b > 0) ? HUGE_VAL : 0;
    exponent = double2_exp(double2_mul(log, (Double2){b, 0}), &result);
    return double2_scale(result, exponent);
}

static bool is_odd(double b) {
    return fabs(fmod(b, 2)) == 1;
}

/* What IEEE 754 prescribes for zeros, infinities and NaNs; false: an ordinary case. */
static bool special_power(double a, double b, double *result) {
    if (b == 0 || a == 1) {
        *result = 1;
    } else if (isnan(a) || isnan(b)) {
        *result = NAN;
    } else if (isinf(b)) {
        *result = fabs(a) == 1 ? 1 : (fabs(a) > 1) == (b > 0) ? HUGE_VAL : 0;
    } else if (isinf(a) || a == 0) {
        *result = (a != 0) == (b > 0) ? HUGE_VAL : 0;
        if (is_odd(b)) *result = copysign(*result, a);
    } else {
        return false;
    }
    return true;
}

/* OverflowError(34, 'Numerical result out of range'), as the C library's error number gives it. */
static bool out_of_range(Engine *e) {
    Obj *args[] = {int_new(e, 34), OBJ(str_from(e, "Numerical result out of range"))};
    if (args[0] && args[1]) construct_raise(e, T_OverflowError, args, 2);
    xdecref(e, args[0]);
    xdecref(e, args[1]);
    return false;
}

bool float_pow(Engine *e, double a, double b, double *result) {
    if (a == 0 && b < 0) {
        return err_false(e, T_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    }
    if (special_power(a, b, result)) return true;
    ASSERT(a > 0 || floor(b) == b, "the others are complex");
    *result = positive_power(fabs(a), b);
    if (a < 0 && is_odd(b)) *result = -*result;
    return !isinf(*result) || out_of_range(e);
}
