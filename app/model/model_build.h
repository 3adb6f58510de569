#ifndef MODEL_MODEL_BUILD_H
#define MODEL_MODEL_BUILD_H
/* Makes the picture's data from the engine's snapshot and record, the lesson and the session. */

#include "api/coroscope.h"
#include "lesson/lesson.h"
#include "model/model.h"

/* A moment of the lesson that was found in the run. */
typedef struct {
    uint32_t event; /* records made before it */
    uint64_t step;
    int64_t time_ns;
} MomentPlace;

/* The statement in hand, for stepping by expression. */
typedef struct {
    bool on;
    const CsParts *parts; /* NULL: there are none */
    int done;             /* of them are evaluated */
    int line_before;      /* what ran before the statement; 0 = nothing */
    bool at_part;         /* the moment is right after one, not at the line's beginning */
} ModelStatement;

/* All borrowed until model_build returns; what is marked (kept) until the model is cleared. */
typedef struct {
    const CsSnapshot *now;
    const CsSnapshot *before; /* the step before this one, for what changed; may be NULL */
    const CsEvent *events;    /* the whole record */
    size_t event_count;
    const CsOutput *outputs; /* all recorded ones; those up to the playhead are shown */
    size_t output_count;
    uint64_t step_count; /* recorded so far */
    const char *chapter; /* "5 · Queues"; may be NULL */
    bool what_if;        /* it says which variant runs */
    bool no_loop;        /* all is recorded, and no event loop ever ran */
    const Lesson *lesson;
    const TextTable *words;   /* (kept) */
    const SourceText *source; /* (kept) may be NULL */
    const Timeline *timeline; /* (kept) may be NULL */
    const char *say;          /* caption of the lesson; NULL: made from the events */
    const MomentPlace *moments;
    size_t moment_count;
    const MomentPlace *checkpoints, *bookmarks;
    size_t checkpoint_count, bookmark_count;
    const LessonThing *spotlight; /* NULL: none */
    ModelSpot spot;               /* chosen by hand, in place of that; SPOT_NONE: not */
    bool playing;
    double speed;
    unsigned panels;   /* PANEL_... */
    uint32_t selected; /* object id */
    ModelStatement statement;
    const ModelBreak *breaks; /* by line */
    size_t break_count;
    const MomentPlace *break_hits; /* where playing would stop */
    size_t break_hit_count;
    int chosen_line; /* of the source; 0 = none */
    ModelView view;
    uint32_t hidden_task; /* its state is asked for; 0 = none */
    const CsTalk *talks;  /* all recorded ones */
    size_t talk_count;
    const CsWait *waits; /* what each suspended task waited for; all recorded ones, by event */
    size_t wait_count;
    const CsAnswer *answers; /* what threads brought; all recorded ones */
    size_t answer_count;
    const CsRaise *raises; /* all recorded ones */
    size_t raise_count;
    const CsRaise *raised;    /* that came up right here; NULL: none */
    CsInjection injection;    /* what a what-if does to the run */
    uint32_t injected;        /* the record of its handle's run; 0 = nothing */
    const CsSnapshot *thrown; /* VIEW_CANCEL: when the exception came in; NULL: it did not */
} ModelFacts;

/* Fills a cleared model (or one that model_reset left). */
void model_build(Model *model, const ModelFacts *facts);
/* Empties a model for the next picture; keeps some memory. */
void model_reset(Model *model);

#endif
