#include "object/text.h"

#include "object/unicode.h"

/* ---- Changing case ------------------------------------------------------------------------- */

typedef int (*CaseFn)(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);

static void put_mapped(StrBuf *b, const TextKind *kind, CaseFn map, uint32_t unit) {
    uint32_t out[UNICODE_CASE_MAX];
    int n = map(unit, out);
    for (int i = 0; i < n; i++) kind->put(b, out[i]);
}

static bool cased_before(TextSpan text, const char *p) {
    while (p > text.start) {
        uint32_t c = utf8_previous(&p);
        if (!unicode_is_case_ignorable(c)) return unicode_is_cased(c);
    }
    return false;
}

static bool cased_after(TextSpan text, const char *p) {
    while (p < text.end) {
        uint32_t c = utf8_next(&p);
        if (!unicode_is_case_ignorable(c)) return unicode_is_cased(c);
    }
    return false;
}

/* A capital sigma at the end of a word becomes the final small one. `p` is where it begins. */
static void put_lower(StrBuf *b, const TextKind *kind, TextSpan text, const char *p) {
    enum { CAPITAL_SIGMA = 0x3A3, FINAL_SIGMA = 0x3C2, SMALL_SIGMA = 0x3C3 };
    const char *after = p;
    uint32_t c = kind->next(&after);
    if (c == CAPITAL_SIGMA) {
        bool final = cased_before(text, p) && !cased_after(text, after);
        kind->put(b, final ? FINAL_SIGMA : SMALL_SIGMA);
    } else {
        put_mapped(b, kind, unicode_to_lower, c);
    }
}

/* What happens to the unit at `p`, given whether the one before it is cased. */
typedef void (*PutCase)(StrBuf *b, const TextKind *kind, TextSpan text, const char *p,
                        bool after_cased);

static void case_lower(StrBuf *b, const TextKind *kind, TextSpan text, const char *p, bool cased) {
    (void)cased;
    put_lower(b, kind, text, p);
}

static void case_upper(StrBuf *b, const TextKind *kind, TextSpan text, const char *p, bool cased) {
    (void)text, (void)cased;
    put_mapped(b, kind, unicode_to_upper, kind->next(&p));
}

static void case_title(StrBuf *b, const TextKind *kind, TextSpan text, const char *p, bool cased) {
    if (cased) {
        put_lower(b, kind, text, p);
    } else {
        put_mapped(b, kind, unicode_to_title, kind->next(&p));
    }
}

static void case_capitalize(StrBuf *b, const TextKind *kind, TextSpan text, const char *p,
                            bool cased) {
    (void)cased;
    case_title(b, kind, text, p, p > text.start);
}

static void case_swap(StrBuf *b, const TextKind *kind, TextSpan text, const char *p, bool cased) {
    const char *after = p;
    uint32_t c = kind->next(&after);
    if (unicode_is_upper(c)) {
        case_lower(b, kind, text, p, cased);
    } else if (unicode_is_lower(c)) {
        case_upper(b, kind, text, p, cased);
    } else {
        kind->put(b, c);
    }
}

static void case_fold(StrBuf *b, const TextKind *kind, TextSpan text, const char *p, bool cased) {
    (void)text, (void)cased;
    put_mapped(b, kind, unicode_fold, kind->next(&p));
}

static Obj *change_case(Engine *e, Obj *self, PutCase put) {
    const TextKind *kind = text_kind(self);
    TextSpan text = text_span(self);
    StrBuf b;
    strbuf_init(&b, e);
    bool cased = false;
    for (const char *p = text.start; p < text.end && !b.failed;) {
        put(&b, kind, text, p, cased);
        cased = put == case_title && unicode_is_cased(kind->next(&p));
        if (put != case_title) kind->next(&p);
    }
    return text_finish(kind, &b);
}

Obj *text_native_lower(Engine *e, Obj *const *a) {
    return change_case(e, a[0], case_lower);
}
Obj *text_native_upper(Engine *e, Obj *const *a) {
    return change_case(e, a[0], case_upper);
}
Obj *text_native_title(Engine *e, Obj *const *a) {
    return change_case(e, a[0], case_title);
}
Obj *text_native_capitalize(Engine *e, Obj *const *a) {
    return change_case(e, a[0], case_capitalize);
}
Obj *text_native_swapcase(Engine *e, Obj *const *a) {
    return change_case(e, a[0], case_swap);
}
Obj *text_native_casefold(Engine *e, Obj *const *a) {
    return change_case(e, a[0], case_fold);
}

/* ---- Asking what the characters are -------------------------------------------------------- */

static bool is_alnum(uint32_t c) {
    return unicode_is_alpha(c) || unicode_is_numeric(c);
}

/* At least one unit, and all of them are `wanted`. */
static Obj *all_are(Engine *e, const Obj *self, bool (*wanted)(uint32_t c)) {
    const TextKind *kind = text_kind(self);
    TextSpan text = text_span(self);
    if (text.start == text.end) return e->false_;
    for (const char *p = text.start; p < text.end;) {
        if (!wanted(kind->next(&p))) return e->false_;
    }
    return e->true_;
}

Obj *text_native_isalnum(Engine *e, Obj *const *a) {
    return all_are(e, a[0], is_alnum);
}
Obj *text_native_isalpha(Engine *e, Obj *const *a) {
    return all_are(e, a[0], unicode_is_alpha);
}
Obj *text_native_isdigit(Engine *e, Obj *const *a) {
    return all_are(e, a[0], unicode_is_digit);
}
Obj *text_native_isdecimal(Engine *e, Obj *const *a) {
    return all_are(e, a[0], unicode_is_decimal);
}
Obj *text_native_isnumeric(Engine *e, Obj *const *a) {
    return all_are(e, a[0], unicode_is_numeric);
}

Obj *text_native_isspace(Engine *e, Obj *const *a) {
    return all_are(e, a[0], text_kind(a[0])->is_space);
}

Obj *text_native_isascii(Engine *e, Obj *const *a) {
    TextSpan text = text_span(a[0]);
    while (text.start < text.end && (unsigned char)*text.start < 128) text.start++;
    return obj_bool(e, text.start == text.end);
}

Obj *text_native_isprintable(Engine *e, Obj *const *a) {
    if (text_length(a[0]) == 0) return e->true_;
    return all_are(e, a[0], unicode_is_printable);
}

Obj *text_native_isidentifier(Engine *e, Obj *const *a) {
    TextSpan text = text_span(a[0]);
    if (text.start == text.end || !unicode_is_id_start(utf8_next(&text.start))) return e->false_;
    while (text.start < text.end) {
        if (!unicode_is_id_continue(utf8_next(&text.start))) return e->false_;
    }
    return e->true_;
}

/* Some unit is `wanted`, none is `unwanted` or title case. */
static Obj *one_case(Engine *e, const Obj *self, bool (*wanted)(uint32_t),
                     bool (*unwanted)(uint32_t)) {
    const TextKind *kind = text_kind(self);
    TextSpan text = text_span(self);
    bool found = false;
    for (const char *p = text.start; p < text.end;) {
        uint32_t c = kind->next(&p);
        if (unwanted(c) || unicode_is_title(c)) return e->false_;
        found = found || wanted(c);
    }
    return obj_bool(e, found);
}

Obj *text_native_islower(Engine *e, Obj *const *a) {
    return one_case(e, a[0], unicode_is_lower, unicode_is_upper);
}

Obj *text_native_isupper(Engine *e, Obj *const *a) {
    return one_case(e, a[0], unicode_is_upper, unicode_is_lower);
}

Obj *text_native_istitle(Engine *e, Obj *const *a) {
    const TextKind *kind = text_kind(a[0]);
    TextSpan text = text_span(a[0]);
    bool found = false, after_cased = false;
    for (const char *p = text.start; p < text.end;) {
        uint32_t c = kind->next(&p);
        bool upper = unicode_is_upper(c) || unicode_is_title(c), lower = unicode_is_lower(c);
        if ((upper && after_cased) || (lower && !after_cased)) return e->false_;
        after_cased = upper || lower;
        found = found || after_cased;
    }
    return obj_bool(e, found);
}
