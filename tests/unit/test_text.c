#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/text.h"

static void english_has_every_text(void **state) {
    (void)state;
    for (int i = 0; i < TEXT_COUNT; i++) {
        if (!text_find(&text_english, (TextKey)i))
            fail_msg("no wording for %s", text_key_name((TextKey)i));
        assert_true(*text_find(&text_english, (TextKey)i) != 0);
    }
}

/* Bit n: the wording has {n}. Bit 10: an odd number of code marks. */
static unsigned holes(const char *text) {
    unsigned found = 0;
    for (const char *p = text; *p; p++) {
        if (p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}') found |= 1U << (p[1] - '0');
        if (*p == '`') found ^= 1U << 10;
    }
    return found;
}

static void other_languages_fill_in_the_same_things(void **state) {
    (void)state;
    size_t count;
    const TextTable *const *tables = text_tables(&count);
    for (size_t t = 0; t < count; t++) {
        for (int i = 0; i < TEXT_COUNT; i++) {
            const char *text = text_find(tables[t], (TextKey)i);
            if (!text) continue;
            unsigned here = holes(text), english = holes(text_find(&text_english, (TextKey)i));
            if (here >> 10 || (here & ~english))
                fail_msg("%s: %s: \"%s\"", tables[t]->language, text_key_name((TextKey)i), text);
        }
    }
}

static void language_is_found_by_its_base(void **state) {
    (void)state;
    assert_ptr_equal(text_table("es"), &text_spanish);
    assert_ptr_equal(text_table("es_ES.UTF-8"), &text_spanish);
    assert_ptr_equal(text_table("xx"), &text_english);
    assert_ptr_equal(text_table(NULL), &text_english);
}

static void missing_wording_is_taken_from_english(void **state) {
    (void)state;
    const TextTable empty = {.language = "xx", .name = "none"};
    assert_string_equal(text_get(&empty, TEXT_STEP), "step");
}

static void patterns_are_filled_and_cut_to_the_room(void **state) {
    (void)state;
    char out[16];
    const char *args[] = {"one", NULL};
    assert_int_equal(text_format(out, sizeof out, "<{0}{1}{2}>{x}", args, 2), 8);
    assert_string_equal(out, "<one>{x}");
    assert_int_equal(text_format(out, 4, "{0}{0}", args, 1), 3);
    assert_string_equal(out, "one");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_has_every_text),
        cmocka_unit_test(other_languages_fill_in_the_same_things),
        cmocka_unit_test(language_is_found_by_its_base),
        cmocka_unit_test(missing_wording_is_taken_from_english),
        cmocka_unit_test(patterns_are_filled_and_cut_to_the_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
