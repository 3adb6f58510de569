#include "lesson/json_scan.h"

#include "lesson/json_token.h"
#include "lesson/lesson_utf8.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SHOWN = 64 };

typedef struct Scanner {
    JsonCursor cursor;
    JsonScan *scan;
    int depth;
} Scanner;

/* A field's name while doubles are looked for. */
typedef struct Name {
    const char *begin, *end; /* inside its quotes */
    size_t node;
} Name;

static void scan_value(Scanner *s, size_t node);

/* ---- The tree ---------------------------------------------------------------------------- */

static size_t add_node(Scanner *s, size_t parent) {
    JsonScan *scan = s->scan;
    if (scan->count == scan->capacity) {
        scan->capacity = scan->capacity ? scan->capacity * 2 : 64;
        scan->nodes = lesson_pool_resize(scan->nodes, scan->capacity, sizeof *scan->nodes);
    }
    size_t node = scan->count++;
    scan->nodes[node] = (JsonNode){
        .parent = parent, .first = JSON_NO_NODE, .last = JSON_NO_NODE, .next = JSON_NO_NODE};
    if (parent == JSON_NO_NODE) return node;
    JsonNode *above = &scan->nodes[parent];
    if (above->last == JSON_NO_NODE) {
        above->first = node;
    } else {
        scan->nodes[above->last].next = node;
        scan->nodes[node].index = scan->nodes[above->last].index + 1;
    }
    above->last = node;
    return node;
}

/* ---- Lists and objects ------------------------------------------------------------------- */

static void report_unclosed(Scanner *s, JsonMark open, char close) {
    JsonMark end = open;
    end.column++;
    LessonProblem *problem = json_token_report(&s->cursor, open, end,
                                               "this \"%c\" has no \"%c\": the file ends before it",
                                               close == '}' ? '{' : '[', close);
    lesson_problem_hint(s->cursor.problems, problem, "Write \"%c\" where it ends.", close);
    s->cursor.stopped = true;
}

static void report_mismatch(Scanner *s, JsonMark open, char close) {
    JsonMark begin = s->cursor.at;
    char found = json_token_peek(&s->cursor);
    json_token_advance(&s->cursor);
    json_token_report(&s->cursor, begin, s->cursor.at,
                      "expected \"%c\" for the \"%c\" of line %d, column %d, found \"%c\"", close,
                      close == '}' ? '{' : '[', open.line, open.column, found);
    s->cursor.stopped = true;
}

/* Between two members: a comma, unless the end follows. */
static void scan_separator(Scanner *s, char close) {
    JsonCursor *c = &s->cursor;
    json_token_skip_blank(c);
    if (c->stopped || json_token_at_end(c)) return;
    char byte = json_token_peek(c);
    JsonMark value_end = c->last_end, comma = c->at;
    if (byte == '}' || byte == ']') return;
    if (byte != ',' && byte != ';') {
        if (close == '}' && !json_token_is_quote(c)) {
            json_token_unexpected(c, "\",\" or \"}\" after this value");
            return;
        }
        json_token_report(c, value_end, value_end, "a comma is missing after this value");
        return;
    }
    json_token_advance(c);
    if (byte == ';') json_token_report(c, comma, c->at, "values are parted by \",\", not by \";\"");
    json_token_skip_blank(c);
    if (json_token_peek(c) == close)
        json_token_report(c, comma, comma, "no comma may stand before the closing \"%c\"", close);
}

static bool at_open_end(Scanner *s, JsonMark open, char close) {
    JsonCursor *c = &s->cursor;
    char byte = json_token_peek(c);
    if (json_token_at_end(c))
        report_unclosed(s, open, close);
    else if (byte == close)
        json_token_advance(c);
    else if (byte == '}' || byte == ']')
        report_mismatch(s, open, close);
    else
        return false;
    return true;
}

/* A comma where a member should begin. */
static bool pass_stray_comma(Scanner *s) {
    JsonCursor *c = &s->cursor;
    if (json_token_peek(c) != ',') return false;
    JsonMark begin = c->at;
    json_token_advance(c);
    json_token_report(c, begin, c->at, "something is missing before this comma");
    return true;
}

static void scan_key(Scanner *s, size_t node) {
    JsonCursor *c = &s->cursor;
    JsonMark begin = c->at;
    if (json_token_is_quote(c)) {
        if (!json_token_string(c)) return;
    } else {
        json_token_run(c);
        size_t length = c->at.offset - begin.offset;
        if (!length) {
            json_token_unexpected(c, "the name of a field, in double quotes");
            return;
        }
        json_token_report(c, begin, c->at, "the name of a field stands in double quotes: %s",
                          lesson_problem_quote(c->problems, c->text + begin.offset, length));
    }
    JsonNode *made = &s->scan->nodes[node];
    made->has_key = true;
    made->key = begin;
    made->key_end = c->at;
}

/* The colon after a name. Only what was surely meant as one is passed. */
static void scan_colon(Scanner *s) {
    JsonCursor *c = &s->cursor;
    json_token_skip_blank(c);
    if (c->stopped) return;
    JsonMark begin = c->at, name_end = c->last_end;
    char byte = json_token_peek(c);
    if (byte == ':') {
        json_token_advance(c);
    } else if (byte == '=') {
        json_token_advance(c);
        json_token_report(c, begin, c->at, "a name and its value are parted by \":\", not \"=\"");
    } else if (json_token_is_quote(c) || byte == '{' || byte == '[') {
        json_token_report(c, name_end, name_end, "a colon is missing after the name");
    } else {
        json_token_unexpected(c, "\":\" after the name");
    }
    json_token_skip_blank(c);
}

/* "name": followed by nothing. */
static bool value_is_missing(Scanner *s) {
    JsonCursor *c = &s->cursor;
    char byte = json_token_peek(c);
    if (c->stopped || (byte != ',' && byte != '}')) return false;
    json_token_report(c, c->last_end, c->last_end, "a value is missing after the colon");
    return true;
}

static void scan_object(Scanner *s, size_t node) {
    JsonCursor *c = &s->cursor;
    JsonMark open = c->at;
    json_token_advance(c);
    for (;;) {
        json_token_skip_blank(c);
        if (c->stopped || at_open_end(s, open, '}')) return;
        if (pass_stray_comma(s)) continue;
        size_t field = add_node(s, node);
        scan_key(s, field);
        if (!c->stopped) scan_colon(s);
        if (c->stopped) return;
        if (!value_is_missing(s)) scan_value(s, field);
        if (!c->stopped) scan_separator(s, '}');
    }
}

static void scan_list(Scanner *s, size_t node) {
    JsonCursor *c = &s->cursor;
    JsonMark open = c->at;
    json_token_advance(c);
    for (;;) {
        json_token_skip_blank(c);
        if (c->stopped || at_open_end(s, open, ']')) return;
        if (pass_stray_comma(s)) continue;
        scan_value(s, add_node(s, node));
        if (!c->stopped) scan_separator(s, ']');
    }
}

static void scan_nested(Scanner *s, size_t node, JsonKind kind) {
    JsonCursor *c = &s->cursor;
    JsonMark begin = c->at;
    if (s->depth == JSON_DEEPEST) {
        json_token_report(c, begin, begin, "nested too deeply: %d levels are the most",
                          JSON_DEEPEST);
        c->stopped = true;
        return;
    }
    s->depth++;
    if (kind == JSON_OBJECT)
        scan_object(s, node);
    else
        scan_list(s, node);
    s->depth--;
}

static void scan_value(Scanner *s, size_t node) {
    JsonCursor *c = &s->cursor;
    JsonMark begin = c->at;
    char byte = json_token_peek(c);
    JsonKind kind = byte == '{' ? JSON_OBJECT : byte == '[' ? JSON_LIST : JSON_STRING;
    if (kind != JSON_STRING)
        scan_nested(s, node, kind);
    else if (json_token_is_quote(c))
        json_token_string(c);
    else
        kind = json_token_plain(c);
    JsonNode *made = &s->scan->nodes[node]; /* the array may have moved meanwhile */
    made->kind = kind;
    made->begin = begin;
    made->end = c->at;
}

/* ---- Names given twice ------------------------------------------------------------------- */

static Name name_of(const JsonScan *scan, size_t node) {
    const JsonNode *n = &scan->nodes[node];
    return (Name){scan->text + n->key.offset + 1, scan->text + n->key_end.offset - 1, node};
}

static int compare_names(const void *left, const void *right) {
    const Name *a = left, *b = right;
    const char *x = a->begin, *y = b->begin;
    while (x < a->end && y < b->end) {
        uint32_t code = json_token_next_code(&x, a->end), other = json_token_next_code(&y, b->end);
        if (code != other) return code < other ? -1 : 1;
    }
    return (x < a->end) - (y < b->end);
}

static int compare_names_in_order(const void *left, const void *right) {
    const Name *a = left, *b = right;
    int order = compare_names(left, right);
    return order ? order : (a->node > b->node) - (a->node < b->node);
}

static void report_double(JsonScan *scan, const Name *first, const Name *again,
                          LessonProblems *problems) {
    LessonPlace place = json_scan_key_place(scan, again->node, &problems->pool);
    const JsonMark *earlier = &scan->nodes[first->node].key;
    const char *name =
        lesson_problem_quote(problems, again->begin, (size_t)(again->end - again->begin));
    lesson_problem_add(problems, &place, "%s is given twice: first in line %d, column %d", name,
                       earlier->line, earlier->column);
}

static void find_doubles(JsonScan *scan, size_t object, Name *names, LessonProblems *problems) {
    size_t count = 0;
    for (size_t i = scan->nodes[object].first; i != JSON_NO_NODE; i = scan->nodes[i].next) {
        const JsonNode *node = &scan->nodes[i];
        names[count++] =
            (Name){scan->text + node->key.offset + 1, scan->text + node->key_end.offset - 1, i};
    }
    qsort(names, count, sizeof *names, compare_names_in_order);
    for (size_t i = 1, first = 0; i < count && !problems->more; i++) {
        if (compare_names(&names[first], &names[i]))
            first = i;
        else
            report_double(scan, &names[first], &names[i], problems);
    }
}

static void find_all_doubles(JsonScan *scan, LessonProblems *problems) {
    Name *names = lesson_pool_resize(NULL, scan->count, sizeof *names);
    for (size_t i = 0; i < scan->count && !problems->more; i++) {
        if (scan->nodes[i].kind == JSON_OBJECT) find_doubles(scan, i, names, problems);
    }
    free(names);
}

/* ---- The file as a whole ----------------------------------------------------------------- */

static const struct {
    const char *name, *start;
    size_t length;
} wide_encodings[] = {
    {"UTF-32", "\xFF\xFE\0\0", 4}, {"UTF-32", "\0\0\xFE\xFF", 4}, {"UTF-32", "{\0\0\0", 4},
    {"UTF-32", "\0\0\0{", 4},      {"UTF-16", "\xFF\xFE", 2},     {"UTF-16", "\xFE\xFF", 2},
    {"UTF-16", "{\0", 2},          {"UTF-16", "\0{", 2},
};

/* NULL for one whose letters are bytes. */
static const char *wide_encoding(const char *text, size_t length) {
    for (size_t i = 0; i < sizeof wide_encodings / sizeof *wide_encodings; i++) {
        size_t start = wide_encodings[i].length;
        if (length >= start && !memcmp(text, wide_encodings[i].start, start))
            return wide_encodings[i].name;
    }
    return NULL;
}

static bool check_bytes(const char *text, size_t length, LessonProblems *problems) {
    if (length > JSON_LONGEST_FILE) {
        lesson_problem_add(problems, NULL, "the file has %zu bytes: more than 1 MiB is refused",
                           length);
        return false;
    }
    const char *wide = wide_encoding(text, length);
    if (wide) {
        LessonProblem *problem = lesson_problem_add(problems, NULL, "the file is %s", wide);
        lesson_problem_hint(problems, problem, "Save it as UTF-8.");
        return false;
    }
    size_t bad = lesson_utf8_check(text, length);
    if (bad == length) return true;
    LessonPlace place = {.path = ""};
    lesson_utf8_position(text, bad, &place.line, &place.column);
    place.end_column = place.column + 1;
    LessonProblem *problem = lesson_problem_add(problems, &place, "the byte 0x%02X is not UTF-8",
                                                (unsigned)(unsigned char)text[bad]);
    lesson_problem_hint(problems, problem, "Save the file as UTF-8.");
    return false;
}

/* An editor's byte order mark is no part of the text, though it counts in offsets. */
static void skip_byte_order_mark(JsonCursor *c) {
    if (c->length >= 3 && !memcmp(c->text, "\xEF\xBB\xBF", 3)) c->at.offset = 3;
}

static void scan_file(Scanner *s) {
    JsonCursor *c = &s->cursor;
    skip_byte_order_mark(c);
    json_token_skip_blank(c);
    if (json_token_at_end(c)) {
        json_token_report(c, c->at, c->at, "the file is empty: expected \"{\"");
        return;
    }
    scan_value(s, add_node(s, JSON_NO_NODE));
    if (!c->stopped) json_token_skip_blank(c);
    if (c->stopped || json_token_at_end(c)) return;
    JsonMark begin = c->at;
    json_token_advance(c);
    json_token_report(c, begin, c->at, "nothing may follow the end of the file's first value");
}

bool json_scan(JsonScan *scan, const char *text, size_t length, LessonProblems *problems) {
    *scan = (JsonScan){.text = text, .length = length};
    if (!check_bytes(text, length, problems)) return false;
    Scanner s = {.scan = scan};
    s.cursor = (JsonCursor){.text = text, .length = length, .at = {0, 1, 1}, .problems = problems};
    scan_file(&s);
    if (s.cursor.failed) return false;
    find_all_doubles(scan, problems);
    return true;
}

void json_scan_clear(JsonScan *scan) {
    free(scan->nodes);
    *scan = (JsonScan){0};
}

/* ---- Paths and places -------------------------------------------------------------------- */

static bool is_plain_name(const char *name) {
    for (const char *at = name; *at; at++) {
        if (!isalnum((unsigned char)*at) && !strchr("_$-", *at)) return false;
    }
    return name[0] != '\0';
}

/* ".name" (without the point in the root), "["name"]" or "[3]". */
static const char *path_step(const JsonScan *scan, const JsonNode *node, LessonPool *pool) {
    if (!node->has_key) return lesson_pool_format(pool, "[%d]", node->index);
    char name[NAME_SHOWN * 4 + 4];
    size_t used = 0;
    const char *at = scan->text + node->key.offset + 1;
    const char *end = scan->text + node->key_end.offset - 1;
    for (int shown = 0; at < end && shown < NAME_SHOWN; shown++) {
        uint32_t code = json_token_next_code(&at, end);
        bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
        used += lesson_utf8_encode(control ? '?' : code, name + used);
    }
    name[used] = '\0';
    if (!is_plain_name(name)) return lesson_pool_format(pool, "[\"%s\"]", name);
    bool root = scan->nodes[node->parent].parent == JSON_NO_NODE;
    return lesson_pool_format(pool, "%s%s", root ? "" : ".", name);
}

/* The value's path, as in moments[3].at.hit; "" for the root. Owned by `pool`. */
static const char *path_of(const JsonScan *scan, size_t node, LessonPool *pool) {
    const char *path = "";
    for (; scan->nodes[node].parent != JSON_NO_NODE; node = scan->nodes[node].parent)
        path = lesson_pool_format(pool, "%s%s", path_step(scan, &scan->nodes[node], pool), path);
    return path;
}

LessonPlace json_scan_place(const JsonScan *scan, size_t node, LessonPool *pool) {
    const JsonNode *n = &scan->nodes[node];
    bool nested = n->kind == JSON_LIST || n->kind == JSON_OBJECT;
    return (LessonPlace){.line = n->begin.line,
                         .column = n->begin.column,
                         .end_column = nested ? n->begin.column + 1 : n->end.column,
                         .node = node,
                         .path = path_of(scan, node, pool)};
}

LessonPlace json_scan_key_place(const JsonScan *scan, size_t node, LessonPool *pool) {
    const JsonNode *n = &scan->nodes[node];
    LessonPlace place = json_scan_place(scan, node, pool);
    if (!n->has_key) return place;
    place.line = n->key.line;
    place.column = n->key.column;
    place.end_column = n->key_end.column;
    return place;
}

size_t json_scan_field(const JsonScan *scan, size_t object, const char *name) {
    Name wanted = {.begin = name, .end = name + strlen(name)};
    size_t found = object;
    for (size_t i = scan->nodes[object].first; i != JSON_NO_NODE; i = scan->nodes[i].next) {
        Name given = name_of(scan, i);
        if (scan->nodes[i].has_key && !compare_names(&wanted, &given)) found = i;
    }
    return found;
}

size_t json_scan_item(const JsonScan *scan, size_t object, const char *name, size_t index) {
    size_t list = json_scan_field(scan, object, name);
    size_t item = scan->nodes[list].first;
    while (item != JSON_NO_NODE && index--) item = scan->nodes[item].next;
    return item == JSON_NO_NODE ? list : item;
}
