#ifndef LESSON_WALK_H
#define LESSON_WALK_H
/* Which field of the tables a value of a scanned file is: for what works on the text itself. */

#include "lesson/json_scan.h"
#include "lesson/lesson_fields.h"

/* The kind of an object at a node; NULL: its shape has none, or the node is of none of them. */
const LessonForm *lesson_walk_form(const JsonScan *scan, size_t object, const LessonShape *shape);
/* The field of an object that a child is; NULL: it has no such field. */
const LessonField *lesson_walk_field(const JsonScan *scan, size_t child, const LessonShape *shape,
                                     const LessonForm *form);
/* Where a field stands among those of its object, as the schema lists them. */
size_t lesson_walk_rank(const LessonShape *shape, const LessonForm *form, const LessonField *field);
/* Whether a node's name is this (plain ASCII) text in double quotes. */
bool lesson_walk_is_named(const JsonScan *scan, size_t node, const char *name);

#endif
