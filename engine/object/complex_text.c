/* complex as text: repr, reading, formatting. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "object/complex.h"
#include "object/decimal.h"
#include "object/error.h"
#include "object/float.h"
#include "object/format_spec.h"

/* ---- repr ---------------------------------------------------------------------------------- */

/* As float's repr without ".0". */
static size_t part_text(double value, char buffer[FLOAT_REPR_SIZE]) {
    size_t size = float_repr_text(value, buffer);
    if (size > 2 && strcmp(buffer + size - 2, ".0") == 0) buffer[size -= 2] = '\0';
    return size;
}

/* A real part of +0 is left out. */
static bool has_real(ComplexValue value) {
    return !(value.real == 0 && !signbit(value.real));
}

size_t complex_text(ComplexValue value, char buffer[COMPLEX_TEXT_SIZE]) {
    char real[FLOAT_REPR_SIZE], imag[FLOAT_REPR_SIZE];
    part_text(value.real, real);
    part_text(value.imag, imag);
    if (!has_real(value)) return (size_t)snprintf(buffer, COMPLEX_TEXT_SIZE, "%sj", imag);
    const char *plus = *imag == '-' ? "" : "+";
    return (size_t)snprintf(buffer, COMPLEX_TEXT_SIZE, "(%s%s%sj)", real, plus, imag);
}

/* ---- reading ------------------------------------------------------------------------------- */

typedef struct {
    const char *at, *end;
} Reader;

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_blanks(Reader *r) {
    while (r->at < r->end && is_blank(*r->at)) r->at++;
}

static bool take(Reader *r, char c) {
    if (r->at == r->end || *r->at != c) return false;
    r->at++;
    return true;
}

static bool is_imaginary_unit(const Reader *r) {
    return r->at < r->end && (*r->at == 'j' || *r->at == 'J');
}

static bool ends_exponent(const char *start, const char *at) {
    return at > start && (at[-1] == 'e' || at[-1] == 'E') && start < at - 1 &&
           (isdigit((unsigned char)at[-2]) || at[-2] == '.');
}

/* The longest text without blanks that may be one number, sign included. */
static bool read_number(Reader *r, double *value) {
    const char *start = r->at, *p = r->at;
    if (p < r->end && (*p == '+' || *p == '-')) p++;
    const char *digits = p;
    while (p < r->end && (isalnum((unsigned char)*p) || *p == '.' || *p == '_' ||
                          ((*p == '+' || *p == '-') && ends_exponent(digits, p)))) {
        if (*p == 'j' || *p == 'J') break;
        p++;
    }
    if (!decimal_read(start, (size_t)(p - start), value)) return false;
    r->at = p;
    return true;
}

/* "j" alone, after a sign or none, is one imaginary unit. */
static bool read_part(Reader *r, double *value, bool *imaginary) {
    const char *start = r->at;
    *imaginary = true;
    *value = start < r->end && *start == '-' ? -1 : 1;
    if (start < r->end && (*start == '+' || *start == '-')) r->at++;
    if (is_imaginary_unit(r)) {
        r->at++;
        return true;
    }
    r->at = start;
    if (!read_number(r, value)) return false;
    *imaginary = is_imaginary_unit(r);
    if (*imaginary) r->at++;
    return true;
}

bool complex_read(const char *text, size_t size, ComplexValue *value) {
    Reader r = {text, text + size};
    bool imaginary;
    double part;
    *value = (ComplexValue){0, 0};
    skip_blanks(&r);
    bool closes = take(&r, '(');
    skip_blanks(&r);
    if (!read_part(&r, &part, &imaginary)) return false;
    *(imaginary ? &value->imag : &value->real) = part;
    if (!imaginary && r.at < r.end && (*r.at == '+' || *r.at == '-')) {
        if (!read_part(&r, &value->imag, &imaginary) || !imaginary) return false;
    }
    skip_blanks(&r);
    if (closes && !take(&r, ')')) return false;
    skip_blanks(&r);
    return r.at == r.end;
}

/* ---- format -------------------------------------------------------------------------------- */

/* '#': a number has its point, even with no digit behind it. */
static size_t put_point(char *text, size_t size) {
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || text[digits] == '.') return size;
    memmove(text + digits + 1, text + digits, size - digits + 1);
    text[digits] = '.';
    return size + 1;
}

/* One part as format() writes a number without a type: repr, with grouping and sign. */
static bool put_plain(Engine *e, StrBuf *b, double value, const FormatSpec *spec) {
    if (spec->type != 0 || spec->precision >= 0) {
        FormatSpec typed = *spec;
        if (typed.type == 0) typed.type = 'g';
        return format_put_double(e, b, value, &typed);
    }
    char text[FLOAT_REPR_SIZE + 1];
    size_t size = part_text(fabs(value), text);
    if (spec->alternate) size = put_point(text, size);
    NumberParts n = {.prefix = "", .digits = text, .digit_count = strspn(text, "0123456789")};
    n.rest = text + n.digit_count;
    n.rest_size = size - n.digit_count;
    if (signbit(value) && !isnan(value)) n.sign = '-';
    format_put_number(b, &n, spec, 3);
    return true;
}

static bool check_spec(Engine *e, const Obj *o, const FormatSpec *spec) {
    if (spec->type != 0 && (spec->type > 127 || !strchr("eEfFgGn", (int)spec->type))) {
        return format_spec_unknown(e, o, spec->type);
    }
    if (spec->fill == '0') {
        return err_false(e, T_ValueError,
                         "Zero padding is not allowed in complex format specifier");
    }
    return spec->align != '=' ||
           err_false(e, T_ValueError,
                     "'=' alignment flag is not allowed in complex format specifier");
}

static bool put_parts(Engine *e, StrBuf *b, ComplexValue value, const FormatSpec *outer) {
    FormatSpec part = *outer;
    part.width = -1;
    bool brackets = outer->type == 0 && has_real(value);
    bool real = outer->type != 0 || brackets;
    if (brackets) strbuf_char(b, '(');
    if (real && !put_plain(e, b, value.real, &part)) return false;
    if (real) part.sign = '+';
    if (!put_plain(e, b, value.imag, &part)) return false;
    strbuf_char(b, 'j');
    if (brackets) strbuf_char(b, ')');
    return true;
}

Str *complex_format(Engine *e, Obj *o, const Str *text) {
    FormatSpec spec;
    if (!format_spec_parse(e, o, text, 0, '>', &spec) || !check_spec(e, o, &spec)) return NULL;
    StrBuf inner, b;
    strbuf_init(&inner, e);
    strbuf_init(&b, e);
    bool ok = put_parts(e, &inner, complex_value(o), &spec);
    if (ok) format_put_text(&b, inner.text, inner.size, (int64_t)inner.size, &spec);
    strbuf_clear(&inner);
    if (ok) return strbuf_finish(&b);
    strbuf_clear(&b);
    return NULL;
}
