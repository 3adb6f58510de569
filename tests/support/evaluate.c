#include "support/evaluate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/compile.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/str.h"
#include "vm/boot.h"
#include "vm/frame.h"
#include "vm/vm.h"

enum { ARENA = 32 << 20, SLICE = 1000000, SOURCE = 4096 };

static Code *compile(Engine *e, const char *expression) {
    char source[SOURCE];
    Diag d = {.kind = DIAG_NONE};
    int size = snprintf(source, sizeof source, "result = %s\n", expression);
    assert_in_range(size, 0, SOURCE - 1);
    Code *code = compile_text(e, source, (size_t)size, "test.py", 0, &d);
    if (!code) print_error("%s: %s\n", expression, d.text);
    return code;
}

static void name_types(Engine *e) {
    for (int i = 0; i < TYPE_COUNT; i++) {
        assert_true(dict_set_str(e, e->builtins, e->types[i]->name, OBJ(e->types[i])));
    }
}

/* Owned. */
static Str *exception_text(Engine *e) {
    Obj *exception = err_take(e);
    Str *message = obj_str(e, exception);
    Str *text = str_format(e, "%s: %s", exception->type->name->text, message->text);
    decref(e, message);
    decref(e, exception);
    return text;
}

/* Owned. */
static Str *run(Engine *e, Code *code) {
    Dict *names = dict_new(e);
    PFrame *frame = pframe_new(e, code, names, NULL);
    frame->locals = incref(names);
    assert_true(vm_push(e, &frame->f));
    assert_int_equal(vm_run(e, SLICE), RUN_ENDED);
    Str *name = str_from(e, "result");
    Obj *result = dict_get_str(names, name);
    Str *text = result ? obj_repr(e, result) : exception_text(e);
    decref(e, name);
    decref(e, names);
    return text;
}

static size_t check(Engine *e, const EvaluateCase *c, Code *code) {
    if (!code) return 1;
    Str *text = run(e, code);
    size_t wrong = !text || !str_equal_text(text, c->result);
    if (wrong) {
        print_error("%s\n  should be %s\n  but is    %s\n", c->expression, c->result,
                    text ? text->text : "an error in its repr");
    }
    xdecref(e, text);
    return wrong;
}

void evaluate_cases(const EvaluateCase *cases, size_t count) {
    Engine *e = calloc(1, sizeof *e);
    Code **codes = calloc(count, sizeof(Code *));
    size_t wrong = 0;
    assert_non_null(e);
    assert_non_null(codes);
    assert_true(engine_boot(e, ARENA, 0, 0));
    name_types(e);
    for (size_t i = 0; i < count; i++) codes[i] = compile(e, cases[i].expression);
    assert_true(engine_seal(e));
    for (size_t i = 0; i < count; i++) wrong += check(e, &cases[i], codes[i]);
    engine_shutdown(e);
    free(codes);
    free(e);
    assert_int_equal(wrong, 0);
}
