#ifndef LESSON_INDEX_H
#define LESSON_INDEX_H
/* scenarios/index.json: the chapters and their lessons, for the picker. */

#include "lesson/lesson.h"

typedef struct LessonChapter {
    LessonPlace place;
    int64_t number;
    LessonText title;
    LessonStrings lessons; /* paths for lesson_load(), the index's folder in front */
} LessonChapter;

typedef struct LessonIndex {
    LessonPlace place;
    const char *schema;
    int64_t format;
    LESSON_LIST(LessonChapter) chapters;
    LessonPool pool;
} LessonIndex;

/* As lesson_load(). Every lesson named is readable; what is in it, only lesson_load() tells. */
bool lesson_index_load(const LessonContext *context, const char *path, LessonIndex *index,
                       LessonProblems *problems);
void lesson_index_clear(LessonIndex *index);

#endif
