#include "object/format.h"

#include "object/complex.h"
#include "object/error.h"
#include "object/float.h"
#include "object/format_spec.h"
#include "object/int.h"

static Str *finish(StrBuf *b, bool ok) {
    if (ok) return strbuf_finish(b);
    strbuf_clear(b);
    return NULL;
}

static bool check_text_spec(Engine *e, const Obj *o, const FormatSpec *s) {
    const char *complaint = s->sign == ' '     ? "Space not allowed"
                            : s->sign          ? "Sign not allowed"
                            : s->no_minus_zero ? "Negative zero coercion (z) not allowed"
                            : s->alternate     ? "Alternate form (#) not allowed"
                            : s->align == '='  ? "'=' alignment not allowed"
                                               : NULL;
    if (s->type != 's') return format_spec_unknown(e, o, s->type);
    return !complaint || err_false(e, T_ValueError, "%s in string format specifier", complaint);
}

static Str *format_text(Engine *e, Str *text, const Str *spec) {
    FormatSpec s;
    if (!format_spec_parse(e, OBJ(text), spec, 's', '<', &s)) return NULL;
    if (!check_text_spec(e, OBJ(text), &s)) return NULL;
    int64_t length = text->length;
    size_t size = text->size;
    if (s.precision >= 0 && s.precision < length) {
        length = s.precision;
        size = (size_t)(str_at(text, length) - text->text);
    }
    StrBuf b;
    strbuf_init(&b, e);
    format_put_text(&b, text->text, size, length, &s);
    return strbuf_finish(&b);
}

static bool is_float_type(uint32_t type) {
    return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' ||
           type == '%';
}

static Str *format_int(Engine *e, Obj *o, const Str *spec) {
    FormatSpec s;
    if (!format_spec_parse(e, o, spec, 'd', '>', &s)) return NULL;
    StrBuf b;
    strbuf_init(&b, e);
    double value;
    if (!is_float_type(s.type)) return finish(&b, format_put_int(e, &b, o, &s));
    return finish(&b, int_to_double(e, o, &value) && format_put_double(e, &b, value, &s));
}

static Str *format_float(Engine *e, Obj *o, const Str *spec) {
    FormatSpec s;
    if (!format_spec_parse(e, o, spec, 0, '>', &s)) return NULL;
    if (s.type != 0 && s.type != 'n' && !is_float_type(s.type)) {
        format_spec_unknown(e, o, s.type);
        return NULL;
    }
    StrBuf b;
    strbuf_init(&b, e);
    return finish(&b, format_put_double(e, &b, float_value(o), &s));
}

Str *format_native(Engine *e, Obj *o, const Str *spec) {
    if (spec->size == 0) return obj_str(e, o);
    if (HAS_LAYOUT(o, STR)) return format_text(e, STR(o), spec);
    if (HAS_LAYOUT(o, INT)) return format_int(e, o, spec);
    if (HAS_LAYOUT(o, FLOAT)) return format_float(e, o, spec);
    if (HAS_LAYOUT(o, COMPLEX)) return complex_format(e, o, spec);
    return err_null(e, T_TypeError, "unsupported format string passed to %s.__format__",
                    type_name(o));
}

Obj *format_native_method(Engine *e, Obj *const *a) {
    if (HAS_LAYOUT(a[1], STR)) return OBJ(format_native(e, a[0], STR(a[1])));
    return err_null(e, T_TypeError, "__format__() argument must be str, not %s",
                    a[1] == e->none ? "None" : type_name(a[1]));
}
