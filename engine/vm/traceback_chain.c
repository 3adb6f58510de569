#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/tuple.h"
#include "vm/exc_group.h"
#include "vm/traceback_parts.h"

enum { MAX_MEMBERS = 15, MAX_DEPTH = 10 };

/* ---- which exceptions are told of: each one once, but for members of groups ---- */

typedef struct Node {
    Obj *exception;               /* owned */
    Obj *traceback;               /* owned or NULL: a __str__ may change the exception meanwhile */
    struct Node *cause, *context; /* NULL: nothing to tell */
    struct Node **members;
    uint32_t member_count;
    struct Node *open; /* the one below on the stack of those that are not linked yet */
    struct Node *made; /* the one made before */
} Node;

typedef struct {
    Engine *e;
    Region *r;
    Dict *seen; /* ids of exceptions */
    Node *open, *made;
} Linker;

/* NULL: no memory. */
static Node *make_node(Linker *l, Obj *exception) {
    Engine *e = l->e;
    Obj *id = int_new(e, exception->id);
    bool ok = id && dict_set(e, l->seen, id, e->true_);
    xdecref(e, id);
    Node *n = ok ? region_alloc(l->r, sizeof *n) : NULL;
    if (!n) return NULL;
    n->exception = incref(exception);
    n->traceback = xincref(EXC(exception)->traceback);
    n->made = l->made;
    l->made = n;
    n->open = l->open;
    l->open = n;
    return n;
}

/* A cause or context that has not been told yet. */
static Node *make_unseen(Linker *l, Obj *exception) {
    if (!exception) return NULL;
    Obj *id = int_new(l->e, exception->id), *seen = NULL;
    if (!id || !dict_get(l->e, l->seen, id, &seen)) seen = l->e->true_;
    xdecref(l->e, id);
    return seen ? NULL : make_node(l, exception);
}

static void link_members(Linker *l, Node *n) {
    const Tuple *all = TUPLE(EXC(n->exception)->extra[1]);
    n->members = region_alloc(l->r, all->size * sizeof *n->members);
    for (uint32_t i = 0; n->members && i < all->size; i++) {
        Node *member = make_node(l, all->items[i]);
        if (!member) return;
        n->members[n->member_count++] = member;
    }
}

/* CPython looks at the last found first, which decides where one that is met twice is told. */
static Node *link_all(Linker *l, Obj *exception) {
    Node *first = make_node(l, exception);
    while (l->open) {
        Node *n = l->open;
        l->open = n->open;
        const Exc *x = EXC(n->exception);
        n->cause = make_unseen(l, x->cause);
        if (!n->cause && !x->suppress_context) n->context = make_unseen(l, x->context);
        if (exc_group_is_group(n->exception)) link_members(l, n);
    }
    return first;
}

static void release_nodes(Engine *e, Node *n) {
    for (; n; n = n->made) {
        decref(e, n->exception);
        xdecref(e, n->traceback);
    }
}

/* ---- printing ---- */

typedef struct {
    StrBuf *b;
    Region *r;
    int depth;       /* groups around, each one a step of indentation */
    bool needs_line; /* the innermost box has no bottom line yet */
} Printer;

static void put_indent(Printer *p) {
    strbuf_fill(p->b, ' ', (int64_t)2 * p->depth);
}

/* Every line behind the margin of the groups around it. */
static void emit(Printer *p, const char *text, size_t size, char margin) {
    const char *end = text + size;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        stop = stop ? stop + 1 : end;
        if (p->depth > 0) {
            put_indent(p);
            strbuf_char(p->b, margin);
            strbuf_char(p->b, ' ');
        }
        strbuf_put(p->b, text, (size_t)(stop - text));
        text = stop;
    }
}

static void emit_text(Printer *p, const char *text, char margin) {
    emit(p, text, strlen(text), margin);
}

/* Takes what `part` holds. */
static void emit_part(Printer *p, StrBuf *part) {
    Str *text = strbuf_finish(part);
    if (!text) {
        p->b->failed = true;
        return;
    }
    emit(p, text->text, text->size, '|');
    decref(p->b->e, text);
}

static void emit_frames(Printer *p, const Node *n, const char *header, char margin) {
    if (!n->traceback) return;
    emit_text(p, header, margin);
    StrBuf part;
    strbuf_init(&part, p->b->e);
    traceback_put_frames(&part, n->traceback, true);
    emit_part(p, &part);
}

static void emit_message(Printer *p, const Node *n) {
    StrBuf part;
    strbuf_init(&part, p->b->e);
    traceback_put_message(&part, n->exception, n->traceback);
    emit_part(p, &part);
}

static void emit_chain(Printer *p, const Node *n);

/* The line above a member: "+---------------- 2 ----------------", joined to the group's own margin
 * above the first. */
static void emit_title(Printer *p, uint32_t i) {
    put_indent(p);
    strbuf_text(p->b, i == 0 ? "+-" : "  ");
    if (i < MAX_MEMBERS) {
        strbuf_printf(p->b, "+---------------- %u ----------------\n", i + 1);
    } else {
        strbuf_text(p->b, "+---------------- ... ----------------\n");
    }
}

static void emit_rest(Printer *p, uint32_t count) {
    StrBuf part;
    strbuf_init(&part, p->b->e);
    strbuf_printf(&part, "and %u more exception%s\n", count, count == 1 ? "" : "s");
    emit_part(p, &part);
}

static void emit_members(Printer *p, const Node *n) {
    bool cut = n->member_count > MAX_MEMBERS;
    uint32_t titles = cut ? MAX_MEMBERS + 1 : n->member_count;
    p->needs_line = false;
    for (uint32_t i = 0; i < titles; i++) {
        bool last = i == titles - 1;
        if (last) p->needs_line = true;
        emit_title(p, i);
        p->depth++;
        if (i < MAX_MEMBERS) {
            emit_chain(p, n->members[i]);
        } else {
            emit_rest(p, n->member_count - MAX_MEMBERS);
        }
        if (last && p->needs_line) {
            put_indent(p);
            strbuf_text(p->b, "+------------------------------------\n");
            p->needs_line = false;
        }
        p->depth--;
    }
}

static void emit_group(Printer *p, const Node *n) {
    bool top = p->depth == 0;
    if (top) p->depth = 1;
    emit_frames(p, n, "Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
    emit_message(p, n);
    emit_members(p, n);
    if (top) p->depth = 0;
}

static void emit_one(Printer *p, const Node *n) {
    if (!n->members) {
        emit_frames(p, n, "Traceback (most recent call last):\n", '|');
        emit_message(p, n);
    } else if (p->depth > MAX_DEPTH) {
        emit_text(p, "... (max_group_depth is 10)\n", '|');
    } else {
        emit_group(p, n);
    }
}

static const Node *before(const Node *n) {
    return n->cause ? n->cause : n->context;
}

/* The oldest first. */
static void emit_chain(Printer *p, const Node *n) {
    size_t count = 0, i = 0;
    for (const Node *at = n; at; at = before(at)) count++;
    const Node **nodes = region_alloc(p->r, count * sizeof *nodes);
    if (!nodes) return;
    for (const Node *at = n; at; at = before(at)) nodes[i++] = at;
    while (i-- > 0) {
        emit_one(p, nodes[i]);
        if (i == 0) return;
        emit_text(p,
                  nodes[i - 1]->cause
                      ? "\nThe above exception was the direct cause of the following exception:\n\n"
                      : "\nDuring handling of the above exception, another exception occurred:\n\n",
                  '|');
    }
}

void traceback_put_chain(StrBuf *b, Obj *exception) {
    Region r;
    region_init(&r, SIZE_MAX);
    Linker l = {.e = b->e, .r = &r, .seen = dict_new(b->e)};
    Node *first = l.seen ? link_all(&l, exception) : NULL;
    Printer p = {.b = b, .r = &r};
    if (first) emit_chain(&p, first);
    release_nodes(b->e, l.made);
    xdecref(b->e, l.seen);
    region_release(b->e, &r);
}
