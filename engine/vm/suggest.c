#include "vm/suggest.h"

enum { MOVE_COST = 2, CASE_COST = 1, MAX_NAME = 40, MAX_CANDIDATES = 750 };

static char lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static uint32_t substitution_cost(char a, char b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

static uint32_t min3(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Edit distance in half steps: a change of case costs half as much as another character. */
static uint32_t distance(const Str *a, const Str *b) {
    uint32_t row[MAX_NAME + 1];
    if (a->size > MAX_NAME || b->size > MAX_NAME) return UINT32_MAX;
    for (uint32_t j = 0; j <= b->size; j++) row[j] = j * MOVE_COST;
    for (uint32_t i = 1; i <= a->size; i++) {
        uint32_t diagonal = row[0];
        row[0] = i * MOVE_COST;
        for (uint32_t j = 1; j <= b->size; j++) {
            uint32_t replaced = diagonal + substitution_cost(a->text[i - 1], b->text[j - 1]);
            diagonal = row[j];
            row[j] = min3(replaced, row[j] + MOVE_COST, row[j - 1] + MOVE_COST);
        }
    }
    return row[b->size];
}

const Str *suggest_name(const Str *wrong, Str *const *candidates, size_t count) {
    if (count > MAX_CANDIDATES) return NULL;
    const Str *best = NULL;
    uint32_t best_distance = UINT32_MAX;
    for (size_t i = 0; i < count; i++) {
        if (str_equal(wrong, candidates[i])) continue;
        /* No more than a third of the characters may differ. */
        uint32_t limit = (wrong->size + candidates[i]->size + 3) * MOVE_COST / 6;
        uint32_t d = distance(wrong, candidates[i]);
        if (d > limit || d >= best_distance) continue;
        best = candidates[i];
        best_distance = d;
    }
    return best;
}
