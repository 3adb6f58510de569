#ifndef WINDOW_SOURCE_PANEL_H
#define WINDOW_SOURCE_PANEL_H
/* What a person does in the source: breakpoints, a chosen line, stepping by expression. */

#include "model/model_build.h"
#include "session/breaks.h"

enum { SOURCE_HITS = 4096, SOURCE_PROBLEM = 240 };

typedef struct {
    bool by_part; /* stepping by expression is on */
    int chosen;   /* a line that keys act on; 0 = none */
    Breaks breaks;
    char problem[SOURCE_PROBLEM]; /* why the condition that was stopped at has no value; "" */
    /* For the picture: where playing would stop, as far as the steps were looked through. */
    ModelBreak shown[BREAKS_MOST];
    MomentPlace *hits; /* owned */
    int hit_count;
    uint64_t looked; /* steps */
} SourcePanel;

/* Another lesson: forgets all but the grain of stepping. */
void source_panel_forget(SourcePanel *panel);
void source_panel_clear(SourcePanel *panel);
/* After a change of the breakpoints. */
void source_panel_changed(SourcePanel *panel);
/* Fills its part of the facts in, borrowed from the panel and the session. */
void source_panel_facts(SourcePanel *panel, Session *session, ModelFacts *out);

#endif
