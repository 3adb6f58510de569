#ifndef LESSON_COURSE_H
#define LESSON_COURSE_H
/* What lessons say about each other: every id once, and `requires` names lessons that are there. */

#include "lesson/lesson.h"

/* Owns its texts. A zeroed one is empty. */
typedef struct LessonCourse {
    const char **ids;
    const char **paths; /* of the lesson with the id at the same place */
    size_t count, capacity;
    LessonPool pool;
} LessonCourse;

/* Takes a lesson's id in, even of one with problems; where none can be read nothing happens. */
void lesson_course_add(LessonCourse *course, const LessonReader *reader, const char *path);
/* Adds the problems that the lesson, whose text `problems` holds, has with the others. */
void lesson_course_check(const LessonCourse *course, const char *path, LessonProblems *problems);
/* Whether it would add none. */
bool lesson_course_fits(const LessonCourse *course, const LessonReader *reader, const char *path);
void lesson_course_clear(LessonCourse *course);

/* The place of a field of a field ("expect", "stdout") in the problems' text: the nearest that is
   there. `field` may be NULL. */
LessonPlace lesson_course_place(LessonProblems *problems, const char *object, const char *field);
/* The same of a list's item: ("moments", 3, "spotlight"). */
LessonPlace lesson_course_item_place(LessonProblems *problems, const char *list, size_t index,
                                     const char *field);
/* The same of the object that stands at `place`, or of the one that the value there is a field of.
 */
LessonPlace lesson_course_field_place(LessonProblems *problems, const LessonPlace *place,
                                      const char *field);

#endif
