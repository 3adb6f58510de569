#include "draw/raster_parts.h"

/* Two lists are walked side by side. Commands found in both, in the same order, paint the same
   pixels before and after; the pixels of all others are damaged. A pixel outside the damage is
   touched by the same commands in the same order on both sides, whatever pairs were found, so a
   poor match costs time, never correctness. */

/* How far to look for the partner of a command that does not match. */
enum { LOOK_AHEAD = 256 };

typedef struct {
    const DrawList *lists[2];
    const PaintedList *painted[2];
    PixelRect *dirty;
    int count;
} Diff;

static int64_t area_of(PixelRect r) {
    return rect_empty(r) ? 0 : (int64_t)(r.x1 - r.x0) * (r.y1 - r.y0);
}

/* Pixels painted for nothing when both become one rectangle. */
static int64_t waste_of_join(PixelRect a, PixelRect b) {
    return area_of(rect_join(a, b)) - area_of(a) - area_of(b) + area_of(rect_meet(a, b));
}

/* Joins `r` with rectangles that it overlaps or nearly touches until none is left. */
static PixelRect absorb(Diff *diff, PixelRect r) {
    const int64_t cheap = 4096;
    for (int i = 0; i < diff->count;) {
        if (waste_of_join(diff->dirty[i], r) > cheap) {
            i++;
            continue;
        }
        r = rect_join(r, diff->dirty[i]);
        diff->dirty[i] = diff->dirty[--diff->count];
        i = 0;
    }
    return r;
}

/* Makes room by joining the new rectangle with the one that fits best. */
static PixelRect absorb_cheapest(Diff *diff, PixelRect r) {
    int best = 0;
    for (int i = 1; i < diff->count; i++)
        if (waste_of_join(diff->dirty[i], r) < waste_of_join(diff->dirty[best], r)) best = i;
    r = rect_join(r, diff->dirty[best]);
    diff->dirty[best] = diff->dirty[--diff->count];
    return absorb(diff, r);
}

static void damage(Diff *diff, int side, size_t index) {
    PixelRect r = diff->painted[side]->items[index].bounds;
    if (rect_empty(r)) return;
    r = absorb(diff, r);
    if (diff->count == RASTER_MAX_DIRTY) r = absorb_cheapest(diff, r);
    diff->dirty[diff->count++] = r;
}

static bool same(const Diff *diff, size_t i, size_t j) {
    const Painted *a = &diff->painted[0]->items[i], *b = &diff->painted[1]->items[j];
    return a->hash == b->hash && rect_same(a->bounds, b->bounds) &&
           draw_command_equal(diff->lists[0], a->index, diff->lists[1], b->index);
}

/* The smallest number of commands to skip on one side so that the walk is in step again: positive
   on the new side, negative on the old one, 0 when none is found. */
static int find_step(const Diff *diff, size_t i, size_t j, size_t end0, size_t end1) {
    for (size_t k = 1; k <= LOOK_AHEAD; k++) {
        bool in_new = j + k < end1, in_old = i + k < end0;
        if (!in_new && !in_old) return 0;
        if (in_new && same(diff, i, j + k)) return (int)k;
        if (in_old && same(diff, i + k, j)) return -(int)k;
    }
    return 0;
}

static void walk_middle(Diff *diff, size_t i, size_t j, size_t end0, size_t end1) {
    while (i < end0 && j < end1) {
        if (same(diff, i, j)) {
            i++, j++;
            continue;
        }
        /* Moved in place: both sides are in step again with the next command. */
        bool replaced = i + 1 < end0 && j + 1 < end1 && same(diff, i + 1, j + 1);
        int step = replaced ? 0 : find_step(diff, i, j, end0, end1);
        for (; step > 0; step--) damage(diff, 1, j++);
        for (; step < 0; step++) damage(diff, 0, i++);
        if (!(i < end0 && j < end1) || same(diff, i, j)) continue;
        damage(diff, 0, i++);
        damage(diff, 1, j++);
    }
    while (i < end0) damage(diff, 0, i++);
    while (j < end1) damage(diff, 1, j++);
}

void raster_diff(const DrawList *previous, const PaintedList *before, const DrawList *next,
                 const PaintedList *after, PixelRect *dirty, int *count) {
    Diff diff = {{previous, next}, {before, after}, dirty, *count};
    size_t start = 0, end0 = before->count, end1 = after->count;
    while (start < end0 && start < end1 && same(&diff, start, start)) start++;
    while (end0 > start && end1 > start && same(&diff, end0 - 1, end1 - 1)) end0--, end1--;
    walk_middle(&diff, start, start, end0, end1);
    *count = diff.count;
}
