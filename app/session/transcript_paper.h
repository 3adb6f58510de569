#ifndef SESSION_TRANSCRIPT_PAPER_H
#define SESSION_TRANSCRIPT_PAPER_H
/* For the transcript's own files: a text that grows. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed before use; `text` is the caller's to free. */
typedef struct {
    char *text; /* NULL: nothing was put yet */
    size_t used, room;
    bool failed; /* not enough memory */
} TranscriptPaper;

void transcript_put(TranscriptPaper *p, const char *text, size_t length);
void transcript_put_line(TranscriptPaper *p, const char *text);
void transcript_put_time(TranscriptPaper *p, int64_t ns);
/* The mark of what was printed; 1 is standard output, 2 standard error. */
void transcript_put_stream(TranscriptPaper *p, int stream);
/* The text, which is the caller's; NULL: not enough memory. */
char *transcript_take(TranscriptPaper *p);

#endif
