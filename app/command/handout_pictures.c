#include "command/handout.h"

#include <stdlib.h>
#include <string.h>

#include "platform/platform_fonts.h"
#include "window/player.h"
#include "window/viewing.h"

/* Small and light, so that its words can be read on paper. */
enum { WIDTH = 1366, HEIGHT = 768 };

typedef struct {
    SessionContext context;
    Fonts *fonts;
    Raster *raster;
    Player player;
    DrawList list;
} Camera;

static bool camera_start(Camera *c, const LessonView *asked) {
    char error[512];
    c->fonts = platform_fonts_create(NULL, error, sizeof error);
    if (!c->fonts) {
        fprintf(stderr, "coroscope: %s\n", error);
        return false;
    }
    c->context.language = platform_fonts_language(c->fonts, c->context.language);
    draw_list_init(&c->list);
    c->raster = raster_create(c->fonts);
    if (!c->raster || !player_init(&c->player, &c->context, c->fonts)) {
        fputs("coroscope: there is not enough memory for the pictures\n", stderr);
        return false;
    }
    Viewing viewing = viewing_default();
    viewing_open(&viewing, asked);
    c->player.panels = viewing_panels(&viewing);
    StageView view = {.width = WIDTH,
                      .height = HEIGHT,
                      .zoom = viewing_zoom(&viewing, true),
                      .theme = THEME_LIGHT,
                      .reduced_motion = true,
                      .spotlight = true,
                      .on_paper = true,
                      .speed = 1};
    stage_set_view(c->player.stage, &view);
    raster_set_scale(c->raster, stage_scale(c->player.stage));
    return true;
}

static void camera_end(Camera *c) {
    if (c->player.stage) player_clear(&c->player);
    draw_list_clear(&c->list);
    raster_destroy(c->raster);
    if (c->fonts) platform_fonts_destroy(c->fonts);
}

static bool take_picture(Camera *c, Playhead at, Surface *picture) {
    PixelRect all = {0, 0, WIDTH, HEIGHT};
    session_seek(&c->player.session, at);
    stage_forget(c->player.stage); /* a picture does not depend on the one before */
    player_refresh(&c->player, 0);
    draw_list_reset(&c->list, stage_background(c->player.stage));
    player_draw(&c->player, &c->list, 0);
    return surface_init(picture, WIDTH, HEIGHT) && raster_draw(c->raster, &c->list, picture, all);
}

static Surface *take_all(Camera *c, size_t *count) {
    const Session *s = &c->player.session;
    Surface *pictures = calloc(s->moment_count + 1, sizeof *pictures);
    *count = 0;
    for (size_t i = 0; pictures && i < s->moment_count; i++) {
        if (take_picture(c, s->moments[i].at, &pictures[(*count)++])) continue;
        for (size_t k = 0; k < *count; k++) surface_clear(&pictures[k]);
        free(pictures);
        pictures = NULL;
    }
    if (!pictures) fputs("coroscope: there is not enough memory for the pictures\n", stderr);
    return pictures;
}

Surface *handout_pictures(const CommandOptions *o, size_t *count) {
    Camera c = {.context = command_context(o->language)};
    Session session;
    Surface *pictures = NULL;
    if (!command_open(&session, o) || !camera_start(&c, &session.lesson.view)) {
        session_close(&session);
    } else {
        session_record_all(&session);
        player_take(&c.player, &session);
        pictures = take_all(&c, count);
    }
    camera_end(&c);
    return pictures;
}
