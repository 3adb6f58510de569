#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Closes the file; the caller frees the text, which may hold zero bytes. */
static char *read_whole(FILE *file, size_t *size) {
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    assert_true(length >= 0);
    rewind(file);
    char *text = calloc((size_t)length + 1, 1);
    assert_non_null(text);
    *size = fread(text, 1, (size_t)length, file);
    fclose(file);
    return text;
}

static void write_anew(const char *path, const char *text, size_t size) {
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(text, 1, size, out), size);
    fclose(out);
}

bool golden_agrees(const char *path, FILE *actual) {
    size_t size, wanted_size;
    assert_non_null(actual);
    char *text = read_whole(actual, &size);
    if (getenv("COROSCOPE_UPDATE")) write_anew(path, text, size);
    FILE *golden = fopen(path, "rb");
    if (!golden) fail_msg("%s is missing: run this test with COROSCOPE_UPDATE=1", path);
    char *wanted = read_whole(golden, &wanted_size);
    size_t line = 1, i = 0;
    for (; i < size && i < wanted_size && text[i] == wanted[i]; i++) line += text[i] == '\n';
    bool same = i == size && i == wanted_size;
    free(text);
    free(wanted);
    if (!same) print_error("%s differs from line %zu on\n", path, line);
    return same;
}

void assert_golden(const char *path, FILE *actual) {
    if (!golden_agrees(path, actual))
        fail_msg("look at the picture, then run with COROSCOPE_UPDATE=1");
}

void assert_golden_list(const char *path, const DrawList *list) {
    FILE *actual = tmpfile();
    assert_non_null(actual);
    assert_false(list->full);
    assert_int_equal(list->clips, 0);
    assert_int_equal(list->alphas, 0);
    draw_list_print(list, actual);
    assert_golden(path, actual);
}
