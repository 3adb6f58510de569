#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/draw.h"
#include "draw/fonts.h"
#include "draw/glyphs.h"
#include "draw/theme.h"
#include "support/fake_fonts.h"

static const DrawColour WHITE = 0xFFFFFFFFU;

static void assert_near(float actual, float expected) {
    if (!(fabsf(actual - expected) < 1e-3F))
        fail_msg("%g is not %g", (double)actual, (double)expected);
}

static void draw_sample(DrawList *list) {
    DrawPoint corners[] = {{0, 0}, {10, 0}, {10, 10}};
    draw_list_reset(list, 0x000C1019);
    draw_clip_push(list, (DrawRect){0, 0, 200, 100});
    draw_box(list, (DrawRect){10, 20, 100, 40.5F}, 12, 0xFF141A26, 0x8079CBFF,
             (DrawStroke){.width = 2, .on = 4, .off = 4});
    draw_polyline(list, corners, 3, WHITE, (DrawStroke){.width = 1.5F, .bend = 6, .arrow = 9});
    draw_disc(list, 5, 6, 7, WHITE);
    draw_arc(list, 5, 6, 7, 0.25F, 0.5F, WHITE, (DrawStroke){.width = 3});
    draw_hatch(list, (DrawRect){4, 5, 60, 9}, 2, 0xFF8190A9, 7, 2, 14, true);
    draw_alpha_push(list, 0.5F);
    draw_text_z(list, FONT_UI_SEMIBOLD, 18, 30, 44, WHITE, "Task-3 wakeup");
    draw_icon(list, ICON_DONE, 90, 40, 20, 0xFF2DBE90);
    draw_alpha_pop(list);
    draw_clip_pop(list);
}

static const char *const SAMPLE = "background 0C1019\n"
                                  "clip 0,0 200x100\n"
                                  "box 10,20 100x40.5 r12 fill 141A26 line 79CBFF/80 w2 dash 4/4\n"
                                  "line 0,0 10,0 10,10 w1.5 arrow 9 bend 6 FFFFFF\n"
                                  "pie 5,6 r7 FFFFFF\n"
                                  "arc 5,6 r7 0.25-0.5 w3 FFFFFF\n"
                                  "hatch 4,5 60x9 r2 pitch 7 origin 10 cross w2 8190A9\n"
                                  "alpha 0.5\n"
                                  "text 30,44 ui-semibold 18 FFFFFF \"Task-3 wakeup\"\n"
                                  "icon done 90,40 size 20 2DBE90\n"
                                  "unalpha\n"
                                  "unclip\n";

/* What a printing function writes; the caller frees it. */
static char *printed(const DrawList *list, void (*print)(const DrawList *, FILE *)) {
    FILE *file = tmpfile();
    assert_non_null(file);
    print(list, file);
    long length = ftell(file);
    assert_true(length >= 0);
    char *text = calloc(1, (size_t)length + 1);
    rewind(file);
    assert_int_equal(fread(text, 1, (size_t)length, file), (size_t)length);
    fclose(file);
    return text;
}

static void a_list_prints_one_command_a_line(void **state) {
    (void)state;
    DrawList list;
    draw_list_init(&list);
    draw_sample(&list);
    char *text = printed(&list, draw_list_print);
    assert_string_equal(text, SAMPLE);
    free(text);
    text = printed(&list, draw_list_print_texts);
    assert_string_equal(text, "Task-3 wakeup\n");
    free(text);
    draw_list_clear(&list);
}

static bool same_lists(const DrawList *a, const DrawList *b) {
    bool same = a->count == b->count && a->background == b->background;
    for (size_t i = 0; same && i < a->count; i++) same = draw_command_equal(a, i, b, i);
    return same;
}

static void lists_made_alike_are_equal_wherever_their_texts_lie(void **state) {
    (void)state;
    DrawList a, b;
    draw_list_init(&a);
    draw_list_init(&b);
    draw_sample(&a);
    draw_sample(&b);
    assert_true(same_lists(&a, &b));
    draw_list_reset(&b, 0);
    draw_text_z(&b, FONT_UI_BOLD, 10, 0, 0, WHITE, "earlier");
    draw_text_z(&b, FONT_UI_BOLD, 10, 0, 0, WHITE, "same");
    draw_list_reset(&a, 0);
    draw_text_z(&a, FONT_UI_BOLD, 10, 0, 0, WHITE, "same");
    assert_false(same_lists(&a, &b));
    assert_true(draw_command_equal(&a, 0, &b, 1));
    assert_false(draw_command_equal(&a, 0, &b, 0));
    draw_list_clear(&a);
    draw_list_clear(&b);
}

static void any_changed_field_makes_lists_differ(void **state) {
    (void)state;
    DrawList a, b;
    draw_list_init(&a);
    draw_list_init(&b);
    draw_sample(&a);
    for (size_t i = 0; i < a.count; i++) {
        draw_sample(&b);
        b.commands[i].y += 0.25F;
        assert_false(same_lists(&a, &b));
    }
    draw_sample(&b);
    b.text[3] = 'k' - 1;
    assert_false(same_lists(&a, &b));
    draw_sample(&b);
    b.points[2].x = 11;
    assert_false(same_lists(&a, &b));
    draw_sample(&b);
    b.background = 0xFF000000U;
    assert_false(same_lists(&a, &b));
    draw_list_clear(&a);
    draw_list_clear(&b);
}

static void what_cannot_be_seen_is_not_listed(void **state) {
    (void)state;
    DrawList list;
    draw_list_init(&list);
    draw_list_reset(&list, 0);
    draw_fill(&list, (DrawRect){0, 0, 0, 10}, 0, WHITE);
    draw_fill(&list, (DrawRect){0, 0, 10, NAN}, 0, WHITE);
    draw_fill(&list, (DrawRect){0, 0, 10, 10}, 0, 0x00FFFFFF);
    draw_outline(&list, (DrawRect){0, 0, 10, 10}, 0, WHITE, (DrawStroke){0});
    draw_text(&list, FONT_UI_BOLD, 10, 0, 0, WHITE, "", 0);
    draw_pie(&list, 0, 0, 10, 0.5F, 0.5F, WHITE);
    draw_icon(&list, ICON_DONE, 0, 0, 0, WHITE);
    assert_int_equal(list.count, 0);
    assert_false(list.full);
    draw_list_clear(&list);
}

static void a_full_list_keeps_its_beginning_and_says_so(void **state) {
    (void)state;
    DrawList list;
    draw_list_init(&list);
    draw_list_reset(&list, 0);
    for (int i = 0; i < DRAW_MAX_COMMANDS + 5; i++)
        draw_fill(&list, (DrawRect){(float)i, 0, 1, 1}, 0, WHITE);
    assert_true(list.full);
    assert_int_equal(list.count, DRAW_MAX_COMMANDS);
    draw_list_reset(&list, 0);
    assert_false(list.full);
    char *text = malloc(DRAW_MAX_TEXT);
    memset(text, 'x', DRAW_MAX_TEXT);
    draw_text(&list, FONT_UI_BOLD, 10, 0, 0, WHITE, text, DRAW_MAX_TEXT);
    assert_int_equal(list.count, 1);
    draw_text(&list, FONT_UI_BOLD, 10, 0, 0, WHITE, text, 1);
    draw_fill(&list, (DrawRect){0, 0, 1, 1}, 0, WHITE);
    assert_int_equal(list.count, 1);
    assert_true(list.full);
    free(text);
    draw_list_clear(&list);
}

static void nesting_too_deep_is_refused(void **state) {
    (void)state;
    DrawList list;
    draw_list_init(&list);
    draw_list_reset(&list, 0);
    for (int i = 0; i < DRAW_MAX_DEPTH; i++) draw_clip_push(&list, (DrawRect){0, 0, 9, 9});
    assert_false(list.full);
    draw_clip_push(&list, (DrawRect){0, 0, 9, 9});
    assert_true(list.full);
    draw_list_clear(&list);
}

static void popping_what_was_not_pushed_does_nothing(void **state) {
    (void)state;
    DrawList list;
    draw_list_init(&list);
    draw_list_reset(&list, 0);
    draw_clip_pop(&list);
    draw_alpha_pop(&list);
    assert_int_equal(list.count, 0);
    draw_list_clear(&list);
}

static void colours_fade(void **state) {
    (void)state;
    assert_int_equal(draw_fade(0xFF102030U, 0.5F), 0x80102030U);
    assert_int_equal(draw_fade(0x80102030U, 2), 0x80102030U);
    assert_int_equal(draw_fade(0x80102030U, NAN), 0x00102030U);
}

static void themes_hold_the_tokens_and_eight_identities(void **state) {
    (void)state;
    const Theme *dark = theme_get(THEME_DARK), *light = theme_get(THEME_LIGHT);
    assert_int_equal(dark->running, 0xFFFFB733U);
    assert_int_equal(light->running, 0xFFFFB11AU);
    assert_int_equal(light->runline, 0xFFB86E00U);
    assert_int_equal(dark->code_comment, 0xFF8391A8U);
    assert_int_equal(theme_identity(dark, 1), 0xFFB7C4FFU);
    assert_int_equal(theme_identity(dark, 9), theme_identity(dark, 1));
    assert_int_equal(theme_identity(light, 8), 0xFF6B5730U);
    assert_false(theme_identity_ringed(8));
    assert_true(theme_identity_ringed(9));
    assert_near(theme_type(true)->caption * PROJECTOR_SCALE, 46);
}

static void every_icon_has_a_name_and_lies_in_its_box(void **state) {
    (void)state;
    for (int icon = 0; icon < ICON_COUNT; icon++) {
        int count = 0;
        const Shape *shapes = glyph_shapes((DrawIcon)icon, &count);
        assert_non_null(glyph_icon_name((DrawIcon)icon));
        assert_true(count >= 1);
        for (int i = 0; i < count; i++) {
            bool round = shapes[i].kind == SHAPE_ARC;
            assert_true(round || shapes[i].count >= 2);
            for (int k = 0; k < shapes[i].count; k++) {
                DrawPoint p = shapes[i].points[k];
                assert_true(p.x >= 0 && p.x <= 20 && p.y >= 0 && p.y <= 20);
            }
        }
    }
}

static void malformed_text_becomes_replacement_signs(void **state) {
    (void)state;
    const char text[] = "a\xC3\xA9\xFF\xC3\xE2\x82\xAC\xED\xA0\x80\xC0\x80\xF0\x9F\x98\x80\0z";
    const uint32_t expected[] = {'a',    0xE9,   0xFFFD, 0xFFFD,  0x20AC, 0xFFFD, 0xFFFD,
                                 0xFFFD, 0xFFFD, 0xFFFD, 0x1F600, 0xFFFD, 'z',    0};
    size_t at = 0;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_int_equal(fonts_decode(text, sizeof text - 1, &at), expected[i]);
    at = 0;
    assert_int_equal(fonts_decode("\xE2\x82", 2, &at), 0xFFFD);
    assert_int_equal(at, 1);
}

static void a_text_measures_the_sum_of_its_advances(void **state) {
    (void)state;
    FakeFonts fake;
    fake_fonts_init(&fake);
    Fonts *fonts = &fake.base;
    assert_near(fonts_measure_z(fonts, FONT_UI_REGULAR, 10, "Ab c"), 7 + 5 + 3 + 5);
    assert_near(fonts_measure_z(fonts, FONT_MONO_BOLD, 10, "\xE2\x82\xAC..."), 24);
    assert_near(fonts_measure_tracked(fonts, FONT_MONO_BOLD, 10, 0.1F, "abc", 3), 18 + 2);
    assert_near(fonts_measure(fonts, FONT_UI_REGULAR, 10, "", 0), 0);
}

static void fitting_keeps_whole_characters(void **state) {
    (void)state;
    FakeFonts fake;
    fake_fonts_init(&fake);
    const char *text = "a\xE2\x82\xAC\xE2\x82\xAC";
    assert_int_equal(fonts_fit(&fake.base, FONT_UI_REGULAR, 10, text, 7, 14.9F), 4);
    assert_int_equal(fonts_fit(&fake.base, FONT_UI_REGULAR, 10, text, 7, 15), 7);
    assert_int_equal(fonts_fit(&fake.base, FONT_UI_REGULAR, 10, text, 7, 4), 0);
}

static void lines_break_at_spaces_and_newlines(void **state) {
    (void)state;
    FakeFonts fake;
    fake_fonts_init(&fake);
    static const char text[] = "one two  three\nx incomprehensible";
    const char *lines[] = {"one two", "three", "x", "incompr", "ehensib", "le"};
    size_t at = 0, length = sizeof text - 1;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        size_t next = 0;
        size_t end =
            fonts_break(&fake.base, FONT_UI_REGULAR, 10, text + at, length - at, 36, &next);
        assert_int_equal(end, strlen(lines[i]));
        assert_memory_equal(text + at, lines[i], end);
        at += next;
    }
    assert_int_equal(at, length);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_prints_one_command_a_line),
        cmocka_unit_test(lists_made_alike_are_equal_wherever_their_texts_lie),
        cmocka_unit_test(any_changed_field_makes_lists_differ),
        cmocka_unit_test(what_cannot_be_seen_is_not_listed),
        cmocka_unit_test(a_full_list_keeps_its_beginning_and_says_so),
        cmocka_unit_test(nesting_too_deep_is_refused),
        cmocka_unit_test(popping_what_was_not_pushed_does_nothing),
        cmocka_unit_test(colours_fade),
        cmocka_unit_test(themes_hold_the_tokens_and_eight_identities),
        cmocka_unit_test(every_icon_has_a_name_and_lies_in_its_box),
        cmocka_unit_test(malformed_text_becomes_replacement_signs),
        cmocka_unit_test(a_text_measures_the_sum_of_its_advances),
        cmocka_unit_test(fitting_keeps_whole_characters),
        cmocka_unit_test(lines_break_at_spaces_and_newlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
