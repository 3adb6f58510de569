#include "object/int.h"

#include "object/bytes.h"
#include "object/error.h"
#include "object/float.h"
#include "object/format.h"
#include "object/number.h"
#include "object/str.h"
#include "object/tuple.h"

static uint64_t magnitude(Obj *o) {
    int64_t value = int_value(o);
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* ---- Conversions and rounding -------------------------------------------------------------- */

static Obj *to_int(Engine *e, Obj *o) {
    return IS(e, o, int) ? incref(o) : int_new(e, int_value(o));
}

static Obj *native_self(Engine *e, Obj *const *a) {
    return to_int(e, a[0]);
}

static Obj *native_float(Engine *e, Obj *const *a) {
    return float_new(e, (double)int_value(a[0]));
}

static Obj *native_abs(Engine *e, Obj *const *a) {
    int64_t value = int_value(a[0]);
    if (value == INT64_MIN) return int_too_large(e);
    return value < 0 ? int_new(e, -value) : to_int(e, a[0]);
}

/* round(a, -digits): to the nearest multiple of 10**digits, half to even. */
static Obj *round_to(Engine *e, int64_t value, int64_t digits) {
    if (digits > 19) return int_new(e, 0);
    uint64_t unit = 1, amount = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    for (int64_t i = 0; i < digits; i++) unit *= 10;
    uint64_t rest = amount % unit, down = amount - rest;
    bool up = rest > unit - rest || (rest == unit - rest && down / unit % 2 == 1);
    uint64_t rounded = up ? down + unit : down;
    if (rounded > (uint64_t)INT64_MAX + (value < 0)) return int_too_large(e);
    return int_new(e, value < 0 ? (int64_t)(0 - rounded) : (int64_t)rounded);
}

static Obj *native_round(Engine *e, Obj *const *a) {
    int64_t digits;
    if (!a[1]) return to_int(e, a[0]);
    if (!int_index(e, a[1], &digits)) return NULL;
    return digits >= 0 ? to_int(e, a[0])
                       : round_to(e, int_value(a[0]), digits < -20 ? 20 : -digits);
}

/* ---- divmod -------------------------------------------------------------------------------- */

static Obj *divide(Engine *e, Obj *a, Obj *b) {
    if (!HAS_LAYOUT(a, INT) || !HAS_LAYOUT(b, INT)) return e->not_implemented;
    int64_t quotient, rest;
    if (!int_floordiv(e, int_value(a), int_value(b), &quotient)) return NULL;
    if (!int_mod(e, int_value(a), int_value(b), &rest)) return NULL;
    return number_pair(e, int_new(e, quotient), int_new(e, rest));
}

static Obj *native_divmod(Engine *e, Obj *const *a) {
    return divide(e, a[0], a[1]);
}
static Obj *native_rdivmod(Engine *e, Obj *const *a) {
    return divide(e, a[1], a[0]);
}

/* ---- Bits ---------------------------------------------------------------------------------- */

static Obj *native_bit_length(Engine *e, Obj *const *a) {
    int bits = 0;
    for (uint64_t m = magnitude(a[0]); m; m >>= 1) bits++;
    return int_new(e, bits);
}

static Obj *native_bit_count(Engine *e, Obj *const *a) {
    int bits = 0;
    for (uint64_t m = magnitude(a[0]); m; m >>= 1) bits += (int)(m & 1);
    return int_new(e, bits);
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

static bool value_fits(Engine *e, int64_t value, int64_t size, bool is_signed) {
    if (value < 0 && !is_signed) {
        return err_false(e, T_OverflowError, "can't convert negative int to unsigned");
    }
    int64_t bits = size < 8 ? size * 8 - is_signed : 64;
    bool fits = bits >= 63 ? true
                : bits < 0 ? value == 0
                           : (value < 0 ? ~value : value) >> bits == 0;
    return fits || err_false(e, T_OverflowError, "int too big to convert");
}

static Obj *native_to_bytes(Engine *e, Obj *const *a) {
    int64_t size, value = int_value(a[0]);
    bool little, is_signed;
    if (!int_index(e, a[1], &size) || !byte_order(e, a[2], "to_bytes", &little)) return NULL;
    if (!obj_truth(e, a[3], &is_signed)) return NULL;
    if (size < 0) return err_null(e, T_ValueError, "length argument must be non-negative");
    if (!value_fits(e, value, size, is_signed)) return NULL;
    Obj *result = bytes_new(e, NULL, (size_t)size);
    for (int64_t i = 0; result && i < size; i++) {
        uint64_t byte = i < 8 ? (uint64_t)value >> i * 8 : value < 0 ? 255 : 0;
        BYTES(result)->data[little ? i : size - 1 - i] = (unsigned char)byte;
    }
    return result;
}

static bool too_large(Engine *e) {
    int_too_large(e);
    return false;
}

/* The bytes in order of significance, least first, must fit into 64 bits. */
static bool read_bytes(Engine *e, const Bytes *b, bool little, bool is_signed, int64_t *value) {
    uint64_t bits = 0;
    uint32_t size = b->size;
    bool negative = is_signed && size > 0 && b->data[little ? size - 1 : 0] >= 128;
    if (negative) bits = UINT64_MAX;
    for (uint32_t i = size; i-- > 0;) {
        unsigned char byte = b->data[little ? i : size - 1 - i];
        if (i >= 8 && byte != (negative ? 255 : 0)) return too_large(e);
        if (i < 8) bits = bits << 8 | byte;
    }
    *value = (int64_t)bits;
    return (*value < 0) == negative || too_large(e);
}

static Obj *native_from_bytes(Engine *e, Obj *const *a) {
    bool little, is_signed;
    int64_t value;
    if (!byte_order(e, a[2], "from_bytes", &little) || !obj_truth(e, a[3], &is_signed)) return NULL;
    Obj *bytes = bytes_from(e, a[1]);
    if (!bytes) return NULL;
    bool ok = read_bytes(e, BYTES(bytes), little, is_signed, &value);
    decref(e, bytes);
    if (!ok) return NULL;
    Type *type = (Type *)a[0];
    if (type == TYPE(e, bool)) return obj_bool(e, value != 0);
    return type == TYPE(e, int) ? int_new(e, value) : int_new_typed(e, type, value);
}

/* ---- The rest ------------------------------------------------------------------------------ */

static Obj *native_as_integer_ratio(Engine *e, Obj *const *a) {
    return number_pair(e, to_int(e, a[0]), int_new(e, 1));
}

static Obj *native_is_integer(Engine *e, Obj *const *a) {
    (void)a;
    return e->true_;
}

static Obj *native_getnewargs(Engine *e, Obj *const *a) {
    Obj *value = to_int(e, a[0]);
    if (!value) return NULL;
    Tuple *t = tuple_pack(e, 1, value);
    decref(e, value);
    return OBJ(t);
}

static Obj *get_self(Engine *e, Obj *o) {
    return to_int(e, o);
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
    {.name = "from_bytes",
     .signature = "type, /, bytes, byteorder='big', *, signed=False",
     .fn = native_from_bytes,
     .flags = NATIVE_CLASS},
    {.name = "as_integer_ratio", .signature = "self, /", .fn = native_as_integer_ratio},
    {.name = "is_integer", .signature = "self, /", .fn = native_is_integer},
    {0},
};

const GetSetDef int_getset[] = {
    {"real", get_self, NULL},       {"imag", get_zero, NULL}, {"numerator", get_self, NULL},
    {"denominator", get_one, NULL}, {NULL, NULL, NULL},
};
