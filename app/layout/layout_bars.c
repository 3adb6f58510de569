/* The top bar, the caption, and the transport. */
#include "layout/layout.h"

typedef struct {
    StageLayout *layout;
    const Model *model;
    const LayoutView *view;
} Bars;

static float measure(const Bars *b, FontId font, const char *text) {
    return fonts_measure_z(b->view->fonts, font, b->view->type->text, text);
}

static const char *word(const Bars *b, TextKey key) {
    return text_get(b->model->words, key);
}

/* ---- Top bar ------------------------------------------------------------------------------- */

static const struct {
    unsigned panel;
    TextKey key;
} toggles[] = {
    {PANEL_SOURCE, TEXT_PANEL_SOURCE},     {PANEL_STAGE, TEXT_PANEL_STAGE},
    {PANEL_OUTPUT, TEXT_PANEL_OUTPUT},     {PANEL_TIMELINE, TEXT_PANEL_TIMELINE},
    {PANEL_BOXES, TEXT_PANEL_BOXES},       {PANEL_CAPTION, TEXT_PANEL_CAPTION},
    {PANEL_CONTROLS, TEXT_PANEL_CONTROLS},
};

enum { TOGGLES = sizeof toggles / sizeof *toggles };

/* Narrower bars have no room for the toggles; their keys work all the same. */
static const float NARROW_BAR = 900;
static const float FACTS_END = 1284; /* left of it stand the clock and its facts */
static const float CLOSE_BAR = 1200; /* under it toggles stand closer */
enum { TOGGLE_GAP = 10, TOGGLE_GAP_NARROW = 4, TOGGLE_KEY = 26 };

static float toggle_width(const Bars *b, int toggle) {
    return 22 + measure(b, FONT_UI_MEDIUM, word(b, toggles[toggle].key));
}

/* All have their word, or all show their key. */
static bool have_words(const Bars *b, float right) {
    float room = right - FACTS_END + TOGGLE_GAP_NARROW;
    for (int i = 0; i < TOGGLES; i++) room -= toggle_width(b, i) + TOGGLE_GAP_NARROW;
    return !b->layout->compact && room >= 0;
}

static void add_toggles(Bars *b, float x, float middle) {
    StageLayout *layout = b->layout;
    bool words = have_words(b, x), close = words || layout->width < CLOSE_BAR;
    float gap = close ? TOGGLE_GAP_NARROW : TOGGLE_GAP;
    for (int i = TOGGLES; i-- > 0;) {
        float w = words ? toggle_width(b, i) : TOGGLE_KEY, h = words ? 36 : 28;
        x -= w;
        LayoutItem *item = layout_add(layout, PART_TOGGLE, toggles[i].panel, i,
                                      (DrawRect){x, middle - h / 2, w, h});
        item->style = words ? STYLE_FULL : STYLE_SHORT;
        item->value = b->model->panels & toggles[i].panel ? 1 : 0;
        x -= gap;
    }
}

static void add_top(Bars *b) {
    StageLayout *layout = b->layout;
    DrawRect top = layout->grid.top;
    bool compact = layout->compact;
    layout_add(layout, PART_TOPBAR, 0, 0, top);
    float middle = top.h / 2, x = top.w - (compact ? 38 : 42);
    if (layout->projector && !layout->single) return; /* its keys stand at the foot */
    layout_add(layout, PART_HELP, 0, 0, (DrawRect){x, middle - 14, 26, 28});
    x -= compact ? 12 : 16;
    /* The projector's bar is quiet: panels come and go by key. */
    if (layout->projector || layout->width < NARROW_BAR) return;
    if (b->model->view == VIEW_PREDICT) return; /* the score stands there */
    add_toggles(b, x, middle);
}

/* ---- Caption ------------------------------------------------------------------------------- */

static void add_caption(Bars *b) {
    StageLayout *layout = b->layout;
    DrawRect r = layout->grid.caption;
    if (r.w <= 0) return;
    layout_add(layout, PART_CAPTION, 0, 0, r);
    if (!b->model->can_ask_why || (layout->projector && !layout->single)) return;
    bool compact = layout->compact;
    float w = compact ? 48 : 64 + measure(b, FONT_UI_SEMIBOLD, word(b, TEXT_WHY));
    float h = compact ? 40 : 42;
    layout_add(layout, PART_WHY, 0, 0, (DrawRect){r.x + r.w - 16 - w, r.y + (r.h - h) / 2, w, h});
}

/* ---- Transport ----------------------------------------------------------------------------- */

static float key_width(const Bars *b, TextKey name, bool arrow) {
    float text = name == TEXT_COUNT ? 0 : measure(b, FONT_MONO_REGULAR, word(b, name));
    if (text > 0) return 14 + text + (arrow ? 22 : 0);
    return 26;
}

static const struct {
    TextKey text, key;
    bool arrow;
} buttons[BUTTON_COUNT] = {
    [BUTTON_BACK] = {TEXT_BACK, TEXT_COUNT, true},
    [BUTTON_FIRST] = {TEXT_FIRST_STEP, TEXT_KEY_HOME_NAME, false},
    [BUTTON_PLAY] = {TEXT_PLAY, TEXT_KEY_SPACE_NAME, false},
    [BUTTON_STEP] = {TEXT_STEP_BUTTON, TEXT_COUNT, true},
    [BUTTON_LINE] = {TEXT_LINE_BUTTON, TEXT_KEY_ALT_NAME, true},
    [BUTTON_CALLBACK] = {TEXT_CALLBACK, TEXT_KEY_SHIFT_NAME, true},
    [BUTTON_ITERATION] = {TEXT_ITERATION_BUTTON, TEXT_KEY_CTRL_NAME, true},
};

/* Play and Pause take turns in one place, which has room for both. */
static float word_width(const Bars *b, int button) {
    Fonts *fonts = b->view->fonts;
    bool part = button == BUTTON_STEP && b->model->source.by_part;
    TextKey text = part ? TEXT_PART_BUTTON : buttons[button].text;
    float w = fonts_measure_z(fonts, FONT_UI_SEMIBOLD, 17, word(b, text));
    float pause = fonts_measure_z(fonts, FONT_UI_SEMIBOLD, 17, word(b, TEXT_PAUSE));
    if (button != BUTTON_PLAY) return w;
    return w > pause ? w : pause;
}

/* Stepping by expression, lines take the place of iterations; where nothing comes any more, the way
   back to the start is shown. */
static bool is_shown(const Bars *b, int button) {
    bool by_part = b->model->source.by_part, dead = b->model->graph.node_count > 0;
    if (button == BUTTON_LINE) return by_part;
    if (button == BUTTON_FIRST) return dead;
    return button != BUTTON_ITERATION || (!by_part && !dead);
}

static float add_buttons(Bars *b) {
    StageLayout *layout = b->layout;
    DrawRect r = layout->grid.transport;
    float h = layout->compact ? r.h : 46, x = r.x, y = r.y + (r.h - h) / 2;
    for (int i = BUTTON_BACK; i < BUTTON_COUNT; i++) {
        if (!is_shown(b, i)) continue;
        float keys = key_width(b, buttons[i].key, buttons[i].arrow);
        float w = layout->compact ? 44 + keys + 12 : 44 + word_width(b, i) + 10 + keys + 14;
        LayoutItem *item = layout_add(layout, PART_BUTTON, (uint32_t)i, i, (DrawRect){x, y, w, h});
        item->style = layout->compact ? STYLE_SHORT : STYLE_FULL;
        item->value = keys;
        if (x + w > r.x + r.w) {
            layout->count--;
            break;
        }
        x += w + 10;
    }
    return x;
}

static void add_speeds(Bars *b, float taken) {
    StageLayout *layout = b->layout;
    DrawRect r = layout->grid.transport;
    static const float widths[] = {41, 32, 44, 44, 49};
    float x = r.x + r.w, h = layout->compact ? r.h : 42, y = r.y + (r.h - h) / 2, all = 0;
    for (int i = 0; i < MODEL_SPEEDS; i++) all += widths[i];
    bool fits = x - all >= taken;
    for (int i = MODEL_SPEEDS; i-- > 0;) {
        /* Where they have no room the one in use stands alone. */
        if (!fits && i != b->model->speed) continue;
        x -= widths[i];
        if (x < taken) return;
        layout_add(layout, PART_SPEED, (uint32_t)i + 1, i, (DrawRect){x, y, widths[i], h});
    }
}

static void add_transport(Bars *b) {
    DrawRect r = b->layout->grid.transport;
    if (r.w <= 0) return;
    layout_add(b->layout, PART_TRANSPORT, 0, 0, r);
    add_speeds(b, add_buttons(b) + 8);
}

void layout_bars(StageLayout *layout, const Model *model, const LayoutView *view) {
    Bars b = {layout, model, view};
    /* While something is asked the question has the caption's place and that of the buttons. */
    if (model->view == VIEW_PREDICT) {
        add_top(&b);
        return;
    }
    add_caption(&b);
    if (layout->projector && !layout->single)
        layout_hints(layout, model, view);
    else
        add_transport(&b);
    add_top(&b);
}
