#ifndef SCENE_SCENE_WHATIF_H
#define SCENE_SCENE_WHATIF_H
/* Draws two runs side by side. */

#include "layout/layout_whatif.h"
#include "scene/scene.h"

/* `place`: where the playhead of both stands. */
void scene_whatif(Scene *s, const LayoutWhatIf *layout, const ModelWhatIf *model, int place,
                  float grown);
/* The dashed frame of what is no real run, over what lies under the top bar. */
void scene_whatif_frame(Scene *s, DrawRect r);

#endif
