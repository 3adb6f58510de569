#ifndef TEXT_PHRASES_H
#define TEXT_PHRASES_H
/* Sentences with named places to fill in, one list per language: what every kind of record means,
   and what `why` answers.

   A key is the kind's name ("queue.put") with a variant behind a slash where a record of that kind
   can mean several things ("task.done/cancelled"). `...` is set as code. Places:
     {task}    the task that it is about      {by}      who does it: a task, a callback, the program
     {thing}   the queue, lock ... by name    {future}  what a future stands for: "sleep(3)"
     {handle}  what a handle calls            {time}    virtual time in seconds
     {seconds} a duration                     {value}   a result, an exception, what was printed
     {count}   a number                       {line}    a line of the program
     {step}    a step of the run */

#include "text/text.h"

typedef struct Phrase {
    const char *key, *text;
} Phrase;

/* Each ends with a row of NULL. */
extern const Phrase phrases_english[], phrases_spanish[], phrases_chinese[];

/* The phrase of a language, else English's; NULL: there is none. `variant` may be NULL: then, and
   where it has no phrase of its own, that of the name alone. */
const char *phrase_find(const TextTable *table, const char *name, const char *variant);

/* At a place: the length of "{name}" and the name's; 0 where `p` is no place. */
size_t phrase_place(const char *p, const char **name, size_t *length);

#endif
