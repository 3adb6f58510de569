#ifndef OBJECT_DECIMAL_H
#define OBJECT_DECIMAL_H
/* Doubles as decimal digits and back: exact, shortest and correctly rounded, by integers only, so
 * that no C library's printf or strtod has a say in what a program prints. */

#include "base/common.h"

/* The exact expansion of a double has at most 767 significant digits. */
enum { DECIMAL_DIGITS = 800 };

/* 0.d1d2d3... times 10 to the power `point`; no digits = zero. No zeros at either end. */
typedef struct {
    int count, point;
    char digits[DECIMAL_DIGITS]; /* '0' to '9' */
} Decimal;

/* The magnitude of a finite double, all of its digits. */
void decimal_exact(Decimal *d, double value);
/* The fewest digits that read back as the same double; among those the closest. */
void decimal_shortest(Decimal *d, double value);
/* Rounds half to even after `keep` digits; keep <= 0 rounds to zero or to one digit before. */
void decimal_round(Decimal *d, int keep);
/* The nearest double (ties to even) to `count` digits times 10^exponent; infinity when too large.
 * `digits` may have any length and leading zeros. */
double decimal_value(const char *digits, size_t count, int64_t exponent);
/* The number that float(text) makes, white space around it and underscores allowed. False: the text
 * is none. */
bool decimal_read(const char *text, size_t size, double *value);

#endif
