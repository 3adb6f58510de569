#ifndef COMMAND_CHECK_FILES_H
#define COMMAND_CHECK_FILES_H
/* The lessons that `check` is asked about: files as they are, folders with all lessons below. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Owns its texts. `folders` counts how many of the names given were folders: what stands in a
   folder is checked as a course. */
typedef struct CheckFiles {
    char **lessons; /* .json or .py */
    size_t lesson_count;
    char **indexes; /* index.json of a folder */
    size_t index_count;
    int folders;
} CheckFiles;

/* False: standard error says which name is neither a file nor a folder, or why it cannot be read.
   To be cleared in either case. */
bool check_files_find(CheckFiles *files, const char *const *names, int count);
void check_files_clear(CheckFiles *files);

/* A value that changes when the lesson, or a program beside it, is written. */
uint64_t check_files_stamp(const char *lesson);

#endif
