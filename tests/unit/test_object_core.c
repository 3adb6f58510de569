/* Objects, types, exceptions and signatures of natives, without running a program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/exceptions.h"
#include "object/int.h"
#include "object/list.h"
#include "object/native.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "object/weakref.h"
#include "vm/boot.h"
#include "vm/class.h"
#include "vm/ops.h"
#include "vm/signature.h"
#include "vm/vm.h"

enum { ARENA = 8 << 20 };

static int setup(void **state) {
    Engine *e = calloc(1, sizeof *e);
    *state = e;
    return e && engine_boot(e, ARENA, 0, 0) && engine_seal(e) ? 0 : -1;
}

static int teardown(void **state) {
    engine_shutdown(*state);
    free(*state);
    return 0;
}

static void assert_raised(Engine *e, int type_id, const char *message) {
    assert_true(err_matches(e, type_id));
    Str *text = obj_str(e, err_get(e));
    assert_non_null(text);
    assert_string_equal(text->text, message);
    decref(e, text);
    err_clear(e);
}

static void assert_repr(Engine *e, Obj *o, const char *expected) {
    Str *text = obj_repr(e, o);
    assert_non_null(text);
    assert_string_equal(text->text, expected);
    decref(e, text);
}

/* ---- objects ---- */

static void objects_made_before_sealing_are_never_counted(void **state) {
    Engine *e = *state;
    uint32_t refs = e->none->refs;
    incref(e->none);
    decref(e, e->none);
    decref(e, TYPE(e, int));
    assert_int_equal(e->none->refs, refs);
    assert_true(TYPE(e, int)->h.refs >= IMMORTAL);
    Obj *made = OBJ(list_new(e, 0));
    assert_int_equal(made->refs, 1);
    decref(e, made);
}

static void ids_are_the_same_in_every_engine(void **state) {
    Engine *e = *state, other;
    assert_true(engine_boot(&other, ARENA, 0, 0) && engine_seal(&other));
    Obj *a = OBJ(list_new(e, 0)), *b = OBJ(list_new(&other, 0));
    assert_int_equal(a->id, b->id);
    assert_true(obj_address(a) == obj_address(b));
    decref(e, a);
    engine_shutdown(&other);
}

static void a_chain_deeper_than_the_c_stack_is_freed(void **state) {
    Engine *e = *state;
    size_t before = arena_used(&e->arena);
    Obj *chain = OBJ(tuple_pack(e, 1, e->none));
    for (int i = 0; i < 50000; i++) {
        Obj *next = OBJ(tuple_pack(e, 1, chain));
        decref(e, chain);
        chain = next;
    }
    decref(e, chain);
    assert_int_equal(arena_used(&e->arena), before);
}

static void a_full_arena_raises_the_memory_error_made_beforehand(void **state) {
    Engine *e = *state;
    Obj *chain = e->none, *next;
    while ((next = OBJ(tuple_pack(e, 1, chain))) != NULL) {
        decref(e, chain);
        chain = next;
    }
    assert_ptr_equal(err_get(e), e->vm->memory_error);
    err_clear(e);
    decref(e, chain);
}

static void weak_references_go_dead_with_their_object(void **state) {
    Engine *e = *state;
    Obj *instance = NULL;
    assert_null(weakref_new(e, TYPE(e, weakref), e->empty_tuple, NULL));
    assert_raised(e, T_TypeError, "cannot create weak reference to 'tuple' object");
    Dict *names = dict_new(e);
    Type *class = class_new(e, TYPE(e, type), N(e, name), TUPLE(e->empty_tuple), names);
    decref(e, names);
    assert_int_equal(op_call0(e, OBJ(class), &instance), R_OK);
    Obj *ref = weakref_new(e, TYPE(e, weakref), instance, NULL);
    Obj *same = weakref_new(e, TYPE(e, weakref), instance, NULL);
    assert_ptr_equal(ref, same);
    assert_ptr_equal(WEAKREF(ref)->referent, instance);
    decref(e, instance);
    assert_null(WEAKREF(ref)->referent);
    decref(e, ref);
    decref(e, same);
}

/* ---- types ---- */

static void exception_group_has_both_bases(void **state) {
    Engine *e = *state;
    assert_repr(e, OBJ(TYPE(e, ExceptionGroup)->mro),
                "(<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, "
                "<class 'BaseException'>, <class 'object'>)");
    assert_true(type_is_subtype(TYPE(e, ExceptionGroup), TYPE(e, Exception)));
    assert_false(type_is_subtype(TYPE(e, BaseExceptionGroup), TYPE(e, Exception)));
}

static Obj *attribute(Engine *e, Type *type, const char *name) {
    Str *text = str_from(e, name);
    Obj *found = type_lookup(e, type, text);
    decref(e, text);
    return found;
}

static void slots_are_visible_as_dunder_methods(void **state) {
    Engine *e = *state;
    assert_repr(e, attribute(e, TYPE(e, int), "__add__"),
                "<slot wrapper '__add__' of 'int' objects>");
    assert_repr(e, attribute(e, TYPE(e, list), "append"), "<method 'append' of 'list' objects>");
    assert_null(attribute(e, TYPE(e, list), "__sub__"));
    assert_null(attribute(e, TYPE(e, str), "__setitem__"));
    assert_ptr_equal(attribute(e, TYPE(e, list), "__hash__"), e->none);
    assert_ptr_equal(attribute(e, TYPE(e, bool), "__len__"), NULL);
}

static void wrappers_check_receiver_and_arguments(void **state) {
    Engine *e = *state;
    Obj *add = attribute(e, TYPE(e, int), "__add__"), *out = NULL;
    Obj *one = e->small_ints[1 - SMALL_INT_MIN];
    assert_int_equal(op_call2(e, add, one, one, &out), R_OK);
    assert_int_equal(int_value(out), 2);
    assert_int_equal(op_call2(e, add, one, OBJ(e->empty_str), &out), R_OK);
    assert_ptr_equal(out, e->not_implemented);
    assert_int_equal(op_call1(e, add, one, &out), R_ERR);
    assert_raised(e, T_TypeError, "expected 1 argument, got 0");
    assert_int_equal(op_call2(e, add, e->none, one, &out), R_ERR);
    assert_raised(e, T_TypeError,
                  "descriptor '__add__' requires a 'int' object but received a 'NoneType'");
    assert_int_equal(op_call0(e, add, &out), R_ERR);
    assert_raised(e, T_TypeError, "descriptor '__add__' of 'int' object needs an argument");
}

/* ---- exceptions ---- */

static Obj *make(Engine *e, int type_id, Obj *const *args, int count) {
    Obj *out = NULL;
    assert_int_equal(op_call(e, OBJ(e->types[type_id]), args, count, NULL, &out), R_OK);
    return out;
}

static void raising_links_the_handled_exception(void **state) {
    Engine *e = *state;
    Obj *handled = exc_new(e, T_ValueError, "first");
    e->vm->thread_exc.handled = handled;
    err_null(e, T_KeyError, NULL);
    assert_ptr_equal(EXC(err_get(e))->context, handled);
    err_raise(e, handled);
    assert_null(EXC(handled)->context);
    err_clear(e);
    e->vm->thread_exc.handled = NULL;
    decref(e, handled);
}

static void a_context_chain_never_becomes_a_ring(void **state) {
    Engine *e = *state;
    Obj *a = exc_new(e, T_ValueError, "a"), *b = exc_new(e, T_ValueError, "b");
    exc_link_context(e, b, a);
    exc_link_context(e, a, b);
    assert_ptr_equal(EXC(a)->context, b);
    assert_null(EXC(b)->context);
    decref(e, b);
    decref(e, a);
}

static void errno_chooses_the_subclass_of_os_error(void **state) {
    Engine *e = *state;
    Obj *args[] = {int_new(e, 2), OBJ(str_from(e, "gone")), OBJ(str_from(e, "a.txt"))};
    Obj *x = make(e, T_OSError, args, 3);
    assert_true(IS(e, x, FileNotFoundError));
    assert_repr(e, x, "FileNotFoundError(2, 'gone')");
    Str *text = obj_str(e, x);
    assert_string_equal(text->text, "[Errno 2] gone: 'a.txt'");
    decref(e, text);
    decref(e, x);
    decref(e, args[1]);
    decref(e, args[2]);
}

static void a_group_of_exceptions_only_is_an_exception_group(void **state) {
    Engine *e = *state;
    Obj *items[] = {exc_new(e, T_ValueError, "v"), exc_new(e, T_KeyboardInterrupt, NULL)};
    Tuple *one = tuple_of(e, items, 1), *both = tuple_of(e, items, 2);
    Obj *message = OBJ(str_from(e, "m"));
    Obj *plain = exc_group_new(e, message, one), *base = exc_group_new(e, message, both);
    assert_true(IS(e, plain, ExceptionGroup));
    assert_true(IS(e, base, BaseExceptionGroup));
    assert_repr(e, plain, "ExceptionGroup('m', [ValueError('v')])");
    Obj *args[] = {message, OBJ(both)}, *out = NULL;
    assert_int_equal(op_call(e, OBJ(TYPE(e, ExceptionGroup)), args, 2, NULL, &out), R_ERR);
    assert_raised(e, T_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    decref(e, plain);
    decref(e, base);
    decref(e, one);
    decref(e, both);
    decref(e, message);
    decref(e, items[0]);
    decref(e, items[1]);
}

static void key_error_shows_its_key_as_repr(void **state) {
    Engine *e = *state;
    err_raise_with(e, T_KeyError, OBJ(N(e, __init__)));
    assert_raised(e, T_KeyError, "'__init__'");
}

/* ---- signatures ---- */

static Obj *give_tuple(Engine *e, Obj *const *a) {
    return OBJ(tuple_pack(e, 3, a[0], a[1] ? a[1] : e->none, a[2]));
}

static const NativeDef keywords_def = {"f", "x, y=, *, z='a, b'", give_tuple, NULL, 0, 0, NULL};
static const NativeDef python_def = {"f", "x, y=, z=-3", give_tuple, NULL, 0, NATIVE_PYTHON, NULL};
static const NativeDef plain_def = {"f", "x, y=, z=None, /", give_tuple, NULL, 0, 0, NULL};

static void defaults_and_keywords_are_bound_by_name(void **state) {
    Engine *e = *state;
    Obj *f = native_new(e, T_builtin_function_or_method, &keywords_def, NULL, "builtins");
    Obj *out = NULL, *args[] = {e->true_, e->false_};
    assert_int_equal(op_call(e, f, args, 1, NULL, &out), R_OK);
    assert_repr(e, out, "(True, None, 'a, b')");
    decref(e, out);
    Str *y = str_from(e, "y");
    Tuple *names = tuple_pack(e, 1, y);
    assert_int_equal(op_call(e, f, args, 2, names, &out), R_OK);
    assert_repr(e, out, "(True, False, 'a, b')");
    decref(e, out);
    Str *text = signature_text(e, NATIVE(f)->sig);
    assert_string_equal(text->text, "(x, y=<unrepresentable>, *, z='a, b')");
    decref(e, text);
    decref(e, names);
    decref(e, y);
}

static void assert_refuses(Engine *e, const NativeDef *def, int nargs, const char *keyword,
                           const char *message) {
    Obj *f = native_new(e, T_builtin_function_or_method, def, NULL, "builtins"), *out = NULL;
    Obj *args[] = {e->none, e->none, e->none, e->none, e->none};
    Str *name = keyword ? str_from(e, keyword) : NULL;
    Tuple *names = keyword ? tuple_pack(e, 1, name) : NULL;
    assert_int_equal(op_call(e, f, args, nargs, names, &out), R_ERR);
    assert_raised(e, T_TypeError, message);
    xdecref(e, names);
    xdecref(e, name);
}

static void messages_follow_the_kind_of_native(void **state) {
    Engine *e = *state;
    assert_refuses(e, &keywords_def, 0, NULL, "f() missing required argument 'x' (pos 1)");
    assert_refuses(e, &keywords_def, 3, NULL, "f() takes at most 2 positional arguments (3 given)");
    assert_refuses(e, &keywords_def, 4, NULL, "f() takes at most 3 arguments (4 given)");
    assert_refuses(e, &keywords_def, 2, "x",
                   "argument for f() given by name ('x') and position (1)");
    assert_refuses(e, &keywords_def, 2, "key", "f() got an unexpected keyword argument 'key'");
    assert_refuses(e, &python_def, 0, NULL, "f() missing 1 required positional argument: 'x'");
    assert_refuses(e, &python_def, 4, NULL,
                   "f() takes from 1 to 3 positional arguments but 4 were given");
    assert_refuses(e, &plain_def, 0, NULL, "f expected at least 1 argument, got 0");
    assert_refuses(e, &plain_def, 4, NULL, "f expected at most 3 arguments, got 4");
    assert_refuses(e, &plain_def, 1, "x", "f() takes no keyword arguments");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(objects_made_before_sealing_are_never_counted, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(ids_are_the_same_in_every_engine, setup, teardown),
        cmocka_unit_test_setup_teardown(a_chain_deeper_than_the_c_stack_is_freed, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_arena_raises_the_memory_error_made_beforehand, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(weak_references_go_dead_with_their_object, setup, teardown),
        cmocka_unit_test_setup_teardown(exception_group_has_both_bases, setup, teardown),
        cmocka_unit_test_setup_teardown(slots_are_visible_as_dunder_methods, setup, teardown),
        cmocka_unit_test_setup_teardown(wrappers_check_receiver_and_arguments, setup, teardown),
        cmocka_unit_test_setup_teardown(raising_links_the_handled_exception, setup, teardown),
        cmocka_unit_test_setup_teardown(a_context_chain_never_becomes_a_ring, setup, teardown),
        cmocka_unit_test_setup_teardown(errno_chooses_the_subclass_of_os_error, setup, teardown),
        cmocka_unit_test_setup_teardown(a_group_of_exceptions_only_is_an_exception_group, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(key_error_shows_its_key_as_repr, setup, teardown),
        cmocka_unit_test_setup_teardown(defaults_and_keywords_are_bound_by_name, setup, teardown),
        cmocka_unit_test_setup_teardown(messages_follow_the_kind_of_native, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
