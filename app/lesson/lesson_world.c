#include "lesson/lesson_world.h"

#include "lesson/lesson_check.h"
#include "lesson/lesson_read.h"
#include "lesson/lesson_value.h"

#include <stdlib.h>
#include <string.h>

static const char COMMENT[] = "# world: ";

/* ---- JSON becomes plain values ------------------------------------------------------------- */

static CsValue convert(const LessonReading *r, LessonValue value);

static void convert_items(const LessonReading *r, LessonValue value, CsValue *out) {
    size_t count = lesson_value_count(value);
    CsValue *items = lesson_pool_alloc(r->pool, (count ? count : 1) * sizeof *items);
    out->items = items;
    LessonValue child = lesson_value_first(r, value);
    for (; child.json; child = lesson_value_next(r, child)) {
        CsValue *item = &items[out->count++];
        *item = convert(r, child);
        const char *key = child.json->string;
        if (key) item->key = lesson_pool_copy(r->pool, key, strlen(key));
    }
}

/* A number is whole where the file has neither a point nor an exponent. */
static CsValue convert_number(const LessonReading *r, LessonValue value) {
    const JsonNode *node = &r->scan->nodes[value.node];
    double number = value.json->valuedouble;
    for (size_t i = node->begin.offset; i < node->end.offset; i++) {
        if (strchr(".eE", r->scan->text[i]))
            return (CsValue){.kind = CS_VALUE_NUMBER, .number = number};
    }
    if (number > -9e15 && number < 9e15)
        return (CsValue){.kind = CS_VALUE_INTEGER, .integer = (int64_t)number};
    return (CsValue){.kind = CS_VALUE_NUMBER, .number = number};
}

static CsValue convert(const LessonReading *r, LessonValue value) {
    const cJSON *json = value.json;
    if (cJSON_IsNumber(json)) return convert_number(r, value);
    CsValue out = {.kind = CS_VALUE_NULL};
    if (cJSON_IsBool(json)) out.kind = cJSON_IsTrue(json) ? CS_VALUE_TRUE : CS_VALUE_FALSE;
    if (cJSON_IsString(json)) {
        out.kind = CS_VALUE_TEXT;
        out.text = lesson_pool_copy(r->pool, json->valuestring, strlen(json->valuestring));
    }
    if (cJSON_IsArray(json)) out.kind = CS_VALUE_LIST;
    if (cJSON_IsObject(json)) out.kind = CS_VALUE_MAP;
    if (out.kind == CS_VALUE_LIST || out.kind == CS_VALUE_MAP) convert_items(r, value, &out);
    return out;
}

/* A text that was read without problems. */
static CsValue convert_text(const char *text, size_t length, LessonPool *pool) {
    LessonProblems none = {0};
    JsonScan scan;
    CsValue value = {.kind = CS_VALUE_NULL};
    cJSON *json =
        json_scan(&scan, text, length, &none) ? cJSON_ParseWithLength(text, length) : NULL;
    LessonReading r = {&scan, pool, &none};
    if (json) value = convert(&r, (LessonValue){json, 0});
    cJSON_Delete(json);
    json_scan_clear(&scan);
    lesson_problems_clear(&none);
    return value;
}

static void keep(Lesson *lesson, CsValue value) {
    CsValue *given = lesson_pool_alloc(&lesson->pool, sizeof *given);
    *given = value;
    lesson->given = given;
}

/* ---- Where it comes from ------------------------------------------------------------------- */

static const CsValue *item_named(const CsValue *map, const char *name) {
    for (size_t i = 0; i < map->count; i++) {
        if (!strcmp(map->items[i].key, name)) return &map->items[i];
    }
    return NULL;
}

/* The lesson's fields "stdin" and "world" become one map. */
void lesson_world_from_lesson(Lesson *lesson, const char *text, size_t length) {
    CsValue whole = convert_text(text, length, &lesson->pool);
    const CsValue *world = item_named(&whole, "world"), *input = item_named(&whole, "stdin");
    if (!world && !input) return;
    size_t count = world ? world->count : 0;
    CsValue *items = lesson_pool_alloc(&lesson->pool, (count + 1) * sizeof *items);
    for (size_t i = 0; i < count; i++) items[i] = world->items[i];
    if (input) items[count++] = *input;
    keep(lesson, (CsValue){.kind = CS_VALUE_MAP, .items = items, .count = count});
}

static void read_world(const char *text, size_t length, Lesson *lesson, LessonProblems *problems) {
    JsonScan scan;
    LessonPool pool = {0};
    LessonWorld world = {0};
    if (lesson_read(&LESSON_WORLD_SHAPE, text, length, &scan, &pool, problems, &world))
        lesson_check_world(&world, &scan, problems);
    json_scan_clear(&scan);
    lesson_pool_clear(&pool);
    if (!problems->count) keep(lesson, convert_text(text, length, &lesson->pool));
}

void lesson_world_from_file(const LessonReader *reader, const char *path, Lesson *lesson,
                            LessonProblems *problems) {
    char *text = NULL;
    size_t length = 0;
    bool read = reader->read(reader->user, path, &text, &length);
    lesson_problems_start(problems, path, text, length);
    if (read) {
        read_world(text, length, lesson, problems);
    } else {
        lesson_problem_add(problems, NULL, "the file cannot be read");
    }
    free(text);
}

/* Blanks stand for the comment's begin, so that columns are the program's. */
void lesson_world_from_program(Lesson *lesson, LessonProblems *problems) {
    const LessonProgram *program = &lesson->program;
    size_t length = strcspn(program->text, "\r\n"), begin = sizeof COMMENT - 1;
    if (strncmp(program->text, COMMENT, begin) != 0 || program->text[begin] != '{') return;
    char *line = lesson_pool_copy(&lesson->pool, program->text, length);
    memset(line, ' ', begin);
    read_world(line, length, lesson, problems);
}
