#ifndef SYNTAX_TOKEN_H
#define SYNTAX_TOKEN_H
/* The tokens of Python 3.13: their kinds, keywords and operators. */

#include "syntax/ast.h"

/* Keywords in ASCII order, for binary search: X(CONSTANT, "text"). */
#define TOKEN_KEYWORDS(X)                                                                          \
    X(KW_FALSE, "False")                                                                           \
    X(KW_NONE, "None")                                                                             \
    X(KW_TRUE, "True")                                                                             \
    X(KW_AND, "and")                                                                               \
    X(KW_AS, "as")                                                                                 \
    X(KW_ASSERT, "assert")                                                                         \
    X(KW_ASYNC, "async")                                                                           \
    X(KW_AWAIT, "await")                                                                           \
    X(KW_BREAK, "break")                                                                           \
    X(KW_CLASS, "class")                                                                           \
    X(KW_CONTINUE, "continue")                                                                     \
    X(KW_DEF, "def")                                                                               \
    X(KW_DEL, "del")                                                                               \
    X(KW_ELIF, "elif")                                                                             \
    X(KW_ELSE, "else")                                                                             \
    X(KW_EXCEPT, "except")                                                                         \
    X(KW_FINALLY, "finally")                                                                       \
    X(KW_FOR, "for")                                                                               \
    X(KW_FROM, "from")                                                                             \
    X(KW_GLOBAL, "global")                                                                         \
    X(KW_IF, "if")                                                                                 \
    X(KW_IMPORT, "import")                                                                         \
    X(KW_IN, "in")                                                                                 \
    X(KW_IS, "is")                                                                                 \
    X(KW_LAMBDA, "lambda")                                                                         \
    X(KW_NONLOCAL, "nonlocal")                                                                     \
    X(KW_NOT, "not")                                                                               \
    X(KW_OR, "or")                                                                                 \
    X(KW_PASS, "pass")                                                                             \
    X(KW_RAISE, "raise")                                                                           \
    X(KW_RETURN, "return")                                                                         \
    X(KW_TRY, "try")                                                                               \
    X(KW_WHILE, "while")                                                                           \
    X(KW_WITH, "with")                                                                             \
    X(KW_YIELD, "yield")

/* Operators, longest first, so that the first that matches is the right one. */
#define TOKEN_OPERATORS(X)                                                                         \
    X(OP_POWER_ASSIGN, "**=")                                                                      \
    X(OP_FLOOR_DIV_ASSIGN, "//=")                                                                  \
    X(OP_LSHIFT_ASSIGN, "<<=")                                                                     \
    X(OP_RSHIFT_ASSIGN, ">>=")                                                                     \
    X(OP_ELLIPSIS, "...")                                                                          \
    X(OP_EQ, "==")                                                                                 \
    X(OP_NOT_EQ, "!=")                                                                             \
    X(OP_LESS_EQ, "<=")                                                                            \
    X(OP_GREATER_EQ, ">=")                                                                         \
    X(OP_LESS_GREATER, "<>")                                                                       \
    X(OP_LSHIFT, "<<")                                                                             \
    X(OP_RSHIFT, ">>")                                                                             \
    X(OP_POWER, "**")                                                                              \
    X(OP_FLOOR_DIV, "//")                                                                          \
    X(OP_WALRUS, ":=")                                                                             \
    X(OP_ARROW, "->")                                                                              \
    X(OP_ADD_ASSIGN, "+=")                                                                         \
    X(OP_SUB_ASSIGN, "-=")                                                                         \
    X(OP_MULT_ASSIGN, "*=")                                                                        \
    X(OP_DIV_ASSIGN, "/=")                                                                         \
    X(OP_MOD_ASSIGN, "%=")                                                                         \
    X(OP_AND_ASSIGN, "&=")                                                                         \
    X(OP_OR_ASSIGN, "|=")                                                                          \
    X(OP_XOR_ASSIGN, "^=")                                                                         \
    X(OP_AT_ASSIGN, "@=")                                                                          \
    X(OP_LPAREN, "(")                                                                              \
    X(OP_RPAREN, ")")                                                                              \
    X(OP_LBRACKET, "[")                                                                            \
    X(OP_RBRACKET, "]")                                                                            \
    X(OP_LBRACE, "{")                                                                              \
    X(OP_RBRACE, "}")                                                                              \
    X(OP_COLON, ":")                                                                               \
    X(OP_COMMA, ",")                                                                               \
    X(OP_SEMICOLON, ";")                                                                           \
    X(OP_DOT, ".")                                                                                 \
    X(OP_ASSIGN, "=")                                                                              \
    X(OP_LESS, "<")                                                                                \
    X(OP_GREATER, ">")                                                                             \
    X(OP_PLUS, "+")                                                                                \
    X(OP_MINUS, "-")                                                                               \
    X(OP_STAR, "*")                                                                                \
    X(OP_SLASH, "/")                                                                               \
    X(OP_PERCENT, "%")                                                                             \
    X(OP_AMPERSAND, "&")                                                                           \
    X(OP_PIPE, "|")                                                                                \
    X(OP_CARET, "^")                                                                               \
    X(OP_TILDE, "~")                                                                               \
    X(OP_AT, "@")                                                                                  \
    X(OP_EXCLAMATION, "!")

#define TOKEN_ENUM(name, text) name,
typedef enum {
    TOKEN_END,
    TOKEN_NEWLINE,
    TOKEN_INDENT,
    TOKEN_DEDENT,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_FSTRING_START,
    TOKEN_FSTRING_MIDDLE,
    TOKEN_FSTRING_END,
    TOKEN_UNKNOWN, /* a character that Python does not use: $ ? ` */
    TOKEN_KEYWORDS(TOKEN_ENUM) TOKEN_OPERATORS(TOKEN_ENUM) TOKEN_KIND_COUNT
} TokenKind;
#undef TOKEN_ENUM

/* Positions as in AstNode. For INDENT, DEDENT and END `column` is where the lexer stood, for
   messages; they have no text. */
typedef struct {
    uint8_t kind;  /* TokenKind */
    bool raw;      /* FSTRING_START and FSTRING_MIDDLE: an r"" literal */
    uint16_t open; /* brackets open after this token */
    uint32_t line, column, end_line, end_column;
    uint32_t start, end;  /* byte offsets in the lexer's text */
    const AstIdent *name; /* NAME only */
} Token;

/* The keyword's kind, or TOKEN_NAME. */
TokenKind token_keyword(const char *text, size_t length);
/* The operator at `text`, its length in bytes in `length`; TOKEN_UNKNOWN if there is none. */
TokenKind token_operator(const char *text, size_t available, size_t *length);
/* "if", "**=", or what an unlettered kind is called. */
const char *token_text(TokenKind kind);

#endif
