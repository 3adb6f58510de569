#include "command/command.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "command/command_scenes.h"
#include "command/command_view.h"
#include "draw/png.h"
#include "platform/platform_files.h"
#include "platform/platform_fonts.h"
#include "window/player.h"
#include "window/viewing.h"

/* The window's picture of a moment, without a window. */

enum { SMALLEST_SIDE = 320, LARGEST_SIDE = 8192, DEFAULT_WIDTH = 1920, DEFAULT_HEIGHT = 1080 };

enum { MOST_PARTS = 10000, LONGEST_MOTION = 10000 };

typedef struct {
    SessionContext context;
    Fonts *fonts;
    Raster *raster;
    Player player;
    CommandView view;
    Surface surface;
    DrawList list;
    int width, height;
    ThemeId theme;
    bool projector, only_source, moves;
    uint64_t motion_ns; /* since the step began; where it moves */
} Render;

/* ---- Options -------------------------------------------------------------------------------- */

static bool say_usage(const char *format, const char *what) {
    fputs("coroscope: ", stderr);
    fprintf(stderr, format, what);
    fputc('\n', stderr);
    return false;
}

static bool read_size(Render *r, const char *text) {
    r->width = DEFAULT_WIDTH;
    r->height = DEFAULT_HEIGHT;
    if (!text) return true;
    char *end;
    long width = strtol(text, &end, 10);
    long height = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
    bool good = !*end && width >= SMALLEST_SIDE && height >= SMALLEST_SIDE / 2 &&
                width <= LARGEST_SIDE && height <= LARGEST_SIDE;
    if (!good)
        return say_usage("--size wants a width and a height from 320x160 to 8192x8192, "
                         "like 1920x1080, not \"%s\"",
                         text);
    r->width = (int)width;
    r->height = (int)height;
    return true;
}

static bool read_motion(Render *r, const char *text) {
    if (!text) return true;
    char *end;
    long ms = strtol(text, &end, 10);
    if (*end || !*text || ms < 0 || ms > LONGEST_MOTION)
        return say_usage("--motion wants milliseconds from 0 to 10000, not \"%s\"", text);
    r->moves = true;
    r->motion_ns = (uint64_t)ms * 1000000;
    return true;
}

static bool check_options(const CommandOptions *o) {
    int places = (o->step != NULL) + (o->time != NULL) + (o->event != NULL) + o->moments;
    if (places != 1)
        return say_usage("render wants one of --step N, --time T, --event N and --moments%s", "");
    if (o->moments && (!o->out_dir || o->out))
        return say_usage("--moments wants --out-dir FOLDER for its pictures%s", "");
    if (o->moments && o->motion) return say_usage("--motion wants --step, --time or --event%s", "");
    if (!o->moments && (!o->out || o->out_dir))
        return say_usage("render wants --out X.png for its picture%s", "");
    return true;
}

/* ---- Pictures ------------------------------------------------------------------------------- */

static bool out_of_memory(void) {
    fputs("coroscope: there is not enough memory for the picture\n", stderr);
    return false;
}

static bool render_start(Render *r, const LessonView *asked) {
    char error[512];
    r->fonts = platform_fonts_create(NULL, error, sizeof error);
    if (!r->fonts) {
        fprintf(stderr, "coroscope: %s\n", error);
        return false;
    }
    r->context.language = platform_fonts_language(r->fonts, r->context.language);
    draw_list_init(&r->list);
    r->raster = raster_create(r->fonts);
    if (!r->raster || !player_init(&r->player, &r->context, r->fonts) ||
        !surface_init(&r->surface, r->width, r->height))
        return out_of_memory();
    Viewing viewing = viewing_default();
    viewing.projector = r->projector;
    viewing_open(&viewing, asked);
    StageView view = {.width = r->width,
                      .height = r->height,
                      .zoom = viewing_zoom(&viewing, true),
                      .theme = r->theme,
                      .reduced_motion = !r->moves,
                      .spotlight = true,
                      .projector = r->projector,
                      .only_source = r->only_source,
                      .speed = 1};
    r->player.panels = viewing_panels(&viewing);
    stage_set_view(r->player.stage, &view);
    raster_set_scale(r->raster, stage_scale(r->player.stage));
    return true;
}

static void render_end(Render *r) {
    command_view_clear(&r->view);
    if (r->player.stage) player_clear(&r->player);
    surface_clear(&r->surface);
    draw_list_clear(&r->list);
    raster_destroy(r->raster);
    if (r->fonts) platform_fonts_destroy(r->fonts);
}

/* Shows the moment at once, or as coming from the step before it. */
static void show_moment(Render *r) {
    Session *s = &r->player.session;
    Playhead there = s->playhead;
    stage_forget(r->player.stage); /* a picture does not depend on the one before */
    bool comes = r->moves && session_go(s, GO_STEP_BACK);
    player_refresh(&r->player, 0);
    if (comes) player_seek(&r->player, there, 0);
}

static bool write_picture(Render *r, const char *path) {
    char error[512];
    show_moment(r);
    draw_list_reset(&r->list, stage_background(r->player.stage));
    player_draw(&r->player, &r->list, r->motion_ns);
    command_view_draw(&r->list, &r->view, &r->player, r->theme, r->fonts);
    PixelRect all = {0, 0, r->width, r->height};
    if (!raster_draw(r->raster, &r->list, &r->surface, all)) return out_of_memory();
    if (png_write(path, &r->surface, error, sizeof error)) return true;
    fprintf(stderr, "coroscope: %s\n", error);
    return false;
}

/* ---- Places --------------------------------------------------------------------------------- */

/* 0, or an exit status. */
static int go_step(Render *r, const char *text) {
    char *end;
    uint64_t count = player_step_count(&r->player);
    unsigned long long step = strtoull(text, &end, 10);
    bool by_part = *end == '.' && end > text;
    long part = by_part ? strtol(end + 1, &end, 10) : 0;
    if (*end || !*text || *text == '-' || part < 0 || part > MOST_PARTS) {
        say_usage("--step wants a number, or a number and a part like 161.3, not \"%s\"", text);
        return EXIT_USAGE;
    }
    if (step > count) {
        fprintf(stderr, "coroscope: there is no step %s: the run has %" PRIu64 " steps\n", text,
                count);
        return EXIT_FAILED;
    }
    session_seek_step(&r->player.session, step);
    if (by_part) player_part(&r->player, (int)part);
    return 0;
}

static int go_time(Render *r, const char *text) {
    char *end;
    double seconds = strtod(text, &end), last;
    if (*end || !*text || !isfinite(seconds) || seconds < 0) {
        say_usage("--time wants seconds, not \"%s\"", text);
        return EXIT_USAGE;
    }
    last = (double)cs_result(r->player.session.engine).time_ns / 1e9;
    if (seconds > last + 5e-10) {
        fprintf(stderr, "coroscope: there is no time %s: the run ends at %.3f s\n", text, last);
        return EXIT_FAILED;
    }
    LessonSelector reached = {.kind = LESSON_AT_TIME, .time = seconds};
    Playhead at = {.step = player_step_count(&r->player), .end = true};
    uint32_t order;
    session_find(&r->player.session, &reached, &at, &order);
    session_seek(&r->player.session, at);
    return 0;
}

static int go_event(Render *r, const char *text) {
    char *end;
    unsigned long long event = strtoull(text, &end, 10);
    size_t count;
    const CsEvent *events = cs_events(r->player.session.engine, &count);
    if (*end || !*text || *text == '-') {
        say_usage("--event wants a number, not \"%s\"", text);
        return EXIT_USAGE;
    }
    if (event < 1 || event > count) {
        fprintf(stderr, "coroscope: there is no record %s: the run has %zu records\n", text, count);
        return EXIT_FAILED;
    }
    Playhead at = {.step = events[event - 1].step, .event = (uint32_t)event};
    session_seek(&r->player.session, at);
    return 0;
}

static bool write_numbered(Render *r, const char *folder, int number, const char *what) {
    char name[80], path[PLATFORM_PATH_SIZE];
    snprintf(name, sizeof name, "%02d-%s.png", number, what);
    if (!platform_join(path, sizeof path, folder, name)) {
        fprintf(stderr, "coroscope: the path of the folder is too long: %s\n", folder);
        return false;
    }
    if (!write_picture(r, path)) return false;
    printf("%s\n", path);
    return true;
}

static bool write_moments(Render *r, const char *folder) {
    Session *s = &r->player.session;
    char error[512];
    int number = 1;
    if (!platform_make_folder(folder, error, sizeof error)) {
        fprintf(stderr, "coroscope: %s\n", error);
        return false;
    }
    session_go(s, GO_START);
    if (!write_numbered(r, folder, number++, "start")) return false;
    for (size_t i = 0; i < s->moment_count; i++) {
        char step[32];
        session_seek(s, s->moments[i].at);
        snprintf(step, sizeof step, "%" PRIu64, s->moments[i].at.step);
        if (!write_numbered(r, folder, number++, step)) return false;
    }
    session_go(s, GO_END);
    return write_numbered(r, folder, number, "end");
}

/* ---- The command ---------------------------------------------------------------------------- */

static int render_file(Render *r, const CommandOptions *o) {
    Session session;
    bool open = command_open(&session, o);
    if (!open || !render_start(r, &session.lesson.view)) {
        session_close(&session);
        return EXIT_FAILED;
    }
    session_record_all(&session);
    if (session.problems.count) lesson_problems_print(&session.problems, stderr);
    bool sound = session.problems.count == 0;
    player_take(&r->player, &session);
    int status = command_view_enter(o, &r->view, &r->player);
    if (status) return status;
    if (o->step) status = go_step(r, o->step);
    if (o->time) status = go_time(r, o->time);
    if (o->event) status = go_event(r, o->event);
    player_refresh(&r->player, 0);
    if (!status) status = command_view(o, &r->view, &r->player);
    if (status) return status;
    bool written = o->moments ? write_moments(r, o->out_dir) : write_picture(r, o->out);
    return written && sound ? 0 : EXIT_FAILED;
}

int command_render(const CommandOptions *o) {
    if (o->sheet) return command_sheet(o);
    Render r = {.context = command_context_of(o),
                .projector = o->projector,
                .only_source = command_view_only_source(o)};
    if (!check_options(o) || !read_size(&r, o->size) || !read_motion(&r, o->motion) ||
        !command_theme(o->theme, &r.theme))
        return EXIT_USAGE;
    int status = render_file(&r, o);
    render_end(&r);
    return status;
}
