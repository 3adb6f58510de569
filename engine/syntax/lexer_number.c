#include "syntax/lexer.h"

#include <string.h>

/* A number may run straight into these words: `1if x else 2` (CPython only warns). */
static const char *const FOLLOWERS[] = {"and", "else", "for", "if", "in", "is", "not", "or", NULL};

static char peek(const Lexer *lex) {
    return lex->text[lex->pos];
}

static bool is_digit(char c, int base) {
    if (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) return true;
    return c >= '0' && c <= (base < 10 ? '0' + base - 1 : '9');
}

static bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_follower(const char *text) {
    for (int i = 0; FOLLOWERS[i]; i++) {
        size_t length = strlen(FOLLOWERS[i]);
        if (strncmp(text, FOLLOWERS[i], length) != 0) continue;
        if (!is_name_char(text[length]) && (unsigned char)text[length] < 0x80) return true;
    }
    return false;
}

/* What comes after a number of this sort ("decimal", "hexadecimal" ...) must not be a name. */
static bool check_end(Lexer *lex, const char *sort) {
    const char *text = lex->text + lex->pos;
    if (!is_name_char(text[0]) || is_follower(text)) return true;
    return lexer_fail(lex, "invalid %s literal", sort);
}

/* Digits with single underscores between them; the first is known to be there unless
   `underscore_first`. */
static bool digits(Lexer *lex, int base, const char *sort) {
    for (;;) {
        while (is_digit(peek(lex), base)) lex->pos++;
        if (peek(lex) != '_') return true;
        lex->pos++;
        if (!is_digit(peek(lex), base)) return lexer_fail(lex, "invalid %s literal", sort);
    }
}

/* After "0x", "0o" or "0b". */
static bool prefixed(Lexer *lex, int base, const char *sort) {
    if (peek(lex) == '_') lex->pos++;
    if (!is_digit(peek(lex), base) && !is_digit(peek(lex), 10)) {
        return lexer_fail(lex, "invalid %s literal", sort);
    }
    if (is_digit(peek(lex), base) && !digits(lex, base, sort)) return false;
    if (is_digit(peek(lex), 10)) {
        char digit = peek(lex);
        lex->pos++;
        return lexer_fail(lex, "invalid digit '%c' in %s literal", digit, sort);
    }
    return check_end(lex, sort);
}

/* An exponent if there is one: an 'e' without digits belongs to what follows the number. */
static bool exponent(Lexer *lex) {
    char letter = peek(lex);
    if (letter != 'e' && letter != 'E') return true;
    char next = lex->text[lex->pos + 1];
    if (next == '+' || next == '-') {
        lex->pos += 2;
        if (!is_digit(peek(lex), 10)) return lexer_fail(lex, "invalid decimal literal");
    } else if (is_digit(next, 10)) {
        lex->pos++;
    } else {
        return true;
    }
    return digits(lex, 10, "decimal");
}

/* The rest of a decimal number after its integer digits. */
static bool fraction(Lexer *lex) {
    if (peek(lex) == '.') {
        lex->pos++;
        if (is_digit(peek(lex), 10) && !digits(lex, 10, "decimal")) return false;
    }
    if (!exponent(lex)) return false;
    if (peek(lex) != 'j' && peek(lex) != 'J') return check_end(lex, "decimal");
    lex->pos++;
    return check_end(lex, "imaginary");
}

static bool is_fraction_next(const Lexer *lex) {
    char c = peek(lex);
    return c == '.' || c == 'j' || c == 'J' || c == 'e' || c == 'E';
}

/* A decimal integer that starts with 0 is zero, unless it turns out to be a float. */
static bool leading_zero(Lexer *lex, const Token *token) {
    while (peek(lex) == '0' || (peek(lex) == '_' && is_digit(lex->text[lex->pos + 1], 10))) {
        lex->pos++;
    }
    if (peek(lex) == '_') return digits(lex, 10, "decimal");
    bool nonzero = is_digit(peek(lex), 10);
    uint32_t zeros_end = lex->pos;
    if (nonzero && !digits(lex, 10, "decimal")) return false;
    if (is_fraction_next(lex)) return fraction(lex);
    if (!nonzero) return check_end(lex, "decimal");
    diag_set_in_bytes(
        lex->diag, DIAG_SYNTAX, (int)lex->line, (int)token->column + 1, (int)lex->line,
        (int)(token->column + (zeros_end - token->start)) + 1,
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
        "octal integers");
    lex->fault = LEXER_BAD_TOKEN;
    return false;
}

static bool zero(Lexer *lex, const Token *token) {
    lex->pos++;
    char letter = (char)(peek(lex) | 0x20);
    if (letter != 'x' && letter != 'o' && letter != 'b') return leading_zero(lex, token);
    lex->pos++;
    if (letter == 'x') return prefixed(lex, 16, "hexadecimal");
    return letter == 'o' ? prefixed(lex, 8, "octal") : prefixed(lex, 2, "binary");
}

bool lexer_number(Lexer *lex, Token *token) {
    bool ok;
    if (peek(lex) == '0') {
        ok = zero(lex, token);
    } else {
        ok = peek(lex) == '.' || digits(lex, 10, "decimal");
        ok = ok && fraction(lex);
    }
    return ok && lexer_end_token(lex, token, TOKEN_NUMBER);
}
