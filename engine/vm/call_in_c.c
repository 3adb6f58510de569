#include "vm/call_in_c.h"

#include <string.h>

#include "object/error.h"
#include "object/int.h"
#include "object/str.h"

enum { NAME_SIZE = 96 };

static bool is_method(const Code *code) {
    if (code->arg_count == 0) return false;
    const char *first = code->local_names[0]->text;
    return strcmp(first, "self") == 0 || strcmp(first, "cls") == 0;
}

/* Without the object itself, which no message counts. */
typedef struct {
    int given, keywords, most, least;
    bool method, positional_only;
    char name[NAME_SIZE]; /* of the function; of its class where that is what is called */
} Counts;

static bool stands_for_class(const char *name) {
    return !strcmp(name, "__init__") || !strcmp(name, "__new__") || !strcmp(name, "__call__");
}

static void put_name(char out[NAME_SIZE], const char *qualname) {
    const char *last = strrchr(qualname, '.'), *start = last ? last + 1 : qualname;
    size_t size = strlen(start);
    if (last && stands_for_class(start)) {
        for (start = last; start > qualname && start[-1] != '.';) start--;
        size = (size_t)(last - start);
    }
    if (size >= NAME_SIZE) size = NAME_SIZE - 1;
    memcpy(out, start, size);
    out[size] = '\0';
}

static Counts count(const CallInC *c) {
    const Code *code = c->fn->code;
    Counts n = {.method = is_method(code)};
    int hidden = n.method ? 1 : 0;
    int defaults = c->fn->defaults ? (int)c->fn->defaults->size : 0;
    n.given = c->given - hidden;
    n.keywords = c->kwnames ? (int)c->kwnames->size : 0;
    n.most = (int)code->arg_count - hidden;
    n.least = n.most - defaults;
    n.positional_only = code->kwonly_count == 0 && !(code->flags & CODE_VARKEYWORDS) &&
                        (n.most == 0 || code->posonly_count == code->arg_count);
    put_name(n.name, c->fn->qualname->text);
    return n;
}

static bool is_class_name(const CallInC *c, const Counts *n) {
    const char *qualname = c->fn->qualname->text;
    const char *last = strrchr(qualname, '.');
    return strcmp(last ? last + 1 : qualname, n->name) != 0;
}

/* A method is named with its class, unless the class itself is called. */
static const char *full_name(const CallInC *c, const Counts *n) {
    return is_class_name(c, n) ? n->name : c->fn->qualname->text;
}

static bool fail_positional_count(const CallInC *c, const Counts *n) {
    bool any = (c->fn->code->flags & CODE_VARARGS) != 0;
    if (n->most == 0 && !any) {
        return err_false(c->e, T_TypeError, "%s() takes no arguments (%d given)", full_name(c, n),
                         n->given);
    }
    if (n->most == 1 && n->least == 1 && !any && !is_class_name(c, n)) {
        return err_false(c->e, T_TypeError, "%s() takes exactly one argument (%d given)",
                         full_name(c, n), n->given);
    }
    bool few = n->given < n->least;
    int bound = few ? n->least : n->most;
    const char *how = n->least == n->most ? "" : few ? "at least " : "at most ";
    return err_false(c->e, T_TypeError, "%s expected %s%d argument%s, got %d", n->name, how, bound,
                     bound == 1 ? "" : "s", n->given);
}

bool call_in_c_too_many(const CallInC *c) {
    Counts n = count(c);
    if (n.positional_only) return fail_positional_count(c, &n);
    return err_false(c->e, T_TypeError, "%s() takes %s %d argument%s (%d given)", n.name,
                     n.least == n.most ? "exactly" : "at most", n.most, n.most == 1 ? "" : "s",
                     n.given + n.keywords);
}

/* Years, months and days are read one by one before one is missed. */
static bool are_numbers(const CallInC *c, int from, int to) {
    for (int i = from; i < to; i++) {
        Obj *number = int_from_index(c->e, c->slots[i]);
        if (!number) return false;
        decref(c->e, number);
    }
    return true;
}

bool call_in_c_missing(const CallInC *c) {
    Counts n = count(c);
    if (n.given < 0) {
        return err_false(c->e, T_TypeError, "unbound method %s() needs an argument",
                         c->fn->qualname->text);
    }
    if (n.positional_only) return fail_positional_count(c, &n);
    int at = n.method ? 1 : 0, hidden = at;
    while (c->slots[at]) at++;
    /* The constructors of dates have no name in CPython's messages. */
    const Str *file = c->fn->code->filename;
    bool nameless =
        n.method && (str_equal_text(file, "datetime.py") || str_equal_text(file, "_dates.py"));
    if (nameless && !are_numbers(c, hidden, at)) return false;
    return err_false(c->e, T_TypeError, "%s%s missing required argument '%s' (pos %d)",
                     nameless ? "function" : n.name, nameless ? "" : "()",
                     c->fn->code->local_names[at]->text, at - hidden + 1);
}

bool call_in_c_unexpected(const CallInC *c, const Str *name) {
    Counts n = count(c);
    if (n.positional_only) {
        return err_false(c->e, T_TypeError, "%s() takes no keyword arguments", full_name(c, &n));
    }
    int hidden = n.method ? 1 : 0;
    for (int at = hidden; at < n.least + hidden; at++) {
        if (!c->slots[at]) return call_in_c_missing(c);
    }
    return err_false(c->e, T_TypeError, "%s() got an unexpected keyword argument '%s'", n.name,
                     name->text);
}
