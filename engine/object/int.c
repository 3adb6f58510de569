#include "object/int.h"

#include <string.h>

#include "object/bigint.h"
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

static size_t limbs_size(const Limbs *limbs) {
    return sizeof(Limbs) + limbs->count * sizeof(mp_limb_t);
}

Obj *int_new_like(Engine *e, Type *type, const Obj *value) {
    Int *n = (Int *)int_new_typed(e, type, int_value(value));
    const Limbs *limbs = ((const Int *)value)->big;
    if (!n || !limbs) return OBJ(n);
    n->big = arena_alloc(&e->arena, limbs_size(limbs));
    if (n->big) {
        memcpy(n->big, limbs, limbs_size(limbs));
        return OBJ(n);
    }
    decref(e, n);
    err_memory(e);
    return NULL;
}

void int_release_limbs(Engine *e, Obj *o) {
    arena_free(&e->arena, ((Int *)o)->big);
    ((Int *)o)->big = NULL;
}

Obj *int_exact(Engine *e, Obj *o) {
    if (IS(e, o, int)) return incref(o);
    const Limbs *limbs = ((const Int *)o)->big;
    if (!limbs) return int_new(e, int_value(o));
    Int *n = big_new(e, limbs->count);
    if (!n) return NULL;
    memcpy(n->big->limb, limbs->limb, limbs->count * sizeof(mp_limb_t));
    return big_finish(e, n, limbs->count, limbs->negative != 0);
}

/* Calls __int__ or __index__ and checks what it returns; *found = false: there is none. */
static Obj *convert_by(Engine *e, Obj *o, Str *name, bool *found) {
    Obj *result = vm_special_nested(e, o, name, NULL, 0, found);
    if (!result || IS(e, result, int)) return result;
    if (HAS_LAYOUT(result, INT)) {
        if (vm_warn_strict_subclass(e, name->text, "int", result)) return result;
        clear_ref(e, result);
        return NULL;
    }
    err_null(e, T_TypeError, "%s returned non-int (type %s)", name->text, type_name(result));
    decref(e, result);
    return NULL;
}

Obj *int_from_index(Engine *e, Obj *o) {
    bool found;
    if (HAS_LAYOUT(o, INT)) return int_exact(e, o);
    Obj *result = convert_by(e, o, N(e, __index__), &found);
    if (!found) {
        return err_null(e, T_TypeError, "'%s' object cannot be interpreted as an integer",
                        type_name(o));
    }
    if (!result) return NULL;
    Obj *plain = int_exact(e, result);
    decref(e, result);
    return plain;
}

/* *big = true: the value is the nearest one. */
static bool index_value(Engine *e, Obj *o, int64_t *value, bool *big) {
    *value = 0;
    Obj *number = HAS_LAYOUT(o, INT) ? incref(o) : int_from_index(e, o);
    if (!number) return false;
    *value = int_value(number);
    *big = int_is_big(number);
    decref(e, number);
    return true;
}

bool int_index(Engine *e, Obj *o, int64_t *value) {
    bool big;
    if (!index_value(e, o, value, &big)) return false;
    return !big || err_false(e, T_OverflowError, "Python int too large to convert to C ssize_t");
}

bool int_index_c_int(Engine *e, Obj *o, int64_t *value) {
    if (!int_clamp(e, o, value)) return false;
    return (*value >= INT32_MIN && *value <= INT32_MAX) ||
           err_false(e, T_OverflowError, "Python int too large to convert to C int");
}

bool int_clamp(Engine *e, Obj *o, int64_t *value) {
    bool big;
    return index_value(e, o, value, &big);
}

bool int_position(Engine *e, Obj *o, int error, int64_t *value) {
    bool big;
    if (!index_value(e, o, value, &big)) return false;
    return !big || err_false(e, error, "cannot fit '%s' into an index-sized integer", type_name(o));
}

/* ---- Slots --------------------------------------------------------------------------------- */

static Obj *repr_small(Engine *e, int64_t value) {
    char text[24], *end = text + sizeof text, *at = end;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0) *--at = '-';
    return OBJ(str_new(e, at, (size_t)(end - at)));
}

static Obj *repr(Engine *e, Obj *o) {
    if (!int_is_big(o)) return repr_small(e, int_value(o));
    StrBuf b;
    strbuf_init(&b, e);
    if (int_value(o) < 0) strbuf_char(&b, '-');
    if (int_put_digits(&b, o, 10, false)) return OBJ(strbuf_finish(&b));
    strbuf_clear(&b);
    return NULL;
}

static bool hash(Engine *e, Obj *o, uint32_t *result) {
    (void)e;
    *result = int_hash_fold(int_hash_wide(o));
    return true;
}

static Res truth(Engine *e, Obj *o, Obj **out) {
    *out = obj_bool(e, int_value(o) != 0);
    return R_OK;
}

static Res binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(a, INT) || !HAS_LAYOUT(b, INT) || op == OP_MATMUL) return R_NOTIMPL;
    *out = int_binary(e, op, a, b);
    return *out ? R_OK : R_ERR;
}

static Res unary(Engine *e, UnaryOp op, Obj *a, Obj **out) {
    *out = op == OP_POS ? int_exact(e, a) : op == OP_INVERT ? int_invert(e, a) : int_negative(e, a);
    return *out ? R_OK : R_ERR;
}

static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, INT)) return R_NOTIMPL;
    int64_t x = int_value(a), y = int_value(b);
    if (int_is_big(a) || int_is_big(b)) x = int_compare(a, b), y = 0;
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
    case INT_TOO_LARGE: return int_read_big(e, span.start, text_size(span), base);
    case INT_INVALID: break;
    }
    return invalid_literal(e, text, base);
}

static Obj *with_base(Engine *e, Obj *text, Obj *base_object) {
    int64_t base;
    if (!int_clamp(e, base_object, &base)) return NULL;
    if (!text) return err_null(e, T_TypeError, "int() missing string argument");
    if (base != 0 && (base < 2 || base > 36)) {
        return err_null(e, T_ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    if (HAS_LAYOUT(text, STR) || HAS_LAYOUT(text, BYTES)) return parse_object(e, text, (int)base);
    return err_null(e, T_TypeError, "int() can't convert non-string with explicit base");
}

/* A native value at once; the rest by __int__, then __index__, then as a text. */
static Obj *convert(Engine *e, Obj *o) {
    bool text = HAS_LAYOUT(o, STR) || HAS_LAYOUT(o, BYTES);
    if (IS(e, o, int) || IS(e, o, bool)) return int_exact(e, o);
    if (text && !(o->type->flags & TYPE_HEAP)) return parse_object(e, o, 10);
    if (IS(e, o, float)) return int_from_double(e, float_value(o));
    Str *const names[] = {N(e, __int__), N(e, __index__)};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        bool found;
        Obj *result = convert_by(e, o, names[i], &found);
        if (!found) continue;
        if (!result) return NULL;
        Obj *plain = int_exact(e, result);
        decref(e, result);
        return plain;
    }
    if (text) return parse_object(e, o, 10);
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
    *out = int_new_like(e, type, value);
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
