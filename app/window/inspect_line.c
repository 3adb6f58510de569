/* The inspector's "line so far": what is evaluated of the line that a frame stands in the middle
 * of. And its repr(). */
#include <stdio.h>
#include <string.h>

#include "session/session_look.h"
#include "window/mode.h"

enum { SO_FAR = 200 };

/* Where a character of the line begins, in bytes. */
static size_t byte_of(const SourceLine *line, int column) {
    size_t at = 0;
    for (; column > 0 && at < line->length; column--) {
        do at++;
        while (at < line->length && ((unsigned char)line->text[at] & 0xC0) == 0x80);
    }
    return at;
}

static bool overlap(const CsPart *a, const CsPart *b) {
    return a->line == b->line && a->column < b->end_column && b->column < a->end_column;
}

/* A part that became a piece of another one lies on the stack no more. */
static bool is_covered(const CsParts *parts, int at, int done) {
    for (int i = at + 1; i < done; i++)
        if (overlap(&parts->items[i], &parts->items[at])) return true;
    return false;
}

static size_t put(char *out, size_t used, const char *text, size_t length) {
    if (used + length >= SO_FAR) return used;
    memcpy(out + used, text, length);
    out[used + length] = 0;
    return used + length;
}

static size_t put_part(char *out, size_t used, const SourceText *source, const CsPart *part) {
    if (part->line < 1 || part->line > source->line_count || part->line != part->end_line)
        return used;
    const SourceLine *line = &source->lines[part->line - 1];
    size_t from = byte_of(line, part->column), to = byte_of(line, part->end_column);
    const char *value = part->value;
    /* A function's name says nothing by its value. */
    if (to - from == strlen(value) && memcmp(line->text + from, value, to - from) == 0) return used;
    size_t after = used;
    if (after) after = put(out, after, ", ", 2);
    after = put(out, after, line->text + from, to - from);
    after = put(out, after, " = ", 3);
    return put(out, after, value, strlen(value));
}

/* The last step of the frame at or before the playhead; 0: none. */
static uint64_t step_of(const Session *s, uint32_t frame) {
    uint64_t step = s->playhead.step;
    while (step > 0 && cs_step_frame(s->engine, step) != frame) step--;
    return step;
}

static void say_line(const Player *p, uint32_t frame, char *out) {
    const SourceText *source = stage_model(p->stage)->source.text;
    uint64_t step = step_of(&p->session, frame), here = cs_now(p->session.engine).instruction;
    CsParts *parts = step && source ? cs_parts(p->session.engine, step, frame) : NULL;
    int done = 0;
    size_t used = 0;
    out[0] = 0;
    while (parts && done < parts->count && parts->items[done].instruction <= here) done++;
    bool inside = parts && (done < parts->count || parts->more);
    for (int i = 0; inside && i < done; i++)
        if (!is_covered(parts, i, done)) used = put_part(out, used, source, &parts->items[i]);
    cs_parts_free(parts);
}

void mode_add_lines(Mode *mode, Player *player) {
    Inspect *in = &mode->inspect;
    char text[SO_FAR];
    if (player->session.playhead.end || !session_seek(&player->session, player->session.playhead))
        return;
    for (int i = 0; i < in->frame_count; i++) {
        InspectFrame *f = &in->frames[i];
        if (f->library) continue;
        say_line(player, f->id, text);
        if (!*text) continue;
        f->locals[f->local_count++] = (ModelLocal){text_get(player->words, TEXT_LINE_SO_FAR),
                                                   model_copy_z(&mode->pool, text), false, 0};
    }
}

/* Addresses and thread numbers are other ones in every build, and tell nobody anything. */
const char *mode_without_addresses(ModelPool *pool, const char *text) {
    static const char hex[] = "0123456789abcdef", cut[] = "\u2026";
    enum { LONGEST_SHOWN = 9 };
    char *out = model_array(pool, strlen(text) * (sizeof cut - 1) + 1, 1);
    size_t used = 0;
    while (*text) {
        size_t digits = strspn(text, hex), other = digits ? digits : 1;
        bool follows = used && (out[used - 1] == 'x' || out[used - 1] == '=');
        if (follows && digits >= LONGEST_SHOWN) {
            memcpy(out + used, cut, sizeof cut - 1);
            used += sizeof cut - 1;
        } else {
            memcpy(out + used, text, other);
            used += other;
        }
        text += other;
    }
    out[used] = 0;
    return out;
}

void mode_add_repr(Mode *mode, Player *player) {
    enum { MOST = 2000 };
    static const char name[] = "repr()";
    Inspect *in = &mode->inspect;
    Session *s = &player->session;
    char text[MOST];
    in->repr = "";
    if (in->kind == TEXT_INSPECT_THREAD) return; /* its object is not the program's own */
    if (!session_repr(s, in->id, text, sizeof text)) return;
    in->repr = mode_without_addresses(&mode->pool, text);
    if (in->field_count == INSPECT_FIELDS) return;
    ModelText value = sentence_piece(&mode->pool, SPAN_CODE, in->repr);
    in->fields[in->field_count++] = (InspectField){name, true, value, 0};
}
