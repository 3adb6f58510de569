#include "lesson/lesson_nearest.h"

#include <ctype.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>

enum { MAX_NAME = 64, WHOLE = 2, HALF = 1 }; /* a cost is counted in half letters */

static int min(int a, int b) {
    return a < b ? a : b;
}

static int letter_cost(char a, char b) {
    if (a == b) return 0;
    return tolower((unsigned char)a) == tolower((unsigned char)b) ? HALF : WHOLE;
}

/* Fills the row of costs for the first `i` letters of `a`; the two rows before are known. */
static void fill_row(int *row, const int *before, const int *two_before, const char *a, size_t i,
                     const char *b, size_t length) {
    row[0] = (int)i * WHOLE;
    for (size_t j = 1; j <= length; j++) {
        int cost = before[j - 1] + letter_cost(a[i - 1], b[j - 1]);
        cost = min(cost, min(before[j], row[j - 1]) + WHOLE);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = min(cost, two_before[j - 2] + WHOLE);
        row[j] = cost;
    }
}

int lesson_nearest_distance(const char *a, const char *b) {
    size_t rows = strlen(a), columns = strlen(b);
    if (rows > MAX_NAME || columns > MAX_NAME) return INT_MAX;
    int cost[3][MAX_NAME + 1] = {{0}};
    for (size_t j = 0; j <= columns; j++) cost[0][j] = (int)j * WHOLE;
    for (size_t i = 1; i <= rows; i++)
        fill_row(cost[i % 3], cost[(i + 2) % 3], cost[(i + 1) % 3], a, i, b, columns);
    return cost[rows % 3][columns];
}

/* ---- Slips --------------------------------------------------------------------------------- */

static bool same_but_for_capitals(const char *a, const char *b) {
    for (; *a && *b; a++, b++)
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b)) return false;
    return *a == *b;
}

LessonSlip lesson_nearest_slip(const char *given, const char *name) {
    if (strcmp(given, name) == 0) return SLIP_NONE;
    if (same_but_for_capitals(given, name)) return SLIP_CAPITALS;
    const char *a = given, *b = name;
    while (*a && *a == *b) a++, b++;
    if (*b && strcmp(a, b + 1) == 0) return SLIP_MISSING;
    if (*a && strcmp(a + 1, b) == 0) return SLIP_ADDED;
    if (!*a || !*b) return SLIP_NONE;
    if (strcmp(a + 1, b + 1) == 0) return SLIP_CHANGED;
    bool swapped = a[1] && a[0] == b[1] && a[1] == b[0] && strcmp(a + 2, b + 2) == 0;
    return swapped ? SLIP_SWAPPED : SLIP_NONE;
}

/* ---- The nearest --------------------------------------------------------------------------- */

/* One letter in three of the shorter name, one at least; capitals may be any. */
static int near(const char *given, const char *name) {
    if (same_but_for_capitals(given, name)) return INT_MAX;
    size_t a = strlen(given), b = strlen(name), letters = a < b ? a : b;
    return letters < 3 ? WHOLE : (int)letters * WHOLE / 3;
}

/* Half of its letters. */
static int far(const char *given, const char *name) {
    (void)given;
    int letters = (int)strlen(name);
    return letters > WHOLE ? letters : WHOLE;
}

typedef int Enough(const char *given, const char *name);

static const char *nearest_of(const char *given, const char *const *names, size_t count,
                              Enough *enough) {
    const char *nearest = NULL;
    int best = INT_MAX;
    for (size_t i = 0; i < count; i++) {
        int distance = lesson_nearest_distance(given, names[i]);
        if (distance >= best || distance > enough(given, names[i])) continue;
        best = distance;
        nearest = names[i];
    }
    return nearest;
}

const char *lesson_nearest(const char *given, const char *const *names, size_t count) {
    return nearest_of(given, names, count, near);
}

const char *lesson_nearest_far(const char *given, const char *const *names, size_t count) {
    return nearest_of(given, names, count, far);
}
