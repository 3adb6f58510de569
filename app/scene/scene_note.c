/* Under the program: what the first count in the gutter stands for. */
#include "scene/scene.h"

#include <stdio.h>

static const ModelLineMark *first_count(const ModelSource *source) {
    for (int i = 0; i < source->mark_count; i++)
        if (source->marks[i].count > MODEL_LINE_BADGES) return &source->marks[i];
    return NULL;
}

void scene_count_note(Scene *s, DrawRect code) {
    const ModelSource *source = &s->model->source;
    const ModelLineMark *mark = first_count(source);
    float below = code.y + (float)source->text->line_count * s->view->layout->code_line + 14;
    if (!mark || below + 28 > code.y + code.h) return;
    char number[16], count[24], words[160];
    const char *arg[] = {number};
    snprintf(number, sizeof number, "%d", mark->count);
    snprintf(count, sizeof count, "\u00D7%d", mark->count);
    text_format(words, sizeof words, text_get(s->model->words, TEXT_TASKS_ON_LINE), arg, 1);
    float w = scene_measure(s, FONT_MONO_SEMIBOLD, 15, count) + 16;
    DrawRect box = {code.x + 12, below, w, 24};
    draw_box(s->list, box, 7, s->theme->bg1, s->theme->text, (DrawStroke){.width = 1.4F});
    scene_text_centre(s, FONT_MONO_SEMIBOLD, 15, box.x + w / 2, below + 17.5F, s->theme->text,
                      count);
    float x = box.x + w + 10;
    scene_text_fit(s, FONT_UI_REGULAR, 16, x, below + 18, code.x + code.w - x - 8, s->theme->text2,
                   words);
}
