#include "command/handout.h"

#include <stdlib.h>
#include <string.h>

#include "draw/png.h"
#include "platform/platform_files.h"

/* One file with all that it needs: pictures are data: URIs, and a picture's caption is what a
   reader who cannot see it is told. */

typedef struct {
    char *text;
    size_t used, room;
} Page;

static void put(Page *p, const char *text, size_t length) {
    if (p->used + length + 1 > p->room) {
        p->room = (p->used + length + 1) * 2;
        p->text = lesson_pool_resize(p->text, p->room, 1);
    }
    memcpy(p->text + p->used, text, length);
    p->used += length;
}

static void put_z(Page *p, const char *text) {
    put(p, text, strlen(text));
}

static void put_escaped(Page *p, const char *text) {
    for (; *text; text++) {
        switch (*text) {
        case '<': put_z(p, "&lt;"); break;
        case '>': put_z(p, "&gt;"); break;
        case '&': put_z(p, "&amp;"); break;
        case '"': put_z(p, "&quot;"); break;
        default: put(p, text, 1);
        }
    }
}

static void put_base64(Page *p, const uint8_t *bytes, size_t length) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t three = (uint32_t)bytes[i] << 16;
        if (left > 1) three |= (uint32_t)bytes[i + 1] << 8;
        if (left > 2) three |= bytes[i + 2];
        char four[4] = {digits[three >> 18], digits[three >> 12 & 63],
                        left > 1 ? digits[three >> 6 & 63] : '=',
                        left > 2 ? digits[three & 63] : '='};
        put(p, four, sizeof four);
    }
}

static const char style[] =
    "body{font:17px/1.5 Inter,system-ui,sans-serif;color:#1b2430;background:#fff;max-width:60rem;"
    "margin:2rem auto;padding:0 1rem}\n"
    "h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}\n"
    "h2{font-size:1.35rem;margin:2.5rem 0 .75rem;border-bottom:2px solid #d5dbe3;"
    "padding-bottom:.25rem}\n"
    ".lead{font-size:1.15rem;color:#3d4a5c}\n"
    "pre{font:15px/1.5 'JetBrains Mono',ui-monospace,monospace;background:#f4f6f9;"
    "border:1px solid #d5dbe3;border-radius:6px;padding:.75rem 1rem;overflow-x:auto}\n"
    "pre b{display:inline-block;width:2.2em;margin-right:1em;text-align:right;font-weight:400;"
    "color:#5b6878;user-select:none}\n"
    "figure{margin:1.5rem 0 2rem;break-inside:avoid}\n"
    "figure img{width:100%;height:auto;border:1px solid #d5dbe3;border-radius:6px}\n"
    "figcaption{margin-bottom:.5rem}\n"
    ".place{display:block;font-size:.9rem;color:#4a5768}\n"
    ".note{border-left:4px solid #9a6700;background:#fff8e6;padding:.5rem .75rem;margin:.5rem 0}\n"
    ".asked{font-weight:600;margin:1.25rem 0 .25rem;break-after:avoid}\n"
    ".option{margin:.15rem 0 .15rem 1.5rem}\n"
    ".because{margin:.1rem 0 .6rem 1.5rem;color:#3d4a5c}\n"
    "h2{break-after:avoid}\n"
    "h2.apart{break-before:page}\n"
    "@media print{body{margin:0;max-width:none;font-size:11pt}}\n";

/* ---- Blocks ------------------------------------------------------------------------------ */

static void put_element(Page *p, const char *open, const HandoutBlock *b, const char *close) {
    put_z(p, open);
    put_escaped(p, b->text);
    put_z(p, close);
}

/* False: not enough memory for the picture. */
static bool put_moment(Page *p, const HandoutBlock *b) {
    size_t length = 0;
    put_z(p, "<figure>\n<figcaption><span class=\"place\">");
    put_escaped(p, b->label);
    put_element(p, "</span>", b, "</figcaption>\n");
    if (b->picture) {
        uint8_t *bytes = png_encode(b->picture, &length);
        if (!bytes) return false;
        put_element(p, "<img alt=\"", b, "\" src=\"data:image/png;base64,");
        put_base64(p, bytes, length);
        put_z(p, "\">\n");
        free(bytes);
    }
    put_z(p, "</figure>\n");
    return true;
}

static void put_labelled(Page *p, const char *open, const HandoutBlock *b, const char *after) {
    put_z(p, open);
    put_escaped(p, b->label);
    put_element(p, after, b, "</p>\n");
}

static bool put_block(Page *p, const HandoutBlock *b) {
    switch (b->kind) {
    case HANDOUT_TITLE: put_element(p, "<h1>", b, "</h1>\n"); break;
    case HANDOUT_LEAD: put_element(p, "<p class=\"lead\">", b, "</p>\n"); break;
    case HANDOUT_HEADING:
        put_element(p, b->new_page ? "<h2 class=\"apart\">" : "<h2>", b, "</h2>\n");
        break;
    case HANDOUT_ITEM: put_element(p, "<li>", b, "</li>\n"); break;
    case HANDOUT_CODE:
        put_z(p, "<b>");
        put_z(p, b->label);
        put_element(p, "</b>", b, "\n");
        break;
    case HANDOUT_MOMENT: return put_moment(p, b);
    case HANDOUT_NOTE: put_element(p, "<p class=\"note\">", b, "</p>\n"); break;
    case HANDOUT_ASKED: put_labelled(p, "<p class=\"asked\">", b, ". "); break;
    case HANDOUT_OPTION: put_labelled(p, "<p class=\"option\">", b, "&ensp;"); break;
    case HANDOUT_ANSWER: put_labelled(p, "<p class=\"asked\">", b, ". "); break;
    case HANDOUT_BECAUSE: put_element(p, "<p class=\"because\">", b, "</p>\n"); break;
    case HANDOUT_KINDS: break;
    }
    return true;
}

/* What stands around a run of blocks of one kind. */
static const char *around(HandoutKind kind, bool begins) {
    if (kind == HANDOUT_ITEM) return begins ? "<ul>\n" : "</ul>\n";
    if (kind == HANDOUT_CODE) return begins ? "<pre>" : "</pre>\n";
    return "";
}

static bool put_blocks(Page *p, const Handout *h) {
    HandoutKind before = HANDOUT_KINDS;
    for (size_t i = 0; i < h->count; i++) {
        HandoutKind kind = h->blocks[i].kind;
        if (kind != before) {
            put_z(p, around(before, false));
            put_z(p, around(kind, true));
        }
        if (!put_block(p, &h->blocks[i])) return false;
        before = kind;
    }
    put_z(p, around(before, false));
    return true;
}

bool handout_write_html(const Handout *h, const char *path, char *error, size_t error_size) {
    Page p = {0};
    put_z(&p, "<!DOCTYPE html>\n<html lang=\"");
    put_escaped(&p, h->language);
    put_z(&p, "\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    put_escaped(&p, h->title);
    put_z(&p, "</title>\n<style>\n");
    put_z(&p, style);
    put_z(&p, "</style>\n</head>\n<body>\n<main>\n");
    bool good = put_blocks(&p, h);
    put_z(&p, "</main>\n</body>\n</html>\n");
    if (good)
        good = platform_write_file(path, p.text, p.used, error, error_size);
    else
        snprintf(error, error_size, "there is not enough memory for the pictures");
    free(p.text);
    return good;
}
