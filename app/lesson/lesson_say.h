#ifndef LESSON_LESSON_SAY_H
#define LESSON_LESSON_SAY_H
/* The sign in a caption for the words that are lit up: "joins the ==end of the queue==". */

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the sign where it begins what is lit up, or ends it (`open`); 0: it is none. Between
   backquotes, which the caller knows of, there are none. */
size_t lesson_say_mark(const char *at, bool open);
/* The first sign that nothing closes; NULL: there is none. */
const char *lesson_say_unclosed(const char *text);
/* Copies the text without the signs; `out` has room for as many bytes as the text has, and one. */
void lesson_say_unmark(const char *text, char *out);

#endif
