#include "lesson/lesson_value.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

enum { LONGEST_MESSAGE = 1024 };

/* ---- Walking ----------------------------------------------------------------------------- */

LessonValue lesson_value_first(const LessonReading *r, LessonValue parent) {
    return (LessonValue){parent.json->child, r->scan->nodes[parent.node].first};
}

LessonValue lesson_value_next(const LessonReading *r, LessonValue child) {
    return (LessonValue){child.json->next, r->scan->nodes[child.node].next};
}

LessonValue lesson_value_field(const LessonReading *r, LessonValue object, const char *name) {
    LessonValue child = lesson_value_first(r, object);
    while (child.json && strcmp(child.json->string, name) != 0) child = lesson_value_next(r, child);
    return child;
}

size_t lesson_value_count(LessonValue parent) {
    int count = cJSON_GetArraySize(parent.json);
    return count > 0 ? (size_t)count : 0;
}

/* ---- Problems ---------------------------------------------------------------------------- */

const char *lesson_value_noun(LessonValue value) {
    if (cJSON_IsString(value.json)) return "a string";
    if (cJSON_IsNumber(value.json)) return "a number";
    if (cJSON_IsBool(value.json)) return "true or false";
    if (cJSON_IsArray(value.json)) return "a list";
    return cJSON_IsObject(value.json) ? "an object" : "null";
}

const char *lesson_value_quote(LessonReading *r, const char *text) {
    return lesson_problem_quote(r->problems, text, strlen(text));
}

static LessonProblem *add_problem(LessonReading *r, LessonPlace place, const char *format,
                                  va_list args) {
    char text[LONGEST_MESSAGE];
    vsnprintf(text, sizeof text, format, args);
    return lesson_problem_add(r->problems, &place, "%s", text);
}

LessonProblem *lesson_value_problem(LessonReading *r, LessonValue value, const char *format, ...) {
    va_list args;
    va_start(args, format);
    LessonPlace place = json_scan_place(r->scan, value.node, &r->problems->pool);
    LessonProblem *problem = add_problem(r, place, format, args);
    va_end(args);
    return problem;
}

LessonProblem *lesson_value_key_problem(LessonReading *r, LessonValue value, const char *format,
                                        ...) {
    va_list args;
    va_start(args, format);
    LessonPlace place = json_scan_key_place(r->scan, value.node, &r->problems->pool);
    LessonProblem *problem = add_problem(r, place, format, args);
    va_end(args);
    return problem;
}

void lesson_value_hint(LessonReading *r, LessonProblem *problem, const LessonField *field) {
    lesson_problem_hint(r->problems, problem, "%s For example: \"%s\": %s", field->about,
                        field->name, field->example);
}

bool lesson_value_refuse(LessonReading *r, const LessonField *field, LessonValue value,
                         const char *format, ...) {
    va_list args;
    va_start(args, format);
    LessonPlace place = json_scan_place(r->scan, value.node, &r->problems->pool);
    lesson_value_hint(r, add_problem(r, place, format, args), field);
    va_end(args);
    return false;
}

bool lesson_value_wrong_type(LessonReading *r, const LessonField *field, LessonValue value,
                             const char *expected) {
    return lesson_value_refuse(r, field, value, "must be %s, not %s", expected,
                               lesson_value_noun(value));
}

/* ---- Strings ----------------------------------------------------------------------------- */

static const char *copy_text(LessonReading *r, const char *text) {
    return lesson_pool_copy(r->pool, text, strlen(text));
}

static bool is_blank(const char *text) {
    return text[strspn(text, " \t\r\n")] == '\0';
}

static bool read_string(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    const char **out = slot;
    if (field->nullable && cJSON_IsNull(value.json)) {
        *out = "";
        return true;
    }
    if (!cJSON_IsString(value.json))
        return lesson_value_wrong_type(r, field, value,
                                       field->nullable ? "a string or null" : "a string");
    if (!field->may_be_empty && !value.json->valuestring[0])
        return lesson_value_refuse(r, field, value, "must not be empty");
    *out = copy_text(r, value.json->valuestring);
    return true;
}

static bool read_format(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    const char **out = slot;
    if (!cJSON_IsString(value.json)) return lesson_value_wrong_type(r, field, value, "a string");
    const char *given = value.json->valuestring;
    if (!field->format->check(given))
        return lesson_value_refuse(r, field, value, "%s is not %s", lesson_value_quote(r, given),
                                   field->format->noun);
    *out = copy_text(r, given);
    return true;
}

enum { MOST_SPOTS = 16 };

/* Names the panels as they are to be written: "panel:timers". */
static void expect_panel(LessonReading *r, LessonProblem *problem, const char *given) {
    const char *names[MOST_SPOTS];
    size_t count;
    const char *const *spots = lesson_format_spots(&count);
    if (count > MOST_SPOTS) count = MOST_SPOTS;
    for (size_t i = 0; i < count; i++)
        names[i] = lesson_pool_format(&r->problems->pool, "panel:%s", spots[i]);
    lesson_problem_expect(r->problems, problem, given, names, count);
}

/* Names the kinds of things, or the panels, that could have been meant. */
static void expect_thing(LessonReading *r, LessonProblem *problem, const LessonFormat *format,
                         const char *given) {
    if (!strncmp(given, "panel:", 6)) {
        expect_panel(r, problem, given);
        return;
    }
    const char *word = lesson_pool_copy(&r->problems->pool, given, strcspn(given, ":#"));
    lesson_problem_expect(r->problems, problem, word, format->words, format->word_count);
}

static bool read_thing(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    LessonThing *out = slot, thing;
    if (!cJSON_IsString(value.json)) return lesson_value_wrong_type(r, field, value, "a string");
    const char *given = copy_text(r, value.json->valuestring);
    bool listed = false;
    const char *fault = lesson_format_thing(field->format, given, &thing, &listed);
    if (!fault) {
        *out = thing;
        return true;
    }
    LessonProblem *problem =
        lesson_value_problem(r, value, "%s %s", lesson_value_quote(r, given), fault);
    lesson_value_hint(r, problem, field);
    if (listed) expect_thing(r, problem, field->format, given);
    return false;
}

static bool find_word(LessonReading *r, const LessonField *field, LessonValue value,
                      size_t *index) {
    const LessonFormat *format = field->format;
    if (!cJSON_IsString(value.json)) return lesson_value_wrong_type(r, field, value, "a string");
    const char *given = value.json->valuestring;
    for (*index = 0; *index < format->word_count; ++*index) {
        if (!strcmp(format->words[*index], given)) return true;
    }
    LessonProblem *problem =
        lesson_value_problem(r, value, "%s is not %s", lesson_value_quote(r, given), format->noun);
    lesson_problem_expect(r->problems, problem, given, format->words, format->word_count);
    return false;
}

static bool read_word(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    const char **out = slot;
    size_t index;
    if (!find_word(r, field, value, &index)) return false;
    *out = field->format->words[index];
    return true;
}

static bool read_level(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    int64_t *out = slot;
    size_t index;
    if (!find_word(r, field, value, &index)) return false;
    *out = (int64_t)index;
    return true;
}

/* ---- Texts in several languages ---------------------------------------------------------- */

static bool read_wording(LessonReading *r, const LessonField *field, LessonValue value,
                         const char *language, LessonTranslation *out) {
    if (!cJSON_IsString(value.json)) return lesson_value_wrong_type(r, field, value, "a string");
    if (is_blank(value.json->valuestring))
        return lesson_value_refuse(r, field, value, "must not be empty");
    out->language = copy_text(r, language);
    out->text = copy_text(r, value.json->valuestring);
    return true;
}

static bool read_translation(LessonReading *r, const LessonField *field, LessonValue value,
                             LessonTranslation *out) {
    const char *language = value.json->string;
    if (LESSON_FORMAT_LANGUAGE.check(language)) return read_wording(r, field, value, language, out);
    lesson_value_key_problem(r, value, "%s is not %s", lesson_value_quote(r, language),
                             LESSON_FORMAT_LANGUAGE.noun);
    return false;
}

static bool read_text(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    LessonText *out = slot;
    bool many = cJSON_IsObject(value.json);
    if (!many && !cJSON_IsString(value.json))
        return lesson_value_wrong_type(r, field, value,
                                       "a string, or an object from language to string");
    size_t count = many ? lesson_value_count(value) : 1;
    if (!count) return lesson_value_refuse(r, field, value, "must have a text in some language");
    LessonText text = {lesson_pool_alloc(r->pool, count * sizeof *text.items), 0};
    if (!many) text.count = read_wording(r, field, value, "", &text.items[0]);
    LessonValue child = lesson_value_first(r, value);
    for (; many && child.json && !r->problems->more; child = lesson_value_next(r, child))
        text.count += read_translation(r, field, child, &text.items[text.count]);
    *out = text;
    return text.count == count;
}

/* ---- Numbers and the rest ---------------------------------------------------------------- */

/* The value as the file has it. */
static const char *copy_source(const LessonReading *r, LessonValue value, LessonPool *pool) {
    const JsonNode *node = &r->scan->nodes[value.node];
    return lesson_pool_copy(pool, r->scan->text + node->begin.offset,
                            node->end.offset - node->begin.offset);
}

static bool wrong_range(LessonReading *r, const LessonField *field, LessonValue value) {
    const char *found = copy_source(r, value, &r->problems->pool);
    if (field->min == field->max)
        return lesson_value_refuse(r, field, value, "must be %.16g, not %s", field->min, found);
    if (field->above_min)
        return lesson_value_refuse(r, field, value, "must be above %.16g and at most %.16g, not %s",
                                   field->min, field->max, found);
    return lesson_value_refuse(r, field, value, "must be from %.16g to %.16g, not %s", field->min,
                               field->max, found);
}

static bool in_range(const LessonField *field, double number) {
    if (number > field->max) return false;
    return field->above_min ? number > field->min : number >= field->min;
}

static bool read_integer(LessonReading *r, const LessonField *field, LessonValue value,
                         void *slot) {
    int64_t *out = slot;
    if (!cJSON_IsNumber(value.json))
        return lesson_value_wrong_type(r, field, value, "a whole number");
    double number = value.json->valuedouble;
    if (number != floor(number))
        return lesson_value_refuse(r, field, value, "must be a whole number, not %s",
                                   copy_source(r, value, &r->problems->pool));
    if (!in_range(field, number)) return wrong_range(r, field, value);
    *out = (int64_t)number;
    return true;
}

static bool read_number(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    double *out = slot;
    if (!cJSON_IsNumber(value.json)) return lesson_value_wrong_type(r, field, value, "a number");
    if (!in_range(field, value.json->valuedouble)) return wrong_range(r, field, value);
    *out = value.json->valuedouble;
    return true;
}

static bool read_flag(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    bool *out = slot;
    if (!cJSON_IsBool(value.json)) return lesson_value_wrong_type(r, field, value, "true or false");
    *out = cJSON_IsTrue(value.json);
    return true;
}

static bool read_const(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    (void)slot;
    cJSON *only = cJSON_Parse(field->example);
    bool equal = cJSON_Compare(value.json, only, true);
    cJSON_Delete(only);
    return equal || lesson_value_refuse(r, field, value, "must be %s", field->example);
}

static bool read_json(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    (void)field;
    const char **out = slot;
    *out = copy_source(r, value, r->pool);
    return true;
}

static const LessonValueType TYPES[LESSON_FIELD_TYPES] = {
    [LESSON_FIELD_TEXT] = {read_text, sizeof(LessonText)},
    [LESSON_FIELD_STRING] = {read_string, sizeof(const char *)},
    [LESSON_FIELD_FORMAT] = {read_format, sizeof(const char *)},
    [LESSON_FIELD_THING] = {read_thing, sizeof(LessonThing)},
    [LESSON_FIELD_WORD] = {read_word, sizeof(const char *)},
    [LESSON_FIELD_LEVEL] = {read_level, sizeof(int64_t)},
    [LESSON_FIELD_INTEGER] = {read_integer, sizeof(int64_t)},
    [LESSON_FIELD_NUMBER] = {read_number, sizeof(double)},
    [LESSON_FIELD_FLAG] = {read_flag, sizeof(bool)},
    [LESSON_FIELD_CONST] = {read_const, 0},
    [LESSON_FIELD_JSON] = {read_json, sizeof(const char *)}};

const LessonValueType *lesson_value_type(const LessonField *field) {
    return &TYPES[field->type];
}
