#ifndef MODEL_SOURCE_TEXT_H
#define MODEL_SOURCE_TEXT_H
/* A program's text cut into lines, with the colour class of each piece. */

#include <stddef.h>
#include <stdint.h>

typedef enum {
    CODE_PLAIN,
    CODE_KEYWORD,
    CODE_STRING,
    CODE_NUMBER,
    CODE_CALL,
    CODE_COMMENT,
    CODE_OPERATOR
} CodeClass;

/* Bytes start..end of the line's text. */
typedef struct {
    uint32_t start, end;
    uint8_t class; /* CodeClass */
} CodeSpan;

typedef struct {
    const char *text; /* not NUL-terminated */
    uint32_t length;
    uint32_t first_span, span_count;
} SourceLine;

typedef struct {
    char *text;
    SourceLine *lines; /* line 1 is lines[0] */
    CodeSpan *spans;
    int line_count, widest; /* characters of the widest line */
    size_t span_count;
} SourceText;

/* Copies the program. Colours end where the program has a mistake that stops the lexer. NULL: not
   enough memory. */
SourceText *source_text_create(const char *program, size_t length);
void source_text_destroy(SourceText *source);

#endif
