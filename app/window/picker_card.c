/* A lesson's card, the card to continue with, and the chapters with what was done of them. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "window/picker.h"
#include "window/thumbnail.h"

static const float TOP = 76, MARGIN = 16, CHAPTER_ROW = 76, CHAPTER_WHOLE = 64, CHAPTER_LOWEST = 52;

const char *picker_chapter_title(const PickerPen *p, int chapter) {
    const LessonIndex *index = &p->shelf->index;
    if (chapter >= (int)index->chapters.count) return screen_word(p->view, TEXT_YOUR_FILES);
    return lesson_text(&index->chapters.items[chapter].title, p->shelf->context.language);
}

const ProgressLesson *picker_progress(const PickerPen *p, const ShelfLesson *lesson) {
    const char *id = lesson->lesson.id;
    return id && p->progress ? progress_find(p->progress, id) : NULL;
}

/* ---- Chapters ------------------------------------------------------------------------------- */

/* One block for each lesson: done, begun or new. Many are narrow; without room there are none.
   Returns how many are done. */
static int put_blocks(const PickerPen *p, int chapter, float x, float y, float right) {
    const Theme *t = p->s->theme;
    size_t count = p->shelf->index.chapters.items[chapter].lessons.count;
    float pitch = count ? fminf(26, (right - x) / (float)count) : 26, width = pitch - 6;
    int done = 0;
    for (int i = 0; i < p->shelf->count; i++) {
        const ShelfLesson *lesson = &p->shelf->lessons[i];
        if (lesson->chapter != chapter) continue;
        float share = progress_share(picker_progress(p, lesson));
        done += share >= 1;
        if (width <= 0) continue;
        DrawRect block = {x, y, width, 11};
        x += pitch;
        if (share >= 1) {
            draw_fill(p->s->list, block, 3, t->done);
            continue;
        }
        if (share > 0)
            draw_fill(p->s->list, (DrawRect){block.x, y, width / 2, block.h}, 3, t->runline);
        draw_outline(p->s->list, block, 3, share > 0 ? t->runline : t->line2,
                     (DrawStroke){.width = 1.5F});
    }
    return done;
}

static void put_chapter(const PickerPen *p, int index, DrawRect r, bool current) {
    const Theme *t = p->s->theme;
    const LessonChapter *chapter = &p->shelf->index.chapters.items[index];
    bool hover = draw_rect_has(r, p->view->pointer_x, p->view->pointer_y);
    if (current || hover) draw_fill(p->s->list, r, 10, current ? t->bg3 : t->bg2);
    if (current) draw_fill(p->s->list, (DrawRect){r.x, r.y + 14, 4, r.h - 28}, 2, t->runline);
    char number[24], count[64];
    snprintf(number, sizeof number, "%" PRId64, chapter->number);
    /* Rows get lower in a low window; in the lowest there are no blocks. */
    bool low = r.h < CHAPTER_LOWEST;
    float up = r.h < CHAPTER_WHOLE ? (CHAPTER_WHOLE - r.h) / 2 : 0;
    float y = low ? r.y + r.h / 2 + 6.5F : r.y + 30 - up, right = r.x + r.w - 12;
    float name = r.x + (low ? 50 : 62);
    scene_text_right(p->s, FONT_MONO_REGULAR, 18, name - 16, y, current ? t->runtext : t->text2,
                     number);
    scene_text_fit(p->s, FONT_UI_MEDIUM, low ? 16 : 18, name, y, low ? right - 48 - name : r.w - 70,
                   t->text, picker_chapter_title(p, index));
    int done = put_blocks(p, index, r.x + 62, r.y + 45 - up, low ? r.x + 62 : right - 50);
    snprintf(count, sizeof count, "%d/%d", done, (int)chapter->lessons.count);
    scene_text_right(p->s, FONT_MONO_REGULAR, 16, right, low ? y : r.y + 56 - up, t->text2, count);
    screen_spot(p->spots, r, ACTION_SELECT, index);
}

static void put_own(const PickerPen *p, DrawRect panel, bool current) {
    const Theme *t = p->s->theme;
    int count = shelf_own_count(p->shelf);
    if (!count) return;
    char number[24];
    snprintf(number, sizeof number, "%d", count);
    DrawRect r = {panel.x + 8, panel.y + panel.h - 134, panel.w - 16, 48};
    draw_line(p->s->list, panel.x + 22, r.y - 8, panel.x + panel.w - 22, r.y - 8, t->line,
              (DrawStroke){.width = 1.5F});
    bool hover = draw_rect_has(r, p->view->pointer_x, p->view->pointer_y);
    if (current || hover) draw_fill(p->s->list, r, 10, current ? t->bg3 : t->bg2);
    if (current) draw_fill(p->s->list, (DrawRect){r.x, r.y + 10, 4, r.h - 20}, 2, t->runline);
    scene_text_fit(p->s, FONT_UI_MEDIUM, 18, r.x + 14, r.y + 30, r.w - 70, t->text,
                   screen_word(p->view, TEXT_YOUR_FILES));
    scene_text_right(p->s, FONT_MONO_REGULAR, 16, r.x + r.w - 12, r.y + 30, t->text2, number);
    screen_spot(p->spots, r, ACTION_SELECT, (int)p->shelf->index.chapters.count);
}

static void put_drop(const PickerPen *p, DrawRect panel) {
    static const char CAP[] = "Ctrl O";
    const Theme *t = p->s->theme;
    DrawRect r = {panel.x + 20, panel.y + panel.h - 76, panel.w - 40, 52};
    bool hover = draw_rect_has(r, p->view->pointer_x, p->view->pointer_y);
    if (hover) draw_fill(p->s->list, r, 10, t->bg2);
    draw_outline(p->s->list, r, 10, t->line2, (DrawStroke){.width = 1.5F, .on = 6, .off = 5});
    const char *text = screen_word(p->view, TEXT_DROP_HERE);
    float wide = scene_measure(p->s, FONT_UI_REGULAR, 16, text);
    float cap = screen_cap_width(p->s, CAP), right = r.x + r.w - 10;
    if (wide + cap + 32 <= r.w) {
        right -= cap + 8;
        screen_cap(p->s, right + 8, r.y + r.h / 2, t->text2, CAP);
    }
    scene_text_fit(p->s, FONT_UI_REGULAR, 16, r.x + 14, r.y + 31.5F, right - r.x - 13, t->text2,
                   text);
    screen_spot(p->spots, r, ACTION_OPEN_FILE, 0);
}

void picker_chapters(const PickerPen *p, float width) {
    const Theme *t = p->s->theme;
    DrawRect panel = {MARGIN, TOP + MARGIN, width, p->view->height - TOP - 2 * MARGIN};
    scene_panel(p->s, panel);
    scene_heading(p->s, panel.x + 22, panel.y + 36, t->text2, screen_word(p->view, TEXT_CHAPTERS));
    int count = (int)p->shelf->index.chapters.count, selected = p->picker->selected;
    int current =
        selected >= 0 && selected < p->shelf->count ? p->shelf->lessons[selected].chapter : -1;
    float foot = shelf_own_count(p->shelf) ? 150 : 92;
    float y = panel.y + 54, room = panel.h - 54 - foot;
    float row = count && room / (float)count < CHAPTER_ROW ? room / (float)count : CHAPTER_ROW;
    float gap = row < CHAPTER_ROW ? 2 : 6;
    for (int i = 0; i < count; i++) {
        put_chapter(p, i, (DrawRect){panel.x + 8, y, panel.w - 16, row - gap}, i == current);
        y += row;
    }
    put_own(p, panel, current == count);
    put_drop(p, panel);
}

/* ---- Cards ---------------------------------------------------------------------------------- */

static void put_level(const PickerPen *p, const Lesson *lesson, float x, float cy, float right) {
    static const TextKey words[] = {TEXT_LEVEL_BEGINNER, TEXT_LEVEL_INTERMEDIATE,
                                    TEXT_LEVEL_ADVANCED};
    const Theme *t = p->s->theme;
    for (int i = 0; i < 3; i++) {
        float cx = x + 6 + (float)i * 18;
        if (i <= lesson->level) {
            draw_disc(p->s->list, cx, cy, 5, t->text);
        } else {
            draw_ring(p->s->list, cx, cy, 4.5F, t->text2, (DrawStroke){.width = 1.5F});
        }
    }
    scene_text(p->s, FONT_UI_REGULAR, 16, x + 60, cy + 5.5F, t->text2,
               screen_word(p->view, words[lesson->level]));
    if (lesson->minutes <= 0) return;
    char number[24], text[64];
    snprintf(number, sizeof number, "%" PRId64, lesson->minutes);
    screen_fill(p->view, TEXT_MINUTES_N, text, sizeof text, number, NULL, NULL);
    scene_text_right(p->s, FONT_UI_REGULAR, 16, right, cy + 5.5F, t->text2, text);
}

/* "3 of 4 answers right", ending at `right`; returns where it begins. */
static float put_answers(const PickerPen *p, const ProgressLesson *known, float right,
                         float baseline) {
    if (!known || known->answered == 0) return right;
    char right_ones[24], all[24], text[96];
    snprintf(right_ones, sizeof right_ones, "%d", known->right);
    snprintf(all, sizeof all, "%d", known->answered);
    screen_fill(p->view, TEXT_ANSWERS_RIGHT, text, sizeof text, right_ones, all, NULL);
    return scene_text_right(p->s, FONT_UI_REGULAR, 16, right, baseline, p->s->theme->text2, text);
}

static void put_sign(const PickerPen *p, ModelState state, TextKey word, float x, float cy) {
    DrawColour colour = state == STATE_DONE ? p->s->theme->done : p->s->theme->text2;
    draw_icon(p->s->list, scene_state_icon(state), x + 9, cy, 18, colour);
    scene_text(p->s, FONT_UI_MEDIUM, 16, x + 28, cy + 5.5F, colour, screen_word(p->view, word));
}

/* Done, how far, or new. */
static void put_progress(const PickerPen *p, const ShelfLesson *lesson, float x, float cy,
                         float right) {
    const Theme *t = p->s->theme;
    const ProgressLesson *known = picker_progress(p, lesson);
    float share = progress_share(known);
    float end = put_answers(p, known, right, cy + 5.5F);
    if (share >= 1 || share <= 0) {
        if (share >= 1) put_sign(p, STATE_DONE, TEXT_LESSON_DONE, x, cy);
        if (share <= 0) put_sign(p, STATE_CREATED, TEXT_LESSON_NEW, x, cy);
        return;
    }
    char text[24];
    if (end < right) end -= 18;
    snprintf(text, sizeof text, "%d\u00A0%%", (int)(share * 100));
    float from = scene_text_right(p->s, FONT_MONO_REGULAR, 16, end, cy + 5.5F, t->text, text);
    DrawRect bar = {x, cy - 3.5F, from - x - 14, 7};
    if (bar.w < 20) return;
    draw_fill(p->s->list, bar, 3.5F, t->bg3);
    bar.w = bar.w * share < 7 ? 7 : bar.w * share;
    draw_fill(p->s->list, bar, 3.5F, t->runline);
}

static void put_facts(const PickerPen *p, const ShelfLesson *lesson, float x, float y,
                      float width) {
    const Theme *t = p->s->theme;
    if (lesson->broken) {
        draw_icon(p->s->list, ICON_FAILED, x + 9, y, 19, t->failed);
        scene_text_fit(p->s, FONT_UI_REGULAR, 16, x + 28, y + 5.5F, width - 28, t->failed,
                       screen_word(p->view, TEXT_LESSON_BROKEN));
        return;
    }
    if (lesson->lesson.is_bare)
        scene_text_fit(p->s, FONT_MONO_REGULAR, 16, x, y + 5.5F, width, t->text2, lesson->path);
    else
        put_level(p, &lesson->lesson, x, y, x + width);
    put_progress(p, lesson, x, y + 40, x + width);
}

void picker_card(const PickerPen *p, int index, DrawRect r) {
    const Theme *t = p->s->theme;
    const ShelfLesson *lesson = &p->shelf->lessons[index];
    bool hover = draw_rect_has(r, p->view->pointer_x, p->view->pointer_y);
    if (index == p->picker->selected)
        draw_outline(p->s->list, draw_grow(r, 3), 16, t->text, (DrawStroke){.width = 3});
    draw_fill(p->s->list, r, 14, hover ? t->bg2 : t->bg1);
    DrawRect picture = {r.x + 10, r.y + 10, r.w - 20, 156};
    draw_fill(p->s->list, picture, 10, t->stage);
    thumbnail_draw(p->s, &lesson->timeline,
                   (DrawRect){picture.x + 18, picture.y + 16, picture.w - 36, picture.h - 32},
                   NULL);
    const char *title = lesson->broken
                            ? lesson->path
                            : lesson_text(&lesson->lesson.title, p->shelf->context.language);
    /* A long title is set smaller before it is cut. */
    bool wide = scene_measure(p->s, FONT_UI_SEMIBOLD, 20, title) > r.w - 40;
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, wide ? 17 : 20, r.x + 20, r.y + 204, r.w - 40, t->text,
                   title);
    put_facts(p, lesson, r.x + 20, r.y + 228, r.w - 40);
    screen_spot(p->spots, r, ACTION_OPEN, index);
}

/* ---- The card to continue with --------------------------------------------------------------- */

static void put_stop(const PickerPen *p, float x, float y, float width) {
    const PickerContinue *open = p->open;
    char step[24], steps[24], text[160];
    snprintf(step, sizeof step, "%" PRIu64, open->step);
    snprintf(steps, sizeof steps, "%" PRIu64, open->steps);
    if (open->clock)
        screen_fill(p->view, TEXT_STOPPED_AT, text, sizeof text, open->clock, step, steps);
    else
        screen_fill(p->view, TEXT_STOPPED_AT_STEP, text, sizeof text, step, steps, NULL);
    scene_text_fit(p->s, FONT_UI_REGULAR, 17, x, y, width, p->s->theme->text2, text);
}

static void put_button(const PickerPen *p, float x, float y) {
    const Theme *t = p->s->theme;
    const char *word = screen_word(p->view, TEXT_CONTINUE);
    const char *cap = screen_word(p->view, TEXT_KEY_ENTER_NAME);
    float wide = scene_measure(p->s, FONT_UI_SEMIBOLD, 16, word);
    DrawRect button = {x, y, 48 + wide + 12 + screen_cap_width(p->s, cap) + 14, 46};
    draw_fill(p->s->list, button, 10, t->running);
    draw_icon(p->s->list, ICON_PLAY, x + 26, y + 23, 17, t->running_ink);
    scene_text(p->s, FONT_UI_SEMIBOLD, 16, x + 48, y + 29, t->running_ink, word);
    screen_cap(p->s, x + 48 + wide + 12, y + 23, t->running_ink, cap);
}

void picker_continue(const PickerPen *p, DrawRect r) {
    const Theme *t = p->s->theme;
    const PickerContinue *open = p->open;
    if (p->picker->selected == -1)
        draw_outline(p->s->list, draw_grow(r, 3), 16, t->text, (DrawStroke){.width = 3});
    draw_fill(p->s->list, r, 14, t->bg1);
    draw_fill(p->s->list, (DrawRect){r.x, r.y, 6, r.h}, 3, t->runline);
    float x = r.x + 34, half = fminf(fmaxf(r.w * 0.42F, 410), r.w * 0.6F);
    scene_heading(p->s, x, r.y + 42, t->text2, screen_word(p->view, TEXT_CONTINUE));
    bool wide = scene_measure(p->s, FONT_UI_SEMIBOLD, 27, open->title) > half - 40;
    scene_text_fit(p->s, FONT_UI_SEMIBOLD, wide ? 21 : 27, x, r.y + 84, half - 40, t->text,
                   open->title);
    put_stop(p, x, r.y + 118, half - 40);
    put_button(p, x, r.y + 142);
    DrawRect picture = {r.x + half, r.y + 24, r.w - half - 28, r.h - 48};
    if (open->timeline) thumbnail_draw(p->s, open->timeline, picture, &open->playhead);
    screen_spot(p->spots, r, ACTION_OPEN, -1);
}
