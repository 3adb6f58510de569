#ifndef PLATFORM_PLATFORM_FILES_H
#define PLATFORM_PLATFORM_FILES_H
/* Files and folders: whole-file reading, atomic writing, listing, and where things live. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PLATFORM_PATH_SIZE = 4096 };

/* Reads all of a file of at most `limit` bytes, or of a pipe that somebody writes to (one without
   is empty), but of no device. *data is NUL-terminated, the caller frees it with free(). *length
   excludes the NUL and may be NULL. False: `error` says why, and errno is ENOMEM where there was no
   memory. */
bool platform_read_file(const char *path, size_t limit, char **data, size_t *length, char *error,
                        size_t error_size);
/* Replaces the file as a whole: readers see the old or the new content. Makes missing folders. */
bool platform_write_file(const char *path, const void *data, size_t length, char *error,
                         size_t error_size);
/* Makes the folder and those above it; one that is there already is fine. */
bool platform_make_folder(const char *path, char *error, size_t error_size);
/* Sorted names in a folder that end in `suffix` ("" for all), without "." and "..". The caller
   clears them, also after a failure. */
typedef struct {
    char **names;
    size_t count;
} PlatformNames;
bool platform_list_folder(const char *path, const char *suffix, PlatformNames *names, char *error,
                          size_t error_size);
void platform_names_clear(PlatformNames *names);

bool platform_is_file(const char *path);
bool platform_is_folder(const char *path);
bool platform_is_empty_file(const char *path);
/* A value that changes when the file's content does (time and size), 0 when it is not there. */
uint64_t platform_file_stamp(const char *path);
/* "a/b" from "a" and "b"; an absolute second part wins. False: the path is too long. */
bool platform_join(char *path, size_t size, const char *folder, const char *name);
/* The file's path from the root, without links or dots. False: it is not there, or too long. */
bool platform_absolute(char *path, size_t size, const char *name);
/* Whether an ordinary file lies below the folder ("": the current one) with all links followed; one
   that is not there does no harm: true. */
bool platform_is_inside(const char *folder, const char *path);
/* Whether the path itself, unlike those above it, is a symbolic link. */
bool platform_is_link(const char *path);
/* The folder part of a path, "." when there is none. */
bool platform_folder_of(char *folder, size_t size, const char *path);
/* Where settings and progress are kept, made when missing: $XDG_CONFIG_HOME/coroscope or its like
   on other systems. */
bool platform_config_folder(char *path, size_t size);
/* Where the program itself lies. */
bool platform_program_folder(char *path, size_t size);

#endif
