#include "lesson/lesson_layout.h"

#include "lesson/lesson_walk.h"

#include <stdlib.h>
#include <string.h>

enum { INDENT = 2 };

typedef struct Paper {
    char *text;
    size_t used, room;
} Paper;

/* A value with what the tables know of it: the shape of an object, or of a list's or map's items.
 */
typedef struct Value {
    size_t node;
    const LessonShape *shape; /* NULL: fields stay in the file's order */
    bool items;               /* the shape is that of the children */
    bool spread;              /* never on one line */
} Value;

typedef struct Layout {
    const JsonScan *scan;
    Paper paper;
} Layout;

/* ---- Writing ----------------------------------------------------------------------------- */

static void put(Layout *l, const char *text, size_t length) {
    Paper *p = &l->paper;
    if (p->used + length + 1 > p->room) {
        p->room = (p->used + length + 1) * 2;
        p->text = lesson_pool_resize(p->text, p->room, 1);
    }
    memcpy(p->text + p->used, text, length);
    p->used += length;
    p->text[p->used] = '\0';
}

static void put_z(Layout *l, const char *text) {
    put(l, text, strlen(text));
}

static void put_break(Layout *l, int indent) {
    put_z(l, "\n");
    for (int i = 0; i < indent; i++) put_z(l, " ");
}

static void put_name(Layout *l, size_t node) {
    const JsonNode *n = &l->scan->nodes[node];
    if (!n->has_key) return;
    put(l, l->scan->text + n->key.offset, n->key_end.offset - n->key.offset);
    put_z(l, ": ");
}

static void put_plain(Layout *l, size_t node) {
    const JsonNode *n = &l->scan->nodes[node];
    put(l, l->scan->text + n->begin.offset, n->end.offset - n->begin.offset);
}

/* Characters since the last line break. */
static size_t column(const Paper *p, size_t from) {
    size_t count = 0;
    for (size_t i = from; i < p->used; i++) count += ((unsigned char)p->text[i] & 0xC0) != 0x80;
    return count;
}

static size_t line_start(const Paper *p) {
    size_t at = p->used;
    while (at && p->text[at - 1] != '\n') at--;
    return at;
}

/* ---- Children ---------------------------------------------------------------------------- */

static Value child_value(const Layout *l, const Value *parent, const LessonForm *form,
                         size_t child) {
    Value v = {.node = child};
    if (!parent->shape) return v;
    if (parent->items) {
        v.shape = parent->shape;
        v.spread = parent->spread;
        return v;
    }
    const LessonField *field = lesson_walk_field(l->scan, child, parent->shape, form);
    if (!field) return v;
    v.shape = field->type == LESSON_FIELD_OBJECT ? field->shape : NULL;
    v.items = field->count != LESSON_ONE;
    v.spread = field->spread;
    return v;
}

static size_t rank_of(const Layout *l, const Value *parent, const LessonForm *form, size_t child) {
    const LessonField *field = lesson_walk_field(l->scan, child, parent->shape, form);
    return field ? lesson_walk_rank(parent->shape, form, field) : (size_t)-1;
}

/* The child that stands behind `last` in the order of the schema; fields of one rank do not exist.
 */
static size_t next_ranked(const Layout *l, const Value *v, const LessonForm *form, size_t last) {
    size_t best = JSON_NO_NODE, best_rank = 0;
    bool first = last == JSON_NO_NODE;
    size_t last_rank = first ? 0 : rank_of(l, v, form, last);
    size_t child = l->scan->nodes[v->node].first;
    for (; child != JSON_NO_NODE; child = l->scan->nodes[child].next) {
        size_t rank = rank_of(l, v, form, child);
        if (!first && rank <= last_rank) continue;
        if (best == JSON_NO_NODE || rank < best_rank) {
            best = child;
            best_rank = rank;
        }
    }
    return best;
}

static size_t next_child(const Layout *l, const Value *v, const LessonForm *form, size_t last) {
    bool ordered = v->shape && !v->items && l->scan->nodes[v->node].kind == JSON_OBJECT;
    if (ordered) return next_ranked(l, v, form, last);
    return last == JSON_NO_NODE ? l->scan->nodes[v->node].first : l->scan->nodes[last].next;
}

/* ---- Values ------------------------------------------------------------------------------ */

static void put_value(Layout *l, const Value *v, int indent, bool in_line);

static void put_members(Layout *l, const Value *v, int indent, bool in_line) {
    const LessonForm *form =
        v->shape && !v->items ? lesson_walk_form(l->scan, v->node, v->shape) : NULL;
    size_t child = next_child(l, v, form, JSON_NO_NODE);
    for (bool first = true; child != JSON_NO_NODE; first = false) {
        if (!first) put_z(l, in_line ? ", " : ",");
        if (!in_line) put_break(l, indent + INDENT);
        put_name(l, child);
        Value value = child_value(l, v, form, child);
        put_value(l, &value, indent + INDENT, in_line);
        child = next_child(l, v, form, child);
    }
}

static void put_nested(Layout *l, const Value *v, int indent, bool in_line) {
    const JsonNode *n = &l->scan->nodes[v->node];
    put_z(l, n->kind == JSON_LIST ? "[" : "{");
    put_members(l, v, indent, in_line);
    if (!in_line) put_break(l, indent);
    put_z(l, n->kind == JSON_LIST ? "]" : "}");
}

/* Tried on one line first, where that is allowed; a comma has to fit too. */
static void put_value(Layout *l, const Value *v, int indent, bool in_line) {
    const JsonNode *n = &l->scan->nodes[v->node];
    if (n->kind != JSON_LIST && n->kind != JSON_OBJECT) {
        put_plain(l, v->node);
        return;
    }
    if (in_line || n->first == JSON_NO_NODE) {
        put_nested(l, v, indent, true);
        return;
    }
    size_t before = l->paper.used, start = line_start(&l->paper);
    if (!v->spread) put_nested(l, v, indent, true);
    if (!v->spread && column(&l->paper, start) < LESSON_LAYOUT_WIDTH) return;
    l->paper.used = before;
    put_nested(l, v, indent, false);
}

char *lesson_layout(const JsonScan *scan, const LessonShape *shape, size_t *length) {
    Layout l = {.scan = scan};
    Value root = {.node = 0, .shape = shape, .spread = true};
    put_value(&l, &root, 0, false);
    put_z(&l, "\n");
    *length = l.paper.used;
    return l.paper.text;
}
