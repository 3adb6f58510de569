#include "object/text.h"

#include "object/bytearray.h"
#include "object/bytes.h"
#include "object/error.h"
#include "object/int.h"

/* ---- strip --------------------------------------------------------------------------------- */

/* Which units to take off: white space when `chars` is empty. */
typedef struct {
    const TextKind *kind;
    TextSpan chars;
    uint64_t small[2]; /* the members below 128, one bit each */
} UnitSet;

static void set_init(UnitSet *s, const TextKind *kind, TextSpan chars) {
    *s = (UnitSet){.kind = kind, .chars = chars};
    for (const char *p = chars.start; p < chars.end;) {
        uint32_t unit = kind->next(&p);
        if (unit < 128) s->small[unit / 64] |= UINT64_C(1) << unit % 64;
    }
}

static bool set_has(const UnitSet *s, uint32_t unit) {
    if (!s->chars.start) return s->kind->is_space(unit);
    if (unit < 128) return s->small[unit / 64] >> unit % 64 & 1;
    for (const char *p = s->chars.start; p < s->chars.end;) {
        if (s->kind->next(&p) == unit) return true;
    }
    return false;
}

static Obj *strip(Engine *e, Obj *const *a, const char *method, bool left, bool right) {
    TextSpan text = text_span(a[0]), chars = {NULL, NULL};
    if (a[1] != e->none) {
        if (HAS_LAYOUT(a[0], STR) && !HAS_LAYOUT(a[1], STR)) {
            return err_null(e, T_TypeError, "%s arg must be None or str", method);
        }
        if (!text_argument(e, a[0], method, 1, a[1], &chars)) return NULL;
    }
    UnitSet set;
    set_init(&set, text_kind(a[0]), chars);
    while (left && text.start < text.end) {
        const char *next = text.start;
        if (!set_has(&set, set.kind->next(&next))) break;
        text.start = next;
    }
    while (right && text.start < text.end) {
        const char *before = text.end;
        if (!set_has(&set, set.kind->previous(&before))) break;
        text.end = before;
    }
    return text_piece(e, a[0], text.start, text.end);
}

Obj *text_native_strip(Engine *e, Obj *const *a) {
    return strip(e, a, "strip", true, true);
}
Obj *text_native_lstrip(Engine *e, Obj *const *a) {
    return strip(e, a, "lstrip", true, false);
}
Obj *text_native_rstrip(Engine *e, Obj *const *a) {
    return strip(e, a, "rstrip", false, true);
}

/* ---- center, ljust, rjust ------------------------------------------------------------------ */

static bool str_fill(Engine *e, Obj *o) {
    if (!HAS_LAYOUT(o, STR)) {
        return err_false(e, T_TypeError, "The fill character must be a unicode character, not %s",
                         type_name(o));
    }
    if (text_length(o) == 1) return true;
    return err_false(e, T_TypeError, "The fill character must be exactly one character long");
}

static bool fill_unit(Engine *e, Obj *self, const char *method, Obj *o, uint32_t *unit) {
    *unit = ' ';
    if (!o) return true;
    Obj *fill = bytearray_contents(o);
    if (HAS_LAYOUT(self, STR)) {
        if (!str_fill(e, o)) return false;
    } else if (!HAS_LAYOUT(fill, BYTES) || text_length(fill) != 1) {
        return err_false(e, T_TypeError,
                         "%s() argument 2 must be a byte string of length 1, not %s", method,
                         o == e->none ? "None" : type_name(o));
    }
    const char *p = text_span(fill).start;
    *unit = text_kind(fill)->next(&p);
    return true;
}

static void put_units(StrBuf *b, const TextKind *kind, uint32_t unit, int64_t count) {
    if (kind->wide || unit < 128) {
        strbuf_fill(b, unit, count);
    } else {
        for (int64_t i = 0; i < count && !b->failed; i++) kind->put(b, unit);
    }
}

static Obj *pad(Engine *e, Obj *self, int64_t left, uint32_t unit, int64_t right) {
    TextSpan text = text_span(self);
    const TextKind *kind = text_kind(self);
    if (left <= 0 && right <= 0) return text_piece(e, self, text.start, text.end);
    StrBuf b;
    strbuf_init(&b, e);
    put_units(&b, kind, unit, left);
    strbuf_put(&b, text.start, text_size(text));
    put_units(&b, kind, unit, right);
    return text_finish(kind, &b);
}

static bool pad_arguments(Engine *e, Obj *const *a, const char *method, int64_t *missing,
                          int64_t *width, uint32_t *unit) {
    if (!int_index(e, a[1], width) || !fill_unit(e, a[0], method, a[2], unit)) return false;
    *missing = *width > text_length(a[0]) ? *width - text_length(a[0]) : 0;
    return true;
}

/* An odd number of fill characters puts the extra one on the left if the width is odd as well. */
Obj *text_native_center(Engine *e, Obj *const *a) {
    int64_t missing, width;
    uint32_t unit;
    if (!pad_arguments(e, a, "center", &missing, &width, &unit)) return NULL;
    int64_t left = missing / 2 + (missing & width & 1);
    return pad(e, a[0], left, unit, missing - left);
}

Obj *text_native_ljust(Engine *e, Obj *const *a) {
    int64_t missing, width;
    uint32_t unit;
    if (!pad_arguments(e, a, "ljust", &missing, &width, &unit)) return NULL;
    return pad(e, a[0], 0, unit, missing);
}

Obj *text_native_rjust(Engine *e, Obj *const *a) {
    int64_t missing, width;
    uint32_t unit;
    if (!pad_arguments(e, a, "rjust", &missing, &width, &unit)) return NULL;
    return pad(e, a[0], missing, unit, 0);
}

/* ---- zfill, expandtabs --------------------------------------------------------------------- */

Obj *text_native_zfill(Engine *e, Obj *const *a) {
    TextSpan text = text_span(a[0]);
    int64_t width;
    if (!int_index(e, a[1], &width)) return NULL;
    int64_t missing = width > text_length(a[0]) ? width - text_length(a[0]) : 0;
    if (missing == 0) return text_piece(e, a[0], text.start, text.end);
    StrBuf b;
    strbuf_init(&b, e);
    bool sign = text.start < text.end && (*text.start == '+' || *text.start == '-');
    if (sign) strbuf_char(&b, *text.start++);
    strbuf_fill(&b, '0', missing);
    strbuf_put(&b, text.start, text_size(text));
    return text_finish(text_kind(a[0]), &b);
}

Obj *text_native_expandtabs(Engine *e, Obj *const *a) {
    TextSpan text = text_span(a[0]);
    const TextKind *kind = text_kind(a[0]);
    int64_t tab, column = 0;
    if (!int_index_c_int(e, a[1], &tab)) return NULL;
    StrBuf b;
    strbuf_init(&b, e);
    while (text.start < text.end && !b.failed) {
        uint32_t unit = kind->next(&text.start);
        if (unit == '\t') {
            int64_t spaces = tab > 0 ? tab - column % tab : 0;
            strbuf_fill(&b, ' ', spaces);
            column += spaces;
        } else {
            kind->put(&b, unit);
            column = unit == '\n' || unit == '\r' ? 0 : column + 1;
        }
    }
    return text_finish(kind, &b);
}
