#include "command/trace_perfetto.h"

#include <inttypes.h>
#include <string.h>

#include "command/json_out.h"
#include "command/trace_tracks.h"

typedef struct {
    FILE *to;
    const EventWords *words;
    const Tracks *tracks;
    const LessonProgram *program;
    bool first;
} Writer;

static const char how_time_is_drawn[] =
    "Virtual time. Computing takes none, so every record and line is drawn one microsecond after "
    "the "
    "one before it, or at its own time where that is later; args.t is the exact virtual time in "
    "seconds.";

static void begin(Writer *w, const char *phase, uint32_t track) {
    fprintf(w->to, "%s{\"ph\": \"%s\", \"pid\": 1, \"tid\": %u", w->first ? "" : ",\n", phase,
            (unsigned)track);
    w->first = false;
}

/* Microseconds with three decimals are whole nanoseconds. */
static void put_time(Writer *w, const char *name, int64_t ns) {
    fprintf(w->to, ", \"%s\": %" PRId64 ".%03d", name, ns / 1000, (int)(ns % 1000));
}

static void put_name(Writer *w, const char *category, const char *name) {
    fprintf(w->to, ", \"cat\": \"%s\", \"name\": ", category);
    json_string(w->to, name);
}

static void put_args(Writer *w, const CsEvent *e, const char *sentence) {
    fputs(", \"args\": {\"t\": ", w->to);
    json_seconds(w->to, e->time);
    fprintf(w->to, ", \"event\": %u, \"cause\": %u, \"step\": %u, \"kind\": \"%s\"", e->id,
            e->cause, e->step, event_info[e->kind].name);
    if (e->line) fprintf(w->to, ", \"line\": %u", e->line);
    if (sentence) {
        fputs(", \"told\": ", w->to);
        json_string(w->to, sentence);
    }
    fputs("}}", w->to);
}

static void put_line_args(Writer *w, uint64_t step) {
    const CsEngine *engine = w->words->facts->engine;
    fputs(", \"args\": {\"t\": ", w->to);
    json_seconds(w->to, cs_step_time(engine, step));
    fprintf(w->to, ", \"step\": %" PRIu64 ", \"line\": %d}}", step, cs_step_line(engine, step));
}

static void put_metadata(Writer *w, uint32_t track, const char *key, const char *value) {
    begin(w, "M", track);
    fprintf(w->to, ", \"name\": \"%s\", \"args\": {\"name\": ", key);
    json_string(w->to, value);
    fputs("}}", w->to);
}

static void put_track(Writer *w, uint32_t track, const char *name) {
    put_metadata(w, track, "thread_name", name);
    begin(w, "M", track);
    fprintf(w->to, ", \"name\": \"thread_sort_index\", \"args\": {\"sort_index\": %u}}",
            (unsigned)track);
}

static void put_tracks(Writer *w, const char *program) {
    const EventFacts *f = w->words->facts;
    put_metadata(w, 0, "process_name", program);
    put_track(w, TRACK_LOOP, "event loop");
    put_track(w, TRACK_PROGRAM, "program");
    put_track(w, TRACK_CALLBACKS, "callbacks");
    for (size_t i = 0; i < f->event_count; i++) {
        CsTaskInfo info;
        const CsEvent *e = &f->events[i];
        if (e->kind != EVENT_TASK_CREATED || !cs_task_info(f->engine, e->subject, &info)) continue;
        ModelText name = event_words_task(w->words, e->subject);
        put_track(w, TRACK_TASKS + (uint32_t)info.number, event_words_string(w->words, &name));
    }
    for (size_t i = 0; i < w->tracks->thread_count; i++)
        put_track(w, TRACK_THREADS + (uint32_t)i, model_print(w->words->pool, "thread %zu", i + 1));
}

static const char *say(Writer *w, const CsEvent *e) {
    ModelText text = event_words_say(w->words, e);
    return event_words_string(w->words, &text);
}

/* What the task waits for that suspended itself last before this record. */
static const char *waiting_for(Writer *w, const CsEvent *e, uint32_t track) {
    const EventFacts *f = w->words->facts;
    for (uint32_t id = e->id; id > 0 && id + 16 > e->id; id--) {
        const CsWait *wait = event_facts_wait(f, id);
        CsTaskInfo info;
        if (!wait || !cs_task_info(f->engine, f->events[id - 1].subject, &info)) continue;
        if (TRACK_TASKS + (uint32_t)info.number != track) continue;
        ModelText text = event_words_reason(w->words, &wait->reason, wait->future);
        return event_words_string(w->words, &text);
    }
    return "waits";
}

/* "line 12: await q.get()" */
static const char *line_name(Writer *w, int number) {
    enum { LONGEST = 100 };
    const char *at = w->program->text, *end = at + w->program->length;
    for (int n = 1; at < end && n < number; n++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        at = stop ? stop + 1 : end;
    }
    while (at < end && (*at == ' ' || *at == '\t')) at++;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    size_t length = (size_t)((stop ? stop : end) - at);
    while (length && strchr(" \t\r", at[length - 1])) length--;
    bool cut = length > LONGEST;
    if (cut) length = LONGEST;
    while (cut && length && ((unsigned char)at[length] & 0xC0) == 0x80) length--;
    return model_print(w->words->pool, "line %d: %.*s%s", number, (int)length, at,
                       cut ? "\u2026" : "");
}

static const char *slice_name(Writer *w, const Mark *m, const CsEvent *e) {
    ModelPool *pool = w->words->pool;
    switch ((SliceName)m->name) {
    case SLICE_PROGRAM: return "program";
    case SLICE_ITERATION: return model_print(pool, "iteration %u", e->arg);
    case SLICE_IDLE: return "nothing ready";
    case SLICE_HANDLE: {
        const EventThing *t = event_facts_handle(w->words->facts, e->subject);
        bool run = e->kind == EVENT_HANDLE_RUN && t && t->run;
        return run ? cs_handle_run(w->words->facts->engine, t->run - 1).label : "eager start";
    }
    case SLICE_STEP: return e->line ? model_print(pool, "from line %u", e->line) : "step";
    case SLICE_THREAD: return "worker thread";
    case SLICE_READY: return "ready";
    case SLICE_WAITING: return waiting_for(w, e, m->track);
    case SLICE_LINE: return line_name(w, cs_step_line(w->words->facts->engine, m->value));
    }
    return "";
}

static const char *const slice_categories[] = {
    [SLICE_PROGRAM] = "program", [SLICE_ITERATION] = "loop", [SLICE_IDLE] = "loop",
    [SLICE_HANDLE] = "handle",   [SLICE_STEP] = "step",      [SLICE_READY] = "ready",
    [SLICE_WAITING] = "waiting", [SLICE_THREAD] = "thread",  [SLICE_LINE] = "line",
};

static void put_slice(Writer *w, const Mark *m, const CsEvent *e) {
    begin(w, "X", m->track);
    put_time(w, "ts", m->at);
    put_time(w, "dur", m->duration);
    put_name(w, slice_categories[m->name], slice_name(w, m, e));
    if (m->name == SLICE_LINE) {
        put_line_args(w, m->value);
    } else {
        put_args(w, e, say(w, e));
    }
}

static void put_flow(Writer *w, const Mark *m, const CsEvent *e) {
    static const char *const phases[] = {
        [MARK_FLOW_START] = "s", [MARK_FLOW_STEP] = "t", [MARK_FLOW_END] = "f"};
    begin(w, phases[m->kind], m->track);
    put_time(w, "ts", m->at);
    fprintf(w->to, ", \"id\": %u%s", m->flow, m->kind == MARK_FLOW_END ? ", \"bp\": \"e\"" : "");
    put_name(w, "cause", "causes");
    put_args(w, e, NULL);
}

static void put_counter(Writer *w, const Mark *m) {
    bool ready = m->kind == MARK_READY;
    begin(w, "C", m->track);
    put_time(w, "ts", m->at);
    put_name(w, "loop", ready ? "ready queue" : "timers");
    fprintf(w->to, ", \"args\": {\"%s\": %u}}", ready ? "handles" : "timers", m->value);
}

static void put_instant(Writer *w, const Mark *m, const CsEvent *e) {
    begin(w, "i", m->track);
    put_time(w, "ts", m->at);
    fputs(", \"s\": \"t\"", w->to);
    const char *sentence = say(w, e);
    put_name(w, event_info[e->kind].name, sentence);
    put_args(w, e, NULL);
}

static void put_mark(Writer *w, const Mark *m) {
    const CsEvent *e = event_facts_get(w->words->facts, m->event);
    switch ((MarkKind)m->kind) {
    case MARK_SLICE: put_slice(w, m, e); break;
    case MARK_INSTANT: put_instant(w, m, e); break;
    case MARK_FLOW_START:
    case MARK_FLOW_STEP:
    case MARK_FLOW_END: put_flow(w, m, e); break;
    case MARK_READY:
    case MARK_TIMERS: put_counter(w, m); break;
    }
}

bool trace_perfetto(FILE *to, const EventWords *words, const LessonProgram *program) {
    Tracks tracks;
    bool ok = tracks_build(&tracks, words->facts, TRACE_SLIVER_NS);
    Writer w = {.to = to, .words = words, .tracks = &tracks, .program = program, .first = true};
    if (ok) {
        fputs("{\"displayTimeUnit\": \"ms\",\n\"otherData\": {\"program\": ", to);
        json_string(to, program->name);
        fputs(", \"time\": ", to);
        json_string(to, how_time_is_drawn);
        fputs("},\n\"traceEvents\": [\n", to);
        put_tracks(&w, program->name);
        for (size_t i = 0; i < tracks.count; i++) {
            model_pool_reset(words->pool); /* one sentence at a time */
            put_mark(&w, &tracks.marks[i]);
        }
        fputs("\n]}\n", to);
    }
    tracks_clear(&tracks);
    return ok;
}
