/* What a line has done that makes a name: `def`, `async def`, `class`, `import`. */
#include "model/caption_line.h"

#include <string.h>

static const char *find_word(CaptionPiece p, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= p.length; i++)
        if (memcmp(p.text + i, word, length) == 0) return p.text + i;
    return NULL;
}

/* The names of `from module import names`; of a list in brackets, the module. */
static CaptionPiece imported_names(CaptionPiece p) {
    static const char WORD[] = " import ";
    const char *names = find_word(p, WORD);
    CaptionPiece module = caption_piece_cut(p, " "), rest = {NULL, 0};
    if (!names) return module;
    names += sizeof WORD - 1;
    rest = caption_piece_skip((CaptionPiece){names, (size_t)(p.text + p.length - names)});
    return rest.length && *rest.text != '(' && *rest.text != '*' ? caption_piece_cut(rest, "#;")
                                                                 : module;
}

static bool say(Caption *c, TextKey key, CaptionPiece name) {
    if (name.length == 0) return false;
    const char *text = model_copy(c->pool, name.text, name.length);
    const char *line = model_print(c->pool, "%d", c->facts->now->line_next);
    caption_say2(c, key, sentence_piece(c->pool, SPAN_PLAIN, text),
                 sentence_piece(c->pool, SPAN_PLAIN, line));
    return true;
}

bool caption_definition(Caption *c) {
    const CsSnapshot *before = c->facts->before;
    int line = c->facts->now->line_before;
    if (!before || before->line_next != line) return false;
    CaptionPiece p = caption_piece_line(c, line);
    if (caption_piece_take(&p, "async"))
        return caption_piece_take(&p, "def") &&
               say(c, TEXT_SAY_DEFINED_ASYNC, caption_piece_cut(p, "([ "));
    if (caption_piece_take(&p, "def")) return say(c, TEXT_SAY_DEFINED, caption_piece_cut(p, "([ "));
    if (caption_piece_take(&p, "class"))
        return say(c, TEXT_SAY_DEFINED_CLASS, caption_piece_cut(p, "([: "));
    if (caption_piece_take(&p, "import"))
        return say(c, TEXT_SAY_IMPORTED, caption_piece_cut(p, "#;"));
    if (caption_piece_take(&p, "from")) return say(c, TEXT_SAY_IMPORTED, imported_names(p));
    return false;
}

/* The line of the source that begins `class NAME`; 0: there is none. */
static int class_line(const Caption *c, const char *name, size_t length) {
    const SourceText *text = c->facts->source;
    for (int line = 1; text && line <= text->line_count; line++) {
        CaptionPiece p = caption_piece_line(c, line);
        if (!caption_piece_take(&p, "class")) continue;
        p = caption_piece_cut(p, "([: ");
        if (p.length == length && memcmp(p.text, name, length) == 0) return line;
    }
    return 0;
}

bool caption_class_body(Caption *c, const CsFrame *entered, const CsFrame *left) {
    const CsFrame *frame = entered ? entered : left;
    const char *name = frame->function, *dot = strrchr(name, '.');
    CaptionPiece piece = {dot ? dot + 1 : name, strlen(dot ? dot + 1 : name)};
    if (*frame->arguments || !class_line(c, piece.text, piece.length)) return false;
    return say(c, entered ? TEXT_SAY_CLASS_BODY : TEXT_SAY_DEFINED_CLASS, piece);
}
