#ifndef WINDOW_PICKER_H
#define WINDOW_PICKER_H
/* The list of lessons: chapters on the left, cards with the lessons' own timelines on the right. */

#include "window/screen.h"
#include "window/shelf.h"

/* Zeroed before the first use. */
typedef struct {
    int selected; /* lesson of the shelf; -1: the lesson to continue with */
    float scroll;
    bool follow; /* bring the selected card into sight */
    int columns; /* of cards, when it was drawn last */
} Picker;

/* The lesson that is still open on the stage; title NULL: there is none. */
typedef struct {
    const char *title, *clock;
    uint64_t step, steps;
    const Timeline *timeline;
    TimelineAt playhead;
} PickerContinue;

/* ACTION_UP and its like; false where nothing lies that way. */
bool picker_move(Picker *picker, const Shelf *shelf, Action action, bool can_continue);

/* Spots: ACTION_OPEN with a lesson's index, or -1 to continue; ACTION_SELECT with a chapter's. */
void picker_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Picker *picker,
                 const Shelf *shelf, const PickerContinue *open);

#endif
