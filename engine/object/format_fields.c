#include "object/format_fields.h"

#include <string.h>

#include "object/error.h"
#include "object/int.h"

static bool refuse(Engine *e, const char *message) {
    return err_false(e, T_ValueError, "%s", message);
}

/* ---- Pieces -------------------------------------------------------------------------------- */

/* The literal up to the next brace; *at is behind that brace and *brace says which, 0 at the end.
 */
static FormatRange read_literal(const char *t, FormatRange rest, uint32_t *at, char *brace) {
    uint32_t i = rest.start;
    while (i < rest.end && t[i] != '{' && t[i] != '}') i++;
    *brace = i < rest.end ? t[i] : 0;
    *at = *brace ? i + 1 : i;
    return (FormatRange){rest.start, i};
}

/* Up to the character that ends the argument's name and accessors. What stands in square brackets
 * is passed over. */
static bool read_name(Engine *e, const char *t, FormatRange rest, FormatField *f) {
    bool bracket = false, name = true;
    f->name = (FormatRange){rest.start, rest.start};
    for (uint32_t i = rest.start; i < rest.end; i++) {
        char c = t[i];
        if (c == '{' && !bracket) return refuse(e, "unexpected '{' in field name");
        if ((c == '}' || c == ':' || c == '!') && !bracket) {
            f->accessors = (FormatRange){f->name.end, i};
            return true;
        }
        if (c == '.' || c == '[') name = false;
        if (c == '[' || c == ']') bracket = c == '[';
        if (name) f->name.end = i + 1;
    }
    return refuse(e, "expected '}' before end of string");
}

/* "!r" and the colon or brace behind it; *at is behind that. *done: the field ends here. */
static bool read_conversion(Engine *e, const char *t, uint32_t end, uint32_t *at, FormatField *f,
                            bool *done) {
    if (*at == end) { return refuse(e, "end of string while looking for conversion specifier"); }
    const char *p = t + *at;
    f->conversion = utf8_next(&p);
    *at = (uint32_t)(p - t);
    *done = false;
    if (*at == end) return true;
    char c = t[(*at)++];
    *done = c == '}';
    return *done || c == ':' || refuse(e, "expected ':' after conversion specifier");
}

static bool read_spec(Engine *e, const char *t, uint32_t end, uint32_t at, FormatField *f) {
    int depth = 1;
    f->spec = (FormatRange){at, at};
    for (uint32_t i = at; i < end; i++) {
        if (t[i] == '{') {
            f->spec_nested = true;
            depth++;
        } else if (t[i] == '}' && --depth == 0) {
            f->spec.end = i;
            f->next = i + 1;
            return true;
        }
    }
    return refuse(e, "unmatched '{' in format spec");
}

static bool read_field(Engine *e, const char *t, FormatRange rest, FormatField *f) {
    if (!read_name(e, t, rest, f)) return false;
    uint32_t at = f->accessors.end + 1;
    char c = t[f->accessors.end];
    bool done = c == '}';
    f->has_field = true;
    if (c == '!' && !read_conversion(e, t, rest.end, &at, f, &done)) return false;
    f->next = at;
    return done || read_spec(e, t, rest.end, at, f);
}

bool format_fields_next(Engine *e, const Str *text, FormatRange rest, FormatField *f) {
    const char *t = text->text;
    char brace;
    *f = (FormatField){0};
    f->literal = read_literal(t, rest, &f->next, &brace);
    if (brace == 0) return true;
    if (f->next < rest.end && t[f->next] == brace) { /* doubled: the literal keeps one of them */
        f->literal.end++;
        f->next++;
        return true;
    }
    if (brace == '}') return refuse(e, "Single '}' encountered in format string");
    if (f->next == rest.end) return refuse(e, "Single '{' encountered in format string");
    return read_field(e, t, (FormatRange){f->next, rest.end}, f);
}

/* ---- Arguments ----------------------------------------------------------------------------- */

/* *value = -1: not all of it are digits. False: ValueError. */
static bool read_index(Engine *e, const char *t, FormatRange r, int64_t *value) {
    *value = r.start < r.end ? 0 : -1;
    for (uint32_t i = r.start; i < r.end; i++) {
        if (t[i] < '0' || t[i] > '9') {
            *value = -1;
            return true;
        }
        bool overflow = __builtin_mul_overflow(*value, 10, value) ||
                        __builtin_add_overflow(*value, t[i] - '0', value);
        if (overflow) return refuse(e, "Too many decimal digits in format string");
    }
    return true;
}

/* Numbering: 0 = undecided, -1 = by hand, n > 0 = automatic, n arguments used. */
bool format_fields_argument(Engine *e, const Str *text, const FormatField *f, int64_t *numbering,
                            int64_t *index) {
    bool automatic = f->name.start == f->name.end;
    if (!read_index(e, text->text, f->name, index)) return false;
    if (!automatic && *index < 0) return true;
    if (automatic && *numbering < 0) {
        return refuse(e,
                      "cannot switch from manual field specification to automatic field numbering");
    }
    if (!automatic && *numbering > 0) {
        return refuse(e,
                      "cannot switch from automatic field numbering to manual field specification");
    }
    if (automatic) {
        *index = (*numbering)++;
    } else {
        *numbering = -1;
    }
    return true;
}

bool format_fields_no_argument(Engine *e, int64_t index) {
    return err_false(e, T_IndexError,
                     "Replacement index %lld out of range for positional args tuple",
                     (long long)index);
}

bool format_fields_too_deep(Engine *e) {
    return refuse(e, "Max string recursion exceeded");
}

static bool access_item(Engine *e, const char *t, FormatRange *rest, FormatAccess *a) {
    uint32_t start = rest->start + 1, end = start;
    while (end < rest->end && t[end] != ']') end++;
    if (end == rest->end) return refuse(e, "Missing ']' in format string");
    if (start == end) return refuse(e, "Empty attribute in format string");
    int64_t index;
    if (!read_index(e, t, (FormatRange){start, end}, &index)) return false;
    rest->start = end + 1;
    a->kind = FORMAT_ACCESS_ITEM;
    a->key = index >= 0 ? int_new(e, index) : OBJ(str_new(e, t + start, end - start));
    return a->key != NULL;
}

static bool access_attribute(Engine *e, const char *t, FormatRange *rest, FormatAccess *a) {
    uint32_t start = rest->start + 1, end = start;
    while (end < rest->end && t[end] != '.' && t[end] != '[') end++;
    if (start == end) return refuse(e, "Empty attribute in format string");
    rest->start = end;
    a->kind = FORMAT_ACCESS_ATTRIBUTE;
    a->key = OBJ(str_new(e, t + start, end - start));
    return a->key != NULL;
}

bool format_fields_access(Engine *e, const Str *text, FormatRange *rest, FormatAccess *a) {
    *a = (FormatAccess){FORMAT_ACCESS_END, NULL};
    if (rest->start == rest->end) return true;
    switch (text->text[rest->start]) {
    case '.': return access_attribute(e, text->text, rest, a);
    case '[': return access_item(e, text->text, rest, a);
    default: return refuse(e, "Only '.' or '[' may follow ']' in format field specifier");
    }
}

bool format_fields_conversion(Engine *e, const FormatField *f, uint32_t *conversion) {
    static const char known[] = "sra";
    uint32_t c = f->conversion;
    *conversion = 0;
    if (c == 0) return true;
    const char *found = c < 128 ? strchr(known, (int)c) : NULL;
    if (found) {
        *conversion = (uint32_t)(found - known) + 1;
        return true;
    }
    if (c > 32 && c < 127) {
        return err_false(e, T_ValueError, "Unknown conversion specifier %c", (int)c);
    }
    return err_false(e, T_ValueError, "Unknown conversion specifier \\x%x", c);
}
