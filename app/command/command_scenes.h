#ifndef COMMAND_COMMAND_SCENES_H
#define COMMAND_COMMAND_SCENES_H
/* A scene as a list of scenes names it: which moment of which file, shown how. */

#include "command/command.h"
#include "window/player.h"

/* Texts are borrowed from the line that was read. */
typedef struct {
    const char *file, *step;
    ThemeId theme;
    int width, height;
    bool projector, source_side;
    unsigned panels;     /* 0: the usual ones */
    ModelView view;      /* the stage itself, the journey of a cancellation, or generators */
    int select;          /* number of a task; 0: none */
    int part;            /* by expression, so many parts on; 0: not */
    int line;            /* chosen in the source; 0: none */
    int stops[2];        /* a breakpoint's line, and that of one with a condition; 0: none */
    CommandOptions over; /* what stands over the stage, as render's options name it */
} SceneSpec;

/* Reads a line, which it takes apart. False: it is no scene. */
bool scene_spec_read(SceneSpec *spec, char *line);
/* Shows the scene of the lesson that the player has, as if nothing had been shown before. False:
   the run has no such step. */
bool scene_spec_show(const SceneSpec *spec, Player *player);
/* Draws what is shown then, with what stands over it. False: that cannot be opened there. */
bool scene_spec_draw(const SceneSpec *spec, Player *player, Fonts *fonts, DrawList *list);

/* render --sheet */
int command_sheet(const CommandOptions *o);

#endif
