#include "object/int.h"

#include <inttypes.h>

#include "object/construct.h"
#include "object/error.h"
#include "object/float.h"
#include "object/number.h"
#include "object/str.h"
#include "object/text.h"

/* ---- Making -------------------------------------------------------------------------------- */

Obj *int_new_typed(Engine *e, Type *type, int64_t value) {
    Int *n = (Int *)obj_new(e, type, type->size);
    if (n) n->value = value;
    return OBJ(n);
}

Obj *int_new(Engine *e, int64_t value) {
    if (value >= SMALL_INT_MIN && value <= SMALL_INT_MAX) {
        return incref(e->small_ints[value - SMALL_INT_MIN]);
    }
    return int_new_typed(e, TYPE(e, int), value);
}

void *int_too_large(Engine *e) {
    return err_null(e, T_OverflowError,
                    "Coroscope computes with integers of up to 64 bits here; "
                    "this result is larger");
}

/* An exact int with the same value; owned. */
static Obj *exact(Engine *e, Obj *o) {
    return IS(e, o, int) ? incref(o) : int_new(e, int_value(o));
}

/* Calls __int__ or __index__ and checks what it returns; *found = false: there is none. */
static Obj *convert_by(Engine *e, Obj *o, Str *name, bool *found) {
    Obj *result = vm_special_nested(e, o, name, NULL, 0, found);
    if (!result || HAS_LAYOUT(result, INT)) return result;
    err_null(e, T_TypeError, "%s returned non-int (type %s)", name->text, type_name(result));
    decref(e, result);
    return NULL;
}

bool int_index(Engine *e, Obj *o, int64_t *value) {
    *value = 0;
    if (HAS_LAYOUT(o, INT)) {
        *value = int_value(o);
        return true;
    }
    bool found;
    Obj *result = convert_by(e, o, N(e, __index__), &found);
    if (!found) {
        return err_false(e, T_TypeError, "'%s' object cannot be interpreted as an integer",
                         type_name(o));
    }
    if (!result) return false;
    *value = int_value(result);
    decref(e, result);
    return true;
}

/* ---- Slots --------------------------------------------------------------------------------- */

static Obj *repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "%" PRId64, int_value(o)));
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    (void)e;
    *result = int_hash(int_value(o));
    return true;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, int_value(o) != 0);
    return R_OK;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(a, INT) || !HAS_LAYOUT(b, INT) || op == OP_MATMUL) return R_NOTIMPL;
    *out = int_binary(e, op, int_value(a), int_value(b));
    return *out ? R_OK : R_ERR;
}

static Res unary(Engine *e, UnaryOp op, Obj *a, Obj **out) {
    int64_t value = int_value(a);
    if (op == OP_POS) {
        *out = exact(e, a);
    } else if (op == OP_INVERT) {
        *out = int_new(e, ~value);
    } else {
        *out = value == INT64_MIN ? int_too_large(e) : int_new(e, -value);
    }
    return *out ? R_OK : R_ERR;
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, INT)) return R_NOTIMPL;
    int64_t x = int_value(a), y = int_value(b);
    const bool results[COMPARE_OP_COUNT] = {x<y, x <= y, x == y, x != y, x> y, x >= y};
    *out = obj_bool(e, results[op]);
    return R_OK;
}

/* ---- int(x, base) -------------------------------------------------------------------------- */

static Obj *invalid_literal(Engine *e, Obj *text, int base) {
    Str *repr_text = obj_repr(e, text);
    if (!repr_text) return NULL;
    Str *start = str_slice(e, repr_text, 0, 200);
    decref(e, repr_text);
    if (!start) return NULL;
    err_null(e, T_ValueError, "invalid literal for int() with base %d: %s", base, start->text);
    decref(e, start);
    return NULL;
}

/* `text` is a str or bytes. */
static Obj *parse_object(Engine *e, Obj *text, int base) {
    int64_t value;
    TextSpan span = text_span(text);
    if (!number_is_text(text)) return invalid_literal(e, text, base);
    switch (int_read(span.start, text_size(span), base, &value)) {
    case INT_PARSED: return int_new(e, value);
    case INT_TOO_LARGE: return int_too_large(e);
    case INT_INVALID: break;
    }
    return invalid_literal(e, text, base);
}

Obj *int_parse(Engine *e, const char *text, size_t length, int base) {
    Str *s = str_new(e, text, length);
    if (!s) return NULL;
    Obj *result = parse_object(e, OBJ(s), base);
    decref(e, s);
    return result;
}

static Obj *with_base(Engine *e, Obj *text, Obj *base_object) {
    int64_t base;
    if (!int_index(e, base_object, &base)) return NULL;
    if (!text) return err_null(e, T_TypeError, "int() missing string argument");
    if (base != 0 && (base < 2 || base > 36)) {
        return err_null(e, T_ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    if (HAS_LAYOUT(text, STR) || HAS_LAYOUT(text, BYTES)) return parse_object(e, text, (int)base);
    return err_null(e, T_TypeError, "int() can't convert non-string with explicit base");
}

/* A native value at once; the rest by __int__, then __index__. */
static Obj *convert(Engine *e, Obj *o) {
    if (IS(e, o, int) || IS(e, o, bool)) return exact(e, o);
    if (HAS_LAYOUT(o, STR) || HAS_LAYOUT(o, BYTES)) return parse_object(e, o, 10);
    if (IS(e, o, float)) return int_from_double(e, float_value(o));
    Str *const names[] = {N(e, __int__), N(e, __index__)};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        bool found;
        Obj *result = convert_by(e, o, names[i], &found);
        if (!found) continue;
        if (!result) return NULL;
        Obj *plain = exact(e, result);
        decref(e, result);
        return plain;
    }
    return err_null(e, T_TypeError,
                    "int() argument must be a string, a bytes-like object or a real number, "
                    "not '%s'",
                    type_name(o));
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    static const char *const keywords[] = {"", "base"};
    static const ConstructorArgs parameters = {"int", keywords, 2, 1, true};
    Obj *a[2];
    if (!construct_bind(e, &parameters, args, nargs, kwnames, a)) return R_ERR;
    Obj *value = a[1] ? with_base(e, a[0], a[1]) : a[0] ? convert(e, a[0]) : int_new(e, 0);
    if (!value) return R_ERR;
    *out = value;
    if (type == TYPE(e, int)) return R_OK;
    *out = int_new_typed(e, type, int_value(value));
    decref(e, value);
    return *out ? R_OK : R_ERR;
}

const TypeSpec int_spec = {
    .name = "int",
    .base = T_object,
    .layout = LAYOUT_INT,
    .size = sizeof(Int),
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
    .methods = int_methods,
    .getset = int_getset,
    .doc = "A whole number.",
};
