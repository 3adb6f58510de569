#ifndef SUPPORT_LESSON_FILES_H
#define SUPPORT_LESSON_FILES_H
/* Readers for tests of lessons: the real files, or a few in memory. */

#include "lesson/lesson.h"

/* A file that stands only in memory. */
typedef struct LessonMemoryFile {
    const char *path, *text;
    size_t length; /* 0: as long as the text is */
} LessonMemoryFile;

/* Ends with a file whose path is NULL. */
LessonReader lesson_files_in_memory(const LessonMemoryFile *files);
LessonReader lesson_files_on_disk(void);

/* The bytes of a file on disk, with a NUL behind them; the caller frees them. NULL: no such file.
 */
char *lesson_files_read(const char *path, size_t *length);

/* The problems as they are printed; the caller frees the text. */
char *lesson_files_print(const LessonProblems *problems);

#endif
