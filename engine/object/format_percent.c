#include "object/format.h"

#include <string.h>

#include "object/bytes.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/float.h"
#include "object/format_spec.h"
#include "object/int.h"
#include "object/text.h"
#include "object/tuple.h"
#include "object/unicode.h"

/* One run of the % operator. */
typedef struct {
    Engine *e;
    bool bytes;
    const char *start, *at, *end; /* the format */
    Obj *arguments;
    Tuple *tuple;  /* the arguments as a tuple; NULL = there is only one */
    uint32_t next; /* the next argument */
    bool mapping;  /* arguments may be asked by key */
    Obj *value;    /* owned: what %(key) gave; counts as the only argument */
    bool value_used;
    StrBuf out;
} Percent;

/* What stands between the % and the type. */
typedef struct {
    bool left, zero;
    FormatSpec spec;
} Directive;

static bool fail(Percent *p, int type_id, const char *message) {
    return err_false(p->e, type_id, "%s", message);
}

/* ---- Arguments ----------------------------------------------------------------------------- */

/* Borrowed; NULL: TypeError. */
static Obj *next_argument(Percent *p) {
    if (p->value && !p->value_used) {
        p->value_used = true;
        return p->value;
    }
    if (!p->value && p->tuple && p->next < p->tuple->size) return p->tuple->items[p->next++];
    if (!p->value && !p->tuple && p->next == 0) {
        p->next = 1;
        return p->arguments;
    }
    fail(p, T_TypeError, "not enough arguments for format string");
    return NULL;
}

static bool all_used(const Percent *p) {
    if (p->mapping || p->value) return true;
    return p->tuple ? p->next >= p->tuple->size : p->next > 0;
}

/* arguments[key]; owned. */
static Obj *look_up(Percent *p, Obj *key) {
    Engine *e = p->e;
    Obj *found = NULL;
    if (IS(e, p->arguments, dict)) {
        if (!dict_get(e, DICT(p->arguments), key, &found)) return NULL;
        if (!found) err_raise_with(e, T_KeyError, key);
        return xincref(found);
    }
    bool has;
    return vm_special_nested(e, p->arguments, N(e, __getitem__), &key, 1, &has);
}

/* (key): parentheses may nest. */
static bool read_key(Percent *p) {
    Engine *e = p->e;
    if (p->at == p->end || *p->at != '(') return true;
    if (!p->mapping) return fail(p, T_TypeError, "format requires a mapping");
    const char *start = ++p->at;
    int depth = 1;
    for (; p->at < p->end && depth > 0; p->at++) depth += (*p->at == '(') - (*p->at == ')');
    if (depth > 0) return fail(p, T_ValueError, "incomplete format key");
    size_t size = (size_t)(p->at - 1 - start);
    Obj *key = p->bytes ? bytes_new(e, start, size) : OBJ(str_new(e, start, size));
    if (!key) return false;
    Obj *value = look_up(p, key);
    decref(e, key);
    set_ref(e, p->value, value);
    p->value_used = false;
    return value != NULL;
}

/* ---- Flags, width, precision --------------------------------------------------------------- */

static void read_flags(Percent *p, Directive *d) {
    for (; p->at < p->end; p->at++) {
        switch (*p->at) {
        case '-': d->left = true; break;
        case '+': d->spec.sign = '+'; break;
        case ' ':
            if (!d->spec.sign) d->spec.sign = ' ';
            break;
        case '#': d->spec.alternate = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

/* The argument that a star stands for: a width is a C ssize_t, a precision a C int. */
static bool read_star(Percent *p, int64_t *value, int64_t limit) {
    Obj *o = next_argument(p);
    if (!o) return false;
    if (!HAS_LAYOUT(o, INT)) return fail(p, T_TypeError, "* wants int");
    return limit == INT32_MAX ? int_index_c_int(p->e, o, value) : int_index(p->e, o, value);
}

/* A number up to `limit`, or a star, for which the next argument is taken. */
static bool read_amount(Percent *p, int64_t *value, int64_t limit, const char *too_big) {
    if (p->at < p->end && *p->at == '*') {
        p->at++;
        return read_star(p, value, limit);
    }
    for (; p->at < p->end && *p->at >= '0' && *p->at <= '9'; p->at++) {
        int digit = *p->at - '0';
        if (*value < 0) *value = 0;
        if (*value > (limit - digit) / 10) return fail(p, T_ValueError, too_big);
        *value = *value * 10 + digit;
    }
    return true;
}

static bool read_directive(Percent *p, Directive *d) {
    *d = (Directive){.spec = {.fill = ' ', .align = '>', .width = -1, .precision = -1}};
    if (!read_key(p)) return false;
    read_flags(p, d);
    if (!read_amount(p, &d->spec.width, INT64_MAX, "width too big")) return false;
    if (d->spec.width < -1) {
        d->left = true;
        d->spec.width = d->spec.width == INT64_MIN ? INT64_MAX : -d->spec.width;
    }
    if (p->at < p->end && *p->at == '.') {
        p->at++;
        d->spec.precision = 0;
        if (!read_amount(p, &d->spec.precision, INT32_MAX, "precision too big")) return false;
        if (d->spec.precision < 0) d->spec.precision = 0;
    }
    if (p->at < p->end && strchr("hlL", *p->at) && *p->at) p->at++;
    if (p->at == p->end) return fail(p, T_ValueError, "incomplete format");
    if (d->left) d->spec.align = '<';
    return true;
}

/* ---- Text ---------------------------------------------------------------------------------- */

static bool put_str(Percent *p, const Directive *d, Str *s) {
    if (!s) return false;
    int64_t length = s->length;
    if (d->spec.precision >= 0 && d->spec.precision < length) length = d->spec.precision;
    format_put_text(&p->out, s->text, (size_t)(str_at(s, length) - s->text), length, &d->spec);
    decref(p->e, s);
    return true;
}

static bool put_bytes(Percent *p, const Directive *d, Obj *o) {
    Engine *e = p->e;
    bool found = HAS_LAYOUT(o, BYTES);
    Obj *bytes = found ? incref(o) : vm_special_nested(e, o, N(e, __bytes__), NULL, 0, &found);
    if (!found) {
        return err_false(e, T_TypeError,
                         "%%b requires a bytes-like object, or an object that implements "
                         "__bytes__, not '%s'",
                         type_name(o));
    }
    if (!bytes) return false;
    int64_t size = BYTES(bytes)->size;
    if (d->spec.precision >= 0 && d->spec.precision < size) size = d->spec.precision;
    format_put_text(&p->out, (const char *)BYTES(bytes)->data, (size_t)size, size, &d->spec);
    decref(e, bytes);
    return true;
}

static bool put_ascii(Percent *p, const Directive *d, Obj *o) {
    Str *repr = obj_repr(p->e, o);
    if (!repr) return false;
    Str *ascii = str_ascii(p->e, repr);
    decref(p->e, repr);
    return put_str(p, d, ascii);
}

static bool put_unit(Percent *p, const Directive *d, int64_t c, int64_t limit) {
    if (c < 0 || c >= limit) {
        return err_false(p->e, T_OverflowError,
                         p->bytes ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
    }
    char text[4] = {(char)c};
    size_t size = p->bytes ? 1 : utf8_put((uint32_t)c, text);
    format_put_text(&p->out, text, size, 1, &d->spec);
    return true;
}

static bool put_char(Percent *p, const Directive *d, Obj *o) {
    bool single = p->bytes ? HAS_LAYOUT(o, BYTES) : HAS_LAYOUT(o, STR);
    if (single && text_length(o) == 1) {
        TextSpan s = text_span(o);
        format_put_text(&p->out, s.start, text_size(s), 1, &d->spec);
        return true;
    }
    int64_t c;
    if (!single && type_lookup(p->e, o->type, N(p->e, __index__))) {
        if (!int_clamp(p->e, o, &c)) return false;
        return put_unit(p, d, c, p->bytes ? 256 : UNICODE_MAX + 1);
    }
    return fail(p, T_TypeError,
                p->bytes ? "%c requires an integer in range(256) or a single byte"
                         : "%c requires int or char");
}

/* ---- Numbers ------------------------------------------------------------------------------- */

static Obj *not_a_number(Engine *e, char type, Obj *o) {
    return err_null(e, T_TypeError, "%%%c format: a real number is required, not %s", type,
                    type_name(o));
}

/* d, i and u take every real number and cut its fraction off. Owned int. */
static Obj *int_argument(Percent *p, char type, Obj *o) {
    Engine *e = p->e;
    bool decimal = type == 'd' || type == 'i' || type == 'u';
    bool found = false;
    if (decimal && !HAS_LAYOUT(o, INT) && !HAS_LAYOUT(o, STR)) {
        Obj *whole = HAS_LAYOUT(o, FLOAT) ? int_from_double(e, float_value(o))
                                          : vm_special_nested(e, o, N(e, __int__), NULL, 0, &found);
        Obj *value = whole ? int_from_index(e, whole) : NULL;
        xdecref(e, whole);
        if (value) return value;
        if (err_occurred(e) && (HAS_LAYOUT(o, FLOAT) || !err_matches(e, T_TypeError))) return NULL;
        if (err_occurred(e)) err_clear(e);
        if (found) return not_a_number(e, type, o);
    }
    if (HAS_LAYOUT(o, INT) || type_lookup(e, o->type, N(e, __index__))) {
        return int_from_index(e, o);
    }
    if (p->bytes && type == 'i') type = 'd';
    return decimal ? not_a_number(e, type, o)
                   : err_null(e, T_TypeError, "%%%c format: an integer is required, not %s", type,
                              type_name(o));
}

static const char *prefix_of(char type) {
    return type == 'x' ? "0x" : type == 'X' ? "0X" : type == 'o' ? "0o" : "";
}

/* The precision is the least number of digits. */
static bool put_int(Percent *p, Directive *d, char type, Obj *o) {
    Obj *value = int_argument(p, type, o);
    if (!value) return false;
    unsigned base = type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : 10;
    StrBuf digits, filled;
    strbuf_init(&digits, p->e);
    strbuf_init(&filled, p->e);
    bool ok = int_put_digits(&digits, value, base, type == 'X');
    if (ok) {
        NumberParts n = {.sign = int_value(value) < 0 ? '-' : 0, .prefix = "", .rest = ""};
        if (d->spec.alternate) n.prefix = prefix_of(type);
        strbuf_fill(&filled, '0', d->spec.precision - (int64_t)digits.size);
        strbuf_put(&filled, digits.text, digits.size);
        n.digits = filled.text;
        n.digit_count = filled.size;
        ok = !filled.failed;
        if (ok) format_put_number(&p->out, &n, &d->spec, 3);
    }
    strbuf_clear(&digits);
    strbuf_clear(&filled);
    decref(p->e, value);
    return ok;
}

static bool put_double(Percent *p, Directive *d, char type, Obj *o) {
    double value;
    bool number = HAS_LAYOUT(o, FLOAT) || HAS_LAYOUT(o, INT) ||
                  type_lookup(p->e, o->type, N(p->e, __float__)) ||
                  type_lookup(p->e, o->type, N(p->e, __index__));
    if (p->bytes && !number) {
        return err_false(p->e, T_TypeError, "float argument required, not %s", type_name(o));
    }
    if (!float_from(p->e, o, &value)) return false;
    d->spec.type = (unsigned char)type;
    return format_put_double(p->e, &p->out, value, &d->spec);
}

/* ---- The whole ----------------------------------------------------------------------------- */

static bool unsupported(Percent *p) {
    const char *start = p->at;
    uint32_t c = p->bytes ? (unsigned char)*p->at : utf8_next(&p->at);
    size_t before = (size_t)(start - p->start);
    if (!p->bytes) before = utf8_count(p->start, before);
    return err_false(p->e, T_ValueError, "unsupported format character '%c' (0x%x) at index %zu",
                     c >= 32 && c < 127 ? (int)c : '?', c, before);
}

static bool put_value(Percent *p, Directive *d, char type, Obj *o) {
    bool number = strchr("diuoxXeEfFgG", type) != NULL;
    if (number && d->zero && !d->left) {
        d->spec.fill = '0';
        d->spec.align = '=';
    }
    if (number) {
        return strchr("diuoxX", type) ? put_int(p, d, type, o) : put_double(p, d, type, o);
    }
    if (type == 'c') return put_char(p, d, o);
    if (type == 'a' || (type == 'r' && p->bytes)) return put_ascii(p, d, o);
    if (p->bytes) return put_bytes(p, d, o);
    return put_str(p, d, type == 's' ? obj_str(p->e, o) : obj_repr(p->e, o));
}

static bool put_directive(Percent *p) {
    Directive d;
    p->at++;
    if (p->at < p->end && *p->at == '%') {
        strbuf_char(&p->out, *p->at++);
        return true;
    }
    if (!read_directive(p, &d)) return false;
    char type = *p->at;
    Obj *o = next_argument(p);
    if (!o) return false;
    if (type == 0 || !strchr(p->bytes ? "diuoxXeEfFgGcrsab" : "diuoxXeEfFgGcrsa", type)) {
        return unsupported(p);
    }
    p->at++;
    return put_value(p, &d, type, o);
}

static bool run(Percent *p) {
    while (p->at < p->end && !p->out.failed) {
        const char *percent = memchr(p->at, '%', (size_t)(p->end - p->at));
        const char *stop = percent ? percent : p->end;
        strbuf_put(&p->out, p->at, (size_t)(stop - p->at));
        p->at = stop;
        if (percent && !put_directive(p)) return false;
    }
    if (p->out.failed || all_used(p)) return !p->out.failed;
    return fail(p, T_TypeError,
                p->bytes ? "not all arguments converted during bytes formatting"
                         : "not all arguments converted during string formatting");
}

static Obj *format(Engine *e, Obj *text, Obj *arguments) {
    TextSpan span = text_span(text);
    Percent p = {.e = e,
                 .bytes = HAS_LAYOUT(text, BYTES),
                 .start = span.start,
                 .at = span.start,
                 .end = span.end,
                 .arguments = arguments};
    if (HAS_LAYOUT(arguments, TUPLE)) p.tuple = TUPLE(arguments);
    p.mapping = !p.tuple && !HAS_LAYOUT(arguments, STR) &&
                !(p.bytes && HAS_LAYOUT(arguments, BYTES)) &&
                type_lookup(e, arguments->type, N(e, __getitem__));
    strbuf_init(&p.out, e);
    bool ok = run(&p);
    xdecref(e, p.value);
    if (ok) return text_finish(text_kind(text), &p.out);
    strbuf_clear(&p.out);
    return NULL;
}

Str *format_percent(Engine *e, Str *text, Obj *arguments) {
    return STR(format(e, OBJ(text), arguments));
}

Obj *format_percent_bytes(Engine *e, Obj *bytes, Obj *arguments) {
    return format(e, bytes, arguments);
}
