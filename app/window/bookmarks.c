#include "window/bookmarks.h"

#include <string.h>

/* Negative: a lies before b. Two places between the same lines differ in their record, and within a
   line in what was executed of it. */
static int compare(Playhead a, Playhead b) {
    if (a.step != b.step) return a.step < b.step ? -1 : 1;
    if (a.end != b.end) return a.end ? 1 : -1;
    /* A record belongs after the line that made it, and so does its place. */
    uint32_t after_a = a.instruction ? a.made : a.event, after_b = b.instruction ? b.made : b.event;
    if (after_a != after_b) return after_a < after_b ? -1 : 1;
    if (a.instruction != b.instruction) return a.instruction < b.instruction ? -1 : 1;
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

static void insert(Bookmarks *marks, int i, Playhead at, MomentPlace place) {
    move_tail(marks, i + 1, i);
    marks->at[i] = at;
    marks->places[i] = place;
    marks->count++;
}

static bool is_marked(const Bookmarks *marks, int i, Playhead at) {
    return i < marks->count && compare(marks->at[i], at) == 0;
}

bool bookmarks_toggle(Bookmarks *marks, const Session *s, int64_t time_ns) {
    Playhead here = s->playhead;
    int i = count_before(marks, here);
    if (is_marked(marks, i, here)) {
        move_tail(marks, i, i + 1);
        marks->count--;
        return true;
    }
    if (marks->count == BOOKMARKS_MOST) return false;
    insert(marks, i, here, (MomentPlace){session_order(s), here.step, time_ns});
    return true;
}

void bookmarks_take(Bookmarks *marks, Session *s, const Playhead *at, int count) {
    Playhead here = s->playhead;
    uint64_t steps = cs_step_count(s->engine);
    for (int k = 0; k < count && marks->count < BOOKMARKS_MOST; k++) {
        int i = count_before(marks, at[k]);
        if (is_marked(marks, i, at[k]) || at[k].step > steps || !session_seek(s, at[k])) continue;
        CsMoment now = cs_now(s->engine);
        /* The same numbers in another program name another place. */
        if (now.step != at[k].step || (at[k].instruction && now.event != at[k].made)) continue;
        insert(marks, i, at[k], (MomentPlace){session_order(s), now.step, now.time_ns});
    }
    session_seek(s, here);
}

const Playhead *bookmarks_beside(const Bookmarks *marks, const Session *s, int by) {
    int i = count_before(marks, s->playhead);
    if (by < 0) return i > 0 ? &marks->at[i - 1] : NULL;
    if (is_marked(marks, i, s->playhead)) i++;
    return i < marks->count ? &marks->at[i] : NULL;
}
