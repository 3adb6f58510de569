#ifndef KEEP_KEEP_FILES_H
#define KEEP_KEEP_FILES_H
/* The files that a person opened beside the lessons of the index, to be offered again. */

#include "keep/keep.h"

enum { KEEP_FILES_MOST = 24, KEEP_FILES_PATH = 1024 };

/* The one that was opened last comes first. */
typedef struct {
    char paths[KEEP_FILES_MOST][KEEP_FILES_PATH];
    int count;
} KeepFiles;

bool keep_files_load(KeepFiles *files, const TextTable *words, char *notice, size_t size);
bool keep_files_save(const KeepFiles *files, const TextTable *words, char *notice, size_t size);
/* Brings the path to the front; the one that was not opened for longest gives way. False: nothing
   changed; paths too long to keep are left out. */
bool keep_files_note(KeepFiles *files, const char *path);

#endif
