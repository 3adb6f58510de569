#include "syntax/token.h"

#include <string.h>

#define TOKEN_TEXT(name, text) text,
static const char *const KEYWORDS[] = {TOKEN_KEYWORDS(TOKEN_TEXT)};
static const char *const OPERATORS[] = {TOKEN_OPERATORS(TOKEN_TEXT)};
#undef TOKEN_TEXT
static const char *const OTHERS[] = {"end of file",   "newline",      "indent", "dedent",
                                     "name",          "number",       "string", "f-string start",
                                     "f-string text", "f-string end", "unknown"};

enum {
    KEYWORD_COUNT = sizeof KEYWORDS / sizeof KEYWORDS[0],
    OPERATOR_COUNT = sizeof OPERATORS / sizeof OPERATORS[0],
    LONGEST_KEYWORD = 8
};

/* Like strcmp() of a counted text with a terminated one. */
static int compare(const char *text, size_t length, const char *word) {
    int order = strncmp(text, word, length);
    return order != 0 ? order : word[length] == '\0' ? 0 : -1;
}

TokenKind token_keyword(const char *text, size_t length) {
    if (length < 2 || length > LONGEST_KEYWORD) return TOKEN_NAME;
    int low = 0, high = KEYWORD_COUNT - 1;
    while (low <= high) {
        int middle = (low + high) / 2;
        int order = compare(text, length, KEYWORDS[middle]);
        if (order == 0) return (TokenKind)(KW_FALSE + middle);
        if (order < 0) {
            high = middle - 1;
        } else {
            low = middle + 1;
        }
    }
    return TOKEN_NAME;
}

TokenKind token_operator(const char *text, size_t available, size_t *length) {
    for (int i = 0; i < OPERATOR_COUNT; i++) {
        size_t size = strlen(OPERATORS[i]);
        if (size > available || memcmp(text, OPERATORS[i], size) != 0) continue;
        *length = size;
        return (TokenKind)(OP_POWER_ASSIGN + i);
    }
    *length = 1;
    return TOKEN_UNKNOWN;
}

const char *token_text(TokenKind kind) {
    if (kind >= OP_POWER_ASSIGN) return OPERATORS[kind - OP_POWER_ASSIGN];
    if (kind >= KW_FALSE) return KEYWORDS[kind - KW_FALSE];
    return OTHERS[kind];
}
