#include "vm/unraisable.h"

#include "object/error.h"
#include "object/module.h"
#include "object/native.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/gen.h"
#include "vm/output.h"
#include "vm/traceback_parts.h"
#include "vm/vm.h"

/* ---- what is printed ----------------------------------------------------------------------- */

static void put_traceback(StrBuf *b, Obj *exception) {
    if (!EXC(exception)->traceback) return;
    strbuf_text(b, "Traceback (most recent call last):\n");
    traceback_put_frames(b, EXC(exception)->traceback, false);
}

static void put_repr(StrBuf *b, Obj *o) {
    Str *text = obj_repr(b->e, o);
    if (text) {
        strbuf_str(b, text);
        decref(b->e, text);
    } else {
        err_clear(b->e);
        strbuf_text(b, "<object repr() failed>");
    }
}

/* Plainer than for an uncaught exception: no carets, causes, members or notes. */
void unraisable_show(Engine *e, Obj *exception, Obj *message, Obj *object) {
    StrBuf b;
    strbuf_init(&b, e);
    bool said = HAS_LAYOUT(message, STR);
    if (said || object != e->none) {
        strbuf_text(&b, said ? STR(message)->text : "Exception ignored in");
        if (object != e->none) {
            strbuf_text(&b, ": ");
            put_repr(&b, object);
        } else {
            strbuf_char(&b, ':');
        }
        strbuf_char(&b, '\n');
    }
    put_traceback(&b, exception);
    traceback_put_type(&b, exception->type);
    Str *words = traceback_safe_str(e, exception, "exception");
    strbuf_text(&b, ": ");
    if (words) strbuf_str(&b, words);
    strbuf_char(&b, '\n');
    xdecref(e, words);
    Str *all = strbuf_finish(&b);
    if (all) output_write(e, STREAM_ERR, all->text, all->size);
    xdecref(e, all);
    err_clear(e);
}

/* ---- the hook ------------------------------------------------------------------------------ */

static Obj *sys_value(Engine *e, const char *name) {
    Str *key = str_from(e, "sys"), *inner = str_from(e, name);
    Obj *module = key && inner ? dict_get_str(e->vm->modules, key) : NULL;
    Obj *value = module && IS(e, module, module) ? dict_get_str(MODULE(module)->dict, inner) : NULL;
    xdecref(e, key);
    xdecref(e, inner);
    return value;
}

/* What the program has put in the place of sys.unraisablehook; NULL: nothing. */
static Obj *own_hook(Engine *e) {
    Obj *hook = sys_value(e, "unraisablehook");
    if (!hook || hook == e->none) return NULL;
    bool ours =
        IS(e, hook, builtin_function_or_method) && NATIVE(hook)->def->fn == unraisable_hook_native;
    return ours ? NULL : hook;
}

static Obj *hook_argument(Engine *e, Obj *exception, Obj *message, Obj *object) {
    Obj *traceback = EXC(exception)->traceback, *class = sys_value(e, "UnraisableHookArgs");
    if (!class) return NULL;
    Tuple *five = tuple_pack(e, 5, OBJ(exception->type), exception, traceback ? traceback : e->none,
                             message, object);
    Obj *argument = five ? vm_call_nested(e, class, (Obj *[]){OBJ(five)}, 1) : NULL;
    xdecref(e, five);
    return argument;
}

/* The hook's own error is shown in the place of the first. */
static void call_hook(Engine *e, Obj *hook, Obj *exception, Obj *message, Obj *object) {
    incref(hook);
    Obj *argument = hook_argument(e, exception, message, object);
    Obj *result = argument ? vm_call_nested(e, hook, &argument, 1) : NULL;
    xdecref(e, argument);
    if (!result && err_occurred(e)) {
        Obj *error = err_take(e);
        Str *words = str_from(e, "Exception ignored in sys.unraisablehook");
        if (words) unraisable_show(e, error, OBJ(words), hook);
        xdecref(e, words);
        decref(e, error);
    }
    xdecref(e, result);
    decref(e, hook);
}

/* Where there is no memory all that goes fails alike: the first ones tell it. */
static bool told_enough(Engine *e, const Obj *exception) {
    enum { MOST_STARVED = 20 };
    if (!IS(e, exception, MemoryError)) return false;
    if (e->vm->starved == MOST_STARVED) return true;
    e->vm->starved++;
    return false;
}

/* Takes the exception in flight. One that no Python code raised is shown where the program stands.
 */
static void report(Engine *e, Obj *message, Obj *object) {
    Obj *exception = err_take(e);
    if (!EXC(exception)->traceback && vm_current_frame(e)) {
        vm_add_traceback(e, exception, vm_current_frame(e));
    }
    Obj *hook = own_hook(e);
    if (hook) {
        call_hook(e, hook, exception, message, object);
    } else if (!told_enough(e, exception)) {
        unraisable_show(e, exception, message, object);
    }
    decref(e, exception);
}

/* CPython names a generator itself, of other objects the finalizer. */
void unraisable_in_finalizer(Engine *e, Obj *o) {
    Obj *method = gen_is(e, o) ? NULL : type_lookup(e, o->type, N(e, __del__));
    report(e, e->none, method ? method : o);
}

void unraisable_in_thread(Engine *e, Obj *function) {
    Obj *exception = err_take(e);
    Str *words = str_from(e, "Exception ignored in thread started by");
    err_restore(e, exception);
    report(e, words ? OBJ(words) : e->none, function);
    xdecref(e, words);
}

static Obj *field(Engine *e, Obj *o, uint32_t index) {
    return index < TUPLE(o)->size ? TUPLE(o)->items[index] : e->none;
}

Obj *unraisable_hook_native(Engine *e, Obj *const *a) {
    enum { VALUE = 1, MESSAGE = 3, OBJECT = 4 };
    if (!HAS_LAYOUT(a[0], TUPLE) || TUPLE(a[0])->size <= VALUE ||
        !HAS_LAYOUT(field(e, a[0], VALUE), EXC)) {
        return err_null(e, T_TypeError,
                        "sys.unraisablehook argument type must be UnraisableHookArgs");
    }
    unraisable_show(e, field(e, a[0], VALUE), field(e, a[0], MESSAGE), field(e, a[0], OBJECT));
    return e->none;
}
