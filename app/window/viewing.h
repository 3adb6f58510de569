#ifndef WINDOW_VIEWING_H
#define WINDOW_VIEWING_H
/* Which panels are shown and how large all is drawn: as a person likes it, as the open lesson asks
   for it, and as was then chosen in that lesson. Knows no window.

   What a person chooses where a lesson does not ask for anything is their own, and kept. Where it
   does, the lesson's holds when it is opened, the choice after that, and neither is kept: the next
   lesson finds the person's own again. A lesson's zoom is a multiple of the person's: who
   likes everything larger has it larger there too. A projector has panels of its own and the
   person's zoom, whatever the lesson asks for. The foot's panels are always the person's: no lesson
   asks for them. */

#include "lesson/lesson.h"

typedef struct {
    float zoom;      /* LEAST_ZOOM .. MOST_ZOOM */
    unsigned panels; /* PANEL_... */
} ViewingChoice;

typedef struct {
    ViewingChoice own;    /* kept from one time to the next */
    ViewingChoice lesson; /* counts where the lesson asks */
    ViewingChoice asked;  /* by the open lesson; zoom 1: for none, panels 0: for none */
    unsigned projected;   /* panels on a projector */
    bool projector;
} Viewing;

#define VIEWING_LEAST_ZOOM 0.75F
#define VIEWING_MOST_ZOOM  2.0F

/* All panels, normal size, no lesson. */
Viewing viewing_default(void);
/* Another lesson is open: what was chosen in the one before is forgotten. */
void viewing_open(Viewing *viewing, const LessonView *asked);
/* The same lesson was read again: only what it now asks for otherwise takes effect. */
void viewing_reload(Viewing *viewing, const LessonView *asked);

/* What holds now; `stage`: where the lesson is shown, not the list of lessons. */
float viewing_zoom(const Viewing *viewing, bool stage);
unsigned viewing_panels(const Viewing *viewing);

/* What a person chooses. */
void viewing_set_zoom(Viewing *viewing, bool stage, float zoom);
void viewing_toggle_panel(Viewing *viewing, unsigned panel);

#endif
