#ifndef COMMAND_CHECK_JSON_H
#define COMMAND_CHECK_JSON_H
/* Problems as JSON, for editors and CI. The fields of a problem are always the same: file, line,
 * column, end_column, path, severity, message, expected, nearest, hint. */

#include "command/check_run.h"

/* Adds the problems of a list, and a program's mistake, to the list that `count` counts. */
void check_json_problems(const LessonProblems *problems, size_t *count, FILE *to);
void check_json_diag(const Session *s, size_t *count, FILE *to);

#endif
