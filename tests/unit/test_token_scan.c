/* Colouring source text, faulty or not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "syntax/token_scan.h"

/* One letter a kind, in the order of TokenScanKind. */
static const char LETTERS[] = "KNDCB@1SO#?";

/* "K0+2" for a keyword at column 0, two characters long; a '/' where a new line begins. */
static void describe(const char *text, size_t length, char *out, size_t size) {
    TokenScanner s;
    TokenScanSpan span;
    uint32_t line = 1;
    size_t used = 0;
    out[0] = '\0';
    token_scan_init(&s, text, length);
    while (token_scan_next(&s, &span)) {
        const char *gap = span.line > line ? " / " : used ? " " : "";
        line = span.line;
        used += (size_t)snprintf(out + used, size - used, "%s%c%u+%u", gap, LETTERS[span.kind],
                                 (unsigned)span.column, (unsigned)span.length);
    }
}

static void assert_spans(const char *text, const char *expected) {
    char spans[1024];
    describe(text, strlen(text), spans, sizeof spans);
    assert_string_equal(spans, expected);
}

static void keywords_names_and_calls_differ(void **state) {
    (void)state;
    assert_spans("async def run(x): # go", "K0+5 K6+3 D10+3 O13+1 N14+1 O15+1 O16+1 #18+4");
    assert_spans("print(a.print(b))", "B0+5 O5+1 N6+1 O7+1 C8+5 O13+1 N14+1 O15+1 O16+1");
    assert_spans("class A: x = None", "K0+5 D6+1 O7+1 N9+1 O11+1 K13+4");
    assert_spans("@a.b(1)", "@0+1 @1+1 O2+1 @3+1 O4+1 15+1 O6+1");
}

static void soft_keywords_are_coloured_where_they_are_meant(void **state) {
    (void)state;
    assert_spans("match x:\n case 1: y", "K0+5 N6+1 O7+1 / K1+4 16+1 O7+1 N9+1");
    assert_spans("match = type(x)", "N0+5 O6+1 B8+4 O12+1 N13+1 O14+1");
    assert_spans("type X = int", "K0+4 N5+1 O7+1 N9+3");
    assert_spans("match(x)", "C0+5 O5+1 N6+1 O7+1");
}

static void numbers_and_strings_are_whole(void **state) {
    (void)state;
    assert_spans("0x1F + 1e-5 + .5 + rb'\\''", "10+4 O5+1 17+4 O12+1 114+2 O17+1 S19+6");
    assert_spans("'é' + \"\"\"a\nb\"\"\" + c", "S0+3 O4+1 S6+4 / S0+4 O5+1 N7+1");
    assert_spans("'a\\\nb' c", "S0+3 / S0+2 N3+1");
}

static void fields_of_fstrings_are_code(void **state) {
    (void)state;
    assert_spans("f'a{x!r:>{w}}b'",
                 "S0+3 O3+1 N4+1 O5+1 N6+1 O7+1 S8+1 O9+1 N10+1 O11+1 O12+1 S13+2");
    assert_spans("f'{d['k']}'", "S0+2 O2+1 N3+1 O4+1 S5+3 O8+1 O9+1 S10+1");
    assert_spans("f'{{x}}'", "S0+8");
    assert_spans("f'{ {1: 2}[a:b] }'",
                 "S0+2 O2+1 O4+1 15+1 O6+1 18+1 O9+1 O10+1 N11+1 O12+1 N13+1 O14+1 O16+1 S17+1");
    assert_spans("f'\\N{BULLET}{x}'", "S0+12 O12+1 N13+1 O14+1 S15+1");
}

static void faulty_text_is_coloured_to_its_end(void **state) {
    (void)state;
    assert_spans("x = 'ab\ny = $ 1", "N0+1 O2+1 S4+3 / N0+1 O2+1 ?4+1 16+1");
    assert_spans("f'{x", "S0+2 O2+1 N3+1");
    assert_spans(")]}", "O0+1 O1+1 O2+1");
    assert_spans("def", "K0+3");
    assert_spans("", "");
}

static void columns_count_code_points_and_offsets_bytes(void **state) {
    (void)state;
    TokenScanner s;
    TokenScanSpan span;
    static const char TEXT[] = "\xEF\xBB\xBFñ = 'é'\r\nx";
    token_scan_init(&s, TEXT, sizeof TEXT - 1);
    assert_true(token_scan_next(&s, &span) && span.column == 0 && span.length == 1);
    assert_true(token_scan_next(&s, &span) && span.column == 2);
    assert_true(token_scan_next(&s, &span) && span.column == 4 && span.length == 3);
    assert_int_equal(span.end - span.start, 4);
    assert_true(token_scan_next(&s, &span) && span.line == 2 && span.column == 0);
    assert_false(token_scan_next(&s, &span));
}

static void every_cut_and_byte_moves_on(void **state) {
    (void)state;
    static const char TEXT[] = "@d\nasync def f(a): return f'''{a!r:{b}}\n{{''' if 1.5e3 else \\\n"
                               "b'\\x00' # \xC3\xA9\n\xFF\xFE f'{f'{f'{f'";
    for (size_t length = 0; length < sizeof TEXT; length++) {
        TokenScanner s;
        TokenScanSpan span;
        uint32_t end = 0;
        token_scan_init(&s, TEXT, length);
        while (token_scan_next(&s, &span)) {
            assert_true(span.start >= end && span.end > span.start && span.end <= length);
            end = span.end;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keywords_names_and_calls_differ),
        cmocka_unit_test(soft_keywords_are_coloured_where_they_are_meant),
        cmocka_unit_test(numbers_and_strings_are_whole),
        cmocka_unit_test(fields_of_fstrings_are_code),
        cmocka_unit_test(faulty_text_is_coloured_to_its_end),
        cmocka_unit_test(columns_count_code_points_and_offsets_bytes),
        cmocka_unit_test(every_cut_and_byte_moves_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
