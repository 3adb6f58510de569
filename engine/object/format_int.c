#include "object/format_spec.h"

#include "object/error.h"
#include "object/int.h"
#include "object/unicode.h"

/* What holds for a presentation type of ints. */
static const struct {
    char type;
    unsigned char base, group;
    const char *prefix;
} presentations[] = {
    {'d', 10, 3, ""},   {'n', 10, 3, ""},  {'x', 16, 4, "0x"},
    {'X', 16, 4, "0X"}, {'o', 8, 4, "0o"}, {'b', 2, 4, "0b"},
};

static bool put_char(Engine *e, StrBuf *b, const Obj *o, const FormatSpec *s) {
    int64_t value = int_value(o);
    if (s->sign) {
        return err_false(e, T_ValueError, "Sign not allowed with integer format specifier 'c'");
    }
    if (s->alternate) {
        return err_false(e, T_ValueError,
                         "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (int_is_big(o)) {
        return err_false(e, T_OverflowError, "Python int too large to convert to C long");
    }
    if (value < 0 || value > UNICODE_MAX) {
        return err_false(e, T_OverflowError, "%%c arg not in range(0x110000)");
    }
    char text[4];
    NumberParts n = {0, "", "", 0, text, utf8_put((uint32_t)value, text)};
    FormatSpec one = *s;
    if (one.width > 0) one.width += (int64_t)n.rest_size - 1; /* it counts bytes, this is one */
    format_put_number(b, &n, &one, 3);
    return true;
}

static bool check(Engine *e, const FormatSpec *s) {
    if (s->precision >= 0) {
        return err_false(e, T_ValueError, "Precision not allowed in integer format specifier");
    }
    return !s->no_minus_zero ||
           err_false(e, T_ValueError,
                     "Negative zero coercion (z) not allowed in integer format specifier");
}

static bool put_presented(Engine *e, StrBuf *b, const Obj *o, const FormatSpec *s, size_t i) {
    StrBuf digits;
    strbuf_init(&digits, e);
    bool ok = int_put_digits(&digits, o, presentations[i].base, s->type == 'X');
    if (ok) {
        NumberParts n = {.sign = int_value(o) < 0 ? '-' : 0, .prefix = "", .rest = ""};
        if (s->alternate) n.prefix = presentations[i].prefix;
        n.digits = digits.text;
        n.digit_count = digits.size;
        format_put_number(b, &n, s, presentations[i].group);
    }
    strbuf_clear(&digits);
    return ok;
}

bool format_put_int(Engine *e, StrBuf *b, const Obj *o, const FormatSpec *s) {
    if (s->type == 'c') return check(e, s) && put_char(e, b, o, s);
    for (size_t i = 0; i < COUNT_OF(presentations); i++) {
        if ((unsigned char)presentations[i].type != s->type) continue;
        return check(e, s) && put_presented(e, b, o, s, i);
    }
    return format_spec_unknown(e, o, s->type);
}
