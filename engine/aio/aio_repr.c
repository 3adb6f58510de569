#include "aio/aio.h"

#include "aio/aio_brief.h"
#include "object/error.h"
#include "object/float.h"
#include "object/function.h"
#include "object/nest.h"
#include "object/partial.h"
#include "vm/gen.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* reprs of futures, tasks, handles and loops, as CPython 3.13's C accelerator shows them. */

/* " at file.py:3"; places in the library have no line number. */
static void put_place(StrBuf *b, const Code *code, uint32_t line) {
    strbuf_text(b, code->filename->text);
    if (!(code->flags & CODE_LIBRARY)) strbuf_printf(b, ":%u", line);
}

static Obj *attribute(Engine *e, Obj *o, const char *name) {
    Str *key = str_from(e, name);
    Obj *value = NULL;
    if (!key || op_getattr(e, o, key, &value) != R_OK) err_clear(e);
    xdecref(e, key);
    return value;
}

static Function *plain_function(Engine *e, Obj *callback) {
    return IS(e, callback, function) ? FUNCTION(callback) : NULL;
}

/* "(1, 'two', key=3)", or "()" where arguments are not shown (NULL). */
static bool put_arguments(StrBuf *b, const Tuple *args, Dict *kwargs) {
    const char *between = "";
    strbuf_char(b, '(');
    for (uint32_t i = 0; args && i < args->size; i++, between = ", ") {
        strbuf_text(b, between);
        if (!aio_brief(b, args->items[i])) return false;
    }
    Obj *key, *value;
    for (uint32_t i = 0; kwargs && dict_next(kwargs, &i, &key, &value); between = ", ") {
        strbuf_printf(b, "%s%s=", between, STR(key)->text);
        if (!aio_brief(b, value)) return false;
    }
    strbuf_char(b, ')');
    return true;
}

/* The callable's name; partials show what they wrap and one pair of parentheses more. */
static bool put_callable(StrBuf *b, Obj *callback, Function **source, bool debug) {
    Engine *e = b->e;
    *source = plain_function(e, callback);
    if (IS(e, callback, partial)) {
        const Partial *p = PARTIAL(callback);
        return put_callable(b, p->func, source, debug) &&
               put_arguments(b, debug ? p->args : NULL, debug ? p->kwargs : NULL);
    }
    Obj *name = attribute(e, callback, "__qualname__");
    if (!name) name = attribute(e, callback, "__name__");
    if (name && HAS_LAYOUT(name, STR)) {
        strbuf_str(b, STR(name));
        decref(e, name);
        return true;
    }
    xdecref(e, name);
    Str *text = obj_repr(e, callback);
    if (text) strbuf_str(b, text);
    xdecref(e, text);
    return text != NULL;
}

/* `args`: what it is called with; shown in debug mode only, else NULL. */
static bool put_callback(StrBuf *b, Obj *callback, const Tuple *args) {
    Function *source = NULL;
    if (aio_is_task(b->e, callback)) {
        strbuf_text(b, "Task.task_wakeup");
    } else if (!put_callable(b, callback, &source, args != NULL)) {
        return false;
    }
    if (!put_arguments(b, args, NULL)) return false;
    if (source) {
        strbuf_text(b, " at ");
        put_place(b, source->code, source->code->first_line);
    }
    return true;
}

static bool put_handle(StrBuf *b, const AioHandle *h) {
    if (!h->callback) return strbuf_text(b, "None()"), true;
    const Tuple *args = aio_handle_in_debug(h) ? TUPLE(h->args) : NULL;
    if (h->kind != HANDLE_STEP) return put_callback(b, h->callback, args);
    strbuf_printf(b, "<_asyncio.TaskStepMethWrapper object at 0x%llx>()", obj_address(OBJ(h)));
    return true;
}

Str *aio_handle_callback_text(Engine *e, const AioHandle *h) {
    StrBuf b;
    strbuf_init(&b, e);
    if (put_handle(&b, h)) return strbuf_finish(&b);
    strbuf_clear(&b);
    return NULL;
}

static bool put_callbacks(StrBuf *b, AioFuture *f) {
    uint32_t count = f->callbacks ? f->callbacks->size / 2 : 0;
    if (!count) return true;
    strbuf_text(b, " cb=[");
    if (!put_callback(b, f->callbacks->items[0], NULL)) return false;
    if (count > 2) strbuf_printf(b, ", <%u more>", count - 2);
    if (count > 1) {
        strbuf_text(b, ", ");
        if (!put_callback(b, f->callbacks->items[(count - 1) * 2], NULL)) return false;
    }
    strbuf_text(b, "]");
    return true;
}

static bool put_outcome(StrBuf *b, AioFuture *f) {
    if (f->state != FUTURE_FINISHED) return true;
    if (!f->exception) {
        strbuf_text(b, " result=");
        return aio_brief(b, f->result);
    }
    Str *text = obj_repr(b->e, f->exception);
    if (text) strbuf_printf(b, " exception=%s", text->text);
    xdecref(b->e, text);
    return text != NULL;
}

/* "main() running at file.py:5", "main() done, defined at file.py:3" */
static void put_coroutine(StrBuf *b, Obj *coro) {
    Engine *e = b->e;
    if (!gen_is(e, coro)) {
        Obj *name = attribute(e, coro, "__qualname__");
        if (!name) name = attribute(e, coro, "__name__");
        if (name && HAS_LAYOUT(name, STR)) {
            strbuf_printf(b, "%s()", STR(name)->text);
        } else {
            strbuf_printf(b, "<%s without __name__>()", type_name(coro));
        }
        xdecref(e, name);
        return;
    }
    const Gen *g = GEN(coro);
    strbuf_printf(b, "%s() ", g->qualname->text);
    if (g->frame) {
        strbuf_text(b, "running at ");
        put_place(b, g->code, pframe_position(g->frame).line);
    } else {
        strbuf_text(b, "done, defined at ");
        put_place(b, g->code, g->code->first_line);
    }
}

static bool put_task(StrBuf *b, AioTask *t) {
    Str *name = t->name ? obj_repr(b->e, OBJ(t->name)) : NULL;
    if (!name) return !err_occurred(b->e);
    strbuf_printf(b, " name=%s", name->text);
    decref(b->e, name);
    if (t->coro) {
        strbuf_text(b, " coro=<");
        put_coroutine(b, t->coro);
        strbuf_text(b, ">");
    }
    if (!t->waiter) return true;
    Str *waiter = obj_repr(b->e, t->waiter);
    if (waiter) strbuf_printf(b, " wait_for=%s", waiter->text);
    xdecref(b->e, waiter);
    return waiter != NULL;
}

static Obj *future_text(Engine *e, Obj *o) {
    static const char *const states[] = {"pending", "cancelled", "finished"};
    AioFuture *f = FUTURE(o);
    bool task = aio_is_task(e, o);
    StrBuf b;
    strbuf_init(&b, e);
    bool cancelling = task && f->state == FUTURE_PENDING && TASK(o)->cancel_requests > 0;
    strbuf_printf(&b, "<%s %s", o->type->name->text, cancelling ? "cancelling" : states[f->state]);
    if ((task && !put_task(&b, TASK(o))) || !put_outcome(&b, f) || !put_callbacks(&b, f)) {
        strbuf_clear(&b);
        return NULL;
    }
    aio_put_source(&b, f->source);
    strbuf_text(&b, ">");
    return OBJ(strbuf_finish(&b));
}

/* Tasks that wait for each other, or a future in its own result: "..." inside. */
Obj *aio_future_repr(Engine *e, Obj *o) {
    ReprMark mark;
    Res entered = repr_enter(e, &mark, o);
    if (entered != R_OK) return entered == R_ERR ? NULL : OBJ(str_from(e, "..."));
    Obj *text = future_text(e, o);
    repr_leave(e, &mark);
    return text;
}

Obj *aio_handle_repr(Engine *e, Obj *o) {
    AioHandle *h = HANDLE(o);
    if (h->text) return OBJ(incref(h->text));
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_printf(&b, "<%s%s", o->type->name->text, h->cancelled ? " cancelled" : "");
    if (h->is_timer) {
        char when[FLOAT_REPR_SIZE];
        float_repr_text(h->when, when);
        Str *given = h->when_given ? obj_str(e, h->when_given) : NULL;
        strbuf_printf(&b, " when=%s", given ? given->text : when);
        xdecref(e, given);
    }
    bool ok = true;
    if (h->callback && h->callback != e->none) {
        strbuf_text(&b, " ");
        ok = put_handle(&b, h);
    }
    aio_put_source(&b, h->source);
    strbuf_text(&b, ">");
    if (ok) return OBJ(strbuf_finish(&b));
    strbuf_clear(&b);
    return NULL;
}

Obj *aio_loop_repr(Engine *e, Obj *o) {
    const AioLoop *l = LOOP(o);
    Str *debug = l->debug_given ? obj_str(e, l->debug_given) : NULL;
    if (l->debug_given && !debug) return NULL;
    Obj *text = OBJ(str_format(e, "<%s running=%s closed=%s debug=%s>", o->type->name->text,
                               l->running ? "True" : "False", l->closed ? "True" : "False",
                               debug      ? debug->text
                               : l->debug ? "True"
                                          : "False"));
    xdecref(e, debug);
    return text;
}
