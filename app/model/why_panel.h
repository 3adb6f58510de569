#ifndef MODEL_WHY_PANEL_H
#define MODEL_WHY_PANEL_H
/* The chain of causes of one thing as the popover shows it: oldest first, the thing itself last. */

#include "model/mark.h"
#include "model/why.h"

typedef struct {
    uint32_t event; /* to jump to; 0 = the thing itself, now */
    ModelMark mark;
    const char *time; /* "9.000"; of the last one "now" */
    const char *name; /* the record's kind, "timer.set"; of the last one the thing's name */
    ModelText line;   /* what happened, as a sentence */
} WhyCause;

/* Lies in the pool of the words. */
typedef struct {
    uint32_t id;
    ModelMark mark; /* of the thing */
    ModelText is;   /* its state as a sentence */
    WhyCause *causes;
    int count; /* with the thing itself */
} WhyPanel;

/* False: there is no such thing at this moment. */
bool why_panel_build(const WhyMoment *m, uint32_t object, WhyPanel *out);
/* What a question without an object is about: the handle that runs, else the next one; 0 = none. */
uint32_t why_panel_default(const CsSnapshot *now);

#endif
