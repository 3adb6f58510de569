#ifndef OBJECT_STR_H
#define OBJECT_STR_H
/* str: immutable UTF-8 text with its length in code points.
 *
 * Left to engine/vm because they may call Python: join (collect, then str_join_list), format and
 * format_map (object/format_fields.h), translate with a mapping that is no dict. */

#include <stdarg.h>

#include "object/engine.h"
#include "object/utf8.h"

/* No text is larger than this many bytes: sums of two sizes fit into 32 bits. */
enum { STR_MAX = 1 << 30 };

struct Str {
    Obj h;
    Dict *dict;      /* of a subclass instance */
    uint32_t hash;   /* 0 = not computed yet */
    uint32_t size;   /* bytes without the final NUL */
    uint32_t length; /* code points; == size exactly for ASCII text */
    char text[];     /* NUL-terminated UTF-8 */
};

#define STR(o) ((Str *)(o))
static inline bool str_is_ascii(const Str *s) {
    return s->size == s->length;
}

/* Owned. `text` must be valid UTF-8 (lone surrogates encoded as three bytes are allowed). */
Str *str_new(Engine *e, const char *text, size_t size);
/* The same of a subclass (or str itself); always a fresh object. */
Str *str_new_typed(Engine *e, Type *type, const char *text, size_t size);
/* One text from `count` of them, each an exact str or of a subclass. */
Str *str_concat_all(Engine *e, Obj *const *items, size_t count);
Str *str_from(Engine *e, const char *text);               /* NUL-terminated */
Str *str_from_code_point(Engine *e, uint32_t code_point); /* chr() */
Str *str_format(Engine *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str *str_vformat(Engine *e, const char *format, va_list args);
/* An owned exact str with the same text: the object itself unless it is of a subclass. */
Str *str_exact(Engine *e, Str *s);
uint32_t str_hash(Str *s);
bool str_equal(const Str *a, const Str *b);
bool str_equal_text(const Str *s, const char *text);
int str_compare(const Str *a, const Str *b);
/* repr() as CPython quotes and escapes. Owned. */
Str *str_repr(Engine *e, const Str *s);
/* Non-ASCII characters as \x, \u and \U escapes: ascii() of a repr. Owned. */
Str *str_ascii(Engine *e, const Str *s);
Str *str_concat(Engine *e, const Str *a, const Str *b);
/* By code points; clamps as slices do. */
Str *str_slice(Engine *e, Str *s, int64_t start, int64_t stop);
/* The text after `index` code points, which must not be more than the length. */
const char *str_at(const Str *s, int64_t index);
/* sep.join(items); TypeError "sequence item %d: expected str instance, %s found". Owned. */
Str *str_join_list(Engine *e, Str *sep, Obj *const *items, size_t count);

/* A growing text in the arena; on failure MemoryError is set and further calls do nothing. */
typedef struct {
    Engine *e;
    char *text;
    size_t size, capacity;
    bool failed;
} StrBuf;

void strbuf_init(StrBuf *b, Engine *e);
void strbuf_put(StrBuf *b, const char *text, size_t size);
void strbuf_text(StrBuf *b, const char *text);
void strbuf_str(StrBuf *b, const Str *s);
void strbuf_char(StrBuf *b, char c);
void strbuf_code_point(StrBuf *b, uint32_t c);
void strbuf_escape(StrBuf *b, uint32_t c); /* as \x41, \u0041 or \U00010000 */
/* The text as everybody can read it: with escapes for lone surrogates. */
void strbuf_readable(StrBuf *b, const char *text, size_t size);
void strbuf_fill(StrBuf *b, uint32_t c, int64_t count); /* nothing when count <= 0 */
void strbuf_printf(StrBuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str *strbuf_finish(StrBuf *b); /* owned; frees the buffer; NULL when something failed */
void strbuf_clear(StrBuf *b);

#endif
