#include "vm/unraisable.h"

#include "object/error.h"
#include "object/str.h"
#include "vm/gen.h"
#include "vm/output.h"
#include "vm/traceback_parts.h"
#include "vm/vm.h"

/* What CPython names: a generator itself, of other objects the finalizer. */
static Str *culprit_repr(Engine *e, Obj *o) {
    Obj *method = gen_is(e, o) ? NULL : type_lookup(e, o->type, N(e, __del__));
    Str *text = obj_repr(e, method ? method : o);
    if (text) return text;
    err_clear(e);
    return str_from(e, "<object repr() failed>");
}

/* An exception that no Python code raised is shown where the program stands. */
static void put_traceback(StrBuf *b, Obj *exception) {
    Engine *e = b->e;
    if (!EXC(exception)->traceback && vm_current_frame(e)) {
        vm_add_traceback(e, exception, vm_current_frame(e));
    }
    if (!EXC(exception)->traceback) return;
    strbuf_text(b, "Traceback (most recent call last):\n");
    traceback_put_frames(b, EXC(exception)->traceback, false);
}

/* Plainer than for an uncaught exception: no carets, causes, members or notes. Takes the name. */
static void report(Engine *e, const char *before, Str *name, const char *after) {
    Obj *exception = err_take(e);
    StrBuf b;
    strbuf_init(&b, e);
    if (name) strbuf_printf(&b, "Exception ignored in%s%s%s\n", before, name->text, after);
    xdecref(e, name);
    put_traceback(&b, exception);
    traceback_put_type(&b, exception->type);
    Str *message = traceback_safe_str(e, exception, "exception");
    strbuf_text(&b, ": ");
    if (message) strbuf_str(&b, message);
    strbuf_char(&b, '\n');
    xdecref(e, message);
    Str *all = strbuf_finish(&b);
    if (all) output_write(e, STREAM_ERR, all->text, all->size);
    xdecref(e, all);
    err_clear(e);
    decref(e, exception);
}

void unraisable_in_finalizer(Engine *e, Obj *o) {
    Obj *exception = err_take(e);
    Str *name = culprit_repr(e, o);
    err_restore(e, exception);
    report(e, ": ", name, "");
}

void unraisable_in_thread(Engine *e, Obj *function) {
    Obj *exception = err_take(e);
    Str *name = obj_repr(e, function);
    if (!name) err_clear(e);
    err_restore(e, exception);
    report(e, " thread started by ", name, ":");
}
