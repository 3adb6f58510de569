/* The running slot, the ready queue and the tasks' seats. */
#include "model/model_find.h"

#include <string.h>

#define PICK(model, key) text_get((model)->words, key)

/* ---- Running ------------------------------------------------------------------------------- */

/* The same frame one step earlier, wherever it was: running or suspended. */
static const CsFrame *frame_before(const ModelFacts *facts, uint32_t id) {
    const CsSnapshot *s = facts->before;
    if (!s) return NULL;
    const CsFrame *frame = model_find_frame(s->frames, s->frame_count, id);
    if (!frame) frame = model_find_frame(s->program, s->program_count, id);
    for (int i = 0; !frame && i < s->task_count; i++)
        frame = model_find_frame(s->tasks[i].frames, s->tasks[i].frame_count, id);
    return frame;
}

static bool local_changed(const CsFrame *before, const CsLocal *local) {
    if (!before) return false;
    for (int i = 0; i < before->local_count; i++)
        if (strcmp(before->locals[i].name, local->name) == 0)
            return strcmp(before->locals[i].value, local->value) != 0;
    return true;
}

/* As many locals as are shown: the changed ones, and the last ones beside them, in their order. */
static void build_locals(ModelFrame *out, Model *model, const ModelFacts *facts,
                         const CsFrame *frame) {
    const CsFrame *before = frame_before(facts, frame->id);
    int room = MODEL_FRAME_LOCALS, changed = 0;
    for (int i = 0; i < frame->local_count; i++)
        changed += local_changed(before, &frame->locals[i]);
    int others = changed < room ? room - changed : 0;
    int unchanged = frame->local_count - changed;
    for (int i = 0; i < frame->local_count && out->local_count < room; i++) {
        bool fresh = local_changed(before, &frame->locals[i]);
        if (!fresh && unchanged-- > others) continue;
        ModelLocal *local = &out->locals[out->local_count++];
        local->name = model_copy_z(&model->pool, frame->locals[i].name);
        local->value = model_local_value(&model->pool, model->words, facts->now, &frame->locals[i]);
        local->changed = fresh;
        local->thing = model_local_thing(facts->now, &frame->locals[i]);
    }
}

/* Whether the line of the outer frame awaits; a library frame always does. */
static bool line_awaits(const ModelFacts *facts, const CsFrame *outer) {
    const SourceText *source = facts->source;
    if (outer->library || !source || outer->line < 1 || outer->line > source->line_count)
        return true;
    const SourceLine *line = &source->lines[outer->line - 1];
    for (uint32_t i = 0; i < line->span_count; i++) {
        const CodeSpan *span = &source->spans[line->first_span + i];
        size_t length = span->end - span->start;
        bool word = length == 5 && memcmp(line->text + span->start, "await", 5) == 0;
        bool async = length == 5 && memcmp(line->text + span->start, "async", 5) == 0;
        if (span->class == CODE_KEYWORD && (word || async)) return true;
    }
    return false;
}

static void build_frame(ModelFrame *out, Model *model, const ModelFacts *facts,
                        const CsFrame *frame) {
    out->id = frame->id;
    out->library = frame->library;
    out->line = frame->library ? 0 : frame->line;
    bool module = strcmp(frame->function, "<module>") == 0;
    out->call = module ? model_copy_z(&model->pool, PICK(model, TEXT_RUNNING_MODULE))
                       : model_print(&model->pool, "%s(%s)", frame->function, frame->arguments);
    build_locals(out, model, facts, frame);
}

static void build_frames(Model *model, const ModelFacts *facts, const CsFrame *frames, int count) {
    ModelRunning *running = &model->running;
    running->frames = model_array(&model->pool, (size_t)count + 1, sizeof *running->frames);
    for (int i = 0; i < count; i++) {
        ModelFrame *frame = &running->frames[running->frame_count++];
        build_frame(frame, model, facts, &frames[i]);
        frame->awaited = i > 0 && line_awaits(facts, &frames[i - 1]);
        frame->current = i == count - 1 && !frames[i].library;
    }
}

/* The call in which the loop's thread stands still, as the innermost frame. */
static void add_block(Model *model) {
    ModelRunning *running = &model->running;
    ModelFrame *frame = &running->frames[running->frame_count++];
    if (running->frame_count > 1) {
        frame[-1].current = false;
        frame[-1].note = PICK(model, TEXT_BLOCK_NO_AWAIT);
    }
    frame->id = UINT32_MAX; /* of no object */
    frame->call = model->stuck.call;
    frame->over = model->stuck.over;
    frame->share = model->stuck.share;
    frame->blocks = true;
}

void model_running(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    ModelRunning *running = &model->running;
    if (s->running.id) {
        running->id = s->running.id;
        running->badge = model_find_badge(s, s->running.task);
        running->name = model_find_handle_name(&model->pool, s, s->running.task, s->running.name);
        build_frames(model, facts, s->frames, s->frame_count);
        if (s->running.task) running->holds = model_holds(model, facts, s->running.task);
        if (model->stuck.on) add_block(model);
        return;
    }
    running->name = "";
    if (s->phase != CS_PHASE_PROGRAM || s->program_count == 0) return;
    running->is_program = true;
    running->name = model_copy_z(&model->pool, PICK(model, TEXT_RUNNING_PROGRAM));
    build_frames(model, facts, s->program, s->program_count);
}

/* ---- Ready queue --------------------------------------------------------------------------- */

static const char *place_text(Model *model, int place) {
    if (place == 1) return PICK(model, TEXT_PLACE_1);
    int last = place % 10, tens = place / 10 % 10;
    TextKey key = TEXT_PLACE_TH;
    if (tens != 1 && last == 1) key = TEXT_PLACE_ST;
    if (tens != 1 && last == 2) key = TEXT_PLACE_ND;
    if (tens != 1 && last == 3) key = TEXT_PLACE_RD;
    return model_fill(&model->pool, PICK(model, key), model_print(&model->pool, "%d", place), NULL);
}

/* The number of the worker thread that scheduled it; 0 where none did. */
static int thread_behind(const ModelFacts *facts, const CsHandle *handle) {
    const CsEvent *scheduled = model_find_event(facts, handle->event);
    const CsEvent *cause = scheduled ? model_find_event(facts, scheduled->cause) : NULL;
    return cause ? model_thread_number(facts, cause->subject) : 0;
}

/* The run of a callback that belongs to no task and scheduled it; NULL: somebody else did. */
static const CsEvent *callback_behind(const ModelFacts *facts, const CsHandle *handle) {
    const CsEvent *event = model_find_event(facts, handle->event);
    for (int i = 0; event && i < 16; i++, event = model_find_event(facts, event->cause)) {
        if (event->kind == EVENT_TASK_STEP) return NULL;
        if (event->kind == EVENT_HANDLE_RUN) return event->arg ? NULL : event;
    }
    return NULL;
}

/* Who scheduled it where no task did. */
static TextKey causer_word(const ModelFacts *facts, const CsHandle *handle) {
    const CsEvent *behind = callback_behind(facts, handle);
    const CsEvent *lesson = model_find_event(facts, facts->injected);
    if (handle->because.what == CS_WHAT_FIRST_STEP) return TEXT_BY_PROGRAM;
    if (lesson && (behind == lesson || lesson->subject == handle->id)) return TEXT_BY_LESSON;
    return behind ? TEXT_BY_CALLBACK : TEXT_BY_LOOP;
}

/* How long a ready handle has waited while the loop stood still; 0 where no time has passed. */
static int64_t kept_waiting(const ModelFacts *facts, const CsHandle *handle) {
    int64_t ns = facts->now->time_ns - handle->since_ns;
    return ns > 0 ? ns : 0;
}

static void build_causer(ModelCard *card, Model *model, const ModelFacts *facts,
                         const CsHandle *handle) {
    ModelPool *pool = &model->pool;
    const CsTask *task = model_find_task(facts->now, handle->by_task);
    int thread = handle->task ? 0 : thread_behind(facts, handle);
    if (handle->by_timer) {
        const char *when = model_clock(pool, handle->since_ns);
        card->by = model_fill(pool, PICK(model, TEXT_BY_TIMER), when, NULL);
        card->by_short = model_fill(pool, PICK(model, TEXT_BY_TIMER_SHORT), when, NULL);
    } else if (thread) {
        const char *number = model_print(pool, "%d", thread);
        TextKey key = card->fresh ? TEXT_BY_THREAD_NOW : TEXT_BY_THREAD;
        card->name = PICK(model, TEXT_THREAD_RESULT);
        card->because = PICK(model, TEXT_READY_THREAD);
        card->by = model_fill(pool, PICK(model, key), number, NULL);
        card->by_short = model_fill(pool, PICK(model, TEXT_BY_THREAD), number, NULL);
    } else if (task) {
        TextKey key = card->fresh ? TEXT_BY_TASK_NOW : TEXT_BY_TASK;
        card->by = model_fill(pool, PICK(model, key), model_find_short_name(task), NULL);
        card->by_short =
            model_fill(pool, PICK(model, TEXT_BY_TASK), model_find_short_name(task), NULL);
    } else {
        card->by = card->by_short = PICK(model, causer_word(facts, handle));
    }
}

/* For a projector: who it is in place of the handle's own name. */
static void build_short(ModelCard *card, Model *model, const ModelFacts *facts,
                        const CsHandle *handle) {
    const CsTask *task = model_find_task(facts->now, handle->task);
    bool wakes = strstr(card->name, "wakeup") != NULL;
    bool first = handle->because.what == CS_WHAT_FIRST_STEP;
    TextKey key = wakes ? TEXT_CARD_WAKES : first ? TEXT_CARD_STARTS : TEXT_CARD_GOES_ON;
    card->because_short = model_words_ready(model, facts, handle, true);
    card->name_short =
        task ? model_fill(&model->pool, PICK(model, key),
                          model_copy_z(&model->pool, model_find_short_name(task)), NULL)
             : PICK(model, TEXT_CARD_CALLBACK);
}

/* Cards from this one on lie in a stack, all but the last one and that of whom the lesson follows.
 */
enum { OPENED_CARDS = 32 };

static void build_card(ModelCard *card, const ModelFacts *facts, const CsHandle *handle) {
    card->id = handle->id;
    card->badge = model_find_badge(facts->now, handle->task);
    card->fresh = model_find_fresh(facts, handle->event);
    card->by_timer = handle->by_timer;
    card->throws = handle->throws;
    card->next_iteration = handle->next_iteration;
    card->name = card->because = card->by = card->by_short = "";
    card->name_short = card->because_short = card->place = card->place_fresh = "";
}

static void write_card(ModelCard *card, Model *model, const ModelFacts *facts,
                       const CsHandle *handle, int place) {
    card->name = handle->call && *handle->call
                     ? model_copy_z(&model->pool, handle->call)
                     : model_find_handle_name(&model->pool, facts->now, handle->task, handle->name);
    card->because = model_words_ready(model, facts, handle, false);
    build_short(card, model, facts, handle);
    build_causer(card, model, facts, handle);
    card->place = place_text(model, place);
    int64_t kept = kept_waiting(facts, handle);
    if (kept > 0) {
        card->by = card->by_short = model_fill(&model->pool, PICK(model, TEXT_READY_SINCE),
                                               model_clock(&model->pool, handle->since_ns), NULL);
        card->place = model_fill(&model->pool, PICK(model, TEXT_PLACE_FOR), card->place,
                                 model_seconds(&model->pool, kept));
    }
    bool waited = kept > 0; /* "3rd for 0.3 s" is not just now */
    card->place_fresh =
        waited ? card->place
               : model_fill(&model->pool, PICK(model, TEXT_PLACE_JUST_NOW), card->place, NULL);
}

static const char *nothing_ready(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    if (s->end == CS_END_DEADLOCK) return PICK(model, TEXT_READY_NOTHING_EVER);
    if (s->running.id) return PICK(model, TEXT_READY_NOTHING_ELSE);
    if (s->phase != CS_PHASE_WAIT) return PICK(model, TEXT_READY_NOTHING);
    if (s->waits_until_ns < 0)
        return PICK(model, s->thread_count ? TEXT_READY_NOTHING_THREAD : TEXT_READY_NOTHING_WORLD);
    return model_fill(&model->pool, PICK(model, TEXT_READY_NOTHING_UNTIL),
                      model_clock(&model->pool, s->waits_until_ns), NULL);
}

void model_ready(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    ModelReady *ready = &model->ready;
    ModelPool *pool = &model->pool;
    ready->cards = model_array(pool, (size_t)s->ready_count, sizeof *ready->cards);
    for (int i = 0; i < s->ready_count; i++) {
        ModelCard *card = &ready->cards[ready->count++];
        build_card(card, facts, &s->ready[i]);
        bool read = i < OPENED_CARDS || i == s->ready_count - 1 || model->view == VIEW_CANCEL ||
                    card->badge.id == model->followed;
        if (read) write_card(card, model, facts, &s->ready[i], i + 1);
    }
    for (int i = 0; i < s->ready_count; i++) model->iteration_left += !s->ready[i].next_iteration;
    ready->iteration = s->iteration;
    const char *pattern = PICK(model, TEXT_ITERATION_N);
    ready->iteration_now = model_fill(pool, pattern, model_count(pool, s->iteration), NULL);
    ready->iteration_next =
        model_fill(pool, pattern, model_count(pool, (uint64_t)s->iteration + 1), NULL);
    ready->count_text = model_fill(pool, PICK(model, TEXT_READY_COUNT),
                                   model_print(pool, "%d", s->ready_count), NULL);
    ready->empty = nothing_ready(model, facts);
    ready->stuck = "";
    if (!model->stuck.on || s->ready_count == 0) return;
    TextKey stuck = s->ready_count == 1 ? TEXT_READY_STUCK_1 : TEXT_READY_STUCK;
    ready->stuck =
        model_fill(pool, PICK(model, stuck), model_print(pool, "%d", s->ready_count), NULL);
}

/* ---- Seats --------------------------------------------------------------------------------- */

/* What ends the chain of a task that waits in something written in C. */
static const char *awaited_call(const CsReason *reason) {
    switch (reason->what) {
    case CS_WHAT_SLEEP: return "sleep";
    case CS_WHAT_GATHER: return "gather";
    case CS_WHAT_WAIT: return "wait";
    case CS_WHAT_WAIT_FOR: return "wait_for";
    case CS_WHAT_SHIELD: return "shield";
    case CS_WHAT_QUEUE_GET: return "Queue.get";
    case CS_WHAT_QUEUE_PUT: return "Queue.put";
    case CS_WHAT_QUEUE_JOIN: return "Queue.join";
    case CS_WHAT_LOCK: return "Lock.acquire";
    case CS_WHAT_EVENT: return "Event.wait";
    case CS_WHAT_SEMAPHORE: return "Semaphore.acquire";
    case CS_WHAT_CONDITION: return "Condition.wait";
    case CS_WHAT_BARRIER: return "Barrier.wait";
    case CS_WHAT_GROUP: return "TaskGroup";
    default: return NULL;
    }
}

/* What the library calls by itself, also as a method: TaskGroup.__aexit__. */
static bool is_inner(const CsFrame *frame) {
    const char *dot = strrchr(frame->function, '.');
    return frame->library && (dot ? dot[1] : frame->function[0]) == '_';
}

static const char *chain_of(Model *model, const CsSnapshot *s, const CsTask *task,
                            const CsReason *reason) {
    ModelPool *pool = &model->pool;
    bool runs = task->id == s->running.task;
    const CsFrame *frames = runs ? s->frames : task->frames;
    int count = runs ? s->frame_count : task->frame_count;
    const char *chain = "";
    for (int i = 0; i < count; i++) {
        /* What the library calls by itself, as _ContextManagerMixin.__aenter__, tells nothing. */
        if (is_inner(&frames[i])) continue;
        chain = model_print(pool, "%s%s%s", chain, *chain ? " \u203A " : "", frames[i].function);
    }
    const CsFrame *inner = count > 0 ? &frames[count - 1] : NULL;
    bool library = inner && inner->library && !is_inner(inner);
    const char *last = reason && !library ? awaited_call(reason) : NULL;
    return last && count > 0 ? model_print(pool, "%s \u203A %s", chain, last) : chain;
}

static const char *exception_type(Model *model, const char *value) {
    return model_copy(&model->pool, value, strcspn(value, "(:"));
}

static void say_ready(Sentence *s, Model *model, const ModelFacts *facts, const CsTask *task,
                      bool brief) {
    for (int i = 0; i < facts->now->ready_count; i++) {
        const CsHandle *handle = &facts->now->ready[i];
        if (handle->task != task->id) continue;
        int64_t kept = kept_waiting(facts, handle);
        if (kept > 0) {
            sentence_add(s, SPAN_PLAIN,
                         model_fill(&model->pool, PICK(model, TEXT_READY_FOR),
                                    model_seconds(&model->pool, kept), NULL));
            return;
        }
        sentence_add(s, SPAN_PLAIN, model_words_ready(model, facts, handle, brief));
        return;
    }
}

static void say_value(Sentence *s, Model *model, const CsTask *task, bool brief) {
    if (!*task->value) return;
    if (task->state == CS_TASK_DONE && !brief)
        sentence_add(s, SPAN_PLAIN,
                     model_fill(&model->pool, PICK(model, TEXT_RETURNED), task->value, NULL));
    else if (task->state == CS_TASK_FAILED)
        sentence_add(s, SPAN_PLAIN, exception_type(model, task->value));
    else
        sentence_add(s, SPAN_PLAIN, model_copy_z(&model->pool, task->value));
}

static void say_cancelling(Sentence *s, Model *model, const CsTask *task) {
    if (task->cancel_requests < 2) return;
    const char *number = model_print(&model->pool, "%d", task->cancel_requests);
    sentence_add(s, SPAN_PLAIN,
                 model_fill(&model->pool, PICK(model, TEXT_REQUESTS_N), number, NULL));
}

static ModelText why_sentence(Model *model, const ModelFacts *facts, const CsTask *task,
                              bool brief) {
    Sentence s = {.pool = &model->pool};
    TextKey word = (TextKey)(TEXT_STATE_CREATED + (int)task->state);
    bool blocks = model->stuck.on && task->id == facts->now->running.task;
    if (blocks) word = TEXT_STATE_BLOCKS;
    sentence_state(&s, (ModelState)task->state, PICK(model, word));
    sentence_add(&s, SPAN_PLAIN, " ");
    switch (task->state) {
    case CS_TASK_CREATED: sentence_add(&s, SPAN_PLAIN, PICK(model, TEXT_NOT_STARTED)); break;
    case CS_TASK_READY: say_ready(&s, model, facts, task, brief); break;
    case CS_TASK_WAITING: model_words_waits(&s, model, facts, task, brief); break;
    case CS_TASK_CANCELLING: say_cancelling(&s, model, task); break;
    case CS_TASK_RUNNING:
        if (blocks)
            sentence_add(&s, SPAN_PLAIN,
                         model_fill(&model->pool, PICK(model, TEXT_BLOCKS_IN),
                                    model_copy(&model->pool, model->stuck.call,
                                               strcspn(model->stuck.call, "(")),
                                    NULL));
        break;
    case CS_TASK_DONE:
    case CS_TASK_FAILED:
    case CS_TASK_CANCELLED: say_value(&s, model, task, brief); break;
    }
    return s.text;
}

/* Of a task that was woken: what it waited for, which is what its handle is about. */
static const CsReason *chain_reason(const ModelFacts *facts, const CsTask *task) {
    if (task->state == CS_TASK_WAITING || task->state == CS_TASK_CANCELLING) return &task->waits;
    for (int i = 0; task->state == CS_TASK_READY && i < facts->now->ready_count; i++)
        if (facts->now->ready[i].task == task->id) return &facts->now->ready[i].because;
    return NULL;
}

static const CsFrame *inner_frame(const CsSnapshot *s, const CsTask *task) {
    bool runs = task->id == s->running.task;
    const CsFrame *frames = runs ? s->frames : task->frames;
    for (int i = runs ? s->frame_count : task->frame_count; i-- > 0;)
        if (!frames[i].library && frames[i].line > 0) return &frames[i];
    return NULL;
}

static void add_seat_local(Model *model, const ModelFacts *facts, ModelSeat *seat,
                           const CsLocal *local) {
    seat->locals[seat->local_count++] =
        (ModelLocal){model_copy_z(&model->pool, local->name),
                     model_local_value(&model->pool, model->words, facts->now, local), false,
                     model_local_thing(facts->now, local)};
}

/* The last ones of its own; where it has fewer, parameters before them. */
static void say_where(Model *model, const ModelFacts *facts, const CsTask *task, ModelSeat *seat) {
    const CsFrame *f = inner_frame(facts->now, task);
    if (!f) return;
    seat->frame = f->id;
    seat->line = f->line;
    int own = f->local_count < MODEL_SEAT_LOCALS ? f->local_count : MODEL_SEAT_LOCALS;
    for (int i = 0; i < f->parameter_count && seat->local_count < MODEL_SEAT_LOCALS - own; i++)
        add_seat_local(model, facts, seat, &f->parameters[i]);
    for (int i = f->local_count - own; i < f->local_count; i++)
        add_seat_local(model, facts, seat, &f->locals[i]);
}

/* What a seat says that is more than a cell. */
static void say_seat(Model *model, const ModelFacts *facts, const CsTask *task, ModelSeat *seat) {
    seat->holds = model_holds(model, facts, task->id);
    seat->why = why_sentence(model, facts, task, false);
    seat->why_short = why_sentence(model, facts, task, true);
    seat->chain = chain_of(model, facts->now, task, chain_reason(facts, task));
    say_where(model, facts, task, seat);
}

/* The task one step earlier: at the same place, as tasks stay where they are. */
static const CsTask *task_before(const ModelFacts *facts, const CsTask *task, int place) {
    const CsSnapshot *s = facts->before;
    bool same = s && place < s->task_count && s->tasks[place].id == task->id;
    return same ? &s->tasks[place] : model_find_task(s, task->id);
}

static const TimelineLane *lane_of(const Timeline *timeline, uint32_t task, int place) {
    bool same = timeline && (size_t)place < timeline->lane_count &&
                timeline->lanes[place].task == task && task;
    return same ? &timeline->lanes[place] : timeline_lane(timeline, task);
}

void model_seats(Model *model, const ModelFacts *facts) {
    enum { CELLS_FROM = 65 }; /* from so many on only the chosen one is opened */
    const CsSnapshot *s = facts->now;
    model->seats = model_array(&model->pool, (size_t)s->task_count, sizeof *model->seats);
    for (int i = 0; i < s->task_count; i++) {
        const CsTask *task = &s->tasks[i], *before = task_before(facts, task, i);
        const TimelineLane *lane = lane_of(facts->timeline, task->id, i);
        if (lane && lane->row < 0) continue;
        ModelSeat *seat = &model->seats[model->seat_count++];
        seat->place = lane ? lane->row : i;
        seat->id = task->id;
        seat->badge = (ModelBadge){.who = WHO_TASK, .number = task->number, .id = task->id};
        seat->label = model_copy_z(&model->pool, task->label);
        seat->short_label = seat->label + (model_find_short_name(task) - task->label);
        seat->state = (ModelState)task->state;
        seat->chain = "";
        if (s->task_count < CELLS_FROM || task->id == facts->selected)
            say_seat(model, facts, task, seat);
        seat->fresh = facts->before && (!before || before->state != task->state);
        seat->waits_future = task->state == CS_TASK_WAITING ? task->waits_future : 0;
    }
}
