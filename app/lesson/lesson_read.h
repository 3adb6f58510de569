#ifndef LESSON_READ_H
#define LESSON_READ_H
/* Checks a JSON text against a shape and fills a struct from it. */

#include "lesson/json_scan.h"
#include "lesson/lesson_fields.h"

/* Scans, parses and reads `text` into `out`, a struct of shape->size; `scan` is made and stays the
   caller's to clear. Texts are copied into `pool`. True where there was something to read: then
   `out` holds all that was right, and `problems` tells the rest. */
bool lesson_read(const LessonShape *shape, const char *text, size_t length, JsonScan *scan,
                 LessonPool *pool, LessonProblems *problems, void *out);

#endif
