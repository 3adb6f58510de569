#include "history/history.h"

#include <stdlib.h>
#include <string.h>

#include "compile/opcodes.h"
#include "vm/frame.h"

/* A keyframe as large as this makes the way to the next one twice as long; of the heap, which is
 * compared, so many bytes make it one instruction longer. */
enum { KEYFRAME_DISTANCE = 250000, KEYFRAME_LARGE = 120000, COMPARED_BYTES = 16 };
enum { HEAP_LARGE = 8 << 20, EARLY = 8 };

/* So many bytes of heap are compared for a rung in the time of one instruction, or less. */
enum { RUNG_DISTANCE = 80000, RUNG_BYTES = 32 };

/* Keyframes may take three eighths of the record's memory, and lose all but an eighth to the log;
 * a sixty-fourth is kept back for a run's end. */
enum { KEYFRAME_PART_LEAST = 8, RESERVE_PART = 64 };

static bool grow_events(History *h) {
    size_t needed = (h->event_count + 1) * sizeof(Event);
    if (needed <= h->event_block.size) return true;
    bool ok = block_grow(&h->event_block, h->ledger, needed);
    h->events = (Event *)(void *)h->event_block.bytes;
    return ok;
}

static bool grow_outputs(History *h) {
    void *items = h->outputs;
    bool ok = ledger_grow(h->ledger, &items, &h->output_capacity, h->output_count + 1,
                          sizeof(OutputRecord));
    h->outputs = items;
    return ok;
}

static bool grow_text(History *h, size_t size) {
    void *text = h->text;
    bool ok = ledger_grow(h->ledger, &text, &h->text_capacity, h->text_size + size, 1);
    h->text = text;
    return ok;
}

/* While a moment is run again nothing is written; the log must already say the same. What comes
 * after a refusal will be cut away. */
static void on_event(Engine *e, const Event *event) {
    History *h = e->history;
    if (e->starved) return;
    if (event->id <= h->event_count) {
        ASSERT(memcmp(&h->events[event->id - 1], event, sizeof *event) == 0,
               "a run that is repeated gives the same record");
        return;
    }
    if (h->ledger->refused || !grow_events(h)) return;
    h->events[h->event_count++] = *event;
    if (h->fresh_event) h->fresh_event(e, event);
}

static bool is_inside(const PFrame *f) {
    return f->ip > 0 && INSTR_OP(f->code->instrs[f->ip - 1]) == OPCODE_LINE_INSIDE;
}

static void on_step(Engine *e, PFrame *f, uint32_t line) {
    History *h = e->history;
    const VmState *vm = e->vm;
    if (e->starved) return;
    if (vm->steps <= h->steps.count) {
        ASSERT(step_log_get(&h->steps, vm->steps - 1)->line == line,
               "a run that is repeated takes the same steps");
        return;
    }
    StepRecord step = {line, f->f.h.id, vm->events, vm->task_id, is_inside(f)};
    if (!h->ledger->refused) step_log_add(&h->steps, &step);
}

static void on_output(Engine *e, int stream, const char *text, size_t size) {
    History *h = e->history;
    uint32_t event = e->vm->events;
    if (e->starved) return;
    if (e->vm->output_bytes <= h->text_size) return; /* a part of the run that is repeated */
    if (h->ledger->refused || !grow_text(h, size) || !grow_outputs(h)) return;
    h->outputs[h->output_count++] = (OutputRecord){event, stream, h->text_size, size};
    memcpy(h->text + h->text_size, text, size);
    h->text_size += size;
}

static bool add_keyframe(Engine *e) {
    const VmState *vm = e->vm;
    ladder_forget(&e->history->ladder);
    return keyframes_add(&e->history->keyframes, vm->instructions, vm->steps, vm->events);
}

/* The log needs the room: seeks become slower. */
static void make_room(void *owner, size_t bytes) {
    History *h = owner;
    const Ledger *l = h->ledger;
    ladder_clear(&h->ladder);
    while (l->limit - l->used < bytes && h->keyframes.bytes > l->limit / KEYFRAME_PART_LEAST) {
        if (!keyframes_thin_out(&h->keyframes)) return;
    }
}

/* Of what the arena holds from now on nothing is known. */
static void stand_nowhere(History *h) {
    h->stands_at = UINT64_MAX;
    h->stands_step = h->stands_event = 0;
}

bool history_start(Engine *e, Ledger *ledger) {
    History *h = calloc(1, sizeof *h);
    if (!h) return false;
    e->history = h;
    h->ledger = ledger;
    h->reserve = ledger->limit / RESERVE_PART;
    ledger->limit -= h->reserve;
    ledger->make_room = make_room;
    ledger->owner = h;
    h->keyframe_distance = KEYFRAME_DISTANCE;
    h->rung_distance = RUNG_DISTANCE;
    h->at_frontier = true;
    stand_nowhere(h);
    e->hooks.event = on_event;
    e->hooks.step = on_step;
    e->hooks.output = on_output;
    e->stop = (EngineStop){UINT64_MAX, UINT64_MAX, UINT32_MAX};
    step_log_init(&h->steps, ledger);
    ladder_init(&h->ladder, ledger);
    keyframes_init(&h->keyframes, &e->arena, ledger, ledger->limit / 8 * 3);
    return add_keyframe(e);
}

void history_destroy(Engine *e) {
    History *h = e->history;
    if (!h) return;
    ladder_clear(&h->ladder);
    keyframes_clear(&h->keyframes);
    block_clear(&h->event_block, h->ledger);
    step_log_clear(&h->steps);
    free(h->outputs);
    free(h->text);
    ledger_give(h->ledger, h->output_capacity * sizeof *h->outputs + h->text_capacity);
    h->ledger->make_room = NULL;
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
    stand_nowhere(e->history);
    lookups_forget(&e->lookups);
    e->starved = false;
    return keyframes_restore(&e->history->keyframes, keyframe);
}

bool history_seek_frontier(Engine *e) {
    History *h = e->history;
    if (h->at_frontier) return true;
    if (!restore(e, h->keyframes.count - 1)) return false;
    h->at_frontier = true;
    return true;
}

/* Keyframes that hold much take long to make and to walk over: then they are fewer, but not where a
 * seek has so large a heap to copy. */
static uint64_t next_keyframe(const History *h) {
    const Keyframe *last = newest(h);
    uint64_t distance = h->keyframe_distance;
    /* The first of them lie closer: importing makes classes, which is dear to run again. */
    if (last->instructions < distance) return last->instructions + distance / EARLY;
    if (last->end >= HEAP_LARGE) distance = distance / 5 * 3;
    size_t large = h->keyframes.count > 1 ? last->difference.bytes : 0;
    uint64_t more = distance * large / KEYFRAME_LARGE + last->end / COMPARED_BYTES;
    uint64_t most = last->end < HEAP_LARGE ? 2 * distance : distance;
    return last->instructions + distance + (more < most ? more : most);
}

/* The log grows no more. */
static void fit(History *h) {
    step_log_fit(&h->steps);
    block_fit(&h->event_block, h->ledger, h->event_count * sizeof(Event));
}

static void cut_outputs(History *h, uint64_t written) {
    if (h->text_size > written) h->text_size = (size_t)written;
    while (h->output_count && h->outputs[h->output_count - 1].start >= h->text_size) {
        h->output_count--;
    }
}

/* Something of what happened since the newest keyframe was refused: back to it. */
static bool cut_back(Engine *e) {
    History *h = e->history;
    if (!restore(e, h->keyframes.count - 1)) return false;
    const VmState *vm = e->vm;
    h->event_count = vm->events;
    step_log_cut(&h->steps, vm->steps);
    cut_outputs(h, vm->output_bytes);
    h->frontier = vm->instructions;
    h->ended = false;
    if (h->cut) h->cut(e);
    return true;
}

/* The run ends here as one that has used up its instructions, so that it does so whenever it is
 * repeated, too. One instruction more: no native may be stopped within the last one. */
static bool end_here(Engine *e) {
    History *h = e->history;
    Ledger *l = h->ledger;
    if (h->full || !cut_back(e)) return false;
    h->full = true;
    l->refused = false;
    l->limit += h->reserve;
    e->max_instructions = h->frontier + 1;
    return true;
}

static void record_slice(Engine *e, uint64_t end) {
    History *h = e->history;
    uint64_t due = next_keyframe(h), slice = due - e->vm->instructions;
    if (slice > end - e->vm->instructions) slice = end - e->vm->instructions;
    e->starved = false;
    h->ended = vm_run(e, slice) == RUN_ENDED;
    h->frontier = e->vm->instructions;
    if (e->starved) h->ledger->refused = true;
    if (h->ledger->refused) return;
    if ((h->ended || h->frontier >= due) && !add_keyframe(e)) h->ledger->refused = true;
}

bool history_record(Engine *e, uint64_t instructions) {
    History *h = e->history;
    if (!history_seek_frontier(e)) return false;
    uint64_t end = e->vm->instructions + instructions;
    while (!h->ended && e->vm->instructions < end) {
        record_slice(e, end);
        if (h->ledger->refused && !end_here(e)) {
            cut_back(e);
            return false;
        }
        if (h->ended) fit(h);
    }
    return true;
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

/* Whether the run can simply go on from here: no moment that is kept lies nearer. Not to an
 * instruction: so a state that was changed without any, as by an evaluation, is put right. */
static bool goes_on_from_here(const Engine *e, const Keyframe *kept, Before before,
                              uint64_t moment) {
    const VmState *vm = e->vm;
    Keyframe here = {vm->instructions, vm->steps, vm->events, 0, {0}};
    return before != before_instruction && e->history->stands_at == vm->instructions &&
           !e->starved && vm->instructions >= kept->instructions && before(&here, moment);
}

/* Copies the last moment before the one sought that is kept into the arena. */
static bool go_before(Engine *e, size_t keyframe, Before before, uint64_t moment) {
    History *h = e->history;
    const Ladder *l = &h->ladder;
    size_t rung = l->keyframe == keyframe ? l->count : 0;
    while (rung > 0 && !before(&l->rungs[rung - 1], moment)) rung--;
    const Keyframe *kept = rung ? &l->rungs[rung - 1] : &h->keyframes.frames[keyframe];
    if (goes_on_from_here(e, kept, before, moment)) return true;
    if (!rung) return restore(e, keyframe);
    stand_nowhere(h);
    lookups_forget(&e->lookups);
    e->starved = false;
    return ladder_restore(l, &h->keyframes, rung - 1);
}

static bool is_reached(const Engine *e) {
    const VmState *vm = e->vm;
    return vm->steps >= e->stop.steps || vm->events >= e->stop.events ||
           vm->instructions >= e->stop.instructions;
}

/* Runs to the stop, and on the way leaves rungs behind. */
static void climb(Engine *e, size_t keyframe) {
    History *h = e->history;
    const VmState *vm = e->vm;
    uint64_t longer = RUNG_DISTANCE + h->keyframes.frames[keyframe].end / RUNG_BYTES;
    uint64_t distance = h->rung_distance * longer / RUNG_DISTANCE;
    uint64_t least = h->keyframes.frames[keyframe].instructions;
    for (;;) {
        uint64_t slice = distance - (vm->instructions - least) % distance;
        if (vm_run(e, slice) != RUN_BUDGET || is_reached(e) || e->starved) return;
        if (vm->instructions >= e->max_instructions) return;
        Keyframe moment = {vm->instructions, vm->steps, vm->events, 0, {0}};
        ladder_lay(&h->ladder, &h->keyframes, keyframe, moment);
    }
}

/* Runs from the nearest moment that is kept to the stop; the moment sought is known to be recorded.
 * Without memory for the way it stays at the keyframe. */
static bool run_to(Engine *e, Before before, uint64_t moment, EngineStop stop) {
    History *h = e->history;
    if (!leave_frontier(e)) return false;
    size_t keyframe = find_keyframe(h, before, moment);
    if (!go_before(e, keyframe, before, moment)) return false;
    e->stop = stop;
    if (e->vm->instructions < stop.instructions) climb(e, keyframe);
    e->stop = (EngineStop){UINT64_MAX, UINT64_MAX, UINT32_MAX};
    stand_nowhere(h);
    if (e->starved) return (void)restore(e, keyframe), false;
    h->stands_at = e->vm->instructions;
    return true;
}

static bool stands_there(const Engine *e, uint64_t asked, uint64_t moment) {
    const History *h = e->history;
    return moment && asked == moment && !h->at_frontier && h->stands_at == e->vm->instructions;
}

bool history_seek_step(Engine *e, uint64_t step) {
    if (step > e->history->steps.count) return false;
    if (stands_there(e, e->history->stands_step, step)) return true;
    EngineStop stop = {step == 0 ? 0 : UINT64_MAX, step == 0 ? UINT64_MAX : step, UINT32_MAX};
    if (!run_to(e, before_step, step, stop)) return false;
    e->history->stands_step = step;
    return true;
}

bool history_seek_event(Engine *e, uint32_t event) {
    if (event > e->history->event_count) return false;
    if (event == 0) return history_seek_step(e, 0);
    if (stands_there(e, e->history->stands_event, event)) return true;
    if (!run_to(e, before_event, event, (EngineStop){UINT64_MAX, UINT64_MAX, event})) return false;
    e->history->stands_event = event;
    return true;
}

bool history_seek_instruction(Engine *e, uint64_t instruction) {
    if (instruction > e->history->frontier) return false;
    return run_to(e, before_instruction, instruction,
                  (EngineStop){instruction, UINT64_MAX, UINT32_MAX});
}

static inline uint64_t mixed(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

/* Pages, so that their size is a multiple of the lanes', which do not wait for each other. */
enum { HASH_LANES = 4 };

#if defined(__SANITIZE_ADDRESS__)
__attribute__((no_sanitize("address"), noinline))
#endif
static uint64_t
hash_range(const unsigned char *base, ArenaRange range, uint64_t hash) {
    uint64_t lanes[HASH_LANES] = {hash, 1, 2, 3};
    for (size_t at = range.start; at < range.end; at += sizeof lanes) {
        const uint64_t *words = (const uint64_t *)(const void *)(base + at);
        for (int i = 0; i < HASH_LANES; i++) lanes[i] = mixed(lanes[i], words[i]);
    }
    return mixed(mixed(mixed(lanes[0], lanes[1]), lanes[2]), lanes[3]);
}

uint64_t history_hash(const Engine *e) {
    ArenaRange ranges[2];
    arena_ranges(&e->arena, ranges);
    return hash_range(e->arena.base, ranges[1], hash_range(e->arena.base, ranges[0], 1));
}
