#include "object/format_spec.h"

#include <string.h>

#include "object/error.h"

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
    const char *at, *end;
} Reader;

static bool take(Reader *r, char c) {
    if (r->at == r->end || *r->at != c) return false;
    r->at++;
    return true;
}

static bool is_align(const Reader *r, const char *p) {
    return p < r->end && *p != 0 && strchr("<>=^", *p);
}

static bool read_fill(Reader *r, FormatSpec *s) {
    const char *p = r->at;
    if (p == r->end) return false;
    uint32_t fill = utf8_next(&p);
    if (!is_align(r, p)) return false;
    s->fill = fill;
    s->align = *p;
    r->at = p + 1;
    return true;
}

/* -1 when there are no digits. False: too many of them. */
static bool read_number(Engine *e, Reader *r, int64_t *value) {
    *value = -1;
    for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++) {
        if (*value < 0) *value = 0;
        bool overflow = __builtin_mul_overflow(*value, 10, value) ||
                        __builtin_add_overflow(*value, *r->at - '0', value);
        if (overflow) {
            return err_false(e, T_ValueError, "Too many decimal digits in format string");
        }
    }
    return true;
}

static bool read_grouping(Engine *e, Reader *r, FormatSpec *s) {
    if (take(r, ',')) s->grouping = ',';
    bool underscore = take(r, '_');
    bool both = underscore && (s->grouping || (r->at < r->end && *r->at == ','));
    if (both) return err_false(e, T_ValueError, "Cannot specify both ',' and '_'.");
    if (underscore) s->grouping = '_';
    return true;
}

static bool read_precision(Engine *e, Reader *r, FormatSpec *s) {
    if (!take(r, '.')) return true;
    if (!read_number(e, r, &s->precision)) return false;
    return s->precision >= 0 || err_false(e, T_ValueError, "Format specifier missing precision");
}

static bool check_grouping(Engine *e, const FormatSpec *s) {
    if (!s->grouping || s->type == 0) return true;
    bool known = s->type < 128 && strchr("defgEG%F", (int)s->type);
    if (s->grouping == '_' && s->type < 128 && strchr("boxX", (int)s->type)) known = true;
    if (known) return true;
    if (s->type > 32 && s->type < 128) {
        return err_false(e, T_ValueError, "Cannot specify '%c' with '%c'.", s->grouping,
                         (int)s->type);
    }
    return err_false(e, T_ValueError, "Cannot specify '%c' with '\\x%x'.", s->grouping, s->type);
}

static void read_flags(Reader *r, FormatSpec *s) {
    bool fill = read_fill(r, s), align = fill;
    if (!fill && is_align(r, r->at)) {
        s->align = *r->at++;
        align = true;
    }
    if (r->at < r->end && strchr("+- ", *r->at) && *r->at) s->sign = *r->at++;
    s->no_minus_zero = take(r, 'z');
    s->alternate = take(r, '#');
    if (!fill && take(r, '0')) {
        s->fill = '0';
        if (!align && s->align == '>') s->align = '=';
    }
}

bool format_spec_parse(Engine *e, const Obj *object, const Str *text, char type, char align,
                       FormatSpec *s) {
    *s = (FormatSpec){
        .fill = ' ', .align = align, .width = -1, .precision = -1, .type = (unsigned char)type};
    Reader r = {text->text, text->text + text->size};
    read_flags(&r, s);
    if (!read_number(e, &r, &s->width) || !read_grouping(e, &r, s)) return false;
    if (!read_precision(e, &r, s)) return false;
    if (r.at < r.end) s->type = utf8_next(&r.at);
    if (r.at < r.end) {
        return err_false(e, T_ValueError, "Invalid format specifier '%s' for object of type '%s'",
                         text->text, type_name(object));
    }
    return check_grouping(e, s);
}

bool format_spec_unknown(Engine *e, const Obj *object, uint32_t type) {
    if (type > 32 && type < 128) {
        return err_false(e, T_ValueError, "Unknown format code '%c' for object of type '%s'",
                         (int)type, type_name(object));
    }
    return err_false(e, T_ValueError, "Unknown format code '\\x%x' for object of type '%s'", type,
                     type_name(object));
}

/* ---- Laying out ---------------------------------------------------------------------------- */

static int64_t left_padding(const FormatSpec *s, int64_t padding) {
    if (s->align == '>') return padding;
    return s->align == '^' ? padding / 2 : 0;
}

void format_put_text(StrBuf *b, const char *text, size_t size, int64_t length,
                     const FormatSpec *s) {
    int64_t padding = s->width > length ? s->width - length : 0;
    int64_t left = left_padding(s, padding);
    strbuf_fill(b, s->fill, left);
    strbuf_put(b, text, size);
    strbuf_fill(b, s->fill, padding - left);
}

/* How long `count` digits are with their separators. */
static int64_t grouped_length(int64_t count, const FormatSpec *s, int group) {
    return s->grouping && count > 0 ? count + (count - 1) / group : count;
}

/* Leading zeros and digits with separators between them. */
static void put_grouped(StrBuf *b, const NumberParts *n, int64_t zeros, const FormatSpec *s,
                        int group) {
    int64_t left = zeros + (int64_t)n->digit_count;
    for (; left > 0 && !b->failed; left--) {
        int64_t digit = (int64_t)n->digit_count - left;
        strbuf_char(b, digit < 0 ? '0' : n->digits[digit]);
        if (s->grouping && left > 1 && (left - 1) % group == 0) strbuf_char(b, s->grouping);
    }
}

/* Zeros in front of the digits are grouped like digits; a separator never comes first, so the
 * result may be one longer than asked for. */
static int64_t zeros_for(int64_t missing, const NumberParts *n, const FormatSpec *s, int group) {
    int64_t count = (int64_t)n->digit_count;
    if (missing <= 0) return 0;
    if (!s->grouping || count == 0) return missing;
    int64_t wanted = grouped_length(count, s, group) + missing;
    int64_t total = wanted - wanted / (group + 1);
    while (grouped_length(total, s, group) < wanted) total++;
    return total - count;
}

void format_put_number(StrBuf *b, const NumberParts *n, const FormatSpec *s, int group) {
    char sign = n->sign ? n->sign : s->sign == '+' || s->sign == ' ' ? s->sign : 0;
    int64_t digits = grouped_length((int64_t)n->digit_count, s, group);
    int64_t length = (sign != 0) + (int64_t)strlen(n->prefix) + digits + (int64_t)n->rest_size;
    int64_t padding = s->width > length ? s->width - length : 0;
    bool inside = s->align == '=', zero_fill = inside && s->fill == '0';
    int64_t left = inside ? 0 : left_padding(s, padding);
    if (padding > STR_MAX) padding = STR_MAX; /* the buffer refuses it, as a matter of memory */
    strbuf_fill(b, s->fill, left);
    if (sign) strbuf_char(b, sign);
    strbuf_text(b, n->prefix);
    if (inside && !zero_fill) strbuf_fill(b, s->fill, padding);
    int64_t zeros = zero_fill ? zeros_for(padding, n, s, group) : 0;
    if (n->digit_count == 0) {
        strbuf_fill(b, '0', zeros);
    } else {
        put_grouped(b, n, zeros, s, group);
    }
    strbuf_put(b, n->rest, n->rest_size);
    if (!inside) strbuf_fill(b, s->fill, padding - left);
}
