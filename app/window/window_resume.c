/* Where a lesson that was read again goes on: at the same moment, also where lines came or went
   above it. */
#include <stdlib.h>
#include <string.h>

#include "window/window.h"

typedef struct {
    const char *text;
    size_t length;
} Line;

/* Without the blanks around it. */
static Line trimmed(const char *text, const char *end) {
    while (text < end && (unsigned char)*text <= ' ') text++;
    while (text < end && (unsigned char)end[-1] <= ' ') end--;
    return (Line){text, (size_t)(end - text)};
}

static const char *end_of_line(const char *text) {
    const char *end = strchr(text, '\n');
    return end ? end : text + strlen(text);
}

static Line line_of(const Session *s, int number) {
    const char *text = s->lesson.program.text;
    for (int i = 1; text && i < number; i++) {
        const char *end = end_of_line(text);
        if (!*end) return (Line){"", 0};
        text = end + 1;
    }
    return text && number > 0 ? trimmed(text, end_of_line(text)) : (Line){"", 0};
}

static int count_lines(const char *text) {
    int count = 1;
    for (; text && *text; text++) count += *text == '\n';
    return count;
}

/* Which lines of the program read like that: indexed by number, the caller frees it; or NULL. */
static bool *lines_like(const Session *s, Line wanted, int *count) {
    const char *text = s->lesson.program.text;
    *count = count_lines(text);
    bool *like = calloc((size_t)*count + 1, sizeof *like);
    for (int i = 1; like && text && i <= *count; i++) {
        const char *end = end_of_line(text);
        Line line = trimmed(text, end);
        like[i] = line.length == wanted.length && memcmp(line.text, wanted.text, line.length) == 0;
        text = *end ? end + 1 : end;
    }
    return like;
}

/* The step at which such a line runs for the hit-th time, else for the last time; 0: it never
   does. `*hits` is how often it ran up to `last`. */
static uint64_t find_hit(const Session *s, Line wanted, uint64_t hit, uint64_t last,
                         uint64_t *hits) {
    int count;
    uint64_t found = 0;
    bool *like = lines_like(s, wanted, &count);
    *hits = 0;
    for (uint64_t step = 1; like && step <= last && *hits < hit; step++) {
        int line = cs_step_line(s->engine, step);
        if (line < 1 || line > count || !like[line]) continue;
        found = step;
        ++*hits;
    }
    free(like);
    return found;
}

/* Between two steps a record tells the moments apart. */
static void note_event(WindowResume *r, const Session *s) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    uint32_t at = s->playhead.event, own = r->step ? cs_step_event(s->engine, r->step) : 0;
    if (!r->step || at <= own || at > count) return;
    r->after = at - own;
    r->kind = (int)events[at - 1].kind;
}

/* The same record after the step, if it is still there. */
static Playhead playhead_of(const WindowResume *r, const Session *s, uint64_t step) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    uint64_t at = cs_step_event(s->engine, step) + r->after;
    bool same = r->after && at <= count && events[at - 1].step == step &&
                (int)events[at - 1].kind == r->kind;
    return (Playhead){.step = step, .event = same ? (uint32_t)at : 0};
}

void window_resume_note(Window *w) {
    WindowResume *r = &w->resume;
    const Session *s = &w->player.session;
    uint64_t step = player_step(&w->player);
    *r = (WindowResume){.step = step, .end = s->playhead.end};
    note_event(r, s);
    Line line = step ? line_of(s, cs_step_line(s->engine, step)) : (Line){"", 0};
    if (!line.length || line.length >= sizeof r->line) return;
    memcpy(r->line, line.text, line.length);
    find_hit(s, line, UINT64_MAX, step, &r->hit);
}

/* Not before it is certain where that is. */
static uint64_t place_of(const Window *w, bool done) {
    const WindowResume *r = &w->resume;
    uint64_t count = player_step_count(&w->player), hits = 0, step = 0;
    if (!done && count < r->step) return 0;
    if (*r->line)
        step = find_hit(&w->player.session, (Line){r->line, strlen(r->line)}, r->hit, count, &hits);
    if (*r->line && hits < r->hit && !done) return 0;
    return step ? step : r->step;
}

void window_resume(Window *w, bool done) {
    WindowResume *r = &w->resume;
    if (!r->step) return;
    if (r->end && !done) return;
    uint64_t step = place_of(w, done);
    if (!step || (r->after && !done)) return;
    if (r->end)
        player_seek(&w->player, (Playhead){.step = player_step_count(&w->player), .end = true},
                    w->now_ns);
    else if (r->after)
        player_seek(&w->player, playhead_of(r, &w->player.session, step), w->now_ns);
    else
        player_scrub(&w->player, step, w->now_ns);
    r->step = 0;
}
