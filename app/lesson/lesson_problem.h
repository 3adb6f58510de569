#ifndef LESSON_PROBLEM_H
#define LESSON_PROBLEM_H
/* What is wrong with a lesson file: where, what, what was expected, and what was perhaps meant. */

#include "lesson/lesson_nearest.h"
#include "lesson/lesson_pool.h"

#include <stdbool.h>
#include <stdio.h>

enum { LESSON_PROBLEMS_SHOWN = 100 };

/* A piece of one line of the file. Lines and columns count from 1, columns in characters;
   end_column is one past the last one. Line 0 means the file as a whole. */
typedef struct LessonPlace {
    int line, column, end_column;
    size_t node;      /* of the scanned file; has a meaning only while it is loaded */
    const char *path; /* "moments[3].spotlight", "" for the whole file; owned by the lesson */
} LessonPlace;

/* Texts are owned by the list; none is NULL. */
typedef struct LessonProblem {
    int line, column, end_column;
    const char *path;            /* as in LessonPlace */
    const char *text;            /* a moment has no field "spotligth" */
    const char *nearest;         /* spotlight; "" where nothing is near */
    LessonSlip slip;             /* what makes the given one of it */
    const char *const *expected; /* every name or value that may stand there */
    size_t expected_count;
    const char *hint; /* what to do, one or more lines; may be "" */
} LessonProblem;

/* The problems of one file, with its text so that lines can be shown. A zeroed list is empty. */
typedef struct LessonProblems {
    const char *file;
    const char *text;
    size_t length;
    LessonProblem *items;
    size_t count;
    bool more; /* there were over LESSON_PROBLEMS_SHOWN */
    LessonPool pool;
} LessonProblems;

/* Forgets earlier problems and copies the file's name and text. `text` may be NULL. */
void lesson_problems_start(LessonProblems *problems, const char *file, const char *text,
                           size_t length);
void lesson_problems_clear(LessonProblems *problems);
/* Puts the problems in the order of the file. */
void lesson_problems_sort(LessonProblems *problems);

/* Adds a problem at `place` (NULL: the whole file). Further details are set on the result, which
   stays valid until the next call; beyond LESSON_PROBLEMS_SHOWN it is dropped. Texts are copied. */
LessonProblem *lesson_problem_add(LessonProblems *problems, const LessonPlace *place,
                                  const char *format, ...) __attribute__((format(printf, 3, 4)));
void lesson_problem_hint(LessonProblems *problems, LessonProblem *problem, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Copies the list of expected names and finds the nearest to `given` (NULL: none was given). */
void lesson_problem_expect(LessonProblems *problems, LessonProblem *problem, const char *given,
                           const char *const *names, size_t count);

/* Quotes a text of the author's for a message: control characters escaped, long texts cut. */
const char *lesson_problem_quote(LessonProblems *problems, const char *text, size_t length);

/* Prints one problem for people: file, line and column, the line itself with the place marked,
   the reason and what to do about it. */
void lesson_problem_print(const LessonProblems *problems, const LessonProblem *problem, FILE *to);
void lesson_problems_print(const LessonProblems *problems, FILE *to);

#endif
