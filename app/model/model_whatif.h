#ifndef MODEL_MODEL_WHATIF_H
#define MODEL_MODEL_WHATIF_H
/* A lesson's run and a variant of it side by side, as plain data: what is changed, what comes of it
   in each, and where the two runs part. */

#include "lesson/lesson.h"
#include "model/event_words.h"

/* One line that was printed. */
typedef struct {
    const char *text, *time;
    ModelBadge badge;
    int64_t time_ns;
    uint32_t event; /* the record of its last write */
    bool is_error;
    bool differs; /* the other run has no such line here */
} WhatIfLine;

/* One of the two runs. The timeline is borrowed; `labels` are those of its lanes. */
typedef struct {
    const Timeline *timeline;
    const char **labels;
    ModelText result; /* what comes of it, in a sentence or some */
    WhatIfLine *lines;
    int line_count;
} WhatIfRun;

/* A time at which handles ran in one of the runs or in both. */
typedef struct {
    int64_t time_ns;
    int cells; /* handles: the most of both */
    int at[2]; /* the instant in each run's timeline; -1 = nothing ran there */
} WhatIfInstant;

enum { WHATIF_ORIGINAL_RUN, WHATIF_VARIANT_RUN, WHATIF_RUNS };

/* Lies in the pool it was built with. */
typedef struct {
    int number, count; /* from 1 */
    const char *title;
    ModelText change;    /* "line 12: `sleep(1)` becomes `sleep(2)`" */
    ModelText say;       /* the lesson's own word; may be empty */
    const char *problem; /* why there is no second run; "" where there is one */
    bool parts;          /* the two runs differ somewhere: from this instant and handle on */
    int part_instant;
    float part_cell;
    WhatIfRun runs[WHATIF_RUNS];
    WhatIfInstant *instants; /* by time */
    int instant_count;
    int places; /* handles of all instants: where the playhead can stand, and one at the end */
    const TextTable *words;
} ModelWhatIf;

/* All borrowed; both engines have recorded all. engines[1] NULL: the variant does not run, as
   `problem` says (NULL: it is not recorded yet). */
typedef struct {
    CsEngine *engines[WHATIF_RUNS];
    const Timeline *timelines[WHATIF_RUNS];
    const Lesson *lesson; /* the original one */
    int variant;          /* from 0 */
    int line;             /* of the edit's beginning; 0 = none */
    const char *problem;
    const char *language;
    const TextTable *words;
    ModelPool *pool;
    bool badges; /* tasks by their short name and badge; else by full name */
} WhatIfFacts;

void model_whatif_build(const WhatIfFacts *facts, ModelWhatIf *out);

/* The instant of a place of the playhead, and the handle in it. */
const WhatIfInstant *model_whatif_instant(const ModelWhatIf *w, int place, int *cell);
/* The first place at which the clock has reached the time. */
int model_whatif_place(const ModelWhatIf *w, int64_t time_ns);
/* The place of a moment of one of the runs. */
int model_whatif_place_at(const ModelWhatIf *w, int run, TimelineAt at);
/* Where the runs part; -1: nowhere. */
int model_whatif_part_place(const ModelWhatIf *w);

/* For the model's own files. */
/* model_whatif_part.c: where two runs part; they agree up to so many records, and up to the step.
   False: nowhere. */
typedef struct {
    uint32_t event;  /* records that both share */
    uint64_t step;   /* lines that had been about to run by then */
    int64_t time_ns; /* of what is different */
    bool waited;     /* up to that time both wait */
} WhatIfPart;
bool model_whatif_part(const WhatIfFacts *facts, WhatIfPart *out);
/* model_whatif_lines.c: what a run prints, with the first line of a traceback. */
void model_whatif_lines(const WhatIfFacts *facts, int which, WhatIfRun *run);
bool model_whatif_is_traceback(const WhatIfLine *line);
/* model_whatif_words.c: sentences. */
void model_whatif_change(const WhatIfFacts *facts, const EventWords words[WHATIF_RUNS],
                         ModelWhatIf *out);
void model_whatif_results(const WhatIfFacts *facts, const EventWords words[WHATIF_RUNS],
                          ModelWhatIf *out);

#endif
