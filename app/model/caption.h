#ifndef MODEL_CAPTION_H
#define MODEL_CAPTION_H
/* For the model's own files: making the caption of one step. */

#include "model/model_find.h"

typedef struct {
    Model *model;
    const ModelFacts *facts;
    ModelPool *pool;
    Sentence out;
    const CsEvent *told; /* the record that caption_events was about */
} Caption;

ModelText caption_plain(Caption *c, const char *text);
/* A task by its name and badge, or the words for `otherwise`. */
ModelText caption_task(Caption *c, uint32_t id, TextKey otherwise);
/* Adds a sentence, apart from the one before it by a space. */
void caption_say_all(Caption *c, TextKey key, const ModelText *args, int count);
void caption_say(Caption *c, TextKey key, ModelText a, ModelText b, ModelText d);
void caption_say1(Caption *c, TextKey key, ModelText a);
void caption_say2(Caption *c, TextKey key, ModelText a, ModelText b);
/* Locks and events inside the library have no name: captions leave them out. */
bool caption_is_named(const Caption *c, uint32_t id);

/* Says what the step's weightiest record means; false: there is none with a sentence. */
bool caption_events(Caption *c);
/* Says what a what-if has just done to the run; false: nothing. */
bool caption_injection(Caption *c);
/* Says what follows from the step: who was woken, what runs next. */
void caption_follows(Caption *c);
/* Says what the shown journey of a cancellation is about; false: none is shown. */
bool caption_journey(Caption *c);
/* Says which part of the line was evaluated last; false: stepping is not that fine here. */
bool caption_part(Caption *c);
/* Says what the step did that made no record: a call, a return, a variable, a line. */
void caption_line(Caption *c);
/* The lesson's own words: `...` is code, ==...== is lit up, {task} a name with its badge,
   {3} a badge alone. */
void caption_lesson(Caption *c, const char *text);

#endif
