#ifndef COMMAND_VIEW_H
#define COMMAND_VIEW_H
/* Pictures of what stands over the stage, or in its place: why, the inspector, a question, a
   what-if, the search, the files, the list of lessons, the help, mistakes, and what a teacher shows
   alone. */

#include "command/command.h"
#include "window/chooser.h"
#include "window/error_card.h"
#include "window/finder.h"
#include "window/mode.h"
#include "window/picker.h"

typedef enum {
    OVER_NOTHING,
    OVER_FINDER,
    OVER_CHOOSER,
    OVER_HELP,
    OVER_ERROR,
    OVER_BLACK,
    OVER_CAPTION,
    OVER_PICKER
} CommandOver;

/* Zeroed before use. */
typedef struct {
    Mode mode;
    CommandOver over;
    Finder finder;
    Chooser chooser;
    ErrorCard error;
    Picker picker;
    Shelf shelf; /* of the picker */
    Progress progress;
} CommandView;

/* Opens what --view, --of and --answer ask for at the player's moment. 0, or an exit status that
 * standard error explains. */
int command_view(const CommandOptions *o, CommandView *view, Player *player);
/* Puts the what-if of --variant on the stage, where it is asked for alone. The same. */
int command_view_enter(const CommandOptions *o, CommandView *view, Player *player);
/* Whether the stage has the source alone: a part of its own view, not of what lies over it. */
bool command_view_only_source(const CommandOptions *o);
/* Appends it to the picture of the stage. */
void command_view_draw(DrawList *list, CommandView *view, const Player *player, ThemeId theme,
                       Fonts *fonts);
void command_view_clear(CommandView *view);

/* command_over.c: what is no mode of the stage. False: `name` is none of these. */
bool command_over_open(CommandView *view, const char *name, const CommandOptions *o, Player *player,
                       int *status);
void command_over_draw(DrawList *list, const ScreenView *screen, ScreenSpots *spots,
                       CommandView *view, const Player *player);

#endif
