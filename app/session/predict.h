#ifndef SESSION_PREDICT_H
#define SESSION_PREDICT_H
/* Questions about what a run does next: "you are the event loop". Asked at a checkpoint of the
 * lesson or at any moment; the answer and the wrong options come from the recorded run. Plain data,
 * in the pool that it was built with. */

#include "model/event_words.h"
#include "model/mark.h"
#include "session/session_facts.h"

enum { PREDICT_OPTIONS = 9 };

typedef struct {
    ModelMark mark;
    const char *name; /* "Task-4 wakeup", a line of output, a value */
    ModelText about;  /* one line: what made it ready ...; may be empty */
    bool code;        /* set in mono */
    bool right;
    int place;         /* next-handle: in the ready queue, from 1; 0 = not in it */
    uint32_t object;   /* the handle; 0 = none */
    uint32_t why;      /* object to ask about; 0 = none */
    ModelText because; /* choice: what the lesson says about it */
} PredictOption;

typedef struct {
    LessonAsk ask;
    ModelText heading;
    PredictOption options[PREDICT_OPTIONS];
    int count;
    ModelText because; /* one sentence: why the right one is right */
    uint32_t task;     /* state: whose */
    int checkpoint;    /* index in the lesson; -1 = none */
} PredictQuestion;

/* All borrowed; the session stands at the moment and is there again afterwards. */
typedef struct {
    Session *session;
    const SessionFacts *facts;
    const EventWords *words;
    const char *language;
} PredictMoment;

/* The checkpoint's question. False: it cannot be asked at this moment. */
bool predict_checkpoint(const PredictMoment *m, int checkpoint, PredictQuestion *out);
/* "Which handle runs next?" and "What is printed next?" at any moment. False: there is nothing to
 * choose between. */
bool predict_handle(const PredictMoment *m, PredictQuestion *out);
bool predict_output(const PredictMoment *m, PredictQuestion *out);

/* The places of the lesson's checkpoints in the run, in its order. Memory of malloc(); `count` is
 * 0 while not all is recorded. */
typedef struct {
    Playhead at;
    uint32_t order; /* records made before it */
    int checkpoint;
} PredictPlace;
PredictPlace *predict_places(const Session *s, size_t *count);
/* Whether a place lies before, at or behind another: -1, 0, 1. */
int predict_compare(const PredictPlace *a, const PredictPlace *b);
PredictPlace predict_here(const Session *s);

/* For predict's own files. */
PredictOption *predict_add(PredictQuestion *q, ModelMark mark, const char *name, bool right);
void predict_value(const PredictMoment *m, const LessonCheckpoint *c, PredictQuestion *out);
bool predict_state(const PredictMoment *m, const LessonCheckpoint *c, PredictQuestion *out);
void predict_choice(const PredictMoment *m, const LessonCheckpoint *c, PredictQuestion *out);
ModelText predict_plain(const PredictMoment *m, const char *text);

#endif
