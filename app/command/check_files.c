#include "command/check_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform_files.h"

enum { DEEPEST_FOLDER = 16 };

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* Room doubles at every power of two. */
static bool add(char ***list, size_t *count, const char *path) {
    if ((*count & (*count - 1)) == 0) {
        char **grown = realloc(*list, (*count ? *count * 2 : 1) * sizeof *grown);
        if (!grown) return false;
        *list = grown;
    }
    size_t size = strlen(path) + 1;
    char *copy = malloc(size);
    if (!copy) return false;
    memcpy(copy, path, size);
    (*list)[(*count)++] = copy;
    return true;
}

static bool fail(const char *path, const char *why) {
    fprintf(stderr, "coroscope: %s: %s\n", path, why);
    return false;
}

/* Where the search began; links do not lead it out of there. */
typedef struct {
    CheckFiles *files;
    const char *top;
} Search;

static bool add_folder(const Search *search, const char *folder, int depth);

static bool add_file(const Search *search, const char *name, const char *path) {
    CheckFiles *files = search->files;
    bool index = strcmp(name, "index.json") == 0;
    bool lesson = ends_with(name, ".json") && !ends_with(name, ".schema.json");
    if (!lesson) return true;
    if (!platform_is_inside(search->top, path))
        return fail(path, "is a link out of the folder, or no ordinary file");
    bool added = index ? add(&files->indexes, &files->index_count, path)
                       : add(&files->lessons, &files->lesson_count, path);
    return added || fail(path, "there is not enough memory");
}

static bool add_entry(const Search *search, const char *folder, const char *name, int depth) {
    char path[PLATFORM_PATH_SIZE];
    if (name[0] == '.') return true;
    if (!platform_join(path, sizeof path, folder, name))
        return fail(folder, "the path is too long");
    if (!platform_is_folder(path)) return add_file(search, name, path);
    /* Links to folders may lead in circles, and out of here. */
    if (depth <= 0 || platform_is_link(path)) return true;
    return add_folder(search, path, depth - 1);
}

static bool add_folder(const Search *search, const char *folder, int depth) {
    PlatformNames names;
    char error[256];
    bool good = platform_list_folder(folder, "", &names, error, sizeof error);
    if (!good) fprintf(stderr, "coroscope: %s\n", error);
    for (size_t i = 0; good && i < names.count; i++)
        good = add_entry(search, folder, names.names[i], depth);
    platform_names_clear(&names);
    return good;
}

bool check_files_find(CheckFiles *files, const char *const *names, int count) {
    *files = (CheckFiles){0};
    for (int i = 0; i < count; i++) {
        if (platform_is_folder(names[i])) {
            const Search search = {files, names[i]};
            files->folders++;
            if (!add_folder(&search, names[i], DEEPEST_FOLDER)) return false;
        } else if (!add(&files->lessons, &files->lesson_count, names[i])) {
            return fail(names[i], "there is not enough memory");
        }
    }
    return true;
}

static void clear_list(char **list, size_t count) {
    for (size_t i = 0; i < count; i++) free(list[i]);
    free(list);
}

void check_files_clear(CheckFiles *files) {
    clear_list(files->lessons, files->lesson_count);
    clear_list(files->indexes, files->index_count);
    *files = (CheckFiles){0};
}

static uint64_t mix(uint64_t a, uint64_t b) {
    return (a ^ b) * UINT64_C(0x9E3779B97F4A7C15) + (a >> 29);
}

uint64_t check_files_stamp(const char *lesson) {
    char folder[PLATFORM_PATH_SIZE], path[PLATFORM_PATH_SIZE], error[256];
    uint64_t stamp = mix(1, platform_file_stamp(lesson));
    PlatformNames names = {0};
    if (platform_folder_of(folder, sizeof folder, lesson) &&
        platform_list_folder(folder, ".py", &names, error, sizeof error)) {
        for (size_t i = 0; i < names.count; i++) {
            if (platform_join(path, sizeof path, folder, names.names[i]))
                stamp = mix(stamp, platform_file_stamp(path));
        }
    }
    platform_names_clear(&names);
    return stamp;
}
