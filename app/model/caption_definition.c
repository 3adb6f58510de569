/* What a line has done that makes a name: `def`, `async def`, `import`. */
#include "model/caption.h"

#include <string.h>

/* A piece of a source line; not NUL-terminated. */
typedef struct {
    const char *text;
    size_t length;
} Piece;

static Piece skip_spaces(Piece p) {
    while (p.length && (*p.text == ' ' || *p.text == '\t')) p.text++, p.length--;
    return p;
}

/* Past the word, where the piece begins with it and a space. */
static bool take_word(Piece *p, const char *word) {
    size_t length = strlen(word);
    if (p->length <= length || memcmp(p->text, word, length) != 0 || p->text[length] != ' ')
        return false;
    *p = skip_spaces((Piece){p->text + length, p->length - length});
    return true;
}

/* Up to one of the characters, without the spaces before it. */
static Piece cut_at(Piece p, const char *ends) {
    size_t length = 0;
    while (length < p.length && !strchr(ends, p.text[length])) length++;
    while (length && strchr(" \t\r", p.text[length - 1])) length--;
    return (Piece){p.text, length};
}

static const char *find_word(Piece p, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= p.length; i++)
        if (memcmp(p.text + i, word, length) == 0) return p.text + i;
    return NULL;
}

/* The names of `from module import names`; of a list in brackets, the module. */
static Piece imported_names(Piece p) {
    static const char WORD[] = " import ";
    const char *names = find_word(p, WORD);
    Piece module = cut_at(p, " "), rest = {NULL, 0};
    if (!names) return module;
    names += sizeof WORD - 1;
    rest = skip_spaces((Piece){names, (size_t)(p.text + p.length - names)});
    return rest.length && *rest.text != '(' && *rest.text != '*' ? cut_at(rest, "#;") : module;
}

static bool say(Caption *c, TextKey key, Piece name) {
    if (name.length == 0) return false;
    const char *text = model_copy(c->pool, name.text, name.length);
    const char *line = model_print(c->pool, "%d", c->facts->now->line_next);
    caption_say2(c, key, sentence_piece(c->pool, SPAN_PLAIN, text),
                 sentence_piece(c->pool, SPAN_PLAIN, line));
    return true;
}

bool caption_definition(Caption *c) {
    const SourceText *text = c->facts->source;
    const CsSnapshot *before = c->facts->before;
    int line = c->facts->now->line_before;
    if (!text || !before || line < 1 || line > text->line_count || before->line_next != line)
        return false;
    const SourceLine *source = &text->lines[line - 1];
    Piece p = skip_spaces((Piece){source->text, source->length});
    if (take_word(&p, "async"))
        return take_word(&p, "def") && say(c, TEXT_SAY_DEFINED_ASYNC, cut_at(p, "([ "));
    if (take_word(&p, "def")) return say(c, TEXT_SAY_DEFINED, cut_at(p, "([ "));
    if (take_word(&p, "import")) return say(c, TEXT_SAY_IMPORTED, cut_at(p, "#;"));
    if (take_word(&p, "from")) return say(c, TEXT_SAY_IMPORTED, imported_names(p));
    return false;
}
