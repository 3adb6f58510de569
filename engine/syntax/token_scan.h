#ifndef SYNTAX_TOKEN_SCAN_H
#define SYNTAX_TOKEN_SCAN_H
/* Cuts any text, faulty or not, into coloured spans for showing source code. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    TOKEN_SCAN_KEYWORD,    /* if, None, also match, case and type where they are meant */
    TOKEN_SCAN_NAME,       /* variables, attributes, parameters */
    TOKEN_SCAN_DEFINITION, /* the name after def or class */
    TOKEN_SCAN_CALL,       /* a name before a parenthesis */
    TOKEN_SCAN_BUILTIN,    /* the same, of a built-in function: print(...) */
    TOKEN_SCAN_DECORATOR,  /* '@' and the dotted name after it */
    TOKEN_SCAN_NUMBER,
    TOKEN_SCAN_STRING, /* with quotes and prefix; of an f-string the literal parts */
    TOKEN_SCAN_OPERATOR,
    TOKEN_SCAN_COMMENT,
    TOKEN_SCAN_UNKNOWN /* a character that Python has no use for */
} TokenScanKind;

/* Never crosses a line: a string over three lines is three spans. White space has none. */
typedef struct {
    TokenScanKind kind;
    uint32_t line, column, length; /* line from 1; column from 0 and length in code points */
    uint32_t start, end;           /* the same as byte offsets in the text */
} TokenScanSpan;

enum { TOKEN_SCAN_DEPTH = 32 };

/* A string, or a replacement field of the f-string around it. */
typedef struct {
    char quote; /* of a string */
    bool triple, raw, is_f, is_field;
    bool in_spec; /* field: after its ':' */
    int brackets; /* field: open inside it */
} TokenScanLevel;

typedef struct {
    const char *text; /* borrowed; need not end with a NUL */
    uint32_t size, pos, line, line_start;
    uint32_t column, column_pos; /* the column of byte column_pos */
    TokenScanLevel levels[TOKEN_SCAN_DEPTH];
    int level_count;
    bool line_has_token, defines, decorates, after_dot;
} TokenScanner;

/* Texts beyond 4 GiB are cut off. */
void token_scan_init(TokenScanner *s, const char *text, size_t length);
/* The next span; false at the end. Every call that gives a span moves on. */
bool token_scan_next(TokenScanner *s, TokenScanSpan *span);

#endif
