#ifndef WINDOW_MODE_H
#define WINDOW_MODE_H
/* What is asked of the open lesson beside playing it: why is this so, what is in this, and what
   comes next. One of them at a time stands over the stage, or in it. */

#include "model/inspect.h"
#include "model/why_panel.h"
#include "session/predict.h"
#include "session/session_look.h"
#include "window/player.h"
#include "window/screen.h"
#include "window/whatif.h"

typedef enum { MODE_NONE, MODE_WHY, MODE_INSPECT, MODE_PREDICT, MODE_WHATIF } ModeKind;

enum { MODE_QUESTIONS = 2, MODE_MARKS = 64, MODE_COLUMNS = 3, MODE_CARDS = 24 };

/* Columns of the inspector. */
enum { COLUMN_FIELDS, COLUMN_FRAMES, COLUMN_HISTORY };

typedef enum { ANSWER_OPEN, ANSWER_RIGHT, ANSWER_NOT_YET, ANSWER_SKIPPED } ModeAnswer;

typedef struct {
    PredictQuestion questions[MODE_QUESTIONS]; /* the second is about output, beside a handle's */
    int chosen[MODE_QUESTIONS];                /* index of an option; -1 = none */
    int count;
    bool shown;   /* the answers are on the table */
    bool nothing; /* nothing can be asked here */
} ModeRound;

/* A card of the inspector that another one was opened from. */
typedef struct {
    uint32_t object;
    bool is_value;
    CsLookPath path; /* of a value */
    int column, rows[MODE_COLUMNS], scroll[MODE_COLUMNS];
} ModeCard;

/* Zeroed: everything stands. */
typedef struct {
    ModeKind kind; /* when it was asked last */
    bool shown;
    uint64_t since_ns, shown_ns; /* since the popover, and the answer, stand there */
    float coming, flying;        /* what is left of their motions: 1 .. 0 */
} ModeMotion;

typedef struct {
    ModeKind kind;
    ModelPool pool, facts_pool; /* facts_pool: of `facts`, which are read once */
    EventFacts facts;
    EventWords words;
    uint32_t object; /* asked about; 0 = what runs, or comes next */
    WhyPanel why;
    int cause; /* the chosen one */
    Inspect inspect;
    CsLookPath path;            /* of the value that it shows */
    ModeCard under[MODE_CARDS]; /* cards to go back to */
    int under_count;
    int column, rows[MODE_COLUMNS]; /* the chosen row of each column */
    int scroll[MODE_COLUMNS];       /* the first shown one */
    bool asks_why;                  /* in predict: the causes of the chosen option stand below */
    ModeRound round;
    /* Of the lesson that is open. */
    PredictPlace *places;
    size_t place_count;
    bool places_known;
    uint8_t *asked;            /* ModeAnswer of each checkpoint, by its number */
    uint8_t marks[MODE_MARKS]; /* ModeAnswer of each question that was answered, oldest first */
    int mark_count, right, answered;
    ModeMotion motion;
    WhatIf whatif;
    size_t kept_places; /* while a variant runs on the stage, which has no checkpoints */
} Mode;

void mode_clear(Mode *mode);
/* Another lesson, or the same one read again: forgets what was asked. */
void mode_forget(Mode *mode);

/* Each shows itself at the player's moment. False: there is nothing to show. */
bool mode_why(Mode *mode, Player *player, uint32_t object);
bool mode_inspect(Mode *mode, Player *player, uint32_t object, uint64_t now_ns);
/* The card of a value that stands on the stage. */
bool mode_value(Mode *mode, Player *player, const CsLookPath *path, uint64_t now_ns);
bool mode_predict(Mode *mode, Player *player, uint64_t now_ns);
void mode_close(Mode *mode, Player *player, uint64_t now_ns);
/* The player has moved: what is shown follows; a thing that is gone closes its popover. */
void mode_refresh(Mode *mode, Player *player, uint64_t now_ns);

/* A checkpoint that was not asked yet and lies behind `from`, up to where the player stands: the
   player goes back to it and it is asked. False: there is none. */
bool mode_stop_at_checkpoint(Mode *mode, Player *player, PredictPlace from, uint64_t now_ns);

/* ---- Answering (mode_predict.c) ------------------------------------------------------------- */

/* Chooses an option of a question. False: there is none, or the answers are shown. */
bool mode_choose(Mode *mode, int question, int option);
bool mode_choose_next(Mode *mode, int by);
/* Shows the answers. `*checkpoint` is the checkpoint answered for the first time, or -1; `*right`
   whether it was. False: nothing is chosen, or they are shown already. */
bool mode_check(Mode *mode, int *checkpoint, bool *right);
/* Goes to the next place at which something can be asked. */
bool mode_go_on(Mode *mode, Player *player, uint64_t now_ns);
/* The same, without an answer. */
bool mode_skip(Mode *mode, Player *player, uint64_t now_ns);
/* Why the chosen option is where it is. */
bool mode_toggle_why(Mode *mode, Player *player);

/* ---- Moving inside -------------------------------------------------------------------------- */

bool mode_move_cause(Mode *mode, int by);
bool mode_move_row(Mode *mode, int by);
bool mode_move_column(Mode *mode, int by);
/* The inspector: opens the card of what stands in the chosen row. False: it has none. */
bool mode_open_row(Mode *mode, Player *player, uint64_t now_ns);
/* The card that this one was opened from. False: it is the first. */
bool mode_back(Mode *mode, Player *player, uint64_t now_ns);
/* The place to jump to. False: there is none. */
bool mode_target(const Mode *mode, const Session *session, Playhead *at);

/* ---- Drawing -------------------------------------------------------------------------------- */

/* Before drawing: how far the motions have come. True: draw again at the next refresh. */
bool mode_motion(Mode *mode, uint64_t now_ns, bool still);
/* Over the stage; spots are added for the pointer. */
void mode_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Mode *mode,
               const Player *player);

/* For the mode's own files. */
void mode_words(Mode *mode, Player *player); /* empties the pool, and reads the record anew */
PredictMoment mode_moment(Mode *mode, Player *player);
void mode_learn_places(Mode *mode, const Player *player);
void mode_show_view(Player *player, ModelView view, uint32_t hidden_task, uint64_t now_ns);
void mode_ask_why(Mode *mode, Player *player, uint32_t object, WhyPanel *out);

/* Of a repr; in the pool. */
const char *mode_without_addresses(ModelPool *pool, const char *text);
/* Adds how Python shows the thing. */
void mode_add_repr(Mode *mode, Player *player);
/* Adds what is evaluated of each frame's line, where it stands in the middle of one. */
void mode_add_lines(Mode *mode, Player *player);

/* A mark in a box of `size`. */
void mode_put_mark(Scene *s, const ModelMark *mark, float cx, float cy, float size);
/* A popover with its point at (x, y) of its upper or lower edge; `x` below 0: none. */
void mode_put_popover(Scene *s, DrawRect r, float x, bool above);
/* A key's cap and a word after it, ending at x; returns where they begin. */
float mode_put_hint(Scene *s, const ScreenView *view, float x, float cy, const char *cap,
                    TextKey word);
/* The chain inside the rectangle. */
void mode_put_chain(Scene *s, const ScreenView *view, ScreenSpots *spots, const WhyPanel *why,
                    int chosen, DrawRect r);
void why_card_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, const Mode *mode,
                   const StageLayout *layout);
void inspect_card_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, Mode *mode,
                       const StageLayout *layout);
void predict_card_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, const Mode *mode,
                       const StageLayout *layout);
void predict_bars_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, const Mode *mode,
                       const StageLayout *layout);

#endif
