#include "window/bookmarks.h"

#include <string.h>

/* Negative: a lies before b. Two places between the same lines differ in their record. */
static int compare(Playhead a, Playhead b) {
    if (a.step != b.step) return a.step < b.step ? -1 : 1;
    if (a.end != b.end) return a.end ? 1 : -1;
    /* A record belongs after the line that made it, and so does its place. */
    if (a.event != b.event) return a.event < b.event ? -1 : 1;
    return 0;
}

/* How many marks lie before the place. */
static int count_before(const Bookmarks *marks, Playhead at) {
    int i = 0;
    while (i < marks->count && compare(marks->at[i], at) < 0) i++;
    return i;
}

static void move_tail(Bookmarks *marks, int to, int from) {
    size_t tail = (size_t)(marks->count - from);
    memmove(marks->at + to, marks->at + from, tail * sizeof *marks->at);
    memmove(marks->places + to, marks->places + from, tail * sizeof *marks->places);
}

bool bookmarks_toggle(Bookmarks *marks, const Session *s, int64_t time_ns) {
    Playhead here = s->playhead;
    int i = count_before(marks, here);
    if (i < marks->count && compare(marks->at[i], here) == 0) {
        move_tail(marks, i, i + 1);
        marks->count--;
        return true;
    }
    if (marks->count == BOOKMARKS_MOST) return false;
    move_tail(marks, i + 1, i);
    marks->at[i] = here;
    marks->places[i] = (MomentPlace){session_order(s), here.step, time_ns};
    marks->count++;
    return true;
}

const Playhead *bookmarks_beside(const Bookmarks *marks, const Session *s, int by) {
    int i = count_before(marks, s->playhead);
    if (by < 0) return i > 0 ? &marks->at[i - 1] : NULL;
    if (i < marks->count && compare(marks->at[i], s->playhead) == 0) i++;
    return i < marks->count ? &marks->at[i] : NULL;
}
