/* Generators: frames with their links, and the conversation's lanes. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

enum { TALK_LABEL = 160 };

/* ---- Cards ----------------------------------------------------------------------------------- */

typedef struct {
    float x, right, y, bottom, leading;
} Column;

static void put_locals(Scene *s, const ModelGen *gen, Column c) {
    const Theme *t = s->theme;
    for (int i = 0; i < gen->local_count && c.y < c.bottom; i++, c.y += c.leading) {
        const ModelGenLocal *local = &gen->locals[i];
        DrawColour colour = local->changed ? t->runtext : t->text2;
        FontId font = local->changed ? FONT_MONO_BOLD : FONT_MONO_REGULAR;
        float x =
            scene_text_fit(s, FONT_MONO_REGULAR, 16, c.x, c.y, c.right - c.x, colour, local->name);
        if (c.right - x < 40) continue;
        x = scene_text(s, FONT_MONO_REGULAR, 16, x, c.y, t->text2, " = ");
        const char *value = scene_value_words(s, font, local->value, local->thing, c.right - x);
        x = scene_text_fit(s, font, 16, x, c.y, c.right - x, colour, value);
        DrawRect place = {c.x - 4, c.y - 17, x - c.x + 8, 23};
        scene_value(s, (SceneValue){place, gen->id, local->name, VALUE_WHOLE, local->thing});
    }
}

/* Where the arrows stand: right of the middle, or as far to the left as long answers want. */
static float half_of(Scene *s, const ModelGen *gen, Column c, float arrow, int first) {
    float half = c.x + (c.right - c.x) * 0.6F, said = 0, answer = 0;
    for (int i = first; i < gen->line_count; i++) {
        float left = scene_measure(s, FONT_MONO_BOLD, 16, gen->lines[i].said);
        float right = scene_measure(s, FONT_MONO_REGULAR, 16, gen->lines[i].answer);
        if (left > said) said = left;
        if (right > answer) answer = right;
    }
    float wanted = c.right - answer - arrow / 2 - 1, least = c.x + said + arrow / 2;
    if (wanted < least) wanted = least;
    return wanted < half ? wanted : half;
}

/* "send(20) -> 30.0", the newest last; as many as there is room for. */
static void put_lines(Scene *s, const ModelGen *gen, Column c) {
    const Theme *t = s->theme;
    int room = (int)((c.bottom - c.y) / c.leading) + 1, first = gen->line_count - room;
    float arrow = scene_measure(s, FONT_MONO_REGULAR, 16, " \u2192 ");
    float half = half_of(s, gen, c, arrow, first > 0 ? first : 0);
    for (int i = first > 0 ? first : 0; i < gen->line_count; i++, c.y += c.leading) {
        bool open = !*gen->lines[i].answer;
        DrawColour colour = open ? t->runtext : t->text2;
        float w = scene_measure(s, FONT_MONO_REGULAR, 16, gen->lines[i].said);
        float most = half - arrow / 2 - c.x, x = half - arrow / 2 - (w < most ? w : most);
        FontId font = open ? FONT_MONO_BOLD : FONT_MONO_REGULAR;
        char words[TALK_LABEL];
        scene_shorten(s, font, 16, gen->lines[i].said, most + 1, words, sizeof words);
        scene_text(s, font, 16, x, c.y, colour, words);
        scene_text_centre(s, FONT_MONO_REGULAR, 16, half, c.y, colour, "\u2192");
        scene_shorten(s, FONT_MONO_REGULAR, 16, open ? "\u2026" : gen->lines[i].answer,
                      c.right - half - arrow / 2, words, sizeof words);
        scene_text(s, FONT_MONO_REGULAR, 16, half + arrow / 2, c.y, t->text2, words);
    }
}

static void put_state(Scene *s, const ModelGen *gen, float *right, float cy) {
    static const DrawIcon icons[] = {ICON_CREATED, ICON_RUNNING, ICON_READY,
                                     ICON_WAITING, ICON_WAITING, ICON_DONE};
    const Theme *t = s->theme;
    bool live = gen->state == TALK_RUNS || gen->state == TALK_STACK;
    DrawColour colour = live ? t->runtext : t->text2;
    float x = scene_text_right(s, FONT_UI_SEMIBOLD, 16, *right, cy + 5.5F, colour, gen->word) - 18;
    draw_icon(s->list, icons[gen->state], x, cy, 18, live ? t->runline : t->waiting);
    *right = x - 18;
}

static void put_title(Scene *s, const ModelGen *gen, DrawRect r, float right) {
    const Theme *t = s->theme;
    float x = r.x + 18, cy = r.y + (s->compact ? 22 : 30);
    scene_badge(s, gen->badge, x + 13, cy, 28);
    x += 38;
    x = scene_text_fit(s, FONT_MONO_SEMIBOLD, s->type->card, x, cy + 6, right - x, t->text,
                       gen->call) +
        12;
    const char *kind = gen->kind;
    if (scene_measure(s, FONT_UI_REGULAR, 16, kind) > right - x) kind = gen->kind_short;
    if (scene_measure(s, FONT_UI_REGULAR, 16, kind) <= right - x)
        scene_text(s, FONT_UI_REGULAR, 16, x, cy + 6, t->text2, kind);
}

void scene_gen(Scene *s, const LayoutItem *item) {
    const ModelGen *gen = &s->model->gens.gens[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    if (!gen->id) { /* its seat is free: it has not run yet */
        draw_outline(s->list, r, 14, t->line, (DrawStroke){.width = 1.5F, .on = 4, .off = 6});
        return;
    }
    bool runs = gen->state == TALK_RUNS, over = gen->state == TALK_OVER;
    if (runs) glyph_glow(s->list, r, 14, t->running);
    DrawStroke stroke = {.width = runs ? 3 : gen->linked ? 2.2F : 1.6F};
    if (!gen->linked) stroke.on = over ? 2 : 6, stroke.off = 5;
    draw_box(s->list, r, 14,
             runs          ? t->frame_tint
             : gen->linked ? t->run_tint
                           : t->stage,
             runs || gen->state == TALK_STACK ? t->runline : t->line2, stroke);
    float right = r.x + r.w - 18, cy = r.y + (s->compact ? 22 : 30);
    put_state(s, gen, &right, cy);
    put_title(s, gen, r, right);
    float split = gen->line_count ? r.x + r.w * 0.53F : r.x + r.w - 18,
          top = cy + (s->compact ? 34 : 42);
    if (gen->line_count && gen->local_count == 0 && !*gen->where) split = r.x + r.w * 0.3F;
    float foot = *gen->foot && r.h > 150 ? 34 : 14;
    if (top > r.y + r.h - 10) return;
    float room = split - r.x - 28;
    bool whole = scene_measure(s, FONT_UI_REGULAR, 16, gen->where) <= room;
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 18, top, room, t->text,
                   whole ? gen->where : gen->line);
    Column left = {r.x + 18, split - 10, top + 28, r.y + r.h - foot, 26};
    put_locals(s, gen, left);
    Column lines = {split, r.x + r.w - 18, top, r.y + r.h - 14, 26};
    put_lines(s, gen, lines);
    if (foot > 20)
        scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 18, r.y + r.h - 17, split - r.x - 20, t->text2,
                       gen->foot);
}

/* ---- Links ----------------------------------------------------------------------------------- */

static DrawPoint on_curve(const DrawPoint *p, float u) {
    float v = 1 - u, a = v * v * v, b = 3 * v * v * u, c = 3 * v * u * u, d = u * u * u;
    return (DrawPoint){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                       a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static void put_capsule(Scene *s, const ModelGen *gen, DrawPoint at, float width) {
    const Theme *t = s->theme;
    float w = scene_measure(s, FONT_MONO_BOLD, 17, gen->capsule) + 36;
    if (w > width) w = width;
    if (w < 50 || !*gen->capsule) return;
    DrawRect box = {at.x - w / 2, at.y - 20, w, 40};
    draw_fill(s->list, box, 20, gen->throws ? t->failed : t->running);
    char words[TALK_LABEL];
    scene_shorten(s, FONT_MONO_BOLD, 17, gen->capsule, w - 34, words, sizeof words);
    scene_text(s, FONT_MONO_BOLD, 17, box.x + 18, at.y + 6, t->running_ink, words);
}

/* Solid, with the value that travels; an exception in the hue of failure. */
static void put_linked(Scene *s, const ModelGen *gen, const DrawPoint *p, float at) {
    const Theme *t = s->theme;
    bool waits = gen->state == TALK_WAITS;
    DrawColour colour = waits ? t->line2 : gen->throws ? t->failed : t->runline;
    draw_curve(s->list, p[0], p[1], p[2], p[3], colour, (DrawStroke){.width = 4, .arrow = 16});
    draw_disc(s->list, p[0].x, p[0].y, 8, colour);
    if (!waits) put_capsule(s, gen, on_curve(p, at), p[3].x - p[0].x - 24);
}

/* Beside the driver's stub, on the side from which the line leads away: its first line, or its last
   one, stands at y. */
static void put_unlinked(Scene *s, const char *words, float x, float width, float y, bool below) {
    ModelSpan span = {.kind = SPAN_QUIET, .text = words};
    ModelText text = {&span, 1};
    SentenceStyle style = {FONT_UI_REGULAR, 16, s->theme->text2, 22, 22, 3};
    size_t length = strlen(words), at = 0;
    int lines = 0;
    /* Half a word tells nothing that the open plug does not. */
    if (fonts_measure(s->fonts, FONT_UI_REGULAR, 16, words, strcspn(words, " ")) > width) return;
    for (size_t next; at < length && lines < style.lines; at += next, lines++)
        fonts_break(s->fonts, FONT_UI_REGULAR, 16, words + at, length - at, width, &next);
    scene_sentence(s, &text, &style, x, below ? y : y - 22 * (float)(lines - 1), width);
}

/* Two stubs: an open socket at the driver's, a plug at the generator's. */
static void put_apart(Scene *s, const ModelGen *gen, const DrawPoint *p, float apart) {
    const Theme *t = s->theme;
    DrawPoint a = on_curve(p, 0.5F - 0.23F * apart), b = on_curve(p, 0.5F + 0.23F * apart);
    DrawStroke stub = {.width = 3}, thin = {.width = 2, .on = 4, .off = 6};
    draw_curve(s->list, p[0], (DrawPoint){(p[0].x + a.x) / 2, p[0].y},
               (DrawPoint){(p[0].x + a.x) / 2, a.y}, a, t->line2, stub);
    draw_curve(s->list, b, (DrawPoint){(b.x + p[3].x) / 2, b.y},
               (DrawPoint){(b.x + p[3].x) / 2, p[3].y}, p[3], t->line2, stub);
    draw_line(s->list, a.x + 12, a.y, b.x - 10, b.y, t->line2, thin);
    draw_icon(s->list, ICON_SOCKET, a.x + 4, a.y, 24, t->line2);
    draw_icon(s->list, ICON_PLUG, b.x, b.y, 24, t->line2);
    draw_disc(s->list, p[0].x, p[0].y, 8, t->stage);
    draw_disc(s->list, p[3].x, p[3].y, 8, t->stage);
    draw_ring(s->list, p[0].x, p[0].y, 8, t->line2, (DrawStroke){.width = 2.4F});
    draw_ring(s->list, p[3].x, p[3].y, 8, t->line2, (DrawStroke){.width = 2.4F});
    if (apart < 1) return;
    char words[128];
    const char *arg[] = {gen->capsule};
    bool gave = gen->state == TALK_PARKED && *gen->capsule;
    text_format(words, sizeof words,
                text_get(s->model->words, gave ? TEXT_GEN_UNLINKED : TEXT_GEN_UNLINKED_NEW), arg,
                1);
    /* Not under the way of the plug, which leads down or up from the socket. */
    put_unlinked(s, words, p[0].x + 18, a.x + 28 - p[0].x - 18,
                 p[3].y >= p[0].y ? p[0].y + 42 : a.y - 24, p[3].y >= p[0].y);
}

static bool was_linked(Scene *s, const ModelGen *gen) {
    const Model *before = s->view->before;
    for (int i = 0; before && i < before->gens.gen_count; i++)
        if (before->gens.gens[i].id == gen->id) return before->gens.gens[i].linked;
    return gen->linked;
}

/* `share` of a motion: the plug goes in and the value to the generator, or the value comes back and
   the plug goes out. */
static void put_link(Scene *s, const ModelGen *gen, const DrawPoint *p, float share) {
    const float plug = 0.37F;
    bool turns = share < 1 && was_linked(s, gen) != gen->linked;
    if (!turns && gen->linked)
        put_linked(s, gen, p, 0.5F);
    else if (!turns)
        put_apart(s, gen, p, 1);
    else if (gen->linked && share < plug)
        put_apart(s, gen, p, 0.99F - 0.99F * share / plug);
    else if (gen->linked)
        put_linked(s, gen, p, 0.12F + 0.38F * (share - plug) / (1 - plug));
    else if (share < 1 - plug)
        put_linked(s, gen, p, 0.88F - 0.76F * share / (1 - plug));
    else
        put_apart(s, gen, p, 0.99F * (share - 1 + plug) / plug);
}

/* From the driver's right edge to each generator's left one; those that another one drives hang on
   that one by the amber of their outline alone. */
static void put_links(Scene *s, const LayoutItem *driver) {
    const ModelGens *g = &s->model->gens;
    DrawRect from = driver->rect;
    int count = 0, at = 0;
    for (int i = 0; i < g->gen_count; i++)
        count += layout_find(s->view->layout, PART_GEN, g->gens[i].id, 0) && g->gens[i].id;
    for (int i = 0; i < g->gen_count; i++) {
        const ModelGen *gen = &g->gens[i];
        const LayoutItem *seat =
            gen->id ? layout_find(s->view->layout, PART_GEN, gen->id, 0) : NULL;
        if (!seat) continue;
        float y = from.y + from.h * ((float)at++ + 0.5F) / (float)count;
        if (gen->state == TALK_OVER || gen->partner != g->driver.id) continue;
        float to = seat->rect.y + seat->rect.h / 2, x0 = from.x + from.w, x1 = seat->rect.x,
              half = (x1 - x0) * 0.5F;
        DrawPoint p[4] = {{x0, y}, {x0 + half, y}, {x1 - half, to}, {x1 - 1, to}};
        put_link(s, gen, p, driver->value);
    }
}

void scene_driver(Scene *s, const LayoutItem *item) {
    const ModelGens *g = &s->model->gens;
    const ModelGen *d = &g->driver;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    if (!g->on) {
        draw_box(s->list, r, 16, scene_dark(s) ? t->stage : t->bg1, t->line2,
                 (DrawStroke){.width = 2, .on = 7, .off = 6});
        scene_text_centre(s, FONT_UI_REGULAR, s->type->card, r.x + r.w / 2, r.y + r.h / 2 + 6,
                          t->text2, g->empty);
        return;
    }
    if (!d->id) return;
    bool live = d->state == TALK_RUNS || d->state == TALK_STACK;
    if (d->state == TALK_RUNS) glyph_glow(s->list, r, 14, t->running);
    draw_box(s->list, r, 14, live ? t->run_tint : t->stage, live ? t->runline : t->line2,
             (DrawStroke){.width = d->state == TALK_RUNS ? 3 : 2});
    float right = r.x + r.w - 18, cy = r.y + (s->compact ? 22 : 30);
    right = scene_text_right(s, FONT_UI_REGULAR, 16, right, cy + 6, t->text2, d->kind) - 12;
    put_title(s, &(ModelGen){.badge = d->badge, .call = d->call, .kind = "", .kind_short = ""}, r,
              right);
    float top = cy + (s->compact ? 34 : 44);
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 18, top, r.w - 36, t->text, d->where);
    Column left = {r.x + 18, r.x + r.w - 26, top + 32, r.y + r.h - 40, 27};
    put_locals(s, d, left);
    if (*d->foot) {
        draw_icon(s->list, live ? ICON_RUNNING : ICON_WAITING, r.x + 26, r.y + r.h - 24, 18,
                  live ? t->runline : t->waiting);
        scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 44, r.y + r.h - 18, r.w - 60, t->text2,
                       d->foot);
    }
    put_links(s, item);
}

/* ---- The conversation ------------------------------------------------------------------------ */

typedef struct {
    Scene *s;
    const ModelGens *g;
    DrawRect r;            /* where the lanes run */
    float cell, lane, bar; /* width of a stretch, height of a lane and a bar */
    int first, last;       /* stretches that are shown */
    int first_lane, lanes; /* lanes that are shown */
} Talk;

static float cell_x(const Talk *t, int stretch) {
    return t->r.x + t->cell * (float)(stretch - t->first);
}

static float lane_y(const Talk *t, int lane) {
    return t->r.y + t->lane * ((float)(lane - t->first_lane) + 0.5F);
}

/* The playhead stays at two thirds where not all is seen. */
static void fit_talk(Talk *t) {
    enum { LEAST = 84, MOST = 160 };
    int count = t->g->talk_count + 1, room;
    t->cell = t->r.w / (float)count;
    if (t->cell > MOST) t->cell = MOST;
    if (t->cell < LEAST) t->cell = LEAST;
    room = (int)(t->r.w / t->cell);
    if (room < 1) room = 1;
    t->first = t->g->done - room * 2 / 3;
    if (t->first > count - room) t->first = count - room;
    if (t->first < 0) t->first = 0;
    t->last = t->first + room < count ? t->first + room : count;
}

static void put_stretch(const Talk *t, int lane, int stretch) {
    Scene *s = t->s;
    const Theme *th = s->theme;
    float x = cell_x(t, stretch), y = lane_y(t, lane);
    DrawRect bar = {x, y - t->bar / 2, t->cell, t->bar};
    switch ((ModelTalkState)t->g->states[stretch * GEN_LANES + lane]) {
    case TALK_RUNS:
        draw_box(s->list, bar, 3, th->running, s->theme->dark ? DRAW_NONE : th->runline,
                 (DrawStroke){.width = s->theme->dark ? 0 : 1.5F});
        break;
    case TALK_STACK: draw_outline(s->list, bar, 3, th->runline, (DrawStroke){.width = 2}); break;
    case TALK_WAITS:
        glyph_hatch_bar(s->list, (DrawRect){x, y - 5, t->cell, 10}, th->waiting, t->r.x);
        break;
    case TALK_PARKED:
        draw_line(s->list, x, y, x + t->cell, y, th->line2,
                  (DrawStroke){.width = 2, .on = 4, .off = 4});
        break;
    case TALK_ABSENT:
    case TALK_OVER: break;
    }
}

/* The space between two lanes in which an arrow has its label: that over lane `space` + 1. */
static int label_space(const ModelTalk *talk) {
    return talk->to > talk->from ? talk->to - 1 : talk->to;
}

static bool passes(const ModelTalk *talk, int space) {
    int top = talk->from < talk->to ? talk->from : talk->to;
    int end = talk->from < talk->to ? talk->to : talk->from;
    return space >= top && space < end;
}

/* Whether the words stand between two lanes that are shown. */
static bool is_told(const Talk *t, const ModelTalk *talk) {
    int space = label_space(talk);
    return talk->from != talk->to && space >= t->first_lane && space + 1 < t->first_lane + t->lanes;
}

/* Up to the next arrow in the same space, the edge of what is to come, or the end. */
static float label_room(const Talk *t, int number) {
    int space = label_space(&t->g->talks[number]), next = number + 1;
    while (next < t->last && next < t->g->talk_count && !passes(&t->g->talks[next], space)) next++;
    float end = cell_x(t, next + 1), right = t->r.x + t->r.w;
    float now = cell_x(t, t->g->done) + t->cell / 2;
    if (end > right) end = right;
    float x = cell_x(t, number + 1);
    if (x < now && end > now && now - x > t->cell) end = now;
    return end - x - 12;
}

static void put_arrow(const Talk *t, int number) {
    Scene *s = t->s;
    const Theme *th = s->theme;
    const ModelTalk *talk = &t->g->talks[number];
    if (talk->from == talk->to) return;
    float x = cell_x(t, number + 1), half = t->bar / 2 + 1;
    float from = lane_y(t, talk->from), to = lane_y(t, talk->to);
    bool down = to > from;
    DrawColour colour = talk->throws ? th->failed : th->text;
    draw_line(s->list, x, from + (down ? half : -half), x, to + (down ? -half : half), colour,
              (DrawStroke){.width = 2, .arrow = 9});
    float y = (down ? to - t->lane / 2 : to + t->lane / 2) + 5.5F;
    char label[TALK_LABEL];
    if (!is_told(t, talk) || label_room(t, number) < 20) return;
    scene_shorten(s, FONT_MONO_REGULAR, 16, talk->label, label_room(t, number), label,
                  sizeof label);
    scene_text(s, FONT_MONO_REGULAR, 16, x + 6, y, colour, label);
}

static void put_names(const Talk *t, float x) {
    Scene *s = t->s;
    for (int i = t->first_lane; i < t->first_lane + t->lanes; i++) {
        const ModelTalkLane *lane = &t->g->lanes[i];
        float y = lane_y(t, i);
        scene_badge(s, lane->badge, x + 13, y, t->lane < 30 ? 22 : 26);
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x + 34, y + 5.5F, t->r.x - x - 42, s->theme->text,
                       lane->name);
    }
}

static void put_legend(Scene *s, DrawRect panel, float left) {
    static const TextKey words[] = {TEXT_GEN_PARKED, TEXT_GEN_WAITS, TEXT_GEN_ON_STACK,
                                    TEXT_GEN_RUNS};
    const Theme *t = s->theme;
    float right = panel.x + panel.w - 20, y = panel.y + 24;
    for (int i = 0; i < 4; i++) {
        const char *word = text_get(s->model->words, words[i]);
        float x = right - scene_measure(s, FONT_UI_REGULAR, 16, word) - 38;
        if (x < left) return;
        scene_text(s, FONT_UI_REGULAR, 16, x + 38, y + 5.5F, t->text2, word);
        DrawRect bar = {x, y - 7, 30, 14};
        if (i == 0)
            draw_line(s->list, x, y, x + 30, y, t->line2,
                      (DrawStroke){.width = 2, .on = 4, .off = 4});
        if (i == 1) glyph_hatch_bar(s->list, (DrawRect){x, y - 4.5F, 30, 9}, t->waiting, x);
        if (i == 2) draw_outline(s->list, bar, 3, t->runline, (DrawStroke){.width = 2});
        if (i == 3) draw_fill(s->list, bar, 3, t->running);
        right = x - 24;
    }
}

/* Instants are shaded; time passes only while all wait. */
static void put_bands(const Talk *t) {
    Scene *s = t->s;
    int from = t->first;
    for (int i = t->first; i <= t->last; i++) {
        bool gap = i < t->last && i > 0 && t->g->talks[i - 1].waits;
        if (!gap && i < t->last) continue;
        if (i > from)
            draw_fill(s->list,
                      (DrawRect){cell_x(t, from), t->r.y, t->cell * (float)(i - from), t->r.h}, 6,
                      s->theme->band);
        from = i + 1;
    }
}

static void put_times(const Talk *t) {
    Scene *s = t->s;
    float end = t->r.x - 100;
    for (int i = t->first; i < t->last && i < t->g->talk_count; i++) {
        const ModelTalk *talk = &t->g->talks[i];
        float x = cell_x(t, i + 1), w = scene_measure(s, FONT_MONO_REGULAR, 16, talk->time);
        if (!*talk->time || x - w / 2 < end + 8 || x + w / 2 > t->r.x + t->r.w + 8) continue;
        scene_text(s, FONT_MONO_REGULAR, 16, x - w / 2, t->r.y + t->r.h + 22, s->theme->text2,
                   talk->time);
        end = x + w / 2;
    }
}

static void put_lanes(const Talk *t) {
    Scene *s = t->s;
    float now = cell_x(t, t->g->done) + t->cell / 2;
    put_bands(t);
    draw_clip_push(s->list, (DrawRect){t->r.x, t->r.y - 4, t->r.w, t->r.h + 8});
    for (int i = t->first; i < t->last; i++)
        for (int lane = t->first_lane; lane < t->first_lane + t->lanes; lane++)
            put_stretch(t, lane, i);
    for (int i = t->first; i < t->last && i < t->g->talk_count; i++) put_arrow(t, i);
    float rest = t->r.x + t->r.w - now;
    if (rest > 0) /* what is to come is faint */
        draw_fill(s->list, (DrawRect){now, t->r.y - 4, rest, t->r.h + 8}, 0,
                  draw_fade(s->theme->bg1, 0.6F));
    draw_clip_pop(s->list);
    put_times(t);
    draw_line(s->list, now, t->r.y - 8, now, t->r.y + t->r.h + 4, s->theme->runline,
              (DrawStroke){.width = 3});
    draw_icon(s->list, ICON_HEAD_DOWN, now, t->r.y - 12, 14, s->theme->runline);
}

/* As many lanes as leave room for what is said between them, around those who speak. */
static void fit_lanes(Talk *t) {
    enum { LEAST = 24 };
    const ModelGens *g = t->g;
    int room = (int)(t->r.h / LEAST), at = 0;
    if (room < 2) room = 2;
    t->lanes = g->lane_count < room ? g->lane_count : room;
    for (int i = 0; i < g->lane_count; i++)
        if (g->states[g->done * GEN_LANES + i] == TALK_RUNS) at = i;
    if (g->done > 0) { /* who spoke last to whom */
        const ModelTalk *talk = &g->talks[g->done - 1];
        at = (talk->from + talk->to) / 2;
    }
    t->first_lane = at - t->lanes / 2;
    if (t->first_lane > g->lane_count - t->lanes) t->first_lane = g->lane_count - t->lanes;
    if (t->first_lane < 0) t->first_lane = 0;
    t->lane = t->r.h / (float)t->lanes;
}

/* False: there is nothing to show, or no room. */
static bool find_talk(Scene *s, DrawRect p, Talk *t) {
    const ModelGens *g = &s->model->gens;
    if (!g->lane_count || !g->talk_count) return false;
    float names = s->compact ? 146 : 160, top = s->compact ? 48 : 58;
    *t = (Talk){.s = s, .g = g, .r = {p.x + names, p.y + top, p.w - names - 20, p.h - top - 32}};
    if (t->r.h < 20 || t->r.w < 80) return false;
    fit_lanes(t);
    t->bar = t->lane * 0.36F;
    if (t->bar > 18) t->bar = 18;
    fit_talk(t);
    return true;
}

/* How many have no room; returns where the words end. */
static float put_lanes_more(const Talk *t, float x, float baseline) {
    char number[16], more[64];
    const char *arg[] = {number};
    snprintf(number, sizeof number, "%d", t->g->lane_count - t->lanes);
    text_format(more, sizeof more, text_get(t->s->model->words, TEXT_MORE_N), arg, 1);
    return scene_text(t->s, FONT_UI_REGULAR, 16, x, baseline, t->s->theme->text2, more);
}

void scene_talk(Scene *s, const LayoutItem *item) {
    DrawRect p = item->rect;
    Talk t;
    scene_panel(s, p);
    float end = scene_heading(s, p.x + 18, p.y + 30, s->theme->text2,
                              text_get(s->model->words, TEXT_CONVERSATION));
    if (!find_talk(s, p, &t)) {
        put_legend(s, p, end + 24);
        return;
    }
    if (t.lanes < t.g->lane_count) end = put_lanes_more(&t, end + 16, p.y + 30);
    put_legend(s, p, end + 24);
    put_names(&t, p.x + 18);
    put_lanes(&t);
}

int scene_talk_at(Scene *s, DrawRect panel, float x, float y, DrawRect *label) {
    Talk t;
    if (!find_talk(s, panel, &t)) return -1;
    for (int i = t.first; i < t.last && i < t.g->talk_count; i++) {
        const ModelTalk *talk = &t.g->talks[i];
        if (!is_told(&t, talk)) continue;
        float room = label_room(&t, i);
        if (room < t.cell - 12) room = t.cell - 12;
        *label = (DrawRect){cell_x(&t, i + 1) - 4, lane_y(&t, label_space(talk)) + t.bar / 2,
                            room + 10, t.lane - t.bar};
        if (draw_rect_has(*label, x, y)) return i;
    }
    return -1;
}
