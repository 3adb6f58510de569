#include "vm/warn.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/module.h"
#include "object/str.h"
#include "object/tuple.h"
#include "syntax/syntax_warn.h"
#include "vm/event.h"
#include "vm/output.h"
#include "vm/source.h"
#include "vm/unraisable.h"
#include "vm/vm.h"

/* The filters that Python starts with: everything else is shown once for each place. */
static bool is_shown(Engine *e, const Type *category, const PFrame *frame) {
    if (type_is_subtype(category, TYPE(e, DeprecationWarning))) {
        return frame && !(frame->code->flags & CODE_LIBRARY);
    }
    static const int ignored[] = {T_PendingDeprecationWarning, T_ImportWarning, T_ResourceWarning};
    for (size_t i = 0; i < COUNT_OF(ignored); i++) {
        if (type_is_subtype(category, e->types[ignored[i]])) return false;
    }
    return true;
}

/* Where no Python frame runs any more CPython names <sys>. */
static const char *file_of(const Code *code) {
    return code ? code->filename->text : "<sys>";
}

/* R_STOP: the same warning has been shown for this place before. */
static Res note_place(Engine *e, const Type *category, const Str *text, const Code *code,
                      int32_t line) {
    VmState *vm = e->vm;
    if (!vm->warned) vm->warned = dict_new(e);
    Str *key = str_format(e, "%s:%d:%u:%s", file_of(code), line, category->h.id, text->text);
    Res res = R_ERR;
    if (vm->warned && key) {
        bool before = dict_get_str(vm->warned, key) != NULL;
        bool ok = before || dict_set_str(e, vm->warned, key, e->true_);
        res = before ? R_STOP : ok ? R_OK : R_ERR;
    }
    xdecref(e, key);
    return res;
}

/* Prints a warning: `code` and `line` say where, NULL = nowhere, -1 = at no line. */
static bool print(Engine *e, const Type *category, const Str *text, const Code *code, int32_t line,
                  bool source) {
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_printf(&b, "%s:%d: %s: ", file_of(code), line, category->name->text);
    strbuf_str(&b, text);
    strbuf_char(&b, '\n');
    SourceLine shown;
    if (code && line > 0 && source_line_stripped(e, code, (uint32_t)line, &shown)) {
        strbuf_text(&b, "  ");
        strbuf_put(&b, shown.text, shown.size);
        strbuf_char(&b, '\n');
    }
    if (source && code) { /* at the very end CPython has taken apart what would say it */
        strbuf_printf(&b, "%s: Enable tracemalloc to get the object allocation traceback\n",
                      category->name->text);
    }
    Str *all = strbuf_finish(&b);
    if (!all) return false;
    event_emit(e, EVENT_WARNING, e->vm->task_id, 0);
    bool ok = output_write(e, STREAM_ERR, all->text, all->size);
    decref(e, all);
    return ok;
}

/* What decides once the program has imported warnings; borrowed, NULL = the rules above do. False:
 * no memory to look. */
static bool python_rules(Engine *e, Obj **rules) {
    Str *name = str_from(e, "warnings"), *function = name ? str_from(e, "_issue") : NULL;
    Obj *module = function ? dict_get_str(e->vm->modules, name) : NULL;
    bool there = module && HAS_LAYOUT(module, MODULE);
    *rules = there ? dict_get_str(MODULE(module)->dict, function) : NULL;
    bool looked = function != NULL;
    xdecref(e, name);
    xdecref(e, function);
    return looked;
}

static int32_t line_of(const PFrame *frame) {
    if (!frame) return 0;
    return pframe_has_line(frame) ? (int32_t)pframe_position(frame).line : -1;
}

bool warn_at(Engine *e, const Type *category, const Str *text, const PFrame *frame, Obj *source) {
    Obj *rules;
    if (!python_rules(e, &rules)) return false;
    if (rules) {
        Obj *arguments[] = {(Obj *)(uintptr_t)text, (Obj *)(uintptr_t)category,
                            frame ? (Obj *)(uintptr_t)frame : e->none, source ? source : e->none};
        Obj *done = vm_call_nested(e, rules, arguments, 4);
        xdecref(e, done);
        return done != NULL;
    }
    if (!is_shown(e, category, frame)) return true;
    const Code *code = frame ? frame->code : NULL;
    int32_t line = line_of(frame);
    Res res = note_place(e, category, text, code, line);
    return res == R_STOP || (res == R_OK && print(e, category, text, code, line, source != NULL));
}

typedef struct {
    Engine *e;
    const Code *code;
    bool failed;
} SyntaxTeller;

/* Each is shown, even two of one line. */
static void tell_syntax(void *data, uint32_t line, const char *message) {
    SyntaxTeller *t = data;
    Str *text = t->failed ? NULL : str_from(t->e, message);
    t->failed =
        !text || !print(t->e, TYPE(t->e, SyntaxWarning), text, t->code, (int32_t)line, false);
    xdecref(t->e, text);
}

bool warn_syntax(Engine *e, const Code *code) {
    if (!e->program_text) return true;
    SyntaxTeller t = {e, code, false};
    if (!syntax_warn(e->program_text, e->program_size, tell_syntax, &t)) e->starved = true;
    return !t.failed;
}

static const PFrame *frame_up(Engine *e, int level) {
    const Frame *f = FRAME(vm_user_frame(e));
    while (f && (level > 0 || !IS(e, f, frame))) {
        if (IS(e, f, frame)) level--;
        f = f->back;
    }
    return (const PFrame *)f;
}

bool warn(Engine *e, int category, int level, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Str *text = str_vformat(e, format, args);
    va_end(args);
    bool ok = text && warn_at(e, e->types[category], text, frame_up(e, level), NULL);
    xdecref(e, text);
    return ok;
}

bool warn_old_throw(Engine *e, const char *method, const Obj *value) {
    return !value || warn(e, T_DeprecationWarning, 0,
                          "the (type, exc, tb) signature of %s() is deprecated, use the single-arg "
                          "signature instead.",
                          method);
}

enum { SHOWN_EQUAL = 3 }; /* of places that are the same */

static void put_place(StrBuf *b, const Tuple *place) {
    const Str *file = STR(place->items[0]);
    uint32_t number = (uint32_t)int_value(place->items[1]);
    strbuf_printf(b, "\n  File \"%s\", line %u, in %s", file->text, number,
                  STR(place->items[2])->text);
    SourceLine line;
    if (source_program_line(b->e, file->text, number, &line)) {
        strbuf_text(b, "\n    ");
        strbuf_put(b, line.text, line.size);
    }
}

static bool same_place(const Tuple *a, const Tuple *b) {
    return str_equal(STR(a->items[0]), STR(b->items[0])) &&
           int_value(a->items[1]) == int_value(b->items[1]) &&
           str_equal(STR(a->items[2]), STR(b->items[2]));
}

static void put_repeated(StrBuf *b, uint32_t equal) {
    if (equal <= SHOWN_EQUAL) return;
    strbuf_printf(b, "\n  [Previous line repeated %u more time%s]", equal - SHOWN_EQUAL,
                  equal - SHOWN_EQUAL == 1 ? "" : "s");
}

/* "Coroutine created at", one entry a place, the outermost first. */
static void put_origin(StrBuf *b, const Tuple *origin) {
    const Tuple *last = NULL;
    uint32_t equal = 0;
    strbuf_text(b, "\nCoroutine created at (most recent call last)");
    for (uint32_t i = origin->size; i-- > 0;) {
        const Tuple *place = TUPLE(origin->items[i]);
        if (!last || !same_place(last, place)) {
            put_repeated(b, equal);
            equal = 0;
        }
        if (++equal <= SHOWN_EQUAL) put_place(b, place);
        last = place;
    }
    put_repeated(b, equal);
}

void warn_never_awaited(Engine *e, Gen *g, bool with_source) {
    Obj *in_flight = err_take(e);
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_printf(&b, "coroutine '%s' was never awaited", g->qualname->text);
    if (g->origin) put_origin(&b, TUPLE(g->origin));
    Str *text = strbuf_finish(&b);
    Obj *source = with_source ? OBJ(g) : NULL;
    bool ok = text && warn_at(e, TYPE(e, RuntimeWarning), text, vm_current_frame(e), source);
    if (!ok && err_occurred(e)) unraisable_in_finalizer(e, OBJ(g));
    xdecref(e, text);
    err_clear(e);
    err_restore(e, in_flight);
}

bool vm_warn_strict_subclass(Engine *e, const char *method, const char *wanted, const Obj *result) {
    return warn(e, T_DeprecationWarning, 0,
                "%s returned non-%s (type %s).  The ability to return an instance of a strict "
                "subclass of %s is deprecated, and may be removed in a future version of Python.",
                method, wanted, type_name(result), wanted);
}
