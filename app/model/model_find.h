#ifndef MODEL_MODEL_FIND_H
#define MODEL_MODEL_FIND_H
/* For the model's own files: looking things up in a snapshot, numbers as texts. */

#include "model/model_build.h"
#include "model/sentence.h"

const CsTask *model_find_task(const CsSnapshot *s, uint32_t id);
const CsTask *model_find_task_numbered(const CsSnapshot *s, int number);
/* By get_name(), label, coroutine or short name: what a lesson may call it. NULL where none is. */
const CsTask *model_find_task_named(const CsSnapshot *s, const char *name, size_t length);
const CsHandle *model_find_ready(const CsSnapshot *s, uint32_t id);
const CsFuture *model_find_future(const CsSnapshot *s, uint32_t id);
const CsTimer *model_find_timer(const CsSnapshot *s, uint32_t id);
const CsSync *model_find_sync(const CsSnapshot *s, uint32_t id);
/* The task or sync that a lesson's spotlight names; 0: there is none, or the kind has no place of
   its own on the stage. */
uint32_t model_find_spot(const CsSnapshot *s, const LessonThing *thing);
const CsEvent *model_find_event(const ModelFacts *facts, uint32_t id);
const CsFrame *model_find_frame(const CsFrame *frames, int count, uint32_t id);

/* The record's first event that belongs to this step, and one past the last, as indices. */
typedef struct {
    size_t from, to;
} EventRange;
EventRange model_find_events(const ModelFacts *facts);
/* Whether a record was made by this step. */
bool model_find_fresh(const ModelFacts *facts, uint32_t event);

/* Who wrote: a task, a worker thread, a plain callback, or nobody where the program did. */
ModelBadge model_find_writer(const ModelFacts *facts, const CsOutput *output);
ModelBadge model_find_badge(const CsSnapshot *s, uint32_t task);
/* "Bob" of the task "cook Bob"; the whole label where what tells it apart is no name. Borrowed. */
const char *model_find_short_name(const CsTask *task);
/* A handle's name as it is shown: "Task-2 wakeup" becomes "bake wakeup" where the number that
   asyncio gave is not the task's own, which its badge shows. Copied. */
const char *model_find_handle_name(ModelPool *pool, const CsSnapshot *s, uint32_t id,
                                   const char *name);

/* Seconds: shortest exact form, and with three decimals. */
const char *model_seconds(ModelPool *pool, int64_t ns);
const char *model_seconds_float(ModelPool *pool, double seconds);
const char *model_clock(ModelPool *pool, int64_t ns);
/* With thin spaces between thousands. */
const char *model_count(ModelPool *pool, uint64_t count);
/* A repr as a person would say it: without the quotes of a plain string. */
const char *model_plain_value(ModelPool *pool, const char *repr);

/* What a variable is bound to: "Queue, 1 of 2", else its value; in the pool. */
const char *model_local_value(ModelPool *pool, const TextTable *words, const CsSnapshot *s,
                              const CsLocal *local);
/* Its id where it is a task, a future or a primitive, which stand on the stage; else 0. */
uint32_t model_local_thing(const CsSnapshot *s, const CsLocal *local);

/* Parts of model_build. */
void model_source(Model *model, const ModelFacts *facts);
/* Breakpoints, the chosen line, the parts of the line in hand; after the source. */
void model_parts(Model *model, const ModelFacts *facts);
void model_outputs(Model *model, const ModelFacts *facts);
void model_running(Model *model, const ModelFacts *facts);
void model_ready(Model *model, const ModelFacts *facts);
void model_seats(Model *model, const ModelFacts *facts);
void model_futures(Model *model, const ModelFacts *facts);
void model_syncs(Model *model, const ModelFacts *facts);
/* Badges of tasks by id, in order; in the model's memory. */
ModelBadge *model_badges(Model *model, const CsSnapshot *s, const uint32_t *tasks, int count);
/* "holds desk": locks and permits of a task; empty where it has none. */
ModelText model_holds(Model *model, const ModelFacts *facts, uint32_t task);
void model_timers(Model *model, const ModelFacts *facts);
/* The number of a worker thread, from 1; 0 where it is none. */
int model_thread_number(const ModelFacts *facts, uint32_t thread);
/* Whether the loop's thread stands still; before all that says so. */
void model_stuck(Model *model, const ModelFacts *facts);
/* Worker threads, and the graph of a deadlock. */
void model_threads(Model *model, const ModelFacts *facts);
void model_graph(Model *model, const ModelFacts *facts);
/* Words beside lines of the source, after the graph and the journey. */
void model_notes(Model *model, const ModelFacts *facts);
/* The journey of a cancellation, after the ready queue. */
void model_cancel(Model *model, const ModelFacts *facts);
void model_gens(Model *model, const ModelFacts *facts);
void model_links(Model *model, const ModelFacts *facts);
void model_caption(Model *model, const ModelFacts *facts);

/* Words for reasons. */
/* `brief`: for a seat of two lines. */
const char *model_words_ready(Model *model, const ModelFacts *facts, const CsHandle *handle,
                              bool brief);
/* Of a wait that is over: without who is waited for. */
void model_words_waited(Sentence *s, Model *model, const CsSnapshot *now, const CsReason *reason);
/* What let it go, of a wait that is over, whose handle may be gone. */
const char *model_words_over(const TextTable *words, ModelPool *pool, const CsSnapshot *now,
                             const CsReason *reason);
void model_words_waits(Sentence *s, Model *model, const ModelFacts *facts, const CsTask *task,
                       bool brief);
/* What a reason's object is called: "q", "Task-5"; "" where it is gone. */
const char *model_find_name(const CsSnapshot *s, uint32_t id);

#endif
