#include "object/number.h"

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
