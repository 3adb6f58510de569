/* The graph of a deadlock inside the loop's track: the first circle in the middle, those that wait
   for its tasks on the left, those that wait for something else on the right, over their things. */
#include "layout/layout.h"

enum { LEFT_MOST = 3, PAIRS_MOST = 2, RING_MOST = 12, COLUMNS_MOST = 5 };

typedef struct {
    StageLayout *layout;
    const Model *model;
    DrawRect area; /* for the nodes */
    float task_w, task_h, thing_w, thing_h;
    int left[LEFT_MOST], left_count;
    int right[PAIRS_MOST], right_count; /* waiters; their things stand below */
    int hidden;
} Graph;

static const ModelGraph *graph(const Graph *g) {
    return &g->model->graph;
}

static bool is_thing(const Graph *g, int node) {
    return graph(g)->nodes[node].badge.who == WHO_NOBODY;
}

static bool is_placed(const Graph *g, int node) {
    return layout_find(g->layout, PART_NODE, graph(g)->nodes[node].id, 0) != NULL;
}

/* The first thing that the node waits for; -1 where it waits for tasks. */
static int awaited_thing(const Graph *g, int node) {
    for (int i = 0; i < graph(g)->edge_count; i++) {
        const ModelEdge *edge = &graph(g)->edges[i];
        if (edge->from == node && is_thing(g, edge->to)) return edge->to;
    }
    return -1;
}

/* A node with its middle there. */
static void put_node(Graph *g, int node, float cx, float cy) {
    bool thing = is_thing(g, node);
    float w = thing ? g->thing_w : g->task_w, h = thing ? g->thing_h : g->task_h;
    DrawRect r = {cx - w / 2, cy - h / 2, w, h};
    LayoutItem *item = layout_add(g->layout, PART_NODE, graph(g)->nodes[node].id, node, r);
    item->style = g->layout->compact ? STYLE_SHORT : STYLE_FULL;
}

/* ---- Who stands where ---------------------------------------------------------------------- */

static int ring_size(const Graph *g) {
    int count = 0;
    while (count < graph(g)->node_count && graph(g)->nodes[count].circle == 1) count++;
    return count < RING_MOST ? count : RING_MOST;
}

static void sort_others(Graph *g, int from) {
    int pairs = g->layout->compact ? 1 : PAIRS_MOST;
    if (from == 0) pairs = 0; /* without a circle the pairs stand in the middle */
    for (int i = from; i < graph(g)->node_count; i++) {
        if (is_thing(g, i)) continue;
        int thing = awaited_thing(g, i);
        bool alone = thing >= from;
        if (from == 0 && thing >= 0) continue;
        if (alone && g->right_count < pairs)
            g->right[g->right_count++] = i;
        else if (!alone && g->left_count < (g->layout->compact ? 2 : LEFT_MOST))
            g->left[g->left_count++] = i;
        else
            g->hidden++;
    }
}

/* ---- Placing ------------------------------------------------------------------------------- */

static void place_left(Graph *g) {
    float step = g->area.h / (float)(g->left_count ? g->left_count : 1);
    for (int i = 0; i < g->left_count; i++)
        put_node(g, g->left[i], g->area.x + g->task_w / 2, g->area.y + step * ((float)i + 0.5F));
}

/* Waiters above, the things that they wait for below. */
static void place_right(Graph *g) {
    float cx = g->area.x + g->area.w - g->task_w / 2, y = g->area.y;
    for (int i = 0; i < g->right_count; i++) {
        put_node(g, g->right[i], cx, y + g->task_h / 2);
        y += g->task_h + 16;
    }
    float below = g->area.y + g->area.h;
    for (int i = g->right_count; i-- > 0;) {
        int thing = awaited_thing(g, g->right[i]);
        if (thing < 0 || is_placed(g, thing) || below - g->thing_h < y + 20) continue;
        put_node(g, thing, cx, below - g->thing_h / 2);
        below -= g->thing_h + 12;
    }
}

/* The nodes of the circle clockwise on two rows. */
static void place_ring(Graph *g, DrawRect r, int count) {
    int top = (count + 1) / 2, bottom = count - top;
    if (count == 2) top = bottom = 1;
    float upper = r.y + g->task_h / 2, lower = r.y + r.h - g->task_h / 2;
    for (int i = 0; i < count; i++) {
        bool above = i < top;
        int row = above ? top : bottom, at = above ? i : count - 1 - i;
        float step = r.w / (float)row;
        put_node(g, i, r.x + step * ((float)at + 0.5F), above ? upper : lower);
    }
}

/* Without a circle: waiters in a row, under each the thing that it waits for. */
static void place_pairs(Graph *g, DrawRect r) {
    int columns = (int)(r.w / (g->task_w + 20)), count = 0, at = 0;
    if (columns > COLUMNS_MOST) columns = COLUMNS_MOST;
    for (int i = 0; i < graph(g)->node_count; i++)
        count += !is_thing(g, i) && awaited_thing(g, i) >= 0;
    int shown = count < columns ? count : columns;
    for (int i = 0; i < graph(g)->node_count && shown; i++) {
        int thing = is_thing(g, i) ? -1 : awaited_thing(g, i);
        if (thing < 0) continue;
        if (at == shown) {
            g->hidden++;
            continue;
        }
        float cx = r.x + r.w / (float)shown * ((float)at++ + 0.5F);
        put_node(g, i, cx, r.y + g->task_h / 2);
        if (!is_placed(g, thing)) put_node(g, thing, cx, r.y + r.h - g->thing_h / 2);
    }
}

static void choose_sizes(Graph *g, int ring) {
    bool compact = g->layout->compact;
    int sides = (g->left_count > 0) + (g->right_count > 0);
    int columns = ring ? (ring + 1) / 2 : 0;
    float gap = compact ? 86 : 110; /* for the words on the edges */
    if (columns > 3) gap = compact ? 34 : 48;
    float room = (g->area.w - gap * (float)(columns - 1 + sides)) / (float)(columns + sides);
    float most = compact ? 212 : 268;
    g->task_w = columns + sides > 0 && room < most ? room : most;
    if (g->task_w < 96) g->task_w = 96;
    g->thing_w = compact ? g->task_w : g->task_w * 0.88F;
    g->task_h = compact ? 68 : 104;
    g->thing_h = compact ? 68 : 88;
}

/* ---- All ----------------------------------------------------------------------------------- */

static void add_edges(Graph *g, DrawRect region) {
    for (int i = 0; i < graph(g)->edge_count; i++)
        layout_add(g->layout, PART_EDGE, (uint32_t)i + 1, i, region);
}

void layout_graph(StageLayout *layout, const Model *model, const LayoutView *view) {
    (void)view;
    DrawRect t = layout->grid.track;
    bool compact = layout->compact;
    float edge = compact ? 20 : 26, title = compact ? 62 : 84, lanes = compact ? 18 : 42;
    float foot = compact ? 26 : 30;
    DrawRect region = {t.x + edge, t.y + 24, t.w - 2 * edge, t.h - 24 - foot};
    if (region.w < 200 || region.h < 160) return;
    layout_add(layout, PART_GRAPH, 0, 0, region);
    /* Lines that go around others run above and below the nodes. */
    Graph g = {.layout = layout, .model = model};
    g.area = (DrawRect){region.x, t.y + title + lanes, region.w,
                        t.y + t.h - foot - lanes * 0.75F - t.y - title - lanes};
    int ring = ring_size(&g);
    sort_others(&g, ring);
    choose_sizes(&g, ring);
    size_t at = layout->count;
    add_edges(&g, region);
    place_left(&g);
    place_right(&g);
    float left = g.left_count ? g.task_w + (compact ? 50 : 70) : 0;
    float right = g.right_count ? g.task_w + (compact ? 40 : 50) : 0;
    DrawRect middle = {g.area.x + left, g.area.y, g.area.w - left - right, g.area.h};
    if (ring)
        place_ring(&g, middle, ring);
    else
        place_pairs(&g, middle);
    LayoutItem *item = &layout->items[at - 1];
    item->value = (float)g.hidden;
}
