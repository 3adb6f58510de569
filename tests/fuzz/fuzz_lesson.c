/* The lesson loader: any bytes as a lesson's file. It loads, or it says why not at a place in it.
 */
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz_target.h"
#include "lesson/lesson.h"

typedef struct {
    const uint8_t *data;
    size_t size;
} Bytes;

static const char program[] = "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n"
                              "    print('done')\n\nasyncio.run(main())\n";

static bool give(const void *from, size_t size, char **text, size_t *length) {
    *text = malloc(size + 1);
    if (!*text) return false;
    if (size) memcpy(*text, from, size);
    (*text)[size] = 0;
    *length = size;
    return true;
}

static bool read_file(void *user, const char *path, char **text, size_t *length) {
    const Bytes *bytes = user;
    if (!strcmp(path, "folder/lesson.json")) return give(bytes->data, bytes->size, text, length);
    MUST(!strncmp(path, "folder/", 7) && !strstr(path, "/../"),
         "a lesson reads in its folder only");
    return give(program, sizeof program - 1, text, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Bytes bytes = {data, size};
    LessonContext context = {.reader = {.user = &bytes, .read = read_file}};
    LessonProblems problems = {0};
    Lesson lesson;
    bool good = lesson_load(&context, "folder/lesson.json", &lesson, &problems);
    MUST(good == (problems.count == 0), "what is refused has a reason");
    for (size_t i = 0; i < problems.count; i++)
        MUST(problems.items[i].text && *problems.items[i].text, "each problem has words");
    if (good) MUST(lesson.id && lesson.title.count && lesson.program.text, "a lesson is whole");
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
    return 0;
}
