/* Languages whose signs not every computer can show: when they are offered, how lines break. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "platform/platform_fonts.h"
#include "text/text.h"

/* Every sign is one em wide. */
static float advance(Fonts *fonts, FontId font, uint32_t codepoint, uint32_t next) {
    (void)fonts, (void)font, (void)codepoint, (void)next;
    return 1;
}

static Fonts plain = {.advance = advance};
static Fonts with_han = {.advance = advance, .has_han = true};

static void chinese_is_offered_only_where_its_signs_have_glyphs(void **state) {
    (void)state;
    assert_string_equal(platform_fonts_language(&with_han, "zh"), "zh");
    assert_string_equal(platform_fonts_language(&plain, "zh"), "en");
    assert_string_equal(platform_fonts_language(&plain, "zh-CN"), "en");
    assert_string_equal(platform_fonts_language(&plain, "es"), "es");
    assert_string_equal(platform_fonts_language(&plain, "en"), "en");
}

static void chinese_has_every_text(void **state) {
    (void)state;
    for (int i = 0; i < TEXT_COUNT; i++)
        if (!text_find(&text_chinese, (TextKey)i))
            fail_msg("no wording for %s", text_key_name((TextKey)i));
    assert_int_equal(text_chinese.script, SCRIPT_HAN);
    assert_ptr_equal(text_table("zh-Hans-CN"), &text_chinese);
}

/* The signs of the first line of `text` at this width. */
static size_t first_line(const char *text, float width, size_t *next) {
    return fonts_break(&plain, FONT_UI_REGULAR, 1, text, strlen(text), width, next);
}

static void lines_break_between_chinese_signs(void **state) {
    (void)state;
    size_t next;
    assert_int_equal(first_line("\u4e8b\u4ef6\u5faa\u73af", 3, &next), 9);
    assert_int_equal(next, 9);
}

static void a_line_does_not_begin_with_a_closing_mark(void **state) {
    (void)state;
    size_t next;
    assert_int_equal(first_line("\u4e8b\u4ef6\u3002\u73af", 2, &next), 3);
    assert_int_equal(next, 3);
}

static void a_latin_word_among_chinese_signs_stays_whole(void **state) {
    (void)state;
    size_t next;
    assert_int_equal(first_line("\u7b49\u5f85sleep", 4, &next), 6);
    assert_int_equal(next, 6);
}

static void latin_lines_break_at_spaces_as_before(void **state) {
    (void)state;
    size_t next;
    assert_int_equal(first_line("ready queue", 8, &next), 5);
    assert_int_equal(next, 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_is_offered_only_where_its_signs_have_glyphs),
        cmocka_unit_test(chinese_has_every_text),
        cmocka_unit_test(lines_break_between_chinese_signs),
        cmocka_unit_test(a_line_does_not_begin_with_a_closing_mark),
        cmocka_unit_test(a_latin_word_among_chinese_signs_stays_whole),
        cmocka_unit_test(latin_lines_break_at_spaces_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
