#include "syntax/lexer.h"

#include "base/common.h"

#include <string.h>

typedef struct {
    const unsigned char *text;
    size_t length, pos;
    int line, column; /* of the next character; line from 1, column from 1 */
} Source;

/* Length of the well-formed UTF-8 sequence at `text`, 0 if there is none. Overlong forms,
   surrogates and what lies beyond U+10FFFF are malformed. */
static size_t sequence_length(const unsigned char *text, size_t available) {
    unsigned char lead = text[0];
    if (lead < 0x80) return 1;
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > available) return 0;
    for (size_t i = 1; i < length; i++) {
        if ((text[i] & 0xC0) != 0x80) return 0;
    }
    if (lead == 0xE0 && text[1] < 0xA0) return 0;
    if (lead == 0xED && text[1] > 0x9F) return 0;
    if (lead == 0xF0 && text[1] < 0x90) return 0;
    if (lead == 0xF4 && text[1] > 0x8F) return 0;
    return length;
}

/* Copies one character; a line end of any sort becomes '\n'. */
static bool copy_character(Source *s, char *out, uint32_t *size, Diag *d) {
    const unsigned char *at = s->text + s->pos;
    size_t length = sequence_length(at, s->length - s->pos);
    if (length == 0) {
        diag_set(d, DIAG_SYNTAX, s->line, s->column, s->line, 0,
                 "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %lu", at[0],
                 (unsigned long)s->pos);
        diag_hint(d, "save the file as UTF-8");
        return false;
    }
    if (at[0] == 0) {
        diag_set(d, DIAG_SYNTAX, s->line, s->column, s->line, 0,
                 "source code cannot contain null bytes");
        return false;
    }
    bool line_ends = at[0] == '\n' || at[0] == '\r';
    if (at[0] == '\r' && s->pos + 1 < s->length && at[1] == '\n') length = 2;
    s->pos += length;
    s->column++;
    if (line_ends) {
        out[(*size)++] = '\n';
        s->line++;
        s->column = 1;
        return true;
    }
    memcpy(out + *size, at, length);
    *size += (uint32_t)length;
    return true;
}

/* A copy with '\n' line ends, the last line ended, and without a byte order mark. */
static bool normalise(Lexer *lex, Region *r, const char *source, size_t length, Diag *d) {
    Source s = {(const unsigned char *)source, length, 0, 1, 1};
    char *out = region_alloc(r, length + 2);
    if (!out) {
        diag_set(d, DIAG_LIMIT, 1, 1, 1, 0, "the program is too large");
        return false;
    }
    uint32_t size = 0;
    if (length >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0) s.pos = 3;
    while (s.pos < length) {
        if (!copy_character(&s, out, &size, d)) return false;
    }
    if (size > 0 && out[size - 1] != '\n') out[size++] = '\n';
    lex->text = out;
    lex->size = size;
    return true;
}

static bool is_name_of_coding(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

/* The name after "coding:" or "coding=" in a line that is only a comment; its length, 0: none. */
static size_t coding_name(const char *line, const char **name) {
    line += strspn(line, " \t\f");
    if (*line != '#') return 0;
    const char *end = strchr(line, '\n'), *at = line;
    while ((at = strstr(at, "coding")) != NULL && at < end) {
        at += strlen("coding");
        if (*at != ':' && *at != '=') continue;
        at += 1 + strspn(at + 1, " \t");
        *name = at;
        while (is_name_of_coding(*at)) at++;
        if (at > *name) return (size_t)(at - *name);
    }
    return 0;
}

static bool is_utf8_name(const char *name, size_t length) {
    static const char *const NAMES[] = {"utf-8", "utf8", "utf_8", "utf-8-sig"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        size_t k = 0;
        while (k < length && (name[k] | 0x20) == (NAMES[i][k] | 0x20)) k++;
        if (k == length && NAMES[i][k] == '\0') return true;
    }
    return false;
}

/* Another encoding may be declared in the first two lines; it matters where a character is not
   ASCII. */
static bool check_coding(const Lexer *lex, Diag *d) {
    const char *line = lex->text, *name;
    bool ascii = true;
    for (uint32_t i = 0; i < lex->size; i++) ascii = ascii && (unsigned char)lex->text[i] < 0x80;
    for (int number = 1; number <= 2 && !ascii && *line; number++) {
        size_t length = coding_name(line, &name);
        if (length > 0 && is_utf8_name(name, length)) return true;
        if (length > 0) {
            diag_set(d, DIAG_UNSUPPORTED, number, 1, number, 0,
                     "the encoding %.*s is not supported", (int)(length < 40 ? length : 40), name);
            diag_hint(d, "save the file as UTF-8 and remove this line");
            return false;
        }
        size_t blanks = strspn(line, " \t\f");
        if (line[blanks] != '#' && line[blanks] != '\n') return true;
        line = strchr(line, '\n') + 1;
    }
    return true;
}

bool lexer_init(Lexer *lex, Region *r, AstNames *names, const char *source, size_t length,
                Diag *d) {
    memset(lex, 0, sizeof *lex);
    lex->names = names;
    lex->diag = d;
    lex->line = 1;
    lex->line_begins = true;
    if (length > LEXER_MAX_SOURCE) {
        diag_set(d, DIAG_LIMIT, 1, 1, 1, 0, "the program is too large: more than %d MiB",
                 LEXER_MAX_SOURCE / (1024 * 1024));
        return false;
    }
    return normalise(lex, r, source, length, d) && check_coding(lex, d);
}

uint32_t lexer_decode(const char *text, uint32_t *pos) {
    const unsigned char *at = (const unsigned char *)text + *pos;
    if (at[0] < 0x80) {
        *pos += 1;
        return at[0];
    }
    uint32_t length = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    uint32_t code = at[0] & (0x7Fu >> length);
    for (uint32_t i = 1; i < length; i++) code = code << 6 | (at[i] & 0x3Fu);
    *pos += length;
    return code;
}
