#include "object/complex.h"

#include <math.h>
#include <stdlib.h>

#include "object/construct.h"
#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/text.h"
#include "object/unicode.h"

/* ---- Making -------------------------------------------------------------------------------- */

static Obj *new_typed(Engine *e, Type *type, ComplexValue value) {
    Complex *c = (Complex *)obj_new(e, type, type->size);
    if (c) c->value = value;
    return OBJ(c);
}

Obj *complex_new(Engine *e, double real, double imag) {
    return new_typed(e, TYPE(e, complex), (ComplexValue){real, imag});
}

/* ---- Arithmetic ---------------------------------------------------------------------------- */

static ComplexValue product(ComplexValue a, ComplexValue b) {
    return (ComplexValue){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* The larger part of the divisor is divided by first, so that nothing overflows on the way. False:
 * the divisor is 0. */
static bool quotient(ComplexValue a, ComplexValue b, ComplexValue *r) {
    double x = fabs(b.real), y = fabs(b.imag);
    if (x >= y) {
        if (x == 0) return false;
        double ratio = b.imag / b.real, divisor = b.real + b.imag * ratio;
        r->real = (a.real + a.imag * ratio) / divisor;
        r->imag = (a.imag - a.real * ratio) / divisor;
    } else if (y >= x) {
        double ratio = b.real / b.imag, divisor = b.real * ratio + b.imag;
        r->real = (a.real * ratio + a.imag) / divisor;
        r->imag = (a.imag * ratio - a.real) / divisor;
    } else {
        r->real = r->imag = NAN;
    }
    return true;
}

static ComplexValue whole_power(ComplexValue a, long n) {
    ComplexValue result = {1, 0};
    for (; n > 0; n >>= 1) {
        if (n & 1) result = product(result, a);
        a = product(a, a);
    }
    return result;
}

static ComplexValue polar_power(ComplexValue a, ComplexValue b) {
    double size = hypot(a.real, a.imag), angle = atan2(a.imag, a.real);
    double length = pow(size, b.real), phase = angle * b.real;
    if (b.imag != 0) {
        length *= exp(-angle * b.imag);
        phase += b.imag * log(size);
    }
    return (ComplexValue){length * cos(phase), length * sin(phase)};
}

/* False: 0 to a negative or complex power. */
static bool any_power(ComplexValue a, ComplexValue b, ComplexValue *r) {
    *r = (ComplexValue){0, 0};
    if (b.real == 0 && b.imag == 0) {
        r->real = 1;
    } else if (a.real == 0 && a.imag == 0) {
        return b.imag == 0 && b.real >= 0;
    } else {
        *r = polar_power(a, b);
    }
    return true;
}

Obj *complex_power(Engine *e, ComplexValue a, ComplexValue b) {
    enum { BY_MULTIPLYING = 100 };
    bool ok = true,
         whole = b.imag == 0 && b.real == floor(b.real) && fabs(b.real) <= BY_MULTIPLYING;
    ComplexValue r, one = {1, 0};
    if (whole) {
        r = whole_power(a, labs((long)b.real));
        if (b.real < 0) ok = quotient(one, r, &r);
    } else {
        ok = any_power(a, b, &r);
    }
    if (!ok) return err_null(e, T_ZeroDivisionError, "0.0 to a negative or complex power");
    if (isinf(r.real) || isinf(r.imag)) {
        return err_null(e, T_OverflowError, "complex exponentiation");
    }
    return complex_new(e, r.real, r.imag);
}

/* ---- Slots --------------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    char text[COMPLEX_TEXT_SIZE];
    return OBJ(str_new(e, text, complex_text(complex_value(o), text)));
}

int64_t complex_hash_wide(ComplexValue value) {
    uint64_t real = (uint64_t)float_hash_wide(value.real);
    uint64_t sum = real + 1000003u * (uint64_t)float_hash_wide(value.imag);
    return sum == UINT64_MAX ? -2 : (int64_t)sum;
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    (void)e;
    ComplexValue value = complex_value(o);
    *result = isnan(value.real) || isnan(value.imag) ? o->id
              : value.imag == 0                      ? float_hash(value.real)
                                                     : int_hash_fold(complex_hash_wide(value));
    return true;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    ComplexValue value = complex_value(o);
    *out = obj_bool(e, value.real != 0 || value.imag != 0);
    return R_OK;
}

/* A complex, float or int; R_NOTIMPL for anything else. */
static Res operand(Engine *e, const Obj *o, ComplexValue *value) {
    *value = (ComplexValue){0, 0};
    if (!HAS_LAYOUT(o, COMPLEX)) return float_operand(e, o, &value->real);
    *value = complex_value(o);
    return R_OK;
}

static Obj *divided(Engine *e, ComplexValue a, ComplexValue b) {
    ComplexValue r;
    if (!quotient(a, b, &r)) return err_null(e, T_ZeroDivisionError, "complex division by zero");
    return complex_new(e, r.real, r.imag);
}

static Obj *compute(Engine *e, BinaryOp op, ComplexValue a, ComplexValue b) {
    ComplexValue r;
    switch (op) {
    case OP_ADD: return complex_new(e, a.real + b.real, a.imag + b.imag);
    case OP_SUB: return complex_new(e, a.real - b.real, a.imag - b.imag);
    case OP_MUL: r = product(a, b); return complex_new(e, r.real, r.imag);
    case OP_TRUEDIV: return divided(e, a, b);
    default: return complex_power(e, a, b);
    }
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    bool known = op == OP_ADD || op == OP_SUB || op == OP_MUL || op == OP_TRUEDIV || op == OP_POW;
    if (!known) return R_NOTIMPL;
    ComplexValue x, y;
    Res res = operand(e, a, &x);
    if (res == R_OK) res = operand(e, b, &y);
    if (res != R_OK) return res;
    *out = compute(e, op, x, y);
    return *out ? R_OK : R_ERR;
}

static Res unary(Engine *e, UnaryOp op, Obj *a, Obj **out) {
    if (op == OP_INVERT) {
        return err_res(e, T_TypeError, "bad operand type for unary ~: '%s'", type_name(a));
    }
    ComplexValue value = complex_value(a);
    if (op == OP_NEG) value = (ComplexValue){-value.real, -value.imag};
    *out = op == OP_POS && IS(e, a, complex) ? incref(a) : complex_new(e, value.real, value.imag);
    return *out ? R_OK : R_ERR;
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    (void)e;
    ComplexValue x = complex_value(a);
    bool equal;
    if (op != CMP_EQ && op != CMP_NE) return R_NOTIMPL;
    if (HAS_LAYOUT(b, COMPLEX)) {
        equal = x.real == complex_value(b).real && x.imag == complex_value(b).imag;
    } else if (HAS_LAYOUT(b, FLOAT)) {
        equal = x.real == float_value(b) && x.imag == 0;
    } else if (HAS_LAYOUT(b, INT)) {
        equal = x.imag == 0 && int_compare_double(b, x.real) == 0;
    } else {
        return R_NOTIMPL;
    }
    *out = obj_bool(e, equal == (op == CMP_EQ));
    return R_OK;
}

/* ---- complex(real, imag) ------------------------------------------------------------------- */

/* The digits and spaces of all scripts as ASCII has them. */
static void put_ascii(StrBuf *b, TextSpan text) {
    for (const char *p = text.start; p < text.end;) {
        uint32_t c = utf8_next(&p);
        int digit = unicode_decimal(c);
        if (c < 0x80) {
            strbuf_char(b, (char)c);
        } else if (digit >= 0) {
            strbuf_char(b, (char)('0' + digit));
        } else {
            strbuf_char(b, unicode_is_space(c) ? ' ' : '?');
        }
    }
}

static bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Each stands between two digits. */
static bool underscores_are_right(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (text[i] != '_') continue;
        if (i == 0 || i + 1 == size) return false;
        if (!is_ascii_digit(text[i - 1]) || !is_ascii_digit(text[i + 1])) return false;
    }
    return true;
}

static Obj *refuse_text(Engine *e, Obj *text, const Str *ascii) {
    if (underscores_are_right(ascii->text, ascii->size)) {
        return err_null(e, T_ValueError, "complex() arg is a malformed string");
    }
    Str *shown = obj_repr(e, text);
    if (!shown) return NULL;
    err_null(e, T_ValueError, "could not convert string to complex: %s", shown->text);
    decref(e, shown);
    return NULL;
}

static Obj *from_text(Engine *e, Type *type, Obj *text) {
    StrBuf b;
    strbuf_init(&b, e);
    put_ascii(&b, text_span(text));
    Str *ascii = strbuf_finish(&b);
    if (!ascii) return NULL;
    ComplexValue value;
    Obj *made = complex_read(ascii->text, ascii->size, &value) ? new_typed(e, type, value)
                                                               : refuse_text(e, text, ascii);
    decref(e, ascii);
    return made;
}

/* What __complex__ gives, else the object itself; owned, NULL = exception. */
static Obj *resolve(Engine *e, Obj *o) {
    bool found = false;
    if (!(o->type->flags & TYPE_HEAP)) return incref(o);
    Str *name = str_from(e, "__complex__");
    if (!name) return NULL;
    Obj *result = vm_special_nested(e, o, name, NULL, 0, &found);
    decref(e, name);
    if (!found) return incref(o);
    if (!result || HAS_LAYOUT(result, COMPLEX)) return result;
    err_null(e, T_TypeError, "__complex__ returned non-complex (type %s)", type_name(result));
    decref(e, result);
    return NULL;
}

/* *value: what the argument counts for. False: an exception is set. */
static bool number(Engine *e, Obj *o, const char *message, ComplexValue *value) {
    *value = (ComplexValue){0, 0};
    if (HAS_LAYOUT(o, COMPLEX)) {
        *value = complex_value(o);
        return true;
    }
    bool known = HAS_LAYOUT(o, INT) || HAS_LAYOUT(o, FLOAT) ||
                 type_lookup(e, o->type, N(e, __float__)) ||
                 type_lookup(e, o->type, N(e, __index__));
    if (!known) return err_false(e, T_TypeError, message, type_name(o));
    return float_from(e, o, &value->real);
}

static Obj *from_numbers(Engine *e, Type *type, Obj *real, Obj *imag) {
    static const char first[] = "complex() first argument must be a string or a number, not '%s'";
    static const char second[] = "complex() second argument must be a number, not '%s'";
    ComplexValue x = {0, 0}, y = {0, 0};
    Obj *o = real ? resolve(e, real) : NULL;
    if (real && !o) return NULL;
    bool ok = (!o || number(e, o, first, &x)) && (!imag || number(e, imag, second, &y));
    if (o) decref(e, o);
    if (!ok) return NULL;
    if (imag && HAS_LAYOUT(imag, COMPLEX)) x.real -= y.imag;
    if (!imag) y.real = x.imag;
    if (imag && o && x.imag != 0) y.real += x.imag;
    return new_typed(e, type, (ComplexValue){x.real, y.real});
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    static const char *const keywords[] = {"real", "imag"};
    static const ConstructorArgs parameters = {"complex", keywords, 2, 0, false};
    Obj *a[2];
    if (!construct_bind(e, &parameters, args, nargs, kwnames, a)) return R_ERR;
    if (a[0] && HAS_LAYOUT(a[0], STR)) {
        if (a[1]) {
            return err_res(e, T_TypeError, "complex() can't take second arg if first is a string");
        }
        *out = from_text(e, type, a[0]);
    } else if (a[1] && HAS_LAYOUT(a[1], STR)) {
        return err_res(e, T_TypeError, "complex() second arg can't be a string");
    } else if (a[0] && !a[1] && IS(e, a[0], complex) && type == TYPE(e, complex)) {
        *out = incref(a[0]);
    } else {
        *out = from_numbers(e, type, a[0], a[1]);
    }
    return *out ? R_OK : R_ERR;
}

const TypeSpec complex_spec = {
    .name = "complex",
    .base = T_object,
    .layout = LAYOUT_COMPLEX,
    .size = sizeof(Complex),
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
    .methods = complex_methods,
    .getset = complex_getset,
    .doc = "A number with a real and an imaginary part.",
};
