#ifndef SUPPORT_STAGE_FIXTURE_H
#define SUPPORT_STAGE_FIXTURE_H
/* A kitchen with a bounded queue, at a moment of which everything is written by hand: two cooks
   take orders, a waiter puts them, a clock ticks. For tests of the picture without an engine. */

#include "model/model_build.h"
#include "model/timeline_build.h"

enum { KITCHEN_TASKS = 5, KITCHEN_EVENTS = 1024, KITCHEN_OUTPUTS = 32 };

/* Ids of its objects: task number n is KITCHEN_TASK + n. */
enum { KITCHEN_TASK = 100, KITCHEN_QUEUE = 200, KITCHEN_HANDLE = 1000, KITCHEN_FUTURE = 3000 };

typedef struct {
    CsEvent events[KITCHEN_EVENTS];
    size_t event_count;
    CsOutput outputs[KITCHEN_OUTPUTS];
    size_t output_count;
    CsSnapshot now, before;
    Lesson lesson;
    LessonTranslation title;
    MomentPlace moments[8];
    SourceText *source;
    Timeline timeline;
    ModelFacts facts;
} Kitchen;

/* Bob has just taken an order, at t = 12. NULL: not enough memory. */
Kitchen *kitchen_create(void);
void kitchen_destroy(Kitchen *kitchen);

/* So many tasks in every state, for what depends on their number. */
typedef struct {
    CsEvent *events;
    CsSnapshot now;
    CsTask *tasks;
    CsHandle ready[6];
    CsFrame frame;
    Timeline timeline;
    ModelFacts facts;
    char (*names)[24];
} Crowd;

Crowd *crowd_create(int tasks);
void crowd_destroy(Crowd *crowd);

#endif
