#include "command/handout.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <string.h>

#include "lesson/lesson_utf8.h"

/* A4, in points. Text stays text; pictures are embedded. What belongs together stays on one page:
 * a caption with its picture and note, a question with its answers, a heading with what follows. */

static const double PAGE_WIDTH = 595, PAGE_HEIGHT = 842, EDGE = 54, FOOT = 40;
static const double WIDTH = 595 - 2 * 54;

typedef struct {
    double size, leading;      /* of a line */
    double above, below;       /* around the block */
    double indent;             /* of the text */
    double label;              /* where the label stands; below 0: on a line of its own */
    bool bold, mono, together; /* with the block before it */
    double ink;                /* 0 black to 1 white */
} Style;

static const Style styles[HANDOUT_KINDS] = {
    [HANDOUT_TITLE] = {22, 27, 0, 4, 0, 0, true, false, false, 0.1},
    [HANDOUT_LEAD] = {12, 17, 0, 6, 0, 0, false, false, false, 0.25},
    [HANDOUT_HEADING] = {14, 18, 16, 6, 0, 0, true, false, false, 0.1},
    [HANDOUT_ITEM] = {10.5, 15, 0, 2, 14, 2, false, false, false, 0.1},
    [HANDOUT_CODE] = {9, 12.5, 0, 0, 30, 0, false, true, false, 0.1},
    [HANDOUT_MOMENT] = {10.5, 15, 8, 5, 0, -1, false, false, false, 0.1},
    [HANDOUT_NOTE] = {9.5, 13, 3, 4, 12, 0, false, false, true, 0.3},
    [HANDOUT_ASKED] = {10.5, 15, 9, 2, 18, 0, true, false, false, 0.1},
    [HANDOUT_OPTION] = {10.5, 15, 0, 1, 36, 18, false, false, true, 0.1},
    [HANDOUT_ANSWER] = {10.5, 15, 6, 1, 18, 0, true, false, false, 0.1},
    [HANDOUT_BECAUSE] = {10.5, 15, 0, 2, 18, 0, false, false, true, 0.25},
};

typedef struct {
    cairo_t *cr;
    const Handout *handout;
    double y;
    int page;
    bool draws; /* else it only measures */
} Paper;

/* ---- Text ------------------------------------------------------------------------------- */

static void use_font(Paper *p, const Style *s) {
    bool han = strncmp(p->handout->language, "zh", 2) == 0;
    const char *family = han ? "Noto Sans CJK SC" : s->mono ? "JetBrains Mono" : "Inter";
    cairo_select_font_face(p->cr, family, CAIRO_FONT_SLANT_NORMAL,
                           s->bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(p->cr, s->size);
    cairo_set_source_rgb(p->cr, s->ink, s->ink, s->ink);
}

static double text_width(Paper *p, const char *text, size_t length) {
    char piece[1024];
    cairo_text_extents_t extents;
    if (length >= sizeof piece) return WIDTH * 2;
    memcpy(piece, text, length);
    piece[length] = '\0';
    cairo_text_extents(p->cr, piece, &extents);
    return extents.x_advance;
}

static void show(Paper *p, double x, double y, const char *text, size_t length) {
    char piece[1024];
    if (!p->draws || length >= sizeof piece) return;
    memcpy(piece, text, length);
    piece[length] = '\0';
    cairo_move_to(p->cr, x, y);
    cairo_show_text(p->cr, piece);
}

static size_t character(const char *text) {
    uint32_t code;
    size_t length = lesson_utf8_decode(text, strlen(text), &code);
    return length ? length : 1;
}

/* How much of a text fits on a line: up to a blank, or between any two signs where there is none
 * (Chinese has none; a long word is cut). */
static size_t line_length(Paper *p, const char *text, double width) {
    size_t at = 0, blank = 0;
    while (text[at] && text[at] != '\n') {
        size_t next = at + character(text + at);
        if (text_width(p, text, next) > width && at) return blank ? blank : at;
        if (text[at] == ' ') blank = at;
        if ((unsigned char)text[at] >= 0xE3) blank = next; /* a Han sign: a line may end here */
        at = next;
    }
    return at;
}

static void put_text(Paper *p, const Style *s, const char *text) {
    double width = WIDTH - s->indent;
    do {
        size_t length = line_length(p, text, width);
        show(p, EDGE + s->indent, p->y + s->size, text, length);
        p->y += s->leading;
        text += length;
        while (*text == ' ' || *text == '\n') text++;
    } while (*text);
}

/* Blanks at the beginning of code are its meaning; long lines go on below. */
static void put_code(Paper *p, const Style *s, const char *text) {
    double width = WIDTH - s->indent;
    do {
        size_t length = 0;
        while (text[length]) {
            size_t next = length + character(text + length);
            if (text_width(p, text, next) > width) break;
            length = next;
        }
        if (!length && *text) length = character(text);
        show(p, EDGE + s->indent, p->y + s->size, text, length);
        p->y += s->leading;
        text += length;
    } while (*text);
}

/* ---- Blocks ----------------------------------------------------------------------------- */

static void put_label(Paper *p, const Style *s, const char *label) {
    Style small = *s;
    if (s->label < 0) {
        small.size = 8.5;
        small.ink = 0.35;
        use_font(p, &small);
        show(p, EDGE, p->y + small.size, label, strlen(label));
        p->y += 12;
    } else {
        if (s->mono) small.ink = 0.45;
        use_font(p, &small);
        show(p, EDGE + s->label, p->y + s->size, label, strlen(label));
    }
}

static void put_picture(Paper *p, const Surface *picture) {
    double scale = WIDTH / picture->width, height = picture->height * scale;
    if (p->draws) {
        cairo_surface_t *image = cairo_image_surface_create_for_data(
            (unsigned char *)picture->pixels, CAIRO_FORMAT_RGB24, picture->width, picture->height,
            picture->stride * 4);
        cairo_save(p->cr);
        cairo_translate(p->cr, EDGE, p->y);
        cairo_scale(p->cr, scale, scale);
        cairo_set_source_surface(p->cr, image, 0, 0);
        cairo_paint(p->cr);
        cairo_restore(p->cr);
        cairo_surface_destroy(image);
    }
    p->y += height + 4;
}

static void put_block(Paper *p, const HandoutBlock *b) {
    const Style *s = &styles[b->kind];
    double from = p->y += s->above;
    const char *label = b->kind == HANDOUT_ITEM ? "\u2022" : b->label;
    if (*label) put_label(p, s, label);
    use_font(p, s);
    if (s->mono)
        put_code(p, s, b->text);
    else
        put_text(p, s, b->text);
    if (b->kind == HANDOUT_NOTE && p->draws) {
        cairo_set_source_rgb(p->cr, 0.6, 0.4, 0);
        cairo_rectangle(p->cr, EDGE, from, 3, p->y - from);
        cairo_fill(p->cr);
    }
    p->y += s->below;
    if (b->picture) put_picture(p, b->picture);
}

/* ---- Pages ------------------------------------------------------------------------------ */

static void end_page(Paper *p) {
    char number[32];
    const Style foot = {.size = 8, .ink = 0.4};
    use_font(p, &foot);
    snprintf(number, sizeof number, "%d", p->page);
    show(p, EDGE, PAGE_HEIGHT - FOOT / 2, p->handout->title, strlen(p->handout->title));
    double width = text_width(p, number, strlen(number));
    show(p, PAGE_WIDTH - EDGE - width, PAGE_HEIGHT - FOOT / 2, number, strlen(number));
    cairo_show_page(p->cr);
    p->page++;
    p->y = EDGE;
}

/* The end of what has to stay with the block at `from`. */
static size_t group_end(const Handout *h, size_t from) {
    size_t end = from + 1;
    bool heading = h->blocks[from].kind == HANDOUT_HEADING;
    if (heading && end < h->count) end++;
    while (end < h->count && styles[h->blocks[end].kind].together) end++;
    return end;
}

static double height_of(const Paper *p, size_t from, size_t end) {
    Paper measure = *p;
    measure.draws = false;
    measure.y = 0;
    for (size_t i = from; i < end; i++) put_block(&measure, &p->handout->blocks[i]);
    return measure.y;
}

static void put_pages(Paper *p) {
    const Handout *h = p->handout;
    for (size_t i = 0; i < h->count;) {
        size_t end = group_end(h, i);
        bool begun = p->y > EDGE;
        bool apart = h->blocks[i].new_page;
        if (begun && (apart || p->y + height_of(p, i, end) > PAGE_HEIGHT - EDGE - FOOT / 2))
            end_page(p);
        for (; i < end; i++) put_block(p, &h->blocks[i]);
    }
    end_page(p);
}

bool handout_write_pdf(const Handout *h, const char *path, char *error, size_t error_size) {
    cairo_surface_t *surface = cairo_pdf_surface_create(path, PAGE_WIDTH, PAGE_HEIGHT);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, h->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Coroscope");
    Paper paper = {.cr = cairo_create(surface), .handout = h, .y = EDGE, .page = 1, .draws = true};
    put_pages(&paper);
    cairo_status_t status = cairo_status(paper.cr);
    cairo_destroy(paper.cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status == CAIRO_STATUS_SUCCESS) return true;
    snprintf(error, error_size, "%s: %s", path, cairo_status_to_string(status));
    return false;
}
