#include "object/format_spec.h"

#include <limits.h>
#include <math.h>

#include "object/decimal.h"
#include "object/error.h"

/* How the digits of a double are written. */
typedef struct {
    char type;       /* e f g r (shortest), in small letters */
    bool upper;      /* E, INF, NAN */
    bool alternate;  /* a point always, zeros at the end kept */
    bool point_zero; /* ".0" behind a whole number without exponent */
    int64_t precision;
} FloatStyle;

static char digit_at(const Decimal *d, int64_t i) {
    return i >= 0 && i < d->count ? d->digits[i] : '0'; /* before the first digit: 0.00d */
}

static void put_digits(StrBuf *b, const Decimal *d, int64_t from, int64_t count) {
    for (int64_t i = from; i < from + count && !b->failed; i++) {
        if (i >= d->count) { /* nothing but zeros from here on */
            strbuf_fill(b, '0', from + count - i);
            return;
        }
        strbuf_char(b, digit_at(d, i));
    }
}

/* The number with `places` digits behind the point. */
static void put_fixed(StrBuf *b, const Decimal *d, int64_t places, bool point) {
    if (d->point <= 0) strbuf_char(b, '0');
    if (d->point > 0) put_digits(b, d, 0, d->point);
    if (places > 0 || point) strbuf_char(b, '.');
    put_digits(b, d, d->point, places);
}

static void put_scientific(StrBuf *b, const Decimal *d, int64_t places, const FloatStyle *f) {
    int exponent = d->point - 1;
    strbuf_char(b, digit_at(d, 0));
    if (places > 0 || f->alternate) strbuf_char(b, '.');
    put_digits(b, d, 1, places);
    strbuf_printf(b, "%c%c%02d", f->upper ? 'E' : 'e', exponent < 0 ? '-' : '+',
                  exponent < 0 ? -exponent : exponent);
}

/* Types g and r: with an exponent where the number is very large or small. */
static void put_general(StrBuf *b, const Decimal *d, const FloatStyle *f) {
    int64_t limit = f->type == 'r' ? 16 : f->precision - f->point_zero;
    int64_t shown = f->alternate && f->type == 'g' ? f->precision : d->count;
    if (d->point > limit || d->point <= -4) {
        put_scientific(b, d, shown > 1 ? shown - 1 : 0, f);
        return;
    }
    int64_t places = shown > d->point ? shown - d->point : 0;
    if (f->point_zero && places == 0) places = 1;
    put_fixed(b, d, places, f->alternate);
}

/* After so many digits there are only zeros. */
static int to_keep(int64_t digits) {
    enum { ENOUGH = 2 * DECIMAL_DIGITS };
    return digits < ENOUGH ? (int)digits : ENOUGH;
}

static void put_magnitude(StrBuf *b, double value, const FloatStyle *f) {
    Decimal d;
    if (f->type == 'r') {
        decimal_shortest(&d, value);
    } else {
        decimal_exact(&d, value);
        int before = f->type == 'f' ? d.point : f->type == 'e' ? 1 : 0;
        decimal_round(&d, before + to_keep(f->precision));
    }
    if (d.count == 0) d.point = 1; /* zero is written like any digit before the point */
    if (f->type == 'f') {
        put_fixed(b, &d, f->precision, f->alternate);
    } else if (f->type == 'e') {
        put_scientific(b, &d, f->precision, f);
    } else {
        put_general(b, &d, f);
    }
}

static void put_finite_or_not(StrBuf *b, double value, const FloatStyle *f) {
    if (isfinite(value)) {
        put_magnitude(b, fabs(value), f);
    } else {
        strbuf_text(b, isnan(value) ? (f->upper ? "NAN" : "nan") : f->upper ? "INF" : "inf");
    }
}

/* Types of format() and of the % operator. */
static FloatStyle style_of(const FormatSpec *s) {
    uint32_t type = s->type;
    bool upper = type == 'E' || type == 'F' || type == 'G';
    FloatStyle f = {.upper = upper, .alternate = s->alternate, .precision = s->precision};
    f.type = (char)(type == '%' ? 'f' : type == 'n' ? 'g' : upper ? type + 32 : type);
    if (type == 0) {
        f.type = s->precision < 0 ? 'r' : 'g';
        f.point_zero = true;
    }
    if (f.precision < 0) f.precision = 6;
    if (f.type == 'g' && f.precision == 0) f.precision = 1;
    return f;
}

/* No other digit than 0 before the exponent. */
static bool is_zero(const char *text, size_t size) {
    for (size_t i = 0; i < size && (text[i] == '.' || (text[i] >= '0' && text[i] <= '9')); i++) {
        if (text[i] > '0') return false;
    }
    return true;
}

bool format_put_double(Engine *e, StrBuf *b, double value, const FormatSpec *s) {
    if (s->precision > INT_MAX) return err_false(e, T_ValueError, "precision too big");
    FloatStyle style = style_of(s);
    if (s->type == '%') value *= 100;
    StrBuf text;
    strbuf_init(&text, e);
    put_finite_or_not(&text, value, &style);
    if (s->type == '%') strbuf_char(&text, '%');
    if (text.failed) {
        strbuf_clear(&text);
        return false;
    }
    NumberParts n = {.prefix = "", .digits = text.text};
    while (n.digit_count < text.size && text.text[n.digit_count] >= '0' &&
           text.text[n.digit_count] <= '9') {
        n.digit_count++;
    }
    n.rest = text.text + n.digit_count;
    n.rest_size = text.size - n.digit_count;
    bool negative = signbit(value) && !isnan(value);
    bool vanishes = s->no_minus_zero && isfinite(value) && is_zero(text.text, text.size);
    if (negative && !vanishes) n.sign = '-';
    format_put_number(b, &n, s, 3);
    strbuf_clear(&text);
    return true;
}
