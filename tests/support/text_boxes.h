#ifndef SUPPORT_TEXT_BOXES_H
#define SUPPORT_TEXT_BOXES_H
/* Where the texts of a draw list end up, and which of them touch or leave their box. */

#include "draw/draw.h"
#include "draw/fonts.h"
#include "layout/layout.h"

/* A text that can be read: inside its clip, and not under something drawn later. */
typedef struct {
    DrawRect ink; /* from the height of capitals to the baseline, cut by the clip */
    const char *text;
    size_t length;
    size_t command;
} TextBox;

typedef struct {
    TextBox *boxes;
    size_t count, room;
} TextBoxes;

/* `overlay` may cover whatever it likes; NULL: there is none. */
void text_boxes_find(TextBoxes *found, const DrawList *list, Fonts *fonts, const DrawRect *overlay);
void text_boxes_clear(TextBoxes *found);

/* Each writes one mistake into `out` and returns true. */
/* Two texts that lie on each other. */
bool text_boxes_touch(const TextBoxes *found, char *out, size_t size);
/* A text that begins in an item of the layout and ends outside it, or leaves the window. */
bool text_boxes_leave(const TextBoxes *found, const StageLayout *layout, char *out, size_t size);

#endif
