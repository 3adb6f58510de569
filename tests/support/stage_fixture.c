#include "support/stage_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- The record ---------------------------------------------------------------------------- */

/* One run of a handle: at which time and in which iteration, whose, which tasks it makes ready (as
   digits), what it prints. A '!' in front of the digits: the task is done with it. */
typedef struct {
    int iteration, seconds, task;
    const char *wakes, *prints;
} Run;

static const Run runs[] = {
    {1, 0, 1, "2345", NULL},
    {2, 0, 2, "", NULL},
    {2, 0, 3, "", NULL},
    {2, 0, 4, "23", NULL},
    {2, 0, 5, "", NULL},
    {3, 0, 2, "4", "Ann starts order 1\n"},
    {3, 0, 3, "", "Bob starts order 2\n"},
    {4, 0, 4, "", NULL},
    {5, 3, 0, "2", NULL},
    {6, 3, 2, "4", "Ann starts order 3\n"},
    {7, 3, 4, "", NULL},
    {8, 4, 0, "5", NULL},
    {8, 4, 0, "3", NULL},
    {9, 4, 5, "", "tick\n"},
    {9, 4, 3, "4", "Bob starts order 4\n"},
    {10, 4, 4, "", NULL},
    {11, 6, 0, "2", NULL},
    {12, 6, 2, "4", "Ann starts order 5\n"},
    {13, 6, 4, "", NULL},
    {14, 8, 0, "5", NULL},
    {14, 8, 0, "3", NULL},
    {15, 8, 5, "", "tick\n"},
    {15, 8, 3, "4", "Bob starts order 6\n"},
    {16, 8, 4, "", NULL},
    {17, 9, 0, "2", NULL},
    {18, 9, 2, "4", "Ann starts order 7\n"},
    {19, 9, 4, "", NULL},
    {20, 12, 0, "5", NULL},
    {20, 12, 0, "3", NULL},
    {20, 12, 0, "2", NULL},
    {21, 12, 5, "!", "tick\n"},
    {21, 12, 3, "4", "Bob starts order 8\n"},
    {21, 12, 2, "", "Ann starts order 9\n"},
    {22, 12, 0, "", NULL},
    {22, 12, 4, "!", NULL},
    {23, 12, 0, "1", NULL},
    {24, 12, 1, "", NULL},
    {25, 15, 0, "", "hurry up!\n"},
    {25, 15, 0, "2", NULL},
    {26, 15, 2, "", "Ann starts order 10\n"},
    {27, 16, 0, "3", NULL},
    {28, 16, 3, "", NULL},
    {29, 18, 0, "2", NULL},
    {30, 18, 2, "1", NULL},
    {31, 18, 1, "!23", NULL},
    {32, 18, 0, "", NULL},
    {33, 18, 2, "x", NULL},
    {33, 18, 3, "x", NULL},
};

enum { THE_MOMENT = 31, LINES_A_RUN = 7, FIRST_LINES = 10, STEP = 161, STEPS = 243 };

static uint32_t emit(Kitchen *k, EventKind kind, uint32_t subject, uint32_t arg, uint32_t step,
                     int seconds) {
    if (k->event_count == KITCHEN_EVENTS) abort();
    CsEvent *e = &k->events[k->event_count++];
    *e = (CsEvent){.id = (uint32_t)k->event_count,
                   .subject = subject,
                   .arg = arg,
                   .step = step,
                   .kind = (uint16_t)kind,
                   .time = (int64_t)seconds * 1000000000};
    return e->id;
}

static void emit_output(Kitchen *k, const Run *run, uint32_t task, uint32_t step) {
    CsOutput *out = &k->outputs[k->output_count++];
    *out = (CsOutput){.stream = 1,
                      .time_ns = (int64_t)run->seconds * 1000000000,
                      .event = emit(k, EVENT_OUTPUT, task, 1, step, run->seconds),
                      .task = task,
                      .step = step,
                      .text = run->prints,
                      .size = strlen(run->prints)};
}

/* At the moment of the picture Bob has taken his order but not printed it yet. */
static void take_order(Kitchen *k, uint32_t step) {
    k->before.event = (uint32_t)k->event_count;
    uint32_t bob = KITCHEN_TASK + 3, waiter = KITCHEN_TASK + 4;
    uint32_t got = emit(k, EVENT_QUEUE_GOT, KITCHEN_QUEUE, bob, step, 12);
    uint32_t put = emit(k, EVENT_FUTURE_RESOLVED, KITCHEN_FUTURE + 3, 0, step, 12);
    k->events[put - 1].cause = got;
    uint32_t woken = emit(k, EVENT_HANDLE_SCHEDULED, KITCHEN_HANDLE + 3, waiter, step, 12);
    k->events[woken - 1].cause = put;
    k->now.event = (uint32_t)k->event_count;
}

static void emit_wakes(Kitchen *k, const Run *run, uint32_t handle, uint32_t step) {
    for (const char *c = run->wakes; *c; c++) {
        if (*c < '0' || *c > '9') continue;
        uint32_t task = KITCHEN_TASK + (uint32_t)(*c - '0');
        if (run->iteration == 1) emit(k, EVENT_TASK_CREATED, task, KITCHEN_TASK + 1, step, 0);
        emit(k, EVENT_HANDLE_SCHEDULED, handle + 500, task, step, run->seconds);
    }
}

static void emit_run(Kitchen *k, int index, uint32_t *step) {
    const Run *run = &runs[index];
    uint32_t handle = KITCHEN_HANDLE + 10 + (uint32_t)index;
    uint32_t task = run->task ? KITCHEN_TASK + (uint32_t)run->task : 0;
    if (index == 0 || runs[index - 1].iteration != run->iteration)
        emit(k, EVENT_ITERATION_BEGUN, 1, (uint32_t)run->iteration, *step, run->seconds);
    if (!task && run->seconds > 0 && *run->wakes)
        emit(k, EVENT_TIMER_FIRED, handle, 0, *step, run->seconds);
    emit(k, EVENT_HANDLE_RUN, handle, task, *step, run->seconds);
    *step += task ? LINES_A_RUN - 3 : 0;
    if (index == THE_MOMENT)
        take_order(k, *step);
    else
        emit_wakes(k, run, handle, *step);
    *step += task ? 3 : 0;
    if (run->prints) emit_output(k, run, task, *step);
    if (*run->wakes == '!') emit(k, EVENT_TASK_DONE, task, 0, *step, run->seconds);
    if (*run->wakes == 'x') emit(k, EVENT_TASK_DONE, task, 2, *step, run->seconds);
    emit(k, EVENT_HANDLE_DONE, handle, task, *step, run->seconds);
}

static void record(Kitchen *k) {
    uint32_t step = FIRST_LINES;
    emit(k, EVENT_LOOP_STARTED, 1, 0, 8, 0);
    emit(k, EVENT_TASK_CREATED, KITCHEN_TASK + 1, 0, step, 0);
    emit(k, EVENT_HANDLE_SCHEDULED, KITCHEN_HANDLE, KITCHEN_TASK + 1, step, 0);
    for (int i = 0; i < (int)(sizeof runs / sizeof *runs); i++) emit_run(k, i, &step);
    emit(k, EVENT_PROGRAM_ENDED, 0, 0, step, 18);
}

/* ---- The moment ---------------------------------------------------------------------------- */

static CsLocal bob_locals[] = {{"order", "\"order 8\"", 0}};
static CsLocal cook_locals[] = {{"secs", "4", 0}};

static CsFrame main_frames[] = {{301, "main", "", 30, false, NULL, 0, NULL, 0}};
static CsFrame ann_frames[] = {{302, "cook", "\"Ann\", 3", 15, false, NULL, 0, NULL, 0}};
static CsFrame bob_frames[] = {{303, "cook", "\"Bob\", 4", 14, false, cook_locals, 1, NULL, 0},
                               {304, "take", "\"Bob\"", 9, false, bob_locals, 1, NULL, 0}};
static CsFrame bob_before[] = {{303, "cook", "\"Bob\", 4", 14, false, cook_locals, 1, NULL, 0},
                               {304, "take", "\"Bob\"", 8, false, NULL, 0, NULL, 0}};
static CsFrame waiter_frames[] = {{305, "waiter", "", 5, false, NULL, 0, NULL, 0},
                                  {306, "Queue.put", "\"order 10\"", 0, true, NULL, 0, NULL, 0}};

static uint32_t of_main[] = {KITCHEN_TASK + 4, KITCHEN_TASK + 5};
static uint32_t task_1[] = {KITCHEN_TASK + 1}, task_2[] = {KITCHEN_TASK + 2},
                task_4[] = {KITCHEN_TASK + 4}, no_task[] = {0};

static CsTask tasks[] = {
    {.id = KITCHEN_TASK + 1,
     .number = 1,
     .name = "Task-1",
     .coroutine = "main",
     .label = "main",
     .state = CS_TASK_WAITING,
     .frames = main_frames,
     .frame_count = 1,
     .waits = {CS_WHAT_GATHER, 0, 0},
     .waits_future = KITCHEN_FUTURE + 1,
     .waits_tasks = of_main,
     .waits_task_count = 2,
     .value = ""},
    {.id = KITCHEN_TASK + 2,
     .number = 2,
     .name = "Task-2",
     .coroutine = "cook",
     .label = "cook Ann",
     .state = CS_TASK_READY,
     .frames = ann_frames,
     .frame_count = 1,
     .value = ""},
    {.id = KITCHEN_TASK + 3,
     .number = 3,
     .name = "Task-3",
     .coroutine = "cook",
     .label = "cook Bob",
     .state = CS_TASK_RUNNING,
     .frames = bob_frames,
     .frame_count = 2,
     .value = ""},
    {.id = KITCHEN_TASK + 4,
     .number = 4,
     .name = "Task-4",
     .coroutine = "waiter",
     .label = "waiter",
     .state = CS_TASK_READY,
     .frames = waiter_frames,
     .frame_count = 2,
     .value = ""},
    {.id = KITCHEN_TASK + 5,
     .number = 5,
     .name = "Task-5",
     .coroutine = "clock",
     .label = "clock",
     .state = CS_TASK_DONE,
     .value = "None"},
};
static CsTask tasks_before[KITCHEN_TASKS];

static CsHandle ready[] = {
    {.id = KITCHEN_HANDLE + 1,
     .name = "Task-2 wakeup",
     .task = KITCHEN_TASK + 2,
     .wakeup = true,
     .because = {CS_WHAT_SLEEP, 0, 3},
     .by_timer = 77,
     .since_ns = 12000000000},
    {.id = KITCHEN_HANDLE + 2,
     .name = "gather callback",
     .because = {CS_WHAT_TASK, KITCHEN_TASK + 5, 0},
     .by_task = KITCHEN_TASK + 5,
     .since_ns = 12000000000,
     .next_iteration = true},
    {.id = KITCHEN_HANDLE + 3,
     .name = "Task-4 wakeup",
     .task = KITCHEN_TASK + 4,
     .wakeup = true,
     .because = {CS_WHAT_QUEUE_PUT, KITCHEN_QUEUE, 0},
     .by_task = KITCHEN_TASK + 3,
     .since_ns = 12000000000,
     .next_iteration = true},
};

static CsFuture futures[] = {
    {.id = KITCHEN_FUTURE + 1,
     .state = CS_FUTURE_PENDING,
     .what = {CS_WHAT_GATHER, 0, 0},
     .label = "gather",
     .value = "",
     .waiters = task_1,
     .waiter_count = 1},
    {.id = KITCHEN_FUTURE + 4,
     .state = CS_FUTURE_RESULT,
     .what = {CS_WHAT_TASK, KITCHEN_TASK + 5, 0},
     .label = "Task-5",
     .value = "None",
     .waiters = no_task,
     .waiter_count = 1,
     .resolved_iteration = 21},
    {.id = KITCHEN_FUTURE + 3,
     .state = CS_FUTURE_RESULT,
     .what = {CS_WHAT_QUEUE_PUT, KITCHEN_QUEUE, 0},
     .label = "q.put()",
     .value = "None",
     .waiters = task_4,
     .waiter_count = 1,
     .resolved_iteration = 21},
    {.id = KITCHEN_FUTURE + 2,
     .state = CS_FUTURE_RESULT,
     .what = {CS_WHAT_SLEEP, 0, 3},
     .label = "sleep(3)",
     .value = "None",
     .waiters = task_2,
     .waiter_count = 1,
     .resolved_iteration = 21},
};
static CsFuture futures_before[4];

static CsTimer timers[] = {
    {.id = 81, .set_ns = 0, .when_ns = 15000000000, .label = "print(\"hurry\u2026\")"},
    {.id = 82, .set_ns = 0, .when_ns = 30000000000, .label = "timeout of main"},
};

static const char *items_now[] = {"'order 9'"};
static const char *items_before[] = {"'order 8'", "'order 9'"};
static CsSync queue_now[] = {{.id = KITCHEN_QUEUE,
                              .kind = CS_SYNC_QUEUE,
                              .name = "q",
                              .type = "Queue",
                              .maxsize = 2,
                              .items = items_now,
                              .item_count = 1,
                              .unfinished = 3}};
static CsSync queue_before[] = {{.id = KITCHEN_QUEUE,
                                 .kind = CS_SYNC_QUEUE,
                                 .name = "q",
                                 .type = "Queue",
                                 .maxsize = 2,
                                 .items = items_before,
                                 .item_count = 2,
                                 .putters = task_4,
                                 .putter_count = 1,
                                 .unfinished = 3}};

static const char program[] = "import asyncio\n"
                              "\n"
                              "async def waiter(q):\n"
                              "    for n in range(1, 11):\n"
                              "        await q.put(f\"order {n}\")\n"
                              "\n"
                              "async def take(who, q):\n"
                              "    order = await q.get()\n"
                              "    print(f\"{who} starts {order}\")\n"
                              "    return order\n"
                              "\n"
                              "async def cook(who, secs, q):\n"
                              "    while True:\n"
                              "        order = await take(who, q)\n"
                              "        await asyncio.sleep(secs)\n"
                              "        q.task_done()\n"
                              "\n"
                              "async def clock():\n"
                              "    for n in range(3):\n"
                              "        await asyncio.sleep(4)\n"
                              "        print(\"tick\")\n"
                              "\n"
                              "async def main():\n"
                              "    q = asyncio.Queue(maxsize=2)\n"
                              "    loop = asyncio.get_running_loop()\n"
                              "    loop.call_later(15, print, \"hurry up!\")\n"
                              "    asyncio.create_task(cook(\"Ann\", 3, q))\n"
                              "    asyncio.create_task(cook(\"Bob\", 4, q))\n"
                              "    async with asyncio.timeout(30):\n"
                              "        await asyncio.gather(waiter(q), clock())\n"
                              "        await q.join()\n"
                              "\n"
                              "asyncio.run(main())\n";

static void set_now(Kitchen *k) {
    CsSnapshot *s = &k->now;
    uint32_t woken = s->event;
    s->time_ns = 12000000000;
    s->step = STEP;
    s->iteration = 21;
    s->phase = CS_PHASE_RUN;
    s->line_next = 9;
    s->line_before = 8;
    s->running = (CsHandle){.id = KITCHEN_HANDLE + 10 + THE_MOMENT,
                            .name = "Task-3 wakeup",
                            .task = KITCHEN_TASK + 3,
                            .wakeup = true};
    s->frames = bob_frames;
    s->frame_count = 2;
    s->tasks = tasks;
    s->task_count = KITCHEN_TASKS;
    s->ready = ready;
    s->ready_count = 3;
    ready[2].event = woken;
    s->ran_count = 2;
    s->futures = futures;
    s->future_count = 4;
    s->timers = timers;
    s->timer_count = 2;
    s->syncs = queue_now;
    s->sync_count = 1;
    queue_now[0].changed_event = woken - 2;
    s->end_text = "";
}

static void set_before(Kitchen *k) {
    CsSnapshot *s = &k->before;
    uint32_t event = s->event;
    *s = k->now;
    s->event = event;
    s->step = STEP - 1;
    s->line_next = 8;
    s->line_before = 14;
    s->frames = bob_before;
    memcpy(tasks_before, tasks, sizeof tasks);
    tasks_before[3].state = CS_TASK_WAITING;
    tasks_before[3].waits = (CsReason){CS_WHAT_QUEUE_PUT, KITCHEN_QUEUE, 0};
    tasks_before[3].waits_future = KITCHEN_FUTURE + 3;
    s->tasks = tasks_before;
    s->ready_count = 2;
    memcpy(futures_before, futures, sizeof futures);
    futures_before[2].state = CS_FUTURE_PENDING;
    s->futures = futures_before;
    s->syncs = queue_before;
}

static void set_moments(Kitchen *k) {
    static const int at[] = {0, 6, 14, 22, 31, 34, 46};
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        const TimelineRun *run = &k->timeline.runs[at[i]];
        int64_t time = k->timeline.instants[run->from.instant].time_ns;
        k->moments[i] = (MomentPlace){run->event, run->step, time};
        if (i > 0) k->moments[i].event = run->event_end;
    }
    k->facts.moments = k->moments;
    k->facts.moment_count = sizeof at / sizeof *at;
}

static void set_facts(Kitchen *k) {
    k->title = (LessonTranslation){"", "Backpressure: a bounded queue"};
    k->lesson.title.items = &k->title;
    k->lesson.title.count = 1;
    k->lesson.program.name = "kitchen.py";
    k->facts = (ModelFacts){
        .now = &k->now,
        .before = &k->before,
        .events = k->events,
        .event_count = k->event_count,
        .outputs = k->outputs,
        .output_count = k->output_count,
        .step_count = STEPS,
        .chapter = "5 \u00B7 Queues",
        .lesson = &k->lesson,
        .words = text_table("en"),
        .source = k->source,
        .timeline = &k->timeline,
        .speed = 1,
        .panels = PANEL_ALL,
    };
}

Kitchen *kitchen_create(void) {
    Kitchen *k = calloc(1, sizeof *k);
    if (!k) return NULL;
    record(k);
    set_now(k);
    set_before(k);
    k->source = source_text_create(program, sizeof program - 1);
    if (!k->source || !timeline_extend(&k->timeline, k->events, k->event_count)) {
        kitchen_destroy(k);
        return NULL;
    }
    set_facts(k);
    set_moments(k);
    return k;
}

void kitchen_destroy(Kitchen *k) {
    if (!k) return;
    source_text_destroy(k->source);
    timeline_clear(&k->timeline);
    free(k);
}

/* ---- Many tasks ---------------------------------------------------------------------------- */

static CsEvent *crowd_emit(Crowd *c, EventKind kind, uint32_t subject, uint32_t arg, int64_t time) {
    CsEvent *e = &c->events[c->facts.event_count++];
    *e = (CsEvent){.id = (uint32_t)c->facts.event_count,
                   .subject = subject,
                   .arg = arg,
                   .step = (uint32_t)c->facts.event_count / 4,
                   .kind = (uint16_t)kind,
                   .time = time};
    return e;
}

static void crowd_run(Crowd *c, uint32_t task, int64_t time, bool done) {
    uint32_t handle = 5000 + (uint32_t)c->facts.event_count;
    crowd_emit(c, EVENT_HANDLE_SCHEDULED, handle, task, time);
    crowd_emit(c, EVENT_HANDLE_RUN, handle, task, time);
    if (done) crowd_emit(c, EVENT_TASK_DONE, task, 0, time);
    crowd_emit(c, EVENT_HANDLE_DONE, handle, task, time);
}

static void crowd_record(Crowd *c, int count) {
    crowd_emit(c, EVENT_HANDLE_RUN, 4000, 0, 0);
    for (int i = 1; i <= count; i++) crowd_emit(c, EVENT_TASK_CREATED, 100 + (uint32_t)i, 0, 0);
    crowd_emit(c, EVENT_HANDLE_DONE, 4000, 0, 0);
    for (int i = 1; i <= count; i++) crowd_run(c, 100 + (uint32_t)i, 0, false);
    for (int i = 1; i <= count; i++) {
        int64_t time = (int64_t)(1 + i / 4) * 1500000000;
        crowd_run(c, 100 + (uint32_t)i, time, i % 7 != 0);
    }
}

static void crowd_task(Crowd *c, int i, int count) {
    static const CsTaskState states[] = {CS_TASK_DONE, CS_TASK_WAITING, CS_TASK_READY,
                                         CS_TASK_CANCELLED, CS_TASK_FAILED};
    CsTask *task = &c->tasks[i];
    snprintf(c->names[i], sizeof c->names[i], "fetch %d", i + 1);
    CsTaskState state = i < count / 3 ? CS_TASK_DONE : states[i % 5 == 0 ? 2 : 1];
    if (i == 4) state = CS_TASK_FAILED;
    if (i == count / 2) state = CS_TASK_RUNNING;
    *task = (CsTask){.id = 101 + (uint32_t)i,
                     .number = i + 1,
                     .name = c->names[i],
                     .coroutine = "fetch",
                     .label = c->names[i],
                     .state = state,
                     .frames = &c->frame,
                     .frame_count = state == CS_TASK_DONE ? 0 : 1,
                     .waits = {CS_WHAT_SLEEP, 0, 1.5},
                     .value = "None"};
}

Crowd *crowd_create(int count) {
    Crowd *c = calloc(1, sizeof *c);
    if (!c) return NULL;
    c->events = calloc((size_t)count * 12 + 16, sizeof *c->events);
    c->tasks = calloc((size_t)count, sizeof *c->tasks);
    c->names = calloc((size_t)count, sizeof *c->names);
    if (!c->events || !c->tasks || !c->names) abort();
    c->frame = (CsFrame){900, "fetch", "21", 9, false, NULL, 0, NULL, 0};
    for (int i = 0; i < count; i++) crowd_task(c, i, count);
    crowd_record(c, count);
    if (!timeline_extend(&c->timeline, c->events, c->facts.event_count)) abort();
    for (int i = 0; i < 6; i++)
        c->ready[i] = (CsHandle){.id = 9000 + (uint32_t)i,
                                 .name = "Task wakeup",
                                 .task = 101 + (uint32_t)(count - 1 - i),
                                 .since_ns = 6000000000,
                                 .because = {CS_WHAT_SLEEP, 0, 1.5},
                                 .next_iteration = i > 1};
    const CsTask *running = &c->tasks[count / 2];
    c->now = (CsSnapshot){.time_ns = c->events[c->facts.event_count * 2 / 3].time,
                          .step = 40,
                          .event = (uint32_t)(c->facts.event_count * 2 / 3),
                          .iteration = 12,
                          .phase = CS_PHASE_RUN,
                          .line_next = 9,
                          .line_before = 8,
                          .running = {.id = 8000, .name = "Task wakeup", .task = running->id},
                          .frames = &c->frame,
                          .frame_count = 1,
                          .tasks = c->tasks,
                          .task_count = count,
                          .ready = c->ready,
                          .ready_count = 6,
                          .ran_count = 4,
                          .end_text = ""};
    c->facts.now = &c->now;
    c->facts.events = c->events;
    c->facts.step_count = 999;
    c->facts.words = text_table("en");
    c->facts.timeline = &c->timeline;
    c->facts.speed = 1;
    c->facts.panels = PANEL_ALL;
    return c;
}

void crowd_destroy(Crowd *c) {
    if (!c) return;
    timeline_clear(&c->timeline);
    free(c->events);
    free(c->tasks);
    free(c->names);
    free(c);
}
