#ifndef OBJECT_TEXT_H
#define OBJECT_TEXT_H
/* What str and bytes have in common: most methods are written once, over a TextKind. */

#include "object/str.h"

/* A piece of a str or bytes, in bytes. */
typedef struct {
    const char *start, *end;
} TextSpan;

/* How the methods read and make the two types. A unit is a code point of a str or a byte; bytes
 * above 127 are read as numbers that are no code points, so that they have no case and no kind. */
typedef struct TextKind {
    bool wide;                                              /* str: a unit may take several bytes */
    Obj *(*make)(Engine *e, const char *text, size_t size); /* owned */
    uint32_t (*next)(const char **p);
    uint32_t (*previous)(const char **p);
    void (*put)(StrBuf *b, uint32_t unit);
    bool (*is_space)(uint32_t unit);
    bool (*is_line_break)(uint32_t unit);
} TextKind;

const TextKind *text_kind(const Obj *o);
TextSpan text_span(const Obj *o);
static inline size_t text_size(TextSpan s) {
    return (size_t)(s.end - s.start);
}
/* Length in units. */
int64_t text_length(const Obj *o);
int64_t text_count(const TextKind *kind, const char *start, const char *end);
/* The place after `index` units, which must not be more than the length. */
const char *text_at(const Obj *o, int64_t index);

/* Owned: a piece of `o`, or `o` itself when the piece is everything and no subclass is involved. */
Obj *text_piece(Engine *e, Obj *o, const char *start, const char *end);
/* Owned object of the kind with the buffer's contents; frees the buffer. */
Obj *text_finish(const TextKind *kind, StrBuf *b);
/* An argument that must be of the same kind as `self`; else TypeError with CPython's words, for
 * which `method` and `position` (0 = the only argument, -1 = "must be str, not ...") are needed. */
bool text_argument(Engine *e, const Obj *self, const char *method, int position, const Obj *o,
                   TextSpan *span);
/* start and end of find(), count() ...: None or an index, clamped. *first is the start in units;
 * *valid is false when the range is empty because start lies behind end. */
bool text_bounds(Engine *e, const Obj *self, Obj *start, Obj *end, TextSpan *span, int64_t *first,
                 bool *valid);

/* The methods that both types have, in the order of the files that define them: X(name, signature).
 * Each is a native text_native_<name>(). */
#define TEXT_METHODS(X)                                                                            \
    /* text_find.c */                                                                              \
    X(find, "self, sub, start=None, end=None, /")                                                  \
    X(rfind, "self, sub, start=None, end=None, /")                                                 \
    X(index, "self, sub, start=None, end=None, /")                                                 \
    X(rindex, "self, sub, start=None, end=None, /")                                                \
    X(count, "self, sub, start=None, end=None, /")                                                 \
    X(startswith, "self, prefix, start=None, end=None, /")                                         \
    X(endswith, "self, suffix, start=None, end=None, /")                                           \
    X(removeprefix, "self, prefix, /")                                                             \
    X(removesuffix, "self, suffix, /")                                                             \
    /* text_split.c */                                                                             \
    X(split, "self, sep=None, maxsplit=-1")                                                        \
    X(rsplit, "self, sep=None, maxsplit=-1")                                                       \
    X(splitlines, "self, keepends=False")                                                          \
    X(partition, "self, sep, /")                                                                   \
    X(rpartition, "self, sep, /")                                                                  \
    /* text_pad.c */                                                                               \
    X(strip, "self, chars=None, /")                                                                \
    X(lstrip, "self, chars=None, /")                                                               \
    X(rstrip, "self, chars=None, /")                                                               \
    X(center, "self, width, fillchar=, /")                                                         \
    X(ljust, "self, width, fillchar=, /")                                                          \
    X(rjust, "self, width, fillchar=, /")                                                          \
    X(zfill, "self, width, /")                                                                     \
    X(expandtabs, "self, tabsize=8")                                                               \
    /* text_case.c */                                                                              \
    X(lower, "self, /")                                                                            \
    X(upper, "self, /")                                                                            \
    X(title, "self, /")                                                                            \
    X(capitalize, "self, /")                                                                       \
    X(swapcase, "self, /")                                                                         \
    X(isalnum, "self, /")                                                                          \
    X(isalpha, "self, /")                                                                          \
    X(isascii, "self, /")                                                                          \
    X(isdigit, "self, /")                                                                          \
    X(islower, "self, /")                                                                          \
    X(isspace, "self, /")                                                                          \
    X(istitle, "self, /")                                                                          \
    X(isupper, "self, /")

/* The same for methods of str alone. */
#define TEXT_STR_METHODS(X)                                                                        \
    /* text_find.c */                                                                              \
    X(replace, "self, old, new, /, count=-1")                                                      \
    /* text_case.c */                                                                              \
    X(casefold, "self, /")                                                                         \
    X(isdecimal, "self, /")                                                                        \
    X(isnumeric, "self, /")                                                                        \
    X(isprintable, "self, /")                                                                      \
    X(isidentifier, "self, /")

/* As bytes and bytearray call them. */
#define TEXT_BYTES_METHODS(X) X(replace, "self, old, new, count=-1, /")

#define TEXT_DECLARE(name, signature) Obj *text_native_##name(Engine *e, Obj *const *a);
TEXT_METHODS(TEXT_DECLARE)
TEXT_STR_METHODS(TEXT_DECLARE)
#undef TEXT_DECLARE
#define TEXT_ROW(name_, signature_)                                                                \
    {.name = #name_, .signature = signature_, .fn = text_native_##name_},

#endif
