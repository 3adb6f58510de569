#ifndef COMMAND_CHECK_RUN_H
#define COMMAND_CHECK_RUN_H
/* One lesson loaded, run and verified: its moments happen, its checkpoints have answers, its
 * variants run, and it does what it expects. */

#include "command/command.h"
#include "lesson/lesson_course.h"
#include "model/event_words.h"
#include "session/predict.h"

/* Zeroed before check_run_open; to be closed in every case. */
typedef struct CheckRun {
    const char *path; /* borrowed */
    const char *language;
    Session session; /* its problems hold what was found */
    bool open;       /* there is a run */
    SessionFacts facts;
    ModelPool facts_pool, pool; /* of the record's facts, and of the question in hand */
    EventFacts events;
    EventWords words;
} CheckRun;

/* `course` may be NULL. True: the lesson is sound. */
bool check_run_open(CheckRun *run, const char *path, const CommandOptions *o,
                    const LessonCourse *course);
void check_run_close(CheckRun *run);

/* Goes to a checkpoint and asks it. False: it has no answer there. The question lives until the
 * next one. */
bool check_run_ask(CheckRun *run, const PredictPlace *place, PredictQuestion *question);

/* What a variant comes to. */
typedef struct CheckOutcome {
    bool ran;          /* else `message` says why not */
    bool same_output;  /* as the original run */
    int first_other;   /* the first line of output that is another, from 1 */
    int64_t time_ns;   /* until its end */
    char message[512]; /* what stopped it */
    char exception[256];
} CheckOutcome;

/* Runs a variant to its end. Leaves the lesson's own run as it is. */
void check_run_variant(CheckRun *run, const LessonVariant *variant, CheckOutcome *outcome);

#endif
