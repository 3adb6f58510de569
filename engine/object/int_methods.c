#include "object/int.h"

#include "object/bigint.h"
#include "object/bytes.h"
#include "object/error.h"
#include "object/float.h"
#include "object/format.h"
#include "object/number.h"
#include "object/str.h"
#include "object/tuple.h"

/* ---- Conversions and rounding -------------------------------------------------------------- */

static Obj *native_self(Engine *e, Obj *const *a) {
    return int_exact(e, a[0]);
}

static Obj *native_float(Engine *e, Obj *const *a) {
    double value;
    return int_to_double(e, a[0], &value) ? float_new(e, value) : NULL;
}

static Obj *native_abs(Engine *e, Obj *const *a) {
    return int_value(a[0]) < 0 ? int_negative(e, a[0]) : int_exact(e, a[0]);
}

/* round(a, -digits) beyond the largest number of digits is 0, as for any that is more than it has.
 */
static Obj *native_round(Engine *e, Obj *const *a) {
    int64_t digits;
    if (!a[1]) return int_exact(e, a[0]);
    if (!int_clamp(e, a[1], &digits)) return NULL;
    if (digits >= 0) return int_exact(e, a[0]);
    return big_round(e, a[0], digits == INT64_MIN ? INT64_MAX : -digits);
}

/* ---- divmod -------------------------------------------------------------------------------- */

static Obj *divide(Engine *e, Obj *a, Obj *b) {
    if (!HAS_LAYOUT(a, INT) || !HAS_LAYOUT(b, INT)) return e->not_implemented;
    return int_divmod(e, a, b);
}

static Obj *native_divmod(Engine *e, Obj *const *a) {
    return divide(e, a[0], a[1]);
}
static Obj *native_rdivmod(Engine *e, Obj *const *a) {
    return divide(e, a[1], a[0]);
}

/* ---- Bits ---------------------------------------------------------------------------------- */

static Obj *native_bit_length(Engine *e, Obj *const *a) {
    return int_new(e, (int64_t)big_bits(a[0]));
}

static Obj *native_bit_count(Engine *e, Obj *const *a) {
    return int_new(e, (int64_t)big_ones(a[0]));
}

static bool byte_order(Engine *e, Obj *o, const char *method, bool *little) {
    if (!HAS_LAYOUT(o, STR)) {
        return err_false(e, T_TypeError, "%s() argument 'byteorder' must be str, not %s", method,
                         o == e->none ? "None" : type_name(o));
    }
    *little = str_equal_text(STR(o), "little");
    if (*little || str_equal_text(STR(o), "big")) return true;
    return err_false(e, T_ValueError, "byteorder must be either 'little' or 'big'");
}

/* -2**n needs as many bits as what lies above it. */
static bool value_fits(Engine *e, Obj *o, int64_t size, bool is_signed) {
    bool negative = int_value(o) < 0;
    if (negative && !is_signed) {
        return err_false(e, T_OverflowError, "can't convert negative int to unsigned");
    }
    Obj *all_ones = negative ? int_invert(e, o) : incref(o);
    if (!all_ones) return false;
    size_t bits = big_bits(all_ones) + (is_signed && (negative || int_value(o) > 0));
    decref(e, all_ones);
    return (bits + 7) / 8 <= (uint64_t)size ||
           err_false(e, T_OverflowError, "int too big to convert");
}

static Obj *native_to_bytes(Engine *e, Obj *const *a) {
    int64_t size;
    bool little, is_signed;
    if (!int_index(e, a[1], &size) || !byte_order(e, a[2], "to_bytes", &little)) return NULL;
    if (!obj_truth(e, a[3], &is_signed)) return NULL;
    if (size < 0) return err_null(e, T_ValueError, "length argument must be non-negative");
    if (!value_fits(e, a[0], size, is_signed)) return NULL;
    Obj *result = bytes_new(e, NULL, (size_t)size);
    if (result) big_to_bytes(a[0], BYTES(result)->data, (size_t)size, little);
    return result;
}

Obj *int_from_bytes(Engine *e, Obj *const *a) {
    bool little, is_signed;
    if (!byte_order(e, a[2], "from_bytes", &little) || !obj_truth(e, a[3], &is_signed)) return NULL;
    Obj *bytes = bytes_from(e, a[1]);
    if (!bytes) return NULL;
    Obj *value = big_from_bytes(e, BYTES(bytes)->data, BYTES(bytes)->size, little, is_signed);
    decref(e, bytes);
    Type *type = (Type *)a[0];
    if (!value || type == TYPE(e, int)) return value;
    Obj *result =
        type == TYPE(e, bool) ? obj_bool(e, int_value(value) != 0) : int_new_like(e, type, value);
    decref(e, value);
    return result;
}

/* ---- The rest ------------------------------------------------------------------------------ */

static Obj *native_as_integer_ratio(Engine *e, Obj *const *a) {
    return number_pair(e, int_exact(e, a[0]), int_new(e, 1));
}

static Obj *native_is_integer(Engine *e, Obj *const *a) {
    (void)a;
    return e->true_;
}

static Obj *native_getnewargs(Engine *e, Obj *const *a) {
    Obj *value = int_exact(e, a[0]);
    if (!value) return NULL;
    Tuple *t = tuple_pack(e, 1, value);
    decref(e, value);
    return OBJ(t);
}

static Obj *get_self(Engine *e, Obj *o) {
    return int_exact(e, o);
}

static Obj *get_zero(Engine *e, Obj *o) {
    (void)o;
    return int_new(e, 0);
}

static Obj *get_one(Engine *e, Obj *o) {
    (void)o;
    return int_new(e, 1);
}

const NativeDef int_methods[] = {
    {.name = "__int__", .signature = "self, /", .fn = native_self},
    {.name = "__index__", .signature = "self, /", .fn = native_self},
    {.name = "__trunc__", .signature = "self, /", .fn = native_self},
    {.name = "__floor__", .signature = "self, /", .fn = native_self},
    {.name = "__ceil__", .signature = "self, /", .fn = native_self},
    {.name = "__float__", .signature = "self, /", .fn = native_float},
    {.name = "__abs__", .signature = "self, /", .fn = native_abs},
    {.name = "__round__", .signature = "self, ndigits=, /", .fn = native_round},
    {.name = "__divmod__", .signature = "self, value, /", .fn = native_divmod},
    {.name = "__rdivmod__", .signature = "self, value, /", .fn = native_rdivmod},
    {.name = "__format__", .signature = "self, format_spec, /", .fn = format_native_method},
    {.name = "__getnewargs__", .signature = "self, /", .fn = native_getnewargs},
    {.name = "conjugate", .signature = "self, /", .fn = native_self},
    {.name = "bit_length", .signature = "self, /", .fn = native_bit_length},
    {.name = "bit_count", .signature = "self, /", .fn = native_bit_count},
    {.name = "to_bytes",
     .signature = "self, /, length=1, byteorder='big', *, signed=False",
     .fn = native_to_bytes},
    {.name = "as_integer_ratio", .signature = "self, /", .fn = native_as_integer_ratio},
    {.name = "is_integer", .signature = "self, /", .fn = native_is_integer},
    {0},
};

const GetSetDef int_getset[] = {
    {"real", get_self, NULL},       {"imag", get_zero, NULL}, {"numerator", get_self, NULL},
    {"denominator", get_one, NULL}, {NULL, NULL, NULL},
};
