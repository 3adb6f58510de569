#ifndef LAYOUT_LAYOUT_WHATIF_H
#define LAYOUT_LAYOUT_WHATIF_H
/* Where two runs stand side by side: one above the other, with the same pixels for a second, so
   that the same time lies at the same x in both. */

#include "layout/layout.h"
#include "model/model_whatif.h"

typedef struct {
    DrawRect panel;
    DrawRect lanes; /* of the blocks: right of the labels */
    DrawRect result;
    DrawRect output;       /* w 0: it has no room */
    int shown;             /* lanes of tasks */
    int threads;           /* lanes of worker threads, under a divider */
    int first_line, lines; /* of the output that are shown */
    TimelineFit fit;
} LayoutWhatIfRun;

typedef struct {
    DrawRect head, say, foot; /* say: h 0 where nothing is said, or no room */
    LayoutWhatIfRun runs[WHATIF_RUNS];
    float lane, lanes_x, lanes_width;
    float playhead, part; /* x; part: from where on they differ */
    float *x;             /* of each shared instant's left edge; borrowed from the model's pool */
} LayoutWhatIf;

typedef struct {
    float width, height, top; /* logical; top: the bar's height */
    bool compact;
    int place; /* of the playhead */
} LayoutWhatIfView;

enum { WHATIF_OUTPUT_LINE = 24 };

/* A cleared layout, or one that was made before. False: not enough memory. */
bool layout_whatif_make(LayoutWhatIf *layout, const ModelWhatIf *model, ModelPool *pool,
                        const LayoutWhatIfView *view);
void layout_whatif_clear(LayoutWhatIf *layout);

#endif
