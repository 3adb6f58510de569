#ifndef MODEL_EVENT_WORDS_H
#define MODEL_EVENT_WORDS_H
/* Every record of a run as a sentence, in the words of a language. Needs nothing but the record: no
 * snapshot, no seek. */

#include "model/event_facts.h"
#include "model/sentence.h"
#include "text/phrases.h"

typedef struct {
    const EventFacts *facts;
    const TextTable *words;
    ModelPool *pool; /* owns what is made */
    bool badges;     /* tasks by their short name and badge, as on the stage; else by full name */
} EventWords;

/* The sentence of one record. Never empty: a kind without a phrase is told by its name. */
ModelText event_words_say(const EventWords *w, const CsEvent *event);

/* Fills the places of any phrase; what `given` does not say comes from the record, where there is
 * one. `given` ends with a row without a name. */
typedef struct {
    const char *name;
    ModelText text;
} PhraseArg;
ModelText event_words_fill(const EventWords *w, const char *key, const char *variant,
                           const CsEvent *event, const PhraseArg *given);

/* Names for the places of phrases. */
ModelText event_words_plain(const EventWords *w, const char *text);
ModelText event_words_task(const EventWords *w, uint32_t id);
const char *event_words_thing(const EventWords *w, uint32_t id); /* "q", "queue#2" */
/* What the future stands for: "sleep(3)", "an item of q"; of a task its name. */
ModelText event_words_future(const EventWords *w, uint32_t id);
ModelText event_words_reason(const EventWords *w, const CsReason *reason, uint32_t future);
/* The part of a phrase's key that tells reasons apart: "queue_get". */
const char *event_words_reason_key(CsWhat what);
const char *event_words_string(const EventWords *w, const ModelText *text);

#endif
