/* What the line that runs next is about to do, told from its words. */
#include "model/caption_line.h"

#include <string.h>

/* Bytes of the source that a caption shows; of what a loop goes through. */
enum { MOST_CODE = 44, MOST_ITEMS = 30 };

/* ---- Pieces of lines ------------------------------------------------------------------------- */

CaptionPiece caption_piece_skip(CaptionPiece p) {
    while (p.length && (*p.text == ' ' || *p.text == '\t')) p.text++, p.length--;
    return p;
}

CaptionPiece caption_piece_line(const Caption *c, int line) {
    const SourceText *text = c->facts->source;
    if (!text || line < 1 || line > text->line_count) return (CaptionPiece){"", 0};
    const SourceLine *source = &text->lines[line - 1];
    return caption_piece_skip((CaptionPiece){source->text, source->length});
}

bool caption_piece_take(CaptionPiece *p, const char *word) {
    size_t length = strlen(word);
    if (p->length <= length || memcmp(p->text, word, length) != 0 || p->text[length] != ' ')
        return false;
    *p = caption_piece_skip((CaptionPiece){p->text + length, p->length - length});
    return true;
}

static CaptionPiece trim_right(CaptionPiece p) {
    while (p.length && strchr(" \t\r", p.text[p.length - 1])) p.length--;
    return p;
}

CaptionPiece caption_piece_cut(CaptionPiece p, const char *ends) {
    size_t length = 0;
    while (length < p.length && !strchr(ends, p.text[length])) length++;
    return trim_right((CaptionPiece){p.text, length});
}

static const char *find(CaptionPiece p, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= p.length; i++)
        if (memcmp(p.text + i, word, length) == 0) return p.text + i;
    return NULL;
}

static CaptionPiece after(CaptionPiece p, const char *from) {
    return caption_piece_skip((CaptionPiece){from, (size_t)(p.text + p.length - from)});
}

/* Without a remark at its end, which begins outside of strings. */
static CaptionPiece without_remark(CaptionPiece p) {
    char quote = 0;
    for (size_t i = 0; i < p.length; i++) {
        char ch = p.text[i];
        if (quote && ch == '\\')
            i++;
        else if (quote)
            quote = ch == quote ? 0 : quote;
        else if (ch == '"' || ch == '\'')
            quote = ch;
        else if (ch == '#')
            p.length = i;
    }
    return trim_right(p);
}

/* "if x:" is about x; "for a in b:" about b. */
static CaptionPiece without_colon(CaptionPiece p) {
    if (p.length && p.text[p.length - 1] == ':') p.length--;
    return trim_right(p);
}

/* ---- Statements ------------------------------------------------------------------------------ */

typedef struct {
    TextKey key; /* TEXT_COUNT: nothing is said */
    CaptionPiece code;
} Doing;

static const Doing NOTHING = {TEXT_COUNT, {"", 0}};

/* On the way out of a block its line runs once more: then it is no entering. */
static bool comes_from_above(const Caption *c) {
    const CsSnapshot *now = c->facts->now, *before = c->facts->before;
    bool same =
        before && before->running.id == now->running.id && before->frame_count == now->frame_count;
    return same && before->line_next < now->line_next;
}

static Doing with_block(const Caption *c, TextKey key, CaptionPiece p) {
    const char *as = find(p, " as ");
    if (as) p.length = (size_t)(as - p.text);
    return comes_from_above(c) ? (Doing){key, without_colon(p)} : NOTHING;
}

/* What is written out there is made at the first time only. */
static Doing loop(TextKey key, CaptionPiece p) {
    const char *in = find(p, " in ");
    CaptionPiece over = in ? without_colon(after(p, in + 4)) : p;
    return in && over.length <= MOST_ITEMS && !find(over, "[") ? (Doing){key, over} : NOTHING;
}

static Doing async_statement(const Caption *c, CaptionPiece p) {
    if (caption_piece_take(&p, "def"))
        return (Doing){TEXT_NEXT_ASYNC_DEF, caption_piece_cut(p, "([ ")};
    if (caption_piece_take(&p, "with")) return with_block(c, TEXT_NEXT_ASYNC_WITH, p);
    if (caption_piece_take(&p, "for")) return loop(TEXT_NEXT_ASYNC_FOR, p);
    return NOTHING;
}

static bool is_word(CaptionPiece p, const char *word) {
    return p.length == strlen(word) && memcmp(p.text, word, p.length) == 0;
}

static bool is_call_of(CaptionPiece p, const char *name) {
    size_t length = strlen(name);
    return p.length > length && memcmp(p.text, name, length) == 0 && p.text[length] == '(';
}

/* Names, attributes and commas before a single '='. */
static Doing assignment(CaptionPiece p) {
    static const char LETTERS[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_., ";
    size_t length = 0;
    while (length < p.length && strchr(LETTERS, p.text[length])) length++;
    CaptionPiece name = trim_right((CaptionPiece){p.text, length});
    bool plain = length + 1 < p.length && p.text[length] == '=' && p.text[length + 1] == ' ';
    bool changes = length + 2 < p.length && strchr("+-*/|&", p.text[length]) &&
                   p.text[length + 1] == '=' && p.text[length + 2] == ' ';
    if (!name.length || (!plain && !changes)) return NOTHING;
    CaptionPiece value = after(p, p.text + length + (plain ? 1 : 2));
    if (caption_piece_take(&value, "await")) return (Doing){TEXT_NEXT_AWAIT, value};
    if (caption_piece_take(&value, "yield")) return (Doing){TEXT_NEXT_YIELD, value};
    return (Doing){TEXT_NEXT_ASSIGN, name};
}

static Doing expression(CaptionPiece p) {
    if (is_call_of(p, "print")) return (Doing){TEXT_NEXT_PRINT, p};
    if (is_call_of(p, "asyncio.run")) return (Doing){TEXT_NEXT_RUN, p};
    Doing sets = assignment(p);
    if (sets.key != TEXT_COUNT) return sets;
    CaptionPiece name = caption_piece_cut(p, "(");
    bool call = name.length < p.length && !memchr(name.text, ' ', name.length);
    return call ? (Doing){TEXT_NEXT_CALL, p} : NOTHING;
}

static Doing doing_of(const Caption *c, CaptionPiece p) {
    static const struct {
        const char *word;
        TextKey key;
        const char *ends; /* of the code that is shown; NULL: all of it */
    } words[] = {{"def", TEXT_NEXT_DEF, "([ "},      {"class", TEXT_NEXT_CLASS, "([: "},
                 {"import", TEXT_NEXT_IMPORT, ";"},  {"from", TEXT_NEXT_IMPORT, " "},
                 {"await", TEXT_NEXT_AWAIT, NULL},   {"return", TEXT_NEXT_RETURN, NULL},
                 {"raise", TEXT_NEXT_RAISE, NULL},   {"if", TEXT_NEXT_ASK, NULL},
                 {"elif", TEXT_NEXT_ASK, NULL},      {"while", TEXT_NEXT_ASK, NULL},
                 {"except", TEXT_NEXT_EXCEPT, NULL}, {"except*", TEXT_NEXT_EXCEPT, NULL},
                 {"yield", TEXT_NEXT_YIELD, NULL}};
    p = without_remark(p);
    if (is_word(p, "return")) return (Doing){TEXT_NEXT_RETURN_NONE, p};
    if (is_word(p, "raise")) return (Doing){TEXT_NEXT_RAISE_AGAIN, p};
    if (is_word(p, "try:")) return (Doing){TEXT_NEXT_TRY, p};
    if (caption_piece_take(&p, "async")) return async_statement(c, p);
    if (caption_piece_take(&p, "with")) return with_block(c, TEXT_NEXT_WITH, p);
    if (caption_piece_take(&p, "for")) return loop(TEXT_NEXT_FOR, p);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!caption_piece_take(&p, words[i].word)) continue;
        const char *as = words[i].key == TEXT_NEXT_EXCEPT ? find(p, " as ") : NULL;
        if (as) p.length = (size_t)(as - p.text);
        if (words[i].key == TEXT_NEXT_ASK && is_word(p, "True:")) return NOTHING;
        if (words[i].ends) p = caption_piece_cut(p, words[i].ends);
        return (Doing){words[i].key, without_colon(p)};
    }
    return expression(p);
}

/* ---- The sentence ---------------------------------------------------------------------------- */

/* As much of it as a caption has room for, whole letters. */
static ModelText code_text(Caption *c, CaptionPiece p) {
    bool more = p.length > MOST_CODE;
    if (more) p.length = MOST_CODE;
    while (more && p.length && ((unsigned char)p.text[p.length] & 0xC0) == 0x80) p.length--;
    bool open = p.length && strchr("([{,", p.text[p.length - 1]);
    const char *text = model_copy(c->pool, p.text, p.length);
    if (more || open) text = model_print(c->pool, "%s\u2026", text);
    return sentence_piece(c->pool, SPAN_CODE, text);
}

/* What the line does, as a clause; empty where its words do not tell. */
static ModelText clause_of(Caption *c, int line) {
    Sentence clause = {.pool = c->pool};
    Doing doing = doing_of(c, caption_piece_line(c, line));
    if (doing.key == TEXT_COUNT || !doing.code.length) return clause.text;
    ModelText code = code_text(c, doing.code);
    sentence_fill(&clause, text_get(c->model->words, doing.key), &code, 1);
    return clause.text;
}

void caption_next_line(Caption *c, ModelText who) {
    int number = c->facts->now->line_next;
    ModelText line = caption_plain(c, model_print(c->pool, "%d", number));
    ModelText clause = clause_of(c, number);
    if (who.count)
        caption_say(c, clause.count ? TEXT_SAY_NEXT_LINE_OF_DOES : TEXT_SAY_NEXT_LINE_OF, who, line,
                    clause);
    else if (clause.count)
        caption_say2(c, TEXT_SAY_NEXT_LINE_DOES, line, clause);
    else
        caption_say1(c, TEXT_SAY_NEXT_LINE, line);
}
