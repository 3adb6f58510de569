/* The source with its badges. */
#include "layout/layout.h"

enum { LINES_ABOVE = 3, LINES_BELOW = 3 };

/* A projector shows two badges side by side even in its small logical window. */
static bool narrow_gutter(const StageLayout *layout) {
    return layout->compact && !(layout->projector && layout->grid.source.w >= 440);
}

float layout_code_left(const StageLayout *layout) {
    return narrow_gutter(layout) ? 72 : 96;
}

float layout_number_right(const StageLayout *layout) {
    return narrow_gutter(layout) ? 61 : 80;
}

float layout_badge_middle(const StageLayout *layout) {
    return narrow_gutter(layout) ? 24 : 39;
}

float layout_line_top(const StageLayout *layout, int line, float first) {
    float top = ((float)(line - 1) - first) * layout->code_line;
    return layout->open_line && line > layout->open_line ? top + layout->open_extra : top;
}

int layout_line_at(const StageLayout *layout, float y) {
    int line = layout->first_line + 1;
    while (layout_line_top(layout, line + 1, (float)layout->first_line) <= y) line++;
    return line;
}

/* The opened line has room for the values below its text. */
static void open_line(StageLayout *layout, const Model *model) {
    static const float EXTRA = 35.0F / 23;
    layout->open_line = model->source.open_line;
    layout->open_extra = layout->open_line ? layout->code_line * EXTRA : 0;
}

static bool shows_foot(const StageLayout *layout, const Model *model) {
    const SourceText *text = model->source.text;
    float room = layout->grid.source.h - CODE_TOP - 12;
    return text && (float)text->line_count * layout->code_line > room - layout->open_extra;
}

static int lines_room(const StageLayout *layout, const Model *model) {
    float room = layout->grid.source.h - CODE_TOP - 12;
    if (shows_foot(layout, model)) room -= 24;
    room -= layout->open_extra;
    return room < layout->code_line ? 1 : (int)(room / layout->code_line);
}

/* The source stays where it is while the next line is well inside the window. */
static int first_line(const StageLayout *layout, const Model *model, const StageLayout *before,
                      int room) {
    int count = model->source.text ? model->source.text->line_count : 0;
    int next = model->source.line_next - 1, last = count > room ? count - room : 0;
    int first = before && before->height >= layout->height && before->height <= layout->height
                    ? before->first_line
                    : 0;
    if (next >= 0) {
        if (next < first + LINES_ABOVE) first = next - LINES_ABOVE;
        if (next >= first + room - LINES_BELOW) first = next - LINES_ABOVE;
    }
    if (first > last) first = last;
    return first < 0 ? 0 : first;
}

static DrawRect line_rect(const StageLayout *layout, DrawRect code, int line) {
    float y = code.y + layout_line_top(layout, line, (float)layout->first_line);
    bool open = line == layout->open_line;
    return (DrawRect){code.x, y, code.w, layout->code_line + (open ? layout->open_extra : 0)};
}

static bool is_visible(const StageLayout *layout, int line, int room) {
    return line > layout->first_line && line <= layout->first_line + room;
}

/* Two badges of one digit, small, and a number of two digits fit into a narrow gutter. */
static bool fits_two(const ModelLineMark *mark) {
    return mark->line < 100 && mark->badges[0].number < 10 && mark->badges[1].number < 10;
}

static void add_marks(StageLayout *layout, const Model *model, DrawRect code, int room) {
    const ModelSource *source = &model->source;
    for (int i = 0; i < source->mark_count; i++) {
        const ModelLineMark *mark = &source->marks[i];
        if (!is_visible(layout, mark->line, room)) continue;
        DrawRect row = line_rect(layout, code, mark->line);
        bool two = mark->count == 2 && narrow_gutter(layout);
        bool many = mark->count > MODEL_LINE_BADGES || (two && !fits_two(mark));
        float size = two && !many ? 16 : 21;
        for (int k = 0; k < (many ? 1 : mark->count); k++) {
            const ModelBadge *badge = &mark->badges[k];
            float middle = two ? 29 : layout_badge_middle(layout), step = two ? 18 : 25;
            float x = row.x - 6 + middle - step * (float)k;
            float air = mark->line == layout->open_line ? 3 : 0;
            DrawRect r = {many ? row.x - 2 : x - size / 2,
                          row.y + air + (layout->code_line - size) / 2,
                          many ? layout_number_right(layout) - 32 : size, size};
            LayoutItem *item = layout_add(layout, PART_GUTTER, many ? 0 : badge->id, i, r);
            item->sub = many || badge->hollow ? (uint32_t)mark->line : 0;
            item->value = many ? -1 : (float)k;
        }
    }
}

/* The part that was evaluated last, by its place and its turn. */
static void add_newest(StageLayout *layout, const Model *model, DrawRect code) {
    const ModelSource *source = &model->source;
    for (int i = 0; layout->open_line > 0 && i < source->part_count; i++) {
        const ModelPart *part = &source->parts[i];
        if (!part->newest) continue;
        uint32_t id =
            (uint32_t)(layout->open_line * 65536 + part->column * 64 + source->part_count);
        layout_add(layout, PART_NEWEST, id, i, (DrawRect){code.x, code.y, 0, 0})->value = 1;
    }
}

void layout_source(StageLayout *layout, const Model *model, const LayoutView *view) {
    DrawRect panel = layout->grid.source;
    if (panel.w <= 0) return;
    open_line(layout, model);
    int room = lines_room(layout, model);
    layout->first_line = first_line(layout, model, view->before, room);
    DrawRect code = {panel.x + 6, panel.y + CODE_TOP, panel.w - 12,
                     (float)room * layout->code_line + layout->open_extra};
    layout_add(layout, PART_SOURCE_PANEL, 0, 0, panel);
    int before = model->source.line_before, next = model->source.line_next;
    if (before != next && is_visible(layout, before, room))
        layout_add(layout, PART_JUST_RAN, 0, before, line_rect(layout, code, before));
    if (model->view != VIEW_PREDICT && is_visible(layout, next, room))
        layout_add(layout, PART_NEXT_BOX, 0, next, line_rect(layout, code, next));
    layout_add(layout, PART_CODE, 0, room, code)->value = (float)layout->first_line;
    add_marks(layout, model, code, room);
    add_newest(layout, model, code);
    if (!shows_foot(layout, model)) return;
    DrawRect foot = {panel.x + 16, panel.y + panel.h - 34, panel.w - 32, 24};
    layout_add(layout, PART_SOURCE_FOOT, 0, room, foot);
}
