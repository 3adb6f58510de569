#ifndef LESSON_LAYOUT_H
#define LESSON_LAYOUT_H
/* The canonical layout of a lesson's file: fields in the schema's order, two blanks a level, on one
   line what fits there. Strings and numbers stay as their author wrote them. */

#include "lesson/json_scan.h"
#include "lesson/lesson_fields.h"

enum { LESSON_LAYOUT_WIDTH = 100 };

/* The text anew, with a line break at its end; the caller frees it. The scan is of a text that has
   no problems with the shape. */
char *lesson_layout(const JsonScan *scan, const LessonShape *shape, size_t *length);

#endif
