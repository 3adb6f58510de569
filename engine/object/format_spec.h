#ifndef OBJECT_FORMAT_SPEC_H
#define OBJECT_FORMAT_SPEC_H
/* The format specification mini language: reading a specification and laying out numbers by it. */

#include "object/str.h"

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct {
    uint32_t fill;
    char align;               /* < > = ^ */
    char sign;                /* + - or space; 0 = not given */
    bool no_minus_zero;       /* z */
    bool alternate;           /* # */
    char grouping;            /* , or _ or 0 */
    int64_t width, precision; /* -1 = not given */
    uint32_t type;            /* a code point */
} FormatSpec;

/* `object` is for messages. `type` and `align` are what holds when the text gives none. False:
 * ValueError with CPython's words. */
bool format_spec_parse(Engine *e, const Obj *object, const Str *text, char type, char align,
                       FormatSpec *spec);
/* "Unknown format code '%c' for object of type '%s'"; always false. */
bool format_spec_unknown(Engine *e, const Obj *object, uint32_t type);

/* A number taken apart; the pieces are ASCII and borrowed. */
typedef struct {
    char sign;          /* '-' or 0 */
    const char *prefix; /* "0x" ... or "" */
    const char *digits; /* what is grouped */
    size_t digit_count;
    const char *rest; /* point, fraction, exponent, per cent sign; "inf" */
    size_t rest_size;
} NumberParts;

/* Grouped, signed and padded. `group` = digits between separators. */
void format_put_number(StrBuf *b, const NumberParts *n, const FormatSpec *spec, int group);
/* Text of `length` code points, padded. */
void format_put_text(StrBuf *b, const char *text, size_t size, int64_t length,
                     const FormatSpec *spec);

/* An int by a specification of type b c d n o x X (a double's types are format_put_double's).
 * False: an exception is set. */
bool format_put_int(Engine *e, StrBuf *b, const Obj *o, const FormatSpec *spec);
/* A double; type 0 is the default of format(). False: an exception is set. */
bool format_put_double(Engine *e, StrBuf *b, double value, const FormatSpec *spec);

#endif
