/* The journey of a cancellation or failure. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

static DrawColour hue_of(Scene *s) {
    return s->model->cancel.failure ? s->theme->failed : s->theme->cancelled;
}

static DrawColour tint_of(Scene *s) {
    return s->model->cancel.failure ? s->theme->fail_tint : s->theme->canc_tint;
}

/* ---- Frames that the exception climbs -------------------------------------------------------- */

enum { CARD_RIGHT = 18, PATH_GAP = 20 };

typedef struct {
    int first, count; /* frames that are shown */
    float top, height, gap;
    float left, line; /* of the cards, and of the way up beside them */
} PathFit;

static PathFit fit_frames(Scene *s, DrawRect r) {
    const ModelCancel *c = &s->model->cancel;
    float top = s->compact ? 46 : 54, room = r.h - top - (s->compact ? 34 : 46);
    PathFit fit = {0,
                   c->frame_count,
                   r.y + top,
                   0,
                   s->compact ? 10 : PATH_GAP,
                   s->compact ? 52 : 76,
                   s->compact ? 28 : 44};
    float least = 30, most = s->compact ? 80 : 84;
    while (fit.count > 1 && (room + fit.gap) / (float)fit.count - fit.gap < least) {
        if (fit.gap > 6) {
            fit.gap = 6;
            continue;
        }
        fit.first++; /* the outermost ones are far from it */
        fit.count--;
    }
    if (fit.count < 1) return fit;
    fit.height = (room + fit.gap) / (float)fit.count - fit.gap;
    if (fit.height <= most) return fit;
    /* What is left goes between the cards, so that the way up is seen. */
    fit.height = most;
    float left = room - (most + fit.gap) * (float)fit.count + fit.gap,
          widest = s->compact ? 16 : 34;
    if (fit.count > 1) fit.gap += left / (float)(fit.count - 1);
    if (fit.gap > widest) fit.gap = widest;
    return fit;
}

static DrawRect card_of(const PathFit *fit, DrawRect r, int frame) {
    float y = fit->top + (fit->height + fit->gap) * (float)(frame - fit->first);
    return (DrawRect){r.x + fit->left, y, r.w - fit->left - CARD_RIGHT, fit->height};
}

static void put_says(Scene *s, const ModelPathFrame *frame, float x, float baseline, float width) {
    const Theme *t = s->theme;
    float right = x + width;
    if (frame->part == PATH_ORIGIN || (frame->part == PATH_HEAD && !*frame->clause)) {
        DrawIcon icon = s->model->cancel.failure ? ICON_FAILED : ICON_CANCELLED;
        draw_icon(s->list, icon, x + 8, baseline - 5.5F, 17, hue_of(s));
        x += 24;
    }
    /* The clause is worth more than the words about it. */
    float says = scene_measure(s, FONT_UI_REGULAR, 16, frame->says);
    bool alone = false;
    if (*frame->clause) {
        float clause = scene_measure(s, FONT_MONO_BOLD, 16, frame->clause);
        alone = clause + 9 + says > right - x;
        x = scene_text_fit(s, FONT_MONO_BOLD, 16, x, baseline, right - x, t->runtext,
                           frame->clause) +
            9;
    }
    DrawColour colour = frame->part == PATH_HEAD ? t->text : t->text2;
    if (right - x > 30 && !alone)
        scene_text_fit(s, FONT_UI_REGULAR, 16, x, baseline, right - x, colour, frame->says);
}

/* "cancelling() = 1": the request stands until the task is done with it. */
static void put_note(Scene *s, const ModelPathFrame *frame, float x, float baseline, float width) {
    draw_icon(s->list, ICON_CANCELLING, x + 8, baseline - 5.5F, 17, s->theme->cancelled);
    scene_text_fit(s, FONT_MONO_REGULAR, 16, x + 24, baseline, width - 24, s->theme->text,
                   frame->note);
}

static void put_frame(Scene *s, const ModelPathFrame *frame, DrawRect r, bool reached) {
    const Theme *t = s->theme;
    bool head = frame->part == PATH_HEAD && reached, outer = frame->part == PATH_OUTER || !reached;
    bool two = r.h >= 48 && *frame->says;
    DrawColour fill = head ? t->frame_tint : outer ? (scene_dark(s) ? t->bg2 : t->bg1) : tint_of(s);
    if (frame->library && outer) fill = DRAW_NONE;
    DrawStroke stroke = {.width = head ? 2.4F : outer ? 1.5F : 2};
    if (!head && !outer) stroke.on = 7, stroke.off = 5;
    draw_box(s->list, r, 10, fill, head ? t->runline : outer ? t->line2 : hue_of(s), stroke);
    float x = r.x + 14, right = r.x + r.w - 14;
    float call = scene_measure(s, FONT_MONO_SEMIBOLD, s->type->code, frame->call);
    FontId font = head ? FONT_UI_MEDIUM : FONT_UI_REGULAR;
    /* The line has a row of its own where the call leaves no room for it. */
    bool lower =
        two && *frame->line && call + scene_measure(s, font, 16, frame->line) + 12 > right - x;
    bool third = lower && r.h >= 74, note = head && *frame->note && !third;
    bool three = (third || (two && note)) && r.h >= 74;
    float baseline = three ? r.y + r.h / 2 - 17 : two ? r.y + r.h / 2 - 6 : r.y + r.h / 2 + 6;
    float second = baseline + (three ? 23 : 25), line = right, says = right;
    if (*frame->line) {
        float row = third ? baseline + 46 : lower ? second : baseline;
        DrawColour ink = head ? t->runtext : t->text2;
        float begins = third ? scene_text(s, font, 16, x, row, ink, frame->line)
                             : scene_text_right(s, font, 16, right, row, ink, frame->line) - 12;
        if (!third) *(lower ? &says : &line) = begins;
    }
    if (!*frame->line && !two && *frame->says) line = x + (right - x) * 0.5F;
    scene_text_fit(s, FONT_MONO_SEMIBOLD, s->type->code, x, baseline, line - x,
                   frame->library ? t->text2 : t->text, frame->call);
    if (two) put_says(s, frame, x, second, says - x);
    if (three && note) put_note(s, frame, x, baseline + 46, right - x);
    if (two) return;
    if (*frame->says && !*frame->line) put_says(s, frame, line + 10, baseline, right - line - 10);
}

/* The last frame that it has to do with, and how many there are. */
static int innermost(const ModelCancel *c) {
    int last = 0;
    for (int i = 0; i < c->frame_count; i++)
        if (c->frames[i].part != PATH_OUTER) last = i;
    return last;
}

static float frames_reached(const ModelCancel *c) {
    int frames = 0;
    for (int i = 0; i < c->frame_count; i++) frames += c->frames[i].part != PATH_OUTER;
    return (float)frames;
}

/* From the frame where it came in up to where it is; frames it has left hang on it by a dot. */
static void put_line(Scene *s, const PathFit *fit, DrawRect r, float reached) {
    const ModelCancel *c = &s->model->cancel;
    DrawStroke stroke = {.width = 4, .bend = 10, .cap = DRAW_CAP_ROUND};
    float x = r.x + fit->line, from = -1, to = -1;
    if (!c->thrown || fit->count < 1) return;
    for (int i = fit->first; i < c->frame_count; i++) {
        DrawRect card = card_of(fit, r, i);
        float y = card.y + card.h / 2;
        if (c->frames[i].part == PATH_HEAD) to = y;
        if (c->frames[i].part != PATH_ORIGIN && c->frames[i].part != PATH_LEFT) continue;
        draw_polyline(s->list, (DrawPoint[]){{card.x, y}, {x, y}, {x, y - 14}}, 3, hue_of(s),
                      stroke);
        from = y;
    }
    if (c->out) to = r.y + 44;
    if (from < 0 || to < 0) return;
    float all = frames_reached(c);
    if (reached < all && all > 1) { /* on its way */
        float share = reached > 1 ? (reached - 1) / (all - 1) : 0;
        DrawStroke way = stroke;
        way.arrow = 14;
        draw_line(s->list, x, from - 14, x, from - 14 + (to - from + 14) * share, hue_of(s), way);
        return;
    }
    DrawStroke end = stroke;
    end.arrow = 14;
    if (c->out)
        draw_polyline(s->list, (DrawPoint[]){{x, from - 14}, {x, to}}, 2, hue_of(s), end);
    else
        draw_polyline(s->list, (DrawPoint[]){{x, from - 14}, {x, to}, {r.x + fit->left - 2, to}}, 3,
                      hue_of(s), end);
    for (int i = fit->first; i < c->frame_count; i++) {
        DrawRect card = card_of(fit, r, i);
        if (c->frames[i].part == PATH_ORIGIN || c->frames[i].part == PATH_LEFT)
            draw_disc(s->list, card.x, card.y + card.h / 2, 6, hue_of(s));
    }
}

static void put_path_heading(Scene *s, DrawRect r) {
    const ModelCancel *c = &s->model->cancel;
    const Theme *t = s->theme;
    float x = r.x + 20, cy = r.y + 25, right = r.x + r.w - 20;
    if (c->runs) {
        draw_icon(s->list, ICON_RUNNING, x + 9, cy, 24, t->runline);
        x = scene_heading(s, x + 30, cy + 6, t->runtext, text_get(s->model->words, TEXT_RUNNING)) +
            20;
    }
    float width = scene_measure(s, FONT_UI_SEMIBOLD, s->type->card, c->path_name);
    float left = right - width;
    if (left < x + 36) left = x + 36;
    scene_badge(s, c->path_badge, left - 22, cy, 26);
    scene_text_fit(s, FONT_UI_SEMIBOLD, s->type->card, left, cy + 6, right - left, t->text,
                   c->path_name);
}

static void put_nothing(Scene *s, DrawRect r) {
    const Theme *t = s->theme;
    draw_box(s->list, r, 16, scene_dark(s) ? t->stage : t->bg1, t->line2,
             (DrawStroke){.width = 2, .on = 7, .off = 6});
    scene_text_centre(s, FONT_UI_REGULAR, s->type->card, r.x + r.w / 2, r.y + r.h / 2 + 6, t->text2,
                      s->model->cancel.foot);
}

void scene_path(Scene *s, const LayoutItem *item) {
    const ModelCancel *c = &s->model->cancel;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    if (!c->on) {
        put_nothing(s, r);
        return;
    }
    if (c->runs) glyph_glow(s->list, r, 16, t->running);
    DrawColour fill = c->runs ? t->run_tint : t->bg1;
    draw_box(s->list, r, 16, fill, c->runs ? t->runline : t->line2,
             (DrawStroke){.width = c->runs ? 3 : 1.5F});
    put_path_heading(s, r);
    PathFit fit = fit_frames(s, r);
    for (int i = fit.first; i < fit.first + fit.count; i++)
        put_frame(s, &c->frames[i], card_of(&fit, r, i), innermost(c) - i < item->value);
    put_line(s, &fit, r, item->value);
    if (fit.first > 0) {
        char number[16], words[64];
        const char *arg[] = {number};
        snprintf(number, sizeof number, "%d", fit.first);
        TextKey key = fit.first == 1 ? TEXT_MORE_FRAMES_1 : TEXT_MORE_FRAMES;
        text_format(words, sizeof words, text_get(s->model->words, key), arg, 1);
        scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 20, fit.top + 8, fit.left - 24, t->text2,
                       words);
    }
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + 20, r.y + r.h - (s->compact ? 12 : 16), r.w - 40,
                   t->text2, c->foot);
}

/* ---- The journey ----------------------------------------------------------------------------- */

static float station_x(DrawRect r, int station) {
    static const float shares[STATION_COUNT] = {0.235F, 0.37F, 0.505F, 0.64F, 0.775F, 0.915F};
    return r.x + r.w * shares[station];
}

static DrawRect cause_box(Scene *s, DrawRect r, bool caller) {
    float y = r.y + (s->compact ? 26 : 32), h = s->compact ? 40 : 56;
    bool alone = !*s->model->cancel.calls;
    float split = alone ? r.w : r.w * 0.455F;
    if (!caller) return (DrawRect){r.x, y, split, h};
    return (DrawRect){r.x + split + 52, y, r.w - split - 52, h};
}

static void put_who(Scene *s, DrawRect r) {
    const ModelCancel *c = &s->model->cancel;
    const Theme *t = s->theme;
    bool failed = c->by_state == STATE_FAILED;
    draw_box(s->list, r, 12,
             failed          ? t->fail_tint
             : scene_dark(s) ? t->bg2
                             : t->bg1,
             failed ? t->failed : t->line2, (DrawStroke){.width = 2.4F});
    float x = r.x + 16, cy = r.y + r.h / 2, right = r.x + r.w - 12;
    if (c->by.who != WHO_NOBODY) {
        scene_badge(s, c->by, x + 13, cy, 26);
        x += 36;
    }
    float room = (*c->what ? 0.55F : 1) * (right - x);
    /* The badge says who it is; what came of it must be read. */
    float what = *c->what ? scene_measure(s, FONT_MONO_REGULAR, 16, c->what) + 42 : 0;
    bool badge = c->by.who != WHO_NOBODY && *c->what;
    float name = scene_measure(s, FONT_MONO_SEMIBOLD, s->type->code, c->by_name);
    bool short_of = badge && (name < room ? name : room) + what > right - x;
    if (short_of) room = right - x - what;
    if (!short_of || name <= room)
        x = scene_text_fit(s, FONT_MONO_SEMIBOLD, s->type->code, x, cy + 6, room, t->text,
                           c->by_name);
    else
        x -= 12;
    if (c->by.who == WHO_NOBODY) return;
    ModelState state = (ModelState)c->by_state;
    if (x + 34 > right) return;
    draw_icon(s->list, scene_state_icon(state), x + 22, cy, 20, scene_state_colour(s, state));
    x += 42;
    if (*c->what && right - x > 30)
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x, cy + 5.5F, right - x, t->text, c->what);
}

static void put_caller(Scene *s, DrawRect r) {
    const ModelCancel *c = &s->model->cancel;
    const Theme *t = s->theme;
    draw_box(s->list, r, 12, t->canc_tint, t->cancelled, (DrawStroke){.width = 2.4F});
    float x = r.x + 16, cy = r.y + r.h / 2, right = r.x + r.w - 16;
    if (!*c->caller_type) {
        scene_text_fit(s, FONT_MONO_REGULAR, s->type->code, x, cy + 6, right - x, t->text,
                       c->calls);
        return;
    }
    right =
        scene_text_right(s, FONT_MONO_REGULAR, s->type->code, right, cy + 6, t->text, c->calls) -
        12;
    x = scene_text_fit(s, FONT_UI_SEMIBOLD, s->type->code, x, cy + 6, right - x, t->text,
                       c->caller_type) +
        9;
    if (right - x > 20)
        scene_text_fit(s, FONT_MONO_REGULAR, 16, x, cy + 6, right - x, t->text, c->caller);
}

/* The way from the call is drawn: it stands in the place of its station's name. */
static bool has_trunk(const ModelCancel *c) {
    return *c->calls != 0;
}

/* In two lines where one has no room. */
static void put_station_name(Scene *s, const char *name, float cx, float baseline, float width) {
    const Theme *t = s->theme;
    char head[64];
    const char *space = NULL;
    float whole = scene_measure(s, FONT_UI_REGULAR, 16, name);
    for (const char *p = name; whole > width && (p = strchr(p, ' ')); p++) {
        if ((size_t)(p - name) >= sizeof head) break;
        memcpy(head, name, (size_t)(p - name));
        head[p - name] = 0;
        if (space && scene_measure(s, FONT_UI_REGULAR, 16, head) > width) break;
        space = p;
    }
    if (!space) {
        float x = cx - (whole < width ? whole : width) / 2;
        scene_text_fit(s, FONT_UI_REGULAR, 16, x, baseline, width + 1, t->text2, name);
        return;
    }
    memcpy(head, name, (size_t)(space - name));
    head[space - name] = 0;
    const char *lines[2] = {head, space + 1};
    for (int i = 0; i < 2; i++) {
        float w = scene_measure(s, FONT_UI_REGULAR, 16, lines[i]);
        if (w > width) w = width;
        scene_text_fit(s, FONT_UI_REGULAR, 16, cx - w / 2, baseline - 20 * (float)(1 - i),
                       width + 1, t->text2, lines[i]);
    }
}

static void put_stations(Scene *s, DrawRect r, float baseline) {
    static const TextKey cancelled[STATION_COUNT] = {TEXT_STATION_CANCEL,  TEXT_STATION_FUTURE,
                                                     TEXT_STATION_READY,   TEXT_STATION_THROWN,
                                                     TEXT_STATION_CLEANUP, TEXT_STATION_ENDED};
    bool failure = s->model->cancel.failure;
    float width = r.w * 0.135F - 3;
    for (int i = 0; i < STATION_COUNT; i++) {
        TextKey key = cancelled[i];
        if (failure && i == STATION_CANCEL) key = TEXT_STATION_FAILED;
        bool drawn = i == STATION_CANCEL && has_trunk(&s->model->cancel);
        if (drawn || (failure && i == STATION_FUTURE)) continue;
        if (failure && i == STATION_THROWN) key = TEXT_STATION_THROWN_ON;
        put_station_name(s, text_get(s->model->words, key), station_x(r, i), baseline, width);
    }
}

/* From who called cancel() to the tasks that it reached, above the stations' names. */
static void put_trunk(Scene *s, const LayoutItem *item, DrawRect caller, float x) {
    const ModelCancel *c = &s->model->cancel;
    const LayoutItem *last = NULL, *first = NULL;
    for (int i = 0; i < item->index; i++) {
        last = layout_find(s->view->layout, PART_JOURNEY_ROW, c->rows[i].id, 0);
        if (!first) first = last;
    }
    bool from_caller = has_trunk(c);
    if (!last || (item->index < 2 && !from_caller)) return;
    float y0 = first->rect.y + first->rect.h / 2, y1 = last->rect.y + last->rect.h / 2;
    float bottom = caller.y + caller.h, bend = bottom + (s->compact ? 5 : 15);
    DrawStroke stroke = {.width = 5, .cap = DRAW_CAP_ROUND, .bend = s->compact ? 4 : 8};
    float out = caller.x + 56;
    DrawPoint points[] = {{out, bottom}, {out, bend}, {x, bend}, {x, y1}};
    if (from_caller)
        draw_polyline(s->list, points, 4, hue_of(s), stroke);
    else
        draw_line(s->list, x, y0, x, y1, hue_of(s), stroke);
}

void scene_journey(Scene *s, const LayoutItem *item) {
    const ModelCancel *c = &s->model->cancel;
    const Theme *t = s->theme;
    DrawRect r = item->rect, who = cause_box(s, r, false), caller = cause_box(s, r, true);
    scene_heading(s, r.x, r.y + 14, t->text2, c->title);
    put_who(s, who);
    if (*c->calls) {
        DrawColour colour = c->by_state == STATE_FAILED ? t->failed : t->text2;
        float cy = who.y + who.h / 2;
        draw_line(s->list, who.x + who.w, cy, caller.x - 2, cy, colour,
                  (DrawStroke){.width = 3, .arrow = 14});
        put_caller(s, caller);
    }
    float top = s->compact ? 118 : 158, baseline = r.y + top - 8, x = station_x(r, 0);
    put_stations(s, r, baseline);
    if (item->value > 0) {
        char number[16], more[64];
        const char *arg[] = {number};
        snprintf(number, sizeof number, "%d", (int)item->value);
        text_format(more, sizeof more, text_get(s->model->words, TEXT_MORE_N), arg, 1);
        scene_text(s, FONT_UI_REGULAR, 16, r.x, r.y + r.h - 8, t->text2, more);
    }
    put_trunk(s, item, caller, x);
}

/* ---- One task's line ------------------------------------------------------------------------- */

static int station_now(const ModelJourneyRow *row) {
    for (int i = STATION_COUNT; i-- > 0;)
        if (row->reach[i] == REACH_NOW) return i;
    return -1;
}

static void put_now(Scene *s, const ModelJourneyRow *row, float x, float cy, float size) {
    const Theme *t = s->theme;
    ModelState state = (ModelState)row->state;
    DrawColour colour = scene_state_colour(s, state);
    DrawColour fill = state == STATE_RUNNING ? t->run_tint
                      : state == STATE_READY ? t->ready_tint
                                             : t->stage;
    draw_disc(s->list, x, cy, size, fill);
    draw_ring(s->list, x, cy, size - 1.25F, colour, (DrawStroke){.width = 2.5F});
    draw_icon(s->list, scene_state_icon(state), x, cy, size * 1.15F, colour);
}

static void put_absorbed(Scene *s, const ModelJourneyRow *row, DrawRect r, int now) {
    const Theme *t = s->theme;
    float cy = r.y + r.h / 2, right = r.x + r.w - 8;
    float station = station_x(r, now >= STATION_CLEANUP ? now : STATION_THROWN);
    if (now == STATION_ENDED) return;
    float left = station + 40, room = right - left - 16;
    const char *words = row->absorbed;
    if (scene_measure(s, FONT_UI_REGULAR, 16, words) > room) words = row->absorbed_short;
    float w = scene_measure(s, FONT_UI_REGULAR, 16, words);
    DrawRect box = {left, cy - 18, right - left, 36};
    draw_box(s->list, box, 9, t->stage, hue_of(s), (DrawStroke){.width = 2, .on = 7, .off = 5});
    if (w > room) w = room;
    scene_text_fit(s, FONT_UI_REGULAR, 16, left + (box.w - w) / 2, cy + 5.5F, room + 1, t->text,
                   words);
}

static void put_task(Scene *s, const ModelJourneyRow *row, DrawRect r) {
    const Theme *t = s->theme;
    bool two = r.h >= 54 && *row->note;
    float cy = r.y + r.h / 2, width = station_x(r, 0) - r.x - 45;
    float baseline = two ? cy + 0.5F : cy + 6;
    if (row->chosen)
        draw_fill(s->list, (DrawRect){r.x - 8, r.y + 4, station_x(r, 0) - r.x - 4, r.h - 8}, 10,
                  draw_fade(t->line2, 0.22F));
    scene_badge(s, row->badge, r.x + 13, two ? cy - 5.5F : cy, 26);
    bool fits = scene_measure(s, FONT_MONO_SEMIBOLD, 16, row->name) <= width;
    scene_text_fit(s, FONT_MONO_SEMIBOLD, 16, r.x + 36, baseline, width, t->text,
                   fits ? row->name : row->short_name);
    if (two)
        scene_text_fit(s, FONT_MONO_REGULAR, 16, r.x, cy + 25, width + 36, t->text2, row->note);
}

void scene_journey_row(Scene *s, const LayoutItem *item) {
    const ModelJourneyRow *row = &s->model->cancel.rows[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    int now = station_now(row), last = *row->absorbed ? STATION_THROWN : STATION_ENDED;
    float cy = r.y + r.h / 2, from = station_x(r, 0), size = r.h >= 54 ? 20 : 14;
    put_task(s, row, r);
    float here = now < 0 ? from : station_x(r, now), end = station_x(r, last);
    if (end > here)
        draw_line(s->list, here, cy, end + (*row->absorbed ? 40 : 0), cy, t->line2,
                  (DrawStroke){.width = 2.4F, .on = 5, .off = 6});
    if (here > from) draw_line(s->list, from, cy, here, cy, hue_of(s), (DrawStroke){.width = 4});
    if (*row->absorbed) put_absorbed(s, row, r, now);
    for (int i = 0; i < STATION_COUNT; i++) {
        float x = station_x(r, i);
        if (row->reach[i] == REACH_PAST) draw_disc(s->list, x, cy, 7, hue_of(s));
        if (row->reach[i] != REACH_TO_COME || i > last) continue;
        draw_disc(s->list, x, cy, 8, t->stage);
        draw_ring(s->list, x, cy, 7, t->text3, (DrawStroke){.width = 2.2F});
    }
    if (now >= 0) put_now(s, row, station_x(r, now), cy, size);
    if (*row->place)
        scene_text_fit(s, FONT_UI_SEMIBOLD, 16, station_x(r, STATION_READY) + size + 10, cy - 10,
                       r.w * 0.135F - size - 10, t->ready, row->place);
    if (*row->ended && !*row->absorbed && r.h >= 54) {
        float x = station_x(r, STATION_ENDED),
              w = scene_measure(s, FONT_MONO_REGULAR, 16, row->ended);
        scene_text(s, FONT_MONO_REGULAR, 16, x - w / 2, cy + (now == STATION_ENDED ? 37 : 30),
                   t->text2, row->ended);
    }
}
