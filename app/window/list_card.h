#ifndef WINDOW_LIST_CARD_H
#define WINDOW_LIST_CARD_H
/* A card with a field to type in and a list to choose from: names of a lesson, files of a folder.
 */

#include "window/screen.h"

enum { LIST_FIELD = 1024 };

/* What is typed. */
typedef struct {
    char text[LIST_FIELD];
} ListField;

/* False: nothing changed. Signs below the blank are no text. */
bool list_type(ListField *field, const char *text);
bool list_erase(ListField *field);

typedef struct {
    ModelBadge badge; /* WHO_NOBODY: none */
    const char *name; /* in the code's letters */
    const char *note; /* quiet, at the right; "" */
    bool strong;
} ListRow;

/* All borrowed. */
typedef struct {
    TextKey title, does; /* what Enter does */
    const char *about;   /* beside the title; "" */
    const char *field;   /* what was typed */
    const char *hint;    /* where nothing was */
    const char *message; /* above the rows; "" */
    bool failed;         /* the message tells of a mistake */
    ListRow (*row)(const void *of, int index);
    const void *of;
    int count, selected;
    int *first, *rows; /* out: the first row in sight (kept), and how many there are */
} ListCard;

/* Spots: ACTION_SELECT with a row's index; ACTION_CLOSE beside the card. */
void list_card_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots,
                    const ListCard *card);

#endif
