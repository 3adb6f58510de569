/* The reader that checks a file against the shape of lessons, of a world and of an index: the bytes
 * are laid into a sound lesson in the place of one field, and at the top of a world and of an
 * index. */
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz_target.h"
#include "lesson/lesson.h"
#include "lesson/lesson_index.h"

static const char *const fields[] = {"moments", "checkpoints", "variants", "world", "stdin",
                                     "limits",  "view",        "expect",   "title", "languages"};

typedef struct {
    char *text;
    size_t length;
} File;

static bool read_file(void *user, const char *path, char **text, size_t *length) {
    const File *file = user;
    const char *from = strstr(path, ".py") ? "print(1)\n" : file->text;
    *length = from == file->text ? file->length : strlen(from);
    *text = malloc(*length + 1);
    if (!*text) return false;
    memcpy(*text, from, *length);
    (*text)[*length] = 0;
    return true;
}

static File wrap(const char *field, const uint8_t *data, size_t size) {
    static const char begin[] = "{\"format\": 1, \"id\": \"a/b\", \"title\": \"T\", \"program\": "
                                "{\"file\": \"p.py\"}, \"";
    size_t head = sizeof begin - 1, name = strlen(field);
    char *text = malloc(head + name + size + 8);
    MUST(text, "memory for the test");
    memcpy(text, begin, head);
    memcpy(text + head, field, name);
    memcpy(text + head + name, "\": ", 3);
    memcpy(text + head + name + 3, data, size);
    text[head + name + 3 + size] = '}';
    return (File){text, head + name + 4 + size};
}

static void load_as_lesson(File *file) {
    LessonContext context = {.reader = {.user = file, .read = read_file}};
    LessonProblems problems = {0};
    Lesson lesson;
    bool good = lesson_load(&context, "x.json", &lesson, &problems);
    MUST(good == (problems.count == 0), "what is refused has a reason");
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static void load_as_world_and_index(File *file) {
    LessonContext context = {.reader = {.user = file, .read = read_file}, .world = "world.json"};
    LessonProblems problems = {0};
    Lesson lesson;
    LessonIndex index;
    lesson_load(&context, "x.py", &lesson, &problems);
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
    lesson_index_load(&context, "index.json", &index, &problems);
    lesson_index_clear(&index);
    lesson_problems_clear(&problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1) return 0;
    const char *field = fields[data[0] % (sizeof fields / sizeof *fields)];
    File file = wrap(field, data + 1, size - 1);
    load_as_lesson(&file);
    memmove(file.text, data + 1, size - 1);
    file.length = size - 1;
    load_as_world_and_index(&file);
    free(file.text);
    return 0;
}
