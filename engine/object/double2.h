#ifndef OBJECT_DOUBLE2_H
#define OBJECT_DOUBLE2_H
/* Arithmetic with pairs of doubles (about 104 bits), for functions whose results must be the same
 * on every machine: a C library's exp, log and pow are not. Results rounded to one double are right
 * but for the last bit of about one in 2^40. */

#include "base/common.h"

/* hi + lo, hi being the double nearest to the sum. */
typedef struct {
    double hi, lo;
} Double2;

Double2 double2_add(Double2 a, Double2 b);
Double2 double2_mul(Double2 a, Double2 b);
Double2 double2_div(Double2 a, Double2 b);
/* e to the power a, as *result * 2^(returned exponent); |a| below 10000. */
int double2_exp(Double2 a, Double2 *result);
/* The natural logarithm of a finite number above 0. */
Double2 double2_log(double x);
/* a to the power n, 0.5 <= |a| <= 2, |n| <= 512. */
Double2 double2_power(double a, int n);
/* a * 2^exponent, rounded once, subnormal results too. */
double double2_scale(Double2 a, int exponent);

#endif
