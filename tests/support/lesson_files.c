#define _POSIX_C_SOURCE 200809L
#include "support/lesson_files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *lesson_files_read(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    size_t capacity = 1 << 16;
    char *text = malloc(capacity);
    *length = 0;
    while (text) {
        *length += fread(text + *length, 1, capacity - *length - 1, file);
        if (*length < capacity - 1) break;
        capacity *= 2;
        char *grown = realloc(text, capacity);
        if (!grown) free(text);
        text = grown;
    }
    if (text) text[*length] = '\0';
    fclose(file);
    return text;
}

static bool read_from_disk(void *user, const char *path, char **text, size_t *length) {
    (void)user;
    *text = lesson_files_read(path, length);
    return *text != NULL;
}

static void list_on_disk(void *user, const char *folder, void (*each)(void *to, const char *name),
                         void *to) {
    (void)user;
    DIR *open = opendir(folder[0] ? folder : ".");
    if (!open) return;
    for (struct dirent *entry; (entry = readdir(open));) each(to, entry->d_name);
    closedir(open);
}

LessonReader lesson_files_on_disk(void) {
    return (LessonReader){.read = read_from_disk, .list = list_on_disk};
}

static bool read_from_memory(void *user, const char *path, char **text, size_t *length) {
    for (const LessonMemoryFile *file = user; file->path; file++) {
        if (strcmp(file->path, path) != 0) continue;
        *length = file->length ? file->length : strlen(file->text);
        *text = malloc(*length + 1);
        if (*text) memcpy(*text, file->text, *length);
        return *text != NULL;
    }
    return false;
}

LessonReader lesson_files_in_memory(const LessonMemoryFile *files) {
    return (LessonReader){.user = (void *)(uintptr_t)files, .read = read_from_memory};
}

char *lesson_files_print(const LessonProblems *problems) {
    char *text = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&text, &length);
    if (!memory) return NULL;
    lesson_problems_print(problems, memory);
    fclose(memory);
    return text;
}
