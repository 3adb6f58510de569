#include <math.h>

#include "object/complex.h"
#include "object/error.h"
#include "object/float.h"
#include "object/format.h"
#include "object/number.h"

static Obj *native_conjugate(Engine *e, Obj *const *a) {
    ComplexValue value = complex_value(a[0]);
    return complex_new(e, value.real, -value.imag);
}

static Obj *native_complex(Engine *e, Obj *const *a) {
    if (IS(e, a[0], complex)) return incref(a[0]);
    return complex_new(e, complex_value(a[0]).real, complex_value(a[0]).imag);
}

static Obj *native_abs(Engine *e, Obj *const *a) {
    ComplexValue value = complex_value(a[0]);
    double size = hypot(value.real, value.imag);
    if (isinf(size) && isfinite(value.real) && isfinite(value.imag)) {
        return err_null(e, T_OverflowError, "absolute value too large");
    }
    return float_new(e, size);
}

static Obj *native_getnewargs(Engine *e, Obj *const *a) {
    ComplexValue value = complex_value(a[0]);
    return number_pair(e, float_new(e, value.real), float_new(e, value.imag));
}

static Obj *get_real(Engine *e, Obj *o) {
    return float_new(e, complex_value(o).real);
}

static Obj *get_imag(Engine *e, Obj *o) {
    return float_new(e, complex_value(o).imag);
}

static bool refuse(Engine *e, Obj *o, Obj *value) {
    (void)o;
    (void)value;
    return err_false(e, T_AttributeError, "readonly attribute");
}

const NativeDef complex_methods[] = {
    {.name = "conjugate", .signature = "self, /", .fn = native_conjugate},
    {.name = "__complex__", .signature = "self, /", .fn = native_complex},
    {.name = "__abs__", .signature = "self, /", .fn = native_abs},
    {.name = "__format__", .signature = "self, format_spec, /", .fn = format_native_method},
    {.name = "__getnewargs__", .signature = "self, /", .fn = native_getnewargs},
    {0},
};

const GetSetDef complex_getset[] = {
    {"real", get_real, refuse},
    {"imag", get_imag, refuse},
    {NULL, NULL, NULL},
};
