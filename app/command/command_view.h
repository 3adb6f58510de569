#ifndef COMMAND_VIEW_H
#define COMMAND_VIEW_H
/* Pictures of what stands over the stage: why, the inspector, a question. */

#include "command/command.h"
#include "window/mode.h"

/* Opens what --view, --of and --answer ask for at the player's moment. 0, or an exit status that
 * standard error explains. */
int command_view(const CommandOptions *o, Mode *mode, Player *player);
/* Puts the what-if of --variant on the stage, where it is asked for alone. The same. */
int command_view_enter(const CommandOptions *o, Mode *mode, Player *player);
/* Appends it to the picture of the stage. */
void command_view_draw(DrawList *list, Mode *mode, const Player *player, ThemeId theme,
                       Fonts *fonts);

#endif
