#ifndef JSON_TOKEN_H
#define JSON_TOKEN_H
/* The scanner's cursor and the parts of JSON that have no structure: blanks, strings, numbers and
   words. Used by json_scan.c only. */

#include "lesson/json_scan.h"

#include <stdint.h>

typedef struct JsonCursor {
    const char *text;
    size_t length;
    JsonMark at;
    JsonMark last_end; /* end of the last thing that was not blank */
    bool failed;       /* a problem was found: this is not JSON */
    bool stopped;      /* ... and what follows cannot be understood */
    LessonProblems *problems;
} JsonCursor;

bool json_token_at_end(const JsonCursor *c);
/* The byte under the cursor, 0 at the end. */
char json_token_peek(const JsonCursor *c);
/* Moves past one character, keeping line and column. */
void json_token_advance(JsonCursor *c);
/* Moves past blanks; a comment is a problem and is passed too. */
void json_token_skip_blank(JsonCursor *c);

/* Reports what stands from `begin` to `end` (on one line). */
LessonProblem *json_token_report(JsonCursor *c, JsonMark begin, JsonMark end, const char *format,
                                 ...) __attribute__((format(printf, 4, 5)));
/* Reports the character under the cursor and gives up. */
void json_token_unexpected(JsonCursor *c, const char *expected);

/* Passes a string in whatever quotes. False where it has no end: the cursor is then stopped. */
bool json_token_string(JsonCursor *c);
bool json_token_is_quote(const JsonCursor *c);
/* Passes a run of letters, digits and the signs that numbers have; it may be empty. */
void json_token_run(JsonCursor *c);
/* Passes a number, a word (true, false, null), or what was meant as one. */
JsonKind json_token_plain(JsonCursor *c);

/* Reads the next character of a string's inside, escapes resolved; moves *at on. */
uint32_t json_token_next_code(const char **at, const char *end);

#endif
