#include "window/source_panel.h"

#include <stdlib.h>
#include <string.h>

#include "session/session_parts.h"

void source_panel_clear(SourcePanel *panel) {
    free(panel->hits);
    *panel = (SourcePanel){0};
}

void source_panel_forget(SourcePanel *panel) {
    bool by_part = panel->by_part;
    source_panel_clear(panel);
    panel->by_part = by_part;
}

void source_panel_changed(SourcePanel *panel) {
    panel->looked = 0;
    panel->hit_count = 0;
}

/* The record grows: only what is new is looked through. */
static void find_hits(SourcePanel *panel, const Session *s) {
    uint64_t count = cs_step_count(s->engine);
    if (panel->looked > count) source_panel_changed(panel);
    if (!panel->hits && panel->breaks.count)
        panel->hits = malloc(SOURCE_HITS * sizeof *panel->hits);
    if (!panel->hits || !panel->breaks.count) return;
    for (uint64_t step = panel->looked + 1; step <= count; step++) {
        int line = cs_step_line(s->engine, step);
        if (!breaks_find(&panel->breaks, line) || !cs_step_is_hit(s->engine, step)) continue;
        if (panel->hit_count == SOURCE_HITS) break;
        panel->hits[panel->hit_count++] =
            (MomentPlace){cs_step_event(s->engine, step), step, cs_step_time(s->engine, step)};
    }
    panel->looked = count;
}

static ModelStatement statement(Session *s) {
    SessionStatement here = session_statement(s);
    return (ModelStatement){
        .on = true,
        .parts = here.parts,
        .done = here.done,
        .line_before = here.step > 1 ? cs_step_line(s->engine, here.step - 1) : 0,
        .at_part = s->playhead.instruction != 0,
    };
}

void source_panel_facts(SourcePanel *panel, Session *s, ModelFacts *out) {
    for (int i = 0; i < panel->breaks.count; i++) {
        const Break *b = &panel->breaks.items[i];
        panel->shown[i] = (ModelBreak){b->line, *b->condition != 0};
    }
    find_hits(panel, s);
    out->breaks = panel->shown;
    out->break_count = (size_t)panel->breaks.count;
    out->break_hits = panel->hits;
    out->break_hit_count = (size_t)panel->hit_count;
    out->chosen_line = panel->chosen;
    if (panel->by_part) out->statement = statement(s);
}
