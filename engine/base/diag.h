#ifndef BASE_DIAG_H
#define BASE_DIAG_H
/* One message about a person's mistake in a program: where it is, what is wrong, what to do. */

#include <stdbool.h>
#include <stdint.h>

enum { DIAG_TEXT = 256, DIAG_HINT = 256 };

/* What kind of exception CPython 3.13 would raise, or that the construct is outside the subset. */
typedef enum {
    DIAG_NONE,
    DIAG_SYNTAX,
    DIAG_INDENTATION,
    DIAG_TAB,
    DIAG_UNSUPPORTED,
    DIAG_LIMIT
} DiagKind;

/* Plain data, copied freely. Lines and columns count from 1, columns in code points as CPython
   shows them; end_column is one past the last marked character, 0 where there is no range. */
typedef struct {
    DiagKind kind;
    bool in_bytes;  /* CPython's own exception counts the columns of this mistake in UTF-8 bytes */
    bool placeless; /* CPython marks nothing of the line */
    int line, column, end_line, end_column;
    char text[DIAG_TEXT]; /* "'yield from' inside async function" */
    char hint[DIAG_HINT]; /* what to write instead; may be empty */
} Diag;

/* Fills `d` unless it already holds an earlier message: the first mistake is the one reported. */
void diag_set(Diag *d, DiagKind kind, int line, int column, int end_line, int end_column,
              const char *format, ...) __attribute__((format(printf, 7, 8)));
/* The same for what CPython finds after parsing: its exceptions then count columns in bytes. */
void diag_set_in_bytes(Diag *d, DiagKind kind, int line, int column, int end_line, int end_column,
                       const char *format, ...) __attribute__((format(printf, 7, 8)));
void diag_hint(Diag *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
