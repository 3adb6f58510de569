/* Reading programs: trees, places, messages, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/region.h"
#include "syntax/parser.h"
#include "syntax/symtable.h"
#include "syntax/syntax_check.h"

enum { LIMIT = 64 * 1024 * 1024 };

typedef struct {
    Region region;
    AstNode *module;
    Diag diag;
} Program;

static bool read_program(Program *p, const char *source, size_t length) {
    SymScope *top;
    region_init(&p->region, LIMIT);
    return parse_module(&p->region, source, length, &p->module, &p->diag) &&
           symtable_build(&p->region, p->module, &top, &p->diag) &&
           syntax_check(p->module, &p->diag);
}

static void read_valid(Program *p, const char *source) {
    if (!read_program(p, source, strlen(source))) fail_msg("%s\n%s", source, p->diag.text);
}

static const AstNode *statement(const Program *p, int index) {
    assert_true(index < p->module->module.body.count);
    return p->module->module.body.items[index];
}

/* The value of the first statement, an expression. */
static const AstNode *expression(const Program *p) {
    const AstNode *node = statement(p, 0);
    assert_int_equal(node->kind, AST_EXPR);
    return node->value.value;
}

static void assert_place(const AstNode *node, uint32_t line, uint32_t column, uint32_t end_line,
                         uint32_t end_column) {
    assert_int_equal(node->line, line);
    assert_int_equal(node->column, column);
    assert_int_equal(node->end_line, end_line);
    assert_int_equal(node->end_column, end_column);
}

static void assert_refused(const char *source, DiagKind kind, const char *text) {
    Program p;
    assert_false(read_program(&p, source, strlen(source)));
    assert_int_equal(p.diag.kind, kind);
    assert_non_null(strstr(p.diag.text, text));
    assert_true(p.diag.line >= 1 && p.diag.column >= 1);
    region_clear(&p.region);
}

/* ---- Messages recorded from CPython ------------------------------------------------------- */

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("%s cannot be read", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    rewind(file);
    char *text = malloc((size_t)size + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)size, file), size);
    text[size] = '\0';
    fclose(file);
    return text;
}

static const char *kind_name(DiagKind kind) {
    switch (kind) {
    case DIAG_SYNTAX: return "SyntaxError";
    case DIAG_INDENTATION: return "IndentationError";
    case DIAG_TAB: return "TabError";
    case DIAG_UNSUPPORTED: return "Unsupported";
    default: return "?";
    }
}

/* The answer as errors.py writes it. */
static void answer(const char *program, size_t length, char *out, size_t size) {
    Program p;
    if (read_program(&p, program, length)) {
        snprintf(out, size, "OK");
    } else {
        bool range = p.diag.end_column > 0;
        snprintf(out, size, "%s|%d|%d|%d|%d|%s", kind_name(p.diag.kind), p.diag.line, p.diag.column,
                 range ? p.diag.end_line : 0, p.diag.end_column, p.diag.text);
    }
    region_clear(&p.region);
}

static void messages_are_those_of_cpython(void **state) {
    (void)state;
    char *table = read_file("tests/syntax/errors.txt");
    int programs = 0, wrong = 0;
    for (char *at = table; at && strncmp(at, "%% ", 3) == 0; programs++) {
        char *program = strchr(at, '\n') + 1, *next = strstr(program, "\n%% ");
        size_t length = next ? (size_t)(next + 1 - program) : strlen(program);
        char ours[2 * DIAG_TEXT];
        answer(program, length, ours, sizeof ours);
        program[-1] = '\0';
        if (strcmp(ours, at + 3) != 0) {
            print_error("%.*s  CPython: %s\n  here:    %s\n", (int)length, program, at + 3, ours);
            wrong++;
        }
        at = next ? next + 1 : NULL;
    }
    free(table);
    assert_true(programs > 500);
    assert_int_equal(wrong, 0);
}

/* ---- Trees ------------------------------------------------------------------------------- */

static void places_count_code_points(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "'é' + ñ(1)\n");
    const AstNode *sum = expression(&p);
    assert_place(sum, 1, 0, 1, 10);
    assert_place(sum->bin_op.right, 1, 6, 1, 10);
    assert_string_equal(sum->bin_op.right->call.func->name.id->text, "ñ");
    region_clear(&p.region);
}

static void parentheses_belong_to_the_operation_not_to_the_operand(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "(a) + b\n");
    assert_place(expression(&p), 1, 0, 1, 7);
    assert_place(expression(&p)->bin_op.left, 1, 1, 1, 2);
    region_clear(&p.region);
}

static void operators_bind_as_in_python(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "-a ** b * c < d | e\n");
    const AstNode *compare = expression(&p);
    assert_int_equal(compare->kind, AST_COMPARE);
    const AstNode *product = compare->compare.left;
    assert_int_equal(product->bin_op.op, AST_MULT);
    assert_int_equal(product->bin_op.left->kind, AST_UNARY_OP);
    assert_int_equal(product->bin_op.left->unary_op.operand->bin_op.op, AST_POW);
    assert_int_equal(compare->compare.comparators.items[0]->bin_op.op, AST_BIT_OR);
    region_clear(&p.region);
}

static void names_with_the_same_text_are_one(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "spam = eggs\nspam.eggs\n");
    const AstNode *assign = statement(&p, 0), *attribute = statement(&p, 1)->value.value;
    assert_ptr_equal(assign->assign.targets.items[0]->name.id, attribute->attribute.value->name.id);
    assert_ptr_equal(assign->assign.value->name.id, attribute->attribute.attr);
    assert_int_equal(ast_names_count(p.module->module.names) >= 2, true);
    region_clear(&p.region);
}

static const AstConstant *constant(Program *p, const char *source) {
    read_valid(p, source);
    assert_int_equal(expression(p)->kind, AST_CONSTANT);
    return &expression(p)->constant;
}

static void integers_keep_their_digits(void **state) {
    (void)state;
    Program p;
    const AstConstant *c = constant(&p, "0xFF_ff\n");
    assert_true(c->fits && c->integer == 65535 && c->base == 16);
    assert_string_equal(c->text, "FFff");
    region_clear(&p.region);
    c = constant(&p, "9223372036854775807\n");
    assert_true(c->fits && c->integer == INT64_MAX);
    region_clear(&p.region);
    c = constant(&p, "9223372036854775808\n");
    assert_false(c->fits);
    assert_string_equal(c->text, "9223372036854775808");
    region_clear(&p.region);
}

static void adjacent_strings_are_joined_and_decoded(void **state) {
    (void)state;
    Program p;
    const AstConstant *c = constant(&p, "('a\\n' r'\\n'\n '\\u00e9\\x41\\101')\n");
    assert_int_equal(c->kind, AST_CONST_STR);
    assert_string_equal(c->text, "a\n\\n\xC3\xA9"
                                 "AA");
    assert_int_equal(c->length, 8);
    region_clear(&p.region);
    c = constant(&p, "b'\\xff\\0' b'z'\n");
    assert_int_equal(c->kind, AST_CONST_BYTES);
    assert_memory_equal(c->text, "\xFF\0z", 3);
    region_clear(&p.region);
}

static void line_ends_of_any_sort_and_a_byte_order_mark_are_read(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "\xEF\xBB\xBFif x:\r\n  y\r\nz = '''a\r\nb'''\rw");
    assert_int_equal(p.module->module.body.count, 3);
    assert_string_equal(statement(&p, 1)->assign.value->constant.text, "a\nb");
    assert_place(statement(&p, 2), 5, 0, 5, 1);
    region_clear(&p.region);
}

static void fstrings_are_taken_apart(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "f'a{b!r:>{w}}{{c' 'd'\n");
    const AstList *parts = &expression(&p)->sequence.elts;
    assert_int_equal(parts->count, 3);
    assert_string_equal(parts->items[0]->constant.text, "a");
    const AstNode *field = parts->items[1];
    assert_place(field, 1, 3, 1, 13);
    assert_int_equal(field->formatted_value.conversion, 'r');
    const AstList *spec = &field->formatted_value.format_spec->sequence.elts;
    assert_int_equal(spec->count, 2);
    assert_int_equal(spec->items[1]->kind, AST_FORMATTED_VALUE);
    assert_string_equal(parts->items[2]->constant.text, "{cd");
    region_clear(&p.region);
}

static void debug_fields_show_their_source(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "f'{ x + 1 = }{y=!s}{z=:4}'\n");
    const AstList *parts = &expression(&p)->sequence.elts;
    assert_int_equal(parts->count, 6);
    assert_string_equal(parts->items[0]->constant.text, " x + 1 = ");
    assert_int_equal(parts->items[1]->formatted_value.conversion, 'r');
    assert_int_equal(parts->items[3]->formatted_value.conversion, 's');
    assert_int_equal(parts->items[5]->formatted_value.conversion, -1);
    region_clear(&p.region);
}

static void fstrings_nest_with_the_same_quotes(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "f'{d['k']}{f'{1}'}'\n");
    const AstList *parts = &expression(&p)->sequence.elts;
    assert_int_equal(parts->items[0]->formatted_value.value->kind, AST_SUBSCRIPT);
    assert_int_equal(parts->items[1]->formatted_value.value->kind, AST_JOINED_STR);
    region_clear(&p.region);
}

static void parameters_are_sorted_by_how_they_are_given(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "def f(a, b=1, /, c=2, *d, e, g=3, **h): pass\n");
    const AstArguments *args = &statement(&p, 0)->function_def.args->arguments;
    assert_int_equal(args->posonlyargs.count, 2);
    assert_int_equal(args->args.count, 1);
    assert_int_equal(args->defaults.count, 2);
    assert_int_equal(args->kwonlyargs.count, 2);
    assert_null(args->kw_defaults.items[0]);
    assert_int_equal(args->kw_defaults.items[1]->constant.integer, 3);
    assert_string_equal(args->vararg->arg.arg->text, "d");
    assert_string_equal(args->kwarg->arg.arg->text, "h");
    region_clear(&p.region);
}

static void soft_keywords_stay_names(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "match = type = case = _ = 1\n"
                   "match(match)\nmatch [0]\nmatch -1\ntype (x)\n"
                   "match x:\n    case [1, *_] | {'k': 2} as y if y: pass\n"
                   "    case Point(x=0, y=-1.5): pass\n"
                   "type Pair[T] = tuple[T, T]\n");
    assert_int_equal(statement(&p, 1)->value.value->kind, AST_CALL);
    assert_int_equal(statement(&p, 2)->value.value->kind, AST_SUBSCRIPT);
    assert_int_equal(statement(&p, 3)->value.value->kind, AST_BIN_OP);
    assert_int_equal(statement(&p, 5)->kind, AST_MATCH);
    assert_int_equal(statement(&p, 5)->match.cases.items[0]->match_case.pattern->kind,
                     AST_MATCH_AS);
    assert_int_equal(statement(&p, 6)->kind, AST_TYPE_ALIAS);
    region_clear(&p.region);
}

static bool count_kind(AstNode *node, void *data) {
    int *counts = data;
    counts[node->kind]++;
    return ast_each_child(node, count_kind, data);
}

static void trees_can_be_walked_without_knowing_the_kinds(void **state) {
    (void)state;
    Program p;
    int counts[AST_KIND_COUNT] = {0}, fields;
    read_valid(&p, "f(x, k={**a, 'b': [c for d in e if g]})[1:2] = lambda h=i: j\n");
    assert_true(ast_each_child(p.module, count_kind, counts));
    assert_int_equal(counts[AST_NAME], 9);
    assert_int_equal(counts[AST_SLICE] + counts[AST_COMPREHENSION] + counts[AST_KEYWORD], 3);
    const AstField *assign = ast_fields(AST_ASSIGN, &fields);
    assert_int_equal(fields, 2);
    assert_string_equal(assign[1].name, "value");
    assert_string_equal(ast_kind_name(AST_ASYNC_FOR), "AsyncFor");
    region_clear(&p.region);
}

static void elif_is_an_if_in_the_else(void **state) {
    (void)state;
    Program p;
    read_valid(&p, "if a: b\nelif c: d\nelse:\n    e\n");
    const AstNode *outer = statement(&p, 0), *inner = outer->test.orelse.items[0];
    assert_int_equal(inner->kind, AST_IF);
    assert_place(outer, 1, 0, 4, 5);
    assert_place(inner, 2, 0, 4, 5);
    assert_int_equal(inner->test.orelse.count, 1);
    region_clear(&p.region);
}

static void an_expression_can_be_read_alone(void **state) {
    (void)state;
    Region r;
    Diag d;
    AstNode *module;
    region_init(&r, LIMIT);
    assert_true(parse_expression(&r, "  a + 1 ", 8, &module, &d));
    assert_int_equal(module->module.body.items[0]->value.value->kind, AST_BIN_OP);
    assert_false(parse_expression(&r, "a = 1", 5, &module, &d));
    assert_int_equal(d.kind, DIAG_SYNTAX);
    region_clear(&r);
}

/* ---- What is refused, limits ------------------------------------------------------------- */

static void what_is_outside_the_subset_is_named(void **state) {
    (void)state;
    assert_refused("# coding: latin-1\nx = 'é'\n", DIAG_UNSUPPORTED, "encoding latin-1");
}

static void bytes_that_are_no_text_are_refused(void **state) {
    (void)state;
    Program p;
    assert_false(read_program(&p, "x = '\xFF'\n", 8));
    assert_int_equal(p.diag.column, 6);
    region_clear(&p.region);
    assert_false(read_program(&p, "x\n\0y", 4));
    assert_int_equal(p.diag.line, 2);
    assert_string_equal(p.diag.text, "source code cannot contain null bytes");
    region_clear(&p.region);
}

static char *repeat(const char *first, int count, const char *middle, const char *last) {
    size_t size = (strlen(first) + strlen(last)) * (size_t)count + strlen(middle) + 2;
    char *text = malloc(size);
    assert_non_null(text);
    text[0] = '\0';
    size_t used = 0;
    for (int i = 0; i < count; i++) used += (size_t)sprintf(text + used, "%s", first);
    used += (size_t)sprintf(text + used, "%s", middle);
    for (int i = 0; i < count; i++) used += (size_t)sprintf(text + used, "%s", last);
    return text;
}

static void deep_nesting_ends_in_a_message(void **state) {
    (void)state;
    static const char *const SHAPES[][3] = {
        {"(", "x", ")"},           {"[", "", "]"},
        {"f(", "x", ")"},          {"-", "x", ""},
        {"not ", "x", ""},         {"lambda: ", "x", ""},
        {"a ** ", "x", ""},        {"a + ", "x", ""},
        {"a.", "x", ""},           {"{1: ", "x", "}"},
        {"x if y else ", "z", ""}, {"f'{", "x", "}'"},
        {"(x = ", "y", ")"},       {"f(x y, ", "z", ")"},
        {"a ", "b", ""},           {"[a, b for c in ", "d", "]"},
    };
    for (size_t i = 0; i < sizeof SHAPES / sizeof SHAPES[0]; i++) {
        char *text = repeat(SHAPES[i][0], 20000, SHAPES[i][1], SHAPES[i][2]);
        Program p;
        assert_false(read_program(&p, text, strlen(text)));
        assert_true(p.diag.text[0] != '\0');
        region_clear(&p.region);
        free(text);
    }
}

static void ninety_nine_parentheses_are_fine(void **state) {
    (void)state;
    Program p;
    char *text = repeat("(", 99, "x", ")");
    read_valid(&p, text);
    region_clear(&p.region);
    free(text);
}

static void memory_limits_end_in_a_message(void **state) {
    (void)state;
    static const char PROGRAM[] = "class A[T]:\n    def f(self, *a, k=f'{1:>{2}}'):\n"
                                  "        return [x for y in a if (z := y) for x in z]\n"
                                  "match a:\n    case {'k': [b, *c]} | A(b=1): pass\n";
    for (size_t limit = 0; limit < 60000; limit += 48) {
        Region r;
        AstNode *module;
        SymScope *top;
        Diag d;
        region_init(&r, limit);
        bool ok = parse_module(&r, PROGRAM, sizeof PROGRAM - 1, &module, &d) &&
                  symtable_build(&r, module, &top, &d);
        if (!ok) assert_int_equal(d.kind, DIAG_LIMIT);
        assert_true(r.used <= limit);
        region_clear(&r);
    }
}

static void every_beginning_of_a_program_is_read_or_refused(void **state) {
    (void)state;
    static const char PROGRAM[] =
        "async def f(a, /, *b: int, c='''\n''', **d) -> None:\n"
        "    async with x as y, (z): return [await i async for i in f'{a!r:{b}}{{' if (k := 1)]\n"
        "try: raise E from None\nexcept* (A, B) as e: del e[1:2, ...]\n"
        "match a:\n    case {'k': [b, *_], **r} | A(b=-1.5) if b: pass\n"
        "@dec\nclass C[T: int = str](D, m=1): x: int = lambda *a, k=0: (yield)\n"
        "assert 0xF_F <= 1e-3 is not b'\\x00', \"\\\n\"\n";
    for (size_t length = 0; length < sizeof PROGRAM; length++) {
        Program p;
        char *exact = malloc(length + 1); /* a sanitizer sees any reading beyond it */
        assert_non_null(exact);
        memcpy(exact, PROGRAM, length);
        exact = realloc(exact, length ? length : 1);
        if (!read_program(&p, exact, length)) assert_true(p.diag.text[0] != '\0');
        region_clear(&p.region);
        free(exact);
    }
}

/* ---- What the syntax stands on ------------------------------------------------------------ */

static void regions_are_zeroed_aligned_and_bounded(void **state) {
    (void)state;
    Region r;
    region_init(&r, 1024 * 1024);
    unsigned char *large = region_alloc(&r, 200000), *small = region_alloc(&r, 1);
    assert_true(large && small && (uintptr_t)large % 16 == 0 && (uintptr_t)small % 16 == 0);
    assert_int_equal(large[199999] | small[0], 0);
    assert_null(region_alloc(&r, 1024 * 1024));
    assert_null(region_alloc(&r, SIZE_MAX));
    assert_string_equal(region_copy(&r, "abcd", 3), "abc");
    region_clear(&r);
    assert_int_equal(r.used, 0);
}

static void the_first_message_is_kept(void **state) {
    (void)state;
    Diag d = {0};
    diag_set(&d, DIAG_SYNTAX, 1, 2, 1, 3, "%s", "first");
    diag_hint(&d, "do %d", 1);
    diag_set(&d, DIAG_LIMIT, 9, 9, 9, 9, "second");
    assert_string_equal(d.text, "first");
    assert_string_equal(d.hint, "do 1");
    assert_int_equal(d.line, 1);
}

static void long_messages_end_at_a_whole_character(void **state) {
    (void)state;
    Diag d = {0};
    char *text = repeat("é", 200, "", "");
    diag_set(&d, DIAG_SYNTAX, 1, 1, 1, 0, "x%s", text);
    free(text);
    assert_int_equal(strlen(d.text) % 2, 1);
    Diag e = {0};
    text = repeat("é", 200, "", "");
    diag_set(&e, DIAG_SYNTAX, 1, 1, 1, 0, "%s", text);
    free(text);
    assert_int_equal(strlen(e.text), 254);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_are_those_of_cpython),
        cmocka_unit_test(places_count_code_points),
        cmocka_unit_test(parentheses_belong_to_the_operation_not_to_the_operand),
        cmocka_unit_test(operators_bind_as_in_python),
        cmocka_unit_test(names_with_the_same_text_are_one),
        cmocka_unit_test(integers_keep_their_digits),
        cmocka_unit_test(adjacent_strings_are_joined_and_decoded),
        cmocka_unit_test(line_ends_of_any_sort_and_a_byte_order_mark_are_read),
        cmocka_unit_test(fstrings_are_taken_apart),
        cmocka_unit_test(debug_fields_show_their_source),
        cmocka_unit_test(fstrings_nest_with_the_same_quotes),
        cmocka_unit_test(parameters_are_sorted_by_how_they_are_given),
        cmocka_unit_test(soft_keywords_stay_names),
        cmocka_unit_test(trees_can_be_walked_without_knowing_the_kinds),
        cmocka_unit_test(elif_is_an_if_in_the_else),
        cmocka_unit_test(an_expression_can_be_read_alone),
        cmocka_unit_test(what_is_outside_the_subset_is_named),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(deep_nesting_ends_in_a_message),
        cmocka_unit_test(ninety_nine_parentheses_are_fine),
        cmocka_unit_test(memory_limits_end_in_a_message),
        cmocka_unit_test(every_beginning_of_a_program_is_read_or_refused),
        cmocka_unit_test(regions_are_zeroed_aligned_and_bounded),
        cmocka_unit_test(the_first_message_is_kept),
        cmocka_unit_test(long_messages_end_at_a_whole_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
