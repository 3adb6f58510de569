#ifndef LESSON_FORMAT_H
#define LESSON_FORMAT_H
/* Grammars of the short strings in a lesson: ids, file names, names of things, lists of words. */

#include "lesson/lesson.h"

#include <stdbool.h>
#include <stddef.h>

/* A grammar: a list of words, or kinds of things ("queue:q"), or a check of its own; and the same
   as a regular expression for the schema (NULL for a plain list of words). */
typedef struct LessonFormat {
    const char *def;  /* its name in the schema's $defs; NULL for a plain list of words */
    const char *noun; /* "an id, like queues/producer-consumer" */
    const char *pattern;
    const char *const *words; /* the words, or the kinds of things */
    size_t word_count;
    bool (*check)(const char *text); /* NULL where the words say it all */
} LessonFormat;

extern const LessonFormat LESSON_FORMAT_ID, LESSON_FORMAT_LANGUAGE, LESSON_FORMAT_PROGRAM,
    LESSON_FORMAT_LESSON_FILE, LESSON_FORMAT_URL, LESSON_FORMAT_HEADER, LESSON_FORMAT_ADDRESS,
    LESSON_FORMAT_LINE, LESSON_FORMAT_COMMAND;
extern const LessonFormat LESSON_FORMAT_SPOTLIGHT, LESSON_FORMAT_TASK, LESSON_FORMAT_WAITER,
    LESSON_FORMAT_SLEEPER, LESSON_FORMAT_SCOPE;
extern const LessonFormat LESSON_FORMAT_LEVEL, LESSON_FORMAT_PANEL, LESSON_FORMAT_HTTP_ERROR,
    LESSON_FORMAT_HOST_ERROR, LESSON_FORMAT_SIGNAL, LESSON_FORMAT_OUTPUT;

/* Takes "queue:q" or "queue#2" apart. Returns what is wrong with it, or NULL; `thing` then borrows
   from the format (its kind) and from `text` (its name). After "panel:" comes one of the spots.
   `listed` is set where the mistake is in a word of a list. */
const char *lesson_format_thing(const LessonFormat *format, const char *text, LessonThing *thing,
                                bool *listed);

/* The parts of the window that a spotlight can stand on, as in "panel:ready". */
const char *const *lesson_format_spots(size_t *count);

#endif
