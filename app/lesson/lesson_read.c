#include "lesson/lesson_read.h"

#include "lesson/lesson_value.h"

#include <string.h>

enum { MOST_NAMES = 64 };

/* Any LESSON_LIST: they differ in the type of `items` only. */
typedef struct AnyList {
    void *items;
    size_t count;
} AnyList;

/* Names that may stand somewhere, collected for a message. */
typedef struct Names {
    const char *items[MOST_NAMES];
    size_t count;
} Names;

/* An object while it is read: its shape, and its kind where it has one. */
typedef struct Object {
    const LessonShape *shape;
    const LessonForm *form;
    bool form_reported; /* none was found, and the author knows why */
    LessonValue value;
    void *out;
} Object;

static bool read_object(LessonReading *r, const LessonField *field, LessonValue value, void *slot);

/* ---- Lists and maps ---------------------------------------------------------------------- */

static bool check_length(LessonReading *r, const LessonField *field, LessonValue value,
                         size_t count) {
    if (count < field->least)
        return lesson_value_refuse(r, field, value, "must have %zu or more items, not %zu",
                                   field->least, count);
    if (count > LESSON_LONGEST_LIST)
        return lesson_value_refuse(r, field, value, "must have %d items at most, not %zu",
                                   LESSON_LONGEST_LIST, count);
    return true;
}

static bool read_one(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    if (field->type == LESSON_FIELD_OBJECT) return read_object(r, field, value, slot);
    return lesson_value_type(field)->read(r, field, value, slot);
}

static bool read_map_item(LessonReading *r, const LessonField *field, LessonValue value,
                          void *item) {
    const char *key = value.json->string;
    if (!field->format->check(key)) {
        LessonProblem *problem = lesson_value_key_problem(
            r, value, "%s is not %s", lesson_value_quote(r, key), field->format->noun);
        lesson_value_hint(r, problem, field);
        return false;
    }
    if (!read_one(r, field, value, item)) return false;
    key = lesson_pool_copy(r->pool, key, strlen(key));
    memcpy((char *)item + sizeof(LessonPlace), &key, sizeof key);
    return true;
}

/* Items that are wrong stay empty, so that an item's index is the same in list and file. */
static bool read_many(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    bool map = field->count == LESSON_MAP, good = true;
    if (map ? !cJSON_IsObject(value.json) : !cJSON_IsArray(value.json))
        return lesson_value_wrong_type(r, field, value, map ? "an object" : "a list");
    size_t count = lesson_value_count(value);
    if (!check_length(r, field, value, count)) return false;
    bool object = field->type == LESSON_FIELD_OBJECT;
    size_t size = object ? field->shape->size : lesson_value_type(field)->size;
    AnyList list = {lesson_pool_alloc(r->pool, (count ? count : 1) * size), count};
    LessonValue child = lesson_value_first(r, value);
    for (char *item = list.items; child.json && !r->problems->more; item += size) {
        bool read = map ? read_map_item(r, field, child, item) : read_one(r, field, child, item);
        good = read && good;
        child = lesson_value_next(r, child);
    }
    memcpy(slot, &list, sizeof list);
    return good;
}

static bool read_field(LessonReading *r, const LessonField *field, LessonValue value, void *out) {
    void *slot = (char *)out + field->offset;
    return field->count == LESSON_ONE ? read_one(r, field, value, slot)
                                      : read_many(r, field, value, slot);
}

/* ---- Which fields an object has ---------------------------------------------------------- */

static const LessonField *find_field(const LessonShape *shape, const char *name) {
    for (size_t i = 0; i < shape->field_count; i++) {
        if (!strcmp(shape->fields[i].name, name)) return &shape->fields[i];
    }
    return NULL;
}

static bool is_of_some_form(const LessonShape *shape, const char *name) {
    for (size_t i = 0; i < shape->form_count; i++) {
        if (find_field(shape->forms[i].shape, name)) return true;
    }
    return false;
}

static void add_name(Names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++) {
        if (!strcmp(names->items[i], name)) return;
    }
    if (names->count < MOST_NAMES) names->items[names->count++] = name;
}

static void add_fields(Names *names, const LessonShape *shape) {
    for (size_t i = 0; i < shape->field_count; i++) add_name(names, shape->fields[i].name);
}

static void report_unknown(LessonReading *r, const Object *object, LessonValue value) {
    Names names = {.count = 0};
    const char *name = value.json->string;
    const LessonShape *shape = object->shape;
    add_fields(&names, shape);
    if (object->form) add_fields(&names, object->form->shape);
    for (size_t i = 0; !object->form && i < shape->form_count; i++)
        add_fields(&names, shape->forms[i].shape);
    LessonProblem *problem = lesson_value_key_problem(
        r, value, "%s has no field %s", object->form ? object->form->shape->noun : shape->noun,
        lesson_value_quote(r, name));
    lesson_problem_expect(r->problems, problem, name, names.items, names.count);
}

/* ---- Kinds of objects -------------------------------------------------------------------- */

static bool has_form(const LessonReading *r, const LessonForm *form, LessonValue object) {
    const cJSON *key = lesson_value_field(r, object, form->key).json;
    if (!key || !form->value) return key != NULL;
    return cJSON_IsString(key) && !strcmp(key->valuestring, form->value);
}

static void choose_form(LessonReading *r, Object *object) {
    const LessonForm *chosen = NULL;
    for (size_t i = 0; i < object->shape->form_count; i++) {
        const LessonForm *form = &object->shape->forms[i];
        if (!has_form(r, form, object->value)) continue;
        if (chosen) {
            LessonValue key = lesson_value_field(r, object->value, form->key);
            LessonProblem *problem = lesson_value_key_problem(
                r, key, "\"%s\" and \"%s\" cannot stand together", chosen->key, form->key);
            lesson_problem_hint(r->problems, problem, "Keep one of them.");
            object->form_reported = true;
            return;
        }
        chosen = form;
    }
    object->form = chosen;
}

/* The key that tells the kind is missing, or its value is no kind. */
static void report_no_form(LessonReading *r, Object *object) {
    const LessonForm *forms = object->shape->forms;
    Names names = {.count = 0};
    for (size_t i = 0; i < object->shape->form_count; i++)
        add_name(&names, forms[i].value ? forms[i].value : forms[i].key);
    LessonValue key = lesson_value_field(r, object->value, forms[0].key);
    const char *word = key.json && cJSON_IsString(key.json) ? key.json->valuestring : NULL;
    LessonProblem *problem;
    if (word)
        problem = lesson_value_problem(r, key, "%s is no kind of \"%s\"",
                                       lesson_value_quote(r, word), forms[0].key);
    else if (key.json)
        problem = lesson_value_problem(r, key, "must be a string, not %s", lesson_value_noun(key));
    else if (forms[0].value)
        problem = lesson_value_problem(r, object->value, "%s needs \"%s\"", object->shape->noun,
                                       forms[0].key);
    else
        problem = lesson_value_problem(r, object->value, "%s needs one of the expected fields",
                                       object->shape->noun);
    lesson_problem_expect(r->problems, problem, word, names.items, names.count);
}

/* ---- Objects ----------------------------------------------------------------------------- */

static bool read_fields(LessonReading *r, Object *object) {
    bool good = true;
    LessonValue child = lesson_value_first(r, object->value);
    for (; child.json && !r->problems->more; child = lesson_value_next(r, child)) {
        const char *name = child.json->string;
        const LessonField *field = find_field(object->shape, name);
        if (!field && object->form) field = find_field(object->form->shape, name);
        if (field) {
            good = read_field(r, field, child, object->out) && good;
            continue;
        }
        good = false;
        if (!object->form && is_of_some_form(object->shape, name)) continue;
        report_unknown(r, object, child);
        object->form_reported = true; /* a mistyped name may be the one that tells the kind */
    }
    return good;
}

static bool report_missing(LessonReading *r, const LessonShape *shape, LessonValue value) {
    bool good = true;
    for (size_t i = 0; i < shape->field_count; i++) {
        const LessonField *field = &shape->fields[i];
        if (!field->required || lesson_value_field(r, value, field->name).json) continue;
        LessonProblem *problem =
            lesson_value_problem(r, value, "%s needs \"%s\"", shape->noun, field->name);
        lesson_value_hint(r, problem, field);
        good = false;
    }
    return good;
}

/* Struct after struct begins with its place; a kind follows it where there is one. */
static void begin_struct(LessonReading *r, const Object *object) {
    const LessonShape *shape = object->shape;
    if (shape->defaults)
        memcpy(object->out, shape->defaults, shape->size);
    else
        memset(object->out, 0, shape->size);
    size_t node = object->value.node;
    if (object->form && !object->form->value) /* the field that tells the kind says the most */
        node = lesson_value_field(r, object->value, object->form->key).node;
    LessonPlace place = json_scan_place(r->scan, node, r->pool);
    place.node = object->value.node;
    memcpy(object->out, &place, sizeof place);
    if (object->form) memcpy((char *)object->out + sizeof place, &object->form->kind, sizeof(int));
}

static bool read_shape(LessonReading *r, const LessonShape *shape, LessonValue value, void *out) {
    Object object = {.shape = shape, .value = value, .out = out};
    choose_form(r, &object);
    begin_struct(r, &object);
    bool good = read_fields(r, &object);
    if (shape->form_count && !object.form) {
        if (!object.form_reported) report_no_form(r, &object);
        good = false;
    }
    good = report_missing(r, shape, value) && good;
    return (!object.form || report_missing(r, object.form->shape, value)) && good;
}

static bool read_object(LessonReading *r, const LessonField *field, LessonValue value, void *slot) {
    if (!cJSON_IsObject(value.json)) return lesson_value_wrong_type(r, field, value, "an object");
    return read_shape(r, field->shape, value, slot);
}

bool lesson_read(const LessonShape *shape, const char *text, size_t length, JsonScan *scan,
                 LessonPool *pool, LessonProblems *problems, void *out) {
    if (!json_scan(scan, text, length, problems)) return false;
    cJSON *json = cJSON_ParseWithLength(text, length);
    if (!json) {
        lesson_problem_add(problems, NULL, "not enough memory to read the file");
        return false;
    }
    LessonReading r = {scan, pool, problems};
    LessonValue root = {json, 0};
    bool object = cJSON_IsObject(json);
    if (object)
        read_shape(&r, shape, root, out);
    else
        lesson_value_problem(&r, root, "%s must be an object, not %s", shape->noun,
                             lesson_value_noun(root));
    cJSON_Delete(json);
    return object;
}
