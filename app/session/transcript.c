#include "session/transcript.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *text;
    size_t used, room;
    bool failed;
} Paper;

static void put(Paper *p, const char *text, size_t length) {
    if (p->used + length + 1 > p->room) {
        size_t room = (p->used + length + 1) * 2;
        char *grown = p->failed ? NULL : realloc(p->text, room);
        if (!grown) {
            p->failed = true;
            return;
        }
        p->text = grown;
        p->room = room;
    }
    memcpy(p->text + p->used, text, length);
    p->used += length;
    p->text[p->used] = 0;
}

static void put_line(Paper *p, const char *text) {
    put(p, text, strlen(text));
    put(p, "\n", 1);
}

static void put_time(Paper *p, int64_t ns) {
    char time[48];
    int length = snprintf(time, sizeof time, "%9.3f  ", (double)ns / 1e9);
    put(p, time, (size_t)length);
}

/* Puts what was written before the record `order`; returns how many outputs are done. */
static size_t put_outputs(Paper *p, const Session *s, size_t done, uint32_t order) {
    static const char *const marks[] = {"", "   | ", "   ! "};
    size_t count;
    const CsOutput *o = cs_outputs(s->engine, &count);
    for (; done < count && o[done].event <= order; done++) {
        put_time(p, o[done].time_ns);
        put(p, marks[o[done].stream], strlen(marks[o[done].stream]));
        put(p, o[done].text, o[done].size);
        bool ends = o[done].size && o[done].text[o[done].size - 1] == '\n';
        while (!ends && done + 1 < count && o[done + 1].stream == o[done].stream) {
            done++;
            put(p, o[done].text, o[done].size);
            ends = o[done].size && o[done].text[o[done].size - 1] == '\n';
        }
        if (!ends) put(p, "\n", 1);
    }
    return done;
}

static void put_head(Paper *p, const Session *s, const char *language) {
    put_line(p, lesson_text(&s->lesson.title, language));
    if (s->lesson.summary.count) put_line(p, lesson_text(&s->lesson.summary, language));
    put_line(p, "\n    time s");
}

static void put_end(Paper *p, const Session *s, const TextTable *words) {
    CsResult r = cs_result(s->engine);
    char text[512];
    put_time(p, r.time_ns);
    if (r.message && *r.message) {
        put_line(p, r.message);
    } else if (r.exception) {
        const char *const arguments[] = {r.exception};
        text_format(text, sizeof text, text_get(words, TEXT_TRANSCRIPT_ENDS_WITH), arguments, 1);
        put_line(p, text);
    } else {
        put_line(p, text_get(words, TEXT_TRANSCRIPT_ENDS));
    }
}

char *transcript_text(const Session *s, const TextTable *words, const char *language) {
    Paper p = {0};
    size_t done = 0;
    put_head(&p, s, language);
    for (size_t i = 0; i < s->moment_count; i++) {
        const SessionMoment *m = &s->moments[i];
        done = put_outputs(&p, s, done, m->order);
        put_time(&p, m->time_ns);
        put_line(&p, lesson_text(&m->moment->say, language));
    }
    put_outputs(&p, s, done, UINT32_MAX);
    put_end(&p, s, words);
    if (!p.failed) return p.text;
    free(p.text);
    return NULL;
}
