#ifndef LESSON_WORLD_H
#define LESSON_WORLD_H
/* The world of a program as the engine takes it: from a lesson, from a file of its own, or from the
   first line of the program, "# world: {...}". */

#include "lesson/lesson.h"

/* Each sets lesson->given (which the lesson's pool holds) where there is a world, and adds to
   `problems` what is wrong with it. */

/* From the checked text of the lesson's own file. */
void lesson_world_from_lesson(Lesson *lesson, const char *text, size_t length);
/* From a file {"stdin": [...], "http": {...}, ...}; the problems then are of that file. */
void lesson_world_from_file(const LessonReader *reader, const char *path, Lesson *lesson,
                            LessonProblems *problems);
/* From the program's first line, if that is such a comment. */
void lesson_world_from_program(Lesson *lesson, LessonProblems *problems);

#endif
