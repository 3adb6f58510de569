#include "aio/aio.h"

#include "object/error.h"
#include "object/float.h"
#include "object/module.h"
#include "vm/ops.h"
#include "vm/output.h"
#include "vm/stack.h"
#include "vm/traceback.h"
#include "vm/vm.h"

/* What asyncio reports to whoever runs the program, and where debug mode's things were created. The
 * plain case, nothing configured, is done here; all else by the loop's methods in lib/py/asyncio.
 */

/* CPython keeps this many entries of where a handle or a coroutine was created. */
enum { HANDLE_PLACES = 10, EVERYTHING = UINT32_MAX };

void aio_track_origins(Engine *e, AioLoop *loop, bool on) {
    if (on == loop->tracks_origins) return;
    if (on) loop->origin_before = e->vm->origin_depth;
    e->vm->origin_depth = on ? HANDLE_PLACES : loop->origin_before;
    loop->tracks_origins = on;
}

bool aio_remember_handle(Engine *e, AioHandle *h, uint32_t library_frames) {
    if (!aio_handle_in_debug(h)) return true;
    set_ref(e, h->source, OBJ(stack_extract(e, HANDLE_PLACES - library_frames, false)));
    return h->source != NULL;
}

bool aio_remember_future(Engine *e, AioFuture *f) {
    if (!f->loop->debug) return true;
    set_ref(e, f->source, OBJ(stack_extract(e, EVERYTHING, false)));
    return f->source != NULL;
}

/* One made by loop.create_future(): that function is the last place. */
bool aio_remember_created(Engine *e, AioFuture *f) {
    if (!f->source) return true;
    uint32_t size = TUPLE(f->source)->size;
    Obj *entry = stack_library_entry(e, "asyncio/base_events.py", "create_future");
    Tuple *longer = entry ? tuple_new(e, size + 1) : NULL;
    for (uint32_t i = 0; longer && i < size; i++) {
        longer->items[i] = incref(TUPLE(f->source)->items[i]);
    }
    if (!longer) {
        xdecref(e, entry);
        return false;
    }
    longer->items[size] = entry;
    set_ref(e, f->source, OBJ(longer));
    return true;
}

bool aio_forget_last_place(Engine *e, AioFuture *f) {
    if (!f->source || TUPLE(f->source)->size == 0) return true;
    Tuple *places = TUPLE(f->source);
    Tuple *shorter = tuple_of(e, places->items, places->size - 1);
    if (shorter) set_ref(e, f->source, OBJ(shorter));
    return shorter != NULL;
}

Obj *aio_source_object(Engine *e, Obj *source) {
    if (!source || !e->aio->stack_maker) return e->none;
    return vm_call_nested(e, e->aio->stack_maker, &source, 1);
}

void aio_put_source(StrBuf *b, const Obj *source) {
    if (!source || ((const Tuple *)source)->size == 0) return;
    const Tuple *places = (const Tuple *)source;
    const Tuple *last = TUPLE(places->items[places->size - 1]);
    strbuf_printf(b, " created at %s", STR(last->items[0])->text);
    if (last->items[3] == b->e->none) return; /* in the library: no line */
    Str *line = obj_str(b->e, last->items[1]);
    if (line) strbuf_printf(b, ":%s", line->text);
    xdecref(b->e, line);
}

bool aio_report_put(Engine *e, Dict *report, const char *key, Obj *value) {
    Str *name = str_from(e, key);
    bool ok = name && value && dict_set_str(e, report, name, value);
    xdecref(e, name);
    return ok;
}

bool aio_report_put_source(Engine *e, Dict *report, Obj *source) {
    if (!source) return true;
    Obj *stack = aio_source_object(e, source);
    bool ok = aio_report_put(e, report, "source_traceback", stack);
    xdecref(e, stack);
    return ok;
}

/* ---- The plain report ---------------------------------------------------------------------- */

/* A key with a text that is no address of a place; "message" and "exception" are told apart. */
static bool is_listed(const Obj *key) {
    return HAS_LAYOUT(key, STR) && !str_equal_text((const Str *)key, "message") &&
           !str_equal_text((const Str *)key, "exception");
}

/* The next key in sorted order after `last`; NULL = none. */
static Str *next_key(Dict *report, const Str *last) {
    Str *best = NULL;
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(report, &i, &key, &value);) {
        if (!is_listed(key) || (last && str_compare(STR(key), last) <= 0)) continue;
        if (!best || str_compare(STR(key), best) < 0) best = STR(key);
    }
    return best;
}

static Obj *get_key(Engine *e, Dict *report, const char *name) {
    Str *key = str_from(e, name);
    Obj *value = key ? dict_get_str(report, key) : NULL;
    xdecref(e, key);
    return value;
}

static void put_keys(StrBuf *b, Dict *report) {
    Engine *e = b->e;
    for (Str *key = next_key(report, NULL); key; key = next_key(report, key)) {
        Str *value = obj_repr(e, dict_get_str(report, key));
        if (!value) return;
        strbuf_printf(b, "\n%s: ", key->text);
        strbuf_str(b, value);
        decref(e, value);
    }
    strbuf_char(b, '\n');
}

/* "message", one line a key, the traceback: as logging's last resort writes it. */
static bool report_plainly(Engine *e, Dict *report) {
    Obj *message = get_key(e, report, "message"), *exception = get_key(e, report, "exception");
    bool told = message && HAS_LAYOUT(message, STR) && STR(message)->size > 0;
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_text(&b, told ? STR(message)->text : "Unhandled exception in event loop");
    put_keys(&b, report);
    if (exception && HAS_LAYOUT(exception, EXC)) {
        Str *trace = traceback_text(e, exception);
        if (trace) strbuf_str(&b, trace);
        xdecref(e, trace);
    }
    Str *text = strbuf_finish(&b);
    bool ok = text && !err_occurred(e) && output_write(e, STREAM_ERR, text->text, text->size);
    xdecref(e, text);
    return ok;
}

/* ---- Who reports --------------------------------------------------------------------------- */

static Obj *module_name(Engine *e, const char *module, const char *name) {
    Str *key = str_from(e, module);
    Obj *found = key ? dict_get_str(e->vm->modules, key) : NULL;
    xdecref(e, key);
    return found && HAS_LAYOUT(found, MODULE) ? get_key(e, MODULE(found)->dict, name) : NULL;
}

/* Nobody has set a handler, imported logging or put another stream in place of sys.stderr. */
static bool is_plain(Engine *e, const AioLoop *loop) {
    if (loop->exception_handler || loop->debug || loop->h.type != e->aio->loop_class) return false;
    if (module_name(e, "logging", "root")) return false;
    return module_name(e, "sys", "stderr") == module_name(e, "sys", "__stderr__");
}

/* Of what was made while the loop was in debug mode. */
static bool has_source(Engine *e, Dict *report) {
    return get_key(e, report, "source_traceback") || get_key(e, report, "handle_traceback");
}

Res aio_call_exception_handler(Engine *e, AioLoop *loop, Dict *report, Obj **out) {
    *out = e->none;
    if (is_plain(e, loop) && !has_source(e, report))
        return report_plainly(e, report) ? R_OK : R_ERR;
    Str *name = str_from(e, "call_exception_handler");
    Obj *argument = OBJ(report);
    Res res = name ? op_call_method(e, OBJ(loop), name, &argument, 1, out) : R_ERR;
    xdecref(e, name);
    return res;
}

Res aio_tell_slow(Engine *e, AioLoop *loop, AioHandle *handle, int64_t began, Obj **out) {
    *out = e->none;
    double seconds = aio_seconds(e->vm->now) - aio_seconds(began);
    const Obj *limit = loop->slow_given;
    if (limit && !HAS_LAYOUT(limit, FLOAT) && !HAS_LAYOUT(limit, INT)) {
        return err_res(e, T_TypeError, "'>=' not supported between instances of 'float' and '%s'",
                       type_name(limit));
    }
    if (seconds < loop->slow_callback) return R_OK;
    Str *name = str_from(e, "_tell_slow");
    Obj *took = float_new(e, seconds), *whose = OBJ(handle);
    if (handle->callback && aio_handle_task(e, handle)) whose = OBJ(aio_handle_task(e, handle));
    Obj *arguments[] = {whose, took};
    Res res = name && took ? op_call_method(e, OBJ(loop), name, arguments, 2, out) : R_ERR;
    xdecref(e, name);
    xdecref(e, took);
    return res;
}
