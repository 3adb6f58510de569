#include "syntax/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { TAB_SIZE = 8 };

uint32_t lexer_column(Lexer *lex, uint32_t pos) {
    if (pos < lex->column_pos || lex->column_pos <= lex->line_start) {
        lex->column_pos = lex->line_start;
        lex->column = 0;
    }
    for (; lex->column_pos < pos; lex->column_pos++) {
        if (((unsigned char)lex->text[lex->column_pos] & 0xC0) != 0x80) lex->column++;
    }
    return lex->column;
}

static bool fail(Lexer *lex, LexerFault fault, DiagKind kind, uint32_t line, uint32_t column,
                 const char *format, va_list args) {
    char text[DIAG_TEXT];
    vsnprintf(text, sizeof text, format, args);
    diag_set(lex->diag, kind, (int)line, (int)column, (int)line, 0, "%s", text);
    lex->fault = fault;
    return false;
}

bool lexer_fail(Lexer *lex, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fail(lex, LEXER_BAD_TOKEN, DIAG_SYNTAX, lex->line, lexer_column(lex, lex->pos), format, args);
    va_end(args);
    return false;
}

bool lexer_fail_at(Lexer *lex, LexerFault fault, DiagKind kind, uint32_t line, uint32_t column,
                   const char *format, ...) {
    va_list args;
    va_start(args, format);
    fail(lex, fault, kind, line, column, format, args);
    va_end(args);
    return false;
}

static void start_token(Lexer *lex, Token *token) {
    memset(token, 0, sizeof *token);
    token->start = lex->pos;
    token->line = lex->line;
    token->column = lexer_column(lex, lex->pos);
}

bool lexer_end_token(Lexer *lex, Token *token, TokenKind kind) {
    token->kind = (uint8_t)kind;
    token->end = lex->pos;
    token->end_line = lex->line;
    token->end_column = lexer_column(lex, lex->pos);
    token->open = (uint16_t)lex->paren_count;
    return true;
}

/* At the end of the text the lexer stays on its last line, where CPython places END. */
void lexer_pass_newline(Lexer *lex) {
    lex->pos++;
    if (lex->pos >= lex->size) return;
    lex->line++;
    lex->line_start = lex->pos;
}

static bool open_at_end(Lexer *lex) {
    const LexerParen *top = &lex->parens[lex->paren_count - 1];
    return lexer_fail_at(lex, LEXER_OPEN_AT_END, DIAG_SYNTAX, top->line, top->column + 1,
                         "'%c' was never closed", top->bracket);
}

/* Over a backslash at a line's end. */
static bool pass_continuation(Lexer *lex) {
    lex->pos++;
    if (lex->text[lex->pos] != '\n') {
        return lexer_fail_at(lex, LEXER_BAD_LAYOUT, DIAG_SYNTAX, lex->line,
                             lexer_column(lex, lex->pos) + 1,
                             "unexpected character after line continuation character");
    }
    lexer_pass_newline(lex);
    if (lex->pos < lex->size) return true;
    if (lex->paren_count) return open_at_end(lex);
    return lexer_fail_at(lex, LEXER_BAD_LAYOUT, DIAG_SYNTAX, lex->line, lexer_column(lex, lex->pos),
                         "unexpected EOF while parsing");
}

/* Indentation measured twice, with tabs to multiples of eight and with tabs as one column: both
   must agree on every comparison, else it mixes tabs and spaces ambiguously. */
typedef struct {
    uint32_t width, alt_width;
} Indentation;

static bool measure_indentation(Lexer *lex, Indentation *in) {
    Indentation first = {0, 0};
    *in = first;
    for (;;) {
        char c = lex->text[lex->pos];
        if (c == '\\') {
            /* Only the indentation before the first continued line counts. */
            if (first.width == 0) first = *in;
            if (!pass_continuation(lex)) return false;
            continue;
        }
        if (c == ' ') {
            in->width++;
            in->alt_width++;
        } else if (c == '\t') {
            in->width = (in->width / TAB_SIZE + 1) * TAB_SIZE;
            in->alt_width++;
        } else if (c == '\f') {
            in->width = in->alt_width = 0;
        } else {
            break;
        }
        lex->pos++;
    }
    if (first.width) *in = first;
    return true;
}

static bool tab_error(Lexer *lex) {
    return lexer_fail_at(lex, LEXER_BAD_LAYOUT, DIAG_TAB, lex->line, 1,
                         "inconsistent use of tabs and spaces in indentation");
}

static uint32_t line_end_column(Lexer *lex) {
    const char *end = strchr(lex->text + lex->pos, '\n');
    return lexer_column(lex, end ? (uint32_t)(end - lex->text) + 1 : lex->size);
}

static bool dedent(Lexer *lex, Indentation in) {
    while (lex->indent_count > 0 && in.width < lex->indents[lex->indent_count]) {
        lex->indent_count--;
        lex->pending--;
    }
    if (in.width != lex->indents[lex->indent_count]) {
        return lexer_fail_at(lex, LEXER_BAD_LAYOUT, DIAG_INDENTATION, lex->line,
                             line_end_column(lex),
                             "unindent does not match any outer indentation level");
    }
    return in.alt_width == lex->alt_indents[lex->indent_count] || tab_error(lex);
}

static bool apply_indentation(Lexer *lex, Indentation in) {
    uint32_t now = lex->indents[lex->indent_count], alt = lex->alt_indents[lex->indent_count];
    if (in.width == now) return in.alt_width == alt || tab_error(lex);
    if (in.width < now) return dedent(lex, in);
    if (lex->indent_count >= LEXER_MAX_INDENTS - 1) {
        return lexer_fail_at(lex, LEXER_BAD_LAYOUT, DIAG_INDENTATION, lex->line,
                             line_end_column(lex), "too many levels of indentation");
    }
    if (in.alt_width <= alt) return tab_error(lex);
    lex->indent_count++;
    lex->indents[lex->indent_count] = in.width;
    lex->alt_indents[lex->indent_count] = in.alt_width;
    lex->pending = 1;
    return true;
}

/* Blank lines and lines with only a comment have no indentation. */
static bool begin_line(Lexer *lex) {
    Indentation in;
    lex->line_begins = false;
    lex->has_tokens = false;
    if (!measure_indentation(lex, &in)) return false;
    char c = lex->text[lex->pos];
    if (c == '#' || c == '\n' || lex->pos >= lex->size) return true;
    return apply_indentation(lex, in);
}

/* Over spaces, comments, continued lines and newlines that end no statement. */
static bool skip_blanks(Lexer *lex) {
    for (;;) {
        if (lex->line_begins && !begin_line(lex)) return false;
        if (lex->pending) return true;
        char c = lex->text[lex->pos];
        if (c == ' ' || c == '\t' || c == '\f') {
            lex->pos++;
        } else if (c == '#') {
            lex->comment = lex->pos;
            while (lex->text[lex->pos] != '\n') lex->pos++;
        } else if (c == '\\') {
            if (!pass_continuation(lex)) return false;
        } else if (c == '\n' && (lex->paren_count || !lex->has_tokens)) {
            lexer_pass_newline(lex);
            lex->line_begins = !lex->paren_count;
        } else {
            return true;
        }
    }
}

static bool give_pending(Lexer *lex, Token *token) {
    TokenKind kind = lex->pending > 0 ? TOKEN_INDENT : TOKEN_DEDENT;
    lex->pending += lex->pending > 0 ? -1 : 1;
    return lexer_end_token(lex, token, kind);
}

/* A comment before it belongs to the token, as CPython's messages show. */
static bool newline(Lexer *lex, Token *token) {
    lex->pos++;
    lexer_end_token(lex, token, TOKEN_NEWLINE);
    if (lex->comment > lex->line_start) token->column = lexer_column(lex, lex->comment);
    lex->pos--;
    lexer_pass_newline(lex);
    lex->line_begins = true;
    lex->has_tokens = false;
    return true;
}

static bool end_of_text(Lexer *lex, Token *token) {
    if (lex->paren_count) return open_at_end(lex);
    if (lex->indent_count == 0) return lexer_end_token(lex, token, TOKEN_END);
    lex->indent_count--;
    return lexer_end_token(lex, token, TOKEN_DEDENT);
}

static bool mismatch(Lexer *lex, char close) {
    const LexerParen *top = &lex->parens[lex->paren_count - 1];
    if (top->is_field) return lexer_fail(lex, "f-string: unmatched '%c'", close);
    if (top->line == lex->line) {
        return lexer_fail(lex, "closing parenthesis '%c' does not match opening parenthesis '%c'",
                          close, top->bracket);
    }
    return lexer_fail(lex,
                      "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
                      close, top->bracket, (unsigned)top->line);
}

static bool close_bracket(Lexer *lex, char close) {
    if (lex->paren_count == 0) return lexer_fail(lex, "unmatched '%c'", close);
    const LexerParen *top = &lex->parens[lex->paren_count - 1];
    char open = close == ')' ? '(' : close == ']' ? '[' : '{';
    if (top->bracket != open) return mismatch(lex, close);
    if (top->is_field) lexer_fstring(lex)->fields--;
    lex->paren_count--;
    return true;
}

static bool open_bracket(Lexer *lex, const Token *token, char open) {
    if (lex->paren_count >= LEXER_MAX_PARENS) {
        return lexer_fail(lex, "too many nested parentheses");
    }
    lex->parens[lex->paren_count++] = (LexerParen){open, false, false, token->line, token->column};
    return true;
}

static bool operator_token(Lexer *lex, Token *token) {
    char c = lex->text[lex->pos];
    LexerParen *field = lexer_field(lex);
    if (field && c == ':') { /* ':=' too: a format spec starts */
        field->in_spec = true;
        lex->pos++;
        return lexer_end_token(lex, token, OP_COLON);
    }
    size_t length;
    TokenKind kind = token_operator(lex->text + lex->pos, lex->size - lex->pos, &length);
    lex->pos += (uint32_t)length;
    if (kind == TOKEN_UNKNOWN && ((unsigned char)c < ' ' || c == 0x7F)) {
        return lexer_fail(lex, "invalid non-printable character U+%04X", (unsigned)c);
    }
    if ((c == '(' || c == '[' || c == '{') && !open_bracket(lex, token, c)) return false;
    if ((c == ')' || c == ']' || c == '}') && !close_bracket(lex, c)) return false;
    return lexer_end_token(lex, token, kind);
}

static bool is_name_byte(char c, bool first) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return true;
    return (unsigned char)c >= 0x80 || (!first && c >= '0' && c <= '9');
}

/* How many letters before a quote form a string's prefix, or -1 if this is no string. */
static int string_prefix(const char *text, bool *is_f) {
    int length = 0;
    bool b = false, u = false, r = false, f = false;
    for (;; length++) {
        char c = text[length];
        if (c == '\'' || c == '"') break;
        c = (char)(c | 0x20);
        if (c == 'b' && !b && !u && !f) {
            b = true;
        } else if (c == 'u' && length == 0) {
            u = true;
        } else if (c == 'r' && !r && !u) {
            r = true;
        } else if (c == 'f' && !f && !b && !u) {
            f = true;
        } else {
            return -1;
        }
    }
    *is_f = f;
    return length;
}

static bool name_token(Lexer *lex, Token *token) {
    bool ascii = true;
    while (is_name_byte(lex->text[lex->pos], false)) {
        ascii = ascii && (unsigned char)lex->text[lex->pos] < 0x80;
        lex->pos++;
    }
    const char *text = lex->text + token->start;
    size_t length = lex->pos - token->start;
    if (!ascii && !lexer_check_name(lex, token->start, lex->pos)) return false;
    TokenKind kind = ascii ? token_keyword(text, length) : TOKEN_NAME;
    if (kind == TOKEN_NAME) {
        token->name = ascii ? ast_intern(lex->names, text, length)
                            : ast_intern_normal(lex->names, text, length);
        if (!token->name) {
            return lexer_fail_at(lex, LEXER_BAD_TOKEN, DIAG_LIMIT, lex->line, 1,
                                 "the program is too large");
        }
    }
    return lexer_end_token(lex, token, kind);
}

/* Whether the next character is text of an f-string rather than code. */
static bool in_fstring_text(Lexer *lex) {
    const LexerFString *f = lexer_fstring(lex);
    const LexerParen *field = lexer_field(lex);
    return f && (lex->paren_count == f->paren_base || (field && field->in_spec));
}

bool lexer_next(Lexer *lex, Token *token) {
    if (in_fstring_text(lex)) {
        start_token(lex, token);
        return lexer_fstring_text(lex, token);
    }
    if (!skip_blanks(lex)) return false;
    start_token(lex, token);
    if (lex->pending) return give_pending(lex, token);
    if (lex->pos >= lex->size) return end_of_text(lex, token);
    char c = lex->text[lex->pos];
    if (c == '\n') return newline(lex, token);
    lex->has_tokens = true;
    bool is_f;
    int prefix = string_prefix(lex->text + lex->pos, &is_f);
    if (prefix >= 0 && is_f) return lexer_fstring_start(lex, token, (uint32_t)prefix);
    if (prefix >= 0) return lexer_string(lex, token, (uint32_t)prefix);
    if (is_name_byte(c, true)) return name_token(lex, token);
    char next = lex->text[lex->pos + 1];
    if ((c >= '0' && c <= '9') || (c == '.' && next >= '0' && next <= '9')) {
        return lexer_number(lex, token);
    }
    return operator_token(lex, token);
}
