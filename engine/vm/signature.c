#include "vm/signature.h"

#include <stdlib.h>
#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/signature_error.h"

/* ---- parsing ---- */

typedef struct {
    const char *start;
    size_t size;
} Piece;

/* The next piece between commas, without blanks around it; commas in '...' do not count. */
static bool next_piece(const char **p, Piece *piece) {
    while (**p == ' ' || **p == ',') (*p)++;
    if (!**p) return false;
    piece->start = *p;
    bool quoted = false;
    while (**p && (quoted || **p != ',')) {
        if (**p == '\'') quoted = !quoted;
        (*p)++;
    }
    piece->size = (size_t)(*p - piece->start);
    while (piece->size && piece->start[piece->size - 1] == ' ') piece->size--;
    return true;
}

static bool piece_is(const Piece *piece, const char *text) {
    return piece->size == strlen(text) && !memcmp(piece->start, text, piece->size);
}

/* Owned. */
static Obj *default_value(Engine *e, const Piece *text) {
    if (piece_is(text, "None")) return e->none;
    if (piece_is(text, "True")) return e->true_;
    if (piece_is(text, "False")) return e->false_;
    if (text->start[0] == '\'') return OBJ(str_new(e, text->start + 1, text->size - 2));
    char *end;
    long long number = strtoll(text->start, &end, 10);
    ASSERT(end == text->start + text->size, "a default in a signature is of an unknown kind");
    return int_new(e, number);
}

static bool add_param(Engine *e, Signature *s, const Piece *piece) {
    const char *equals = memchr(piece->start, '=', piece->size);
    size_t name_size = equals ? (size_t)(equals - piece->start) : piece->size;
    ASSERT(s->named < SIGNATURE_MAX, "a signature has too many parameters");
    Param *p = &s->params[s->named++];
    p->name = str_new(e, piece->start, name_size);
    if (!p->name) return false;
    if (!equals) return true;
    p->optional = 1;
    Piece text = {equals + 1, piece->size - name_size - 1};
    if (text.size == 0) return true;
    p->value = default_value(e, &text);
    return p->value != NULL;
}

static bool add_piece(Engine *e, Signature *s, const Piece *piece, bool *keyword_only) {
    if (piece_is(piece, "/")) {
        s->posonly = s->named;
        return true;
    }
    if (piece_is(piece, "*")) {
        *keyword_only = true;
        return true;
    }
    s->count++;
    if (piece->start[0] == '*' && piece->start[1] == '*') {
        s->star_star = (int16_t)(s->count - 1);
        return true;
    }
    if (piece->start[0] == '*') {
        s->star = (int16_t)(s->count - 1);
        *keyword_only = true;
        return true;
    }
    if (!add_param(e, s, piece)) return false;
    if (*keyword_only) return true;
    s->positional++;
    if (!s->params[s->named - 1].optional) s->required = s->positional;
    return true;
}

Signature *signature_parse(Engine *e, const char *line) {
    Signature all = {.star = -1, .star_star = -1};
    Signature *s = arena_alloc(&e->arena, sizeof all + SIGNATURE_MAX * sizeof(Param));
    if (!s) return err_memory(e), NULL;
    *s = all;
    bool keyword_only = false;
    Piece piece;
    for (const char *p = line; next_piece(&p, &piece);) {
        if (!add_piece(e, s, &piece, &keyword_only)) return NULL;
    }
    Signature *fitted = arena_realloc(&e->arena, s, sizeof all + s->named * sizeof(Param));
    return fitted ? fitted : s;
}

/* ---- binding ---- */

static bool bind_positional(Binding *b) {
    const Signature *s = b->sig;
    for (int i = 0; i < b->given && i < s->positional; i++) b->bound[i] = incref(b->args[i]);
    int rest = b->given > s->positional ? b->given - s->positional : 0;
    if (s->star < 0) return rest == 0 || signature_fail_too_many(b);
    Tuple *t = rest ? tuple_of(b->e, b->args + s->positional, (size_t)rest)
                    : TUPLE(incref(b->e->empty_tuple));
    b->bound[s->star] = OBJ(t);
    return t != NULL;
}

static int find_keyword(const Signature *s, const Str *name) {
    for (int i = s->posonly; i < s->named; i++) {
        if (s->params[i].name == name || str_equal(s->params[i].name, name)) return i;
    }
    return -1;
}

static bool bind_keyword(Binding *b, Str *name, Obj *value) {
    int i = find_keyword(b->sig, name);
    if (i < 0) {
        if (b->sig->star_star < 0) return signature_fail_unexpected(b, name);
        return dict_set_str(b->e, DICT(b->bound[b->sig->star_star]), name, value);
    }
    int slot = signature_slot(b->sig, i);
    if (b->bound[slot]) return signature_fail_twice(b, i);
    b->bound[slot] = incref(value);
    return true;
}

static bool bind_keywords(Binding *b) {
    if (b->sig->star_star >= 0) {
        b->bound[b->sig->star_star] = OBJ(dict_new(b->e));
        if (!b->bound[b->sig->star_star]) return false;
    }
    for (int k = 0; k < b->keywords; k++) {
        if (!bind_keyword(b, STR(b->kwnames->items[k]), b->values[k])) return false;
    }
    return true;
}

static bool bind_defaults(Binding *b) {
    for (int i = 0; i < b->sig->named; i++) {
        int slot = signature_slot(b->sig, i);
        const Param *p = &b->sig->params[i];
        if (b->bound[slot]) continue;
        if (!p->optional) return signature_fail_missing(b, i);
        b->bound[slot] = xincref(p->value);
    }
    return true;
}

/* A method of a built-in type that is called through its class: the instance comes first. */
static bool take_receiver(Binding *b) {
    const Native *n = b->native;
    if (b->given == 0 || !obj_is(b->args[0], n->owner)) return signature_fail_receiver(b);
    return true;
}

static bool bind_all(Binding *b) {
    bool method = b->native->h.type == TYPE(b->e, method_descriptor);
    b->hidden = b->first || method ? 1 : 0;
    if (method && !take_receiver(b)) return false;
    return signature_check_simple(b) && bind_positional(b) && bind_keywords(b) && bind_defaults(b);
}

bool signature_is_simple(const Native *native, Obj *const *args, int given, const Tuple *kwnames,
                         const Obj *first) {
    const Signature *s = native->sig;
    if (kwnames || s->star >= 0 || s->star_star >= 0) return false;
    if (given < s->required || given > s->positional || s->named != s->positional) return false;
    bool unbound = native->owner && !first; /* then the instance is looked at */
    return !unbound || (given > 0 && args[0]->type == native->owner);
}

static void bind_simple(const Signature *s, Obj *first, Obj *const *args, int nargs, Obj **bound) {
    int at = 0;
    if (first) bound[at++] = incref(first);
    for (int i = 0; i < nargs; i++) bound[at++] = incref(args[i]);
    for (; at < s->count; at++) bound[at] = xincref(s->params[at].value);
}

bool signature_bind(Engine *e, const Native *native, Obj *first, Obj *const *args, int nargs,
                    Tuple *kwnames, Obj **bound) {
    if (signature_is_simple(native, args, nargs + (first ? 1 : 0), kwnames, first)) {
        bind_simple(native->sig, first, args, nargs, bound);
        return true;
    }
    Binding b = {.e = e,
                 .native = native,
                 .sig = native->sig,
                 .first = first,
                 .keywords = kwnames ? (int)kwnames->size : 0,
                 .kwnames = kwnames,
                 .bound = bound};
    b.given = nargs - b.keywords;
    b.values = args + b.given;
    memset(bound, 0, native->sig->count * sizeof(Obj *));
    Obj *few[SIGNATURE_MAX];
    Obj **shifted = NULL;
    b.args = args;
    if (first) {
        shifted = few;
        if (b.given >= SIGNATURE_MAX) {
            shifted = arena_alloc(&e->arena, ((size_t)b.given + 1) * sizeof(Obj *));
        }
        if (!shifted) return err_memory(e), false;
        shifted[0] = first;
        if (b.given) memcpy(shifted + 1, args, (size_t)b.given * sizeof(Obj *));
        b.args = shifted;
        b.given++;
    }
    bool ok = bind_all(&b);
    if (shifted && shifted != few) arena_free(&e->arena, shifted);
    for (int i = 0; !ok && i < native->sig->count; i++) clear_ref(e, bound[i]);
    return ok;
}

/* ---- showing ---- */

static void put_param(Engine *e, StrBuf *b, const Param *p) {
    strbuf_str(b, p->name);
    if (!p->optional) return;
    strbuf_char(b, '=');
    Str *value = p->value ? obj_repr(e, p->value) : str_from(e, "<unrepresentable>");
    if (value) strbuf_str(b, value);
    xdecref(e, value);
}

Str *signature_text(Engine *e, const Signature *s) {
    StrBuf b;
    strbuf_init(&b, e);
    const char *comma = "";
    strbuf_char(&b, '(');
    for (int i = 0; i < s->named; i++) {
        if (i == s->positional) {
            strbuf_printf(&b, "%s*%s", comma, s->star >= 0 ? "args" : "");
            comma = ", ";
        }
        strbuf_text(&b, comma);
        comma = ", ";
        put_param(e, &b, &s->params[i]);
        if (i + 1 == s->posonly) strbuf_text(&b, ", /");
    }
    if (s->star >= 0 && s->named == s->positional) {
        strbuf_printf(&b, "%s*args", comma);
        comma = ", ";
    }
    if (s->star_star >= 0) strbuf_printf(&b, "%s**kwargs", comma);
    strbuf_char(&b, ')');
    return strbuf_finish(&b);
}
