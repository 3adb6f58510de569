#ifndef LESSON_CHECK_H
#define LESSON_CHECK_H
/* Checks what no table can say: that the lesson fits its program and itself. */

#include "lesson/json_scan.h"
#include "lesson/lesson.h"

/* Checks a lesson whose program is loaded (as far as it could be), and writes the program's line
   into selectors by source text. */
void lesson_check(const LessonContext *context, Lesson *lesson, const JsonScan *scan,
                  LessonProblems *problems);
/* Checks a world that stands alone. */
void lesson_check_world(const LessonWorld *world, const JsonScan *scan, LessonProblems *problems);

#endif
