/* Many scenes on one picture, small, each under its name: for looking through all of them.

   A list has a scene a line: FILE STEP THEME SIZE and, where wanted, "projector", "source",
   "view=cancel", "view=generators" or another one that render knows, with "of=", "answer=" and
   "variant=" as its options are, "panels=N", "select=N" (the N-th task), "part=N" (by expression),
   "line=N" (chosen), "break=N" and "breakif=N" (breakpoints, the second with a condition). STEP is
   a number or "end". '#' begins a remark; FILE is found from the folder that the command runs in.
 */
#include "command/command_scenes.h"

#include "command/command_view.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "draw/png.h"
#include "platform/platform_files.h"
#include "platform/platform_fonts.h"
#include "window/viewing.h"

static const char BLANK[] = " \t\r\n";

enum { COLUMNS = 5, TILE = 512, TILE_HEIGHT = 300, LABEL = 26, GAP = 12, MOST_LINE = 512 };

/* ---- The list -------------------------------------------------------------------------------- */

static bool read_number(SceneSpec *spec, const char *word) {
    const struct {
        const char *name;
        int *to;
    } numbers[] = {{"select=", &spec->select},
                   {"part=", &spec->part},
                   {"line=", &spec->line},
                   {"break=", &spec->stops[0]},
                   {"breakif=", &spec->stops[1]}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        size_t length = strlen(numbers[i].name);
        if (strncmp(word, numbers[i].name, length) != 0) continue;
        *numbers[i].to = atoi(word + length);
        return true;
    }
    return false;
}

static bool read_text(SceneSpec *spec, const char *word) {
    const struct {
        const char *name, **to;
    } texts[] = {{"view=", &spec->over.view},
                 {"of=", &spec->over.of},
                 {"answer=", &spec->over.answer},
                 {"variant=", &spec->over.variant}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t length = strlen(texts[i].name);
        if (strncmp(word, texts[i].name, length) != 0) continue;
        *texts[i].to = word + length;
        return true;
    }
    return false;
}

static bool read_word(SceneSpec *spec, const char *word) {
    if (strcmp(word, "projector") == 0) return spec->projector = true;
    if (strcmp(word, "source") == 0) return spec->source_side = true;
    if (strncmp(word, "panels=", 7) == 0) {
        spec->panels = (unsigned)strtoul(word + 7, NULL, 10);
        return true;
    }
    if (strcmp(word, "view=cancel") == 0) return spec->view = VIEW_CANCEL, true;
    if (strcmp(word, "view=generators") == 0) return spec->view = VIEW_GENERATORS, true;
    return read_text(spec, word) || read_number(spec, word);
}

bool scene_spec_read(SceneSpec *spec, char *line) {
    char *words[12];
    int count = 0;
    for (char *at = line; count < 12;) {
        at += strspn(at, BLANK);
        if (!*at || *at == '#') break;
        words[count++] = at;
        at += strcspn(at, BLANK);
        if (*at) *at++ = 0;
    }
    *spec = (SceneSpec){0};
    if (count < 4) return false;
    spec->file = words[0];
    spec->step = words[1];
    char *end;
    spec->width = (int)strtol(words[3], &end, 10);
    spec->height = *end == 'x' ? (int)strtol(end + 1, &end, 10) : 0;
    bool good = !*end && spec->width >= 320 && spec->height >= 160 && spec->width <= 8192 &&
                spec->height <= 8192 && command_theme(words[2], &spec->theme);
    for (int i = 4; i < count; i++) good = read_word(spec, words[i]) && good;
    return good;
}

/* ---- One scene ------------------------------------------------------------------------------- */

static uint32_t task_of_number(const Model *model, int number) {
    for (int i = 0; i < model->seat_count; i++)
        if (model->seats[i].badge.number == number) return model->seats[i].id;
    return 0;
}

static void show_source(const SceneSpec *spec, Player *player) {
    SourcePanel *source = &player->source;
    source->breaks.count = 0;
    source->chosen = spec->line;
    source->by_part = false;
    for (int i = 0; i < 2; i++)
        if (spec->stops[i]) breaks_set(&source->breaks, spec->stops[i], i ? "True" : "");
    source_panel_changed(source);
    if (spec->part) player_part(player, spec->part);
}

bool scene_spec_show(const SceneSpec *spec, Player *player) {
    Viewing viewing = viewing_default();
    viewing.projector = spec->projector;
    viewing_open(&viewing, &player->session.lesson.view);
    StageView view = {.width = spec->width,
                      .height = spec->height,
                      .zoom = viewing_zoom(&viewing, true),
                      .theme = spec->theme,
                      .reduced_motion = true,
                      .spotlight = true,
                      .projector = spec->projector,
                      .source_side = spec->source_side,
                      .only_source = command_view_only_source(&spec->over),
                      .speed = 1};
    stage_set_view(player->stage, &view);
    player->panels = spec->panels ? spec->panels : viewing_panels(&viewing);
    bool at_end = strcmp(spec->step, "end") == 0;
    if (at_end) session_go(&player->session, GO_END);
    if (!at_end && !session_seek_step(&player->session, strtoull(spec->step, NULL, 10)))
        return false;
    show_source(spec, player);
    player->selected = 0;
    stage_forget(player->stage);
    player->view = spec->view;
    player_refresh(player, 0);
    if (!spec->select) return true;
    player_select(player, task_of_number(stage_model(player->stage), spec->select), 0);
    return true;
}

/* A folder is shown as the list names it: where it lies is another on every machine. */
static void name_folder(CommandView *over, const char *folder) {
    if (over->over == OVER_CHOOSER && folder)
        snprintf(over->chooser.folder, sizeof over->chooser.folder, "%s", folder);
}

bool scene_spec_draw(const SceneSpec *spec, Player *player, Fonts *fonts, DrawList *list) {
    CommandView *over = calloc(1, sizeof *over);
    bool good = over && command_view_enter(&spec->over, over, player) == 0 &&
                command_view(&spec->over, over, player) == 0;
    if (good) {
        name_folder(over, spec->over.of);
        draw_list_reset(list, stage_background(player->stage));
        player_draw(player, list, 0);
        command_view_draw(list, over, player, spec->theme, fonts);
    }
    if (over) command_view_clear(over);
    free(over);
    return good;
}

/* ---- The sheet ------------------------------------------------------------------------------- */

typedef struct {
    SessionContext context;
    Fonts *fonts;
    Surface sheet;
    DrawList labels;
    int count;
} Sheet;

/* Each small pixel is the mean of the large ones that it stands for. */
static uint32_t mean(const Surface *from, int x0, int y0, int x1, int y1) {
    uint64_t sum[3] = {0}, count = 0;
    for (int y = y0; y < y1; y++) {
        const uint32_t *row = from->pixels + (size_t)y * (size_t)from->stride;
        for (int x = x0; x < x1; x++, count++)
            for (int c = 0; c < 3; c++) sum[c] += row[x] >> (8 * c) & 0xFF;
    }
    uint32_t pixel = 0xFF000000U;
    for (int c = 0; c < 3 && count; c++) pixel |= (uint32_t)(sum[c] / count) << (8 * c);
    return pixel;
}

static void paste(Sheet *sheet, const Surface *from, int left, int top) {
    int w = TILE, h = (int)((int64_t)TILE * from->height / from->width);
    if (h > TILE_HEIGHT) h = TILE_HEIGHT, w = (int)((int64_t)h * from->width / from->height);
    for (int y = 0; y < h; y++) {
        uint32_t *row = sheet->sheet.pixels + (size_t)(top + y) * (size_t)sheet->sheet.stride;
        for (int x = 0; x < w; x++)
            row[left + x] =
                mean(from, x * from->width / w, y * from->height / h,
                     (x + 1) * from->width / w + 1 > from->width ? from->width
                                                                 : (x + 1) * from->width / w,
                     (y + 1) * from->height / h);
    }
}

static bool draw_scene(Sheet *sheet, const SceneSpec *spec, Player *player, int left, int top) {
    Surface surface;
    Raster *raster = raster_create(sheet->fonts);
    DrawList list;
    draw_list_init(&list);
    bool good = raster && surface_init(&surface, spec->width, spec->height);
    if (good && scene_spec_show(spec, player)) {
        raster_set_scale(raster, stage_scale(player->stage));
        good = scene_spec_draw(spec, player, sheet->fonts, &list);
        PixelRect all = {0, 0, spec->width, spec->height};
        good = good && raster_draw(raster, &list, &surface, all);
        if (good) paste(sheet, &surface, left, top);
    }
    if (raster) surface_clear(&surface);
    draw_list_clear(&list);
    raster_destroy(raster);
    return good;
}

/* The scene's line without the file's folders, as far as the tile is wide. */
static void put_label(Sheet *sheet, const char *line, int left, int top) {
    enum { SIZE = 13, MOST = 64 };
    size_t folders = 0, length = strcspn(line, "#\r\n");
    for (size_t i = 0; i < strcspn(line, BLANK); i++)
        if (line[i] == '/') folders = i + 1;
    length -= folders;
    draw_text(&sheet->labels, FONT_MONO_REGULAR, SIZE, (float)left, (float)(top + TILE_HEIGHT + 16),
              0xFFFFFFFFU, line + folders, length < MOST ? length : MOST);
}

static bool add_scene(Sheet *sheet, const char *line, const SceneSpec *spec) {
    int left = GAP + sheet->count % COLUMNS * (TILE + GAP);
    int top = GAP + sheet->count / COLUMNS * (TILE_HEIGHT + LABEL + GAP);
    CommandOptions options = {.files = {spec->file}, .file_count = 1, .language = "en"};
    Session session;
    Player player;
    bool open = command_open(&session, &options);
    if (!open || !player_init(&player, &sheet->context, sheet->fonts)) {
        session_close(&session);
        return false;
    }
    session_record_all(&session);
    player_take(&player, &session);
    bool good = draw_scene(sheet, spec, &player, left, top);
    player_clear(&player);
    put_label(sheet, line, left, top);
    sheet->count++;
    return good;
}

static bool each_line(Sheet *sheet, const char *text, bool draw, int *scenes) {
    char line[MOST_LINE], words[MOST_LINE];
    SceneSpec spec;
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, "\n");
        snprintf(line, sizeof line, "%.*s", (int)length, at);
        at += length + (at[length] == '\n');
        if (line[strspn(line, " \t\r")] == '#' || !line[strspn(line, " \t\r")]) continue;
        memcpy(words, line, sizeof words);
        if (!scene_spec_read(&spec, words)) {
            fprintf(stderr, "coroscope: this line is no scene: %s\n", line);
            return false;
        }
        (*scenes)++;
        if (draw && !add_scene(sheet, line, &spec)) return false;
    }
    return true;
}

/* Labels go over the tiles, on the background that is left between them. */
static bool put_labels(Sheet *sheet) {
    Raster *raster = raster_create(sheet->fonts);
    Surface over;
    if (!raster || !surface_init(&over, sheet->sheet.width, sheet->sheet.height)) {
        raster_destroy(raster);
        return false;
    }
    PixelRect all = {0, 0, over.width, over.height};
    raster_set_scale(raster, 1);
    bool good = raster_draw(raster, &sheet->labels, &over, all);
    for (int y = 0; good && y < over.height; y++) {
        for (int x = 0; x < over.width; x++) {
            uint32_t *to =
                &sheet->sheet.pixels[(size_t)y * (size_t)sheet->sheet.stride + (size_t)x];
            uint32_t pixel = over.pixels[(size_t)y * (size_t)over.stride + (size_t)x];
            if (pixel != sheet->labels.background) *to = pixel;
        }
    }
    surface_clear(&over);
    raster_destroy(raster);
    return good;
}

static int make_sheet(Sheet *sheet, const char *text, const char *out) {
    char error[512];
    int scenes = 0, drawn = 0;
    if (!each_line(sheet, text, false, &scenes) || scenes == 0) return EXIT_FAILED;
    int rows = (scenes + COLUMNS - 1) / COLUMNS;
    if (!surface_init(&sheet->sheet, GAP + COLUMNS * (TILE + GAP),
                      GAP + rows * (TILE_HEIGHT + LABEL + GAP)))
        return EXIT_FAILED;
    draw_list_reset(&sheet->labels, 0xFF404A5CU);
    size_t pixels = (size_t)sheet->sheet.stride * (size_t)sheet->sheet.height;
    for (size_t i = 0; i < pixels; i++) sheet->sheet.pixels[i] = sheet->labels.background;
    bool good = each_line(sheet, text, true, &drawn) && put_labels(sheet);
    if (good && !png_write(out, &sheet->sheet, error, sizeof error)) {
        fprintf(stderr, "coroscope: %s\n", error);
        good = false;
    }
    surface_clear(&sheet->sheet);
    if (good) printf("%s: %d scenes\n", out, drawn);
    return good ? 0 : EXIT_FAILED;
}

int command_sheet(const CommandOptions *o) {
    enum { LIST_LIMIT = 1 << 20 };
    char error[512], *text = NULL;
    size_t length;
    if (!o->out) {
        fputs("coroscope: --sheet wants --out X.png for its picture\n", stderr);
        return EXIT_USAGE;
    }
    if (!platform_read_file(o->files[0], LIST_LIMIT, &text, &length, error, sizeof error)) {
        fprintf(stderr, "coroscope: %s\n", error);
        return EXIT_FAILED;
    }
    Sheet sheet = {.context = command_context("en")};
    sheet.fonts = platform_fonts_create(NULL, error, sizeof error);
    draw_list_init(&sheet.labels);
    int status = EXIT_FAILED;
    if (sheet.fonts) status = make_sheet(&sheet, text, o->out);
    draw_list_clear(&sheet.labels);
    if (sheet.fonts) platform_fonts_destroy(sheet.fonts);
    free(text);
    return status;
}
