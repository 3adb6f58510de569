#ifndef LESSON_LANGUAGES_H
#define LESSON_LANGUAGES_H
/* A lesson that promises languages has every text in each of them. */

#include "lesson/json_scan.h"
#include "lesson/lesson.h"

/* Adds a problem at every text that lacks a promised language. A plain string is in the first. */
void lesson_languages_check(const Lesson *lesson, const JsonScan *scan, LessonProblems *problems);

#endif
