#include "object/search.h"

#include <string.h>

/* A run of bytes that can be read in either direction: item i is at[i * step]. */
typedef struct {
    const char *at;
    int step;
    int64_t size;
} Run;

static unsigned char item(Run r, int64_t i) {
    return (unsigned char)r.at[i * r.step];
}

/* The maximal suffix of the needle by one order of bytes or its reverse, and that suffix's period:
 * one half of the critical factorisation in Crochemore and Perrin's two-way algorithm. */
static int64_t maximal_suffix(Run needle, bool reverse, int64_t *period) {
    int64_t start = -1, next = 0, k = 1;
    *period = 1;
    while (next + k < needle.size) {
        unsigned char a = item(needle, next + k), b = item(needle, start + k);
        if (a == b) {
            if (k == *period) {
                next += *period;
                k = 0;
            }
            k++;
        } else if (reverse ? a > b : a < b) {
            next += k;
            k = 1;
            *period = next - start;
        } else {
            start = next++;
            k = *period = 1;
        }
    }
    return start;
}

/* Where to cut the needle; *period is that of the right part. */
static int64_t critical_cut(Run needle, int64_t *period) {
    int64_t other_period;
    int64_t cut = maximal_suffix(needle, false, period);
    int64_t other = maximal_suffix(needle, true, &other_period);
    if (other <= cut) return cut + 1;
    *period = other_period;
    return other + 1;
}

static bool is_period(Run needle, int64_t cut, int64_t period) {
    if (cut + period > needle.size) return false;
    for (int64_t i = 0; i < cut; i++) {
        if (item(needle, i) != item(needle, i + period)) return false;
    }
    return true;
}

/* The right part is compared first, then the left one; `known` items at the front need no second
 * look when the needle is periodic. */
static int64_t two_way(Run hay, Run needle) {
    int64_t period, known = 0, at = 0;
    int64_t cut = critical_cut(needle, &period);
    bool periodic = is_period(needle, cut, period);
    if (!periodic) period = (cut > needle.size - cut ? cut : needle.size - cut) + 1;
    while (at <= hay.size - needle.size) {
        int64_t i = cut > known ? cut : known;
        while (i < needle.size && item(needle, i) == item(hay, at + i)) i++;
        if (i < needle.size) {
            at += i - cut + 1;
            known = 0;
            continue;
        }
        i = cut - 1;
        while (i >= known && item(needle, i) == item(hay, at + i)) i--;
        if (i < known) return at;
        at += period;
        known = periodic ? needle.size - period : 0;
    }
    return SEARCH_NONE;
}

int64_t search_first(const char *hay, size_t hay_size, const char *needle, size_t size) {
    if (size > hay_size) return SEARCH_NONE;
    const char *found = memchr(hay, needle[0], hay_size - size + 1);
    if (!found || size == 1) return found ? found - hay : SEARCH_NONE;
    Run rest = {found, 1, (int64_t)hay_size - (found - hay)};
    int64_t at = two_way(rest, (Run){needle, 1, (int64_t)size});
    return at < 0 ? SEARCH_NONE : at + (found - hay);
}

int64_t search_last(const char *hay, size_t hay_size, const char *needle, size_t size) {
    if (size > hay_size) return SEARCH_NONE;
    Run backwards = {hay + hay_size - 1, -1, (int64_t)hay_size};
    int64_t at = two_way(backwards, (Run){needle + size - 1, -1, (int64_t)size});
    return at < 0 ? SEARCH_NONE : (int64_t)hay_size - at - (int64_t)size;
}
