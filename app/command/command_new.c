#include "command/command.h"

#include <ctype.h>
#include <string.h>

#include "command/new_notes.h"
#include "command/new_template.h"
#include "platform/platform_files.h"

/* Writes a small lesson that is sound, its program, and notes that say what each field is for. */

#define SCHEMA_NAME "lesson.schema.json"

enum { HIGHEST_FOLDER = 12, NAME_SIZE = 256 };

typedef struct {
    char folder[PLATFORM_PATH_SIZE], name[NAME_SIZE];
    char json[PLATFORM_PATH_SIZE], program[PLATFORM_PATH_SIZE], notes[PLATFORM_PATH_SIZE];
    char schema[PLATFORM_PATH_SIZE], id[2 * NAME_SIZE], title[NAME_SIZE];
} New;

/* ---- The name ------------------------------------------------------------------------------- */

static bool refuse(const char *given, const char *why) {
    fprintf(stderr, "coroscope: \"%s\" is no name for a lesson: %s\n", given, why);
    return false;
}

static bool is_good_word(const char *text) {
    bool after_word = false;
    for (; *text; text++) {
        bool letter = (*text >= 'a' && *text <= 'z') || (*text >= '0' && *text <= '9');
        if (!letter && (!after_word || (*text != '_' && *text != '-'))) return false;
        after_word = letter;
    }
    return after_word;
}

static bool take_name(New *n, const char *given) {
    const char *slash = strrchr(given, '/'), *name = slash ? slash + 1 : given;
    if (!*name) return refuse(given, "nothing stands after the last \"/\"");
    if (strchr(name, '.')) return refuse(given, "it is given without .json or .py");
    if (!is_good_word(name))
        return refuse(given, "it has small letters and digits, parted by single \"_\" or \"-\", "
                             "like two_sleepers");
    if (strlen(name) >= sizeof n->name / 2) return refuse(given, "it is too long");
    memcpy(n->name, name, strlen(name) + 1);
    if (!platform_folder_of(n->folder, sizeof n->folder, given))
        return refuse(given, "its folder's path is too long");
    return true;
}

/* queues/two-sleepers, from the folder's own name where that can stand in an id. */
static void make_id(New *n) {
    char full[PLATFORM_PATH_SIZE];
    const char *folder = n->folder;
    if (platform_absolute(full, sizeof full, n->folder)) folder = full;
    const char *slash = strrchr(folder, '/');
    if (slash) folder = slash + 1;
    bool fits = is_good_word(folder) && strlen(folder) < NAME_SIZE;
    snprintf(n->id, sizeof n->id, "%.*s%s%s", NAME_SIZE - 2, fits ? folder : "", fits ? "/" : "",
             n->name);
    for (char *at = n->id; *at; at++) {
        if (*at == '_') *at = '-';
    }
}

static void make_title(New *n) {
    memcpy(n->title, n->name, sizeof n->title);
    for (char *at = n->title; *at; at++) {
        if (*at == '_' || *at == '-') *at = ' ';
    }
    n->title[0] = (char)toupper((unsigned char)n->title[0]);
}

/* ---- Where things go ------------------------------------------------------------------------ */

static bool make_path(const New *n, char *path, const char *end) {
    char name[NAME_SIZE + 16];
    snprintf(name, sizeof name, "%s%s", n->name, end);
    const char *folder = strcmp(n->folder, ".") == 0 ? "" : n->folder;
    return platform_join(path, PLATFORM_PATH_SIZE, folder, name);
}

static bool is_free(const char *path) {
    if (!platform_file_stamp(path)) return true;
    fprintf(stderr, "coroscope: %s is there already; nothing was written\n", path);
    return false;
}

static bool make_paths(New *n, const char *given) {
    bool fit = make_path(n, n->json, ".json") && make_path(n, n->program, ".py") &&
               make_path(n, n->notes, ".notes.md");
    if (!fit) return refuse(given, "its path is too long");
    bool free = is_free(n->json);
    free = is_free(n->program) && free;
    return is_free(n->notes) && free;
}

/* The way up from the lesson's folder to the schema, as an editor follows it. */
static bool schema_above(New *n, const char *below) {
    char up[PLATFORM_PATH_SIZE] = "", path[PLATFORM_PATH_SIZE], file[PLATFORM_PATH_SIZE];
    for (int i = 0; i < HIGHEST_FOLDER; i++) {
        size_t used = strlen(up);
        snprintf(file, sizeof file, "%.2000s%s" SCHEMA_NAME, up, below);
        if (platform_join(path, sizeof path, n->folder, file) && platform_is_file(path)) {
            memcpy(n->schema, file, sizeof file);
            return true;
        }
        snprintf(up + used, sizeof up - used, "../");
    }
    return false;
}

/* Else the one that came with the program. */
static void find_schema(New *n) {
    static const char *const places[] = {"scenarios/" SCHEMA_NAME,
                                         "../share/coroscope/scenarios/" SCHEMA_NAME};
    char folder[PLATFORM_PATH_SIZE], path[PLATFORM_PATH_SIZE];
    if (schema_above(n, "") || schema_above(n, "scenarios/")) return;
    snprintf(n->schema, sizeof n->schema, "../" SCHEMA_NAME);
    if (!platform_program_folder(folder, sizeof folder)) return;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        bool there = platform_join(path, sizeof path, folder, places[i]) &&
                     platform_absolute(n->schema, sizeof n->schema, path);
        if (there) return;
    }
}

/* ---- Writing -------------------------------------------------------------------------------- */

static bool write(const char *path, const char *text) {
    char error[512];
    if (platform_write_file(path, text, strlen(text), error, sizeof error)) {
        printf("%s\n", path);
        return true;
    }
    fprintf(stderr, "coroscope: %s\n", error);
    return false;
}

static bool write_all(const New *n) {
    LessonPool pool = {0};
    const char *lesson =
        lesson_pool_format(&pool, NEW_TEMPLATE_LESSON, n->schema, n->id, n->title, n->name);
    bool written = write(n->program, new_template_program) && write(n->json, lesson) &&
                   write(n->notes, new_notes(n->name, &pool));
    lesson_pool_clear(&pool);
    return written;
}

/* Folders above it too, which the person may not have meant: each is told. */
static bool make_folder(const char *folder) {
    char above[PLATFORM_PATH_SIZE], error[512];
    if (platform_is_folder(folder)) return true;
    bool there = platform_folder_of(above, sizeof above, folder) && strcmp(above, folder) != 0;
    if (there && !make_folder(above)) return false;
    if (platform_make_folder(folder, error, sizeof error)) {
        printf("%s/ (a new folder)\n", folder);
        return true;
    }
    fprintf(stderr, "coroscope: %s\n", error);
    return false;
}

int command_new(const CommandOptions *o) {
    New n = {0};
    if (!take_name(&n, o->files[0])) return EXIT_USAGE;
    if (!make_paths(&n, o->files[0])) return EXIT_FAILED;
    if (!make_folder(n.folder)) return EXIT_FAILED;
    make_id(&n);
    make_title(&n);
    find_schema(&n);
    if (!write_all(&n)) return EXIT_FAILED;
    printf("Next: coroscope check --watch %s\n", n.json);
    return 0;
}
