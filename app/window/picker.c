/* Where cards lie, and how keys go from one to the next. */
#include "window/picker.h"

static const ShelfLesson *shown(const Picker *picker, const Shelf *shelf, int at) {
    return &shelf->lessons[picker->shown[at]];
}

int picker_position(const Picker *picker, int lesson) {
    for (int i = 0; i < picker->shown_count; i++) {
        if (picker->shown[i] == lesson) return i;
    }
    return -1;
}

int picker_chapter_size(const Picker *picker, const Shelf *shelf, int at) {
    int i = at, chapter = shown(picker, shelf, at)->chapter;
    while (i < picker->shown_count && shown(picker, shelf, i)->chapter == chapter) i++;
    return i - at;
}

/* Chapters follow each other in one row while they fit there as a whole. */
PickerPlace picker_next_place(const Picker *picker, const Shelf *shelf, int at,
                              PickerPlace before) {
    PickerPlace p = before;
    int chapter = shown(picker, shelf, at)->chapter;
    p.begins = at == 0 || shown(picker, shelf, at - 1)->chapter != chapter;
    int wanted = p.begins ? picker_chapter_size(picker, shelf, at) : 1;
    bool same_row = at > 0 && p.column + 1 + wanted <= picker->columns && (!p.begins || p.headed);
    p.column = same_row ? p.column + 1 : 0;
    if (same_row) return p;
    p.row++;
    p.headed = p.begins;
    p.headings += p.headed;
    return p;
}

PickerPlace picker_place_of(const Picker *picker, const Shelf *shelf, int at) {
    PickerPlace p = {.row = -1};
    for (int i = 0; i <= at && i < picker->shown_count; i++)
        p = picker_next_place(picker, shelf, i, p);
    return p;
}

/* The card in a row that is nearest to the column; -2: there is no such row. */
static int card_at(const Picker *picker, const Shelf *shelf, int row, int column) {
    int found = -2;
    PickerPlace p = {.row = -1};
    for (int i = 0; i < picker->shown_count; i++) {
        p = picker_next_place(picker, shelf, i, p);
        if (p.row == row && (found < 0 || p.column <= column)) found = i;
    }
    return found;
}

/* The first card of the next chapter that is shown, or of the one before. */
static int beside_chapter(const Picker *picker, const Shelf *shelf, int from, int by) {
    int i = from < 0 ? 0 : from;
    if (picker->shown_count == 0) return -2;
    int chapter = shown(picker, shelf, i)->chapter;
    while (i >= 0 && i < picker->shown_count && shown(picker, shelf, i)->chapter == chapter)
        i += by;
    if (i < 0 || i >= picker->shown_count) return -2;
    chapter = shown(picker, shelf, i)->chapter;
    while (i > 0 && shown(picker, shelf, i - 1)->chapter == chapter) i--;
    return i;
}

static int moved(const Picker *picker, const Shelf *shelf, Action action, int from) {
    PickerPlace p = picker_place_of(picker, shelf, from);
    switch (action) {
    case ACTION_RIGHT: return from + 1;
    case ACTION_LEFT: return from - 1;
    case ACTION_DOWN: return card_at(picker, shelf, p.row + 1, p.column);
    case ACTION_UP: return p.row > 0 ? card_at(picker, shelf, p.row - 1, p.column) : -1;
    case ACTION_FIRST: return 0;
    case ACTION_LAST: return picker->shown_count - 1;
    case ACTION_GROUP_NEXT: return beside_chapter(picker, shelf, from, 1);
    case ACTION_GROUP_PREVIOUS: return beside_chapter(picker, shelf, from, -1);
    default: return -2;
    }
}

bool picker_move(Picker *picker, const Shelf *shelf, Action action, bool can_continue) {
    picker_filter(picker, shelf);
    if (picker->columns < 1) picker->columns = 1;
    int from = picker_position(picker, picker->selected);
    int to = moved(picker, shelf, action, from);
    if (*picker->query) can_continue = false;
    if (to < -1 || to >= picker->shown_count || (to == -1 && !can_continue) || to == from)
        return false;
    picker->selected = to < 0 ? -1 : picker->shown[to];
    picker->follow = true;
    return true;
}
