#include "syntax/parse.h"

#include <stdio.h>
#include <string.h>

#include "object/unicode_name.h"

/* A literal's text while its escapes are decoded. */
typedef struct {
    Parser *p;
    const char *text;
    size_t length, pos;
    char *out;
    size_t used;
    const Token *where; /* NULL: messages go to the last token */
    bool bytes;
} Decoder;

static void fail(Decoder *s, DiagKind kind, const char *message) {
    if (s->where) {
        parse_fail_kind(s->p, kind, parse_token_span(s->where), "%s", message);
    } else {
        parse_fail_last(s->p, kind, "%s", message);
    }
}

/* CPython decodes a copy in which every non-ASCII character is ten characters, \UXXXXXXXX, and
   gives positions in it. */
static size_t copy_position(const Decoder *s, size_t pos) {
    size_t position = 0;
    for (size_t i = 0; i < pos; i++) {
        unsigned char c = (unsigned char)s->text[i];
        if (c < 0x80) {
            position++;
        } else if ((c & 0xC0) != 0x80) {
            position += 10;
        }
    }
    return position;
}

static void unicode_error(Decoder *s, size_t start, size_t length, const char *reason) {
    char text[DIAG_TEXT];
    size_t first = copy_position(s, start), end = copy_position(s, start + length);
    snprintf(text, sizeof text,
             "(unicode error) 'unicodeescape' codec can't decode bytes in position %lu-%lu: %s",
             (unsigned long)first, (unsigned long)(end - 1), reason);
    fail(s, DIAG_SYNTAX, text);
}

static void put_code(Decoder *s, uint32_t code) {
    char *out = s->out;
    if (code < 0x80 || s->bytes) {
        out[s->used++] = (char)code;
    } else if (code < 0x800) {
        out[s->used++] = (char)(0xC0 | code >> 6);
        out[s->used++] = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out[s->used++] = (char)(0xE0 | code >> 12);
        out[s->used++] = (char)(0x80 | (code >> 6 & 0x3F));
        out[s->used++] = (char)(0x80 | (code & 0x3F));
    } else {
        out[s->used++] = (char)(0xF0 | code >> 18);
        out[s->used++] = (char)(0x80 | (code >> 12 & 0x3F));
        out[s->used++] = (char)(0x80 | (code >> 6 & 0x3F));
        out[s->used++] = (char)(0x80 | (code & 0x3F));
    }
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static void truncated(Decoder *s, size_t start, int found, int wanted) {
    if (s->bytes) {
        char text[DIAG_TEXT];
        snprintf(text, sizeof text, "(value error) invalid \\x escape at position %lu",
                 (unsigned long)start);
        fail(s, DIAG_SYNTAX, text);
        return;
    }
    const char *shape = wanted == 2 ? "\\xXX" : wanted == 4 ? "\\uXXXX" : "\\UXXXXXXXX";
    char reason[40];
    snprintf(reason, sizeof reason, "truncated %s escape", shape);
    unicode_error(s, start, (size_t)(2 + found), reason);
}

/* `wanted` hexadecimal digits after \x, \u or \U. */
static bool hex_escape(Decoder *s, size_t start, int wanted) {
    uint32_t code = 0;
    for (int found = 0; found < wanted; found++) {
        int digit = s->pos < s->length ? hex_value(s->text[s->pos]) : -1;
        if (digit < 0) {
            truncated(s, start, found, wanted);
            return false;
        }
        code = code << 4 | (uint32_t)digit;
        s->pos++;
    }
    if (code > 0x10FFFF) {
        unicode_error(s, start, (size_t)(2 + wanted), "illegal Unicode character");
        return false;
    }
    put_code(s, code);
    return true;
}

static void octal_escape(Decoder *s, char first) {
    uint32_t code = (uint32_t)(first - '0');
    for (int i = 0; i < 2 && s->pos < s->length; i++) {
        char c = s->text[s->pos];
        if (c < '0' || c > '7') break;
        code = code * 8 + (uint32_t)(c - '0');
        s->pos++;
    }
    put_code(s, s->bytes ? code & 0xFF : code);
}

/* After \N: {NAME}. */
static bool named_escape(Decoder *s, size_t start) {
    const char *rest = s->text + s->pos;
    size_t left = s->length - s->pos;
    const char *end = memchr(rest, '}', left);
    if (left == 0 || rest[0] != '{' || !end || end == rest + 1) {
        size_t length = left == 0 || rest[0] != '{' ? 2 : end ? 3 : s->length - start;
        unicode_error(s, start, length, "malformed \\N character escape");
        return false;
    }
    s->pos = (size_t)(end - s->text) + 1;
    uint32_t code;
    if (unicode_named(rest + 1, (size_t)(end - rest - 1), &code)) {
        put_code(s, code);
        return true;
    }
    unicode_error(s, start, s->pos - start, "unknown Unicode character name");
    return false;
}

/* An unknown escape stays as it is, backslash included. */
static void simple_escape(Decoder *s, char c) {
    static const char LETTERS[] = "\\'\"abfnrtv", VALUES[] = "\\'\"\a\b\f\n\r\t\v";
    const char *found = c ? strchr(LETTERS, c) : NULL;
    if (found) {
        s->out[s->used++] = VALUES[found - LETTERS];
        return;
    }
    s->out[s->used++] = '\\';
    s->out[s->used++] = c;
}

static bool escape(Decoder *s) {
    size_t start = s->pos++;
    if (s->pos >= s->length) { /* before a brace of an f-string */
        s->out[s->used++] = '\\';
        return true;
    }
    char c = s->text[s->pos++];
    if (c == '\n') return true;
    if (c >= '0' && c <= '7') {
        octal_escape(s, c);
        return true;
    }
    if (c == 'x') return hex_escape(s, start, 2);
    if (!s->bytes && c == 'u') return hex_escape(s, start, 4);
    if (!s->bytes && c == 'U') return hex_escape(s, start, 8);
    if (!s->bytes && c == 'N') return named_escape(s, start);
    simple_escape(s, c);
    return true;
}

static bool check_ascii(Decoder *s) {
    for (size_t i = 0; i < s->length; i++) {
        if ((unsigned char)s->text[i] < 0x80) continue;
        fail(s, DIAG_SYNTAX, "bytes can only contain ASCII literal characters");
        return false;
    }
    return true;
}

/* No escape grows: the result fits where the source did, one byte more for safety of "\\?". */
static bool decode(Decoder *s, bool raw, AstConstant *out) {
    s->out = parse_alloc(s->p, s->length + 2);
    if (!s->out || (s->bytes && !check_ascii(s))) return false;
    while (s->pos < s->length) {
        if (!raw && s->text[s->pos] == '\\') {
            if (!escape(s)) return false;
        } else {
            s->out[s->used++] = s->text[s->pos++];
        }
    }
    out->kind = s->bytes ? AST_CONST_BYTES : AST_CONST_STR;
    out->text = s->out;
    out->length = s->used;
    return true;
}

bool parse_decode_str(Parser *p, const char *text, size_t length, bool raw, const Token *where,
                      AstConstant *out) {
    Decoder s = {.p = p, .text = text, .length = length, .where = where};
    return decode(&s, raw, out);
}

bool parse_decode_bytes(Parser *p, const char *text, size_t length, bool raw, const Token *where,
                        AstConstant *out) {
    Decoder s = {.p = p, .text = text, .length = length, .where = where, .bytes = true};
    return decode(&s, raw, out);
}
