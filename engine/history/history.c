#include "history/history.h"

#include <stdlib.h>
#include <string.h>

#include "compile/opcodes.h"
#include "vm/frame.h"

/* A keyframe as large as this makes the way to the next one twice as long. */
enum { KEYFRAME_DISTANCE = 150000, KEYFRAME_LARGE = 300000, STRETCH_MAX = 1, EARLY = 8 };

/* Makes room for one more item; false ends the recording. */
static bool room(History *h, void **items, size_t *capacity, size_t count, size_t size) {
    if (count < *capacity) return true;
    size_t wanted = *capacity + *capacity / 2 + 256;
    void *fresh = realloc(*items, wanted * size);
    if (!fresh) {
        h->failed = true;
        return false;
    }
    *items = fresh;
    *capacity = wanted;
    return true;
}

static bool grow_events(History *h) {
    void *items = h->events;
    bool ok = room(h, &items, &h->event_capacity, h->event_count, sizeof(Event));
    h->events = items;
    return ok;
}

static bool grow_outputs(History *h) {
    void *items = h->outputs;
    bool ok = room(h, &items, &h->output_capacity, h->output_count, sizeof(OutputRecord));
    h->outputs = items;
    return ok;
}

static bool grow_text(History *h, size_t size) {
    if (h->text_size + size <= h->text_capacity) return true;
    size_t wanted = (h->text_size + size) * 2;
    char *fresh = realloc(h->text, wanted);
    if (!fresh) return false;
    h->text = fresh;
    h->text_capacity = wanted;
    return true;
}

/* While a moment is run again nothing is written; the log must already say the same. */
static void on_event(Engine *e, const Event *event) {
    History *h = e->history;
    if (event->id <= h->event_count) {
        ASSERT(memcmp(&h->events[event->id - 1], event, sizeof *event) == 0,
               "a run that is repeated gives the same record");
        return;
    }
    if (!grow_events(h)) return;
    h->events[h->event_count++] = *event;
    if (h->fresh_event) h->fresh_event(e, event);
}

static bool is_inside(const PFrame *f) {
    return f->ip > 0 && INSTR_OP(f->code->instrs[f->ip - 1]) == OPCODE_LINE_INSIDE;
}

static void on_step(Engine *e, PFrame *f, uint32_t line) {
    History *h = e->history;
    const VmState *vm = e->vm;
    if (vm->steps <= h->steps.count) {
        ASSERT(step_log_get(&h->steps, vm->steps - 1)->line == line,
               "a run that is repeated takes the same steps");
        return;
    }
    StepRecord step = {line, f->f.h.id, vm->events, vm->task_id, is_inside(f)};
    if (!step_log_add(&h->steps, &step)) h->failed = true;
}

static void on_output(Engine *e, int stream, const char *text, size_t size) {
    History *h = e->history;
    uint32_t event = e->vm->events;
    if (e->vm->output_bytes <= h->text_size) return; /* a part of the run that is repeated */
    if (!grow_text(h, size) || !grow_outputs(h)) {
        h->failed = true;
        return;
    }
    h->outputs[h->output_count++] = (OutputRecord){event, stream, h->text_size, size};
    memcpy(h->text + h->text_size, text, size);
    h->text_size += size;
}

static bool add_keyframe(Engine *e) {
    const VmState *vm = e->vm;
    return keyframes_add(&e->history->keyframes, vm->instructions, vm->steps, vm->events);
}

bool history_start(Engine *e, size_t keyframe_bytes) {
    History *h = calloc(1, sizeof *h);
    if (!h) return false;
    e->history = h;
    h->keyframe_distance = KEYFRAME_DISTANCE;
    h->at_frontier = true;
    e->hooks.event = on_event;
    e->hooks.step = on_step;
    e->hooks.output = on_output;
    e->stop = (EngineStop){UINT64_MAX, UINT64_MAX, UINT32_MAX};
    return keyframes_init(&h->keyframes, &e->arena, keyframe_bytes) && add_keyframe(e);
}

void history_destroy(Engine *e) {
    History *h = e->history;
    if (!h) return;
    keyframes_clear(&h->keyframes);
    free(h->events);
    step_log_clear(&h->steps);
    free(h->outputs);
    free(h->text);
    free(h);
    e->history = NULL;
    e->hooks = (EngineHooks){0};
}

static const Keyframe *newest(const History *h) {
    return &h->keyframes.frames[h->keyframes.count - 1];
}

/* Before the playhead leaves the frontier its state becomes a keyframe, the way back to it. */
static bool leave_frontier(Engine *e) {
    History *h = e->history;
    if (!h->at_frontier) return true;
    h->at_frontier = false;
    return newest(h)->instructions == h->frontier || add_keyframe(e);
}

static bool restore(Engine *e, size_t keyframe) {
    lookups_forget(&e->lookups);
    return keyframes_restore(&e->history->keyframes, keyframe);
}

bool history_seek_frontier(Engine *e) {
    History *h = e->history;
    if (h->at_frontier) return true;
    if (!restore(e, h->keyframes.count - 1)) return false;
    h->at_frontier = true;
    return true;
}

/* Keyframes that hold much take long to make and to walk over: then they are fewer. */
static uint64_t next_keyframe(const History *h) {
    uint64_t distance = h->keyframe_distance;
    /* The first of them lie closer: importing makes classes, which is dear to run again. */
    if (newest(h)->instructions < distance) return newest(h)->instructions + distance / EARLY;
    size_t large = h->keyframes.count > 1 ? newest(h)->difference.bytes : 0;
    uint64_t more = distance * large / KEYFRAME_LARGE, most = distance * STRETCH_MAX;
    return newest(h)->instructions + distance + (more < most ? more : most);
}

/* The log grows no more. */
static void fit(History *h) {
    step_log_fit(&h->steps);
    Event *events = h->event_count ? realloc(h->events, h->event_count * sizeof *events) : NULL;
    if (!events) return;
    h->events = events;
    h->event_capacity = h->event_count;
}

bool history_record(Engine *e, uint64_t instructions) {
    History *h = e->history;
    if (!history_seek_frontier(e)) return false;
    uint64_t end = e->vm->instructions + instructions;
    while (!h->ended && !h->failed && e->vm->instructions < end) {
        uint64_t due = next_keyframe(h), slice = due - e->vm->instructions;
        if (slice > end - e->vm->instructions) slice = end - e->vm->instructions;
        h->ended = vm_run(e, slice) == RUN_ENDED;
        h->frontier = e->vm->instructions;
        if ((h->ended || h->frontier >= due) && !add_keyframe(e)) h->failed = true;
        if (h->ended) fit(h);
    }
    return !h->failed;
}

typedef bool (*Before)(const Keyframe *, uint64_t moment);

static bool before_step(const Keyframe *k, uint64_t step) {
    return k->steps < step;
}
static bool before_event(const Keyframe *k, uint64_t event) {
    return k->events < event;
}
static bool before_instruction(const Keyframe *k, uint64_t n) {
    return k->instructions <= n;
}

/* The last keyframe that lies before the moment. */
static size_t find_keyframe(const History *h, Before before, uint64_t moment) {
    size_t low = 0, high = h->keyframes.count;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (before(&h->keyframes.frames[middle], moment)) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Runs from the nearest keyframe to the stop; the moment is known to be recorded. */
static bool run_to(Engine *e, Before before, uint64_t moment, EngineStop stop) {
    History *h = e->history;
    if (!leave_frontier(e)) return false;
    if (!restore(e, find_keyframe(h, before, moment))) return false;
    e->stop = stop;
    if (e->vm->instructions < stop.instructions) vm_run(e, UINT64_MAX - e->vm->instructions);
    e->stop = (EngineStop){UINT64_MAX, UINT64_MAX, UINT32_MAX};
    return true;
}

bool history_seek_step(Engine *e, uint64_t step) {
    if (step > e->history->steps.count) return false;
    EngineStop stop = {step == 0 ? 0 : UINT64_MAX, step == 0 ? UINT64_MAX : step, UINT32_MAX};
    return run_to(e, before_step, step, stop);
}

bool history_seek_event(Engine *e, uint32_t event) {
    if (event > e->history->event_count) return false;
    if (event == 0) return history_seek_step(e, 0);
    return run_to(e, before_event, event, (EngineStop){UINT64_MAX, UINT64_MAX, event});
}

bool history_seek_instruction(Engine *e, uint64_t instruction) {
    if (instruction > e->history->frontier) return false;
    return run_to(e, before_instruction, instruction,
                  (EngineStop){instruction, UINT64_MAX, UINT32_MAX});
}

size_t history_bytes(const History *h) {
    return h->event_capacity * sizeof(Event) + step_log_memory(&h->steps) +
           h->output_capacity * sizeof(OutputRecord) + h->text_capacity +
           keyframes_memory(&h->keyframes);
}

#if defined(__SANITIZE_ADDRESS__)
__attribute__((no_sanitize("address"), noinline))
#endif
static uint64_t
hash_range(const unsigned char *base, ArenaRange range, uint64_t hash) {
    for (size_t at = range.start; at < range.end; at += 8) {
        uint64_t word = *(const uint64_t *)(const void *)(base + at);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    return hash;
}

uint64_t history_hash(const Engine *e) {
    ArenaRange ranges[2];
    arena_ranges(&e->arena, ranges);
    return hash_range(e->arena.base, ranges[1], hash_range(e->arena.base, ranges[0], 1));
}
