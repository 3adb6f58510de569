#ifndef WINDOW_PICKER_H
#define WINDOW_PICKER_H
/* The list of lessons: chapters on the left, cards with the lessons' own timelines on the right, a
   search over all, and the card to continue with. */

#include "keep/progress.h"
#include "window/screen.h"
#include "window/shelf.h"

enum { PICKER_QUERY = 64, PICKER_MOST = 1024, PICKER_NEAREST = 3 };

/* Zeroed before the first use. */
typedef struct {
    int selected; /* lesson of the shelf; -1: the lesson to continue with */
    float scroll;
    bool follow; /* bring the selected card into sight */
    int columns; /* of cards, when it was drawn last */
    bool searching;
    char query[PICKER_QUERY]; /* what is searched; "" shows all */
    bool no_hits;             /* nothing has the query: the nearest are shown */
    int shown[PICKER_MOST];   /* lessons of the shelf, in their order on the screen */
    int shown_count;
} Picker;

/* The lesson that was open last; title NULL: there is none. */
typedef struct {
    const char *title;
    const char *clock; /* NULL: not known yet */
    uint64_t step, steps;
    const Timeline *timeline;
    TimelineAt playhead;
} PickerContinue;

/* Everything that the screen shows; all borrowed. */
typedef struct {
    const Shelf *shelf;
    const Progress *progress;
    const PickerContinue *open;
} PickerFacts;

/* ---- picker.c ------------------------------------------------------------------------------- */

/* Where a card lies. */
typedef struct {
    int row, column; /* row -1: the card to continue with */
    int headings;    /* rows with headings, down to its own */
    bool begins;     /* its chapter begins here */
    bool headed;     /* its row has headings */
} PickerPlace;

/* The place of the shown lesson `at`, given that of the one before it. */
PickerPlace picker_next_place(const Picker *picker, const Shelf *shelf, int at, PickerPlace before);
PickerPlace picker_place_of(const Picker *picker, const Shelf *shelf, int at);
/* How many shown lessons from `at` on are of its chapter. */
int picker_chapter_size(const Picker *picker, const Shelf *shelf, int at);
/* Where a lesson of the shelf is among those shown; -1: nowhere. */
int picker_position(const Picker *picker, int lesson);

/* ACTION_UP and its like; false where nothing lies that way. */
bool picker_move(Picker *picker, const Shelf *shelf, Action action, bool can_continue);

/* ---- picker_search.c ------------------------------------------------------------------------ */

/* Finds out which lessons are shown. */
void picker_filter(Picker *picker, const Shelf *shelf);
void picker_search(Picker *picker, const Shelf *shelf, bool search);
/* Adds what was typed, or takes its last letter away. False: nothing changed. */
bool picker_type(Picker *picker, const Shelf *shelf, const char *text);
bool picker_erase(Picker *picker, const Shelf *shelf);

/* ---- picker_draw.c, picker_card.c ----------------------------------------------------------- */

typedef struct {
    Scene *s;
    const ScreenView *view;
    ScreenSpots *spots;
    Picker *picker;
    const Shelf *shelf;
    const Progress *progress;
    const PickerContinue *open;
    DrawRect body; /* where the cards are */
    float card;    /* their width */
} PickerPen;

enum { PICKER_CARD_HEIGHT = 304 };

/* Spots: ACTION_OPEN with a lesson's index, or -1 to continue; ACTION_SELECT with a chapter's;
   ACTION_SEARCH on its field. */
void picker_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Picker *picker,
                 const PickerFacts *facts);
const char *picker_chapter_title(const PickerPen *p, int chapter);
/* What is known of the lesson; NULL: it was never opened. */
const ProgressLesson *picker_progress(const PickerPen *p, const ShelfLesson *lesson);
void picker_card(const PickerPen *p, int index, DrawRect r);
void picker_continue(const PickerPen *p, DrawRect r);
/* The chapters and own files, with what was done of each. */
void picker_chapters(const PickerPen *p, float width);

#endif
