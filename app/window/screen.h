#ifndef WINDOW_SCREEN_H
#define WINDOW_SCREEN_H
/* What the screens beside the stage share: the list of lessons, the help, the card of mistakes.

   A screen draws itself and says meanwhile where it can be clicked. */

#include "input/keys.h"
#include "scene/scene.h"

/* Everything that a screen needs to draw itself; all borrowed. */
typedef struct {
    const Theme *theme;
    const TypeScale *type;
    Fonts *fonts;
    const TextTable *words;
    float width, height;        /* logical */
    float pointer_x, pointer_y; /* below 0: not in the window */
} ScreenView;

/* A place that does something when it is clicked. */
typedef struct {
    DrawRect rect;
    Action action;
    int index;
} ScreenSpot;

enum { SCREEN_SPOTS = 256 };
typedef struct {
    ScreenSpot items[SCREEN_SPOTS];
    int count;
} ScreenSpots;

void screen_spot(ScreenSpots *spots, DrawRect rect, Action action, int index);
/* The topmost spot under a point, or NULL. */
const ScreenSpot *screen_hit(const ScreenSpots *spots, float x, float y);

/* A painter for the scene's helpers that need no stage. */
Scene screen_scene(const ScreenView *view, DrawList *list);
const char *screen_word(const ScreenView *view, TextKey key);
/* Fills the words' {0} {1} ... in; returns `out`. */
const char *screen_fill(const ScreenView *view, TextKey key, char *out, size_t size, const char *a,
                        const char *b, const char *c);

/* Covers what lies behind by `alpha` of the window's colour. */
void screen_dim(Scene *s, const ScreenView *view, float alpha);
/* A floating card with its shadow. */
void screen_card(Scene *s, DrawRect r, DrawColour line, float width);
/* A key's cap; its left edge at x, its middle at cy. Returns the right edge. */
float screen_cap(Scene *s, float x, float cy, DrawColour colour, const char *name);
/* How wide that cap is. */
float screen_cap_width(Scene *s, const char *name);

/* A button with a word and a key; its height is 46. */
typedef struct {
    TextKey word;
    const char *cap;
    Action action;
    bool main; /* the one that is meant: filled with the text colour, not amber: no time moves */
} ScreenButton;
float screen_button_width(Scene *s, const ScreenView *view, const ScreenButton *button);
/* Returns the right edge. */
float screen_button(Scene *s, const ScreenView *view, ScreenSpots *spots,
                    const ScreenButton *button, float x, float y);

/* A field in which is typed: the text ends with a bar; of a long one the end is seen. */
void screen_field(Scene *s, DrawRect r, const char *text);

/* A text broken into lines of `width`; returns the baseline after the last one. */
float screen_paragraph(Scene *s, FontId font, float size, float x, float baseline, float width,
                       DrawColour colour, const char *text, int lines);

#endif
