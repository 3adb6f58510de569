#include "syntax/lexer.h"

#include <string.h>

static bool at_quotes(const Lexer *lex, char quote, bool triple) {
    const char *at = lex->text + lex->pos;
    return at[0] == quote && (!triple || (at[1] == quote && at[2] == quote));
}

static uint32_t quote_size(bool triple) {
    return triple ? 3 : 1;
}

LexerFString *lexer_fstring(Lexer *lex) {
    return lex->fstring_count ? &lex->fstrings[lex->fstring_count - 1] : NULL;
}

LexerParen *lexer_field(Lexer *lex) {
    LexerFString *f = lexer_fstring(lex);
    if (!f || lex->paren_count <= f->paren_base) return NULL;
    LexerParen *top = &lex->parens[lex->paren_count - 1];
    return top->is_field ? top : NULL;
}

static bool unterminated(Lexer *lex, const char *what, const char *guess, uint32_t line,
                         uint32_t column) {
    return lexer_fail_at(lex, LEXER_BAD_TOKEN, DIAG_SYNTAX, line, column + 1,
                         "unterminated %s literal (detected at line %u)%s", what,
                         (unsigned)lex->line, guess);
}

/* Inside a replacement field the quote that "never ends" is the f-string's own. */
static bool unterminated_string(Lexer *lex, const Token *token, char quote, bool triple,
                                bool escaped) {
    const LexerFString *f = lexer_fstring(lex);
    if (f && f->quote == quote && f->triple == triple) {
        return lexer_fail_at(lex, LEXER_BAD_TOKEN, DIAG_SYNTAX, token->line, token->column + 1,
                             "f-string: expecting '}'");
    }
    return unterminated(lex, triple ? "triple-quoted string" : "string",
                        escaped && !triple ? "; perhaps you escaped the end quote?" : "",
                        token->line, token->column);
}

/* Over a backslash and the character after it. */
static void pass_escape(Lexer *lex) {
    lex->pos++;
    if (lex->text[lex->pos] == '\n') {
        lexer_pass_newline(lex);
    } else if (lex->pos < lex->size) {
        lex->pos++;
    }
}

bool lexer_string(Lexer *lex, Token *token, uint32_t prefix) {
    lex->pos += prefix;
    char quote = lex->text[lex->pos];
    bool triple = at_quotes(lex, quote, true);
    lex->pos += quote_size(triple);
    bool escaped = false; /* a quote such as would end it */
    while (!at_quotes(lex, quote, triple)) {
        char c = lex->text[lex->pos];
        if (lex->pos >= lex->size || (c == '\n' && !triple)) {
            return unterminated_string(lex, token, quote, triple, escaped);
        }
        if (c == '\\') {
            escaped = escaped || lex->text[lex->pos + 1] == quote;
            pass_escape(lex);
        } else if (c == '\n') {
            lexer_pass_newline(lex);
        } else {
            lex->pos++;
        }
    }
    lex->pos += quote_size(triple);
    return lexer_end_token(lex, token, TOKEN_STRING);
}

bool lexer_fstring_start(Lexer *lex, Token *token, uint32_t prefix) {
    if (lex->fstring_count >= LEXER_MAX_FSTRINGS) {
        return lexer_fail(lex, "too many nested f-strings");
    }
    LexerFString *f = &lex->fstrings[lex->fstring_count++];
    f->raw = memchr(lex->text + lex->pos, 'r', prefix) || memchr(lex->text + lex->pos, 'R', prefix);
    lex->pos += prefix;
    f->quote = lex->text[lex->pos];
    f->triple = at_quotes(lex, f->quote, true);
    f->paren_base = lex->paren_count;
    f->fields = 0;
    f->line = token->line;
    f->column = token->column;
    lex->pos += quote_size(f->triple);
    token->raw = f->raw;
    return lexer_end_token(lex, token, TOKEN_FSTRING_START);
}

static bool open_field(Lexer *lex, Token *token) {
    LexerFString *f = lexer_fstring(lex);
    if (f->fields >= LEXER_MAX_FIELDS) {
        return lexer_fail(lex, "f-string: expressions nested too deeply");
    }
    lex->pos++;
    if (lex->paren_count >= LEXER_MAX_PARENS) {
        return lexer_fail(lex, "too many nested parentheses");
    }
    f->fields++;
    lex->parens[lex->paren_count++] = (LexerParen){'{', true, false, token->line, token->column};
    return lexer_end_token(lex, token, OP_LBRACE);
}

static bool close_field(Lexer *lex, Token *token) {
    lexer_fstring(lex)->fields--;
    lex->paren_count--;
    lex->pos++;
    return lexer_end_token(lex, token, OP_RBRACE);
}

/* Where fields are still open the parser reports it; their brackets stay open, and one that closes
 * another then does not match: that is what CPython tells of. */
static bool end_fstring(Lexer *lex, Token *token) {
    LexerFString *f = lexer_fstring(lex);
    lex->pos += quote_size(f->triple);
    for (int i = f->paren_base; i < lex->paren_count; i++) lex->parens[i].is_field = false;
    lex->fstring_count--;
    return lexer_end_token(lex, token, TOKEN_FSTRING_END);
}

/* Over `\N{NAME}` whose braces are not a field's (another brace within is one's), or over a
   backslash and one more character; a brace is left, as in r"\{x}". */
static void pass_fstring_escape(Lexer *lex, const LexerFString *f) {
    const char *at = lex->text + lex->pos;
    if (at[1] == '{' || at[1] == '}') {
        lex->pos++;
        return;
    }
    bool named = !f->raw && at[1] == 'N' && at[2] == '{';
    pass_escape(lex);
    if (!named) return;
    lex->pos++;
    while (!strchr("{}\n", lex->text[lex->pos]) && !at_quotes(lex, f->quote, f->triple)) {
        if (lex->text[lex->pos] == '\\') {
            pass_escape(lex);
        } else {
            lex->pos++;
        }
    }
    if (lex->text[lex->pos] == '}') lex->pos++;
}

/* Literal text that has been read up to lex->pos. Of a doubled brace the text has one, the place
   both. */
static bool end_text(Lexer *lex, Token *token, bool doubled) {
    token->raw = lexer_fstring(lex)->raw;
    uint32_t end = lex->pos + (doubled ? 1 : 0);
    if (doubled) lex->pos += 2;
    lexer_end_token(lex, token, TOKEN_FSTRING_MIDDLE);
    token->end = end;
    return true;
}

/* A brace in literal text: the end of this piece of text, or of the field around it. */
static bool text_brace(Lexer *lex, Token *token, bool in_spec) {
    const char *at = lex->text + lex->pos;
    if (!in_spec && at[0] == at[1]) return end_text(lex, token, true);
    if (lex->pos > token->start) return end_text(lex, token, false);
    if (at[0] == '{') return open_field(lex, token);
    if (in_spec) return close_field(lex, token);
    lex->pos++;
    return lexer_fail(lex, "f-string: single '}' is not allowed");
}

bool lexer_fstring_text(Lexer *lex, Token *token) {
    const LexerFString *f = lexer_fstring(lex);
    LexerParen *field = lexer_field(lex);
    bool in_spec = field && field->in_spec;
    for (;;) {
        char c = lex->text[lex->pos];
        if (at_quotes(lex, f->quote, f->triple)) {
            return lex->pos > token->start ? end_text(lex, token, false) : end_fstring(lex, token);
        }
        if (c == '{' || c == '}') return text_brace(lex, token, in_spec);
        if (c == '\n' && !f->triple && in_spec) {
            /* CPython ends the format spec here and reads on as in an expression. */
            field->in_spec = false;
            return end_text(lex, token, false);
        }
        if (lex->pos >= lex->size || (c == '\n' && !f->triple)) {
            return unterminated(lex, f->triple ? "triple-quoted f-string" : "f-string", "", f->line,
                                f->column);
        }
        if (c == '\\') {
            pass_fstring_escape(lex, f);
        } else if (c == '\n') {
            lexer_pass_newline(lex);
        } else {
            lex->pos++;
        }
    }
}
