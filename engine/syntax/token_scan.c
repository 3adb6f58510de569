#include "syntax/token_scan.h"

#include "base/common.h"
#include "syntax/token.h"

#include <string.h>

static const char *const BUILTINS[] = {
    "abs",     "aiter",        "all",        "anext",      "any",      "ascii",    "bin",
    "bool",    "breakpoint",   "bytearray",  "bytes",      "callable", "chr",      "classmethod",
    "compile", "complex",      "delattr",    "dict",       "dir",      "divmod",   "enumerate",
    "eval",    "exec",         "exit",       "filter",     "float",    "format",   "frozenset",
    "getattr", "globals",      "hasattr",    "hash",       "help",     "hex",      "id",
    "input",   "int",          "isinstance", "issubclass", "iter",     "len",      "list",
    "locals",  "map",          "max",        "memoryview", "min",      "next",     "object",
    "oct",     "open",         "ord",        "pow",        "print",    "property", "quit",
    "range",   "repr",         "reversed",   "round",      "set",      "setattr",  "slice",
    "sorted",  "staticmethod", "str",        "sum",        "super",    "tuple",    "type",
    "vars",    "zip",
};

static char at(const TokenScanner *s, uint32_t pos) {
    return pos < s->size ? s->text[pos] : '\0';
}

static bool is_name_byte(char c, bool first) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return true;
    return (unsigned char)c >= 0x80 || (!first && c >= '0' && c <= '9');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool at_line_end(const TokenScanner *s) {
    return s->pos >= s->size || s->text[s->pos] == '\n' || s->text[s->pos] == '\r';
}

static void pass_line_end(TokenScanner *s) {
    if (at(s, s->pos) == '\r' && at(s, s->pos + 1) == '\n') s->pos++;
    s->pos++;
    s->line++;
    s->line_start = s->column_pos = s->pos;
    s->column = 0;
    s->line_has_token = s->defines = s->decorates = s->after_dot = false;
}

static uint32_t column_at(TokenScanner *s, uint32_t pos) {
    for (; s->column_pos < pos; s->column_pos++) {
        if (((unsigned char)s->text[s->column_pos] & 0xC0) != 0x80) s->column++;
    }
    return s->column;
}

/* The span from `start` up to the current position. */
static bool give(TokenScanner *s, TokenScanSpan *span, uint32_t start, TokenScanKind kind) {
    span->kind = kind;
    span->line = s->line;
    span->column = column_at(s, start);
    span->length = column_at(s, s->pos) - span->column;
    span->start = start;
    span->end = s->pos;
    s->line_has_token = true;
    return true;
}

static TokenScanLevel *top(TokenScanner *s) {
    return s->level_count ? &s->levels[s->level_count - 1] : NULL;
}

static bool push(TokenScanner *s, TokenScanLevel level) {
    if (s->level_count == TOKEN_SCAN_DEPTH) return false;
    s->levels[s->level_count++] = level;
    return true;
}

/* The string that the text belongs to, or NULL in code. */
static const TokenScanLevel *text_string(TokenScanner *s) {
    const TokenScanLevel *level = top(s);
    if (!level || (level->is_field && !level->in_spec)) return NULL;
    for (int i = s->level_count - 1; i >= 0; i--) {
        if (!s->levels[i].is_field) return &s->levels[i];
    }
    return NULL;
}

static void pop_string(TokenScanner *s) {
    while (s->level_count && s->levels[s->level_count - 1].is_field) s->level_count--;
    if (s->level_count) s->level_count--;
}

static bool at_quotes(const TokenScanner *s, const TokenScanLevel *string) {
    if (at(s, s->pos) != string->quote) return false;
    return !string->triple ||
           (at(s, s->pos + 1) == string->quote && at(s, s->pos + 2) == string->quote);
}

/* A brace in the text of an f-string. True: it ends the span before it. */
static bool brace_ends_text(const TokenScanner *s, bool in_spec) {
    char c = at(s, s->pos);
    if (c == '}') return in_spec;
    return c == '{' && (in_spec || at(s, s->pos + 1) != '{');
}

static bool give_brace(TokenScanner *s, TokenScanSpan *span) {
    uint32_t start = s->pos++;
    if (s->text[start] == '}') {
        s->level_count--;
    } else {
        push(s, (TokenScanLevel){.is_field = true});
    }
    return give(s, span, start, TOKEN_SCAN_OPERATOR);
}

/* Over one character of a string, an escape, a doubled brace or `\N{NAME}`. A backslash before a
   brace of an f-string escapes nothing. */
static void pass_text(TokenScanner *s, const TokenScanLevel *string, bool in_spec) {
    char c = s->text[s->pos++], next = at(s, s->pos);
    if (at_line_end(s)) return;
    if (string->is_f && !in_spec && c == '{') s->pos++;
    if (c != '\\' || (string->is_f && (next == '{' || next == '}'))) return;
    s->pos++;
    if (string->raw || next != 'N' || at(s, s->pos) != '{') return;
    while (!at_line_end(s) && s->text[s->pos] != '}' && s->text[s->pos] != string->quote) s->pos++;
}

/* Text of a string up to its end, the line's end or a field. `start` lies before an opening that
   has been read already, or at the current position. */
static bool give_text(TokenScanner *s, TokenScanSpan *span, uint32_t start) {
    const TokenScanLevel string = *text_string(s);
    bool in_spec = top(s)->is_field;
    while (!at_line_end(s)) {
        if (at_quotes(s, &string)) {
            s->pos += string.triple ? 3 : 1;
            pop_string(s);
            return give(s, span, start, TOKEN_SCAN_STRING);
        }
        if (string.is_f && brace_ends_text(s, in_spec)) {
            if (s->pos > start) return give(s, span, start, TOKEN_SCAN_STRING);
            return give_brace(s, span);
        }
        pass_text(s, &string, in_spec);
    }
    bool continues = s->pos > start && at(s, s->pos - 1) == '\\';
    if (!string.triple && !continues) pop_string(s);
    return s->pos > start && give(s, span, start, TOKEN_SCAN_STRING);
}

/* The letters before a quote, or -1. */
static int prefix_length(const TokenScanner *s, bool *is_f) {
    int length = 0;
    *is_f = false;
    for (; length < 3; length++) {
        char c = at(s, s->pos + (uint32_t)length);
        if (c == '\'' || c == '"') return length;
        char lower = (char)(c | 0x20);
        if (!c || !strchr("bruf", lower)) return -1;
        if (lower == 'f') *is_f = true;
    }
    return -1;
}

static bool give_string(TokenScanner *s, TokenScanSpan *span, int prefix, bool is_f) {
    uint32_t start = s->pos;
    TokenScanLevel level = {.triple = true, .is_f = is_f};
    for (; prefix > 0; prefix--) level.raw = (s->text[s->pos++] | 0x20) == 'r' || level.raw;
    level.quote = s->text[s->pos];
    level.triple = at_quotes(s, &level);
    s->pos += level.triple ? 3 : 1;
    if (!push(s, level)) return give(s, span, start, TOKEN_SCAN_STRING);
    return give_text(s, span, start);
}

static bool give_number(TokenScanner *s, TokenScanSpan *span) {
    uint32_t start = s->pos;
    bool hex = at(s, start) == '0' && (at(s, start + 1) | 0x20) == 'x';
    while (is_name_byte(at(s, s->pos), false) || at(s, s->pos) == '.') {
        bool exponent = !hex && (at(s, s->pos) | 0x20) == 'e';
        s->pos++;
        char sign = at(s, s->pos);
        if (exponent && (sign == '+' || sign == '-') && is_digit(at(s, s->pos + 1))) s->pos++;
    }
    return give(s, span, start, TOKEN_SCAN_NUMBER);
}

static char next_visible(const TokenScanner *s) {
    uint32_t pos = s->pos;
    while (at(s, pos) == ' ' || at(s, pos) == '\t') pos++;
    return at(s, pos);
}

static bool is_word(const char *text, size_t length, const char *word) {
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

static bool is_builtin(const char *text, size_t length) {
    for (size_t i = 0; i < COUNT_OF(BUILTINS); i++) {
        if (is_word(text, length, BUILTINS[i])) return true;
    }
    return false;
}

/* A colon later on the line, as the head of a block has. */
static bool line_has_colon(const TokenScanner *s) {
    for (uint32_t pos = s->pos; pos < s->size && s->text[pos] != '\n'; pos++) {
        if (s->text[pos] == ':') return true;
    }
    return false;
}

/* match, case and type are keywords only where a statement starts, with something after them. */
static bool is_soft_keyword(const TokenScanner *s, const char *text, size_t length) {
    if (s->line_has_token || s->level_count) return false;
    char next = next_visible(s);
    if (is_word(text, length, "type")) return is_name_byte(next, true);
    if (!is_word(text, length, "match") && !is_word(text, length, "case")) return false;
    if (!next || strchr("=.,):;]}\r\n", next)) return false;
    return line_has_colon(s);
}

static TokenScanKind name_kind(const TokenScanner *s, uint32_t start) {
    const char *text = s->text + start;
    size_t length = s->pos - start;
    if (s->defines) return TOKEN_SCAN_DEFINITION;
    if (token_keyword(text, length) != TOKEN_NAME) return TOKEN_SCAN_KEYWORD;
    if (s->decorates) return TOKEN_SCAN_DECORATOR;
    if (!s->after_dot && is_soft_keyword(s, text, length)) return TOKEN_SCAN_KEYWORD;
    if (next_visible(s) != '(') return TOKEN_SCAN_NAME;
    return !s->after_dot && is_builtin(text, length) ? TOKEN_SCAN_BUILTIN : TOKEN_SCAN_CALL;
}

static bool give_name(TokenScanner *s, TokenScanSpan *span) {
    uint32_t start = s->pos;
    while (is_name_byte(at(s, s->pos), false)) s->pos++;
    TokenScanKind kind = name_kind(s, start);
    size_t length = s->pos - start;
    s->defines = kind == TOKEN_SCAN_KEYWORD && (is_word(s->text + start, length, "def") ||
                                                is_word(s->text + start, length, "class"));
    s->after_dot = false;
    if (kind == TOKEN_SCAN_DECORATOR) s->decorates = at(s, s->pos) == '.';
    return give(s, span, start, kind);
}

static bool give_decorator(TokenScanner *s, TokenScanSpan *span) {
    uint32_t start = s->pos++;
    s->decorates = true;
    return give(s, span, start, TOKEN_SCAN_DECORATOR);
}

/* Brackets and the colon have a meaning in a replacement field. True: the field has ended. */
static void track_field(TokenScanner *s, char c) {
    TokenScanLevel *field = top(s);
    if (!field) return;
    if (c == '(' || c == '[' || c == '{') field->brackets++;
    if (c == '}' && field->brackets == 0) {
        s->level_count--;
        return;
    }
    if ((c == ')' || c == ']' || c == '}') && field->brackets > 0) field->brackets--;
    if (c == ':' && field->brackets == 0) field->in_spec = true;
}

static bool give_operator(TokenScanner *s, TokenScanSpan *span) {
    uint32_t start = s->pos;
    char c = s->text[start];
    size_t length = 1;
    TokenKind kind = token_operator(s->text + start, s->size - start, &length);
    const TokenScanLevel *field = top(s);
    if (field && field->brackets == 0 && c == ':') length = 1;
    s->pos += (uint32_t)length;
    s->after_dot = c == '.' && length == 1;
    if (c != '.') s->decorates = false;
    s->defines = false;
    track_field(s, c);
    return give(s, span, start, kind == TOKEN_UNKNOWN ? TOKEN_SCAN_UNKNOWN : TOKEN_SCAN_OPERATOR);
}

static bool give_comment(TokenScanner *s, TokenScanSpan *span) {
    uint32_t start = s->pos;
    while (!at_line_end(s)) s->pos++;
    return give(s, span, start, TOKEN_SCAN_COMMENT);
}

static bool give_code(TokenScanner *s, TokenScanSpan *span) {
    char c = s->text[s->pos], next = at(s, s->pos + 1);
    bool is_f;
    int prefix = prefix_length(s, &is_f);
    if (prefix >= 0) return give_string(s, span, prefix, is_f);
    if (c == '#') return give_comment(s, span);
    if (c == '@' && !s->line_has_token) return give_decorator(s, span);
    if (is_digit(c) || (c == '.' && is_digit(next))) return give_number(s, span);
    if (is_name_byte(c, true)) return give_name(s, span);
    return give_operator(s, span);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

void token_scan_init(TokenScanner *s, const char *text, size_t length) {
    memset(s, 0, sizeof *s);
    s->text = text;
    s->size = length < UINT32_MAX ? (uint32_t)length : UINT32_MAX - 1;
    s->line = 1;
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        s->pos = s->line_start = s->column_pos = 3;
    }
}

bool token_scan_next(TokenScanner *s, TokenScanSpan *span) {
    while (s->pos < s->size) {
        if (at_line_end(s)) {
            const TokenScanLevel *string = text_string(s);
            bool continues = s->pos > s->line_start && s->text[s->pos - 1] == '\\';
            if (string && !string->triple && !continues) pop_string(s);
            pass_line_end(s);
        } else if (text_string(s)) {
            if (give_text(s, span, s->pos)) return true;
        } else if (is_blank(s->text[s->pos])) {
            s->pos++;
        } else {
            return give_code(s, span);
        }
    }
    return false;
}
