#ifndef JSON_SCAN_H
#define JSON_SCAN_H
/* Finds where everything stands in a JSON text, and says exactly what is wrong with a text that is
   not JSON. Values are not converted: cJSON does that, and walks the same tree in the same order.
 */

#include "lesson/lesson_pool.h"
#include "lesson/lesson_problem.h"

#include <stdbool.h>
#include <stddef.h>

enum { JSON_LONGEST_FILE = 1 << 20, JSON_DEEPEST = 64, JSON_LONGEST_NUMBER = 63 };
#define JSON_NO_NODE ((size_t)-1)

typedef enum { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_OBJECT } JsonKind;

/* A place in the text: byte offset from 0, line and column from 1 (columns in characters). */
typedef struct JsonMark {
    size_t offset;
    int line, column;
} JsonMark;

/* A value. Strings are marked with their quotes, lists and objects with their brackets. */
typedef struct JsonNode {
    JsonKind kind;
    bool has_key;             /* it is a field of an object */
    JsonMark key, key_end;    /* of the field's name, with quotes */
    JsonMark begin, end;      /* end is one past the last character */
    size_t parent;            /* JSON_NO_NODE for the root */
    size_t first, last, next; /* children and next sibling, or JSON_NO_NODE */
    int index;                /* among its siblings, from 0 */
} JsonNode;

/* The nodes in the order of the text, the root first. `text` is borrowed. */
typedef struct JsonScan {
    const char *text;
    size_t length;
    JsonNode *nodes;
    size_t count, capacity;
} JsonScan;

/* Scans `text`. False where it is not JSON: `problems` then say why, all that could be found.
   A name given twice is a problem too, but the scan succeeds. Clear it in either case. */
bool json_scan(JsonScan *scan, const char *text, size_t length, LessonProblems *problems);
void json_scan_clear(JsonScan *scan);

/* The place of a value or of a field's name, with its path: a list or an object is marked at its
   opening bracket. Without a key the value's own place is given. */
LessonPlace json_scan_place(const JsonScan *scan, size_t node, LessonPool *pool);
LessonPlace json_scan_key_place(const JsonScan *scan, size_t node, LessonPool *pool);
/* The last field of an object with this (plain ASCII) name, or the object itself; and an item of
   that field's list, or the field. Both always give a node, since they serve to mark a place. */
size_t json_scan_field(const JsonScan *scan, size_t object, const char *name);
size_t json_scan_item(const JsonScan *scan, size_t object, const char *name, size_t index);

#endif
