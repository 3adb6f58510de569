#include "draw/draw.h"

#include "draw/glyphs.h"

/* Numbers as people write them: at most two decimals, no trailing zeros, no minus zero. */
static void print_number(FILE *out, float v) {
    if (!(v > -1e7F && v < 1e7F)) {
        fprintf(out, "%g", (double)v);
        return;
    }
    long hundredths = (long)(v < 0 ? v * 100 - 0.5F : v * 100 + 0.5F);
    unsigned long size = (unsigned long)(hundredths < 0 ? -hundredths : hundredths);
    fprintf(out, "%s%lu", hundredths < 0 ? "-" : "", size / 100);
    unsigned long rest = size % 100;
    if (rest) fprintf(out, rest % 10 ? ".%02lu" : ".%lu", rest % 10 ? rest : rest / 10);
}

static void print_pair(FILE *out, float a, char between, float b) {
    print_number(out, a);
    fputc(between, out);
    print_number(out, b);
}

static void print_optional(FILE *out, const char *name, float v) {
    if (!(v < 0) && !(v > 0)) return;
    fprintf(out, " %s", name);
    print_number(out, v);
}

static void print_rect(FILE *out, const DrawCommand *c) {
    fputc(' ', out);
    print_pair(out, c->x, ',', c->y);
    fputc(' ', out);
    print_pair(out, c->w, 'x', c->h);
    print_optional(out, "r", c->radius);
}

static void print_stroke(FILE *out, const DrawStroke *s) {
    print_optional(out, "w", s->width);
    if (s->on > 0) {
        fputs(" dash ", out);
        print_pair(out, s->on, '/', s->off);
        print_optional(out, "phase ", s->phase);
    }
    print_optional(out, "arrow ", s->arrow);
    print_optional(out, "bend ", s->bend);
    if (s->cap == DRAW_CAP_ROUND) fputs(" round", out);
}

static void print_colour(FILE *out, const char *name, DrawColour colour) {
    if (colour >> 24 == 0) return;
    if (colour >> 24 == 255)
        fprintf(out, " %s%06X", name, (unsigned)(colour & 0xFFFFFFU));
    else
        fprintf(out, " %s%06X/%02X", name, (unsigned)(colour & 0xFFFFFFU),
                (unsigned)(colour >> 24));
}

static void print_points(FILE *out, const DrawList *list, const DrawCommand *c) {
    for (uint32_t i = 0; i < c->count; i++) {
        fputc(' ', out);
        print_pair(out, list->points[c->first + i].x, ',', list->points[c->first + i].y);
    }
    print_stroke(out, &c->stroke);
    print_colour(out, "", c->colour);
}

static void print_round(FILE *out, const DrawCommand *c) {
    fputc(' ', out);
    print_pair(out, c->x, ',', c->y);
    print_optional(out, "r", c->radius);
    if (c->from > 0 || c->to < 1) {
        fputc(' ', out);
        print_pair(out, c->from, '-', c->to);
    }
    print_stroke(out, &c->stroke);
    print_colour(out, "", c->colour);
}

static void print_text(FILE *out, const DrawList *list, const DrawCommand *c) {
    static const char *const fonts[FONT_COUNT] = {
        "ui", "ui-medium", "ui-semibold", "ui-bold", "mono", "mono-semibold", "mono-bold",
    };
    static const char *const aligns[] = {"", " centre", " right"};
    fputc(' ', out);
    print_pair(out, c->x, ',', c->y);
    fprintf(out, " %s ", fonts[c->what]);
    print_number(out, c->h);
    fputs(aligns[c->align], out);
    print_optional(out, "tracking ", c->from);
    print_colour(out, "", c->colour);
    fputs(" \"", out);
    fwrite(list->text + c->first, 1, c->count, out);
    fputc('"', out);
}

static void print_command(FILE *out, const DrawList *list, const DrawCommand *c) {
    switch ((DrawKind)c->kind) {
    case DRAW_BOX:
        print_rect(out, c);
        if (c->corners) fprintf(out, " corners %u", (unsigned)c->corners);
        print_colour(out, "fill ", c->colour);
        print_colour(out, "line ", c->line);
        print_stroke(out, &c->stroke);
        break;
    case DRAW_POLYGON:
    case DRAW_LINE:
    case DRAW_CURVE: print_points(out, list, c); break;
    case DRAW_ARC:
    case DRAW_PIE: print_round(out, c); break;
    case DRAW_HATCH:
        print_rect(out, c);
        print_optional(out, "pitch ", c->pitch);
        print_optional(out, "origin ", c->from);
        if (c->what) fputs(" cross", out);
        print_stroke(out, &c->stroke);
        print_colour(out, "", c->colour);
        break;
    case DRAW_TEXT: print_text(out, list, c); break;
    case DRAW_ICON:
        fprintf(out, " %s ", glyph_icon_name((DrawIcon)c->what));
        print_pair(out, c->x, ',', c->y);
        print_optional(out, "size ", c->h);
        print_colour(out, "", c->colour);
        break;
    case DRAW_CLIP_PUSH: print_rect(out, c); break;
    case DRAW_ALPHA_PUSH: print_optional(out, "", c->from); break;
    case DRAW_CLIP_POP:
    case DRAW_ALPHA_POP: break;
    }
}

void draw_list_print(const DrawList *list, FILE *out) {
    static const char *const names[] = {
        [DRAW_BOX] = "box",           [DRAW_POLYGON] = "polygon", [DRAW_LINE] = "line",
        [DRAW_CURVE] = "curve",       [DRAW_ARC] = "arc",         [DRAW_PIE] = "pie",
        [DRAW_HATCH] = "hatch",       [DRAW_TEXT] = "text",       [DRAW_ICON] = "icon",
        [DRAW_CLIP_PUSH] = "clip",    [DRAW_CLIP_POP] = "unclip", [DRAW_ALPHA_PUSH] = "alpha",
        [DRAW_ALPHA_POP] = "unalpha",
    };
    fprintf(out, "background %06X\n", (unsigned)(list->background & 0xFFFFFFU));
    for (size_t i = 0; i < list->count; i++) {
        fputs(names[list->commands[i].kind], out);
        print_command(out, list, &list->commands[i]);
        fputc('\n', out);
    }
    if (list->full) fputs("full\n", out);
}

void draw_list_print_texts(const DrawList *list, FILE *out) {
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        if (c->kind != DRAW_TEXT) continue;
        fwrite(list->text + c->first, 1, c->count, out);
        fputc('\n', out);
    }
}
