#ifndef WINDOW_WHATIF_H
#define WINDOW_WHATIF_H
/* The what-ifs of the lesson that is open: each variant as a session of its own, two runs side by
   side, and a variant in the original's place on the stage. */

#include "layout/layout_whatif.h"
#include "session/session_variant.h"
#include "window/player.h"
#include "window/screen.h"

enum { WHATIF_PROBLEM = 400 };

typedef struct {
    Session session; /* while it runs on the stage: the original's */
    Timeline timeline;
    bool tried, open; /* open: there is an engine */
    bool done;        /* recorded, or there is nothing to record */
    char problem[WHATIF_PROBLEM];
} WhatIfVariant;

/* Zeroed before use. */
typedef struct {
    WhatIfVariant *variants;
    int count;
    Timeline original;
    int chosen; /* from 0 */
    int place;  /* of the playhead of both runs, see ModelWhatIf */
    bool moved; /* since it was opened */
    int inside; /* the variant that is on the stage, from 1; 0 = none */
    ModelPool pool;
    ModelWhatIf model;
    bool built; /* the model is that of the chosen one */
    LayoutWhatIf layout;
} WhatIf;

void whatif_clear(WhatIf *w);

/* Makes ready to be shown; the player's session stands where both runs begin. False: the lesson
   has none, or not enough memory. */
bool whatif_open(WhatIf *w, Player *player, int chosen);
/* Records the chosen one until the time is used up. True: it is done, and has been shown so. */
bool whatif_record(WhatIf *w, Player *player, uint64_t until_ns);
void whatif_record_all(WhatIf *w, Player *player);

/* Another one; another place. False: there is none in that direction. */
bool whatif_choose(WhatIf *w, int by);
bool whatif_move(WhatIf *w, int by);
/* To the next stop, or back to the one before: the beginning, the lesson's moments, where the runs
   part, the end. While a variant is on the stage, it goes there. False: there is none. */
bool whatif_go_on(WhatIf *w, Player *player, bool back, uint64_t now_ns);
/* Whether the variant runs nothing at the playhead, and when it goes on; -1: it is over. */
typedef struct {
    bool rests;
    int64_t time_ns, goes_on_ns;
} WhatIfPause;
WhatIfPause whatif_pause(const WhatIf *w);
/* Where the original (0) or the variant (1) is at the playhead. */
Playhead whatif_at(const WhatIf *w, int run);

/* The chosen one takes the original's place on the stage, and back: at the same virtual time. */
bool whatif_enter(WhatIf *w, Player *player, uint64_t now_ns);
bool whatif_leave(WhatIf *w, Player *player, uint64_t now_ns);

/* Both runs, over all but the top bar; `grown`: the share of the variant that is seen. */
void whatif_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, WhatIf *w,
                 const Player *player, float grown);
/* Around the stage, while a variant runs there. */
void whatif_draw_frame(Scene *s, const ScreenView *view, const Player *player);

#endif
