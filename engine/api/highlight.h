#ifndef API_HIGHLIGHT_H
#define API_HIGHLIGHT_H
/* The pieces of a program's text by what they are, for colouring it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    CS_CODE_NAME,
    CS_CODE_KEYWORD,
    CS_CODE_STRING,
    CS_CODE_FIELD, /* {...} in an f-string */
    CS_CODE_NUMBER,
    CS_CODE_CALL, /* a name that is called or defined */
    CS_CODE_OPERATOR,
    CS_CODE_COMMENT
} CsCodeKind;

/* Bytes start..end of the source. */
typedef void (*CsCodeFn)(void *user, uint32_t start, uint32_t end, CsCodeKind kind);

/* Calls `each` for every piece from first to last; spaces belong to none. `source` is UTF-8 with
   '\n' line ends and no byte order mark. False: the text has a mistake (or memory is exhausted)
   and nothing was said about what follows it. */
bool cs_highlight(const char *source, size_t length, CsCodeFn each, void *user);

#endif
