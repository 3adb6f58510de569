#define _XOPEN_SOURCE 700

#include "platform/platform_files.h"

#include <SDL.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(char *error, size_t error_size, const char *path, const char *why) {
    snprintf(error, error_size, "%s: %s", path, why);
    return false;
}

static bool fail_errno(char *error, size_t error_size, const char *path) {
    return fail(error, error_size, path, strerror(errno));
}

static bool fail_memory(char *error, size_t error_size, const char *path) {
    errno = ENOMEM;
    return fail(error, error_size, path, "out of memory");
}

/* Reads until the end: the size of a pipe or of a growing file is not known beforehand. */
static bool read_stream(FILE *file, const char *path, size_t limit, char **data, size_t *length,
                        char *error, size_t error_size) {
    size_t room = 1 << 14, used = 0;
    char *buffer = malloc(room + 1);
    while (buffer) {
        used += fread(buffer + used, 1, room - used, file);
        if (used > limit) {
            fail(error, error_size, path, "the file is too large");
            goto failed;
        }
        if (used < room) break;
        char *grown = room <= SIZE_MAX / 4 ? realloc(buffer, room * 2 + 1) : NULL;
        if (!grown) {
            fail_memory(error, error_size, path);
            goto failed;
        }
        buffer = grown;
        room *= 2;
    }
    if (!buffer) return fail_memory(error, error_size, path);
    if (ferror(file)) {
        fail_errno(error, error_size, path);
        goto failed;
    }
    buffer[used] = '\0';
    *data = buffer;
    if (length) *length = used;
    return true;
failed:
    free(buffer);
    return false;
}

/* Nothing here waits for a pipe that nobody writes to, or for a terminal. */
#ifdef O_NONBLOCK
static FILE *open_pipe(int pipe) {
    char first;
    ssize_t size = read(pipe, &first, 1); /* fails, where a writer has nothing to say yet */
    fcntl(pipe, F_SETFL, fcntl(pipe, F_GETFL) & ~O_NONBLOCK);
    FILE *file = fdopen(pipe, "rb");
    if (file && size == 1) ungetc((unsigned char)first, file);
    return file;
}

static FILE *open_to_read(const char *path) {
    struct stat info;
    int found = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (found < 0) return NULL;
    FILE *file = NULL;
    if (fstat(found, &info) == 0 && S_ISREG(info.st_mode))
        file = fdopen(found, "rb");
    else if (S_ISFIFO(info.st_mode))
        file = open_pipe(found);
    else
        errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    int why = errno;
    if (!file) close(found);
    errno = why;
    return file;
}
#else
static FILE *open_to_read(const char *path) {
    return fopen(path, "rb");
}
#endif

bool platform_read_file(const char *path, size_t limit, char **data, size_t *length, char *error,
                        size_t error_size) {
    *data = NULL;
    if (platform_is_folder(path)) return fail(error, error_size, path, strerror(EISDIR));
    FILE *file = open_to_read(path);
    if (!file) return fail_errno(error, error_size, path);
    bool read = read_stream(file, path, limit, data, length, error, error_size);
    fclose(file);
    return read;
}

/* Makes the folder and those above it. */
static bool make_folder(const char *path) {
    char part[PLATFORM_PATH_SIZE];
    size_t length = strlen(path);
    if (length == 0) return true;
    if (length >= sizeof part) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(part, path, length + 1);
    for (size_t i = 1; i <= length; i++) {
        if (part[i] != '/' && part[i] != '\0') continue;
        char end = part[i];
        part[i] = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST) return false;
        part[i] = end;
    }
    if (platform_is_folder(path)) return true;
    errno = ENOTDIR;
    return false;
}

bool platform_make_folder(const char *path, char *error, size_t error_size) {
    return make_folder(path) || fail_errno(error, error_size, path);
}

static bool write_whole(FILE *file, const void *data, size_t length) {
    return fwrite(data, 1, length, file) == length && fflush(file) == 0 && fsync(fileno(file)) == 0;
}

/* What a process that was killed while it wrote this file has left behind: NAME.part and its
 * number. */
static void remove_old_parts(const char *folder, const char *path) {
    char error[256], part[PLATFORM_PATH_SIZE];
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    size_t length = strlen(name);
    PlatformNames names;
    if (!platform_list_folder(folder, "", &names, error, sizeof error)) names.count = 0;
    for (size_t i = 0; i < names.count; i++) {
        const char *other = names.names[i];
        if (strncmp(other, name, length) != 0 || strncmp(other + length, ".part", 5) != 0) continue;
        char *end;
        long pid = strtol(other + length + 5, &end, 10);
        if (pid <= 0 || *end || kill((pid_t)pid, 0) == 0 || errno != ESRCH) continue;
        if (platform_join(part, sizeof part, folder, other)) remove(part);
    }
    platform_names_clear(&names);
}

bool platform_write_file(const char *path, const void *data, size_t length, char *error,
                         size_t error_size) {
    char folder[PLATFORM_PATH_SIZE], part[PLATFORM_PATH_SIZE];
    int size = snprintf(part, sizeof part, "%s.part%ld", path, (long)getpid());
    if (size < 0 || (size_t)size >= sizeof part || !platform_folder_of(folder, sizeof folder, path))
        return fail(error, error_size, path, strerror(ENAMETOOLONG));
    if (!make_folder(folder)) return fail_errno(error, error_size, folder);
    remove_old_parts(folder, path);
    FILE *file = fopen(part, "wb");
    if (!file) return fail_errno(error, error_size, part);
    bool written = write_whole(file, data, length);
    int reason = errno;
    if (fclose(file) != 0 && written) {
        reason = errno;
        written = false;
    }
    if (written && rename(part, path) == 0) return true;
    if (!written) errno = reason;
    fail_errno(error, error_size, path);
    remove(part);
    return false;
}

static bool ends_with(const char *name, const char *suffix) {
    size_t length = strlen(name), tail = strlen(suffix);
    return length >= tail && strcmp(name + length - tail, suffix) == 0;
}

static bool add_name(PlatformNames *names, size_t *room, const char *name) {
    if (names->count == *room) {
        size_t wanted = *room ? *room * 2 : 32;
        char **grown = realloc(names->names, wanted * sizeof *grown);
        if (!grown) return false;
        names->names = grown;
        *room = wanted;
    }
    size_t size = strlen(name) + 1;
    char *copy = malloc(size);
    if (!copy) return false;
    memcpy(copy, name, size);
    names->names[names->count++] = copy;
    return true;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool platform_list_folder(const char *path, const char *suffix, PlatformNames *names, char *error,
                          size_t error_size) {
    *names = (PlatformNames){0};
    DIR *folder = opendir(*path ? path : ".");
    if (!folder) return fail_errno(error, error_size, path);
    bool listed = true;
    size_t room = 0;
    for (struct dirent *entry; listed && (entry = readdir(folder)) != NULL;) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || !ends_with(name, suffix)) continue;
        listed = add_name(names, &room, name);
    }
    closedir(folder);
    if (!listed) return fail(error, error_size, path, "out of memory");
    if (names->count) qsort(names->names, names->count, sizeof *names->names, compare_names);
    return true;
}

void platform_names_clear(PlatformNames *names) {
    for (size_t i = 0; i < names->count; i++) free(names->names[i]);
    free(names->names);
    *names = (PlatformNames){0};
}

bool platform_is_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

bool platform_is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool platform_is_empty_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode) && info.st_size == 0;
}

uint64_t platform_file_stamp(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0) return 0;
    uint64_t nanoseconds = (uint64_t)info.st_mtim.tv_nsec;
    uint64_t stamp = (uint64_t)info.st_mtim.tv_sec * UINT64_C(1000000007) + nanoseconds;
    stamp = (stamp ^ (uint64_t)info.st_size << 32) * UINT64_C(0x9E3779B97F4A7C15);
    stamp ^= (uint64_t)info.st_ino;
    return stamp ? stamp : 1;
}

bool platform_join(char *path, size_t size, const char *folder, const char *name) {
    if (folder[0] == '\0' || name[0] == '/') {
        int length = snprintf(path, size, "%s", name);
        return length >= 0 && (size_t)length < size;
    }
    const char *between = ends_with(folder, "/") ? "" : "/";
    int length = snprintf(path, size, "%s%s%s", folder, between, name);
    return length >= 0 && (size_t)length < size;
}

bool platform_folder_of(char *folder, size_t size, const char *path) {
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) : 0;
    if (!slash) path = ".";
    if (!slash || slash == path) length = 1;
    if (length >= size) return false;
    memcpy(folder, path, length);
    folder[length] = '\0';
    return true;
}

bool platform_absolute(char *path, size_t size, const char *name) {
#if defined(_WIN32)
    char *found = _fullpath(NULL, name, 0);
#else
    char *found = realpath(name, NULL);
#endif
    size_t length = found ? strlen(found) : size;
    if (length < size) memcpy(path, found, length + 1);
    free(found);
    return length < size;
}

static bool lies_below(const char *folder, const char *path) {
    char top[PLATFORM_PATH_SIZE], file[PLATFORM_PATH_SIZE];
    if (!platform_absolute(top, sizeof top, *folder ? folder : ".") ||
        !platform_absolute(file, sizeof file, path))
        return false;
    size_t length = strlen(top);
    if (length == 1) length = 0; /* the root: its slash is the one before every name */
    return strncmp(top, file, length) == 0 && file[length] == '/';
}

bool platform_is_inside(const char *folder, const char *path) {
    struct stat info;
    return stat(path, &info) != 0 || (S_ISREG(info.st_mode) && lies_below(folder, path));
}

bool platform_is_link(const char *path) {
#ifdef S_ISLNK
    struct stat info;
    return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
#else
    (void)path;
    return false;
#endif
}

static bool take_sdl_path(char *path, size_t size, char *found) {
    if (!found) return false;
    int length = snprintf(path, size, "%s", found);
    SDL_free(found);
    return length >= 0 && (size_t)length < size;
}

bool platform_config_folder(char *path, size_t size) {
#if defined(_WIN32) || defined(__APPLE__) || defined(__EMSCRIPTEN__)
    return take_sdl_path(path, size, SDL_GetPrefPath("", "coroscope"));
#else
    char home[PLATFORM_PATH_SIZE];
    const char *config = getenv("XDG_CONFIG_HOME");
    /* The XDG rules ask to ignore a relative path. */
    if (!config || config[0] != '/') {
        const char *user = getenv("HOME");
        if (!user || user[0] == '\0' || !platform_join(home, sizeof home, user, ".config"))
            return false;
        config = home;
    }
    return platform_join(path, size, config, "coroscope") && make_folder(path);
#endif
}

bool platform_program_folder(char *path, size_t size) {
    return take_sdl_path(path, size, SDL_GetBasePath());
}
