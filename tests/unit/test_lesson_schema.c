/* scenarios/lesson.schema.json says exactly what the loader's tables say.
   `test_lesson_schema --write` writes it anew from the tables. */

#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lesson/lesson_fields.h"
#include "lesson/lesson_read.h"
#include "support/lesson_files.h"

#include <cjson/cJSON.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCHEMA_FILE "scenarios/lesson.schema.json"

/* The schema while it is built: `defs` is its "$defs". */
typedef struct Schema {
    cJSON *root, *defs;
} Schema;

static const char *add_shape(Schema *s, const LessonShape *shape);

/* ---- Building ---------------------------------------------------------------------------- */

static cJSON *parse(const char *json) {
    cJSON *value = cJSON_Parse(json);
    if (!value) fail_msg("an example is not JSON: %s", json);
    return value;
}

static cJSON *typed(const char *type) {
    cJSON *node = cJSON_CreateObject();
    cJSON_AddStringToObject(node, "type", type);
    return node;
}

static cJSON *reference(const char *def) {
    char path[100];
    snprintf(path, sizeof path, "#/$defs/%s", def);
    cJSON *node = cJSON_CreateObject();
    cJSON_AddStringToObject(node, "$ref", path);
    return node;
}

static cJSON *words(const LessonFormat *format) {
    cJSON *node = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(node, "enum");
    for (size_t i = 0; i < format->word_count; i++)
        cJSON_AddItemToArray(list, cJSON_CreateString(format->words[i]));
    return node;
}

static cJSON *format_reference(Schema *s, const LessonFormat *format) {
    if (!format->def) return words(format);
    if (!cJSON_HasObjectItem(s->defs, format->def)) {
        cJSON *def = typed("string");
        cJSON_AddStringToObject(def, "description", format->noun);
        cJSON_AddStringToObject(def, "pattern", format->pattern);
        cJSON_AddItemToObject(s->defs, format->def, def);
    }
    return reference(format->def);
}

static cJSON *wording(void) {
    cJSON *node = typed("string");
    cJSON_AddStringToObject(node, "pattern", "\\S");
    return node;
}

static cJSON *text_reference(Schema *s) {
    if (cJSON_HasObjectItem(s->defs, "text")) return reference("text");
    cJSON *def = cJSON_AddObjectToObject(s->defs, "text");
    cJSON_AddStringToObject(def, "description", "A text, or a map from language to text.");
    cJSON *choices = cJSON_AddArrayToObject(def, "oneOf");
    cJSON_AddItemToArray(choices, wording());
    cJSON *map = typed("object");
    cJSON_AddNumberToObject(map, "minProperties", 1);
    cJSON_AddItemToObject(map, "propertyNames", format_reference(s, &LESSON_FORMAT_LANGUAGE));
    cJSON_AddItemToObject(map, "additionalProperties", wording());
    cJSON_AddItemToArray(choices, map);
    return reference("text");
}

static cJSON *string_node(const LessonField *field) {
    cJSON *node = typed("string");
    if (field->nullable) cJSON_ReplaceItemInObject(node, "type", parse("[\"string\", \"null\"]"));
    if (!field->may_be_empty) cJSON_AddNumberToObject(node, "minLength", 1);
    return node;
}

static cJSON *number_node(const LessonField *field, const char *type) {
    cJSON *node = cJSON_CreateObject();
    if (field->min == field->max) {
        cJSON_AddNumberToObject(node, "const", field->min);
        return node;
    }
    cJSON_AddStringToObject(node, "type", type);
    cJSON_AddNumberToObject(node, field->above_min ? "exclusiveMinimum" : "minimum", field->min);
    cJSON_AddNumberToObject(node, "maximum", field->max);
    return node;
}

static cJSON *const_node(const LessonField *field) {
    cJSON *node = cJSON_CreateObject();
    cJSON_AddItemToObject(node, "const", parse(field->example));
    return node;
}

static cJSON *value_node(Schema *s, const LessonField *field) {
    switch (field->type) {
    case LESSON_FIELD_TEXT: return text_reference(s);
    case LESSON_FIELD_STRING: return string_node(field);
    case LESSON_FIELD_FORMAT:
    case LESSON_FIELD_THING:
    case LESSON_FIELD_WORD:
    case LESSON_FIELD_LEVEL: return format_reference(s, field->format);
    case LESSON_FIELD_INTEGER: return number_node(field, "integer");
    case LESSON_FIELD_NUMBER: return number_node(field, "number");
    case LESSON_FIELD_FLAG: return typed("boolean");
    case LESSON_FIELD_CONST: return const_node(field);
    case LESSON_FIELD_OBJECT: return reference(add_shape(s, field->shape));
    default: return cJSON_CreateObject();
    }
}

static cJSON *list_node(Schema *s, const LessonField *field) {
    cJSON *node = typed("array");
    if (field->least) cJSON_AddNumberToObject(node, "minItems", (double)field->least);
    cJSON_AddNumberToObject(node, "maxItems", LESSON_LONGEST_LIST);
    cJSON_AddItemToObject(node, "items", value_node(s, field));
    return node;
}

static cJSON *map_node(Schema *s, const LessonField *field) {
    cJSON *node = typed("object");
    cJSON_AddNumberToObject(node, "maxProperties", LESSON_LONGEST_LIST);
    cJSON_AddItemToObject(node, "propertyNames", format_reference(s, field->format));
    cJSON_AddItemToObject(node, "additionalProperties", value_node(s, field));
    return node;
}

static void add_field(Schema *s, cJSON *properties, cJSON *required, const LessonField *field) {
    cJSON *node = field->count == LESSON_MANY  ? list_node(s, field)
                  : field->count == LESSON_MAP ? map_node(s, field)
                                               : value_node(s, field);
    cJSON_AddStringToObject(node, "description", field->about);
    cJSON_AddItemToArray(cJSON_AddArrayToObject(node, "examples"), parse(field->example));
    cJSON_AddItemToObject(properties, field->name, node);
    if (field->required) cJSON_AddItemToArray(required, cJSON_CreateString(field->name));
}

/* An object with the fields of one shape, or of a shape and one of its forms. */
static void fill_object(Schema *s, cJSON *def, const LessonShape *shape, const LessonShape *form) {
    cJSON_AddStringToObject(def, "description", form ? form->about : shape->about);
    cJSON_AddStringToObject(def, "type", "object");
    cJSON *properties = cJSON_AddObjectToObject(def, "properties"), *required = cJSON_CreateArray();
    size_t first = shape->form_at ? shape->form_at : shape->field_count;
    for (size_t i = 0; i < first; i++) add_field(s, properties, required, &shape->fields[i]);
    for (size_t i = 0; form && i < form->field_count; i++)
        add_field(s, properties, required, &form->fields[i]);
    for (size_t i = first; i < shape->field_count; i++)
        add_field(s, properties, required, &shape->fields[i]);
    if (cJSON_GetArraySize(required))
        cJSON_AddItemToObject(def, "required", required);
    else
        cJSON_Delete(required);
    cJSON_AddFalseToObject(def, "additionalProperties");
}

static const char *add_shape(Schema *s, const LessonShape *shape) {
    if (cJSON_HasObjectItem(s->defs, shape->def)) return shape->def;
    cJSON *def = cJSON_AddObjectToObject(s->defs, shape->def);
    if (!shape->form_count) {
        fill_object(s, def, shape, NULL);
        return shape->def;
    }
    cJSON_AddStringToObject(def, "description", shape->about);
    cJSON *forms = cJSON_AddArrayToObject(def, "oneOf");
    for (size_t i = 0; i < shape->form_count; i++) {
        const LessonShape *form = shape->forms[i].shape;
        cJSON_AddItemToArray(forms, reference(form->def));
        fill_object(s, cJSON_AddObjectToObject(s->defs, form->def), shape, form);
    }
    return shape->def;
}

static cJSON *build_schema(void) {
    Schema s = {cJSON_CreateObject(), cJSON_CreateObject()};
    cJSON_AddStringToObject(s.root, "$schema", "https://json-schema.org/draft/2020-12/schema");
    cJSON_AddStringToObject(s.root, "title", "Coroscope lesson, format 1");
    fill_object(&s, s.root, &LESSON_SHAPE, NULL);
    cJSON_AddItemToObject(s.root, "$defs", s.defs);
    return s.root;
}

/* cJSON's layout with two blanks for each of its tabs. */
static int write_schema(void) {
    cJSON *schema = build_schema();
    char *text = cJSON_Print(schema);
    FILE *file = fopen(SCHEMA_FILE, "wb");
    bool line_start = true;
    for (const char *at = text; file && at && *at; at++) {
        if (*at == '\t')
            fputs(line_start ? "  " : " ", file);
        else
            fputc(*at, file);
        line_start = *at == '\n' || (line_start && *at == '\t');
    }
    bool written = file && text && fputc('\n', file) != EOF && fclose(file) == 0;
    cJSON_free(text);
    cJSON_Delete(schema);
    return written ? 0 : 1;
}

/* ---- Tests ------------------------------------------------------------------------------- */

static const char *difference(const cJSON *file, const cJSON *table, char *path, size_t used) {
    if (cJSON_Compare(file, table, true)) return NULL;
    for (const cJSON *at = table->child; at && cJSON_IsObject(table); at = at->next) {
        const cJSON *other = cJSON_GetObjectItemCaseSensitive(file, at->string);
        int length = snprintf(path + used, 400 - used, "/%s", at->string);
        if (!other) return "is missing in the file";
        const char *found = difference(other, at, path, used + (size_t)length);
        if (found) return found;
    }
    path[used] = '\0';
    return "differs";
}

static void the_schema_file_says_what_the_tables_say(void **state) {
    (void)state;
    size_t length = 0;
    char *text = lesson_files_read(SCHEMA_FILE, &length), path[500] = "";
    assert_non_null(text);
    cJSON *file = cJSON_ParseWithLength(text, length), *table = build_schema();
    assert_non_null(file);
    const char *why = difference(file, table, path, 0);
    if (why) fail_msg("%s: %s %s (test_lesson_schema --write)", SCHEMA_FILE, path, why);
    cJSON_Delete(file);
    cJSON_Delete(table);
    free(text);
}

/* Writes every field of a shape (and of one of its forms) with its example as one object. */
static void add_examples(cJSON *object, const LessonShape *shape, const char *form_key) {
    for (size_t i = 0; shape && i < shape->field_count; i++) {
        const LessonField *field = &shape->fields[i];
        bool other_body = !strcmp(shape->def, "answer") && !strcmp(field->name, form_key);
        if (!other_body) cJSON_AddItemToObject(object, field->name, parse(field->example));
    }
}

static void expect_accepted(const LessonShape *shape, const cJSON *object) {
    char *text = cJSON_PrintUnformatted(object);
    void *out = calloc(1, shape->size);
    assert_true(text && out);
    LessonProblems problems = {0};
    LessonPool pool = {0};
    JsonScan scan;
    lesson_problems_start(&problems, shape->def, text, strlen(text));
    assert_true(lesson_read(shape, text, strlen(text), &scan, &pool, &problems, out));
    if (problems.count) lesson_problems_print(&problems, stderr);
    assert_int_equal(problems.count, 0);
    json_scan_clear(&scan);
    lesson_problems_clear(&problems);
    lesson_pool_clear(&pool);
    free(out);
    cJSON_free(text);
}

static void check_examples(const LessonShape *shape) {
    for (size_t i = 0; i < (shape->form_count ? shape->form_count : 1); i++) {
        const LessonShape *form = shape->form_count ? shape->forms[i].shape : NULL;
        cJSON *object = cJSON_CreateObject();
        add_examples(object, shape, "json");
        add_examples(object, form, "");
        expect_accepted(shape, object);
        cJSON_Delete(object);
        for (size_t j = 0; form && j < form->field_count; j++)
            if (form->fields[j].shape) check_examples(form->fields[j].shape);
    }
    for (size_t j = 0; j < shape->field_count; j++)
        if (shape->fields[j].shape) check_examples(shape->fields[j].shape);
}

static void every_example_in_the_tables_is_accepted(void **state) {
    (void)state;
    check_examples(&LESSON_SHAPE);
    check_examples(&LESSON_INDEX_SHAPE);
}

static void check_texts(const LessonShape *shape) {
    for (size_t i = 0; i < shape->field_count; i++) {
        const LessonField *field = &shape->fields[i];
        size_t length = strlen(field->about);
        assert_true(length > 8 &&
                    (field->about[length - 1] == '.' || field->about[length - 1] == '?'));
        if (field->shape) check_texts(field->shape);
    }
    for (size_t i = 0; i < shape->form_count; i++) check_texts(shape->forms[i].shape);
}

static void every_field_is_described_in_a_sentence(void **state) {
    (void)state;
    check_texts(&LESSON_SHAPE);
}

static bool loader_accepts(const LessonFormat *format, const char *text) {
    LessonThing thing;
    bool listed;
    if (format->check) return format->check(text);
    return lesson_format_thing(format, text, &thing, &listed) == NULL;
}

/* The schema's regular expressions and the loader's own checks are two hands that wrote one rule.
 */
static const LessonFormat *const formats[] = {
    &LESSON_FORMAT_ID,          &LESSON_FORMAT_LANGUAGE, &LESSON_FORMAT_PROGRAM,
    &LESSON_FORMAT_LESSON_FILE, &LESSON_FORMAT_URL,      &LESSON_FORMAT_SPOTLIGHT,
    &LESSON_FORMAT_TASK,        &LESSON_FORMAT_WAITER,   &LESSON_FORMAT_SLEEPER,
    &LESSON_FORMAT_SCOPE,       &LESSON_FORMAT_HEADER,   &LESSON_FORMAT_ADDRESS,
    &LESSON_FORMAT_LINE,        &LESSON_FORMAT_COMMAND};
static const char *const texts[] = {"",
                                    "a",
                                    "a-b/c1",
                                    "-a",
                                    "a-",
                                    "a//b",
                                    "a-/b",
                                    "A",
                                    "queues/producer-consumer",
                                    "en",
                                    "EN",
                                    "e",
                                    "engl",
                                    "pt-BR",
                                    "pt-",
                                    "zh-Hant-TW",
                                    "en_GB",
                                    "en-123456789",
                                    ".py",
                                    "a.py",
                                    "a.pyc",
                                    ".json",
                                    "b.json",
                                    "http://",
                                    "http://a",
                                    "https://a.b/c",
                                    "ftp://a",
                                    " http://a",
                                    "POST http://a",
                                    "POST  http://a",
                                    "post http://a",
                                    "Content-Type",
                                    "Content Type",
                                    "db.example:5432",
                                    "db.example:05432",
                                    "db.example:123456",
                                    ":80",
                                    "a:b:80",
                                    "a b:80",
                                    "http://a:80",
                                    "*",
                                    "two\nlines",
                                    "ls -l",
                                    "ls ",
                                    "task:a",
                                    "task:",
                                    "task",
                                    "task#1",
                                    "task#0",
                                    "task#01",
                                    "task#1234567",
                                    "task#999999",
                                    "task#1x",
                                    "task:a b:c#d",
                                    "queue:q",
                                    "queue#2",
                                    "queu:q",
                                    "future:f",
                                    "timer:t",
                                    "timer#3",
                                    "lock:l",
                                    "event:e",
                                    "semaphore:s",
                                    "condition:c",
                                    "barrier#1",
                                    "group:g",
                                    "generator:g",
                                    "thread:t",
                                    "panel:ready",
                                    "panel:queue",
                                    "panel:redy",
                                    "panel:",
                                    "panel#1",
                                    "panel:source",
                                    "panel:stage",
                                    "panel:running",
                                    "panel:tasks",
                                    "panel:futures",
                                    "panel:timers",
                                    "panel:output",
                                    "panel:timeline",
                                    "function:main",
                                    "function#1",
                                    "function:",
                                    "Task:a"};

static void patterns_and_checks_agree(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        regex_t pattern;
        assert_int_equal(regcomp(&pattern, formats[i]->pattern, REG_EXTENDED | REG_NOSUB), 0);
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++) {
            bool matched = regexec(&pattern, texts[j], 0, NULL, 0) == 0;
            if (matched != loader_accepts(formats[i], texts[j]))
                fail_msg("\"%s\" as %s: the schema says %s", texts[j], formats[i]->def,
                         matched ? "yes" : "no");
        }
        regfree(&pattern);
    }
}

int main(int argc, char **argv) {
    if (argc == 2 && !strcmp(argv[1], "--write")) return write_schema();
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_schema_file_says_what_the_tables_say),
                                       cmocka_unit_test(every_example_in_the_tables_is_accepted),
                                       cmocka_unit_test(every_field_is_described_in_a_sentence),
                                       cmocka_unit_test(patterns_and_checks_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
