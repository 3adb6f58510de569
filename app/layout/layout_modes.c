/* The regions of other windows than the usual two columns: the projector's, windows with room for
   the source or the stage alone, and tall ones. */
#include "layout/layout.h"

/* Windows under 960x540 physical pixels, at the smallest scale of 0.875; the projector's own scale
   leaves it fewer logical pixels. */
static const float SINGLE_WIDTH = 1097, SINGLE_HEIGHT = 617;
static const float PROJECTOR_WIDTH = 1000, PROJECTOR_HEIGHT = 560;
static const float TALL = 1.1F; /* height by width */
static const float MOST_STAGE = 560;

enum {
    MARGIN = 12,
    TOP = 56,
    BUTTONS = 44,
    CAPTION = 66,
    OUTPUT = 76,
    LEAST_SINGLE = 300, /* a window under it shows no buttons */
    PILL_ROOM = 28      /* half of a pill's height over the track, and below it, with some air */
};

static bool is_less(const StageLayout *layout, float width, float height) {
    return layout->width < width || layout->height < height;
}

/* ---- The source or the stage ----------------------------------------------------------------- */

static void place_source(StageLayout *layout, const Model *model, DrawRect r) {
    bool output = layout_shows(model, PANEL_OUTPUT) && r.h > 3 * OUTPUT;
    if (output) {
        layout->grid.output = (DrawRect){r.x, r.y + r.h - OUTPUT, r.w, OUTPUT};
        r.h -= OUTPUT + 10;
    }
    layout->grid.source = r;
}

bool layout_grid_source(StageLayout *layout, const Model *model, const LayoutView *view) {
    (void)model;
    if (!view->only_source) return false;
    layout->single = true;
    float y = TOP + MARGIN, w = layout->width - 2 * MARGIN;
    layout->grid.top = (DrawRect){0, 0, layout->width, TOP};
    layout->grid.source = (DrawRect){MARGIN, y, w, layout->height - y - MARGIN};
    return true;
}

bool layout_grid_single(StageLayout *layout, const Model *model, const LayoutView *view) {
    bool small = layout->projector ? is_less(layout, PROJECTOR_WIDTH, PROJECTOR_HEIGHT)
                                   : is_less(layout, SINGLE_WIDTH, SINGLE_HEIGHT);
    if (!small) return false;
    layout->single = layout->compact = true;
    LayoutGrid *g = &layout->grid;
    float w = layout->width - 2 * MARGIN, bottom = layout->height - MARGIN;
    g->top = (DrawRect){0, 0, layout->width, TOP};
    if (layout->height >= LEAST_SINGLE && layout_shows(model, PANEL_CONTROLS)) {
        g->transport = (DrawRect){MARGIN, bottom - BUTTONS, w, BUTTONS};
        bottom = g->transport.y - 8;
    }
    if (layout_shows(model, PANEL_CAPTION)) {
        g->caption = (DrawRect){MARGIN, bottom - CAPTION, w, CAPTION};
        bottom = g->caption.y - 10;
    }
    if (view->source_side) {
        place_source(layout, model, (DrawRect){MARGIN, TOP + 10, w, bottom - TOP - 10});
        return true;
    }
    float top = TOP + PILL_ROOM;
    g->track = (DrawRect){MARGIN + 2, top, w - 4, bottom - top - PILL_ROOM + 10};
    if (g->track.h > 60)
        layout_inside(layout, model);
    else
        g->track.w = 0;
    return true;
}

/* ---- The projector --------------------------------------------------------------------------- */

enum {
    WIDE_MARGIN = 18,
    WIDE_TOP = 68,
    WIDE_CAPTION = 122, /* two lines of 46, and seventeen of source above them */
    FOOT = 44,          /* the keys */
    SCRUB = 30,         /* room of the thin line */
    SOURCE_SHARE = 456
};

/* Returns where the columns end. */
static float place_foot(StageLayout *layout, const Model *model) {
    LayoutGrid *g = &layout->grid;
    float w = layout->width - 2 * WIDE_MARGIN, y = layout->height - 12;
    bool timeline = layout_shows(model, PANEL_TIMELINE);
    if (layout_shows(model, PANEL_CONTROLS)) {
        y = layout->height - FOOT;
        g->transport = (DrawRect){WIDE_MARGIN, y, w, FOOT};
        if (!timeline) g->scrub = (DrawRect){WIDE_MARGIN, y - SCRUB, w, SCRUB};
        y -= 6 + g->scrub.h;
    }
    if (timeline) {
        float h = layout_timeline_height(layout, model);
        g->timeline = (DrawRect){WIDE_MARGIN, y - h, w, h};
        y -= h + 8;
    }
    float caption = timeline ? CAPTION : WIDE_CAPTION;
    if (layout->height < 720 && !timeline) caption = 104;
    if (!layout_shows(model, PANEL_CAPTION)) return y - 16;
    g->caption = (DrawRect){WIDE_MARGIN, y - caption, w, caption};
    return g->caption.y - 16;
}

bool layout_grid_projector(StageLayout *layout, const Model *model, const LayoutView *view) {
    (void)view;
    if (!layout->projector) return false;
    LayoutGrid *g = &layout->grid;
    g->top = (DrawRect){0, 0, layout->width, WIDE_TOP};
    float bottom = place_foot(layout, model), y = WIDE_TOP + 15, x = WIDE_MARGIN;
    bool left = layout_shows(model, PANEL_SOURCE | PANEL_OUTPUT);
    if (left) {
        float w = layout->width * SOURCE_SHARE / 1422;
        float output = layout_shows(model, PANEL_OUTPUT) ? OUTPUT : 0;
        float between = output > 0 && layout_shows(model, PANEL_SOURCE) ? 10 : 0;
        float h = layout_shows(model, PANEL_SOURCE) ? bottom - y - output - between : 0;
        if (h > 0) g->source = (DrawRect){x, y, w, h};
        if (output > 0) g->output = (DrawRect){x, y + h + between, w, bottom - y - h - between};
        x += w + 18;
    }
    if (!layout_shows(model, PANEL_STAGE)) return true;
    float top = WIDE_TOP + PILL_ROOM + 2;
    g->track =
        (DrawRect){x + 2, top, layout->width - x - WIDE_MARGIN - 4, bottom - top - PILL_ROOM + 14};
    if (g->track.h > 60) layout_inside(layout, model);
    return true;
}

static const struct {
    TextKey key, word;
    bool right; /* stands at the foot's right */
} hints[HINT_COUNT] = {
    [HINT_MOMENT_BACK] = {TEXT_KEY_PAGE_UP_NAME, TEXT_HINT_BACK, false},
    [HINT_MOMENT] = {TEXT_KEY_PAGE_DOWN_NAME, TEXT_HINT_NEXT, false},
    [HINT_SPOTLIGHT] = {TEXT_COUNT, TEXT_HINT_SPOTLIGHT, true},
    [HINT_WHY] = {TEXT_COUNT, TEXT_HINT_WHY, true},
    [HINT_HELP] = {TEXT_COUNT, TEXT_HINT_HELP, true},
};

/* Cap and word of a hint; the cap's width is the item's value. */
static float hint_width(const Model *model, const LayoutView *view, int hint, float *cap) {
    float size = view->type->text;
    float word = fonts_measure_z(view->fonts, FONT_UI_REGULAR, size,
                                 text_get(model->words, hints[hint].word));
    *cap = 26;
    if (hints[hint].key != TEXT_COUNT)
        *cap = 14 + fonts_measure_z(view->fonts, FONT_MONO_REGULAR, size,
                                    text_get(model->words, hints[hint].key));
    return *cap + 10 + word;
}

void layout_hints(StageLayout *layout, const Model *model, const LayoutView *view) {
    DrawRect r = layout->grid.transport;
    float left = r.x, right = r.x + r.w, cap;
    if (layout->grid.scrub.w > 0) {
        float share = model->step_count ? (float)model->step / (float)model->step_count : 0;
        layout_add(layout, PART_SCRUB, 0, 0, layout->grid.scrub)->value = share < 1 ? share : 1;
    }
    for (int i = 0; i < HINT_COUNT; i++) {
        int hint = i < HINT_SPOTLIGHT ? i : HINT_COUNT - 1 - (i - HINT_SPOTLIGHT);
        float w = hint_width(model, view, hint, &cap);
        if (left + w > right) return;
        float x = hints[hint].right ? right - w : left;
        DrawRect place = {x, r.y + 4, w, 30};
        layout_add(layout, PART_HINT, (uint32_t)hint, hint, place)->value = cap;
        if (hints[hint].right)
            right -= w + 24;
        else
            left += w + 24;
    }
}

/* ---- Tall windows ---------------------------------------------------------------------------- */

/* The stage over the source: each has the whole width. */
bool layout_grid_tall(StageLayout *layout, const Model *model) {
    bool left = layout_shows(model, PANEL_SOURCE | PANEL_OUTPUT);
    if (layout->height < layout->width * TALL || !left || !layout_shows(model, PANEL_STAGE))
        return false;
    LayoutGrid *g = &layout->grid;
    float w = layout->width - 2 * MARGIN, top = TOP + PILL_ROOM;
    layout->compact = true;
    g->top = (DrawRect){0, 0, layout->width, TOP};
    float y = layout_floor(layout, model, MARGIN, MARGIN);
    if (layout_shows(model, PANEL_CONTROLS)) {
        g->transport = (DrawRect){MARGIN, y - BUTTONS, w, BUTTONS};
        y = g->transport.y - 10;
    }
    /* What the stage cannot fill is the source's. */
    float stage = MOST_STAGE + CAPTION + 2 * PILL_ROOM + 20;
    if (layout_shows(model, PANEL_TIMELINE)) stage += layout_timeline_height(layout, model) + 10;
    float source = (layout->height - TOP) * 0.42F;
    if (y - TOP - stage > source) source = y - TOP - stage;
    place_source(layout, model, (DrawRect){MARGIN, y - source, w, source});
    y -= source + 10;
    if (layout_shows(model, PANEL_TIMELINE)) {
        float h = layout_timeline_height(layout, model);
        g->timeline = (DrawRect){MARGIN, y - h, w, h};
        y -= h + 10;
    }
    if (layout_shows(model, PANEL_CAPTION)) {
        g->caption = (DrawRect){MARGIN, y - CAPTION, w, CAPTION};
        y -= CAPTION;
    }
    y -= PILL_ROOM;
    g->track = (DrawRect){MARGIN + 2, top, w - 4, y - top};
    if (g->track.h > 60) layout_inside(layout, model);
    return true;
}
