#ifndef WINDOW_PLAYER_H
#define WINDOW_PLAYER_H
/* One lesson on the stage: a session, its picture, and playing at a speed. Knows no window.

   Whatever moves the playhead goes through here, so that the picture always matches the session. */

#include "scene/stage.h"
#include "session/session_facts.h"
#include "window/bookmarks.h"
#include "window/source_panel.h"

enum { PLAYER_SPEEDS = MODEL_SPEEDS, PLAYER_SPEED_NORMAL = 2, PLAYER_CHAPTER = 160 };
enum { PLAYER_SLICE = 20000 }; /* instructions recorded at once: about a millisecond */

typedef struct {
    const SessionContext *context; /* borrowed */
    const TextTable *words;
    Stage *stage;
    Session session;
    bool open; /* the session has an engine */
    SessionFacts facts;
    char chapter[PLAYER_CHAPTER];
    char what_if[PLAYER_CHAPTER]; /* in the chapter's place, while a variant runs; "" = none */
    bool playing, moving;         /* moving: the last picture was one of a motion */
    bool stale;      /* the picture lacks something that can wait for the motion's end */
    int speed;       /* 0 .. PLAYER_SPEEDS - 1 */
    unsigned panels; /* PANEL_... */
    uint32_t selected, hovered;
    ModelSpot spot; /* the spotlight lies there, whatever the lesson says; SPOT_NONE: as it says */
    ModelView view;
    uint32_t hidden_task;                 /* whose state is asked for; 0 = none */
    Bookmarks bookmarks, other_bookmarks; /* other: of the session that was swapped out */
    SourcePanel source;
    uint64_t next_ns;      /* when playing goes on */
    uint64_t refreshed_ns; /* when the picture last learned how far the record is */
} Player;

/* False: not enough memory. Borrows context and fonts. */
bool player_init(Player *player, const SessionContext *context, Fonts *fonts);
void player_clear(Player *player);

/* Takes over an open session (and zeroes it), closing the one before. Stands at its start. */
void player_take(Player *player, Session *session);
/* The session and `other` change places: a variant and its original, both recorded. Breakpoints
   stay; what is kept of a run goes with it. */
void player_swap(Player *player, Session *other, const char *what_if, uint64_t now_ns);
/* Records until the time is used up; true when all is recorded. */
bool player_record(Player *player, uint64_t until_ns);
void player_record_all(Player *player);

/* Moves the playhead and shows it; false: there is nothing in that direction. */
bool player_go(Player *player, SessionGo where, uint64_t now_ns);
bool player_seek(Player *player, Playhead at, uint64_t now_ns);
/* The next (1) or previous (-1) line that the task runs; time that the line is about to run; stop
   at a breakpoint. False: there is none. */
bool player_go_task(Player *player, uint32_t task, int direction, uint64_t now_ns);
bool player_go_line(Player *player, int line, int direction, uint64_t now_ns);
bool player_go_break(Player *player, int direction, uint64_t now_ns);
/* Stepping by expression from here on, and so many parts forward, without showing it. */
void player_part(Player *player, int parts);
/* As the pointer drags: without motion. */
bool player_scrub(Player *player, uint64_t step, uint64_t now_ns);
/* Shows the same moment again, after a change of anything else. */
void player_refresh(Player *player, uint64_t now_ns);
/* Of a crowd the facts may lack what the stage does not show: afterwards they tell all. False: not
   enough memory. */
bool player_know_all(Player *player);
/* Ends the running motion at once. */
void player_finish(Player *player);

void player_play(Player *player, bool play, uint64_t now_ns);
void player_set_speed(Player *player, int speed, uint64_t now_ns);
void player_select(Player *player, uint32_t object, uint64_t now_ns);
/* The same moment in another view: the regions go to their new places, or (not `moves`) at once. */
void player_arrange(Player *player, bool moves, uint64_t now_ns);
void player_hover(Player *player, uint32_t object, uint64_t now_ns);
/* Goes on playing where it is time. */
void player_tick(Player *player, uint64_t now_ns);
/* Appends the picture. When to draw again: 0 at once, a time, or UINT64_MAX. */
uint64_t player_draw(Player *player, DrawList *list, uint64_t now_ns);

double player_speed(const Player *player);
uint64_t player_step(const Player *player);
uint64_t player_step_count(const Player *player);
int64_t player_time_ns(const Player *player);

#endif
