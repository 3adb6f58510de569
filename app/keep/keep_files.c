#include "keep/keep_files.h"

#include <stdlib.h>
#include <string.h>

static const char FILE_NAME[] = "files";

enum { LINE_SIZE = 3 * KEEP_FILES_PATH + 2 };

static int index_of(const KeepFiles *files, const char *path) {
    int at = 0;
    while (at < files->count && strcmp(files->paths[at], path) != 0) at++;
    return at;
}

bool keep_files_note(KeepFiles *files, const char *path) {
    size_t length = strlen(path);
    int at = index_of(files, path);
    bool first = at == 0 && files->count > 0;
    if (!length || length >= KEEP_FILES_PATH || first) return false;
    if (at == files->count && files->count < KEEP_FILES_MOST) files->count++;
    if (at == KEEP_FILES_MOST) at--;
    memmove(files->paths[1], files->paths[0], (size_t)at * KEEP_FILES_PATH);
    memcpy(files->paths[0], path, length + 1);
    return true;
}

/* ---- The file: one path a line -------------------------------------------------------------- */

static bool read_line(void *user, char *const *words, int count) {
    KeepFiles *files = user;
    char path[KEEP_FILES_PATH];
    if (count != 1 || !keep_get_word(path, sizeof path, words[0])) return false;
    bool known = index_of(files, path) < files->count;
    if (known || files->count == KEEP_FILES_MOST) return true;
    memcpy(files->paths[files->count++], path, strlen(path) + 1);
    return true;
}

bool keep_files_load(KeepFiles *files, const TextTable *words, char *notice, size_t size) {
    files->count = 0;
    if (keep_read(FILE_NAME, read_line, files, words, notice, size)) return true;
    files->count = 0;
    return false;
}

bool keep_files_save(const KeepFiles *files, const TextTable *words, char *notice, size_t size) {
    char *text = malloc((size_t)files->count * LINE_SIZE + 1);
    size_t used = 0;
    if (!text) return false;
    for (int i = 0; i < files->count; i++) {
        used += keep_put_word(text + used, files->paths[i]);
        text[used++] = '\n';
    }
    bool written = keep_write(FILE_NAME, text, used, words, notice, size);
    free(text);
    return written;
}
