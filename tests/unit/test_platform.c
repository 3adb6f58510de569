#define _POSIX_C_SOURCE 200809L

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "platform/platform.h"
#include "platform/platform_files.h"
#include "platform/platform_fonts.h"

static char folder[] = "test_platform_XXXXXX";
static char error[PLATFORM_ERROR_SIZE];

static int make_folder(void **state) {
    (void)state;
    /* No test opens a window on somebody's screen. */
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    return rmdir(folder);
}

static const char *in_folder(const char *name) {
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void assert_near(float actual, float expected, float tolerance) {
    if (!(fabsf(actual - expected) <= tolerance))
        fail_msg("%g is not %g", (double)actual, (double)expected);
}

/* ---- Files ---- */

static void a_file_is_replaced_as_a_whole(void **state) {
    (void)state;
    char path[256], *data = NULL;
    size_t length = 0;
    snprintf(path, sizeof path, "%s", in_folder("a/b/progress.json"));
    assert_true(platform_write_file(path, "first, longer", 13, error, sizeof error));
    assert_true(platform_write_file(path, "one\0two", 7, error, sizeof error));
    assert_true(platform_read_file(path, 100, &data, &length, error, sizeof error));
    assert_int_equal(length, 7);
    assert_memory_equal(data, "one\0two", 8);
    free(data);
    PlatformNames names;
    assert_true(platform_list_folder(in_folder("a/b"), "", &names, error, sizeof error));
    assert_int_equal(names.count, 1);
    platform_names_clear(&names);
    remove(path);
    rmdir(in_folder("a/b"));
    rmdir(in_folder("a"));
}

static void what_cannot_be_read_is_explained(void **state) {
    (void)state;
    char path[256], *data = NULL;
    snprintf(path, sizeof path, "%s", in_folder("missing"));
    assert_false(platform_read_file(path, 100, &data, NULL, error, sizeof error));
    assert_null(data);
    assert_non_null(strstr(error, path));
    assert_false(platform_read_file(folder, 100, &data, NULL, error, sizeof error));
    assert_true(platform_write_file(path, "123456", 6, error, sizeof error));
    assert_false(platform_read_file(path, 5, &data, NULL, error, sizeof error));
    assert_non_null(strstr(error, "too large"));
    assert_true(platform_read_file(path, 6, &data, NULL, error, sizeof error));
    assert_string_equal(data, "123456");
    free(data);
    remove(path);
}

static void a_large_file_is_read_to_its_end(void **state) {
    (void)state;
    enum { SIZE = 300000 };
    char path[256], *data = NULL, *written = malloc(SIZE);
    size_t length = 0;
    for (int i = 0; i < SIZE; i++) written[i] = (char)(i * 7);
    snprintf(path, sizeof path, "%s", in_folder("large"));
    assert_true(platform_write_file(path, written, SIZE, error, sizeof error));
    assert_true(platform_read_file(path, SIZE, &data, &length, error, sizeof error));
    assert_int_equal(length, SIZE);
    assert_memory_equal(data, written, SIZE);
    free(data);
    free(written);
    remove(path);
}

static void a_folder_lists_its_names_in_order(void **state) {
    (void)state;
    const char *made[] = {"b.json", "a.json", "c.py"};
    PlatformNames names;
    for (int i = 0; i < 3; i++)
        assert_true(platform_write_file(in_folder(made[i]), "", 0, error, sizeof error));
    assert_true(platform_list_folder(folder, ".json", &names, error, sizeof error));
    assert_int_equal(names.count, 2);
    assert_string_equal(names.names[0], "a.json");
    assert_string_equal(names.names[1], "b.json");
    platform_names_clear(&names);
    for (int i = 0; i < 3; i++) remove(in_folder(made[i]));
    assert_false(platform_list_folder(in_folder("none"), "", &names, error, sizeof error));
    platform_names_clear(&names);
}

static void a_stamp_changes_with_the_content(void **state) {
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", in_folder("watched"));
    assert_int_equal(platform_file_stamp(path), 0);
    platform_write_file(path, "a", 1, error, sizeof error);
    uint64_t first = platform_file_stamp(path);
    assert_true(first != 0);
    assert_true(platform_file_stamp(path) == first);
    platform_write_file(path, "ab", 2, error, sizeof error);
    assert_true(platform_file_stamp(path) != first);
    remove(path);
}

static void paths_join_and_split(void **state) {
    (void)state;
    char path[16];
    assert_true(platform_join(path, sizeof path, "a", "b"));
    assert_string_equal(path, "a/b");
    assert_true(platform_join(path, sizeof path, "a/", "b"));
    assert_string_equal(path, "a/b");
    assert_true(platform_join(path, sizeof path, "a", "/b"));
    assert_string_equal(path, "/b");
    assert_false(platform_join(path, sizeof path, "0123456789", "01234"));
    assert_true(platform_folder_of(path, sizeof path, "a/b/c"));
    assert_string_equal(path, "a/b");
    assert_true(platform_folder_of(path, sizeof path, "c"));
    assert_string_equal(path, ".");
    assert_true(platform_folder_of(path, sizeof path, "/c"));
    assert_string_equal(path, "/");
}

static void settings_live_in_the_config_folder(void **state) {
    (void)state;
    char path[PLATFORM_PATH_SIZE], here[2048], expected[PLATFORM_PATH_SIZE];
    assert_non_null(getcwd(here, sizeof here));
    snprintf(expected, sizeof expected, "%s/%s", here, folder);
    setenv("XDG_CONFIG_HOME", expected, 1);
    assert_true(platform_config_folder(path, sizeof path));
    strcat(expected, "/coroscope");
    assert_string_equal(path, expected);
    assert_true(platform_is_folder(path));
    rmdir(path);
}

/* ---- Fonts ---- */

static Fonts *open_fonts(void) {
    Fonts *fonts = platform_fonts_create(NULL, error, sizeof error);
    if (!fonts) fail_msg("%s", error);
    return fonts;
}

static void mono_fonts_give_every_character_the_same_width(void **state) {
    (void)state;
    Fonts *fonts = open_fonts();
    for (int font = FONT_MONO_REGULAR; font <= FONT_MONO_BOLD; font++) {
        assert_near(fonts_measure_z(fonts, (FontId)font, 10, "iW.-> !="), 48, 1e-3F);
        assert_near(fonts_measure_z(fonts, (FontId)font, 17, "fetch"), 51, 1e-3F);
    }
    platform_fonts_destroy(fonts);
}

static void pairs_of_letters_are_kerned(void **state) {
    (void)state;
    Fonts *fonts = open_fonts();
    float together = fonts_measure_z(fonts, FONT_UI_REGULAR, 100, "AV");
    float apart = fonts_measure_z(fonts, FONT_UI_REGULAR, 100, "A") +
                  fonts_measure_z(fonts, FONT_UI_REGULAR, 100, "V");
    assert_true(together < apart - 2);
    assert_near(fonts_measure_z(fonts, FONT_UI_REGULAR, 100, "HH"),
                2 * fonts_measure_z(fonts, FONT_UI_REGULAR, 100, "H"), 0.01F);
    platform_fonts_destroy(fonts);
}

static double ink(const GlyphMask *mask) {
    double sum = 0;
    for (int y = 0; y < mask->height; y++)
        for (int x = 0; x < mask->width; x++) sum += mask->coverage[y * mask->stride + x];
    return sum / 255;
}

/* Where the ink's weight lies to the right of the pen. */
static double middle_of_ink(const GlyphMask *mask) {
    double sum = 0;
    for (int y = 0; y < mask->height; y++)
        for (int x = 0; x < mask->width; x++)
            sum += mask->coverage[y * mask->stride + x] * (mask->left + x + 0.5);
    return sum / 255 / ink(mask);
}

static void a_phase_moves_the_same_ink_by_a_quarter(void **state) {
    (void)state;
    Fonts *fonts = open_fonts();
    double area = 0, middle = 0;
    for (int phase = 0; phase < FONT_PHASES; phase++) {
        GlyphMask mask;
        assert_true(fonts->glyph(fonts, FONT_UI_REGULAR, 16, 'g', phase, &mask));
        if (phase == 0) area = ink(&mask), middle = middle_of_ink(&mask);
        assert_true(fabs(ink(&mask) - area) < 0.5);
        assert_true(fabs(middle_of_ink(&mask) - middle - phase * 0.25) <
                    0.08); /* pixels are coarse */
    }
    platform_fonts_destroy(fonts);
}

static void glyphs_stand_on_the_baseline_beside_their_pen(void **state) {
    (void)state;
    Fonts *fonts = open_fonts();
    GlyphMask mask;
    assert_true(fonts->glyph(fonts, FONT_UI_BOLD, 40, 'H', 0, &mask));
    assert_int_equal(mask.top, mask.height);
    assert_near((float)mask.height, 40 * fonts->metrics[FONT_UI_BOLD].cap_height, 1);
    assert_true(mask.left >= 1 && mask.left < 6);
    assert_true(fonts->glyph(fonts, FONT_UI_BOLD, 40, 'p', 0, &mask));
    assert_true(mask.top < mask.height);
    assert_true(fonts->glyph(fonts, FONT_UI_REGULAR, 40, 0xC5, 0, &mask));
    assert_true(mask.top == mask.height && mask.top > 30);
    assert_false(fonts->glyph(fonts, FONT_UI_REGULAR, 40, ' ', 0, &mask));
    platform_fonts_destroy(fonts);
}

static void many_sizes_do_not_exhaust_the_atlas(void **state) {
    (void)state;
    Fonts *fonts = open_fonts();
    GlyphMask mask;
    for (int size = 200; size < 500; size += 4)
        for (uint32_t c = 'A'; c <= 'Z'; c += 3) {
            assert_true(fonts->glyph(fonts, FONT_UI_BOLD, (float)size, c, 0, &mask));
            assert_true(mask.height > size / 2);
        }
    platform_fonts_destroy(fonts);
}

static void fonts_are_found_in_the_given_folder_first(void **state) {
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", in_folder("Inter-Regular.otf"));
    platform_write_file(path, "not a font", 10, error, sizeof error);
    assert_null(platform_fonts_create(folder, error, sizeof error));
    assert_non_null(strstr(error, path));
    remove(path);
    Fonts *fonts = platform_fonts_create(folder, error, sizeof error);
    assert_non_null(fonts);
    platform_fonts_destroy(fonts);
}

/* ---- The window ---- */

typedef struct {
    int frames;
    uint64_t first_ns, last_ns;
    bool fresh_first, fresh_later;
} Seen;

static void moving_frame(void *user, Platform *platform, PlatformFrame *frame) {
    (void)platform;
    Seen *seen = user;
    Surface *s = frame->surface;
    assert_int_equal(s->width, 800);
    assert_int_equal(s->height, 450);
    for (int i = 0; i < s->width * s->height; i++) s->pixels[i] = 0xFF336699U;
    if (seen->frames == 0)
        seen->first_ns = frame->now_ns, seen->fresh_first = frame->surface_fresh;
    else
        seen->fresh_later |= frame->surface_fresh;
    seen->last_ns = frame->now_ns;
    frame->dirty[0] = (PixelRect){0, 0, 100, 100};
    frame->dirty_count = 1;
    frame->wake_ns = seen->frames < 5 ? 0 : frame->now_ns + UINT64_C(50000000);
    frame->quit = ++seen->frames == 8;
}

static void frames_come_at_the_refresh_or_when_asked_for(void **state) {
    (void)state;
    PlatformOptions options = {"test", 800, 450, false};
    Platform *platform = platform_create(&options, error, sizeof error);
    if (!platform) fail_msg("%s", error);
    Seen seen = {0};
    platform_run(platform, moving_frame, &seen);
    assert_int_equal(seen.frames, 8);
    assert_true(seen.fresh_first);
    assert_false(seen.fresh_later);
    uint64_t ms = (seen.last_ns - seen.first_ns) / 1000000;
    assert_true(ms >= 5 * 3 + 50);
    assert_true(platform_density(platform) > 0);
    platform_destroy(platform);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_replaced_as_a_whole),
        cmocka_unit_test(what_cannot_be_read_is_explained),
        cmocka_unit_test(a_large_file_is_read_to_its_end),
        cmocka_unit_test(a_folder_lists_its_names_in_order),
        cmocka_unit_test(a_stamp_changes_with_the_content),
        cmocka_unit_test(paths_join_and_split),
        cmocka_unit_test(settings_live_in_the_config_folder),
        cmocka_unit_test(mono_fonts_give_every_character_the_same_width),
        cmocka_unit_test(pairs_of_letters_are_kerned),
        cmocka_unit_test(a_phase_moves_the_same_ink_by_a_quarter),
        cmocka_unit_test(glyphs_stand_on_the_baseline_beside_their_pen),
        cmocka_unit_test(many_sizes_do_not_exhaust_the_atlas),
        cmocka_unit_test(fonts_are_found_in_the_given_folder_first),
        cmocka_unit_test(frames_come_at_the_refresh_or_when_asked_for),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
