/* Breakpoints, chosen lines and values under the pointer: what is done in the source panel. */
#include "window/window_source.h"

#include <stdio.h>
#include <string.h>

#include "window/window.h"

/* ---- Breakpoints ---------------------------------------------------------------------------- */

const char *window_lesson_id(const Window *w) {
    const char *id = w->player.session.lesson.id;
    return id && *id ? id : w->path;
}

void window_source_opened(Window *w) {
    const Breaks *kept = keep_breaks_find(&w->breaks, window_lesson_id(w));
    w->entry.line = w->look.line = 0;
    if (!kept) return;
    w->player.source.breaks = *kept;
    source_panel_changed(&w->player.source);
    player_refresh(&w->player, w->now_ns);
}

static bool changed(Window *w) {
    enum { SOON_NS = 500000000 };
    keep_breaks_note(&w->breaks, window_lesson_id(w), &w->player.source.breaks);
    w->breaks_stale = true;
    if (!w->keep_ns || w->keep_ns > w->now_ns + SOON_NS) w->keep_ns = w->now_ns + SOON_NS;
    source_panel_changed(&w->player.source);
    player_refresh(&w->player, w->now_ns);
    return true;
}

static void tell(Window *w, TextKey key, const char *a, const char *b) {
    static const uint64_t NOTICE_NS = 8000000000;
    const char *args[] = {a, b};
    text_format(w->notice, sizeof w->notice, text_get(w->words, key), args, 2);
    w->notice_until_ns = w->now_ns + NOTICE_NS;
}

static bool set_break(Window *w, int line, const char *condition) {
    char most[16];
    if (breaks_set(&w->player.source.breaks, line, condition)) return changed(w);
    snprintf(most, sizeof most, "%d", BREAKS_MOST);
    tell(w, TEXT_BREAK_MANY, most, NULL);
    return false;
}

/* The line that is meant: clicked on, chosen, or about to run; the next one where code stands. */
static int line_meant(const Window *w, int index) {
    const Player *p = &w->player;
    int line = index ? index : p->source.chosen;
    if (!p->open) return 0;
    if (!line) line = stage_model(p->stage)->source.line_next;
    return line > 0 ? breaks_line(&p->session, line) : 0;
}

static bool toggle_break(Window *w, int index) {
    int line = line_meant(w, index);
    if (!line) return false;
    if (breaks_remove(&w->player.source.breaks, line)) return changed(w);
    return set_break(w, line, "");
}

void window_source_told(Window *w) {
    char line[16];
    char *problem = w->player.source.problem;
    if (!*problem || !w->player.open) return;
    snprintf(line, sizeof line, "%d", stage_model(w->player.stage)->source.line_next);
    tell(w, TEXT_BREAK_NO_VALUE, line, problem);
    *problem = 0;
}

/* ---- Typing a condition --------------------------------------------------------------------- */

static bool ask_condition(Window *w, int index) {
    SourceEntry *entry = &w->entry;
    int line = line_meant(w, index);
    if (!line) return false;
    const Break *b = breaks_find(&w->player.source.breaks, line);
    player_play(&w->player, false, w->now_ns);
    *entry = (SourceEntry){.line = line, .opened_ns = w->now_ns};
    if (b) snprintf(entry->text, sizeof entry->text, "%s", b->condition);
    return true;
}

static void type_text(SourceEntry *entry, const char *text) {
    size_t used = strlen(entry->text), more = strlen(text);
    *entry->problem = 0;
    if ((unsigned char)*text >= ' ' && used + more < sizeof entry->text)
        memcpy(entry->text + used, text, more + 1);
}

static void type_back(SourceEntry *entry) {
    size_t used = strlen(entry->text);
    *entry->problem = 0;
    while (used > 0 && ((unsigned char)entry->text[--used] & 0xC0) == 0x80) {}
    entry->text[used] = 0;
}

static bool end_condition(Window *w) {
    SourceEntry *entry = &w->entry;
    const char *text = entry->text;
    while (*text == ' ') text++;
    if (*text && !breaks_check(text, entry->problem, sizeof entry->problem)) return false;
    bool set = set_break(w, entry->line, text);
    entry->line = 0;
    return set;
}

/* What goes on while letters are typed. */
static bool is_for_all(const InputEvent *e) {
    const KeyBinding *binding = keys_find(e, IN_SEARCH);
    Action action = binding ? binding->action : ACTION_NONE;
    return action == ACTION_HELP || action == ACTION_FULLSCREEN || action == ACTION_QUIT;
}

bool window_source_typed(Window *w, const InputEvent *e) {
    SourceEntry *entry = &w->entry;
    if (!entry->line || window_place(w) != IN_STAGE) return false;
    if (e->kind == INPUT_TEXT && w->now_ns != entry->opened_ns) type_text(entry, e->text);
    if (e->kind == INPUT_MOUSE_DOWN) entry->line = 0;
    if (e->kind == INPUT_KEY && (e->key == KEY_PAGE_DOWN || e->key == KEY_PAGE_UP)) {
        entry->line = 0; /* a clicker goes on */
        return false;
    }
    if (e->kind != INPUT_KEY) return e->kind == INPUT_TEXT || e->kind == INPUT_MOUSE_DOWN;
    if (is_for_all(e)) return false;
    if (e->key == KEY_BACKSPACE) type_back(entry);
    if (e->key == KEY_ESCAPE) entry->line = 0;
    if (e->key == KEY_ENTER && !e->repeat)
        window_log(w, keys_action_name(ACTION_BREAK_IF), end_condition(w));
    return true;
}

/* ---- Choosing a line, running to it --------------------------------------------------------- */

static bool choose_line(Window *w, int line) {
    Player *p = &w->player;
    const SourceText *text = stage_model(p->stage)->source.text;
    if (!p->open || !text || line < 1 || line > text->line_count) return false;
    p->source.chosen = line;
    player_refresh(p, w->now_ns);
    return true;
}

static bool toggle_chosen(Window *w) {
    Player *p = &w->player;
    int next = p->open ? stage_model(p->stage)->source.line_next : 0;
    if (!p->source.chosen) return choose_line(w, next > 0 ? next : 1);
    p->source.chosen = 0;
    player_refresh(p, w->now_ns);
    return true;
}

static bool run_to(Window *w, int index, int direction) {
    Player *p = &w->player;
    int line = index ? index : p->source.chosen;
    player_play(p, false, w->now_ns);
    return line && player_go_line(p, line, direction, w->now_ns);
}

static bool run_to_break(Window *w, int direction) {
    player_play(&w->player, false, w->now_ns);
    bool went = player_go_break(&w->player, direction, w->now_ns);
    window_source_told(w);
    return went;
}

/* Nothing is selected: the task whose line is in hand. */
static bool task_only(Window *w, int direction) {
    Player *p = &w->player;
    uint32_t task = p->selected;
    if (!p->open) return false;
    if (!task) task = cs_step_task(p->session.engine, p->session.playhead.step);
    player_play(p, false, w->now_ns);
    return player_go_task(p, task, direction, w->now_ns);
}

static bool toggle_parts(Window *w) {
    Player *p = &w->player;
    p->source.by_part = !p->source.by_part;
    if (!p->open) return true;
    if (!p->source.by_part && p->session.playhead.instruction)
        return player_go(p, GO_STEP_BACK, w->now_ns);
    player_refresh(p, w->now_ns);
    return true;
}

bool window_source_act(Window *w, Action action, int index, bool *known) {
    int chosen = w->player.source.chosen;
    bool moves = action == ACTION_UP || action == ACTION_DOWN;
    *known = true;
    if (moves && chosen) return choose_line(w, chosen + (action == ACTION_DOWN ? 1 : -1));
    switch (action) {
    case ACTION_BY_PART: return toggle_parts(w);
    case ACTION_CHOOSE_LINE: return index ? choose_line(w, index) : toggle_chosen(w);
    case ACTION_RUN_TO: return run_to(w, index, 1) || (index && run_to(w, index, -1));
    case ACTION_RUN_BACK_TO: return run_to(w, index, -1);
    case ACTION_BREAK: return toggle_break(w, index);
    case ACTION_BREAK_IF: return ask_condition(w, index);
    case ACTION_BREAK_NEXT: return run_to_break(w, 1);
    case ACTION_BREAK_BACK: return run_to_break(w, -1);
    case ACTION_TASK_ONLY: return task_only(w, 1);
    case ACTION_TASK_ONLY_BACK: return task_only(w, -1);
    case ACTION_END:
        if (run_to_break(w, 1)) return true;
        break; /* none ahead: the end itself */
    default: break;
    }
    *known = false;
    return false;
}

/* ---- The pointer ---------------------------------------------------------------------------- */

static void act(Window *w, Action action, int index) {
    bool done = window_act(w, action, index);
    window_log(w, keys_action_name(action), done);
}

static int line_under(const Window *w, float x, float y) {
    LayoutHit hit = stage_hit(w->player.stage, x, y);
    return hit.part == PART_CODE ? hit.line : 0;
}

bool window_source_click(Window *w, const InputEvent *e) {
    int line = line_under(w, e->x, e->y);
    const LayoutItem *code = layout_part(stage_layout(w->player.stage), PART_CODE);
    if (!line || !code) return false;
    bool gutter = e->x < code->rect.x - 6 + layout_code_left(stage_layout(w->player.stage)) - 4;
    if (e->button == MOUSE_RIGHT) {
        act(w, ACTION_BREAK_IF, line);
    } else if (e->button == MOUSE_LEFT && gutter) {
        act(w, ACTION_BREAK, line);
    } else if (e->button == MOUSE_LEFT && e->clicks == 2) {
        act(w, ACTION_RUN_TO, line);
    } else if (e->button == MOUSE_LEFT) {
        act(w, ACTION_CHOOSE_LINE, line);
    }
    return true;
}

/* Of the character under the pointer, from 0; below 0: left of the code. */
static int column_under(const Window *w, const LayoutItem *code, float x) {
    const Stage *stage = w->player.stage;
    float left = code->rect.x - 6 + layout_code_left(stage_layout(stage));
    float one =
        fonts_measure_z(w->fonts, FONT_MONO_REGULAR, theme_type(w->viewing.projector)->code, "0");
    return x < left || one <= 0 ? -1 : (int)((x - left) / one);
}

/* Names are no names inside comments and strings; keywords have no value. */
static bool is_name_at(const SourceText *text, int line, int column) {
    const SourceLine *l = &text->lines[line - 1];
    size_t at = 0;
    for (; at < l->length && column > 0; column--) {
        at++;
        while (at < l->length && ((unsigned char)l->text[at] & 0xC0) == 0x80) at++;
    }
    for (uint32_t i = 0; i < l->span_count; i++) {
        const CodeSpan *span = &text->spans[l->first_span + i];
        if (at < span->start || at >= span->end) continue;
        return span->class == CODE_PLAIN || span->class == CODE_CALL || span->class == CODE_NUMBER;
    }
    return false;
}

void window_source_hover(Window *w, const InputEvent *e) {
    Player *p = &w->player;
    SessionLook *look = &w->look;
    const LayoutItem *code = layout_part(stage_layout(p->stage), PART_CODE);
    const SourceText *text = stage_model(p->stage)->source.text;
    int line = p->open && !p->playing ? line_under(w, e->x, e->y) : 0;
    int column = line && code ? column_under(w, code, e->x) : -1;
    bool same = look->line == line && column >= look->column && column < look->end &&
                session_same_place(w->looked, p->session.playhead);
    if (line && same) return;
    look->line = 0;
    if (column < 0 || !text || !is_name_at(text, line, column)) return;
    w->looked = p->session.playhead;
    bool known = session_look(&p->session, line, column, look);
    if (known) window_log(w, "look", true);
    if (!known) look->line = 0;
}

/* ---- Drawing -------------------------------------------------------------------------------- */

static const float PAD = 14, ROW = 26;

/* Where a line of the source stands in the window; no width: out of sight. */
static DrawRect row_of(const Window *w, int line) {
    const StageLayout *layout = stage_layout(w->player.stage);
    const LayoutItem *code = layout_part(layout, PART_CODE);
    if (!code) return (DrawRect){0};
    float top = layout_line_top(layout, line, code->value > 0 ? code->value : 0);
    if (top < 0 || top >= code->rect.h) return (DrawRect){0};
    float extra = line == layout->open_line ? layout->open_extra : 0;
    return (DrawRect){code->rect.x, code->rect.y + top, code->rect.w, layout->code_line + extra};
}

/* Below the row, or above it where the window ends. */
static DrawRect card_at(const ScreenView *view, DrawRect row, float x, float width, float height) {
    float y = row.y + row.h + 6;
    if (y + height > view->height - 8) y = row.y - height - 6;
    if (x + width > view->width - 8) x = view->width - 8 - width;
    return (DrawRect){x < 8 ? 8 : x, y, width, height};
}

static void draw_look(const Window *w, Scene *s, const ScreenView *view) {
    const SessionLook *look = &w->look;
    DrawRect row = row_of(w, look->line);
    if (row.w <= 0 || !session_same_place(w->looked, w->player.session.playhead)) return;
    enum { WIDEST = 620, LEAST = 200 };
    const char *where = text_get(w->words, *look->function ? TEXT_LOOK_IN : TEXT_LOOK_MODULE);
    char place[160], said[LOOK_NAME + 8];
    text_format(place, sizeof place, where, (const char *const[]){look->function}, 1);
    snprintf(said, sizeof said, "%s = ", look->name);
    float name = scene_measure(s, FONT_MONO_REGULAR, 16, said);
    float value = scene_measure(s, FONT_MONO_SEMIBOLD, 16, look->value);
    float width = 2 * PAD + name + value, about = scene_measure(s, FONT_UI_REGULAR, 16, place);
    if (width < about + 2 * PAD) width = about + 2 * PAD;
    width = width < LEAST ? LEAST : width > WIDEST ? WIDEST : width;
    float one =
        fonts_measure_z(w->fonts, FONT_MONO_REGULAR, theme_type(w->viewing.projector)->code, "0");
    float x = row.x - 6 + layout_code_left(stage_layout(w->player.stage));
    DrawRect r = card_at(view, row, x + one * (float)look->column - PAD, width, 2 * ROW + PAD);
    screen_card(s, r, view->theme->line2, 1.5F);
    float left = r.x + PAD, right = r.x + r.w - PAD, baseline = r.y + 28;
    left = scene_text_fit(s, FONT_MONO_REGULAR, 16, left, baseline, right - left,
                          view->theme->text2, said);
    scene_text_fit(s, FONT_MONO_SEMIBOLD, 16, left, baseline, right - left, view->theme->text,
                   look->value);
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + PAD, baseline + ROW, r.w - 2 * PAD,
                   view->theme->text2, place);
}

static void draw_entry(const Window *w, Scene *s, const ScreenView *view) {
    const SourceEntry *entry = &w->entry;
    const Theme *t = view->theme;
    DrawRect row = row_of(w, entry->line);
    if (row.w <= 0) row = (DrawRect){16, view->height / 3, 592, 24};
    float width = view->width - 32 < 560 ? view->width - 32 : 560;
    DrawRect r = card_at(view, row, row.x + 10, width, 138);
    char title[128], number[16];
    snprintf(number, sizeof number, "%d", entry->line);
    screen_card(s, r, t->text, 1.5F);
    screen_fill(view, TEXT_BREAK_TITLE, title, sizeof title, number, NULL, NULL);
    float keys = mode_put_hint(s, view, r.x + r.w - PAD, r.y + 26,
                               screen_word(view, TEXT_KEY_ESCAPE_NAME), TEXT_BREAK_CANCEL);
    keys = mode_put_hint(s, view, keys - 16, r.y + 26, screen_word(view, TEXT_KEY_ENTER_NAME),
                         TEXT_BREAK_SET);
    scene_text_fit(s, FONT_UI_SEMIBOLD, 17, r.x + PAD, r.y + 32, keys - 12 - r.x - PAD, t->text,
                   title);
    screen_field(s, (DrawRect){r.x + PAD, r.y + 48, r.w - 2 * PAD, 42}, entry->text);
    bool wrong = *entry->problem;
    scene_text_fit(s, FONT_UI_REGULAR, 16, r.x + PAD, r.y + 118, r.w - 2 * PAD,
                   wrong ? t->failed : t->text2,
                   wrong ? entry->problem : screen_word(view, TEXT_BREAK_HINT));
}

void window_source_draw(Window *w, DrawList *list, const ScreenView *view) {
    if (window_place(w) != IN_STAGE || !w->player.open) return;
    Scene s = screen_scene(view, list);
    if (w->entry.line) {
        draw_entry(w, &s, view);
    } else if (w->look.line) {
        draw_look(w, &s, view);
    }
}
