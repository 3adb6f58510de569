#ifndef WINDOW_CHOOSER_H
#define WINDOW_CHOOSER_H
/* Choosing a file to open: one folder's lessons (.json), programs (.py) and folders, and a field
   for a path or the beginning of a name. The same on every system, as it needs no dialog of theirs.
 */

#include "platform/platform_files.h"
#include "window/list_card.h"

typedef struct {
    char *name; /* owned */
    bool folder;
} ChooserRow;

/* Zeroed before use. */
typedef struct {
    bool open;
    char folder[PLATFORM_PATH_SIZE];
    ChooserRow *items; /* owned: the folder above, folders, then files */
    int count, selected, first, rows;
    ListField field;
    char error[512]; /* why something could not be opened or listed; "" */
} Chooser;

/* Opens at a folder; where that cannot be read, at the one before, with the error. */
void chooser_open(Chooser *chooser, const char *folder, const TextTable *words);
void chooser_close(Chooser *chooser);
/* What is typed also chooses the first name that begins so. */
bool chooser_type(Chooser *chooser, const char *text);
/* Takes a letter back; with none typed goes to the folder above. */
bool chooser_back(Chooser *chooser, const TextTable *words);
bool chooser_up(Chooser *chooser, const TextTable *words);
bool chooser_move(Chooser *chooser, int by);
/* What was typed, else row `index`: goes into a folder, or gives a file's path. False: no file. */
bool chooser_take(Chooser *chooser, int index, const TextTable *words, char *path, size_t size);
void chooser_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Chooser *chooser);

#endif
