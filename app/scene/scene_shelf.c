/* Panels that are put away: their headings in a row at the window's foot, each with what its panel
   would say first. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

/* Where the words go and end; returns where they ended. */
typedef float (*Teller)(Scene *s, float x, float baseline, float right);

static float put_number(Scene *s, TextKey key, int count, float x, float baseline, float right) {
    char number[16], words[64];
    const char *arg[] = {number};
    snprintf(number, sizeof number, "%d", count);
    text_format(words, sizeof words, text_get(s->model->words, key), arg, 1);
    if (x + scene_measure(s, FONT_UI_REGULAR, 16, words) > right) return x;
    return scene_text(s, FONT_UI_REGULAR, 16, x, baseline, s->theme->text2, words) + 18;
}

/* The line that runs next. */
static float tell_source(Scene *s, float x, float baseline, float right) {
    char number[16];
    int line = s->model->source.line_next;
    if (line <= 0) return x;
    snprintf(number, sizeof number, "%d", line);
    float room = right - x - scene_measure(s, FONT_MONO_BOLD, 16, number) - 10;
    if (room < 40) return x;
    x = scene_text(s, FONT_MONO_BOLD, 16, x, baseline, s->theme->runtext, number) + 10;
    return scene_code_alone(s, line, x, baseline, x + room);
}

/* Who runs, and how many are ready. */
static float tell_stage(Scene *s, float x, float baseline, float right) {
    const ModelRunning *running = &s->model->running;
    if (running->badge.who != WHO_NOBODY && right - x > 60) {
        scene_badge(s, running->badge, x + 12, baseline - 6, 24);
        x = scene_text_fit(s, FONT_UI_MEDIUM, 16, x + 32, baseline, right - x - 32, s->theme->text,
                           running->name) +
            18;
    }
    return put_number(s, TEXT_SHELF_READY, s->model->ready.count, x, baseline, right);
}

/* The last line. */
static float tell_output(Scene *s, float x, float baseline, float right) {
    const Model *m = s->model;
    const char *none = text_get(m->words, TEXT_OUTPUT_EMPTY);
    if (right - x < 60) return x;
    if (m->output_count == 0)
        return scene_text_fit(s, FONT_UI_REGULAR, 16, x, baseline, right - x, s->theme->text2,
                              none);
    const ModelOutput *row = &m->outputs[m->output_count - 1];
    if (row->badge.who != WHO_NOBODY) {
        scene_badge(s, row->badge, x + 12, baseline - 6, 24);
        x += 34;
    }
    return scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, right - x,
                          row->verdict ? s->theme->failed : s->theme->text, row->text);
}

/* How much of the run is over. */
static float tell_timeline(Scene *s, float x, float baseline, float right) {
    const Model *m = s->model;
    float share = m->step_count ? (float)m->step / (float)m->step_count : 0, y = baseline - 6;
    if (right - x < 40) return x;
    draw_line(s->list, x, y, right, y, s->theme->line2,
              (DrawStroke){.width = 4, .cap = DRAW_CAP_ROUND});
    if (share > 1) share = 1;
    draw_line(s->list, x, y, x + (right - x) * share, y, s->theme->runline,
              (DrawStroke){.width = 4, .cap = DRAW_CAP_ROUND});
    draw_disc(s->list, x + (right - x) * share, y, 6, s->theme->runline);
    return right;
}

/* What they are and how many. */
static float tell_boxes(Scene *s, float x, float baseline, float right) {
    const Model *m = s->model;
    for (int i = 0; i < m->sync_count && i < 2; i++) {
        const ModelSync *sync = &m->syncs[i];
        if (x + scene_measure(s, FONT_MONO_REGULAR, 16, sync->name) > right) break;
        x = scene_text(s, FONT_MONO_REGULAR, 16, x, baseline, s->theme->text, sync->name) + 18;
    }
    if (m->future_count) x = put_number(s, TEXT_SHELF_FUTURES, m->future_count, x, baseline, right);
    if (m->timer_count) x = put_number(s, TEXT_SHELF_TIMERS, m->timer_count, x, baseline, right);
    return x;
}

/* How it begins. */
static float tell_caption(Scene *s, float x, float baseline, float right) {
    SentenceStyle style = {FONT_UI_REGULAR, 16, s->theme->text, 22, 0, 1};
    if (right - x > 60) scene_sentence(s, &s->model->caption, &style, x, baseline, right - x);
    return right;
}

/* What Space does, and how fast. */
static float tell_controls(Scene *s, float x, float baseline, float right) {
    const Model *m = s->model;
    const char *play = text_get(m->words, m->playing ? TEXT_PAUSE : TEXT_PLAY);
    const char *space = text_get(m->words, TEXT_KEY_SPACE_NAME);
    const char *speed = scene_speed_name(m->speed);
    float key = scene_measure(s, FONT_MONO_REGULAR, 16, space) + 16;
    float wanted = 26 + scene_measure(s, FONT_UI_MEDIUM, 16, play) + 10 + key;
    if (x + wanted > right) return x;
    draw_icon(s->list, m->playing ? ICON_PAUSE : ICON_PLAY, x + 9, baseline - 6, 18,
              s->theme->text);
    x = scene_text(s, FONT_UI_MEDIUM, 16, x + 26, baseline, s->theme->text, play) + 10;
    scene_key(s, (DrawRect){x, baseline - 18, key, 24}, space, 0, s->theme->text2);
    x += key + 18;
    if (x + scene_measure(s, FONT_MONO_BOLD, 16, speed) > right) return x;
    return scene_text(s, FONT_MONO_BOLD, 16, x, baseline, s->theme->text, speed);
}

void scene_shelf(Scene *s, const LayoutItem *item) {
    static const struct {
        unsigned panel;
        TextKey heading;
        Teller tell;
    } panels[] = {
        {PANEL_SOURCE, TEXT_PANEL_SOURCE, tell_source},
        {PANEL_STAGE, TEXT_PANEL_STAGE, tell_stage},
        {PANEL_OUTPUT, TEXT_PANEL_OUTPUT, tell_output},
        {PANEL_TIMELINE, TEXT_PANEL_TIMELINE, tell_timeline},
        {PANEL_BOXES, TEXT_PANEL_BOXES, tell_boxes},
        {PANEL_CAPTION, TEXT_PANEL_CAPTION, tell_caption},
        {PANEL_CONTROLS, TEXT_PANEL_CONTROLS, tell_controls},
    };
    DrawRect r = item->rect;
    const Theme *t = s->theme;
    float baseline = r.y + r.h / 2 + 5.5F, x = r.x + 14, right = r.x + r.w - 12;
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
        if (panels[i].panel != item->id) continue;
        char key[2] = {(char)('1' + i), 0};
        const char *heading = text_get(s->model->words, panels[i].heading);
        draw_box(s->list, r, 10, t->bg1, t->line2, (DrawStroke){.width = 1.4F, .on = 5, .off = 5});
        float width = scene_measure(s, FONT_UI_SEMIBOLD, 16, heading) * 1.4F;
        if (width + 46 < r.w) {
            scene_key(s, (DrawRect){right - 22, r.y + (r.h - 24) / 2, 24, 24}, key, 0, t->text2);
            right -= 34;
        }
        if (width > right - x) {
            scene_text_fit(s, FONT_UI_SEMIBOLD, 16, x, baseline, right - x, t->text2, heading);
            return;
        }
        x = scene_heading(s, x, baseline, t->text2, heading) + 16;
        panels[i].tell(s, x, baseline, right);
    }
}
