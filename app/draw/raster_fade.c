#include "draw/raster_parts.h"

#include <string.h>

/* A cross-fade is a list with a group that hides all below it: one picture, and over it the next
   one, more or less faint. Where both are the same, so is every frame of the fade: only where they
   differ is it painted. What comes after the group lies on both. */

/* The pictures that a list shows: `faint` over `plain`, or the same one twice. */
typedef struct {
    PaintedList plain, faint;
    bool fades;
} Layers;

static bool hides_all(const DrawList *list, const Painted *item, PixelRect all) {
    const DrawCommand *box = &list->commands[item->index];
    return box->kind == DRAW_BOX && box->colour == list->background && !(box->radius > 0) &&
           !(box->stroke.width > 0) && rect_same(item->bounds, all);
}

/* The first group that hides all: its push and its pop among the painted; false: there is none. */
static bool find_fade(const DrawList *list, const PaintedList *painted, PixelRect all, size_t *push,
                      size_t *pop) {
    int depth = 0;
    for (size_t i = 0; i < painted->count; i++) {
        uint8_t kind = list->commands[painted->items[i].index].kind;
        if (kind == DRAW_ALPHA_PUSH && depth++ == 0) *push = i;
        if (kind != DRAW_ALPHA_POP || --depth > 0) continue;
        *pop = i;
        if (*push + 1 < i && hides_all(list, &painted->items[*push + 1], all)) return true;
    }
    return false;
}

static bool copy_items(Raster *raster, PaintedList *to, const Painted *items, size_t count) {
    if (!raster_reserve(raster, &to->items, &to->room, to->count + count, sizeof *items))
        return false;
    if (count) memcpy(to->items + to->count, items, count * sizeof *items);
    to->count += count;
    return true;
}

/* Fills in two lists of the rasteriser's, so that the same comparison serves as for plain pictures.
 */
static bool split(Raster *raster, const DrawList *list, const PaintedList *painted, PixelRect all,
                  PaintedList parts[2], Layers *out) {
    size_t push = 0, pop = 0;
    *out = (Layers){*painted, *painted, find_fade(list, painted, all, &push, &pop)};
    if (!out->fades) return true;
    const Painted *after = painted->items + pop + 1;
    size_t rest = painted->count - pop - 1;
    parts[0].count = parts[1].count = 0;
    bool ok = copy_items(raster, &parts[0], painted->items, push) &&
              copy_items(raster, &parts[0], after, rest) &&
              copy_items(raster, &parts[1], painted->items + push + 2, pop - push - 2) &&
              copy_items(raster, &parts[1], after, rest);
    out->plain = parts[0];
    out->faint = parts[1];
    return ok;
}

bool raster_diff_fading(Raster *raster, const DrawList *previous, const DrawList *next,
                        PixelRect all, PixelRect *dirty, int *count) {
    Layers before, after;
    *count = 0;
    if (!split(raster, previous, &raster->before, all, raster->parts, &before) ||
        !split(raster, next, &raster->after, all, raster->parts + 2, &after))
        return false;
    raster_diff(previous, &before.faint, next, &after.plain, dirty, count);
    if (before.fades) raster_diff(previous, &before.plain, previous, &before.faint, dirty, count);
    if (after.fades) raster_diff(next, &after.plain, next, &after.faint, dirty, count);
    return true;
}
