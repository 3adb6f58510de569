/* What a frame of the window costs: bench_frame [LESSON].
   bench_frame --many PROGRAM.py [KIND]: steps and scrubs of a program with many tasks, in processor
   time: ms, median / 99th percentile. bench_frame --measures: the figures that check_frame.py
   compares, one "name ms" a line, in processor time, which other programs on the machine disturb
   least. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

static bool by_processor;

static uint64_t clock_ns(void) {
    if (by_processor) return (uint64_t)((double)clock() / CLOCKS_PER_SEC * 1e9);
    return platform_now_ns();
}

static double ms_since(uint64_t start_ns) {
    return (double)(clock_ns() - start_ns) / 1e6;
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
    uint64_t start = clock_ns();
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
        uint64_t start = clock_ns();
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

/* Median and 99th percentile of frames in motion and of full redraws. */
typedef struct {
    double motion[2], whole[2];
} CrowdShares;

static void take_shares(double shares[2], double *ms, int count) {
    qsort(ms, (size_t)count, sizeof *ms, by_size);
    shares[0] = ms[count / 2];
    shares[1] = ms[count * 99 / 100];
}

static void print_shares(const char *name, int tasks, const double shares[2]) {
    printf("%5d tasks, %-26s %6.2f ms median, %6.2f ms 99th percentile\n", tasks, name, shares[0],
           shares[1]);
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

static CrowdShares crowd_shares(Bench *b, int tasks) {
    static CrowdBench c;
    CrowdShares shares;
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
        uint64_t start = clock_ns();
        crowd_paint(b, &c, now_ns, false);
        c.ms[i] = ms_since(start);
    }
    take_shares(shares.motion, c.ms, CROWD_FRAMES);
    for (int i = 0; i < CROWD_FRAMES / 4; i++) {
        uint64_t start = clock_ns();
        stage_show(c.stage, &c.crowd->facts, CHANGE_CUT, now_ns);
        crowd_paint(b, &c, now_ns, true);
        c.ms[i] = ms_since(start);
    }
    take_shares(shares.whole, c.ms, CROWD_FRAMES / 4);
    for (int i = 0; i < 2; i++) draw_list_clear(&c.lists[i]);
    stage_destroy(c.stage);
    crowd_destroy(c.crowd);
    return shares;
}

static void measure_crowd(Bench *b, int tasks) {
    CrowdShares s = crowd_shares(b, tasks);
    print_shares("frames in motion", tasks, s.motion);
    print_shares("full redraws (theme, seek)", tasks, s.whole);
}

/* ---- Measures -------------------------------------------------------------------------------- */

enum { FIXED_RUNS = 15, FIXED_SHAPES = 48 };

/* A drawing workload that knows nothing of the application: discs blended over a whole surface. The
   machine and the compiler's options show in it as they do in a frame. */
static void draw_fixed(uint32_t *pixels) {
    for (int shape = 0; shape < FIXED_SHAPES; shape++) {
        int cx = shape * 397 % WIDTH, cy = shape * 211 % HEIGHT, radius = 60 + shape * 5;
        for (int y = cy - radius; y <= cy + radius; y++) {
            for (int x = cx - radius; x <= cx + radius; x++) {
                int dx = x - cx, dy = y - cy;
                if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT) continue;
                if (dx * dx + dy * dy > radius * radius) continue;
                uint32_t under = pixels[y * WIDTH + x], red = under >> 16 & 255,
                         green = under >> 8 & 255;
                red = (red * 180 + 75U * (uint32_t)shape) >> 8;
                green = (green * 180 + 19000U) >> 8;
                pixels[y * WIDTH + x] = (under & 0xFF0000FFU) | red << 16 | (green & 255) << 8;
            }
        }
    }
}

static double measure_fixed(Bench *b) {
    double ms[FIXED_RUNS];
    for (int i = 0; i < FIXED_RUNS; i++) {
        uint64_t start_ns = clock_ns();
        draw_fixed(b->surface.pixels);
        ms[i] = ms_since(start_ns);
    }
    qsort(ms, FIXED_RUNS, sizeof *ms, by_size);
    return ms[FIXED_RUNS / 2];
}

static void tell(const char *name, double ms) {
    printf("%s %.3f\n", name, ms);
}

/* Each step of the lesson, out of order: state, picture and painting. */
static void measure_scrub(Bench *b) {
    static double ms[MOST_STEPS];
    uint64_t count = player_step_count(&b->player);
    int runs = count < MOST_STEPS ? (int)count : MOST_STEPS;
    Cost ignored = {.name = ""};
    for (int i = 0; i < runs; i++) {
        uint64_t start_ns = clock_ns();
        player_scrub(&b->player, (uint64_t)i * 7919 % (count + 1), b->now_ns);
        paint(b, &ignored);
        ms[i] = ms_since(start_ns);
    }
    qsort(ms, (size_t)runs, sizeof *ms, by_size);
    tell("scrub_median", ms[runs / 2]);
    tell("scrub_99th", ms[runs * 99 / 100]);
}

static void measure_all(Bench *b, const char *path, uint64_t since_ns) {
    Cost ignored = {.name = ""};
    if (!start(b, path)) exit(1);
    paint(b, &ignored);
    tell("start", ms_since(since_ns));
    measure_scrub(b);
    static const int crowds[] = {50, 1000};
    for (size_t i = 0; i < sizeof crowds / sizeof *crowds; i++) {
        CrowdShares s = crowd_shares(b, crowds[i]);
        char name[64];
        snprintf(name, sizeof name, "motion_median_%d", crowds[i]);
        tell(name, s.motion[0]);
        snprintf(name, sizeof name, "motion_99th_%d", crowds[i]);
        tell(name, s.motion[1]);
        snprintf(name, sizeof name, "redraw_median_%d", crowds[i]);
        tell(name, s.whole[0]);
    }
    tell("fixed", measure_fixed(b));
}

/* ---- A program with many tasks --------------------------------------------------------------- */

enum { MANY_STEPS = 100, MANY_FRAMES = MANY_STEPS * 20 };

/* Of steps of one kind: state and picture, painting of the first frame, both; and the frames of the
   motion behind them. */
typedef struct {
    double show[MANY_STEPS], first[MANY_STEPS], both[MANY_STEPS], motion[MANY_FRAMES];
    int steps, frames;
} ManyTimes;

static bool go_many(Bench *b, int kind, int i) {
    uint64_t count = player_step_count(&b->player);
    static const SessionGo goes[] = {GO_STEP, GO_HANDLE, GO_ITERATION, GO_STEP_BACK,
                                     GO_HANDLE_BACK};
    if (kind < (int)(sizeof goes / sizeof *goes))
        return player_go(&b->player, goes[kind], b->now_ns);
    return player_scrub(&b->player, (uint64_t)i * 7919 % (count + 1), b->now_ns);
}

static void go_once(Bench *b, ManyTimes *times, int kind) {
    Cost ignored = {.name = ""};
    uint64_t start_ns = clock_ns();
    if (!go_many(b, kind, times->steps)) return;
    double show = ms_since(start_ns);
    paint(b, &ignored);
    double both = ms_since(start_ns);
    times->show[times->steps] = show;
    times->first[times->steps] = both - show;
    times->both[times->steps++] = both;
    while (b->player.moving && times->frames < MANY_FRAMES) {
        b->now_ns += UINT64_C(16666667);
        start_ns = clock_ns();
        paint(b, &ignored);
        times->motion[times->frames++] = ms_since(start_ns);
        if (!(times->frames % 20)) player_finish(&b->player);
    }
}

static void print_many(const char *name, double *ms, int count, const char *end) {
    double shares[2] = {0, 0};
    if (count) take_shares(shares, ms, count);
    printf("%s %5.1f / %5.1f%s", name, shares[0], shares[1], end);
}

static int measure_many(Bench *b, const char *path, const char *only) {
    static const char *const names[] = {"line",      "callback",      "iteration",
                                        "line back", "callback back", "scrub"};
    static ManyTimes times;
    Cost ignored = {.name = ""};
    if (!start(b, path)) return 1;
    uint64_t count = player_step_count(&b->player);
    for (int kind = 0; kind < (int)(sizeof names / sizeof *names); kind++) {
        if (only && strcmp(only, names[kind]) != 0) continue;
        times.steps = times.frames = 0;
        player_scrub(&b->player, count / 2, b->now_ns);
        paint(b, &ignored);
        for (int i = 0; i < MANY_STEPS; i++) go_once(b, &times, kind);
        printf("%-14s", names[kind]);
        print_many("", times.both, times.steps, "  (");
        print_many("state and picture", times.show, times.steps, ", ");
        print_many("painting", times.first, times.steps, ")  ");
        print_many("frames of motion", times.motion, times.frames, "\n");
        fflush(stdout);
    }
    return 0;
}

int main(int argc, char **argv) {
    static Bench b;
    if (argc > 2 && strcmp(argv[1], "--many") == 0) {
        by_processor = true;
        return measure_many(&b, argv[2], argc > 3 ? argv[3] : NULL);
    }
    by_processor = argc > 1 && strcmp(argv[1], "--measures") == 0;
    uint64_t since_ns = clock_ns();
    if (by_processor) {
        measure_all(&b, "scenarios/queues/producer_consumer.json", since_ns);
        return 0;
    }
    const char *path = argc > 1 ? argv[1] : "scenarios/queues/producer_consumer.json";
    Cost all = {.name = "a whole picture"};
    Cost show = {.name = "forwards: seek, snapshots, model, layout"};
    Cost back = {.name = "backwards: the same"}, scrub = {.name = "anywhere: the same"};
    Cost first = {.name = "drawing the first frame of a step"};
    Cost motion = {.name = "drawing a frame of motion"};
    if (!start(&b, path)) return 1;
    paint(&b, &all); /* warms the glyphs */
    for (int i = 0; i < 10; i++) {
        uint64_t begin = clock_ns();
        PixelRect whole = {0, 0, WIDTH, HEIGHT};
        raster_draw(b.raster, &b.lists[b.list], &b.surface, whole);
        add(&all, ms_since(begin));
    }
    step_through(&b, GO_STEP, &show, &first, &motion);
    step_through(&b, GO_STEP_BACK, &back, &first, &motion);
    uint64_t count = player_step_count(&b.player);
    for (uint64_t i = 0; i < 100; i++) {
        uint64_t begin = clock_ns();
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
