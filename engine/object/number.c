#include "object/number.h"

#include "object/complex.h"
#include "object/float.h"
#include "object/int.h"
#include "object/text.h"
#include "object/tuple.h"
#include "object/unicode.h"

enum { THE_END = 0, NO_NUMBER = 1 };

NumberReader number_reader(const char *text, size_t size) {
    NumberReader r = {text, text + size};
    while (r.at < r.end) {
        const char *p = r.at;
        if (!unicode_is_space(utf8_next(&p))) break;
        r.at = p;
    }
    while (r.end > r.at) {
        const char *p = r.end;
        if (!unicode_is_space(utf8_previous(&p))) break;
        r.end = p;
    }
    return r;
}

char number_peek(const NumberReader *r) {
    if (r->at >= r->end) return THE_END;
    const char *p = r->at;
    uint32_t c = utf8_next(&p);
    if (c < 0x80) return c == 0 ? NO_NUMBER : (char)c;
    int digit = unicode_decimal(c);
    return digit < 0 ? NO_NUMBER : (char)('0' + digit);
}

void number_advance(NumberReader *r) {
    utf8_next(&r->at);
}

bool number_take(NumberReader *r, char c) {
    if (number_peek(r) != c) return false;
    number_advance(r);
    return true;
}

bool number_is_text(const Obj *o) {
    if (HAS_LAYOUT(o, STR)) return true;
    TextSpan s = text_span(o);
    while (s.start < s.end && (unsigned char)*s.start < 0x80) s.start++;
    return s.start == s.end;
}

Obj *number_pair(Engine *e, Obj *first, Obj *second) {
    Tuple *t = first && second ? tuple_pack(e, 2, first, second) : NULL;
    xdecref(e, first);
    xdecref(e, second);
    return OBJ(t);
}

static bool is_nan(ComplexValue value) {
    return value.real != value.real || value.imag != value.imag;
}

Obj *number_hash(Engine *e, const Type *type, Obj *o) {
    bool (*slot)(Engine *, Obj *, uint32_t *) = type->slots.hash;
    if (slot == TYPE(e, int)->slots.hash) return int_new(e, int_hash_wide(o));
    if (slot == TYPE(e, float)->slots.hash && float_value(o) == float_value(o)) {
        return int_new(e, float_hash_wide(float_value(o)));
    }
    if (slot == TYPE(e, complex)->slots.hash && !is_nan(complex_value(o))) {
        return int_new(e, complex_hash_wide(complex_value(o)));
    }
    uint32_t hash;
    bool ok = slot ? slot(e, o, &hash) : obj_hash(e, o, &hash);
    return ok ? int_new(e, hash) : NULL;
}
