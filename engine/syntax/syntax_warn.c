#include "syntax/syntax_warn.h"

#include <stdio.h>
#include <string.h>

#include "syntax/lexer.h"
#include "syntax/parser.h"

enum { REGION_LIMIT = 256 << 20, MESSAGE = 80 };

typedef struct {
    SyntaxWarned told;
    void *data;
    const char *text; /* the lexer's */
} Scan;

/* ---- escapes ---- */

/* How many of up to three octal digits stand there. */
static size_t octal_digits(const char *text, size_t size) {
    size_t n = 0;
    while (n < 3 && n < size && text[n] >= '0' && text[n] <= '7') n++;
    return n;
}

/* One escape after its backslash: true when it was told of. */
static bool check_escape(const Scan *s, uint32_t line, const char *at, size_t size, bool bytes) {
    char message[MESSAGE];
    unsigned char c = (unsigned char)*at;
    if (c >= 0x80 || strchr("\n\\'\"abfnrtvx", c) || (!bytes && strchr("NuU", c))) return false;
    size_t octal = octal_digits(at, size);
    if (octal > 0 && (octal < 3 || c < '4')) return false;
    if (octal > 0) {
        snprintf(message, sizeof message, "invalid octal escape sequence '\\%.3s'", at);
    } else {
        snprintf(message, sizeof message, "invalid escape sequence '\\%c'", c);
    }
    s->told(s->data, line, message);
    return true;
}

/* CPython tells of the first wrong escape of a literal only. */
static void check_literal(const Scan *s, uint32_t line, const char *text, size_t size, bool bytes) {
    for (size_t i = 0; i < size; i++) {
        if (text[i] != '\\') continue;
        i++;
        if (check_escape(s, line, text + i, size > i ? size - i : 0, bytes)) return;
    }
}

static void check_string(const Scan *s, const Token *token) {
    const char *at = s->text + token->start, *end = s->text + token->end;
    bool raw = false, bytes = false;
    for (; *at != '\'' && *at != '"'; at++) {
        raw = raw || *at == 'r' || *at == 'R';
        bytes = bytes || *at == 'b' || *at == 'B';
    }
    size_t quotes = end - at >= 6 && at[1] == at[0] && at[2] == at[0] ? 3 : 1;
    if (raw) return;
    check_literal(s, token->line, at + quotes, (size_t)(end - at) - 2 * quotes, bytes);
}

/* Of the text in an f-string CPython names the line where it ends. A backslash may end the text;
 * the brace after it counts. */
static void check_middle(const Scan *s, const Token *token) {
    check_literal(s, token->end_line, s->text + token->start, token->end - token->start, false);
}

/* ---- numbers ---- */

/* A keyword right after a number. */
static void check_number(const Scan *s, const Token *number, const Token *next) {
    if (next->start != number->end || next->kind <= TOKEN_UNKNOWN) return;
    char c = s->text[next->start];
    if (c < 'a' || c > 'z') return;
    const char *text = s->text + number->start, *sort = "decimal";
    char last = s->text[number->end - 1], base = text[0] == '0' ? (char)(text[1] | 0x20) : '0';
    if (last == 'j' || last == 'J') sort = "imaginary";
    if (base == 'x') sort = "hexadecimal";
    if (base == 'o') sort = "octal";
    if (base == 'b') sort = "binary";
    char message[MESSAGE];
    snprintf(message, sizeof message, "invalid %s literal", sort);
    s->told(s->data, number->line, message);
}

static void scan_tokens(Region *r, const char *source, size_t length, SyntaxWarned told,
                        void *data) {
    Lexer lexer;
    Diag diag = {0};
    AstNames *names = ast_names_create(r);
    if (!names || !lexer_init(&lexer, r, names, source, length, &diag)) return;
    Scan s = {told, data, lexer.text};
    Token last = {0}, token;
    while (lexer_next(&lexer, &token) && token.kind != TOKEN_END) {
        if (last.kind == TOKEN_NUMBER) check_number(&s, &last, &token);
        if (token.kind == TOKEN_STRING) check_string(&s, &token);
        if (token.kind == TOKEN_FSTRING_MIDDLE && !token.raw) check_middle(&s, &token);
        last = token;
    }
}

bool syntax_warn(const char *source, size_t length, SyntaxWarned told, void *data) {
    Region r;
    region_init(&r, REGION_LIMIT);
    scan_tokens(&r, source, length, told, data);
    AstNode *module;
    Diag diag = {0};
    if (parse_module(&r, source, length, &module, &diag)) syntax_warn_tree(module, told, data);
    region_clear(&r);
    return !r.starved;
}
