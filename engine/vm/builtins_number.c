/* The functions of the builtins module that compute with numbers and characters. */
#include "vm/builtins.h"

#include <math.h>

#include "object/bytearray.h"
#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"

/* ---- abs, round ---------------------------------------------------------------------------- */

static Obj *abs_native(Engine *e, Obj *const *a) {
    if (IS(e, a[0], int) && !int_is_big(a[0]) && int_value(a[0]) > INT64_MIN) {
        return int_value(a[0]) < 0 ? int_new(e, -int_value(a[0])) : incref(a[0]);
    }
    return IS(e, a[0], float) ? float_new(e, fabs(float_value(a[0]))) : NULL;
}

static Res abs_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!type_lookup(e, f->slot[0]->type, N(e, __abs__))) {
        return err_res(e, T_TypeError, "bad operand type for abs(): '%s'", type_name(f->slot[0]));
    }
    STEP(1, op_call_special(e, f->slot[0], N(e, __abs__), NULL, 0, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* Slots: number, ndigits. Without digits __round__ is called without an argument. */
static Res round_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!type_lookup(e, f->slot[0]->type, N(e, __round__))) {
        return err_res(e, T_TypeError, "type %s doesn't define __round__ method",
                       type_name(f->slot[0]));
    }
    STEP(1, op_call_special(e, f->slot[0], N(e, __round__), &f->slot[1],
                            f->slot[1] == e->none ? 0 : 1, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* ---- divmod, pow --------------------------------------------------------------------------- */

/* Asks one operand; no method counts as NotImplemented. */
static Res ask(Engine *e, Obj *self, Str *name, Obj *other, Obj **out) {
    Res res = op_call_special(e, self, name, &other, 1, out);
    if (res != R_NOTIMPL) return res;
    *out = e->not_implemented;
    return R_OK;
}

/* Slots: left, right, name of the reflected method. */
static Res divmod_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    f->slot[2] = OBJ(str_from(e, "__rdivmod__"));
    if (!f->slot[2]) return R_ERR;
    f->number[0] =
        f->slot[0]->type != f->slot[1]->type && type_is_subtype(f->slot[1]->type, f->slot[0]->type);
    if (f->number[0]) {
        STEP(1, ask(e, f->slot[1], STR(f->slot[2]), f->slot[0], STEP_OUT));
        if (f->in != e->not_implemented) goto done;
    }
    STEP(2, ask(e, f->slot[0], N(e, __divmod__), f->slot[1], STEP_OUT));
    if (f->in != e->not_implemented) goto done;
    if (!f->number[0] && f->slot[0]->type != f->slot[1]->type) {
        STEP(3, ask(e, f->slot[1], STR(f->slot[2]), f->slot[0], STEP_OUT));
        if (f->in != e->not_implemented) goto done;
    }
    return err_res(e, T_TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'",
                   type_name(f->slot[0]), type_name(f->slot[1]));
done:
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static bool is_number(const Obj *o) {
    return HAS_LAYOUT(o, INT) || HAS_LAYOUT(o, FLOAT) || HAS_LAYOUT(o, COMPLEX);
}

/* What the types of the three say in turn, when the base has no method of its own: float refuses
 * whatever else is there, complex only where it could calculate. */
static Res pow_of_types(Engine *e, Obj *const *a, Obj **out) {
    if (HAS_LAYOUT(a[0], INT) && HAS_LAYOUT(a[1], INT) && HAS_LAYOUT(a[2], INT)) {
        *out = int_pow_mod(e, a[0], a[1], a[2]);
        return *out ? R_OK : R_ERR;
    }
    bool numbers = is_number(a[0]) && is_number(a[1]);
    for (int i = 0; i < 3; i++) {
        if (HAS_LAYOUT(a[i], FLOAT)) {
            return err_res(e, T_TypeError,
                           "pow() 3rd argument not allowed unless all arguments are integers");
        }
        if (numbers && HAS_LAYOUT(a[i], COMPLEX)) {
            return err_res(e, T_ValueError, "complex modulo");
        }
    }
    return err_res(e, T_TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
                   type_name(a[0]), type_name(a[1]), type_name(a[2]));
}

/* Slots: base, exp, mod. */
static Res pow_step(Engine *e, NFrame *f, Obj **out) {
    Type *type = f->slot[0]->type;
    STEPS(f);
    if (f->slot[2] == e->none) {
        STEP(1, op_binary(e, OP_POW, f->slot[0], f->slot[1], STEP_OUT));
    } else if ((type->flags & TYPE_HEAP) && type_lookup(e, type, N(e, __pow__))) {
        STEP(2, op_call_special(e, f->slot[0], N(e, __pow__), f->slot + 1, 2, STEP_OUT));
        if (f->in == e->not_implemented) return pow_of_types(e, f->slot, out);
    } else {
        return pow_of_types(e, f->slot, out);
    }
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

/* ---- bin, oct, hex ------------------------------------------------------------------------- */

static Obj *in_base(Engine *e, Obj *o, unsigned base, const char *prefix) {
    Obj *number = int_from_index(e, o);
    if (!number) return NULL;
    StrBuf b;
    strbuf_init(&b, e);
    if (int_value(number) < 0) strbuf_char(&b, '-');
    strbuf_text(&b, prefix);
    bool ok = int_put_digits(&b, number, base, false);
    decref(e, number);
    if (ok) return OBJ(strbuf_finish(&b));
    strbuf_clear(&b);
    return NULL;
}

static Obj *bin_native(Engine *e, Obj *const *a) {
    return in_base(e, a[0], 2, "0b");
}

static Obj *oct_native(Engine *e, Obj *const *a) {
    return in_base(e, a[0], 8, "0o");
}

static Obj *hex_native(Engine *e, Obj *const *a) {
    return in_base(e, a[0], 16, "0x");
}

/* ---- chr, ord ------------------------------------------------------------------------------ */

static Obj *chr_native(Engine *e, Obj *const *a) {
    int64_t code;
    if (!int_clamp(e, a[0], &code)) return NULL;
    if (code < 0 || code > 0x10FFFF) {
        return err_null(e, T_ValueError, "chr() arg not in range(0x110000)");
    }
    return OBJ(str_from_code_point(e, (uint32_t)code));
}

static Obj *ord_native(Engine *e, Obj *const *a) {
    uint32_t length;
    if (HAS_LAYOUT(a[0], STR)) {
        length = STR(a[0])->length;
        const char *p = STR(a[0])->text;
        if (length == 1) return int_new(e, utf8_next(&p));
    } else if (HAS_LAYOUT(bytearray_contents(a[0]), BYTES)) {
        const Bytes *bytes = BYTES(bytearray_contents(a[0]));
        length = bytes->size;
        if (length == 1) return int_new(e, bytes->data[0]);
    } else {
        return err_null(e, T_TypeError, "ord() expected string of length 1, but %s found",
                        type_name(a[0]));
    }
    return err_null(e, T_TypeError, "ord() expected a character, but string of length %u found",
                    length);
}

const NativeDef builtins_number_defs[] = {
    {.name = "abs", .signature = "x, /", .fn = abs_native, .step = abs_step},
    {.name = "round", .signature = "number, ndigits=None", .step = round_step},
    {.name = "divmod", .signature = "x, y, /", .step = divmod_step, .locals = 1},
    {.name = "pow", .signature = "base, exp, mod=None", .step = pow_step},
    {.name = "bin", .signature = "number, /", .fn = bin_native},
    {.name = "oct", .signature = "number, /", .fn = oct_native},
    {.name = "hex", .signature = "number, /", .fn = hex_native},
    {.name = "chr", .signature = "i, /", .fn = chr_native},
    {.name = "ord", .signature = "c, /", .fn = ord_native},
    {0},
};
