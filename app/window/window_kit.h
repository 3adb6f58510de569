#ifndef WINDOW_WINDOW_KIT_H
#define WINDOW_WINDOW_KIT_H
/* What a teacher needs before a class: a black screen, a pointer that can be followed, and the
   caption or the source alone. */

#include "window/screen.h"

enum { KIT_TRAIL = 64 };

typedef enum { ALONE_NOTHING, ALONE_CAPTION, ALONE_SOURCE } KitAlone;

/* Zeroed before use. */
typedef struct {
    bool black;
    bool trail;
    KitAlone alone; /* what the stage shows in place of all */
    struct {
        float x, y;
        uint64_t ns;
    } points[KIT_TRAIL]; /* where the pointer was, a ring */
    int point;           /* the next one to write */
    uint64_t lifted_ns;  /* the key that ended the black screen types nothing */
} WindowKit;

void kit_point(WindowKit *kit, float x, float y, uint64_t now_ns);
/* Draws the pointer's trail. When to draw again: 0 at once, or UINT64_MAX. */
uint64_t kit_draw_trail(const WindowKit *kit, DrawList *list, const ScreenView *view,
                        uint64_t now_ns);
/* The caption as large as the window has room for it, with lesson and clock. */
void kit_draw_caption(DrawList *list, const ScreenView *view, const Model *model);

#endif
