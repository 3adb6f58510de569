#ifndef KEEP_KEEP_H
#define KEEP_KEEP_H
/* Small text files under the user's configuration folder: lines of words, '#' begins a comment.

   A file is replaced as a whole or not at all. One that cannot be understood is set aside under
   NAME.broken, and a sentence for the person says so: nothing of theirs is lost in silence. */

#include <stdbool.h>
#include <stddef.h>

#include "text/text.h"

enum { KEEP_NOTICE_SIZE = 512, KEEP_WORDS = 8 };

/* Takes one line's words (at least one). False: they make no sense. */
typedef bool (*KeepLine)(void *user, char *const *words, int count);

/* Reads "NAME" and hands on its lines. False: the file was there and is broken or unreadable;
   `notice` is the sentence, and what was taken before it counts for nothing. A missing file is
   fine. */
bool keep_read(const char *name, KeepLine line, void *user, const TextTable *words, char *notice,
               size_t size);
/* False: `notice` says why the file could not be written. */
bool keep_write(const char *name, const char *text, size_t length, const TextTable *words,
                char *notice, size_t size);

/* A word that may hold anything: what could part words is written as %XX. `out` has room for three
   times the text; returns what strlen(out) is. */
size_t keep_put_word(char *out, const char *text);
/* Undoes that. False: it does not fit, or is no such word. */
bool keep_get_word(char *out, size_t size, const char *word);

#endif
