#ifndef MODEL_EVENT_VARIANT_H
#define MODEL_EVENT_VARIANT_H
/* Which of the phrases of its kind tells a record. */

#include "model/event_words.h"

/* The part of the key behind the slash, or NULL: the phrase of the kind alone. */
const char *event_variant(const EventFacts *facts, const CsEvent *event);

#endif
