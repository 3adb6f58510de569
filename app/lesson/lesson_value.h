#ifndef LESSON_VALUE_H
#define LESSON_VALUE_H
/* Reads single values (strings, texts, numbers ...) for lesson_read.c, and words the problems that
   both of them find. */

#include "lesson/json_scan.h"
#include "lesson/lesson_fields.h"

#include <cjson/cJSON.h>

typedef struct LessonReading {
    const JsonScan *scan;
    LessonPool *pool; /* of the texts that are kept */
    LessonProblems *problems;
} LessonReading;

/* A value, as cJSON converted it and as the scanner found it. */
typedef struct LessonValue {
    const cJSON *json;
    size_t node;
} LessonValue;

/* Reads one value of a type into `slot`; false: it said what is wrong and `slot` is as it was. */
typedef bool (*LessonValueRead)(LessonReading *r, const LessonField *field, LessonValue value,
                                void *slot);

typedef struct LessonValueType {
    LessonValueRead read; /* NULL for objects, which lesson_read.c reads */
    size_t size;          /* of what is kept */
} LessonValueType;

const LessonValueType *lesson_value_type(const LessonField *field);

/* Children of lists and objects, in the order of the file. json is NULL past the last one. */
LessonValue lesson_value_first(const LessonReading *r, LessonValue parent);
LessonValue lesson_value_next(const LessonReading *r, LessonValue child);
LessonValue lesson_value_field(const LessonReading *r, LessonValue object, const char *name);
size_t lesson_value_count(LessonValue parent);

/* "a string", "a list" ... for messages. */
const char *lesson_value_noun(LessonValue value);
const char *lesson_value_quote(LessonReading *r, const char *text);

/* Adds a problem at a value, or at its name. */
LessonProblem *lesson_value_problem(LessonReading *r, LessonValue value, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
LessonProblem *lesson_value_key_problem(LessonReading *r, LessonValue value, const char *format,
                                        ...) __attribute__((format(printf, 3, 4)));
/* Says what the field means, with its example. */
void lesson_value_hint(LessonReading *r, LessonProblem *problem, const LessonField *field);
/* Both of these; always false, for `return`. */
bool lesson_value_refuse(LessonReading *r, const LessonField *field, LessonValue value,
                         const char *format, ...) __attribute__((format(printf, 4, 5)));
bool lesson_value_wrong_type(LessonReading *r, const LessonField *field, LessonValue value,
                             const char *expected);

#endif
