#include <stdlib.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/suggest.h"
#include "vm/traceback.h"
#include "vm/traceback_parts.h"
#include "vm/vm.h"

/* Names of which one may have been meant. */
typedef struct {
    Str **items; /* borrowed from `owner` */
    size_t count;
} Names;

static void add_name(Names *n, Obj *name) {
    if (HAS_LAYOUT(name, STR)) n->items[n->count++] = STR(name);
}

static void add_keys(Names *n, const Dict *d) {
    Obj *key, *value;
    for (uint32_t i = 0; d && dict_next(d, &i, &key, &value);) add_name(n, key);
}

/* The frame in which the exception was raised. */
static PFrame *innermost_frame(Obj *tb) {
    if (!tb) return NULL;
    while (TRACEBACK(tb)->next) tb = TRACEBACK(tb)->next;
    return TRACEBACK(tb)->frame;
}

static Obj *find_self(Engine *e, Dict *locals) {
    Str *self = str_from(e, "self");
    Obj *found = self ? dict_get_str(locals, self) : NULL;
    xdecref(e, self);
    return found;
}

/* ---- variables ---- */

static bool has_attribute(Engine *e, Obj *o, Str *name) {
    Str *hasattr = str_from(e, "hasattr");
    Obj *function = hasattr ? dict_get_str(e->builtins, hasattr) : NULL;
    Obj *answer = function ? vm_call_nested(e, function, (Obj *[]){o, OBJ(name)}, 2) : NULL;
    bool yes = answer == e->true_;
    if (!answer) err_clear(e);
    xdecref(e, answer);
    xdecref(e, hasattr);
    return yes;
}

/* Owned or NULL: what the variable may be meant to be, "self.x" for an attribute. */
static Str *near_variable(Engine *e, Str *wrong, Obj *tb) {
    PFrame *frame = innermost_frame(tb);
    Dict *locals = frame ? pframe_locals(e, frame) : NULL;
    if (!locals) return NULL;
    Obj *self = find_self(e, locals);
    Str *found = NULL;
    if (self && has_attribute(e, self, wrong)) {
        found = str_format(e, "self.%s", wrong->text);
    } else {
        size_t room = (size_t)locals->used + frame->globals->used + e->builtins->used;
        Region r;
        region_init(&r, SIZE_MAX);
        Names n = {region_alloc(&r, room * sizeof(Str *)), 0};
        if (n.items) {
            add_keys(&n, locals);
            add_keys(&n, frame->globals);
            add_keys(&n, e->builtins);
            found = (Str *)xincref(suggest_name(wrong, n.items, n.count));
        }
        region_release(e, &r);
    }
    decref(e, locals);
    return found;
}

/* ---- attributes ---- */

static int by_text(const void *a, const void *b) {
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

static bool is_hidden(const Str *name, bool hide) {
    return hide && name->text[0] == '_';
}

/* Owned or NULL: the nearest of the names in a list. */
static Str *nearest_in(Engine *e, const Str *wrong, const List *names, bool hide) {
    Region r;
    region_init(&r, SIZE_MAX);
    Names n = {region_alloc(&r, names->size * sizeof(Str *)), 0};
    for (uint32_t i = 0; n.items && i < names->size; i++) {
        Obj *name = names->items[i];
        if (HAS_LAYOUT(name, STR) && !is_hidden(STR(name), hide)) add_name(&n, name);
    }
    if (n.items) qsort(n.items, n.count, sizeof(Str *), by_text);
    const Str *found = n.items ? suggest_name(wrong, n.items, n.count) : NULL;
    Str *kept = (Str *)xincref(found);
    region_release(e, &r);
    return kept;
}

/* Names that begin with an underscore are meant for methods of the object only. */
static bool is_own_method(Engine *e, Obj *o, Obj *tb) {
    PFrame *frame = innermost_frame(tb);
    Dict *locals = frame ? pframe_locals(e, frame) : NULL;
    bool own = locals && find_self(e, locals) == o;
    xdecref(e, locals);
    return own;
}

static Str *near_attribute(Engine *e, Str *wrong, Obj *o, Obj *tb) {
    bool found = false;
    Obj *names = vm_special_nested(e, o, N(e, __dir__), NULL, 0, &found);
    if (!names) err_clear(e);
    bool hide = wrong->text[0] != '_' && !is_own_method(e, o, tb);
    Str *near = names && HAS_LAYOUT(names, LIST) ? nearest_in(e, wrong, LIST(names), hide) : NULL;
    xdecref(e, names);
    return near;
}

static Str *near_import(Engine *e, const Exc *x, Str *wrong, Obj *tb) {
    if (!x->extra[0] || !HAS_LAYOUT(x->extra[0], STR)) return NULL;
    Obj *module = dict_get_str(e->vm->modules, STR(x->extra[0]));
    return module ? near_attribute(e, wrong, module, tb) : NULL;
}

/* ---- by class ---- */

void traceback_put_suggestion(StrBuf *b, Obj *exception, Obj *tb) {
    Engine *e = b->e;
    const Exc *x = EXC(exception);
    uint8_t kind = exception->type->exc_extra;
    Obj *wrong = kind == EXC_IMPORT ? x->extra[2] : x->extra[0];
    if (kind != EXC_NAME && kind != EXC_ATTRIBUTE && kind != EXC_IMPORT) return;
    if (!wrong || !HAS_LAYOUT(wrong, STR)) return;
    incref(wrong);
    Str *near = NULL;
    if (kind == EXC_NAME) near = near_variable(e, STR(wrong), tb);
    if (kind == EXC_ATTRIBUTE && x->extra[1]) near = near_attribute(e, STR(wrong), x->extra[1], tb);
    if (kind == EXC_IMPORT) near = near_import(e, x, STR(wrong), tb);
    if (near) strbuf_printf(b, ". Did you mean: '%s'?", near->text);
    if (kind == EXC_NAME && stdlib_has_module(STR(wrong))) {
        strbuf_printf(b, "%s forget to import '%s'?", near ? " Or did you" : ". Did you",
                      STR(wrong)->text);
    }
    err_clear(e);
    xdecref(e, near);
    decref(e, wrong);
}
