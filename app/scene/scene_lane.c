/* A lane from far away: blocks that are thinner than a few pixels are drawn as one, which shows the
   liveliest of them, so that a run of many thousand handles costs no more than the window is wide.
 */
#include "scene/scene.h"

enum { MOST_LOOKED_AT = 64 };

static const float THIN = 2, BUCKET = 3;

static float x_of(const SceneLane *l, TimelineAt at) {
    return l->origin + timeline_x(l->scene->model->timeline, &l->scene->view->layout->fit, at);
}

/* The first block from `k` on that begins at or right of x. */
static size_t block_at(const SceneLane *l, size_t k, float x) {
    size_t low = k, high = l->lane->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x_of(l, l->lane->blocks[middle].from) < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static BlockKind liveliest(const SceneLane *l, size_t from, size_t to) {
    static const uint8_t lively[] = {[BLOCK_READY] = 4,
                                     [BLOCK_RUNNING] = 5,
                                     [BLOCK_WAITING] = 1,
                                     [BLOCK_CANCELLING] = 3,
                                     [BLOCK_CREATED] = 2};
    BlockKind best = BLOCK_WAITING;
    size_t step = (to - from) / MOST_LOOKED_AT + 1;
    for (size_t i = from; i < to; i += step) {
        BlockKind kind = (BlockKind)l->lane->blocks[i].kind;
        if (lively[kind] > lively[best]) best = kind;
    }
    return best;
}

static void put_bucket(const SceneLane *l, BlockKind kind, float from, float to) {
    const Theme *t = l->scene->theme;
    const DrawColour colours[] = {[BLOCK_READY] = t->ready,
                                  [BLOCK_RUNNING] = t->running,
                                  [BLOCK_WAITING] = t->waiting,
                                  [BLOCK_CANCELLING] = t->cancelled,
                                  [BLOCK_CREATED] = t->created};
    bool low = kind == BLOCK_WAITING || kind == BLOCK_CANCELLING;
    float tall = low ? l->tall * 0.55F : l->tall;
    draw_fill(l->scene->list, (DrawRect){from, l->cy - tall / 2, to - from, tall}, 0,
              colours[kind]);
}

size_t scene_lane_bucket(const SceneLane *l, size_t k) {
    const TimelineBlock *block = &l->lane->blocks[k];
    float from = x_of(l, block->from), to = x_of(l, block->to);
    if (to - from >= THIN || k + 1 >= l->lane->count) return k;
    if (x_of(l, l->lane->blocks[k + 1].to) - from >= BUCKET) return k;
    size_t next = block_at(l, k + 1, from + BUCKET);
    /* A wide block that begins in the bucket is drawn by itself. */
    if (next > k + 1 && x_of(l, l->lane->blocks[next - 1].to) - from > 2 * BUCKET) next--;
    if (next <= k + 1) return k;
    put_bucket(l, liveliest(l, k, next), from, x_of(l, l->lane->blocks[next - 1].to));
    return next;
}
