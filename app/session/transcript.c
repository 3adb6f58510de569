#include "session/transcript.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/lesson_say.h"
#include "session/transcript_paper.h"

void transcript_put(TranscriptPaper *p, const char *text, size_t length) {
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

void transcript_put_line(TranscriptPaper *p, const char *text) {
    transcript_put(p, text, strlen(text));
    transcript_put(p, "\n", 1);
}

void transcript_put_time(TranscriptPaper *p, int64_t ns) {
    char time[48];
    int length = snprintf(time, sizeof time, "%9.3f  ", (double)ns / 1e9);
    transcript_put(p, time, (size_t)length);
}

void transcript_put_stream(TranscriptPaper *p, int stream) {
    static const char *const marks[] = {"", "   | ", "   ! "};
    transcript_put(p, marks[stream], strlen(marks[stream]));
}

char *transcript_take(TranscriptPaper *p) {
    if (!p->failed && !p->text) transcript_put(p, "", 0);
    if (!p->failed) return p->text;
    free(p->text);
    return NULL;
}

/* Puts what was written before the record `order`; returns how many outputs are done. */
static size_t put_outputs(TranscriptPaper *p, const Session *s, size_t done, uint32_t order) {
    size_t count;
    const CsOutput *o = cs_outputs(s->engine, &count);
    for (; done < count && o[done].event <= order; done++) {
        transcript_put_time(p, o[done].time_ns);
        transcript_put_stream(p, o[done].stream);
        transcript_put(p, o[done].text, o[done].size);
        bool ends = o[done].size && o[done].text[o[done].size - 1] == '\n';
        while (!ends && done + 1 < count && o[done + 1].stream == o[done].stream) {
            done++;
            transcript_put(p, o[done].text, o[done].size);
            ends = o[done].size && o[done].text[o[done].size - 1] == '\n';
        }
        if (!ends) transcript_put(p, "\n", 1);
    }
    return done;
}

static void put_head(TranscriptPaper *p, const Session *s, const char *language) {
    transcript_put_line(p, lesson_text(&s->lesson.title, language));
    if (s->lesson.summary.count) transcript_put_line(p, lesson_text(&s->lesson.summary, language));
    transcript_put_line(p, "\n    time s");
}

/* A caption without the signs for the words that the window lights up. */
static void put_say(TranscriptPaper *p, const char *text) {
    char *bare = malloc(strlen(text) + 1);
    if (bare) lesson_say_unmark(text, bare);
    transcript_put_line(p, bare ? bare : text);
    free(bare);
}

static void put_end(TranscriptPaper *p, const Session *s, const TextTable *words) {
    CsResult r = cs_result(s->engine);
    char text[512];
    transcript_put_time(p, r.time_ns);
    if (r.message && *r.message) {
        transcript_put_line(p, r.message);
    } else if (r.exception) {
        const char *const arguments[] = {r.exception};
        text_format(text, sizeof text, text_get(words, TEXT_TRANSCRIPT_ENDS_WITH), arguments, 1);
        transcript_put_line(p, text);
    } else {
        transcript_put_line(p, text_get(words, TEXT_TRANSCRIPT_ENDS));
    }
}

char *transcript_text(const Session *s, const TextTable *words, const char *language) {
    TranscriptPaper p = {0};
    size_t done = 0;
    put_head(&p, s, language);
    for (size_t i = 0; i < s->moment_count; i++) {
        const SessionMoment *m = &s->moments[i];
        done = put_outputs(&p, s, done, m->order);
        transcript_put_time(&p, m->time_ns);
        put_say(&p, lesson_text(&m->moment->say, language));
    }
    put_outputs(&p, s, done, UINT32_MAX);
    put_end(&p, s, words);
    return transcript_take(&p);
}
