#include "object/str.h"

#include "object/str_methods.h"
#include "object/tuple.h"
#include "object/unicode.h"

#include <string.h>

static void put_escape(StrBuf *b, uint32_t c) {
    static const char short_escapes[][3] = {"\\t", "\\n", "\\r"};
    static const char short_codes[] = "\t\n\r";
    const char *found = c && c < 128 ? strchr(short_codes, (int)c) : NULL;
    if (found) {
        strbuf_text(b, short_escapes[found - short_codes]);
    } else {
        strbuf_escape(b, c);
    }
}

/* Single quotes, unless the text has such and no double ones. */
Str *str_repr(Engine *e, const Str *s) {
    bool has_single = memchr(s->text, '\'', s->size), has_double = memchr(s->text, '"', s->size);
    char quote = has_single && !has_double ? '"' : '\'';
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_char(&b, quote);
    for (const char *p = s->text, *end = s->text + s->size; p < end && !b.failed;) {
        const char *start = p;
        uint32_t c = utf8_next(&p);
        if (c == (uint32_t)quote || c == '\\') strbuf_char(&b, '\\');
        if (unicode_is_printable(c)) {
            strbuf_put(&b, start, (size_t)(p - start));
        } else {
            put_escape(&b, c);
        }
    }
    strbuf_char(&b, quote);
    return strbuf_finish(&b);
}

Str *str_ascii(Engine *e, const Str *s) {
    if (str_is_ascii(s)) return (Str *)incref(s);
    StrBuf b;
    strbuf_init(&b, e);
    for (const char *p = s->text; p < s->text + s->size;) {
        uint32_t c = utf8_next(&p);
        if (c < 0x80) {
            strbuf_char(&b, (char)c);
        } else {
            strbuf_escape(&b, c);
        }
    }
    return strbuf_finish(&b);
}

Obj *str_native___getnewargs__(Engine *e, Obj *const *a) {
    Str *text = str_exact(e, STR(a[0]));
    if (!text) return NULL;
    Tuple *t = tuple_pack(e, 1, OBJ(text));
    decref(e, text);
    return OBJ(t);
}
