#ifndef SYNTAX_LEXER_H
#define SYNTAX_LEXER_H
/* Cuts a program's text into tokens, as Python 3.13's tokenizer does, f-strings included. */

#include "base/diag.h"
#include "syntax/token.h"

enum {
    LEXER_MAX_PARENS = 100,  /* brackets open at a time */
    LEXER_MAX_INDENTS = 100, /* levels of indentation */
    LEXER_MAX_FSTRINGS = 20, /* f-strings within f-strings */
    LEXER_MAX_FIELDS = 3,    /* replacement fields within format specs of one f-string */
    LEXER_MAX_SOURCE = 4 * 1024 * 1024
};

/* A failed lexer_next() is one of two sorts. CPython lets the first replace a grammar mistake that
   stands earlier in the file; the second counts only where the parser arrives. */
typedef enum { LEXER_OK, LEXER_BAD_TOKEN, LEXER_BAD_LAYOUT, LEXER_OPEN_AT_END } LexerFault;

typedef struct {
    char bracket;  /* ( [ { */
    bool is_field; /* the { of a replacement field */
    bool in_spec;  /* field: after its ':' */
    uint32_t line, column;
} LexerParen;

typedef struct {
    char quote;
    bool triple, raw;
    int paren_base; /* brackets open where the f-string starts */
    int fields;     /* replacement fields open */
    uint32_t line, column;
} LexerFString;

typedef struct {
    AstNames *names;
    Diag *diag;
    LexerFault fault;
    const char *text; /* line ends are '\n', the last character is one, text[size] is 0 */
    uint32_t size, pos;
    uint32_t line, line_start;
    uint32_t comment;            /* where the last comment starts */
    uint32_t column_pos, column; /* the column of byte column_pos, a cache for column_at() */
    bool line_begins;            /* indentation comes next */
    bool has_tokens;             /* the line has a token: its end is a NEWLINE */
    int pending;                 /* INDENT (1) or DEDENTs (negative) still to give */
    uint32_t indents[LEXER_MAX_INDENTS + 1], alt_indents[LEXER_MAX_INDENTS + 1];
    int indent_count; /* above the first, which is 0 */
    LexerParen parens[LEXER_MAX_PARENS];
    int paren_count;
    LexerFString fstrings[LEXER_MAX_FSTRINGS];
    int fstring_count;
} Lexer;

/* Checks `source` (UTF-8, no NUL) and copies it into `r` with '\n' line ends. */
bool lexer_init(Lexer *lex, Region *r, AstNames *names, const char *source, size_t length, Diag *d);
/* The next token; END again and again at the end. False: fault and diagnostic are set. */
bool lexer_next(Lexer *lex, Token *token);

/* For the lexer's own files. */

/* The column of byte `pos` of the current line, in code points from 0. */
uint32_t lexer_column(Lexer *lex, uint32_t pos);
/* Reports at the last character read, as CPython's tokenizer does. Always false. */
bool lexer_fail(Lexer *lex, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Reports a mistake of layout or at a place: columns from 1. Always false. */
bool lexer_fail_at(Lexer *lex, LexerFault fault, DiagKind kind, uint32_t line, uint32_t column,
                   const char *format, ...) __attribute__((format(printf, 6, 7)));
bool lexer_end_token(Lexer *lex, Token *token, TokenKind kind);
/* Moves over a newline inside a token. */
void lexer_pass_newline(Lexer *lex);
/* Each reads one token whose first character is at lex->pos; `token` has its start. */
bool lexer_number(Lexer *lex, Token *token);
/* `prefix`: the letters before the quote, in bytes. */
bool lexer_string(Lexer *lex, Token *token, uint32_t prefix);
bool lexer_fstring_start(Lexer *lex, Token *token, uint32_t prefix);
/* Literal text of the innermost f-string, up to its end or to a replacement field. */
bool lexer_fstring_text(Lexer *lex, Token *token);
/* The innermost f-string if the lexer is within one of its replacement fields or its text. */
LexerFString *lexer_fstring(Lexer *lex);
/* The bracket of the innermost open replacement field if nothing is open inside it. */
LexerParen *lexer_field(Lexer *lex);
/* Checks that a name's non-ASCII characters may stand in a name. */
bool lexer_check_name(Lexer *lex, uint32_t start, uint32_t end);

/* Decodes one UTF-8 character of a valid text; `*pos` moves past it. */
uint32_t lexer_decode(const char *text, uint32_t *pos);

#endif
