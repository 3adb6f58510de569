/* The graph of a deadlock. Edges of a circle are thick and in the hue of failure. */
#include "scene/scene.h"

#include <math.h>
#include <stdio.h>

static const LayoutItem *node_at(Scene *s, int node) {
    return layout_find(s->view->layout, PART_NODE, s->model->graph.nodes[node].id, 0);
}

/* ---- Words --------------------------------------------------------------------------------- */

/* "ready queue empty" and the like as dashed pills, from the right. */
static void put_facts(Scene *s, DrawRect r, float title) {
    const ModelGraph *g = &s->model->graph;
    float x = r.x + r.w, high = s->compact ? 28 : 34, y = r.y + (s->compact ? 5 : 4);
    for (int i = 3; i-- > 0;) {
        if (!*g->facts[i]) continue;
        float w = scene_measure(s, FONT_UI_REGULAR, 16, g->facts[i]) + 28;
        if (x - w < title + 20) return;
        DrawRect pill = {x - w, y, w, high};
        draw_outline(s->list, pill, 8, s->theme->line2,
                     (DrawStroke){.width = 1.4F, .on = 4, .off = 4});
        scene_text(s, FONT_UI_REGULAR, 16, pill.x + 14, y + high / 2 + 5.5F, s->theme->text2,
                   g->facts[i]);
        x -= w + 10;
    }
}

/* The middle of the circle's nodes. */
static DrawPoint middle_of(Scene *s) {
    const ModelGraph *g = &s->model->graph;
    DrawPoint sum = {0, 0};
    int count = 0;
    for (int i = 0; i < g->node_count; i++) {
        const LayoutItem *item = g->nodes[i].circle == 1 ? node_at(s, i) : NULL;
        if (!item) continue;
        sum.x += item->rect.x + item->rect.w / 2;
        sum.y += item->rect.y + item->rect.h / 2;
        count++;
    }
    if (count) sum.x /= (float)count, sum.y /= (float)count;
    return sum;
}

void scene_graph(Scene *s, const LayoutItem *item) {
    const ModelGraph *g = &s->model->graph;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    float size = s->compact ? 22 : 27;
    draw_icon(s->list, ICON_FAILED, r.x + 16, r.y + 21, s->compact ? 26 : 34, t->failed);
    float end =
        scene_text(s, FONT_UI_SEMIBOLD, size, r.x + 46, r.y + 21 + size * 0.36F, t->text, g->title);
    put_facts(s, r, end);
    if (item->value > 0) {
        char number[16], more[64];
        const char *arg[] = {number};
        snprintf(number, sizeof number, "%d", (int)item->value);
        text_format(more, sizeof more, text_get(s->model->words, TEXT_MORE_N), arg, 1);
        scene_text(s, FONT_UI_REGULAR, 16, r.x + 4, r.y + r.h - 6, t->text2, more);
    }
    if (!*g->words[0]) return;
    DrawPoint p = middle_of(s);
    bool low = g->nodes[0].circle && g->circle_size == 1;
    if (low) p.x += s->compact ? 210 : 250;
    scene_text_centre(s, FONT_UI_SEMIBOLD, s->compact ? 16 : 18, p.x, p.y - 6, t->text,
                      g->words[0]);
    scene_text_centre(s, FONT_UI_SEMIBOLD, s->compact ? 16 : 18, p.x, p.y + 19, t->text,
                      g->words[1]);
}

/* ---- Nodes --------------------------------------------------------------------------------- */

static void put_thing(Scene *s, const ModelNode *node, DrawRect r) {
    const Theme *t = s->theme;
    float pad = s->compact ? 10 : 14, y = r.y + (s->compact ? 20 : 30);
    SentenceStyle style = {FONT_UI_REGULAR,      16, t->text, s->compact ? 19 : 20,
                           s->compact ? 19 : 23, 2};
    bool one = scene_sentence_width(s, &node->says, &style) <= r.w - 2 * pad;
    if (one)
        y = r.y + r.h / 2 - (s->compact ? 5 : 8);
    else if (s->compact)
        y -= 1;
    float x = r.x + pad, type = scene_measure(s, FONT_UI_SEMIBOLD, 17, node->type) * 1.4F;
    if (*node->type && type + 40 < r.w) x = scene_heading(s, x, y, t->text2, node->type) + 10;
    scene_text_fit(s, FONT_MONO_BOLD, 17, x, y, r.x + r.w - 12 - x, t->text, node->name);
    scene_sentence(s, &node->says, &style, r.x + pad, y + (s->compact ? 20 : 26), r.w - 2 * pad);
}

static void put_task(Scene *s, const ModelNode *node, DrawRect r) {
    const Theme *t = s->theme;
    float pad = 12, cy = r.y + (s->compact ? 20 : 24), right = r.x + r.w - pad;
    float badge = node->badge.who == WHO_THREAD ? 32 : 26;
    scene_badge(s, node->badge, r.x + pad + badge / 2, cy, 26);
    draw_icon(s->list, ICON_WAITING, right - 9, cy, 20, t->waiting);
    float x = r.x + pad + badge + 9;
    float room = right - 26 - x;
    bool fits = scene_measure(s, FONT_MONO_REGULAR, s->type->code, node->name) <= room;
    scene_text_fit(s, FONT_MONO_REGULAR, s->type->code, x, cy + 6, room, t->text,
                   fits ? node->name : node->short_name);
    SentenceStyle style = {FONT_UI_REGULAR, 16, t->text, 22, 20, 1};
    ModelText says = node->says;
    if (node->says_least && scene_sentence_width(s, &says, &style) > r.w - 2 * pad)
        says.count = node->says_least;
    scene_sentence(s, &says, &style, r.x + pad, cy + (s->compact ? 34 : 39), r.w - 2 * pad);
    if (!s->compact)
        scene_text_fit(s, FONT_MONO_REGULAR, 16, r.x + pad, cy + 64, r.w - 2 * pad, t->text2,
                       node->chain);
}

void scene_node(Scene *s, const LayoutItem *item) {
    const ModelNode *node = &s->model->graph.nodes[item->index];
    const Theme *t = s->theme;
    bool thing = node->badge.who == WHO_NOBODY;
    DrawStroke stroke = {.width = node->circle ? 2.4F : 1.4F};
    if (thing && !node->circle) stroke = (DrawStroke){.width = 1.4F, .on = 6, .off = 5};
    DrawColour fill = thing ? t->stage : scene_dark(s) ? t->bg2 : t->bg1;
    draw_box(s->list, item->rect, 12, fill, node->circle ? t->failed : t->line2, stroke);
    if (thing)
        put_thing(s, node, item->rect);
    else
        put_task(s, node, item->rect);
}

/* ---- Edges --------------------------------------------------------------------------------- */

static DrawPoint centre(DrawRect r) {
    return (DrawPoint){r.x + r.w / 2, r.y + r.h / 2};
}

/* Where the line from the middle of a rectangle towards a point leaves it. */
static DrawPoint border(DrawRect r, DrawPoint to) {
    DrawPoint c = centre(r);
    float dx = to.x - c.x, dy = to.y - c.y;
    float across = fabsf(dx) > 0.01F ? r.w / 2 / fabsf(dx) : 1e9F;
    float down = fabsf(dy) > 0.01F ? r.h / 2 / fabsf(dy) : 1e9F;
    float share = across < down ? across : down;
    return (DrawPoint){c.x + dx * share, c.y + dy * share};
}

static bool goes_back(const ModelGraph *g, const ModelEdge *edge) {
    for (int i = 0; i < g->edge_count; i++)
        if (g->edges[i].from == edge->to && g->edges[i].to == edge->from) return true;
    return false;
}

static void put_label(Scene *s, const ModelEdge *edge, DrawPoint p, DrawPoint q, float middle) {
    const char *text = text_get(s->model->words, edge->held ? TEXT_EDGE_HELD : TEXT_EDGE_WAITS);
    float w = scene_measure(s, FONT_UI_SEMIBOLD, 16, text);
    float x = (p.x + q.x) / 2, y = (p.y + q.y) / 2;
    DrawColour ink = s->theme->failed;
    if (fabsf(p.y - q.y) < 30) {
        if (w + 10 < fabsf(q.x - p.x))
            scene_text_centre(s, FONT_UI_SEMIBOLD, 16, x, y - 12, ink, text);
        return;
    }
    if (fabsf(q.y - p.y) < 30) return;
    scene_text(s, FONT_UI_SEMIBOLD, 16, x < middle ? x - 16 - w : x + 16, y + 6, ink, text);
}

/* Along the circle: straight, from border to border. */
static void put_circle_edge(Scene *s, const ModelEdge *edge, DrawRect a, DrawRect b) {
    float aside = goes_back(&s->model->graph, edge) ? 34 : 0;
    if (aside > 0 && edge->held) aside = -aside;
    a.x += aside;
    b.x += aside;
    DrawPoint p = border(a, centre(b)), q = border(b, centre(a));
    /* Boxes of a row are of two heights: their edges run level. */
    if (fabsf(centre(a).x - centre(b).x) < 60) p.x = q.x = aside != 0 ? centre(a).x : centre(b).x;
    DrawStroke stroke = {.width = 4.5F, .arrow = 16};
    draw_line(s->list, p.x, p.y, q.x, q.y, s->theme->failed, stroke);
    put_label(s, edge, p, q, aside != 0 ? centre(a).x - aside : middle_of(s).x);
}

/* Around all other nodes: above them to a node of the upper half, else below them. */
static void put_detour(Scene *s, DrawRect a, DrawRect b, DrawRect r, DrawStroke stroke) {
    bool above = centre(b).y < r.y + r.h * 0.55F;
    float lane = above ? r.y + (s->compact ? 44 : 72) : r.y + r.h + (s->compact ? -6 : -10);
    float x = a.x + a.w * (a.w > 150 ? 0.42F : 0.5F), to = above ? b.y - 2 : b.y + b.h + 2;
    float end = b.x + b.w * 0.5F;
    DrawPoint points[] = {{x, above ? a.y : a.y + a.h}, {x, lane}, {end, lane}, {end, to}};
    stroke.bend = 12;
    draw_polyline(s->list, points, 4, s->theme->waiting, stroke);
}

static void put_quiet_edge(Scene *s, const LayoutItem *from, const LayoutItem *to,
                           DrawRect region) {
    DrawRect a = from->rect, b = to->rect;
    DrawStroke stroke = {.width = 2, .on = 6, .off = 5, .arrow = 12};
    bool over = a.x < b.x + b.w && b.x < a.x + a.w;
    float gap = b.x - (a.x + a.w);
    if (over && a.y + a.h <= b.y) {
        float x = centre(b).x;
        draw_line(s->list, x, a.y + a.h, x, b.y - 2, s->theme->waiting, stroke);
    } else if (gap > 20 && gap < 150 && centre(b).y < region.y + region.h * 0.6F) {
        DrawPoint p = {a.x + a.w, centre(a).y}, q = {b.x - 2, centre(b).y};
        draw_curve(s->list, p, (DrawPoint){p.x + gap * 0.5F, p.y},
                   (DrawPoint){q.x - gap * 0.6F, q.y}, q, s->theme->waiting, stroke);
    } else {
        put_detour(s, a, b, region, stroke);
    }
}

void scene_edge(Scene *s, const LayoutItem *item) {
    const ModelEdge *edge = &s->model->graph.edges[item->index];
    const LayoutItem *from = node_at(s, edge->from), *to = node_at(s, edge->to);
    if (!from || !to) return;
    if (edge->circle == 1)
        put_circle_edge(s, edge, from->rect, to->rect);
    else
        put_quiet_edge(s, from, to, item->rect);
}
