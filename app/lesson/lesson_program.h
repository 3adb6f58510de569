#ifndef LESSON_PROGRAM_H
#define LESSON_PROGRAM_H
/* Finds and reads the program of a lesson, and looks at its lines. */

#include "lesson/json_scan.h"
#include "lesson/lesson.h"

/* A line of the program, without its blanks at both ends. */
typedef struct LessonLine {
    int number;
    const char *text;
    size_t length;
    bool is_code; /* neither empty nor a comment only */
    size_t next;  /* offset of the next line */
} LessonLine;

/* Fills the rest of lesson->program: reads its file, or takes the text in the lesson. Without
   success its text is NULL and `problems` says why. */
void lesson_program_load(const LessonContext *context, Lesson *lesson, const JsonScan *scan,
                         LessonProblems *problems);
/* Makes a program that needs no lesson; takes the bytes of its file. */
bool lesson_program_load_bare(Lesson *lesson, const char *text, size_t length,
                              LessonProblems *problems);

/* The next line; begin with a zeroed one. False at the end. */
bool lesson_program_next_line(const LessonProgram *program, LessonLine *line);

/* The part of a path before its last "/" ("" where there is none), and the part after it. */
const char *lesson_program_folder(const char *path, LessonPool *pool);
const char *lesson_program_file_name(const char *path);
/* What keeps a name in a lesson from being inside the lesson's folder; NULL where it is inside. */
const char *lesson_program_outside(const char *path);
const char *lesson_program_join(const char *folder, const char *name, LessonPool *pool);

#endif
