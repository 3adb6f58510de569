#include "vm/signature_error.h"

#include <string.h>

#include "object/error.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/suggest.h"

static bool like_python(const Binding *b) {
    return (b->native->def->flags & NATIVE_PYTHON) != 0;
}

/* "list.append", "math.sqrt", "len" */
static bool fail_named(const Binding *b, const char *what) {
    const Native *n = b->native;
    bool dotted = !n->owner && n->module && !str_equal_text(STR(n->module), "builtins");
    return err_false(b->e, T_TypeError, "%s%s%s() %s", dotted ? STR(n->module)->text : "",
                     dotted ? "." : "", n->qualname->text, what);
}

/* Methods that are slots in CPython, which tells a wrong number of arguments without any name. */
static bool is_slot(const Native *n) {
    static const char slots[] =
        " __abs__ __await__ __bool__ __delattr__ __divmod__ __float__ __getattribute__ __index__ "
        "__int__ __invert__ __len__ __neg__ __next__ __pos__ __rdivmod__ __setattr__ ";
    const Str *name = n->name;
    const char *at = n->owner ? strstr(slots, name->text) : NULL;
    return at && name->size > 1 && at[-1] == ' ' && at[name->size] == ' ';
}

static bool fail_slot_count(const Binding *b, int wanted) {
    const char *space = wanted > 1 ? " " : ""; /* before it stands an empty name */
    return err_false(b->e, T_TypeError, "%sexpected %d argument%s, got %d", space, wanted,
                     wanted == 1 ? "" : "s", b->given - b->hidden);
}

bool signature_fail_receiver(const Binding *b) {
    const Native *n = b->native;
    const char *name = n->name->text, *owner = n->owner->full_name->text;
    bool slot = is_slot(n);
    if (b->given == 0) {
        return slot ? err_false(b->e, T_TypeError,
                                "descriptor '%s' of '%s' object needs an argument", name, owner)
                    : err_false(b->e, T_TypeError, "unbound method %s() needs an argument",
                                n->qualname->text);
    }
    const char *how = slot ? "descriptor '%s' requires a '%s' object but received a '%s'"
                           : "descriptor '%s' for '%s' objects doesn't apply to a '%s' object";
    return err_false(b->e, T_TypeError, how, name, owner, type_name(b->args[0]));
}

static bool fail_count(const Binding *b, const char *what) {
    Str *text = str_format(b->e, "takes %s (%d given)", what, b->given - b->hidden);
    if (!text) return false;
    fail_named(b, text->text);
    decref(b->e, text);
    return false;
}

/* Where the defining class is passed, CPython binds as if there were keywords, even without any. */
static bool check_defining(const Binding *b) {
    const Signature *s = b->sig;
    const char *name = b->native->name->text;
    int given = b->given - b->hidden, all = s->named - b->hidden;
    int most = s->positional - b->hidden, least = s->required - b->hidden;
    if (all == 0 && given + b->keywords == 0) return true;
    if (all == 0) return err_false(b->e, T_TypeError, "%s() takes no arguments", name);
    if (given + b->keywords > all) {
        return err_false(b->e, T_TypeError, "%s() takes at most %d %sargument%s (%d given)", name,
                         all, given ? "" : "keyword ", all == 1 ? "" : "s", given + b->keywords);
    }
    if (given >= least && given <= most) return true;
    int bound = given < least ? least : most;
    return err_false(b->e, T_TypeError, "%s() takes exactly %d positional argument%s (%d given)",
                     name, bound, bound == 1 ? "" : "s", given);
}

bool signature_check_simple(const Binding *b) {
    const Signature *s = b->sig;
    if (b->native->def->flags & NATIVE_DEFINING) return check_defining(b);
    if (like_python(b) || s->posonly < s->named || s->star_star >= 0) return true;
    if (b->keywords) return fail_named(b, "takes no keyword arguments");
    int given = b->given - b->hidden, most = s->positional - b->hidden;
    int least = s->required - b->hidden;
    if (given >= least && (given <= most || s->star >= 0)) return true;
    if (is_slot(b->native) && least == most) return fail_slot_count(b, most);
    if (most == 0) return fail_count(b, "no arguments");
    if (most == 1 && least == 1 && s->star < 0) return fail_count(b, "exactly one argument");
    int bound = given < least ? least : most;
    const char *how = least == most && s->star < 0 ? "" : given < least ? "at least " : "at most ";
    return err_false(b->e, T_TypeError, "%s expected %s%d argument%s, got %d",
                     b->native->name->text, how, bound, bound == 1 ? "" : "s", given);
}

static bool fail_too_many_python(const Binding *b) {
    const Signature *s = b->sig;
    Str *wanted = s->required < s->positional
                      ? str_format(b->e, "from %u to %u", s->required, s->positional)
                      : str_format(b->e, "%u", s->positional);
    if (!wanted) return false;
    bool one = s->positional == 1 && s->required == 1;
    err_null(b->e, T_TypeError, "%s() takes %s positional argument%s but %d %s given",
             b->native->qualname->text, wanted->text, one ? "" : "s", b->given,
             b->given == 1 ? "was" : "were");
    decref(b->e, wanted);
    return false;
}

bool signature_fail_too_many(const Binding *b) {
    if (like_python(b)) return fail_too_many_python(b);
    const Signature *s = b->sig;
    const char *name = b->native->name->text;
    int given = b->given - b->hidden, all = s->named - b->hidden, most = s->positional - b->hidden;
    if (s->star_star >= 0 && s->posonly == s->named) {
        return err_false(b->e, T_TypeError, "%s expected at most %d argument%s, got %d", name, most,
                         most == 1 ? "" : "s", given);
    }
    if (most > 0 && s->posonly == s->positional && s->required == s->positional) {
        return err_false(b->e, T_TypeError, "%s expected %d argument%s, got %d", name, most,
                         most == 1 ? "" : "s", given);
    }
    if (given + b->keywords > all) {
        return err_false(b->e, T_TypeError, "%s() takes %s %d argument%s (%d given)", name,
                         s->required == s->named ? "exactly" : "at most", all, all == 1 ? "" : "s",
                         given + b->keywords);
    }
    if (most == 0) return err_false(b->e, T_TypeError, "%s() takes no positional arguments", name);
    return err_false(b->e, T_TypeError, "%s() takes %s %d positional argument%s (%d given)", name,
                     s->required == s->positional ? "exactly" : "at most", most,
                     most == 1 ? "" : "s", given);
}

/* What must come without a name is missed before an unknown name is seen. */
static bool lacks_positional(const Binding *b) {
    const Signature *s = b->sig;
    return !like_python(b) && s->posonly < s->positional && s->required <= s->posonly &&
           b->given < s->required && s->star_star < 0;
}

/* The first required parameter that neither place nor name gives; -1: none. */
static int lacked(const Binding *b) {
    const Signature *s = b->sig;
    for (int i = b->given > s->posonly ? b->given : s->posonly; i < s->required; i++) {
        bool named = false;
        for (int k = 0; k < b->keywords; k++) {
            named |= str_equal(STR(b->kwnames->items[k]), s->params[i].name);
        }
        if (!named) return i;
    }
    return -1;
}

bool signature_fail_unexpected(const Binding *b, const Str *name) {
    if (lacks_positional(b)) return signature_fail_missing(b, b->given);
    int missing = like_python(b) || b->given < b->sig->posonly ? -1 : lacked(b);
    if (missing >= 0) return signature_fail_missing(b, missing);
    const char *function = like_python(b) ? b->native->qualname->text : b->native->name->text;
    if (strcmp(function, "sorted") == 0) function = "sort"; /* who is handed its keywords */
    Str *names[SIGNATURE_MAX];
    size_t count = 0;
    for (int i = b->sig->posonly; i < b->sig->named; i++) names[count++] = b->sig->params[i].name;
    const Str *near = suggest_name(name, names, count);
    if (!near) {
        return err_false(b->e, T_TypeError, "%s() got an unexpected keyword argument '%s'",
                         function, name->text);
    }
    return err_false(b->e, T_TypeError,
                     "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", function,
                     name->text, near->text);
}

bool signature_fail_twice(const Binding *b, int param) {
    const char *name = b->sig->params[param].name->text;
    if (like_python(b)) {
        return err_false(b->e, T_TypeError, "%s() got multiple values for argument '%s'",
                         b->native->qualname->text, name);
    }
    return err_false(b->e, T_TypeError, "argument for %s() given by name ('%s') and position (%d)",
                     b->native->name->text, name, param + 1 - b->hidden);
}

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" for the missing ones of [from, to). */
static Str *missing_names(const Binding *b, int from, int to, int count) {
    StrBuf text;
    strbuf_init(&text, b->e);
    int shown = 0;
    for (int i = from; i < to; i++) {
        if (b->bound[signature_slot(b->sig, i)] || b->sig->params[i].optional) continue;
        if (shown && count > 2) strbuf_char(&text, ',');
        if (shown) strbuf_text(&text, shown == count - 1 ? " and " : " ");
        strbuf_printf(&text, "'%s'", b->sig->params[i].name->text);
        shown++;
    }
    return strbuf_finish(&text);
}

static bool fail_missing_python(const Binding *b, int param) {
    bool keyword = param >= b->sig->positional;
    int from = keyword ? b->sig->positional : 0, count = 0;
    int to = keyword ? b->sig->named : b->sig->positional;
    for (int i = from; i < to; i++) {
        count += !b->bound[signature_slot(b->sig, i)] && !b->sig->params[i].optional;
    }
    Str *names = missing_names(b, from, to, count);
    if (!names) return false;
    err_null(b->e, T_TypeError, "%s() missing %d required %s argument%s: %s",
             b->native->qualname->text, count, keyword ? "keyword-only" : "positional",
             count == 1 ? "" : "s", names->text);
    decref(b->e, names);
    return false;
}

bool signature_fail_missing(const Binding *b, int param) {
    if (like_python(b)) return fail_missing_python(b, param);
    const Signature *s = b->sig;
    if (param < s->posonly && s->positional == s->posonly) {
        int least = s->required - b->hidden;
        return err_false(b->e, T_TypeError, "%s expected %s%d argument%s, got %d",
                         b->native->name->text,
                         s->star >= 0 || s->required < s->positional ? "at least " : "", least,
                         least == 1 ? "" : "s", b->given - b->hidden);
    }
    if (param < s->posonly) {
        return err_false(b->e, T_TypeError,
                         "%s() takes at least %d positional argument%s (%d given)",
                         b->native->name->text, s->required - b->hidden,
                         s->required - b->hidden == 1 ? "" : "s", b->given - b->hidden);
    }
    return err_false(b->e, T_TypeError, "%s() missing required argument '%s' (pos %d)",
                     b->native->name->text, s->params[param].name->text, param + 1 - b->hidden);
}
