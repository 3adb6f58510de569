#include "object/error.h"

#include "object/dict.h"
#include "object/exceptions.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/traceback.h"
#include "vm/vm.h"

static Obj *handled_exception(Engine *e) {
    for (const ExcItem *item = e->vm->exc; item; item = item->below) {
        if (item->handled && item->handled != e->none && !item->aside) return item->handled;
    }
    return NULL;
}

void err_raise(Engine *e, Obj *exception) {
    ASSERT(exception->type->flags & TYPE_IS_EXC, "only exceptions are raised");
    incref(exception);
    Obj *handled = handled_exception(e);
    if (handled && handled != exception) exc_link_context(e, exception, handled);
    set_ref(e, e->vm->raised, exception);
}

static void raise_owned(Engine *e, Obj *exception) {
    if (!exception) return; /* MemoryError is set */
    err_raise(e, exception);
    decref(e, exception);
}

static void raise_format(Engine *e, int type_id, const char *format, va_list args) {
    if (!format) {
        raise_owned(e, exc_new(e, type_id, NULL));
        return;
    }
    Str *message = str_vformat(e, format, args);
    if (!message) return;
    raise_owned(e, exc_new_with(e, type_id, OBJ(message)));
    decref(e, message);
}

#define RAISE_FORMAT(e, type_id, format)                                                           \
    va_list args;                                                                                  \
    va_start(args, format);                                                                        \
    raise_format((e), (type_id), (format), args);                                                  \
    va_end(args)

void *err_null(Engine *e, int type_id, const char *format, ...) {
    RAISE_FORMAT(e, type_id, format);
    return NULL;
}

Res err_res(Engine *e, int type_id, const char *format, ...) {
    RAISE_FORMAT(e, type_id, format);
    return R_ERR;
}

bool err_false(Engine *e, int type_id, const char *format, ...) {
    RAISE_FORMAT(e, type_id, format);
    return false;
}

void err_raise_with(Engine *e, int type_id, Obj *argument) {
    raise_owned(e, exc_new_with(e, type_id, argument));
}

void err_attribute(Engine *e, Obj *o, Str *name) {
    StrBuf b;
    strbuf_init(&b, e);
    if (HAS_LAYOUT(o, TYPE)) {
        strbuf_printf(&b, "type object '%s'", TYPE_OF(o)->full_name->text);
    } else {
        strbuf_printf(&b, "'%s' object", type_name(o));
    }
    strbuf_text(&b, " has no attribute '");
    strbuf_str(&b, name); /* which may hold any character */
    strbuf_char(&b, '\'');
    Str *text = strbuf_finish(&b);
    if (text) err_attribute_text(e, o, name, text);
    xdecref(e, text);
}

void err_attribute_text(Engine *e, Obj *o, Str *name, Str *text) {
    Obj *exception = exc_new_with(e, T_AttributeError, OBJ(text));
    if (!exception) return;
    EXC(exception)->extra[0] = incref(name);
    EXC(exception)->extra[1] = incref(o);
    raise_owned(e, exception);
}

void err_name(Engine *e, int type_id, Str *name, const char *format) {
    Str *text = str_format(e, format, name->text);
    Obj *exception = text ? exc_new_with(e, type_id, OBJ(text)) : NULL;
    xdecref(e, text);
    if (!exception) return;
    if (type_id == T_NameError) EXC(exception)->extra[0] = incref(name);
    raise_owned(e, exception);
}

bool err_occurred(Engine *e) {
    return e->vm->raised != NULL;
}

Obj *err_get(Engine *e) {
    return e->vm->raised;
}

Obj *err_take(Engine *e) {
    Obj *exception = e->vm->raised;
    e->vm->raised = NULL;
    return exception;
}

void err_restore(Engine *e, Obj *exception) {
    set_ref(e, e->vm->raised, exception);
}

void err_clear(Engine *e) {
    clear_ref(e, e->vm->raised);
}

bool err_matches(Engine *e, int type_id) {
    return e->vm->raised && obj_is(e->vm->raised, e->types[type_id]);
}

enum { RESERVE = 256 * 1024 };

void err_reserve(Engine *e) {
    if (!e->vm->reserve) e->vm->reserve = arena_alloc(&e->arena, RESERVE);
}

/* Where every task of thousands fails in turn, one traceback would tell of all of them. */
static bool is_long(const Obj *traceback) {
    enum { LONG = 1000 };
    int count = 0;
    for (; traceback && count < LONG; count++) traceback = ((const Traceback *)traceback)->next;
    return count == LONG;
}

static void forget_last_use(Engine *e, Exc *exception) {
    clear_ref(e, exception->traceback);
    clear_ref(e, exception->context);
    clear_ref(e, exception->cause);
    clear_ref(e, exception->dict);
}

/* The same instance serves every time: nothing can be allocated now. What it says of the last time,
 * notes too, goes, unless the program still holds the exception. A program that goes on without
 * memory, as a loop does whose every task fails, would need minutes for its end. */
void err_memory(Engine *e) {
    enum { PATIENCE = 250 };
    Obj *exception = e->vm->memory_error;
    if (!exception) return; /* while booting: the caller gives up */
    bool enough = ++e->vm->refusals > PATIENCE;
    arena_free(&e->arena, e->vm->reserve);
    e->vm->reserve = NULL;
    if (exception->refs == 1) forget_last_use(e, EXC(exception));
    if (is_long(EXC(exception)->traceback)) {
        clear_ref(e, EXC(exception)->traceback);
        clear_ref(e, EXC(exception)->context);
    }
    err_restore(e, incref(exception)); /* as in CPython, it has no __context__ */
    if (enough) vm_abort(e, ABORT_MEMORY);
}
