#ifndef COMMAND_NEW_NOTES_H
#define COMMAND_NEW_NOTES_H
/* Notes for the author of a lesson: what every field is for, from the format's own tables. */

#include "lesson/lesson_fields.h"

/* Markdown; owned by `pool`. */
const char *new_notes(const char *name, LessonPool *pool);

#endif
