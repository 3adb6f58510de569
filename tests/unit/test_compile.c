/* The compiler: listings of samples compared with recorded ones (tests/compile), and what listings
 * do not show. `test_compile --record` writes the recorded listings anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/compile.h"
#include "compile/disassemble.h"
#include "compile/opcode_info.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/boot.h"

enum { ARENA = 32 << 20, MAX_FILE = 1 << 16, MAX_PATH = 128 };

static const char *const samples[] = {"expressions",    "calls",      "functions",
                                      "control",        "exceptions", "coroutines",
                                      "comprehensions", "match",      "imports"};

typedef struct {
    Engine e;
    Diag d;
} Fixture;

static int setup(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    *state = f;
    return f && engine_boot(&f->e, ARENA, 0, 0) ? 0 : -1;
}

static int teardown(void **state) {
    Fixture *f = *state;
    engine_shutdown(&f->e);
    free(f);
    return 0;
}

static Code *compile(Fixture *f, const char *source) {
    f->d = (Diag){.kind = DIAG_NONE};
    return compile_text(&f->e, source, strlen(source), "test.py", 0, &f->d);
}

static Code *compiled(Fixture *f, const char *source) {
    Code *code = compile(f, source);
    if (!code) fail_msg("%s: %d:%d %s", source, f->d.line, f->d.column, f->d.text);
    return code;
}

static const Code *nested(const Code *code, const char *name) {
    for (uint32_t i = 0; i < code->const_count; i++) {
        if (code->consts[i]->type->layout != LAYOUT_CODE) continue;
        const Code *inner = CODE(code->consts[i]);
        if (str_equal_text(inner->name, name)) return inner;
    }
    fail_msg("no code object %s", name);
    return NULL;
}

static uint32_t find_op(const Code *code, Opcode op, uint32_t from) {
    for (uint32_t i = from; i < code->instr_count; i++) {
        if (INSTR_OP(code->instrs[i]) == op) return i;
    }
    fail_msg("no %s", opcode_info(op)->name);
    return 0;
}

static uint32_t count_op(const Code *code, Opcode op) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < code->instr_count; i++) count += INSTR_OP(code->instrs[i]) == op;
    return count;
}

static void assert_position(const Code *code, Opcode op, Position expected) {
    Position p = code->positions[find_op(code, op, 0)];
    assert_int_equal(p.line, expected.line);
    assert_int_equal(p.column, expected.column);
    assert_int_equal(p.end_line, expected.end_line);
    assert_int_equal(p.end_column, expected.end_column);
}

/* ---- recorded listings ---- */

static size_t read_file(const char *path, char *buffer) {
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("cannot read %s", path);
    size_t size = fread(buffer, 1, MAX_FILE - 1, file);
    buffer[size] = '\0';
    fclose(file);
    return size;
}

static Str *listing_of(Fixture *f, const char *name) {
    static char source[MAX_FILE];
    char path[MAX_PATH];
    snprintf(path, sizeof path, "tests/compile/%s.py", name);
    read_file(path, source);
    return code_disassemble(&f->e, compiled(f, source));
}

static void samples_compile_as_recorded(void **state) {
    Fixture *f = *state;
    static char recorded[MAX_FILE];
    char path[MAX_PATH];
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        const Str *listing = listing_of(f, samples[i]);
        snprintf(path, sizeof path, "tests/compile/%s.dis", samples[i]);
        read_file(path, recorded);
        if (strcmp(listing->text, recorded) != 0) {
            print_error("%s\n", listing->text);
            fail_msg("%s has another listing now (test_compile --record accepts it)", samples[i]);
        }
    }
}

static int record(void) {
    Fixture f;
    char path[MAX_PATH];
    memset(&f, 0, sizeof f);
    if (!engine_boot(&f.e, ARENA, 0, 0)) return 1;
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        const Str *listing = listing_of(&f, samples[i]);
        snprintf(path, sizeof path, "tests/compile/%s.dis", samples[i]);
        FILE *file = fopen(path, "wb");
        if (!file) return 1;
        fwrite(listing->text, 1, listing->size, file);
        fclose(file);
    }
    engine_shutdown(&f.e);
    return 0;
}

/* ---- instructions and their table ---- */

static void every_instruction_is_described(void **state) {
    (void)state;
    for (int op = 0; op < OPCODE_COUNT; op++) assert_non_null(opcode_info((Opcode)op)->name);
}

static void handlers_lie_in_order_without_overlap(void **state) {
    const Code *code = compiled(*state, "try:\n"
                                        "  with a:\n"
                                        "    try: b\n"
                                        "    finally: c\n"
                                        "except D as d:\n"
                                        "  e\n");
    assert_true(code->handler_count > 4);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const Handler *h = &code->handlers[i];
        assert_true(h->start < h->end && h->end <= code->instr_count);
        assert_true(h->target < code->instr_count && h->depth < code->stack_size);
        if (i > 0) assert_true(code->handlers[i - 1].end <= h->start);
    }
}

static void what_cannot_run_is_left_out(void **state) {
    const Code *code = compiled(*state, "while True:\n  raise x\ny\n");
    assert_int_equal(count_op(code, OPCODE_LOAD_NAME), 1);
    assert_int_equal(count_op(code, OPCODE_RETURN), 0);
}

static void leaving_early_runs_each_finally_body(void **state) {
    const Code *code = nested(compiled(*state, "def f():\n"
                                               "  for i in a:\n"
                                               "    try:\n"
                                               "      if b: return c\n"
                                               "      if d: break\n"
                                               "      if e: continue\n"
                                               "    finally:\n"
                                               "      last()\n"),
                              "f");
    /* one each: return, break, continue, the end of the body, an exception */
    assert_int_equal(count_op(code, OPCODE_CALL), 5);
}

/* ---- lines ---- */

static void a_statement_over_lines_has_one_line(void **state) {
    const Code *code = compiled(*state, "x = f(\n  1,\n  2)\n");
    assert_int_equal(count_op(code, OPCODE_LINE), 1);
}

static void the_header_of_a_loop_has_a_line_for_each_round(void **state) {
    const Code *code = compiled(*state, "for i in x:\n  i\n");
    uint32_t first = find_op(code, OPCODE_LINE, 0), round = find_op(code, OPCODE_FOR_ITER, 0);
    uint32_t body = find_op(code, OPCODE_LINE, round), again = find_op(code, OPCODE_LINE, body + 1);
    assert_int_equal(INSTR_ARG(code->instrs[first]), 1);
    assert_int_equal(INSTR_ARG(code->instrs[body]), 2);
    assert_int_equal(INSTR_ARG(code->instrs[again]), 1);
    assert_int_equal(code->instrs[again + 1], INSTR(OPCODE_JUMP, round));
}

static void leaving_a_with_block_comes_back_to_its_line(void **state) {
    const Code *code = compiled(*state, "with a:\n  b\n");
    uint32_t back = find_op(code, OPCODE_LINE_INSIDE, 0);
    assert_int_equal(INSTR_ARG(code->instrs[back]), 1);
    assert_int_equal(count_op(code, OPCODE_LINE), 2);
}

static void global_declarations_are_no_step(void **state) {
    const Code *code = nested(compiled(*state, "def f():\n  global x\n  x = 1\n"), "f");
    assert_int_equal(count_op(code, OPCODE_LINE), 1);
}

/* ---- positions ---- */

static void a_call_covers_the_whole_call(void **state) {
    const Code *code = compiled(*state, "x = f(1)\n");
    assert_position(code, OPCODE_CALL, (Position){1, 1, 4, 8});
}

static void a_method_call_over_lines_begins_at_the_name(void **state) {
    const Code *code = compiled(*state, "(a\n .b(1))\n");
    assert_position(code, OPCODE_LOAD_METHOD, (Position){2, 2, 2, 3});
    assert_position(code, OPCODE_CALL, (Position){2, 2, 2, 6});
}

static void columns_count_characters(void **state) {
    const Code *code = compiled(*state, "'\xc3\xa4' + x\n");
    assert_position(code, OPCODE_BINARY, (Position){1, 1, 0, 7});
}

/* ---- constants ---- */

static void constants_of_different_types_stay_apart(void **state) {
    const Code *code =
        compiled(*state, "x = 1; x = 1.0; x = True; x = 0.0; x = -0.0; x = 's'; x = b's'; x = 1\n");
    assert_int_equal(code->const_count, 8); /* the seven and None */
}

static void equal_constants_are_one_object_in_the_whole_program(void **state) {
    const Code *code = compiled(*state, "x = 123456, 'text'\ndef f():\n  return 123456, 'text'\n");
    const Code *f = nested(code, "f");
    assert_ptr_equal(code->consts[0], f->consts[0]);
    assert_int_equal(TUPLE(code->consts[0])->size, 2);
}

static void a_docstring_comes_first_and_loses_its_indentation(void **state) {
    const Code *f = nested(compiled(*state, "def f():\n"
                                            "    x = 1\n"
                                            "def g():\n"
                                            "    '''  One.\n\n"
                                            "      Two.\n"
                                            "    Three.\n"
                                            "    '''\n"
                                            "    return 1\n"),
                           "g");
    assert_string_equal(f->doc->text, "One.\n\n  Two.\nThree.\n");
    assert_ptr_equal(f->consts[0], f->doc);
}

static void annotations_of_the_future_are_texts(void **state) {
    Fixture *fix = *state;
    static const char *const texts[] = {"a.b[c, 1]",
                                        "x | y.z",
                                        "-a ** (b + c) * d",
                                        "f(a, *b, k=c, **d)",
                                        "lambda a, /, b=1, *c, d, **e: (a, b)",
                                        "[x for x, y in z if x if y]",
                                        "a if b and not c else d",
                                        "{1: 'x', **y}",
                                        "a[1:2, ::3]",
                                        "'s'",
                                        "(yield_, ...)"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        char source[256];
        snprintf(source, sizeof source, "from __future__ import annotations\nv: %s\n", texts[i]);
        const Code *code = compiled(fix, source);
        bool found = false;
        for (uint32_t c = 0; c < code->const_count; c++) {
            found |=
                HAS_LAYOUT(code->consts[c], STR) && str_equal_text(STR(code->consts[c]), texts[i]);
        }
        if (!found) fail_msg("%s is not among the constants", texts[i]);
    }
}

/* ---- variables ---- */

static void parameters_come_first_and_captured_ones_become_cells(void **state) {
    const Code *f = nested(compiled(*state, "def f(a, b, *c):\n"
                                            "  d = 1\n"
                                            "  return lambda: (b, d)\n"),
                           "f");
    assert_int_equal(f->local_count, 3);
    assert_int_equal(f->cell_count, 1);
    assert_string_equal(f->local_names[3]->text, "d");
    assert_int_equal(f->instrs[0], INSTR(OPCODE_MAKE_CELL, 1));
    assert_int_equal(f->instrs[1], INSTR(OPCODE_MAKE_CELL, 3));
    assert_int_equal(nested(f, "<lambda>")->free_count, 2);
}

static void a_comprehension_needs_no_frame_and_leaves_nothing_behind(void **state) {
    const Code *code = compiled(*state, "x = [i for i in y]\n");
    assert_int_equal(code->local_count, 1);
    for (uint32_t i = 0; i < code->const_count; i++) {
        assert_false(HAS_LAYOUT(code->consts[i], CODE));
    }
    assert_int_equal(count_op(code, OPCODE_STORE_FAST), 3); /* each item, and twice cleared */
}

static void names_in_a_class_are_mangled(void **state) {
    const Code *c =
        nested(compiled(*state, "class _A:\n  __x = 1\n  def f(self): self.__y\n"), "_A");
    bool found = false;
    for (uint32_t i = 0; i < c->name_count; i++) found |= str_equal_text(c->names[i], "_A__x");
    assert_true(found);
    assert_string_equal(nested(c, "f")->names[0]->text, "_A__y");
    assert_string_equal(nested(c, "f")->qualname->text, "_A.f");
}

/* ---- refusals ---- */

static void assert_refused(Fixture *f, const char *source, DiagKind kind, int line, int column,
                           const char *hint) {
    assert_null(compile(f, source));
    assert_int_equal(f->d.kind, kind);
    assert_int_equal(f->d.line, line);
    assert_int_equal(f->d.column, column);
    if (hint) assert_non_null(strstr(f->d.hint, hint));
}

static void integers_of_any_size_are_constants(void **state) {
    Fixture *f = *state;
    compiled(f, "x = 9223372036854775808, -9223372036854775809, 0xFFFFFFFFFFFFFFFFFFFF\n");
    compiled(f, "x = 9223372036854775807, -9223372036854775808, -0x8000000000000000\n");
}

static void metaclasses_and_type_parameters_are_compiled(void **state) {
    Fixture *f = *state;
    compiled(f, "class A(B, metaclass=M, x=1): pass\n");
    compiled(f, "def f[T: int, *Ts, **P](x: T = 1, *, k=2) -> T: pass\n");
    compiled(f, "class A[T](B):\n    def m[U: T](self, x: U): pass\n    type X = list[U]\n");
    compiled(f, "type X[T = int] = dict[str, X]\n");
}

static void too_many_nested_blocks_are_a_syntax_error(void **state) {
    char source[2048] = "";
    for (int i = 0; i < 22; i++) {
        for (int j = 0; j < i; j++) strcat(source, " ");
        strcat(source, "while x:\n");
    }
    strcat(source, "                      pass\n");
    assert_refused(*state, source, DIAG_SYNTAX, 22, 22, NULL);
    assert_string_equal(((Fixture *)*state)->d.text, "too many statically nested blocks");
}

/* ---- expressions on their own ---- */

static void an_expression_returns_its_value(void **state) {
    Fixture *f = *state;
    const Code *code = compile_expression(&f->e, "[q.qsize() for x in limit]", "check", &f->d);
    assert_non_null(code);
    assert_int_equal(INSTR_OP(code->instrs[code->instr_count - 1]), OPCODE_RETURN);
    assert_int_equal(count_op(code, OPCODE_LOAD_NAME), 2);
    assert_int_equal(count_op(code, OPCODE_LINE), 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "--record") == 0) return record();
    const struct CMUnitTest tests[] = {
        TEST(samples_compile_as_recorded),
        TEST(every_instruction_is_described),
        TEST(handlers_lie_in_order_without_overlap),
        TEST(what_cannot_run_is_left_out),
        TEST(leaving_early_runs_each_finally_body),
        TEST(a_statement_over_lines_has_one_line),
        TEST(the_header_of_a_loop_has_a_line_for_each_round),
        TEST(leaving_a_with_block_comes_back_to_its_line),
        TEST(global_declarations_are_no_step),
        TEST(a_call_covers_the_whole_call),
        TEST(a_method_call_over_lines_begins_at_the_name),
        TEST(columns_count_characters),
        TEST(constants_of_different_types_stay_apart),
        TEST(equal_constants_are_one_object_in_the_whole_program),
        TEST(a_docstring_comes_first_and_loses_its_indentation),
        TEST(annotations_of_the_future_are_texts),
        TEST(parameters_come_first_and_captured_ones_become_cells),
        TEST(a_comprehension_needs_no_frame_and_leaves_nothing_behind),
        TEST(names_in_a_class_are_mangled),
        TEST(integers_of_any_size_are_constants),
        TEST(metaclasses_and_type_parameters_are_compiled),
        TEST(too_many_nested_blocks_are_a_syntax_error),
        TEST(an_expression_returns_its_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
