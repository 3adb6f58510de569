#include "model/sentence.h"

#include <string.h>

#include "model/model_find.h"

static ModelSpan *add_span(Sentence *s) {
    if (s->text.count == s->room) {
        int room = s->room ? s->room * 2 : 8;
        ModelSpan *spans = model_array(s->pool, (size_t)room, sizeof *spans);
        if (s->text.count) memcpy(spans, s->text.spans, (size_t)s->text.count * sizeof *spans);
        s->text.spans = spans;
        s->room = room;
    }
    return &s->text.spans[s->text.count++];
}

void sentence_add(Sentence *s, ModelSpanKind kind, const char *text) {
    if (!*text) return;
    ModelSpan *span = add_span(s);
    span->kind = (uint8_t)kind;
    span->text = text;
}

void sentence_state(Sentence *s, ModelState state, const char *text) {
    ModelSpan *span = add_span(s);
    span->kind = SPAN_STATE;
    span->state = (uint8_t)state;
    span->text = text;
}

void sentence_badge(Sentence *s, ModelBadge badge) {
    ModelSpan *span = add_span(s);
    span->kind = SPAN_BADGE;
    span->badge = badge;
    span->text = "";
}

void sentence_text(Sentence *s, const ModelText *text) {
    for (int i = 0; i < text->count; i++) *add_span(s) = text->spans[i];
}

static void add_piece(Sentence *s, bool code, const char *text, size_t length) {
    if (length == 0) return;
    sentence_add(s, code ? SPAN_CODE : SPAN_PLAIN, model_copy(s->pool, text, length));
}

/* Inside `...` an argument is set as code too. */
static void add_argument(Sentence *s, bool code, const ModelText *arg) {
    if (!code) {
        sentence_text(s, arg);
        return;
    }
    for (int i = 0; i < arg->count; i++) sentence_add(s, SPAN_CODE, arg->spans[i].text);
}

void sentence_fill(Sentence *s, const char *pattern, const ModelText *args, int count) {
    bool code = false;
    const char *start = pattern, *p = pattern;
    while (*p) {
        bool hole = p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}';
        if (!hole && *p != '`') {
            p++;
            continue;
        }
        add_piece(s, code, start, (size_t)(p - start));
        if (hole && p[1] - '0' < count) add_argument(s, code, &args[p[1] - '0']);
        if (!hole) code = !code;
        p += hole ? 3 : 1;
        start = p;
    }
    add_piece(s, code, start, (size_t)(p - start));
}

ModelText sentence_piece(ModelPool *pool, ModelSpanKind kind, const char *text) {
    Sentence s = {.pool = pool};
    sentence_add(&s, kind, text);
    return s.text;
}

ModelText sentence_task(ModelPool *pool, const CsSnapshot *snapshot, uint32_t id) {
    Sentence s = {.pool = pool};
    const CsTask *task = model_find_task(snapshot, id);
    if (!task) return s.text;
    sentence_add(&s, SPAN_PLAIN, model_print(pool, "%s ", model_find_short_name(task)));
    sentence_badge(&s, model_find_badge(snapshot, id));
    return s.text;
}

ModelText sentence_badges(ModelPool *pool, const CsSnapshot *snapshot, const uint32_t *tasks,
                          int count) {
    Sentence s = {.pool = pool};
    for (int i = 0; i < count; i++)
        if (model_find_task(snapshot, tasks[i]))
            sentence_badge(&s, model_find_badge(snapshot, tasks[i]));
    return s.text;
}

void model_text_plain(const ModelText *text, char *out, size_t size) {
    size_t at = 0;
    if (size == 0) return;
    for (int i = 0; i < text->count; i++) {
        const ModelSpan *span = &text->spans[i];
        char number[16] = "";
        size_t n = 0;
        for (int v = span->badge.number; span->kind == SPAN_BADGE && v > 0 && n < 10; v /= 10)
            number[n++] = (char)('0' + v % 10);
        if (n) out[at + 1 < size ? at++ : at] = '[';
        while (n > 0 && at + 1 < size) out[at++] = number[--n];
        if (span->kind == SPAN_BADGE && span->badge.number > 0 && at + 1 < size) out[at++] = ']';
        for (const char *p = span->text; p && *p && at + 1 < size; p++) out[at++] = *p;
    }
    out[at] = 0;
}
