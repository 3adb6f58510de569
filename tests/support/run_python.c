#include "support/run_python.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "compile/compile.h"
#include "object/dict.h"
#include "object/str.h"
#include "vm/boot.h"
#include "vm/builtins.h"
#include "vm/program.h"
#include "vm/vm.h"

enum { ARENA = 16 << 20, SLICE = 1 << 20, BUDGET = 20 << 20 };

static PythonRun *run_of(Engine *e) {
    return (PythonRun *)(void *)e;
}

/* The engine is the first thing in a PythonRun. */
static void collect(Engine *e, int stream, const char *text, size_t size) {
    PythonRun *run = run_of(e);
    if (stream != 1) return;
    assert_true(run->size + size < sizeof run->output);
    memcpy(run->output + run->size, text, size);
    run->size += size;
}

void run_python_init(PythonRun *run) {
    memset(run, 0, sizeof *run);
    assert_true(engine_boot(&run->e, ARENA, 0, 0));
    assert_true(builtins_init(&run->e));
    run->e.module_codes = dict_new(&run->e);
    run->e.max_instructions = BUDGET;
    run->e.hooks.output = collect;
}

void run_python_clear(PythonRun *run) {
    engine_shutdown(&run->e);
}

void run_python(PythonRun *run, const char *source) {
    Engine *e = &run->e;
    Diag d = {.kind = DIAG_NONE};
    Code *code = compile_text(e, source, strlen(source), "test.py", 0, &d);
    if (!code) fail_msg("%d:%d %s", d.line, d.column, d.text);
    assert_true(engine_seal(e));
    assert_true(program_start(e, code));
    while (vm_run(e, SLICE) != RUN_ENDED) continue;
    if (!e->vm->exception_text) return;
    collect(e, 1, e->vm->exception_text->text, e->vm->exception_text->size);
    collect(e, 1, "\n", 1);
}

void assert_prints(const char *source, const char *expected) {
    PythonRun *run = malloc(sizeof *run);
    assert_non_null(run);
    run_python_init(run);
    run_python(run, source);
    assert_string_equal(run->output, expected);
    run_python_clear(run);
    free(run);
}
