/* What a frame of the window costs: bench_frame [LESSON]. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "platform/platform.h"
#include "platform/platform_fonts.h"
#include "support/stage_fixture.h"
#include "window/player.h"

enum { WIDTH = 1920, HEIGHT = 1080, MOST_STEPS = 300 };

typedef struct {
    const char *name;
    double sum, most;
    int count;
} Cost;

typedef struct {
    SessionContext context;
    Fonts *fonts;
    Raster *raster;
    Player player;
    Surface surface;
    DrawList lists[2];
    int list;
    uint64_t now_ns;
} Bench;

static double ms_since(uint64_t start_ns) {
    return (double)(platform_now_ns() - start_ns) / 1e6;
}

static void add(Cost *cost, double ms) {
    cost->sum += ms;
    cost->count++;
    if (ms > cost->most) cost->most = ms;
}

static void print(const Cost *cost) {
    printf("%-40s %6.2f ms mean, %6.2f ms at most, %d frames\n", cost->name,
           cost->count ? cost->sum / cost->count : 0, cost->most, cost->count);
}

/* One frame of the window: commands, then only what differs is painted. */
static void paint(Bench *b, Cost *cost) {
    uint64_t start = platform_now_ns();
    DrawList *list = &b->lists[1 - b->list];
    PixelRect dirty[RASTER_MAX_DIRTY];
    int count;
    draw_list_reset(list, stage_background(b->player.stage));
    player_draw(&b->player, list, b->now_ns);
    raster_update(b->raster, &b->lists[b->list], list, &b->surface, dirty, &count);
    b->list = 1 - b->list;
    add(cost, ms_since(start));
}

/* Steps through the lesson with its motion, at 60 frames a second. */
static void step_through(Bench *b, SessionGo go, Cost *show, Cost *first, Cost *motion) {
    const uint64_t frame = UINT64_C(16666667);
    for (int i = 0; i < MOST_STEPS; i++) {
        uint64_t start = platform_now_ns();
        bool went = player_go(&b->player, go, b->now_ns);
        if (!went) return;
        add(show, ms_since(start));
        paint(b, first);
        for (int k = 0; k < 60 && b->player.moving; k++) {
            b->now_ns += frame;
            paint(b, motion);
        }
        b->now_ns += frame;
    }
}

static bool start(Bench *b, const char *path) {
    char error[512];
    Session session;
    b->context = command_context("en");
    b->fonts = platform_fonts_create(NULL, error, sizeof error);
    CommandOptions options = {.files = {path}, .file_count = 1, .language = "en"};
    if (!b->fonts || !command_open(&session, &options)) return false;
    b->raster = raster_create(b->fonts);
    for (int i = 0; i < 2; i++) draw_list_init(&b->lists[i]);
    if (!b->raster || !surface_init(&b->surface, WIDTH, HEIGHT) ||
        !player_init(&b->player, &b->context, b->fonts))
        return false;
    StageView view = {.width = WIDTH, .height = HEIGHT, .zoom = 1, .spotlight = true, .speed = 1};
    stage_set_view(b->player.stage, &view);
    raster_set_scale(b->raster, stage_scale(b->player.stage));
    player_take(&b->player, &session);
    player_record_all(&b->player);
    b->now_ns = 1;
    return true;
}

/* ---- Many tasks ------------------------------------------------------------------------------ */

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Median and 99th percentile of so many frames. */
static void print_shares(const char *name, int tasks, double *ms, int count) {
    qsort(ms, (size_t)count, sizeof *ms, by_size);
    printf("%5d tasks, %-26s %6.2f ms median, %6.2f ms 99th percentile, %d frames\n", tasks, name,
           ms[count / 2], ms[count * 99 / 100], count);
}

enum { CROWD_FRAMES = 200 };

typedef struct {
    Stage *stage;
    Crowd *crowd;
    DrawList lists[2];
    int list;
    double ms[CROWD_FRAMES];
} CrowdBench;

static void crowd_paint(Bench *b, CrowdBench *c, uint64_t now_ns, bool whole) {
    DrawList *list = &c->lists[1 - c->list];
    PixelRect dirty[RASTER_MAX_DIRTY];
    int count;
    draw_list_reset(list, stage_background(c->stage));
    stage_draw(c->stage, list, now_ns);
    raster_update(b->raster, whole ? NULL : &c->lists[c->list], list, &b->surface, dirty, &count);
    c->list = 1 - c->list;
}

/* The moment before: one handle less in the queue, so that a card and a seat move. */
static void crowd_step(CrowdBench *c, bool back, uint64_t now_ns) {
    ModelFacts facts = c->crowd->facts;
    CsSnapshot other = c->crowd->now;
    other.ready_count -= back ? 1 : 0;
    other.step -= back ? 1 : 0;
    facts.now = &other;
    stage_show(c->stage, &facts, back ? CHANGE_BACK : CHANGE_STEP, now_ns);
}

static void measure_crowd(Bench *b, int tasks) {
    static CrowdBench c;
    const uint64_t frame = UINT64_C(16666667);
    memset(&c, 0, sizeof c);
    c.crowd = crowd_create(tasks);
    c.stage = stage_create(b->fonts);
    for (int i = 0; i < 2; i++) draw_list_init(&c.lists[i]);
    StageView view = {.width = WIDTH, .height = HEIGHT, .zoom = 1, .speed = 1};
    stage_set_view(c.stage, &view);
    stage_show(c.stage, &c.crowd->facts, CHANGE_CUT, 0);
    crowd_paint(b, &c, 0, true);
    uint64_t now_ns = 1;
    for (int i = 0; i < CROWD_FRAMES; i++, now_ns += frame) {
        if (i % 12 == 0) crowd_step(&c, i % 24 == 0, now_ns);
        uint64_t start = platform_now_ns();
        crowd_paint(b, &c, now_ns, false);
        c.ms[i] = ms_since(start);
    }
    print_shares("frames in motion", tasks, c.ms, CROWD_FRAMES);
    for (int i = 0; i < CROWD_FRAMES / 4; i++) {
        uint64_t start = platform_now_ns();
        stage_show(c.stage, &c.crowd->facts, CHANGE_CUT, now_ns);
        crowd_paint(b, &c, now_ns, true);
        c.ms[i] = ms_since(start);
    }
    print_shares("full redraws (theme, seek)", tasks, c.ms, CROWD_FRAMES / 4);
    for (int i = 0; i < 2; i++) draw_list_clear(&c.lists[i]);
    stage_destroy(c.stage);
    crowd_destroy(c.crowd);
}

int main(int argc, char **argv) {
    static Bench b;
    const char *path = argc > 1 ? argv[1] : "scenarios/queues/producer_consumer.json";
    Cost all = {.name = "a whole picture"};
    Cost show = {.name = "forwards: seek, snapshots, model, layout"};
    Cost back = {.name = "backwards: the same"}, scrub = {.name = "anywhere: the same"};
    Cost first = {.name = "drawing the first frame of a step"};
    Cost motion = {.name = "drawing a frame of motion"};
    if (!start(&b, path)) return 1;
    paint(&b, &all); /* warms the glyphs */
    for (int i = 0; i < 10; i++) {
        uint64_t begin = platform_now_ns();
        PixelRect whole = {0, 0, WIDTH, HEIGHT};
        raster_draw(b.raster, &b.lists[b.list], &b.surface, whole);
        add(&all, ms_since(begin));
    }
    step_through(&b, GO_STEP, &show, &first, &motion);
    step_through(&b, GO_STEP_BACK, &back, &first, &motion);
    uint64_t count = player_step_count(&b.player);
    for (uint64_t i = 0; i < 100; i++) {
        uint64_t begin = platform_now_ns();
        player_scrub(&b.player, i * 7919 % (count + 1), b.now_ns);
        add(&scrub, ms_since(begin));
        paint(&b, &first);
    }
    print(&all);
    print(&show);
    print(&back);
    print(&scrub);
    print(&first);
    print(&motion);
    printf("a stepping frame: %.2f ms\n", show.sum / show.count + first.sum / first.count);
    static const int crowds[] = {5, 50, 1000};
    for (size_t i = 0; i < sizeof crowds / sizeof *crowds; i++) measure_crowd(&b, crowds[i]);
    return 0;
}
